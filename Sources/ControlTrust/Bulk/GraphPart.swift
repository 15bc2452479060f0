import ControlModel

/// What one worker read of a graph's file, by symbols of its own.
struct GraphPart {
  /// An edge as it is kept: 16 bytes.
  struct Step {
    var from: UInt32
    var to: UInt32
    /// The line that states it.
    var line: UInt32
    var kind: UInt8
    var isConditional: Bool
  }

  /// What a record says of a node.
  struct Description {
    var symbol: UInt32
    var line: UInt32
    /// The tenant's symbol in ``GraphPart/tenants`` plus one; 0: not recorded.
    var tenant: UInt32
    var kind: UInt8
    var hasOwner: Bool
    var isAdministrator: Bool
  }

  private(set) var names = SymbolTable(capacity: 1 << 16)
  private(set) var tenants = SymbolTable()
  /// The edges of each batch, by its number.
  private(set) var steps: [(ordinal: Int, steps: [Step])] = []
  private(set) var descriptions: [Description] = []
  /// Other names of nodes: the alias and the node.
  private(set) var aliases: [(alias: UInt32, node: UInt32, line: UInt32)] = []
  /// How many edges give no authority, or are not in force at the graph's time.
  private(set) var leftOut = 0

  private let asOf: Instant
  private let edges = EdgeFields()
  private let nodes = NodeFields()

  init(asOf: Instant) { self.asOf = asOf }

  /// Takes the rows of a batch.
  mutating func take(_ batch: RecordBatch) {
    for block in batch.blocks {
      if block.layout === Edge.layout {
        takeEdges(block, batch.ordinal)
      } else if block.layout === Node.layout {
        takeNodes(block)
      }
    }
  }

  private mutating func takeEdges(_ block: RecordBlock, _ ordinal: Int) {
    var taken: [Step] = []
    taken.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let line = block.line(row)
      let place = UInt64(line) &* 2
      guard let from = block.slot(row, edges.from), let to = block.slot(row, edges.to) else {
        continue
      }
      let start = symbol(block, from, place)
      let end = symbol(block, to, place &+ 1)
      guard block.slot(row, edges.traversable) == 1, start != end, isInForce(block, row) else {
        leftOut &+= 1
        continue
      }
      taken.append(
        Step(
          from: start,
          to: end,
          line: line,
          kind: UInt8(truncatingIfNeeded: block.slot(row, edges.kind) ?? 0),
          isConditional: block.slot(row, edges.conditional) == 1
        )
      )
    }
    if !taken.isEmpty { steps.append((ordinal, taken)) }
  }

  private mutating func takeNodes(_ block: RecordBlock) {
    for row in 0..<block.rowCount {
      let line = block.line(row)
      guard let id = block.slot(row, nodes.id) else { continue }
      let symbol = symbol(block, id, UInt64(line) &* 2)
      var tenant: UInt32 = 0
      if let slot = block.slot(row, nodes.tenant) {
        tenant =
          block.withText(slot) { text in
            tenants.symbol(of: text, hash: TextHash.bytes(text), at: UInt64(line))
          } &+ 1
      }
      descriptions.append(
        Description(
          symbol: symbol,
          line: line,
          tenant: tenant,
          kind: UInt8(truncatingIfNeeded: block.slot(row, nodes.kind) ?? 0),
          hasOwner: block.slot(row, nodes.owner) != nil,
          isAdministrator: block.slot(row, nodes.administrator) == 1
        )
      )
      guard let slot = block.slot(row, nodes.aliases) else { continue }
      for alias in block.items(slot) {
        aliases.append((self.symbol(block, alias, UInt64(line) &* 2 &+ 1), symbol, line))
      }
    }
  }

  @inline(__always)
  private mutating func symbol(_ block: RecordBlock, _ slot: UInt64, _ place: UInt64) -> UInt32 {
    block.withText(slot) { names.symbol(of: $0, hash: TextHash.bytes($0), at: place) }
  }

  private func isInForce(_ block: RecordBlock, _ row: Int) -> Bool {
    if let slot = block.slot(row, edges.since),
      case .at(let since) = SlotCoding.moment(slot), asOf < since
    {
      return false
    }
    if let slot = block.slot(row, edges.until),
      case .at(let until) = SlotCoding.moment(slot), until <= asOf
    {
      return false
    }
    return true
  }
}

/// The numbers of the fields that are read of an edge.
private struct EdgeFields {
  let from = Edge.layout.place(of: "from")
  let to = Edge.layout.place(of: "to")
  let kind = Edge.layout.place(of: "kind")
  let traversable = Edge.layout.place(of: "traversable")
  let conditional = Edge.layout.place(of: "conditional")
  let since = Edge.layout.place(of: "sinceAt")
  let until = Edge.layout.place(of: "untilAt")
}

/// The numbers of the fields that are read of a node.
private struct NodeFields {
  let id = Node.layout.place(of: "id")
  let kind = Node.layout.place(of: "kind")
  let aliases = Node.layout.place(of: "aliases")
  let owner = Node.layout.place(of: "owner")
  let tenant = Node.layout.place(of: "tenant")
  let administrator = Node.layout.place(of: "administrator")
}

extension RecordLayout {
  /// The number of a field that the type has; of another, one that no row holds.
  fileprivate func place(of name: String) -> Int { field(name) ?? Self.fieldLimit - 1 }
}
