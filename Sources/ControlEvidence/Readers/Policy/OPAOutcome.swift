import ControlModel

/// What a policy answered: whether it allows, why, and what went wrong.
struct OPAOutcome {
  /// The effect.
  let effect: PolicyDecision.Effect
  /// The reasons that the answer gives; `nil` where it gives none.
  let reasons: [String]?
  /// The codes or messages of errors; `nil` where there were none.
  let errors: [String]?

  /// Rules whose set of messages says what is refused: an empty set refuses nothing.
  private static let refusingRules: Set<Substring> = ["deny", "denied", "violation", "violations"]

  /// Reads the answer of an event.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - path: The path of the rule that was asked.
  ///   - masked: The pointers that were erased or changed before the event was written.
  /// - Throws: ``Diagnostic`` where the answer was masked or says neither yes nor no.
  init(_ event: Cursor, path: String, masked: [String]) throws(Diagnostic) {
    if let pointer = masked.first(where: { $0 == "/result" || $0.hasPrefix("/result/allow") }) {
      throw event.malformed(found: "\(pointer) masked", needed: "the answer: mask other members")
    }
    let result = event["result"]
    reasons = ["reasons", "reason", "messages", "deny"].lazy.compactMap { name in
      result?[name].map(\.texts)
    }.first { !$0.isEmpty }
    if let error = event["error"] {
      errors = [(error["code"] ?? error["message"])?.text ?? error.text ?? "error"]
      effect = .error
      return
    }
    errors = nil
    guard let result else {
      effect = .undefined
      return
    }
    let rule = path.split(whereSeparator: { $0 == "/" || $0 == "." }).last ?? ""
    guard let found = Self.effect(result, ofRefusal: Self.refusingRules.contains(rule)) else {
      throw result.malformed(
        found: result.value.typeName,
        needed: "true, false, or an object with allow; map other answers with a mapping file"
      )
    }
    effect = found
  }

  private static func effect(_ result: Cursor, ofRefusal isRefusal: Bool) -> PolicyDecision.Effect?
  {
    if let flag = result.value.bool { return flag != isRefusal ? .allow : .deny }
    if isRefusal, let messages = result.value.elements { return messages.isEmpty ? .allow : .deny }
    if let word = result.value.string { return effect(word) }
    // Kubernetes' admission review answers within `response`.
    for answer in [result, result["response"]].compactMap({ $0 }) {
      for name in ["allow", "allowed"] {
        if let flag = answer[name]?.value.bool { return flag ? .allow : .deny }
      }
      for name in ["decision", "effect"] {
        if let word = answer[name]?.text { return effect(word) }
      }
    }
    if let messages = result["deny"]?.value.elements { return messages.isEmpty ? .allow : .deny }
    return nil
  }

  private static func effect(_ word: String) -> PolicyDecision.Effect? {
    switch word.lowercased() {
    case "allow", "allowed", "permit", "grant": .allow
    case "deny", "denied", "block", "forbid": .deny
    case "escalate", "ask", "review", "needs_approval": .escalate
    default: nil
    }
  }
}
