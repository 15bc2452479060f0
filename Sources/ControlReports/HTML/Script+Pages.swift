// swift-format-ignore-file
extension Script {
  /// The pages: one for each subject, framework, control and evidence file, drawn when asked for.
  static let pages = #"""
    const page = $("page");
    const title = document.title;
    let pageHash = "";
    let scrolled = 0;
    const spaced = (text) => text.replace(/[A-Z]/g, (c) => " " + c.toLowerCase());
    const heading = (...content) => el("h2", {id: "page-title", tabindex: "-1"}, ...content);
    /// A table of texts and elements; the first cell of a line heads it.
    const grid = (caption, heads, lines) => lines.length === 0 ? el("p", {class: "quiet"}, caption + ": none.")
      : [el("h3", {class: "cap"}, caption), el("table", {class: "plain"}, el("caption", {class: "away"}, caption),
        el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", {scope: "col"}, head)))),
        el("tbody", {}, ...lines.map((cells) => el("tr", {}, ...cells.map((cell, index) =>
          el(index ? "td" : "th", {scope: index ? null : "row", "data-s": heads[index]}, el("div", {}, ...[cell].flat())))))))];
    const listOf = (nodes) => nodes.flatMap((node, index) => index ? [", ", node] : [node]);
    const controlLinks = (ids) => ids.length ? listOf(ids.map((id) => el("a", {class: "id", href: "#" + target("control", id)}, id))) : "none";
    const ratio = (failed, population) => population > 0 ? el("span", {}, count(failed) + " of " + count(population)) : null;
    const worst = Object.keys(words);
    function tally(states) {
      const numbers = new Map();
      for (const state of states) numbers.set(state, (numbers.get(state) || 0) + 1);
      return worst.filter((state) => numbers.has(state)).map((state) => el("span", {class: "t " + state}, count(numbers.get(state)) + " " + words[state] + " "));
    }
    const modeOf = (entry) => entry.modes.length === 1 ? entry.modes[0] : "hybrid";
    const byMode = (entries) => listOf(Object.keys(modes).map((mode) => [mode, entries.filter((entry) => modeOf(entry) === mode).length])
      .filter(([, number]) => number > 0).map(([mode, number]) => count(number) + " " + mode)).join("") || "0";
    /// Where the requirements of a framework stand for a subject, by mode; the parts are never added up.
    function standingOf(index, ids) {
      const entries = ids.map((id) => standings[index].get(id)).filter(Boolean);
      const decided = entries.filter((entry) => entry.standing === "assessed");
      return [byMode(decided.filter((entry) => entry.isMet)), byMode(decided.filter((entry) => !entry.isMet)),
        byMode(entries.filter((entry) => entry.standing === "supported")), count(ids.length - entries.filter((entry) => entry.standing !== "uncovered").length)];
    }
    const standingHeads = ["Satisfied and passes", "Satisfied by controls, not passing", "Supported only", "Uncovered"];
    const rowsOf = (framework) => rows.filter((row) => row.id.startsWith(framework + ":"));

    function subjectPage(index) {
      const subject = subjects[index];
      const lines = subject.controls.map((result) => ({result, status: statusOfControl(result)}))
        .sort((left, right) => worst.indexOf(left.status) - worst.indexOf(right.status));
      return [subject.name, trail(["Subjects", "decisions"], [subject.name]), heading(el("bdi", {}, subject.name)),
        el("p", {class: "verdictline " + subject.decision}, el("span", {class: "word"}, subject.decision.toUpperCase()), " for " + subject.tier),
        facts([["Subject", subject.id], ["Owner", subject.owner], ["Kind", subject.kind], ["Criticality", orNone(subject.criticality)],
          ["Today", spaced(subject.readiness)], ["Tenants", subject.tenants.join(", ") || "not recorded"],
          ["Core proofs", el("div", {class: "where"}, ...subject.coreProofs.map((proof) =>
            el("div", {}, badge(proof.outcome), " " + spaced(proof.proof) + ": ", ...[controlLinks(proof.controls)].flat())))]]),
        el("h3", {}, "Why"), subject.reasons.length === 0 ? el("p", {class: "quiet"}, "Nothing blocks.")
          : el("ul", {class: "reasons"}, ...subject.reasons.map((reason) => el("li", {class: reason.effect},
            reason.control ? link(target("control", subject.id, reason.control), reason.text)
              : reason.requirement ? link(target("cell", subject.id, key(reason.requirement)), reason.text) : el("bdi", {}, reason.text), el("small", {}, " " + reason.rule)))),
        grid("Frameworks", ["Framework", ...standingHeads], data.catalogs.map((catalog) =>
          [link(target("framework", catalog.id), catalog.title), ...standingOf(index, rowsOf(catalog.id).map((row) => row.id))])),
        grid("Controls, the worst first", ["Control", "Outcome", "Deviating", "Severity", "Evidence"], lines.map(({result, status}) => {
          const control = controls.get(result.control);
          return [[link(target("control", subject.id, result.control), result.control), " " + (control ? control.title : "")], badge(status),
            ratio(result.failedCount, result.population.count) || "none judged", control ? control.severity : "",
            result.evidence.length ? listOf(result.evidence.map((path) => link(target("evidence", subject.id, path), path))) : "none"];
        })),
        grid("Evidence", ["File", "Found", "Records", "Collected"], subject.evidence.map((file) =>
          [link(target("evidence", subject.id, file.path), file.path), file.state, count(file.recordCount), orNone(file.collectedAt)]))];
    }
    function frameworkPage(id) {
      const catalog = catalogs.get(id);
      const source = results.frameworks.find((entry) => entry.id === id);
      const list = rowsOf(id);
      const few = subjects.length <= 6;
      return [catalog.title, trail(["Frameworks", "coverage"], [catalog.title]), heading(catalog.title),
        source ? facts([["Publisher", source.publisher], ["Published", source.published], ["Address", source.address], ["Licence", source.licence]]) : null,
        grid("Where the requirements stand, by subject and mode", ["Subject", ...standingHeads], subjects.map((subject, index) =>
          [link(target("subject", subject.id), subject.name), ...standingOf(index, list.map((row) => row.id))])),
        grid("Requirements", ["Requirement", "Decided by", "Supported by", ...(few ? subjects.map((subject) => subject.name) : ["Subjects"])], list.map((row) => {
          const item = items.get(row.id);
          const name = row.id.slice(id.length + 1);
          const first = standings.map((map) => map.get(row.id)).find((entry) => entry && entry.standing !== "uncovered");
          return [[link(target("req", row.id), name), item && item.name !== name ? " " + item.name : "", first && first.through.length ? el("small", {class: "via"}, "through " + first.through.map((entry) => entry.framework + " " + entry.id).join(", ")) : ""], controlLinks(first ? first.satisfiedBy : []), controlLinks(first ? first.supportedBy : []),
            ...(few ? row.states.map((state, index) => state === "uncovered" ? words.uncovered : el("a", {class: "cellink", href: "#" + target("cell", subjects[index].id, row.id)}, badge(state))) : [tally(row.states)])];
        }))];
    }
    function controlPage(id) {
      const control = controls.get(id);
      const inForce = control.parameters.map((name) => parameters.get(name)).filter(Boolean);
      return [id, trail(["Controls", "matrix"], [id]), heading(id + "  " + control.title),
        el("p", {class: "tags"}, ...[control.severity + " severity", modes[control.mode], control.isHardGate ? "hard gate" : null, "blocks from " + control.blocksFrom].filter(Boolean).map((tag) => el("span", {}, tag))),
        facts([["Why it matters", control.rationale], ["Suite", control.suite], ["Judges", control.shape === "subject" ? "the subject as a whole" : "each " + control.population], ["Core proof", control.coreProof],
          ["Applies to", control.subjectKinds.join(", ") + "; " + (control.tiers.length ? "tiers " + control.tiers.join(", ") : "every tier")],
          ...control.needs.map((need) => ["Needs", need.anyOf.join(" or ") + (need.maximumAge ? ", at most " + need.maximumAge + " old" : "")]),
          ...inForce.map((entry) => ["Limit", limit(entry)]), ["Mend", control.remedy], ["Written at", control.source ? el("code", {}, control.source) : null],
          ["Read more", control.references.join(", ")]]),
        grid("Requirements", ["Requirement", "Relation", "Why"], control.mappings.map((entry) =>
          [[link(target("req", key(entry)), entry.id), items.has(key(entry)) && items.get(key(entry)).name !== entry.id ? " " + items.get(key(entry)).name : ""],
            entry.relation === "satisfies" ? "satisfies" : "supports only", entry.rationale || "no rationale recorded"])),
        grid("Subjects", ["Subject", "Outcome", "Deviating", "Because"], subjects.flatMap((subject, index) => {
          const result = judged[index].get(id);
          return result ? [[link(target("control", subject.id, id), subject.name), badge(statusOfControl(result)),
            ratio(result.failedCount, result.population.count) || "none judged", result.reasons.join(" ")]] : [];
        })),
        el("h3", {}, "Findings"), ...findingsWhere((entry) => entry.control === id, id, "Control", "No record deviates.")];
    }
    function findingsWhere(wanted, caption, without, none) {
      const entries = found.filter(wanted);
      return entries.length ? findingTable(entries, "Findings: " + caption, 100, without) : [el("p", {class: "quiet"}, none)];
    }
    function evidencePage(index, path) {
      const subject = subjects[index];
      const file = files[index].get(path);
      return [path, trail(["Evidence", "evidence"], [subject.name, target("subject", subject.id)], [path]), heading(el("bdi", {}, path)),
        facts([["Found", file.state], ["SHA-256", file.sha256 ? el("code", {}, file.sha256) : null], ["Size", count(file.sizeInBytes) + " bytes"], ["Format", file.format],
          ["Kinds", file.kinds.join(", ")], ["Records", count(file.recordCount) + (file.rejectedCount ? ", " + count(file.rejectedCount) + " not readable" : "")],
          ["Completeness", file.completeness], ["Source", [file.sourceClass ? spaced(file.sourceClass) : null, file.sourceSystem].filter(Boolean).join(", ")],
          ["Command", file.command ? el("code", {}, file.command) : null], ["Collector", file.collector], ["Collected", orNone(file.collectedAt)],
          ["Period", file.periodStartedAt || file.periodEndedAt ? orNone(file.periodStartedAt) + " to " + orNone(file.periodEndedAt) : null]]),
        ...file.diagnostics.map(diagnosticCard),
        grid("Controls that read it", ["Control", "Outcome", "Deviating"], subject.controls.filter((result) => result.evidence.includes(path)).map((result) =>
          [[link(target("control", subject.id, result.control), result.control), " " + (controls.has(result.control) ? controls.get(result.control).title : "")],
            badge(statusOfControl(result)), ratio(result.failedCount, result.population.count) || "none judged"])),
        el("h3", {}, "Findings seen in it"), ...findingsWhere((entry) => entry.subject === index && entry.finding.locator && entry.finding.locator.path === path, path, "Subject", "No finding points to a record of it.")];
    }

    """#
}
