// A handler that does nothing but answer: what the text channel is measured against. On
// libmicrohttpd in C, with nothing read but who texted and nothing kept.
//
//   cc -O2 -o answer answer.c -lmicrohttpd && ./answer PORT [SENDSMS_PORT]
//
// Prints its address when it is ready, and serves until it is killed; port 0 is any that is free.
// A POST is a text from Kannel: it is answered in the body of the response, as Kannel's simplest
// handlers do; with SENDSMS_PORT it is acknowledged empty, and answered by `sendsms` with receipts
// asked for, as ours does, by threads that keep their connections. A GET is a receipt. Posted to as
// /cgi-bin/sendsms, it is itself a Kannel, which takes whatever it is given.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { senders = 8, queueSize = 65536, numberSize = 32 };

static const char question[] =
    "Did people listen to you at the meeting?\n1 Always\n2 Usually\n3 Sometimes\n4 Never";
static struct MHD_Response *empty, *spoken, *taken;
static int sendsmsPort, ownPort;

static char queue[queueSize][numberSize];
static unsigned head, tail;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t some = PTHREAD_COND_INITIALIZER;

static void put(const char *number) {
  pthread_mutex_lock(&turn);
  if (head - tail < queueSize) snprintf(queue[head++ % queueSize], numberSize, "%s", number);
  pthread_cond_signal(&some);
  pthread_mutex_unlock(&turn);
}

static void take(char *number) {
  pthread_mutex_lock(&turn);
  while (head == tail) pthread_cond_wait(&some, &turn);
  memcpy(number, queue[tail++ % queueSize], numberSize);
  pthread_mutex_unlock(&turn);
}

static int dial(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(sendsmsPort),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int on = 1, connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address)) {
    perror("answer: sendsms");
    exit(1);
  }
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connection;
}

// Whether a whole response with status 202 came.
static int wasTaken(int connection) {
  char page[4096];
  size_t filled = 0;
  for (;;) {
    ssize_t n = recv(connection, page + filled, sizeof page - 1 - filled, 0);
    if (n <= 0) return 0;
    page[filled += n] = 0;
    char *body = strstr(page, "\r\n\r\n"), *length = strcasestr(page, "\r\ncontent-length: ");
    if (body && length && filled >= body + 4 - page + (size_t)atol(length + 18))
      return atoi(page + 9) == 202;
  }
}

static void *sendForever(void *unused) {
  char number[numberSize], text[2048];
  int connection = dial();
  for (;;) {
    take(number);
    int n = snprintf(
        text, sizeof text,
        "POST /cgi-bin/sendsms HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
        "Content-Type: text/plain; charset=UTF-8\r\nX-Kannel-Username: heard\r\n"
        "X-Kannel-Password: foobar\r\nX-Kannel-To: %s\r\nX-Kannel-From: 07700900456\r\n"
        "X-Kannel-Coding: 0\r\nX-Kannel-DLR-Mask: 27\r\n"
        "X-Kannel-DLR-URL: http://127.0.0.1:%d/receipt?state=%%d&answer=%%A\r\n"
        "Content-Length: %zu\r\n\r\n%s",
        sendsmsPort, number, ownPort, sizeof question - 1, question);
    while (send(connection, text, n, MSG_NOSIGNAL) != n || !wasTaken(connection)) {
      close(connection);
      connection = dial();
    }
  }
  return unused;
}

static enum MHD_Result answer(void *unused, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **seen) {
  (void)version, (void)data, (void)unused;
  if (!*seen) {
    *seen = empty;  // the head; the answer is given once all has come
    return MHD_YES;
  }
  if (*size) {
    *size = 0;
    return MHD_YES;
  }
  if (!strcmp(method, "GET")) return MHD_queue_response(connection, MHD_HTTP_OK, empty);
  if (!strcmp(url, "/cgi-bin/sendsms")) return MHD_queue_response(connection, 202, taken);
  const char *from = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "X-Kannel-From");
  if (!from) return MHD_NO;
  if (!sendsmsPort) return MHD_queue_response(connection, MHD_HTTP_OK, spoken);
  put(from);
  return MHD_queue_response(connection, MHD_HTTP_OK, empty);
}

static struct MHD_Response *plain(const char *words) {
  struct MHD_Response *response =
      MHD_create_response_from_buffer(strlen(words), (void *)words, MHD_RESPMEM_PERSISTENT);
  MHD_add_response_header(response, "Content-Type", "text/plain; charset=utf-8");
  return response;
}

int main(int count, char **words) {
  if (count < 2) return fprintf(stderr, "answer PORT [SENDSMS_PORT]\n"), 64;
  sendsmsPort = count > 2 ? atoi(words[2]) : 0;
  empty = plain(""), spoken = plain(question), taken = plain("0: Accepted for delivery");
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, atoi(words[1]), NULL, NULL, answer, NULL,
      MHD_OPTION_THREAD_POOL_SIZE, 2u, MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_END);
  if (!daemon) return 1;
  ownPort = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  for (int i = 0; sendsmsPort && i < senders; i++) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, sendForever, NULL)) return 1;
  }
  printf("http://127.0.0.1:%d/\n", ownPort);
  fflush(stdout);
  for (;;) pause();
}
