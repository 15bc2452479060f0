/// An identity of W1 before it is written.
struct IdentityDraft {
  private let index: Int
  private let hasOwner: Bool
  private let hasEnvironment: Bool
  private let status: StaticString
  private let isEnabled: Bool
  private let lastUsedAt: MomentDraft
  private var random: SeededRandom

  init(seed: UInt64, factor: Int, index: Int) {
    var random = SeededRandom(seed: seed, .identity, index)
    self.index = index
    hasOwner = !random.happens(perHundredThousand: 1000 * factor)
    hasEnvironment = !random.happens(perHundredThousand: 700 * factor)
    let standing = random.below(100)
    isEnabled = standing < 92
    status = isEnabled ? "enabled" : standing < 98 ? "disabled" : "suspended"
    switch random.below(1000) / factor {
    case 0..<6: lastUsedAt = .absent
    case 6..<8: lastUsedAt = .notRecorded
    case 8..<12: lastUsedAt = .never
    case 12..<20: lastUsedAt = .old(&random, days: 90)
    default: lastUsedAt = .recent(&random, days: 89)
    }
    self.random = random
  }

  /// Notes what deviates by the texts of the controls: ID-1, ID-2, ID-8 and ID-9.
  private func note(in answers: inout Answers) {
    let key = Name.service(index)
    if !hasOwner { answers.note("ID-1", key) }
    let wasUsed = lastUsedAt.time.map { $0 > .daysBefore(90) } ?? false
    if isEnabled && !wasUsed { answers.note("ID-2", key) }
    if !hasEnvironment { answers.note("ID-8", key) }
    if lastUsedAt.isUnknown { answers.note("ID-9", key) }
  }

  func write(to text: inout ObjectText, noting answers: inout Answers) {
    note(in: &answers)
    var random = random
    text.member("id", Name.service(index))
    text.member("kind", random.word(["serviceAccount", "servicePrincipal", "workload", "app"]))
    text.member("provider", random.word(["aws", "azure", "gcp", "github"]))
    text.member("account", random.word(["111122223333", "444455556666", "777788889999"]))
    text.member(
      "displayName",
      random.word([
        "claims settlement worker", "invoice export to the archive", "nightly reconciliation",
        "gestion des pi\u{E8}ces jointes", "mailbox connector",
      ])
    )
    if hasOwner { text.member("owner", Name.team(random.below(60))) }
    text.member("privileged", random.below(10) == 0)
    text.member("tenant", Name.tenant(random.below(40)))
    if hasEnvironment {
      text.member("environment", random.word(["production", "staging", "development"]))
    }
    text.member("status", status)
    text.member("createdAt", .daysBefore(100 + random.below(900), second: random.below(86_400)))
    text.member("lastUsedAt", lastUsedAt)
    text.member("endsAt", random.below(3) == 0 ? .never : .at(.daysBefore(-30 - random.below(300))))
  }
}
