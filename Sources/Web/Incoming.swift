import HTTP
import SurveyCore

extension Request {
  /// Refuses every method but those given.
  func allow(get: Bool = true, post: Bool = false) throws(Refusal) {
    let isAllowed = (method == .get && get) || (method == .post && post)
    guard !isAllowed else { return }
    throw .wrongMethod(
      allowed: [get ? "GET, HEAD" : nil, post ? "POST" : nil].compactMap { $0 }
        .joined(separator: ", "))
  }

  /// The form in the body, from a page of ours.
  ///
  /// A browser says where a form comes from; the session cookie's SameSite keeps other sites out
  /// as well, and this is the second lock on the door.
  func ownForm() throws(Refusal) -> Form {
    if let site = header("sec-fetch-site"), site != "same-origin", site != "none" {
      throw .notOurs
    }
    // Our own pages send "null" here, because they ask browsers not to say where people come from.
    if let origin = header("origin"), origin != "null", let host = header("host") {
      guard origin == "http://\(host)" || origin == "https://\(host)" else { throw .notOurs }
    }
    let type = header("content-type")?.prefix { $0 != ";" }.lowercased() ?? ""
    guard type.trimmingSpaces == "application/x-www-form-urlencoded" else { throw .wrongType }
    do { return try Form(parsing: body) } catch { throw .badRequest }
  }

  /// The one of `languages` that the language switch asked for.
  func asked(of languages: [Language]) -> Language? {
    query.first("lang").flatMap { code in languages.first { $0.code == code } }
  }

  /// The best of `languages` for this browser, or asked for; nil when it names none of them.
  func preferred(of languages: [Language]) -> Language? {
    if let asked = asked(of: languages) { return asked }
    for range in (header("accept-language") ?? "").prefix(200).split(separator: ",") {
      let code = range.prefix { $0 != ";" && $0 != "-" }.lowercased().trimmingSpaces
      if let match = languages.first(where: { $0.code == code }) { return match }
    }
    return nil
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    let head = drop { $0 == " " || $0 == "\t" }
    guard let last = head.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(head[...last])
  }
}
