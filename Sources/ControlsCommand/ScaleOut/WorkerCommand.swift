import ControlAssessment
import ControlEvidence
import ControlModel
import ControlTesting
import Foundation

extension Command {
  /// Judges shards of a plan.
  static let worker = Command(
    name: "worker",
    summary: "judge shards of a plan, and write a partial result of each",
    operands: "PLAN.json",
    operandCount: 1...1,
    options: CommandOption.scaleOut + [
      CommandOption("shard", "ID", "judge this shard; may be repeated (default: see below)"),
      CommandOption(
        "output",
        "DIR",
        "write DIR/ID.json for each (default: a line on standard output)"
      ),
    ],
    discussion: """
      Without --shard the shards are read from standard input, one on each line: an id, or the line
      that `controls plan` printed. The evidence, policy and waivers must be those of the plan.

      Exit codes: 0 every shard was judged, 64 wrong usage, 65 the plan, evidence, policy or waivers
      cannot be read or are others, 70 a fault of the tool.
      """
  ) { session in
    let planned = try PlannedRun(session)
    var wanted = session.arguments.all("shard")
    if !session.arguments.has("shard") {
      while let line = readLine() {
        if let id = try ShardDescriptor.id(of: line) { wanted.append(id) }
      }
    }
    if wanted.isEmpty { throw UsageProblem("no shard to judge; see controls worker --help") }
    let known = planned.file.shards.map(\.shard.id)
    for id in wanted where planned.file.shard(id) == nil {
      throw UsageProblem.unknown("shard", id, among: known)
    }
    for id in wanted {
      let data = try ScaleOutJSON.encode(try planned.judge(id))
      if let folder = session.arguments.value("output") {
        // It quotes evidence as it stands: what a fold gathered must be compared with the same of
        // other shards.
        try OutputFile.write(
          String(decoding: data, as: UTF8.self),
          to: "\(folder)/\(id).json",
          isPrivate: true
        )
      } else {
        session.console.write(String(decoding: data, as: UTF8.self))
      }
    }
    return .approve
  }
}

extension ShardDescriptor {
  /// The shard's id on a line of standard input; `nil` for a blank line.
  static func id(of line: String) throws -> String? {
    let text = line.trimmingCharacters(in: .whitespaces)
    if text.isEmpty { return nil }
    guard text.hasPrefix("{") else { return text }
    guard let descriptor = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      throw UsageProblem("not a shard of a plan: \(text.prefix(80))")
    }
    return descriptor.shard
  }
}

extension CommandOption {
  /// The options of the commands that share a plan file: it says the time, tier and filter.
  static let scaleOut = assessment.filter { !["as-of", "tier"].contains($0.name) } + frameworks
}

/// What a plan file says, with the files that it is about.
struct PlannedRun {
  let file: ShardPlan
  /// SHA-256 of the plan file.
  let digest: String
  let plan: AssessmentPlan
  let inventories: [Inventory]
  private let session: Session

  /// Reads a plan, and holds what is here to it.
  ///
  /// - Throws: ``Problems`` where the plan cannot be read, or the controls, policy, waivers or
  ///   evidence are others than those it was made of.
  init(_ session: Session) throws {
    self.session = session
    let path = session.arguments.operands[0]
    (file, digest) = try ShardPlan.read(path)
    guard let asOf = Instant(rfc3339: file.asOf) else {
      throw Problems([ShardPlan.malformed(path, "another asOf than a time")])
    }
    var plan = try session.plan(filter: file.filter)
    plan.asOf = asOf
    plan.tier = file.tier.flatMap { Tier(rawValue: $0) }
    self.plan = plan
    var differences: [(String, String, String)] = [
      ("the tool \(ControlsCommand.version)", ControlsCommand.version, file.tool),
      ("other controls", ShardPlan.digest(of: plan.controls), file.suites),
      ("another policy", plan.policyDigest, file.policy),
      ("other waivers", plan.waiversDigest, file.waivers),
    ]
    let names = file.subjects.map(\.id)
    inventories = try session.inventories(plan.policy, of: names)
    for (inventory, part) in zip(inventories, file.subjects) {
      differences.append(
        ("other evidence of \(part.id)", ShardPlan.registers(of: inventory), part.registers)
      )
    }
    let problems = differences.filter { $0.1 != $0.2 }.map { what, found, needed in
      Diagnostic(
        .partialForeign,
        at: Locator(path: path),
        found: "\(what) here: \(found)",
        needed: "what the plan was made of: \(needed)",
        remedy: "use the same tool, files and folders as controls plan did, or plan anew"
      )
    }
    if !problems.isEmpty { throw Problems(problems) }
  }

  /// Judges a shard.
  ///
  /// - Parameter id: The shard's id; the plan has it.
  /// - Returns: The partial result.
  /// - Throws: ``Problems`` where the file cannot be read, or is another than was planned.
  func judge(_ id: String) throws -> PartialFile {
    guard let (subject, planned, shard) = file.shard(id),
      let inventory = inventories.first(where: { $0.subject.id == subject.id }),
      let stream = inventory.streams.first(where: { $0.path == planned.path })
    else { throw UsageProblem.unknown("shard", id, among: file.shards.map(\.shard.id)) }
    do throws(Diagnostic) {
      let full = "\(session.evidence.path)/\(subject.id)/\(planned.path)"
      let isWhole = planned.shards.count == 1
      let range = StreamRange(bytes: shard.start..<shard.end, firstLine: shard.firstLine)
      let found = try ShardCut.digest(of: full, name: planned.path, bytes: range.bytes)
      if found != shard.sha256 {
        throw Diagnostic(
          .partialForeign,
          at: Locator(path: "\(subject.id)/\(planned.path)"),
          found: "bytes \(shard.start) to \(shard.end) with the digest \(found)",
          needed: shard.sha256,
          remedy: "plan anew: the file has changed"
        )
      }
      let result = try Assessment.shard(
        of: stream,
        range: isWhole ? nil : range,
        plan,
        over: inventory,
        threads: ProcessInfo.processInfo.activeProcessorCount
      )
      return PartialFile(
        plan: digest,
        shard: id,
        sha256: found,
        suites: file.suites,
        policy: file.policy,
        waivers: file.waivers,
        subject: subject.id,
        path: planned.path,
        result: result,
        kept: plan.policy.keptFindings
      )
    } catch {
      throw Problems([error])
    }
  }
}

extension ShardPlan {
  /// Reads a plan file.
  ///
  /// - Parameter path: Where it is.
  /// - Returns: The plan and the SHA-256 of the file.
  /// - Throws: ``Problems`` where it cannot be read.
  static func read(_ path: String) throws -> (ShardPlan, digest: String) {
    let bytes: [UInt8]?
    do throws(Diagnostic) {
      bytes = try EvidenceFolder.bytes(at: path, name: path)
    } catch {
      throw Problems([error])
    }
    guard let bytes, let plan = try? JSONDecoder().decode(ShardPlan.self, from: Data(bytes)),
      plan.form == form
    else { throw Problems([malformed(path, bytes == nil ? "no such file" : "another form")]) }
    return (plan, ConfigurationDocument.digest(of: bytes))
  }

  static func malformed(_ path: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .partialMalformed,
      at: Locator(path: path),
      found: found,
      needed: "the file that controls plan wrote",
      remedy: "plan anew"
    )
  }
}
