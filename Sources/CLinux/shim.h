// What the kernel offers that Swift's own module of the C library leaves out.
#pragma once
#include <sys/eventfd.h>
#include <sys/prctl.h>

// Variadic. Nobody may read this process's memory, by a core dump or by tracing it; 0 when that
// holds.
static inline int heard_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

static inline int heard_event(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
