import ControlModel
import Foundation
import Testing

@testable import ControlFrameworks

/// Texts without an id are read by the words they share with items: often right, never certain.
struct MeaningByWordsTests {
  /// What somebody wrote, and the item that a reader would name.
  struct Phrase: Sendable {
    let item: RequirementID
    let text: String
  }

  /// How many of the phrases are read right first, and among the three that are given.
  struct Score: CustomStringConvertible {
    let phrases: Int
    let first: Int
    let given: Int

    init(_ phrases: [Phrase]) {
      let readings = phrases.map { phrase in
        WholeFramework.meanings(phrase.text, in: phrase.item.framework).map(\.requirement)
      }
      self.phrases = phrases.count
      first = zip(phrases, readings).count { $0.item == $1.first }
      given = zip(phrases, readings).count { $1.prefix(3).contains($0.item) }
    }

    var description: String { "\(first) of \(phrases) right first, \(given) among three" }
  }

  /// Written before the index of words was, in the words of questionnaires and incident reports.
  static let phrases: [Phrase] =
    (try? Table(heldOutPhrases, columns: ["framework", "id", "text"]))
    .map { table in
      table.rows.map { Phrase(item: RequirementID(FrameworkID($0[0]), $0[1]), text: $0[2]) }
    } ?? []

  @Test func readsMostPhrasesRightFirst() {
    let score = Score(Self.phrases)
    print("meaning by words: \(score)")
    #expect(score.phrases == 48)
    #expect(score.first >= 34, "\(score)")
    #expect(score.given >= 39, "\(score)")
  }

  /// `MEANING_PHRASES=FILE` scores phrases of your own, a line each: framework, id and text, parted
  /// by bars.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["MEANING_PHRASES"] != nil)
  )
  func scoresPhrasesOfYourOwn() throws {
    let path = try #require(ProcessInfo.processInfo.environment["MEANING_PHRASES"])
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let phrases = lines.map { line in
      let parts = line.split(separator: "|", maxSplits: 2).map(String.init)
      return Phrase(item: RequirementID(FrameworkID(parts[0]), parts[1]), text: parts[2])
    }
    print("meaning by words: \(Score(phrases))")
  }

  @Test func saysThatAPersonMustConfirm() throws {
    let resolution = CitationResolver.resolve(
      "NIST CSF 2.0",
      about: "Hardware asset list of laptops and servers"
    )
    #expect(resolution.verdict == .byMeaning)
    let reading = try #require(resolution.readings.first)
    #expect(reading.requirement == .csf("ID.AM-01"))
    #expect(reading.basis == .words)
    #expect(reading.note.contains("\u{201C}hardware\u{201D}"))
    #expect(reading.note.contains("a person must confirm"))
  }

  @Test(arguments: ["an important matter", "committed to excellence", "see appendix B", ""])
  func givesNoItemForATextThatSharesNoTwoWords(_ text: String) {
    for framework in Catalogs.frameworks {
      #expect(WholeFramework.meanings(text, in: framework).isEmpty, "\(framework)")
    }
  }

  @Test func narrowsAGroupToTheItemThatTheTextDescribes() {
    let resolution = CitationResolver.resolve(
      "NIST CSF 2.0",
      about: "Supplier contracts state what happens when the relationship ends"
    )
    let ids = resolution.requirements.map(\.id)
    #expect(ids.first?.hasPrefix("GV.SC-") == true, "\(ids)")
    #expect(ids.contains("GV.SC"))
  }

  @Test func wordsDoNotSpeakAgainstANumber() {
    let text = "False facts planted in the vector store influenced later answers"
    #expect(CitationResolver.resolve("ASI07", about: text).requirements == [.asi(7)])
  }

  @Test func findsTheSameInAnyOrderOfTheWords() {
    let words = "Backups are tested by restoring them every quarter".split(separator: " ")
    let index = WordIndex.all[.csf]
    let forwards = index?.matches(words.joined(separator: " "), atMost: 10)
    let backwards = index?.matches(words.reversed().joined(separator: " "), atMost: 10)
    #expect(forwards?.map(\.requirement) == backwards?.map(\.requirement))
    #expect(forwards?.isEmpty == false)
  }

  @Test(arguments: [
    ("rotating", "rotation"), ("suppliers", "supplier"), ("stopped", "stopping"),
    ("vulnerabilities", "vulnerability"), ("policies", "policy"), ("encrypted", "encryption"),
  ])
  func formsOfAWordMeet(one: String, other: String) {
    #expect(WordStem.stem(one) == WordStem.stem(other))
  }

  @Test(arguments: ["access", "class", "as", "be", "", "s"])
  func shortWordsStay(word: String) {
    #expect(WordStem.stem(word).count >= min(word.count, 3))
  }
}
