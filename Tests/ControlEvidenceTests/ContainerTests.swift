import ControlModel
import ControlTestingSupport
import Foundation
import Testing

@testable import ControlEvidence

/// What a file is packed or encoded in is taken off, and never believed.
struct ContainerTests {
  private func text(_ bytes: [UInt8]) throws(Diagnostic) -> String {
    String(decoding: try FileText.utf8(bytes, path: "a.gz"), as: UTF8.self)
  }

  @Test func gzipIsUnpackedMemberAfterMember() throws {
    #expect(try text(Packing.gzip("{\"a\": 1}\n")) == "{\"a\": 1}\n")
    let members = Packing.gzip("{\"a\": ") + Packing.gzip("") + Packing.gzip("1}\n")
    #expect(try text(members) == "{\"a\": 1}\n")
  }

  @Test func whatIsUnpackedIsReadAsIfItLayThere() throws {
    let lines = "{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n"
    let packed = Packing.gzip(lines)
    let document = try EvidenceDocument(bytes: packed, path: "logs/a.jsonl.gz")
    #expect(document.digest == Digest.sha256(packed), "the digest is that of the bytes on disk")
    #expect(document.sizeInBytes == packed.count)
    #expect(document.roots.map(\.value.line) == [1, 3])
    #expect(document.unreadLines.map { $0.locator?.line } == [2])
    let table = try EvidenceDocument(bytes: Packing.gzip("a;b\n1;2\n"), path: "a.csv.gz")
    #expect(table.table?.rows.count == 1)
    let yaml = try EvidenceDocument(bytes: Packing.gzip("a: 1"), path: "a.YAML.GZ")
    #expect(yaml.roots.count == 1)
  }

  @Test func everyCutIsNoticed() {
    let packed = Packing.gzip("{\"a\": \"some text that is long enough to be packed, packed\"}")
    for count in 2..<packed.count {
      let diagnostic = problem { () throws(Diagnostic) in _ = try text(Array(packed[..<count])) }
      #expect(diagnostic?.code == .evidencePacked, "cut at \(count)")
    }
  }

  @Test(
    arguments: [
      ("checksum", -8, "incorrect data check"), ("length", -4, "incorrect length check"),
    ]
  )
  func trailerThatLiesIsDamage(_ name: String, _ offset: Int, _ words: String) {
    var packed = Packing.gzip("{\"a\": 1}")
    packed[packed.count + offset] ^= 1
    let diagnostic = problem { () throws(Diagnostic) in _ = try text(packed) }
    #expect(diagnostic?.code == .evidencePacked)
    #expect(diagnostic?.found == "damaged gzip: \(words)")
  }

  @Test func whatFollowsTheLastMemberIsRefused() {
    for tail in [[0], Array("{}".utf8), [0x1F], [0x1F, 0x8B, 8, 0]] as [[UInt8]] {
      let diagnostic = problem { () throws(Diagnostic) in _ = try text(Packing.gzip("{}") + tail) }
      #expect(diagnostic?.code == .evidencePacked, "\(tail)")
    }
    let twice = problem { () throws(Diagnostic) in
      _ = try text(Packing.gzip(Packing.gzip("{}")))
    }
    #expect(twice?.found == "gzip within gzip")
  }

  @Test func textOutOfProportionStopsEarly() {
    let bomb = Packing.gzip([UInt8](repeating: 0x5B, count: 8 << 20))
    #expect(bomb.count < 16 << 10)
    let diagnostic = problem { () throws(Diagnostic) in _ = try text(bomb) }
    #expect(diagnostic?.code == .evidenceLimit)
    // Below the bound the proportion is nobody's business: small files pack well.
    let small = Packing.gzip([UInt8](repeating: 0x20, count: Limits.ratioFreeSizeInBytes))
    #expect(problem { () throws(Diagnostic) in _ = try text(small) } == nil)
  }

  @Test func membersAreBounded() {
    let member = Packing.gzip("")
    let most = (0..<Limits.maximumMembersOfAnArchive).flatMap { _ in member }
    #expect(problem { () throws(Diagnostic) in _ = try text(most) } == nil)
    let diagnostic = problem { () throws(Diagnostic) in _ = try text(most + member) }
    #expect(diagnostic?.code == .evidenceLimit)
  }

  @Test func stepsOfAnySizeGiveTheSameText() throws {
    var generator = SeededGenerator(seed: 11)
    let lines = (0..<400).map {
      "{\"n\": \($0), \"r\": \(UInt64.random(in: 0...99, using: &generator))}\n"
    }
    let packed = lines.chunked(90).flatMap { Packing.gzip($0.joined()) }
    for room in [1, 7, 4096] {
      let inflater = try GzipInflater()
      var found: [UInt8] = []
      var start = 0
      while true {
        var output = [UInt8](repeating: 0, count: room)
        let end = min(packed.count, start + Int.random(in: 1...60, using: &generator))
        let step = try packed[start..<end].withUnsafeBufferPointer { input in
          try output.withUnsafeMutableBufferPointer { try inflater.step(input, into: $0) }
        }
        found += output[..<step.produced]
        start += step.consumed
        if step.consumed == 0, step.produced == 0, end == packed.count { break }
      }
      try inflater.finish()
      #expect(found == Array(lines.joined().utf8), "seed 11, room \(room)")
    }
  }

  @Test(arguments: [false, true])
  func utf16WithAMarkIsRead(_ bigEndian: Bool) throws {
    let text = "[{\"name\": \"Gr\u{FC}n \u{1F511}\"}]\r\n"
    let document = try EvidenceDocument(
      bytes: Packing.utf16(text, bigEndian: bigEndian),
      path: "a.json"
    )
    #expect(document.root?.elements.first?["name"]?.text == "Gr\u{FC}n \u{1F511}")
    #expect(document.sizeInBytes == text.utf16.count * 2 + 2)
    let packed = Packing.gzip(Packing.utf16(text, bigEndian: bigEndian))
    #expect(try self.text(packed) == text)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x7B], 1, "UTF-16 with half a character at its end"),
      ([0xFF, 0xFE, 0x0A, 0, 0, 0xD8], 2, "UTF-16 with half a surrogate pair"),
      ([0xFF, 0xFE, 0, 0xDC, 0x20, 0], 1, "UTF-16 with half a surrogate pair"),
      ([0xFF, 0xFE, 0, 0xD8, 0x20, 0], 1, "UTF-16 with half a surrogate pair"),
      ([0xFF, 0xFE, 0x20, 0, 0, 0], 1, "a zero byte"),
      ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], 1, "UTF-32"),
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], 1, "UTF-32"), ([0x7B, 0, 0x7D, 0], 1, "a zero byte"),
      ([0x50, 0x4B, 0x03, 0x04], 1, "a zip archive"), ([0x28, 0xB5, 0x2F, 0xFD, 0], 1, "zstd"),
    ] as [([UInt8], Int, String)]
  )
  func otherEncodingsAreRefused(_ bytes: [UInt8], _ line: Int, _ found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try EvidenceDocument(bytes: bytes, path: "a.json")
    }
    #expect(diagnostic?.code == .evidenceEncoding)
    #expect(diagnostic?.found == found)
    #expect(diagnostic?.locator?.line == line)
  }

  @Test func whatPeopleWriteIsNotUnpacked() {
    for bytes in [Packing.gzip("version: 1"), Packing.utf16("version: 1")] {
      let diagnostic = problem { () throws(Diagnostic) in
        _ = try ConfigurationDocument.read(bytes, path: "policy.yaml")
      }
      #expect(diagnostic?.code == .evidenceEncoding)
    }
  }

  @Test(
    arguments: [
      ("{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", 2), ("[{}]\n[{}, {}]\n", 2), ("[1][2][3]", 3),
      ("{\"a\": 1} {\"a\": 2}", 2), ("{\"a\": 1}\n{\n\"a\": 2}\n", 2),
    ]
  )
  func valuesOneAfterAnotherAreAllRead(_ text: String, _ count: Int) throws {
    let document = try EvidenceDocument(bytes: Array(text.utf8), path: "spans.json")
    #expect(document.roots.count == count)
    #expect(document.unreadLines.isEmpty)
  }

  @Test(
    arguments: [
      ("{\n \"a\": 1\n}\n{\n \"a\": \n", 6, "the end of the file"),
      ("[1]\n2", 2, "more text after the value"), ("[]\noops", 2, "more text after the value"),
      ("[1] \"a\"", 1, "more text after the value"),
    ]
  )
  func brokenOneAmongThemRefusesAll(_ text: String, _ line: Int, _ found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try EvidenceDocument(bytes: Array(text.utf8), path: "spans.json")
    }
    #expect(diagnostic?.code == .evidenceMalformed)
    #expect(diagnostic?.locator?.line == line)
    #expect(diagnostic?.found == found)
  }

  @Test func fileThatChangesWhileItIsReadIsNoticed() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let changes: [(String, (FileHandle) throws -> Void)] = [
      (
        "grows",
        {
          _ = try $0.seekToEnd()
          try $0.write(contentsOf: Data("x".utf8))
        }
      ),
      ("shrinks", { try $0.truncate(atOffset: 3) }),
    ]
    for (name, change) in changes {
      try Data("{\"a\": 1}".utf8).write(to: file)
      let handle = try FileHandle(forUpdating: file)
      let diagnostic = problem { () throws(Diagnostic) in
        _ = try OrdinaryFile.bytes(at: file.path, name: "a.json") { try? change(handle) }
      }
      #expect(diagnostic?.code == .evidenceUnreadable, "\(name)")
      #expect(diagnostic?.found == "a file that changed while it was read", "\(name)")
    }
    #expect(try OrdinaryFile.bytes(at: file.path + "/a", name: "a") == nil)
    #expect(try OrdinaryFile.bytes(at: "a\0b", name: "a") == nil)
  }
}

extension Array {
  /// The elements in runs of at most so many.
  fileprivate func chunked(_ count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map {
      Array(self[$0..<Swift.min($0 + count, self.count)])
    }
  }
}
