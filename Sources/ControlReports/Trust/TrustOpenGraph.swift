import ControlModel

/// An answer of the trust graph in the OpenGraph form that BloodHound takes in.
///
/// Kinds start with a capital, as that form's own do; a name is unique within the subject and kind.
enum TrustOpenGraph {
  static func render(_ answer: TrustAnswer) -> String {
    CollectedDocument.text { sink in
      var writer = JSONWriter(.exported, to: sink)
      writer.object { writer in
        writer.member("metadata", answer) { writer, _ in
          writer.member("source_kind", "ControlTesting")
        }
        writer.member("graph", answer) { writer, answer in
          writer.member("nodes", answer.things) { writer, thing in
            writer.member("id", id(thing, answer))
            writer.member("kinds", [capitalised(thing.kind), "ControlTesting"])
            writer.member("properties", thing) { writer, thing in
              writer.member("name", thing.name)
              writer.member("known", thing.isKnown)
              writer.member("enabled", thing.isLive)
              writer.member("administrator", thing.isAdministrator)
              if let owner = thing.owner { writer.member("owner", owner) }
              if let tenant = thing.tenant { writer.member("tenant", tenant) }
              if let environment = thing.environment { writer.member("environment", environment) }
              if let sensitivity = thing.sensitivity { writer.member("sensitivity", sensitivity) }
            }
          }
          writer.member("edges", answer.steps) { writer, step in
            writer.member("kind", capitalised(step.kind))
            writer.member("start", answer.things[step.from]) {
              $0.member("value", id($1, answer))
            }
            writer.member("end", answer.things[step.to]) { $0.member("value", id($1, answer)) }
            writer.member("properties", step) { writer, step in
              writer.member("reason", step.reason)
              writer.member("conditions", step.conditions)
              writer.member("traversable", step.isTraversable)
              writer.member("changesrights", step.isEscalation)
              writer.member("proof", "\(step.locator)")
            }
          }
        }
      }
      sink.write("\n")
    }
  }

  private static func id(_ thing: TrustAnswer.Thing, _ answer: TrustAnswer) -> String {
    "\(answer.subject)|\(thing.kind)|\(thing.name)"
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
