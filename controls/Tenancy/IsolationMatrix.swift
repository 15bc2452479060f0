import ControlTesting

/// TEN-1: query, retrieve and influence, of data and tools, from each tenant to each other one.
///
/// `fromTenant` is the tenant whose principal tried and `toTenant` the one that it tried to reach,
/// so the two directions of a pair are two cells. Only tests that were to be refused count: an
/// access that is allowed on purpose says nothing about isolation.
struct IsolationMatrix {
  private struct Cell: Hashable {
    let verb: IsolationTest.Verb
    let object: IsolationTest.Object
    let from: String
    let to: String

    var words: String { "\(verb.rawValue) \(object.rawValue) from \(from) to \(to)" }
  }

  private var tests: [Cell: [IsolationTest]] = [:]
  private var tenants: Set<String>
  private var deviations: [Deviation] = []

  /// What deviates in the subject: cells without a test in date, and tests that were not refused or
  /// that the buyer cannot repeat.
  static func deviations(_ scope: Scope) -> [Deviation] {
    IsolationMatrix(scope).judged(scope)
  }

  private init(_ scope: Scope) {
    tenants = Set(scope.subject.tenants)
    let isDeclared = tenants.count > 1
    for test in scope.records(IsolationTest.self)
    where test.boundary == .tenant && test.expected == .refused && test.testedAt <= scope.asOf {
      guard let from = test.fromTenant, let to = test.toTenant, from != to else {
        deviations.append(
          Deviation(
            "tenants of the test",
            expected: "two different tenants",
            observed: "\(test.fromTenant ?? "not recorded"), \(test.toTenant ?? "not recorded")",
            record: test
          )
        )
        continue
      }
      // A subject that declares one tenant is tested against those its tests name.
      if !isDeclared { tenants.formUnion([from, to]) }
      tests[Cell(verb: test.verb, object: test.object, from: from, to: to), default: []].append(
        test
      )
    }
  }

  private func judged(_ scope: Scope) -> [Deviation] {
    guard tenants.count > 1 else {
      return deviations + [
        Deviation(
          "tenants",
          expected: "at least two, each tried from the other",
          observed: tenants.first ?? "none on record"
        )
      ]
    }
    let ordered = tenants.sorted()
    var found = deviations
    for from in ordered {
      for to in ordered where to != from {
        for cell in Self.cells(from: from, to: to) { found += judge(cell, scope) }
      }
    }
    return found
  }

  private static func cells(from: String, to: String) -> [Cell] {
    [IsolationTest.Verb.query, .retrieve, .influence].flatMap { verb in
      [IsolationTest.Object.data, .tool].map { Cell(verb: verb, object: $0, from: from, to: to) }
    }
  }

  /// Judges one cell: a test in date, and the latest one of each path refused and repeatable.
  private func judge(_ cell: Cell, _ scope: Scope) -> [Deviation] {
    let limit = scope.policy.isolationTestMaximumAge
    let tests = tests[cell] ?? []
    let inDate = tests.filter { scope.asOf.duration(since: $0.testedAt) <= limit }
    if inDate.isEmpty {
      let latest = tests.max { $0.testedAt < $1.testedAt }
      let age = latest.map { scope.asOf.duration(since: $0.testedAt).words }
      return [
        Deviation(
          cell.words,
          expected: "tested at most \(limit.words) ago",
          observed: age.map { "tested \($0) ago" } ?? "not tested",
          record: latest
        )
      ]
    }
    var latest: [String: IsolationTest] = [:]
    for test in inDate where latest[test.path].map({ $0.testedAt <= test.testedAt }) ?? true {
      latest[test.path] = test
    }
    return latest.sorted { $0.key < $1.key }.compactMap { _, test in Self.judge(test, cell.words) }
  }

  private static func judge(_ test: IsolationTest, _ cell: String) -> Deviation? {
    if test.observed != .refused {
      return Deviation(cell, expected: "refused", observed: test.observed.rawValue, record: test)
    }
    if test.buyerCanRepeat != .yes {
      return Deviation(
        "repetition by the buyer",
        expected: "possible",
        observed: test.buyerCanRepeat.rawValue,
        record: test
      )
    }
    if test.procedure == nil {
      return Deviation(
        "procedure of the test",
        expected: "present",
        observed: "not recorded",
        record: test
      )
    }
    return nil
  }
}
