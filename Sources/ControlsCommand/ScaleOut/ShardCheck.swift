import ControlModel

/// Holds the partials that came back to the plan that went out: every shard once, of this plan, of
/// the bytes that were planned.
struct ShardCheck {
  let plan: ShardPlan
  /// SHA-256 of the plan file.
  let digest: String

  /// Chooses one partial for each shard.
  ///
  /// - Parameter partials: What came back, in any order; a shard that ran twice may be there twice.
  /// - Returns: The partials by the shards' ids.
  /// - Throws: ``Problems`` with everything that is wrong: a shard that did not report, a partial of
  ///   another plan or of other bytes, two different partials of one shard.
  func chosen(from partials: [ReadPartial]) throws -> [String: ReadPartial] {
    var problems: [Diagnostic] = []
    var chosen: [String: ReadPartial] = [:]
    for partial in partials.sorted(by: { $0.name < $1.name }) {
      if let problem = problem(with: partial) {
        problems.append(problem)
      } else if let other = chosen[partial.file.shard] {
        if other.comparable != partial.comparable {
          problems.append(
            refused(
              partial,
              found: "another partial of shard \(partial.file.shard) than \(other.name)",
              needed: "one result for each shard",
              remedy: "find out which worker is wrong; run the shard again"
            )
          )
        }
      } else {
        chosen[partial.file.shard] = partial
      }
    }
    for (subject, path, shard) in plan.shards where chosen[shard.id] == nil {
      problems.append(
        Diagnostic(
          .partialMissing,
          at: Locator(path: "\(subject)/\(path)"),
          found: "no partial of shard \(shard.id) (bytes \(shard.start) to \(shard.end))",
          needed: "a partial of every shard: what did not report was not judged",
          remedy: "run controls worker for this shard"
        )
      )
    }
    if !problems.isEmpty { throw Problems(problems) }
    return chosen
  }

  private func problem(with partial: ReadPartial) -> Diagnostic? {
    let file = partial.file
    func foreign(_ what: String, _ found: String, _ needed: String) -> Diagnostic {
      refused(
        partial,
        found: "\(what) \(found)",
        needed: needed,
        remedy: "merge only what workers wrote for this plan"
      )
    }
    if file.plan != digest { return foreign("a partial of the plan", file.plan, digest) }
    guard let (subject, planned, shard) = plan.shard(file.shard) else {
      return foreign("a partial of the shard", file.shard, "a shard of the plan")
    }
    if file.subject != subject.id || file.path != planned.path {
      return foreign(
        "a partial of",
        "\(file.subject)/\(file.path)",
        "\(subject.id)/\(planned.path)"
      )
    }
    if file.sha256 != shard.sha256 {
      return foreign("a partial of bytes with the digest", file.sha256, shard.sha256)
    }
    for (what, found, needed) in [
      ("controls with the digest", file.suites, plan.suites),
      ("a policy with the digest", file.policy, plan.policy),
      ("waivers with the digest", file.waivers, plan.waivers),
    ] where found != needed { return foreign(what, found, needed) }
    return nil
  }

  private func refused(
    _ partial: ReadPartial,
    found: String,
    needed: String,
    remedy: String
  ) -> Diagnostic {
    Diagnostic(
      .partialForeign,
      at: Locator(path: partial.name),
      found: found,
      needed: needed,
      remedy: remedy
    )
  }
}
