import ControlModel

/// Reads CloudTrail events as they are delivered (`Records`), as a list, one on each line, or packed
/// as text in what `lookup-events` answers.
///
/// An event of a session counts for the role that was assumed, since that is what stands in an
/// inventory; the session's own ARN is its session. Reads and writes of data are logged only where
/// they were selected: a file without any is no evidence of data access.
struct AWSCloudTrailReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "aws-cloudtrail",
    title: "AWS CloudTrail events",
    writtenBy: "AWS CloudTrail, or aws cloudtrail lookup-events",
    kinds: [.auditLog, .dataAccessLog, .tokenIssuance]
  )

  private static let shape = ListShape(
    members: ["Records", "Events"],
    pageMarkers: ["NextToken"]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    let samples = Self.shape.samples(document)
    if samples.isEmpty {
      // A log of nothing has the wrapper alone; other tools call their lists `Records` too.
      return false
    }
    return samples.allSatisfy { event in
      event.has("CloudTrailEvent", "EventId")
        || event.has("eventID", "eventName", "eventSource")
          && event.hasAny("eventTime", "eventType")
    }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "CloudTrail events",
        remedy: "give the log as JSON"
      )
    }
    sink.kinds = [.auditLog]
    for element in try Self.shape.elements(document, into: &sink) {
      do throws(Diagnostic) {
        let event = try AWSCloudTrailEvent(try unpacked(element))
        let record = try event.record()
        if record.kind == .data { sink.kinds.insert(.dataAccessLog) }
        sink.add(record)
        if let issuance = try event.issuance() {
          sink.kinds.insert(.tokenIssuance)
          sink.add(issuance)
        }
      } catch {
        sink.reject(error)
      }
    }
  }

  /// The event itself, which `lookup-events` packs as text.
  private func unpacked(_ element: Cursor) throws(Diagnostic) -> Cursor {
    guard let packed = element["CloudTrailEvent"], let text = packed.value.string else {
      return element
    }
    do throws(Diagnostic) {
      let event = try JSONReader.read(Array(text.utf8), path: element.path)
      return Cursor(
        value: event.standing(onLine: packed.value.line),
        pointer: packed.pointer,
        path: element.path,
        digest: element.digest
      )
    } catch {
      var problem = error
      problem.locator = packed.locator
      throw problem
    }
  }
}
