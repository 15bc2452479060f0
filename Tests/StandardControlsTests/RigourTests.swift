import ControlModel
import ControlTesting
import ControlTestingSupport
import StandardControls
import Testing

/// Every standard control is written and shown as an auditor would ask: none lacks a part.
struct RigourTests {
  static let policy = Result { try CatalogueTests.policy() }
  static let fixtures = Dictionary(grouping: FixtureTests.fixtures, by: \.control)

  @Test(arguments: CatalogueTests.controls)
  func isWrittenWhole(_ control: Control) throws {
    let lacks = try Self.rigour(control).lacksInWriting()
    Self.expectNone(lacks, control)
  }

  @Test(arguments: CatalogueTests.controls)
  func isShownByCases(_ control: Control) throws {
    let lacks = try Self.rigour(control).lacksInCases()
    Self.expectNone(lacks, control)
  }

  @Test(arguments: CatalogueTests.controls)
  func isShownOnBothSidesOfEachLimit(_ control: Control) async throws {
    let lacks = try await Self.rigour(control).lacksInLimits()
    Self.expectNone(lacks, control)
  }

  /// A limit that no case touches is noticed, on either side.
  @Test func untouchedLimitIsNoticed() async throws {
    let control = try #require(CatalogueTests.controls.first { $0.description.id == "NHI7-1" })
    let parameter = try #require(control.parameters.first)
    let cases = Self.fixtures["NHI7-1"] ?? []
    #expect(try await LimitSides(parameter: parameter, cases: cases).missing().isEmpty)
    for (name, sides) in [
      ("pass-age-exactly-90-days", ["outside"]), ("fail-age-90-days-and-one-second", ["inside"]),
      ("fail-never-rotated-and-old", ["inside", "outside"]),
    ] {
      let one = cases.filter { $0.name == name }
      #expect(one.count == 1)
      #expect(try await LimitSides(parameter: parameter, cases: one).missing() == sides, "\(name)")
    }
  }

  @Test func limitMovesByOneOfItsUnit() {
    let moves: [(PolicyValue, PolicyValue)] = [
      (.duration(.days(90)), .duration(.days(89))), (.duration(.days(1)), .duration(.hours(23))),
      (.duration(.minutes(15)), .duration(.minutes(14))), (.duration(.zero), .duration(.zero)),
      (.integer(4), .integer(3)), (.integer(0), .integer(0)), (.decimal(0.95), .decimal(0.94)),
    ]
    for (value, lower) in moves { #expect(value.neighbours.first == lower) }
    #expect(PolicyValue.list(["a"]).neighbours.isEmpty)
  }

  @Test func idsAndTitlesAreUnique() {
    let descriptions = CatalogueTests.controls.map(\.description)
    #expect(Set(descriptions.map(\.id)).count == descriptions.count)
    #expect(Set(descriptions.map(\.title)).count == descriptions.count)
  }

  /// The controls that must lack nothing; the others are still being written, and what they lack is
  /// a known issue.
  static let settled: Set<Substring> = Set(
    """
    ASI01-1 ASI01-2 ASI01-3 ASI01-4 ASI01-5 ASI04-1 ASI04-2 ASI04-3 ASI04-4 ASI05-1 ASI05-2 ASI05-3 ASI05-4 ASI06-1 ASI06-2 ASI06-3 ASI06-4 ASI06-5 ASI06-6 ASI07-1 ASI07-2 ASI07-3 ASI08-1 ASI08-2 ASI08-3 ASI09-1 ASI09-2 ASI09-3 ASI09-4 ASI10-1 ASI10-2 ASI10-3 ASI10-4 ASI10-5 ASI02-1 ASI02-2 ASI02-3 ASI02-4 ASI02-5 ASI02-6 ASI02-7 ASI03-1 ASI03-2 ASI03-3 ASI03-4 AUD-2 NHI1-1 NHI1-2 NHI1-3 NHI1-4 NHI1-5 NHI1-6 NHI10-1 NHI10-2 NHI10-3 NHI10-4 NHI2-1 NHI2-2 NHI2-3 NHI2-4 NHI3-1 NHI3-2 NHI3-3 NHI3-4 NHI4-1 NHI4-2 NHI4-3 NHI4-4 NHI5-1 NHI5-2 NHI5-3 NHI5-4 NHI5-5 NHI6-1 NHI6-2 NHI6-3 NHI7-1 NHI7-2 NHI7-3 NHI7-4 NHI7-5 NHI8-1 NHI8-2 NHI8-3 NHI8-4 NHI9-1 NHI9-2 NHI9-3 PRO-5 REV-1 TEN-1 TEN-3
    """.split(separator: " ")
  )

  static func expectNone(_ lacks: [String], _ control: Control) {
    let id = control.description.id
    withKnownIssue(isIntermittent: true) {
      #expect(lacks.isEmpty, "\(id) lacks \(lacks.joined(separator: "; "))")
    } when: {
      !settled.contains(Substring(id))
    }
  }

  static func rigour(_ control: Control) throws -> Rigour {
    Rigour(
      control: control,
      fixtures: fixtures[control.description.id] ?? [],
      policy: try policy.get()
    )
  }
}
