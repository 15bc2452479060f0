public import ControlModel

/// Reads prowler's table, versions 3 to 5: columns apart by semicolons, names in capitals.
///
/// Times have no zone: they are the scanner's local time and name no instant, so the time of the
/// findings is that of the collection, which the manifest states.
public struct ProwlerCSVReader: EvidenceReader {
  /// The table of findings.
  public let format = EvidenceFormat(
    id: "prowler-csv",
    title: "prowler findings as a table",
    writtenBy: "prowler aws -M csv",
    kinds: [.configSnapshot]
  )

  private static let columns = ["FINDING_UID", "STATUS", "CHECK_ID", "SEVERITY", "RESOURCE_UID"]

  /// Creates the reader.
  public init() {}

  /// Whether the table has the columns of prowler's findings.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let columns = document.table?.columns else { return false }
    return Self.columns.allSatisfy(columns.contains)
  }

  /// Reads a finding for each row, and the run.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let table = document.table, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no table of findings",
        needed: "the columns \(Self.columns.joined(separator: ", "))",
        remedy: "export with `prowler -M csv`, version 3 or later"
      )
    }
    let seenAt = try sink.context.neededTime(document)
    let runID = "prowler:\(document.path)"
    var run: ScannerRun?
    for (offset, row) in table.rows.enumerated() {
      let cells = TableRow(table, offset, document)
      sink.attempt { (sink) throws(Diagnostic) in
        let finding = try Self.finding(cells, run: runID, at: seenAt)
        sink.add(finding)
        var noted =
          run
          ?? ScannerRun(
            id: runID,
            tool: "prowler",
            version: cells["PROWLER_VERSION"],
            target: cells["ACCOUNT_UID"] ?? sink.context.account ?? document.path,
            at: seenAt,
            Locator(path: document.path, digest: document.digest, line: row.line)
          )
        noted.findingCount += finding.status == .fail ? 1 : 0
        run = noted
      }
    }
    if let run { sink.add(run.record) }
  }

  private static func finding(
    _ row: TableRow,
    run: String,
    at seenAt: Instant
  ) throws(Diagnostic) -> PostureFinding {
    let word = try row.required("STATUS")
    // A muted finding says MUTED in some versions, and FAIL beside MUTED True in others.
    let isMuted = word == "MUTED" || row["MUTED"]?.lowercased() == "true"
    guard let status = PostureWords.status(word) else {
      throw row.malformed(found: "an unknown STATUS", needed: "PASS, FAIL, MANUAL or MUTED")
    }
    return PostureFinding(
      id: try row.required("FINDING_UID"),
      tool: "prowler",
      run: run,
      rule: try row.required("CHECK_ID"),
      resource: try row.required("RESOURCE_UID"),
      status: status,
      severity: PostureWords.severity(row["SEVERITY"]),
      suppressed: isMuted,
      mapsTo: mapsTo(row["COMPLIANCE"]),
      lastSeenAt: seenAt,
      locator: row.locator
    )
  }

  /// `CIS-1.5: 1.14, 1.15 | SOC2: cc_6_1` is `CIS-1.5:1.14`, `CIS-1.5:1.15`, `SOC2:cc_6_1`.
  private static func mapsTo(_ cell: String?) -> [String]? {
    let names = (cell ?? "").split(separator: "|").flatMap { part -> [String] in
      let parts = part.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return [] }
      let standard = parts[0].filter { $0 != " " }
      return parts[1].split(separator: ",").map { "\(standard):\($0.filter { $0 != " " })" }
    }
    return names.isEmpty ? nil : names
  }
}
