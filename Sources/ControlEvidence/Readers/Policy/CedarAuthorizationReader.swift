public import ControlModel

/// Reads a log of Cedar's answers: each with the question that was asked.
///
/// Cedar has no log of its own; those who ask write question and answer down together, the answer as
/// the engine gave it. The question stands in `request` or beside the answer, the answer in `response`
/// or beside the question. An answer without its question names nobody and is rejected. Errors come
/// with Allow too, since a forbidding policy that fails does not apply: such an answer is an error,
/// never a clean allow.
public struct CedarAuthorizationReader: EvidenceReader {
  /// Answers with their questions.
  public let format = EvidenceFormat(
    id: "cedar-authorization",
    title: "Cedar authorization answers",
    writtenBy: "services that ask Cedar; verifiedpermissions batch-is-authorized",
    kinds: [.policyDecisionLog]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the first element has a decision with Cedar's diagnostics or determining policies.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let first = Self.answers(document).first else { return false }
    let answer = CedarAnswer(first)
    return answer.effectWord != nil && answer.hasDiagnostics
  }

  /// Reads a decision for each answer.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let answers = Self.answers(document)
    if answers.isEmpty, document.roots.isEmpty {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "answers with their questions, one a line or in an array",
        remedy: "export them as JSON"
      )
    }
    for element in answers {
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(try CedarAnswer(element).decision(in: sink.context))
      }
    }
  }

  private static func answers(_ document: EvidenceDocument) -> [Cursor] {
    document.roots.flatMap { root in
      // Verified Permissions answers several questions under `results`.
      root["results"]?.value.elements == nil ? root.elements : root["results"]?.elements ?? []
    }
  }
}
