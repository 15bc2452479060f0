import ControlModel
import ControlTestingSupport
import Testing

/// What reading random fields of every record type comes to, values and problems, pinned.
///
/// The number was made by the code that read each record into a structure of its own, before records
/// became views of packed rows: reading must come to the same to the byte.
struct RecordReadingTests {
  @Test func readsAndRefusesAsBeforeRowsWerePacked() {
    var summary = Fingerprint()
    for (offset, type) in Self.types.enumerated() {
      Self.read(type, seed: UInt64(offset), into: &summary)
    }
    #expect(Self.types.count == 91)
    #expect(summary.count == 106_113)
    #expect(summary.value == 14_186_807_335_614_857_040)
  }

  static let types = EvidenceKind.all.flatMap(\.recordTypes)

  private static func read<R: EvidenceRecord>(
    _ type: R.Type,
    seed: UInt64,
    into summary: inout Fingerprint
  ) {
    for badOneIn in [2, 6, 40, 1_000_000] {
      var random = RandomFields(seed: seed, badOneIn: badOneIn)
      for round in 0..<12 {
        let isTabular = round % 4 == 3
        let value = isTabular ? random.cells(R.fields) : random.object(R.fields)
        let place = Locator(
          path: "folder/file.json",
          digest: "d\(round)",
          line: round == 0 ? nil : round,
          pointer: ["/7", nil, "/a/0", "/records/12", "row 3", "/x/007"][round % 6]
        )
        var fields = RecordFields(value, at: place, fields: R.fields, isTabular: isTabular)
        let record = R(reading: &fields)
        summary.add("\(R.recordName) \(record.recordKey) \(record.locator.digest)")
        summary.add("\(record.locator)")
        for problem in fields.problems { summary.add(problem.description) }
        for child in Mirror(reflecting: record).children {
          let value = words(child.value)
          // A list of words shows the type of its elements, or only the words.
          summary.add("\(child.label ?? "") \(value)")
        }
      }
    }
  }

  /// A value as text; a word of an enumeration as the word.
  private static func words(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      return mirror.children.first.map { "some \(words($0.value))" } ?? "none"
    }
    if let list = value as? [Any] { return "[\(list.map(words).joined(separator: ", "))]" }
    if let word = value as? any RawRepresentable<String> { return word.rawValue }
    return "\(value)"
  }
}

/// A number for a sequence of texts (FNV-1a, 64 bits).
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var count = 0

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 10) &* 0x100_0000_01B3
    count += 1
  }
}
