import ControlModel
import ControlTesting

/// Runs the checks of one subject together: each population is gone through once for all of them.
///
/// The records are cut into batches, and the batches are spread over threads. Each batch has partial
/// results of its own, which merge in the order of the records, so that neither the number of
/// threads nor the size of the batches shows in what comes out.
struct SubjectPass: Sendable {
  /// A check with what it may ask and how its findings are kept.
  struct Entry: Sendable {
    let check: any ErasedCheck
    let context: PassContext
  }

  let entries: [Entry]
  let inventory: Inventory
  /// How many batches are observed at the same time.
  let threads: Int
  /// How many records a batch has; `nil`: as many as suit the population and the threads.
  var batchSize: Int?

  /// Runs all checks.
  ///
  /// - Parameter progress: Told how many more records were observed; called from any thread.
  /// - Returns: The results in the order of the entries.
  func run(progress: @escaping @Sendable (Int) -> Void) async -> [CheckResult] {
    let populations = populations()
    let results = ResultSeats(count: entries.count)
    var work: [@Sendable () -> Void] = []
    for index in entries.indices where entries[index].check.members.isEmpty {
      work.append { results.set(index, finish(index, populations)) }
    }
    for population in populations {
      for batch in 0..<population.batchCount {
        work.append { progress(population.observe(batch)) }
      }
    }
    await WorkQueue(work).run(threads: threads)
    let gathered = entries.indices.filter { !entries[$0].check.members.isEmpty }.map { index in
      { @Sendable in results.set(index, finish(index, populations)) }
    }
    await WorkQueue(gathered).run(threads: threads)
    return results.all
  }

  /// How many records the populations have together.
  var recordCount: Int { populations().reduce(0) { $0 + $1.recordCount } }

  private func populations() -> [any PassPopulation] {
    var order: [any EvidenceRecord.Type] = []
    var seats: [ObjectIdentifier: [Seat]] = [:]
    for (index, entry) in entries.enumerated() {
      for (place, member) in entry.check.members.enumerated() {
        let type = member.recordType
        if seats[ObjectIdentifier(type)] == nil { order.append(type) }
        seats[ObjectIdentifier(type), default: []].append(
          Seat(entry: index, place: place, member: member)
        )
      }
    }
    return order.map { population($0, seats[ObjectIdentifier($0)] ?? []) }
  }

  private func population<R: EvidenceRecord>(_ type: R.Type, _ seats: [Seat]) -> any PassPopulation
  {
    let records = inventory.records(type)
    let even = records.count / (threads * 8)
    return TablePopulation(
      records: records,
      seats: seats,
      entries: entries,
      batchSize: batchSize ?? min(max(even, 64), 8192)
    )
  }

  private func finish(_ index: Int, _ populations: [any PassPopulation]) -> CheckResult {
    let entry = entries[index]
    var result = CheckResult(
      total: entry.check.judgesSubject ? 1 : 0,
      partial: entry.check.partial()
    )
    for place in entry.check.members.indices {
      for population in populations {
        guard let partial = population.partial(of: index, at: place) else { continue }
        entry.check.merge(partial, into: &result.partial, entry.context.rule)
        if place == 0 && !entry.check.judgesSubject { result.total = population.recordCount }
      }
    }
    entry.check.finish(&result.partial, entry.context)
    return result
  }
}

/// A member of a pass, and whose it is.
struct Seat: Sendable {
  /// The entry in the pass.
  let entry: Int
  /// The member's place among those of its check.
  let place: Int
  let member: any AnyPassMember
}
