import ControlModel

/// Puts the parts of a graph together, so that threads leave no trace: nodes are numbered by where
/// the file first names them, and edges lie in the file's order within each start.
struct GraphAssembly {
  private var names: SymbolTable
  private var tenants: SymbolTable
  private var descriptions: [GraphPart.Description]
  private var aliases: [(alias: UInt32, node: UInt32, line: UInt32)]
  private let batches: [(ordinal: Int, part: Int, steps: [GraphPart.Step])]
  /// The common symbol of each part's symbols; empty where they are the same.
  private let maps: [[UInt32]]
  private let leftOut: Int
  private let lineCount: Int

  /// Joins the symbols of the parts.
  init(_ parts: [GraphPart], lineCount: Int) {
    var names = parts[0].names
    var tenants = parts[0].tenants
    var maps: [[UInt32]] = [[]]
    var descriptions = parts[0].descriptions
    var aliases = parts[0].aliases
    for part in parts.dropFirst() {
      let map = names.merge(part.names)
      let tenantMap = tenants.merge(part.tenants)
      maps.append(map)
      for var description in part.descriptions {
        description.symbol = map[Int(description.symbol)]
        if description.tenant > 0 {
          description.tenant = tenantMap[Int(description.tenant) - 1] + 1
        }
        descriptions.append(description)
      }
      aliases += part.aliases.map { (map[Int($0.alias)], map[Int($0.node)], $0.line) }
    }
    var batches: [(ordinal: Int, part: Int, steps: [GraphPart.Step])] = []
    for (number, part) in parts.enumerated() {
      for (ordinal, steps) in part.steps { batches.append((ordinal, number, steps)) }
    }
    batches.sort { $0.ordinal < $1.ordinal }
    self.names = names
    self.tenants = tenants
    self.descriptions = descriptions
    self.aliases = aliases
    self.batches = batches
    self.maps = maps
    self.lineCount = lineCount
    leftOut = parts.reduce(0) { $0 + $1.leftOut }
  }

  /// The graph.
  func graph(path: String, asOf: Instant, certain: Bool) -> CompactGraph {
    var isDescribed = [Bool](repeating: false, count: names.count)
    for description in descriptions { isDescribed[Int(description.symbol)] = true }
    let (owners, doubtCount) = joined(isDescribed)
    let (places, symbols) = numbered(owners)
    var kinds = [UInt8](repeating: 255, count: symbols.count)
    var hasOwner = [Bool](repeating: false, count: symbols.count)
    var isAdministrator = hasOwner
    var tenantOf = [UInt32](repeating: 0, count: symbols.count)
    var describedAt = tenantOf
    for description in descriptions {
      let node = Int(places[Int(description.symbol)])
      // The first record of a node speaks.
      if describedAt[node] != 0, describedAt[node] <= description.line { continue }
      describedAt[node] = description.line
      kinds[node] = description.kind
      hasOwner[node] = description.hasOwner
      isAdministrator[node] = description.isAdministrator
      tenantOf[node] = description.tenant
    }
    let rows = SparseRows(batches, maps, places, nodeCount: symbols.count, certain: certain)
    return CompactGraph(
      path: path,
      asOf: asOf,
      leftOut: leftOut,
      doubtCount: doubtCount,
      names: names,
      symbols: symbols,
      places: places,
      tenantNames: tenants,
      kinds: kinds,
      hasOwner: hasOwner,
      isAdministrator: isAdministrator,
      tenants: tenantOf,
      describedAt: describedAt,
      starts: rows.starts,
      targets: rows.targets,
      lines: rows.lines,
      edgeKinds: rows.kinds,
      isConditional: rows.isConditional,
      incomingStarts: rows.incomingStarts,
      incoming: rows.incoming,
      sources: rows.sources
    )
  }

  /// The symbol that each symbol's node carries: its own, or that of the node whose alias it is.
  private func joined(_ isDescribed: [Bool]) -> (owners: [UInt32], doubtCount: Int) {
    var owners = (0..<UInt32(names.count)).map { $0 }
    var doubts: Set<UInt32> = []
    for (alias, node, _) in aliases.sorted(by: { $0.line < $1.line }) where alias != node {
      let isFree =
        !isDescribed[Int(alias)] && (owners[Int(alias)] == alias || owners[Int(alias)] == node)
      if isFree { owners[Int(alias)] = node } else { doubts.insert(alias) }
    }
    return (owners, doubts.count)
  }

  /// Numbers nodes by where they are first named.
  ///
  /// Each place of the file names at most one symbol for the first time, aliases left out, so the
  /// rank of a place among those marked is the node's number.
  private func numbered(_ owners: [UInt32]) -> (places: [UInt32], symbols: [UInt32]) {
    var marks = [UInt64](repeating: 0, count: (lineCount + 2) * 2 / 64 + 1)
    var firsts = names.places
    var isSimple = true
    for symbol in owners.indices where owners[symbol] != UInt32(symbol) {
      isSimple = false
      let owner = Int(owners[symbol])
      firsts[owner] = min(firsts[owner], firsts[symbol])
    }
    var nodes = 0
    for symbol in owners.indices where owners[symbol] == UInt32(symbol) {
      let place = Int(firsts[symbol])
      if place >> 6 >= marks.count || marks[place >> 6] & (1 << UInt64(place & 63)) != 0 {
        isSimple = false
      } else {
        marks[place >> 6] |= 1 << UInt64(place & 63)
      }
      nodes += 1
    }
    var places = [UInt32](repeating: 0, count: owners.count)
    var symbols = [UInt32](repeating: 0, count: nodes)
    if isSimple {
      var ranks = [UInt32](repeating: 0, count: marks.count)
      var sum: UInt32 = 0
      for index in marks.indices {
        ranks[index] = sum
        sum += UInt32(marks[index].nonzeroBitCount)
      }
      for symbol in owners.indices {
        let place = Int(firsts[symbol])
        let before = marks[place >> 6] & ((1 << UInt64(place & 63)) - 1)
        let rank = ranks[place >> 6] + UInt32(before.nonzeroBitCount)
        places[symbol] = rank
        symbols[Int(rank)] = UInt32(symbol)
      }
    } else {
      let order = owners.indices.filter { owners[$0] == UInt32($0) }.sorted {
        (firsts[$0], names.name($0)) < (firsts[$1], names.name($1))
      }
      for (rank, symbol) in order.enumerated() {
        places[symbol] = UInt32(rank)
        symbols[rank] = UInt32(symbol)
      }
      for symbol in owners.indices { places[symbol] = places[Int(owners[symbol])] }
    }
    return (places, symbols)
  }
}
