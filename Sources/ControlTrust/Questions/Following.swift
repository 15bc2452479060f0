/// Which steps a question follows.
public struct Following: Sendable, Hashable {
  /// Whether steps are taken whose conditions files cannot decide.
  ///
  /// They are open unless a policy says otherwise: who cannot be shown to be kept out is in.
  public var conditional: Bool
  /// Whether steps are taken that change rights first.
  public var escalation: Bool

  /// Chooses the steps.
  ///
  /// - Parameters:
  ///   - conditional: Whether conditional steps are taken.
  ///   - escalation: Whether steps that change rights are taken.
  public init(conditional: Bool = true, escalation: Bool = true) {
    self.conditional = conditional
    self.escalation = escalation
  }

  /// Every step that is not shown to be closed.
  public static let open = Following()
  /// The steps that rights as they stand allow, conditional ones among them.
  public static let standing = Following(escalation: false)
  /// The steps that hold whatever the circumstances.
  public static let certain = Following(conditional: false, escalation: false)

  /// Whether a step is followed.
  ///
  /// - Parameter edge: The step.
  /// - Returns: `false` for steps that give no authority, and for those of what cannot act.
  public func takes(_ edge: TrustEdge) -> Bool {
    edge.isTraversable && edge.isLive && (conditional || !edge.isConditional)
      && (escalation || !edge.isEscalation)
  }
}
