import ControlModel

@testable import ControlEvidence

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// One input for the reader that `FUZZ_TARGET` names; libFuzzer calls it.
///
/// Built with `CONTROLS_FUZZ=1 swift build --sanitize fuzzer --product fuzz`; `Scripts/fuzz.sh` runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The readers of bytes, each with what must hold of whatever it takes.
enum FuzzTarget: String, CaseIterable {
  case json, yaml, table, gzip, utf16, document, readers, dsse, manifest, subject, keys, mapping
  case mapped, secrets, scanner

  /// The target that the environment names.
  static let chosen: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("FUZZ_TARGET must be one of \(known)")
    }
    return target
  }()

  /// The mapping files of the repository, for ``mapped``.
  private static let mappings: [MappingReader] = {
    let (readers, problems) = MappingFiles.load(
      paths: [],
      folder: EvidenceFolder(path: "mappings")
    )
    precondition(problems.isEmpty && !readers.isEmpty, "run from the repository's root")
    return readers
  }()

  /// Gives the bytes to the reader.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .json: roundTrip(bytes)
    case .yaml: attempt { () throws(Diagnostic) in _ = try YAMLReader.read(bytes, path: "a.yaml") }
    case .table:
      attempt { () throws(Diagnostic) in
        let table = try TableReader.read(bytes, path: "a.csv")
        precondition(table.rows.allSatisfy { $0.cells.count == table.columns.count })
      }
    case .gzip:
      attempt { () throws(Diagnostic) in
        // The header is given, so that the fuzzer need not find it.
        _ = try FileText.utf8([0x1F, 0x8B] + bytes, path: "a.gz")
      }
    case .utf16:
      attempt { () throws(Diagnostic) in
        let text = try FileText.utf8([0xFF, 0xFE] + bytes, path: "a.json")
        precondition(String(validating: text, as: UTF8.self) != nil)
      }
    case .document:
      for name in ["a.json", "a.jsonl", "a.csv", "a.yaml", "a"] { open(bytes, name) { _ in } }
    case .readers:
      for name in ["a.json", "a.csv", "role-register.yaml", "audit-log.jsonl"] {
        open(bytes, name, read)
      }
    case .dsse:
      attempt { () throws(Diagnostic) in
        let statement = try SignedStatement(bytes: bytes, path: "a.json")
        precondition(statement.signer(among: []) == nil)
      }
    case .manifest:
      attempt { () throws(Diagnostic) in _ = try Manifest(bytes: bytes, subject: "acme") }
    case .subject:
      attempt { () throws(Diagnostic) in _ = try SubjectFile.read(bytes, folder: "acme") }
    case .keys:
      _ = LoadedKey.publicKey(bytes)?.fingerprint
      _ = LoadedKey.privateKey(bytes)?.sort
    case .mapping:
      let (mapping, problems) = EvidenceMapping.read(bytes, path: "m.yaml")
      precondition((mapping == nil) == !problems.isEmpty)
    case .mapped:
      for name in ["a.json", "a.jsonl", "a.csv"] {
        open(bytes, name) { document in
          for reader in Self.mappings { read(document, by: reader) }
        }
      }
    case .scanner:
      precondition(ScannerCheck.agrees(on: bytes), "the fast way reads other than the slow way")
    case .secrets:
      let text = String(decoding: bytes, as: UTF8.self)
      let once = SecretShape.withheld(text)
      precondition(SecretShape.withheld(once) == once, "withholding left a secret")
      _ = Redaction.redact(text)
    }
  }

  /// What is read must be what is written and read again.
  private func roundTrip(_ bytes: [UInt8]) {
    attempt { () throws(Diagnostic) in
      let text = try EncodingCheck.withoutMark(bytes, path: "a.json")
      let value = try JSONReader.read(text, path: "a.json")
      let written = JSONText.write(value)
      let again = try JSONReader.read(Array(written.utf8), path: "a.json")
      precondition(JSONText.write(again) == written, "reading what was written gave another value")
    }
  }

  private func open(_ bytes: [UInt8], _ name: String, _ body: (EvidenceDocument) -> Void) {
    attempt { () throws(Diagnostic) in body(try EvidenceDocument(bytes: bytes, path: name)) }
  }

  /// Every reader must bear every document, also one that it does not recognise.
  private func read(_ document: EvidenceDocument) {
    attempt { () throws(Diagnostic) in _ = try EvidenceReaders.reader(for: document) }
    for reader in EvidenceReaders.native { read(document, by: reader) }
    if EvidenceReaders.canonical.recognizes(document) {
      read(document, by: EvidenceReaders.canonical)
    }
  }

  private func read(_ document: EvidenceDocument, by reader: any EvidenceReader) {
    _ = reader.recognizes(document)
    var sink = RecordSink(
      context: EvidenceContext(account: "a", collectedAt: .epoch)
    )
    attempt { () throws(Diagnostic) in try reader.read(document, into: &sink) }
    precondition(sink.diagnostics.count <= Limits.keptDiagnostics + 2)
  }

  private func attempt(_ body: () throws(Diagnostic) -> Void) {
    do throws(Diagnostic) {
      try body()
    } catch {
      precondition(!error.found.isEmpty && !error.needed.isEmpty && !error.remedy.isEmpty)
    }
  }
}
