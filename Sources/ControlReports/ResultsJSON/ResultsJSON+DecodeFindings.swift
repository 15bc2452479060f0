import ControlModel

extension ResultsJSON {
  /// Reads what came of a control for a subject.
  static func result(
    _ node: ResultsNode,
    of subject: String
  ) throws(Diagnostic) -> ControlResult {
    let population = try node.member("population")
    let id = try node.string("control")
    var result = ControlResult(
      control: id,
      outcome: try node.word("outcome"),
      reasons: try node.strings("reasons"),
      population: Population(
        recordType: try population.string("recordType"),
        count: try population.integer("count"),
        total: try population.integer("total"),
        isProvenEmpty: try population.bool("isProvenEmpty")
      ),
      blocks: try node.bool("blocks")
    )
    result.findingCount = try node.integer("findingCount")
    result.failedCount = try node.integer("failedCount")
    result.waivedCount = try node.integer("waivedCount")
    result.isClaimedOnly = try node.bool("isClaimedOnly")
    result.evidence = try node.strings("evidence")
    result.findings = try node.array("findings") { node throws(Diagnostic) in
      try finding(node, control: id, subject: subject)
    }
    result.waivers = Set(result.findings.compactMap(\.waiver)).sorted()
    result.unjudged = try node.array("unjudged", diagnostic)
    guard result.findings.count <= result.findingCount else {
      throw node.problem(
        "\(result.findings.count) findings",
        "at most findingCount, \(result.findingCount)"
      )
    }
    return result
  }

  private static func finding(
    _ node: ResultsNode,
    control: String,
    subject: String
  ) throws(Diagnostic) -> Finding {
    var finding = Finding(
      control: control,
      subject: subject,
      recordType: try node.string("recordType"),
      record: try node.string("record"),
      attribute: try node.string("attribute"),
      expected: try node.string("expected"),
      observed: try node.string("observed"),
      remedy: try node.string("remedy"),
      locator: try node.optional("locator", locator),
      path: try node.strings("chain")
    )
    finding.waiver = try node.optionalString("waiver")
    return finding
  }

  /// Reads why something could not be judged.
  static func diagnostic(_ node: ResultsNode) throws(Diagnostic) -> Diagnostic {
    Diagnostic(
      try node.word("code"),
      at: try node.optional("locator", locator),
      found: try node.string("found"),
      needed: try node.string("needed"),
      remedy: try node.string("remedy")
    )
  }

  static func locator(_ node: ResultsNode) throws(Diagnostic) -> Locator {
    Locator(
      path: try node.string("path"),
      digest: try node.optionalString("sha256") ?? "",
      line: try node.optional("line") { node throws(Diagnostic) in
        guard let line = node.value.integer else { throw node.mismatch("a line number") }
        return line
      },
      pointer: try node.optionalString("pointer")
    )
  }
}
