public import ControlModel

/// A graph that another tool made, however large, in compact arrays.
///
/// Nodes are numbers in the order in which the file first names them; edges lie in one array by their
/// start (compressed sparse rows), and once more by their end. An edge takes 21 bytes, a node 25 and
/// its name. Only edges that give authority and are in force are kept, each with the line that proves
/// it.
public struct CompactGraph: Sendable {
  /// The file, as locators name it.
  public let path: String
  /// The time of the graph.
  public let asOf: Instant
  /// How many edges give no authority, or are not in force at the graph's time.
  public let leftOut: Int
  /// Names that two nodes claim, so that they were not joined.
  public let doubtCount: Int

  let names: SymbolTable
  /// The symbol of each node's name.
  let symbols: [UInt32]
  /// The node of each symbol; several where a node has aliases.
  let places: [UInt32]
  let tenantNames: SymbolTable
  /// What sort of thing each node is, as a place in `Node.Kind.allCases`; 255 where no record says.
  let kinds: [UInt8]
  let hasOwner: [Bool]
  let isAdministrator: [Bool]
  /// The tenant of each node plus one; 0: not recorded.
  let tenants: [UInt32]
  /// The line of each node's record; 0 where none describes it.
  let describedAt: [UInt32]

  /// Where the edges of each node start; one more than there are nodes.
  let starts: [UInt32]
  let targets: [UInt32]
  let lines: [UInt32]
  let edgeKinds: [UInt8]
  let isConditional: [Bool]
  /// The edges by their end, as places in ``targets``, with where they come from.
  let incomingStarts: [UInt32]
  let incoming: [UInt32]
  let sources: [UInt32]

  /// How many nodes there are.
  public var nodeCount: Int { kinds.count }
  /// How many edges there are.
  public var edgeCount: Int { targets.count }

  /// The name of a node.
  public func name(_ node: Int) -> String { names.name(Int(symbols[node])) }

  /// Appends the name of a node, in UTF-8.
  public func appendName(_ node: Int, to bytes: inout [UInt8]) {
    let symbol = Int(symbols[node])
    bytes.append(contentsOf: names.bytes[names.starts[symbol]..<names.starts[symbol + 1]])
  }

  /// The kind of a node; `nil` where no record describes it.
  public func kind(_ node: Int) -> Node.Kind? {
    kinds[node] == 255 ? nil : Node.Kind.allCases[Int(kinds[node])]
  }

  /// The tenant of a node; `nil`: not recorded.
  public func tenant(_ node: Int) -> String? {
    tenants[node] == 0 ? nil : tenantNames.name(Int(tenants[node]) - 1)
  }

  /// The node of a name, or of another name of it; `nil` where the file does not name it.
  public func node(_ name: String) -> Int? {
    let span = name.utf8Span.span
    return names.existing(span, hash: TextHash.bytes(span)).map { Int(places[Int($0)]) }
  }

  /// The nodes of a kind, in order.
  func nodes(of kind: Node.Kind) -> [Int] {
    guard let place = Node.Kind.allCases.firstIndex(of: kind) else { return [] }
    return kinds.indices.filter { kinds[$0] == UInt8(place) }
  }
}
