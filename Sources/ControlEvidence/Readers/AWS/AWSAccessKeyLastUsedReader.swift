import ControlModel

/// Reads when one access key was last used.
///
/// The answer names the user and not the key. The key is what the manifest says the file is about,
/// or the file's name where that is a key's id, as in `last-used/AKIAEXAMPLE00000001.json`. An answer
/// without a date says that the key was never used since AWS keeps track (2015-04-22).
struct AWSAccessKeyLastUsedReader: ListReader {
  let format = EvidenceFormat(
    id: "aws-access-key-last-used",
    title: "AWS access key, last use",
    writtenBy: "aws iam get-access-key-last-used",
    kinds: [.iamCredentialReport]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element["AccessKeyLastUsed"]?.members != nil
  }

  /// The account, and the key that was asked about where the file says so for all its answers.
  struct Question {
    let account: AWSAccount
    let key: Result<String, Diagnostic>
  }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> Question {
    let context = sink.context
    return Question(
      account: try AWSAccount(context, document),
      key: Result { () throws(Diagnostic) in try key(document, context) }
    )
  }

  func take(
    _ element: Cursor,
    _ question: Question,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    guard let use = element["AccessKeyLastUsed"] else {
      throw element.malformed(found: "no AccessKeyLastUsed", needed: "the last use of the key")
    }
    let used = try use.textOrSeconds("LastUsedDate")
    let stated = element["AccessKeyId"]?.text.map(Result<String, Diagnostic>.success)
    sink.add(
      Credential(
        id: try (stated ?? question.key).get(),
        identity: question.account.user(try element.required("UserName")),
        kind: .accessKey,
        status: .unknown,
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: .unbound,
        basis: .configured,
        expiresAt: .never,
        lastUsedAt: used.map { .at($0) } ?? .never,
        locator: element.locator
      )
    )
  }

  /// The key that was asked about.
  private func key(
    _ document: EvidenceDocument,
    _ context: EvidenceContext
  ) throws(Diagnostic) -> String {
    let file = document.path.split(separator: "/").last ?? ""
    let stem = String(file.split(separator: ".").first ?? "")
    let isKey =
      (stem.hasPrefix("AKIA") || stem.hasPrefix("ASIA")) && (16...128).contains(stem.utf8.count)
      && stem.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    if context.about == nil, isKey { return stem }
    return try context.neededTopic("the id of the access key", document)
  }
}
