import ControlFrameworks
import ControlModel
import Testing

struct ExplanationTests {
  @Test func explainsEveryItemWhoseTextIsNotQuoted() {
    for item in Catalogs.all.flatMap(\.items) {
      let words = item.text.isEmpty ? item.explanation ?? "" : item.text
      #expect(!words.isEmpty, "\(item.requirement)")
    }
  }

  @Test func addsNoWordsOfItsOwnToAText() {
    let quoted = Catalogs.all.flatMap(\.items).filter { !$0.text.isEmpty }
    #expect(quoted.allSatisfy { $0.explanation == nil })
    let explained = Catalogs.all.flatMap(\.items).compactMap(\.explanation)
    #expect(explained.count == 49 + 28 + 208 + 7)
  }

  @Test func saysEachInOneSentenceOfItsOwn() {
    for item in Catalogs.all.flatMap(\.items) {
      guard let words = item.explanation else { continue }
      #expect(words.hasSuffix(".") && words.count <= 130, "\(item.requirement)")
      #expect(words.lowercased() != item.title.lowercased() + ".", "\(item.requirement)")
      #expect(!words.lowercased().contains("shall"), "\(item.requirement)")
    }
  }
}
