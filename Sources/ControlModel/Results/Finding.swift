/// One record that deviates from a control: we judged, and this is why.
public struct Finding: Sendable, Hashable {
  /// The control's id.
  public var control: String
  /// The subject's id.
  public var subject: String
  /// The record type, or `subject` where the subject as a whole deviates.
  public var recordType: String
  /// The key of the record; the subject's id where the subject as a whole deviates.
  public var record: String
  /// What of the record deviates, such as `age`.
  public var attribute: String
  /// What was needed, in words and units.
  public var expected: String
  /// What was found, in words and units.
  public var observed: String
  /// How to mend it.
  public var remedy: String
  /// The record's place; `nil` where the subject as a whole deviates.
  public var locator: Locator?
  /// The hops of the trust chain that lead to the deviation; empty where none is involved.
  public var path: [String]
  /// The id of the waiver that covers it, if any.
  public var waiver: String?

  /// Creates a finding.
  ///
  /// What has the shape of a secret is withheld from what it says.
  ///
  /// - Parameters:
  ///   - control: The control's id.
  ///   - subject: The subject's id.
  ///   - recordType: The record type.
  ///   - record: The record's key.
  ///   - attribute: What deviates.
  ///   - expected: What was needed.
  ///   - observed: What was found.
  ///   - remedy: How to mend it.
  ///   - locator: The record's place.
  ///   - path: The hops of the trust chain.
  public init(
    control: String,
    subject: String,
    recordType: String,
    record: String,
    attribute: String,
    expected: String,
    observed: String,
    remedy: String,
    locator: Locator? = nil,
    path: [String] = []
  ) {
    self.control = control
    self.subject = subject
    self.recordType = recordType
    self.record = SecretShape.withheld(record)
    self.attribute = attribute
    self.expected = SecretShape.withheld(expected)
    self.observed = SecretShape.withheld(observed)
    self.remedy = remedy
    self.locator = locator.map(\.withoutSecrets)
    self.path = path.map(SecretShape.withheld)
    waiver = nil
  }
}

extension Finding: Comparable {
  /// Orders by place, then record, then attribute: the order in which findings are listed.
  public static func < (left: Finding, right: Finding) -> Bool {
    let leftPlace = left.locator ?? Locator(path: "")
    let rightPlace = right.locator ?? Locator(path: "")
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    return (left.record, left.attribute, left.observed)
      < (right.record, right.attribute, right.observed)
  }
}
