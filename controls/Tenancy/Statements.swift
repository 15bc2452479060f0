import ControlTesting

extension StatementAsked {
  /// DAT-5: a digest shows that a proof is there, and not of what.
  static let deletionProven = StatementAsked(
    "deletion-proven",
    "The data of {target} that passed its retention period was deleted, and the proofs on record are of those deletions.",
    by: ["data-owner", "privacy-officer", "vendor-owner"]
  )
}
