import ControlModel

/// The spans of one file, and which agent's run each belongs to.
///
/// Spans are exported when they end, so a span often stands after its children, and in another
/// request. Chains of parents are followed without recursion, each link once; a chain that leads
/// back to itself is cut there.
struct OTLPSpanTree {
  /// The spans in the order of the file.
  private(set) var spans: [OTLPSpan] = []
  private var positions: [String: Int] = [:]

  /// For each span the position of the nearest agent's span above it, or -1 where there is none.
  private(set) var runs: [Int] = []
  /// How many tools each span called, where it is an agent's.
  private(set) var callCounts: [Int] = []
  /// How many agents each span started, where it is an agent's.
  private(set) var fanOuts: [Int] = []
  /// How many agents' spans are above each agent's span, itself counted.
  private(set) var depths: [Int] = []

  /// Adds a span; one that was sent twice is kept once.
  ///
  /// - Throws: ``Diagnostic`` with code `evidence-duplicate` where another span has its ids.
  mutating func add(_ span: OTLPSpan) throws(Diagnostic) {
    guard let position = positions[span.key] else {
      positions[span.key] = spans.count
      spans.append(span)
      return
    }
    let known = spans[position].cursor
    let isResent = ["name", "startTimeUnixNano", "endTimeUnixNano"].allSatisfy { name in
      known[name]?.text == span.cursor[name]?.text
    }
    if !isResent {
      throw Diagnostic(
        .evidenceDuplicate,
        at: span.cursor.locator,
        found: "a second span \(span.key)",
        needed: "each span once; the first is at \(known.locator)",
        remedy: "export again; two programs share a span's id"
      )
    }
  }

  /// Finds each span's run, and counts.
  mutating func settle() {
    let unknown = -2
    runs = Array(repeating: unknown, count: spans.count)
    for start in spans.indices where runs[start] == unknown {
      var chain: [Int] = []
      var position = start
      var found = -1
      while true {
        chain.append(position)
        // Marks the link as followed: meeting it again ends a chain that leads back to itself.
        runs[position] = -1
        guard let key = spans[position].parentKey, let parent = positions[key] else { break }
        if spans[parent].operation == .agent {
          found = parent
          break
        }
        if runs[parent] != unknown {
          found = runs[parent]
          break
        }
        position = parent
      }
      for link in chain { runs[link] = found }
    }
    count()
  }

  private mutating func count() {
    callCounts = Array(repeating: 0, count: spans.count)
    fanOuts = callCounts
    for (position, span) in spans.enumerated() where runs[position] >= 0 {
      switch span.operation {
      case .tool: callCounts[runs[position]] += 1
      case .agent: fanOuts[runs[position]] += 1
      case .other: break
      }
    }
    depths = Array(repeating: 0, count: spans.count)
    for start in spans.indices where spans[start].operation == .agent && depths[start] == 0 {
      var chain: [Int] = []
      var position = start
      var above = 0
      while position >= 0 {
        if depths[position] != 0 {
          above = max(depths[position], 0)
          break
        }
        depths[position] = -1
        chain.append(position)
        position = runs[position]
      }
      for link in chain.reversed() {
        above += 1
        depths[link] = above
      }
    }
  }
}
