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
  /// - Returns: The seal; a file that is no seal is a bad one, never none.
  public static func seal(of folder: EvidenceFolder, trusting keys: [TrustedKey]) -> EvidenceSeal {
    do throws(Diagnostic) {
      guard let bytes = try folder.bytes(of: fileName) else { return .absent }
      let signed = try SignedStatement(bytes: bytes, path: fileName)
      guard let key = signed.signer(among: keys) else {
        return .bad("no trusted key signed it, or it was changed after it was signed")
      }
      if let problem = try mismatch(signed.statement, folder) { return .bad(problem) }
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
  /// - Returns: The text of the seal's file.
  /// - Throws: ``Diagnostic`` where a file that the seal covers is not there or cannot be read.
  public static func sign(
    _ folder: EvidenceFolder,
    with key: SigningKey
  ) throws(Diagnostic) -> String {
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
    let predicate = EvidenceValue.Member(
      name: "subject",
      value: EvidenceValue(.string(subject(folder)))
    )
    let statement = EvidenceValue(
      .object([
        .init(name: "_type", value: EvidenceValue(.string(SignedStatement.statementType))),
        .init(name: "subject", value: EvidenceValue(.array(subjects))),
        .init(name: "predicateType", value: EvidenceValue(.string(predicateType))),
        .init(name: "predicate", value: EvidenceValue(.object([predicate]))),
      ])
    )
    return try SignedStatement.sign(JSONText.write(statement), with: key)
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
