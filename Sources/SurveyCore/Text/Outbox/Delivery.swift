extension TextDelivery {
  /// Whether nothing changes any more: the first end is the end.
  public var isFinal: Bool {
    switch self {
    case .queued, .perhapsSent, .sent: false
    case .delivered, .undelivered, .refused: true
    }
  }

  /// How far the message is once a receipt has come, which may be late, or a repeat: never back.
  public func after(receipt: TextDelivery) -> TextDelivery {
    isFinal || receipt.stage <= stage ? self : receipt
  }

  private var stage: Int {
    switch self {
    case .queued: 0
    case .perhapsSent: 1
    case .sent: 2
    case .delivered, .undelivered, .refused: 3
    }
  }
}

/// Whether a number is still to be written to.
public struct NumberStanding: Sendable, Hashable, Codable {
  /// How often in a row it could not be reached.
  public private(set) var misses = 0
  /// Whether nothing is sent to it until a person says so: a later "delivered" does not end it.
  public private(set) var isDisabled = false

  public init() {}

  /// How many times in a row a phone may be off or full.
  public static let missesAtMost = 3

  /// Takes in a receipt that moved its message on. A repeat must not come here.
  public mutating func heed(_ receipt: TextReceipt) {
    switch (receipt.delivery, receipt.failure) {
    case (_, .permanent), (_, .optedOut): isDisabled = true
    case (_, .temporary):
      misses += 1
      isDisabled = isDisabled || misses >= Self.missesAtMost
    case (.delivered, _): misses = 0
    default: break
    }
  }
}
