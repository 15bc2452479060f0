import ControlModel
import ControlTesting

/// Runs the checks of one subject together: each population is gone through once for all of them.
///
/// The records are cut into batches, and the batches are spread over threads. Each batch has partial
/// results of its own, which merge in the order of the records, so that neither the number of
/// threads nor the size of the batches shows in what comes out. A file that is a stream is judged
/// while it is read and never held, unless a check asks for its records by key.
struct SubjectPass: Sendable {
  /// A check and the rule of its tally.
  struct Entry: Sendable {
    /// The control's id.
    let id: String
    let check: any ErasedCheck
    let rule: TallyRule

    init(_ run: ControlRun) {
      id = run.control.description.id
      check = run.control.check
      rule = run.rule
    }
  }

  /// What a pass comes to.
  struct Outcome: Sendable {
    /// The results in the order of the entries.
    let results: [CheckResult]
    /// What became known of each stream, by its path.
    let summaries: [String: StreamSummary]
  }

  let entries: [Entry]
  let scope: Scope
  /// How many batches are observed at the same time.
  let threads: Int
  /// How many records a batch of a table has; `nil`: as many as suit the table and the threads.
  var batchSize: Int?
  /// What the shards of streams came to elsewhere, by path: these streams are not read here.
  var shards: [String: ShardedStream] = [:]

  private var inventory: Inventory { scope.inventory }

  /// Runs all checks.
  ///
  /// - Parameter meter: Told what was observed.
  /// - Returns: The results, and what is known of the streams.
  func run(_ meter: RecordMeter) async -> Outcome {
    let workers = (0..<threads).map { _ in scope.forWorker() }
    let populations = populations()
    let results = ResultSeats(count: entries.count)
    // What takes a check of the whole subject may be long: it is begun first.
    var work = entries.indices.filter { entries[$0].check.members.isEmpty }.map { index in
      { @Sendable (worker: Int) in results.set(index, finish(index, populations, workers[worker])) }
    }
    for population in populations {
      for segment in population.segments {
        work += tableWork(segment, population, workers, meter)
      }
    }
    await WorkQueue(work).run(threads: threads)
    let summaries = readStreams(populations, workers, meter)
    let gathering = entries.indices.filter { !entries[$0].check.members.isEmpty }.map { index in
      { @Sendable (worker: Int) in results.set(index, finish(index, populations, workers[worker])) }
    }
    await WorkQueue(gathering).run(threads: threads)
    return Outcome(results: results.all, summaries: summaries)
  }

  /// How many records the tables of the populations have together.
  var heldRecordCount: Int {
    populationTypes.reduce(0) { sum, type in
      sum + inventory.heldBlocks(type).reduce(0) { $0 + $1.rowCount }
    }
  }

  private func tableWork(
    _ segment: PassSegment,
    _ population: PassPopulation,
    _ workers: [Scope],
    _ meter: RecordMeter
  ) -> [@Sendable (Int) -> Void] {
    segment.batches.enumerated().map { ordinal, rows in
      { worker in
        // A handle of its own: threads that retain and release one block fight over it.
        let batch = PassBatch(rows.block.handle(), rows: rows.rows)
        segment.observe(batch, ordinal, population, self, workers[worker])
        meter.add(batch.count)
      }
    }
  }

  private func finish(_ index: Int, _ populations: [PassPopulation], _ scope: Scope) -> CheckResult
  {
    let entry = entries[index]
    let context = PassContext(scope: scope, rule: entry.rule)
    var result = CheckResult(
      total: entry.check.judgesSubject ? 1 : 0,
      partial: entry.check.partial()
    )
    for place in entry.check.members.indices {
      for population in populations {
        guard let seat = population.seat(of: index, at: place) else { continue }
        for partial in population.segments.compactMap({ $0.merged.take(seat) }) {
          entry.check.merge(partial, into: &result.partial, entry.rule)
        }
        if place == 0 && !entry.check.judgesSubject { result.total = population.recordCount }
      }
    }
    entry.check.finish(&result.partial, context)
    return result
  }
}
