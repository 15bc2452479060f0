import ControlModel

/// The decision as in-toto Statements (version 1), ready to be signed.
///
/// One carries the test-result predicate (v0.1), the other a SLSA verification summary (v1). Both
/// carry, under a name of their own as in-toto allows, everything needed to come to the same
/// decision again, and what could and could not be verified.
///
/// SHA-256 comes from outside: this room links no cryptography.
public struct DecisionStatement: Sendable {
  /// The type of the Statements.
  public static let statementType = "https://in-toto.io/Statement/v1"
  /// The predicate type of test results.
  public static let testResultType = "https://in-toto.io/attestation/test-result/v0.1"
  /// The predicate type of verification summaries.
  public static let summaryType = "https://slsa.dev/verification_summary/v1"
  /// The name under which the predicates carry the decision.
  public static let decisionName = "urn:control-testing:decision:1"

  let report: Report
  let inputs: DecisionInputs
  let sha256: @Sendable (String) -> String

  /// Joins results to the evidence they stand on.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - inputs: The evidence they stand on.
  ///   - sha256: The SHA-256 of a text in hexadecimal.
  public init(
    _ report: Report,
    inputs: DecisionInputs,
    sha256: @escaping @Sendable (String) -> String
  ) {
    self.report = report
    self.inputs = inputs
    self.sha256 = sha256
  }

  /// The Statement with the test-result predicate.
  public var testResult: String {
    statement(Self.testResultType) { writer in
      let subjects = report.results.subjects
      writer.member("result", report.results.decision == .approve ? "PASSED" : "FAILED")
      writer.member("configuration", configuration) { write($1, to: &$0) }
      writer.member("passedTests", names(.passed, of: subjects))
      writer.member("warnedTests", names(.warned, of: subjects))
      writer.member("failedTests", names(.failed, of: subjects))
    }
  }

  /// The Statement with the verification summary.
  public var verificationSummary: String {
    statement(Self.summaryType) { writer in
      let results = report.results
      let isApproved = results.decision == .approve
      writer.member("verifier", results.toolVersion) { writer, version in
        writer.member("id", "urn:control-testing:controls")
        writer.member("version", version) { $0.member("controls", $1) }
      }
      // The as-of time: no other clock is read, so that the same inputs give the same bytes.
      writer.member("timeVerified", results.asOf.description)
      writer.member("resourceUri", resource)
      writer.member("policy", Optional(policy)) { write($1, to: &$0, as: "uri") }
      writer.member("inputAttestations", inputAttestations) { write($1, to: &$0, as: "uri") }
      writer.member("verificationResult", isApproved ? "PASSED" : "FAILED")
      // Words of its own: SLSA keeps those that start with SLSA_ for itself.
      let tier = results.subjects.map(\.tier).min()?.rawValue.uppercased() ?? "NONE"
      writer.member("verifiedLevels", [isApproved ? "CONTROL_TESTING_\(tier)" : "FAILED"])
    }
  }

  private func statement(_ type: String, _ predicate: (inout JSONWriter) -> Void) -> String {
    JSONWriter.text { writer in
      writer.member("_type", Self.statementType)
      writer.member("subject", subjectDescriptors) { write($1, to: &$0) }
      writer.member("predicateType", type)
      writer.name("predicate")
      writer.object { writer in
        predicate(&writer)
        writer.name(Self.decisionName)
        writer.object { writeDecision(to: &$0) }
      }
    } + "\n"
  }

  private var resource: String {
    let ids = report.results.subjects.map(\.subject.id)
    return ids.count == 1 ? uri("subject:\(ids[0])") : uri("subjects")
  }
}
