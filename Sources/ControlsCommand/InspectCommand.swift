import ControlEvidence
import ControlModel
import Foundation

extension Command {
  /// Says what a file is and shows its records as the controls see them.
  static let inspect = Command(
    name: "evidence inspect",
    summary: "say what a file is, how many records it holds, and show them normalised",
    operands: "FILE",
    operandCount: 1...1,
    options: [
      CommandOption("kind", "KIND", "read it as the canonical form of this kind"),
      CommandOption("format", "FORMAT", "read it as this format; see controls list formats"),
      CommandOption("mapping", "FILE", "read it by this mapping file"),
      CommandOption(
        "mappings",
        "DIR",
        "folder of mapping files (default: mappings where it exists)"
      ),
      CommandOption("account", "NAME", "the account or cluster it was collected from"),
      CommandOption("about", "NAME", "what the answer is about, where it does not say"),
      CommandOption("collected-at", "TIME", "when it was collected, where it does not say"),
      CommandOption("as-of", "TIME", "time to measure ages at (default: now)"),
      CommandOption("limit", "N", "show at most N records of a type (default: 20)"),
      CommandOption("json", nil, "print all records as JSON"),
    ],
    discussion: "Exit codes: 0 every record was read, 65 the file or a record cannot be read."
  ) { session in
    let arguments = session.arguments
    let inspection = try Inspection(session)
    if arguments.has("json") {
      session.console.write(JSONText.write(inspection.json))
    } else {
      session.console.write(
        inspection.text(
          limit: try limit(arguments),
          asOf: try session.asOf(),
          width: session.console.width
        )
      )
    }
    for problem in inspection.reading.diagnostics { session.console.writeError(problem) }
    return inspection.reading.rejectedCount == 0 ? .approve : .badInput
  }

  private static func limit(_ arguments: ParsedArguments) throws -> Int {
    guard let text = arguments.value("limit") else { return 20 }
    guard let limit = Int(text), limit >= 0 else {
      throw UsageProblem("--limit needs a whole number, not \"\(text)\"")
    }
    return limit
  }
}

/// A file as a reader understands it.
private struct Inspection {
  let reading: EvidenceReading

  init(_ session: Session) throws {
    let arguments = session.arguments
    let path = arguments.operands[0]
    var kinds: [EvidenceKind] = []
    if let name = arguments.value("kind") {
      let known = EvidenceKind.all.map(\.kind.name)
      guard known.contains(name) else { throw UsageProblem.unknown("kind", name, among: known) }
      kinds = [EvidenceKind(name)]
    }
    let mappings = try session.mappings()
    let named = arguments.all("mapping")
    let mapping = mappings.first { named.contains($0.mapping.path) }
    if let format = arguments.value("format") {
      if mapping != nil { throw UsageProblem("--mapping names the format: leave out --format") }
      let known = mappings.map(\.format.id) + EvidenceReaders.formats.map(\.id)
      guard known.contains(format) else {
        throw UsageProblem.unknown("format", format, among: known)
      }
    }
    let format =
      arguments.value("format") ?? mapping?.format.id
      ?? (kinds.isEmpty ? nil : EvidenceReaders.canonical.format.id)
    let collectedAt = try arguments.value("collected-at").map { text in
      guard let instant = Instant(rfc3339: text) else {
        throw UsageProblem(
          "--collected-at needs an RFC 3339 time such as 2026-11-20T09:00:00Z, not \"\(text)\""
        )
      }
      return instant
    }
    do throws(Diagnostic) {
      reading = try EvidenceReading(
        path: path,
        format: format,
        context: EvidenceContext(
          kinds: kinds,
          account: arguments.value("account"),
          about: arguments.value("about"),
          collectedAt: collectedAt
        ),
        mappings: mappings,
        threads: ProcessInfo.processInfo.activeProcessorCount
      )
    } catch {
      throw Problems([error])
    }
  }

  private var tables: [(type: any EvidenceRecord.Type, rows: [RecordFieldsText])] {
    var seen: Set<String> = []
    return EvidenceKind.all.flatMap(\.recordTypes).compactMap { type in
      guard seen.insert(type.recordName).inserted else { return nil }
      let rows = RecordFieldsText.all(type, in: reading.records)
      return rows.isEmpty ? nil : (type, rows)
    }
  }

  func text(limit: Int, asOf: Instant, width: Int) -> String {
    var lines = [
      "format   \(reading.format.id): \(reading.format.title)",
      "sha256   \(reading.digest)",
      "bytes    \(reading.sizeInBytes)",
      "records  \(reading.recordCount)\(reading.isPartial ? ", one page of several" : "")",
      "rejected \(reading.rejectedCount)",
    ]
    if reading.leftOutCount > 0 { lines.append("left out \(reading.leftOutCount), by the mapping") }
    if let observedAt = reading.observedAt { lines.append("as of    \(observedAt), says the file") }
    for (type, rows) in tables {
      let kinds = type.kinds.map(\.name).joined(separator: ", ")
      lines += ["", "\(type.recordName): \(rows.count) (\(kinds))"]
      for row in rows.prefix(limit) {
        lines += row.lines(asOf: reading.observedAt ?? asOf, width: width)
      }
      if rows.count > limit { lines.append("  and \(rows.count - limit) more: --limit or --json") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: EvidenceValue {
    var members: [EvidenceValue.Member] = [
      .init(name: "format", value: EvidenceValue(.string(reading.format.id))),
      .init(name: "sha256", value: EvidenceValue(.string(reading.digest))),
      .init(name: "recordCount", value: EvidenceValue(.number(String(reading.recordCount)))),
      .init(name: "rejectedCount", value: EvidenceValue(.number(String(reading.rejectedCount)))),
    ]
    let records = tables.map { type, rows in
      EvidenceValue.Member(
        name: type.recordName,
        value: EvidenceValue(.array(rows.map(\.value)))
      )
    }
    members.append(.init(name: "records", value: EvidenceValue(.object(records))))
    return EvidenceValue(.object(members))
  }
}
