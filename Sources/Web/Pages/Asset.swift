import SurveyCore

/// A file of ours, known by a name that changes with its content so that it may be kept for ever.
struct Asset: Sendable {
  /// Such as `heard-0123456789.css`.
  let name: String
  let type: String
  let bytes: [UInt8]

  static let styles = Asset("css", "text/css; charset=utf-8", PackageResources.heard_css)
  static let script = Asset("js", "text/javascript; charset=utf-8", PackageResources.heard_js)
  static let icon = Asset("svg", "image/svg+xml", PackageResources.heard_svg)

  static let all = [styles, script, icon]

  private init(_ ending: String, _ type: String, _ bytes: [UInt8]) {
    name = "heard-\(Fingerprint(of: bytes).description.prefix(10)).\(ending)"
    (self.type, self.bytes) = (type, bytes)
  }
}
