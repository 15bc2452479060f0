import ControlModel

/// Reads what Secrets Manager knows of its secrets; values are not in the list.
///
/// A member that is absent means different things: without `RotationEnabled` nothing rotates, without
/// `LastAccessedDate` nobody ever read the secret, and without `LastRotatedDate` a secret that should
/// rotate never did, while of one that should not nothing is known.
struct AWSSecretsReader: ListReader {
  let format = EvidenceFormat(
    id: "aws-secrets",
    title: "AWS Secrets Manager, list of secrets",
    writtenBy: "aws secretsmanager list-secrets --include-planned-deletion",
    kinds: [.secretStoreMetadata]
  )
  let shape = ListShape(members: ["SecretList"], pageMarkers: ["NextToken"])

  func claims(_ element: EvidenceValue) -> Bool {
    guard let arn = element["ARN"]?.string else { return false }
    return AWSResourceName(arn)?.service == "secretsmanager" && element.has("Name")
  }

  func claimsEmpty(_ root: EvidenceValue) -> Bool { root["SecretList"]?.elements != nil }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let tags = try AWSTags(element)
    let rotates = try element.flag("RotationEnabled") ?? false
    let rotated = try element.textOrSeconds("LastRotatedDate")
    let next = try element.textOrSeconds("NextRotationDate")
    let read = try element.textOrSeconds("LastAccessedDate")
    let deleted = try element.textOrSeconds("DeletedDate")
    sink.add(
      SecretItem(
        id: try element.required("ARN"),
        store: "aws-secrets-manager",
        owner: tags.owner,
        tenant: tags.tenant,
        environment: tags.environment,
        plaintext: false,
        rotationEnabled: rotates,
        rotationInterval: try interval(element["RotationRules"]),
        versionCount: element["SecretVersionsToStages"]?.value.members?.count,
        basis: .configured,
        createdAt: try element.textOrSeconds("CreatedDate"),
        changedAt: try element.textOrSeconds("LastChangedDate"),
        rotatedAt: rotated.map { .at($0) } ?? (rotates ? .never : .notRecorded),
        nextRotationAt: next.map { .at($0) } ?? (rotates ? .notRecorded : .never),
        expiresAt: .never,
        lastReadAt: read.map { .at($0) } ?? .never,
        deletedAt: deleted.map { .at($0) } ?? .never,
        locator: element.locator
      )
    )
  }

  /// The time between rotations: a number of days, or a rate such as `rate(10 days)`; `nil` for a
  /// cron expression, whose steps may differ.
  private func interval(_ rules: Cursor?) throws(Diagnostic) -> Duration? {
    guard let rules else { return nil }
    if let days = try rules.integer("AutomaticallyAfterDays") {
      return (1...1000).contains(days) ? .days(days) : nil
    }
    guard let text = rules["ScheduleExpression"]?.text, text.hasPrefix("rate("),
      text.hasSuffix(")")
    else { return nil }
    return Duration(words: String(text.dropFirst(5).dropLast()))
  }
}
