public import ControlModel

/// Where the statements of people stand, as a document for a spreadsheet or for a tool.
public enum StatementFormat: String, Sendable, Hashable, CaseIterable {
  /// One row for each statement, formulas neutralised.
  case csv
  /// An array of objects.
  case json

  /// The whole document.
  ///
  /// - Parameters:
  ///   - standings: Where each statement stands.
  ///   - asOf: The time it is said for.
  /// - Returns: The document's text, ending in a line feed.
  public func render(_ standings: [StatementStanding], asOf: Instant) -> String {
    switch self {
    case .csv:
      let rows = [Self.columns] + standings.map(Self.cells)
      return rows.map { $0.map(ControlReports.csv).joined(separator: ",") + "\n" }.joined()
    case .json:
      return JSONWriter.text { writer in
        writer.member("schema", "control-testing/statements/1")
        writer.member("asOf", "\(asOf)")
        writer.member("statements", standings) { writer, standing in
          for (name, value) in zip(Self.columns, Self.values(standing)) {
            switch value {
            case .text(let text): writer.member(name, text)
            case .texts(let texts): writer.member(name, texts)
            }
          }
        }
      }
    }
  }

  private enum Value {
    case text(String?)
    case texts([String])
  }

  private static let columns = [
    "state", "standsUntil", "subject", "target", "statement", "claim", "controls", "mayBeSignedBy",
    "documents", "attestation", "signer", "because",
  ]

  private static func values(_ standing: StatementStanding) -> [Value] {
    [
      .text(standing.state.rawValue),
      .text(standing.standsUntil.map { "\($0)" }),
      .text(standing.subject),
      .text(standing.target),
      .text(standing.statement.name),
      .text(standing.statement.claim(about: standing.target)),
      .texts(standing.controls),
      .texts(standing.candidates.map { "\($0.person) (\($0.role))" }),
      .texts(standing.documents.map { "\($0.name) \($0.digest)" }),
      .text(standing.attestation),
      .text(standing.signer),
      .text(standing.fault.isEmpty ? nil : standing.fault),
    ]
  }

  private static func cells(_ standing: StatementStanding) -> [String] {
    values(standing).map { value in
      switch value {
      case .text(let text): text ?? ""
      case .texts(let texts): texts.joined(separator: "; ")
      }
    }
  }
}

/// A cell of a table that people open in a spreadsheet program, in which nothing acts.
///
/// - Parameter text: Any text.
/// - Returns: The cell, in quotes where it needs them.
package func csvCell(_ text: String) -> String { csv(text) }
