import ControlModel

/// The names people give to frameworks.
enum FrameworkNames {
  /// Names of whole words, as ``Words`` writes them; a longer name wins over one inside it.
  private static let names: [(name: String, framework: FrameworkID)] = [
    ("owasp non human identity top 10", .nhi), ("owasp non human identities top 10", .nhi),
    ("non human identity top 10", .nhi), ("non human identities top 10", .nhi),
    ("owasp nhi top 10", .nhi), ("nhi top 10", .nhi), ("owasp nhi", .nhi),
    ("owasp top 10 for agentic applications", .asi), ("top 10 for agentic applications", .asi),
    ("owasp agentic ai top 10", .asi), ("agentic ai top 10", .asi), ("asi top 10", .asi),
    ("owasp agentic top 10", .asi), ("agentic top 10", .asi), ("owasp agentic", .asi),
    ("agentic applications", .asi), ("owasp asi", .asi),
    ("owasp agentic ai threats and mitigations", .agenticThreats),
    ("agentic ai threats and mitigations", .agenticThreats),
    ("agentic threats", .agenticThreats), ("threats and mitigations", .agenticThreats),
    ("nist cybersecurity framework 2 0", .csf), ("nist csf 2 0", .csf), ("csf 2 0", .csf),
    ("cybersecurity framework 2 0", .csf), ("cybersecurity framework", .csf), ("csf", .csf),
    ("csf v2 0", .csf), ("csf2", .csf), ("csf v1 1", .csf11), ("nist csf 1 1", .csf11),
    ("csf 1 1", .csf11), ("cybersecurity framework 1 1", .csf11),
    ("ai risk management framework", .aiRMF), ("ai rmf 1 0", .aiRMF), ("ai rmf", .aiRMF),
    ("airmf", .aiRMF), ("nist ai 100 1", .aiRMF), ("ai 100 1", .aiRMF),
    ("nist ai 600 1", .ai600), ("ai 600 1", .ai600), ("generative ai profile", .ai600),
    ("csa maestro agentic ai threat modeling framework", .maestro), ("maestro", .maestro),
    ("nist sp 800 53", .sp80053), ("sp 800 53", .sp80053), ("800 53", .sp80053),
    ("sp 800 53 r5", .sp80053), ("sp 800 53 rev 5", .sp80053), ("800 53 rev 5", .sp80053),
    ("nist sp 800 63 digital identity guidelines", .sp80063), ("sp 800 63 4", .sp80063),
    ("digital identity guidelines", .sp80063), ("sp 800 63", .sp80063), ("800 63", .sp80063),
    ("800 63 4", .sp80063),
    ("zero trust architecture", .sp800207), ("zero trust guidance", .sp800207),
    ("zero trust", .sp800207), ("sp 800 207", .sp800207), ("800 207", .sp800207),
    ("iso iec 42001", .iso42001), ("iso 42001", .iso42001), ("42001", .iso42001),
    ("iso iec 42001 2023", .iso42001), ("iso 42001 2023", .iso42001),
    ("csa ai controls matrix", .aicm), ("ai controls matrix", .aicm), ("aicm", .aicm),
  ]

  /// Longer names first, as lists of words.
  private static let phrases = names.map { (Words($0.name).words.map(\.text), $0.framework) }
    .sorted { $0.0.count > $1.0.count }

  private static let publishers: Set<String> = ["nist", "owasp", "csa", "iso", "iec", "s"]

  /// The frameworks a text names in the order of their names in it, and what else it says.
  ///
  /// - Parameter text: What somebody wrote.
  /// - Returns: The frameworks, each once, and the text without their names and publishers.
  static func split(_ text: String) -> (frameworks: [FrameworkID], rest: String) {
    let words = Words(text)
    var owners = [FrameworkID?](repeating: nil, count: words.words.count)
    for (phrase, framework) in phrases {
      guard let range = words.position(of: phrase) else { continue }
      if owners[range].allSatisfy({ $0 == nil }) {
        for index in range { owners[index] = framework }
      }
    }
    var frameworks: [FrameworkID] = []
    for case let owner? in owners where !frameworks.contains(owner) { frameworks.append(owner) }
    guard !frameworks.isEmpty else { return ([], text) }

    var rest = ""
    var kept = text.startIndex
    for (word, owner) in zip(words.words, owners)
    where owner != nil || publishers.contains(word.text) {
      rest += text[kept..<word.range.lowerBound]
      rest += " "
      kept = word.range.upperBound
    }
    rest += text[kept...]
    return (frameworks, rest)
  }
}
