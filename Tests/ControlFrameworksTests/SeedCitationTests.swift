import ControlModel
import Testing

@testable import ControlFrameworks

struct SeedCitationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let framework: String
    let citation: String
    let text: String
    let expected: [String]

    var testDescription: String { "\(framework), \(citation): \(text)" }

    /// A citation in brackets stands for none: the framework's name is the citation then.
    var resolution: Resolution {
      if citation.hasPrefix("(") { return CitationResolver.resolve(framework, about: text) }
      let context = CitationResolver.frameworks(named: framework).first
      return CitationResolver.resolve(citation, in: context, about: text)
    }
  }

  static func cases() throws -> [Case] {
    try Table(seedCitations, columns: ["framework", "citation", "text", "resolves_to"]).rows.map {
      Case(
        framework: $0[0],
        citation: $0[1],
        text: $0[2],
        expected: $0[3].split(separator: ";").map(String.init)
      )
    }
  }

  @Test func holdsAllTwentySix() throws {
    #expect(try Self.cases().count == 26)
  }

  @Test(arguments: try cases())
  func resolvesToWhatItStandsFor(_ example: Case) {
    let resolution = example.resolution
    let found = resolution.requirements.map(\.description)
    #expect(found.sorted() == example.expected.sorted())
    #expect(found.first == example.expected.first)
    #expect(!resolution.note.isEmpty)
  }

  @Test(arguments: try cases())
  func saysWhyForEveryItem(_ example: Case) {
    for reading in example.resolution.readings {
      #expect(Catalogs.item(reading.requirement) != nil)
      #expect(reading.note.hasSuffix("."))
    }
  }
}
