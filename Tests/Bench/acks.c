// Texts posted straight to the webhook, as Kannel posts them, and how long each takes to be
// acknowledged: one thread for each connection, which is kept open.
//
//   cc -O2 -o acks acks.c
//   acks PORT PATH CLIENTS FIRST COUNT SCRIPT
//
// COUNT phones text what is in SCRIPT, as in `phones.c`, each through one connection; nobody waits
// for what is texted back. Prints JSON: texts, seconds, and milliseconds from a text's first byte
// to the last of its acknowledgement. Anything but 200 ends it.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { maxSteps = 32, maxClients = 64 };

static char script[maxSteps][160];
static const char *path;
static int stepCount, port, first, count;
static double *times;
static atomic_int begun;
static atomic_long answered;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void fail(const char *what, const char *detail) {
  fprintf(stderr, "acks: %s: %.200s\n", what, detail);
  exit(1);
}

static void readScript(const char *file) {
  FILE *open = fopen(file, "r");
  if (!open) fail("cannot read", file);
  while (stepCount < maxSteps && fscanf(open, "%*d %159[^\n]", script[stepCount]) == 1) stepCount++;
  fclose(open);
  if (!stepCount) fail("nothing to text", file);
}

static int dial(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int on = 1, connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&address, sizeof address)) fail("cannot connect", "");
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connection;
}

// An acknowledgement is a head and nothing else.
static void awaitAcknowledgement(int connection) {
  char page[8192];
  size_t filled = 0;
  do {
    ssize_t n = recv(connection, page + filled, sizeof page - 1 - filled, 0);
    if (n <= 0) fail("the server hung up", "");
    page[filled += n] = 0;
  } while (!strstr(page, "\r\n\r\n"));
  if (atoi(page + 9) != 200 || !strcasestr(page, "\r\ncontent-length: 0\r\n"))
    fail("no acknowledgement", page);
}

static void post(int connection, int phone, int step) {
  char text[1024];
  int n = snprintf(
      text, sizeof text,
      "POST %s?id=%05d-%02d&smsc=FAKE&coding=0&charset=UTF-8 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
      "Content-Type: text/plain; charset=\"UTF-8\"\r\nX-Kannel-From: +4477009%05d\r\n"
      "X-Kannel-To: 07700900456\r\nContent-Length: %zu\r\n\r\n%s",
      path, phone, step, port, phone, strlen(script[step]), script[step]);
  double began = now();
  if (send(connection, text, n, MSG_NOSIGNAL) != n) fail("cannot post", text);
  awaitAcknowledgement(connection);
  times[answered++] = (now() - began) * 1000;
}

static void *client(void *unused) {
  int connection = dial(), phone;
  while ((phone = begun++) < count)
    for (int step = 0; step < stepCount; step++) post(connection, first + phone, step);
  close(connection);
  return unused;
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int number, char **words) {
  if (number != 7) return fprintf(stderr, "acks PORT PATH CLIENTS FIRST COUNT SCRIPT\n"), 64;
  port = atoi(words[1]), path = words[2], first = atoi(words[4]), count = atoi(words[5]);
  int clients = atoi(words[3]);
  if (clients < 1 || clients > maxClients) fail("too many clients", words[3]);
  readScript(words[6]);
  times = malloc((size_t)count * stepCount * sizeof *times);
  alarm(120);
  pthread_t threads[maxClients];
  double start = now();
  for (int i = 0; i < clients; i++)
    if (pthread_create(&threads[i], NULL, client, NULL)) fail("no thread", "");
  for (int i = 0; i < clients; i++) pthread_join(threads[i], NULL);
  double seconds = now() - start;
  long texts = answered;
  qsort(times, texts, sizeof *times, rising);
  printf("{\"sent\": %ld, \"seconds\": %.4f, \"p50\": %.3f, \"p99\": %.3f, \"most\": %.3f}\n",
         texts, seconds, times[texts / 2], times[texts * 99 / 100], times[texts - 1]);
}
