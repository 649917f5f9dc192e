// The same hello as the server's, on libmicrohttpd in C: what the wrapping is measured against.
//
//   cc -O2 -o hello hello.c -lmicrohttpd && ./hello
//
// Prints its address when it is ready, and serves until it is killed. The response is made once,
// as a careful C program would; the header fields are those every answer of ours carries.
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const fields[][2] = {
    {"Content-Type", "text/plain; charset=utf-8"},
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
     "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
     "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
     "serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()"},
    {"X-Robots-Tag", "noindex"},
    {"Cache-Control", "no-store"},
};

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

int main(void) {
  static char body[] = "Hello, world\n";
  struct MHD_Response *page =
      MHD_create_response_from_buffer(sizeof body - 1, body, MHD_RESPMEM_PERSISTENT);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    MHD_add_response_header(page, fields[i][0], fields[i][1]);
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, page,
      MHD_OPTION_THREAD_POOL_SIZE, 2u, MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_END);
  if (!daemon) return 1;
  printf("http://127.0.0.1:%d/\n",
         MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
  fflush(stdout);
  for (;;) pause();
}
