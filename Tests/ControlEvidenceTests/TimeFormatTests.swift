import ControlModel
import Testing

@testable import ControlEvidence

/// A time is read by its format's rule, never by size or by guess.
struct TimeFormatTests {
  @Test(
    arguments: [
      ("rfc3339", nil, "2026-01-31T00:00:00+01:00", "2026-01-30T23:00:00Z"),
      ("rfc3339", nil, "2026-01-31T00:00:00", nil), ("epoch-s", nil, "0", "1970-01-01T00:00:00Z"),
      ("epoch-s", nil, "1794960000.25", "2026-11-18T00:00:00.25Z"),
      ("epoch-s", nil, "-1.5", "1969-12-31T23:59:58.5Z"), ("epoch-s", nil, "1e9", nil),
      ("epoch-s", nil, "", nil), ("epoch-s", nil, "99999999999999999999", nil),
      ("epoch-s", nil, "9999999999999", nil),
      ("epoch-ms", nil, "1794960000123", "2026-11-18T00:00:00.123Z"),
      ("epoch-us", nil, "1794960000123456", "2026-11-18T00:00:00.123456Z"),
      ("epoch-ns", nil, "1794960000123456789", "2026-11-18T00:00:00.123456789Z"),
      ("%Y-%m-%d", "UTC", "2026-02-28", "2026-02-28T00:00:00Z"),
      ("%Y-%m-%d", "UTC", "2026-02-29", nil), ("%Y-%m-%d", "UTC", "2026-02-28 ", nil),
      ("%Y-%m-%d %H:%M:%S%f", "-08:00", "2026-02-28 20:02:37.2259", "2026-03-01T04:02:37.2259Z"),
      ("%Y-%m-%d %H:%M:%S%f", "UTC", "2026-02-28 20:02:37", "2026-02-28T20:02:37Z"),
      ("%d/%b/%Y:%H:%M:%S %z", nil, "10/Oct/2026:13:55:36 -0700", "2026-10-10T20:55:36Z"),
      ("%m/%d/%Y %I:%M:%S %p", "UTC", "5/4/2026 12:00:01 AM", "2026-05-04T00:00:01Z"),
      ("%m/%d/%Y %I:%M:%S %p", "UTC", "5/4/2026 12:00:01 PM", "2026-05-04T12:00:01Z"),
      ("%m/%d/%Y %I:%M:%S %p", "UTC", "5/4/2026 13:00:01 PM", nil),
      ("%a %b %d %H:%M:%S %z %Y", nil, "Wed Nov 18 06:00:00 UTC 2026", "2026-11-18T06:00:00Z"),
      ("%Y-%m-%d %H:%M:%S %z", nil, "2026-08-31 05:59:33 +00:00", "2026-08-31T05:59:33Z"),
      ("%Y%m%dT%H%M%S", "UTC", "20261118T060000", "2026-11-18T06:00:00Z"),
      ("%Y-%m-%d", "UTC", "99-02-28", nil),
      ("%H:%M %d.%m.%Y %%", "UTC", "06:00 18.11.2026 %", "2026-11-18T06:00:00Z"),
    ] as [(String, String?, String, String?)]
  )
  func reads(_ format: String, _ zone: String?, _ text: String, _ expected: String?) throws {
    #expect(try TimeFormat(format, zone: zone).instant(text)?.description == expected)
  }
}
