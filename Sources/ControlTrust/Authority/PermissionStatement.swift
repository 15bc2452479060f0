import ControlModel

/// A permission statement with its patterns read once.
struct PermissionStatement: Sendable {
  /// How far a statement speaks about a question.
  enum Match: Int, Comparable {
    case none
    case part
    case whole

    static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  let id: String
  let holder: String
  let policy: String
  let isDeny: Bool
  let via: Entitlement.Via
  let isResolved: Bool
  let actions: [PermissionPattern]
  let resources: [PermissionPattern]
  let exceptActions: [PermissionPattern]
  let exceptResources: [PermissionPattern]
  let conditions: [String]
  let locator: Locator

  init(_ entitlement: Entitlement) {
    id = entitlement.id
    holder = entitlement.holder
    policy = entitlement.policy
    isDeny = entitlement.effect == .deny
    via = entitlement.via
    isResolved = entitlement.resolved
    actions = entitlement.actions.map(PermissionPattern.init)
    resources = entitlement.resources.map(PermissionPattern.init)
    exceptActions = (entitlement.exceptActions ?? []).map(PermissionPattern.init)
    exceptResources = (entitlement.exceptResources ?? []).map(PermissionPattern.init)
    conditions = entitlement.conditions ?? []
    locator = entitlement.locator
  }

  /// Whether the statement bounds rights and gives none.
  var isBound: Bool { via == .boundary || via == .organization }

  /// How far the statement speaks about an action on a resource, either of which may be a pattern.
  ///
  /// `NotAction` and `NotResource` speak about all but what they name.
  func match(_ action: PermissionPattern, _ resource: PermissionPattern) -> Match {
    min(
      Self.match(action, among: actions, except: exceptActions),
      Self.match(resource, among: resources, except: exceptResources)
    )
  }

  private static func match(
    _ asked: PermissionPattern,
    among named: [PermissionPattern],
    except: [PermissionPattern]
  ) -> Match {
    guard named.contains(where: { $0.overlaps(asked) }) else { return .none }
    if except.contains(where: { $0.covers(asked) }) { return .none }
    let isWhole = named.contains { $0.covers(asked) } && !except.contains { $0.overlaps(asked) }
    return isWhole ? .whole : .part
  }
}
