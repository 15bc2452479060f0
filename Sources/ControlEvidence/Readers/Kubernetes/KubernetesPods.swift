import ControlModel

/// The pods of a file: who runs as which service account, and reads which secrets.
struct KubernetesPods {
  private let cluster: KubernetesCluster
  private var workloads: [String: Set<String>] = [:]
  private var consumers: [String: Set<String>] = [:]
  private let isKnown: Bool

  /// Collects what the pods among objects use.
  ///
  /// - Complexity: O(*n*) in the size of the pods.
  init(_ objects: [KubernetesObject], _ cluster: KubernetesCluster) {
    self.cluster = cluster
    isKnown = objects.contains { $0.kind == .pod }
    for pod in objects where pod.kind == .pod {
      let account = account(of: pod)
      workloads[account, default: []].insert(workload(of: pod))
      for secret in secrets(of: pod) {
        consumers["\(pod.namespace ?? "")/\(secret)", default: []].insert(account)
      }
    }
  }

  /// The workloads that run as a service account; `nil` where the file holds no pods at all.
  func workloads(of account: String) -> [String]? {
    isKnown ? (workloads[account] ?? []).sorted() : nil
  }

  /// The service accounts whose pods read a secret; `nil` where the file holds no pods at all.
  func consumers(of secret: String, in namespace: String) -> [String]? {
    isKnown ? (consumers["\(namespace)/\(secret)"] ?? []).sorted() : nil
  }

  /// How a pod is kept apart from its machine and from the network.
  func sandbox(_ pod: KubernetesObject) throws(Diagnostic) -> Sandbox {
    guard let spec = pod.cursor["spec"] else {
      throw pod.cursor.malformed(found: "no spec", needed: "the pod's containers")
    }
    let containers = try spec.list("containers") + spec.list("initContainers")
    let contexts = containers.map { $0["securityContext"] }
    let paths = try spec.list("volumes").compactMap { $0["hostPath"]?["path"]?.text }
    let added = contexts.flatMap { $0?["capabilities"]?["add"]?.texts ?? [] }
    let limits = containers.compactMap { container in
      container["resources"]?["limits"]?["memory"]?.text.flatMap(KubernetesQuantity.bytes)
    }
    return Sandbox(
      id: cluster.object("pod", pod.name, in: pod.namespace),
      workload: workload(of: pod),
      identity: account(of: pod),
      isolation: isolation(spec["runtimeClassName"]?.text),
      runsAsRoot: runsAsRoot(spec["securityContext"], contexts),
      privileged: contexts.contains { $0?["privileged"]?.value.bool == true },
      readOnlyRoot: contexts.allSatisfy { $0?["readOnlyRootFilesystem"]?.value.bool == true },
      hostMounts: paths,
      capabilities: Set(added).sorted(),
      egress: .unknown,
      memoryLimitInBytes: limits.count == containers.count ? limits.reduce(0, &+) : nil,
      tenant: pod.mark("tenant"),
      environment: pod.mark("environment"),
      basis: .configured,
      changedAt: try pod.createdAt(),
      locator: pod.cursor.locator
    )
  }

  /// The service account: `default` where the pod names none.
  private func account(of pod: KubernetesObject) -> String {
    let spec = pod.cursor["spec"]
    let named = (spec?["serviceAccountName"] ?? spec?["serviceAccount"])?.text ?? ""
    return cluster.serviceAccount(named.isEmpty ? "default" : named, in: pod.namespace ?? "")
  }

  /// What made the pod, such as `ReplicaSet letters-7d9`, or the pod itself.
  private func workload(of pod: KubernetesObject) -> String {
    let owner = pod.cursor["metadata"]?["ownerReferences"]?.elements.first
    guard let kind = owner?["kind"]?.text, let name = owner?["name"]?.text else {
      return "\(pod.namespace ?? "")/\(pod.name)"
    }
    return "\(pod.namespace ?? "")/\(kind)/\(name)"
  }

  private func secrets(of pod: KubernetesObject) -> [String] {
    guard let spec = pod.cursor["spec"] else { return [] }
    var names: [String] = []
    for volume in spec["volumes"]?.elements ?? [] {
      names += [volume["secret"]?["secretName"]?.text].compactMap { $0 }
      for source in volume["projected"]?["sources"]?.elements ?? [] {
        names += [source["secret"]?["name"]?.text].compactMap { $0 }
      }
    }
    for list in ["containers", "initContainers"] {
      for container in spec[list]?.elements ?? [] {
        for variable in container["env"]?.elements ?? [] {
          names += [variable["valueFrom"]?["secretKeyRef"]?["name"]?.text].compactMap { $0 }
        }
        for source in container["envFrom"]?.elements ?? [] {
          names += [source["secretRef"]?["name"]?.text].compactMap { $0 }
        }
      }
    }
    return names
  }

  private func isolation(_ runtime: String?) -> Sandbox.Isolation {
    guard let runtime else { return .container }
    if runtime.contains("kata") || runtime.contains("firecracker") { return .microVM }
    if runtime.contains("wasm") { return .webAssembly }
    return .container
  }

  /// Whether any container runs as root; `nil` where the image decides.
  private func runsAsRoot(_ pod: Cursor?, _ containers: [Cursor?]) -> Bool? {
    var isOpen = false
    for container in containers {
      let user = (container?["runAsUser"] ?? pod?["runAsUser"])?.value.integer
      let isOther = (container?["runAsNonRoot"] ?? pod?["runAsNonRoot"])?.value.bool == true
      if user == 0 { return true }
      if user == nil, !isOther { isOpen = true }
    }
    return isOpen ? nil : false
  }
}

/// An amount as Kubernetes writes it.
enum KubernetesQuantity {
  private static let units: [(String, Int)] = [
    ("Ki", 1 << 10), ("Mi", 1 << 20), ("Gi", 1 << 30), ("Ti", 1 << 40), ("k", 1000),
    ("M", 1_000_000), ("G", 1_000_000_000), ("T", 1_000_000_000_000), ("", 1),
  ]

  /// The bytes of an amount such as `256Mi`; `nil` for fractions and anything else.
  static func bytes(_ text: String) -> Int? {
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      guard let number = Int(text.dropLast(suffix.count)), number >= 0 else { return nil }
      let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
      return overflow ? nil : bytes
    }
    return nil
  }
}
