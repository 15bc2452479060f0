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

  /// Reads when time alone turns a subject's decision; `nil` where nobody asked.
  static func horizon(of node: ResultsNode) throws(Diagnostic) -> Horizon? {
    guard node.value["horizon"] != nil else { return nil }
    let horizon = try node.member("horizon")
    return Horizon(
      turns: try horizon.array("turns") { turn throws(Diagnostic) in
        DecisionTurn(
          at: try turn.instant("turnsAt"),
          from: try turn.word("from"),
          to: try turn.word("to"),
          causes: try turn.array("causes") { cause throws(Diagnostic) in
            TurnCause(
              reason: try reason(try cause.member("reason")),
              comes: try cause.bool("comes"),
              text: try cause.string("text")
            )
          }
        )
      },
      searchedUntil: try horizon.instant("searchedUntil"),
      end: try horizon.word("end")
    )
  }
}
