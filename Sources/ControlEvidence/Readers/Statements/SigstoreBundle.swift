import ControlModel

/// A Sigstore bundle around an envelope.
///
/// Its certificate lives for ten minutes and is never checked here; the time is that of the log.
struct SigstoreBundle {
  /// The envelope within the bundle.
  let envelope: Cursor
  private let cursor: Cursor

  /// Takes a bundle, or `nil` where the value is none with an envelope.
  init?(_ cursor: Cursor) {
    guard
      cursor["mediaType"]?.text?.hasPrefix("application/vnd.dev.sigstore.bundle") == true,
      let envelope = cursor["dsseEnvelope"]
    else { return nil }
    self.cursor = cursor
    self.envelope = envelope
  }

  private var entry: Cursor? { cursor["verificationMaterial"]?["tlogEntries"]?.elements.first }

  /// The entry of the transparency log, or `nil` where the bundle has none.
  var transparencyLog: String? { entry?["logIndex"]?.text.map { "log index \($0)" } }

  /// When the log took the entry: seconds since 1970, as text.
  func signedAt() throws(Diagnostic) -> Instant? {
    guard let seconds = try entry?.integer("integratedTime"), seconds != 0 else { return nil }
    guard let instant = Instant(secondsSinceEpoch: Int64(seconds)) else {
      throw (entry ?? cursor).malformed(found: "integratedTime out of range", needed: "seconds")
    }
    return instant
  }
}
