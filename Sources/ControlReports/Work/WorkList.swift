public import ControlModel

/// What is to be done so that the gate opens: the remedies, grouped by who is accountable and by
/// the system to be mended, in the order in which the gate needs them.
public struct WorkList: Sendable, Hashable {
  /// The groups, that with the most urgent item first.
  public let groups: [WorkGroup]

  /// Arranges the open findings and gaps of results.
  ///
  /// What is waived is accepted and no work; what is flagged below its tier comes last.
  ///
  /// - Parameter results: What came of the assessment.
  public init(_ results: AssessmentResults) {
    let controls = Dictionary(
      results.controls.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var items: [GroupKey: [WorkItem]] = [:]
    var order: [GroupKey] = []
    for subject in results.subjects {
      for result in subject.controls {
        guard let control = controls[result.control] else { continue }
        for (system, item) in Self.items(of: result, control, subject) {
          let key = GroupKey(owner: subject.subject.owner, system: system)
          if items[key] == nil { order.append(key) }
          items[key, default: []].append(item)
        }
      }
    }
    let groups = order.map { key in
      WorkGroup(owner: key.owner, system: key.system, items: Self.sorted(items[key] ?? []))
    }
    // Stable: what is equally urgent stays in the order of subjects and suites.
    self.groups = groups.enumerated().sorted { left, right in
      let (one, other) = (left.element.urgency, right.element.urgency)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  private struct GroupKey: Hashable {
    let owner: String
    let system: String
  }

  private static func sorted(_ items: [WorkItem]) -> [WorkItem] {
    items.enumerated().sorted { left, right in
      let (one, other) = (left.element.urgency, right.element.urgency)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  /// The work that one control gives, by the system where it is to be done.
  private static func items(
    of result: ControlResult,
    _ control: ControlDescription,
    _ subject: SubjectResult
  ) -> [(system: String, item: WorkItem)] {
    let systems = Dictionary(
      subject.files.map { ($0.path, $0.sourceSystem) },
      uniquingKeysWith: { first, _ in first }
    )
    func system(_ path: String?) -> String {
      guard let path else { return subject.subject.id }
      if case .some(.some(let name)) = systems[path], !name.isEmpty { return name }
      return path.split(separator: "/").first.map(String.init) ?? subject.subject.id
    }
    var need = WorkItem.Need.flagged
    if result.blocks { need = result.failedCount > 0 ? .deny : .hold }
    let closes = subject.tier == .production || result.blocks
    if control.isHardGate, result.findingCount > 0, closes { need = .hardGate }
    var item = WorkItem(subject: subject.subject.id, control: control, need: need)
    // A hard gate cannot be waived: what a waiver names there is work all the same.
    let open = result.findings.filter { $0.waiver == nil || control.isHardGate }
    if !open.isEmpty {
      item.isCut = result.findingCount > result.findings.count
      let groups = grouped(open) { finding in
        Remedy(
          system: system(finding.locator?.path),
          text: finding.remedy.isEmpty ? control.remedy : finding.remedy
        )
      }
      return groups.map { remedy, findings in
        item.remedy = remedy.text
        item.records = findings.map { WorkRecord($0) }
        return (remedy.system, item)
      }
    }
    guard result.outcome.isUnassessed else { return [] }
    item.problem = result.reasons.joined(separator: "; ")
    item.remedy = Unblocking.remedy(for: result, control)
    return [(system(result.evidence.first), item)]
  }

  /// What is to be done, and where.
  private struct Remedy: Hashable {
    let system: String
    let text: String
  }

  private static func grouped(
    _ findings: [Finding],
    by key: (Finding) -> Remedy
  ) -> [(Remedy, [Finding])] {
    var groups: [Remedy: [Finding]] = [:]
    var order: [Remedy] = []
    for finding in findings {
      let name = key(finding)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(finding)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
