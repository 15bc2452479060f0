public import ControlModel
import Synchronization

extension CompactGraph {
  /// Reads a graph from canonical records of `trust-chain-graph`.
  ///
  /// - Parameters:
  ///   - stream: The file.
  ///   - asOf: The time: edges that had ended or not begun by then are left out.
  ///   - certain: Whether edges on conditions are left out too.
  ///   - threads: At most so many threads read.
  /// - Returns: The graph, and what was read.
  /// - Throws: ``Diagnostic`` where the file cannot be read to its end.
  /// - Complexity: O(*v* + *e*).
  public static func read(
    _ stream: any RecordStream,
    asOf: Instant,
    certain: Bool = false,
    threads: Int
  ) throws(Diagnostic) -> (graph: CompactGraph, summary: StreamSummary) {
    let boxes = (0..<max(threads, 1)).map { _ in PartBox(GraphPart(asOf: asOf)) }
    // Read as one range, no digest is made of it: nothing here is judged against a manifest.
    let range = stream.isSplittable ? stream.sizeInBytes.map { 0..<$0 } : nil
    let summary = try stream.read(
      threads: threads,
      range: range.map { StreamRange(bytes: $0, firstLine: 1) }
    ) { batch, worker in
      boxes[worker].part.take(batch)
      return true
    }
    let assembly = GraphAssembly(boxes.map { $0.release() }, lineCount: summary.lineCount)
    return (assembly.graph(path: stream.path, asOf: asOf, certain: certain), summary)
  }
}

/// Lets one worker keep its part; no two calls of one worker run at the same time.
private final class PartBox: @unchecked Sendable {
  var part: GraphPart

  init(_ part: GraphPart) { self.part = part }

  func release() -> GraphPart {
    defer { part = GraphPart(asOf: .epoch) }
    return part
  }
}
