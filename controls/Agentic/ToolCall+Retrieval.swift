import ControlTesting

extension ToolCall {
  /// Holds what the call was based on to having been verified before the call.
  ///
  /// Of an entry the latest write before the call counts: one that was overwritten without a check
  /// is unverified again.
  func checkRetrieval(_ scope: Scope) throws {
    guard let retrievedEntries else {
      throw Deviation(
        "retrieved entries",
        expected: "a list, empty where nothing was retrieved",
        observed: "not recorded"
      )
    }
    for entry in retrievedEntries {
      guard let doubt = doubt(about: entry, scope) else { continue }
      throw Deviation("entry \(entry)", expected: "verified before the call", observed: doubt)
    }
  }

  private func doubt(about entry: String, _ scope: Scope) -> String? {
    let writes = scope.all(MemoryWrite.self, where: \.entry, is: entry)
      .filter { $0.writtenAt <= startedAt }
    if let last = writes.max(by: { ($0.writtenAt, $0.id) < ($1.writtenAt, $1.id) }) {
      return last.verified == .yes ? nil : "\(last.verified.words) when written by \(last.id)"
    }
    guard let dataset = scope.first(Dataset.self, entry) else {
      return "no write before the call and no dataset on record"
    }
    guard dataset.verified == .yes, dataset.verifiedAt.hasPassed(at: startedAt) else {
      return "dataset not verified before the call"
    }
    return dataset.expiresAt.hasPassed(at: startedAt)
      ? "verification ended at \(dataset.expiresAt)" : nil
  }
}

extension MemoryWrite.Verified {
  fileprivate var words: String {
    switch self {
    case .yes: "verified"
    case .no: "found wrong"
    case .notTried: "not verified"
    }
  }
}
