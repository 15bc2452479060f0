package import ControlAssessment
public import ControlModel
public import ControlTesting

extension ControlFixture {
  /// Runs the case.
  ///
  /// - Parameter suites: The suites that hold the control.
  /// - Returns: What came of the control.
  /// - Throws: ``Diagnostic`` where a record or the policy of the case cannot be read, or no suite
  ///   holds the control.
  public func result(in suites: [ControlSuite]) async throws -> ControlResult {
    let (plan, inventory) = try prepared(in: suites)
    let results = await Assessment.run(plan, over: [inventory], toolVersion: "")
    guard let result = results.subjects.first?.controls.first else {
      throw Self.problem("no result of \(self.control)")
    }
    return result
  }

  /// What the case runs: a plan of the one control, and the subject's evidence.
  ///
  /// - Parameter suites: The suites that hold the control.
  /// - Returns: The plan and the evidence.
  /// - Throws: As ``result(in:)``.
  package func prepared(
    in suites: [ControlSuite]
  ) throws -> (plan: AssessmentPlan, inventory: Inventory) {
    guard
      let control = suites.flatMap(\.controls).first(where: { $0.description.id == self.control })
    else { throw Self.problem("no suite holds \(self.control)") }
    let kind = subject ?? Subject.Kind.allCases.first { applies(control, to: $0) } ?? .vendor
    let subject = Subject(id: "subject", name: "Subject", kind: kind, tier: tier, owner: "owner")
    var tables = RecordTables()
    var files: [EvidenceFile] = []
    var provided: Set<EvidenceKind> = Set(control.description.needs.flatMap(\.kinds))
    for (name, values) in records.sorted(by: { $0.key < $1.key }) {
      guard let type = RecordTypes.named(name) else { continue }
      provided.formUnion(type.kinds.prefix(1))
      try read(type, values, into: &tables)
    }
    for kind in provided.sorted() where !missing.contains(kind) { files.append(file(kind)) }
    let suite = ControlSuite(control.description.suite) { control }
    let plan = AssessmentPlan(
      suites: [suite],
      policy: try policyInForce(control),
      waivers: waivers,
      asOf: asOf,
      tier: tier,
      catalogs: []
    )
    return (plan, Inventory(subject: subject, files: files, records: tables))
  }

  /// How the case's result differs from what it expects; empty where it does not.
  ///
  /// - Parameter suites: The suites that hold the control.
  /// - Returns: One line for each difference.
  /// - Throws: As ``result(in:)``.
  public func mismatches(in suites: [ControlSuite]) async throws -> [String] {
    let result = try await result(in: suites)
    var lines: [String] = []
    if result.outcome != outcome {
      lines.append("outcome \(result.outcome.rawValue), expected \(outcome.rawValue)")
      lines += result.reasons.map { "  because \($0)" }
      lines += result.unjudged.map { "  unjudged \($0.found)" }
      lines += result.findings.map { "  finding \($0.record) \($0.attribute): \($0.observed)" }
    }
    guard let findings else { return lines }
    if findings.count != result.findings.count {
      lines.append("\(result.findings.count) findings, expected \(findings.count)")
    }
    for (found, expected) in zip(result.findings, findings) where !expected.agrees(with: found) {
      lines.append(
        "finding \(found.record) | \(found.attribute) | \(found.expected) | \(found.observed), "
          + "expected \(expected.record) | \(expected.attribute) | \(expected.expected ?? "-") | "
          + "\(expected.observed ?? "-")"
      )
    }
    return lines
  }

  private func applies(_ control: Control, to kind: Subject.Kind) -> Bool {
    control.description.subjectKinds.isEmpty || control.description.subjectKinds.contains(kind)
  }

  private func file(_ kind: EvidenceKind) -> EvidenceFile {
    var file = EvidenceFile(path: "\(kind.name).yaml", state: .read)
    file.kinds = [kind]
    file.sourceClass = .ownExport
    file.collectedAt = asOf.advanced(by: stale.contains(kind) ? .days(-3650) : .days(-1))
    file.completeness = complete.contains(kind) ? .complete : .unstated
    return file
  }

  private func read<R: EvidenceRecord>(
    _ type: R.Type,
    _ values: [EvidenceValue],
    into tables: inout RecordTables
  ) throws {
    for (offset, value) in values.enumerated() {
      // Line numbers keep the records in the order they are written.
      let place = Locator(path: "\(R.kinds[0].name).yaml", line: offset + 1, pointer: "/\(offset)")
      var fields = RecordFields(
        EvidenceValue(value.content),
        at: place,
        fields: R.fields
      )
      let unknown = (value.members ?? []).map(\.name).filter { name in
        !R.fields.contains { $0.name == name }
      }
      let record = R(reading: &fields)
      if let problem = fields.problems.first { throw problem }
      if let name = unknown.first { throw Self.problem("\(R.recordName) has no field \(name)") }
      tables.append(record)
    }
  }

  private var waivers: [Waiver] {
    if waived.isEmpty { return [] }
    return [
      Waiver(
        id: "W-1",
        control: control,
        subject: "subject",
        records: waived,
        reason: "fixture",
        owner: "owner",
        approver: "approver",
        compensatingControl: "none",
        startsAt: asOf.advanced(by: .days(-1)),
        expiresAt: asOf.advanced(by: .days(1))
      )
    ]
  }

  private func policyInForce(_ control: Control) throws -> Policy {
    var members = [EvidenceValue.Member(name: "version", value: EvidenceValue(.number("1")))]
    if let policy { members.append(.init(name: "parameters", value: policy)) }
    let (read, problems) = PolicyReader.read(
      EvidenceValue(.object(members)),
      path: "\(testDescription): policy",
      parameters: control.parameters,
      catalogs: []
    )
    if let problem = problems.first { throw problem }
    return read
  }

  static func problem(_ found: String) -> Diagnostic {
    Diagnostic(
      .suiteMalformed,
      found: found,
      needed: "a fixture of a control in the suites",
      remedy: "mend the fixture"
    )
  }
}

extension ControlFixture.ExpectedFinding {
  /// Whether a finding is the expected one.
  func agrees(with finding: Finding) -> Bool {
    record == finding.record && attribute == finding.attribute
      && (expected ?? finding.expected) == finding.expected
      && (observed ?? finding.observed) == finding.observed
  }
}
