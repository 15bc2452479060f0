import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Terraform plans and states")
struct TerraformReaderTests {
  @Test func readsTheChangesOfAPlan() throws {
    let sink = try read(fixture("infrastructure/plan.json"), path: "plan.json")
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let changes = sink.all(PlannedChange.self)
    try #require(
      changes.map(\.address) == [
        "aws_iam_role.triage", "aws_db_instance.claims[0]", "module.ci.aws_iam_user.deployer",
        "data.aws_caller_identity.me",
      ]
    )
    #expect(changes.map(\.actions) == [[.update], [.replace], [.create], [.unchanged]])
    // Null and absent are the same; an object without a change is none.
    #expect(changes[0].changedAttributes == ["max_session_duration"])
    #expect(changes[0].identity == "arn:aws:iam::444455556666:role/triage")
    #expect(
      changes[1].changedAttributes == ["arn", "endpoint", "id", "password", "publicly_accessible"]
    )
    #expect(changes[1].unknownAttributes == ["arn", "endpoint", "id"])
    #expect(changes[1].resource == "arn:aws:rds:eu-west-1:444455556666:db:claims")
    #expect(changes[1].identity == nil)
    #expect(changes[2].resource == nil)
    #expect(changes[3].changedAttributes == nil)
    #expect(changes[0].plannedAt == (try instant("2026-11-18T03:10:00Z")))
    #expect(Set(changes.map(\.plan)).count == 1)
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test(arguments: [
    (#""errored": true"#, true), (#""complete": false"#, true),
    (#""deferred_changes": [{}]"#, true), (#""complete": true, "errored": false"#, false),
  ])
  func aPlanThatStoppedIsPartial(members: String, isPartial: Bool) throws {
    let text = #"{"format_version": "1.2", "resource_changes": [], \#(members)}"#
    #expect(try read(text, path: "plan.json").isPartial == isPartial)
  }

  @Test func rejectsChangesThatSayNothing() throws {
    let text = #"""
      {"format_version": "1.2", "resource_changes": [
        {"address": "a", "type": "t"},
        {"address": "a", "type": "t", "change": {"actions": ["explode"]}},
        {"address": "a", "type": "t", "change": {}},
        {"type": "t", "change": {"actions": ["create"]}},
        {"address": "a", "change": {"actions": ["create"]}}]}
      """#
    let sink = try read(text, path: "plan.json")
    #expect(
      sink.problems == [
        "2 /resource_changes/0: no change",
        "3 /resource_changes/1/change/actions: the action explode",
        "4 /resource_changes/2/change: no actions", "5 /resource_changes/3: no address",
        "6 /resource_changes/4: no type",
      ]
    )
  }

  @Test func readsTheResourcesOfAState() throws {
    let context = EvidenceContext(account: "444455556666", collectedAt: .epoch)
    let sink = try read(fixture("infrastructure/state.json"), path: "state.json", context: context)
    #expect(sink.problems == [])
    let assets = sink.all(Asset.self)
    try #require(
      assets.map(\.id) == [
        "arn:aws:rds:eu-west-1:444455556666:db:claims", "random_string.key", "vault_token.ci",
        "projects/p/serviceAccounts/deployer@p.iam.gserviceaccount.com",
      ]
    )
    #expect(assets[0].kind == "aws_db_instance")
    #expect(assets[0].name == "claims")
    #expect(assets[0].aliases == ["db-1", "aws_db_instance.claims"])
    #expect(assets[0].owner == "team-orchard")
    #expect(assets[0].tenant == "larkspur-claims")
    #expect(assets[0].environment == "claims-prod")
    #expect(assets[0].account == "444455556666")
    #expect(assets[0].lastSeenAt == .at(.epoch))
    #expect(assets[3].aliases == ["module.ci.google_service_account.deployer"])
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test func readsAStateFileOfVersion4() throws {
    let sink = try read(
      fixture("infrastructure/terraform.tfstate.json"),
      path: "terraform.tfstate"
    )
    #expect(sink.problems == [])
    let assets = sink.all(Asset.self)
    #expect(assets.map(\.id) == ["key-blue", "key-green"])
    #expect(
      assets.map(\.aliases) == [
        [#"module.ci.aws_iam_access_key.deployer["blue"]"#],
        [#"module.ci.aws_iam_access_key.deployer["green"]"#],
      ]
    )
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test func refusesOtherVersionsOfTheStateFile() throws {
    let text = #"{"version": 3, "terraform_version": "0.11", "lineage": "x", "resources": []}"#
    let found = problem { () throws(Diagnostic) in _ = try read(text, path: "s.json") }
    #expect(found?.found == "a state file of another version")
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(TerraformPlanReader().format.kinds == PlannedChange.kinds)
    #expect(TerraformStateReader().format.kinds == Asset.kinds)
  }
}
