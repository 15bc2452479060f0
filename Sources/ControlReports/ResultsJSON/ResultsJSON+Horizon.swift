import ControlModel

extension ResultsJSON {
  /// Writes when time alone turns a decision.
  static func write(_ horizon: Horizon, to writer: inout JSONWriter) {
    writer.member("searchedUntil", horizon.searchedUntil.description)
    writer.member("end", horizon.end.rawValue)
    writer.member("turns", horizon.turns) { writer, turn in
      writer.member("turnsAt", turn.at.description)
      writer.member("from", turn.from.rawValue)
      writer.member("to", turn.to.rawValue)
      writer.member("causes", turn.causes) { writer, cause in
        writer.member("comes", cause.comes)
        writer.member("reason", cause.reason) { write($1, to: &$0) }
        writer.member("text", cause.text)
      }
    }
  }
}
