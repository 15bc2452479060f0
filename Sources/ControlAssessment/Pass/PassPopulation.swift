import ControlModel
import ControlTesting

/// All records of one type with the members that observe them.
protocol PassPopulation: Sendable {
  /// How many batches the records are cut into.
  var batchCount: Int { get }
  /// How many records there are.
  var recordCount: Int { get }

  /// Lets every member observe a batch. Each batch is observed once, by any thread.
  ///
  /// - Parameter batch: The batch, from zero.
  /// - Returns: How many records it has.
  func observe(_ batch: Int) -> Int

  /// What a member made of all batches; `nil` where the member is not of this population, or there
  /// was no batch.
  ///
  /// - Parameters:
  ///   - entry: The entry in the pass.
  ///   - place: The member's place among those of its check.
  /// - Returns: The merged partial.
  func partial(of entry: Int, at place: Int) -> CheckPartial?
}

/// A population that is held in a table.
struct TablePopulation<Record: EvidenceRecord>: PassPopulation {
  private let records: [Record]
  private let members: [(seat: Seat, member: PassMember<Record>)]
  private let entries: [SubjectPass.Entry]
  private let batchSize: Int
  private let merged: OrderedPartials

  init(records: [Record], seats: [Seat], entries: [SubjectPass.Entry], batchSize: Int) {
    self.records = records
    members = seats.compactMap { seat in
      (seat.member as? PassMember<Record>).map { (seat, $0) }
    }
    self.entries = entries
    self.batchSize = max(1, batchSize)
    merged = OrderedPartials(members.map { entries[$0.seat.entry] })
  }

  var recordCount: Int { records.count }

  var batchCount: Int { (records.count + batchSize - 1) / batchSize }

  func observe(_ batch: Int) -> Int {
    let start = batch * batchSize
    let slice = PassBatch(records[start..<min(start + batchSize, records.count)])
    let partials = members.map { seat, member in
      let entry = entries[seat.entry]
      var partial = entry.check.partial()
      member.observe(slice, entry.context, &partial)
      return partial
    }
    merged.take(partials, ofBatch: batch)
    return slice.count
  }

  func partial(of entry: Int, at place: Int) -> CheckPartial? {
    members.firstIndex { $0.seat.entry == entry && $0.seat.place == place }
      .flatMap { merged.partial($0) }
  }
}
