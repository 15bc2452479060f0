import Synchronization
import Testing

@testable import ControlsCommand

/// The line on a terminal, and what an interrupt does.
struct ProgressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let progress: ProgressText
    let elapsed: Duration
  }

  static func text(
    _ records: Int,
    of totalRecords: Int?,
    _ bytes: Int = 0,
    of totalBytes: Int = 0
  ) -> ProgressText {
    ProgressText(
      phase: "judging",
      records: records,
      totalRecords: totalRecords,
      bytes: bytes,
      totalBytes: totalBytes
    )
  }

  static let cases = [
    Case(testDescription: "judging", progress: text(0, of: nil), elapsed: .zero),
    Case(
      testDescription: "judging: 0 of 12,000 records",
      progress: text(0, of: 12_000),
      elapsed: .seconds(1)
    ),
    Case(
      testDescription: "judging: 250 of 1,000 records, 250 records/s, 3 s left",
      progress: text(250, of: 1000),
      elapsed: .seconds(1)
    ),
    Case(
      testDescription: "judging: 250 of 1,000 records, 625 records/s",
      progress: text(250, of: 1000),
      elapsed: .milliseconds(400)
    ),
    Case(
      testDescription: "judging: 1,234,567 records, 612 MB of 5.1 GB, 1.2 GB/s, 4 s left",
      progress: text(1_234_567, of: nil, 612_000_000, of: 5_100_000_000),
      elapsed: .milliseconds(500)
    ),
    Case(
      testDescription: "judging: 1 records, 1.0 MB of 100 MB, 9 kB/s, 181 min 30 s left",
      progress: text(1, of: nil, 1_000_000, of: 100_000_000),
      elapsed: .seconds(110)
    ),
    Case(
      testDescription: "judging: 10 of 10 records, 10 records/s",
      progress: text(10, of: 10),
      elapsed: .seconds(1)
    ),
  ]

  @Test(arguments: cases)
  func lineSaysWhatIsKnown(_ testCase: Case) {
    #expect(testCase.progress.line(after: testCase.elapsed) == testCase.testDescription)
  }

  @Test func interruptEndsARunThatHasWrittenNothing() {
    let left = Atomic(0)
    let interrupt = Interrupt { left.add(1, ordering: .relaxed) }
    interrupt.request()
    #expect(left.load(ordering: .relaxed) == 1)
  }

  @Test func interruptWaitsForTheLastFileThatIsWritten() {
    let left = Atomic(0)
    let interrupt = Interrupt { left.add(1, ordering: .relaxed) }
    interrupt.whileWriting {
      interrupt.request()
      #expect(left.load(ordering: .relaxed) == 0)
    }
    #expect(left.load(ordering: .relaxed) == 1)
    #expect(interrupt.isRequested)
  }

  @Test func writingWithoutAnInterruptLeavesNothing() {
    let left = Atomic(0)
    let interrupt = Interrupt { left.add(1, ordering: .relaxed) }
    interrupt.whileWriting {}
    #expect(left.load(ordering: .relaxed) == 0)
  }
}
