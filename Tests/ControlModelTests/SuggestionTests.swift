import ControlModel
import Testing

struct SuggestionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let word: String
    let names: [String]
    let expected: String?

    var testDescription: String { "\(word) gives \(expected ?? "nothing")" }
  }

  static let cases = [
    Case(word: "PR.AA-5", names: ["PR.AA-01", "PR.AA-05", "PR.DS-05"], expected: "PR.AA-05"),
    Case(word: "nhi7-1", names: ["NHI6-1", "NHI7-1"], expected: "NHI7-1"),
    Case(
      word: "maximumCredentailAge",
      names: ["maximumCredentialAge", "maximumSessionAge"],
      expected: "maximumCredentialAge"
    ),
    Case(word: "asess", names: ["explain", "assess", "coverage"], expected: "assess"),
    Case(word: "tets", names: ["seal", "test"], expected: "test"),
    Case(word: "L9", names: ["L1", "L2"], expected: "L1"),
    Case(word: "production", names: ["pilot", "sandbox"], expected: nil),
    Case(word: "", names: ["a"], expected: nil),
    Case(word: "a", names: [], expected: nil),
  ]

  @Test(arguments: cases)
  func givesTheNearestNameOrNothing(_ example: Case) {
    #expect(Suggestion.nearest(to: example.word, among: example.names) == example.expected)
  }

  @Test func ordersByDistanceThenByPlaceAndStopsAtTheCount() {
    let names = ["GOVERN 1.9x", "GOVERN 1.1", "GOVERN 1.2", "GOVERN 1.3", "MAP 1.1"]
    #expect(
      Suggestion.nearest(to: "GOVERN 1.9", among: names, atMost: 3)
        == ["GOVERN 1.9x", "GOVERN 1.1", "GOVERN 1.2"]
    )
  }

  @Test func namesADoubleOnlyOnce() {
    #expect(Suggestion.nearest(to: "tst", among: ["test", "test"], atMost: 3) == ["test"])
  }
}
