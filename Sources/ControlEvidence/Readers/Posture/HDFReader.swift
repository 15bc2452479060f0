public import ControlModel

/// Reads results in the Heimdall Data Format, which InSpec's JSON reporter writes too.
///
/// One finding for each control. Its status follows the format's own rule: an impact of 0 is not
/// applicable; an error in any result is no answer; else any failure fails, and a pass needs one that
/// passed. An overlay repeats the controls of the profile below it: each counts once, where its results
/// are.
public struct HDFReader: EvidenceReader {
  /// Results of profiles.
  public let format = EvidenceFormat(
    id: "hdf",
    title: "Heimdall Data Format, InSpec JSON",
    writtenBy: "inspec exec --reporter json, saf convert",
    kinds: [.configSnapshot]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document has a platform and profiles with controls.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root["platform"] != nil,
      let profiles = root["profiles"]?.value.elements, !profiles.isEmpty
    else { return false }
    return profiles.allSatisfy { $0["controls"]?.elements != nil }
  }

  /// Reads a finding for each control, and the run.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, root["profiles"] != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no profiles",
        needed: "platform and profiles",
        remedy: "export the results as JSON"
      )
    }
    let platform = root["platform"]
    let target =
      platform?["target_id"]?.text ?? sink.context.account ?? platform?["name"]?.text
      ?? document.path
    let tool = (root["generator"]?["name"] ?? root["statistics"]?["tool"])?.text ?? "inspec"
    let runID = "\(tool):\(document.path)"
    var run: ScannerRun?
    var taken: Set<String> = []
    // Controls with results stand before their repetitions, whichever profile comes first.
    let controls = try Self.controls(root)
    for isJudged in [true, false] {
      for control in controls where control.hasResults == isJudged {
        sink.attempt { (sink) throws(Diagnostic) in
          if let id = control.id, taken.contains(id) { return }
          let finding = try control.finding(
            tool: tool,
            run: runID,
            resource: target,
            at: sink.context.collectedAt
          )
          taken.insert(control.id ?? finding.id)
          sink.add(finding)
          var noted =
            run
            ?? ScannerRun(
              id: runID,
              tool: tool,
              version: root["version"]?.text,
              target: target,
              at: finding.lastSeenAt,
              root.locator
            )
          noted.note(finding.lastSeenAt)
          noted.findingCount += finding.status == .fail ? 1 : 0
          run = noted
        }
      }
    }
    if let run { sink.add(run.record) }
  }

  private static func controls(_ root: Cursor) throws(Diagnostic) -> [HDFControl] {
    var controls: [HDFControl] = []
    for profile in try root.list("profiles") {
      for control in try profile.list("controls") {
        controls.append(HDFControl(control, in: profile))
      }
    }
    return controls
  }
}
