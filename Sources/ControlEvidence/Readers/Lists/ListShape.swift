import ControlModel

/// How a source writes its lists: the members it puts them under, and what says that more pages
/// exist.
///
/// One list comes as a bare array, under a name, as one value on each line, or, where an exporter
/// wrote a list of one as its element, as that element alone. All are read alike.
struct ListShape {
  /// The names under which a wrapper holds the list; empty for a source that never wraps.
  var members: [String] = []
  /// The members of the wrapper that say, by being there and neither empty nor false, that more
  /// pages exist.
  var pageMarkers: [String] = []
  /// The member of the wrapper that counts all elements, where the source has one.
  var totalMember: String?

  /// How many elements a reader looks at before it claims a file.
  private static let sampleSize = 4

  /// The first few elements, for recognising a format without reading all of it.
  ///
  /// - Complexity: O(1) in the number of elements.
  func samples(_ document: EvidenceDocument) -> [EvidenceValue] {
    var found: [EvidenceValue] = []
    for root in document.firstValues(Self.sampleSize) where found.count < Self.sampleSize {
      let root = root.recordedBody ?? root
      if let elements = (list(in: root) ?? root).elements {
        found += elements.prefix(Self.sampleSize)
      } else {
        found.append(list(in: root) ?? root)
      }
    }
    return Array(found.prefix(Self.sampleSize))
  }

  /// All elements in order, the file being marked partial where it says that it is a page.
  ///
  /// - Throws: ``Diagnostic`` where what should be the list is neither a list nor an object.
  func elements(
    _ document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> [Cursor] {
    var all: [Cursor] = []
    for whole in document.roots {
      let root = whole.recordedBody ?? whole
      if root.value.isNull { continue }
      guard root.value.members != nil else {
        guard root.value.elements != nil else {
          throw root.malformed(found: root.value.typeName, needed: "a list of objects")
        }
        all += root.elements
        continue
      }
      markPages(root, &sink)
      guard let member = members.first(where: { root.value[$0] != nil }) else {
        all.append(root)
        continue
      }
      let list = try root.list(member)
      markTotal(root, list.count, &sink)
      all += list
    }
    return all
  }

  /// Marks the file partial where a member says that more pages exist.
  func markPages(_ root: Cursor, _ sink: inout RecordSink) {
    for marker in pageMarkers {
      guard let cursor = root[marker], cursor.value.bool != false, cursor.value.string != "" else {
        continue
      }
      sink.markPartial(cursor.locator, marker: marker)
      return
    }
  }

  private func markTotal(_ root: Cursor, _ count: Int, _ sink: inout RecordSink) {
    guard let totalMember, let total = root[totalMember], let stated = total.value.integer,
      stated > count
    else { return }
    sink.markPartial(total.locator, marker: "\(totalMember) \(stated) and \(count) elements")
  }

  private func list(in root: EvidenceValue) -> EvidenceValue? {
    for member in members {
      if let list = root[member] { return list }
    }
    return nil
  }
}

extension EvidenceValue {
  /// The answer within a recording of a call: `data` beside a status code, as placebo writes it for
  /// AWS, or `body` beside headers, as recorders of Google's interfaces do; `nil` for anything else.
  var recordedBody: EvidenceValue? {
    guard let members, members.count <= 3 else { return nil }
    if self["status_code"]?.integer != nil { return self["data"] }
    return self["headers"]?.members != nil ? self["body"] : nil
  }
}

extension Cursor {
  /// The answer within a recording of a call; `nil` for anything else.
  fileprivate var recordedBody: Cursor? {
    guard value.recordedBody != nil else { return nil }
    return value["status_code"] != nil ? self["data"] : self["body"]
  }
}

extension EvidenceDocument {
  /// The first values of the document: the one value of JSON, the first few lines or documents else.
  func firstValues(_ count: Int) -> [EvidenceValue] {
    switch content {
    case .json(let value): [value]
    case .jsonLines(let values), .yaml(let values): Array(values.prefix(count))
    default: []
    }
  }
}
