import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports
import ControlTesting

extension Command {
  /// Says whether signed statements would count.
  static let attestCheck = Command(
    name: "attest check",
    summary: "say whether signed statements would count for a subject, and if not, why",
    operands: "FILE|FOLDER...",
    operandCount: 1...1000,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "the subject whose evidence they would join")
    ],
    discussion: """
      Exit codes: 0 each counts, 1 one does not or is not signed, 64 wrong usage,
      65 evidence, policy or a file cannot be read.
      """
  ) { session in
    _ = try session.soleSubject()
    let plan = try session.plan()
    guard let inventory = try session.inventories(plan.policy).first else {
      throw UsageProblem("--subject needs the one subject that it is about")
    }
    var isGood = true
    for path in try files(session.arguments.operands) {
      let lines = try verdict(on: path, inventory, plan)
      isGood = isGood && lines.isEmpty
      session.console.write("\(path): \(lines.isEmpty ? "counts" : "does not count")\n")
      for line in lines { session.console.write("  \(visible(line))\n") }
    }
    return isGood ? .approve : .deny
  }

  /// What keeps the attestation of a file from counting, a line for each reason.
  private static func verdict(
    on path: String,
    _ inventory: Inventory,
    _ plan: AssessmentPlan
  ) throws -> [String] {
    let bytes = try StatementForms.bytes(of: path)
    let attestations: [Attestation]
    do throws(Diagnostic) {
      let document = try EvidenceDocument(bytes: bytes, path: path)
      let reader = SignedAttestationReader()
      guard reader.recognizes(document) else {
        return ["not signed: sign it with controls attest sign \(path) --key KEY.pem"]
      }
      var sink = RecordSink(context: EvidenceContext(trustedKeys: plan.policy.trustedKeys))
      try reader.read(document, into: &sink)
      if let problem = sink.diagnostics.first { throw problem }
      attestations = sink.records.records(Attestation.self)
    } catch {
      throw Problems([error])
    }
    return attestations.flatMap { attestation -> [String] in
      let verdicts = StatementSurvey.verdicts(on: attestation, for: inventory, in: plan)
      if verdicts.isEmpty {
        return [
          "no control asks for \(attestation.requirements.joined(separator: ", ")) about "
            + "\(attestation.target) of \(inventory.subject.id)"
        ]
      }
      return verdicts.flatMap { verdict in
        verdict.deviations.map {
          "\(verdict.control): \($0.attribute): expected \($0.expected), found \($0.observed)"
        }
      }
    }
  }

  /// The files named, and those in the folders named, in order.
  private static func files(_ operands: [String]) throws -> [String] {
    try operands.flatMap { operand -> [String] in
      let folder = EvidenceFolder(path: operand)
      guard folder.exists else { return [operand] }
      do throws(Diagnostic) {
        return try folder.allFiles().map { "\(operand)/\($0)" }
      } catch {
        throw Problems([error])
      }
    }
  }
}
