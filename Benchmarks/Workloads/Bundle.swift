import Foundation

/// A subject's folder while its evidence is written.
struct Bundle {
  /// The subject's id, the name of its folder.
  let subject: String
  /// The kind of subject, in the word of `subject.yaml`.
  let kind: String
  /// The subject's folder.
  let folder: URL
  private(set) var items: [ManifestItem] = []

  /// Starts a bundle in a folder of evidence.
  init(_ subject: String, kind: String, in evidence: URL) {
    self.subject = subject
    self.kind = kind
    folder = evidence.appendingPathComponent(subject)
  }

  /// Creates a file of evidence.
  func file(_ path: String, of kind: String) throws -> EvidenceFile {
    try EvidenceFile(path, of: kind, in: folder)
  }

  /// Ends a file of evidence.
  mutating func close(_ file: EvidenceFile, recordCount: Int) throws {
    items.append(try file.close(recordCount: recordCount))
  }

  /// Writes a file that is a JSON array, one record a line.
  mutating func write(
    _ path: String,
    of kind: String,
    count: Int,
    record: (Int, inout ObjectText) -> Void
  ) throws {
    let file = try self.file(path, of: kind)
    var text = ObjectText()
    text.append("[\n")
    for index in 0..<count {
      record(index, &text)
      text.end(terminator: index == count - 1 ? "\n" : ",\n")
    }
    text.append("]\n")
    try file.write(text.bytes)
    try close(file, recordCount: count)
  }

  /// Writes `subject.yaml` and `manifest.json`.
  func finish() throws {
    let yaml = """
      id: \(subject)
      name: \(subject)
      kind: \(kind)
      tier: pilot
      owner: team-00
      criticality: high

      """
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("subject.yaml"))
    let entries = items.sorted { $0.path < $1.path }.map { item in
      """
          {
            "path": "\(item.path)",
            "kinds": ["\(item.kind)"],
            "format": "canonical",
            "sha256": "\(item.sha256)",
            "sizeInBytes": \(item.sizeInBytes),
            "recordCount": \(item.recordCount),
            "completeness": "complete",
            "sourceClass": "ownExport",
            "sourceSystem": "benchmark-data",
            "command": "benchmark-data",
            "collector": "evidence-bot@larkspur.example",
            "collectedAt": "2026-11-20T05:00:00Z"
          }
      """
    }
    let manifest = """
      {
        "version": 1,
        "subject": "\(subject)",
        "items": [
      \(entries.joined(separator: ",\n"))
        ]
      }

      """
    try Data(manifest.utf8).write(to: folder.appendingPathComponent("manifest.json"))
  }
}
