/// Random numbers that depend on a seed, a stream and an index alone (SplitMix64).
///
/// Each record draws from a sequence of its own, so that a workload's bytes are the same however its
/// writing is split over threads.
struct SeededRandom: Sendable {
  /// What the numbers are drawn for; one record may need several independent sequences.
  enum Stream: UInt64 {
    case agent = 1
    case session
    case event
    case identity
    case credential
    case grant
    case broken
    case node
    case edge
  }

  private var state: UInt64

  init(seed: UInt64, _ stream: Stream, _ index: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
    state ^= stream.rawValue << 56
    state = Self.mixed(state) ^ UInt64(truncatingIfNeeded: index)
    state = Self.mixed(state)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from zero up to, and without, a bound above zero.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether one of so many chances in a hundred thousand came true.
  mutating func happens(perHundredThousand chances: Int) -> Bool { below(100_000) < chances }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
