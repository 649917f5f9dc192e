import Client
import Foundation
import SurveyCore

/// `POST /kiosk/v1/enrol`: a code, once, for this device's key.
struct Enrolment {
  let server: String
  let key: DeviceKey
  let exchange: Upstream.Exchange

  /// - Throws: `Refused` in words for whoever typed the code.
  func enrol(with code: String) throws -> Device {
    let asked = KioskWire.Enrolling(code: code, key: key.publicKey, version: Version.number)
    let reply: Reply
    do {
      reply = try exchange(
        Request(
          .post, server + "/kiosk/v1/enrol", headers: [Header("Content-Type", "application/json")],
          body: try Upstream.json(asked)))
    } catch let error as Failure {
      throw Refused("\(server): \(Trouble(error).words)")
    }
    switch reply.status {
    case 201: break
    case 403:
      throw Refused(
        "the server does not take this code: it is wrong, was used, or is older than 15 minutes; "
          + "make another with \"heard kiosk enrol --place PLACE\"")
    case 429: throw Refused("too many wrong codes; wait some minutes and make another code")
    case 300..<400:
      throw Refused("\(server): sends us elsewhere; write the address it really has")
    default: throw Refused("\(server): answered with status \(reply.status); is Heard there?")
    }
    guard let enrolled: KioskWire.Enrolled = try? Upstream.read(reply),
      enrolled.sealingKey.count == 32
    else { throw Refused("\(server): what answers there is not Heard") }
    return Device(
      server: server, device: enrolled.device, place: enrolled.place,
      sealingKey: enrolled.sealingKey, pin: enrolled.pin)
  }
}

extension Settings {
  var manners: Manners {
    var manners = Manners(agent: Version.agent)
    (manners.certificates, manners.proxy) = (certificates, proxy)
    return manners
  }
}
