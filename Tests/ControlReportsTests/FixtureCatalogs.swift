import ControlModel

@testable import ControlFrameworks

/// Small slices of the five frameworks of the matrix, in the publishers' words and order.
enum FixtureCatalogs {
  static let all: [Catalog] = [
    catalog(
      .nhi,
      "OWASP Non-Human Identities Top 10 - 2025",
      "OWASP",
      [
        ("NHI1:2025", nil, .risk, "Improper Offboarding", nil),
        ("NHI2:2025", nil, .risk, "Secret Leakage", nil),
        ("NHI5:2025", nil, .risk, "Overprivileged NHI", nil),
        ("NHI7:2025", nil, .risk, "Long-Lived Secrets", nil),
        ("NHI9:2025", nil, .risk, "NHI Reuse", nil),
        ("NHI10:2025", nil, .risk, "Human Use of NHI", nil),
      ]
    ),
    catalog(
      .asi,
      "OWASP Top 10 for Agentic Applications 2026",
      "OWASP GenAI Security Project",
      [
        ("ASI02", nil, .risk, "Tool Misuse and Exploitation", nil),
        ("ASI03", nil, .risk, "Identity and Privilege Abuse", nil),
      ]
    ),
    catalog(
      .csf,
      "NIST Cybersecurity Framework 2.0",
      "NIST",
      [
        ("GV", nil, .function, "GOVERN", nil),
        ("GV.OC", "GV", .category, "Organizational Context", nil),
        ("GV.OC-01", "GV.OC", .subcategory, "GV.OC-01", "Mission informs risk"),
        ("GV.OC-02", "GV.OC", .subcategory, "GV.OC-02", "Stakeholder expectations"),
        ("PR", nil, .function, "PROTECT", nil),
        (
          "PR.AA", "PR", .category, "Identity Management, Authentication, and Access Control", nil
        ),
        ("PR.AA-01", "PR.AA", .subcategory, "PR.AA-01", "Identities and credentials managed"),
        ("PR.AA-02", "PR.AA", .subcategory, "PR.AA-02", "Identities proofed and bound"),
        ("PR.AA-05", "PR.AA", .subcategory, "PR.AA-05", "Least privilege and separation of duties"),
      ]
    ),
    catalog(
      .aiRMF,
      "NIST AI Risk Management Framework 1.0 (AI 100-1)",
      "NIST",
      [
        ("GOVERN", nil, .function, "GOVERN", nil),
        ("GOVERN 1", "GOVERN", .category, "GOVERN 1", nil),
        ("GOVERN 1.6", "GOVERN 1", .subcategory, "GOVERN 1.6", "Inventory of AI systems"),
        ("GOVERN 1.7", "GOVERN 1", .subcategory, "GOVERN 1.7", "Safe decommissioning"),
      ]
    ),
    catalog(
      .maestro,
      "MAESTRO: Multi-Agent Environment, Security, Threat, Risk, and Outcome",
      "Cloud Security Alliance (Ken Huang)",
      [
        ("L7", nil, .layer, "Agent Ecosystem", nil),
        ("L7.3", "L7", .threat, "Agent Identity Attack", nil),
        ("L7.4", "L7", .threat, "Agent Tool Misuse", nil),
        ("X", nil, .category, "Cross-Layer Threats", nil),
        ("X.3", "X", .threat, "Privilege Escalation", nil),
      ]
    ),
  ]

  private typealias Item = (String, String?, CatalogItem.Kind, String, String?)

  private static func catalog(
    _ framework: FrameworkID,
    _ title: String,
    _ publisher: String,
    _ items: [Item]
  ) -> Catalog {
    Catalog(
      framework: framework,
      title: title,
      publisher: publisher,
      published: "2025",
      address: "https://example.org/\(framework.name)",
      licence: "titles quoted",
      items: items.map { id, parent, kind, title, label in
        CatalogItem(
          requirement: RequirementID(framework, id),
          parent: parent,
          kind: kind,
          title: title,
          text: "What \(id) asks for.",
          label: label,
          source: "https://example.org/\(id)"
        )
      }
    )
  }
}

extension Catalog {
  /// Where each item stands, as the roll-up of DESIGN 5 has it: enough of it for reports.
  func standings(
    _ controls: [ControlDescription],
    _ results: [ControlResult]
  ) -> [RequirementResult] {
    items.map { item in
      var entry = RequirementResult(uncovered: item.requirement)
      entry.satisfiedBy = controls.filter { $0.satisfies.contains(item.requirement) }.map(\.id)
      entry.supportedBy = controls.filter { $0.supports.contains(item.requirement) }.map(\.id)
      let deciding = entry.satisfiedBy.isEmpty ? entry.supportedBy : entry.satisfiedBy
      guard !deciding.isEmpty else { return entry }
      entry.standing = entry.satisfiedBy.isEmpty ? .supported : .assessed
      let decided = results.filter { deciding.contains($0.control) }
      entry.outcome = decided.map(\.outcome).max() ?? .notAssessed
      entry.failedCount = decided.reduce(0) { $0 + $1.failedCount }
      entry.populationCount = decided.reduce(0) { $0 + $1.population.count }
      entry.isClaimedOnly = decided.contains { $0.isClaimedOnly }
      for control in controls where deciding.contains(control.id) {
        if !entry.modes.contains(control.mode) { entry.modes.append(control.mode) }
      }
      return entry
    }
  }
}
