package import ControlModel
package import ControlTesting

/// What the checks of a subject made of one shard of a stream, and what is known of the shard.
package struct ShardResult: Sendable {
  /// Counts and problems of the shard's lines.
  package var summary: StreamSummary
  /// How many records of each type there were, by the type's name.
  package var recordCounts: [String: Int]
  /// For each control by id, what its members made of the records, by their places.
  package var partials: [String: [Int: CheckPartial]]

  /// Puts a result together.
  ///
  /// - Parameters:
  ///   - summary: Counts and problems of the shard's lines.
  ///   - recordCounts: How many records of each type there were.
  ///   - partials: What the members made of the records.
  package init(
    summary: StreamSummary,
    recordCounts: [String: Int],
    partials: [String: [Int: CheckPartial]]
  ) {
    self.summary = summary
    self.recordCounts = recordCounts
    self.partials = partials
  }
}

// How a result travels between processes. The controls of a plan write and read it: what a fold has
// gathered is known to its control alone.
extension ShardResult {
  private enum Keys: String, CodingKey {
    case summary, recordCounts, controls
  }

  private enum MemberKeys: String, CodingKey {
    case member, partial
  }

  /// Writes the result.
  ///
  /// - Parameters:
  ///   - encoder: Where to write.
  ///   - kept: How many examples are kept.
  ///   - subject: The subject's id.
  /// - Throws: What the encoder throws.
  package func encode(to encoder: any Encoder, kept: Int, subject: String) throws {
    let rule = TallyRule(subject: subject, kept: kept)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(summary, forKey: .summary)
    try container.encode(recordCounts, forKey: .recordCounts)
    var controls = container.nestedContainer(keyedBy: ControlKey.self, forKey: .controls)
    for (id, members) in partials.sorted(by: { $0.key < $1.key }) {
      var list = controls.nestedUnkeyedContainer(forKey: ControlKey(stringValue: id))
      for (place, partial) in members.sorted(by: { $0.key < $1.key }) {
        var member = list.nestedContainer(keyedBy: MemberKeys.self)
        try member.encode(place, forKey: .member)
        try member.encode(CodedPartial(partial, rule), forKey: .partial)
      }
    }
  }

  /// Reads a result.
  ///
  /// - Parameters:
  ///   - decoder: What `encode(to:kept:subject:)` wrote.
  ///   - controls: The controls of the plan.
  /// - Throws: `DecodingError` where it is no such result, or is one of other controls.
  package init(from decoder: any Decoder, of controls: [Control]) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    summary = try container.decode(StreamSummary.self, forKey: .summary)
    recordCounts = try container.decode([String: Int].self, forKey: .recordCounts)
    let written = try container.nestedContainer(keyedBy: ControlKey.self, forKey: .controls)
    let checks = Dictionary(
      controls.map { ($0.description.id, $0.check) },
      uniquingKeysWith: { one, _ in one }
    )
    partials = [:]
    for key in written.allKeys {
      guard let check = checks[key.stringValue] else {
        throw DecodingError.dataCorruptedError(
          forKey: key,
          in: written,
          debugDescription: "no control of the plan has the id \(key.stringValue)"
        )
      }
      var list = try written.nestedUnkeyedContainer(forKey: key)
      while !list.isAtEnd {
        let member = try list.nestedContainer(keyedBy: MemberKeys.self)
        let place = try member.decode(Int.self, forKey: .member)
        partials[key.stringValue, default: [:]][place] = try check.decode(
          from: member.superDecoder(forKey: .partial)
        )
      }
    }
  }
}

/// A control's id as a key.
private struct ControlKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
