import Foundation

/// Files of an imaginary organisation's own frameworks, in a folder that a test removes.
struct FrameworkFiles {
  let folder: URL

  /// Makes the folder with a catalogue in OSCAL, a table, and a crosswalk of each to known items.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("frameworks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("catalog.json", Self.catalog)
    try write("LARK-2026.csv", Self.table)
    try write("crosswalk.csv", Self.crosswalk)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// A catalogue in the shape in which NIST publishes SP 800-53.
  static let catalog = """
    {
      "catalog": {
        "uuid": "a0000000-0000-4000-8000-000000000001",
        "metadata": {
          "title": "Larkspur Baseline: Controls for Agents",
          "last-modified": "2026-01-05T00:00:00Z",
          "version": "1.0",
          "oscal-version": "1.1.3"
        },
        "groups": [
          {
            "id": "lb", "class": "family", "title": "Larkspur Baseline",
            "controls": [
              {
                "id": "lb-1", "class": "control", "title": "Credentials end",
                "props": [{ "name": "label", "value": "LB-1" }],
                "parts": [
                  { "id": "lb-1_smt", "name": "statement",
                    "prose": "Every credential ends after {{ insert: param, lb-1_prm_1 }}." }
                ],
                "params": [{ "id": "lb-1_prm_1", "label": "a stated time" }],
                "controls": [
                  { "id": "lb-1.1", "class": "control", "title": "Keys rotate",
                    "props": [{ "name": "label", "value": "LB-1(1)" }] }
                ]
              },
              {
                "id": "lb-2", "class": "control", "title": "Old rule",
                "props": [
                  { "name": "label", "value": "LB-2" }, { "name": "status", "value": "withdrawn" }
                ],
                "links": [{ "href": "#lb-1", "rel": "moved-to" }]
              }
            ]
          }
        ]
      }
    }

    """

  static let table = """
    id,parent,kind,title,text,source
    L,,category,Larkspur,,
    L-1,L,control,Credentials end,No credential lives for ever.,handbook 4
    L-2,L,control,Agents are known,,handbook 5
    L-3,L,control,Nothing maps here,,handbook 6

    """

  static let crosswalk = """
    from_framework,from_id,to_framework,to_id,relation,source,rationale
    LARK-2026,L-1,OWASP-NHI-2025,NHI7:2025,equal,handbook,the same duty
    LARK-2026,L-2,OWASP-NHI-2025,NHI7:2025,overlaps,handbook,a part of it

    """
}
