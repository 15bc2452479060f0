public import ControlModel

/// Reads the citations people write and gives the official items, with a note on what was done.
///
/// Ids may be official ids or other spellings of them, ids of older versions, titles, or a framework
/// as a whole; a title may follow an id. Where people are known to get numbers wrong, the text beside a citation is weighed
/// against the number: an item the text describes comes first, and the number stays a second
/// reading unless the text clearly describes two other items or more.
public enum CitationResolver {
  /// Resolves a citation.
  ///
  /// ```swift
  /// CitationResolver.resolve("PR.AC-4").requirements   // PR.AA-05, then PR.AC-4 of CSF 1.1
  /// ```
  ///
  /// - Parameters:
  ///   - text: The citation as it was written, with or without its framework's name.
  ///   - context: The framework it is known to speak of, or `nil`.
  ///   - about: What the text beside the citation says, or `nil`.
  /// - Returns: The items with reasons, or suggestions where there is no such item.
  public static func resolve(
    _ text: String,
    in context: FrameworkID? = nil,
    about: String? = nil
  ) -> Resolution {
    let (frameworks, code) = separate(text)
    let known = frameworks.isEmpty ? context.map { [$0] } ?? [] : frameworks
    let citation = Citation(text: text, code: code, context: known.first)
    let about = about ?? ""

    if citation.namesNoItem {
      return WholeFramework.resolve(citation, frameworks: known, about: about)
    }
    let answer = CodeReader.read(citation)
    for (head, rest) in answer.isEmpty ? citation.partings : [] {
      let headed = CodeReader.read(head)
      guard !headed.readings.isEmpty else { continue }
      return Weighing.resolve(head, answer: headed, about: about.isEmpty ? rest : about)
    }
    guard !answer.readings.isEmpty else {
      return Unread.resolve(citation, answer: answer, frameworks: known, about: about)
    }
    return Weighing.resolve(citation, answer: answer, about: about)
  }

  /// The frameworks a text names by any of their names.
  ///
  /// - Parameter text: What somebody wrote, such as the head of a column.
  /// - Returns: The frameworks in the order in which the text names them; empty for none.
  public static func frameworks(named text: String) -> [FrameworkID] {
    separate(text).frameworks
  }

  /// The frameworks a citation names and the rest of it.
  private static func separate(_ text: String) -> (frameworks: [FrameworkID], code: String) {
    let lowered = text.lowercased()
    for framework in Catalogs.frameworks where lowered.hasPrefix(framework.name.lowercased()) {
      let rest = text.dropFirst(framework.name.count)
      if rest.isEmpty || rest.first == ":" || rest.first == " " {
        return ([framework], String(rest.dropFirst()))
      }
    }
    let (frameworks, rest) = FrameworkNames.split(text)
    return (frameworks, rest)
  }
}
