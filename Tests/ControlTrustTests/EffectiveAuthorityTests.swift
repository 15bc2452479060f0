import ControlModel
import ControlTrust
import Testing

/// What an AWS account's policies leave of each right, case by case.
struct EffectiveAuthorityTests {
  @Test func administratorReachesThePowerOverTheAccount() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["*"], administrative: true)
    estate.identity("user/bob")
    #expect(
      estate.graph().actors(from: "user/ann") == ["administrator of 111122223333", "user/bob"]
    )
    #expect(estate.graph().actors(from: "user/bob") == [])
  }

  @Test func explicitDenyTakesAnAdministratorsRightAway() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["*"], administrative: true)
    estate.policy("user/ann", ["*"], .deny)
    #expect(estate.graph().actors(from: "user/ann") == [])
  }

  @Test func denyOnAConditionLeavesTheRightConditional() throws {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["*"], administrative: true)
    estate.policy("user/ann", ["*"], .deny, if: ["Bool aws:MultiFactorAuthPresent = false"])
    #expect(estate.graph().actors(from: "user/ann") == ["administrator of 111122223333"])
    #expect(estate.graph().actors(from: "user/ann", .certain) == [])
  }

  @Test func boundaryBoundsTheRightsOfGroupsToo() throws {
    var estate = Estate()
    estate.identity("user/ann", memberOf: ["group/admins"])
    estate.identity("group/admins")
    estate.policy("group/admins", ["*"], via: .group, administrative: true)
    #expect(
      estate.graph().actors(from: "user/ann")
        == ["administrator of 111122223333", "group/admins"]
    )
    estate.policy("user/ann", ["s3:*"], via: .boundary, policy: "only-s3")
    // A part of the right is left, the objects of S3: all power over the account is not.
    let graph = estate.graph()
    #expect(graph.actors(from: "user/ann") == ["group/admins"])
    let start = try #require(graph.node(Estate.arn("user/ann")))
    #expect(graph.edges(from: start).contains { graph.edges[$0].kind == .grants })
  }

  @Test func aGroupByItselfActsForNobody() {
    var estate = Estate()
    estate.identity("group/admins")
    estate.policy("group/admins", ["*"], via: .group, administrative: true)
    #expect(estate.graph().actors(from: "group/admins") == [])
  }

  @Test func boundaryThatIsNotInEvidenceLeavesADoubt() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["*"], administrative: true)
    estate.policy("user/ann", [], on: [], via: .boundary, policy: "unknown", resolved: false)
    #expect(estate.graph().actors(from: "user/ann") == ["administrator of 111122223333"])
    #expect(estate.graph().actors(from: "user/ann", .certain) == [])
  }
}

/// Who may become a role.
struct AssumptionTests {
  @Test func trustInTheAccountNeedsThePermissionToo() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.identity("user/bob")
    estate.identity("role/deploy")
    estate.policy("user/ann", ["sts:AssumeRole"], on: [Estate.arn("role/deploy")])
    estate.policy("user/bob", ["s3:GetObject"])
    estate.trust("role/deploy", .account, Estate.account)
    #expect(estate.graph().actors(from: "user/ann") == ["role/deploy"])
    #expect(estate.graph().actors(from: "user/bob") == [])
  }

  @Test func trustByNameWithinTheAccountIsEnough() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.identity("role/deploy")
    estate.policy("user/ann", ["s3:GetObject"])
    estate.trust("role/deploy", .identity, Estate.arn("user/ann"))
    #expect(estate.graph().actors(from: "user/ann") == ["role/deploy"])
    estate.policy("user/ann", ["sts:*"], .deny)
    #expect(estate.graph().actors(from: "user/ann") == [])
  }

  @Test func rolesChain() {
    var estate = Estate()
    estate.identity("user/ann")
    for role in ["role/one", "role/two"] {
      estate.identity(role)
      estate.policy(role, ["sts:AssumeRole"])
    }
    estate.trust("role/one", .identity, Estate.arn("user/ann"))
    estate.trust("role/two", .identity, Estate.arn("role/one"))
    #expect(estate.graph().actors(from: "user/ann") == ["role/one", "role/two"])
  }

  @Test func unknownRightsAreOpenAndNeverCertain() {
    var estate = Estate()
    estate.identity("role/deploy")
    estate.add(
      Identity(
        id: Estate.arn("user/eve"),
        kind: .user,
        provider: "aws",
        account: Estate.account,
        status: .enabled,
        locator: Locator(path: "inventory.yaml")
      )
    )
    estate.trust("role/deploy", .account, Estate.account)
    #expect(estate.graph().actors(from: "user/eve") == ["role/deploy"])
    #expect(estate.graph().actors(from: "user/eve", .certain) == [])
  }

  @Test func anOutsideAccountWithoutEvidenceIsOpenOnACondition() throws {
    var estate = Estate()
    estate.identity("role/backup")
    estate.trust("role/backup", .account, "777788889999", if: ["StringEquals sts:ExternalId = x"])
    let graph = estate.graph()
    let start = try #require(graph.node("777788889999"))
    let edge = try #require(graph.edges(from: start).first.map { graph.edges[$0] })
    #expect(edge.isTraversable)
    #expect(
      edge.conditions == [
        "StringEquals sts:ExternalId = x",
        "an identity of 777788889999, none of which is in evidence",
      ]
    )
  }
}

/// The known ways to gain rights by changing them.
struct EscalationTests {
  static let ways: [(name: String, actions: [String], on: String)] = [
    ("attach to itself", ["iam:AttachUserPolicy"], Estate.arn("user/ann")),
    ("write for itself", ["iam:PutUserPolicy"], Estate.arn("user/*")),
    ("new version", ["iam:CreatePolicyVersion"], "arn:aws:iam::111122223333:policy/own"),
    ("new version anywhere", ["iam:*"], "*"),
  ]

  @Test(arguments: ways.map(\.name))
  func leadsToAdministrator(_ name: String) throws {
    let way = try #require(Self.ways.first { $0.name == name })
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy(
      "user/ann",
      way.actions,
      on: [way.on],
      policy: "arn:aws:iam::111122223333:policy/own"
    )
    let graph = estate.graph()
    #expect(graph.actors(from: "user/ann") == ["administrator of 111122223333"])
    #expect(graph.actors(from: "user/ann", .standing) == [])
    #expect(graph.waysToAdministrator().map { graph.nodes[$0.from].id } == [Estate.arn("user/ann")])
  }

  @Test func attachingToAnotherIsOnACondition() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["iam:AttachUserPolicy"], on: [Estate.arn("user/bob")])
    #expect(estate.graph().actors(from: "user/ann") == ["administrator of 111122223333"])
    let certain = Following(conditional: false, escalation: true)
    #expect(estate.graph().actors(from: "user/ann", certain) == [])
  }

  @Test func passingARoleNeedsARoleThatTrustsTheService() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])
    estate.identity("role/worker")
    estate.trust("role/worker", .service, "ec2.amazonaws.com")
    #expect(estate.graph().actors(from: "user/ann") == [])
    estate.trust("role/worker", .service, "lambda.amazonaws.com")
    #expect(estate.graph().actors(from: "user/ann") == ["role/worker"])
  }

  @Test func runningCodeInWhatIsThereIsOnACondition() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.identity("role/worker")
    estate.trust("role/worker", .service, "ec2.amazonaws.com")
    estate.policy("user/ann", ["ssm:SendCommand"])
    #expect(estate.graph().actors(from: "user/ann") == ["role/worker"])
    let certain = Following(conditional: false, escalation: true)
    #expect(estate.graph().actors(from: "user/ann", certain) == [])
  }

  @Test func anAccessKeyMakesOneTheUser() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.identity("user/bob")
    estate.identity("user/cid")
    estate.policy("user/ann", ["iam:CreateAccessKey"], on: [Estate.arn("user/bob")])
    #expect(estate.graph().actors(from: "user/ann") == ["user/bob"])
  }

  @Test func joiningAGroupGivesItsRights() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.identity("group/admins")
    estate.policy("group/admins", ["*"], via: .group, administrative: true)
    estate.policy("user/ann", ["iam:AddUserToGroup"], on: [Estate.arn("group/others")])
    #expect(estate.graph().actors(from: "user/ann") == [])
    estate.policy("user/ann", ["iam:AddUserToGroup"], on: [Estate.arn("group/admins")])
    #expect(
      estate.graph().actors(from: "user/ann")
        == ["administrator of 111122223333", "group/admins"]
    )
  }

  @Test func notActionLeavesTheRest() {
    var estate = Estate()
    estate.identity("user/ann")
    estate.policy("user/ann", ["*"], notActions: ["iam:*", "sts:*"])
    #expect(estate.graph().actors(from: "user/ann") == [])
    estate.policy("user/ann", ["*"], notActions: ["s3:*"])
    #expect(estate.graph().actors(from: "user/ann") == ["administrator of 111122223333"])
  }
}
