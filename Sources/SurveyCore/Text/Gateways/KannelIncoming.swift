internal import Foundation

extension KannelGateway {
  /// A POST is a message, a GET a receipt; both have the secret as the last part of the path.
  public func read(_ request: WireRequest) -> Arrival {
    let path = request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
    let last = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
    // As it stands in the address we gave; nothing is decoded on a stranger's word.
    let expected = Secret(WireForm.escape(settings.secret.text))
    guard expected.matches(last.dropFirst()) else { return .stranger(.wrong) }
    do throws(WireFault) {
      let query = WireForm(queryOf: request.target)
      switch request.method {
      case .post: return .text(try text(request, query))
      case .get: return .receipt(try receipt(query))
      }
    } catch {
      return .unreadable(error)
    }
  }

  private func text(_ request: WireRequest, _ query: WireForm) throws(WireFault) -> IncomingText {
    guard let from = request.header("X-Kannel-From") else { throw .missing(field: "X-Kannel-From") }
    guard try query.text("coding") != "1" else { throw .unknownEncoding }
    let named = try query.text("charset") ?? Self.charset(request.header("Content-Type"))
    return IncomingText(
      id: try query.text("id").flatMap { $0.isEmpty ? nil : $0 },
      from: from,
      to: request.header("X-Kannel-To") ?? "",
      body: try Self.decode(request.body, named),
      sent: request.header("X-Kannel-Time").flatMap(WireTime.read),
      // A whole message comes without: Kannel joins the parts and takes their headers away.
      isFragment: request.header("X-Kannel-UDH").map { !$0.isEmpty } ?? false)
  }

  private func receipt(_ query: WireForm) throws(WireFault) -> TextReceipt {
    let reference = UUID(uuidString: try query.required("ref"))
    guard let state = Int(try query.required("state")).flatMap(Report.init(rawValue:)) else {
      throw .unknownValue(field: "state")
    }
    let (delivery, failure) = Self.meaning(of: state, try query.text("answer") ?? "")
    return TextReceipt(reference: reference, id: nil, delivery: delivery, failure: failure)
  }

  /// `NACK/0x0000000b` is SMPP's "invalid destination address"; other refusals say nothing about
  /// the number.
  private static func meaning(
    of state: Report, _ answer: String
  ) -> (TextDelivery, TextReceipt.Failure?) {
    switch state {
    case .delivered: (.delivered, nil)
    case .undelivered: (.undelivered, .temporary)
    case .queued, .accepted: (.sent, nil)
    case .rejected:
      (.refused, answer.lowercased().hasPrefix("nack/0x0000000b") ? .permanent : .technical)
    }
  }

  /// With `mo-recode` everything is UTF-8; without, it is what the network sent.
  private static func decode(_ body: [UInt8], _ charset: String?) throws(WireFault) -> String {
    guard body.count <= WireRequest.bodyLimit else {
      throw .tooLarge(limit: WireRequest.bodyLimit)
    }
    let text: String?
    switch (charset ?? "").lowercased() {
    case "", "utf-8", "utf8", "us-ascii": text = String(validating: body, as: UTF8.self)
    case "utf-16be", "ucs-2":
      text = bigEndian(body).flatMap { String(validating: $0, as: UTF16.self) }
    case "iso-8859-1", "latin1":
      text = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
    default: throw .unknownEncoding
    }
    guard let text else { throw .notUTF8 }
    return text
  }

  private static func bigEndian(_ bytes: [UInt8]) -> [UInt16]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }

  private static func charset(_ type: String?) -> String? {
    guard let type, let mark = type.lowercased().firstRange(of: "charset=") else { return nil }
    return type.lowercased()[mark.upperBound...].prefix { $0 != ";" }
      .filter { $0 != "\"" && $0 != " " }
  }
}
