import ControlTesting

/// Who used what may serve one user only, such as a decision for one call.
///
/// Holds one reference for each use; merging appends, and so is associative.
struct SingleUse: Sendable, Codable {
  private var users = Sightings<String, [RecordReference]>()

  /// Notes that a record used a thing.
  mutating func note(_ thing: String, usedBy record: any EvidenceRecord) {
    let reference = RecordReference(record)
    users.note(thing, [reference]) { $0.append(reference) }
  }

  /// Takes in the uses noted after this one's.
  mutating func merge(_ later: SingleUse) { users.merge(later.users) { $0 += $1 } }

  /// A deviation for each record that used a thing after another had, by the thing's id.
  func reuses(of attribute: String) -> [Deviation] {
    shared.flatMap { thing, references in
      references.dropFirst().map { reference in
        deviation(attribute, of: reference, "\(thing), used before by \(references[0].key)")
      }
    }
  }

  /// A deviation for each record that shares a thing with another, by the thing's id.
  func sharings(of attribute: String) -> [Deviation] {
    shared.flatMap { thing, references in
      references.map { reference in
        let others = references.filter { $0 != reference }.map(\.key).joined(separator: ", ")
        return deviation(attribute, of: reference, "\(thing), shared with \(others)")
      }
    }
  }

  private var shared: [(String, [RecordReference])] {
    users.all.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  private func deviation(
    _ attribute: String,
    of reference: RecordReference,
    _ observed: String
  ) -> Deviation {
    var deviation = Deviation(attribute, expected: "its own alone", observed: observed)
    deviation.record = reference
    return deviation
  }
}
