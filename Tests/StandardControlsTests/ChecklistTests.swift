import ControlTesting
import Foundation
import StandardControls
import Testing

/// What the mission asks for, row by row, and what decides it: nothing is named that is not there.
struct ChecklistTests {
  static let folder = CatalogueTests.root.appendingPathComponent("Documentation/catalogue")
  static let rows = Result { try rows(of: "checklist.csv") }
  static let features = Result { try rows(of: "features.csv") }
  static let ids = Set(CatalogueTests.controls.map(\.description.id))

  @Test func everyRowOfTheMissionIsThere() throws {
    let rows = try Self.rows.get()
    #expect(rows.count == 265)
    #expect(Set(rows.compactMap { $0["id"] }).count == rows.count)
    for row in rows {
      #expect(row["asks"]?.isEmpty == false, "\(row)")
      #expect(row["decidedBy"]?.isEmpty == false, "\(row)")
      #expect(["decided", "open"].contains(row["state"]), "\(row)")
    }
  }

  @Test func everyControlThatDecidesARowExists() throws {
    for row in try Self.rows.get() {
      let absent = Self.deciders(row).filter { !$0.contains(".") && !Self.ids.contains($0) }
      let isOpen = row["state"] == "open"
      #expect(absent.isEmpty || isOpen, "\(row["id"] ?? ""): no suite has \(absent)")
    }
  }

  @Test func everyFeatureThatDecidesARowHasAPlace() throws {
    let features = try Self.features.get()
    let states = Dictionary(
      features.map { ($0["feature"] ?? "", $0["state"] ?? "") },
      uniquingKeysWith: { one, _ in one }
    )
    #expect(features.count == 35)
    for row in try Self.rows.get() {
      for name in Self.deciders(row) where name.contains(".") {
        #expect(states[name] != nil, "\(row["id"] ?? ""): \(name) is no feature")
        if states[name] == "open" { #expect(row["state"] == "open", "\(row["id"] ?? "") \(name)") }
      }
    }
  }

  /// A row is open for a reason that is named, and for no other.
  @Test func openRowsAreThoseThatLackSomething() throws {
    let open = Set(
      try Self.features.get().filter { $0["state"] == "open" }.compactMap { $0["feature"] }
    )
    for row in try Self.rows.get() where row["state"] == "open" {
      let lacking = Self.deciders(row).filter { name in
        name.contains(".") ? open.contains(name) : !Self.ids.contains(name)
      }
      #expect(!lacking.isEmpty, "\(row["id"] ?? "") lacks nothing")
    }
  }

  /// A place is a file, and a word that stands in it.
  @Test func placesOfFeaturesAreReal() throws {
    for row in try Self.features.get() where row["state"] != "open" {
      let places = (row["places"] ?? "").split(separator: ";").map(String.init)
      #expect(!places.isEmpty, "\(row["feature"] ?? "") has no place")
      for place in places {
        let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
        let file = CatalogueTests.root.appendingPathComponent(parts[0])
        let text = try? String(contentsOf: file, encoding: .utf8)
        #expect(text != nil, "\(place) is no file")
        if parts.count > 1 { #expect(text?.contains(parts[1]) == true, "\(place)") }
      }
    }
  }

  private static func deciders(_ row: [String: String]) -> [String] {
    (row["decidedBy"] ?? "").split(separator: ";").map(String.init)
  }

  private static func rows(of name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map { cells(of: String($0)) }
    let heading = try #require(lines.first)
    return lines.dropFirst().map { cells in
      Dictionary(zip(heading, cells), uniquingKeysWith: { one, _ in one })
    }
  }

  /// The cells of a row (RFC 4180) without line feeds in them.
  private static func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
