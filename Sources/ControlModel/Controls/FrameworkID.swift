/// A framework in one version, such as `NIST-CSF-2.0`.
public struct FrameworkID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  /// The framework's id with its version or year.
  public let name: String

  /// Names a framework.
  ///
  /// - Parameter name: The id with version or year.
  public init(_ name: String) { self.name = name }

  /// Names a framework by a literal.
  ///
  /// - Parameter value: The id with version or year.
  public init(stringLiteral value: String) { name = value }

  /// Orders frameworks by id.
  public static func < (left: FrameworkID, right: FrameworkID) -> Bool { left.name < right.name }
}

extension FrameworkID: CustomStringConvertible {
  /// The framework's id.
  public var description: String { name }
}

extension FrameworkID {
  /// OWASP Non-Human Identities Top 10 - 2025.
  public static let nhi: FrameworkID = "OWASP-NHI-2025"
  /// OWASP Top 10 for Agentic Applications 2026.
  public static let asi: FrameworkID = "OWASP-ASI-2026"
  /// OWASP Agentic AI - Threats and Mitigations v1.1.
  public static let agenticThreats: FrameworkID = "OWASP-AGENTIC-TM-1.1"
  /// NIST Cybersecurity Framework 2.0.
  public static let csf: FrameworkID = "NIST-CSF-2.0"
  /// NIST Cybersecurity Framework 1.1, kept to resolve old citations.
  public static let csf11: FrameworkID = "NIST-CSF-1.1"
  /// NIST AI Risk Management Framework 1.0.
  public static let aiRMF: FrameworkID = "NIST-AI-RMF-1.0"
  /// NIST AI 600-1 Generative AI Profile.
  public static let ai600: FrameworkID = "NIST-AI-600-1"
  /// CSA MAESTRO.
  public static let maestro: FrameworkID = "CSA-MAESTRO-2025"
  /// NIST SP 800-53 revision 5.
  public static let sp80053: FrameworkID = "NIST-SP-800-53-R5"
  /// NIST SP 800-63-4.
  public static let sp80063: FrameworkID = "NIST-SP-800-63-4"
  /// NIST SP 800-207.
  public static let sp800207: FrameworkID = "NIST-SP-800-207"
  /// ISO/IEC 42001:2023 Annex A.
  public static let iso42001: FrameworkID = "ISO-42001-2023"
  /// CSA AI Controls Matrix 1.1, domains.
  public static let aicm: FrameworkID = "CSA-AICM-1.1"

  /// The frameworks whose every item is a row of the matrix, in order.
  public static let matrix: [FrameworkID] = [.nhi, .asi, .csf, .aiRMF, .maestro]
}
