public import ControlModel

/// The signature over a subject's manifest, in `manifest.dsse.json` beside it.
///
/// A seal holds the digests of `manifest.json`, which lists every evidence file with its digest, and
/// of `subject.yaml`, which says what is sought and who answers for it.
public enum ManifestSeal {
  /// The name of the seal's file within the subject's folder.
  public static let fileName = "manifest.dsse.json"
  /// The predicate type of a seal.
  public static let predicateType = "urn:control-testing:evidence-seal:1"

  /// The files that a seal covers directly.
  private static let covered = ["manifest.json", "subject.yaml"]

  /// What the seal of a folder proves.
  ///
  /// - Parameters:
  ///   - folder: The subject's folder.
  ///   - keys: The keys whose seals count.
  ///   - sources: Whose signatures evidence of certain sources needs beside.
  ///   - all: Every trusted key, of which the rules on sources name some.
  /// - Returns: The seal; a file that is no seal is a bad one, never none.
  public static func seal(
    of folder: EvidenceFolder,
    trusting keys: [TrustedKey],
    sources: [SealRule.Source] = [],
    among all: [TrustedKey] = []
  ) -> EvidenceSeal {
    do throws(Diagnostic) {
      guard let bytes = try folder.bytes(of: fileName) else { return .absent }
      let signed = try SignedStatement(bytes: bytes, path: fileName)
      guard let key = signed.signer(among: keys) else {
        return .bad("no trusted key signed it, or it was changed after it was signed")
      }
      if let problem = try mismatch(signed.statement, folder) { return .bad(problem) }
      if !sources.isEmpty {
        let signers = Set(signed.signers(among: all).map(\.id))
        let missing = SealCheck.untrusted(try items(of: folder), signers: signers, sources: sources)
        if let first = missing.first {
          let path = first.locator?.path ?? ""
          let more = missing.count > 1 ? " and \(missing.count - 1) more files" : ""
          return .bad("\(path)\(more): \(first.found), and the policy asks for \(first.needed)")
        }
      }
      return .good(key: key.id)
    } catch {
      return .bad("\(error.locator?.path ?? fileName): \(error.found)")
    }
  }

  /// Seals a folder whose manifest agrees with its files.
  ///
  /// - Parameters:
  ///   - folder: The subject's folder.
  ///   - key: The key to sign with.
  ///   - isAdded: Whether the signature stands beside those that the present seal has.
  /// - Returns: The text of the seal's file.
  /// - Throws: ``Diagnostic`` where a file that the seal covers is not there or cannot be read, or
  ///   the present seal is of other bytes.
  public static func sign(
    _ folder: EvidenceFolder,
    with key: SigningKey,
    added isAdded: Bool = false
  ) throws(Diagnostic) -> String {
    let text = try statement(folder)
    guard isAdded else { return try SignedStatement.sign(text, with: key) }
    let bytes = try folder.bytes(of: fileName)
    let present = try bytes.map { bytes throws(Diagnostic) in
      try SignedStatement(bytes: bytes, path: fileName)
    }
    guard let present, present.holds(text) else {
      throw Diagnostic(
        .sealBroken,
        at: Locator(path: fileName),
        found: present == nil ? "no seal" : "a seal of other bytes",
        needed: "the seal to add a signature to",
        remedy: "seal the folder anew, and have the others add theirs"
      )
    }
    return try present.adding(key)
  }

  /// The files that the manifest of a folder lists; none where it has no manifest.
  static func items(of folder: EvidenceFolder) throws(Diagnostic) -> [Manifest.Item] {
    guard let bytes = try folder.bytes(of: "manifest.json") else { return [] }
    return Array(try Manifest(bytes: bytes, subject: subject(folder)).items.values)
  }

  /// The Statement that a seal of the folder signs: the digests, and what tells a change by its kind.
  private static func statement(_ folder: EvidenceFolder) throws(Diagnostic) -> String {
    var subjects: [EvidenceValue] = []
    for name in covered {
      let digest = try digest(of: name, in: folder)
      let algorithm = EvidenceValue.Member(name: "sha256", value: EvidenceValue(.string(digest)))
      subjects.append(
        EvidenceValue(
          .object([
            .init(name: "name", value: EvidenceValue(.string("\(subject(folder))/\(name)"))),
            .init(name: "digest", value: EvidenceValue(.object([algorithm]))),
          ])
        )
      )
    }
    var traces: [EvidenceValue] = []
    for item in try items(of: folder).sorted(by: { $0.path < $1.path }) {
      guard item.sizeInBytes ?? 0 <= FileTrace.maximumSizeInBytes,
        let bytes = try folder.bytes(of: item.path),
        let trace = FileTrace(path: item.path, bytes: bytes)
      else { continue }
      traces.append(trace.json)
    }
    let predicate: [EvidenceValue.Member] = [
      .init(name: "subject", value: EvidenceValue(.string(subject(folder)))),
      .init(name: "files", value: EvidenceValue(.array(traces))),
    ]
    let statement = EvidenceValue(
      .object([
        .init(name: "_type", value: EvidenceValue(.string(SignedStatement.statementType))),
        .init(name: "subject", value: EvidenceValue(.array(subjects))),
        .init(name: "predicateType", value: EvidenceValue(.string(predicateType))),
        .init(name: "predicate", value: EvidenceValue(.object(predicate))),
      ])
    )
    return JSONText.write(statement)
  }

  private static func mismatch(
    _ statement: EvidenceValue,
    _ folder: EvidenceFolder
  ) throws(Diagnostic) -> String? {
    guard statement["predicateType"]?.string == predicateType else {
      return "it is signed, and no seal"
    }
    for name in covered {
      let wanted = "\(subject(folder))/\(name)"
      let entry = (statement["subject"]?.elements ?? []).first { $0["name"]?.string == wanted }
      guard let sealed = entry?["digest"]?["sha256"]?.string else {
        return "it does not cover \(wanted)"
      }
      let found = try digest(of: name, in: folder)
      if sealed != found {
        return "\(name) is not the sealed one: sealed sha256 \(clipped(sealed)), found \(found)"
      }
    }
    return nil
  }

  private static func digest(
    of name: String,
    in folder: EvidenceFolder
  ) throws(Diagnostic) -> String {
    guard let bytes = try folder.bytes(of: name) else {
      throw Diagnostic(
        .sealBroken,
        at: Locator(path: name),
        found: "no such file",
        needed: "the file that a seal covers",
        remedy: name == "manifest.json" ? "write it with `controls evidence manifest`" : "write it"
      )
    }
    return Digest.sha256(bytes)
  }

  private static func subject(_ folder: EvidenceFolder) -> String {
    String(folder.path.split(separator: "/").last ?? "")
  }
}
