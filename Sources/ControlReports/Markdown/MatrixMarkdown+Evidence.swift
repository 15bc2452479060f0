import ControlModel

extension MatrixMarkdown {
  /// The waivers of a subject and what is wrong with them.
  func waivers(of result: SubjectResult) -> String {
    let heading = "### \(markdown(result.subject.name)) (\(markdown(result.subject.id)))"
    guard !result.waivers.isEmpty || !result.waiverFindings.isEmpty else {
      return heading + "\n\nNone."
    }
    var table = MarkdownTable(
      "Waiver",
      "Control",
      "Records",
      "Reason",
      "Owner",
      "Approver",
      "Meanwhile",
      "From",
      "Until"
    )
    for waiver in result.waivers {
      table.row(
        markdown(waiver.id),
        markdown(waiver.control),
        markdown(waiver.records.joined(separator: ", ")),
        markdown(waiver.reason),
        markdown(waiver.owner),
        markdown(waiver.approver),
        markdown(waiver.compensatingControl),
        waiver.startsAt.description,
        waiver.expiresAt.description
      )
    }
    let problems = result.waiverFindings.map {
      "- \(markdown($0.waiver)) (\($0.problem.rawValue)): \(markdown($0.text))"
        + ($0.voids ? " It excuses nothing." : "")
    }
    return [heading, table.isEmpty ? "" : table.markdown.trimmed, problems.joined(separator: "\n")]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The evidence files of a subject and what was wrong with them.
  func evidence(of result: SubjectResult) -> String {
    var table = MarkdownTable(
      "File",
      "State",
      "Kinds",
      "Records",
      "Source",
      "Collected",
      "Complete",
      "SHA-256"
    )
    for file in result.files {
      let source = [file.sourceClass?.label, file.sourceSystem].compactMap(\.self)
      table.row(
        markdown(file.path),
        file.state == .read ? "read" : "**\(file.state.rawValue)**",
        markdown(file.kinds.map(\.name).joined(separator: ", ")),
        grouped(file.recordCount)
          + (file.rejectedCount > 0 ? ", \(grouped(file.rejectedCount)) not readable" : ""),
        source.isEmpty ? "not recorded" : markdown(source.joined(separator: ", ")),
        file.collectedAt?.description ?? "not recorded",
        file.completeness.rawValue,
        file.digest.isEmpty ? "none" : markdown(file.digest)
      )
    }
    let problems = unjudged(result.files.flatMap(\.diagnostics) + result.diagnostics)
    return [
      "### \(markdown(result.subject.name)) (\(markdown(result.subject.id)))",
      table.isEmpty ? "No file." : table.markdown.trimmed,
      problems.isEmpty ? "" : "Problems of the evidence:\n\n" + problems,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The digests of policy and waivers, and every parameter as it was in force.
  func policy(_ report: Report) -> String {
    let results = report.results
    let policy = results.policyDigest.isEmpty ? "none, defaults" : results.policyDigest
    let waivers = results.waiversDigest.isEmpty ? "none" : results.waiversDigest
    let digests = """
      - policy file, SHA-256: \(markdown(policy))
      - waiver file, SHA-256: \(markdown(waivers))
      """
    guard !results.parameters.isEmpty else { return digests }
    var table = MarkdownTable("Parameter", "Value", "Default", "Source", "Meaning")
    for entry in results.parameters {
      let unit = entry.parameter.unit.isEmpty ? "" : " \(entry.parameter.unit)"
      table.row(
        markdown(entry.parameter.name),
        markdown(entry.value.description + unit),
        markdown(entry.parameter.defaultValue.description + unit),
        markdown(entry.source ?? "default"),
        markdown(entry.parameter.meaning)
      )
    }
    return digests + "\n\n" + table.markdown.trimmed
  }
}
