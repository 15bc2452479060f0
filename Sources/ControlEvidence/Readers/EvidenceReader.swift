public import ControlModel

/// Maps files of one format to records.
///
/// A reader judges nothing: it says what stands there. Lists that say they are one page of several
/// are marked partial, and records that lack what they cannot do without are rejected with their
/// place, never dropped.
public protocol EvidenceReader: Sendable {
  /// The format that the reader reads.
  var format: EvidenceFormat { get }

  /// Whether a document is in the format, by its content alone.
  ///
  /// - Parameter document: The opened document.
  /// - Returns: `true` where the content cannot well be anything else.
  func recognizes(_ document: EvidenceDocument) -> Bool

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - document: The opened document.
  ///   - sink: Takes records and problems.
  /// - Throws: ``Diagnostic`` where the document as a whole is not in the format.
  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic)
}

/// A file format: what it is called, who writes it, what it yields.
public struct EvidenceFormat: Sendable, Hashable {
  /// The format's stable id, as in `aws-credential-report`.
  public let id: String
  /// What it is, in a few words.
  public let title: String
  /// The command or tool that writes it.
  public let writtenBy: String
  /// The kinds it yields.
  public let kinds: [EvidenceKind]

  /// Describes a format.
  ///
  /// - Parameters:
  ///   - id: The stable id.
  ///   - title: What it is.
  ///   - writtenBy: The command or tool that writes it.
  ///   - kinds: The kinds it yields.
  public init(id: String, title: String, writtenBy: String, kinds: [EvidenceKind]) {
    self.id = id
    self.title = title
    self.writtenBy = writtenBy
    self.kinds = kinds
  }
}

/// What is known of a file beside its bytes: much evidence does not name its own subject.
public struct EvidenceContext: Sendable, Hashable {
  /// The kinds the manifest lists for the file; empty where it lists none.
  public var kinds: [EvidenceKind]
  /// The account, cluster or tenant the file was collected from; `nil`: not recorded.
  public var account: String?
  /// What the answer is about, where it does not say so itself: an ARN, a key, a role's path; `nil`:
  /// not recorded.
  public var about: String?
  /// When it was collected; `nil`: not recorded.
  public var collectedAt: Instant?
  /// The public keys whose signatures count.
  public var trustedKeys: [TrustedKey]

  /// Creates a context.
  ///
  /// - Parameters:
  ///   - kinds: The kinds the manifest lists.
  ///   - account: The account, cluster or tenant.
  ///   - about: What the answer is about.
  ///   - collectedAt: When it was collected.
  ///   - trustedKeys: The public keys whose signatures count.
  public init(
    kinds: [EvidenceKind] = [],
    account: String? = nil,
    about: String? = nil,
    collectedAt: Instant? = nil,
    trustedKeys: [TrustedKey] = []
  ) {
    self.trustedKeys = trustedKeys
    self.kinds = kinds
    self.account = account
    self.about = about
    self.collectedAt = collectedAt
  }
}

/// Takes the records of one file and what was wrong with it.
public struct RecordSink: Sendable {
  /// What is known of the file beside its bytes.
  public let context: EvidenceContext
  /// The records, by type.
  public private(set) var records = RecordTables()
  /// How many records were taken.
  public private(set) var count = 0
  /// How many records were rejected.
  public private(set) var rejectedCount = 0
  /// How many rows a mapping's conditions left out: they are no records of the kind.
  public private(set) var leftOutCount = 0
  /// What was wrong, the first hundred in order.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether the file says that it is one page of several.
  public private(set) var isPartial = false
  /// The kinds read, where the format can yield any; empty where the format says it all.
  public var kinds: Set<EvidenceKind> = []
  /// The data's own as-of time, where the file states one.
  public var observedAt: Instant?

  /// Creates an empty sink.
  ///
  /// - Parameter context: What is known of the file beside its bytes.
  public init(context: EvidenceContext) { self.context = context }

  /// Takes a record, or rejects one whose key passes for another to the eye.
  ///
  /// - Parameter record: The record.
  public mutating func add(_ record: some EvidenceRecord) {
    if let problem = DeceptiveText.problem(in: record.recordKey) {
      return reject(
        Diagnostic(
          .recordMalformed,
          at: record.locator,
          found: "a key with \(problem)",
          needed: "an id that cannot be taken for another",
          remedy: "find out who issued this id; correct it at its source"
        )
      )
    }
    records.append(record)
    count += 1
  }

  /// Counts a row that is no record of the kind.
  mutating func leaveOut() { leftOutCount += 1 }

  /// Counts a record that cannot be read; it will count against the controls that needed it.
  ///
  /// - Parameter problem: Where it stands and what is wrong.
  public mutating func reject(_ problem: Diagnostic) {
    rejectedCount += 1
    if diagnostics.count < Limits.keptDiagnostics { diagnostics.append(problem) }
  }

  /// Keeps a further problem of a record that is rejected anyway.
  ///
  /// - Parameter problem: Where it stands and what is wrong.
  public mutating func note(_ problem: Diagnostic) {
    if diagnostics.count < Limits.keptDiagnostics { diagnostics.append(problem) }
  }

  /// Marks the file as one page of several: it proves nothing complete.
  ///
  /// - Parameters:
  ///   - locator: Where the file says so.
  ///   - marker: The member that says so.
  public mutating func markPartial(_ locator: Locator, marker: String) {
    isPartial = true
    diagnostics.append(
      Diagnostic(
        .evidencePartial,
        at: locator,
        found: "\(marker), so more pages exist",
        needed: "all pages",
        remedy: "export without a page limit, or join the pages"
      )
    )
  }

  /// Takes each record that a body yields, and rejects it where the body throws.
  ///
  /// - Parameter body: Makes one record.
  public mutating func attempt(_ body: (inout RecordSink) throws(Diagnostic) -> Void) {
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      reject(error)
    }
  }
}
