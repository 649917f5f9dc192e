/// The colours of a screen. Nothing is ever said by colour alone.
enum Theme: String, Sendable, CaseIterable {
  case light, dark
  case highContrast = "high-contrast"
  /// Bold and reverse only.
  case mono

  /// The parameters of the SGR sequence for a style, its resetting included.
  func sgr(_ style: Style, isFine: Bool) -> String {
    var codes = style.isBold ? "0;1" : "0"
    guard self != .mono else { return style.isReversed ? codes + ";7" : codes }
    let (ink, paper) = (colour(style.ink), colour(style.paper))
    if isFine { return codes + ";38;5;\(ink.fine);48;5;\(paper.fine)" }
    codes += ink.basic < 8 ? ";\(30 + ink.basic)" : ";\(82 + ink.basic)"
    return codes + (paper.basic < 8 ? ";\(40 + paper.basic)" : ";\(92 + paper.basic)")
  }

  /// A colour out of 16 and, where the terminal has them, out of 256.
  private struct Colour {
    let basic: Int
    let fine: Int

    init(_ basic: Int, _ fine: Int) { (self.basic, self.fine) = (basic, fine) }
  }

  private func colour(_ paint: Style.Paint) -> Colour {
    switch self {
    case .light: Self.light(paint)
    case .dark: Self.dark(paint)
    case .highContrast, .mono: Self.strong(paint)
    }
  }

  private static func face(_ paint: Style.Paint) -> Colour {
    switch paint {
    case .face0: Colour(10, 120)
    case .face1: Colour(14, 158)
    case .face2: Colour(11, 229)
    case .face3: Colour(13, 223)
    case .face4: Colour(12, 153)
    case .face5: Colour(7, 254)
    default: Colour(0, 16)
    }
  }

  private static func light(_ paint: Style.Paint) -> Colour {
    switch paint {
    case .paper: Colour(15, 231)
    case .ink: Colour(0, 234)
    case .quiet: Colour(0, 240)
    case .line: Colour(0, 245)
    case .accent: Colour(4, 24)
    case .onAccent: Colour(15, 231)
    case .chosen: Colour(4, 24)
    case .onChosen: Colour(15, 231)
    case .help: Colour(5, 89)
    case .onHelp: Colour(15, 231)
    case .fault: Colour(1, 124)
    case .raised: Colour(7, 255)
    default: face(paint)
    }
  }

  private static func dark(_ paint: Style.Paint) -> Colour {
    switch paint {
    case .paper: Colour(0, 234)
    case .ink: Colour(15, 255)
    case .quiet: Colour(7, 250)
    case .line: Colour(7, 245)
    case .accent: Colour(14, 117)
    case .onAccent: Colour(0, 16)
    case .chosen: Colour(6, 31)
    case .onChosen: Colour(15, 231)
    case .help: Colour(13, 218)
    case .onHelp: Colour(0, 16)
    case .fault: Colour(11, 222)
    case .raised: Colour(0, 236)
    default: face(paint)
    }
  }

  private static func strong(_ paint: Style.Paint) -> Colour {
    switch paint {
    case .paper, .onAccent, .onHelp, .onChosen, .raised: Colour(0, 16)
    case .accent, .chosen, .help: Colour(11, 226)
    case .face0, .face1, .face2, .face3, .face4, .face5: Colour(15, 231)
    case .feature: Colour(0, 16)
    default: Colour(15, 231)
    }
  }
}
