import ControlFrameworks
import ControlModel
import Testing

struct CitationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let citation: String
    let context: FrameworkID?
    let verdict: Resolution.Verdict
    let expected: [String]

    init(
      _ citation: String,
      in context: FrameworkID? = nil,
      _ verdict: Resolution.Verdict,
      _ expected: String...
    ) {
      self.citation = citation
      self.context = context
      self.verdict = verdict
      self.expected = expected
    }

    var testDescription: String { "\(citation) in \(context?.name ?? "no context")" }
  }

  static let spellings = [
    Case("NHI-03", .respelled, "OWASP-NHI-2025:NHI3:2025"),
    Case("NHI3:2025", .exact, "OWASP-NHI-2025:NHI3:2025"),
    Case("NHI3", .respelled, "OWASP-NHI-2025:NHI3:2025"),
    Case("nhi7", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("NHI\u{2013}07", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case(" NHI\u{00A0}7 ", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("(NHI7)", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("OWASP NHI 7", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("7", in: .nhi, .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("NHI7 (Long-Lived Secrets)", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("Long-Lived Secrets", .respelled, "OWASP-NHI-2025:NHI7:2025"),
    Case("OWASP-NHI-2025:NHI7:2025", .exact, "OWASP-NHI-2025:NHI7:2025"),
    Case("ASI2", .respelled, "OWASP-ASI-2026:ASI02"),
    Case("A-04", .respelled, "OWASP-ASI-2026:ASI04"),
    Case("A03", .respelled, "OWASP-ASI-2026:ASI03"),
    Case("A2", in: .asi, .respelled, "OWASP-ASI-2026:ASI02"),
    Case("AI-02", in: .asi, .respelled, "OWASP-ASI-2026:ASI02"),
    Case("OWASP ASI03: Identity and Privilege Abuse", .respelled, "OWASP-ASI-2026:ASI03"),
    Case("PR.AA-05", .exact, "NIST-CSF-2.0:PR.AA-05"),
    Case("pr.aa-5", .respelled, "NIST-CSF-2.0:PR.AA-05"),
    Case("PR AA 05", .respelled, "NIST-CSF-2.0:PR.AA-05"),
    Case("PR.AA-05", in: .nhi, .exact, "NIST-CSF-2.0:PR.AA-05"),
    Case("GOVERN", in: .csf, .respelled, "NIST-CSF-2.0:GV"),
    Case("GOVERN", .exact, "NIST-AI-RMF-1.0:GOVERN"),
    Case("GOVERN 1.6", .exact, "NIST-AI-RMF-1.0:GOVERN 1.6"),
    Case("GV-1.6", .respelled, "NIST-AI-RMF-1.0:GOVERN 1.6"),
    Case("GV-1.6-001", .respelled, "NIST-AI-RMF-1.0:GOVERN 1.6"),
    Case("measure 2.10", .respelled, "NIST-AI-RMF-1.0:MEASURE 2.10"),
    Case("T2", in: .agenticThreats, .exact, "OWASP-AGENTIC-TM-1.1:T2"),
    Case("T02", in: .agenticThreats, .respelled, "OWASP-AGENTIC-TM-1.1:T2"),
    Case("tenet 3", .respelled, "NIST-SP-800-207:T3"),
    Case("2.10", .exact, "NIST-AI-600-1:2.10"),
    Case("layer 4", .respelled, "CSA-MAESTRO-2025:L4"),
    Case("MAESTRO L7.4", .exact, "CSA-MAESTRO-2025:L7.4"),
    Case("ac-02 (03)", .respelled, "NIST-SP-800-53-R5:AC-2(3)"),
    Case("AAL-2", .respelled, "NIST-SP-800-63-4:AAL2"),
    Case("SP 800-63B", .respelled, "NIST-SP-800-63-4:SP 800-63B-4"),
    Case("ISO 42001 A6.2.8", .respelled, "ISO-42001-2023:A.6.2.8"),
    Case("IAM-05", .respelled, "CSA-AICM-1.1:IAM"),
  ]

  static let movements = [
    Case("PR.AC-4", .superseded, "NIST-CSF-2.0:PR.AA-05", "NIST-CSF-1.1:PR.AC-4"),
    Case("PR.AC-04", .superseded, "NIST-CSF-2.0:PR.AA-05", "NIST-CSF-1.1:PR.AC-4"),
    Case("CSF 2.0: PR.AC-4", .superseded, "NIST-CSF-2.0:PR.AA-05", "NIST-CSF-1.1:PR.AC-4"),
    Case("PR.AC-4", in: .csf11, .exact, "NIST-CSF-1.1:PR.AC-4"),
    Case("PR.AT-1", .superseded, "NIST-CSF-2.0:PR.AT-01", "NIST-CSF-1.1:PR.AT-1"),
    Case(
      "ID.AM-6",
      .superseded,
      "NIST-CSF-2.0:GV.RR-02",
      "NIST-CSF-2.0:GV.SC-02",
      "NIST-CSF-1.1:ID.AM-6"
    ),
    Case(
      "PR.AC",
      .superseded,
      "NIST-CSF-2.0:PR.AA",
      "NIST-CSF-2.0:PR.IR",
      "NIST-CSF-1.1:PR.AC"
    ),
    Case("RA-4", .superseded, "NIST-SP-800-53-R5:RA-3", "NIST-SP-800-53-R5:RA-4"),
    Case("SP 800-63-3", .superseded, "NIST-SP-800-63-4:SP 800-63-4"),
    Case("SP 800-63B-3", .superseded, "NIST-SP-800-63-4:SP 800-63B-4"),
    Case("T2", .ambiguous, "OWASP-AGENTIC-TM-1.1:T2", "NIST-SP-800-207:T2"),
    Case("A2", .ambiguous, "OWASP-ASI-2026:ASI02", "ISO-42001-2023:A.2"),
    Case("Lateral movement", .ambiguous, "CSA-MAESTRO-2025:L4.6", "CSA-MAESTRO-2025:X.2"),
  ]

  static let refusals = [
    Case("NHI-11", .noSuchItem, "OWASP-NHI-2025:NHI1:2025", "OWASP-NHI-2025:NHI10:2025"),
    Case("M1", .noSuchItem, "CSA-MAESTRO-2025:L1"),
    Case("AI-02", in: .maestro, .noSuchItem, "CSA-MAESTRO-2025:L2"),
    Case("AI-02", .noSuchItem, "OWASP-ASI-2026:ASI02", "CSA-MAESTRO-2025:L2"),
    Case(
      "PR.AA-09",
      .noSuchItem,
      "NIST-CSF-2.0:PR.AA-01",
      "NIST-CSF-2.0:PR.AA-02",
      "NIST-CSF-2.0:PR.AA-03"
    ),
    Case("AC-2(2)", .noSuchItem, "NIST-SP-800-53-R5:AC-2"),
    Case("SI-4", .noSuchItem),
    Case("LLM06", .noSuchItem),
    Case("A03:2021", .noSuchItem),
    Case("AAI004", .noSuchItem),
    Case("nonsense", .noSuchItem),
    Case("", .noSuchItem),
  ]

  @Test(arguments: spellings + movements)
  func givesTheOfficialItems(_ example: Case) {
    let resolution = CitationResolver.resolve(example.citation, in: example.context)
    #expect(resolution.requirements.map(\.description) == example.expected)
    #expect(resolution.verdict == example.verdict)
    #expect(resolution.note.hasSuffix("."))
  }

  @Test(arguments: refusals)
  func suggestsWhereThereIsNoSuchItem(_ example: Case) {
    let resolution = CitationResolver.resolve(example.citation, in: example.context)
    #expect(resolution.requirements.isEmpty)
    #expect(resolution.verdict == example.verdict)
    #expect(resolution.suggestions.map(\.description) == example.expected)
    #expect(resolution.note.hasSuffix("."))
  }

  @Test(arguments: Catalogs.all.flatMap(\.items).map(\.requirement))
  func readsEveryOfficialIdWithAndWithoutItsTitle(_ id: RequirementID) {
    let title = Catalogs.item(id)?.title ?? ""
    for text in [id.id, "\(id.id): \(title)", id.description, id.id.lowercased()] {
      let resolution = CitationResolver.resolve(text, in: id.framework)
      #expect(resolution.requirements.contains(id), "\(text): \(resolution.note)")
      let isOld = id.framework == .csf11 || Catalogs.item(id)?.isWithdrawn == true
      if !isOld { #expect(resolution.requirements.first == id, "\(text): \(resolution.note)") }
    }
  }
}
