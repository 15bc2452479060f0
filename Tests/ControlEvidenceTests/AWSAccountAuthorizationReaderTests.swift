import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading AWS account authorization details")
struct AWSAccountAuthorizationReaderTests {
  private static let account = "arn:aws:iam::444455556666:"

  @Test func readsTheSampleOfTheEstate() throws {
    let path = "aws/account-authorization-details.json"
    let sink = try read(fixture(path), path: path)
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let identities = sink.all(Identity.self)
    #expect(
      identities.map { "\($0.kind) \($0.id.dropFirst(Self.account.count))" } == [
        "user user/svc-claims-sync", "user user/svc-ocr", "user user/svc-export",
        "user user/pinewick-sync", "user user/dana.roe", "group group/scan-readers",
        "role role/assist-runtime", "role role/larkspur-connector", "role role/support-inspect",
      ]
    )
    let first = try #require(identities.first)
    #expect(first.account == "444455556666")
    #expect(first.owner == "person:dana.roe")
    #expect(first.purpose == "Copies claims from Larkspur")
    #expect(first.environment == "tallybird-prod")
    #expect(first.tenant == "larkspur-claims")
    #expect(first.createdAt == (try instant("2025-01-13T10:00:00Z")))
    #expect(first.lastUsedAt == .notRecorded)
    #expect(first.locator.description == "\(path):3 #/UserDetailList/0")
    #expect(identities[1].memberOf == [Self.account + "group/scan-readers"])

    let rights = sink.all(Entitlement.self)
    #expect(
      rights.map { "\($0.id.dropFirst(Self.account.count)) \($0.via)" } == [
        "user/svc-claims-sync#sync#1 inline", "user/svc-claims-sync#sync#2 inline",
        "user/svc-ocr#ocr#1 inline",
        "user/svc-export#arn:aws:iam::444455556666:policy/export-writer#1 managed",
        "user/pinewick-sync#load#1 inline", "group/scan-readers#scans#1 group",
        "role/assist-runtime#arn:aws:iam::444455556666:policy/assist-runtime-everything#1 managed",
        "role/larkspur-connector#arn:aws:iam::444455556666:policy/export-writer#1 managed",
        "role/support-inspect#arn:aws:iam::aws:policy/SecurityAudit#0 managed",
      ]
    )
    #expect(rights.filter { $0.administrative == true }.map(\.actions) == [["*"]])
    #expect(rights[0].actions == ["s3:*"])
    #expect(rights[0].resources == ["arn:aws:s3:::tallybird-assist-prod-larkspur/*"])
    #expect(rights[0].locator.line == 15)
    let unresolved = try #require(rights.last)
    #expect(!unresolved.resolved)
    #expect(unresolved.administrative == nil)
    #expect(unresolved.actions == [])

    let trust = sink.all(TrustRelation.self)
    #expect(trust.map(\.principalKind) == [.service, .identity, .account])
    #expect(
      trust.map(\.principal) == [
        "lambda.amazonaws.com", "arn:aws:iam::111122223333:role/claims-api", "888899990000",
      ]
    )
    #expect(trust.map(\.externalIDRequired) == [nil, true, false])
    #expect(trust[1].trustedIdentity == "arn:aws:iam::111122223333:role/claims-api")
    #expect(
      trust[1].conditions == ["StringEquals sts:ExternalId = larkspur-tallybird-assist"]
    )
    #expect(trust[2].id == Self.account + "role/support-inspect#trust#1")
  }

  @Test func readsFederationBoundariesAndTags() throws {
    let sink = try read(fixture("aws/account-with-federation.json"), path: "a.json")
    #expect(sink.problems == [])
    let trust = sink.all(TrustRelation.self)
    let deploy = try #require(trust.first { $0.target.hasSuffix("role/claims-deploy-prod") })
    #expect(deploy.principalKind == .federated)
    #expect(deploy.issuer == "https://token.actions.githubusercontent.com")
    #expect(deploy.audiences == ["sts.amazonaws.com"])
    #expect(
      deploy.subjectPattern == "repo:larkspur-mutual/claims-cloud:environment:claims-prod"
    )
    #expect(deploy.externalIDRequired == nil)
    #expect(deploy.approval == "APR-C-004")
    let glass = try #require(trust.first { $0.target.hasSuffix("role/break-glass") })
    #expect(glass.multiFactorRequired == true)
    #expect(glass.issuer == "arn:aws:iam::111122223333:saml-provider/larkspur-sso")
    let rights = sink.all(Entitlement.self)
    let emergency = try #require(rights.first { $0.holder.hasSuffix("role/break-glass") })
    #expect(emergency.administrative == true)
    #expect(emergency.conditions == ["Bool aws:MultiFactorAuthPresent = true"])
    #expect(emergency.expiresAt == .at(try instant("2027-01-31T23:59:59Z")))
    #expect(emergency.approval == "APR-C-007")
    let boundary = rights.filter { $0.via == .boundary }
    #expect(!boundary.isEmpty)
    #expect(boundary.allSatisfy { $0.administrative == false })
    let role = try #require(sink.all(Identity.self).first { $0.displayName == "claims-api" })
    #expect(role.lastUsedAt == .at(try instant("2026-11-18T04:40:00Z")))
    #expect(role.approval == "APR-C-002")
  }

  private static func role(_ trust: String, _ more: String = "") -> String {
    """
    {"RoleDetailList": [
      {"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r",
       "AssumeRolePolicyDocument": \(trust)\(more)}
    ]}
    """
  }

  /// Who gave a right, why and since when is not in IAM; the account's own tags may say it.
  @Test(
    arguments: [
      ("2026-07-01", "2026-07-01T00:00:00Z"), ("2026-07-01T14:30:00Z", "2026-07-01T14:30:00Z"),
      ("July", nil),
    ] as [(String, String?)]
  )
  func readsWhoGaveARightWhenAndWhy(_ given: String, _ start: String?) throws {
    let policy = #"{"Statement": {"Effect": "Allow", "Action": "a:B", "Resource": "r"}}"#
    let trust =
      #"{"Statement": {"Effect": "Allow", "Principal": {"Service": "s"}, "Action": "sts:AssumeRole"}}"#
    let tags = [
      "Granted-By": "person:a", "grant-reason": "renewal", "granted-at": given,
      "grant-ends": "2027-01-31",
    ].sorted { $0.key < $1.key }.map { "{\"Key\": \"\($0.key)\", \"Value\": \"\($0.value)\"}" }
    let more = """
      , "RolePolicyList": [{"PolicyName": "p", "PolicyDocument": \(policy)}],
       "Tags": [\(tags.joined(separator: ","))]
      """
    let sink = try read(Self.role(trust, more), path: "a.json")
    #expect(sink.problems == [])
    let right = try #require(sink.all(Entitlement.self).first)
    #expect(right.grantedBy == "person:a")
    #expect(right.reason == "renewal")
    #expect(right.grantedAt == (try start.map { try instant($0) }))
    let relation = try #require(sink.all(TrustRelation.self).first)
    #expect(relation.reason == "renewal")
    #expect(relation.createdAt == right.grantedAt)
    #expect(relation.expiresAt == .at(try instant("2027-01-31T23:59:59Z")))
    let bare = try read(Self.role(trust), path: "a.json")
    #expect(bare.all(TrustRelation.self).map(\.expiresAt) == [.notRecorded])
  }

  @Test func readsEncodedDocumentsAtTheirOwnPlace() throws {
    let encoded =
      "%7B%22Statement%22%3A%0A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22"
      + "Service%22%3A%5B%22a.amazonaws.com%22%2C%22b.amazonaws.com%22%5D%7D%2C%22Action%22%3A%22"
      + "sts%3AAssumeRole%22%7D%7D"
    let sink = try read(Self.role("\"\(encoded)\""), path: "a.json")
    #expect(sink.problems == [])
    #expect(
      sink.all(TrustRelation.self).map(\.principal) == ["a.amazonaws.com", "b.amazonaws.com"]
    )
    #expect(
      sink.all(TrustRelation.self).first?.locator.description
        == "a.json:3 #/RoleDetailList/0/AssumeRolePolicyDocument/Statement"
    )
  }

  @Test(arguments: ["%7", "%zz", "%ff", "plain", "%7B%22Statement%22%3A"])
  func rejectsDocumentsThatCannotBeDecoded(text: String) throws {
    let sink = try read(Self.role("\"\(text)\""), path: "a.json")
    #expect(sink.all(TrustRelation.self).isEmpty)
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.first?.locator?.line == 3)
    #expect(
      sink.diagnostics.first?.locator?.pointer?
        .hasPrefix("/RoleDetailList/0/AssumeRolePolicyDocument") == true
    )
  }

  @Test(arguments: [
    (#""Principal": "*""#, "anyone *"),
    (#""Principal": {"AWS": "*"}"#, "anyone *"),
    (#""Principal": {"AWS": "111122223333"}"#, "account 111122223333"),
    (#""Principal": {"AWS": "arn:aws-cn:iam::111122223333:root"}"#, "account 111122223333"),
    (#""Principal": {"AWS": "AROAEXAMPLE0000000001"}"#, "identity AROAEXAMPLE0000000001"),
    (#""Principal": {"Federated": "accounts.google.com"}"#, "federated accounts.google.com"),
    (#""NotPrincipal": {"AWS": "111122223333"}"#, "anyone all but NotPrincipal"),
  ])
  func namesWhoMayBecomeTheRole(principal: String, expected: String) throws {
    let statement = #"{"Statement": [{"Effect": "Allow", "Action": "sts:*", \#(principal)}]}"#
    let sink = try read(Self.role(statement), path: "a.json")
    #expect(sink.problems == [])
    #expect(
      sink.all(TrustRelation.self).map { "\($0.principalKind) \($0.principal)" } == [expected]
    )
  }

  @Test(arguments: [
    (#"{"StringEquals": {"sts:ExternalId": "x"}}"#, true, false),
    (#"{"StringLike": {"STS:externalid": "*"}}"#, false, false),
    (#"{"StringEqualsIfExists": {"sts:ExternalId": "x"}}"#, false, false),
    (#"{"Bool": {"aws:MultiFactorAuthPresent": true}}"#, false, true),
    (#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#, false, false),
    (#"{"NumericLessThan": {"aws:MultiFactorAuthAge": 3600}}"#, false, true),
  ])
  func aConditionCountsOnlyWhereItDemands(
    condition: String,
    external: Bool,
    factor: Bool
  ) throws {
    let statement =
      #"{"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "#
      + #""Principal": {"AWS": "111122223333"}, "Condition": \#(condition)}}"#
    let relation = try #require(
      try read(Self.role(statement), path: "a.json").all(TrustRelation.self).first
    )
    #expect(relation.externalIDRequired == external)
    #expect(relation.multiFactorRequired == factor)
    #expect(relation.conditions?.count == 1)
  }

  @Test func aForbiddenSubjectIsNoSubjectPattern() throws {
    let statement =
      #"{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "#
      + #""Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/i.example"}, "#
      + #""Condition": {"StringNotLike": {"i.example:sub": "bad"}, "#
      + #""ForAnyValue:StringLike": {"i.example:sub": ["a:*", "b:*"]}}},"#
      + #"{"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": "*"},"#
      + #"{"Effect": "Allow", "Action": "sts:TagSession", "Principal": "*"}]}"#
    let relations = try read(Self.role(statement), path: "a.json").all(TrustRelation.self)
    #expect(relations.count == 1)
    #expect(relations.first?.subjectPattern == "a:*, b:*")
    #expect(relations.first?.audiences == nil)
    #expect(relations.first?.issuer == "https://i.example")
  }

  private static func right(_ statement: String) throws(Diagnostic) -> RecordSink {
    try read(
      """
      {"IsTruncated": true, "UserDetailList": [
        {"UserName": "u", "Arn": "arn:aws:iam::111122223333:user/u",
         "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": \(statement)}}]}
      ]}
      """,
      path: "a.json"
    )
  }

  @Test(arguments: [
    (#""Effect": "Allow", "Action": "*", "Resource": "*""#, true),
    (#""Effect": "Allow", "Action": ["s3:Get*", "IAM:*"], "Resource": ["a", "*"]"#, true),
    (#""Effect": "Allow", "Action": "*:*", "Resource": "**""#, true),
    (#""Effect": "Allow", "NotAction": "s3:DeleteBucket", "Resource": "*""#, true),
    (#""Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*""#, false),
    (#""Effect": "Allow", "Action": "iam:Get*", "Resource": "*""#, false),
    (#""Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/*""#, false),
    (#""Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::b""#, false),
    (#""Effect": "Deny", "Action": "*", "Resource": "*""#, false),
  ])
  func knowsAnAdministrativeRight(members: String, isAdministrative: Bool) throws {
    let sink = try Self.right("{\(members)}")
    #expect(sink.all(Entitlement.self).map(\.administrative) == [isAdministrative])
    #expect(sink.isPartial)
  }

  @Test func keepsWhatIsExcepted() throws {
    let sink = try Self.right(
      #"{"Effect": "Allow", "NotAction": "iam:*", "NotResource": ["a", "b"]}"#
    )
    let right = try #require(sink.all(Entitlement.self).first)
    #expect(right.actions == ["*"])
    #expect(right.exceptActions == ["iam:*"])
    #expect(right.resources == ["*"])
    #expect(right.exceptResources == ["a", "b"])
  }

  @Test(arguments: [
    (#"{"Effect": "allow", "Action": "*", "Resource": "*"}"#, "another Effect"),
    (#"{"Effect": "Allow", "Resource": "*"}"#, "no Action"),
    (#"{"Effect": "Allow", "Action": "*"}"#, "no Resource"),
    (#"{"Effect": "Allow", "Action": 3, "Resource": "*"}"#, "a number"),
    (#"{"Effect": "Allow", "Action": ["a", 1], "Resource": "*"}"#, "a list of 2"),
    (#"{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": "x"}"#, "text"),
    (#""all""#, "text"),
  ])
  func rejectsAStatementThatCannotBeRead(statement: String, found: String) throws {
    let sink = try Self.right(statement)
    #expect(sink.all(Entitlement.self).isEmpty)
    #expect(sink.rejectedCount == 1)
    #expect(sink.diagnostics.last?.found == found)
    #expect(sink.diagnostics.last?.locator?.line == 3)
  }

  @Test func whatTheExportLeavesOutIsUnresolved() throws {
    let text = """
      {"UserDetailList": [
        {"UserName": "u", "Arn": "arn:aws:iam::111122223333:user/u", "GroupList": ["ops"],
         "AttachedManagedPolicies": [
           {"PolicyName": "a", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}],
         "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/b"}}
      ]}
      """
    let rights = try read(text, path: "a.json").all(Entitlement.self)
    #expect(rights.map(\.via) == [.managed, .boundary, .group])
    #expect(rights.map(\.resolved) == [false, false, false])
    #expect(rights.map(\.administrative) == [true, false, nil])
    #expect(
      rights.map(\.boundary) == Array(repeating: "arn:aws:iam::111122223333:policy/b", count: 3)
    )
    #expect(rights.last?.policy == "arn:aws:iam::111122223333:group/ops")
  }

  @Test func rejectsHoldersWithoutAName() throws {
    let text = """
      {"UserDetailList": [
        {"UserName": "u"},
        {"Arn": "user/u"},
        {"Arn": "arn:aws:iam::111122223333:user/u", "CreateDate": "yesterday"},
        {"Arn": "arn:aws:iam::111122223333:user/v", "Tags": [{"Value": "x"}]}
      ], "RoleDetailList": [{"Arn": "arn:aws:iam::111122223333:role/r"}]}
      """
    let sink = try read(text, path: "a.json")
    #expect(
      sink.problems == [
        "2 /UserDetailList/0: no Arn", "3 /UserDetailList/1: Arn without an account",
        "4 /UserDetailList/2/CreateDate: a time that cannot be read",
        "5 /UserDetailList/3/Tags/0: no Key",
        "6 /RoleDetailList/0: no AssumeRolePolicyDocument",
      ]
    )
  }

  @Test func aListThatIsNoneIsRefused() {
    let found = problem { () throws(Diagnostic) in
      _ = try read("{\"UserDetailList\": \"none\"}", path: "a.json")
    }
    #expect(found?.locator?.description == "a.json:1 #/UserDetailList")
  }

  @Test func yieldsTheKindsThatItSays() {
    let kinds = Set(AWSAccountAuthorizationReader().format.kinds)
    #expect(kinds == Set(Identity.kinds + Entitlement.kinds + TrustRelation.kinds))
  }
}
