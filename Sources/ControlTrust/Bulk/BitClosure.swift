import Dispatch
import Synchronization

/// How far each of many nodes reaches, 64 of them in one sweep: a bit for each in one word.
///
/// Within a sweep, components are taken from the highest number down, so that each is complete when
/// it is passed on. Only what is reached is touched.
struct BitClosure {
  /// How far one node reaches.
  struct Extent: Sendable {
    /// How many nodes it reaches, itself left out.
    var nodeCount = 0
    /// How many tenants other than its own something that it reaches belongs to; 0 where its own is
    /// not recorded.
    var otherTenants = 0
  }

  /// Measures nodes.
  ///
  /// - Parameters:
  ///   - starts: The nodes.
  ///   - graph: The graph.
  ///   - components: Its components.
  ///   - threads: At most so many threads work.
  /// - Returns: The extent of each, in their order.
  /// - Complexity: O(*s*/64 · *r*) in the starts and what 64 neighbours reach together.
  static func extents(
    of starts: [Int],
    _ graph: CompactGraph,
    _ components: Components,
    threads: Int
  ) -> [Extent] {
    // Neighbours reach the same, and then one sweep serves them all.
    let order = starts.indices.sorted { components.of[starts[$0]] < components.of[starts[$1]] }
    let sweepCount = (order.count + 63) / 64
    let width = max(1, min(threads, sweepCount))
    let hub = Hub(graph, components)
    let found = Mutex([Extent](repeating: Extent(), count: starts.count))
    DispatchQueue.concurrentPerform(iterations: width) { worker in
      var sweep = Sweep(graph, components, hub)
      var own: [(place: Int, extent: Extent)] = []
      // A stretch for each thread: neighbours stay together.
      for number in sweepCount * worker / width..<sweepCount * (worker + 1) / width {
        let places = order[number * 64..<min(order.count, (number + 1) * 64)]
        let extents = sweep.run(places.map { starts[$0] })
        for (place, extent) in zip(places, extents) { own.append((place, extent)) }
      }
      found.withLock { all in for (place, extent) in own { all[place] = extent } }
    }
    return found.withLock { $0 }
  }

  /// One thread's memory for sweeps.
  private struct Sweep {
    private let graph: CompactGraph
    private let components: Components
    private let hub: Hub
    /// The starts of this sweep that reach the hub.
    private var throughHub: UInt64 = 0
    private var masks: [UInt64]
    private var pending: [UInt64]
    private var tenantMasks: [UInt64]
    private var touchedTenants: [Int] = []

    init(_ graph: CompactGraph, _ components: Components, _ hub: Hub) {
      self.hub = hub
      self.graph = graph
      self.components = components
      masks = [UInt64](repeating: 0, count: components.count)
      pending = [UInt64](repeating: 0, count: components.count / 64 + 1)
      tenantMasks = [UInt64](repeating: 0, count: graph.tenantNames.count + 1)
    }

    mutating func run(_ starts: [Int]) -> [Extent] {
      var extents = [Extent](repeating: Extent(nodeCount: -1), count: starts.count)
      var highest = 0
      var lowest = pending.count
      throughHub = 0
      for (bit, start) in starts.enumerated() {
        let component = Int(components.of[start])
        masks[component] |= 1 << UInt64(bit)
        pending[component >> 6] |= 1 << UInt64(component & 63)
        highest = max(highest, component >> 6)
        lowest = min(lowest, component >> 6)
      }
      var word = highest
      while word >= lowest {
        while pending[word] != 0 {
          let bit = 63 - pending[word].leadingZeroBitCount
          pending[word] &= ~(1 << UInt64(bit))
          pass(word << 6 | bit, &extents, &lowest)
        }
        word -= 1
      }
      addHub(to: &extents)
      for tenant in touchedTenants {
        var mask = tenantMasks[tenant]
        tenantMasks[tenant] = 0
        while mask != 0 {
          let bit = mask.trailingZeroBitCount
          mask &= mask - 1
          let own = Int(graph.tenants[starts[bit]])
          if own != 0, own != tenant { extents[bit].otherTenants += 1 }
        }
      }
      touchedTenants.removeAll(keepingCapacity: true)
      return extents
    }

    /// Counts what lies behind the hub for the starts that reach it.
    private mutating func addHub(to extents: inout [Extent]) {
      if throughHub == 0 { return }
      var bits = throughHub
      while bits != 0 {
        extents[bits.trailingZeroBitCount].nodeCount += hub.nodeCount
        bits &= bits - 1
      }
      for tenant in hub.tenants {
        if tenantMasks[tenant] == 0 { touchedTenants.append(tenant) }
        tenantMasks[tenant] |= throughHub
      }
    }

    /// Hands a component's bits on to what its members lead to, and counts its members.
    @inline(__always)
    private mutating func pass(_ component: Int, _ extents: inout [Extent], _ lowest: inout Int) {
      var mask = masks[component]
      masks[component] = 0
      if component == hub.component {
        throughHub = mask
        return
      }
      // The hub's number is above those behind it, so it came first.
      if hub.isBehind[component] { mask &= ~throughHub }
      if mask == 0 { return }
      let first = Int(components.starts[component])
      let last = Int(components.starts[component + 1])
      for place in first..<last {
        let node = Int(components.members[place])
        let tenant = Int(graph.tenants[node])
        if tenant != 0 {
          if tenantMasks[tenant] == 0 { touchedTenants.append(tenant) }
          tenantMasks[tenant] |= mask
        }
        for edge in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
          let target = Int(components.of[Int(graph.targets[edge])])
          if target == component { continue }
          masks[target] |= mask
          pending[target >> 6] |= 1 << UInt64(target & 63)
          if target >> 6 < lowest { lowest = target >> 6 }
        }
      }
      var bits = mask
      while bits != 0 {
        extents[bits.trailingZeroBitCount].nodeCount += last - first
        bits &= bits - 1
      }
    }
  }
}
