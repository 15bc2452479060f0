import ControlModel

/// How a mapping makes one field of a record out of a row.
struct FieldRule: Sendable {
  /// Where the value comes from.
  enum Source: Sendable {
    /// The first of these paths that leads to something.
    case paths([ValuePath])
    /// The same for every record.
    case constant(EvidenceValue)
    /// Texts and paths by turns; absent where one of the paths leads nowhere.
    case template([TemplatePart])
    /// The texts of these paths, without the absent ones, with a text between them.
    case join([ValuePath], by: String)
    /// What is known of the file beside its bytes.
    case context(ContextValue)
  }

  /// A part of a template.
  enum TemplatePart: Sendable {
    case text(String)
    case path(ValuePath)
  }

  /// What is known of a file beside its bytes.
  enum ContextValue: String, Sendable, CaseIterable {
    /// The account of the manifest.
    case account
    /// The time of collection of the manifest.
    case collectedAt
    /// The file's path.
    case path
  }

  /// The field of the record.
  let field: FieldDescription
  /// Where the value comes from.
  let source: Source
  /// What stands for "never" in a moment.
  var never: [String] = []
  /// What stands for "not recorded".
  var notRecorded: [String] = []
  /// The words of the format with those of the field; `nil`: they are the same.
  var words: [String: String]?
  /// The word for every other; `nil`: another word is an error.
  var otherwise: String?
  /// How times are written.
  var time: TimeFormat?
  /// The unit of a number that is a duration, such as `seconds`.
  var durationUnit: String?
  /// What stands between the elements of a list that is one text.
  var separator: String?
  /// The value where there is none.
  var standard: EvidenceValue?
}
