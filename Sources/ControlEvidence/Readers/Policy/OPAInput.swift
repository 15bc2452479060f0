import ControlModel

/// The input of a policy question, and where its parts are looked for.
///
/// | part | members of the input, the first that is there counts |
/// |---|---|
/// | principal | `principal`, `subject`, `user`, `identity`, `agent`; Envoy's `attributes.source.principal`; Kubernetes' `request.userInfo.username` |
/// | action | `action`, `operation`, `method`; Envoy's `attributes.request.http.method`; Kubernetes' `request.operation` |
/// | resource | `resource`, `object`, `path`; Envoy's `attributes.request.http.path`; Kubernetes' `request.kind.kind` |
/// | agent, tool, task, session, request, credential, tenant, environment | members of that name |
/// | onBehalfOf | `onBehalfOf`, `on_behalf_of` |
/// | resourceTenant | `resource.tenant` |
///
/// A part that is an object counts by its `id`, `name`, `sub`, `username` or `email`; one that is a
/// list of texts, as the parts of a path are, by their path. Other inputs need a mapping file.
struct OPAInput {
  /// What is looked for.
  enum Part: String {
    case principal, agent, onBehalfOf, credential, session, task, request, action, tool, resource
    case resourceTenant, tenant, environment
  }

  private static let places: [Part: [String]] = [
    .principal: [
      "principal", "subject", "user", "identity", "agent", "attributes/source/principal",
      "request/userInfo/username",
    ],
    .action: [
      "action", "operation", "method", "attributes/request/http/method", "request/operation",
    ],
    .resource: [
      "resource", "object", "path", "attributes/request/http/path", "request/kind/kind",
    ],
    .agent: ["agent"], .tool: ["tool"], .task: ["task"], .session: ["session"],
    .credential: ["credential"], .request: ["requestId", "request_id"],
    .onBehalfOf: ["onBehalfOf", "on_behalf_of"], .resourceTenant: ["resource/tenant"],
    .tenant: ["tenant"], .environment: ["environment"],
  ]
  private static let names = ["id", "name", "sub", "username", "email"]

  private let input: Cursor?
  private let masked: [String]

  /// Takes an input.
  ///
  /// - Parameters:
  ///   - input: The input, or `nil` where the question had none.
  ///   - masked: The pointers that were erased or changed before the event was written.
  init(_ input: Cursor?, masked: [String]) {
    self.input = input
    self.masked = masked
  }

  /// The names of the input's members in order, `nil` where it is no object.
  var names: [String]? { input?.value.members?.map(\.name).sorted() }

  /// A part of the input, or `nil` where it is not there.
  subscript(part: Part) -> String? {
    for place in Self.places[part] ?? [] {
      if let found = Self.text(at(place)) { return found }
    }
    return nil
  }

  /// A part that no decision can be judged without.
  func required(_ part: Part, in event: Cursor) throws(Diagnostic) -> String {
    let places = Self.places[part] ?? []
    let used = places.first { Self.text(at($0)) != nil }
    for place in used.map({ [$0] }) ?? places {
      guard let pointer = masked.first(where: { Self.hides($0, place) }) else { continue }
      throw event.malformed(
        found: "\(clipped(pointer)) masked",
        needed: "the \(part.rawValue) of the decision: mask other members"
      )
    }
    if let found = self[part] { return found }
    throw (input ?? event).malformed(
      found: "no \(part.rawValue) in the input",
      needed: "input.\(places.first ?? part.rawValue), or a mapping file for this log"
    )
  }

  /// Whether masking a pointer hides what stands at a place, or the name within it.
  private static func hides(_ pointer: String, _ place: String) -> Bool {
    "/input/\(place)/".hasPrefix("\(pointer)/")
      || names.contains { pointer == "/input/\(place)/\($0)" }
  }

  private func at(_ place: String) -> Cursor? {
    var cursor = input
    for name in place.split(separator: "/") { cursor = cursor?[String(name)] }
    return cursor
  }

  private static func text(_ cursor: Cursor?) -> String? {
    guard let cursor else { return nil }
    if let text = cursor.text { return text.isEmpty ? nil : text }
    if let parts = cursor.value.elements {
      let texts = parts.compactMap(\.string)
      return texts.isEmpty || texts.count < parts.count ? nil : texts.joined(separator: "/")
    }
    return names.lazy.compactMap { cursor[$0]?.text }.first { !$0.isEmpty }
  }
}
