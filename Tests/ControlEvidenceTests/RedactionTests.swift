import ControlEvidence
import Testing

/// What `why` shows of evidence holds no secret.
struct RedactionTests {
  @Test(
    arguments: [
      (#"{"token": "abc"}"#, #"{"token": "[withheld]"}"#),
      (#""Authorization": "Bearer example""#, #""Authorization": "[withheld] [withheld]""#),
      ("password=hunter2", "password=[withheld]"),
      ("api_key: s3cr3t, owner: ann", "api_key: [withheld], owner: ann"),
      ("value a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7", "value [withheld]"),
      ("id exAmpleOnly/0neTwoThree/FourFiveSixSeven8", "id [withheld]"),
      ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "[withheld]"),
    ]
  )
  func withholdsWhatMayBeASecret(_ line: String, _ shown: String) {
    #expect(Redaction.redact(line) == shown)
  }

  @Test(
    arguments: [
      "arn:aws:iam::111122223333:user/svc-print-gateway,2026-01-31T00:00:00Z,true",
      #"{"id": "key-1", "status": "active", "owner": "team-orchard"}"#,
      "spiffe://agents.larkspur.example/tenant/larkspur-claims/agent/claims-triage",
      "sha256 86bf0d0bc6213b6a481e796707cf0ce31574445a68a9df848993007596d500c2",
    ]
  )
  func showsWhatNamesThings(_ line: String) {
    #expect(Redaction.redact(line) == line)
  }
}
