import ControlModel

/// What stands in the sheets of a workbook.
struct XLSXSheets {
  let report: Report
  let findingsPerSheet: Int

  private var results: AssessmentResults { report.results }

  /// The sheets, in order.
  var all: [XLSXSheet] { [decisions, matrix] + findings + [evidence, waivers] }

  private func sheet(
    _ name: String,
    frozen: Int = 1,
    _ columns: [(String, Int)],
    _ rows: @escaping (([XLSXCell]) -> Void) -> Void
  ) -> XLSXSheet {
    XLSXSheet(
      name: name,
      columns: columns.map { .init(name: $0.0, width: $0.1) },
      frozenColumns: frozen,
      rows: rows
    )
  }

  private var decisions: XLSXSheet {
    let outcomes = Outcome.allCases.reversed()
    let columns: [(String, Int)] =
      [
        ("Subject", 20), ("Name", 26), ("Kind", 14), ("Owner", 22), ("Tier sought", 12),
        ("Tier", 12), ("Decision", 11), ("Exit code", 9), ("Today", 18), ("What blocks", 70),
        ("Core proofs", 40),
      ] + outcomes.map { ($0.label, 10) } + [
        ("As of", 22), ("Tool", 10), ("Policy SHA-256", 24), ("Waivers SHA-256", 24),
        ("Only controls", 14),
      ]
    return sheet("Decisions", columns) { row in
      for result in results.subjects {
        let subject = result.subject
        let blocking = result.blockingReasons.map { "\($0.text) (\($0.rule.rawValue))" }
        let proofs = result.coreProofs.map { "\($0.proof.label): \($0.outcome.label)" }
        let head: [XLSXCell] = [
          .text(subject.id), .text(subject.name), .text(subject.kind.label), .text(subject.owner),
          .text(subject.tier.rawValue), .text(result.tier.rawValue),
          .text(result.decision.word, .decision(result.decision)),
          .number(Int(result.decision.exitCode)), .text(result.readiness.label),
          .text(blocking.joined(separator: "; ")), .text(proofs.joined(separator: "; ")),
        ]
        let counts = outcomes.map { outcome in
          XLSXCell.number(result.controls.count { $0.outcome == outcome })
        }
        row(
          head + counts + [
            .text(results.asOf.description), .text(results.toolVersion),
            .text(results.policyDigest), .text(results.waiversDigest),
            .text(results.filter ?? ""),
          ]
        )
      }
    }
  }

  private var matrix: XLSXSheet {
    let subjects = results.subjects.map { ($0.subject.id, 20) }
    let columns =
      [("Framework", 24), ("Requirement", 14), ("Name", 44), ("Answered", 24)] + subjects
    return sheet("Matrix", frozen: 3, columns) { row in
      for section in report.sections {
        for line in section.rows {
          let head: [XLSXCell] = [
            .text(section.framework.name), .text(line.requirement.id), .text(line.name),
            .text(line.throughWords ?? ""),
          ]
          row(head + line.cells.map { .text(words($0), .outcome($0.status)) })
        }
      }
    }
  }

  /// A cell in words: the outcome, how many records deviate, and how it was judged.
  private func words(_ cell: MatrixCell) -> String {
    let population = cell.status == .fail ? nil : cell.population
    let modes = (cell.result?.modes ?? []).map(\.label).joined(separator: " and ")
    let isJudged = cell.status != .uncovered && cell.status != .notApplicable
    let mode = modes.isEmpty || !isJudged ? "" : " (\(modes))"
    return [cell.words, population].compactMap(\.self).joined(separator: ", ") + mode
  }

  private static let narrow: Set = [
    "tier", "decision", "control", "severity", "outcome", "blocks", "population", "failed",
    "findings", "waived", "line", "waiver",
  ]
  private static let broad: Set = ["title", "record", "remedy", "reasons", "chain"]

  private var findings: [XLSXSheet] {
    let count = FindingTable.rowCount(of: report)
    let columns = FindingTable.columns.map { name in
      (name, Self.narrow.contains(name) ? 11 : Self.broad.contains(name) ? 44 : 22)
    }
    let starts = Array(stride(from: 0, to: max(1, count), by: findingsPerSheet))
    return starts.enumerated().map { index, start in
      sheet(index == 0 ? "Findings" : "Findings \(index + 1)", columns) { row in
        var place = 0
        FindingTable.forEachRow(of: report) { cells, verdict in
          if place >= start, place < start + findingsPerSheet { row(finding(cells, of: verdict)) }
          place += 1
        }
      }
    }
  }

  private func finding(_ cells: [String], of verdict: Verdict) -> [XLSXCell] {
    zip(cells, FindingTable.columns).map { cell, column in
      if FindingTable.numbers.contains(column) { return .number(Int(cell)) }
      switch column {
      case "outcome": return .text(cell, .outcome(CellStatus(verdict.result.outcome)))
      case "decision": return .text(cell, .decision(verdict.subject.decision))
      default: return .text(cell)
      }
    }
  }
}

extension XLSXSheets {
  private var evidence: XLSXSheet {
    let columns = [
      ("Subject", 20), ("File", 44), ("Found", 12), ("Kinds", 24), ("Format", 22), ("Records", 10),
      ("Not readable", 10), ("Bytes", 12), ("Complete", 12), ("Source class", 16),
      ("Source system", 22), ("Command", 40), ("Collector", 22), ("Collected", 22),
      ("Period from", 22), ("Period to", 22), ("SHA-256", 40), ("Problems", 60),
    ]
    return sheet("Evidence", frozen: 2, columns) { row in
      for result in results.subjects {
        for file in result.files { row(cells(file, of: result.subject.id)) }
        for problem in result.diagnostics {
          // A problem of the subject as a whole, or of a file that nothing was read of.
          let blank = Array(repeating: XLSXCell.text(""), count: columns.count - 3)
          let place = XLSXCell.text(problem.locator?.path ?? "")
          row([.text(result.subject.id), place] + blank + [.text(problem.sentence)])
        }
      }
    }
  }

  private func cells(_ file: EvidenceFile, of subject: String) -> [XLSXCell] {
    [
      .text(subject), .text(file.path), .text(file.state.rawValue),
      .text(file.kinds.map(\.name).joined(separator: ", ")), .text(file.format ?? ""),
      .number(file.recordCount), .number(file.rejectedCount), .number(file.sizeInBytes),
      .text(file.completeness.rawValue), .text(file.sourceClass?.label ?? ""),
      .text(file.sourceSystem ?? ""), .text(file.command ?? ""), .text(file.collector ?? ""),
      .text(file.collectedAt?.description ?? ""),
      .text(file.periodStartedAt?.description ?? ""), .text(file.periodEndedAt?.description ?? ""),
      .text(file.digest), .text(file.diagnostics.map(\.sentence).joined(separator: "; ")),
    ]
  }

  private var waivers: XLSXSheet {
    let columns = [
      ("Subject", 20), ("Waiver", 14), ("Control", 12), ("Records", 44), ("Reason", 50),
      ("Owner", 22), ("Approver", 22), ("Meanwhile", 44), ("From", 22), ("Until", 22),
      ("State", 60),
    ]
    return sheet("Waivers", frozen: 2, columns) { row in
      for result in results.subjects {
        for waiver in result.waivers {
          row([
            .text(result.subject.id), .text(waiver.id), .text(waiver.control),
            .text(waiver.records.joined(separator: ", ")), .text(waiver.reason),
            .text(waiver.owner), .text(waiver.approver), .text(waiver.compensatingControl),
            .text(waiver.startsAt.description), .text(waiver.expiresAt.description),
            .text(state(of: waiver.id, in: result)),
          ])
        }
        let known = Set(result.waivers.map(\.id))
        for finding in result.waiverFindings where !known.contains(finding.waiver) {
          let blank = Array(repeating: XLSXCell.text(""), count: columns.count - 3)
          row(
            [.text(result.subject.id), .text(finding.waiver)] + blank + [.text(words(finding))]
          )
        }
      }
    }
  }

  private func state(of waiver: String, in result: SubjectResult) -> String {
    let problems = result.waiverFindings.filter { $0.waiver == waiver }
    return problems.isEmpty ? "in order" : problems.map(words).joined(separator: " ")
  }

  private func words(_ finding: WaiverFinding) -> String {
    finding.text + (finding.voids ? " It excuses nothing." : "")
  }
}
