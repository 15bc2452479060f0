import ControlFrameworks
import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// The pairs of what people sign and what disproves it, as the guide lists them.
struct ContradictionTests {
  static let hybrids = StandardControls.suites.flatMap(\.controls).map(\.description)
    .filter { $0.mode == .hybrid }
  static let page = CatalogueTests.root.appendingPathComponent("Documentation/contradictions.md")

  /// The case of each control's fixtures that edits evidence so that the statement is contradicted.
  private static func contradictions(of control: String) -> [ControlFixture] {
    FixtureTests.fixtures.filter {
      $0.control == control && $0.outcome == .fail && $0.name.hasPrefix("fail-contradicted")
    }
  }

  private static func rows() -> String {
    hybrids.map { control in
      let sentences = control.asks.map { "\"\($0.claim)\"" }.joined(separator: " ")
      let kinds = control.needs.flatMap(\.kinds).filter {
        ![.attestation, .roleRegister, .lifecycleEvents].contains($0)
      }
      let cases = contradictions(of: control.id).map { caught in
        caught.name.dropFirst("fail-contradicted-".count).replacingOccurrences(of: "-", with: " ")
      }
      let cells = [
        control.id, sentences, control.title, kinds.map(\.name).joined(separator: ", "),
        cases.joined(separator: "; "),
      ]
      return "| "
        + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }
        .joined(separator: " | ") + " |\n"
    }.joined()
  }

  @Test func pageListsEveryPair() throws {
    let start = "| --- | --- | --- | --- | --- |\n"
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let head = try #require(text.components(separatedBy: start).first)
    let wanted = head + start + Self.rows()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try wanted.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    let isSame = text == wanted
    #expect(
      isSame,
      "contradictions.md: RECORD_GOLDENS=1 swift test --filter ContradictionTests, and review it"
    )
  }

  /// Evidence that is edited so that it contradicts the statement is caught by the control.
  @Test func manyStatementsAreSeenToBeContradicted() async throws {
    let caught = Self.hybrids.filter { !Self.contradictions(of: $0.id).isEmpty }
    #expect(caught.count { $0.satisfies.contains { $0.framework == .csf } } >= 30)
  }

  @Test func everySubcategoryIsSatisfied() throws {
    let satisfied = Set(CatalogueTests.controls.flatMap(\.description.satisfies))
    let catalog = try #require(Catalogs.catalog(.csf))
    let items = catalog.items.map(\.requirement).filter { $0.id.contains("-") }
    #expect(items.count == 106)
    for item in items { #expect(satisfied.contains(item), "\(item.id)") }
  }
}
