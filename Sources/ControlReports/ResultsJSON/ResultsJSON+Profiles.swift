import ControlModel

extension ResultsJSON {
  /// Writes which controls a profile asks for, and in which order they are read.
  static func write(_ profile: Profile, to writer: inout JSONWriter) {
    writer.member("name", profile.name)
    writer.member("title", profile.title)
    writer.member("decides", profile.decides)
    writer.member("purpose", profile.purpose)
    writer.member("tier", profile.tier.rawValue)
    writer.member("sections", profile.sections) { writer, section in
      writer.member("title", section.title)
      writer.member("question", section.question)
      writer.member("controls", section.controls)
    }
  }

  /// Writes what a profile says of a subject.
  static func write(_ result: ProfileResult, to writer: inout JSONWriter) {
    writer.member("profile", result.profile)
    writer.member("decision", result.decision.rawValue)
    writer.member("exitCode", Int(result.decision.exitCode))
    writer.member("reasons", result.reasons) { write($1, to: &$0) }
  }

  /// Reads a profile.
  static func profile(_ node: ResultsNode) throws(Diagnostic) -> Profile {
    Profile(
      try node.string("name"),
      try node.string("title"),
      decides: try node.string("decides"),
      purpose: try node.string("purpose"),
      tier: try node.word("tier"),
      sections: try node.array("sections") { node throws(Diagnostic) in
        Profile.Section(
          try node.string("title"),
          try node.string("question"),
          try node.strings("controls")
        )
      }
    )
  }

  /// Reads what a profile says of a subject.
  static func profileResult(_ node: ResultsNode) throws(Diagnostic) -> ProfileResult {
    ProfileResult(
      profile: try node.string("profile"),
      decision: try node.word("decision"),
      reasons: try node.array("reasons", reason)
    )
  }
}
