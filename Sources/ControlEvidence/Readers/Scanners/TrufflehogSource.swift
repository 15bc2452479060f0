import ControlModel

/// Where trufflehog found a secret: `SourceMetadata.Data` has one member, named after the source.
struct TrufflehogSource {
  private let data: Cursor
  private let name: String

  /// The source of a finding, or `nil` where it names none.
  init?(_ finding: Cursor) {
    guard let source = finding["SourceMetadata"]?["Data"]?.members.first else { return nil }
    name = source.name
    data = source.value
  }

  /// What was scanned, where the source says so; a local folder is no name that others know.
  var target: String? {
    (data["repository"] ?? data["image"] ?? data["bucket"])?.text.map(ServerAddress.withoutSecrets)
  }

  /// What kind of thing was scanned.
  var kind: ScanRun.TargetKind {
    switch name {
    case "Docker": .image
    case "Filesystem": .host
    case "CircleCI", "TravisCI", "Jenkins", "Elasticsearch": .log
    case "Slack", "Teams": .transcript
    case "S3", "GCS", "Syslog": .component
    default: .repository
    }
  }

  /// The commit, or `nil` where the source has none.
  var revision: String? { nonEmpty("commit") }

  /// The file, or `nil`.
  var file: String? { nonEmpty("file") ?? nonEmpty("path") ?? nonEmpty("link") }

  /// The line from 1, or `nil`; the tool writes none as 0.
  var line: Int? { data["line"]?.text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }

  /// When it was committed: `2023-08-31 05:59:33 +0000`, with a zone's name after it in some versions.
  func committedAt() throws(Diagnostic) -> Instant? {
    guard let text = nonEmpty("timestamp") else { return nil }
    let parts = text.split(separator: " ")
    if parts.count >= 3, parts[2].utf8.count == 5 {
      let zone = "\(parts[2].prefix(3)):\(parts[2].suffix(2))"
      if let instant = Instant(rfc3339: "\(parts[0])T\(parts[1])\(zone)") { return instant }
    } else if let instant = Instant(rfc3339: text) {
      return instant
    }
    throw (data["timestamp"] ?? data).malformed(
      found: "a time that cannot be read",
      needed: "a time such as 2026-01-31 05:59:33 +0000"
    )
  }

  private func nonEmpty(_ name: String) -> String? {
    data[name]?.text.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The time of a scan whose report has none.
enum ScanTime {
  /// What to say where the manifest has none either.
  static func missing(at place: Locator) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: place,
      found: "no time of the scan",
      needed: "collectedAt in manifest.json, since the report has no time of its own",
      remedy: "list the file in manifest.json with the time of the scan"
    )
  }
}
