import ControlModel

extension StatementCheck {
  /// The statement rests on a document that nobody can exchange for another.
  func expectDocument() throws {
    if attestation.documentReference.collapsed.isEmpty {
      throw Deviation("document of \(id)", expected: "present", observed: "not recorded")
    }
    if attestation.documentDigest.collapsed.isEmpty {
      throw Deviation("digest of \(id)", expected: "present", observed: "not recorded")
    }
  }

  /// Where topics are named: the document is in the policy register, about one of them, in force.
  func expectCurrentDocument() throws {
    if statement.topics.isEmpty { return }
    let digest = attestation.documentDigest
    let documents = scope.all(PolicyDocument.self, where: \.digest, is: digest)
    guard
      let document = documents.first(where: { $0.isAbout(statement.topics) }) ?? documents.first
    else {
      throw Deviation(
        "document of \(id)",
        expected: "in the policy register",
        observed: "\(attestation.documentReference) with digest \(digest), not in it"
      )
    }
    if !document.isAbout(statement.topics) {
      throw Deviation(
        "topics of \(document.name)",
        expected: "one of \(statement.topics.joined(separator: ", "))",
        observed: document.topics.isEmpty ? "(none)" : document.topics.joined(separator: ", ")
      )
    }
    try expectInForce(document)
  }

  private func expectInForce(_ document: PolicyDocument) throws {
    let name = document.name
    try expect("state of \(name)", document.state, .equal(.inForce))
    if !document.approvedAt.hasPassed(at: scope.asOf) {
      throw Deviation(
        "approval of \(name)",
        expected: "at or before \(scope.asOf)",
        observed: "\(document.approvedAt)"
      )
    }
    if let effectiveAt = document.effectiveAt, effectiveAt > scope.asOf {
      throw Deviation(
        "start of \(name)",
        expected: "at or before \(scope.asOf)",
        observed: "\(effectiveAt)"
      )
    }
    try expect("next review of \(name)", document.reviewDueAt, .after(scope.asOf))
    let newer = scope.all(PolicyDocument.self, where: \.id, is: document.id).first {
      $0.state == .inForce && $0.isLater(than: document) && $0.approvedAt.hasPassed(at: scope.asOf)
    }
    if let newer {
      throw Deviation(
        "version of \(document.id)",
        expected: newer.version,
        observed: document.version
      )
    }
  }
}

extension PolicyDocument {
  fileprivate var name: String { "\(id) \(version)" }

  fileprivate func isAbout(_ topics: [String]) -> Bool {
    self.topics.contains { topics.contains($0) }
  }

  fileprivate func isLater(than other: PolicyDocument) -> Bool {
    guard version != other.version, let own = approvedAt.instant,
      let others = other.approvedAt.instant
    else { return false }
    return own > others
  }
}
