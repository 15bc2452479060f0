/// A credential of W1 before it is written.
struct CredentialDraft {
  private let index: Int
  private let status: StaticString
  private let lifetimeClass: StaticString?
  private let createdAt: Time?
  private let rotatedAt: MomentDraft
  private let expiresAt: MomentDraft
  private let lastUsedAt: MomentDraft
  private let isActive: Bool
  private let isStatic: Bool
  private var random: SeededRandom

  init(seed: UInt64, factor: Int, index: Int) {
    var random = SeededRandom(seed: seed, .credential, index)
    self.index = index
    let standing = random.below(100)
    isActive = standing < 88
    status =
      isActive ? "active" : standing < 94 ? "inactive" : standing < 98 ? "revoked" : "expired"
    let sort = random.below(100)
    isStatic = sort < 60
    lifetimeClass = isStatic ? "static" : sort < 95 ? "shortLived" : nil
    switch random.below(100) {
    case 0: createdAt = nil
    case 1..<31: createdAt = .daysBefore(random.below(80), second: -random.below(86_400))
    default: createdAt = .daysBefore(100 + random.below(800), second: random.below(86_400))
    }
    switch random.below(1000) / factor {
    case 0..<10: rotatedAt = .never
    case 10..<15: rotatedAt = .absent
    case 15..<30: rotatedAt = .old(&random, days: 90)
    default: rotatedAt = .recent(&random, days: 89)
    }
    switch random.below(1000) / factor {
    case 0..<10: expiresAt = .never
    case 10..<14: expiresAt = .absent
    default: expiresAt = .at(.daysBefore(-1 - random.below(180), second: random.below(86_400)))
    }
    switch random.below(1000) / factor {
    case 0..<4: lastUsedAt = .never
    case 4..<7: lastUsedAt = .absent
    case 7..<15: lastUsedAt = .old(&random, days: 60)
    default: lastUsedAt = .recent(&random, days: 59)
    }
    self.random = random
  }

  /// Notes what deviates by the texts of the controls: ID-3 to ID-6.
  private func note(in answers: inout Answers) {
    guard isActive else { return }
    let key = Name.credential(index)
    let changedAt = rotatedAt.time ?? createdAt
    if changedAt.map({ $0 < .daysBefore(90) }) ?? true { answers.note("ID-3", key) }
    if expiresAt.time == nil { answers.note("ID-4", key) }
    if isStatic && rotatedAt.time == nil { answers.note("ID-5", key) }
    if !(lastUsedAt.time.map { $0 > .daysBefore(60) } ?? false) { answers.note("ID-6", key) }
  }

  func write(to text: inout ObjectText, noting answers: inout Answers) {
    note(in: &answers)
    var random = random
    text.member("id", Name.credential(index))
    text.member("identity", Name.service(index * 5 / 4))
    text.member("kind", random.word(["accessKey", "clientSecret", "certificate", "apiKey"]))
    text.member("status", status)
    if let lifetimeClass { text.member("lifetimeClass", lifetimeClass) }
    text.member("owner", Name.team(random.below(60)))
    text.member("tenant", Name.tenant(random.below(40)))
    text.member("environment", random.word(["production", "staging", "development"]))
    text.member("basis", random.word(["configured", "observed"]))
    if let createdAt { text.member("createdAt", createdAt) }
    text.member("rotatedAt", rotatedAt)
    text.member("expiresAt", expiresAt)
    text.member("lastUsedAt", lastUsedAt)
    text.member("revokedAt", "never")
  }
}
