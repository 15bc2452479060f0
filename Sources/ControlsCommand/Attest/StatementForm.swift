import ControlEvidence
import ControlModel
import ControlReports

/// A statement before it is signed: what `attest new` writes, people complete and `attest sign` reads.
struct StatementForm: Sendable, Hashable {
  /// The fields that stand in a form, in order; those that are needed to sign are all but `cites`.
  static let names = [
    "statement", "control", "subject", "id", "claim", "target", "owner", "role",
    "documentReference", "documentDigest", "cites", "expiresAt",
  ]

  private(set) var values: [String: String]
  /// Where it was read from.
  var path = ""

  subscript(name: String) -> String {
    get { values[name] ?? "" }
    set { values[name] = newValue }
  }

  /// A form filled in as far as the evidence allows: what only a person knows is left blank.
  init(_ standing: StatementStanding, control: String, at asOf: Instant, by policy: Policy) {
    values = [:]
    let statement = standing.statement
    self["statement"] = statement.name
    self["control"] = control
    self["subject"] = standing.subject
    self["target"] = standing.target
    self["claim"] = statement.claim(about: standing.target)
    self["id"] = "\(statement.name)/\(standing.target)/\(asOf)".filter { $0 != ":" }
    if let only = standing.candidates.first, standing.candidates.count == 1 {
      self["owner"] = only.person
      self["role"] = only.role
    }
    if let only = standing.documents.first, standing.documents.count == 1 {
      self["documentReference"] = only.name
      self["documentDigest"] = only.digest
    }
    self["expiresAt"] = "\(asOf.advanced(by: policy.duration(statement.maximumAge)))"
  }

  /// The form as YAML, with what a person needs to complete it as comments.
  func yaml(_ standing: StatementStanding) -> String {
    var lines = [
      "# A statement to sign. Complete what is blank, then: controls attest sign FILE --key KEY.pem"
    ]
    if !standing.fault.isEmpty { lines.append("# Needed because \(visible(standing.fault))") }
    lines.append("version: 1")
    for name in Self.names {
      if name == "owner" {
        lines += standing.candidates.map {
          "# may sign: \(visible($0.person)) as \(visible($0.role))"
        }
      }
      if name == "documentReference" {
        lines += standing.documents.map { "# in force: \(visible($0.name)), \(visible($0.digest))" }
      }
      lines.append("\(name): \(name == "cites" ? "[]" : Self.quoted(self[name]))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a form.
  ///
  /// - Returns: The form, and what is wrong with it: a field that no form has, or no text.
  static func read(_ root: EvidenceValue, path: String) -> (StatementForm, [Diagnostic]) {
    var form = StatementForm(row: [:], path: path)
    var problems: [Diagnostic] = []
    if root.members == nil { problems.append(problem(path, root, "no fields", "a form")) }
    for member in root.members ?? [] where member.name != "version" {
      if !names.contains(member.name) {
        let near = Suggestion.nearest(to: member.name, among: names)
        problems.append(
          problem(
            path,
            member.value,
            "the field \(member.name)",
            near ?? "one of \(names.joined(separator: ", "))"
          )
        )
      } else if let texts = member.value.elements?.compactMap(\.string)
        ?? member.value.string.map({ [$0] })
      {
        form[member.name] = texts.joined(separator: ";")
      } else {
        problems.append(problem(path, member.value, "\(member.name) that is no text", "text"))
      }
    }
    return (form, problems)
  }

  /// Reads a row of a table of forms.
  init(row: [String: String], path: String) {
    values = row.filter { Self.names.contains($0.key) }
    self.path = path
  }

  /// What is left blank and is needed to sign.
  var blanks: [String] {
    Self.names.filter { $0 != "cites" && self[$0].allSatisfy(\.isWhitespace) }
  }

  private static func problem(
    _ path: String,
    _ value: EvidenceValue,
    _ found: String,
    _ needed: String
  ) -> Diagnostic {
    Diagnostic(
      .attestationMalformed,
      at: Locator(path: path, line: value.line),
      found: found,
      needed: needed,
      remedy: "write the form again with controls attest new"
    )
  }

  /// Text as YAML reads it back, whatever stands in it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in visible(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
