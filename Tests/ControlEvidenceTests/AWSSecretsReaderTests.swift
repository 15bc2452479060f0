import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading AWS secrets and access advisor")
struct AWSSecretsReaderTests {
  @Test func readsTheListOfTheCommandLine() throws {
    let sink = try read(fixture("aws/secrets.json"), path: "secrets.json")
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let secrets = sink.all(SecretItem.self)
    #expect(
      secrets.map { $0.id.split(separator: ":").last ?? "" } == [
        "claims/db-EXMPL1", "letters/smtp-EXMPL2", "old/ftp-EXMPL3",
      ]
    )
    #expect(secrets.map(\.owner) == ["team-claims", nil, nil])
    #expect(secrets[0].environment == "tallybird-prod")
    #expect(secrets.map(\.versionCount) == [1, 2, 1])
    #expect(secrets.map(\.rotationEnabled) == [false, false, false])
    #expect(secrets[1].createdAt == (try instant("2025-03-03T09:00:00Z")))
    #expect(secrets[1].changedAt == (try instant("2026-06-03T09:00:00Z")))
    #expect(secrets.map(\.rotatedAt) == [.notRecorded, .notRecorded, .notRecorded])
    #expect(secrets.map(\.nextRotationAt) == [.never, .never, .never])
    #expect(
      secrets.map(\.deletedAt) == [.never, .never, .at(try instant("2026-12-17T09:00:00Z"))]
    )
    #expect(secrets.allSatisfy { !$0.plaintext })
    #expect(secrets[2].locator.pointer == "/SecretList/2")
  }

  private static func secret(_ more: String) -> String {
    """
    {"SecretList": [{"ARN": "arn:aws:secretsmanager:eu-west-1:444455556666:secret:s-EXMPL1",
      "Name": "s", \(more)}]}
    """
  }

  /// The three kinds of nothing of a secret that rotates.
  @Test func rotationThatNeverHappenedIsNotUnknown() throws {
    let text = Self.secret(
      """
      "RotationEnabled": true, "RotationRules": {"AutomaticallyAfterDays": 30},
      "CreatedDate": "2026-01-02T03:04:05.678000+01:00", "LastAccessedDate": 1794873600
      """
    )
    let secret = try #require(try read(text, path: "s.json").all(SecretItem.self).first)
    #expect(secret.rotatedAt == .never)
    #expect(secret.nextRotationAt == .notRecorded)
    #expect(secret.rotationInterval == .days(30))
    #expect(secret.lastReadAt == .at(try instant("2026-11-17T00:00:00Z")))
    #expect(secret.createdAt == (try instant("2026-01-02T02:04:05.678Z")))
  }

  @Test(arguments: [
    (#""RotationRules": {"ScheduleExpression": "rate(10 days)"}"#, Duration.days(10)),
    (#""RotationRules": {"ScheduleExpression": "rate(4 hours)"}"#, .hours(4)),
    (#""RotationRules": {"ScheduleExpression": "cron(0 8 1 * ? *)"}"#, nil),
    (#""RotationRules": {}"#, nil),
  ])
  func readsTheIntervalOfRotation(rules: String, interval: Duration?) throws {
    let secrets = try read(Self.secret(rules), path: "s.json").all(SecretItem.self)
    #expect(secrets.map(\.rotationInterval) == [interval])
  }

  @Test func aPageIsPartialAndASecretWithoutANameIsRejected() throws {
    let text = """
      {"SecretList": [
        {"ARN": "arn:aws:secretsmanager:eu-west-1:444455556666:secret:a-EXMPL1", "Name": "a"},
        {"Name": "b"},
        {"ARN": "arn:aws:secretsmanager:eu-west-1:444455556666:secret:c-EXMPL1", "Name": "c",
         "LastChangedDate": 1e99}
      ], "NextToken": "more"}
      """
    let sink = try read(text, path: "s.json", format: "aws-secrets")
    #expect(sink.isPartial)
    #expect(sink.count == 1)
    #expect(
      sink.problems == [
        "6 /NextToken: NextToken, so more pages exist", "3 /SecretList/1: no ARN",
        "5 /SecretList/2/LastChangedDate: a number out of range",
      ]
    )
  }

  private static let user = "arn:aws:iam::444455556666:user/svc-claims-sync"

  @Test func readsWhatAnIdentityUsed() throws {
    let sink = try read(
      fixture("aws/access-advisor.json"),
      path: "advisor.json",
      context: EvidenceContext(about: Self.user)
    )
    #expect(sink.problems == [])
    let usages = sink.all(Usage.self)
    #expect(
      usages.map(\.permission) == [
        "dynamodb:*", "s3:*", "s3:ListBuckets", "s3:DeleteBucket", "lambda:*",
      ]
    )
    #expect(usages.allSatisfy { $0.identity == Self.user })
    #expect(usages[0].lastUsedAt == .at(try instant("2026-11-17T23:15:00Z")))
    #expect(usages[3].lastUsedAt == .notRecorded)
    #expect(usages[4].lastUsedAt == .notRecorded)
    #expect(usages[0].windowEndedAt == (try instant("2026-11-18T06:10:02.774Z")))
    #expect(usages[0].windowStartedAt == (try instant("2025-10-14T06:10:02.774Z")))
    #expect(usages[2].locator.pointer == "/ServicesLastAccessed/1/TrackedActionsLastAccessed/0")
    #expect(sink.observedAt == (try instant("2026-11-18T06:10:02.774Z")))
  }

  @Test func anAnswerOfNobodyIsRefused() throws {
    let bytes = try fixture("aws/access-advisor.json")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "a.json") }
    #expect(found?.remedy == "list the file in manifest.json with its about")
  }

  @Test func anUnfinishedReportIsNoReport() throws {
    let text = """
      {"JobStatus": "IN_PROGRESS", "JobCreationDate": "2026-11-18T06:10:00Z",
       "ServicesLastAccessed": []}
      """
    let found = problem { () throws(Diagnostic) in
      _ = try read(text, path: "a.json", context: EvidenceContext(about: Self.user))
    }
    #expect(found?.found == "JobStatus IN_PROGRESS")
  }

  @Test func aTruncatedReportIsPartial() throws {
    let text = """
      {"JobStatus": "COMPLETED", "JobCreationDate": "2026-11-18T06:10:00Z",
       "ServicesLastAccessed": [{"ServiceName": "x"}], "IsTruncated": true, "Marker": "m"}
      """
    let sink = try read(text, path: "a.json", context: EvidenceContext(about: Self.user))
    #expect(sink.isPartial)
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.last?.found == "no ServiceNamespace")
  }
}
