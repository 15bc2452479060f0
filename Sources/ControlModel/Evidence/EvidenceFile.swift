/// One file of a subject's evidence, as the manifest states it and as it was found.
public struct EvidenceFile: Sendable, Hashable {
  /// Who stands behind a file: the further from the supplier's word, the stronger the proof.
  public enum SourceClass: String, Sendable, Hashable, CaseIterable {
    /// Somebody says so.
    case claim
    /// The supplier's own system wrote it.
    case vendorExport
    /// A system of ours wrote it.
    case ownExport
    /// A drill or a test of ours produced it.
    case exercise
    /// An independent party produced it.
    case thirdParty
  }

  /// Whether a file holds all that there was.
  public enum Completeness: String, Sendable, Hashable, CaseIterable {
    case complete
    case partial
    case unstated
  }

  /// What became of the file.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Listed, unchanged, read.
    case read
    /// Listed and not there.
    case missing
    /// Listed, and its bytes differ from the listed digest.
    case changed
    /// There, and not listed: nobody says where it came from.
    case unlisted
    /// There, and not readable as evidence.
    case unreadable
  }

  /// The path relative to the subject's folder.
  public var path: String
  /// The format's id, or `nil` where no reader took it.
  public var format: String?
  /// SHA-256 of the mapping file that read it; `nil`: a reader of the tool's own did.
  public var mappingDigest: String?
  /// The kinds the file yields, by manifest and by reader.
  public var kinds: [EvidenceKind]
  /// What became of the file.
  public var state: State
  /// SHA-256 in hexadecimal, as found; empty where nothing could be read.
  public var digest: String
  /// The size in bytes, as found.
  public var sizeInBytes: Int
  /// How many records were read.
  public var recordCount: Int
  /// How many records could not be judged because they could not be read.
  public var rejectedCount: Int
  /// Whether the file holds all that there was, as the manifest states.
  public var completeness: Completeness
  /// Who stands behind it; `nil`: not recorded.
  public var sourceClass: SourceClass?
  /// The system that wrote it; `nil`: not recorded.
  public var sourceSystem: String?
  /// The command that collected it; `nil`: not recorded.
  public var command: String?
  /// Who collected it; `nil`: not recorded.
  public var collector: String?
  /// When it was collected; `nil`: not recorded.
  public var collectedAt: Instant?
  /// When what it shows was so, as the file or the manifest states; `nil`: when it was collected.
  public var effectiveAt: Instant?
  /// Where the period it covers starts; `nil`: not recorded, or a point in time.
  public var periodStartedAt: Instant?
  /// Where the period it covers ends.
  public var periodEndedAt: Instant?
  /// What was wrong with it, in order of place, the first hundred.
  public var diagnostics: [Diagnostic]

  /// Creates a file that is known by its path alone.
  ///
  /// - Parameters:
  ///   - path: The path relative to the subject's folder.
  ///   - state: What became of it.
  public init(path: String, state: State) {
    self.path = path
    self.state = state
    format = nil
    mappingDigest = nil
    kinds = []
    digest = ""
    sizeInBytes = 0
    recordCount = 0
    rejectedCount = 0
    completeness = .unstated
    sourceClass = nil
    sourceSystem = nil
    command = nil
    collector = nil
    collectedAt = nil
    effectiveAt = nil
    periodStartedAt = nil
    periodEndedAt = nil
    diagnostics = []
  }

  /// From when its age counts.
  ///
  /// The earliest of the time at which what it shows was so, the end of the period it covers, and its
  /// collection: a report of last month that was collected today is a month old. `nil` where it does
  /// not say when it was collected.
  public var freshFrom: Instant? {
    guard let collectedAt else { return nil }
    return [effectiveAt, periodEndedAt, collectedAt].compactMap { $0 }.min()
  }
}
