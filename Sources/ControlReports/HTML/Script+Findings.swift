// swift-format-ignore-file
extension Script {
  /// The list of findings: searched, narrowed to a subject, grouped; a group is drawn when opened.
  static let findings = #"""
    const found = [];
    subjects.forEach((subject, index) => {
      for (const result of subject.controls) {
        result.findings.forEach((finding, place) => found.push({subject: index, control: result.control, place, finding, text: null}));
      }
    });
    const columns = ["Record", "Subject", "Control", "Needed", "Found", "Seen at", "Waiver"];
    const seenAt = (place) => place ? place.path + (place.line !== null ? ":" + place.line : "") : "the subject as a whole";
    function findingRow({subject, control, place, finding}, without) {
      const cells = [link(target("subject", subjects[subject].id), subjects[subject].name), link(target("control", control), control),
        el("bdi", {}, finding.attribute + ": " + finding.expected), el("bdi", {}, finding.observed), el("bdi", {}, seenAt(finding.locator)),
        el("bdi", {}, finding.waiver || "none")];
      return el("tr", {}, el("th", {scope: "row", "data-s": columns[0]},
        link(target("finding", subjects[subject].id, control, String(place + 1)), finding.recordType + " " + finding.record)),
        ...cells.map((cell, index) => columns[index + 1] === without ? null : el("td", {"data-s": columns[index + 1]}, cell)));
    }
    /// Rows of findings, drawn a hundred at a time, without the column that would say the same in each.
    function findingTable(entries, caption, first, without) {
      const body = el("tbody", {});
      const more = el("button", {type: "button", class: "plainbutton"});
      let drawn = 0;
      const draw = (size) => {
        const part = document.createDocumentFragment();
        for (const end = Math.min(drawn + size, entries.length); drawn < end; drawn += 1) part.append(findingRow(entries[drawn], without));
        body.append(part);
        more.hidden = drawn >= entries.length;
        more.textContent = "Show " + count(Math.min(100, entries.length - drawn)) + " more";
        rest.textContent = drawn < entries.length ? count(entries.length - drawn) + " more are not printed. Open them before printing, or read results.json." : "";
      };
      const rest = el("p", {class: "print-only quiet"});
      more.addEventListener("click", () => draw(100));
      draw(first);
      return [el("table", {class: "plain findings"}, el("caption", {class: "away"}, caption),
        el("thead", {}, el("tr", {}, ...columns.filter((name) => name !== without).map((name) => el("th", {scope: "col", class: ["Subject", "Control", "Waiver"].includes(name) ? "slim" : null}, name)))), body), more, rest];
    }
    const groupings = {
      control: ["control", (entry) => entry.control, (name) => name + "  " + (controls.has(name) ? controls.get(name).title : ""), "Control"],
      subject: ["subject", (entry) => subjects[entry.subject].id, (name) => subjects[indexOf.get(name)].name, "Subject"],
      owner: ["owner of the subject", (entry) => subjects[entry.subject].owner, (name) => orNone(name)],
      none: ["nothing", () => "", () => "All findings"],
    };
    let findingGroups = [];
    /// A screenful: what is drawn before the reader asks for more.
    const firstRows = 25;
    /// A group of findings under its name; its rows are drawn when it is opened.
    function findingGroup(name, entries, open, without) {
      const waived = entries.filter((entry) => entry.finding.waiver).length;
      const tally = count(entries.length - waived) + " open" + (waived ? ", " + count(waived) + " waived" : "");
      const details = el("details", {class: "group"}, el("summary", {}, el("bdi", {}, name), " ", el("small", {}, tally)));
      let isDrawn = false;
      const draw = (first) => {
        if (isDrawn) return;
        isDrawn = true;
        details.append(...findingTable(entries, name, first, without));
      };
      details.addEventListener("toggle", () => { if (details.open) draw(firstRows); });
      if (open) { details.open = true; draw(firstRows); }
      return {details, print() { draw(10); details.open = true; }};
    }
    function findingList() {
      const box = $("finding-list");
      if (found.length === 0) { box.append(el("p", {class: "quiet"}, "No record deviates.")); return; }
      const search = el("input", {type: "search", id: "finding-search", autocomplete: "off", placeholder: "Record, control or words"});
      const choice = el("select", {id: "finding-subject"}, el("option", {value: ""}, "all subjects"),
        ...subjects.map((subject, index) => el("option", {value: String(index)}, subject.name)));
      const order = el("select", {id: "finding-groups"}, ...Object.entries(groupings).map(([name, [label]]) => el("option", {value: name}, label)));
      const status = el("span", {role: "status", class: "quiet"});
      const body = el("div", {});
      const draw = () => {
        const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        const [, keyOf, nameOf, without] = groupings[order.value];
        const parts = new Map();
        let matching = 0;
        for (const entry of found) {
          if (choice.value !== "" && entry.subject !== Number(choice.value)) continue;
          if (terms.length > 0) {
            if (entry.text === null) {
              const f = entry.finding;
              entry.text = [entry.control, f.recordType, f.record, f.attribute, f.expected, f.observed, f.locator ? f.locator.path : "", f.waiver || ""].join(" ").toLowerCase();
            }
            if (!terms.every((term) => entry.text.includes(term))) continue;
          }
          matching += 1;
          const name = keyOf(entry);
          if (parts.has(name)) parts.get(name).push(entry); else parts.set(name, [entry]);
        }
        const few = parts.size === 1 || (terms.length > 0 && matching <= 100);
        findingGroups = [...parts].map(([name, entries]) => findingGroup(nameOf(name), entries, few, without));
        body.replaceChildren(...findingGroups.map((group) => group.details));
        status.textContent = count(matching) + " of " + count(found.length);
      };
      search.addEventListener("input", draw);
      choice.addEventListener("change", draw);
      order.addEventListener("change", draw);
      box.append(el("div", {class: "list-tools"}, el("label", {for: "finding-search"}, "Search"), search,
        el("label", {for: "finding-subject"}, "Subject"), choice, el("label", {for: "finding-groups"}, "Group by"), order, status), body);
      draw();
    }

    """#
}
