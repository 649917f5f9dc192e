extension Authority {
  /// Whom to ring when somebody is in danger.
  public static let emergencyPhone = "999"

  private static let childlinePhone = "0800 1111"

  /// Everybody one can turn to now: the authority's own, then Childline, named once; a `few` are
  /// enough where the rest are a step away.
  public func reachable(few: Bool = false, saying words: Words) -> [Contact] {
    let own = few ? contacts.filter { Self.isChildline($0.phone) } : contacts
    if own.contains(where: { Self.isChildline($0.phone) }) { return own }
    return own + [
      Contact(
        name: [words.language: words.help.childline], phone: Self.childlinePhone,
        hours: [words.language: words.help.childlineHours])
    ]
  }

  private static func isChildline(_ phone: String) -> Bool {
    phone.filter(\.isNumber) == childlinePhone.filter(\.isNumber)
  }
}
