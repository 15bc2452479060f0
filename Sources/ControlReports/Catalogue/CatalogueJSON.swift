import ControlModel

extension CataloguePages {
  /// The catalogue as a JSON document, each control in the grammar of ``ResultsJSON``; ends in a line
  /// feed.
  public var json: String {
    CollectedDocument.text { sink in
      var writer = JSONWriter(.indented, to: sink)
      writer.object { writer in
        writer.member("schema", "control-testing/catalogue/1")
        writer.member("controls", entries) { writer, entry in
          ResultsJSON.write(entry.control, to: &writer)
          writer.member("limits", entry.limits) { writer, limit in
            writer.member("name", limit.name)
            writer.member("default", limit.defaultValue.description)
            writer.member("unit", limit.unit.isEmpty ? nil : limit.unit)
            writer.member("meaning", limit.meaning)
          }
          writer.member("profiles", entry.profiles)
        }
      }
      sink.write("\n")
    }
  }
}
