public import ControlModel

/// What was found of one attestation that was filed under a statement's name.
public struct StatementJudgement: Sendable {
  /// The attestation.
  public let attestation: Attestation
  /// What keeps it from counting, in the order of the checks; empty where it counts.
  public private(set) var deviations: [Deviation]
  /// How many checks held before the first that did not.
  let firstFault: Int

  /// Checks an attestation, whole: a later check is made even where an earlier one does not hold.
  ///
  /// - Parameters:
  ///   - attestation: The attestation.
  ///   - statement: The statement that it was filed under.
  ///   - target: The id of what it must be about.
  ///   - scope: The registers, the policy and the time.
  ///   - further: What else must hold of it.
  public init(
    _ attestation: Attestation,
    of statement: StatementAsked,
    about target: String,
    in scope: Scope,
    further: (Attestation) throws -> Void = { _ in }
  ) {
    let judged = StatementCheck(attestation, statement, target, scope)
    var deviations: [Deviation] = []
    var firstFault: Int?
    for (place, check) in judged.checks.enumerated() {
      if let deviation = Self.deviation(check) {
        deviations.append(deviation)
        firstFault = firstFault ?? place
      }
    }
    if let deviation = Self.deviation({ try further(attestation) }) {
      deviations.append(deviation)
      firstFault = firstFault ?? judged.checks.count
    }
    self.attestation = attestation
    self.deviations = deviations
    self.firstFault = firstFault ?? judged.checks.count + 1
  }

  /// Whether the attestation counts.
  public var isInForce: Bool { deviations.isEmpty }

  private static func deviation(_ check: () throws -> Void) -> Deviation? {
    do {
      try check()
      return nil
    } catch let deviation as Deviation {
      return deviation
    } catch {
      return Deviation("statement", expected: "one that can be judged", observed: "\(error)")
    }
  }
}

/// What must hold of an attestation for it to count as a statement.
struct StatementCheck {
  let attestation: Attestation
  let statement: StatementAsked
  let target: String
  let scope: Scope

  init(
    _ attestation: Attestation,
    _ statement: StatementAsked,
    _ target: String,
    _ scope: Scope
  ) {
    self.attestation = attestation
    self.statement = statement
    self.target = target
    self.scope = scope
  }

  /// The checks, those that say most about an attestation first.
  var checks: [() throws -> Void] {
    [
      expectSentence, expectSignature, expectSigning, expectSigner, expectRole, expectDuty,
      expectAge, expectExpiry, expectNoWithdrawal, expectDocument, expectCurrentDocument,
    ]
  }

  var id: String { attestation.id }

  private func expectSentence() throws {
    let said = attestation.claim.collapsed
    if !attestation.requirements.contains(statement.name), !said.isEmpty { return }
    let asked = statement.claim(about: target).collapsed
    if said == asked { return }
    throw Deviation(
      "claim of \(id)",
      expected: asked,
      observed: said.isEmpty ? "not recorded" : said
    )
  }

  private func expectSignature() throws {
    try expect("signature of \(id)", attestation.verified, .equal(.yes))
  }

  private func expectSigning() throws {
    if attestation.signedAt <= scope.asOf { return }
    throw Deviation(
      "signing of \(id)",
      expected: "at or before \(scope.asOf)",
      observed: "\(attestation.signedAt)"
    )
  }

  private func expectSigner() throws {
    try scope.expectActiveOwner("signer of \(id)", attestation.owner)
  }

  private func expectAge() throws {
    try expect(
      "age of \(id)",
      scope.asOf.duration(since: attestation.signedAt),
      .atMost(scope.policy.duration(statement.maximumAge))
    )
  }

  private func expectExpiry() throws {
    try expect("expiry of \(id)", attestation.expiresAt, .after(scope.asOf))
  }

  private func expectNoWithdrawal() throws {
    // Silence about a withdrawal is not a statement that there was none.
    if attestation.withdrawnAt == .never { return }
    throw Deviation(
      "withdrawal of \(id)",
      expected: "never",
      observed: "\(attestation.withdrawnAt)"
    )
  }
}

extension String {
  /// The text with every run of white space as one blank, and none at its ends.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
