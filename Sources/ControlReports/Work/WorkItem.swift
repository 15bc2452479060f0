public import ControlModel

/// The work of one person or team in one system.
public struct WorkGroup: Sendable, Hashable {
  /// Who is accountable.
  public var owner: String
  /// The system that the evidence comes from; its folder, or the subject, where that is not recorded.
  public var system: String
  /// What is to be done, the most urgent first.
  public var items: [WorkItem]

  /// The urgency of the most urgent item.
  var urgency: WorkItem.Urgency {
    items.map(\.urgency).min() ?? WorkItem.Urgency(need: .flagged, severity: .low)
  }
}

/// One deviation to mend.
public struct WorkRecord: Sendable, Hashable {
  /// The record's key.
  public var record: String
  /// Where it stands; empty where the subject as a whole deviates.
  public var place: String
  /// What is wrong with it, in words.
  public var problem: String

  init(_ finding: Finding) {
    record = finding.record
    place = finding.locator?.description ?? ""
    problem = "\(finding.attribute) is \(finding.observed), needed \(finding.expected)"
  }
}

/// One remedy for one control, with the records that it mends.
public struct WorkItem: Sendable, Hashable {
  /// What the gate makes of it.
  public enum Need: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// It closes production whatever else passes.
    case hardGate
    /// It denies the tier that is sought.
    case deny
    /// It holds the tier that is sought.
    case hold
    /// It blocks in a higher tier only.
    case flagged

    /// Whether the left one is the more urgent.
    public static func < (left: Need, right: Need) -> Bool { left.rawValue < right.rawValue }

    /// The words a person reads.
    public var label: String {
      switch self {
      case .hardGate: "hard gate"
      case .deny: "denies"
      case .hold: "holds"
      case .flagged: "flagged"
      }
    }
  }

  /// The subject's id.
  public var subject: String
  /// The control's id.
  public var control: String
  /// The control's title.
  public var title: String
  /// How much harm it may do.
  public var severity: Severity
  /// What the gate makes of it.
  public var need: Need
  /// Why the control could not be judged; empty where records deviate.
  public var problem = ""
  /// What to do.
  public var remedy = ""
  /// What deviates, one for each finding; empty where evidence is lacking.
  public var records: [WorkRecord] = []
  /// Whether there are more records than were kept as examples.
  public var isCut = false

  init(subject: String, control: ControlDescription, need: Need) {
    self.subject = subject
    self.control = control.id
    title = control.title
    severity = control.severity
    self.need = need
  }

  /// What the gate needs first, then what does the most harm.
  struct Urgency: Comparable {
    let need: Need
    let severity: Severity

    static func < (left: Urgency, right: Urgency) -> Bool {
      left.need == right.need ? left.severity > right.severity : left.need < right.need
    }
  }

  /// How urgent it is.
  var urgency: Urgency { Urgency(need: need, severity: severity) }
}
