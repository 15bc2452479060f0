import ControlEvidence
public import ControlModel
import Foundation
public import Testing

/// One case of a control's fixture file: records in, the expected outcome and findings out.
///
/// A fixture file holds one control's cases in YAML; `Tests/StandardControlsTests/Fixtures` has
/// many. Records that all cases share stand once; a case replaces whole record types.
public struct ControlFixture: Sendable, CustomTestStringConvertible {
  /// A finding as a case expects it; what is `nil` is not compared.
  public struct ExpectedFinding: Sendable, Hashable {
    /// The record's key.
    public var record: String
    /// What deviates.
    public var attribute: String
    /// What was needed.
    public var expected: String?
    /// What was found.
    public var observed: String?
  }

  /// The control's id.
  public var control: String
  /// The case's name, which reads as a row of a truth table.
  public var name: String
  /// The kind of subject; `nil`: the first that the control applies to.
  public var subject: Subject.Kind?
  /// The tier that is sought.
  public var tier: Tier
  /// The time the assessment is made for.
  public var asOf: Instant
  /// The records by type, as written.
  public var records: [String: [EvidenceValue]]
  /// The kinds of which there is no file.
  public var missing: [EvidenceKind]
  /// The kinds whose files are older than any limit.
  public var stale: [EvidenceKind]
  /// The kinds whose files say that they are complete.
  public var complete: [EvidenceKind]
  /// The policy parameters the case sets, as written.
  public var policy: EvidenceValue?
  /// The keys of the records that an active waiver covers.
  public var waived: [String]
  /// What must come of the control.
  public var outcome: Outcome
  /// What must deviate, in order; `nil`: not compared.
  public var findings: [ExpectedFinding]?
  /// Fields (`Identity.vendor`) and record types whose removal may turn this case into a pass, with
  /// the reason.
  public var mayExcuse: [String: String]

  /// The control and the case's name, for the test's log.
  public var testDescription: String { "\(control) \(name)" }
}

extension ControlFixture {
  /// Reads the fixture files of a folder.
  ///
  /// - Parameter folder: The folder's path.
  /// - Returns: All cases, in order of file and case.
  /// - Throws: ``Diagnostic`` where a file cannot be read.
  public static func load(folder: String) throws -> [ControlFixture] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".yaml") }.flatMap { name in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      return try cases(of: try ConfigurationDocument.read(bytes, path: name), path: name)
    }
  }

  private static func cases(of root: EvidenceValue, path: String) throws -> [ControlFixture] {
    let reader = FixtureReader(path: path)
    try reader.allow(root, ["control", "asOf", "subject", "tier", "records", "cases"])
    let control = try reader.text(root, "control")
    guard let asOf = Instant(rfc3339: try reader.text(root, "asOf")) else {
      throw reader.problem(root, "asOf in RFC 3339")
    }
    let shared = try reader.records(root["records"])
    return try (root["cases"]?.elements ?? []).map { entry in
      try reader.allow(
        entry,
        [
          "name", "asOf", "subject", "tier", "records", "missing", "stale", "complete", "policy",
          "waive", "outcome", "findings", "mayExcuse",
        ]
      )
      guard let outcome = Outcome(rawValue: try reader.text(entry, "outcome")) else {
        throw reader.problem(entry, "outcome: \(Outcome.allCases.map(\.rawValue))")
      }
      var records = shared
      for (type, own) in try reader.records(entry["records"]) { records[type] = own }
      let ownAsOf = entry["asOf"]?.string.flatMap { Instant(rfc3339: $0) }
      return ControlFixture(
        control: control,
        name: try reader.text(entry, "name"),
        subject: (entry["subject"] ?? root["subject"])?.string.flatMap {
          Subject.Kind(rawValue: $0)
        },
        tier: (entry["tier"] ?? root["tier"])?.string.flatMap { Tier(rawValue: $0) } ?? .production,
        asOf: ownAsOf ?? asOf,
        records: records,
        missing: try reader.kinds(entry["missing"]),
        stale: try reader.kinds(entry["stale"]),
        complete: try reader.kinds(entry["complete"]),
        policy: entry["policy"],
        waived: (entry["waive"]?.elements ?? []).compactMap(\.string),
        outcome: outcome,
        findings: try reader.findings(entry["findings"]),
        mayExcuse: try reader.excuses(entry["mayExcuse"])
      )
    }
  }
}

/// Reads the parts of a fixture file.
private struct FixtureReader {
  let path: String

  func problem(_ value: EvidenceValue, _ needed: String) -> Diagnostic {
    Diagnostic(
      .evidenceMalformed,
      at: Locator(path: path, line: value.line),
      found: "another fixture",
      needed: needed,
      remedy: "mend the fixture"
    )
  }

  func allow(_ value: EvidenceValue, _ names: [String]) throws {
    for member in value.members ?? [] where !names.contains(member.name) {
      throw problem(member.value, "one of \(names.joined(separator: ", ")), not \(member.name)")
    }
  }

  func text(_ value: EvidenceValue, _ name: String) throws -> String {
    guard let text = value[name]?.string else { throw problem(value, "\(name) as text") }
    return text
  }

  func records(_ value: EvidenceValue?) throws -> [String: [EvidenceValue]] {
    var records: [String: [EvidenceValue]] = [:]
    for member in value?.members ?? [] {
      guard RecordTypes.named(member.name) != nil else {
        throw problem(member.value, "a record type, not \(member.name)")
      }
      records[member.name] = member.value.elements ?? []
    }
    return records
  }

  func kinds(_ value: EvidenceValue?) throws -> [EvidenceKind] {
    try (value?.elements ?? []).map { element in
      guard let name = element.string,
        let known = EvidenceKind.all.first(where: { $0.kind.name == name })
      else { throw problem(element, "a known evidence kind") }
      return known.kind
    }
  }

  func findings(_ value: EvidenceValue?) throws -> [ControlFixture.ExpectedFinding]? {
    try value?.elements?.map { element in
      try allow(element, ["record", "attribute", "expected", "observed"])
      return ControlFixture.ExpectedFinding(
        record: try scalar(element, "record") ?? "",
        attribute: try scalar(element, "attribute") ?? "",
        expected: try scalar(element, "expected"),
        observed: try scalar(element, "observed")
      )
    }
  }

  /// A text, or a number or Boolean value as its text: what a finding observed is always text.
  private func scalar(_ value: EvidenceValue, _ name: String) throws -> String? {
    switch value[name]?.content {
    case nil, .null: nil
    case .string(let text), .number(let text): text
    case .bool(let bool): bool ? "true" : "false"
    default: throw problem(value, "\(name) as text")
    }
  }

  func excuses(_ value: EvidenceValue?) throws -> [String: String] {
    var excuses: [String: String] = [:]
    for element in value?.elements ?? [] {
      try allow(element, ["field", "record", "because"])
      guard let name = (element["field"] ?? element["record"])?.string else {
        throw problem(element, "a field or record")
      }
      excuses[name] = try text(element, "because")
    }
    return excuses
  }
}

/// The record types by name.
enum RecordTypes {
  private static let byName: [String: any EvidenceRecord.Type] = Dictionary(
    EvidenceKind.all.flatMap(\.recordTypes).map { ($0.recordName, $0) },
    uniquingKeysWith: { one, _ in one }
  )

  /// The type of that name, or `nil`.
  static func named(_ name: String) -> (any EvidenceRecord.Type)? { byName[name] }
}
