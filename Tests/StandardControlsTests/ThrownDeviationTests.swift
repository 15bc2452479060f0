import ControlTesting
import SuiteVocabulary
import Testing

/// What a check throws is never lost: a fold that gathers deviations must not take it for good.
struct ThrownDeviationTests {
  private struct Broken: Error {}

  @Test func deviationStaysWhatItIs() {
    let deviation = Deviation("expiry", expected: "present", observed: "never")
    #expect(Deviation(thrown: deviation) == deviation)
  }

  @Test func anythingElseDeviates() {
    #expect(Deviation(thrown: Broken()).observed == "Broken()")
  }
}
