import ControlModel

/// Reads which services and actions one identity used in the tracking period of 400 days.
///
/// The answer does not say whose it is: the manifest must say what the file is about. A service
/// without a last use was not used in the tracking period, which is not the same as never.
struct AWSAccessAdvisorReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "aws-access-advisor",
    title: "AWS IAM access advisor of one identity",
    writtenBy: "aws iam get-service-last-accessed-details",
    kinds: [.accessUsageReport]
  )

  /// How far back IAM looks (IAM user guide, "Refine permissions using last accessed information").
  private static let trackingPeriod = Duration.days(400)

  func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.firstValues(1).first else { return false }
    return root["ServicesLastAccessed"]?.elements != nil && root.has("JobStatus")
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON object",
        needed: "the answer of get-service-last-accessed-details",
        remedy: "export it as JSON"
      )
    }
    let state = try root.required("JobStatus")
    guard state == "COMPLETED" else {
      throw root.malformed(
        found: "JobStatus \(clipped(state))",
        needed: "COMPLETED: the report was saved before it was ready"
      )
    }
    let identity = try sink.context.neededTopic("the ARN that was asked about", document)
    let created = try root.textOrSeconds("JobCreationDate")
    guard let end = try root.textOrSeconds("JobCompletionDate") ?? created else {
      throw root.malformed(found: "no JobCompletionDate", needed: "when the report was made")
    }
    sink.observedAt = end
    ListShape(pageMarkers: ["IsTruncated", "Marker"]).markPages(root, &sink)
    for service in try root.list("ServicesLastAccessed") {
      do throws(Diagnostic) {
        try take(service, of: identity, until: end, into: &sink)
      } catch {
        sink.reject(error)
      }
    }
  }

  private func take(
    _ service: Cursor,
    of identity: String,
    until end: Instant,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    func usage(_ permission: String, _ used: Instant?, _ place: Cursor) -> Usage {
      Usage(
        identity: identity,
        permission: permission,
        lastUsedAt: used.map { .at($0) } ?? .notRecorded,
        windowStartedAt: end.advanced(by: .zero - Self.trackingPeriod),
        windowEndedAt: end,
        locator: place.locator
      )
    }
    let name = try service.required("ServiceNamespace")
    sink.add(usage("\(name):*", try service.textOrSeconds("LastAuthenticated"), service))
    for action in try service.list("TrackedActionsLastAccessed") {
      do throws(Diagnostic) {
        let used = try action.textOrSeconds("LastAccessedTime")
        sink.add(usage("\(name):\(try action.required("ActionName"))", used, action))
      } catch {
        sink.reject(error)
      }
    }
  }
}
