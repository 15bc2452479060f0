import ControlModel
import ControlTrust
import Testing

/// A cluster as `kubectl get … -o json` prints it: `copy`, a service account of the namespace
/// `letters`, is bound to one role, and the cases say what that role lets it gain.
private struct Cluster {
  static let name = "orchard"
  static let copy = "orchard/system:serviceaccount:letters:copy"

  /// The rules of the role, as JSON.
  var rules: String
  /// Whether the role is bound in the whole cluster, not in the namespace alone.
  var isWide = false
  /// More objects.
  var more: [String] = []
  /// Whether the export holds pods and secrets.
  var isWhole = true

  private static func account(_ namespace: String, _ name: String) -> String {
    """
    {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "\(name)",
     "namespace": "\(namespace)", "creationTimestamp": "2025-06-02T08:00:00Z"}}
    """
  }

  private static func pod(_ namespace: String, _ account: String) -> String {
    """
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "\(account)-0",
     "namespace": "\(namespace)", "creationTimestamp": "2026-11-16T05:00:00Z"},
     "spec": {"serviceAccountName": "\(account)", "containers": [{"name": "c", "image": "i:1"}]}}
    """
  }

  private static func secret(_ namespace: String, _ name: String) -> String {
    """
    {"apiVersion": "v1", "kind": "Secret", "type": "Opaque", "metadata": {"name": "\(name)",
     "namespace": "\(namespace)", "creationTimestamp": "2026-01-10T08:00:00Z"}}
    """
  }

  static func binding(
    _ kind: String,
    _ role: String,
    to subject: String,
    in namespace: String? = nil,
    rules: String
  ) -> [String] {
    let place = namespace.map { ", \"namespace\": \"\($0)\"" } ?? ""
    let scope = namespace == nil ? "ClusterRoleBinding" : "RoleBinding"
    let home = kind == "ClusterRole" ? "" : place
    return [
      """
      {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "\(kind)",
       "metadata": {"name": "\(role)"\(home)}, "rules": [\(rules)]}
      """,
      """
      {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "\(scope)",
       "metadata": {"name": "\(role)-binding"\(place)},
       "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "\(kind)", "name": "\(role)"},
       "subjects": [\(subject)]}
      """,
    ]
  }

  func graph() throws -> TrustGraph {
    let subject = #"{"kind": "ServiceAccount", "name": "copy", "namespace": "letters"}"#
    var objects = [
      Self.account("letters", "copy"), Self.account("letters", "busy"),
      Self.account("letters", "idle"), Self.account("vault", "keeper"),
    ]
    if isWhole {
      objects += [
        Self.pod("letters", "busy"), Self.pod("vault", "keeper"), Self.secret("letters", "smtp"),
        Self.secret("vault", "seal"),
      ]
    }
    objects += Self.binding(
      isWide ? "ClusterRole" : "Role",
      "tested",
      to: subject,
      in: isWide ? nil : "letters",
      rules: rules
    )
    var exports = Exports()
    let list = (objects + more).joined(separator: ",\n")
    try exports.read(
      #"{"apiVersion": "v1", "kind": "List", "items": [\#(list)], "metadata": {}}"#,
      "cluster.json",
      account: Self.name
    )
    return exports.graph()
  }

  func gains() throws -> [String] {
    try graph().gains(of: Self.copy, without: "orchard/system:serviceaccount:")
      .map { $0.replacing("orchard/", with: "") }.sorted()
  }
}

private func rule(
  _ verbs: [String],
  _ kinds: [String],
  group: String = "",
  named names: [String] = []
) -> String {
  func list(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
  let only = names.isEmpty ? "" : ", \"resourceNames\": \(list(names))"
  return
    "{\"apiGroups\": [\"\(group)\"], \"resources\": \(list(kinds)), \"verbs\": \(list(verbs))\(only)}"
}

struct KubernetesGainTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rules: [String]
    var isWide = false
    let gains: [String]
  }

  private static let rbac = "rbac.authorization.k8s.io"

  static let cases: [Case] = [
    Case(testDescription: "nothing", rules: [rule(["get"], ["configmaps"])], gains: []),
    Case(
      testDescription: "tokens in the namespace",
      rules: [rule(["create"], ["serviceaccounts/token"])],
      gains: ["letters:busy", "letters:idle"]
    ),
    Case(
      testDescription: "tokens of one account",
      rules: [rule(["create"], ["serviceaccounts/token"], named: ["idle"])],
      gains: ["letters:idle"]
    ),
    Case(
      testDescription: "tokens in the cluster",
      rules: [rule(["create"], ["serviceaccounts/token"])],
      isWide: true,
      gains: ["letters:busy", "letters:idle", "vault:keeper"]
    ),
    Case(
      testDescription: "tokens of one name, wherever",
      rules: [rule(["create"], ["serviceaccounts/token"], named: ["keeper"])],
      isWide: true,
      gains: ["vault:keeper"]
    ),
    Case(
      testDescription: "reading accounts makes no token",
      rules: [rule(["get", "create"], ["serviceaccounts"])],
      gains: []
    ),
    Case(
      testDescription: "reading secrets",
      rules: [rule(["list"], ["secrets"])],
      gains: ["letters/secret/smtp"]
    ),
    Case(
      testDescription: "reading a named secret that is another",
      rules: [rule(["get"], ["secrets"], named: ["other"])],
      gains: []
    ),
    Case(
      testDescription: "writing secrets without reading them",
      rules: [rule(["create"], ["secrets"])],
      gains: []
    ),
    Case(
      testDescription: "making a token secret and reading it",
      rules: [rule(["create", "get"], ["secrets"])],
      gains: ["letters/secret/smtp", "letters:busy", "letters:idle"]
    ),
    Case(
      testDescription: "making pods",
      rules: [rule(["create"], ["pods"])],
      gains: ["administrator of orchard?", "letters/secret/smtp", "letters:busy", "letters:idle"]
    ),
    Case(
      testDescription: "making pods of one name is making none",
      rules: [rule(["create"], ["pods"], named: ["p"])],
      gains: []
    ),
    Case(
      testDescription: "making deployments",
      rules: [rule(["create"], ["deployments"], group: "apps")],
      gains: ["administrator of orchard?", "letters/secret/smtp", "letters:busy", "letters:idle"]
    ),
    Case(
      testDescription: "deployments of another group",
      rules: [rule(["create"], ["deployments"], group: "example.com")],
      gains: []
    ),
    Case(
      testDescription: "changing deployments",
      rules: [rule(["patch"], ["deployments"], group: "apps")],
      gains: ["letters:busy?", "letters:idle?"]
    ),
    Case(
      testDescription: "running commands in pods",
      rules: [rule(["create"], ["pods/exec"])],
      gains: ["letters:busy"]
    ),
    Case(
      testDescription: "running commands by get, as web sockets do",
      rules: [rule(["get"], ["pods/exec"])],
      gains: ["letters:busy"]
    ),
    Case(
      testDescription: "reading pods runs nothing",
      rules: [rule(["get", "list"], ["pods", "pods/log"])],
      gains: []
    ),
    Case(
      testDescription: "nodes are the cluster's",
      rules: [rule(["get"], ["nodes/proxy"])],
      gains: []
    ),
    Case(
      testDescription: "through nodes",
      rules: [rule(["get"], ["nodes/proxy"])],
      isWide: true,
      gains: ["letters:busy", "vault:keeper"]
    ),
    Case(
      testDescription: "impersonating accounts",
      rules: [rule(["impersonate"], ["serviceaccounts"], named: ["busy"])],
      gains: ["letters:busy"]
    ),
    Case(
      testDescription: "impersonating users in a namespace",
      rules: [rule(["impersonate"], ["users"])],
      gains: []
    ),
    Case(
      testDescription: "impersonating any user",
      rules: [rule(["impersonate"], ["users"])],
      isWide: true,
      gains: ["administrator of orchard?", "user:root"]
    ),
    Case(
      testDescription: "impersonating another user",
      rules: [rule(["impersonate"], ["users"], named: ["dana"])],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "impersonating groups alone",
      rules: [rule(["impersonate"], ["groups"])],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "impersonating a user in any group",
      rules: [
        rule(["impersonate"], ["users"], named: ["dana"]), rule(["impersonate"], ["groups"]),
      ],
      isWide: true,
      gains: ["administrator of orchard"]
    ),
    Case(
      testDescription: "impersonating a user in another group",
      rules: [
        rule(["impersonate"], ["users"], named: ["dana"]),
        rule(["impersonate"], ["groups"], named: ["ops"]),
      ],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "binding without bindings",
      rules: [rule(["bind"], ["clusterroles"], group: rbac)],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "bindings without binding",
      rules: [rule(["create"], ["clusterrolebindings"], group: rbac)],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "binding any role",
      rules: [
        rule(["bind"], ["clusterroles"], group: rbac),
        rule(["create"], ["clusterrolebindings"], group: rbac),
      ],
      isWide: true,
      gains: ["administrator of orchard"]
    ),
    Case(
      testDescription: "binding any role in the namespace",
      rules: [
        rule(["bind"], ["clusterroles"], group: rbac),
        rule(["create"], ["rolebindings"], group: rbac),
      ],
      gains: ["administrator of orchard/letters"]
    ),
    Case(
      testDescription: "binding a role that is in evidence and gives all",
      rules: [
        rule(["bind"], ["clusterroles"], group: rbac, named: ["everything"]),
        rule(["create"], ["clusterrolebindings"], group: rbac),
      ],
      isWide: true,
      gains: [
        "administrator of orchard",
        "ClusterRoleBinding/everything-binding#orchard/user:root#1",
      ]
    ),
    Case(
      testDescription: "binding a role that is not in evidence",
      rules: [
        rule(["bind"], ["clusterroles"], group: rbac, named: ["unknown"]),
        rule(["create"], ["clusterrolebindings"], group: rbac),
      ],
      isWide: true,
      gains: ["administrator of orchard?"]
    ),
    Case(
      testDescription: "escalating the role that it has",
      rules: [rule(["escalate", "patch"], ["clusterroles"], group: rbac, named: ["tested"])],
      isWide: true,
      gains: ["administrator of orchard"]
    ),
    Case(
      testDescription: "escalating its role in the namespace",
      rules: [rule(["escalate", "update"], ["roles"], group: rbac)],
      gains: ["administrator of orchard/letters"]
    ),
    Case(
      testDescription: "escalating another role",
      rules: [rule(["escalate", "patch"], ["clusterroles"], group: rbac, named: ["other"])],
      isWide: true,
      gains: ["administrator of orchard?"]
    ),
    Case(
      testDescription: "changing roles without escalating",
      rules: [rule(["patch"], ["clusterroles"], group: rbac)],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "approving certificates of clients",
      rules: [
        rule(["create"], ["certificatesigningrequests"], group: "certificates.k8s.io"),
        rule(["update"], ["certificatesigningrequests/approval"], group: "certificates.k8s.io"),
        rule(
          ["approve"],
          ["signers"],
          group: "certificates.k8s.io",
          named: ["kubernetes.io/kube-apiserver-client"]
        ),
      ],
      isWide: true,
      gains: ["administrator of orchard"]
    ),
    Case(
      testDescription: "approving certificates of kubelets",
      rules: [
        rule(["create"], ["certificatesigningrequests"], group: "certificates.k8s.io"),
        rule(["update"], ["certificatesigningrequests/approval"], group: "certificates.k8s.io"),
        rule(
          ["approve"],
          ["signers"],
          group: "certificates.k8s.io",
          named: ["kubernetes.io/kubelet-serving"]
        ),
      ],
      isWide: true,
      gains: []
    ),
    Case(
      testDescription: "webhooks",
      rules: [
        rule(
          ["create"],
          ["mutatingwebhookconfigurations"],
          group: "admissionregistration.k8s.io"
        )
      ],
      isWide: true,
      gains: ["administrator of orchard?"]
    ),
    Case(
      testDescription: "everything in the namespace",
      rules: [rule(["*"], ["*"], group: "*")],
      gains: [
        "administrator of orchard/letters", "administrator of orchard?", "letters/secret/smtp",
        "letters:busy", "letters:idle",
      ]
    ),
    Case(
      testDescription: "everything",
      rules: [rule(["*"], ["*"], group: "*")],
      isWide: true,
      gains: ["administrator of orchard"]
    ),
  ]

  @Test(arguments: cases)
  func aRoleGivesWhatItImplies(_ example: Case) throws {
    let root = Cluster.binding(
      "ClusterRole",
      "everything",
      to: #"{"kind": "User", "name": "root", "apiGroup": "rbac.authorization.k8s.io"}"#,
      rules: rule(["*"], ["*"], group: "*")
    )
    let cluster = Cluster(
      rules: example.rules.joined(separator: ", "),
      isWide: example.isWide,
      more: root
    )
    let strip = { (text: String) in text.replacing("orchard/", with: "") }
    #expect(try cluster.gains() == example.gains.map(strip).sorted())
  }

  @Test func whatAnExportLeavesOutIsOpen() throws {
    var cluster = Cluster(rules: rule(["create"], ["pods/exec"]), isWhole: false)
    #expect(try cluster.gains() == ["letters:busy?", "letters:idle?"])
    cluster.rules = rule(["get"], ["secrets"])
    #expect(try cluster.gains() == ["letters:busy?", "letters:idle?"])
  }

  @Test func eachGainSaysWhatIsDoneAndWhichBindingAllowsIt() throws {
    let graph = try Cluster(rules: rule(["create"], ["serviceaccounts/token"])).graph()
    let start = try #require(graph.node(Cluster.copy))
    let edge = try #require(
      graph.edges(from: start).map { graph.edges[$0] }.first { $0.isEscalation }
    )
    #expect(edge.kind == .mayAssume)
    #expect(edge.reason == "makes a token for it (Role/tested)")
    #expect(edge.locator.path == "cluster.json" && edge.locator.pointer != nil)
    #expect(
      graph.reach(from: start, following: .standing).nodes.allSatisfy {
        graph.nodes[$0].id != graph.nodes[edge.to].id
      }
    )
  }

  @Test func anAdministratorOfANamespaceBecomesWhoIsInIt() throws {
    let graph = try Cluster(rules: rule(["*"], ["*"], group: "*")).graph()
    let power = try #require(graph.node("administrator of orchard/letters"))
    #expect(graph.nodes[power].isAdministrator)
    let reached = graph.reach(from: power).nodes.map { graph.nodes[$0].id }
    #expect(reached.contains("orchard/system:serviceaccount:letters:idle"))
    #expect(
      graph.reach(from: power, following: Following(conditional: false)).nodes.allSatisfy {
        graph.nodes[$0].id != "orchard/system:serviceaccount:vault:keeper"
      }
    )
  }
}
