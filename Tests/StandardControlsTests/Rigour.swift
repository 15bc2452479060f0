import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation

/// What a standard control must have beside its check, and what one lacks.
struct Rigour {
  let control: Control
  /// The control's own fixtures.
  let fixtures: [ControlFixture]
  let policy: Policy

  private var description: ControlDescription { control.description }

  /// What the control lacks in its declaration.
  func lacksInWriting() -> [String] {
    var lacks: [String] = []
    func need(_ holds: Bool, _ what: String) { if !holds { lacks.append(what) } }
    // One of its family, or the framework's own id after the family's: NHI7-1, CSF-GV.OC-01.
    let shape = /[A-Z]+[0-9]*-([A-Z]+[A-Z.\- ]*)?[0-9][0-9.]*[a-z]?/
    need(description.id.wholeMatch(of: shape) != nil, "an id such as NHI7-1 or CSF-GV.OC-01")
    need(Self.isClaim(description.title), "a title that is a sentence without a full stop")
    need(Self.isProse(description.rationale, sentences: 2), "a rationale of one or two sentences")
    need(Self.isProse(description.remedy, sentences: 3), "a remedy in sentences")
    // What is named after an item of a framework refers to it by name, and speaks of every subject.
    need(isByFramework || !description.references.isEmpty, "a reference")
    need(isByFramework || !description.subjectKinds.isEmpty, "the subjects that it applies to")
    need(
      (description.satisfies + description.supports).contains {
        description.rationales[$0]?.isEmpty == false
      },
      "a mapping with a reason"
    )
    need(!description.needs.isEmpty, "the evidence that it needs")
    for kind in description.needs.filter({ $0.maximumAge == nil }).flatMap(\.kinds) {
      need(policy.maximumEvidenceAge(of: kind) > .zero, "a maximum age of \(kind.name)")
    }
    for parameter in control.parameters {
      need(policy.values[parameter.name] != nil, "\(parameter.name) in policy.yaml")
      need(policy.sources[parameter.name]?.isEmpty == false, "a source of \(parameter.name)")
      need(!parameter.meaning.isEmpty, "what \(parameter.name) limits")
    }
    return lacks
  }

  /// Whether the control has its name from an item that it satisfies, such as `CSF-GV.OC-01`.
  private var isByFramework: Bool {
    let name = description.id.split(separator: "-", maxSplits: 1).last ?? ""
    return (description.satisfies + description.supports).contains { requirement in
      requirement.framework != .nhi && requirement.framework != .asi
        && (name == requirement.id || name.dropLast() == requirement.id)
    }
  }

  /// What the control's fixtures do not show.
  func lacksInCases() -> [String] {
    var lacks: [String] = []
    func need(_ what: String, _ isShown: (ControlFixture) -> Bool) {
      if !fixtures.contains(where: isShown) { lacks.append("a case that \(what)") }
    }
    need("passes") { $0.outcome == .pass }
    need("fails") { $0.outcome == .fail }
    need("is not assessed, without evidence") { !$0.missing.isEmpty && $0.outcome.isUnassessed }
    need("is stale") { !$0.stale.isEmpty && $0.outcome == .stale }
    if description.isHardGate {
      need("fails although a waiver names it") { !$0.waived.isEmpty && $0.outcome == .fail }
    } else {
      need("is waived") { !$0.waived.isEmpty && $0.outcome == .waived }
    }
    return lacks
  }

  /// On which side of which limit no case stands.
  func lacksInLimits() async throws -> [String] {
    var lacks: [String] = []
    for parameter in control.parameters {
      if case .list = parameter.defaultValue { continue }
      let sides = LimitSides(parameter: parameter, cases: fixtures)
      lacks += try await sides.missing().map { "a case just \($0) \(parameter.name)" }
    }
    return lacks
  }

  /// Whether a text is a sentence that may be true: a capital first, several words, no full stop.
  private static func isClaim(_ text: String) -> Bool {
    text.first?.isUppercase == true && text.split(separator: " ").count >= 4
      && text.last.map { !".!?:;,".contains($0) } == true && !text.contains("\n")
  }

  /// Whether a text is whole sentences, and not more than so many.
  private static func isProse(_ text: String, sentences: Int) -> Bool {
    guard text.first?.isUppercase == true, text.last == "." else { return false }
    return text.split(separator: ". ").count <= sentences && !text.contains("\n")
  }
}
