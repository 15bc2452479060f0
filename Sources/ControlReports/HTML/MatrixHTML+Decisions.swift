import ControlModel

extension MatrixHTML {
  /// How many reasons a subject shows before the rest is folded away.
  private static let shownReasons = 6

  /// The decision of each subject: what blocks it, what it is today, its core proofs.
  func decisions(_ report: Report) -> String {
    let subjects = report.results.subjects
    guard !subjects.isEmpty else {
      return """
        <section id="decisions"><h2>Decisions</h2>
        <p>No subject was assessed. An empty run is never an approval.</p></section>
        """
    }
    return """
      <section id="decisions"><h2>Decisions</h2>
      \(subjects.map(decision).joined(separator: "\n"))
      </section>
      """
  }

  private func decision(_ result: SubjectResult) -> String {
    let subject = result.subject
    return """
      <article class="decision \(result.decision.rawValue)">
      <div class="verdict"><h3><a href="#subject=\(fragment(subject.id))"><bdi>\(html(subject.name))</bdi></a></h3>
      <p class="word">\(result.decision.word)</p>
      <p class="for">for <b>\(result.tier.rawValue)</b>: \(result.decision.meaning)</p>
      <p class="today">Today: <b>\(result.readiness.label)</b></p>
      <p class="meta"><bdi>\(html(subject.id))</bdi>, \(subject.kind.label), owned by \
      <bdi>\(html(subject.owner))</bdi>, exit code \(result.decision.exitCode)</p></div>
      <div class="why">\(reasons(of: result))</div>
      <div class="proofs"><h4>Core proofs</h4>
      <ul>\(result.coreProofs.map { proof($0, subject: subject.id) }.joined())</ul></div>
      </article>
      """
  }

  private func reasons(of result: SubjectResult) -> String {
    let blocking = result.blockingReasons
    let flagged = result.flaggedReasons
    var text = "<h4>What blocks</h4>"
    if blocking.isEmpty {
      text += "<p class=\"quiet\">Nothing blocks.</p>"
    } else {
      text += list(blocking.prefix(Self.shownReasons), of: result)
    }
    let rest = blocking.dropFirst(Self.shownReasons)
    if !rest.isEmpty {
      text +=
        "<details><summary>and \(grouped(rest.count)) more</summary>\(list(rest, of: result))</details>"
    }
    if !flagged.isEmpty {
      text +=
        "<details><summary>\(counted(flagged.count, "reason")) flagged, without effect in this tier</summary>"
      text += list(flagged[...], of: result) + "</details>"
    }
    return text
  }

  private func list(_ reasons: ArraySlice<GateReason>, of result: SubjectResult) -> String {
    let items = reasons.map { reason -> String in
      let subject = fragment(result.subject.id)
      let words = "<bdi>\(html(reason.text))</bdi>"
      let rule = "<small>\(reason.rule.rawValue)</small>"
      let effect = reason.effect == .approve ? "flag" : reason.effect.rawValue
      let linked: String
      if let control = reason.control {
        linked = "<a href=\"#control=\(subject)/\(fragment(control))\">\(words)</a>"
      } else if let requirement = reason.requirement {
        linked = "<a href=\"#cell=\(subject)/\(fragment(requirement.description))\">\(words)</a>"
      } else {
        linked = words
      }
      return "<li class=\"\(effect)\">\(linked) \(rule)</li>"
    }
    return "<ul class=\"reasons\">\(items.joined())</ul>"
  }

  private func proof(_ proof: CoreProofResult, subject: String) -> String {
    let status = CellStatus(proof.outcome)
    let controls = proof.controls.map {
      "<a href=\"#control=\(fragment(subject))/\(fragment($0))\">\(html($0))</a>"
    }
    return """
      <li><span class="c \(status.rawValue)"><b>\(Icons.use(status.rawValue))\(status.word)</b></span>\
      <span class="name">\(proof.proof.label) <small>\
      \(controls.isEmpty ? "no control gives it" : controls.joined(separator: ", "))</small></span></li>
      """
  }
}
