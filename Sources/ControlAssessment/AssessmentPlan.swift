public import ControlFrameworks
public import ControlModel
public import ControlTesting

/// What is to be assessed: which controls, by which policy and waivers, for which time.
public struct AssessmentPlan: Sendable {
  /// The controls in the order of their suites, without those that the filter leaves out.
  public let controls: [Control]
  /// The policy in force.
  public var policy: Policy
  /// The waivers in force.
  public var waivers: [Waiver]
  /// The time the assessment is made for.
  public var asOf: Instant
  /// The tier to judge every subject for; `nil`: the tier that each subject seeks.
  public var tier: Tier?
  /// What left controls out; `nil` where all run.
  public var filter: String?
  /// SHA-256 of the policy file; empty where the defaults are used.
  public var policyDigest: String
  /// SHA-256 of the waiver file; empty where there is none.
  public var waiversDigest: String
  /// The catalogues whose items are the rows of the matrix.
  public let catalogs: [Catalog]
  /// The crosswalk rows of the organisation's own that lead from imported frameworks to known items.
  public var links: [Crosswalk]
  /// The files that those frameworks and rows were read from.
  public var frameworkFiles: [FrameworkFile]
  /// The profiles to decide on beside the tier; they leave no control out.
  public var profiles: [Profile]
  /// The ids of all controls, those left out by the filter among them.
  let knownControls: Set<String>

  /// Creates a plan.
  ///
  /// - Parameters:
  ///   - suites: The control suites, checked by ``SuiteCheck``.
  ///   - policy: The policy in force.
  ///   - waivers: The waivers in force.
  ///   - asOf: The time the assessment is made for.
  ///   - tier: The tier to judge for; `nil`: what each subject seeks.
  ///   - filter: Keeps the controls whose id, suite or a mapped requirement's id starts with it.
  ///   - catalogs: The catalogues whose items are the rows of the matrix.
  public init(
    suites: [ControlSuite],
    policy: Policy,
    waivers: [Waiver],
    asOf: Instant,
    tier: Tier? = nil,
    filter: String? = nil,
    catalogs: [Catalog]
  ) {
    let all = suites.flatMap(\.controls)
    knownControls = Set(all.map(\.description.id))
    controls = filter.map { word in all.filter { $0.description.matches(word) } } ?? all
    self.policy = policy
    self.waivers = waivers
    self.asOf = asOf
    self.tier = tier
    self.filter = filter
    self.catalogs = catalogs
    links = []
    frameworkFiles = []
    profiles = []
    policyDigest = ""
    waiversDigest = ""
  }
}

extension ControlDescription {
  /// Whether a filter's word is the start of the control's id, its suite's name or a mapped id.
  package func matches(_ word: String) -> Bool {
    let wanted = word.lowercased()
    let names = [id, suite] + satisfies.map(\.id) + supports.map(\.id)
    return names.contains { $0.lowercased().hasPrefix(wanted) }
  }
}
