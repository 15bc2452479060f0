import ControlModel
import ControlTestingSupport
import Testing

/// Look-ups give what a dictionary of strings gives.
struct RecordIndexTests {
  static let person = 0
  static let team = RoleHolder.layout.field("team") ?? -1
  static let authority = RoleHolder.layout.field("authority") ?? -1

  @Test func findsWhatADictionaryFinds() {
    for seed in [1, 2, 3, 4] as [UInt64] {
      var random = RandomFields(seed: seed, badOneIn: 2)
      let holders = (0..<500).map { _ in
        RoleHolder.named(
          random.text(),
          team: random.chance(2) ? nil : random.text(),
          authority: random.chance(3)
            ? nil : (0..<random.number(4)).map { _ in RandomFields.words[random.number(15)] }
        )
      }
      let blocks = Self.blocks(holders, cutting: [0, 1, 200, 37, 262])
      #expect(blocks.count == 5)
      let byPerson = RecordIndex(blocks, by: .text(Self.person))
      let byTeam = RecordIndex(blocks, by: .text(Self.team)).handle(
        over: blocks.map { $0.handle() }
      )
      let byAuthority = RecordIndex(blocks, by: .texts(Self.authority))
      let byInitial = RecordIndex(
        blocks,
        by: .computed { [String(RoleHolder(row: $0).person.prefix(1))] }
      )
      var probes = Set(holders.map(\.person)).union(holders.compactMap(\.team))
      probes.formUnion(RandomFields.words)
      probes.formUnion(["nobody", "\u{37E}", "k"])
      for probe in probes.sorted() {
        func check(_ index: RecordIndex, _ isMember: (RoleHolder) -> Int) {
          let expected = holders.indices.flatMap {
            Array(repeating: $0, count: isMember(holders[$0]))
          }
          var found: [RoleHolder] = []
          index.forEach(probe) { found.append(RoleHolder(row: $0)) }
          #expect(found.map(\.person) == expected.map { holders[$0].person }, "seed \(seed)")
          #expect(index.first(probe).map(RoleHolder.init)?.person == found.first?.person)
        }
        check(byPerson) { $0.person == probe ? 1 : 0 }
        check(byTeam) { $0.team == probe ? 1 : 0 }
        check(byAuthority) { holder in (holder.authority ?? []).count { $0 == probe } }
        check(byInitial) { String($0.person.prefix(1)) == probe ? 1 : 0 }
      }
    }
  }

  @Test func findsNothingAmongNoRecords() {
    let index = RecordIndex([], by: .text(Self.person))
    #expect(index.first("a") == nil)
    #expect(index.first("") == nil)
    #expect(index.repeatedRows.isEmpty)
    #expect(index.rowCount == 0)
  }

  @Test func groupsRowsThatRepeat() {
    let names = ["a", "b", "a", "c", "b", "a", "d"]
    let blocks = Self.blocks(names.map { RoleHolder.named($0) }, cutting: [3, 4])
    let index = RecordIndex(blocks, by: .text(Self.person))
    #expect(index.repeatedRows == [[0, 2, 5], [1, 4]])
    #expect(
      index.repeatedRows.flatMap { $0 }.map { index.row($0).key.prefix(1) }.joined() == "aaabb"
    )
  }

  /// Texts that are equal and written in other bytes are one key, as they are for `String`.
  @Test func equalTextsAreOneKey() {
    let names = ["e\u{301}lan", "\u{212A}elvin", "plain"]
    let blocks = Self.blocks(names.map { RoleHolder.named($0) }, cutting: [3])
    let index = RecordIndex(blocks, by: .text(Self.person))
    for (name, other) in zip(names, ["\u{E9}lan", "Kelvin", "plain"]) {
      #expect(name == other)
      #expect(index.first(other)?.key == "\(name) owner all")
    }
    #expect(index.first("elan") == nil)
  }

  @Test func hashesOfEqualTextsAreEqual() {
    var random = RandomFields(seed: 9, badOneIn: 2)
    let texts = (0..<300).map { _ in random.text() }
    for one in texts {
      for other in texts {
        let areEqual = TextHash.areEqual(one.utf8Span.span, other.utf8Span.span)
        #expect(areEqual == (one == other))
        if areEqual {
          #expect(TextHash.hash(one.utf8Span.span) == TextHash.hash(other.utf8Span.span))
        }
      }
    }
  }

  /// Blocks of so many holders each.
  static func blocks(_ holders: [RoleHolder], cutting sizes: [Int]) -> [RecordBlock] {
    var rest = holders[...]
    return sizes.map { size in
      var builder = RecordBlockBuilder(RoleHolder.layout)
      for holder in rest.prefix(size) { builder.append(holder.row) }
      rest = rest.dropFirst(size)
      return builder.finish()
    }
  }
}
