import ControlTesting
import SuiteVocabulary

extension VendorRecord {
  /// Whether the supplier is connected, or can be again by a switch.
  func isInUse(at instant: Instant) -> Bool {
    switch state {
    case .trial, .active, .suspended: !endedAt.hasPassed(at: instant)
    case .proposed, .ended: false
    }
  }
}

extension Scope {
  /// The suppliers in use, in order of the register.
  var suppliersInUse: [VendorRecord] {
    records(VendorRecord.self).filter { $0.isInUse(at: asOf) }
  }
}
