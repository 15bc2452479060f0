/// What one actor may do by its own statements and those of its groups, less what is denied to it
/// and what its permissions boundary leaves out.
///
/// The order is that of AWS IAM policy evaluation: an explicit deny wins, then the boundary and the
/// organisation's policies bound, then something must allow. Other providers have no denies or
/// bounds in most exports, and the same order holds for them.
public struct Authority: Sendable {
  /// The statements that give rights, those of groups included.
  let allows: [PermissionStatement]
  private let denies: [PermissionStatement]
  /// The statements of each bound that applies, by its policy: every one of them must allow.
  private let bounds: [(policy: String, statements: [PermissionStatement])]
  private let unresolved: [String]

  /// Puts statements in order.
  ///
  /// - Parameters:
  ///   - statements: The actor's statements and those of its groups.
  ///   - isKnown: Whether the evidence would show a statement if there were one.
  init(_ statements: [PermissionStatement], isKnown: Bool) {
    denies = statements.filter { $0.isDeny && $0.isResolved }
    allows = statements.filter { !$0.isDeny && !$0.isBound && $0.isResolved }
    let bounding = statements.filter { $0.isBound && !($0.isDeny && $0.isResolved) }
    bounds = Dictionary(grouping: bounding, by: \.policy)
      .map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    let missing = statements.filter { !$0.isResolved && !$0.isBound }.map {
      "policy \($0.policy) is not in the evidence"
    }
    unresolved = isKnown ? missing : missing + ["no policy of it is in the evidence"]
  }

  /// Decides one question.
  ///
  /// - Parameters:
  ///   - action: The action, or a pattern: then the answer is for all that it stands for.
  ///   - resource: The resource, or a pattern.
  /// - Returns: What the policies say.
  /// - Complexity: O(*n*) in the actor's statements.
  public func decide(_ action: PermissionPattern, on resource: PermissionPattern) -> Verdict {
    var doubts: [String] = []
    if let denial = denial(action, resource, &doubts) { return .denied(by: denial) }
    if let bound = exclusion(action, resource, &doubts) { return .denied(by: bound) }
    var best: (statement: PermissionStatement, conditions: [String])?
    for statement in allows {
      let match = statement.match(action, resource)
      if match == .none { continue }
      var conditions = statement.conditions
      if match == .part { conditions.append("only a part of it is granted") }
      if best.map({ conditions.count < $0.conditions.count }) ?? true {
        best = (statement, conditions)
      }
    }
    guard let best else {
      return unresolved.isEmpty ? .notGranted : .unknown(because: (unresolved + doubts).unique)
    }
    let conditions = (best.conditions + doubts).unique
    return conditions.isEmpty
      ? .allowed(by: best.statement.id)
      : .conditional(by: best.statement.id, because: conditions)
  }

  /// Decides one question by one statement alone, less what is denied and bounded.
  ///
  /// - Parameters:
  ///   - action: The action or pattern.
  ///   - resource: The resource or pattern.
  ///   - id: The statement.
  /// - Returns: What the policies leave of the statement.
  func decide(
    _ action: PermissionPattern,
    on resource: PermissionPattern,
    by id: String
  ) -> Verdict {
    var doubts: [String] = []
    if let denial = denial(action, resource, &doubts) { return .denied(by: denial) }
    if let bound = exclusion(action, resource, &doubts) { return .denied(by: bound) }
    guard let statement = allows.first(where: { $0.id == id }) else { return .notGranted }
    let conditions = (statement.conditions + doubts).unique
    return conditions.isEmpty ? .allowed(by: id) : .conditional(by: id, because: conditions)
  }

  /// Decides one question about names as policies write them.
  ///
  /// - Parameters:
  ///   - action: The action, such as `s3:GetObject`.
  ///   - resource: The resource, such as an ARN.
  /// - Returns: What the policies say.
  public func decide(_ action: String, on resource: String) -> Verdict {
    decide(PermissionPattern(action), on: PermissionPattern(resource))
  }

  private func denial(
    _ action: PermissionPattern,
    _ resource: PermissionPattern,
    _ doubts: inout [String]
  ) -> String? {
    for statement in denies {
      switch statement.match(action, resource) {
      case .none: continue
      case .whole where statement.conditions.isEmpty: return statement.id
      case .whole:
        doubts.append(
          "not \(statement.conditions.joined(separator: ", ")) (\(statement.id) denies)"
        )
      case .part: doubts.append("\(statement.id) denies a part of it")
      }
    }
    return nil
  }

  /// The bound that leaves the question out, or `nil` where each lets it pass at least in part.
  private func exclusion(
    _ action: PermissionPattern,
    _ resource: PermissionPattern,
    _ doubts: inout [String]
  ) -> String? {
    for (policy, statements) in bounds {
      if statements.contains(where: { !$0.isResolved }) {
        doubts.append("the boundary \(policy) is not in the evidence")
        continue
      }
      let matches = statements.map { ($0, $0.match(action, resource)) }.filter { $0.1 != .none }
      if matches.isEmpty { return policy }
      if matches.contains(where: { $0.1 == .whole && $0.0.conditions.isEmpty }) { continue }
      if let whole = matches.first(where: { $0.1 == .whole }) {
        doubts.append("\(whole.0.conditions.joined(separator: ", ")) (boundary \(policy))")
      } else {
        doubts.append("the boundary \(policy) allows a part of it")
      }
    }
    return nil
  }
}

extension Array where Element == String {
  /// The elements without repetition, in order.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
