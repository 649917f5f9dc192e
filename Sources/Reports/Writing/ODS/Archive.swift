import CZip
import Glibc
import SurveyCore

/// Files put together in a zip archive that is the same byte for byte whenever it is made: nothing
/// is compressed, and all files bear one day.
///
/// libzip owns what it is given: a source belongs to the archive once it is added, and the buffer
/// the archive is written to is kept here until it has been read.
@safe struct Archive {
  struct File {
    let path: String
    let bytes: [UInt8]
  }

  /// The library could not do it, most likely for want of memory.
  struct Failure: Error {}

  let files: [File]
  let day: Day

  /// The archive's bytes, with the files in their order.
  func bytes() throws(Failure) -> [UInt8] {
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { throw Failure() }
    defer { unsafe zip_source_free(target) }
    guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
      throw Failure()
    }
    unsafe zip_source_keep(target)
    do {
      for file in files { try unsafe add(file, to: archive) }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      throw Failure()
    }
    return try unsafe read(target)
  }

  private func add(_ file: File, to archive: OpaquePointer) throws(Failure) {
    // The library frees the copy with C's own free.
    guard let copy = unsafe malloc(max(1, file.bytes.count)) else { throw Failure() }
    unsafe copy.copyMemory(from: file.bytes, byteCount: file.bytes.count)
    guard
      let source = unsafe zip_source_buffer_create(copy, zip_uint64_t(file.bytes.count), 1, nil)
    else {
      unsafe free(copy)
      throw Failure()
    }
    let index = unsafe zip_file_add(archive, file.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard let index = zip_uint64_t(exactly: index) else {
      unsafe zip_source_free(source)
      throw Failure()
    }
    guard unsafe zip_set_file_compression(archive, index, zip_int32_t(ZIP_CM_STORE), 0) == 0,
      unsafe zip_file_set_dostime(archive, index, 0, date, 0) == 0
    else { throw Failure() }
  }

  /// The day as MS-DOS wrote it: years since 1980, month and day in 7, 4 and 5 bits.
  private var date: zip_uint16_t {
    zip_uint16_t(max(0, min(127, day.year - 1980)) << 9 | day.month << 5 | day.day)
  }

  private func read(_ source: OpaquePointer) throws(Failure) -> [UInt8] {
    var facts = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &facts) == 0, unsafe zip_source_open(source) == 0 else {
      throw Failure()
    }
    defer { unsafe zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: unsafe Int(facts.size))
    guard unsafe zip_source_read(source, &bytes, facts.size) == zip_int64_t(bytes.count) else {
      throw Failure()
    }
    return bytes
  }
}
