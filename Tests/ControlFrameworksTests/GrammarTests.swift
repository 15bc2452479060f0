import ControlFrameworks
import ControlModel
import Testing

/// The shape of official ids, framework by framework.
struct GrammarTests {
  struct Grammar: Sendable, CustomTestStringConvertible {
    let framework: FrameworkID
    let pattern: String

    var testDescription: String { "\(framework) matches \(pattern)" }
  }

  static let grammars = [
    Grammar(framework: .nhi, pattern: #"NHI([1-9]|10):2025"#),
    Grammar(framework: .asi, pattern: #"ASI(0[1-9]|10)"#),
    Grammar(framework: .agenticThreats, pattern: #"T([1-9]|1[0-7])"#),
    Grammar(framework: .csf, pattern: #"(GV|ID|PR|DE|RS|RC)(\.[A-Z]{2}(-[01][0-9])?)?"#),
    Grammar(framework: .csf11, pattern: #"(ID|PR|DE|RS|RC)(\.[A-Z]{2}(-[1-9][0-9]?)?)?"#),
    Grammar(
      framework: .aiRMF,
      pattern: #"(GOVERN|MAP|MEASURE|MANAGE)( [1-6](\.[1-9][0-9]?)?)?"#
    ),
    Grammar(framework: .ai600, pattern: #"2\.([1-9]|1[0-2])"#),
    Grammar(framework: .maestro, pattern: #"(L[1-7]|X)(\.[1-9][0-9]?)?"#),
    Grammar(
      framework: .sp80053,
      pattern: #"(AC|AU|CM|IA|IR|RA|SA|SR)(-[1-9][0-9]?(\([1-9][0-9]?\))?)?"#
    ),
    Grammar(framework: .sp80063, pattern: #"SP 800-63[ABC]?-4|[IAF]AL[1-3]?"#),
    Grammar(framework: .sp800207, pattern: #"T[1-7]"#),
    Grammar(framework: .iso42001, pattern: #"A\.([2-9]|10)(\.[1-9]){0,2}"#),
    Grammar(framework: .aicm, pattern: #"[A-Z]{3}|[AI]&[AS]"#),
  ]

  @Test func coversEveryFramework() {
    #expect(Self.grammars.map(\.framework) == Catalogs.frameworks)
  }

  @Test(arguments: grammars)
  func everyIdHasTheShapeItsPublisherGivesIt(_ grammar: Grammar) throws {
    let pattern = try Regex(grammar.pattern)
    let catalog = try #require(Catalogs.catalog(grammar.framework))
    for item in catalog.items {
      #expect(item.requirement.id.wholeMatch(of: pattern) != nil, "\(item.requirement)")
    }
  }
}
