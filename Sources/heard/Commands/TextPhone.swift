import ArgumentParser
import Foundation
import HTTP
import Logging
import SurveyCore

extension TextCommand {
  struct Phone: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A phone in the terminal, to try the text channel without a gateway.",
      discussion: """
        Stands in for the gateway 'kannel' of heard.yaml at the address it is sent to, and hands \
        what is typed to the server by the real webhook. Each line is one text; an empty line or \
        the end of the input turns the phone off.
        """)

    @OptionGroup var data: DataOptions
    @Option(help: "The phone's own number; by default one of those kept free for use in drama.")
    var number = "07700 900123"

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        guard let text = settings.text,
          case .kannel(let sending, _, _, let secretFile) = text.gateway,
          let place = Endpoint(sending: sending)
        else {
          throw Refused(
            "the phone stands in for a 'kannel' on this machine; see 'text:' in heard.yaml")
        }
        let own: PhoneNumber
        do throws(PhoneNumber.Fault) { own = try PhoneNumber(number) } catch {
          throw Refused(error.words)
        }
        guard case .address(let base) = try administer(.address, in: data) else { return }
        let file = URL(fileURLWithPath: secretFile, relativeTo: data.keys)
        let secret = try textFile(file.path).trimmingCharacters(in: .whitespacesAndNewlines)
        let phone = TerminalPhone(
          number: own, sender: text.sender, webhook: "\(base)/text/kannel/\(secret)")
        let server = try Server(
          listen: place, logger: Logger(label: "heard.phone"),
          refusalPage: { .text("refused\n", status: $0) }, handler: phone.respond)
        Output.line("This is the phone \(number). Text \(text.sender); an empty line turns it off.")
        while let line = readLine(), !line.isEmpty { try phone.send(line) }
        // What was just sent is answered before the phone goes off.
        Thread.sleep(forTimeInterval: 1)
        server.stop(within: 1)
      }
    }
  }
}

/// What a gateway would do between the server and one phone.
private struct TerminalPhone: Sendable {
  let number: PhoneNumber
  let sender: String
  let webhook: String
  private let client = GatewayClient()

  init(number: PhoneNumber, sender: String, webhook: String) {
    (self.number, self.sender, self.webhook) = (number, sender, webhook)
  }

  /// Takes a text the server sends, as Kannel's `sendsms` does, and tells that it was delivered.
  func respond(to request: HTTP.Request) -> Outcome {
    guard request.method == .post, let to = request.header("X-Kannel-To") else {
      return .now(.text("Denied\n", status: 400))
    }
    if to == number.e164 {
      let words = String(decoding: request.body, as: UTF8.self)
      Output.line("\n" + words.split(separator: "\n").map { "  | \($0)" }.joined(separator: "\n"))
    }
    if let receipt = request.header("X-Kannel-DLR-URL") {
      let address = receipt.replacing("%d", with: "1").replacing("%A", with: "")
      Thread { _ = client.send(WireRequest(.get, address)) }.start()
    }
    return .now(.text("0: Accepted for delivery", status: 202))
  }

  /// Hands a text to the server, as Kannel posts it.
  func send(_ words: String) throws {
    let request = WireRequest(
      .post, "\(webhook)?id=\(UUID().uuidString.lowercased())&coding=0&charset=UTF-8",
      headers: [
        WireHeader("Content-Type", "text/plain; charset=\"UTF-8\""),
        WireHeader("X-Kannel-From", number.e164), WireHeader("X-Kannel-To", sender),
      ], body: Array(words.utf8))
    switch client.send(request) {
    case .response(let response) where response.status == 200: return
    case .response(let response): throw Refused("the server answered \(response.status)")
    case .notReached, .lost: throw Refused("no server answers; start 'heard serve' or 'heard demo'")
    }
  }
}

extension Endpoint {
  /// Where the address of a gateway on this machine is; nil for any other.
  fileprivate init?(sending address: String) {
    guard let url = URL(string: address), url.scheme == "http", let host = url.host,
      ["127.0.0.1", "localhost", "::1"].contains(host),
      let port = url.port.flatMap({ UInt16(exactly: $0) })
    else { return nil }
    self.init(host: host, port: port)
  }
}
