/// A partial as it travels between processes: it is read by the check that it is of.
package struct CodedPartial: Encodable {
  private let partial: CheckPartial
  private let rule: TallyRule

  /// Wraps a partial to be written.
  ///
  /// - Parameters:
  ///   - partial: The partial.
  ///   - rule: What is kept.
  package init(_ partial: CheckPartial, _ rule: TallyRule) {
    self.partial = partial
    self.rule = rule
  }

  enum CodingKeys: String, CodingKey {
    case judged, deviations, unjudgedCount, unjudged, state
  }

  /// Writes the counts, the examples in order, and what a fold gathered.
  ///
  /// - Parameter encoder: Where to write.
  /// - Throws: What the encoder throws.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(partial.judged, forKey: .judged)
    try container.encode(partial.deviations.settled(rule), forKey: .deviations)
    try container.encode(partial.unjudgedCount, forKey: .unjudgedCount)
    try container.encode(partial.unjudged, forKey: .unjudged)
    if let state = partial.state { try state.encode(to: container.superEncoder(forKey: .state)) }
  }
}

extension ErasedCheck {
  /// Reads a partial of this check.
  ///
  /// - Parameter decoder: What ``CodedPartial`` wrote.
  /// - Returns: The partial.
  /// - Throws: `DecodingError` where it is none of this check.
  package func decode(from decoder: any Decoder) throws -> CheckPartial {
    let container = try decoder.container(keyedBy: CodedPartial.CodingKeys.self)
    var partial = partial()
    partial.judged = try container.decode(Int.self, forKey: .judged)
    partial.deviations = try container.decode(DeviationTally.self, forKey: .deviations)
    partial.unjudgedCount = try container.decode(Int.self, forKey: .unjudgedCount)
    partial.unjudged = try container.decode([Unjudged].self, forKey: .unjudged)
    if let own = partial.state {
      partial.state = try type(of: own).init(from: container.superDecoder(forKey: .state))
    }
    return partial
  }
}
