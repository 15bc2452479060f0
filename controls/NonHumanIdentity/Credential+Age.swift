import ControlTesting

extension Credential {
  /// Whether the credential could still open something: anything but revoked, expired or deleted.
  ///
  /// An unknown status counts as usable, and so does an inactive one, which a switch makes active.
  var isUsable: Bool {
    switch status {
    case .active, .inactive, .unknown: true
    case .revoked, .expired, .deleted: false
    }
  }

  /// The time since the value last changed; `nil` where neither rotation nor creation is recorded.
  func age(at instant: Instant) -> Duration? {
    (rotatedAt.instant ?? createdAt).map { instant.duration(since: $0) }
  }

  /// The time from the last change of the value to its end; `nil` where either is not recorded.
  var lifetime: Duration? {
    guard let end = expiresAt.instant, let start = rotatedAt.instant ?? createdAt else {
      return nil
    }
    return end.duration(since: start)
  }
}
