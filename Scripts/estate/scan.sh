#!/bin/sh
# Makes evidence/orchard-agents/scans/bandit.sarif: a real run of bandit's hard-coded secret tests over a throw-away
# repository that reads its secrets from the environment. The clock is set to the night of the story.
set -eu
work=$(mktemp -d)
out=evidence/orchard-agents/scans
mkdir -p "$out"
mkdir "$work/orchard"
cat > "$work/orchard/gateway.py" <<'PY'
import os

def session():
    return {"token": os.environ["CLAIMS_TOKEN"], "audience": "tool-gateway"}
PY
cat > "$work/orchard/broker.py" <<'PY'
def issue(task, scope, signer):
    return signer.sign({"task": task, "scope": scope, "seconds": 900})
PY
(cd "$work" && TZ=UTC faketime -f '2026-11-18 03:20:00' bandit -q -r orchard -t B105,B106,B107 -f sarif -o bandit.sarif)
cp "$work/bandit.sarif" "$out/bandit.sarif"
rm -r "$work"
