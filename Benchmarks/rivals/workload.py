"""What every rival's script shares: where the files are, the limits, and how answers are printed."""

import json
import sys
from pathlib import Path

# The limits of Benchmarks/policy.yaml at the time every workload is judged for.
NINETY_DAYS_BEFORE = "2026-08-22T09:00:00Z"
SIXTY_DAYS_BEFORE = "2026-09-21T09:00:00Z"

CALL_FILES = {
    "calls": "logs/agent-trace.jsonl",
    "decisions": "logs/policy-decision-log.jsonl",
    "agents": "agents/agent-manifest.json",
    "tools": "agents/tool-registry.json",
    "identities": "identity/nhi-inventory.json",
    "credentials": "identity/iam-credential-report.json",
}
IDENTITY_FILES = {
    "identities": "identity/nhi-inventory.json",
    "credentials": "identity/iam-credential-report.json",
    "grants": "identity/oauth-grant-list.json",
}


def main(calls, identities):
    """Runs the questions of a family: `script.py FAMILY FOLDER [WAY]`; prints the counts as JSON."""
    family, folder, *ways = sys.argv[1:]
    names = CALL_FILES if family == "calls" else IDENTITY_FILES
    files = {name: str(Path(folder) / "evidence" / family / path) for name, path in names.items()}
    way = ways[0] if ways else ""
    counts = (calls if family == "calls" else identities)(files, way)
    prefix = "LOG" if family == "calls" else "ID"
    print(json.dumps({f"{prefix}-{i + 1}": int(count) for i, count in enumerate(counts)}))
