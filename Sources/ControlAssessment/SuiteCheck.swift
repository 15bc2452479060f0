public import ControlFrameworks
public import ControlModel
public import ControlTesting

/// Checks suites before anything runs: a catalogue with a wrong id in it cannot be trusted at all.
public enum SuiteCheck {
  /// The problems of suites, in the order of the controls; empty where they may run.
  ///
  /// - Parameters:
  ///   - suites: The suites.
  ///   - catalogs: The frameworks that controls may map to.
  /// - Returns: One diagnostic for each problem, with code `suite-malformed`.
  public static func problems(of suites: [ControlSuite], catalogs: [Catalog]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var sources: [String: String] = [:]
    var parameters: [String: PolicyParameter] = [:]
    var statements: [String: StatementAsked] = [:]
    for control in suites.flatMap(\.controls) {
      let description = control.description
      func note(_ found: String, _ needed: String) {
        problems.append(
          Diagnostic(
            .suiteMalformed,
            at: Locator(path: description.source),
            found: found,
            needed: needed,
            remedy: "mend the control"
          )
        )
      }
      if let other = sources.updateValue(description.source, forKey: description.id) {
        note("the id \(description.id), which \(other) has too", "an id of its own")
      }
      if description.title.isEmpty { note("no title", "a sentence that is true when it passes") }
      if description.remedy.isEmpty { note("\(description.id) without remedy", "how to mend it") }
      if let fault = faultOfMode(description) { note(fault.found, fault.needed) }
      for statement in description.asks {
        if let other = statements.updateValue(statement, forKey: statement.name), other != statement
        {
          note("another statement named \(statement.name)", "one name, one sentence")
        }
        if let fault = fault(of: statement) { note(fault.found, fault.needed) }
      }
      for kind in description.needs.flatMap(\.kinds) where !knownKinds.contains(kind) {
        note("the kind \(kind)", "a kind of `controls list kinds`")
      }
      for requirement in description.satisfies + description.supports {
        if let problem = unknown(requirement, catalogs) { note(problem.found, problem.needed) }
      }
      for parameter in control.parameters {
        if let other = parameters.updateValue(parameter, forKey: parameter.name), other != parameter
        {
          note("another declaration of \(parameter.name)", "one name, one default")
        }
      }
    }
    return problems
  }

  /// What people must sign and how the control is counted belong together.
  private static func faultOfMode(
    _ control: ControlDescription
  ) -> (found: String, needed: String)? {
    switch (control.mode, control.asks.isEmpty) {
    case (.automated, false):
      ("\(control.id), automated, with a statement", "the mode hybrid or attested")
    case (.attested, true), (.hybrid, true):
      (
        "\(control.id), \(control.mode.rawValue), without a statement",
        "asks or signed with the statement, or the mode automated"
      )
    default: nil
    }
  }

  private static func fault(of statement: StatementAsked) -> (found: String, needed: String)? {
    let name = statement.name
    if name.isEmpty || !name.allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" }) {
      return ("the statement \"\(name)\"", "a name in lower case with hyphens")
    }
    if statement.claim.allSatisfy(\.isWhitespace) {
      return ("the statement \(name) without a sentence", "the sentence to sign")
    }
    // Who may sign may stay open only where older statements did not say.
    if statement.roles.isEmpty && statement.formerly.isEmpty {
      return ("the statement \(name) that anybody may sign", "the roles that may sign it")
    }
    return nil
  }

  private static let knownKinds = Set(EvidenceKind.all.map(\.kind))

  private static func unknown(
    _ requirement: RequirementID,
    _ catalogs: [Catalog]
  ) -> (found: String, needed: String)? {
    guard let catalog = catalogs.first(where: { $0.framework == requirement.framework }) else {
      return ("the framework \(requirement.framework)", "a framework that has a catalogue")
    }
    if catalog[requirement.id] != nil { return nil }
    let near = Suggestion.nearest(to: requirement.id, among: catalog.items.map(\.requirement.id))
    return (
      "\(requirement.id), which \(catalog.title) does not have",
      near.map { "an official id, such as \($0)" } ?? "an official id"
    )
  }
}
