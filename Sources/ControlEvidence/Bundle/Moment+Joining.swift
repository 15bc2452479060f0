import ControlModel

extension Moment {
  /// What two descriptions of one thing say together of something that happened: the later time.
  ///
  /// - Parameter other: What the other description says.
  /// - Returns: A time where either knows one. Where one source saw nothing and the other does not
  ///   know, never: what nobody saw did not happen.
  func joined(with other: Moment) -> Moment {
    switch (self, other) {
    case (.at(let one), .at(let two)): .at(max(one, two))
    case (.at, _): self
    case (_, .at): other
    case (.never, _), (_, .never): .never
    case (.notRecorded, .notRecorded): .notRecorded
    }
  }
}
