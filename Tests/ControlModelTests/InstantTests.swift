import ControlModel
import ControlTestingSupport
import Foundation
import Testing

struct InstantTests {
  @Test(
    arguments: [
      ("2026-01-31T00:00:00Z", 1_769_817_600_000_000_000),
      ("2026-01-31t00:00:00z", 1_769_817_600_000_000_000),
      ("2026-01-31 01:00:00+01:00", 1_769_817_600_000_000_000),
      ("1970-01-01T00:00:00.000000001Z", 1),
      ("1969-12-31T23:59:59.5Z", -500_000_000),
      ("2024-02-29T12:00:00-00:30", 1_709_209_800_000_000_000),
      ("2026-01-31T00:00:00.1234567899Z", 1_769_817_600_123_456_789),
    ] as [(String, Int64)]
  )
  func readsRFC3339(_ text: String, _ nanoseconds: Int64) {
    #expect(Instant(rfc3339: text)?.nanosecondsSinceEpoch == nanoseconds)
  }

  @Test(
    arguments: [
      "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T00:00:00",
      "2026-01-31", "26-01-31T00:00:00Z", "2026-01-31T00:00:00.Z", "2026-01-31T00:00:00Z ",
      "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "", "never", "2026-01-31T00:00:00+24:00",
    ])
  func refusesWhatNamesNoInstant(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func writesWhatItReadOnRandomInstants() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2000 {
      let seconds = Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator)
      guard let instant = Instant(secondsSinceEpoch: seconds) else {
        Issue.record("seed \(seed): \(seconds) s is out of range")
        return
      }
      let text = instant.description
      #expect(Instant(rfc3339: text) == instant, "seed \(seed)")
      let foundation = formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
      #expect(text == foundation, "seed \(seed)")
    }
  }

  @Test func staysInRange() {
    #expect(Instant(secondsSinceEpoch: .max) == nil)
    let last = Instant(nanosecondsSinceEpoch: .max)
    #expect(last.advanced(by: .days(1)) == last)
    #expect(
      Instant(nanosecondsSinceEpoch: .min).advanced(by: .days(-1)).nanosecondsSinceEpoch == .min
    )
    #expect(last.duration(since: Instant(nanosecondsSinceEpoch: .min)) > .zero)
  }

  @Test func momentsKeepThreeKindsOfNothingApart() {
    #expect(Moment.never.instant == nil)
    #expect(Moment.never != Moment.notRecorded)
    #expect("\(Moment.notRecorded)" == "not recorded")
    #expect(Moment.at(.epoch).hasPassed(at: .epoch))
    #expect(!Moment.never.hasPassed(at: .epoch))
  }
}

struct DurationWordsTests {
  @Test(
    arguments: [
      ("90 days", Duration.days(90)), ("1 day", .days(1)), ("15 minutes", .minutes(15)),
      ("24 hours", .hours(24)), ("3600 seconds", .hours(1)), ("2 weeks", .days(14)),
      ("0 days", .zero),
    ])
  func reads(_ text: String, _ duration: Duration) {
    #expect(Duration(words: text) == duration)
  }

  @Test(arguments: [
    "90", "days", "-1 days", "3 months", "1.5 days", "1 day ago", "99999999999999999 weeks",
  ])
  func refuses(_ text: String) {
    #expect(Duration(words: text) == nil)
  }

  @Test(
    arguments: [
      (Duration.days(90), "90 days"), (.days(90) + .seconds(1), "90 days 1 second"),
      (.seconds(5400), "1 hour 30 minutes"), (.zero, "0 seconds"),
      (.seconds(-60), "minus 1 minute"),
      (.milliseconds(250), "250 ms"),
    ])
  func writes(_ duration: Duration, _ words: String) {
    #expect(duration.words == words)
  }
}
