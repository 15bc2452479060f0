"""Measures the complete `controls test` beside what somebody would use instead, on the same files.

    python3 Benchmarks/run.py --calls 100000 --identities 10000,100000

Builds in release mode, writes the workloads where git does not look, runs every contender in turn and as
often as asked, compares every answer with the generator's, and writes a table of medians. Where one
answer differs there is no table. Needs nothing but Python's own library; rivals whose package is missing
are named as such.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "harness"))

from contenders import CONTENDERS, Tools  # noqa: E402
from machine import Machine  # noqa: E402
from measure import measure  # noqa: E402
from table import render  # noqa: E402

ROOT = Path(__file__).parent.parent


def sizes(text):
    return [int(float(word)) for word in text.split(",") if word]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=sizes, default=[10_000, 100_000],
                        help="sizes of the log of tool calls, such as 1e5,1e6")
    parser.add_argument("--identities", type=sizes, default=[10_000, 100_000],
                        help="sizes of the inventory of identities")
    parser.add_argument("--runs", type=int, default=3, help="how often each contender runs")
    parser.add_argument("--limit", type=float, default=15,
                        help="seconds after which a rival is stopped; larger sizes are left out")
    parser.add_argument("--only", help="only contenders whose name starts with one of these words")
    parser.add_argument("--faults", type=int, default=1, help="how many times more deviates")
    parser.add_argument("--data", type=Path, default=ROOT / ".build/benchmarks",
                        help="where data and the rivals' packages are kept")
    parser.add_argument("--name", help="name of the file in Benchmarks/results")
    parser.add_argument("--no-build", action="store_true", help="take the binaries as they are")
    return parser.parse_args()


def main():
    options = arguments()
    tools = Tools(ROOT, options.data)
    if not options.no_build:
        tools.build()
    tools.install_rivals()
    machine = Machine()
    words = options.only.split(",") if options.only else [""]
    contenders = [c for c in CONTENDERS if any(c.name.startswith(word) for word in words)]
    blocks = []
    differences = []
    for family, wanted in [("calls", options.calls), ("identities", options.identities)]:
        slow = set()
        for size in sorted(wanted):
            workload = tools.workload(family, size, options.faults)
            block = measure(workload, contenders, tools, options.runs, options.limit, slow)
            differences += block.differences
            blocks.append(block)
    if differences:
        print("\n".join(["No table: answers differ.", *differences]), file=sys.stderr)
        return 1
    machine.finish()
    text = render(blocks, machine, tools, options)
    path = ROOT / "Benchmarks/results" / f"{options.name or machine.slug}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(text)
    print(f"written to {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
