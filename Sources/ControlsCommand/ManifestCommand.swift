import ControlEvidence
import ControlModel
import Foundation

extension Command {
  /// Brings a subject's manifest.json up to what its folder holds.
  static let manifest = Command(
    name: "evidence manifest",
    summary: "write manifest.json of a subject: digests and sizes, sources left to fill in",
    operands: "SUBJECT-FOLDER",
    operandCount: 1...1,
    options: [
      CommandOption("check", nil, "write nothing; exit 1 where the manifest would change")
    ] + CommandOption.mappings,
    discussion: """
      What only you know stays as you wrote it: sourceClass (claim, vendorExport, ownExport,
      exercise, thirdParty), sourceSystem, command, account, collector, collectedAt, completeness.
      Without them a file proves little, and the assessment says so.
      """
  ) { session in
    let folder = EvidenceFolder(path: session.arguments.operands[0])
    guard folder.exists else { throw UsageProblem("no such folder: \(folder.path)") }
    let update: (text: String, changes: [ManifestWriter.Change])
    let old: [UInt8]?
    let mappings = try session.mappings()
    do throws(Diagnostic) {
      update = try ManifestWriter.update(folder, mappings: mappings)
      old = try folder.bytes(of: "manifest.json")
    } catch {
      throw Problems([error])
    }
    for change in update.changes { session.console.write("\(change.path): \(change.text)\n") }
    if session.arguments.has("check") {
      return old == Array(update.text.utf8) ? .approve : .deny
    }
    let file = URL(fileURLWithPath: "\(folder.path)/manifest.json")
    try Data(update.text.utf8).write(to: file, options: .atomic)
    session.console.write("wrote \(folder.path)/manifest.json\n")
    return .approve
  }
}
