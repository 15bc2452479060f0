import ControlEvidence
import ControlModel
import ControlReports
import Foundation

extension Command {
  /// Judges as `test` does, and signs what was decided.
  static let decide = Command(
    name: "decide",
    summary: "judge the evidence and sign the decision, so that others can verify it",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption("sign", "KEY.pem", "private key to sign with: Ed25519, or ECDSA on P-256"),
      CommandOption("key-id", "ID", "how the envelope names the key (default: its SHA-256)"),
      CommandOption(
        "decision",
        "FILE",
        "where the test result is written (default: reports/decision.dsse.json)"
      ),
      CommandOption(
        "summary",
        "FILE",
        "where the verification summary is written (default: reports/summary.dsse.json)"
      ),
    ],
    discussion: """
      Both files are DSSE envelopes around in-toto Statements. `controls verify` comes to the
      decision again from the evidence. Ed25519 gives the same bytes for the same inputs.

      Exit codes: 0 approve, 1 deny, 2 hold (could not assess), 64 wrong usage,
      65 evidence, policy, waivers or key cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let arguments = session.arguments
    guard let path = arguments.value("sign") else {
      throw UsageProblem("--sign needs a key to sign with; see controls decide --help")
    }
    let key = try KeyFile.signingKey(for: path, id: arguments.value("key-id"))
    let run = try await DecisionRun(session, filter: nil)
    let files = [
      (arguments.value("decision") ?? "reports/decision.dsse.json", run.statement.testResult),
      (
        arguments.value("summary") ?? "reports/summary.dsse.json", run.statement.verificationSummary
      ),
    ]
    for (file, statement) in files {
      try OutputFile.write(try key.envelope(around: statement), to: file)
    }
    session.console.write(
      TerminalMatrix().decisions(
        run.report,
        width: session.console.width,
        color: session.console.showsColor
      )
    )
    session.console.write("\nsigned with key \(key.id)\n")
    for (file, _) in files { session.console.write("wrote \(file)\n") }
    return ExitCode(rawValue: run.report.results.decision.exitCode) ?? .ownFault
  }
}

extension KeyFile {
  /// The key to sign with, problems thrown as those of any other input.
  static func signingKey(for path: String, id: String?) throws -> SigningKey {
    do throws(Diagnostic) {
      return try signingKey(at: path, id: id)
    } catch {
      throw Problems([error])
    }
  }
}

extension SigningKey {
  /// A Statement in an envelope that the key signed.
  func envelope(around statement: String) throws -> String {
    do throws(Diagnostic) {
      return try SignedStatement.sign(statement, with: self)
    } catch {
      throw Problems([error])
    }
  }
}
