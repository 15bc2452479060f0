public import ControlModel

extension ResultsJSON {
  /// Reads a results document back.
  ///
  /// What comes out writes the same document again, byte for byte. Members that the grammar does
  /// not know are passed over; the names of frameworks are not read, since the tool has its own.
  ///
  /// - Parameters:
  ///   - value: The parsed document.
  ///   - path: The file's path, for messages.
  /// - Returns: The results.
  /// - Throws: ``Diagnostic`` with code `results-malformed` where the version is another one, a
  ///   member is absent or of another type, or the decision is not the one its subjects give.
  public static func decode(
    _ value: EvidenceValue,
    path: String
  ) throws(Diagnostic) -> AssessmentResults {
    let root = ResultsNode(value: value, path: path, pointer: "")
    let version = try root.member("schema")
    guard try version.string() == schema else {
      throw version.problem(
        "schema \"\(visible(String(try version.string().prefix(60))))\"",
        "schema \"\(schema)\""
      )
    }
    let policy = try root.member("policy")
    let parameters = try policy.array("parameters", parameter)
    var results = AssessmentResults(
      asOf: try root.instant("asOf"),
      toolVersion: try root.member("tool").string("version"),
      policyDigest: try policy.optionalString("sha256") ?? "",
      waiversDigest: try root.member("waiverFile").optionalString("sha256") ?? "",
      filter: try root.optionalString("filter"),
      controls: try root.array("controls") { node throws(Diagnostic) in
        try control(node, parameters.map(\.parameter))
      },
      parameters: parameters,
      subjects: try root.array("subjects", subject)
    )
    results.frameworkFiles = try root.added("frameworkFiles") { node throws(Diagnostic) in
      FrameworkFile(
        framework: try node.optionalString("framework").map { FrameworkID($0) },
        digest: try node.string("sha256")
      )
    }
    results.profiles = try root.added("profiles", profile)
    let decision = try root.member("decision")
    guard try decision.word(GateDecision.self) == results.decision else {
      throw decision.problem(
        "another decision than that of the subjects",
        "\"\(results.decision.rawValue)\""
      )
    }
    return results
  }

  private static func parameter(_ node: ResultsNode) throws(Diagnostic) -> ParameterInForce {
    let type = try node.string("type")
    return ParameterInForce(
      parameter: PolicyParameter(
        try node.string("name"),
        try policyValue(try node.member("default"), type),
        unit: try node.optionalString("unit") ?? "",
        try node.string("meaning")
      ),
      value: try policyValue(try node.member("value"), type),
      source: try node.optionalString("source")
    )
  }

  private static func policyValue(
    _ node: ResultsNode,
    _ type: String
  ) throws(Diagnostic) -> PolicyValue {
    switch type {
    case "duration": return .duration(try node.duration())
    case "integer":
      guard let number = node.value.integer else { throw node.mismatch("a whole number") }
      return .integer(number)
    case "decimal":
      guard case .number(let text) = node.value.content, let number = Double(text), number.isFinite
      else { throw node.mismatch("a number") }
      return .decimal(number)
    case "list":
      guard let elements = node.value.elements else { throw node.mismatch("a list") }
      var names: [String] = []
      for element in elements {
        names.append(
          try ResultsNode(value: element, path: node.path, pointer: node.pointer).string()
        )
      }
      return .list(names)
    default: throw node.problem("the type \(visible(type))", "duration, integer, decimal or list")
    }
  }

  private static func control(
    _ node: ResultsNode,
    _ parameters: [PolicyParameter]
  ) throws(Diagnostic) -> ControlDescription {
    var control = ControlDescription(
      id: try node.string("id"),
      title: try node.string("title"),
      suite: try node.string("suite"),
      source: try node.string("source")
    )
    control.severity = try node.word("severity")
    control.mode = try node.word("mode")
    control.shape = try node.word("shape")
    control.population = try node.string("population")
    for mapping in try node.array("mappings", { node throws(Diagnostic) in node }) {
      let requirement = try requirement(mapping)
      control.rationales[requirement] = try mapping.optionalString("rationale")
      switch try mapping.string("relation") {
      case "satisfies": control.satisfies.append(requirement)
      case "supports": control.supports.append(requirement)
      default: throw mapping.problem("another relation", "satisfies or supports")
      }
    }
    control.asks = try node.added("asks") { node throws(Diagnostic) in
      try statement(node, parameters)
    }
    control.needs = try node.array("needs") { node throws(Diagnostic) in
      EvidenceNeed(
        anyOf: try node.strings("anyOf").map { EvidenceKind($0) },
        maximumAge: try node.optional("maximumAge") { node throws(Diagnostic) in
          try node.duration()
        }
      )
    }
    control.subjectKinds = Set(
      try node.array("subjectKinds") { node throws(Diagnostic) in try node.word() }
    )
    control.tiers = Set(try node.array("tiers") { node throws(Diagnostic) in try node.word() })
    control.blocksFrom = try node.word("blocksFrom")
    control.isHardGate = try node.bool("isHardGate")
    control.coreProof = try node.optional("coreProof") { node throws(Diagnostic) in
      try node.word()
    }
    control.parameters = try node.strings("parameters")
    control.rationale = try node.addedString("rationale") ?? ""
    control.remedy = try node.string("remedy")
    control.references = try node.strings("references")
    return control
  }

  private static func statement(
    _ node: ResultsNode,
    _ parameters: [PolicyParameter]
  ) throws(Diagnostic) -> StatementAsked {
    func parameter(_ name: String) throws(Diagnostic) -> PolicyParameter? {
      guard let wanted = try node.optionalString(name) else { return nil }
      if let known = parameters.first(where: { $0.name == wanted }) { return known }
      throw node.problem("the parameter \(visible(wanted))", "one of policy.parameters")
    }
    return StatementAsked(
      try node.string("name"),
      try node.string("claim"),
      by: try node.strings("roles"),
      accountableFor: try node.optionalString("duty"),
      on: try node.strings("topics"),
      maximumAge: try parameter("maximumAge") ?? .statementMaximumAge,
      unbrokenOver: try parameter("unbrokenOver"),
      formerly: try node.array("formerly", requirement)
    )
  }

  /// A requirement by its framework and id.
  static func requirement(_ node: ResultsNode) throws(Diagnostic) -> RequirementID {
    RequirementID(FrameworkID(try node.string("framework")), try node.string("id"))
  }
}
