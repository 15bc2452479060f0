import ControlTesting
import SuiteVocabulary

/// Something that secrets may lie in, and by which names scanners call it.
private struct ScanTarget {
  let names: [String]
  let kind: ScanRun.TargetKind
  let record: any EvidenceRecord
}

extension Scope {
  /// What is in scope for secret scans and was not scanned well and recently.
  ///
  /// Repositories come from the pipelines, images from the workloads that run, logs and transcripts
  /// from the manifest of the evidence itself: what is not scanned is missed in these lists, not in
  /// the scanner's own.
  func unscannedTargets() -> [Deviation] {
    let targets = scanTargets()
    if targets.isEmpty {
      return [
        Deviation(
          "targets",
          expected: "a repository, image, log or transcript in scope",
          observed: "none in the evidence"
        )
      ]
    }
    return targets.compactMap(unscanned)
  }

  private func scanTargets() -> [ScanTarget] {
    var targets: [ScanTarget] = []
    var seen: Set<String> = []
    func add(_ names: [String], _ kind: ScanRun.TargetKind, _ record: any EvidenceRecord) {
      guard let name = names.first, seen.insert("\(kind.rawValue) \(name)").inserted else { return }
      targets.append(ScanTarget(names: names, kind: kind, record: record))
    }
    for pipeline in records(Pipeline.self) { add([pipeline.repository], .repository, pipeline) }
    for image in records(Image.self) {
      add([image.digest, image.reference].compactMap { $0 }, .image, image)
    }
    for item in records(EvidenceItem.self) {
      switch EvidenceKind(item.kind) {
      case .auditLog, .dataAccessLog: add([item.path, item.sourceSystem], .log, item)
      case .agentTrace: add([item.path, item.sourceSystem], .transcript, item)
      default: break
      }
    }
    return targets
  }

  private func unscanned(_ target: ScanTarget) -> Deviation? {
    let limit = policy.secretScanMaximumAge
    let runs = target.names.flatMap { all(ScanRun.self, where: \.target, is: $0) }.filter {
      $0.targetKind == target.kind && policy.secretScanTools.contains($0.tool)
        && $0.startedAt <= asOf
    }
    let good = runs.filter(\.succeeded).max { $0.startedAt < $1.startedAt }
    let observed: String
    if let good {
      let age = asOf.duration(since: good.startedAt)
      if age <= limit { return nil }
      observed = "\(target.names[0]): last good scan \(age.words) ago, \(good.id)"
    } else if let failed = runs.last {
      observed = "\(target.names[0]): no good scan, \(failed.id) failed"
    } else {
      observed = "\(target.names[0]): no scan by a secret scanner"
    }
    return Deviation(
      "secret scan of \(target.kind.rawValue)",
      expected: "a good scan at most \(limit.words) ago",
      observed: observed,
      record: target.record
    )
  }
}
