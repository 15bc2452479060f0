import ControlTesting

/// Who used what may serve one user only, such as a decision for one call.
///
/// Holds the first use of each thing in a compact table, and every later one as it is; merging adds
/// later uses to earlier ones, and so is associative.
struct SingleUse: Sendable, Codable {
  private var first = FirstUses()
  private var later = Sightings<String, [RecordReference]>()

  /// Notes that a record used a thing.
  mutating func note(_ thing: String, usedBy record: any EvidenceRecord) {
    note(thing, RecordReference(record))
  }

  private mutating func note(_ thing: String, _ user: RecordReference) {
    if !first.note(thing, by: user) { later.note(thing, [user]) { $0.append(user) } }
  }

  /// Takes in the uses noted after this one's.
  mutating func merge(_ other: SingleUse) {
    if first.indices.isEmpty {
      self = other
      return
    }
    for index in other.first.indices {
      note(other.first.thing(at: index), other.first.user(at: index))
    }
    // What the other knows as a later use comes after what it knows as the first.
    later.merge(other.later) { $0 += $1 }
  }

  /// A deviation for each record that used a thing after another had, by the thing's id.
  func reuses(of attribute: String) -> [Deviation] {
    shared.flatMap { thing, users in
      users.dropFirst().map { user in
        deviation(attribute, of: user, "\(thing), used before by \(users[0].key)")
      }
    }
  }

  /// A deviation for each record that shares a thing with another, by the thing's id.
  func sharings(of attribute: String) -> [Deviation] {
    shared.flatMap { thing, users in
      users.map { user in
        let others = users.filter { $0 != user }.map(\.key).joined(separator: ", ")
        return deviation(attribute, of: user, "\(thing), shared with \(others)")
      }
    }
  }

  /// The things that more than one record used, with their users in order.
  private var shared: [(String, [RecordReference])] {
    later.all.sorted { $0.key < $1.key }
      .map { ($0.key, [first.first(of: $0.key)].compactMap { $0 } + $0.value) }
  }

  private func deviation(
    _ attribute: String,
    of user: RecordReference,
    _ observed: String
  ) -> Deviation {
    var deviation = Deviation(attribute, expected: "its own alone", observed: observed)
    deviation.record = user
    return deviation
  }
}
