import Foundation
import SurveyCore

/// The faces drawn with blocks, at any size: a head, eyes, brows and a mouth, all different.
struct FacePicture {
  let face: Face
  /// Columns; it is half as many rows high.
  let width: Int

  /// The drawn lines, those of them that are the edge, and where the head is, so that its inside
  /// can be coloured.
  func drawn() -> (lines: Pixels, edge: Pixels, head: Pixels) {
    var lines = Pixels(width: width, height: width)
    var edge = lines
    var head = lines
    for y in 0..<width {
      for x in 0..<width {
        let (u, v) = (at(x), at(y))
        let distance = (u * u + v * v).squareRoot()
        head[x, y] = distance <= 1
        edge[x, y] = distance <= 1 && distance > 1 - thickness
        lines[x, y] = edge[x, y] || (distance <= 1 && isFeature(u, v))
      }
    }
    return (lines, edge, head)
  }

  /// From -1 at the left or top to 1 at the right or bottom.
  private func at(_ pixel: Int) -> Double { (Double(pixel) + 0.5) / Double(width) * 2 - 1 }

  private var pixel: Double { 2 / Double(width) }
  private var thickness: Double { max(pixel * 1.05, 0.09) }

  private func isFeature(_ u: Double, _ v: Double) -> Bool {
    isEye(u, v) || isBrow(u, v) || isMouth(u, v)
  }

  /// Whether `v` is on a line at height `line`, half of it above and half below.
  private func isOn(_ line: Double, _ v: Double, _ weight: Double = 1) -> Bool {
    abs(v - line) <= max(thickness, pixel) * weight / 2 + pixel * 0.05
  }

  private func isEye(_ u: Double, _ v: Double) -> Bool {
    let across = abs(abs(u) - 0.4)
    switch face {
    // Closed with laughing.
    case .veryGood: return across <= 0.2 && isOn(-0.34 + across * across * 5, v, 1.3)
    case .good, .middling, .bad, .veryBad, .unsure:
      // A tear runs down from one eye of the saddest.
      if face == .veryBad, abs(u - 0.52) <= 0.07, (0.02...0.3).contains(v) { return true }
      let high = face == .unsure && u > 0 ? -0.32 : face == .veryBad ? -0.2 : -0.26
      return (across / 0.13) * (across / 0.13) + (v - high) * (v - high) / 0.04 <= 1.1
    }
  }

  private func isBrow(_ u: Double, _ v: Double) -> Bool {
    let inward = abs(u) - 0.22
    guard (0...0.4).contains(inward), width >= 16 else { return false }
    switch face {
    case .bad: return isOn(-0.66 + inward * 0.5, v)
    case .veryBad: return isOn(-0.76 + inward * 0.6, v)
    case .unsure: return u < 0 ? isOn(-0.52, v) : isOn(-0.7 + abs(inward - 0.2) * 0.4, v)
    case .veryGood, .good, .middling: return false
    }
  }

  private func isMouth(_ u: Double, _ v: Double) -> Bool {
    switch face {
    case .veryGood:
      abs(u) <= 0.6 && v >= 0.14 && (u / 0.62) * (u / 0.62) + pow((v - 0.14) / 0.56, 2) <= 1
    case .good: abs(u) <= 0.56 && isOn(0.52 - u * u * 0.95, v, 1.4)
    case .middling: abs(u) <= 0.5 && isOn(0.4, v, 1.4)
    case .bad: abs(u) <= 0.52 && isOn(0.3 + u * u * 0.95, v, 1.4)
    case .veryBad:
      abs(u) <= 0.42 && v <= 0.7 && (u / 0.44) * (u / 0.44) + pow((v - 0.7) / 0.4, 2) <= 1
    case .unsure: abs(u) <= 0.5 && isOn(0.42 + sin(u * 9) * 0.12, v, 1.3)
    }
  }

  /// How the inside is coloured, by how good the face is.
  var paint: Style.Paint {
    switch face {
    case .veryGood: .face0
    case .good: .face1
    case .middling: .face2
    case .bad: .face3
    case .veryBad: .face4
    case .unsure: .face5
    }
  }
}

extension Canvas {
  /// A face `width` columns wide and half as many rows high; in whole cells, two side by side to
  /// a pixel, where there are no half blocks.
  mutating func face(_ face: Face, _ x: Int, _ y: Int, width: Int, hasHalves: Bool) {
    let picture = FacePicture(face: face, width: hasHalves ? width : width / 2)
    let (lines, edge, head) = picture.drawn()
    let (across, down) = hasHalves ? (1, 2) : (2, 1)
    for row in 0..<width / 2 {
      for column in 0..<width {
        let (u, v) = (column / across, row * down)
        let isInside = head[u, v] && head[u, v + down - 1]
        let block = hasHalves ? lines.block(u, row) : lines[u, v] ? "█" : " "
        if block == " ", !isInside { continue }
        // Features are dark on the face; its edge is drawn in the ink of the page.
        let isEdge = edge[u, v] || edge[u, v + down - 1]
        let style = Style(
          ink: isEdge ? .ink : .feature, paper: isInside ? picture.paint : .paper)
        put(block, x + column, y + row, style)
      }
    }
  }
}
