public import ControlModel

/// Reads component definitions in OSCAL: what a supplier says its product does for each control.
///
/// Each implemented requirement is an answer of the supplier, a claim as in a questionnaire. The state
/// is the property `implementation-status`; a requirement without it is described and no more, which
/// is *unclear*, not yes.
public struct OSCALComponentsReader: EvidenceReader {
  /// A component definition.
  public let format = EvidenceFormat(
    id: "oscal-component-definition",
    title: "OSCAL component definition",
    writtenBy: "suppliers; compliance-trestle",
    kinds: [.vendorAssurance]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document's one member is `component-definition`.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.roots.first?["component-definition"]?["metadata"] != nil
  }

  /// Reads an answer for each implemented requirement of each component.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.roots.first?["component-definition"] else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no component-definition",
        needed: "an OSCAL document with that member",
        remedy: "export it as JSON or YAML"
      )
    }
    let answeredAt = try root["metadata"]?.instant("last-modified")
    sink.observedAt = answeredAt
    for component in try root.list("components") {
      let vendor = sink.context.account ?? component["title"]?.text
      guard let vendor else {
        sink.reject(component.malformed(found: "no title", needed: "the component's title"))
        continue
      }
      for implementation in try component.list("control-implementations") {
        for requirement in try implementation.list("implemented-requirements") {
          sink.attempt { (sink) throws(Diagnostic) in
            sink.add(
              try Self.answer(requirement, of: component, in: implementation, vendor, answeredAt)
            )
          }
        }
      }
    }
  }

  private static func answer(
    _ requirement: Cursor,
    of component: Cursor,
    in implementation: Cursor,
    _ vendor: String,
    _ answeredAt: Instant?
  ) throws(Diagnostic) -> VendorAnswer {
    let control = try requirement.required("control-id")
    return VendorAnswer(
      id: try requirement.required("uuid"),
      vendor: vendor,
      questionnaire: try implementation.required("source"),
      question: control,
      answer: answer(property("implementation-status", of: requirement)),
      text: requirement["description"]?.text,
      responsibility: responsibility(property("control-origination", of: requirement)),
      respondent: component["title"]?.text,
      answeredAt: answeredAt,
      locator: requirement.locator
    )
  }

  private static func property(_ name: String, of requirement: Cursor) -> String? {
    requirement["props"]?.elements.first { $0["name"]?.text == name }?["value"]?.text
  }

  private static func answer(_ state: String?) -> VendorAnswer.Answer {
    switch state {
    case "implemented": .yes
    case "partial", "alternative": .partly
    case "planned": .no
    case "not-applicable": .notApplicable
    default: .unclear
    }
  }

  private static func responsibility(_ origination: String?) -> VendorAnswer.Responsibility {
    switch origination {
    case "organization", "system-specific", "provider": .provider
    case "customer-configured", "customer-provided", "customer": .customer
    case "hybrid", "shared": .shared
    case "inherited": .thirdParty
    default: .unstated
    }
  }
}
