import ControlModel
import ControlTrust

@testable import ControlEvidence

/// Exports as tools write them, read as the loader reads them.
struct Exports {
  private var records = RecordTables()

  /// Reads one file.
  mutating func read(
    _ text: String,
    _ path: String,
    account: String? = nil,
    about: String? = nil
  ) throws(Diagnostic) {
    let document = try EvidenceDocument(bytes: Array(text.utf8), path: path)
    let reader = try EvidenceReaders.reader(for: document, format: nil)
    var sink = RecordSink(context: EvidenceContext(account: account, about: about))
    try reader.read(document, into: &sink)
    if let problem = sink.diagnostics.first { throw problem }
    records.append(contentsOf: sink.records)
  }

  /// Adds a record that no tool writes.
  mutating func add(_ record: some EvidenceRecord) { records.append(record) }

  /// The graph of what was read.
  func graph() -> TrustGraph { TrustGraph(inventory, asOf: Estate.day) }

  /// What was read.
  var inventory: Inventory {
    let subject = Subject(id: "s", name: "s", kind: .environment, tier: .pilot, owner: "o")
    return Inventory(subject: subject, files: [], records: records)
  }
}

extension TrustGraph {
  /// What one node gains: the ends of the steps that change rights first, and the secrets that it may
  /// read, with a question mark where something must hold that files cannot decide.
  func gains(of name: String, without prefix: String = "") -> [String] {
    guard let start = node(name) else { return ["no \(name)"] }
    let steps = edges(from: start).map { edges[$0] }.filter {
      $0.isEscalation || nodes[$0.to].space == .secret || nodes[$0.to].isAdministrator
    }
    var certain: Set<String> = []
    var open: Set<String> = []
    for step in steps {
      let end = nodes[step.to].id.replacing(prefix, with: "")
      if step.isConditional { open.insert(end) } else { certain.insert(end) }
    }
    return (certain + open.subtracting(certain).map { "\($0)?" }).sorted()
  }
}
