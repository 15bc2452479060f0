import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlTesting
import Foundation

/// What a command works with: the suites, the words of the command line, and the files they name.
struct Session: Sendable {
  let suites: [ControlSuite]
  /// The profiles that the tool offers.
  let profiles: [Profile]
  let arguments: ParsedArguments
  let console: Console

  /// The frameworks and crosswalk rows that the command line adds.
  let frameworks: FrameworkFiles

  /// Takes in the command line and the frameworks it names.
  ///
  /// - Throws: ``Problems`` where a framework or crosswalk file is wrong.
  init(
    suites: [ControlSuite],
    profiles: [Profile],
    arguments: ParsedArguments,
    console: Console
  ) throws {
    self.suites = suites
    self.profiles = profiles
    self.arguments = arguments
    self.console = console
    frameworks = try FrameworkFiles(
      frameworks: arguments.all("framework"),
      crosswalks: arguments.all("crosswalk")
    )
  }

  /// The catalogues whose items are the rows of the matrix: the tool's own, then those added.
  var catalogs: [Catalog] {
    FrameworkID.matrix.compactMap { Catalogs.catalog($0) } + frameworks.catalogs
  }

  /// The catalogues that controls and policies may name.
  var knownCatalogs: [Catalog] { Catalogs.all + frameworks.catalogs }

  /// Which control answers for which requirement.
  var requirementMap: RequirementMap {
    RequirementMap(controls: controls.map(\.description), links: frameworks.links)
  }

  /// Every control of every suite, in order.
  var controls: [Control] { suites.flatMap(\.controls) }

  /// The folder of evidence.
  var evidence: EvidenceFolder { EvidenceFolder(path: arguments.value("evidence") ?? "evidence") }

  /// The plan that the command line, the policy and the waivers ask for.
  ///
  /// - Throws: ``Problems`` where a file is wrong, ``UsageProblem`` where the command line is.
  func plan(filter: String? = nil) throws -> AssessmentPlan {
    let problems =
      SuiteCheck.problems(of: suites, catalogs: knownCatalogs) + ProfileCheck.problems(of: profiles)
    if !problems.isEmpty { throw Problems(problems) }
    let policy = try policy()
    let waivers = try waivers()
    var plan = AssessmentPlan(
      suites: suites,
      policy: policy.value,
      waivers: waivers.value,
      asOf: try asOf(),
      tier: try tier(),
      filter: filter,
      catalogs: catalogs
    )
    plan.profiles = try wantedProfiles()
    plan.links = frameworks.links
    plan.frameworkFiles = frameworks.files
    plan.policyDigest = policy.digest
    plan.waiversDigest = waivers.digest
    return plan
  }

  /// The readers by mapping files: those that the command line names, and those in the folder.
  ///
  /// - Throws: ``Problems`` where any of them is wrong.
  func mappings() throws -> [MappingReader] {
    let folder = arguments.value("mappings") ?? "mappings"
    if arguments.has("mappings"), !EvidenceFolder(path: folder).exists {
      throw UsageProblem("no such folder: \(folder)")
    }
    let (readers, problems) = MappingFiles.load(
      paths: arguments.all("mapping"),
      folder: EvidenceFolder(path: folder)
    )
    if !problems.isEmpty { throw Problems(problems) }
    return readers
  }

  /// The subjects' evidence: of those named by `--subject`, else of all.
  ///
  /// - Throws: ``Problems`` where the folder or a subject's own file is wrong.
  func inventories(_ policy: Policy) throws -> [Inventory] {
    try inventories(policy, of: subjectNames())
  }

  /// The evidence of some subjects.
  ///
  /// - Throws: ``Problems`` where a subject's own file is wrong.
  func inventories(_ policy: Policy, of names: [String]) throws -> [Inventory] {
    let loader = BundleLoader(
      trustedKeys: policy.trustedKeys,
      sealKeys: policy.sealKeys,
      sealSources: policy.seal.sources,
      isStreaming: true,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      mappings: try mappings()
    )
    var inventories: [Inventory] = []
    var problems: [Diagnostic] = []
    let meter = ProgressMeter(console)
    defer { meter.clear() }
    for name in names {
      meter.show("reading \(name)")
      do throws(Diagnostic) {
        inventories.append(try loader.load(EvidenceFolder(path: "\(evidence.path)/\(name)")))
      } catch {
        var problem = error
        if let locator = problem.locator, !locator.path.hasPrefix("\(name)/") {
          problem.locator?.path = "\(name)/\(locator.path)"
        }
        problems.append(problem)
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    return inventories
  }

  /// The names of the subjects asked for.
  func subjectNames() throws -> [String] {
    guard evidence.exists else {
      throw Problems([
        Diagnostic(
          .evidenceUnreadable,
          at: Locator(path: evidence.path),
          found: "no such folder",
          needed: "a folder with one folder for each subject",
          remedy: "name it with --evidence, or run from the folder that holds it"
        )
      ])
    }
    let present = evidence.folders
    let wanted = arguments.all("subject")
    for name in wanted where !present.contains(name) {
      throw UsageProblem.unknown("subject", name, among: present)
    }
    return wanted.isEmpty ? present : present.filter { wanted.contains($0) }
  }

  /// The time to assess for: `--as-of`, else the estate's plan, else now.
  ///
  /// The only clock there is.
  func asOf() throws -> Instant {
    if let text = arguments.value("as-of") {
      guard let instant = Instant(rfc3339: text) else {
        throw UsageProblem(
          "--as-of needs an RFC 3339 time such as 2026-11-20T09:00:00Z, not \"\(text)\""
        )
      }
      return instant
    }
    if let planned = try plannedAsOf() { return planned }
    let now = Int64(Date().timeIntervalSince1970)
    return Instant(secondsSinceEpoch: now) ?? .epoch
  }

  /// The time that `assessment-plan.yaml` in the evidence folder fixes, or `nil`.
  func plannedAsOf() throws -> Instant? {
    let name = "assessment-plan.yaml"
    guard let bytes = try read({ () throws(Diagnostic) in try evidence.bytes(of: name) }) else {
      return nil
    }
    let root = try read { () throws(Diagnostic) in
      try ConfigurationDocument.read(bytes, path: "\(evidence.path)/\(name)")
    }
    for member in root.members ?? [] where !["version", "title", "asOf"].contains(member.name) {
      throw Problems([
        planProblem(member.value, "the key \"\(member.name)\"", "version, title or asOf")
      ])
    }
    guard let value = root["asOf"] else { return nil }
    guard let instant = value.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw Problems([planProblem(value, "another asOf", "an RFC 3339 time with a zone")])
    }
    return instant
  }

  private func planProblem(_ value: EvidenceValue, _ found: String, _ needed: String) -> Diagnostic
  {
    Diagnostic(
      .planMalformed,
      at: Locator(path: "\(evidence.path)/assessment-plan.yaml", line: value.line),
      found: found,
      needed: needed,
      remedy: "mend assessment-plan.yaml"
    )
  }

  /// The tier of `--tier`; `nil` where it was not given.
  func tier() throws -> Tier? {
    guard let word = arguments.value("tier") else { return nil }
    guard let tier = Tier(rawValue: word) else {
      throw UsageProblem.unknown("tier", word, among: Tier.allCases.map(\.rawValue))
    }
    return tier
  }

  /// The policy with the digest of its file.
  func policy() throws -> (value: Policy, digest: String) {
    guard let (root, path, digest) = try document("policy", standard: "controls/policy.yaml") else {
      return (Policy(), "")
    }
    var parameters: [String: PolicyParameter] = [:]
    for parameter in controls.flatMap(\.parameters) { parameters[parameter.name] = parameter }
    let (policy, problems) = PolicyReader.read(
      root,
      path: path,
      parameters: parameters.values.sorted { $0.name < $1.name },
      catalogs: knownCatalogs
    )
    if !problems.isEmpty { throw Problems(problems) }
    return (policy, digest)
  }

  private func waivers() throws -> (value: [Waiver], digest: String) {
    guard let (root, path, digest) = try document("waivers", standard: "controls/waivers.yaml")
    else {
      return ([], "")
    }
    let (waivers, problems) = WaiverReader.read(root, path: path)
    if !problems.isEmpty { throw Problems(problems) }
    return (waivers, digest)
  }

  /// A file that an option names, or the standard one where it exists.
  private func document(
    _ option: String,
    standard: String
  ) throws -> (root: EvidenceValue, path: String, digest: String)? {
    let path = arguments.value(option) ?? standard
    guard
      let bytes = try read({ () throws(Diagnostic) in try EvidenceFolder.bytes(at: path, name: path)
      })
    else {
      if arguments.value(option) == nil { return nil }
      throw Problems([
        Diagnostic(
          .evidenceUnreadable,
          at: Locator(path: path),
          found: "no such file",
          needed: "the file that --\(option) names",
          remedy: "mend the path"
        )
      ])
    }
    let root = try read { () throws(Diagnostic) in try ConfigurationDocument.read(bytes, path: path)
    }
    return (root, path, ConfigurationDocument.digest(of: bytes))
  }

  private func read<T>(_ body: () throws(Diagnostic) -> T) throws -> T {
    do {
      return try body()
    } catch {
      throw Problems([error])
    }
  }
}
