/// A grant to a third-party application of W1 before it is written.
struct GrantDraft {
  private let index: Int
  private let status: StaticString
  private let isActive: Bool
  private let tenantWide: Bool?
  private let publisherVerified: Bool?
  private var random: SeededRandom

  init(seed: UInt64, factor: Int, index: Int) {
    var random = SeededRandom(seed: seed, .grant, index)
    self.index = index
    let standing = random.below(100)
    isActive = standing < 90
    status = isActive ? "active" : standing < 96 ? "revoked" : "expired"
    let reach = random.below(10)
    tenantWide = reach == 0 ? true : reach == 1 ? nil : false
    let trust = random.below(100) / factor
    publisherVerified = trust == 0 ? nil : trust < 3 ? false : true
    self.random = random
  }

  func write(to text: inout ObjectText, noting answers: inout Answers) {
    if isActive, tenantWide == true, publisherVerified != true {
      answers.note("ID-7", .grant(index))
    }
    var random = random
    text.member("id", Name.grant(index))
    text.member("client", Name.service(index * 10 / 3))
    text.member("clientName", random.word(["Paperlight Sync", "Orbit Notes", "Ledgerly Export"]))
    text.member("publisher", random.word(["Paperlight Ltd", "Orbit GmbH", "Ledgerly SA"]))
    if let publisherVerified { text.member("publisherVerified", publisherVerified) }
    text.member("kind", random.word(["delegated", "application", "administrator"]))
    text.member("resource", random.word(["mail", "files", "calendar"]))
    text.member("scopes", json: random.word([#"["mail.read"]"#, #"["files.read","files.write"]"#]))
    if let tenantWide { text.member("tenantWide", tenantWide) }
    text.member("owner", Name.team(random.below(60)))
    text.member("status", status)
    text.member("basis", "configured")
    text.member("grantedAt", .daysBefore(random.below(700), second: -random.below(86_400)))
    text.member("expiresAt", .at(.daysBefore(-1 - random.below(300))))
    text.member("lastUsedAt", .recent(&random, days: 80))
    text.member("revokedAt", "never")
  }
}
