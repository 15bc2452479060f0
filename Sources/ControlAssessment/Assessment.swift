import ControlFrameworks
public import ControlModel
import ControlTesting
import Synchronization

/// Runs a plan over the evidence of subjects.
///
/// A pure function of its inputs: it reads no clock, no disk, and prints nothing.
public enum Assessment {
  /// How far an assessment has come.
  public struct Progress: Sendable, Hashable {
    /// How many records have been observed, over all subjects; each once for all controls.
    public var records = 0
    /// How many will be; `nil`: files that are read in one pass are counted only when read.
    public var totalRecords: Int?
    /// How many bytes of such files have been read.
    public var bytes = 0
    /// How many bytes such files have, over all subjects.
    public var totalBytes = 0
  }

  /// Assesses subjects.
  ///
  /// - Parameters:
  ///   - plan: Which controls, by which policy and waivers, for which time.
  ///   - inventories: The subjects' evidence.
  ///   - toolVersion: The version of the tool, for the record.
  ///   - threads: How many batches of records are judged at the same time; at least one.
  ///   - progress: Told how far it has come; may be called from any thread.
  /// - Returns: The results, equal for equal inputs whatever the number of threads.
  public static func run(
    _ plan: AssessmentPlan,
    over inventories: [Inventory],
    toolVersion: String,
    threads: Int = 4,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> AssessmentResults {
    await assess(
      plan,
      over: inventories,
      toolVersion: toolVersion,
      threads: threads,
      progress: progress
    ).results
  }

  /// What an assessment comes to.
  package struct Assessed: Sendable {
    /// The results.
    package let results: AssessmentResults
    /// The subjects' evidence, in order of id, with what became known while it was judged.
    package let inventories: [Inventory]
  }

  /// Assesses subjects, and tells what became known of the evidence.
  ///
  /// - Parameters:
  ///   - plan: Which controls, by which policy and waivers, for which time.
  ///   - inventories: The subjects' evidence.
  ///   - toolVersion: The version of the tool, for the record.
  ///   - threads: How many batches of records are judged at the same time.
  ///   - batchSize: How many records of a table a batch has; `nil`: as many as suit.
  ///   - shards: Streams that were judged elsewhere, by subject and path.
  ///   - progress: Told how far it has come; may be called from any thread.
  /// - Returns: The results and the evidence.
  package static func assess(
    _ plan: AssessmentPlan,
    over inventories: [Inventory],
    toolVersion: String,
    threads: Int,
    batchSize: Int? = nil,
    shards: [String: [String: ShardedStream]] = [:],
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Assessed {
    let ordered = inventories.sorted { $0.subject.id < $1.subject.id }
    let judged = ordered.map { inventory in
      SubjectAssessment(inventory, plan, threads: threads, batchSize: batchSize)
        .with(shards[inventory.subject.id] ?? [:])
    }
    var start = Progress()
    start.totalBytes = judged.reduce(0) { $0 + $1.streamBytes }
    if ordered.allSatisfy(\.streams.isEmpty) {
      start.totalRecords = judged.reduce(0) { $0 + $1.heldRecordCount }
    }
    let meter = RecordMeter(start, progress)
    var subjects: [SubjectResult] = []
    var known: [Inventory] = []
    for subject in judged {
      let (result, inventory) = await subject.result(meter)
      subjects.append(result)
      known.append(inventory)
    }
    var results = AssessmentResults(
      asOf: plan.asOf,
      toolVersion: toolVersion,
      policyDigest: plan.policyDigest,
      waiversDigest: plan.waiversDigest,
      filter: plan.filter,
      controls: plan.controls.map(\.description),
      parameters: parameters(of: plan),
      subjects: subjects
    )
    results.frameworkFiles = plan.frameworkFiles
    results.profiles = plan.profiles
    return Assessed(results: results, inventories: known)
  }

  /// Judges one stream of a subject, or a range of it, with all controls of a plan.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - range: The range; `nil`: all.
  ///   - plan: Which controls, by which policy and waivers, for which time.
  ///   - inventory: The subject's evidence.
  ///   - threads: How many batches of records are judged at the same time.
  /// - Returns: What came of it, to be merged with other shards by `assess`.
  /// - Throws: ``Diagnostic`` where the stream cannot be read.
  package static func shard(
    of stream: any RecordStream,
    range: StreamRange?,
    _ plan: AssessmentPlan,
    over inventory: Inventory,
    threads: Int
  ) throws(Diagnostic) -> ShardResult {
    try SubjectAssessment(inventory, plan, threads: threads, batchSize: nil)
      .shard(of: stream, range: range)
  }

  private static func parameters(of plan: AssessmentPlan) -> [ParameterInForce] {
    var known: [String: PolicyParameter] = [:]
    for parameter in plan.controls.flatMap(\.parameters) { known[parameter.name] = parameter }
    return known.values.sorted { $0.name < $1.name }.map { parameter in
      ParameterInForce(
        parameter: parameter,
        value: plan.policy.value(of: parameter),
        source: plan.policy.sources[parameter.name]
      )
    }
  }
}

/// Adds up what threads have observed.
final class RecordMeter: Sendable {
  private let state: Mutex<Assessment.Progress>
  private let progress: (@Sendable (Assessment.Progress) -> Void)?

  init(_ start: Assessment.Progress, _ progress: (@Sendable (Assessment.Progress) -> Void)?) {
    state = Mutex(start)
    self.progress = progress
  }

  func add(_ records: Int, bytes: Int = 0) {
    guard let progress else { return }
    progress(
      state.withLock { state in
        state.records += records
        state.bytes += bytes
        return state
      }
    )
  }
}
