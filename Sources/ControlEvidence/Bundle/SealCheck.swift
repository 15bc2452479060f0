public import ControlModel

/// Which keys must have signed for which sources, and whether they did.
public enum SealCheck {
  /// The files whose source asks for a key that did not sign.
  ///
  /// - Parameters:
  ///   - items: The files of the manifest.
  ///   - signers: The ids of the trusted keys whose signatures are good.
  ///   - sources: The policy's rules; of several that match a source the first holds.
  /// - Returns: One diagnostic for each file, in order of path.
  static func untrusted(
    _ items: [Manifest.Item],
    signers: Set<String>,
    sources: [SealRule.Source]
  ) -> [Diagnostic] {
    items.sorted { $0.path < $1.path }.compactMap { item in
      let system = item.sourceSystem ?? ""
      guard let rule = sources.first(where: { $0.matches(system) }),
        signers.isDisjoint(with: rule.keys)
      else { return nil }
      return Diagnostic(
        .sealKeyUntrusted,
        at: Locator(path: item.path, digest: item.sha256),
        found: signers.isEmpty
          ? "no signature of a trusted key"
          : "signed by \(signers.sorted().joined(separator: ", "))",
        needed: "a signature by \(rule.keys.joined(separator: " or ")), for the source \(system)",
        remedy: "have the source's own team add theirs: `controls evidence seal --add`"
      )
    }
  }

  /// The files of a folder that the policy's rules on sources find wanting.
  ///
  /// - Parameters:
  ///   - folder: The subject's folder.
  ///   - policy: The policy in force.
  /// - Returns: One diagnostic for each file; empty where no rule is broken, or there is no seal.
  public static func untrusted(in folder: EvidenceFolder, by policy: Policy) -> [Diagnostic] {
    guard !policy.seal.sources.isEmpty,
      let sealed = try? folder.bytes(of: ManifestSeal.fileName),
      let signed = try? SignedStatement(bytes: sealed, path: ManifestSeal.fileName),
      let items = try? ManifestSeal.items(of: folder)
    else { return [] }
    return untrusted(
      items,
      signers: Set(signed.signers(among: policy.trustedKeys).map(\.id)),
      sources: policy.seal.sources
    )
  }

  /// Differences between a folder and its manifest, told by their kind where the seal remembers it.
  ///
  /// - Parameters:
  ///   - differences: What ``ManifestCheck`` found.
  ///   - folder: The subject's folder.
  /// - Returns: The same, with changed files told as cut off or re-ordered where they are.
  public static func explained(
    _ differences: [Diagnostic],
    in folder: EvidenceFolder
  ) -> [Diagnostic] {
    guard differences.contains(where: { $0.code == .evidenceChanged }),
      let sealed = try? folder.bytes(of: ManifestSeal.fileName),
      let signed = try? SignedStatement(bytes: sealed, path: ManifestSeal.fileName)
    else { return differences }
    let traces = (signed.statement["predicate"]?["files"]?.elements ?? []).compactMap {
      FileTrace($0)
    }
    let sizes = ((try? ManifestSeal.items(of: folder)) ?? []).map { ($0.path, $0.sizeInBytes) }
    return differences.map { problem in
      guard problem.code == .evidenceChanged, let path = problem.locator?.path,
        let trace = traces.first(where: { $0.path == path }),
        let bytes = try? folder.bytes(of: path),
        let change = trace.change(to: bytes, from: sizes.first { $0.0 == path }?.1)
      else { return problem }
      return Diagnostic(
        change.code,
        at: problem.locator,
        found: change.found,
        needed: problem.needed,
        remedy: problem.remedy
      )
    }
  }
}
