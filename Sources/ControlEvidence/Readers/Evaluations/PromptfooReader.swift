public import ControlModel

/// Reads the results of promptfoo, version 3 of its JSON.
///
/// One evaluation for each pair of prompt and provider: the share of tests that passed. Tests that
/// ended in an error count as cases that were not completed, and make it partial. Prompts, answers and
/// variables are not read. Red-team plug-ins are counted apart where the tests name them.
public struct PromptfooReader: EvidenceReader {
  /// The results of one evaluation.
  public let format = EvidenceFormat(
    id: "promptfoo",
    title: "promptfoo results, version 3",
    writtenBy: "promptfoo eval --output results.json; promptfoo redteam run",
    kinds: [.evalReport]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document has an evaluation's id, or version 3, with prompts and results.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, let results = root["results"] else { return false }
    return results["prompts"]?.value.elements != nil && results["stats"] != nil
  }

  /// Reads an evaluation for each prompt and provider.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no results of promptfoo",
        needed: "results with prompts and stats, version 3",
        remedy: "write them with `promptfoo eval --output results.json`"
      )
    }
    let results = try PromptfooResults(root)
    for evaluation in results.evaluations(into: &sink) { sink.add(evaluation) }
  }
}
