/// A moment of an identity, credential or grant before it is written.
enum MomentDraft: Sendable {
  case at(Time)
  case never
  /// The member is left out.
  case absent
  /// The member says so.
  case notRecorded

  /// The time, where there is one.
  var time: Time? {
    if case .at(let time) = self { return time }
    return nil
  }

  /// Whether nobody wrote it down.
  var isUnknown: Bool {
    switch self {
    case .absent, .notRecorded: true
    case .at, .never: false
    }
  }

  /// Draws a time at most so many days before the one everything is judged for.
  static func recent(_ random: inout SeededRandom, days: Int) -> MomentDraft {
    .at(.daysBefore(random.below(days), second: -random.below(86_400)))
  }

  /// Draws a time earlier than so many days before; one in ten of just that many.
  static func old(_ random: inout SeededRandom, days: Int) -> MomentDraft {
    if random.below(10) == 0 { return .at(.daysBefore(days, second: -1)) }
    return .at(.daysBefore(days + 1 + random.below(600), second: random.below(86_400)))
  }
}

extension ObjectText {
  mutating func member(_ name: StaticString, _ moment: MomentDraft) {
    switch moment {
    case .at(let time): member(name, time)
    case .never: member(name, "never")
    case .notRecorded: member(name, "notRecorded")
    case .absent: break
    }
  }
}

extension SeededRandom {
  /// One of several words.
  mutating func word(_ words: [StaticString]) -> StaticString { words[below(words.count)] }
}
