import Foundation
import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// Drawing only what changed gives the screen that composing all of it gives.
struct RedrawingTests {
  @Test(arguments: GoldenScreens.names)
  func `redrawing is composing`(_ name: String) throws {
    for size in [(80, 24), (120, 40), (200, 60), (66, 20)] {
      var state = try GoldenScreens.screen(name, width: size.0, height: size.1)
      var chance = SeededChance(7)
      var view = state.view
      for _ in 0..<60 {
        let before = state
        _ = state.take(.input(.key(key(&chance))), at: 0, minting: { UUID() })
        let next = state.view(after: Shown(before, view))
        let whole = state.view
        #expect(next.frame == whole.frame, "\(name) \(size)")
        #expect(next.spots == whole.spots, "\(name) \(size)")
        #expect(next.focused == whole.focused && next.parts == whole.parts)
        #expect(next.page == whole.page, "\(name) \(size)")
        view = next
      }
    }
  }

  private func key(_ chance: inout SeededChance) -> Key {
    let keys: [Key] = [
      .left, .right, .up, .down, .tab, .backTab, .home, .end, .pageDown, .pageUp, .enter,
      .typed("1"), .typed("2"), .typed("3"), .typed(" "), .left, .right, .up, .down,
    ]
    return keys.randomElement(using: &chance) ?? .left
  }

  @Test func `a glyph keeps what people type, and shortens pictures joined to one`() {
    for character: Character in ["a", " ", "ŵ", "漢", "🙂", "e\u{301}", "👍🏽", "█"] {
      #expect(Glyph(character).text == String(character))
    }
    #expect(Glyph("👨‍👩‍👧").text == "👨")
    #expect(!Glyph("e\u{301}").isPlain)
    for plain: Character in ["a", "ŵ", "█", "🙂"] { #expect(Glyph(plain).isPlain) }
  }
}
