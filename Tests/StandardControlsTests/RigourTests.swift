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

  private static func expectNone(_ lacks: [String], _ control: Control) {
    #expect(lacks.isEmpty, "\(control.description.id) lacks \(lacks.joined(separator: "; "))")
  }

  static func rigour(_ control: Control) throws -> Rigour {
    Rigour(
      control: control,
      fixtures: fixtures[control.description.id] ?? [],
      policy: try policy.get()
    )
  }
}
