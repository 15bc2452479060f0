import ControlEvidence
import ControlModel
import ControlReports

extension Command {
  /// Signs statements.
  static let attestSign = Command(
    name: "attest sign",
    summary:
      "sign completed statements: one file each, a DSSE envelope around an in-toto Statement",
    operands: "FILE...",
    operandCount: 1...1000,
    options: [
      CommandOption("key", "KEY.pem", "private key to sign with: Ed25519, or ECDSA on P-256"),
      CommandOption(
        "key-id",
        "ID",
        "the key's id in trustedKeys of the policy (default: its SHA-256)"
      ),
      CommandOption("output", "DIR", "folder for the signed files (default: beside each form)"),
      CommandOption("owner", "ID", "sign only what this person or team signs, of tables of many"),
      CommandOption("as-of", "TIME", "RFC 3339 time of signing (default: now)"),
      CommandOption("evidence", "DIR", "folder whose plan may fix the time (default: evidence)"),
    ],
    discussion: """
      FILE is a form in YAML, or a table in CSV of which each row is signed. Nothing is written
      where any of them is not complete. Put the signed file into the subject's attestations
      folder and list it in the manifest: controls evidence manifest SUBJECT-FOLDER.
      Exit codes: 0 signed, 64 wrong usage, 65 a form is not complete or the key is unusable.
      """
  ) { session in
    let arguments = session.arguments
    guard let path = arguments.value("key") else {
      throw UsageProblem("--key needs a key to sign with; see controls attest sign --help")
    }
    let key = try KeyFile.signingKey(for: path, id: arguments.value("key-id"))
    let asOf = try session.asOf()
    var signed: [(path: String, text: String)] = []
    var problems: [Diagnostic] = []
    for file in arguments.operands {
      for form in try StatementForms.read(file) {
        if let owner = arguments.value("owner"), form["owner"] != owner { continue }
        do {
          let text = try key.envelope(around: try form.statement(signedAt: asOf))
          let folder = arguments.value("output") ?? folder(of: file)
          signed.append(("\(folder)/\(form.signedName)", text))
        } catch let found as Problems {
          problems += found.all
        }
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    if signed.isEmpty { throw UsageProblem("nothing to sign") }
    for (place, file) in signed.enumerated()
    where signed[..<place].contains(where: { $0.path == file.path }) {
      throw UsageProblem(
        "two statements would be written to \(file.path): give each an id of its own"
      )
    }
    for file in signed {
      try OutputFile.write(file.text, to: file.path)
      session.console.write("wrote \(file.path)\n")
    }
    session.console.write("signed \(signed.count) with key \(key.id)\n")
    return .approve
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
