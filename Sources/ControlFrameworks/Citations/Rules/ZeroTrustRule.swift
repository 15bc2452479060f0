import ControlModel

/// NIST SP 800-207: its seven tenets, written T3, tenet 3, or 3 in its context.
struct ZeroTrustRule: CitationRule {
  let frameworks: [FrameworkID] = [.sp800207]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard let number = citation.number(after: ["T", "TENET"], in: .sp800207),
      citation.numbers.count == 1
    else { return nil }
    let note = "The document numbers its tenets; the letter is ours."
    if let reading = citation.reading(.zeroTrustTenet(number), note: note) {
      return .items([reading])
    }
    guard citation.context == .sp800207 || citation.words == ["TENET"] else { return nil }
    return .noSuchItem(
      note: "SP 800-207 has seven tenets, T1 to T7.",
      suggestions: [.zeroTrustTenet(1), .zeroTrustTenet(7)]
    )
  }

  let topics: [Topic] = [
    Topic(
      "assess",
      "maturity",
      is: [1, 3, 4, 6].map(RequirementID.zeroTrustTenet),
      because: "what is a resource comes first, then how each access to it is decided"
    ),
    Topic(
      "blanket access",
      "standing access",
      "per session",
      is: [.zeroTrustTenet(3), .csf("PR.AA-05")],
      because: "access is given for one session and with least privilege"
    ),
    Topic(
      "context aware",
      "dynamic",
      "enforce",
      is: [.zeroTrustTenet(4), .zeroTrustTenet(6)],
      because: "policy is dynamic and enforced before access"
    ),
    Topic(
      "posture",
      "device",
      is: [.zeroTrustTenet(5)],
      because: "the posture of every asset is measured"
    ),
  ]
}
