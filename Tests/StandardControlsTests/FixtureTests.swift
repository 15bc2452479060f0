import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// Every control is judged on its fixtures, and less evidence never excuses it.
struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path
  static let fixtures: [ControlFixture] = {
    do {
      return try ControlFixture.load(folder: folder)
    } catch {
      Issue.record("\(error)")
      return []
    }
  }()

  @Test(arguments: fixtures)
  func caseHolds(_ fixture: ControlFixture) async throws {
    let mismatches = try await fixture.mismatches(in: StandardControls.suites)
    #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
  }

  @Test(arguments: fixtures.filter { $0.outcome == .fail })
  func lessEvidenceNeverExcuses(_ fixture: ControlFixture) async throws {
    let control = try #require(
      StandardControls.suites.flatMap(\.controls).first { $0.description.id == fixture.control }
    )
    for (removed, variant) in fixture.withLess(population: control.description.population) {
      let result = try await variant.result(in: StandardControls.suites)
      #expect(
        result.outcome != .pass && result.outcome != .notApplicable,
        "\(fixture.testDescription) reads \(result.outcome.rawValue) without \(removed)"
      )
    }
  }

  @Test func everyControlHasAPassingAndAFailingCase() {
    for control in StandardControls.suites.flatMap(\.controls) {
      let own = Self.fixtures.filter { $0.control == control.description.id }
      #expect(own.contains { $0.outcome == .pass }, "\(control.description.id) has no passing case")
      #expect(own.contains { $0.outcome == .fail }, "\(control.description.id) has no failing case")
      #expect(
        own.contains { !$0.missing.isEmpty },
        "\(control.description.id) has no case without evidence"
      )
    }
  }

  @Test func everyFixtureIsOfAControl() {
    let known = Set(StandardControls.suites.flatMap(\.controls).map(\.description.id))
    for fixture in Self.fixtures {
      #expect(known.contains(fixture.control), "no control has the id \(fixture.control)")
    }
  }

  @Test func namesOfCasesAreUnique() {
    let names = Self.fixtures.map(\.testDescription)
    #expect(Set(names).count == names.count)
  }
}
