import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading CloudTrail")
struct AWSCloudTrailReaderTests {
  @Test func readsEventsOfEachKind() throws {
    let sink = try read(fixture("aws/cloudtrail.json"), path: "trail.json")
    #expect(sink.problems == [])
    let events = sink.all(AuditEvent.self)
    #expect(
      events.map(\.action) == [
        "s3:PutObject", "sts:AssumeRole", "signin:ConsoleLogin", "iam:CreateUser",
        "sts:AssumeRole",
      ]
    )
    #expect(events.map(\.kind) == [.data, .control, .signIn, .control, .control])
    #expect(
      events.map(\.actor) == [
        "arn:aws:iam::444455556666:role/larkspur-connector",
        "arn:aws:iam::111122223333:role/claims-api",
        "arn:aws:iam::444455556666:user/svc-export",
        "arn:aws:iam::444455556666:user/svc-claims-sync", "lambda.amazonaws.com",
      ]
    )
    #expect(events.map(\.actorKind) == [.unknown, .unknown, .person, .unknown, .service])
    #expect(events.map(\.result) == [.ok, .ok, .denied, .denied, .ok])
    #expect(events.map(\.verb) == [.write, .other, .other, .write, .other])
    let put = try #require(events.first)
    #expect(put.id == "11111111-0000-4000-8000-000000000001")
    #expect(put.credential == "ASIAEXAMPLE000000001")
    #expect(put.session == "arn:aws:sts::444455556666:assumed-role/larkspur-connector/claims-api")
    #expect(put.onBehalfOf == "claims-api")
    #expect(put.request == "EXAMPLE0REQUEST1")
    #expect(put.resource == "arn:aws:s3:::tallybird-assist-prod-larkspur")
    #expect(put.resourceKind == "AWS::S3::Bucket")
    #expect(put.sizeInBytes == 2048)
    #expect(put.sourceAddress == "10.20.2.4")
    #expect(put.client == "[Boto3/1.40.0]")
    #expect(put.logSource == "cloudtrail")
    #expect(put.interactive == nil)
    #expect(put.occurredAt == (try instant("2026-11-17T22:05:09Z")))
    #expect(put.locator.pointer == "/Records/0")
    #expect(events[2].interactive == true)
    #expect(events[3].error == "AccessDenied")
    #expect(sink.kinds == [.auditLog, .dataAccessLog, .tokenIssuance])
  }

  @Test func aSessionIsJoinedToWhatIssuedIt() throws {
    let sink = try read(fixture("aws/cloudtrail.json"), path: "trail.json")
    let sessions = sink.all(Issuance.self)
    #expect(sessions.map(\.credential) == ["ASIAEXAMPLE000000001", "ASIAEXAMPLE000000005"])
    #expect(sessions[0].identity == "arn:aws:iam::444455556666:role/larkspur-connector")
    #expect(sessions[0].onBehalfOf == "arn:aws:iam::111122223333:role/claims-api")
    #expect(sessions[0].lifetime == .minutes(15))
    #expect(sessions[0].expiresAt == .at(try instant("2026-11-17T22:20:00Z")))
    #expect(sessions[1].lifetime == nil)
    #expect(sessions[1].expiresAt == .notRecorded)
  }

  @Test func readsPackedEventsOfALookUp() throws {
    let sink = try read(fixture("aws/cloudtrail-lookup.json"), path: "lookup.json")
    #expect(sink.isPartial)
    let event = try #require(sink.all(AuditEvent.self).first)
    #expect(event.kind == .model)
    #expect(event.verb == .execute)
    #expect(event.resource == "example.claims-model-v1")
    #expect(event.locator.description == "lookup.json:11 #/Events/0/CloudTrailEvent")
    // What was never selected is not there: the file is no evidence of data access.
    #expect(sink.kinds == [.auditLog])
  }

  @Test(arguments: ["trail.jsonl", "trail.json"])
  func readsLinesAndBareLists(path: String) throws {
    let event = """
      {"eventID": "e", "eventName": "GetObject", "eventSource": "s3.amazonaws.com", "eventTime": \
      "2026-11-17T22:05:09Z", "userIdentity": {"type": "Root", "arn": "arn:aws:iam::1:root"}}
      """
    let text = path.hasSuffix("l") ? "\(event)\n\(event)\n" : "[\(event), \(event)]"
    let events = try read(text, path: path).all(AuditEvent.self)
    #expect(events.map(\.actorKind) == [.person, .person])
  }

  private static func event(_ more: String) -> String {
    #"{"Records": [{"eventID": "e", "eventName": "GetSecretValue", "#
      + #""eventSource": "secretsmanager.amazonaws.com", \#(more)}]}"#
  }

  @Test(arguments: [
    (
      #""type": "IAMUser", "arn": "u", "sessionContext": {"attributes": {"mfaAuthenticated": "true"}}"#,
      AuditEvent.ActorKind.person
    ),
    (
      #""type": "AssumedRole", "arn": "s", "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_1"}}"#,
      .person
    ),
    (
      #""type": "AssumedRole", "arn": "s", "sessionContext": {"ec2RoleDelivery": "2.0"}"#, .workload
    ),
    (
      #""type": "AssumedRole", "arn": "s", "sessionContext": {"webIdFederationData": {"federatedProvider": "arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/E"}}"#,
      .workload
    ),
    (
      #""type": "AssumedRole", "arn": "s", "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::444455556666:role/aws-service-role/x.amazonaws.com/y"}}"#,
      .service
    ),
    (#""type": "IdentityCenterUser", "principalId": "p""#, .person),
    (#""arn": "u""#, .unknown),
  ])
  func knowsWhoActedOnlyWhereTheEventShowsIt(user: String, kind: AuditEvent.ActorKind) throws {
    let text = Self.event(
      #""eventTime": "2026-11-17T22:05:09Z", "userIdentity": {\#(user)}"#
    )
    #expect(try read(text, path: "t.json").all(AuditEvent.self).map(\.actorKind) == [kind])
  }

  @Test(arguments: [
    (#""eventTime": "2026-11-17T22:05:09Z""#, "no userIdentity"),
    (#""eventTime": "2026-11-17T22:05:09Z", "userIdentity": {"type": "IAMUser"}"#, "nobody"),
    (
      #""eventTime": "2026-11-17T22:05:09", "userIdentity": {"arn": "u"}"#,
      "a time that cannot be read"
    ),
    (#""eventType": "AwsApiCall", "@timestamp": "2026-11-17T22:05:09Z""#, "no eventTime"),
  ])
  func rejectsEventsThatCannotBeRead(members: String, found: String) throws {
    let sink = try read(Self.event(members), path: "t.json", format: "aws-cloudtrail")
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.map(\.found) == [found])
  }

  @Test func anEventInBrokenTextIsRejectedAtItsPlace() throws {
    let text = #"{"Events": [{"EventId": "e", "CloudTrailEvent": "{\"eventID\":"}]}"#
    let sink = try read(text, path: "t.json")
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.first?.locator?.pointer == "/Events/0/CloudTrailEvent")
  }
}
