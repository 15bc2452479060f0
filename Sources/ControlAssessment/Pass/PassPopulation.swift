import ControlModel
import ControlTesting
import Synchronization

/// All records of one type with the members that observe them.
struct PassPopulation: Sendable {
  /// A member of the pass, and whose it is.
  struct Seat: Sendable {
    /// The entry in the pass.
    let entry: Int
    /// The member's place among those of its check.
    let place: Int
    let member: PassMember
  }

  let recordType: any EvidenceRecord.Type
  let seats: [Seat]
  /// The records in order: stretches of tables, and streams.
  let segments: [PassSegment]

  /// How many records there are; of streams once they were read.
  var recordCount: Int { segments.reduce(0) { $0 + $1.recordCount } }

  /// The number of the seat of a member; `nil` where it is of another population.
  func seat(of entry: Int, at place: Int) -> Int? {
    seats.firstIndex { $0.entry == entry && $0.place == place }
  }
}

/// A stretch of a population: rows of tables, or one stream.
final class PassSegment: Sendable {
  /// The path of the stream; `nil`: rows of tables.
  let path: String?
  /// The rows, cut into batches; none for a stream.
  let batches: [RowRun]
  let merged: OrderedPartials
  private let total: Atomic<Int>

  init(path: String?, batches: [RowRun], _ seats: [SubjectPass.Entry]) {
    self.path = path
    self.batches = batches
    merged = OrderedPartials(seats)
    total = Atomic(batches.reduce(0) { $0 + $1.rows.count })
  }

  /// How many records it has; of a stream once it was read.
  var recordCount: Int { total.load(ordering: .relaxed) }

  /// Counts records that were judged elsewhere.
  func count(_ added: Int) { total.add(added, ordering: .relaxed) }

  /// Drops what was judged.
  func forget() {
    total.store(0, ordering: .relaxed)
    merged.forget()
  }

  /// Lets every member observe a batch.
  ///
  /// Each batch is observed once, by any thread; `nil`: it has no record of the type.
  func observe(
    _ batch: PassBatch?,
    _ ordinal: Int,
    _ population: PassPopulation,
    _ pass: SubjectPass,
    _ scope: Scope
  ) {
    let partials = population.seats.map { seat in
      let entry = pass.entries[seat.entry]
      var partial = entry.check.partial()
      if let batch {
        seat.member.observe(batch, PassContext(scope: scope, rule: entry.rule), &partial)
      }
      return partial
    }
    if path != nil { count(batch?.count ?? 0) }
    merged.take(partials, ofBatch: ordinal)
  }
}

extension SubjectPass {
  /// The record types that a check observes, in the order of the checks.
  var populationTypes: [any EvidenceRecord.Type] {
    var seen: Set<ObjectIdentifier> = []
    return entries.flatMap { $0.check.members.map(\.recordType) }
      .filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// Every population with its seats and segments.
  func populations() -> [PassPopulation] {
    populationTypes.map { type in
      let seats = entries.enumerated().flatMap { index, entry in
        entry.check.members.enumerated().filter { $0.element.recordType == type }
          .map { PassPopulation.Seat(entry: index, place: $0.offset, member: $0.element) }
      }
      let own = seats.map { entries[$0.entry] }
      return PassPopulation(recordType: type, seats: seats, segments: segments(of: type, own))
    }
  }

  /// The stretches of a type in order of path: a file that is a stream stands between those held.
  private func segments(
    of type: any EvidenceRecord.Type,
    _ seats: [Entry]
  ) -> [PassSegment] {
    let blocks = scope.inventory.heldBlocks(type)
    let streams = scope.inventory.streams.filter { stream in
      stream.recordTypes.contains { $0 == type }
    }
    if streams.isEmpty { return [PassSegment(path: nil, batches: batches(blocks), seats)] }
    var segments: [(path: String, segment: PassSegment)] = streams.map {
      ($0.path, PassSegment(path: $0.path, batches: [], seats))
    }
    for (path, runs) in RecordBlock.runs(of: blocks) {
      segments.append((path, PassSegment(path: nil, batches: runs, seats)))
    }
    return segments.sorted { $0.path < $1.path }.map(\.segment)
  }

  private func batches(_ blocks: [RecordBlock]) -> [RowRun] {
    let count = blocks.reduce(0) { $0 + $1.rowCount }
    let size = max(1, batchSize ?? min(max(count / (threads * 8), 64), 8192))
    return blocks.flatMap { block in
      stride(from: 0, to: block.rowCount, by: size).map { start in
        RowRun(block: block, rows: start..<min(start + size, block.rowCount))
      }
    }
  }
}
