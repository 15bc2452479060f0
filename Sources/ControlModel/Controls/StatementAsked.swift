/// A sentence that a person must sign, because no file can show it.
///
/// A signed statement is more than "somebody said yes": it says exactly what, is signed by who may,
/// for a time, and rests on a document. What a file can disprove of it, the control checks itself.
///
/// ```swift
/// extension StatementAsked {
///   static let suppliersReviewed = StatementAsked(
///     "suppliers-reviewed",
///     "Every supplier with access to {target} was reviewed in the last year.",
///     by: ["vendor-owner", "ciso"],
///     on: ["supply-chain"]
///   )
/// }
/// ```
public struct StatementAsked: Sendable, Hashable {
  /// The name, unique in the catalogue: an attestation lists it among its requirements.
  public let name: String
  /// The sentence to sign; `{target}` stands for the id of what it is about.
  public let claim: String
  /// The roles that may sign, any one of them; empty: any role that the role register shows.
  public let roles: [String]
  /// The duty that the signer is accountable for; `nil`: a role is enough.
  public let duty: String?
  /// What the document behind it is about, any one of them; empty: any document with a digest.
  public let topics: [String]
  /// How old a signature may be.
  public let maximumAge: PolicyParameter
  /// How far back statements follow one another without a gap; `nil`: only the last one counts.
  public let unbrokenOver: PolicyParameter?
  /// Requirements under which statements were filed before this one had a name.
  ///
  /// They count too, in the words of their signers; empty for new statements.
  public let formerly: [RequirementID]

  /// Declares a statement.
  ///
  /// - Parameters:
  ///   - name: The name, in lower case with hyphens, unique in the catalogue.
  ///   - claim: The sentence to sign; `{target}` stands for the id of what it is about.
  ///   - roles: The roles that may sign, any one of them.
  ///   - duty: The duty that the signer is accountable for.
  ///   - topics: What the document behind it is about, any one of them.
  ///   - maximumAge: How old a signature may be.
  ///   - unbrokenOver: How far back statements follow one another without a gap.
  ///   - formerly: Requirements under which statements were filed before this one had a name.
  public init(
    _ name: String,
    _ claim: String,
    by roles: [String],
    accountableFor duty: String? = nil,
    on topics: [String] = [],
    maximumAge: PolicyParameter = .statementMaximumAge,
    unbrokenOver: PolicyParameter? = nil,
    formerly: [RequirementID] = []
  ) {
    self.name = name
    self.claim = claim
    self.roles = roles
    self.duty = duty
    self.topics = topics
    self.maximumAge = maximumAge
    self.unbrokenOver = unbrokenOver
    self.formerly = formerly
  }

  /// The sentence about a target, as it is signed.
  ///
  /// - Parameter target: The id of what it is about.
  /// - Returns: The sentence with the id in it.
  public func claim(about target: String) -> String {
    let parts = claim.split(separator: "{target}", omittingEmptySubsequences: false)
    return parts.joined(separator: target)
  }

  /// The policy parameters that are read where the statement is checked.
  public var parameters: [PolicyParameter] {
    [maximumAge] + (unbrokenOver.map { [$0, .statementGap] } ?? [])
  }

  /// The evidence without which it cannot be checked.
  public var kinds: [EvidenceKind] {
    [.attestation, .roleRegister, .lifecycleEvents]
      + (duty == nil ? [] : [.responsibilityMatrix]) + (topics.isEmpty ? [] : [.policyRegister])
  }
}

extension PolicyParameter {
  /// How old a signed statement may be where it sets no age of its own.
  public static let statementMaximumAge = PolicyParameter(
    "statementMaximumAge",
    .duration(.days(365)),
    "How old a person's signed statement may be."
  )
  /// How far back statements that must be unbroken are looked at.
  public static let statementPeriod = PolicyParameter(
    "statementPeriod",
    .duration(.days(730)),
    "How far back signed statements must follow one another without a gap."
  )
  /// How long after one statement's end the next may be signed.
  public static let statementGap = PolicyParameter(
    "statementGap",
    .duration(.days(14)),
    "How long after the end of one signed statement the next may be signed."
  )
  /// What every policy file may set, whether or not a control asks for a statement.
  public static let ofStatements: [PolicyParameter] = [
    .statementMaximumAge, .statementPeriod, .statementGap,
  ]
}
