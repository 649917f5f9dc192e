// The same hello as the server's, on libmicrohttpd in C: what the wrapping is measured against.
//
//   cc -O2 -o hello hello.c -lmicrohttpd && ./hello [NAME VALUE]...
//
// Prints its address when it is ready, and serves until it is killed. The response is made once,
// as a careful C program would; the header fields are those it is given, which the benchmark reads
// off an answer of ours.
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static enum MHD_Result answer(void *page, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **seen) {
  (void)version, (void)data;
  if (!*seen) {
    *seen = page;  // the head; the answer may be given at the end
    return MHD_YES;
  }
  if (*size) {
    *size = 0;
    return MHD_YES;
  }
  if (strcmp(method, "GET") || strcmp(url, "/")) return MHD_NO;
  return MHD_queue_response(connection, MHD_HTTP_OK, page);
}

int main(int count, char **words) {
  static char body[] = "Hello, world\n";
  struct MHD_Response *page =
      MHD_create_response_from_buffer(sizeof body - 1, body, MHD_RESPMEM_PERSISTENT);
  for (int i = 1; i + 1 < count; i += 2) MHD_add_response_header(page, words[i], words[i + 1]);
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, page,
      MHD_OPTION_THREAD_POOL_SIZE, 2u, MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_END);
  if (!daemon) return 1;
  printf("http://127.0.0.1:%d/\n",
         MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
  fflush(stdout);
  for (;;) pause();
}
