public import ControlModel

/// Reads the waiver file.
///
/// Unknown keys and missing fields are errors: an unclear waiver must excuse nothing.
public enum WaiverReader {
  private static let fields = [
    "id", "control", "subject", "records", "reason", "owner", "approver", "compensatingControl",
    "startsAt", "expiresAt",
  ]

  /// Reads waivers.
  ///
  /// - Parameters:
  ///   - root: The file's content: a member `waivers` with a list.
  ///   - path: The file's path, for messages.
  /// - Returns: The waivers and what was wrong with the file; they may be used only where that is
  ///   empty.
  public static func read(
    _ root: EvidenceValue,
    path: String
  ) -> (waivers: [Waiver], problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    func note(_ value: EvidenceValue, _ found: String, _ needed: String) {
      problems.append(
        Diagnostic(
          .waiverMalformed,
          at: Locator(path: path, line: value.line > 0 ? value.line : nil),
          found: found,
          needed: needed,
          remedy: "mend the waiver file"
        )
      )
    }
    for member in root.members ?? [] where !["version", "waivers"].contains(member.name) {
      note(member.value, "the key \"\(member.name)\"", "version or waivers")
    }
    guard root["version"]?.integer == 1, let list = root["waivers"]?.elements else {
      note(root, "no version 1 with a list of waivers", "version: 1 and waivers:")
      return ([], problems)
    }
    var waivers: [Waiver] = []
    var ids: Set<String> = []
    for entry in list {
      for member in entry.members ?? [] where !fields.contains(member.name) {
        let near = Suggestion.nearest(to: member.name, among: fields)
        note(
          member.value,
          "the key \"\(member.name)\"",
          near.map { "a known key, such as \($0)" } ?? "one of \(fields.joined(separator: ", "))"
        )
      }
      let missing = fields.filter { name in
        guard let value = entry[name] else { return true }
        return name == "records" ? value.elements == nil : (value.string ?? "").isEmpty
      }
      guard missing.isEmpty else {
        note(entry, "no \(missing.joined(separator: ", no "))", "every field of a waiver")
        continue
      }
      func text(_ name: String) -> String { entry[name]?.string ?? "" }
      guard let startsAt = Instant(rfc3339: text("startsAt")),
        let expiresAt = Instant(rfc3339: text("expiresAt")), startsAt < expiresAt
      else {
        note(
          entry,
          "dates that cannot be read or do not follow each other",
          "startsAt before expiresAt, in RFC 3339"
        )
        continue
      }
      if !ids.insert(text("id")).inserted {
        note(entry, "the id \(text("id")) twice", "an id of its own")
      }
      let records = (entry["records"]?.elements ?? []).compactMap(\.string)
      if records.contains("*") {
        note(entry, "records: \"*\"", "the keys of the records, one by one")
      }
      waivers.append(
        Waiver(
          id: text("id"),
          control: text("control"),
          subject: text("subject"),
          records: records,
          reason: text("reason"),
          owner: text("owner"),
          approver: text("approver"),
          compensatingControl: text("compensatingControl"),
          startsAt: startsAt,
          expiresAt: expiresAt
        )
      )
    }
    return (waivers, problems)
  }
}
