import ControlModel

/// Controls that belong together, written in one file and named after it.
///
/// ```swift
/// public let longLivedSecrets = ControlSuite("Long-lived secrets", .satisfies(.nhi(7))) {
///   Control("NHI7-2", "Every credential has an expiry") { (credential: Credential, _) in
///     try expect("expiry", credential.expiresAt, .present)
///   }
/// }
/// ```
public struct ControlSuite: Sendable {
  /// The suite's name.
  public let name: String
  /// The controls in the order they are written, each with the suite's traits.
  public let controls: [Control]

  /// Writes a suite.
  ///
  /// - Parameters:
  ///   - name: The suite's name.
  ///   - traits: What holds for every control of the suite; a control's own traits come after and
  ///     win where only one can hold.
  ///   - controls: The controls.
  public init(
    _ name: String,
    _ traits: ControlTrait...,
    @ControlSuiteBuilder controls: () -> [Control]
  ) {
    self.name = name
    self.controls = controls().map { $0.adding(traits, inSuite: name) }
  }
}

/// Lists the controls of a suite one below the other.
@resultBuilder
public enum ControlSuiteBuilder {
  /// One control.
  public static func buildExpression(_ control: Control) -> [Control] { [control] }
  /// Controls made elsewhere, such as by a function for a family of like ones.
  public static func buildExpression(_ controls: [Control]) -> [Control] { controls }
  /// All controls of the block.
  public static func buildBlock(_ parts: [Control]...) -> [Control] { parts.flatMap { $0 } }
  /// The controls of a loop.
  public static func buildArray(_ parts: [[Control]]) -> [Control] { parts.flatMap { $0 } }
}

extension Control {
  /// The control as a member of a suite: what the suite says holds where the control is silent.
  fileprivate func adding(_ traits: [ControlTrait], inSuite suite: String) -> Control {
    var blank = ControlDraft(ControlDescription(id: description.id, title: description.title))
    let defaults = blank.description
    for trait in traits { trait.apply(to: &blank) }
    let shared = blank.description
    var merged = self
    merged.description.suite = suite
    merged.description.satisfies =
      shared.satisfies
      + description.satisfies.filter {
        !shared.satisfies.contains($0)
      }
    merged.description.supports =
      description.supports
      + shared.supports.filter {
        !description.supports.contains($0)
      }
    // A control that satisfies what its suite only supports keeps the stronger claim.
    merged.description.supports.removeAll { merged.description.satisfies.contains($0) }
    merged.description.rationales.merge(shared.rationales) { own, _ in own }
    let ownKinds = Set(description.needs.flatMap(\.kinds))
    merged.description.needs += shared.needs.filter { ownKinds.isDisjoint(with: $0.kinds) }
    if description.subjectKinds.isEmpty { merged.description.subjectKinds = shared.subjectKinds }
    if description.tiers.isEmpty { merged.description.tiers = shared.tiers }
    if description.severity == defaults.severity { merged.description.severity = shared.severity }
    if description.blocksFrom == defaults.blocksFrom {
      merged.description.blocksFrom = shared.blocksFrom
    }
    if description.mode == defaults.mode { merged.description.mode = shared.mode }
    if description.coreProof == nil { merged.description.coreProof = shared.coreProof }
    if description.rationale.isEmpty { merged.description.rationale = shared.rationale }
    if description.remedy.isEmpty { merged.description.remedy = shared.remedy }
    merged.description.isHardGate = description.isHardGate || shared.isHardGate
    merged.description.references += shared.references
    merged.description.asks += shared.asks.filter { !description.asks.contains($0) }
    for parameter in blank.parameters where !parameters.contains(parameter) {
      merged.description.parameters.append(parameter.name)
      merged.parameters.append(parameter)
    }
    merged.check = check.signed(blank.signed)
    return merged
  }
}
