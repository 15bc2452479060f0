import ControlModel

extension RecordTables {
  /// Joins the records that describe one identity in several files.
  ///
  /// A credential report, an account export and an inventory each know a part. What one leaves open
  /// another fills; the first file by path speaks first. Where two files disagree on who owns an
  /// identity, whose it is or where it lives, nobody can judge it: that is a problem, not a choice.
  ///
  /// - Returns: The disagreements, in order.
  /// - Complexity: O(*n*) in the number of identities.
  mutating func mergeIdentities() -> [Diagnostic] {
    var problems: [(row: Int, problem: Diagnostic)] = []
    merge(Identity.self, by: \.id) { whole, other, row in
      problems += whole.disagreements(with: other).map { (row, $0) }
      whole = whole.completed(by: other)
    }
    // In the order of the rows, and of the fields within one.
    return problems.enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element.problem)
  }
}

extension Identity {
  /// The fields on which two descriptions of one identity contradict each other.
  fileprivate func disagreements(with other: Identity) -> [Diagnostic] {
    let pairs: [(String, String?, String?)] = [
      ("owner", owner, other.owner), ("vendor", vendor, other.vendor),
      ("environment", environment, other.environment), ("tenant", tenant, other.tenant),
    ]
    return pairs.compactMap { name, own, others in
      guard let own, let others, own != others else { return nil }
      return Diagnostic(
        .evidenceDuplicate,
        at: other.locator,
        found: "\(name) of \(clipped(id)) is \(clipped(others))",
        needed: "what \(locator) says: \(clipped(own))",
        remedy: "keep the true one in both sources"
      )
    }
  }

  /// This description with its gaps filled by another.
  ///
  /// An identity that one source calls enabled can act, whatever another says; the later last use
  /// and the earlier creation hold.
  fileprivate func completed(by other: Identity) -> Identity {
    Identity(
      id: id,
      kind: kind,
      provider: provider,
      account: account,
      displayName: displayName ?? other.displayName,
      aliases: aliases ?? other.aliases,
      owner: owner ?? other.owner,
      purpose: purpose ?? other.purpose,
      scopeStatement: scopeStatement ?? other.scopeStatement,
      workloads: workloads ?? other.workloads,
      agents: agents ?? other.agents,
      memberOf: memberOf ?? other.memberOf,
      runsAs: runsAs ?? other.runsAs,
      vendor: vendor ?? other.vendor,
      controller: controller ?? other.controller,
      local: local ?? other.local,
      privileged: privileged ?? other.privileged,
      tenant: tenant ?? other.tenant,
      environment: environment ?? other.environment,
      status: other.status == .enabled ? .enabled : status,
      approval: approval ?? other.approval,
      tags: tags ?? other.tags,
      createdAt: [createdAt, other.createdAt].compactMap { $0 }.min(),
      lastUsedAt: lastUsedAt.joined(with: other.lastUsedAt),
      endsAt: endsAt == .notRecorded ? other.endsAt : endsAt,
      locator: locator
    )
  }
}
