import ControlModel

/// One event of OCSF, with what all classes share.
///
/// The standard writes times in milliseconds; prowler writes seconds. Which of the two is decided by
/// the product, not by the size of the number.
struct OCSFEvent {
  /// The event as it stands.
  let cursor: Cursor
  /// The class.
  let classID: Int
  /// When it happened, or when the finding was made.
  let time: Instant
  /// The product that wrote it, in small letters.
  let product: String

  /// Takes an event.
  ///
  /// - Throws: ``Diagnostic`` where it lacks class, product or time.
  init(_ cursor: Cursor) throws(Diagnostic) {
    self.cursor = cursor
    guard let classID = try cursor.integer("class_uid") else {
      throw cursor.malformed(found: "no class_uid", needed: "the event's class")
    }
    self.classID = classID
    guard let name = cursor["metadata"]?["product"]?["name"]?.text, !name.isEmpty else {
      throw cursor.malformed(found: "no metadata.product.name", needed: "the product that wrote it")
    }
    product = name.lowercased()
    guard let time = try Self.time("time", in: cursor, product) else {
      throw cursor.malformed(found: "no time", needed: "the event's time")
    }
    self.time = time
  }

  /// The product's version.
  var productVersion: String? { cursor["metadata"]?["product"]?["version"]?.text }

  /// The account, subscription or project.
  var account: String? {
    (cursor["cloud"]?["account"]?["uid"] ?? cursor["cloud"]?["account_uid"])?.text
  }

  /// The finding's own part, whose name changed between versions.
  var finding: Cursor? { cursor["finding_info"] ?? cursor["finding"] }

  /// What a check says: `status_code` as prowler writes it, or the status of the compliance part.
  var judgement: String? {
    if let code = cursor["status_code"]?.text, PostureWords.status(code) != nil { return code }
    let compliance = cursor["compliance"]
    if let word = compliance?["status"]?.text, PostureWords.status(word) != nil { return word }
    switch compliance?["status_id"]?.value.integer {
    case 1: return "pass"
    case 2: return "warning"
    case 3: return "fail"
    default: return nil
    }
  }

  /// How bad it is, by number, or by word where there is no number.
  var severity: PostureFinding.Severity {
    switch cursor["severity_id"]?.value.integer {
    case 1: .informational
    case 2: .low
    case 3: .medium
    case 4: .high
    case 5, 6: .critical
    default: PostureWords.severity(cursor["severity"]?.text)
    }
  }

  /// The names of what the event is about; none where it names nothing.
  var resources: [String] {
    let list = cursor["resources"]?.elements ?? cursor["resource"].map { [$0] } ?? []
    return list.compactMap { ($0["uid"] ?? $0["name"])?.text }
  }

  /// A further time of the event, or `nil` where it is absent.
  func time(_ name: String, in part: Cursor?) throws(Diagnostic) -> Instant? {
    guard let part else { return nil }
    return try Self.time(name, in: part, product)
  }

  private static func time(
    _ name: String,
    in cursor: Cursor,
    _ product: String
  ) throws(Diagnostic) -> Instant? {
    // The text beside the number is of use only with a zone, which prowler leaves out.
    if let text = cursor["\(name)_dt"]?.text, let instant = Instant(rfc3339: text) {
      return instant
    }
    if product == "prowler" { return try cursor.textOrSeconds(name) }
    return try cursor.milliseconds(name)
  }
}
