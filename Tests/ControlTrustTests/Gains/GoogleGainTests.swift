import ControlModel
import ControlTrust
import Testing

/// Policies of one project as `gcloud … get-iam-policy` prints them, and its service accounts.
struct GoogleGainTests {
  private static let project = "larkspur-letters"
  private static let copy = "serviceAccount:copy@larkspur-letters.iam.gserviceaccount.com"
  private static let dana = "user:dana@larkspur.example"

  /// A binding of dana on the project, or on a service account of it.
  struct Binding: Sendable {
    let role: String
    var on: String = "projects/larkspur-letters"
    var condition = ""
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bindings: [Binding]
    let gains: [String]
  }

  private static let account =
    "projects/larkspur-letters/serviceAccounts/copy@larkspur-letters.iam.gserviceaccount.com"

  static let cases: [Case] = [
    Case(testDescription: "viewer", bindings: [Binding(role: "roles/viewer")], gains: []),
    Case(
      testDescription: "token creator on the project",
      bindings: [Binding(role: "roles/iam.serviceAccountTokenCreator")],
      gains: ["copy", "other"]
    ),
    Case(
      testDescription: "token creator on one account",
      bindings: [Binding(role: "roles/iam.serviceAccountTokenCreator", on: account)],
      gains: ["copy"]
    ),
    Case(
      testDescription: "token creator in another project",
      bindings: [Binding(role: "roles/iam.serviceAccountTokenCreator", on: "projects/elsewhere")],
      gains: []
    ),
    Case(
      testDescription: "token creator above",
      bindings: [Binding(role: "roles/iam.serviceAccountTokenCreator", on: "organizations/12")],
      gains: ["100000000001@cloudservices.gserviceaccount.com?", "copy?", "other?"]
    ),
    Case(
      testDescription: "token creator on a condition",
      bindings: [
        Binding(
          role: "roles/iam.serviceAccountTokenCreator",
          condition: #", "condition": {"title": "t", "expression": "request.host == \"a\""}"#
        )
      ],
      gains: ["copy?", "other?"]
    ),
    Case(
      testDescription: "identity tokens",
      bindings: [Binding(role: "roles/iam.serviceAccountOpenIdTokenCreator")],
      gains: ["copy?", "other?"]
    ),
    Case(
      testDescription: "keys",
      bindings: [Binding(role: "roles/iam.serviceAccountKeyAdmin")],
      gains: ["copy", "other"]
    ),
    Case(
      testDescription: "who may act as accounts",
      bindings: [Binding(role: "roles/iam.serviceAccountAdmin")],
      gains: ["copy", "other"]
    ),
    Case(
      testDescription: "act as, with nothing to start",
      bindings: [Binding(role: "roles/iam.serviceAccountUser")],
      gains: []
    ),
    Case(
      testDescription: "something to start, without act as",
      bindings: [Binding(role: "roles/compute.instanceAdmin.v1")],
      gains: []
    ),
    Case(
      testDescription: "act as, with instances",
      bindings: [
        Binding(role: "roles/iam.serviceAccountUser"),
        Binding(role: "roles/compute.instanceAdmin.v1"),
      ],
      gains: ["copy", "other"]
    ),
    Case(
      testDescription: "act as in one project, functions in another",
      bindings: [
        Binding(role: "roles/iam.serviceAccountUser"),
        Binding(role: "roles/cloudfunctions.developer", on: "projects/elsewhere"),
      ],
      gains: ["copy?", "other?"]
    ),
    Case(
      testDescription: "deployments",
      bindings: [Binding(role: "roles/deploymentmanager.editor")],
      gains: ["100000000001@cloudservices.gserviceaccount.com"]
    ),
    Case(
      testDescription: "builds, whose agent holds nothing",
      bindings: [Binding(role: "roles/cloudbuild.builds.editor")],
      gains: []
    ),
    Case(
      testDescription: "the policy itself",
      bindings: [Binding(role: "roles/resourcemanager.projectIamAdmin")],
      gains: ["administrator of larkspur-letters"]
    ),
    Case(
      testDescription: "rewriting a role that it holds",
      bindings: [
        Binding(role: "roles/iam.roleAdmin"),
        Binding(role: "projects/larkspur-letters/roles/letterReader"),
      ],
      gains: ["administrator of larkspur-letters"]
    ),
    Case(
      testDescription: "rewriting roles that it does not hold",
      bindings: [Binding(role: "roles/iam.roleAdmin")],
      gains: []
    ),
    Case(
      testDescription: "a role of the project, whose content nobody exported",
      bindings: [Binding(role: "projects/larkspur-letters/roles/letterReader")],
      gains: []
    ),
    Case(
      testDescription: "owner",
      bindings: [Binding(role: "roles/owner")],
      gains: [
        "100000000001@cloudservices.gserviceaccount.com", "administrator of larkspur-letters",
        "copy", "other",
      ]
    ),
  ]

  private static func exports(_ bindings: [Binding]) throws -> Exports {
    var exports = Exports()
    let names = ["copy", "other"]
    let accounts = names.enumerated().map { number, name in
      """
      {"name": "projects/\(project)/serviceAccounts/\(name)@\(project).iam.gserviceaccount.com",
       "email": "\(name)@\(project).iam.gserviceaccount.com", "projectId": "\(project)",
       "uniqueId": "10000000000000000000\(number)", "displayName": "\(name)"}
      """
    }
    try exports.read("[\(accounts.joined(separator: ","))]", "accounts.json")
    let agent = """
      {"role": "roles/editor", "members":
       ["serviceAccount:100000000001@cloudservices.gserviceaccount.com"]}
      """
    try exports.read(
      #"{"bindings": [\#(agent)], "etag": "BwX=", "version": 1}"#,
      "agents.json",
      about: "projects/\(project)"
    )
    for (number, binding) in bindings.enumerated() {
      let entry = """
        {"role": "\(binding.role)", "members": ["\(dana)"]\(binding.condition)}
        """
      try exports.read(
        #"{"bindings": [\#(entry)], "etag": "BwX=", "version": 3}"#,
        "policy-\(number).json",
        about: binding.on
      )
    }
    return exports
  }

  @Test(arguments: cases)
  func aRoleGivesWhatItImplies(_ example: Case) throws {
    let graph = try Self.exports(example.bindings).graph()
    let gains = graph.gains(of: Self.dana, without: "serviceAccount:")
      .map { $0.replacing("@larkspur-letters.iam.gserviceaccount.com", with: "") }
    // Of an account's own policy the relation counts too, with its own condition.
    #expect(gains == example.gains.sorted())
  }

  @Test func anOwnerBecomesTheAccountsOfTheProject() throws {
    let graph = try Self.exports([Binding(role: "roles/owner")]).graph()
    let power = try #require(graph.node("administrator of larkspur-letters"))
    let start = try #require(graph.node(Self.dana))
    #expect(graph.reach(from: start, following: .standing).contains(power))
    #expect(graph.reach(from: power).contains(try #require(graph.node(Self.copy))))
  }

  @Test func powerAboveIsPowerBelowOnCondition() throws {
    let graph = try Self.exports([
      Binding(role: "roles/resourcemanager.organizationAdmin", on: "organizations/12")
    ]).graph()
    let start = try #require(graph.node(Self.dana))
    let reached = graph.reach(from: start).nodes.map { graph.nodes[$0].id }
    #expect(reached.contains("administrator of organizations/12"))
    #expect(reached.contains("administrator of larkspur-letters"))
    let certain = Following(conditional: false)
    let sure = graph.reach(from: start, following: certain).nodes.map { graph.nodes[$0].id }
    #expect(!sure.contains("administrator of larkspur-letters"))
  }

  @Test func actingAsAnAccountNeedsSomethingToStart() throws {
    let graph = try Self.exports([Binding(role: "roles/iam.serviceAccountUser", on: Self.account)])
      .graph()
    let start = try #require(graph.node(Self.dana))
    let steps = graph.edges(from: start).map { graph.edges[$0] }.filter { $0.kind == .mayAssume }
    #expect(steps.map(\.conditions) == [["it may start something under the account"]])
  }
}
