import ControlModel
import ControlTestingSupport
import Testing

/// Rows come out as they went in, whatever else is done to the block.
struct RecordBlockTests {
  static let types = EvidenceKind.all.flatMap(\.recordTypes)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyTypeComesOutAsItWentIn(_ seed: UInt64) {
    var random = RandomRows(seed: seed)
    for type in Self.types {
      var builder = RecordBlockBuilder(type.layout, isInterning: random.fields.chance(2))
      var expected: [RandomRow] = []
      for _ in 0..<40 {
        let row = random.row(type.layout)
        row.write(into: &builder, shuffledBy: &random.fields)
        // A row that is discarded leaves nothing behind.
        if random.fields.chance(4) {
          builder.discardRow()
        } else {
          builder.endRow()
          expected.append(row)
        }
      }
      let block = builder.finish(isTrimming: random.fields.chance(2))
      #expect(block.checkInvariants().isEmpty, "\(type.recordName), seed \(seed)")
      #expect(block.rowCount == expected.count)
      for (index, row) in expected.enumerated() {
        let record = type.init(row: RecordRow(block: block, index: Int32(index)))
        #expect(row.differences(from: record) == [], "\(type.recordName), seed \(seed)")
      }
    }
  }

  @Test func everyTypeIsCopiedFromBlockToBlock() {
    let seed: UInt64 = 11
    var random = RandomRows(seed: seed)
    for type in Self.types {
      var tables = RecordTables()
      var expected: [RandomRow] = []
      for _ in 0..<30 {
        let row = random.row(type.layout)
        var builder = RecordBlockBuilder(type.layout)
        row.write(into: &builder, shuffledBy: &random.fields)
        builder.endRow()
        tables.append(builder.finish(), of: type)
        expected.append(row)
      }
      let blocks = tables.blocks(type)
      #expect(blocks.count == 1)
      #expect(blocks.allSatisfy { $0.checkInvariants().isEmpty }, "\(type.recordName)")
      let records = (0..<30).map { type.init(row: RecordRow(block: blocks[0], index: Int32($0))) }
      for (row, record) in zip(expected, records) {
        #expect(row.differences(from: record) == [], "\(type.recordName), seed \(seed)")
      }
    }
  }

  /// What a type's properties read is what lies in the field of their name.
  @Test func everyPropertyReadsItsOwnField() {
    var random = RandomRows(seed: 5)
    for type in Self.types { Self.checkProperties(type, &random) }
  }

  private static func checkProperties<R: EvidenceRecord>(_ type: R.Type, _ random: inout RandomRows)
  {
    var builder = RecordBlockBuilder(R.layout)
    builder.beginRow(line: 1, element: nil)
    for (number, shape) in R.layout.shapes.enumerated() {
      if shape == .text { builder.setText(number, "text \(number)") }
      if shape == .texts {
        builder.beginList()
        builder.addText("text \(number)".utf8Span.span)
        builder.endList(number)
      }
    }
    builder.endRow()
    let record = R(row: RecordRow(block: builder.finish(), index: 0))
    for path in R.layout.textPaths() {
      let number = R.layout.textField(path)
      let value = record[keyPath: path]
      let text = (value as? String) ?? (value as? [String])?.first
      #expect(number != nil && text == "text \(number ?? -1)", "\(R.recordName)")
    }
  }

  @Test func textThatIsRepeatedIsStoredOnce() {
    var builder = RecordBlockBuilder(RoleHolder.layout)
    for row in 0..<1000 {
      builder.beginRow(line: row, element: nil)
      builder.setText(0, "a rather long name that many rows share")
      builder.endRow()
    }
    let block = builder.finish()
    let slots = Set((0..<1000).compactMap { block.slot($0, 0) })
    #expect(slots.count == 1)
    #expect(block.sizeInBytes < 1000 * 40)
  }

  @Test func recordOutlivesItsTable() {
    var tables: RecordTables? = RecordTables()
    for number in 0..<2000 {
      tables?.append(RoleHolder.named("person \(number)"))
    }
    let kept = tables?.records(RoleHolder.self)[1999]
    tables = nil
    #expect(kept?.person == "person 1999")
  }

  @Test func tablesThatAreCopiedGoTheirOwnWay() {
    var tables = RecordTables()
    tables.append(RoleHolder.named("one"))
    let held = tables.records(RoleHolder.self)
    var copy = tables
    copy.append(RoleHolder.named("two"))
    tables.append(RoleHolder.named("three"))
    #expect(held.map(\.person) == ["one"])
    #expect(copy.records(RoleHolder.self).map(\.person) == ["one", "two"])
    #expect(tables.records(RoleHolder.self).map(\.person) == ["one", "three"])
  }

  @Test func largeTablesKeepTheirOrder() {
    var tables = RecordTables()
    var parts = RecordTables()
    for number in 0..<3000 {
      parts.append(RoleHolder.named("\(number)"))
      if [1, 5, 1200, 2400, 2999].contains(number) {
        tables.append(contentsOf: parts)
        parts = RecordTables()
      }
    }
    #expect(tables.records(RoleHolder.self).map(\.person) == (0..<3000).map(String.init))
    #expect(tables.counts == ["RoleHolder": 3000])
    tables.close()
    #expect(tables.records(RoleHolder.self).map(\.person) == (0..<3000).map(String.init))
  }

  @Test func memoryOfABlockIsTakenBackOnlyWhenNobodyHoldsIt() {
    var builder = RecordBlockBuilder(RoleHolder.layout)
    builder.setFile(path: "a.csv", digest: "", pointerPrefix: "row ")
    var escaped: [RoleHolder] = []
    for round in 0..<4 {
      for row in 0..<10 {
        builder.beginRow(line: row + 2, element: row + 1)
        builder.setText(0, "person \(round) \(row)")
        builder.endRow()
      }
      let block = builder.finish(isTrimming: false)
      let records = RoleHolder.views(of: [block])
      #expect(records.map(\.locator.pointer) == (1...10).map { "row \($0)" })
      if round % 2 == 0 { escaped.append(records[3]) }
      builder.reuse(block)
    }
    #expect(escaped.map(\.person) == ["person 0 3", "person 2 3"])
    #expect(escaped[0].locator == Locator(path: "a.csv", line: 5, pointer: "row 4"))
  }

  @Test func digestIsFilledInAfterwards() {
    var builder = RecordBlockBuilder(RoleHolder.layout)
    builder.setFile(path: "a.json", digest: "", pointerPrefix: nil)
    builder.beginRow(line: 0, element: nil)
    builder.setText(0, "person")
    builder.endRow()
    let block = builder.finish()
    let records = RoleHolder.views(of: [block, block.withDigest("abc"), block.handle()])
    #expect(records.map(\.locator.digest) == ["", "abc", ""])
    #expect(records.map(\.person) == ["person", "person", "person"])
    #expect(records[0].locator == Locator(path: "a.json"))
  }
}
