import ControlAssessment
import ControlFrameworks
import ControlModel
import ControlTesting
import ControlTestingSupport
import Testing

/// Properties that must hold for any evidence, tried on random estates.
///
/// The seed is printed.
struct PropertyTests {
  /// A random estate: files of three kinds, good and bad records, sound and unsound provenance.
  struct Estate {
    struct Source {
      var file: EvidenceFile
      var credentials: [Credential]
      var identities: [Identity]
    }

    var sources: [Source]

    init(using generator: inout SeededGenerator) {
      sources = (0..<Int.random(in: 1...5, using: &generator)).map { number in
        let isCredentials = Bool.random(using: &generator)
        var file = Synthetic.file(isCredentials ? .iamCredentialReport : .nhiInventory)
        file.path = "file-\(number).yaml"
        if Int.random(in: 0..<8, using: &generator) == 0 { file.collectedAt = nil }
        if Int.random(in: 0..<8, using: &generator) == 0 { file.sourceClass = .claim }
        if Int.random(in: 0..<8, using: &generator) == 0 { file.state = .unlisted }
        if Bool.random(using: &generator) { file.completeness = .complete }
        let count = Int.random(in: 0...4, using: &generator)
        let place = { (line: Int) in Locator(path: file.path, line: line) }
        var credentials: [Credential] = []
        var identities: [Identity] = []
        for line in 0..<count {
          let isBad = Int.random(in: 0..<10, using: &generator) == 0
          let id = "\(isBad ? "bad" : "ok")-\(number)-\(line)"
          if isCredentials {
            credentials.append(
              Credential(
                id: id,
                identity: "svc",
                kind: .accessKey,
                status: .active,
                basis: .configured,
                locator: place(line + 1)
              )
            )
          } else {
            identities.append(
              Identity(
                id: id,
                kind: .role,
                provider: "p",
                account: "a",
                owner: isBad ? nil : "team",
                status: .enabled,
                locator: place(line + 1)
              )
            )
          }
        }
        return Source(file: file, credentials: credentials, identities: identities)
      }
    }

    var inventory: Inventory {
      var tables = RecordTables()
      for source in sources {
        tables.append(source.credentials)
        tables.append(source.identities)
      }
      let subject = Subject(id: "acme", name: "Acme", kind: .vendor, tier: .production, owner: "o")
      return Inventory(subject: subject, files: sources.map(\.file), records: tables)
    }

    /// The estate with one thing less: a file, its provenance, or the whole manifest.
    func withLess(using generator: inout SeededGenerator) -> (what: String, estate: Estate) {
      var less = self
      let index = Int.random(in: 0..<sources.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        less.sources[index].file.state = .missing
        less.sources[index].credentials = []
        less.sources[index].identities = []
        return ("file \(index)", less)
      case 1:
        less.sources[index].file.collectedAt = nil
        return ("collectedAt of file \(index)", less)
      case 2:
        less.sources[index].file.sourceClass = nil
        return ("sourceClass of file \(index)", less)
      case 3:
        less.sources[index].file.completeness = .unstated
        return ("completeness of file \(index)", less)
      default:
        for index in less.sources.indices { less.sources[index].file.state = .unlisted }
        return ("the manifest", less)
      }
    }
  }

  static let suites = Synthetic.suite(
    Synthetic.badCredential,
    Control("S-5", "Owned", .satisfies(.nhi(1)), .needs(.iamCredentialReport), .remedy("x")) {
      (identity: Identity, _) in try expect("owner", identity.owner, .present)
    }
  )

  static func assess(_ inventory: Inventory) async throws -> (SubjectResult, Set<RequirementID>) {
    let plan = AssessmentPlan(
      suites: suites,
      policy: Policy(),
      waivers: [],
      asOf: Synthetic.asOf,
      catalogs: FrameworkID.matrix.compactMap { Catalogs.catalog($0) }
    )
    let results = await Assessment.run(plan, over: [inventory], toolVersion: "")
    let subject = try #require(results.subjects.first)
    return (subject, Set(subject.requirements.filter(\.isMet).map(\.requirement)))
  }

  @Test func lessEvidenceNeverApprovesOrMeetsMore() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var approvals = 0
    for round in 0..<400 {
      let estate = Estate(using: &generator)
      let (before, met) = try await Self.assess(estate.inventory)
      let (what, less) = estate.withLess(using: &generator)
      let (after, metAfter) = try await Self.assess(less.inventory)
      approvals += before.decision == .approve ? 1 : 0
      #expect(
        after.decision != .approve || before.decision == .approve,
        "seed \(seed), round \(round): approved without \(what)"
      )
      #expect(
        metAfter.isSubset(of: met),
        "seed \(seed), round \(round): \(metAfter.subtracting(met)) met without \(what)"
      )
    }
    #expect(approvals > 0, "seed \(seed): no estate was ever approved, so nothing was tried")
  }

  @Test func sameInputsGiveEqualResults() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let inventory = Estate(using: &generator).inventory
      let first = try await Self.assess(inventory).0
      let second = try await Self.assess(inventory).0
      #expect(first == second, "seed \(seed)")
    }
  }

  @Test func orderOfFilesAndSubjectsDoesNotMatter() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var estate = Estate(using: &generator)
      let before = try await Self.assess(estate.inventory).0
      estate.sources.shuffle(using: &generator)
      let after = try await Self.assess(estate.inventory).0
      #expect(before == after, "seed \(seed)")
    }
    let subjects = ["b", "a", "c"].map { id in
      Inventory(
        subject: Subject(id: id, name: id, kind: .vendor, tier: .pilot, owner: "o"),
        files: [],
        records: RecordTables()
      )
    }
    let plan = AssessmentPlan(
      suites: Self.suites,
      policy: Policy(),
      waivers: [],
      asOf: Synthetic.asOf,
      catalogs: []
    )
    let results = await Assessment.run(plan, over: subjects, toolVersion: "")
    #expect(results.subjects.map(\.subject.id) == ["a", "b", "c"])
  }

  @Test func waiverAddsNoPassAndOpensNothingItDoesNotName() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let inventory = Estate(using: &generator).inventory
      let records = inventory.records(Credential.self).map(\.id).filter { _ in
        Bool.random(using: &generator)
      }
      let without = try await Synthetic.assess(inventory)
      let with = try await Synthetic.assess(inventory, waivers: [Synthetic.waiver(records)])
      #expect(
        with.controls[0].outcome != .pass || without.controls[0].outcome == .pass,
        "seed \(seed), round \(round)"
      )
      #expect(with.controls[0].findingCount == without.controls[0].findingCount)
    }
  }
}
