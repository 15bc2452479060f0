// swift-format-ignore-file
extension Script {
  /// The panel that opens the records behind a cell, a control or a finding.
  static let panel = #"""
    const panel = $("panel");
    let opener = null;
    const narrow = matchMedia("(max-width:46rem)");

    /// The way from the report to what is shown; the last step is where the reader is.
    const trail = (...steps) => el("nav", {class: "trail", "aria-label": "Breadcrumb"}, el("ol", {}, ...[["Report", "decisions"], ...steps].map(([text, hash], index) =>
      el("li", {}, index === steps.length ? el("span", {"aria-current": "page"}, el("bdi", {}, text)) : link(hash, text)))));
    const limit = (entry) => entry.name + ": " + (Array.isArray(entry.value) ? entry.value.join(", ") || "(none)" : entry.value) + (entry.unit ? " " + entry.unit : "");
    const placeOf = (place, subject) => !place ? "the subject as a whole"
      : [files[subject].has(place.path) ? link(target("evidence", subjects[subject].id, place.path), place.path) : el("bdi", {}, place.path), place.line !== null ? ", line " + place.line : "", place.pointer ? [", ", el("code", {}, place.pointer)] : ""].flat();
    /// The way of a finding in the drawing of its subject; `null` where it is not drawn.
    function drawnAs(subject, control, finding) {
      const trust = subjects[subject].trust;
      const place = trust ? trust.ways.findIndex((way) => way.question === "finding" && way.about === control + " " + finding.record) : -1;
      return place < 0 ? null : link(target("way", subjects[subject].id, String(place)), "as a way in the drawing");
    }
    function findingCard(subject, control, finding, index, here) {
      const place = finding.locator;
      const file = place ? files[subject].get(place.path) : null;
      const self = target("finding", subjects[subject].id, control, String(index + 1));
      return el("article", {class: "finding" + (finding.waiver ? " waived" : "") + (index === here ? " here" : ""), id: index === here ? "here" : null},
        el("h5", {}, el("bdi", {}, finding.recordType + " " + finding.record), link(self, "link")),
        facts([
          ["What", finding.attribute],
          ["Needed", finding.expected],
          ["Found", el("bdi", {class: "observed"}, finding.observed)],
          ["Seen at", placeOf(place, subject)],
          ["SHA-256", place && place.sha256 ? el("code", {}, place.sha256) : null],
          ["Collected", place ? orNone(file ? file.collectedAt : null) : null],
          ["Chain", finding.chain.length ? finding.chain.join(" → ") : null],
          ["Drawn", drawnAs(subject, control, finding)],
          ["Mend", finding.remedy],
          ["Waiver", finding.waiver],
        ]));
    }
    function diagnosticCard(entry) {
      const place = entry.locator;
      return el("article", {class: "finding unjudged"},
        el("h5", {}, "Could not be judged"),
        facts([["Code", entry.code], ["Found", entry.found], ["Needed", entry.needed],
          ["Seen at", place ? [el("bdi", {}, place.path), place.line !== null ? ", line " + place.line : "", place.pointer ? ", " + place.pointer : ""] : null],
          ["SHA-256", place && place.sha256 ? el("code", {}, place.sha256) : null], ["Mend", entry.remedy]]));
    }
    /// Appends entries a page at a time, so that thousands of findings cost nothing until read.
    function paged(entries, draw, first) {
      const box = el("div", {});
      const size = 25;
      let drawn = 0;
      const more = el("button", {type: "button", class: "plainbutton"});
      const next = (to) => {
        for (; drawn < Math.min(to, entries.length); drawn += 1) more.before(draw(entries[drawn], drawn));
        more.hidden = drawn >= entries.length;
        more.textContent = "Show " + count(Math.min(size, entries.length - drawn)) + " more of " + count(entries.length);
      };
      more.addEventListener("click", () => next(drawn + size));
      box.append(more);
      next(Math.max(size, first + 1));
      return box;
    }
    function sourcesOf(subject, result) {
      return result.evidence.map((path) => {
        const file = files[subject].get(path);
        const state = file ? file.state + ", collected " + orNone(file.collectedAt) : "not listed";
        return el("div", {}, file ? link(target("evidence", subjects[subject].id, path), path) : el("bdi", {}, path), el("small", {}, " " + state));
      });
    }
    function controlCard(subject, id, relation, requirement, here) {
      const result = judged[subject].get(id);
      const control = controls.get(id);
      if (!result) return el("section", {class: "card"}, el("h3", {}, id), el("p", {class: "quiet"}, "This control did not run for the subject."));
      const mapping = control && requirement ? control.mappings.find((entry) => key(entry) === requirement) : null;
      const status = statusOfControl(result);
      const population = result.population;
      const deviating = population.count > 0 || result.findingCount > 0
        ? count(result.failedCount) + " of " + count(population.count) + " deviate" + (result.waivedCount ? ", " + count(result.waivedCount) + " more waived" : "")
        : population.isProvenEmpty ? "none, and the evidence is complete" : "none judged";
      const outside = population.total > population.count ? " (" + count(population.total) + " in the evidence)" : "";
      const hidden = result.findingCount - result.findings.length;
      const inForce = (control ? control.parameters : []).map((name) => parameters.get(name)).filter(Boolean);
      return el("section", {class: "card"},
        el("h3", {}, control ? link(target("control", id), id) : id, el("bdi", {}, "  " + (control ? control.title : ""))),
        badge(status, population.count > 0 ? el("span", {}, count(result.failedCount) + " of " + count(population.count)) : null),
        control ? el("p", {class: "tags"}, ...[relation, control.severity + " severity", modes[control.mode],
          result.blocks ? "blocks in this tier" : "flags only in this tier", control.isHardGate ? "hard gate" : null].filter(Boolean).map((tag) => el("span", {}, tag))) : null,
        facts([
          ["Why it matters", control ? control.rationale : null],
          ["Population", population.recordType + ": " + deviating + outside],
          ...result.reasons.map((reason) => ["Because", reason]),
          ["Mapping", requirement ? (mapping && mapping.rationale ? mapping.rationale : "no rationale recorded") : null],
          ["Limits", inForce.length ? el("div", {class: "where"}, ...inForce.map((entry) => el("div", {}, limit(entry), el("small", {}, " " + (entry.source || "default"))))) : null],
          ["Evidence", result.evidence.length ? el("div", {class: "where"}, ...sourcesOf(subject, result)) : null],
          ["Mend", control ? control.remedy : null],
          ["Written at", control && control.source ? el("code", {}, control.source) : null],
          ["Read more", control && control.references.length ? control.references.join(", ") : null],
        ]),
        result.findings.length ? el("h4", {}, count(result.findingCount) + (result.findingCount === 1 ? " finding" : " findings")) : null,
        result.findings.length ? paged(result.findings, (finding, index) => findingCard(subject, id, finding, index, here), here) : null,
        hidden > 0 ? el("p", {class: "quiet"}, count(hidden) + " more were counted; the policy keeps " + count(result.findings.length) + " as examples.") : null,
        result.unjudged.length ? el("h4", {}, "Not judged") : null,
        result.unjudged.length ? paged(result.unjudged, diagnosticCard, 0) : null);
    }
    function requirementHead(id, subject) {
      const item = items.get(id);
      const framework = id.slice(0, id.indexOf(":"));
      const name = id.slice(id.indexOf(":") + 1);
      const catalog = catalogs.get(framework);
      return [
        catalog ? trail([catalog.title, target("framework", framework)], ...(subject === undefined ? [[name]]
          : [[name, target("req", id)], [subjects[subject].name]])) : el("p", {class: "quiet"}, framework),
        el("h2", {id: "panel-title", tabindex: "-1"}, name + (item && item.name !== name ? "  " + item.name : "")),
        item && item.text ? el("p", {}, item.text) : null,
        item && item.source ? el("p", {}, el("small", {}, item.source)) : null,
      ];
    }
    /// Which item of another framework a crosswalk row of the organisation leads to.
    const throughLine = (entry, subject) => el("p", {}, "Answered through ", ...listOf(entry.through.map((item) =>
      link(subject === undefined ? target("req", key(item)) : target("cell", subjects[subject].id, key(item)), item.framework + " " + item.id))),
      ", by a crosswalk row that was given with the run. ", el("small", {}, "The controls below name that item."));
    function cellView(subject, id) {
      const entry = standings[subject].get(id);
      const status = statusOf(entry);
      const deciding = entry ? entry.satisfiedBy : [];
      const helping = entry ? entry.supportedBy : [];
      return [...requirementHead(id, subject),
        el("p", {}, link(target("subject", subjects[subject].id), subjects[subject].name), ": ", badge(status,
          status === "supported" && !["pass", "notApplicable"].includes(entry.outcome) ? el("em", {class: entry.outcome}, words[entry.outcome]) : null,
          entry && entry.populationCount > 0 ? el("span", {}, count(entry.failedCount) + " of " + count(entry.populationCount)) : null)),
        entry && entry.through.length ? throughLine(entry, subject) : null,
        status === "uncovered" ? el("p", {class: "quiet"}, "No control maps to this requirement.") : null,
        status === "supported" ? el("p", {class: "quiet"}, "Controls contribute to this requirement and none decides it, so it cannot read pass.") : null,
        ...deciding.map((control) => controlCard(subject, control, "satisfies", id, -1)),
        ...helping.map((control) => controlCard(subject, control, "supports only", id, -1))];
    }
    function requirementView(id) {
      const through = standings.map((map) => map.get(id)).find((entry) => entry && entry.through.length);
      return [...requirementHead(id), through ? throughLine(through) : null, el("div", {class: "card where"}, ...subjects.map((subject, index) => {
        const entry = standings[index].get(id);
        const status = statusOf(entry);
        return el("div", {}, badge(status, entry && entry.populationCount > 0 ? el("span", {}, count(entry.failedCount) + " of " + count(entry.populationCount)) : null), " ",
          status === "uncovered" ? el("bdi", {}, subject.name) : link(target("cell", subject.id, id), subject.name));
      }))];
    }
    function controlView(subject, id, here) {
      const control = controls.get(id);
      const self = target("control", subjects[subject].id, id);
      return [trail([subjects[subject].name, target("subject", subjects[subject].id)], ...(here < 0 ? [[id]] : [[id, self], ["Finding " + (here + 1)]])),
        el("h2", {id: "panel-title", tabindex: "-1"}, here >= 0 ? "Finding " + (here + 1) + " of control " + id : "Control " + id),
        control && control.mappings.length ? el("p", {}, ...control.mappings.flatMap((entry, index) =>
          [index ? ", " : "", link(target("cell", subjects[subject].id, key(entry)), entry.id)])) : null,
        controlCard(subject, id, null, null, here)];
    }
    /// What a deep link names: `[title, content]`, or `null`.
    function viewOf(hash) {
      const at = hash.indexOf("=");
      if (at < 0) return null;
      const parts = partsOf(hash);
      const subject = indexOf.get(parts[0]);
      switch (hash.slice(1, at)) {
      case "req": return items.has(parts[0]) || standings.some((map) => map.has(parts[0])) ? requirementView(parts[0]) : null;
      case "cell": return subject !== undefined && parts[1] ? cellView(subject, parts[1]) : null;
      case "control": return subject !== undefined && parts[1] ? controlView(subject, parts[1], -1) : null;
      case "step": return subject !== undefined ? stepView(subject, Number(parts[1])) : null;
      case "thing": return subject !== undefined ? thingView(subject, Number(parts[1])) : null;
      case "way": return subject !== undefined ? wayView(subject, Number(parts[1])) : null;
      case "finding": return subject !== undefined && parts[1] ? controlView(subject, parts[1], Number(parts[2]) - 1) : null;
      }
      return null;
    }
    function buttonOf(hash) {
      const parts = partsOf(hash);
      const id = hash.startsWith("#cell=") ? parts[1] : hash.startsWith("#req=") ? parts[0] : null;
      const entry = id ? rows.find((row) => row.id === id) : null;
      if (!entry) return null;
      return hash.startsWith("#cell=") ? entry.row.cells[indexOf.get(parts[0]) + 1].querySelector("button") : entry.row.querySelector("button.req");
    }
    function mark(button) {
      for (const old of document.querySelectorAll("[aria-current=true]")) old.removeAttribute("aria-current");
      if (!button) return;
      button.setAttribute("aria-current", "true");
      const group = groups.find((group) => group.body && group.body.contains(button));
      if (group && group.body.hidden) fold(group, true);
    }
    /// The next cell with something to read in the same column, in the order of the matrix.
    function neighbour(button, step) {
      const column = button.closest("td").cellIndex;
      const list = [...document.querySelectorAll("#matrix tr[data-r]:not([hidden]) td:nth-child(" + (column + 1) + ") button.c")];
      return list[list.indexOf(button) + step] || null;
    }
    function showPanel(hash, content, move) {
      const button = buttonOf(hash);
      mark(button);
      const close = el("button", {type: "button", class: "plainbutton"}, "Close");
      close.addEventListener("click", closePanel);
      const steps = [];
      if (button && button.closest("td")) {
        for (const [name, step] of [["Previous", -1], ["Next", 1]]) {
          const other = neighbour(button, step);
          const control = el("button", {type: "button", class: "plainbutton", disabled: other ? null : ""}, name);
          if (other) control.addEventListener("click", () => { other.scrollIntoView({block: "center"}); other.click(); });
          steps.push(control);
        }
      }
      panel.replaceChildren(el("div", {class: "bar"}, el("span", {class: "spacer"}, "Esc closes. Prints alone."), ...steps, close),
        el("div", {class: "sheetbody"}, ...content));
      if (!panel.open) {
        opener = document.activeElement;
        document.documentElement.classList.add("docked");
        if (narrow.matches) panel.showModal(); else panel.show();
      }
      panel.scrollTop = 0;
      const here = $("here");
      if (here) here.scrollIntoView({block: "center"});
      else if (button) button.scrollIntoView({block: move ? "center" : "nearest"});
      else if (/^#(step|thing|way)=/.test(hash)) showDrawing(indexOf.get(partsOf(hash)[0]));
      $("panel-title").focus({preventScroll: true});
    }
    function hidePanel() {
      if (panel.open) panel.close();
      document.documentElement.classList.remove("docked");
      mark(null);
      choose(-1, null);
    }
    function closePanel() {
      const button = (!pageHash && document.querySelector("[aria-current=true]")) || opener;
      hidePanel();
      history.replaceState(null, "", pageHash || location.pathname + location.search);
      if (button && button.isConnected) button.focus({preventScroll: true});
    }

    """#
}
