import ControlModel

/// One resource's change of a plan.
struct TerraformChange {
  private let cursor: Cursor
  private let change: Cursor
  private let resource: TerraformResource

  /// Takes an entry of `resource_changes`.
  ///
  /// - Throws: ``Diagnostic`` where it lacks the change or the type.
  init(_ cursor: Cursor) throws(Diagnostic) {
    self.cursor = cursor
    guard let change = cursor["change"] else {
      throw cursor.malformed(found: "no change", needed: "change with its actions")
    }
    self.change = change
    // What is there now names the resource; what is made new has no name yet but the planned one.
    let isNew = change["before"] == nil
    resource = TerraformResource(
      type: try cursor.required("type"),
      values: isNew ? change["after"] : change["before"],
      sensitive: isNew ? change["after_sensitive"] : change["before_sensitive"]
    )
  }

  /// The change as a record.
  ///
  /// - Parameter plannedAt: When the plan was made; `nil`: not recorded, before Terraform 1.5.
  /// - Returns: The record.
  /// - Throws: ``Diagnostic`` where it has no address, or an action that nobody knows.
  func record(plannedAt: Instant?) throws(Diagnostic) -> PlannedChange {
    let unknown = unknownAttributes
    return PlannedChange(
      address: try cursor.required("address"),
      plan: cursor.digest,
      resourceType: resource.type,
      actions: try actions(),
      resource: resource.identifier,
      identity: resource.isIdentity ? resource.identifier : nil,
      changedAttributes: changedAttributes(unknown),
      unknownAttributes: unknown.isEmpty ? nil : unknown,
      plannedAt: plannedAt,
      locator: cursor.locator
    )
  }

  /// Deleting and creating in either order is replacing.
  private func actions() throws(Diagnostic) -> [PlannedChange.Action] {
    let words = try change.textList("actions") ?? []
    if Set(words) == ["create", "delete"] { return [.replace] }
    var actions: [PlannedChange.Action] = []
    for word in words {
      switch word {
      case "no-op": actions.append(.unchanged)
      case "create": actions.append(.create)
      case "read": actions.append(.read)
      case "update": actions.append(.update)
      // To forget leaves the thing as it is and takes it out of Terraform's care.
      case "delete", "forget": actions.append(.delete)
      default:
        throw (change["actions"] ?? change).malformed(
          found: "the action \(clipped(word))",
          needed: "no-op, create, read, update, delete or forget"
        )
      }
    }
    if actions.isEmpty { throw change.malformed(found: "no actions", needed: "a list of actions") }
    return actions
  }

  private var unknownAttributes: [String] {
    (change["after_unknown"]?.members ?? []).filter { Self.holdsTrue($0.value.value) }.map(\.name)
      .sorted()
  }

  /// The names of attributes that differ before and after, those not yet known among them.
  private func changedAttributes(_ unknown: [String]) -> [String]? {
    let before = change["before"]?.value
    let after = change["after"]?.value
    let names = Set((before?.members ?? []).map(\.name) + (after?.members ?? []).map(\.name))
    let changed = names.filter { name in
      !Self.isSame(before?[name], after?[name])
    }
    let all = changed.union(unknown).sorted()
    return all.isEmpty ? nil : all
  }

  /// Whether two values are the same, wherever they stand; absent and null are.
  private static func isSame(_ left: EvidenceValue?, _ right: EvidenceValue?) -> Bool {
    guard let left, let right else { return (left?.isNull ?? true) && (right?.isNull ?? true) }
    return CanonicalJSON.digest(of: left) == CanonicalJSON.digest(of: right)
  }

  /// Whether a mark is true, or has a true one within it.
  private static func holdsTrue(_ mark: EvidenceValue) -> Bool {
    switch mark.content {
    case .bool(let flag): flag
    case .array(let elements): elements.contains(where: holdsTrue)
    case .object(let members): members.contains { holdsTrue($0.value) }
    default: false
    }
  }
}
