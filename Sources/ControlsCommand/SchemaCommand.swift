import ControlEvidence
import ControlModel
import Foundation

extension Command {
  /// Prints the JSON Schema of a kind's canonical form.
  static let schema = Command(
    name: "evidence schema",
    summary: "print the JSON Schema of a kind's canonical form, or write all of them",
    operands: "[KIND]",
    operandCount: 0...1,
    options: [CommandOption("all", "DIR", "write KIND.schema.json of every kind into this folder")],
    discussion: """
      KIND is a kind (controls list kinds) or one of its record types, such as credential. The
      schemas are of draft 2020-12; unknown members are tolerated.
      """
  ) { session in
    let arguments = session.arguments
    if let folder = arguments.value("all") {
      guard arguments.operands.isEmpty else {
        throw UsageProblem("--all writes every kind: name none")
      }
      for kind in EvidenceKind.all {
        try OutputFile.write(
          JSONText.write(EvidenceSchema.schema(of: kind)),
          to: "\(folder)/\(kind.kind.name).schema.json"
        )
      }
      session.console.write("wrote \(EvidenceKind.all.count) schemas into \(folder)\n")
      return .approve
    }
    guard let word = arguments.operands.first else {
      throw UsageProblem("evidence schema needs a kind, or --all DIR; see controls list kinds")
    }
    guard let kind = EvidenceSchema.kind(named: word) else {
      let known = EvidenceKind.all.flatMap { kind in
        [kind.kind.name] + kind.recordTypes.map { $0.recordName }
      }
      throw UsageProblem.unknown("kind", word, among: known)
    }
    session.console.write(JSONText.write(EvidenceSchema.schema(of: kind)))
    return .approve
  }
}
