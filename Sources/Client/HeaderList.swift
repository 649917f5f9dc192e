internal import CCurl

/// The library's form of the header lines of a request, freed with this.
@safe
final class HeaderList {
  private var first: UnsafeMutablePointer<curl_slist>?

  init() {}

  deinit {
    if unsafe first != nil { unsafe curl_slist_free_all(first) }
  }

  /// - Throws: `misuse` where the header would end its line and begin another.
  func add(_ header: Header) throws(Failure) {
    let isSound =
      !header.name.isEmpty && header.name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && !header.name.utf8.contains(UInt8(ascii: ":"))
      && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    guard isSound else { throw .misuse("a header that cannot be sent") }
    // A header without a value is told to the library by a semicolon.
    append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
  }

  /// Leaves out a header that the library would send by itself.
  func addRemoval(of name: String) { append("\(name):") }

  @unsafe func lend(to handle: UnsafeMutableRawPointer) throws(Failure) {
    unsafe try check(heard_set_pointer(handle, CURLOPT_HTTPHEADER, first))
  }

  private func append(_ line: String) {
    // Without memory the list stays as it was, and the server refuses what lacks its headers.
    if let longer = unsafe curl_slist_append(first, line) { unsafe first = longer }
  }
}
