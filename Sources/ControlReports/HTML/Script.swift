// swift-format-ignore-file
/// The script of the HTML report: filters, folding, the pages and the panel of details.
///
/// It writes text by `textContent` alone and never builds markup out of strings.
enum Script {
  /// Everything between `<script>` and `</script>`, byte for byte.
  static let text = "\n\"use strict\";(() => {\n" + base + matrix + findings + panel + picture + pages + compare + start + "\n})();\n"

  /// SHA-256 of ``text`` in Base64, as the security policy names it; a test recomputes it.
  static let digest = "TuaUOyR/VNMTlx4xmVfmJmZW6lJGM5Sqxh5cB7c0wn4="

  private static let base = #"""
    const $ = (id) => document.getElementById(id);
    const packed = JSON.parse($("data").textContent);
    /// Undoes the packing: a text is its place, a number its digits, an object ends in its shape.
    function unpack(value) {
      if (typeof value === "number") return packed.texts[value];
      if (typeof value === "string") return Number(value);
      if (!Array.isArray(value)) return value;
      const last = value.length - 1;
      if (last < 0 || typeof value[last] !== "number" || value[last] >= 0) return value.map(unpack);
      const object = {};
      packed.shapes[-1 - value[last]].forEach((name, index) => { object[name] = unpack(value[index]); });
      return object;
    }
    const data = unpack(packed.root);
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

    /// Said aloud of tables, since a browser may forget it once they are stacked on a narrow screen.
    const roleOf = {TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell"};
    const role = (node) => node.tagName === "TH" ? (/^col/.test(node.getAttribute("scope") || "col") ? "columnheader" : "rowheader") : roleOf[node.tagName];
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
      if (role(node)) node.setAttribute("role", role(node));
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
    const link = (target, text) => el("a", {href: "#" + target}, el("bdi", {}, text));
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
        if (location.hash === hash) route(false); else location.hash = hash;
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
      const cell = step && event.target.closest ? event.target.closest("#matrix tr[data-r] td, #matrix tr[data-r] th, .compare tbody td, .compare tbody th") : null;
      if (!cell) return;
      const every = cell.closest(".compare") ? cell.closest("table").querySelectorAll("tbody tr") : document.querySelectorAll("#matrix tr[data-r]:not([hidden])");
      const lines = [...every].filter((row) => !row.closest("tbody").hidden);
      let line = lines.indexOf(cell.parentNode);
      let column = cell.cellIndex;
      for (;;) {
        line += step[0];
        column += step[1];
        const next = lines[line] && lines[line].cells[column];
        if (!next) return;
        const button = next.querySelector("button,a");
        if (button) { event.preventDefault(); button.focus(); button.scrollIntoView({block: "nearest"}); return; }
      }
    });
    panel.addEventListener("cancel", (event) => { event.preventDefault(); closePanel(); });
    addEventListener("hashchange", () => route(false));
    addEventListener("beforeprint", () => {
      for (const details of document.querySelectorAll("#decisions details, #chains details, .legend")) details.open = true;
      for (const group of findingGroups) group.print();
    });
    for (const node of document.querySelectorAll("main table,main table *")) if (role(node)) node.setAttribute("role", role(node));
    foldAll(covered);
    findingList();
    prepareDrawings();
    route(true);
    // From now on what is out of sight is not laid out; its height is known from the first time.
    const settle = () => requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.classList.add("settled")));
    if (document.readyState === "complete") settle(); else addEventListener("load", settle);
    """#
}
