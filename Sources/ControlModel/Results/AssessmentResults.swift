/// The results of one assessment: which controls ran over which subjects, and what came of it.
///
/// The same evidence, controls, policy, waivers and as-of time give equal results on any day, in any
/// folder, on any number of threads.
public struct AssessmentResults: Sendable, Hashable {
  /// The time the assessment is made for; every age and expiry is measured at it.
  public var asOf: Instant
  /// The version of the tool.
  public var toolVersion: String
  /// SHA-256 of the policy file; empty where the defaults were used.
  public var policyDigest: String
  /// SHA-256 of the waiver file; empty where there is none.
  public var waiversDigest: String
  /// The framework and crosswalk files that were added to what comes with the tool, in order.
  public var frameworkFiles: [FrameworkFile]
  /// The filter that left controls out; `nil` where all ran.
  public var filter: String?
  /// The controls that ran, in the order of their suites.
  public var controls: [ControlDescription]
  /// The policy parameters in force, by name in order.
  public var parameters: [ParameterInForce]
  /// The results by subject, in order of id.
  public var subjects: [SubjectResult]
  /// The profiles that were asked for; each subject has a result of each, in this order.
  public var profiles: [Profile]

  /// Creates results.
  ///
  /// - Parameters:
  ///   - asOf: The time the assessment is made for.
  ///   - toolVersion: The version of the tool.
  ///   - policyDigest: SHA-256 of the policy file.
  ///   - waiversDigest: SHA-256 of the waiver file.
  ///   - filter: The filter that left controls out.
  ///   - controls: The controls that ran.
  ///   - parameters: The policy parameters in force.
  ///   - subjects: The results by subject.
  public init(
    asOf: Instant,
    toolVersion: String,
    policyDigest: String,
    waiversDigest: String,
    filter: String?,
    controls: [ControlDescription],
    parameters: [ParameterInForce],
    subjects: [SubjectResult]
  ) {
    self.asOf = asOf
    self.toolVersion = toolVersion
    self.policyDigest = policyDigest
    self.waiversDigest = waiversDigest
    frameworkFiles = []
    self.filter = filter
    self.controls = controls
    self.parameters = parameters
    self.subjects = subjects
    profiles = []
  }

  /// The worst decision of all subjects; `hold` where there is no subject.
  public var decision: GateDecision { subjects.map(\.decision).max() ?? .hold }

  /// The worst decision of a profile over all subjects; `hold` where there is none.
  ///
  /// - Parameter profile: The profile's name.
  /// - Returns: The decision.
  public func decision(of profile: String) -> GateDecision {
    let decisions = subjects.map { subject in
      subject.profiles.first { $0.profile == profile }?.decision ?? .hold
    }
    return decisions.max() ?? .hold
  }
}

/// A file of the organisation's own that added rows to the matrix, or crosswalk rows behind them.
public struct FrameworkFile: Sendable, Hashable {
  /// The framework that the file holds; `nil` for a crosswalk.
  public var framework: FrameworkID?
  /// SHA-256 of its bytes as 64 hexadecimal digits.
  public var digest: String

  /// Names a file by what it holds.
  ///
  /// - Parameters:
  ///   - framework: The framework that it holds; `nil` for a crosswalk.
  ///   - digest: SHA-256 of its bytes.
  public init(framework: FrameworkID?, digest: String) {
    self.framework = framework
    self.digest = digest
  }
}

/// A policy parameter as it was in force.
public struct ParameterInForce: Sendable, Hashable {
  /// The parameter.
  public var parameter: PolicyParameter
  /// Its value.
  public var value: PolicyValue
  /// Where the value comes from in the organisation's rules; `nil`: the parameter's default.
  public var source: String?

  /// Creates a parameter in force.
  ///
  /// - Parameters:
  ///   - parameter: The parameter.
  ///   - value: Its value.
  ///   - source: Where the value comes from.
  public init(parameter: PolicyParameter, value: PolicyValue, source: String?) {
    self.parameter = parameter
    self.value = value
    self.source = source
  }
}

/// What came of the assessment for one subject.
public struct SubjectResult: Sendable, Hashable {
  /// The subject.
  public var subject: Subject
  /// The tier that was judged: the one sought, or the one asked for on the command line.
  public var tier: Tier
  /// Whether it may enter the tier.
  public var decision: GateDecision
  /// What it is today.
  public var readiness: Readiness
  /// Why, the decisive reasons first.
  public var reasons: [GateReason]
  /// The core proofs and what came of each; `uncovered` ones are not assessed.
  public var coreProofs: [CoreProofResult]
  /// What came of each control, in the order of the suites.
  public var controls: [ControlResult]
  /// Where each requirement stands, in the order of the frameworks and their catalogues.
  public var requirements: [RequirementResult]
  /// The evidence files, in order of path.
  public var files: [EvidenceFile]
  /// Problems of the evidence that concern no single file.
  public var diagnostics: [Diagnostic]
  /// The waivers for this subject that were in force or wrong.
  public var waivers: [Waiver]
  /// What is wrong with them.
  public var waiverFindings: [WaiverFinding]
  /// When time alone turns the decision; `nil` where nobody asked.
  public var horizon: Horizon?
  /// What the profiles say that were asked for, in their order.
  public var profiles: [ProfileResult]
  /// The part of the trust graph that reports draw; `nil` where no graph was made.
  public var picture: TrustPicture?

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - tier: The tier that was judged.
  ///   - decision: Whether it may enter the tier.
  ///   - readiness: What it is today.
  ///   - reasons: Why.
  ///   - coreProofs: The core proofs.
  ///   - controls: What came of each control.
  ///   - requirements: Where each requirement stands.
  ///   - files: The evidence files.
  ///   - diagnostics: Problems that concern no single file.
  ///   - waivers: The waivers for this subject.
  ///   - waiverFindings: What is wrong with them.
  public init(
    subject: Subject,
    tier: Tier,
    decision: GateDecision,
    readiness: Readiness,
    reasons: [GateReason],
    coreProofs: [CoreProofResult],
    controls: [ControlResult],
    requirements: [RequirementResult],
    files: [EvidenceFile],
    diagnostics: [Diagnostic],
    waivers: [Waiver],
    waiverFindings: [WaiverFinding]
  ) {
    self.subject = subject
    self.tier = tier
    self.decision = decision
    self.readiness = readiness
    self.reasons = reasons
    self.coreProofs = coreProofs
    self.controls = controls
    self.requirements = requirements
    self.files = files
    self.diagnostics = diagnostics
    self.waivers = waivers
    self.waiverFindings = waiverFindings
    horizon = nil
    profiles = []
    picture = nil
  }
}

/// What came of one core proof.
public struct CoreProofResult: Sendable, Hashable {
  /// The proof.
  public var proof: ControlDescription.CoreProof
  /// The worst outcome of the controls that give it; `notAssessed` where none ran.
  public var outcome: Outcome
  /// The ids of the controls that give it.
  public var controls: [String]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - proof: The proof.
  ///   - outcome: The worst outcome of its controls.
  ///   - controls: The controls that give it.
  public init(proof: ControlDescription.CoreProof, outcome: Outcome, controls: [String]) {
    self.proof = proof
    self.outcome = outcome
    self.controls = controls
  }
}
