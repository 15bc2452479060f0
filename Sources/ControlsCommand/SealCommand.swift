import ControlEvidence
import ControlModel

extension Command {
  /// Signs a subject's manifest.
  static let seal = Command(
    name: "evidence seal",
    summary: "sign manifest.json of a subject, once it agrees with the subject's files",
    operands: "SUBJECT-FOLDER",
    operandCount: 1...1,
    options: [
      CommandOption("key", "KEY.pem", "private key to sign with: Ed25519, or ECDSA on P-256"),
      CommandOption("add", nil, "add a signature to the seal that is there"),
      CommandOption("key-id", "ID", "how the seal names the key (default: its SHA-256)"),
    ],
    discussion: """
      Writes manifest.dsse.json beside the manifest. It covers manifest.json and subject.yaml, and
      through the manifest's digests every listed file.

      Exit codes: 0 sealed, 65 the folder does not agree with its manifest, or the key is unusable.
      """
  ) { session in
    let arguments = session.arguments
    let folder = EvidenceFolder(path: arguments.operands[0])
    guard folder.exists else { throw UsageProblem("no such folder: \(folder.path)") }
    guard let path = arguments.value("key") else {
      throw UsageProblem("--key needs a key to sign with; see controls evidence seal --help")
    }
    let key = try KeyFile.signingKey(for: path, id: arguments.value("key-id"))
    let text: String
    let differences: [Diagnostic]
    do throws(Diagnostic) {
      differences = try ManifestCheck.differences(in: folder)
      text = try ManifestSeal.sign(folder, with: key, added: arguments.has("add"))
    } catch {
      throw Problems([error])
    }
    // A seal over a manifest that is wrong would vouch for what is not there.
    if !differences.isEmpty { throw Problems(differences) }
    try OutputFile.write(text, to: "\(folder.path)/\(ManifestSeal.fileName)")
    session.console.write("signed with key \(key.id)\n")
    session.console.write("wrote \(folder.path)/\(ManifestSeal.fileName)\n")
    return .approve
  }
}
