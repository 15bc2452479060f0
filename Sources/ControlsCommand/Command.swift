/// One command of the tool: its words, options and what it does.
struct Command: Sendable {
  /// The words after the tool's name, such as `evidence inspect`.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// The words it takes after its name, as help shows them; empty where it takes none.
  let operands: String
  /// How many operands it takes.
  let operandCount: ClosedRange<Int>
  /// Its options beside `--help`.
  let options: [CommandOption]
  /// What help adds at the end: examples, exit codes.
  let discussion: String
  /// Does it.
  let run: @Sendable (Session) async throws -> ExitCode

  /// Every command, in the order that help lists them.
  static let all: [Command] = [
    test, gate, why, reach, list, explain, coverage, report, diff, horizon, work, review, figures,
    decide, verify, attestList, attestNew, attestSign, attestCheck,
    inspect, schema, manifest, seal, verifyEvidence, frameworksAudit, frameworksCompare,
    plan, worker, merge,
  ]
}

/// An option of a command.
struct CommandOption: Sendable {
  /// The option's name without the two dashes.
  let name: String
  /// What its value is, as help shows it; `nil`: it takes none.
  let value: String?
  /// What it does.
  let help: String

  init(_ name: String, _ value: String? = nil, _ help: String) {
    self.name = name
    self.value = value
    self.help = help
  }
}

extension CommandOption {
  /// The options of every command whose rows are requirements.
  static let frameworks: [CommandOption] = [
    CommandOption(
      "framework",
      "[ID=]FILE",
      "further framework: OSCAL catalogue in JSON, or CSV of items; may be repeated"
    ),
    CommandOption(
      "crosswalk",
      "FILE",
      "CSV of rows from items of --framework to known items; may be repeated"
    ),
  ]

  /// The options of every command that reads evidence in formats of the house.
  static let mappings: [CommandOption] = [
    CommandOption(
      "mapping",
      "FILE",
      "mapping file of a further format; may be repeated (Documentation/mapping-files.md)"
    ),
    CommandOption("mappings", "DIR", "folder of mapping files (default: mappings where it exists)"),
  ]

  /// The options of every command that reads evidence by policy.
  static let assessment: [CommandOption] =
    mappings + [
      CommandOption(
        "evidence",
        "DIR",
        "folder with one folder for each subject (default: evidence)"
      ),
      CommandOption(
        "policy",
        "FILE",
        "policy file (default: controls/policy.yaml where it exists)"
      ),
      CommandOption(
        "waivers",
        "FILE",
        "waiver file (default: controls/waivers.yaml where it exists)"
      ),
      CommandOption(
        "as-of",
        "TIME",
        "RFC 3339 time to assess for (default: asOf of assessment-plan.yaml, else now)"
      ),
      CommandOption(
        "tier",
        "TIER",
        "sandbox, pilot or production (default: what each subject seeks)"
      ),
    ]
}
