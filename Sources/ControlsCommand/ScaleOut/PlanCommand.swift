import ControlAssessment
import ControlEvidence
import ControlModel
import ControlTesting
import Foundation

extension Command {
  /// Cuts the long files of the evidence into shards for workers.
  static let plan = Command(
    name: "plan",
    summary: "cut long logs into shards for workers, and write the plan that they share",
    operands: "PLAN.json",
    operandCount: 1...1,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption("filter", "WORD", "only controls whose id, suite or requirement starts so"),
      CommandOption("shards", "N", "into how many shards a file is cut (default: 8)"),
    ],
    discussion: """
      Prints a line of JSON for each shard: give each to a `controls worker`, and what the workers
      write to `controls merge`. Files that cannot be cut, such as packed ones, are one shard.

      Exit codes: 0 written, 64 wrong usage, 65 evidence, policy or waivers cannot be read,
      70 a fault of the tool.
      """
  ) { session in
    let count = try shardCount(session)
    let plan = try session.plan(filter: session.arguments.value("filter"))
    let inventories = try session.inventories(plan.policy)
    var written = ShardPlan(plan, session)
    for inventory in inventories {
      var part = ShardPlan.SubjectPart(
        id: inventory.subject.id,
        registers: ShardPlan.registers(of: inventory),
        files: []
      )
      for stream in inventory.streams {
        part.files.append(try file(stream, of: inventory.subject.id, count, session))
      }
      written.subjects.append(part)
    }
    try OutputFile.write(
      String(decoding: try ScaleOutJSON.encode(written), as: UTF8.self),
      to: session.arguments.operands[0]
    )
    for (subject, path, shard) in written.shards {
      let line = ShardDescriptor(
        shard: shard.id,
        subject: subject,
        path: path,
        start: shard.start,
        end: shard.end
      )
      session.console.write(String(decoding: try ScaleOutJSON.encode(line), as: UTF8.self))
    }
    return .approve
  }

  private static func shardCount(_ session: Session) throws -> Int {
    guard let text = session.arguments.value("shards") else { return 8 }
    guard let count = Int(text), (1...100_000).contains(count) else {
      throw UsageProblem("--shards needs a whole number from 1 to 100000, not \"\(text)\"")
    }
    return count
  }

  private static func file(
    _ stream: any RecordStream,
    of subject: String,
    _ count: Int,
    _ session: Session
  ) throws -> ShardPlan.File {
    let path = "\(session.evidence.path)/\(subject)/\(stream.path)"
    let cut: ShardCut
    do throws(Diagnostic) {
      cut = try ShardCut(
        path,
        name: "\(subject)/\(stream.path)",
        into: stream.isSplittable ? count : 1
      )
    } catch {
      throw Problems([error])
    }
    return ShardPlan.File(
      path: stream.path,
      sha256: cut.digest,
      shards: cut.parts.map { part in
        let text = "\(subject)\n\(stream.path)\n\(part.bytes.lowerBound)\n\(part.digest)\n"
        return ShardPlan.Shard(
          id: String(ConfigurationDocument.digest(of: Array(text.utf8)).prefix(16)),
          start: part.bytes.lowerBound,
          end: part.bytes.upperBound,
          firstLine: part.firstLine,
          sha256: part.digest
        )
      }
    )
  }
}

/// A shard as a worker is told of it, on one line.
struct ShardDescriptor: Codable, Hashable {
  var shard: String
  var subject: String
  var path: String
  var start: Int
  var end: Int
}

extension ShardPlan {
  /// A plan of what a session would judge, without any subject yet.
  init(_ plan: AssessmentPlan, _ session: Session) {
    self.init(
      tool: ControlsCommand.version,
      suites: Self.digest(of: plan.controls),
      policy: plan.policyDigest,
      waivers: plan.waiversDigest,
      asOf: plan.asOf.description,
      tier: plan.tier?.rawValue,
      filter: plan.filter,
      subjects: []
    )
  }

  /// SHA-256 over everything about controls but their code.
  static func digest(of controls: [Control]) -> String {
    let lines = controls.map { control in
      let about = control.description
      let needs = about.needs.map { need in
        need.kinds.map(\.name).joined(separator: "|")
          + (need.maximumAge.map { " \($0.words)" } ?? "")
      }
      return [
        about.id, about.title, about.suite, about.shape.rawValue, about.population, about.source,
        about.severity.rawValue, about.blocksFrom.rawValue, "\(about.isHardGate)",
        needs.joined(separator: ","), about.parameters.joined(separator: ","),
        about.subjectKinds.map(\.rawValue).sorted().joined(separator: ","),
        about.tiers.map(\.rawValue).sorted().joined(separator: ","),
      ].joined(separator: "\t")
    }
    return ConfigurationDocument.digest(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// SHA-256 over the path, state and digest of every file of a subject that is held.
  static func registers(of inventory: Inventory) -> String {
    let streams = Set(inventory.streams.map(\.path))
    let lines = inventory.files.filter { !streams.contains($0.path) }.map {
      "\($0.path)\t\($0.state.rawValue)\t\($0.digest)"
    }
    return ConfigurationDocument.digest(of: Array(lines.joined(separator: "\n").utf8))
  }
}
