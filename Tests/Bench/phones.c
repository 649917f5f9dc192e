// Phones on the line to Kannel's fake network: each texts, waits until it is answered, and texts
// again, many at a time; with one thread, so that they take as little of the processor as they can.
//
//   cc -O2 -o phones phones.c
//   phones PORT FIRST COUNT ATONCE SCRIPT
//
// SCRIPT holds a text a line, `ANSWERS WORDS`: how many texts come back, and what is texted. COUNT
// phones, of which ATONCE are at it at any time, text all of it; their numbers count up from FIRST,
// under those kept free for use in drama. Prints JSON: texts sent and come, the seconds from the
// first sent to the last come, and the milliseconds from a text to the last of its answers.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { maxSteps = 32, maxPhones = 100000, room = 1 << 20 };

static const char ours[] = "07700900456 +4477009";
static struct step { int answers; char words[160]; } steps[maxSteps];
static struct phone { int step, waits; double began; } phones[maxPhones];
static int stepCount, line, first, count, begun, done;
static long sent, came, answered;
static double *times;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void fail(const char *what, const char *detail) {
  fprintf(stderr, "phones: %s: %.200s\n", what, detail);
  exit(1);
}

static void readScript(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) fail("cannot read", path);
  struct step *step = steps;
  while (stepCount < maxSteps && fscanf(file, "%d %159[^\n]", &step->answers, step->words) == 2)
    step++, stepCount++;
  fclose(file);
  if (!stepCount) fail("nothing to text", path);
}

static void dial(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int on = 1;
  line = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(line, (struct sockaddr *)&address, sizeof address)) fail("cannot connect", "");
  setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

static void text(int index) {
  struct phone *phone = &phones[index];
  struct step *step = &steps[phone->step];
  char words[256];
  int n = snprintf(words, sizeof words, "+4477009%05d 07700900456 text %s\n", first + index,
                   step->words);
  phone->waits = step->answers;
  phone->began = now();
  if (send(line, words, n, MSG_NOSIGNAL) != n) fail("cannot text", words);
  sent++;
}

static void begin(void) {
  if (begun < count) text(begun++);
}

// A text came: the last of the answers to what a phone texted lets it go on.
static void heard(int index, const char *head) {
  if (index < 0 || index >= begun || phones[index].waits < 1) fail("nobody waits for", head);
  struct phone *phone = &phones[index];
  came++;
  if (--phone->waits) return;
  times[answered++] = (now() - phone->began) * 1000;
  if (++phone->step < stepCount) return text(index);
  done++;
  begin();
}

// A text begins with a line of this kind, and its words may go on over others. Of one in parts
// only the last is counted; its head ends in the count and the place of the part.
static void readLine(const char *head) {
  if (strncmp(head, ours, sizeof ours - 1)) return;
  int index = atoi(head + sizeof ours - 1) - first;
  const char *kind = strchr(head + sizeof ours - 1, ' ');
  if (kind && !strncmp(kind, " udh ", 5)) {
    const char *end = strchr(kind + 5, ' ');
    if (!end || strncmp(end - 6, end - 3, 3)) return;
  }
  heard(index, head);
}

static void receive(void) {
  static char page[room];
  static size_t filled;
  ssize_t n = recv(line, page + filled, sizeof page - 1 - filled, 0);
  if (n <= 0) fail("the line was cut", "");
  page[filled += n] = 0;
  char *start = page, *end;
  while ((end = strchr(start, '\n'))) {
    *end = 0;
    readLine(start);
    start = end + 1;
  }
  memmove(page, start, filled -= start - page);
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int number, char **words) {
  if (number != 6) return fprintf(stderr, "phones PORT FIRST COUNT ATONCE SCRIPT\n"), 64;
  first = atoi(words[2]), count = atoi(words[3]);
  if (count < 1 || first < 0 || first + count > maxPhones) fail("too many phones", words[3]);
  readScript(words[5]);
  times = malloc((size_t)count * stepCount * sizeof *times);
  dial(atoi(words[1]));
  double start = now();
  for (int i = 0; i < atoi(words[4]); i++) begin();
  while (done < count) {
    struct pollfd ready = {.fd = line, .events = POLLIN};
    if (poll(&ready, 1, 20000) < 1) {
      char what[80];
      snprintf(what, sizeof what, "%ld sent, %ld came", sent, came);
      fail("nothing came for twenty seconds", what);
    }
    receive();
  }
  double seconds = now() - start;
  qsort(times, answered, sizeof *times, rising);
  printf("{\"sent\": %ld, \"came\": %ld, \"seconds\": %.4f, \"p50\": %.3f, \"p99\": %.3f}\n", sent,
         came, seconds, times[answered / 2], times[answered * 99 / 100]);
}
