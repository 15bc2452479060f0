import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports

/// An assessment together with the bytes it stands on: what a decision is signed or verified from.
struct DecisionRun {
  let report: Report
  let statement: DecisionStatement

  /// Judges the subjects that the session names.
  ///
  /// - Throws: ``Problems`` where a file is wrong, ``UsageProblem`` where the command line is.
  init(_ session: Session, filter: String?) async throws {
    let plan = try session.plan(filter: filter)
    let inventories = try session.inventories(plan.policy)
    guard !inventories.isEmpty else {
      throw UsageProblem("there is no subject to decide on in \(session.evidence.path)")
    }
    let results = await Assessment.run(
      plan,
      over: inventories,
      toolVersion: ControlsCommand.version
    )
    var subjects: [String: DecisionInputs.SubjectInputs] = [:]
    for inventory in inventories {
      let folder = EvidenceFolder(path: "\(session.evidence.path)/\(inventory.subject.id)")
      subjects[inventory.subject.id] = Self.inputs(inventory, folder)
    }
    report = Report(results: results, catalogs: plan.catalogs)
    statement = DecisionStatement(
      report,
      inputs: DecisionInputs(requestedTier: plan.tier, subjects: subjects),
      sha256: { ConfigurationDocument.digest(of: Array($0.utf8)) }
    )
  }

  private static func inputs(
    _ inventory: Inventory,
    _ folder: EvidenceFolder
  ) -> DecisionInputs.SubjectInputs {
    DecisionInputs.SubjectInputs(
      subjectFileDigest: digest(of: "subject.yaml", in: folder),
      manifestDigest: digest(of: "manifest.json", in: folder),
      sealDigest: digest(of: ManifestSeal.fileName, in: folder),
      seal: inventory.seal,
      attestations: inventory.records(Attestation.self).map { attestation in
        DecisionInputs.Attestation(
          id: attestation.id,
          path: attestation.locator.path,
          digest: attestation.locator.digest,
          key: attestation.verified == .yes ? attestation.signature : nil
        )
      }
    )
  }

  /// The SHA-256 of a file; empty where there is none, or it cannot be opened.
  static func digest(of name: String, in folder: EvidenceFolder) -> String {
    guard let bytes = try? folder.bytes(of: name) else { return "" }
    return ConfigurationDocument.digest(of: bytes)
  }
}
