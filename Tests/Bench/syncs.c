// Times every fsync and fdatasync of the program it is loaded into, without stopping it as a
// tracer would: two readings of the clock a call.
//
//   cc -O2 -shared -fPIC -o syncs.so syncs.c
//   BENCH_SYNCS=FILE LD_PRELOAD=./syncs.so PROGRAM...
//
// FILE holds two 64-bit numbers that grow: calls, and nanoseconds within them. It may be read at
// any time.
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

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BENCH_SYNCS");
  int file = path ? open(path, O_RDWR | O_CREAT, 0600) : -1;
  if (file < 0 || ftruncate(file, sizeof unread)) return;
  void *shared = mmap(NULL, sizeof unread, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) tally = shared;
  close(file);
}

static int timed(const char *name, int file) {
  struct timespec before, after;
  int (*call)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  clock_gettime(CLOCK_MONOTONIC, &before);
  int result = call(file);
  clock_gettime(CLOCK_MONOTONIC, &after);
  tally->calls++;
  tally->nanoseconds +=
      (after.tv_sec - before.tv_sec) * 1000000000LL + after.tv_nsec - before.tv_nsec;
  return result;
}

int fsync(int file) { return timed("fsync", file); }
int fdatasync(int file) { return timed("fdatasync", file); }
