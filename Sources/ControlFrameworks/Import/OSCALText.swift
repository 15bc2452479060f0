import ControlModel

/// The statement of an OSCAL control as one text.
struct OSCALText {
  private let control: EvidenceValue
  private let parameters: [String: String]

  init(_ control: EvidenceValue) {
    self.control = control
    var parameters: [String: String] = [:]
    for parameter in control["params"]?.elements ?? [] {
      guard let id = parameter["id"]?.string else { continue }
      parameters[id] =
        parameter["label"]?.string ?? (parameter["select"] == nil ? nil : "selection")
    }
    self.parameters = parameters
  }

  /// The prose of the statement, or of the overview of a group, its parts in order.
  var statement: String {
    let parts = (control["parts"]?.elements ?? []).filter { part in
      ["statement", "overview", "objective-statement"].contains(part["name"]?.string ?? "")
    }
    return parts.flatMap(texts).joined(separator: " ").squeezed
  }

  private func texts(_ part: EvidenceValue) -> [String] {
    let label = part.property("label").map { [$0] } ?? []
    let prose = part["prose"]?.string.map { [filled($0)] } ?? []
    return label + prose + (part["parts"]?.elements ?? []).flatMap(texts)
  }

  /// The prose with `{{ insert: param, ID }}` as the parameter's label in brackets.
  private func filled(_ prose: String) -> String {
    var text = ""
    var rest = prose[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      text += rest[..<open.lowerBound]
      let id = rest[open.upperBound..<close.lowerBound].split { " ,:".contains($0) }.last
      text += "[\(id.flatMap { parameters[String($0)] } ?? "organization-defined value")]"
      rest = rest[close.upperBound...]
    }
    return text + rest
  }
}
