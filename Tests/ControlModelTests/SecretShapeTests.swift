import ControlModel
import Testing

/// What has the shape of a live secret is withheld; what names one is shown.
struct SecretShapeTests {
  /// Characters that look random and are none of anybody's.
  static func filler(_ count: Int) -> String {
    let alphabet = Array("a1B2c3D4e5F6g7H8i9J0kLmNoPqRsTuVwXyZ")
    return String((0..<count).map { alphabet[($0 * 7 + $0 / 5) % alphabet.count] })
  }

  /// Secrets of many kinds, put together here so that no file holds one.
  static let secrets: [(name: String, text: String, secret: String)] = {
    let body = filler(44)
    var all: [(name: String, text: String, secret: String)] = []
    func add(_ name: String, _ secret: String, in text: (String) -> String = { $0 }) {
      all.append((name, text(secret), secret))
    }
    for prefix in [
      ["gh", "p_"], ["gith", "ub_pat_"], ["gl", "pat-"], ["xo", "xb-"], ["sk-", "ant-"],
      ["sk", "_live_"], ["AI", "za"], ["np", "m_"], ["hv", "s."], ["do", "p_v1_"], ["h", "f_"],
      ["sk-", "proj-"], ["GOC", "SPX-"], ["ya", "29."], ["gl", "sa_"], ["NR", "AK-"],
    ] {
      add(prefix.joined(), prefix.joined() + body)
    }
    let token = ["ey", "J" + filler(20), "eyJ" + filler(30), filler(43)]
    add("jwt", token[0] + token[1...].joined(separator: ".")) { "token is \($0), it says" }
    add("pem", filler(60)) { secret in
      ["-----BEGIN ", "PRIVATE", " KEY-----\n", secret, "\n-----END ", "PRIVATE", " KEY-----"]
        .joined()
    }
    add("address", filler(12)) { "postgres://svc:\($0)@db.internal:5432/claims" }
    add("assignment", filler(10)) { "DB_PASSWORD=\($0) run" }
    add("member", filler(10)) { "{\"client_secret\": \"\($0)\"}" }
    add("escaped member", filler(10)) { "{\\\"apiKey\\\":\\\"\($0)\\\"}" }
    add("flag", filler(10)) { "mysql --password \($0) -h db" }
    add("bearer", filler(24)) { "curl -H 'Authorization: Bearer \($0)'" }
    add("query", filler(10)) { "https://hooks.example/x?sig=\($0)&v=1" }
    add("entra", "abC" + "8" + "Q~" + filler(34)) { "secret value \($0)." }
    add("aws", String(filler(40).prefix(40))) { "aws_value \($0) end" }
    return all
  }()

  @Test(arguments: secrets.indices)
  func isWithheldWhereverItStands(_ index: Int) {
    let (name, text, secret) = Self.secrets[index]
    for text in [text, "before \(text) after", "é \(text)"] {
      let shown = SecretShape.withheld(text)
      #expect(!shown.contains(secret), "\(name)")
      #expect(!shown.contains(String(secret.suffix(8))), "\(name)")
      #expect(shown.contains("[withheld]"), "\(name)")
      #expect(SecretShape.withheld(shown) == shown, "\(name)")
    }
  }

  @Test(arguments: [
    "arn:aws:iam::111122223333:user/ci-deploy", "AKIAIOSFODNN7EXAMPLE",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db-a1B2c3",
    "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709", "spiffe://larkspur.example/agents/triage",
    "kind: \"robot\"", "token: nothing", "a secret store without rotation", "token=${CLAIMS_TOKEN}",
    "password=[withheld]", "--token <TOKEN>", "https://user@host.example/path",
    "Basic authentication is refused", "Bearer tokens are bound to the key",
    "evidence/tallybird-assist/registers/tool-registry.yaml", "sha256:44136fa355b3678a1146ad16f7e8",
    "skeleton-key-of-the-claims-department-2026", "9f0e6b0e-5a44-4e0b-9d52-6c9e6f2f2c11",
    "oauth2PermissionGrants", "secret=short", "projects/larkspur/serviceAccounts/claims-sync@x.iam",
  ])
  func namesAreShown(_ text: String) {
    #expect(SecretShape.withheld(text) == text)
  }

  @Test func findingsAndDiagnosticsWithhold() {
    let secret = Self.secrets[0].secret
    let diagnostic = Diagnostic(
      .recordMalformed,
      at: Locator(path: "a", pointer: "/env/\(secret)"),
      found: "id: \(secret)",
      needed: "not \(secret)",
      remedy: "mend"
    )
    #expect(!"\(diagnostic)".contains(secret))
    let finding = Finding(
      control: "X-1",
      subject: "acme",
      recordType: "Tool",
      record: secret,
      attribute: "command",
      expected: "no secret",
      observed: "run --token \(secret)",
      remedy: "mend",
      locator: nil,
      path: ["agent", secret]
    )
    #expect(!"\(finding)".contains(secret))
  }

  @Test(
    arguments: [
      ("admin\u{202E}nimda", "the invisible character U+202E"),
      ("ad\u{200B}min", "the invisible character U+200B"),
      ("\u{FEFF}admin", "the invisible character U+FEFF"),
      ("admin\u{1B}[2J", "the invisible character U+001B"),
      ("admin\u{E0041}", "the invisible character U+E0041"),
      ("\u{430}dmin", "letters that look Latin and are not, among Latin ones"),
      ("adm\u{131}n", nil),
      ("\u{FF41}dmin", "letters that look Latin and are not, among Latin ones"),
      ("admin", nil), ("Jörg", nil), ("Маркетинг-app", nil), ("部门/app-1", nil), ("café owner", nil),
    ] as [(String, String?)]
  )
  func idThatPassesForAnotherIsFound(_ id: String, _ problem: String?) {
    #expect(DeceptiveText.problem(in: id) == problem)
  }
}
