import ControlModel

/// What the tags of an IAM user or role say in words of the model.
///
/// | tag, in any case | read as |
/// |---|---|
/// | `owner`, `purpose`, `environment`, `vendor`, `tenant` | the field of that name |
/// | `approval` | the approval of the identity and of its rights |
/// | `granted-by`, `grant-reason` | who gave its rights, and why |
/// | `granted-at` | when they were given: a time, or a day, which starts at midnight UTC |
/// | `grant-ends` | the end of its rights: a time, or a day, which ends at midnight UTC |
///
/// AWS itself keeps none of the grant's. What a tag says is the account's own word: a control holds
/// it against the registers.
struct AWSTags {
  /// All tags as `key=value`, or `nil` where the export has none.
  let all: [String]?
  private var values: [String: String] = [:]

  /// Reads a list of Key and Value.
  init(_ holder: Cursor) throws(Diagnostic) {
    guard holder["Tags"] != nil else {
      all = nil
      return
    }
    var texts: [String] = []
    for tag in try holder.list("Tags") {
      let key = try tag.required("Key")
      let value = tag["Value"]?.text ?? ""
      texts.append("\(key)=\(value)")
      if !value.isEmpty, values[key.lowercased()] == nil { values[key.lowercased()] = value }
    }
    all = texts
  }

  var owner: String? { values["owner"] }
  var purpose: String? { values["purpose"] }
  var environment: String? { values["environment"] }
  var vendor: String? { values["vendor"] }
  var tenant: String? { values["tenant"] }
  var approval: String? { values["approval"] }
  var grantedBy: String? { values["granted-by"] }
  var grantReason: String? { values["grant-reason"] }

  /// When the rights were given, or `nil` where no tag says so in a form that can be read.
  var grantedAt: Instant? {
    values["granted-at"].flatMap {
      Instant(rfc3339: $0) ?? Instant(rfc3339: "\($0)T00:00:00Z")
    }
  }

  /// When the rights end; not recorded where no tag says so in a form that can be read.
  var grantEndsAt: Moment {
    guard let text = values["grant-ends"] else { return .notRecorded }
    let instant = Instant(rfc3339: text) ?? Instant(rfc3339: "\(text)T23:59:59Z")
    return instant.map { .at($0) } ?? .notRecorded
  }
}
