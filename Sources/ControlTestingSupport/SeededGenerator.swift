/// A small generator whose whole run follows from its seed, for properties tried on random cases.
///
/// Print the seed with a failure and the failure can be had again. The sequence is splitmix64's and
/// never changes; it is no source of secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  ///
  /// - Parameter seed: What the whole run follows from.
  public init(seed: UInt64) { state = seed }

  /// The next number of the sequence.
  ///
  /// - Returns: 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
