import CLinux
import Glibc

/// What keeps an answer in memory out of everybody's reach.
enum Hardening {
  /// No core dump, no reading of this process's memory, and no file that others may read.
  static func apply() {
    umask(0o077)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = heard_forbid_dumps()
  }
}
