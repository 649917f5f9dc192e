internal import Crypto
internal import Foundation

extension TwilioGateway {
  /// Everything is signed; a receipt has a `MessageStatus`.
  public func read(_ request: WireRequest) -> Arrival {
    guard let shown = request.header("X-Twilio-Signature") else { return .stranger(.nameless) }
    guard request.body.count <= WireRequest.bodyLimit else { return .stranger(.wrong) }
    let form = WireForm(request.body)
    guard let algorithm = Self.algorithm(request), isSigned(request, form, shown, algorithm) else {
      return .stranger(.wrong)
    }
    do throws(WireFault) {
      if try form.text("MessageStatus") != nil { return .receipt(try receipt(request, form)) }
      if try form.text("From") != nil { return .text(try text(form)) }
      throw .neither
    } catch {
      return .unreadable(error)
    }
  }

  /// A form's fields are signed; of other bodies the address holds the digest.
  private func isSigned(
    _ request: WireRequest, _ form: WireForm, _ shown: String,
    _ algorithm: TwilioSignature.Algorithm
  ) -> Bool {
    let signature = TwilioSignature(secret: settings.token)
    let address = settings.ours + request.target
    if let digest = try? WireForm(queryOf: request.target).text("bodySHA256") {
      let isWhole = Secret(digest.lowercased())
        .matches(SHA256.hash(data: request.body).map(Self.hex).joined())
      return signature.matches(shown, at: address, fields: [], by: algorithm) && isWhole
    }
    return signature.matches(shown, at: address, fields: form.fields, by: algorithm)
  }

  /// SHA-1, unless the request names another; nil where it names one we do not know.
  private static func algorithm(_ request: WireRequest) -> TwilioSignature.Algorithm? {
    let parts = (request.header("X-Twilio-Webhooks-Signature-Settings") ?? "").split(separator: ",")
      .map { $0.filter { $0 != " " } }
    guard let named = parts.first(where: { $0.hasPrefix("algorithm=") }) else { return .sha1 }
    return TwilioSignature.Algorithm(rawValue: named.dropFirst(10).uppercased())
  }

  private func text(_ form: WireForm) throws(WireFault) -> IncomingText {
    let body = TwilioBody.decode(try form.text("Body") ?? "")
    let media = try form.text("NumMedia") ?? "0"
    let said = try form.text("OptOutType")
    return IncomingText(
      id: try form.text("MessageSid"),
      from: try form.required("From"),
      to: try form.text("To") ?? "",
      body: body,
      sent: nil,
      optOut: said?.uppercased() ?? heeded(body),
      hasMedia: media != "0")
  }

  /// What Twilio does by itself even where it does not say so: single words, in any case. `YES` is
  /// left out: it opts in who had opted out, and is an answer from everybody else.
  private func heeded(_ body: String) -> String? {
    guard settings.answersStop else { return nil }
    let word = body.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if Stopping.gatewayWords.contains(word) { return "STOP" }
    switch word {
    case "start", "unstop": return "START"
    case "help", "info": return "HELP"
    default: return nil
    }
  }

  private func receipt(
    _ request: WireRequest, _ form: WireForm
  ) throws(WireFault) -> TextReceipt {
    let failure = Self.failure(try form.text("ErrorCode").flatMap { Int($0) })
    let (delivery, why): (TextDelivery, TextReceipt.Failure?) =
      switch try form.required("MessageStatus") {
      case "accepted", "scheduled", "queued", "sending", "sent": (.sent, nil)
      case "delivered", "read": (.delivered, nil)
      case "undelivered", "failed":
        (failure == .permanent || failure == .optedOut ? .refused : .undelivered, failure)
      default: throw .unknownValue(field: "MessageStatus")
      }
    return TextReceipt(
      reference: try WireForm(queryOf: request.target).text("ref").flatMap(UUID.init),
      id: try form.text("MessageSid"), delivery: delivery, failure: why)
  }

  private static func failure(_ code: Int?) -> TextReceipt.Failure {
    guard let code else { return .technical }
    if code == Code.optedOut { return .optedOut }
    if Code.wrongNumber.contains(code) { return .permanent }
    return Code.temporary.contains(code) ? .temporary : .technical
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

/// A long message Twilio put together sometimes comes in base 64.
enum TwilioBody {
  /// Decodes what can hardly be anything else: long, whole, and giving text that is mostly ASCII
  /// and has no control characters but line breaks. Everything else is left as it is.
  static func decode(_ body: String) -> String {
    let letters = body.utf8.filter { $0 != 0x0D && $0 != 0x0A }
    guard letters.count >= 60, letters.count.isMultiple(of: 4),
      let data = Data(base64Encoded: Data(letters)),
      let text = String(validating: data, as: UTF8.self), !text.isEmpty
    else { return body }
    let scalars = text.unicodeScalars
    let isText = scalars.allSatisfy {
      $0 == "\n" || $0 == "\r" || $0.properties.generalCategory != .control
    }
    return isText && scalars.count(where: \.isASCII) * 2 >= scalars.count ? text : body
  }
}
