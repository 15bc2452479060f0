import Testing

@testable import ControlEvidence

struct LineFeedsTests {
  /// Against counting one by one, with every length up to some words and dense feeds.
  @Test func countsEveryLineFeed() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    print("seed \(seed)")
    var state = seed
    for length in Array(0..<80) + [2039, 2040, 2041, 4096, 70_001] {
      for choices: [UInt8] in [[0x0A], [0x0A, 0x0B], [0x0A, 0x8A, 0x00, 0xFF, 0x09, 0x41]] {
        let bytes = (0..<length).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return choices[Int(state >> 33) % choices.count]
        }
        let counted = bytes.withUnsafeBufferPointer { LineFeeds.count(in: $0) }
        #expect(counted == bytes.count { $0 == 0x0A }, "\(length) bytes")
      }
    }
  }
}
