"""Measures `controls reach --graph` beside graph libraries and a database, on the same file.

    python3 Benchmarks/graph.py --sizes 1e4,1e5,1e6 --runs 3 --python VENV/bin/python

Every contender runs in turn as a process of its own and prints every answer: how much each agent and
each credential reaches, other tenants, steps to an administrator, orphans. Answers are compared one by
one; where one differs there is no table. Times are medians of the turns, memory the most of any.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "harness"))

from machine import Machine  # noqa: E402
from measure import Runs, run  # noqa: E402
from table import seconds, size  # noqa: E402

import subprocess  # noqa: E402

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-20T09:00:00Z"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1e4,1e5", help="numbers of nodes, such as 1e4,1e6")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a rival is stopped")
    parser.add_argument("--python", default=sys.executable, help="a Python with the rivals' packages")
    parser.add_argument("--only", help="only contenders whose name starts with one of these words")
    parser.add_argument("--data", type=Path, default=ROOT / ".build/benchmarks/data")
    return parser.parse_args()


def contenders(options, file):
    rivals = ROOT / "Benchmarks/rivals"
    ours = [ROOT / ".build/release/benchmark-controls", "reach", "--graph", file, "--as-of", AS_OF,
            "--format", "json"]
    python = options.python
    words = options.only.split(",") if options.only else [""]
    every = {
        "ours": ours,
        "DuckDB": [python, rivals / "graph_duckdb.py", file],
        "rustworkx": [python, rivals / "graph_python.py", "rustworkx", file],
        "networkx": [python, rivals / "graph_python.py", "networkx", file],
        "Python, orjson": [python, rivals / "graph_python.py", "plain", file],
    }
    return {name: every[name] for name in every if any(name.startswith(word) for word in words)}


def answers(output):
    found = json.loads(output)
    return {key: found[key] for key in ("agents", "credentials", "orphans")}


def main():
    options = arguments()
    machine = Machine()
    rows = []
    slow = set()
    for count in sorted(int(float(word)) for word in options.sizes.split(",")):
        folder = options.data / f"graph-{count}"
        if not (folder / "answers.json").exists():
            tool = ROOT / ".build/release/benchmark-data"
            subprocess.run([tool, "graph", str(count), folder], check=True, stdout=subprocess.DEVNULL)
        file = folder / "evidence/graph/graph/trust-chain-graph.jsonl"
        with open(file, "rb") as warm:
            while warm.read(1 << 24):
                pass
        counts = json.loads((folder / "answers.json").read_text())["counts"]
        wanted = None
        runs = {name: Runs() for name in contenders(options, file)}
        for turn in range(options.runs):
            for name, command in contenders(options, file).items():
                own = runs[name]
                if own.problem or name in slow:
                    own.problem = own.problem or "left out"
                    continue
                output, numbers, own.problem = run(command, None, ROOT, options.limit)
                if own.problem:
                    slow.add(name)
                    continue
                for values, number in zip((own.seconds, own.processor, own.megabytes), numbers):
                    values.append(number)
                found = answers(output)
                if wanted is None:
                    wanted = found
                elif found != wanted:
                    differing = [key for key in wanted if found[key] != wanted[key]]
                    print(f"No table: {name} differs at {count}: {differing}", file=sys.stderr)
                    return 1
                print(f"{count} {name}: {numbers[0]:.3f} s, {numbers[2]:.0f} MiB", file=sys.stderr)
        rows.append((count, counts, file.stat().st_size, runs, wanted))
    machine.finish()
    print(f"{machine.cpu}, {machine.cores} cores, {machine.gibibytes} GiB, {machine.system}, Swift "
          f"{machine.swift}. {machine.sharing}\n")
    for count, counts, length, runs, wanted in rows:
        powerful = sum(1 for agent in wanted["agents"] if agent["stepsToAdministrator"])
        pairs = sum(agent["otherTenants"] for agent in wanted["agents"])
        reach = sum(agent["reach"] for agent in wanted["agents"])
        print(f"{size(count)} nodes: {counts['nodes']:,} nodes, {counts['edges']:,} edges, "
              f"{length / 1e6:.0f} MB; {len(wanted['agents']):,} agents reach {reach:,} things, "
              f"{powerful:,} an administrator, {pairs:,} pairs with another tenant; "
              f"{len(wanted['credentials']):,} credentials; {len(wanted['orphans']):,} orphans\n")
        print("| | wall | processor | most memory |\n|---|--:|--:|--:|")
        for name, own in runs.items():
            if own.seconds:
                import statistics
                print(f"| {name} | {seconds(own.median)} s | {seconds(statistics.median(own.processor))} s "
                      f"| {max(own.megabytes):.0f} MiB |")
            else:
                print(f"| {name} | {own.problem} | | |")
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
