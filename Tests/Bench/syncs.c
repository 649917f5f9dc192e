// Times every fsync and fdatasync of the program it is loaded into, without stopping it as a
// tracer would: two readings of the clock a call.
//
//   cc -O2 -shared -fPIC -o syncs.so syncs.c
//   BENCH_SYNCS=FILE LD_PRELOAD=./syncs.so PROGRAM...
//
// FILE holds two 64-bit numbers that grow: calls, and nanoseconds within them. It may be read at
// any time.
//
// With BENCH_SYNC_TAKES=MICROSECONDS every call takes at least that long, as on a slower disk.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static struct tally {
  _Atomic uint64_t calls, nanoseconds;
} unread, *tally = &unread;
static uint64_t least;  // nanoseconds

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BENCH_SYNCS"), *takes = getenv("BENCH_SYNC_TAKES");
  if (takes) least = strtoull(takes, NULL, 10) * 1000;
  int file = path ? open(path, O_RDWR | O_CREAT, 0600) : -1;
  if (file < 0 || ftruncate(file, sizeof unread)) return;
  void *shared = mmap(NULL, sizeof unread, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) tally = shared;
  close(file);
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000ULL + time.tv_nsec;
}

static int timed(const char *name, int file) {
  int (*call)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  uint64_t before = now(), end = before + least;
  int result = call(file);
  struct timespec until = {.tv_sec = end / 1000000000, .tv_nsec = end % 1000000000};
  if (least) clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
  tally->calls++;
  tally->nanoseconds += now() - before;
  return result;
}

int fsync(int file) { return timed("fsync", file); }
int fdatasync(int file) { return timed("fdatasync", file); }
