public import ControlModel

/// One control of the catalogue, with everything a page says of it.
public struct CatalogueEntry: Sendable {
  /// The control.
  public var control: ControlDescription
  /// The policy parameters that it reads, in its order.
  public var limits: [PolicyParameter]
  /// The names of the profiles that ask for it.
  public var profiles: [String]
  /// Cases out of its fixture; `nil` where none was given.
  public var example: CatalogueExample?

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - control: The control.
  ///   - limits: The policy parameters that it reads.
  ///   - profiles: The names of the profiles that ask for it.
  ///   - example: Cases out of its fixture.
  public init(
    control: ControlDescription,
    limits: [PolicyParameter],
    profiles: [String],
    example: CatalogueExample? = nil
  ) {
    self.control = control
    self.limits = limits
    self.profiles = profiles
    self.example = example
  }
}

/// Cases of a control's fixture, as its file writes them.
public struct CatalogueExample: Sendable {
  /// What all cases share; empty where they share nothing.
  public var shared: String
  /// The first case that passes; `nil` where there is none.
  public var passing: String?
  /// The first case that fails; `nil` where there is none.
  public var failing: String?

  /// Creates an example.
  ///
  /// - Parameters:
  ///   - shared: What all cases share.
  ///   - passing: The first case that passes.
  ///   - failing: The first case that fails.
  public init(shared: String, passing: String?, failing: String?) {
    self.shared = shared
    self.passing = passing
    self.failing = failing
  }
}

/// Where evidence of a kind comes from.
public struct CatalogueSource: Sendable {
  /// The kind.
  public var kind: EvidenceKindDescription
  /// The ids of the formats that yield it, in order.
  public var formats: [String]

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - formats: The ids of the formats that yield it.
  public init(kind: EvidenceKindDescription, formats: [String]) {
    self.kind = kind
    self.formats = formats
  }
}
