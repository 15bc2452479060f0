import ControlModel

/// A reader of a format that is a list of objects, in whichever wrapper a tool left it.
protocol ListReader: EvidenceReader {
  /// What is known of the whole file before the first element is read.
  associatedtype Known = Void

  /// How the source writes its lists.
  var shape: ListShape { get }

  /// Whether an element can well be nothing else than one of the format's.
  func claims(_ element: EvidenceValue) -> Bool

  /// Whether an empty list is one of the format's, by what stands beside it.
  ///
  /// An empty list that says nothing else is read only where the manifest names the format.
  func claimsEmpty(_ root: EvidenceValue) -> Bool

  /// Looks at what is known of the whole file before the first element is read.
  ///
  /// - Throws: ``Diagnostic`` where no element could be read without what is missing.
  func known(of document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) -> Known

  /// Reads one element.
  ///
  /// - Throws: ``Diagnostic`` where the element must be rejected.
  func take(_ element: Cursor, _ known: Known, into sink: inout RecordSink) throws(Diagnostic)
}

extension ListReader {
  func claimsEmpty(_ root: EvidenceValue) -> Bool { false }

  /// Whether the first elements are the format's, or an empty list says so itself.
  func recognizes(_ document: EvidenceDocument) -> Bool {
    let samples = shape.samples(document)
    if !samples.isEmpty { return samples.allSatisfy(claims) }
    return document.firstValues(1).contains { claimsEmpty($0.recordedBody ?? $0) }
  }

  /// Reads each element, and rejects those that cannot be read.
  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON or YAML",
        needed: "the answer of \(format.writtenBy)",
        remedy: "export it as JSON"
      )
    }
    let known = try known(of: document, into: &sink)
    for element in try shape.elements(document, into: &sink) {
      do throws(Diagnostic) {
        try take(element, known, into: &sink)
      } catch {
        sink.reject(error)
      }
    }
  }
}

extension ListReader where Known == Void {
  func known(of document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {}
}

extension EvidenceValue {
  /// Whether the value is an object with all of these members, null or not.
  func has(_ names: String...) -> Bool {
    guard let members else { return false }
    return names.allSatisfy { name in members.contains { $0.name == name } }
  }

  /// Whether the value is an object with any of these members, null or not.
  func hasAny(_ names: String...) -> Bool {
    guard let members else { return false }
    return members.contains { names.contains($0.name) }
  }
}
