import ControlModel

/// Small catalogues in the two shapes in which NIST publishes.
enum OSCALFixture {
  /// As CSF 2.0 is published: functions are groups, all below are controls, the id is the official
  /// one, the label is a name, a successor is named without a hash.
  static func csf() -> EvidenceValue {
    catalog(
      title: "Electronic Version of Larkspur Framework 2.0",
      version: "1.2.0",
      identifier: "LF_2_0_0",
      groups: [
        control(
          "GV",
          "GOVERN",
          kind: "function",
          label: "GOVERN (GV)",
          prose: ("overview", "It is governed"),
          below: [
            control(
              "GV.OC",
              "Context",
              kind: "category",
              label: "Context (GV.OC)",
              prose: ("statement", "It is known"),
              below: [
                control(
                  "GV.OC-01",
                  "GV.OC-01",
                  kind: "subcategory",
                  label: "GV.OC-01",
                  prose: ("statement", "The mission is known")
                )
              ]
            ),
            control(
              "ID.BE",
              "Business",
              kind: "category",
              label: "Business (ID.BE)",
              isWithdrawn: true,
              links: [("incorporated_into", "GV.OC")],
              below: [
                control(
                  "ID.BE-01",
                  "ID.BE-01",
                  kind: "subcategory",
                  label: "ID.BE-01",
                  isWithdrawn: true,
                  links: [("moved_to", "GV.OC-01")]
                )
              ]
            ),
          ]
        )
      ]
    )
  }

  /// As SP 800-53 is published: families are groups without label, the label is the official id, a
  /// successor is named with a hash, and statements have parts and parameters.
  static func controls() -> EvidenceValue {
    let part = Values.object([
      ("name", .string("item")), ("props", props([("label", "a.")])),
      ("prose", .string("Review within {{ insert: param, ac-2.1_prm_1 }}; and")),
    ])
    let statement = Values.object([
      ("name", .string("statement")), ("prose", .string("Manage accounts:")),
      ("parts", .array([part])),
    ])
    let parameter = Values.object([("id", .string("ac-2.1_prm_1")), ("label", .string("a period"))])
    let enhancement = Values.object([
      ("id", .string("ac-2.1")), ("class", .string("SP800-53-enhancement")),
      ("title", .string("Automated Accounts")), ("params", .array([parameter])),
      ("props", props([("label", "AC-02(01)"), ("label", "AC-2(1)")])),
      ("parts", .array([statement])),
    ])
    return catalog(
      title: "NIST Special Publication 800-53 Revision 5: Security and Privacy Controls",
      version: "5.0.1",
      groups: [
        control(
          "ac",
          "Access Control",
          kind: "family",
          below: [
            control(
              "ac-2",
              "Account Management",
              kind: "SP800-53",
              label: "AC-2",
              below: [enhancement]
            ),
            control(
              "ac-13",
              "Supervision",
              kind: "SP800-53",
              label: "AC-13",
              isWithdrawn: true,
              links: [("incorporated-into", "#ac-2"), ("reference", "#somewhere")]
            ),
          ]
        )
      ]
    )
  }

  static func catalog(
    title: String,
    version: String,
    identifier: String? = nil,
    groups: [EvidenceValue]
  ) -> EvidenceValue {
    let party = Values.object([
      ("uuid", .string("u1")), ("name", .string("Larkspur Mutual")),
    ])
    let duty = Values.object([
      ("role-id", .string("author")),
      ("party-uuids", .array([EvidenceValue(.string("u1"))])),
    ])
    let metadata: [(String, EvidenceValue.Content)] = [
      ("title", .string(title)), ("version", .string(version)),
      ("published", .string("2026-05-13T12:30:00Z")), ("parties", .array([party])),
      ("responsible-parties", .array([duty])),
      ("props", props(identifier.map { [("framework-version-identifier", $0)] } ?? [])),
    ]
    let catalog = Values.object([
      ("metadata", Values.object(metadata).content), ("groups", .array(groups)),
    ])
    return Values.object([("catalog", catalog.content)])
  }

  static func control(
    _ id: String,
    _ title: String,
    kind: String,
    label: String? = nil,
    prose: (name: String, text: String)? = nil,
    isWithdrawn: Bool = false,
    links: [(rel: String, href: String)] = [],
    below: [EvidenceValue] = []
  ) -> EvidenceValue {
    var properties = label.map { [("label", $0)] } ?? []
    if isWithdrawn { properties.append(("status", "withdrawn")) }
    let parts = prose.map {
      [Values.object([("name", .string($0.name)), ("prose", .string($0.text))])]
    }
    return Values.object([
      ("id", .string(id)), ("class", .string(kind)), ("title", .string(title)),
      ("props", props(properties)),
      (
        "links",
        .array(links.map { Values.object([("rel", .string($0.rel)), ("href", .string($0.href))]) })
      ),
      ("parts", .array(parts ?? [])), ("controls", .array(below)),
    ])
  }

  static func props(_ properties: [(String, String)]) -> EvidenceValue.Content {
    .array(
      properties.map { Values.object([("name", .string($0)), ("value", .string($1))]) }
    )
  }
}
