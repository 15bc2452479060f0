import ControlModel

/// Reads the audit log of Vault or OpenBao: one line for each request and one for its answer.
///
/// Two lines with one request id are one event: the request's time, the answer's result and, for a
/// login, the answer's identity. A request without an answer has no known result. Texts are keyed
/// hashes (`hmac-sha256:…`) with a salt for each device: equal values are equal within one device
/// only, and nothing can be read from them.
struct VaultAuditReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "vault-audit",
    title: "Vault or OpenBao audit log",
    writtenBy: "the audit device of type file",
    kinds: [.auditLog, .dataAccessLog, .tokenIssuance]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    let samples = ListShape().samples(document)
    return !samples.isEmpty
      && samples.allSatisfy { line in
        guard let type = line["type"]?.string, type == "request" || type == "response" else {
          return false
        }
        return line["request"]?.has("id", "operation") == true && line.has("time")
      }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let server = try sink.context.neededAccount("the server, which names what it issues", document)
    sink.kinds = [.auditLog]
    var exchanges: [VaultExchange] = []
    var open: [String: Int] = [:]
    for line in try ListShape().elements(document, into: &sink) {
      sink.attempt { (_) throws(Diagnostic) in
        guard let request = line["request"] else {
          throw line.malformed(found: "no request", needed: "a line of the audit log")
        }
        let id = try request.required("id")
        switch try line.required("type") {
        case "request":
          open[id] = exchanges.count
          exchanges.append(VaultExchange(id: id, request: line))
        case "response":
          // The log begins with the answer to switching it on, which has no request.
          guard let position = open.removeValue(forKey: id) else {
            exchanges.append(VaultExchange(id: id, response: line))
            return
          }
          exchanges[position].response = line
        case let other:
          throw line.malformed(
            found: "type \"\(clipped(other))\"",
            needed: "request or response"
          )
        }
      }
    }
    for exchange in exchanges {
      sink.attempt { (sink) throws(Diagnostic) in
        let event = try exchange.event()
        if event.kind == .data { sink.kinds.insert(.dataAccessLog) }
        sink.add(event)
        for issuance in try exchange.issuances(by: server) {
          sink.kinds.insert(.tokenIssuance)
          sink.add(issuance)
        }
      }
    }
  }
}
