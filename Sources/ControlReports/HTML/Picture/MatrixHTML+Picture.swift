import ControlModel

extension MatrixHTML {
  /// The trust chain of each subject, drawn, and the same as a table.
  func chains(_ report: Report) -> String {
    let drawn = report.results.subjects.filter { $0.picture?.ways.isEmpty == false }
    if drawn.isEmpty { return "" }
    return """
      <section id="chains"><h2>Trust chains</h2>
      <p class="quiet">Who can act as whom and touch what, by the evidence alone: the ways that matter. \
      A broken line depends on what files cannot decide, a thick one changes rights first. \
      <span class="needs-script">Tab to a drawing: arrow keys move along its steps, Enter opens what proves a step, Escape comes back.</span></p>
      \(drawn.map(chain).joined(separator: "\n"))
      </section>
      """
  }

  private func chain(_ result: SubjectResult) -> String {
    guard let picture = result.picture else { return "" }
    let subject = result.subject
    return """
      <article class="chain" data-subject="\(html(subject.id))">
      <h3><bdi>\(html(subject.name))</bdi></h3>
      <p class="quiet">\(html(leftOut(picture)))</p>
      \(ways(picture, subject.id))
      \(drawing(picture, subject.name))
      <details><summary>The same as a table</summary>
      \(table(picture, subject))</details></article>
      """
  }

  /// What the drawing leaves out, in words.
  private func leftOut(_ picture: TrustPicture) -> String {
    let whole =
      "\(counted(picture.things.count, "thing")) of \(grouped(picture.thingCount)), "
      + "\(counted(picture.steps.count, "step")) of \(grouped(picture.stepCount))."
    let parts = picture.tallies.map { tally in
      tally.drawn == tally.found
        ? "\(tally.question.title): all \(grouped(tally.found))"
        : "\(tally.question.title): \(grouped(tally.drawn)) of \(grouped(tally.found))"
    }
    return "\(whole) \(parts.joined(separator: "; ")). controls reach answers the rest."
  }

  private func ways(_ picture: TrustPicture, _ subject: String) -> String {
    let items = picture.ways.enumerated().map { number, way -> String in
      let names = ends(of: way, picture)
      let steps = counted(way.steps.count, "step")
      let about = way.about.isEmpty ? "" : " <small>\(html(way.about))</small>"
      return """
        <li><a href="#way=\(fragment(subject))/\(number)">\
        <bdi>\(html(shortName(names.from)))</bdi> to <bdi>\(html(shortName(names.to)))</bdi></a> \
        <small>\(way.question.title.lowercased()), \(steps)</small>\(about)</li>
        """
    }
    return "<ol class=\"ways needs-script\">\(items.joined(separator: "\n"))</ol>"
  }

  private func ends(of way: TrustPicture.Way, _ picture: TrustPicture) -> (from: String, to: String)
  {
    guard let first = way.steps.first, let last = way.steps.last else { return ("", "") }
    return (
      picture.things[picture.steps[first].from].name, picture.things[picture.steps[last].to].name
    )
  }

  private func drawing(_ picture: TrustPicture, _ name: String) -> String {
    let layout = PictureLayout(picture)
    let heads = layout.heads.map {
      "<text class=\"head\" x=\"\($0.x)\" y=\"18\">\($0.title)</text>"
    }
    let steps = picture.steps.enumerated().map { number, step -> String in
      let line = layout.line(of: step)
      let classes =
        ["step"] + (step.conditions.isEmpty ? [] : ["open"]) + (step.isEscalation ? ["gains"] : [])
      return """
        <g class="\(classes.joined(separator: " "))" data-s="\(number)"><title>\(html(words(of: step, picture)))</title>\
        <path class="wide" d="\(line.path)"/><path class="line" d="\(line.path)"/><path class="tip" d="\(line.tip)"/></g>
        """
    }
    let things = layout.order.joined().map { place -> String in
      let thing = picture.things[place]
      let box = layout.boxes[place]
      let classes =
        ["thing"] + (thing.isAdministrator ? ["power"] : []) + (thing.isKnown ? [] : ["unknown"])
      return """
        <g class="\(classes.joined(separator: " "))" data-t="\(place)"><title>\(html("\(thing.kind) \(thing.name)"))</title>\
        <rect x="\(box.x)" y="\(box.y)" width="\(PictureLayout.boxWidth)" height="\(PictureLayout.boxHeight)" rx="3"/>\
        <text x="\(box.x + 8)" y="\(box.y + 15)">\(html(shortName(thing.name)))</text>\
        <text class="kind" x="\(box.x + 8)" y="\(box.y + 29)">\(html(mark(of: thing)))</text></g>
        """
    }
    return """
      <div class="drawing" tabindex="0" role="region" aria-label="\(html("Drawing of \(name)"))">
      <svg viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" height="\(layout.height)" role="group" aria-label="\(html("Trust chains of \(name)"))">
      \(heads.joined())
      \(steps.joined(separator: "\n"))
      \(things.joined(separator: "\n"))
      </svg></div>
      """
  }

  /// The line below a thing's name.
  private func mark(of thing: TrustAnswer.Thing) -> String {
    var words = [thing.kind]
    if thing.isAdministrator { words.append("all power") }
    if let place = thing.environment ?? thing.tenant { words.append(place) }
    if !thing.isKnown { words.append("no record") }
    return clipped(words.joined(separator: ", "), to: 24)
  }

  /// A step in words, with what proves it.
  private func words(of step: TrustAnswer.Step, _ picture: TrustPicture) -> String {
    var text =
      "\(picture.things[step.from].name) \(step.kind) \(picture.things[step.to].name)"
    if !step.reason.isEmpty { text += ", \(step.reason)" }
    if !step.conditions.isEmpty { text += ", if \(step.conditions.joined(separator: " and "))" }
    return "\(text) [\(step.locator)]"
  }

  /// A name that fits a box: its end tells more than its start.
  private func shortName(_ name: String) -> String {
    name.count <= 20 ? name : "…\(name.suffix(19))"
  }

  private func clipped(_ text: String, to count: Int) -> String {
    text.count <= count ? text : "\(text.prefix(count - 1))…"
  }

  private func table(_ picture: TrustPicture, _ subject: Subject) -> String {
    let rows = picture.ways.enumerated().flatMap { number, way in
      way.steps.enumerated().map { place, index -> String in
        let step = picture.steps[index]
        let how = [step.kind, step.reason].filter { !$0.isEmpty }.joined(separator: ": ")
        let isFirst = place == 0
        let title = "\(number + 1). \(way.question.title)"
        let cells = [
          ("From", picture.things[step.from].name),
          ("How", how + (step.isEscalation ? " (gains)" : "")),
          ("To", picture.things[step.to].name),
          ("If", step.conditions.isEmpty ? "in any case" : step.conditions.joined(separator: "; ")),
          ("Seen at", step.locator.description),
        ].map { "<td data-s=\"\($0)\"><bdi>\(html($1))</bdi></td>" }
        return
          "<tr\(isFirst ? " class=\"first\"" : "")><th scope=\"row\" data-s=\"Way\">\(html(title)), step \(place + 1)</th>\(cells.joined())</tr>"
      }
    }
    return """
      <table class="plain steps"><caption class="away">\(html("Trust chains of \(subject.name), step by step"))</caption>
      <thead><tr><th scope="col">Way</th><th scope="col">From</th><th scope="col">How</th><th scope="col">To</th>\
      <th scope="col">If</th><th scope="col">Seen at</th></tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>
      """
  }
}

extension TrustPicture.Question {
  /// What a way answers, in a few words.
  fileprivate var title: String {
    switch self {
    case .finding: "Finding"
    case .administrator: "To administrator"
    case .tenant: "Across tenants"
    case .production: "Into production"
    case .agent: "What agents touch"
    }
  }
}
