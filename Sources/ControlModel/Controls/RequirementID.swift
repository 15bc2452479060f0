/// An item of a framework by its official id, such as `PR.AA-05` of `NIST-CSF-2.0`.
public struct RequirementID: Sendable, Hashable {
  /// The framework and its version.
  public let framework: FrameworkID
  /// The item's id as its publisher writes it.
  public let id: String

  /// Names an item of a framework.
  ///
  /// - Parameters:
  ///   - framework: The framework and its version.
  ///   - id: The item's official id.
  public init(_ framework: FrameworkID, _ id: String) {
    self.framework = framework
    self.id = id
  }
}

extension RequirementID: Comparable {
  /// Orders by framework, then by id as text.
  ///
  /// A catalogue's own order is the order of its rows.
  public static func < (left: RequirementID, right: RequirementID) -> Bool {
    (left.framework.name, left.id) < (right.framework.name, right.id)
  }
}

extension RequirementID: CustomStringConvertible {
  /// `framework:id`, split at the first colon when read back.
  public var description: String { "\(framework.name):\(id)" }

  /// Reads `framework:id`, split at the first colon, or `nil` where there is none.
  ///
  /// - Parameter text: The qualified id.
  public init?(qualified text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    self.init(FrameworkID(String(text[..<colon])), String(text[text.index(after: colon)...]))
  }
}

extension RequirementID {
  /// An item of OWASP Non-Human Identities Top 10 - 2025, by its number from 1 to 10.
  public static func nhi(_ number: Int) -> RequirementID { .init(.nhi, "NHI\(number):2025") }

  /// An item of OWASP Top 10 for Agentic Applications 2026, by its number from 1 to 10.
  public static func asi(_ number: Int) -> RequirementID {
    .init(.asi, number < 10 ? "ASI0\(number)" : "ASI\(number)")
  }

  /// An item of NIST CSF 2.0, such as `PR.AA-05`.
  public static func csf(_ id: String) -> RequirementID { .init(.csf, id) }

  /// An item of NIST AI RMF 1.0, such as `GOVERN 1.6`.
  public static func aiRMF(_ id: String) -> RequirementID { .init(.aiRMF, id) }

  /// A layer or threat of CSA MAESTRO, such as `L4` or `L4.3`.
  public static func maestro(_ id: String) -> RequirementID { .init(.maestro, id) }

  /// A control of NIST SP 800-53 revision 5, such as `AC-2(3)`.
  public static func sp80053(_ id: String) -> RequirementID { .init(.sp80053, id) }

  /// An assurance level or volume of NIST SP 800-63-4, such as `AAL2`.
  public static func sp80063(_ id: String) -> RequirementID { .init(.sp80063, id) }

  /// A tenet of NIST SP 800-207, from 1 to 7.
  public static func zeroTrustTenet(_ number: Int) -> RequirementID {
    .init(.sp800207, "T\(number)")
  }
}
