public import ControlModel

/// Turns a subject's folder into an inventory: every file is accounted for, whatever became of it.
public struct BundleLoader: Sendable {
  /// The public keys whose signatures on attestations count.
  public let trustedKeys: [TrustedKey]
  /// The public keys whose seals count.
  public let sealKeys: [TrustedKey]
  /// Whose signatures evidence of certain sources needs beside.
  public let sealSources: [SealRule.Source]
  /// Whether logs are left to be read in passes, rather than held.
  public let isStreaming: Bool
  /// How many threads read one file.
  public let threads: Int
  /// Readers by mapping files, beside those of the tool.
  public let mappings: [MappingReader]

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - trustedKeys: The public keys whose signatures on attestations count.
  ///   - sealKeys: The public keys whose seals count.
  ///   - sealSources: Whose signatures evidence of certain sources needs beside.
  ///   - isStreaming: Whether logs are left to be read in passes, rather than held.
  ///   - threads: How many threads read one file; below 1 counts as 1.
  ///   - mappings: Readers by mapping files.
  public init(
    trustedKeys: [TrustedKey] = [],
    sealKeys: [TrustedKey] = [],
    sealSources: [SealRule.Source] = [],
    isStreaming: Bool = false,
    threads: Int = 1,
    mappings: [MappingReader] = []
  ) {
    self.trustedKeys = trustedKeys
    self.sealKeys = sealKeys
    self.sealSources = sealSources
    self.isStreaming = isStreaming
    self.threads = threads
    self.mappings = mappings
  }

  /// Loads the evidence of one subject.
  ///
  /// - Parameter folder: The subject's folder.
  /// - Returns: The subject's evidence. Problems of single files are with the files.
  /// - Throws: ``Diagnostic`` where the subject itself cannot be read: then nothing can be judged.
  public func load(_ folder: EvidenceFolder) throws(Diagnostic) -> Inventory {
    let name = String(folder.path.split(separator: "/").last ?? "")
    guard let subjectBytes = try folder.bytes(of: "subject.yaml") else {
      throw Diagnostic(
        .subjectMalformed,
        at: Locator(path: "\(name)/subject.yaml"),
        found: "no subject.yaml",
        needed: "a file that names the subject",
        remedy: "write it, or move the folder elsewhere"
      )
    }
    let subject = try SubjectFile.read(subjectBytes, folder: name)
    var diagnostics: [Diagnostic] = []
    var files: [EvidenceFile] = []
    var records = RecordTables()
    var streams: [any RecordStream] = []
    let manifest = manifest(in: folder, subject: name, &diagnostics, &files, &records)
    let present = try folder.evidenceFiles()
    for path in present {
      let item = manifest?.items[path]
      let file =
        lines(of: path, in: folder, listed: item, &records, &streams)
        ?? document(path, in: folder, listed: item, into: &records)
        ?? load(path, in: folder, listed: item, into: &records)
      files.append(file)
    }
    let known = Set(present)
    for item in (manifest?.items ?? [:]).values where !known.contains(item.path) {
      files.append(missing(item))
    }
    diagnostics += records.mergeIdentities()
    records.mergeCredentials()
    records.mergeEvents()
    records.close()
    return Inventory(
      subject: subject,
      files: files,
      records: records,
      diagnostics: diagnostics,
      seal: ManifestSeal.seal(
        of: folder,
        trusting: sealKeys,
        sources: sealSources,
        among: trustedKeys
      ),
      streams: streams
    )
  }

  private func manifest(
    in folder: EvidenceFolder,
    subject: String,
    _ diagnostics: inout [Diagnostic],
    _ files: inout [EvidenceFile],
    _ records: inout RecordTables
  ) -> Manifest? {
    do throws(Diagnostic) {
      guard let bytes = try folder.bytes(of: "manifest.json") else {
        diagnostics.append(
          Diagnostic(
            .manifestMalformed,
            at: Locator(path: "manifest.json"),
            found: "no manifest.json",
            needed: "a list of the files with their sources",
            remedy: "write one with `controls evidence manifest`"
          )
        )
        return nil
      }
      let manifest = try Manifest(bytes: bytes, subject: subject)
      files.append(manifest.file(subject: subject, bytes: bytes, into: &records))
      return manifest
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  private func missing(_ item: Manifest.Item) -> EvidenceFile {
    var file = EvidenceFile(path: item.path, state: .missing)
    file.describe(item)
    file.diagnostics = [ManifestCheck.missing(item)]
    return file
  }

  /// Loads a file of lines in canonical form, or leaves it to be read in passes; `nil` for any other
  /// file.
  private func lines(
    of path: String,
    in folder: EvidenceFolder,
    listed item: Manifest.Item?,
    _ records: inout RecordTables,
    _ streams: inout [any RecordStream]
  ) -> EvidenceFile? {
    let stream = CanonicalStream.recognize(
      path,
      at: folder.location(of: path),
      listed: item,
      kinds: item?.kinds ?? [],
      format: item?.format
    )
    guard let stream else { return nil }
    var file = EvidenceFile(path: path, state: item == nil ? .unlisted : .read)
    if let item { file.describe(item) }
    if isStreaming, stream.isLog {
      file.format = EvidenceReaders.canonical.format.id
      file.kinds = Set(file.kinds).union([stream.kind]).sorted()
      file.sizeInBytes = stream.sizeInBytes ?? 0
      if let problem = ManifestCheck.contradiction(of: file) { file.diagnostics.append(problem) }
      streams.append(stream)
      return file
    }
    do throws(Diagnostic) {
      let (tables, summary) = try stream.load(threads: threads)
      records.append(contentsOf: tables)
      file = stream.file(file, after: summary)
    } catch {
      file = stream.file(file, after: StreamSummary(unreadable: error))
    }
    if let problem = ManifestCheck.contradiction(of: file) { file.diagnostics.append(problem) }
    return file
  }

  /// Loads a JSON document in canonical form piece by piece; `nil` where it must be read whole.
  private func document(
    _ path: String,
    in folder: EvidenceFolder,
    listed item: Manifest.Item?,
    into records: inout RecordTables
  ) -> EvidenceFile? {
    let document = CanonicalDocument.recognize(
      path,
      at: folder.location(of: path),
      kinds: item?.kinds ?? [],
      format: item?.format
    )
    guard let item, let document, let (tables, summary) = try? document.load(threads: threads)
    else { return nil }
    var file = EvidenceFile(path: path, state: .read)
    file.describe(item)
    records.append(contentsOf: tables)
    file.complete(summary, kind: document.description.kind, item)
    return file
  }

  private func load(
    _ path: String,
    in folder: EvidenceFolder,
    listed item: Manifest.Item?,
    into records: inout RecordTables
  ) -> EvidenceFile {
    var file = EvidenceFile(path: path, state: item == nil ? .unlisted : .read)
    if let item { file.describe(item) }
    do throws(Diagnostic) {
      guard let bytes = try folder.bytes(of: path) else {
        throw Diagnostic(
          .evidenceUnreadable,
          at: Locator(path: path),
          found: "a file that went away while read",
          needed: "a folder that stays as it is",
          remedy: "run again when the collection has ended"
        )
      }
      file.found(digest: Digest.sha256(bytes), sizeInBytes: bytes.count, item)
      try read(bytes, item, &file, &records)
    } catch {
      file.diagnostics.append(error)
      if file.state != .changed { file.state = .unreadable }
    }
    if item == nil { file.diagnostics.append(ManifestCheck.unlisted(path)) }
    if let problem = ManifestCheck.contradiction(of: file) { file.diagnostics.append(problem) }
    return file
  }

  private func read(
    _ bytes: [UInt8],
    _ item: Manifest.Item?,
    _ file: inout EvidenceFile,
    _ records: inout RecordTables
  ) throws(Diagnostic) {
    let document = try EvidenceDocument(bytes: bytes, path: file.path)
    let reader = try EvidenceReaders.reader(
      for: document,
      format: item?.format,
      mappings: mappings
    )
    file.format = reader.format.id
    file.mappingDigest = (reader as? MappingReader)?.mapping.digest
    let context = EvidenceContext(
      kinds: item?.kinds ?? [],
      account: item?.account,
      about: item?.about,
      collectedAt: item?.collectedAt,
      trustedKeys: trustedKeys
    )
    var sink = RecordSink(context: context)
    for problem in document.unreadLines { sink.reject(problem) }
    try reader.read(document, into: &sink)
    file.recordCount = sink.count
    file.rejectedCount = sink.rejectedCount
    file.diagnostics += sink.diagnostics
    let kinds = sink.kinds.isEmpty ? Set(reader.format.kinds) : sink.kinds
    file.kinds = kinds.union(file.kinds).sorted()
    if sink.isPartial { file.completeness = .partial }
    file.compareCount(item)
    if let observedAt = sink.observedAt {
      // Of what the file and the manifest say, the earlier holds: neither can make evidence younger.
      file.effectiveAt = min(file.effectiveAt ?? observedAt, observedAt)
    }
    records.append(contentsOf: sink.records)
  }
}

extension EvidenceFile {
  /// Takes over what the manifest says of the file.
  fileprivate mutating func describe(_ item: Manifest.Item) {
    kinds = item.kinds.sorted()
    format = item.format
    completeness = item.completeness
    sourceClass = item.sourceClass
    sourceSystem = item.sourceSystem.map(SecretShape.withheld)
    command = item.command.map(SecretShape.withheld)
    collector = item.collector.map(SecretShape.withheld)
    collectedAt = item.collectedAt
    effectiveAt = item.effectiveAt
    periodStartedAt = item.periodStartedAt
    periodEndedAt = item.periodEndedAt
  }
}
