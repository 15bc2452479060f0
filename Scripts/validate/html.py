#!/usr/bin/env python3
"""Checks the HTML report in headless Chromium: axe-core on every kind of view, and timings.

    python3 -m venv venv && venv/bin/pip install -r Scripts/validate/requirements.txt
    venv/bin/python Scripts/validate/html.py reports/matrix.html

The package brings axe.min.js; the browser is the chromium on PATH. Ends 1 where axe-core finds
anything serious or critical, where the script writes an error, where a view is wider than its
window, or where a step takes longer than its limit. Neither is needed by the product or by CI.
"""
import json
import os
import pathlib
import shutil
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

# Limits in milliseconds, for the machine this runs on.
LIMITS = {"load": 2000, "search": 100, "group": 100, "open": 100, "page": 250}
WINDOWS = [(1400, 1000, "light"), (1400, 1000, "dark"), (390, 844, "light"), (800, 1000, "light")]
TIMINGS = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const timed = async (step) => { const start = performance.now(); step(); await frame(); return performance.now() - start; };
  const search = document.getElementById("finding-search");
  const type = (text) => timed(() => { search.value = text; search.dispatchEvent(new Event("input")); });
  const times = {load: performance.getEntriesByType("navigation")[0].domComplete};
  // What is out of sight costs nothing, so the list is brought into sight before it is timed.
  document.getElementById("findings").scrollIntoView();
  await frame();
  await frame();
  if (search) {
    times.search = Math.max(await type("a"), await type("ab"), await type("zzz"), await type(""));
    const groups = document.getElementById("finding-groups");
    times.group = 0;
    for (const name of ["subject", "owner", "none", "control"]) {
      times.group = Math.max(times.group, await timed(() => { groups.value = name; groups.dispatchEvent(new Event("change")); }));
    }
    times.open = await timed(() => document.querySelector("#finding-list summary").click());
  }
  return times;
}"""


def views(page):
    """One address for each kind of view, from the report's own links."""
    first = "(start) => document.querySelector(`a[href^='#${start}=']`)?.getAttribute('href')"
    wanted = ["subject", "framework", "evidence", "cell", "control", "finding", "way", "compare"]
    found = [page.evaluate(first, name) for name in wanted]
    row = page.evaluate("document.querySelector('#matrix tr[data-r]')?.dataset.r")
    frame = page.evaluate("document.querySelector('table.matrix')?.dataset.f")
    control = next((a.split("/")[-1] for a in found if a and a.startswith("#control=")), None)
    extra = [f"#control={control}" if control else None, f"#req={frame}:{row}" if row else None]
    return ["", *[address for address in found + extra if address], "#subject=nobody"]


def main():
    report = pathlib.Path(sys.argv[1]).resolve().as_uri()
    folder = pathlib.Path(axe_playwright_python.__file__).parent
    axe = next(folder.rglob("axe.min.js")).read_text()
    problems = []
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        tried = 0
        for width, height, scheme in WINDOWS:
            # axe-core is brought in from outside, which the report's own policy rightly refuses.
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            page.on("pageerror", lambda error: problems.append(f"script: {error}"))
            page.goto(report)
            for address in views(page):
                where = f"{width} {scheme} {address or '(start)'}"
                page.goto("about:blank")
                page.goto(report + address)
                page.evaluate("document.querySelector('#finding-list summary')?.click()")
                page.evaluate(axe)
                result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
                version = result["testEngine"]["version"]
                tried += 1
                for entry in result["violations"]:
                    line = f"{where}: {entry['impact']} {entry['id']} x{len(entry['nodes'])}: {entry['nodes'][0]['html'][:160]}"
                    print(line)
                    if entry["impact"] in ("serious", "critical"):
                        problems.append(line)
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if over > 0:
                    problems.append(f"{where}: wider than the window by {over} pixels")
            context.close()
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.on("console", lambda message: problems.append(f"console: {message.text}"))
        page.goto(report)
        times = page.evaluate(TIMINGS)
        hop = page.evaluate(
            """async () => { const start = performance.now();
            location.hash = document.querySelector('#decisions h3 a').getAttribute('href');
            await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 0)), 0));
            return performance.now() - start; }"""
        )
        times["page"] = hop
        print(json.dumps({name: round(value, 1) for name, value in times.items()}), "ms")
        problems += [f"{n}: {t:.0f} ms, at most {LIMITS[n]}" for n, t in times.items() if t > LIMITS[n]]
        print(f"axe-core {version}, Chromium {browser.version}: {tried} views, {len(problems)} problems")
        browser.close()
    for problem in problems:
        print("PROBLEM", problem)
    sys.exit(1 if problems else 0)


main()
