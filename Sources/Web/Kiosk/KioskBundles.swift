import Foundation
import HTTP
import SurveyCore

/// What a kiosk asks without a network.
extension Site {
  func bundle(_ request: Request, _ access: KioskAccess) throws(Problem) -> Response {
    try request.kioskMethod(.get)
    let (device, _) = try device(of: request, access)
    let asked = try asked(at: device.place, access)
    let tag = tag(of: asked, at: device.place)
    let header = Response.Header("ETag", tag)
    if request.headers("if-none-match").contains(where: { Self.names($0, tag) }) {
      return Response(status: 304, headers: [header])
    }
    // Fetched only when it changed: not worth the memory that keeping it would take.
    var response = Response.json(
      KioskBundle(place: device.place, authority: authority, asked: asked.map(\.bundled)))
    response.headers.append(header)
    return response
  }

  /// The entity tag of the device's bundle as it is now, quotes included.
  func bundleTag(for device: KioskDevice, _ access: KioskAccess) throws(Problem) -> String {
    tag(of: try asked(at: device.place, access), at: device.place)
  }

  private struct Asked {
    let collection: Collection
    let edition: Edition

    var bundled: KioskBundle.Asked {
      KioskBundle.Asked(
        collection: collection.id, edition: edition.number, audience: collection.audience,
        promise: collection.promise, survey: edition.survey)
    }
  }

  private func asked(
    at place: String, _ access: KioskAccess
  ) throws(Problem) -> [Asked] {
    let open = try held { () throws(StoreError) in
      try access.keeper.collectionsOpen(at: place)
    }
    var asked: [Asked] = []
    for collection in open {
      let edition = try held { () throws(StoreError) in try keeper.edition(collection.edition) }
      guard let edition else { throw .broken }
      asked.append(Asked(collection: collection, edition: edition))
    }
    return asked
  }

  /// Made from what the bundle is made from, which is far less than the bundle. An edition never
  /// changes; the first word does when the bundle's own form changes.
  private func tag(of asked: [Asked], at place: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var parts = ["bundle 1", place]
    parts.append(String(decoding: (try? encoder.encode(authority)) ?? Data(), as: UTF8.self))
    for one in asked {
      parts.append(
        "\(one.collection.id) \(one.edition.hash) \(one.edition.number) "
          + "\(one.collection.promise.rawValue) \(one.collection.audience ?? "")")
    }
    let fingerprint = Fingerprint(of: Array(parts.joined(separator: "\n").utf8))
    return "\"\(fingerprint.description.prefix(32))\""
  }

  /// Whether the value of an `If-None-Match` field names `tag` (RFC 9110, section 13.1.2).
  private static func names(_ field: String, _ tag: String) -> Bool {
    field.split(separator: ",").contains { part in
      let part = part.trimmingSpaces
      return part == "*" || part == tag || part == "W/" + tag
    }
  }
}
