import ControlModel
import Foundation

/// What a run over several processes is to judge, and the shards it is cut into.
///
/// Written by `controls plan`, read by `controls worker` and `controls merge`.
struct ShardPlan: Codable, Hashable {
  /// The form of the file; another one is refused.
  static let form = "control-testing/shard-plan/1"

  /// A stretch of one file.
  struct Shard: Codable, Hashable {
    /// The shard's id, by which a shard that ran twice is recognised.
    var id: String
    /// The first byte; a line belongs to the shard in which it starts.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// The number of the line that starts first.
    var firstLine: Int
    /// SHA-256 of the shard's bytes.
    var sha256: String
  }

  /// A file that is read in one pass.
  struct File: Codable, Hashable {
    /// The path relative to the subject's folder.
    var path: String
    /// SHA-256 of the whole file.
    var sha256: String
    /// Its shards, in order; together the whole file.
    var shards: [Shard]
  }

  /// One subject: its evidence, and the files of it that are cut.
  struct SubjectPart: Codable, Hashable {
    var id: String
    /// SHA-256 over the path, state and digest of every other file.
    var registers: String
    var files: [File]
  }

  var form = Self.form
  var tool: String
  /// SHA-256 over everything about the controls but their code.
  var suites: String
  var policy: String
  var waivers: String
  var asOf: String
  var tier: String?
  var filter: String?
  var subjects: [SubjectPart]

  /// The shard with an id, with the file and subject it is of; `nil` where there is none.
  func shard(_ id: String) -> (subject: SubjectPart, file: File, shard: Shard)? {
    for subject in subjects {
      for file in subject.files {
        if let shard = file.shards.first(where: { $0.id == id }) { return (subject, file, shard) }
      }
    }
    return nil
  }

  /// Every shard, in order of subject, file and place.
  var shards: [(subject: String, path: String, shard: Shard)] {
    subjects.flatMap { subject in
      subject.files.flatMap { file in file.shards.map { (subject.id, file.path, $0) } }
    }
  }
}

/// The JSON of plans and partials: the same value gives the same bytes.
enum ScaleOutJSON {
  static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }
}
