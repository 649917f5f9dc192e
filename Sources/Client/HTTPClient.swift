internal import CCurl

// Ownership: the handle belongs to the client and goes with it. Texts are copied by the library;
// the header list, the body and the `Intake` are lent to it for the length of one transfer.

/// Asks servers, one request at a time: it blocks until the reply is there or there is none.
///
/// It follows no redirect, keeps no cookie, takes no compressed reply, and always proves who the
/// server is. Use each on one thread only.
@safe
public final class HTTPClient {
  private let handle: UnsafeMutableRawPointer
  private let manners: Manners

  // The library asks for this once, before any thread uses it.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  public init(_ manners: Manners) throws(Failure) {
    guard Self.isReady, let handle = unsafe curl_easy_init() else {
      throw .misuse("libcurl does not start")
    }
    unsafe self.handle = handle
    self.manners = manners
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
  }

  public func send(_ request: Request) throws(Failure) -> Reply {
    unsafe curl_easy_reset(handle)
    try behave()
    try set(CURLOPT_URL, to: request.url)
    let headers = HeaderList()
    for header in request.headers { try headers.add(header) }
    // Nothing is asked for before a body is sent: it would cost a round trip.
    headers.addRemoval(of: "Expect")
    unsafe try headers.lend(to: handle)
    let intake = Intake(largest: manners.largestReply)
    let context = unsafe Unmanaged.passUnretained(intake).toOpaque()
    unsafe try check(heard_set_sinks(handle, onBody, onHeaderLine, context))
    if request.method == .post { try set(CURLOPT_POST, to: 1) }
    let code = unsafe request.body.withUnsafeBytes { bytes in
      // An empty body has no address, and without one the library would read standard input.
      let start = unsafe bytes.baseAddress ?? UnsafeRawPointer(context)
      let isSet =
        unsafe request.method == .get
        ? CURLE_OK : heard_set_body(handle, start, bytes.count)
      return unsafe isSet == CURLE_OK ? curl_easy_perform(handle) : isSet
    }
    withExtendedLifetime((headers, intake)) {}
    if intake.isTooLarge { throw .tooLarge }
    guard code == CURLE_OK else {
      let failure = Failure(code)
      let wasConnected = unsafe heard_was_connected(handle) != 0
      throw failure == .timedOut && !wasConnected ? .unreachable("no connection in time") : failure
    }
    return Reply(
      status: unsafe heard_status(handle), headers: intake.headers, body: intake.body)
  }

  private func behave() throws(Failure) {
    try set(CURLOPT_NOSIGNAL, to: 1)
    try set(CURLOPT_PROTOCOLS_STR, to: "http,https")
    try set(CURLOPT_HTTP_VERSION, to: CURL_HTTP_VERSION_1_1)
    try set(CURLOPT_FOLLOWLOCATION, to: 0)
    try set(CURLOPT_SSL_VERIFYPEER, to: 1)
    try set(CURLOPT_SSL_VERIFYHOST, to: 2)
    try set(CURLOPT_SSLVERSION, to: CURL_SSLVERSION_TLSv1_2)
    try set(CURLOPT_CONNECTTIMEOUT, to: manners.connecting)
    try set(CURLOPT_TIMEOUT, to: manners.total)
    try set(CURLOPT_LOW_SPEED_LIMIT, to: 1)
    try set(CURLOPT_LOW_SPEED_TIME, to: manners.silence)
    try set(CURLOPT_USERAGENT, to: manners.agent)
    // Empty: no proxy, whatever the environment says.
    try set(CURLOPT_PROXY, to: manners.proxy ?? "")
    if !manners.keepsConnections {
      try set(CURLOPT_FRESH_CONNECT, to: 1)
      try set(CURLOPT_FORBID_REUSE, to: 1)
    }
    if let file = manners.certificates { try set(CURLOPT_CAINFO, to: file) }
  }

  private func set(_ option: CURLoption, to value: Int) throws(Failure) {
    unsafe try check(heard_set_long(handle, option, value))
  }

  private func set(_ option: CURLoption, to value: String) throws(Failure) {
    unsafe try check(heard_set_text(handle, option, value))
  }
}

func check(_ code: CURLcode) throws(Failure) {
  if code != CURLE_OK { throw Failure(code) }
}

extension Failure {
  init(_ code: CURLcode) {
    let words = unsafe String(cString: curl_easy_strerror(code))
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      self = .unreachable(words)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED:
      self = .untrusted(words)
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT,
      CURLE_UNKNOWN_OPTION, CURLE_OUT_OF_MEMORY, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ENGINE_INITFAILED:
      self = .misuse(words)
    default: self = .cut(words)
    }
  }
}
