public import ControlModel

/// The catalogues that come with the tool.
///
/// A catalogue's table is read when somebody first asks for that catalogue, and never twice.
public enum Catalogs {
  /// The frameworks there is a catalogue of, in the order in which reports list them.
  public static let frameworks: [FrameworkID] = registry.map(\.framework)

  /// Every catalogue, in the order in which reports list them.
  public static let all: [Catalog] = registry.map { $0.catalog() }

  /// The catalogue of a framework.
  ///
  /// - Parameter id: The framework and its version.
  /// - Returns: The catalogue, or `nil` where none comes with the tool.
  public static func catalog(_ id: FrameworkID) -> Catalog? {
    registry.first { $0.framework == id }?.catalog()
  }

  /// The item with an official id.
  ///
  /// - Parameter id: The framework and the item's id, exactly as the publisher writes it.
  /// - Returns: The item, or `nil` where the framework or the item is unknown.
  public static func item(_ id: RequirementID) -> CatalogItem? {
    catalog(id.framework)?[id.id]
  }

  /// The framework that people call so.
  ///
  /// Every number in the name must be one of the framework's own, so that another version, such as
  /// revision 4 of SP 800-53, is not taken for this one.
  ///
  /// - Parameter name: A name such as "NIST CSF 2.0", "csf" or "800-53 rev 5".
  /// - Returns: The framework, or `nil` where the text names none or more than one.
  public static func framework(named name: String) -> FrameworkID? {
    let named = FrameworkNames.split(name).frameworks
    guard named.count == 1, let catalog = catalog(named[0]) else { return nil }
    let own = numbers("\(catalog.framework) \(catalog.title)")
    return numbers(name).isSubset(of: own) ? catalog.framework : nil
  }

  private static func numbers(_ text: String) -> Set<Substring> {
    Set(text.split { !("0"..."9").contains($0) })
  }

  private struct Entry: Sendable {
    let framework: FrameworkID
    let catalog: @Sendable () -> Catalog

    init(_ framework: FrameworkID, _ catalog: @escaping @Sendable () -> Catalog) {
      self.framework = framework
      self.catalog = catalog
    }
  }

  private static let registry: [Entry] = [
    Entry(.nhi) { .owaspNHI2025 },
    Entry(.asi) { .owaspASI2026 },
    Entry(.agenticThreats) { .owaspAgenticThreats11 },
    Entry(.csf) { .nistCSF20 },
    Entry(.csf11) { .nistCSF11 },
    Entry(.aiRMF) { .nistAIRMF10 },
    Entry(.ai600) { .nistAI6001 },
    Entry(.maestro) { .csaMAESTRO2025 },
    Entry(.sp80053) { .nistSP80053R5 },
    Entry(.sp80063) { .nistSP800634 },
    Entry(.sp800207) { .nistSP800207 },
    Entry(.iso42001) { .iso42001AnnexA },
    Entry(.aicm) { .csaAICM11 },
  ]
}
