// Respondents by the thousand: replays a recorded journey over and over, each time as somebody
// new, with one thread and epoll, so that the client takes as little of the processor as it can.
//
//   cc -O2 -o loadgen loadgen.c
//   loadgen journeys PORT CLIENTS SECONDS SCRIPT   whole journeys, as many as the time allows
//   loadgen finish   PORT CLIENTS COUNT   SCRIPT   COUNT journeys up to their last form, not
//                                                  timed; then the last forms alone, timed
//
// SCRIPT holds one form a line, `PATH BODY`; the first path is also the link that is opened. A
// journey is a GET of the link, then each form by POST, whose redirect is followed by GET. Every
// respondent opens a connection and keeps it to the end, and sends back the cookie it was given.
// A journey counts when its last redirect leads to /answer/sent. Prints JSON.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { maxForms = 40, maxClients = 256, cookieSize = 128, pageSize = 256 * 1024 };

struct client {
  int socket, step, filled;
  double began;
  char cookie[cookieSize], location[256], page[pageSize];
};

static struct form { char path[128], body[1024]; } forms[maxForms];
static struct client clients[maxClients];
static int formCount, port, poll_, open_;
static long done, requests, bytes, prepared, fired, wanted;
static char (*cookies)[cookieSize];  // of the journeys prepared
static double *times;                // of each journey, or of each last form, in milliseconds
static int preparing, firing;        // what `finish` is at; neither: whole journeys
static const long mostTimes = 4000000;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void fail(const char *what, struct client *c) {
  fprintf(stderr, "loadgen: %s", what);
  if (c) fprintf(stderr, " at step %d: %.200s", c->step, c->page);
  fprintf(stderr, "\n");
  exit(1);
}

static void readScript(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) fail("cannot read the script", NULL);
  char line[1200];
  while (formCount < maxForms && fgets(line, sizeof line, file)) {
    struct form *form = &forms[formCount++];
    if (sscanf(line, "%127s %1023[^\n]", form->path, form->body) < 1)
      fail("an empty line in the script", NULL);
  }
  fclose(file);
  if (!formCount) fail("the script is empty", NULL);
}

static void dial(struct client *c) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int on = 1;
  c->socket = socket(AF_INET, SOCK_STREAM, 0);
  if (c->socket < 0 || connect(c->socket, (struct sockaddr *)&address, sizeof address))
    fail("cannot connect", NULL);
  setsockopt(c->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
  epoll_ctl(poll_, EPOLL_CTL_ADD, c->socket, &event);
  open_++;
}

static void hangUp(struct client *c) {
  close(c->socket);
  open_--;
}

// Step 0 opens the link; after it odd steps send a form and even ones follow its redirect.
static void ask(struct client *c) {
  char text[2048];
  int n;
  if (c->step % 2) {
    const struct form *form = &forms[c->step / 2];
    n = snprintf(text, sizeof text,
                 "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n"
                 "Sec-Fetch-Site: same-origin\r\n%s%s%s"
                 "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
                 form->path, port, port, *c->cookie ? "Cookie: " : "", c->cookie,
                 *c->cookie ? "\r\n" : "", strlen(form->body), form->body);
  } else {
    n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s%s%s\r\n",
                 c->step ? c->location : forms[0].path, port, *c->cookie ? "Cookie: " : "",
                 c->cookie, *c->cookie ? "\r\n" : "");
  }
  if (send(c->socket, text, n, MSG_NOSIGNAL) != n) fail("cannot send", c);
  requests++;
}

// Starts the next respondent, or the next last form; ends the client where there is none.
static void begin(struct client *c) {
  c->filled = 0;
  c->began = now();
  if (firing) {
    if (fired == prepared) return hangUp(c);
    memcpy(c->cookie, cookies[fired++], cookieSize);
    c->step = 2 * formCount - 1;
  } else {
    if (preparing && fired++ >= wanted) return;
    dial(c);
    *c->cookie = c->step = 0;
  }
  ask(c);
}

static void ended(struct client *c) {
  if (!preparing && done < mostTimes) times[done++] = (now() - c->began) * 1000;
  if (preparing) memcpy(cookies[prepared++], c->cookie, cookieSize);
  if (!firing) hangUp(c);
  begin(c);
}

static int copyField(struct client *c, const char *name, char *to, size_t size, const char *stops) {
  char *found = strcasestr(c->page, name);
  if (!found) return 0;
  found += strlen(name);
  size_t length = strcspn(found, stops);
  if (length >= size) fail("a header field is too long", c);
  memcpy(to, found, length);
  to[length] = 0;
  return 1;
}

static void answered(struct client *c) {
  int isForm = c->step % 2, last = 2 * formCount;
  int status = atoi(c->page + 9);
  if (status != (isForm ? 303 : 200)) fail("an unexpected status", c);
  copyField(c, "\r\nset-cookie: ", c->cookie, sizeof c->cookie, ";\r");
  if (isForm && !copyField(c, "\r\nlocation: ", c->location, sizeof c->location, "\r"))
    fail("a redirect to nowhere", c);
  if (c->step == last - 1 && strcmp(c->location, "/answer/sent")) fail("not sent", c);
  c->filled = 0;
  if (c->step == (firing ? last - 1 : preparing ? last - 2 : last)) return ended(c);
  c->step++;
  ask(c);
}

static void receive(struct client *c) {
  ssize_t n = recv(c->socket, c->page + c->filled, pageSize - 1 - c->filled, 0);
  if (n <= 0) fail("the server hung up", c);
  bytes += n;
  c->filled += n;
  c->page[c->filled] = 0;
  char *body = strstr(c->page, "\r\n\r\n");
  if (!body) return;
  *body = 0;  // the field functions see the head alone
  char *length = strcasestr(c->page, "\r\ncontent-length: ");
  if (!length) fail("no Content-Length", c);
  if (c->filled >= body + 4 - c->page + atol(length + 18)) return answered(c);
  *body = '\r';
}

static void run(double end) {
  struct epoll_event events[64];
  while (open_ && (end == 0 || now() < end)) {
    int n = epoll_wait(poll_, events, 64, 10000);
    if (n == 0) fail("no answer for ten seconds", NULL);
    for (int i = 0; i < n; i++) receive(events[i].data.ptr);
  }
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  if (count != 6) return fprintf(stderr, "loadgen journeys|finish PORT CLIENTS N SCRIPT\n"), 64;
  int finishing = !strcmp(words[1], "finish"), many = atoi(words[3]);
  port = atoi(words[2]);
  if (many < 1 || many > maxClients) fail("too many clients", NULL);
  readScript(words[5]);
  poll_ = epoll_create1(0);
  times = malloc(mostTimes * sizeof *times);
  alarm(120);
  double start = now(), end = start + atof(words[4]);
  if (finishing) {
    wanted = atol(words[4]);
    cookies = malloc(wanted * sizeof *cookies);
    preparing = 1;
    for (int i = 0; i < many; i++) begin(&clients[i]);
    run(0);
    usleep(300000);  // the journeys under way are written by now
    preparing = 0, firing = 1, fired = requests = bytes = 0, end = 0;
    for (int i = 0; i < many; i++) dial(&clients[i]);
    printf("ready\n"), fflush(stdout);
    getchar();
    start = now();
  }
  for (int i = 0; i < many; i++) begin(&clients[i]);
  run(end);
  double seconds = now() - start;
  qsort(times, done, sizeof *times, rising);
  printf("{\"done\": %ld, \"seconds\": %.4f, \"requests\": %ld, \"bytes\": %ld, \"p50\": %.3f, "
         "\"p99\": %.3f}\n", done, seconds, requests, bytes, done ? times[done / 2] : 0,
         done ? times[done * 99 / 100] : 0);
}
