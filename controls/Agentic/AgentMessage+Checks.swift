import ControlTesting

extension AgentMessage {
  /// Holds the message to its channel, and to having been checked when it was received.
  func checkReceipt(_ scope: Scope) throws {
    guard let id = self.channel else {
      throw Deviation("channel", expected: "present", observed: "not recorded")
    }
    guard let channel = scope.first(Channel.self, id) else {
      throw Deviation(
        "channel",
        expected: "in the channel configuration",
        observed: "\(id), not in it"
      )
    }
    if Set([from, to]) != Set([channel.from, channel.to]) {
      throw Deviation(
        "ends of the channel",
        expected: "\(from) and \(to)",
        observed: "\(channel.from) and \(channel.to)"
      )
    }
    try expect("signature", signatureVerified, .equal(.yes))
    try expect("audience", audienceVerified, .equal(.yes))
    try expect("fall back to a weaker channel", fellBack, .equal(false))
    guard let pinned = channel.protocolVersion else {
      throw Deviation(
        "protocol version of the channel",
        expected: "present",
        observed: "not recorded"
      )
    }
    try expect("protocol version", protocolVersion, .equal(pinned))
    try checkFreshness(scope.policy.messageFreshness)
  }

  private func checkFreshness(_ limit: Duration) throws {
    guard let receivedAt else {
      throw Deviation("time of receipt", expected: "present", observed: "not recorded")
    }
    let delay = receivedAt.duration(since: sentAt)
    if delay < .zero {
      throw Deviation(
        "time of receipt",
        expected: "at or after it was sent at \(sentAt)",
        observed: "\(receivedAt)"
      )
    }
    try expect("time from sending to receipt", delay, .atMost(limit))
  }

  /// Holds both peers to having been registered and in use when the message was sent.
  func checkPeers(_ scope: Scope) throws {
    for (attribute, id) in [("sender", from), ("receiver", to)] {
      guard let doubt = scope.doubt(aboutAgent: id, at: sentAt) else { continue }
      throw Deviation(
        attribute,
        expected: "registered and in use at \(sentAt)",
        observed: "\(id), \(doubt)"
      )
    }
  }
}
