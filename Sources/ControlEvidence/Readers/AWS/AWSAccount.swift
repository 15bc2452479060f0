import ControlModel

/// The account that an export was taken from, as the manifest names it.
struct AWSAccount {
  /// The account's number.
  let number: String
  /// The partition: `aws` unless the manifest gives an ARN of another.
  let partition: String

  /// Reads the account of the manifest: twelve digits, or any ARN in the account.
  ///
  /// - Parameters:
  ///   - context: What the manifest says of the file.
  ///   - document: The file that cannot be read without.
  /// - Throws: ``Diagnostic`` where the manifest names none, or something else.
  init(_ context: EvidenceContext, _ document: EvidenceDocument) throws(Diagnostic) {
    let text = try context.neededAccount("the account's number", document)
    let name = AWSResourceName(text)
    guard let number = AWSResourceName.isAccountNumber(text) ? text : name?.accountNumber else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest, line: 1),
        found: "the account \"\(clipped(text))\"",
        needed: "twelve digits, or an ARN in the account",
        remedy: "mend the file's account in manifest.json"
      )
    }
    self.number = number
    partition = name?.partition ?? "aws"
  }

  /// The ARN of a user.
  ///
  /// Lists of keys name users without their path, so that a user below a path other than `/` gets
  /// another ARN here than in an export that knows the path.
  func user(_ name: String) -> String { "arn:\(partition):iam::\(number):user/\(name)" }
}
