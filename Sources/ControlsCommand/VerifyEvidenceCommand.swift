import ControlEvidence
import ControlModel
import ControlReports

extension Command {
  /// Compares a subject's folder with its manifest and its seal.
  static let verifyEvidence = Command(
    name: "evidence verify",
    summary: "compare a subject's files with its manifest, and the manifest with its seal",
    operands: "SUBJECT-FOLDER",
    operandCount: 1...1,
    options: [
      CommandOption(
        "key",
        "PUB.pem",
        "public key whose seal counts (default: the policy's keys for seals)"
      ),
      CommandOption(
        "policy",
        "FILE",
        "policy file (default: controls/policy.yaml where it exists)"
      ),
    ],
    discussion: """
      Names every file that is unlisted, missing, changed, cut off, re-ordered or unreadable, and every
      file whose source needs the signature of another key (`seal: sources:` of the policy).

      Exit codes: 0 all agrees and a key that counts sealed it, 1 something differs,
      2 there is no seal, 65 manifest, policy or key cannot be read.
      """
  ) { session in
    let folder = EvidenceFolder(path: session.arguments.operands[0])
    guard folder.exists else { throw UsageProblem("no such folder: \(folder.path)") }
    var differences: [Diagnostic]
    let keys: [TrustedKey]
    let policy = session.arguments.has("key") ? Policy() : try session.policy().value
    let policyKeys = policy.sealKeys
    do throws(Diagnostic) {
      keys =
        try session.arguments.value("key").map { path throws(Diagnostic) in
          [try KeyFile.publicKey(at: path)]
        } ?? policyKeys
      differences = try ManifestCheck.differences(in: folder)
    } catch {
      throw Problems([error])
    }
    differences = SealCheck.explained(differences, in: folder)
    for problem in differences + SealCheck.untrusted(in: folder, by: policy) {
      session.console.writeError(problem)
    }
    let seal = ManifestSeal.seal(
      of: folder,
      trusting: keys,
      sources: policy.seal.sources,
      among: policy.trustedKeys
    )
    session.console.write(
      differences.isEmpty
        ? "every listed file is there and unchanged, and no other\n"
        : "\(differences.count) files do not agree with manifest.json\n"
    )
    session.console.write("\(visible(seal.words))\n")
    switch seal {
    case .bad: return .deny
    case .absent: return differences.isEmpty ? .hold : .deny
    case .good: return differences.isEmpty ? .approve : .deny
    }
  }
}
