import ControlModel

/// An answer of the trust graph for programs.
enum TrustJSON {
  static func render(_ answer: TrustAnswer) -> String {
    CollectedDocument.text { sink in
      var writer = JSONWriter(.indented, to: sink)
      writer.object { writer in
        writer.member("schemaVersion", 1)
        writer.member("subject", answer.subject)
        writer.member("asOf", "\(answer.asOf)")
        writer.member("question", answer.question)
        writer.member("start", answer.start)
        writer.member("things", answer.things) { writer, thing in
          writer.member("kind", thing.kind)
          writer.member("name", thing.name)
          writer.member("known", thing.isKnown)
          writer.member("live", thing.isLive)
          writer.member("administrator", thing.isAdministrator)
          writer.member("owner", thing.owner)
          writer.member("tenant", thing.tenant)
          writer.member("environment", thing.environment)
          writer.member("sensitivity", thing.sensitivity)
          writer.member("locator", thing.locator.map { "\($0)" })
        }
        writer.member("steps", answer.steps) { writer, step in
          writer.member("from", step.from)
          writer.member("to", step.to)
          writer.member("kind", step.kind)
          writer.member("reason", step.reason)
          writer.member("conditions", step.conditions)
          writer.member("changesRights", step.isEscalation)
          writer.member("traversable", step.isTraversable)
          writer.member("until", step.until.map { "\($0)" })
          writer.member("locator", "\(step.locator)")
          writer.member("digest", step.locator.digest)
        }
        writer.member("ways", answer.ways) { writer, way in
          writer.member("end", way.end)
          writer.name("steps")
          writer.array(way.steps) { $0.value($1) }
        }
      }
      sink.write("\n")
    }
  }
}
