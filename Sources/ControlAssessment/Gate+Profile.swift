import ControlModel

extension Gate {
  /// What a profile decides: its controls, by its own tier, in its order of reading.
  ///
  /// The requirements that the policy makes mandatory are the whole's; a profile asks for its
  /// controls alone, and for evidence that is as listed and sealed where its tier needs it.
  ///
  /// - Parameter profile: The profile.
  /// - Returns: Its decision with the reasons.
  func result(of profile: Profile) -> ProfileResult {
    let known = Dictionary(
      zip(controls.indices, controls).map { ($1.id, $0) },
      uniquingKeysWith: { one, _ in one }
    )
    let present = profile.controls.compactMap { known[$0] }
    let own = Gate(
      inventory: inventory,
      controls: present.map { controls[$0] },
      results: present.map { results[$0] },
      rollUp: nil,
      policy: policy,
      isPartial: isPartial,
      assessedTier: assessedTier
    )
    var (decision, reasons) = own.decision(for: profile.tier)
    let absent = profile.controls.filter { known[$0] == nil }
    if !absent.isEmpty, !isPartial {
      decision = max(decision, .hold)
      let names = absent.prefix(6).joined(separator: ", ")
      let more = absent.count > 6 ? " and \(absent.count - 6) more" : ""
      let hold = GateReason(
        .hold,
        .profileIncomplete,
        text: "no suite has \(names)\(more), which \(profile.name) asks for"
      )
      let place = reasons.firstIndex { $0.effect < .hold } ?? reasons.endIndex
      reasons.insert(hold, at: place)
    }
    return ProfileResult(profile: profile.name, decision: decision, reasons: reasons)
  }
}
