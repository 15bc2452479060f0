/// An Amazon resource name: `arn:partition:service:region:account:resource`.
struct AWSResourceName {
  /// The partition, such as `aws` or `aws-us-gov`.
  let partition: String
  /// The service, such as `iam`.
  let service: String
  /// The account's number, `aws` for what AWS itself provides, or empty.
  let account: String
  /// What is named within the account, such as `role/claims-api`.
  let resource: String

  /// Splits a name, or `nil` where the text is none.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty else {
      return nil
    }
    partition = String(parts[1])
    service = String(parts[2])
    account = String(parts[4])
    resource = String(parts[5])
  }

  /// The number of the account that the name stands in, or `nil` where it stands in none.
  var accountNumber: String? { Self.isAccountNumber(account) ? account : nil }

  /// Whether the text is an account's number: twelve digits.
  static func isAccountNumber(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
