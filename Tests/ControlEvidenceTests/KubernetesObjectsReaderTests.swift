import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Kubernetes objects")
struct KubernetesObjectsReaderTests {
  private static let context = EvidenceContext(account: "orchard")
  private static let copy = "orchard/system:serviceaccount:letters:copy"
  private static let other = "orchard/system:serviceaccount:letters:default"

  private static func cluster() throws -> RecordSink {
    try read(fixture("kubernetes/cluster.json"), path: "cluster.json", context: context)
  }

  @Test func readsServiceAccountsWithTheirPods() throws {
    let sink = try Self.cluster()
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let accounts = sink.all(Identity.self)
    #expect(accounts.map(\.id) == [Self.copy, Self.other])
    #expect(accounts[0].account == "orchard")
    #expect(accounts[0].owner == "team-claims")
    #expect(accounts[0].aliases?.first == "system:serviceaccount:letters:copy")
    #expect(accounts.map(\.workloads) == [["letters/ReplicaSet/copy-7d9f"], ["letters/probe"]])
    #expect(accounts[0].createdAt == (try instant("2025-06-02T08:00:00Z")))
    #expect(accounts[0].lastUsedAt == .notRecorded)
    #expect(
      accounts[0].memberOf == [
        "orchard/group:system:serviceaccounts", "orchard/group:system:serviceaccounts:letters",
        "orchard/group:system:authenticated",
      ]
    )
    #expect(accounts[0].tags == ["app=copy", "owner=team-claims"])
    #expect(accounts[0].locator.description == "cluster.json:4 #/items/0")
    let trust = try #require(sink.all(TrustRelation.self).first)
    #expect(trust.target == "arn:aws:iam::111122223333:role/letters-copy")
    #expect(trust.trustedIdentity == Self.copy)
    #expect(trust.basis == .declared)
    #expect(
      sink.kinds == [
        .nhiInventory, .secretStoreMetadata, .sandboxConfig, .iamPolicyExport,
        .iamCredentialReport, .federationTrustConfig,
      ]
    )
  }

  @Test func readsSecretsWithoutWhatIsInThem() throws {
    let sink = try Self.cluster()
    let secrets = sink.all(SecretItem.self)
    #expect(
      secrets.map(\.id) == ["orchard/letters/secret/copy-token", "orchard/letters/secret/smtp"]
    )
    #expect(secrets.map(\.identity) == [Self.copy, nil])
    #expect(secrets.map(\.consumers) == [[], [Self.copy]])
    #expect(secrets.allSatisfy { !$0.plaintext && $0.store == "kubernetes:orchard" })
    let token = try #require(sink.all(Credential.self).first)
    #expect(token.identity == Self.copy)
    #expect(token.expiresAt == .never)
    #expect(token.lastUsedAt == .at(try instant("2026-11-17T00:00:00Z")))
    #expect(token.storedIn == secrets[0].id)
    #expect(token.status == .active)
    let text = "\(secrets)\(token)"
    for value in ["bm90LWEtc2VjcmV0", "not-a-secret", "bm90LWEtdG9rZW4="] {
      #expect(!text.contains(value))
    }
  }

  @Test func joinsBindingsToRoles() throws {
    let rights = try Self.cluster().all(Entitlement.self)
    #expect(
      rights.map(\.holder) == [
        Self.copy, Self.copy, Self.other, Self.other, "orchard/group:ops", "orchard/group:ops",
        "orchard/user:dana.roe",
      ]
    )
    #expect(rights[0].actions == ["secrets:get"])
    #expect(rights[0].resources == ["orchard/letters/smtp"])
    #expect(
      rights[1].actions == [
        "apps/deployments:get", "apps/statefulsets:get", "apps/deployments:list",
        "apps/statefulsets:list",
      ]
    )
    #expect(rights[1].resources == ["orchard/letters"])
    #expect(rights[2].actions == ["*:*"])
    #expect(rights[2].resources == ["orchard/*"])
    #expect(rights[3].actions == ["url:*"])
    #expect(rights.map(\.administrative) == [false, false, true, false, true, false, nil])
    // A role that the cluster fills from others, and that the export shows unfilled.
    #expect(rights.map(\.resolved) == [true, true, true, true, true, true, false])
    #expect(rights[6].policy == "ClusterRole/collected")
    #expect(rights[0].grantedAt == (try instant("2025-06-02T08:05:00Z")))
    #expect(Set(rights.map(\.id)).count == rights.count)
  }

  @Test func readsHowPodsAreKeptApart() throws {
    let pods = try Self.cluster().all(Sandbox.self)
    #expect(pods.map(\.identity) == [Self.copy, Self.other])
    #expect(pods.map(\.runsAsRoot) == [false, true])
    #expect(pods.map(\.privileged) == [false, true])
    #expect(pods.map(\.readOnlyRoot) == [true, false])
    #expect(pods.map(\.memoryLimitInBytes) == [268_435_456, nil])
    #expect(pods[1].hostMounts == ["/var/run"])
    #expect(pods[1].capabilities == ["SYS_ADMIN"])
    #expect(pods.allSatisfy { $0.egress == .unknown })
  }

  @Test func readsDocumentsOfYAMLFromADryRun() throws {
    let sink = try read(
      fixture("kubernetes/planned.yaml"),
      path: "planned.yaml",
      context: Self.context
    )
    #expect(sink.problems == [])
    #expect(sink.all(Identity.self).map(\.id) == [Self.copy])
    #expect(sink.all(Identity.self).map(\.createdAt) == [nil])
    // No pods in the file: who uses what is not known, and not nobody.
    #expect(sink.all(Identity.self).map(\.workloads) == [nil])
    #expect(sink.all(SecretItem.self).map(\.consumers) == [nil])
    let rights = sink.all(Entitlement.self)
    #expect(rights.map(\.resolved) == [false, false])
    #expect(rights.map(\.administrative) == [nil, true])
    #expect(rights[0].locator.line == 8)
  }

  @Test func readsOldDumpsWithoutKinds() throws {
    let sink = try read(
      fixture("kubernetes/service-accounts-old.json"),
      path: "sa.json",
      context: Self.context
    )
    #expect(
      sink.all(Identity.self).map(\.id) == [
        "orchard/system:serviceaccount:kube-system:kubernetes-dashboard"
      ]
    )
    #expect(sink.kinds == [.nhiInventory])
  }

  @Test func aPageIsPartial() throws {
    let text = """
      {"kind": "ServiceAccountList", "apiVersion": "v1", "metadata": {"continue": "abc"}, "items": [
        {"metadata": {"name": "a", "namespace": "n", "uid": "1"}},
        {"metadata": {"name": "b", "uid": "2"}},
        {"metadata": {"namespace": "n", "uid": "3"}}]}
      """
    let sink = try read(
      text,
      path: "sa.json",
      format: "kubernetes-objects",
      context: Self.context
    )
    #expect(sink.isPartial)
    #expect(sink.count == 1)
    #expect(
      sink.problems == [
        "1 /metadata/continue: continue, so more pages exist", "3 /items/1/metadata: no namespace",
        "4 /items/2: no metadata",
      ]
    )
  }

  /// `kubectl get` of nothing prints a list that does not say of what.
  @Test func anEmptyListIsOfWhatTheManifestSays() throws {
    let text = #"{"apiVersion": "v1", "items": [], "kind": "List", "metadata": {}}"#
    let found = problem { () throws(Diagnostic) in
      _ = try read(text, path: "sa.json", context: Self.context)
    }
    #expect(found?.found == "an empty list of objects")
    var context = Self.context
    context.kinds = [.nhiInventory]
    let sink = try read(text, path: "sa.json", context: context)
    #expect(sink.count == 0)
    #expect(sink.kinds == [.nhiInventory])
  }

  @Test func rolesAloneSayNothingOfAnyone() {
    let text = """
      {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
       "metadata": {"name": "r"}, "rules": []}
      """
    let found = problem { () throws(Diagnostic) in
      _ = try read(text, path: "roles.json", context: Self.context)
    }
    #expect(found?.found == "roles without bindings")
  }

  @Test func withoutTheClusterNothingCanBeRead() throws {
    let bytes = try fixture("kubernetes/cluster.json")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "c.json") }
    #expect(found?.remedy == "list the file in manifest.json with its account")
  }

  private static func rule(_ rule: String) throws -> [Bool?] {
    let text = """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "v1", "kind": "ClusterRole", "metadata": {"name": "r"}, "rules": [\(rule)]},
        {"apiVersion": "v1", "kind": "RoleBinding", "metadata": {"name": "b", "namespace": "n"},
         "roleRef": {"kind": "ClusterRole", "name": "r"},
         "subjects": [{"kind": "User", "name": "u"}]}]}
      """
    return try read(text, path: "r.json", context: context).all(Entitlement.self)
      .map(\.administrative)
  }

  @Test(arguments: [
    (#""apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]"#, true),
    (
      #""apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["bind"]"#,
      true
    ),
    (#""apiGroups": ["*"], "resources": ["*"], "verbs": ["create"]"#, true),
    (
      #""apiGroups": ["rbac.authorization.k8s.io"], "resources": ["rolebindings"], "verbs": ["get"]"#,
      false
    ),
    (#""apiGroups": [""], "resources": ["*"], "verbs": ["*"]"#, false),
    (#""apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]"#, false),
  ])
  func knowsPowerOverRights(members: String, isAdministrative: Bool) throws {
    #expect(try Self.rule("{\(members)}") == [isAdministrative])
  }

  @Test(arguments: [
    (#"{"kind": "Robot", "name": "x"}"#, "a subject of kind \"Robot\""),
    (#"{"kind": "User"}"#, "no name"),
    (#"{"kind": "ServiceAccount", "name": "x"}"#, "no namespace"),
  ])
  func rejectsSubjectsThatCannotBeRead(subject: String, found: String) throws {
    let text = """
      {"apiVersion": "v1", "kind": "ClusterRoleBinding", "metadata": {"name": "b"},
       "roleRef": {"kind": "ClusterRole", "name": "r"}, "subjects": [\(subject)]}
      """
    let sink = try read(text, path: "b.json", context: Self.context)
    #expect(sink.count == 0)
    #expect(sink.diagnostics.map(\.found) == [found])
  }

  @Test(arguments: [
    ("256Mi", 268_435_456), ("1Gi", 1_073_741_824), ("500M", 500_000_000), ("1024", 1024),
    ("1.5Gi", nil), ("-1", nil), ("9999999999Ti", nil), ("", nil),
  ])
  func readsAmounts(text: String, bytes: Int?) {
    #expect(KubernetesQuantity.bytes(text) == bytes)
  }
}
