import ControlEvidence
import ControlModel
import ControlReports

extension Command {
  /// Comes to a signed decision again.
  static let verify = Command(
    name: "verify",
    summary: "come to a signed decision again from the evidence, and name what differs",
    operands: "DECISION",
    operandCount: 1...1,
    options: [
      CommandOption("key", "PUB.pem", "public key that must have signed it"),
      CommandOption("evidence", "DIR", "folder with one folder for each subject"),
      CommandOption("policy", "FILE", "policy file (default: controls/policy.yaml)"),
      CommandOption("waivers", "FILE", "waiver file (default: controls/waivers.yaml)"),
    ] + CommandOption.frameworks + CommandOption.mappings,
    discussion: """
      As-of time, tier and subjects are those of the decision. Nothing is fetched.

      Exit codes: 0 the same decision on the same bytes, 1 something differs, 2 it could not be
      verified (the key did not sign it), 64 wrong usage, 65 decision, key or evidence cannot be read.
      """
  ) { session in
    guard let path = session.arguments.value("key") else {
      throw UsageProblem("--key needs the public key of the signer; see controls verify --help")
    }
    let key: TrustedKey
    do throws(Diagnostic) {
      key = try KeyFile.publicKey(at: path)
    } catch {
      throw Problems([error])
    }
    let decision = try SignedDecision(path: session.arguments.operands[0])
    guard decision.signed.signer(among: [key]) != nil else {
      session.console.write(
        "not verified: the key did not sign this, or it was changed after it was signed\n"
          + "  key     \(key.id)\n"
          + "  signed  by \(visible(decision.signed.keyIDs.joined(separator: ", ")))\n"
      )
      return .hold
    }
    let differences = try await differences(decision, session)
    let word = decision.decision["decision"]?.string ?? ""
    if differences.isEmpty {
      session.console.write(
        """
        the same decision: \(word), as of \(decision.decision["asOf"]?.string ?? "")
          signed with key \(key.id)
          same evidence, policy, waivers, controls and tool give the same results

        """
      )
      return .approve
    }
    for difference in differences { session.console.write("\(difference.words)\n") }
    let now = differences.first { $0.place == ["decision"] }?.now ?? word
    session.console.write(
      now == word
        ? "not the same: \(word) still comes out, of other bytes\n"
        : "not the same: \(word) was signed, \(now) comes out\n"
    )
    return .deny
  }

  private static func differences(
    _ decision: SignedDecision,
    _ session: Session
  ) async throws -> [Difference] {
    let raw = decision.changedFiles(session)
    do {
      let again = try Session(
        suites: session.suites,
        profiles: session.profiles,
        arguments: ParsedArguments(decision.words(session.arguments), for: .decide),
        console: session.console
      )
      let run = try await DecisionRun(again, filter: decision.decision["filter"]?.string)
      let text =
        decision.predicateType == DecisionStatement.summaryType
        ? run.statement.verificationSummary : run.statement.testResult
      if decision.signed.holds(text) { return [] }
      let now = try SignedStatement.parse(text)
      let named = Difference.all(
        signed: decision.decision,
        now: now["predicate"]?[DecisionStatement.decisionName]
      )
      if !named.isEmpty { return named }
      // The rest of the Statement repeats the decision: it differs alone only where it was made up.
      let rest = Difference.all(signed: decision.signed.statement, now: now)
      return rest.isEmpty
        ? [
          Difference(
            place: ["layout of the Statement"],
            signed: "other bytes",
            now: "the same values"
          )
        ]
        : rest
    } catch let problems as Problems where !raw.isEmpty {
      for problem in problems.all { session.console.writeError("\(problem)\n") }
      return raw
    } catch let problem as UsageProblem where !raw.isEmpty {
      session.console.writeError("controls: \(problem.text)\n")
      return raw
    }
  }
}
