/// A known way to gain the rights of a service account, or of a cluster, by what one role allows.
///
/// Sources: the Kubernetes documentation, "Role Based Access Control Good Practices", part on the
/// risks of escalation, and "Using RBAC Authorization", part on preventing escalation.
struct KubernetesWay: Sendable {
  /// What the way leads to.
  enum Gain: Sendable, Hashable {
    /// Every service account where the rule counts, under conditions.
    case accounts(if: [String] = [])
    /// The service accounts that something runs as already.
    case running
    /// All power over the cluster, under conditions.
    case power(if: [String])
  }

  /// What is done, in a few words.
  let title: String
  /// The verbs, one of which is needed.
  let verbs: [String]
  /// The kinds, one of which it must be allowed on.
  let kinds: [String]
  /// What the way leads to.
  let gain: Gain

  /// What starts pods.
  static let controllers = [
    "apps/deployments", "apps/daemonsets", "apps/statefulsets", "apps/replicasets", "batch/jobs",
    "batch/cronjobs", "replicationcontrollers",
  ]
  /// What a rule allows that lets its holder start a pod.
  static let starting = (verbs: ["create"], kinds: ["pods"] + controllers)

  /// Every way that needs one rule only.
  static let all: [KubernetesWay] = [
    KubernetesWay(
      title: "makes a token for it",
      verbs: ["create"],
      kinds: ["serviceaccounts/token"],
      gain: .accounts()
    ),
    KubernetesWay(
      title: "acts as it by a header of its requests",
      verbs: ["impersonate"],
      kinds: ["serviceaccounts"],
      gain: .accounts()
    ),
    KubernetesWay(
      title: "starts a pod that runs as it",
      verbs: starting.verbs,
      kinds: starting.kinds,
      gain: .accounts()
    ),
    KubernetesWay(
      title: "changes as whom a workload runs",
      verbs: ["update", "patch"],
      kinds: controllers,
      gain: .accounts(if: ["there is a workload to change"])
    ),
    KubernetesWay(
      title: "runs a command in a pod of it",
      verbs: ["create", "get"],
      kinds: ["pods/exec", "pods/attach"],
      gain: .running
    ),
    KubernetesWay(
      title: "adds a container to a pod of it",
      verbs: ["update", "patch"],
      kinds: ["pods/ephemeralcontainers"],
      gain: .running
    ),
    KubernetesWay(
      title: "changes the image of a pod of it",
      verbs: ["update", "patch"],
      kinds: ["pods"],
      gain: .running
    ),
    KubernetesWay(
      title: "runs a command in a pod of it through its node",
      verbs: ["create", "get"],
      kinds: ["nodes/proxy"],
      gain: .running
    ),
    KubernetesWay(
      title: "starts a pod that takes over its node",
      verbs: starting.verbs,
      kinds: starting.kinds,
      gain: .power(if: ["no admission rule keeps privileged pods out"])
    ),
    KubernetesWay(
      title: "makes a volume of a node's own files",
      verbs: ["create"],
      kinds: ["persistentvolumes"],
      gain: .power(if: ["a pod within its reach may mount the volume"])
    ),
    KubernetesWay(
      title: "has the cluster's requests changed on their way",
      verbs: ["create", "update", "patch"],
      kinds: [
        "admissionregistration.k8s.io/mutatingwebhookconfigurations",
        "admissionregistration.k8s.io/validatingwebhookconfigurations",
      ],
      gain: .power(if: ["the API server can call a webhook of its own"])
    ),
  ]
}
