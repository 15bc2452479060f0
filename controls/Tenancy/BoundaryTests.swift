import ControlTesting
import SuiteVocabulary

/// TEN-5: the boundaries of tenants, environments and data classes were each tried in the period,
/// and every way that was tried last ended in a refusal.
struct BoundaryTests {
  /// One way across a boundary.
  private struct Way: Hashable {
    let boundary: IsolationTest.Boundary
    let verb: IsolationTest.Verb
    let object: IsolationTest.Object
    let from: String?
    let to: String?
    let path: String

    init(_ test: IsolationTest) {
      boundary = test.boundary
      verb = test.verb
      object = test.object
      path = test.path
      switch test.boundary {
      case .tenant: (from, to) = (test.fromTenant, test.toTenant)
      case .environment: (from, to) = (test.fromEnvironment, test.toEnvironment)
      case .dataClass: (from, to) = (nil, test.dataClass)
      }
    }

    var words: String {
      let ends =
        switch boundary {
        case .dataClass: "to \(to ?? "a class not recorded")"
        case .tenant, .environment: "from \(from ?? "not recorded") to \(to ?? "not recorded")"
        }
      return "\(verb.rawValue) \(object.rawValue) \(ends) by \(path)"
    }
  }

  private let scope: Scope
  private let limit: Duration
  private let tests: [IsolationTest]
  private var found = DeviationList()

  /// What deviates in the subject.
  static func deviations(_ scope: Scope) -> [Deviation] {
    var check = BoundaryTests(scope)
    check.checkBoundaries()
    check.checkWays()
    check.checkEnvironments()
    return check.found.all
  }

  /// Takes the tests that were to be refused: an access that is allowed on purpose is no boundary.
  private init(_ scope: Scope) {
    self.scope = scope
    limit = scope.policy.isolationTestMaximumAge
    tests = scope.records(IsolationTest.self)
      .filter { $0.expected == .refused && $0.testedAt <= scope.asOf }
  }

  private func isInDate(_ test: IsolationTest) -> Bool {
    scope.asOf.duration(since: test.testedAt) <= limit
  }

  /// Each of the three sorts of boundary has a test in date.
  private mutating func checkBoundaries() {
    let boundaries: [(IsolationTest.Boundary, String)] = [
      (.tenant, "tenant boundary"), (.environment, "environment boundary"),
      (.dataClass, "data-class boundary"),
    ]
    for (boundary, words) in boundaries {
      let own = tests.filter { $0.boundary == boundary }
      if own.contains(where: isInDate) { continue }
      let latest = own.max { $0.testedAt < $1.testedAt }
      let age = latest.map { scope.asOf.duration(since: $0.testedAt).words }
      found.note(
        words,
        expected: "tested at most \(limit.words) ago",
        observed: age.map { "tested \($0) ago" } ?? "not tested",
        record: latest
      )
    }
  }

  /// The latest test in date of each way ended in a refusal; an error and a skipped test are none.
  private mutating func checkWays() {
    var latest: [Way: IsolationTest] = [:]
    var order: [Way] = []
    for test in tests where isInDate(test) {
      let way = Way(test)
      if let known = latest[way] {
        if known.testedAt <= test.testedAt { latest[way] = test }
      } else {
        order.append(way)
        latest[way] = test
      }
    }
    for way in order {
      guard let test = latest[way], test.observed != .refused else { continue }
      found.note(way.words, expected: "refused", observed: test.observed.rawValue, record: test)
    }
  }

  /// From each environment outside production somebody tried to get in.
  private mutating func checkEnvironments() {
    let environments = scope.records(Environment.self).filter {
      !$0.endsAt.hasPassed(at: scope.asOf)
    }
    let production = Set(
      environments.filter { $0.environmentClass == .production }.map(\.id)
    )
    if production.isEmpty { return }
    let tried = Set(
      tests.filter { test in
        test.boundary == .environment && isInDate(test)
          && test.toEnvironment.map(production.contains) ?? false
      }.compactMap(\.fromEnvironment)
    )
    for environment in environments
    where environment.environmentClass == .nonProduction && !tried.contains(environment.id) {
      found.note(
        "way from \(environment.id) into production",
        expected: "tested at most \(limit.words) ago",
        observed: "not tested",
        record: environment
      )
    }
  }
}
