#!/usr/bin/env python3
"""Writes a large results.json out of a small one, and measures the reports that are made of it.

    python3 Scripts/validate/large_results.py make reports/results.json /tmp/large.json
    python3 Scripts/validate/large_results.py measure /tmp/large.json .build/release/controls

`make` multiplies the controls and subjects of the small one, deals the findings out evenly and says
how many there are; the same arguments give the same bytes. `measure` runs `controls report` once for
each format and prints seconds, peak memory and bytes. The first line, the badge, holds no finding:
what it takes is reading the results; the others are to be compared with it. Nothing else uses this.
"""
import argparse
import copy
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time


def make(options):
    source = json.loads(pathlib.Path(options.file).read_text())
    chance = random.Random(options.seed)
    controls = []
    for number in range(options.controls):
        control = copy.deepcopy(source["controls"][number % len(source["controls"])])
        control["id"] = f"{control['id']}-{number // len(source['controls'])}"
        controls.append(control)
    pairs = options.controls * options.subjects
    subjects = []
    for place in range(options.subjects):
        old = source["subjects"][place % len(source["subjects"])]
        subject = copy.deepcopy(old)
        subject["id"] = f"{old['id']}-{place}"
        subject["name"] = f"{old['name']} {place}"
        paths = [file["path"] for file in old["evidence"]]
        results = []
        for number, control in enumerate(controls):
            index = place * options.controls + number
            count = (index + 1) * options.findings // pairs - index * options.findings // pairs
            result = {
                "control": control["id"], "outcome": "fail" if count else "pass", "blocks": count > 0,
                "reasons": [],
                "population": {"recordType": control["population"], "count": 1000, "total": 1000,
                               "isProvenEmpty": False},
                "findingCount": count, "failedCount": count, "waivedCount": 0, "isClaimedOnly": False,
                "evidence": sorted({paths[(index + k) % len(paths)] for k in range(2)}),
                "findings": [], "unjudged": [],
            }
            for finding in range(count):
                line = chance.randrange(1, 10_000_000)
                result["findings"].append({
                    "recordType": control["population"],
                    "record": f"arn:aws:iam::{chance.randrange(10 ** 12):012}:user/service-{line}",
                    "attribute": "age", "expected": "at most 90 days",
                    "observed": f"{chance.randrange(91, 4000)} days", "remedy": control["remedy"],
                    "locator": {"path": result["evidence"][0], "sha256": old["evidence"][0]["sha256"],
                                "line": line, "pointer": f"row {line - 1}"},
                    "chain": [], "waiver": None,
                })
            results.append(result)
        subject["controls"] = results
        subject["waivers"], subject["waiverFindings"], subject["reasons"] = [], [], []
        for reason in old["reasons"]:
            if reason["control"] is not None:
                reason = dict(reason, control=f"{reason['control']}-0")
            subject["reasons"].append(reason)
        subjects.append(subject)
    source["controls"], source["subjects"] = controls, subjects
    pathlib.Path(options.out).write_text(json.dumps(source, indent=1))
    total = sum(len(c["findings"]) for s in subjects for c in s["controls"])
    size = os.path.getsize(options.out)
    print(f"{options.controls} controls x {options.subjects} subjects, {total} findings, {size:,} bytes")


def measure(options):
    listed = subprocess.run([options.out, "report", "--help"], capture_output=True, text=True, check=True)
    rows = listed.stdout.split("Formats:\n")[1].split("\n\n")[0].splitlines()
    formats = [row.split()[0] for row in rows]
    formats.sort(key=lambda name: name != "badge")
    print(f"{'format':<12}{'seconds':>9}{'CPU s':>9}{'peak MB':>9}{'bytes':>15}")
    with tempfile.TemporaryDirectory() as folder:
        for name in formats:
            out = pathlib.Path(folder) / "report"
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.monotonic()
            words = [options.out, "report", name, "--from", options.file, "--output", str(out)]
            # A process of its own for each, since the peak is that of all children so far.
            code = ("import resource,subprocess,sys;"
                    "r=subprocess.run(sys.argv[1:]).returncode;"
                    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);sys.exit(r)")
            run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
            seconds = time.monotonic() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if run.returncode != 0:
                print(f"{name:<12}  FAILED: {run.stderr.strip()[:300]}")
                continue
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            peak = int(run.stdout.split()[-1]) / 1024
            print(f"{name:<12}{seconds:>9.1f}{cpu:>9.1f}{peak:>9.0f}{out.stat().st_size:>15,}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["make", "measure"])
    parser.add_argument("file", help="make: the small results.json; measure: the large one")
    parser.add_argument("out", help="make: where to write; measure: the tool")
    for name, number in [("controls", 300), ("subjects", 50), ("findings", 100_000), ("seed", 1)]:
        parser.add_argument(f"--{name}", type=int, default=number)
    options = parser.parse_args()
    (make if options.what == "make" else measure)(options)


main()
