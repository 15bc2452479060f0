import ControlModel
import ControlTesting

/// A stream that was judged elsewhere, shard by shard.
package struct ShardedStream: Sendable {
  /// SHA-256 of the whole file.
  package let digest: String
  /// What came of each shard, in order.
  package let results: [ShardResult]

  /// Puts the shards of a stream together.
  ///
  /// - Parameters:
  ///   - digest: SHA-256 of the whole file.
  ///   - results: What came of each shard, in order.
  package init(digest: String, results: [ShardResult]) {
    self.digest = digest
    self.results = results
  }
}

extension SubjectPass {
  /// The populations that take part in a stream, each with the stretch of it that is the stream.
  private struct Audience: Sendable {
    let population: PassPopulation
    let segment: PassSegment
  }

  /// Judges every stream while it is read; those that nobody judges are read to know what they hold.
  ///
  /// The longest come first: what a check asks of shorter ones by key is then already held, and is
  /// not read twice.
  func readStreams(
    _ populations: [PassPopulation],
    _ workers: [Scope],
    _ meter: RecordMeter
  ) -> [String: StreamSummary] {
    var summaries: [String: StreamSummary] = [:]
    let streams = scope.inventory.streams.sorted {
      ($0.sizeInBytes ?? 0, $1.path) > ($1.sizeInBytes ?? 0, $0.path)
    }
    for stream in streams {
      let audience = audience(of: stream, populations)
      let summary = read(stream, audience, workers, meter)
      summaries[stream.path] = summary
      if summary.isComplete { continue }
      // What breaks off is no evidence, as a file that cannot be read whole is none.
      for part in audience { part.segment.forget() }
    }
    return summaries
  }

  private func audience(
    of stream: any RecordStream,
    _ populations: [PassPopulation]
  ) -> [Audience] {
    populations.compactMap { population in
      guard stream.recordTypes.contains(where: { $0 == population.recordType }) else { return nil }
      return population.segments.first { $0.path == stream.path }
        .map { Audience(population: population, segment: $0) }
    }
  }

  private func read(
    _ stream: any RecordStream,
    _ audience: [Audience],
    _ workers: [Scope],
    _ meter: RecordMeter
  ) -> StreamSummary {
    if let sharded = shards[stream.path] {
      for part in audience { take(sharded, part) }
      return .merged(sharded.results.map(\.summary), digest: sharded.digest)
    }
    if let summary = takeHeld(stream, audience, workers[0]) { return summary }
    do throws(Diagnostic) {
      return try observe(stream, range: nil, audience, workers, meter)
    } catch {
      return StreamSummary(unreadable: error)
    }
  }

  /// Judges what is held of a stream already; `nil` where a member's records are not.
  private func takeHeld(
    _ stream: any RecordStream,
    _ audience: [Audience],
    _ scope: Scope
  ) -> StreamSummary? {
    if audience.isEmpty {
      return stream.recordTypes.lazy.compactMap { scope.inventory.heldStream(stream.path, $0) }
        .first?.summary
    }
    let held = audience.compactMap {
      scope.inventory.heldStream(stream.path, $0.population.recordType)
    }
    guard held.count == audience.count else { return nil }
    for (part, held) in zip(audience, held) {
      for (ordinal, block) in held.blocks.enumerated() {
        part.segment.observe(PassBatch(block.handle()), ordinal, part.population, self, scope)
      }
    }
    return held.first?.summary
  }

  /// Reads a stream, or a range of it, and lets the members of its record types observe it.
  private func observe(
    _ stream: any RecordStream,
    range: StreamRange?,
    _ audience: [Audience],
    _ workers: [Scope],
    _ meter: RecordMeter?
  ) throws(Diagnostic) -> StreamSummary {
    try stream.read(threads: threads, range: range) { batch, worker in
      for part in audience {
        // A batch without records of the type is a batch none the less: the numbers have no gaps.
        let block = batch.blocks.first { $0.layout === part.population.recordType.layout }
        part.segment.observe(
          block.map { PassBatch($0) },
          batch.ordinal,
          part.population,
          self,
          workers[worker]
        )
      }
      meter?.add(batch.recordCount, bytes: batch.sizeInBytes)
      return true
    }
  }

  private func take(_ sharded: ShardedStream, _ part: Audience) {
    for (ordinal, shard) in sharded.results.enumerated() {
      let partials = part.population.seats.map { seat in
        let id = entries[seat.entry].id
        return shard.partials[id]?[seat.place] ?? entries[seat.entry].check.partial()
      }
      part.segment.merged.take(partials, ofBatch: ordinal)
      part.segment.count(shard.recordCounts[part.population.recordType.recordName] ?? 0)
    }
  }

  /// Judges one stream, or a range of it, and nothing else.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - range: The range; `nil`: all.
  /// - Returns: What the members made of it.
  /// - Throws: ``Diagnostic`` where it cannot be read.
  func shard(
    of stream: any RecordStream,
    range: StreamRange?
  ) throws(Diagnostic) -> ShardResult {
    let workers = (0..<threads).map { _ in scope.forWorker() }
    let audience = audience(of: stream, populations())
    let summary = try observe(stream, range: range, audience, workers, nil)
    var result = ShardResult(summary: summary, recordCounts: [:], partials: [:])
    for part in audience {
      result.recordCounts[part.population.recordType.recordName] = part.segment.recordCount
      for (index, seat) in part.population.seats.enumerated() {
        guard let partial = part.segment.merged.take(index) else { continue }
        result.partials[entries[seat.entry].id, default: [:]][seat.place] = partial
      }
    }
    return result
  }
}
