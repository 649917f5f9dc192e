import Foundation
import HTTP
import SurveyCore

/// Enrolling, and heartbeats.
extension Site {
  func enrol(_ request: Request, _ access: KioskAccess) throws(Problem) -> Outcome {
    try request.kioskMethod(.post)
    let asked = try request.json(KioskWire.Enrolling.self)
    guard DeviceKey.isPublicKey(asked.key), Self.isVersion(asked.version) else {
      throw .unreadable
    }
    let now = clock()
    let client = request.client
    guard wrongCodes.mayTry(from: client, at: now) else { throw .tooManyTries }
    guard let key = access.sealingKey() else { throw .noKey }
    guard let code = EnrolmentCode(asked.code) else {
      wrongCodes.note(from: client, at: now)
      throw .wrongCode
    }
    let newcomer = KioskNewcomer(
      id: access.makeID(), key: asked.key, sealingKey: key.publicKey, version: asked.version,
      instant: now, day: Day(now, in: zone))
    return afterCommit { answer in
      access.keeper.enrol(newcomer, by: code.fingerprint) { result in
        answer(enrolled(result, client: client, at: now))
      }
    }
  }

  private func enrolled(
    _ result: Result<EnrolledKiosk?, StoreError>, client: String, at now: Date
  ) -> Response {
    switch result {
    case .failure(let error): return Problem(error).response
    case .success(nil):
      wrongCodes.note(from: client, at: now)
      return Problem.wrongCode.response
    case .success(let kiosk?):
      return .json(
        KioskWire.Enrolled(
          device: kiosk.device.id, place: kiosk.device.place,
          sealingKey: kiosk.device.sealingKey, pin: kiosk.pin, now: seconds(now)), status: 201)
    }
  }

  func heartbeat(_ request: Request, _ access: KioskAccess) throws(Problem) -> Outcome {
    try request.kioskMethod(.post)
    let (device, signature) = try device(of: request, access)
    let heartbeat = try request.json(KioskWire.Heartbeat.self)
    let counts = [
      heartbeat.waiting, heartbeat.setAside, heartbeat.next, heartbeat.free, heartbeat.wrongPINs,
    ]
    guard counts.allSatisfy((0...Self.mostCounted).contains), Self.isVersion(heartbeat.version)
    else { throw .unreadable }
    let tag = try bundleTag(for: device, access)
    let now = clock()
    return afterCommit { answer in
      access.keeper.note(
        heartbeat, clockDifference: signature.clock.wall - seconds(now), of: device.id, at: now
      ) { result in
        switch result {
        case .success(true): answer(.json(KioskWire.Heard(now: seconds(now), bundle: tag)))
        case .success(false): answer(Problem.unknownDevice.response)
        case .failure(let error): answer(Problem(error).response)
        }
      }
    }
  }

  /// More than any disk holds, and sums of a thousand do not overflow.
  private static let mostCounted = 1 << 50

  /// A version is shown in lists, so it must be short and printable.
  private static func isVersion(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}
