/// Where evidence must be sealed, and whose seals count.
public struct SealRule: Sendable, Hashable {
  /// The tiers that need a good seal; empty: none does.
  public var tiers: [Tier]
  /// The ids of the trusted keys whose seals count; empty: those of every trusted key.
  public var keys: [String]
  /// Whose signature evidence of certain sources needs beside; the first that matches holds.
  public var sources: [Source] = []

  /// Whose signature the evidence of a source needs.
  public struct Source: Sendable, Hashable {
    /// The source system as manifests name it; `*` at the end stands for any ending.
    public var system: String
    /// The ids of the keys one of which must have signed.
    public var keys: [String]

    /// Creates a rule on a source.
    ///
    /// - Parameters:
    ///   - system: The source system, or a start of it with `*`.
    ///   - keys: The ids of the keys one of which must have signed.
    public init(system: String, keys: [String]) {
      self.system = system
      self.keys = keys
    }

    /// Whether a source system is meant.
    ///
    /// - Parameter name: The source system of a file.
    /// - Returns: Whether it is the named one, or starts as that does before `*`.
    public func matches(_ name: String) -> Bool {
      system.hasSuffix("*") ? name.hasPrefix(system.dropLast()) : name == system
    }
  }

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - tiers: The tiers that need a good seal.
  ///   - keys: The ids of the keys whose seals count.
  public init(tiers: [Tier] = [], keys: [String] = []) {
    self.tiers = tiers
    self.keys = keys
  }

  /// Whether a tier needs a good seal: a tier asks for all that the tiers below it ask for.
  ///
  /// - Parameter tier: The tier sought.
  /// - Returns: Whether it, or a lower one, is named.
  public func applies(to tier: Tier) -> Bool { tiers.contains { $0 <= tier } }
}

extension Policy {
  /// The keys whose seals count.
  public var sealKeys: [TrustedKey] {
    seal.keys.isEmpty ? trustedKeys : trustedKeys.filter { seal.keys.contains($0.id) }
  }
}
