// swift-format-ignore-file
/// The script of the HTML report: filters, folding, and the panel of details.
///
/// It writes text by `textContent` alone and never builds markup out of strings.
enum Script {
  /// Everything between `<script>` and `</script>`, byte for byte.
  static let text = "\n\"use strict\";(() => {\n" + base + Script.matrix + Script.panel + Script.list + start + "\n})();\n"

  /// SHA-256 of ``text`` in Base64, as the security policy names it; a test recomputes it.
  static let digest = "CvjJ5lHVNVKb4Un26uRItlKqI8CC8zsLYkTPjA3mYsw="

  private static let base = #"""
    const $ = (id) => document.getElementById(id);
    const data = JSON.parse($("data").textContent);
    const results = data.results;
    const subjects = results.subjects;
    const byId = (list, key) => new Map(list.map((entry) => [entry[key], entry]));
    const key = (entry) => entry.framework + ":" + entry.id;
    const controls = byId(results.controls, "id");
    const parameters = byId(results.policy.parameters, "name");
    const items = new Map();
    for (const catalog of data.catalogs) {
      for (const item of catalog.items) items.set(catalog.id + ":" + item.id, item);
    }
    const catalogs = byId(data.catalogs, "id");
    const indexOf = new Map(subjects.map((subject, index) => [subject.id, index]));
    const standings = subjects.map((subject) => new Map(subject.requirements.map((entry) => [key(entry), entry])));
    const judged = subjects.map((subject) => byId(subject.controls, "control"));
    const files = subjects.map((subject) => byId(subject.evidence, "path"));

    const acting = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
    const shown = (text) => String(text).replace(acting, (c) => "\\u{" + c.codePointAt(0).toString(16).toUpperCase() + "}");
    const count = (number) => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    const words = {fail: "FAIL", error: "error", stale: "stale", notAssessed: "not assessed", claimed: "claimed",
      waived: "waived", pass: "pass", supported: "supported", notApplicable: "n/a", uncovered: "uncovered"};
    const modes = {automated: "automated", attested: "attested by people", hybrid: "hybrid"};
    const orNone = (text) => text === null || text === "" ? "not recorded" : text;

    /// An element with text and elements in it; attributes by name. Text never becomes markup.
    function el(name, attributes, ...content) {
      const node = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes || {})) {
        if (value !== null && value !== undefined && value !== false) node.setAttribute(attribute, value);
      }
      for (const part of content.flat()) {
        if (part === null || part === undefined || part === false || part === "") continue;
        node.append(part instanceof Node ? part : shown(part));
      }
      return node;
    }
    function icon(name) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("class", "i");
      svg.setAttribute("aria-hidden", "true");
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      use.setAttribute("href", "#i-" + name);
      svg.append(use);
      return svg;
    }
    const claims = (result) => result.isClaimedOnly && ["notApplicable", "pass", "waived", "notAssessed"].includes(result.outcome);
    const statusOf = (entry) => !entry || entry.standing === "uncovered" ? "uncovered"
      : entry.standing === "supported" ? "supported" : claims(entry) ? "claimed" : entry.outcome;
    const statusOfControl = (result) => claims(result) ? "claimed" : result.outcome;
    const badge = (status, ...more) => el("span", {class: "c " + status}, el("b", {}, icon(status), words[status]), ...more);
    const facts = (pairs) => el("dl", {}, pairs.filter((pair) => pair && pair[1] !== null && pair[1] !== undefined && pair[1] !== "")
      .flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, ...[value].flat().map((part) => part instanceof Node ? part : el("bdi", {}, part)))]));
    const link = (target, text) => el("a", {href: "#" + target}, text);
    const target = (kind, ...parts) => kind + "=" + parts.map(encodeURIComponent).join("/");

    """#

  private static let matrix = #"""
    const rows = [];
    const groups = [];
    for (const table of document.querySelectorAll("table.matrix")) {
      let head = null;
      for (const body of table.tBodies) {
        if (body.className === "head") { head = body; continue; }
        if (body.className === "band") { groups.push({band: body, table}); head = null; continue; }
        const group = {head, body, table, rows: []};
        head = null;
        groups.push(group);
        for (const row of body.rows) {
          const id = table.dataset.f + ":" + row.dataset.r;
          const states = subjects.map((_, index) => statusOf(standings[index].get(id)));
          const entry = {row, id, states, text: null};
          group.rows.push(entry);
          rows.push(entry);
        }
      }
    }
    function textOf(entry) {
      if (entry.text !== null) return entry.text;
      const item = items.get(entry.id);
      const parts = [entry.row.textContent, item ? item.text + " " + item.title : ""];
      for (const control of new Set(standings.flatMap((map) => { const r = map.get(entry.id); return r ? [...r.satisfiedBy, ...r.supportedBy] : []; }))) {
        const description = controls.get(control);
        parts.push(control, description ? description.title : "");
      }
      entry.text = parts.join(" ").toLowerCase();
      return entry.text;
    }
    function fold(group, open) {
      if (!group.head) return;
      group.head.querySelector(".fold").setAttribute("aria-expanded", String(open));
      group.body.hidden = !open;
    }
    function foldAll(choose) { for (const group of groups) if (group.head) fold(group, choose(group)); }
    const covered = (group) => group.rows.some((entry) => entry.states.some((state) => state !== "uncovered"));

    function filter() {
      const wanted = new Set([...document.querySelectorAll(".chip[aria-pressed=true]")].map((chip) => chip.dataset.status));
      const terms = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const active = wanted.size > 0 || terms.length > 0;
      let visible = 0;
      for (const entry of rows) {
        const matches = (wanted.size === 0 || entry.states.some((state) => wanted.has(state)))
          && (terms.length === 0 || terms.every((term) => textOf(entry).includes(term)));
        entry.row.hidden = !matches;
        if (matches) visible += 1;
      }
      let band = null;
      const bands = new Map();
      for (const group of groups) {
        if (group.band) { band = group; bands.set(band, false); continue; }
        const any = group.rows.some((entry) => !entry.row.hidden);
        if (group.head) group.head.hidden = active && !any;
        if (any && band && band.table === group.table) bands.set(band, true);
        if (active) fold(group, any);
      }
      for (const [group, any] of bands) group.band.hidden = active && !any;
      for (const frame of document.querySelectorAll("#matrix .frame")) {
        frame.hidden = active && ![...frame.querySelectorAll("tr[data-r]")].some((row) => !row.hidden);
      }
      if (!active) foldAll(covered);
      $("shown").textContent = active ? count(visible) + " of " + count(rows.length) + " requirements" : "";
    }

    """#

  private static let panel = #"""
    const panel = $("panel");
    let opener = null;
    const narrow = matchMedia("(max-width:46rem)");

    const placeOf = (place) => !place ? "the subject as a whole"
      : [el("bdi", {}, place.path), place.line !== null ? ", line " + place.line : "", place.pointer ? [", ", el("code", {}, place.pointer)] : ""].flat();
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
          ["Seen at", placeOf(place)],
          ["SHA-256", place && place.sha256 ? el("code", {}, place.sha256) : null],
          ["Collected", place ? orNone(file ? file.collectedAt : null) : null],
          ["Chain", finding.chain.length ? finding.chain.join(" → ") : null],
          ["Mend", finding.remedy],
          ["Waiver", finding.waiver],
        ]));
    }
    function diagnosticCard(entry) {
      const place = entry.locator;
      return el("article", {class: "finding unjudged"},
        el("h5", {}, "Could not be judged"),
        facts([["Code", entry.code], ["Found", entry.found], ["Needed", entry.needed],
          ["Seen at", place ? placeOf(place) : null],
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
        return el("div", {}, el("bdi", {}, path), el("small", {}, " " + state));
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
        el("h3", {}, el("bdi", {}, id + "  " + (control ? control.title : ""))),
        badge(status, population.count > 0 ? el("span", {}, count(result.failedCount) + " of " + count(population.count)) : null),
        control ? el("p", {class: "tags"}, ...[relation, control.severity + " severity", modes[control.mode],
          result.blocks ? "blocks in this tier" : "flags only in this tier", control.isHardGate ? "hard gate" : null].filter(Boolean).map((tag) => el("span", {}, tag))) : null,
        facts([
          ["Population", population.recordType + ": " + deviating + outside],
          ...result.reasons.map((reason) => ["Because", reason]),
          ["Mapping", requirement ? (mapping && mapping.rationale ? mapping.rationale : "no rationale recorded") : null],
          ["Limits", inForce.length ? el("div", {class: "where"}, ...inForce.map((entry) => el("div", {}, entry.name + ": " + (Array.isArray(entry.value) ? entry.value.join(", ") || "(none)" : entry.value) + (entry.unit ? " " + entry.unit : ""), el("small", {}, " " + (entry.source || "default"))))) : null],
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
    function requirementHead(id) {
      const item = items.get(id);
      const framework = id.slice(0, id.indexOf(":"));
      const name = id.slice(id.indexOf(":") + 1);
      const catalog = catalogs.get(framework);
      return [
        el("p", {class: "quiet"}, catalog ? catalog.title : framework),
        el("h2", {id: "panel-title", tabindex: "-1"}, name + (item && item.name !== name ? "  " + item.name : "")),
        item && item.text ? el("p", {}, item.text) : null,
        item && item.source ? el("p", {}, el("small", {}, item.source)) : null,
      ];
    }
    function cellView(subject, id) {
      const entry = standings[subject].get(id);
      const status = statusOf(entry);
      const deciding = entry ? entry.satisfiedBy : [];
      const helping = entry ? entry.supportedBy : [];
      return [...requirementHead(id),
        el("p", {}, el("bdi", {}, subjects[subject].name), ": ", badge(status,
          status === "supported" && !["pass", "notApplicable"].includes(entry.outcome) ? el("em", {class: entry.outcome}, words[entry.outcome]) : null,
          entry && entry.populationCount > 0 ? el("span", {}, count(entry.failedCount) + " of " + count(entry.populationCount)) : null)),
        status === "uncovered" ? el("p", {class: "quiet"}, "No control maps to this requirement.") : null,
        status === "supported" ? el("p", {class: "quiet"}, "Controls contribute to this requirement and none decides it, so it cannot read pass.") : null,
        ...deciding.map((control) => controlCard(subject, control, "satisfies", id, -1)),
        ...helping.map((control) => controlCard(subject, control, "supports only", id, -1))];
    }
    function requirementView(id) {
      return [...requirementHead(id), el("div", {class: "card where"}, ...subjects.map((subject, index) => {
        const entry = standings[index].get(id);
        const status = statusOf(entry);
        return el("div", {}, badge(status, entry && entry.populationCount > 0 ? el("span", {}, count(entry.failedCount) + " of " + count(entry.populationCount)) : null), " ",
          status === "uncovered" ? el("bdi", {}, subject.name) : link(target("cell", subject.id, id), subject.name));
      }))];
    }
    function controlView(subject, id, here) {
      const control = controls.get(id);
      return [el("p", {class: "quiet"}, el("bdi", {}, subjects[subject].name)),
        el("h2", {id: "panel-title", tabindex: "-1"}, here >= 0 ? "Finding " + (here + 1) + " of control " + id : "Control " + id),
        control && control.mappings.length ? el("p", {}, ...control.mappings.flatMap((entry, index) =>
          [index ? ", " : "", link(target("cell", subjects[subject].id, key(entry)), entry.id)])) : null,
        controlCard(subject, id, null, null, here)];
    }
    /// What a deep link names: `[title, content]`, or `null`.
    function viewOf(hash) {
      const at = hash.indexOf("=");
      if (at < 0) return null;
      let parts;
      try { parts = hash.slice(at + 1).split("/").map(decodeURIComponent); } catch (_) { return null; }
      const subject = indexOf.get(parts[0]);
      switch (hash.slice(1, at)) {
      case "req": return items.has(parts[0]) || standings.some((map) => map.has(parts[0])) ? requirementView(parts[0]) : null;
      case "cell": return subject !== undefined && parts[1] ? cellView(subject, parts[1]) : null;
      case "control": return subject !== undefined && parts[1] ? controlView(subject, parts[1], -1) : null;
      case "finding": return subject !== undefined && parts[1] ? controlView(subject, parts[1], Number(parts[2]) - 1) : null;
      }
      return null;
    }
    function buttonOf(hash) {
      const parts = hash.slice(hash.indexOf("=") + 1).split("/").map(decodeURIComponent);
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
    function showPanel(hash, move) {
      const content = viewOf(hash);
      if (!content) { hidePanel(); return; }
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
      panel.replaceChildren(el("div", {class: "bar"}, el("span", {class: "spacer"}, "Esc closes"), ...steps, close),
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
      $("panel-title").focus({preventScroll: true});
    }
    function hidePanel() {
      if (panel.open) panel.close();
      document.documentElement.classList.remove("docked");
      mark(null);
    }
    function closePanel() {
      const button = document.querySelector("[aria-current=true]") || opener;
      hidePanel();
      history.replaceState(null, "", location.pathname + location.search);
      if (button && button.isConnected) button.focus({preventScroll: true});
    }

    """#

  private static let list = #"""
    const found = [];
    subjects.forEach((subject, index) => {
      for (const result of subject.controls) {
        result.findings.forEach((finding, place) => found.push({subject: index, control: result.control, place, finding, text: null}));
      }
    });
    function findingList() {
      const box = $("finding-list");
      if (found.length === 0) { box.append(el("p", {class: "quiet"}, "No record deviates.")); return; }
      const search = el("input", {type: "search", id: "finding-search", autocomplete: "off", placeholder: "Record, control or words"});
      const choice = el("select", {id: "finding-subject"}, el("option", {value: ""}, "all subjects"),
        ...subjects.map((subject, index) => el("option", {value: String(index)}, subject.name)));
      const status = el("span", {role: "status", class: "quiet"});
      const body = el("tbody", {});
      const more = el("button", {type: "button", class: "plainbutton"}, "Show 100 more");
      const size = 100;
      let matching = found;
      let drawn = 0;
      const draw = (to) => {
        const part = document.createDocumentFragment();
        for (; drawn < Math.min(to, matching.length); drawn += 1) {
          const {subject, control, place, finding} = matching[drawn];
          const open = el("button", {type: "button", class: "open"}, el("bdi", {}, finding.recordType + " " + finding.record));
          const hash = target("finding", subjects[subject].id, control, String(place + 1));
          open.addEventListener("click", () => { location.hash = hash; });
          const seen = finding.locator;
          part.append(el("tr", {}, el("th", {scope: "row", "data-s": "Record"}, open),
            el("td", {"data-s": "Subject"}, el("bdi", {}, subjects[subject].name)),
            el("td", {"data-s": "Control"}, control),
            el("td", {"data-s": "Needed"}, el("bdi", {}, finding.attribute + ": " + finding.expected)),
            el("td", {"data-s": "Found"}, el("bdi", {}, finding.observed)),
            el("td", {"data-s": "Seen at"}, el("bdi", {}, seen ? seen.path + (seen.line !== null ? ":" + seen.line : "") : "the subject as a whole")),
            el("td", {"data-s": "Waiver"}, finding.waiver || "none")));
        }
        body.append(part);
        more.hidden = drawn >= matching.length;
        status.textContent = count(drawn) + " of " + count(matching.length) + " shown";
      };
      const narrowDown = () => {
        const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        matching = found.filter((entry) => {
          if (choice.value !== "" && entry.subject !== Number(choice.value)) return false;
          if (terms.length === 0) return true;
          if (entry.text === null) {
            const f = entry.finding;
            entry.text = [entry.control, f.recordType, f.record, f.attribute, f.expected, f.observed, f.locator ? f.locator.path : "", f.waiver || ""].join(" ").toLowerCase();
          }
          return terms.every((term) => entry.text.includes(term));
        });
        body.replaceChildren();
        drawn = 0;
        draw(size);
      };
      search.addEventListener("input", narrowDown);
      choice.addEventListener("change", narrowDown);
      more.addEventListener("click", () => draw(drawn + size));
      box.append(el("div", {class: "list-tools"}, el("label", {for: "finding-search"}, "Search"), search,
        el("label", {for: "finding-subject"}, "Subject"), choice, status),
        el("table", {class: "plain"}, el("caption", {class: "away"}, ""),
          el("thead", {}, el("tr", {}, ...["Record", "Subject", "Control", "Needed", "Found", "Seen at", "Waiver"].map((name) => el("th", {scope: "col"}, name)))), body), more);
      draw(size);
    }

    """#

  private static let start = #"""
    document.documentElement.classList.add("js");
    document.querySelector("#matrix").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.matches(".chip")) {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filter();
      } else if (button.matches(".fold")) {
        const group = groups.find((group) => group.head && group.head.contains(button));
        fold(group, button.getAttribute("aria-expanded") !== "true");
      } else if (button.matches("button.c, .req")) {
        const row = button.closest("tr");
        const id = row.closest("table").dataset.f + ":" + row.dataset.r;
        const cell = button.closest("td");
        const hash = "#" + (cell ? target("cell", subjects[cell.cellIndex - 1].id, id) : target("req", id));
        if (location.hash === hash) showPanel(hash, false); else location.hash = hash;
      }
    });
    $("search").addEventListener("input", filter);
    $("expand").addEventListener("click", () => foldAll(() => true));
    $("collapse").addEventListener("click", () => foldAll(() => false));
    document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
    document.querySelector(".filters").addEventListener("reset", () => {
      for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "false");
      setTimeout(filter, 0);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panel.open) { event.preventDefault(); closePanel(); return; }
      const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
      const cell = step && event.target.closest ? event.target.closest("#matrix tr[data-r] td, #matrix tr[data-r] th") : null;
      if (!cell) return;
      const lines = [...document.querySelectorAll("#matrix tr[data-r]:not([hidden])")].filter((row) => !row.closest("tbody").hidden);
      let line = lines.indexOf(cell.parentNode);
      let column = cell.cellIndex;
      for (;;) {
        line += step[0];
        column += step[1];
        const next = lines[line] && lines[line].cells[column];
        if (!next) return;
        const button = next.querySelector("button");
        if (button) { event.preventDefault(); button.focus(); button.scrollIntoView({block: "nearest"}); return; }
      }
    });
    panel.addEventListener("cancel", (event) => { event.preventDefault(); closePanel(); });
    addEventListener("hashchange", () => showPanel(location.hash, false));
    addEventListener("beforeprint", () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    foldAll(covered);
    findingList();
    if (location.hash.includes("=")) showPanel(location.hash, true);
    """#
}
