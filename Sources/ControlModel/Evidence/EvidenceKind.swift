/// A kind of evidence: one of the typed tables that controls are written against.
public struct EvidenceKind: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  /// The kind's stable name in kebab-case, such as `iam-credential-report`.
  public let name: String

  /// Names a kind.
  ///
  /// A name that ``EvidenceKind/all`` does not hold is refused when suites are loaded.
  ///
  /// - Parameter name: The kind's stable name.
  public init(_ name: String) { self.name = name }

  /// Names a kind by a literal.
  ///
  /// - Parameter value: The kind's stable name.
  public init(stringLiteral value: String) { name = value }

  /// Orders kinds by name.
  public static func < (left: EvidenceKind, right: EvidenceKind) -> Bool { left.name < right.name }
}

extension EvidenceKind: CustomStringConvertible {
  /// The kind's stable name.
  public var description: String { name }
}

/// One row of the table of kinds: what the kind is and which records it holds.
public struct EvidenceKindDescription: Sendable {
  /// The kind.
  public let kind: EvidenceKind
  /// The family it belongs to, such as `identity`.
  public let family: String
  /// What it holds, in one line.
  public let summary: String
  /// The record types it yields, the first being what a record without a stated type is.
  public let recordTypes: [any EvidenceRecord.Type]
  /// Tools and systems that export it.
  public let sources: String
}
