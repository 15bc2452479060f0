import ControlEvidence
import ControlModel
import ControlReports
import Foundation

/// A decision as it was signed: what it says, and how it is to be come to again.
struct SignedDecision {
  let signed: SignedStatement
  /// What the Statement is: a test result or a verification summary.
  let predicateType: String
  /// What was decided on which bytes.
  let decision: EvidenceValue
  let subjects: [String]

  /// Reads a decision.
  ///
  /// That it can be read says nothing of its signature.
  ///
  /// - Throws: ``Problems`` where the file is no decision.
  init(path: String) throws {
    do throws(Diagnostic) {
      guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
        throw Self.malformed(path, "no such file")
      }
      signed = try SignedStatement(bytes: bytes, path: path)
      predicateType = signed.statement["predicateType"]?.string ?? ""
      let known = [DecisionStatement.testResultType, DecisionStatement.summaryType]
      guard known.contains(predicateType),
        let decision = signed.statement["predicate"]?[DecisionStatement.decisionName],
        decision["asOf"]?.string != nil, let subjects = decision["subjects"]?.elements
      else {
        throw Self.malformed(path, "a Statement that carries no decision")
      }
      self.decision = decision
      self.subjects = subjects.compactMap { $0["id"]?.string }
    } catch {
      throw Problems([error])
    }
  }

  private static func malformed(_ path: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .decisionMalformed,
      at: Locator(path: path),
      found: found,
      needed: "a decision that `controls decide` wrote",
      remedy: "name the file that --decision or --summary wrote"
    )
  }

  /// The words of the command line that ask for the same assessment again, from other files.
  func words(_ arguments: ParsedArguments) -> [String] {
    var words = subjects.map { "--subject=\($0)" }
    if let asOf = decision["asOf"]?.string { words.append("--as-of=\(asOf)") }
    if let tier = decision["requestedTier"]?.string { words.append("--tier=\(tier)") }
    for name in ["evidence", "policy", "waivers"] {
      if let value = arguments.value(name) { words.append("--\(name)=\(value)") }
    }
    for name in ["framework", "crosswalk"] {
      words += arguments.all(name).map { "--\(name)=\($0)" }
    }
    return words
  }

  /// The files that stop a new assessment when they are changed, with digests signed and found.
  ///
  /// They are compared as bytes first: what cannot even be read any more does differ.
  func changedFiles(_ session: Session) -> [Difference] {
    var found: [Difference] = []
    for name in ["policy", "waivers"] {
      let path = session.arguments.value(name) ?? "controls/\(name).yaml"
      let bytes = (try? EvidenceFolder.bytes(at: path, name: path)) ?? nil
      let digest = bytes.map { ConfigurationDocument.digest(of: $0) }
      append([name, "sha256"], decision[name]?["sha256"]?.string, digest, to: &found)
    }
    for subject in decision["subjects"]?.elements ?? [] {
      let id = subject["id"]?.string ?? ""
      let folder = EvidenceFolder(path: "\(session.evidence.path)/\(id)")
      for (member, file) in [("manifest", "manifest.json"), ("subjectFile", "subject.yaml")] {
        let digest = DecisionRun.digest(of: file, in: folder)
        let signed = subject[member]?["sha256"]?.string
        append([id, file, "sha256"], signed, digest.isEmpty ? nil : digest, to: &found)
      }
    }
    return found
  }

  private func append(
    _ place: [String],
    _ signed: String?,
    _ now: String?,
    to found: inout [Difference]
  ) {
    if signed != now { found.append(Difference(place: place, signed: signed, now: now)) }
  }
}
