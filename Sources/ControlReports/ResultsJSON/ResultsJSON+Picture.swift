import ControlModel

extension ResultsJSON {
  /// Writes the part of a trust graph that reports draw.
  static func write(_ picture: TrustPicture, to writer: inout JSONWriter) {
    writer.member("thingCount", picture.thingCount)
    writer.member("stepCount", picture.stepCount)
    writer.member("things", picture.things) { writer, thing in
      writer.member("kind", thing.kind)
      writer.member("name", thing.name)
      writer.member("isKnown", thing.isKnown)
      writer.member("isLive", thing.isLive)
      writer.member("isAdministrator", thing.isAdministrator)
      writer.member("owner", thing.owner)
      writer.member("tenant", thing.tenant)
      writer.member("environment", thing.environment)
      writer.member("sensitivity", thing.sensitivity)
      writer.member("locator", thing.locator) { write($1, to: &$0) }
    }
    writer.member("steps", picture.steps) { writer, step in
      writer.member("from", step.from)
      writer.member("to", step.to)
      writer.member("kind", step.kind)
      writer.member("reason", step.reason)
      writer.member("conditions", step.conditions)
      writer.member("isEscalation", step.isEscalation)
      writer.member("until", step.until?.description)
      writer.member("locator", step.locator) { write($1, to: &$0) }
    }
    writer.member("ways", picture.ways) { writer, way in
      writer.member("question", way.question.rawValue)
      writer.member("about", way.about)
      writer.member("steps", way.steps.map(String.init))
    }
    writer.member("tallies", picture.tallies) { writer, tally in
      writer.member("question", tally.question.rawValue)
      writer.member("found", tally.found)
      writer.member("drawn", tally.drawn)
    }
  }

  /// Reads the part of a subject's trust graph that reports draw; `nil` where none was made.
  static func picture(of node: ResultsNode) throws(Diagnostic) -> TrustPicture? {
    guard node.value["trust"] != nil else { return nil }
    let trust = try node.member("trust")
    var picture = TrustPicture(
      thingCount: try trust.integer("thingCount"),
      stepCount: try trust.integer("stepCount")
    )
    picture.things = try trust.array("things", thing)
    let count = picture.things.count
    picture.steps = try trust.array("steps") { step throws(Diagnostic) in
      try self.step(step, among: count)
    }
    let stepCount = picture.steps.count
    picture.ways = try trust.array("ways") { way throws(Diagnostic) in
      let steps = try way.strings("steps").compactMap(Int.init)
      guard !steps.isEmpty, steps.allSatisfy({ (0..<stepCount).contains($0) }) else {
        throw way.problem("a way of other steps", "steps of the picture")
      }
      return TrustPicture.Way(
        try way.word("question"),
        about: try way.string("about"),
        steps: steps
      )
    }
    picture.tallies = try trust.array("tallies") { tally throws(Diagnostic) in
      TrustPicture.Tally(
        try tally.word("question"),
        found: try tally.integer("found"),
        drawn: try tally.integer("drawn")
      )
    }
    return picture
  }

  private static func thing(_ node: ResultsNode) throws(Diagnostic) -> TrustAnswer.Thing {
    var thing = TrustAnswer.Thing(kind: try node.string("kind"), name: try node.string("name"))
    thing.isKnown = try node.bool("isKnown")
    thing.isLive = try node.bool("isLive")
    thing.isAdministrator = try node.bool("isAdministrator")
    thing.owner = try node.optionalString("owner")
    thing.tenant = try node.optionalString("tenant")
    thing.environment = try node.optionalString("environment")
    thing.sensitivity = try node.optionalString("sensitivity")
    thing.locator = try node.optional("locator", locator)
    return thing
  }

  private static func step(
    _ node: ResultsNode,
    among count: Int
  ) throws(Diagnostic) -> TrustAnswer.Step {
    let from = try node.integer("from")
    let to = try node.integer("to")
    guard (0..<count).contains(from), (0..<count).contains(to) else {
      throw node.problem("a step out of the picture", "two of its things")
    }
    var step = TrustAnswer.Step(
      from: from,
      to: to,
      kind: try node.string("kind"),
      locator: try locator(try node.member("locator"))
    )
    step.reason = try node.string("reason")
    step.conditions = try node.strings("conditions")
    step.isEscalation = try node.bool("isEscalation")
    step.until = try node.optionalInstant("until")
    return step
  }
}
