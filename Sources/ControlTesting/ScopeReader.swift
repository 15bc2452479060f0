import ControlModel
import Synchronization

/// What one thread reads records through: handles of the subject's blocks and indices that no other
/// thread retains and releases.
///
/// Any thread may use any reader; it is only quicker to have one's own.
final class ScopeReader: Sendable {
  private struct Contents: Sendable {
    var blocks: [ObjectIdentifier: [RecordBlock]] = [:]
    var records: [ObjectIdentifier: any Sendable] = [:]
    var finders: [Finder] = []
    var indices: [RecordIndex] = []
    /// Keeps the key paths by whose identity indices are found.
    var names: [IndexName] = []
  }

  /// An index's type, and the identity of its key path object, which the uses of a literal share.
  ///
  /// Key paths themselves would be retained and released here, and threads share them.
  private struct Finder: Equatable {
    let type: ObjectIdentifier
    let path: ObjectIdentifier?
  }

  private let inventory: Inventory
  private let indices: IndexStore
  private let contents = Mutex(Contents())

  init(_ inventory: Inventory, _ indices: IndexStore) {
    self.inventory = inventory
    self.indices = indices
  }

  /// All records of a type, in order.
  func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    contents.withLock { contents in
      if let known = contents.records[ObjectIdentifier(type)] as? [R] { return known }
      let records = R.views(of: blocks(type, &contents))
      contents.records[ObjectIdentifier(type)] = records
      return records
    }
  }

  /// The blocks of a type, in order.
  func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] {
    contents.withLock { blocks(type, &$0) }
  }

  /// The index of a type by its key.
  func index(_ type: any EvidenceRecord.Type) -> RecordIndex {
    index(type, nil) {
      let fields = type.layout.keyFields
      if fields.count == 1, type.layout.shapes[fields[0]] == .text { return .text(fields[0]) }
      return .computed { [$0.key] }
    }
  }

  /// The index of a type by a field.
  ///
  /// - Parameters:
  ///   - type: The record type.
  ///   - path: The field, or `nil` for the key.
  ///   - field: How the texts of a row are had; called at the first use.
  /// - Returns: The index.
  func index(
    _ type: any EvidenceRecord.Type,
    _ path: AnyKeyPath?,
    _ field: () -> IndexedField
  ) -> RecordIndex {
    let finder = Finder(type: ObjectIdentifier(type), path: path.map { ObjectIdentifier($0) })
    return contents.withLock { contents in
      for place in contents.finders.indices where contents.finders[place] == finder {
        return contents.indices[place]
      }
      let name = IndexName(type: ObjectIdentifier(type), field: path)
      // A path that is made anew each time is equal to an older one, and not the same.
      if let place = contents.names.firstIndex(of: name) { return contents.indices[place] }
      let shared = indices.index(name) { RecordIndex(inventory.blocks(type), by: field()) }
      let own = shared.handle(over: blocks(type, &contents))
      contents.finders.append(finder)
      contents.indices.append(own)
      contents.names.append(name)
      return own
    }
  }

  private func blocks(
    _ type: any EvidenceRecord.Type,
    _ contents: inout Contents
  ) -> [RecordBlock] {
    if let known = contents.blocks[ObjectIdentifier(type)] { return known }
    let blocks = inventory.blocks(type).map { $0.handle() }
    contents.blocks[ObjectIdentifier(type)] = blocks
    return blocks
  }
}
