import ControlModel

/// Results as JUnit XML: a suite for each subject, a case for each control, and one for the gate.
///
/// What fails is a failure; what could not be judged is an error, never a pass and never skipped;
/// what is waived or does not apply is skipped, with the reason.
public struct JUnitXML: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "junit"
  /// The name of the file it is written to.
  public let fileName = "junit.xml"
  /// What the document is.
  public let summary = "JUnit XML, a case for each control"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the XML.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    if report.results.subjects.isEmpty { return sink.write(Self.nothing) }
    let suites = report.results.subjects.map { Suite(subject: $0) }
    let counts = suites.map(\.counts).reduce(Counts()) { $0 + $1 }
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<testsuites name=\"controls\" \(counts.attributes)>\n")
    for suite in suites { suite.write(report, to: sink) }
    sink.write("</testsuites>\n")
  }

  /// A run without subjects: one error, since a pipeline takes an empty report for a green one.
  private static let nothing = """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="controls" tests="1" failures="0" errors="1" skipped="0" time="0">
      <testsuite name="controls" tests="1" failures="0" errors="1" skipped="0" time="0">
        <testcase name="gate" classname="controls" time="0">
          <error type="notAssessed" message="No subject was assessed."/>
        </testcase>
      </testsuite>
    </testsuites>

    """
}

/// How many cases there are, and how many of them came to what.
private struct Counts {
  var tests = 0
  var failures = 0
  var errors = 0
  var skipped = 0

  var attributes: String {
    "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
      + " time=\"0\""
  }

  mutating func count(_ outcome: Outcome) {
    tests += 1
    switch outcome {
    case .pass: break
    case .fail: failures += 1
    case .error, .stale, .notAssessed: errors += 1
    case .waived, .notApplicable: skipped += 1
    }
  }

  static func + (left: Counts, right: Counts) -> Counts {
    Counts(
      tests: left.tests + right.tests,
      failures: left.failures + right.failures,
      errors: left.errors + right.errors,
      skipped: left.skipped + right.skipped
    )
  }
}

/// One subject's cases.
private struct Suite {
  let subject: SubjectResult

  /// The gate's decision as the outcome of a case.
  private var gateOutcome: Outcome {
    switch subject.decision {
    case .approve: .pass
    case .hold: .notAssessed
    case .deny: .fail
    }
  }

  var counts: Counts {
    var counts = Counts()
    counts.count(gateOutcome)
    for control in subject.controls { counts.count(control.outcome) }
    return counts
  }

  func write(_ report: Report, to sink: ReportSink) {
    let results = report.results
    let name = xml(subject.subject.id)
    sink.write("  <testsuite name=\"\(name)\" \(counts.attributes)>\n    <properties>\n")
    for (key, value) in [
      ("asOf", results.asOf.description), ("tool", results.toolVersion),
      ("policySHA256", results.policyDigest), ("tier", subject.tier.rawValue),
      ("decision", subject.decision.rawValue), ("readiness", subject.readiness.rawValue),
    ] {
      sink.write("      <property name=\"\(key)\" value=\"\(xml(value))\"/>\n")
    }
    sink.write("    </properties>\n")
    let gate = "gate: \(subject.tier.rawValue)"
    let reasons = subject.reasons.map { "\($0.effect.rawValue) \($0.rule.rawValue): \($0.text)" }
    writeCase(
      gate,
      gateOutcome,
      "\(subject.decision.rawValue): \(subject.decision.meaning)",
      reasons,
      to: sink
    )
    for verdict in report.verdicts(of: subject) {
      let title = "\(verdict.control.id) \(verdict.control.title)"
      writeCase(title, verdict.result.outcome, verdict.sentence, lines(verdict), to: sink)
    }
    sink.write("  </testsuite>\n")
  }

  private func lines(_ verdict: Verdict) -> [String] {
    verdict.result.findings.map { finding in
      let place = finding.locator.map { "\($0): " } ?? ""
      let waiver = finding.waiver.map { " [waived by \($0)]" } ?? ""
      return "\(place)\(finding.sentence); mend: \(finding.remedy)\(waiver)"
    } + verdict.result.unjudged.map(\.sentence)
  }

  private func writeCase(
    _ name: String,
    _ outcome: Outcome,
    _ message: String,
    _ lines: [String],
    to sink: ReportSink
  ) {
    let attributes = "name=\"\(xml(name))\" classname=\"\(xml(subject.subject.id))\" time=\"0\""
    let body = lines.map { xml($0) + "\n" }.joined()
    let element: String
    switch outcome {
    case .pass:
      let output = body.isEmpty ? "" : "      <system-out>\(body)</system-out>\n"
      sink.write(
        output.isEmpty
          ? "    <testcase \(attributes)/>\n"
          : "    <testcase \(attributes)>\n\(output)    </testcase>\n"
      )
      return
    case .fail: element = "failure"
    case .error, .stale, .notAssessed: element = "error"
    case .waived, .notApplicable: element = "skipped"
    }
    sink.write("    <testcase \(attributes)>\n")
    let type = element == "skipped" ? "" : " type=\"\(outcome.rawValue)\""
    sink.write("      <\(element)\(type) message=\"\(xml(message))\">\(body)</\(element)>\n")
    sink.write("    </testcase>\n")
  }
}
