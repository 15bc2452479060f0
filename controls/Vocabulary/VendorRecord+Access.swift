public import ControlTesting

extension VendorRecord {
  /// Whether the supplier is let in, or was suspended and can be let in again by a switch.
  public var isLetIn: Bool {
    switch state {
    case .trial, .active, .suspended: true
    case .proposed, .ended: false
    }
  }

  /// Whether much depends on the supplier; one that nobody classed counts as critical.
  public var isCritical: Bool {
    switch criticality {
    case .critical, .high, .unknown: true
    case .medium, .low: false
    }
  }
}
