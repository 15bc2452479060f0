import ControlTesting

extension Channel {
  /// Holds the channel to two ends that prove who they are, each under an identity of its agent, and
  /// to a protocol that cannot be talked down, signs and refuses repeats.
  func checkAuthentication(_ scope: Scope) throws {
    try expect("basis", basis, .oneOf([.configured, .observed]))
    try expect("mutual authentication", mutualAuthentication, .equal(.required))
    try checkEnd("identity of the sender", fromWorkload, of: from, scope)
    try checkEnd("identity of the receiver", toWorkload, of: to, scope)
    try expect("protocol version", protocolVersion, .present)
    try expect("pinned protocol version", versionPinned, .equal(true))
    try expect("signing", signing, .equal(.required))
    try expect("refusal of repeats", replayProtected, .equal(true))
  }

  /// An identity that several agents share proves which of them it is to nobody.
  private func checkEnd(
    _ attribute: String,
    _ name: String?,
    of agent: String,
    _ scope: Scope
  ) throws {
    guard let name else {
      throw Deviation(attribute, expected: "a workload identity", observed: "not recorded")
    }
    let entries = scope.all(WorkloadEntry.self, where: \.name, is: name)
      .filter { !$0.expiresAt.hasPassed(at: scope.asOf) }
    if entries.isEmpty {
      throw Deviation(
        attribute,
        expected: "a workload identity on record and in force",
        observed: "\(name), none"
      )
    }
    if let other = entries.first(where: { $0.agent != agent }) {
      throw Deviation(
        attribute,
        expected: "registered for \(agent) alone",
        observed: "\(name), registered for \(other.agent ?? "no agent")"
      )
    }
  }
}
