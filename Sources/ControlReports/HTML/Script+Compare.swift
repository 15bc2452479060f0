// swift-format-ignore-file
extension Script {
  /// Subjects side by side, and which page or panel an address opens.
  static let compare = #"""
    /// What is compared: the decision and its grounds, then one line for each control or requirement.
    function comparedLines(chosen, by) {
      const line = (name, of) => ({name, cells: chosen.map((index) => { const text = of(subjects[index]); return {key: text, node: el("bdi", {}, text)}; })});
      const proofs = subjects[chosen[0]].coreProofs.map((proof, place) => ({name: "Core proof: " + spaced(proof.proof), cells: chosen.map((index) => {
        const other = subjects[index].coreProofs[place];
        return {key: other.outcome, node: badge(other.outcome)};
      })}));
      const lines = [line("Decision", (subject) => subject.decision + " for " + subject.tier), line("Today", (subject) => spaced(subject.readiness)),
        line("Owner", (subject) => subject.owner), line("Kind", (subject) => subject.kind), ...proofs];
      const cell = (status, failed, population, hash) => ({key: status, node: status === "uncovered" || status === "none"
        ? el("span", {class: "quiet"}, status === "none" ? "did not run" : words.uncovered) : el("a", {class: "cellink", href: "#" + hash}, badge(status, ratio(failed, population)))});
      if (by === "requirements") {
        for (const row of rows) {
          lines.push({name: [link(target("req", row.id), row.id.slice(row.id.indexOf(":") + 1)), items.has(row.id) ? " " + items.get(row.id).name : ""], cells: chosen.map((index) => {
            const entry = standings[index].get(row.id);
            return cell(row.states[index], entry ? entry.failedCount : 0, entry ? entry.populationCount : 0, target("cell", subjects[index].id, row.id));
          })});
        }
        return lines;
      }
      for (const control of results.controls) {
        lines.push({name: [link(target("control", control.id), control.id), " " + control.title], cells: chosen.map((index) => {
          const result = judged[index].get(control.id);
          return result ? cell(statusOfControl(result), result.failedCount, result.population.count, target("control", subjects[index].id, control.id)) : cell("none");
        })});
      }
      return lines;
    }
    function comparePage(ids) {
      let chosen = [...new Set(ids.map((id) => indexOf.get(id)).filter((index) => index !== undefined))];
      if (chosen.length < 2) chosen = [...new Set([...chosen, ...subjects.keys()])].slice(0, 2);
      const table = el("div", {class: "frame"});
      const status = el("p", {role: "status", class: "quiet"});
      const by = el("select", {id: "compare-by"}, el("option", {value: "controls"}, "controls"), el("option", {value: "requirements"}, "requirements"));
      const only = el("input", {type: "checkbox", id: "compare-only"});
      const boxes = subjects.map((subject, index) => {
        const box = el("input", {type: "checkbox", id: "compare-" + index, checked: chosen.includes(index) ? "" : null});
        box.addEventListener("change", () => {
          chosen = box.checked ? [...chosen, index] : chosen.filter((other) => other !== index);
          pageHash = "#" + target("compare", ...chosen.map((other) => subjects[other].id));
          history.replaceState(null, "", pageHash);
          draw();
        });
        return el("span", {class: "choice"}, box, el("label", {for: "compare-" + index}, el("bdi", {}, subject.name)));
      });
      function draw() {
        table.replaceChildren();
        table.className = chosen.length > 6 ? "frame many" : "frame";
        if (chosen.length < 2) { status.textContent = "Choose two subjects or more."; return; }
        const lines = comparedLines(chosen, by.value);
        const differs = (line) => new Set(line.cells.map((cell) => cell.key)).size > 1;
        const parts = [["Differs", lines.filter(differs)], ["The same for all chosen", only.checked ? [] : lines.filter((line) => !differs(line))]];
        status.textContent = count(parts[0][1].length) + " of " + count(lines.length) + " rows differ. Rows differ by outcome, not by the number of records.";
        table.append(el("table", {class: "matrix compare"}, el("caption", {class: "away"}, "Subjects side by side"),
          el("thead", {}, el("tr", {}, el("th", {scope: "col"}, by.value === "controls" ? "Control" : "Requirement"),
            ...chosen.map((index) => el("th", {scope: "col"}, link(target("subject", subjects[index].id), subjects[index].name))))),
          ...parts.filter((part) => part[1].length > 0).map(([name, part]) => el("tbody", {class: "rows"},
            el("tr", {class: "part"}, el("th", {scope: "rowgroup", colspan: String(chosen.length + 1)}, name + " (" + count(part.length) + ")")),
            ...part.map((entry) => el("tr", {}, el("th", {scope: "row"}, ...[entry.name].flat()),
              ...entry.cells.map((cell, place) => el("td", {"data-s": subjects[chosen[place]].name}, cell.node))))))));
      }
      by.addEventListener("change", draw);
      only.addEventListener("change", draw);
      draw();
      return ["Compare", trail(["Subjects", "decisions"], ["Compare"]), heading("Compare subjects"),
        el("form", {class: "list-tools choices", "aria-label": "What to compare"}, el("fieldset", {}, el("legend", {}, "Subjects"), ...boxes),
          el("label", {for: "compare-by"}, "By"), by, el("span", {class: "choice"}, only, el("label", {for: "compare-only"}, "Only rows that differ"))), status, table];
    }
    const partsOf = (hash) => { try { return hash.slice(hash.indexOf("=") + 1).split("/").map(decodeURIComponent); } catch (_) { return [""]; } };
    /// The page an address names, as `[title, content...]`; `null` where it names no page.
    function pageOf(hash) {
      const parts = partsOf(hash);
      const subject = indexOf.get(parts[0]);
      const missing = ["Not in this report", trail(["Not found"]), heading("Not in this report"), el("p", {}, "Nothing here is named ", el("bdi", {}, parts.join(" / ")), ".")];
      switch (hash.slice(1, hash.indexOf("=") + 1)) {
      case "subject=": return subject !== undefined ? subjectPage(subject) : missing;
      case "framework=": return catalogs.has(parts[0]) ? frameworkPage(parts[0]) : missing;
      case "control=": return parts.length > 1 ? null : controls.has(parts[0]) ? controlPage(parts[0]) : missing;
      case "evidence=": return subject !== undefined && files[subject].has(parts[1]) ? evidencePage(subject, parts[1]) : missing;
      case "compare=": return subjects.length > 1 ? comparePage(parts) : missing;
      }
      return null;
    }
    function leavePage() {
      if (!pageHash) return;
      pageHash = "";
      page.hidden = true;
      page.replaceChildren();
      document.documentElement.classList.remove("paged");
      document.title = title;
      scrollTo(0, scrolled);
    }
    /// Scrolls to a section; what is out of sight may turn out to be of another height on the way.
    function reveal(section) {
      let left = 8;
      const step = () => {
        const before = section.getBoundingClientRect().top;
        section.scrollIntoView();
        left -= 1;
        if (left > 0 && Math.abs(section.getBoundingClientRect().top - before) > 1) requestAnimationFrame(step);
      };
      step();
    }
    function route(first) {
      const hash = location.hash;
      if (pageHash && hash === pageHash) { hidePanel(); return; }
      const built = pageOf(hash);
      if (built) {
        hidePanel();
        if (!pageHash) scrolled = scrollY;
        pageHash = hash;
        document.title = shown(built[0]) + " · " + title;
        page.replaceChildren(...built.slice(1).flat().filter(Boolean));
        page.hidden = false;
        document.documentElement.classList.add("paged");
        scrollTo(0, 0);
        $("page-title").focus({preventScroll: true});
        return;
      }
      const content = viewOf(hash);
      if (content) { showPanel(hash, content, first); return; }
      hidePanel();
      if (!pageHash && first) return;
      leavePage();
      const section = hash.length > 1 && !hash.includes("=") ? $(hash.slice(1)) : null;
      if (section) reveal(section);
    }

    """#
}
