// swift-format-ignore-file
extension Script {
  /// The drawings of trust chains: focus moves along their steps, and each step opens what proves it.
  static let picture = #"""
    const drawings = new Map();
    const placeText = (place) => place.path + (place.line !== null ? ":" + place.line : "") + (place.pointer ? " #" + place.pointer : "");
    const stepWords = (trust, step) => trust.things[step.from].name + " " + step.kind + " " + trust.things[step.to].name;
    const stepLink = (subject, trust, number) => link(target("step", subjects[subject].id, String(number)), stepWords(trust, trust.steps[number]));
    function stepView(subject, number) {
      const trust = subjects[subject].trust;
      const step = trust && trust.steps[number];
      if (!step) return null;
      const end = (place) => link(target("thing", subjects[subject].id, String(place)), trust.things[place].kind + " " + trust.things[place].name);
      return [trail([subjects[subject].name, target("subject", subjects[subject].id)], ["Step"]),
        el("h2", {id: "panel-title", tabindex: "-1"}, el("bdi", {}, stepWords(trust, step))),
        facts([["From", end(step.from)], ["How", step.kind], ["To", end(step.to)], ["Why", step.reason],
          ["If", step.conditions.length ? el("div", {class: "where"}, ...step.conditions.map((text) => el("div", {}, el("bdi", {}, text)))) : "in any case"],
          ["Gains", step.isEscalation ? "it changes rights first" : null], ["Until", step.until],
          ["Seen at", placeOf(step.locator, subject)], ["SHA-256", step.locator.sha256 ? el("code", {}, step.locator.sha256) : null]]),
        el("h3", {}, "Ways that take it"), waysWhere(subject, trust, (way) => way.steps.includes(String(number)))];
    }
    function thingView(subject, number) {
      const trust = subjects[subject].trust;
      const thing = trust && trust.things[number];
      if (!thing) return null;
      const list = (wanted) => {
        const found = trust.steps.map((step, index) => index).filter((index) => wanted(trust.steps[index]));
        return found.length ? el("ul", {class: "hops"}, ...found.map((index) => el("li", {}, stepLink(subject, trust, index)))) : el("p", {class: "quiet"}, "None is drawn.");
      };
      return [trail([subjects[subject].name, target("subject", subjects[subject].id)], [thing.kind]),
        el("h2", {id: "panel-title", tabindex: "-1"}, el("bdi", {}, thing.kind + " " + thing.name)),
        facts([["Owner", orNone(thing.owner)], ["Tenant", orNone(thing.tenant)], ["Environment", orNone(thing.environment)], ["Sensitivity", thing.sensitivity],
          ["Power", thing.isAdministrator ? "all power over an account" : null], ["State", thing.isLive ? null : "cannot act or be used"],
          ["Seen at", thing.locator ? placeOf(thing.locator, subject) : "no record describes it"]]),
        el("h3", {}, "Leads to"), list((step) => step.from === number), el("h3", {}, "Is reached by"), list((step) => step.to === number)];
    }
    const questionWords = {finding: "path of a finding", administrator: "to administrator", tenant: "across tenants", production: "into production", agent: "what an agent touches"};
    function waysWhere(subject, trust, wanted) {
      const found = trust.ways.map((way, index) => index).filter((index) => wanted(trust.ways[index]));
      return found.length ? el("ul", {class: "hops"}, ...found.map((index) => el("li", {}, link(target("way", subjects[subject].id, String(index)), wayWords(trust, trust.ways[index]))))) : el("p", {class: "quiet"}, "None.");
    }
    const wayWords = (trust, way) => trust.things[trust.steps[Number(way.steps[0])].from].name + " to " + trust.things[trust.steps[Number(way.steps[way.steps.length - 1])].to].name + ", " + questionWords[way.question] + (way.about ? ", " + way.about : "");
    function wayView(subject, number) {
      const trust = subjects[subject].trust;
      const way = trust && trust.ways[number];
      if (!way) return null;
      choose(subject, way);
      return [trail([subjects[subject].name, target("subject", subjects[subject].id)], ["Way"]),
        el("h2", {id: "panel-title", tabindex: "-1"}, el("bdi", {}, wayWords(trust, way))),
        el("ol", {class: "hops"}, ...way.steps.map((place) => {
          const step = trust.steps[Number(place)];
          return el("li", {}, stepLink(subject, trust, Number(place)), step.reason ? el("div", {}, el("bdi", {}, step.reason)) : null,
            step.conditions.length ? el("div", {}, "if ", el("bdi", {}, step.conditions.join(" and "))) : null,
            el("div", {}, el("small", {}, "seen at ", placeOf(step.locator, subject))));
        }))];
    }
    /// Shows one way of a drawing, and draws the rest faintly; none where there is no way.
    function choose(subject, way) {
      for (const [index, drawing] of drawings) {
        const chosen = index === subject && way ? new Set(way.steps) : null;
        drawing.box.classList.toggle("chosen", Boolean(chosen));
        const ends = new Set();
        drawing.steps.forEach((node, place) => {
          const isOn = Boolean(chosen && chosen.has(String(place)));
          node.classList.toggle("on", isOn);
          if (isOn) { ends.add(drawing.trust.steps[place].from); ends.add(drawing.trust.steps[place].to); }
        });
        drawing.things.forEach((node, place) => node.classList.toggle("on", ends.has(place)));
      }
    }
    /// Keeps a drawing in sight beside the panel.
    function showDrawing(subject) {
      const drawing = drawings.get(subject);
      if (!drawing || narrow.matches) return;
      drawing.box.scrollIntoView({block: "center"});
      const node = drawing.box.querySelector("g.on,g[tabindex='0']");
      if (node) node.scrollIntoView({block: "nearest", inline: "nearest"});
    }
    function prepareDrawings() {
      for (const article of document.querySelectorAll(".chain")) {
        const subject = indexOf.get(article.dataset.subject);
        const trust = subject === undefined ? null : subjects[subject].trust;
        if (!trust) continue;
        const box = article.querySelector(".drawing");
        const things = [], steps = [];
        for (const node of box.querySelectorAll("g[data-t]")) things[Number(node.dataset.t)] = node;
        for (const node of box.querySelectorAll("g[data-s]")) steps[Number(node.dataset.s)] = node;
        const drawing = {box, things, steps, trust, order: [...box.querySelectorAll("g[data-t]")]};
        drawings.set(subject, drawing);
        for (const node of [...things, ...steps]) {
          node.setAttribute("role", "button");
          node.setAttribute("tabindex", "-1");
          node.setAttribute("aria-label", node.querySelector("title").textContent);
        }
        if (drawing.order[0]) drawing.order[0].setAttribute("tabindex", "0");
        box.removeAttribute("tabindex");
        box.addEventListener("click", (event) => open(subject, event.target.closest("g[data-t],g[data-s]")));
        box.addEventListener("keydown", (event) => walk(subject, drawing, event));
      }
    }
    function open(subject, node) {
      if (!node) return;
      focusOn(node);
      const hash = "#" + (node.dataset.s !== undefined ? target("step", subjects[subject].id, node.dataset.s) : target("thing", subjects[subject].id, node.dataset.t));
      if (location.hash === hash) route(false); else location.hash = hash;
    }
    /// One element of a drawing is in the order of Tab: the one that had focus last.
    function focusOn(node) {
      for (const other of node.closest("svg").querySelectorAll("g[tabindex='0']")) other.setAttribute("tabindex", "-1");
      node.setAttribute("tabindex", "0");
      node.focus({preventScroll: true});
      node.scrollIntoView({block: "nearest", inline: "nearest"});
    }
    /// Right goes on along a step, Left back; Up and Down choose among steps that leave the same thing,
    /// or among things.
    function walk(subject, drawing, event) {
      const node = event.target.closest("g[data-t],g[data-s]");
      if (!node) return;
      const {trust} = drawing;
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(subject, node); return; }
      let next = null;
      if (node.dataset.s !== undefined) {
        const step = trust.steps[Number(node.dataset.s)];
        if (event.key === "ArrowRight") next = drawing.things[step.to];
        if (event.key === "ArrowLeft") next = drawing.things[step.from];
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          const same = drawing.steps.filter((_, place) => trust.steps[place].from === step.from);
          next = same[same.indexOf(node) + (event.key === "ArrowDown" ? 1 : -1)];
        }
      } else {
        const place = Number(node.dataset.t);
        if (event.key === "ArrowRight") next = drawing.steps.find((_, index) => trust.steps[index].from === place);
        if (event.key === "ArrowLeft") next = drawing.steps.find((_, index) => trust.steps[index].to === place);
        if (event.key === "ArrowDown") next = drawing.order[drawing.order.indexOf(node) + 1];
        if (event.key === "ArrowUp") next = drawing.order[drawing.order.indexOf(node) - 1];
        if (event.key === "Home") next = drawing.order[0];
        if (event.key === "End") next = drawing.order[drawing.order.length - 1];
      }
      if (/^Arrow|^Home$|^End$/.test(event.key)) event.preventDefault();
      if (next) focusOn(next);
    }

    """#
}
