import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlTesting
import Foundation
import StandardControls
import Testing

/// Subjects of the sample estate judged within the test's process, by the plan of `controls test`:
/// what is asked of many variants of one folder would otherwise write as many reports.
struct Judgement: Sendable {
  private(set) var plan: AssessmentPlan
  private let loader: BundleLoader

  /// Reads the sample policy and waivers.
  ///
  /// - Parameter profiles: The profiles to decide on beside the tier.
  /// - Throws: An error where a file cannot be read or has a problem.
  init(profiles: [Profile] = []) throws {
    func document(_ name: String) throws -> EvidenceValue {
      let bytes = try Data(contentsOf: Estate.root.appendingPathComponent("controls/\(name)"))
      return try ConfigurationDocument.read(Array(bytes), path: name)
    }
    var parameters: [String: PolicyParameter] = [:]
    for control in StandardControls.suites.flatMap(\.controls) {
      for parameter in control.parameters { parameters[parameter.name] = parameter }
    }
    let (policy, problems) = PolicyReader.read(
      try document("policy.yaml"),
      path: "policy.yaml",
      parameters: parameters.values.sorted { $0.name < $1.name },
      catalogs: Catalogs.all
    )
    let (waivers, others) = WaiverReader.read(try document("waivers.yaml"), path: "waivers.yaml")
    try #require(problems.isEmpty && others.isEmpty)
    plan = AssessmentPlan(
      suites: StandardControls.suites,
      policy: policy,
      waivers: waivers,
      asOf: try #require(Instant(rfc3339: "2026-11-20T09:00:00Z")),
      catalogs: FrameworkID.matrix.compactMap { Catalogs.catalog($0) }
    )
    plan.profiles = profiles
    loader = BundleLoader(
      trustedKeys: policy.trustedKeys,
      sealKeys: policy.sealKeys,
      sealSources: policy.seal.sources,
      isStreaming: true
    )
  }

  /// Judges one folder.
  ///
  /// - Returns: The result; `nil` where the subject itself cannot be read, and nothing is judged.
  func result(of folder: String) async -> SubjectResult? {
    guard let inventory = inventory(of: folder) else { return nil }
    return await Assessment.run(plan, over: [inventory], toolVersion: "").subjects.first
  }

  /// What the loader makes of a folder, without judging it.
  func inventory(of folder: String) -> Inventory? {
    try? loader.load(EvidenceFolder(path: folder))
  }

  /// Judges a folder once for each variant, as many at once as there are processors.
  ///
  /// - Parameters:
  ///   - folder: The subject's folder; it stays as it is.
  ///   - variants: Their names.
  ///   - change: Makes a variant of a folder that is the test's own. Files are links: one that is to
  ///     be changed has to be replaced.
  /// - Returns: The result of each variant, by its name.
  /// - Throws: What `change` threw, and what reading a variant did.
  /// - Throws: What `change` throws, and an error where a folder of links cannot be made.
  func results(
    of folder: String,
    variants: [String],
    change: @escaping @Sendable (_ variant: String, _ folder: String) throws -> Void
  ) async throws -> [String: SubjectResult?] {
    try await withThrowingTaskGroup(of: (String, SubjectResult?).self) { group in
      var found: [String: SubjectResult?] = [:]
      var waiting = variants[...]
      func addNext() {
        guard let variant = waiting.popFirst() else { return }
        group.addTask {
          let own = try LinkedFolder(of: folder)
          defer { own.remove() }
          try change(variant, own.path)
          return (variant, await result(of: own.path))
        }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { addNext() }
      while let (variant, result) = try await group.next() {
        found[variant] = .some(result)
        addNext()
      }
      return found
    }
  }
}

/// A folder that holds a link to each file of another.
private struct LinkedFolder {
  private let parent: URL
  let path: String

  init(of folder: String) throws {
    let files = FileManager.default
    parent = files.temporaryDirectory.appendingPathComponent("variant-\(UUID().uuidString)")
    let own = parent.appendingPathComponent(URL(fileURLWithPath: folder).lastPathComponent)
    path = own.path
    for name in try files.subpathsOfDirectory(atPath: folder).sorted() {
      let target = own.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue {
        try files.createDirectory(atPath: target, withIntermediateDirectories: true)
      } else {
        try files.createDirectory(
          at: URL(fileURLWithPath: target).deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try files.linkItem(atPath: "\(folder)/\(name)", toPath: target)
      }
    }
  }

  func remove() { try? FileManager.default.removeItem(at: parent) }
}
