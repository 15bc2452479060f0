import ControlModel

extension ResultsJSON {
  /// Writes what a control claims, for whom, from which evidence.
  static func write(_ control: ControlDescription, to writer: inout JSONWriter) {
    writer.member("id", control.id)
    writer.member("title", control.title)
    writer.member("suite", control.suite)
    writer.member("severity", control.severity.rawValue)
    writer.member("mode", control.mode.rawValue)
    writer.member("shape", control.shape.rawValue)
    writer.member("population", control.population)
    let mappings =
      control.satisfies.map { (relation: "satisfies", requirement: $0) }
      + control.supports.map { (relation: "supports", requirement: $0) }
    writer.member("mappings", mappings) { writer, mapping in
      writer.member("relation", mapping.relation)
      writer.member("framework", mapping.requirement.framework.name)
      writer.member("id", mapping.requirement.id)
      writer.member("rationale", control.rationales[mapping.requirement])
    }
    writer.member("asks", control.asks) { write($1, to: &$0) }
    writer.member("needs", control.needs) { writer, need in
      writer.member("anyOf", need.kinds.map(\.name))
      writer.member("maximumAge", need.maximumAge?.words)
    }
    writer.member("subjectKinds", Subject.Kind.allCases.filter(control.subjectKinds.contains).raw)
    writer.member("tiers", Tier.allCases.filter(control.tiers.contains).raw)
    writer.member("blocksFrom", control.blocksFrom.rawValue)
    writer.member("isHardGate", control.isHardGate)
    writer.member("coreProof", control.coreProof?.rawValue)
    writer.member("parameters", control.parameters)
    writer.member("rationale", control.rationale.isEmpty ? nil : control.rationale)
    writer.member("remedy", control.remedy)
    writer.member("references", control.references)
    writer.member("source", control.source)
  }

  private static func write(_ statement: StatementAsked, to writer: inout JSONWriter) {
    writer.member("name", statement.name)
    writer.member("claim", statement.claim)
    writer.member("roles", statement.roles)
    writer.member("duty", statement.duty)
    writer.member("topics", statement.topics)
    writer.member("maximumAge", statement.maximumAge.name)
    writer.member("unbrokenOver", statement.unbrokenOver?.name)
    writer.member("formerly", statement.formerly) { writer, requirement in
      writer.member("framework", requirement.framework.name)
      writer.member("id", requirement.id)
    }
  }

  /// Writes what came of a control for a subject.
  static func write(_ result: ControlResult, to writer: inout JSONWriter) {
    writer.member("control", result.control)
    writer.member("outcome", result.outcome.rawValue)
    writer.member("blocks", result.blocks)
    writer.member("reasons", result.reasons)
    writer.member("population", result.population) { writer, population in
      writer.member("recordType", population.recordType)
      writer.member("count", population.count)
      writer.member("total", population.total)
      writer.member("isProvenEmpty", population.isProvenEmpty)
    }
    writer.member("findingCount", result.findingCount)
    writer.member("failedCount", result.failedCount)
    writer.member("waivedCount", result.waivedCount)
    writer.member("isClaimedOnly", result.isClaimedOnly)
    writer.member("evidence", result.evidence)
    writer.member("findings", result.findings) { write($1, to: &$0) }
    writer.member("unjudged", result.unjudged) { write($1, to: &$0) }
  }

  private static func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.member("recordType", finding.recordType)
    writer.member("record", finding.record)
    writer.member("attribute", finding.attribute)
    writer.member("expected", finding.expected)
    writer.member("observed", finding.observed)
    writer.member("remedy", finding.remedy)
    writer.member("locator", finding.locator) { write($1, to: &$0) }
    writer.member("chain", finding.path)
    writer.member("waiver", finding.waiver)
  }

  /// Writes why something could not be judged.
  static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.member("code", diagnostic.code.rawValue)
    writer.member("locator", diagnostic.locator) { write($1, to: &$0) }
    writer.member("found", diagnostic.found)
    writer.member("needed", diagnostic.needed)
    writer.member("remedy", diagnostic.remedy)
  }

  static func write(_ locator: Locator, to writer: inout JSONWriter) {
    writer.member("path", locator.path)
    writer.member("sha256", locator.digest.isEmpty ? nil : locator.digest)
    writer.member("line", locator.line)
    writer.member("pointer", locator.pointer)
  }
}

extension Array where Element: RawRepresentable, Element.RawValue == String {
  /// The raw values, in order.
  var raw: [String] { map(\.rawValue) }
}
