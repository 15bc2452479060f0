/// The files that rows of a block were read from, and the parts of pointers that rows share.
struct RowPlaces: Sendable {
  /// Where rows come from: a file, and the part of the pointer that they share.
  struct Place: Sendable, Hashable {
    var path: String
    var digest: String
    /// The pointer, or what stands before its last number; `nil`: no pointer.
    var pointer: String?
  }

  private(set) var places: [Place] = []
  private var numbers: [Place: UInt32] = [:]
  private var current: UInt32 = 0

  subscript(number: UInt32) -> Place { places[Int(number)] }

  /// The number of a place; a new one where it is not known.
  mutating func number(of place: Place) -> UInt32 {
    if Int(current) < places.count, places[Int(current)] == place { return current }
    if numbers.count < places.count {
      for (number, known) in places.enumerated() { numbers[known] = UInt32(number) }
    }
    if let known = numbers[place] {
      current = known
    } else {
      current = UInt32(places.count)
      numbers[place] = current
      places.append(place)
    }
    return current
  }

  /// Fills in the digest of files where it was not known.
  mutating func setDigest(_ digest: String) {
    for index in places.indices where places[index].digest.isEmpty {
      places[index].digest = digest
    }
    trim()
  }

  /// Drops what is needed to add places only.
  mutating func trim() { numbers = [:] }
}
