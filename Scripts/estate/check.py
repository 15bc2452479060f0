"""Checks the canonical files of the estate against the table of evidence kinds, and reports references that lead nowhere.

    python3 Scripts/estate/check.py <evidence-kinds.csv>    (from the repository root)

References that are meant to dangle are listed in EXPECTED below.
"""
import csv
import datetime
import json
import pathlib
import re
import sys

import yaml

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
DURATION = re.compile(r"\d+ (milliseconds|seconds|minutes|hours|days)$|1 (minute|hour|day)$")
DIGEST = re.compile(r"[0-9a-f]{40}$|[0-9a-f]{64}$")
AS_OF = "2026-11-20T09:00:00Z"
EXPECTED = {("tallybird-assist", "export_claims_bundle")}
# Kinds that some subjects do not ship, so that references to them cannot be followed there.
NOT_SHIPPED = {"model-card", "log-pipeline-status", "data-handling", "contract-terms", "sandbox-config"}


def table(path):
    kinds = {}
    for row in csv.DictReader(open(path)):
        types = row["record_type"].split("/")
        fields = {name: {} for name in types}
        for field in row["fields"].split(";"):
            name, kind = field.split(":", 1)
            owner = types[0]
            if "." in name:
                owner, name = name.split(".", 1)
            fields[owner][name.rstrip("?")] = (kind, name.endswith("?"))
        keys = {name: [] for name in types}
        for part in row["key"].split(";"):
            owner, name = part.split(".", 1) if "." in part else (types[0], part)
            keys[owner].append(name)
        kinds[row["kind"]] = (types, fields, keys)
    return kinds


def read(path):
    if path.suffix == ".yaml":
        return yaml.safe_load(path.read_text())
    if path.suffix == ".json":
        return json.loads(path.read_text())["records"]
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text().splitlines()]
    return [{k: v for k, v in row.items() if v != ""} for row in csv.DictReader(open(path))]


def right(kind, value, form):
    if kind.startswith("list<"):
        values = value.split("|") if form == ".csv" else value
        return isinstance(values, list) and all(right(kind[5:-1], each, form) for each in values)
    if kind.startswith("enum("):
        return value in kind[5:-1].split("|")
    if kind == "bool":
        return value in ("true", "false") if form == ".csv" else isinstance(value, bool)
    if kind in ("int", "decimal"):
        return re.match(r"-?\d+(\.\d+)?$", str(value)) is not None
    if not isinstance(value, str) or not value:
        return False
    if kind == "instant":
        return bool(INSTANT.match(value))
    if kind == "moment":
        return value in ("never", "notRecorded") or bool(INSTANT.match(value))
    if kind == "duration":
        return bool(DURATION.match(value))
    return bool(DIGEST.match(value)) if kind == "digest" else True


kinds = table(sys.argv[1])
problems = []
for subject in sorted(path for path in pathlib.Path("evidence").iterdir() if (path / "manifest.json").is_file()):
    manifest = json.loads((subject / "manifest.json").read_text())
    known, wanted = {}, []
    for item in manifest["items"]:
        path = subject / item["path"]
        if item["format"] == "canonical" and path.exists():
            kind = path.stem
            types, fields, keys = kinds[kind]
            seen = set()
            for number, record in enumerate(read(path), 1):
                place = f"{path}:{number}"
                name = record.pop("record", types[0])
                for field, value in record.items():
                    if field not in fields[name]:
                        problems.append(f"{place}: {name} has no field {field}")
                        continue
                    form, _ = fields[name][field]
                    if not right(form, value, path.suffix):
                        problems.append(f"{place}: {field} is not {form}: {value!r}")
                        continue
                    target = re.search(r"ref<([^>]+)>", form)
                    if target:
                        values = value.split("|") if path.suffix == ".csv" and form.startswith("list<") else value
                        wanted += [(place, field, target[1], each) for each in (values if isinstance(values, list) else [values])]
                    stale = isinstance(value, str) and INSTANT.match(value) and value > item["collectedAt"]
                    if stale and field not in ("expiresAt", "endsAt", "reviewDueAt", "nextRotationAt", "dueAt", "effectiveAt",
                                               "approvalEndsAt", "nextDueAt", "endOfLifeAt"):
                        problems.append(f"{place}: {field} {value} is after the file was collected")
                for field, (form, optional) in fields[name].items():
                    if not optional and form != "moment" and field not in record:
                        problems.append(f"{place}: {name} lacks {field}")
                first = next(iter(fields[name]))
                identity = (name, *(str(record.get(part)) for part in keys[name])) if keys[name] else None
                if kind != "access-usage-report" and identity and identity in seen:
                    problems.append(f"{place}: {identity} twice")
                seen.add(identity)
                known.setdefault(kind, set()).add(record.get(first))
        elif path.exists():
            text = path.read_text()
            if item["format"] == "aws-account-authorization-details":
                details = json.loads(text)
                for each in details["UserDetailList"] + details["RoleDetailList"] + details["GroupDetailList"]:
                    known.setdefault("nhi-inventory", set()).add(each["Arn"])
                documents = {policy["Arn"]: next(version["Document"] for version in policy["PolicyVersionList"] if version["IsDefaultVersion"])
                             for policy in details["Policies"]}
                for each in details["UserDetailList"] + details["RoleDetailList"]:
                    held = [(policy["PolicyName"], policy["PolicyDocument"]) for policy in each.get("UserPolicyList", [])]
                    held += [(policy["PolicyArn"], documents.get(policy["PolicyArn"])) for policy in each["AttachedManagedPolicies"]]
                    if "PermissionsBoundary" in each:
                        boundary = each["PermissionsBoundary"]["PermissionsBoundaryArn"]
                        held.append(("boundary:" + boundary, documents.get(boundary)))
                    known.setdefault("iam-policy-export", set()).update(
                        f"{each['Arn']}#{policy}#{order}" for policy, document in held if document
                        for order in range(1, 1 + len(document["Statement"])))
                for each in details["RoleDetailList"]:
                    known.setdefault("federation-trust-config", set()).add(each["Arn"] + "#trust#1")
            elif item["format"] == "aws-credential-report":
                for each in csv.DictReader(text.splitlines()):
                    known.setdefault("iam-credential-report", set()).update(
                        f"{each['arn']}/access-key-{slot}" for slot in (1, 2) if each[f"access_key_{slot}_last_rotated"] != "N/A")
            elif item["format"] == "otlp-traces":
                known.setdefault("agent-trace", set()).update(re.findall(r'"gen_ai.tool.call.id","value":{"stringValue":"([^"]+)"', text))
            elif item["format"] == "github-app-installations":
                for each in json.loads(text)["installations"]:
                    known.setdefault("oauth-grant-list", set()).add(f"github-installation:{each['id']}")
            elif item["format"] == "spire-entries":
                for each in json.loads(text)["entries"]:
                    known.setdefault("workload-identity-entries", set()).add(
                        "spiffe://" + each["spiffe_id"]["trust_domain"] + each["spiffe_id"]["path"])
        known.setdefault("evidence-manifest", set()).add(item["path"])
    dangling = {}
    for place, field, target, value in wanted:
        if (target in NOT_SHIPPED and target not in known) or value in known.get(target, ()) or (subject.name, value) in EXPECTED:
            continue
        dangling.setdefault((target, value), place + " " + field)
    problems += [f"{place}: no {target} record {value}" for (target, value), place in dangling.items()]
    print(f"{subject.name}: {len(manifest['items'])} files, {len(wanted)} references, {len(dangling)} dangling")
print("\n".join(problems))
sys.exit(1 if problems else 0)
