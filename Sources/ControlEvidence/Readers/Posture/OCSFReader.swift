public import ControlModel

/// Reads events of the Open Cybersecurity Schema Framework: findings of scanners, and audit events.
///
/// What becomes of an event is decided by its class: compliance findings, and detections that say pass
/// or fail as prowler writes them, are posture; other detections are alerts; vulnerability findings,
/// changes of accounts, sign-ins and calls of interfaces are what their names say. Events of other
/// classes are rejected, since nothing here can hold them.
public struct OCSFReader: EvidenceReader {
  /// OCSF events.
  public let format = EvidenceFormat(
    id: "ocsf",
    title: "OCSF events: findings, alerts, audit events",
    writtenBy: "prowler -M json-ocsf, Security Lake, gateways and detection tools",
    kinds: [.configSnapshot, .vulnScanReport, .monitorAlerts, .auditLog]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the first element is an event with its class and the product that wrote it.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let first = document.firstElement else { return false }
    return first["class_uid"] != nil && first["metadata"]?["version"] != nil
  }

  /// Reads a record for each event, and a run for each product that judged.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "OCSF events, one a line or in an array",
        remedy: "export them as JSON"
      )
    }
    var runs: [String: ScannerRun] = [:]
    for element in document.elements {
      sink.attempt { (sink) throws(Diagnostic) in
        try Self.take(OCSFEvent(element), &runs, &sink)
      }
    }
    for run in runs.values.sorted(by: { $0.id < $1.id }) { sink.add(run.record) }
    try sink.settleKinds(of: document, format)
  }

  private static func take(
    _ event: OCSFEvent,
    _ runs: inout [String: ScannerRun],
    _ sink: inout RecordSink
  ) throws(Diagnostic) {
    switch event.classID {
    case 2003:
      try takePosture(event, &runs, &sink)
    case 2001, 2004:
      // Security findings of version 1.0, and detections: prowler's say pass or fail.
      if event.judgement != nil {
        try takePosture(event, &runs, &sink)
      } else {
        sink.add(try event.alert())
        sink.kinds.insert(.monitorAlerts)
      }
    case 2002:
      let records = try event.vulnerabilities()
      let run = note(event, records.count, &runs, sink.context)
      for record in records { sink.add(record(run)) }
      sink.kinds.insert(.vulnScanReport)
    case 3001, 3002, 3003, 3005, 3006, 6003:
      sink.add(try event.auditEvent())
      sink.kinds.insert(.auditLog)
    default:
      throw event.cursor.malformed(
        found: "an event of class \(event.classID)",
        needed: "a finding, an event of identity and access, or a call of an interface"
      )
    }
  }

  private static func takePosture(
    _ event: OCSFEvent,
    _ runs: inout [String: ScannerRun],
    _ sink: inout RecordSink
  ) throws(Diagnostic) {
    let findings = try event.postureFindings(run: runID(event))
    _ = note(event, findings.filter { $0.status == .fail }.count, &runs, sink.context)
    for finding in findings { sink.add(finding) }
    sink.kinds.insert(.configSnapshot)
  }

  private static func runID(_ event: OCSFEvent) -> String {
    "\(event.product):\(event.cursor.path)"
  }

  /// Counts findings to the run of the event's product.
  private static func note(
    _ event: OCSFEvent,
    _ count: Int,
    _ runs: inout [String: ScannerRun],
    _ context: EvidenceContext
  ) -> String {
    let id = runID(event)
    var run =
      runs[id]
      ?? ScannerRun(
        id: id,
        tool: event.product,
        version: event.productVersion,
        target: event.account ?? context.account ?? event.cursor.path,
        at: event.time,
        event.cursor.locator
      )
    run.note(event.time)
    run.findingCount += count
    runs[id] = run
    return id
  }
}
