import ControlTesting

/// CHG-5: the versions of each policy form one chain by digest, each says why it came, and one at
/// least took effect without a new build of the product.
///
/// Of the decision log it holds the bundles that decided, whatever its length.
struct PolicyVersions: Fold {
  private struct Version: Codable {
    let name: String
    let digest: String
    let previous: String?
    let build: String?
    let builtAt: Instant
    let liveAt: Instant?
    let record: RecordReference
  }

  private struct Decisions: Codable {
    let first: RecordReference
    var count: Int
  }

  private var versions: [Version] = []
  private var decisions = Sightings<String, Decisions>()

  static var watched: [Watched<Self>] {
    [
      Watched(PolicyDecision.self) { state, decision, _ in
        let bundle = decision.bundle ?? ""
        state.decisions.note(bundle, Decisions(first: RecordReference(decision), count: 1)) {
          $0.count += 1
        }
      }
    ]
  }

  mutating func observe(_ bundle: PolicyBundle, _ scope: Scope) throws {
    versions.append(
      Version(
        name: bundle.name,
        digest: bundle.digest,
        previous: bundle.previousDigest,
        build: bundle.productBuild,
        builtAt: bundle.builtAt,
        liveAt: bundle.liveAt.hasPassed(at: scope.asOf) ? bundle.liveAt.instant : nil,
        record: RecordReference(bundle)
      )
    )
    try expect("digest", bundle.digest, .notEmpty)
    try expect("reason", bundle.reason, .notEmpty)
    if bundle.liveAt == .notRecorded {
      throw Deviation("live", expected: "a time or never", observed: "not recorded")
    }
  }

  mutating func merge(_ later: PolicyVersions) {
    versions += later.versions
    decisions.merge(later.decisions) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byName = Dictionary(grouping: versions, by: \.name).sorted { $0.key < $1.key }
    let inOrder = byName.map { $0.value.sorted { $0.builtAt < $1.builtAt } }
    return inOrder.flatMap(breaks(in:)) + unbuilt(inOrder) + unknownBundles()
  }

  /// Versions that do not follow on the one built before.
  private func breaks(in versions: [Version]) -> [Deviation] {
    zip(versions, versions.dropFirst()).compactMap { before, version in
      var deviation: Deviation
      if version.previous != before.digest {
        deviation = Deviation(
          "previous version",
          expected: before.digest,
          observed: version.previous ?? "not recorded"
        )
      } else if let live = version.liveAt, let earlier = before.liveAt, live < earlier {
        deviation = Deviation(
          "live",
          expected: "after the version before, at \(earlier)",
          observed: live.description
        )
      } else {
        return nil
      }
      deviation.record = version.record
      return deviation
    }
  }

  /// Whether any version decided something on the product build on which its predecessor had.
  private func unbuilt(_ policies: [[Version]]) -> [Deviation] {
    let took = policies.contains { versions in
      zip(versions, versions.dropFirst()).contains { before, version in
        version.build != nil && version.build == before.build && version.liveAt != nil
          && before.liveAt != nil && version.digest != before.digest
          && decisions[version.digest] != nil
      }
    }
    if took { return [] }
    return [
      Deviation(
        "change of policy without a new build",
        expected: "one that decided on the product build of the version before",
        observed: "none on record"
      )
    ]
  }

  /// Decisions by no version on record: one deviation for each digest.
  private func unknownBundles() -> [Deviation] {
    let known = Set(versions.map(\.digest))
    return decisions.all.filter { !known.contains($0.key) }.map { digest, decisions in
      var deviation = Deviation(
        "policy of the decision",
        expected: "a version on record",
        observed: "\(digest.isEmpty ? "not recorded" : digest), in \(decisions.count) decisions"
      )
      deviation.record = decisions.first
      return deviation
    }
  }
}
