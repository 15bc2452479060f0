import ControlModel

/// What the decision is, what it stands on, and how far that was proven.
extension DecisionStatement {
  /// What no run can verify, whatever the evidence.
  static let limits = [
    "The digest of a control covers what it says of itself and its parameters, not its compiled check.",
    "That a source system told the truth when a file was collected is not verified.",
  ]

  func writeDecision(to writer: inout JSONWriter) {
    let results = report.results
    writer.member("tool", results.toolVersion) { writer, version in
      writer.member("name", "controls")
      writer.member("version", version)
    }
    writer.member("asOf", results.asOf.description)
    writer.member("requestedTier", inputs.requestedTier?.rawValue)
    writer.member("filter", results.filter)
    writer.member("decision", results.decision.rawValue)
    writer.member("exitCode", Int(results.decision.exitCode))
    writer.member("policy", results.policyDigest) { $0.member("sha256", present($1)) }
    writer.member("waivers", results.waiversDigest) { $0.member("sha256", present($1)) }
    writer.member("frameworkFiles", results.frameworkFiles) { writer, file in
      writer.member("framework", file.framework?.name)
      writer.member("sha256", file.digest)
    }
    writer.member("controls", suiteDigest) { writer, digest in
      writer.member("sha256", digest)
      writer.member("items", controlDigests) { writer, control in
        writer.member("id", control.name)
        writer.member("sha256", control.digest)
      }
    }
    writer.member("results", sha256(ResultsJSON().render(report))) { $0.member("sha256", $1) }
    writer.member("subjects", results.subjects) { write($1, to: &$0) }
    writer.member("notVerified", Self.limits)
  }

  private func write(_ subject: SubjectResult, to writer: inout JSONWriter) {
    let evidence = inputs.subjects[subject.subject.id]
    writer.member("id", subject.subject.id)
    writer.member("tier", subject.tier.rawValue)
    writer.member("decision", subject.decision.rawValue)
    writer.member("readiness", subject.readiness.rawValue)
    writer.member("manifest", evidence?.manifestDigest ?? "") { $0.member("sha256", present($1)) }
    writer.member("subjectFile", evidence?.subjectFileDigest ?? "") {
      $0.member("sha256", present($1))
    }
    writer.member("seal", evidence?.sealDigest ?? "") { writer, digest in
      writer.member("sha256", present(digest))
      writer.member("state", (evidence?.seal ?? .absent).words)
    }
    writer.member("files", subject.files) { writer, file in
      writer.member("path", file.path)
      writer.member("state", file.state.rawValue)
      writer.member("sha256", present(file.digest))
    }
    writer.member("verified", verified(subject, evidence))
    writer.member("notVerified", notVerified(subject, evidence))
  }

  private func verified(
    _ subject: SubjectResult,
    _ evidence: DecisionInputs.SubjectInputs?
  ) -> [String] {
    let unchanged = subject.files.filter { $0.state == .read && $0.path != "manifest.json" }.count
    var words = ["\(unchanged) of the listed files have the digests that the manifest lists"]
    if let seal = evidence?.seal, seal.isGood { words.append("the manifest is \(seal.words)") }
    for attestation in evidence?.attestations ?? [] {
      guard let key = attestation.key else { continue }
      words.append("attestation \(attestation.id) is signed with key \(key) of its owner")
    }
    return words
  }

  private func notVerified(
    _ subject: SubjectResult,
    _ evidence: DecisionInputs.SubjectInputs?
  ) -> [String] {
    var words: [String] = []
    let seal = evidence?.seal ?? .absent
    if !seal.isGood { words.append("the manifest: there is \(seal.words)") }
    words += subject.diagnostics.map { "\($0.locator?.path ?? "evidence"): \($0.found)" }
    for file in subject.files where file.state != .read {
      words.append("\(file.path) is \(file.state.rawValue)")
    }
    for attestation in evidence?.attestations ?? [] where attestation.key == nil {
      words.append(
        "attestation \(attestation.id) in \(attestation.path) is not signed by its owner"
      )
    }
    return words
  }

  private func present(_ digest: String) -> String? { digest.isEmpty ? nil : digest }
}
