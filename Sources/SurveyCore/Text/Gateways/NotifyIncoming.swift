internal import Foundation

extension NotifyGateway {
  /// Received texts and receipts may come to one address: they are told apart by their fields.
  public func read(_ request: WireRequest) -> Arrival {
    guard let shown = request.header("Authorization") else { return .stranger(.nameless) }
    let parts = shown.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer",
      settings.bearer.matches(String(parts[1]))
    else { return .stranger(.wrong) }
    do throws(WireFault) {
      let shape = try WireJSON.read(Shape.self, from: request.body)
      if shape.isMessage { return .text(try text(request.body)) }
      if shape.isReceipt { return .receipt(try receipt(request.body)) }
      throw .neither
    } catch {
      return .unreadable(error)
    }
  }

  private func text(_ body: [UInt8]) throws(WireFault) -> IncomingText {
    let message = try WireJSON.read(Received.self, from: body)
    return IncomingText(
      id: message.id, from: message.source_number, to: message.destination_number,
      body: message.message, sent: WireTime.read(message.date_received))
  }

  private func receipt(_ body: [UInt8]) throws(WireFault) -> TextReceipt {
    let receipt = try WireJSON.read(Receipt.self, from: body)
    guard receipt.notification_type == "sms" else {
      throw .unknownValue(field: "notification_type")
    }
    guard let (delivery, failure) = Self.meaning(of: receipt.status) else {
      throw .unknownValue(field: "status")
    }
    return TextReceipt(
      reference: receipt.reference.flatMap(UUID.init), id: receipt.id, delivery: delivery,
      failure: failure)
  }

  /// Which of the two it is.
  private struct Shape: Decodable {
    var isMessage: Bool
    var isReceipt: Bool

    enum Key: String, CodingKey {
      case source_number, message, notification_type, status
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      isMessage = fields.contains(.source_number) || fields.contains(.message)
      isReceipt = fields.contains(.notification_type) || fields.contains(.status)
    }
  }

  private struct Received: Decodable {
    var id: String
    var source_number: String
    var destination_number: String
    var message: String
    var date_received: String
  }

  private struct Receipt: Decodable {
    var id: String
    var reference: String?
    var status: String
    var notification_type: String
  }
}
