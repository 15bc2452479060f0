"""Rego by rego-cpp: one query for each call, the registers as data. Rego cannot stream, so the reuse of
credentials is counted outside it. Identities are not asked: nothing would be looked up."""

import json
from collections import defaultdict
from pathlib import Path

from regopy import Interpreter
from workload import main


def calls(files, way):
    def table(name):
        with open(files[name], encoding="utf-8") as file:
            return json.load(file)

    with open(files["decisions"], encoding="utf-8") as file:
        decisions = [json.loads(line) for line in file]
    registers = {
        "owners": {r["id"]: r["owner"] for r in table("identities") if "owner" in r},
        "allowed": {r["id"]: {tool: True for tool in r["tools"]} for r in table("agents")},
        "ends": {r["id"]: r.get("revokedAt", "notRecorded") for r in table("credentials")},
        "harmless": {r["id"]: True for r in table("tools") if r.get("highImpact") is False},
        "decisions": {r["id"]: {k: r[k] for k in ("effect", "decidedAt")} for r in decisions},
    }
    rego = Interpreter()
    rego.add_module("calls.rego", (Path(__file__).parent / "calls.rego").read_text())
    rego.add_data({"registers": registers})
    counts = defaultdict(int)
    users = defaultdict(set)
    with open(files["calls"], encoding="utf-8") as file:
        for line in file:
            call = json.loads(line)
            rego.set_input(call)
            for control in json.loads(str(rego.query("data.calls.deviates")))["expressions"][0]:
                counts[control] += 1
            if "credential" in call:
                users[call["credential"]].add(call["agent"])
    reuse = sum(len(agents) > 1 for agents in users.values())
    return [counts[f"LOG-{i}"] for i in range(1, 6)] + [reuse]


if __name__ == "__main__":
    main(calls, None)
