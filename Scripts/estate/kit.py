"""What the estate's scripts share: writing canonical files, traces and manifests."""
import csv
import datetime
import hashlib
import io
import json
import pathlib

import yaml

import signing

EVIDENCE = pathlib.Path("evidence")
COLLECTOR = "evidence-bot@larkspur.example"


def at(text):
    """"2026-11-18 05:00" or "2026-11-18" to a datetime in UTC."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


def z(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def t(text):
    return z(at(text))


def after(moment, **delta):
    return moment + datetime.timedelta(**delta)


def digest(text):
    """A stand-in digest for a thing that is named in the evidence but not shipped with it."""
    return hashlib.sha256(text.encode()).hexdigest()


class Subject:
    """One folder of the estate; remembers each file it wrote, for the manifest."""

    def __init__(self, identifier, name, kind, tier, owner, criticality, tenants):
        self.id, self.name, self.tier = identifier, name, tier
        self.folder, self.items = EVIDENCE / identifier, []
        self.folder.mkdir(parents=True, exist_ok=True)
        self.put("subject.yaml", yaml.safe_dump(
            {"id": identifier, "name": name, "kind": kind, "tier": tier, "owner": owner, "criticality": criticality,
             "tenants": tenants}, sort_keys=False))

    def put(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def canonical(self, place, kind, records, form="yaml", **provenance):
        """Writes <place>/<kind>.<form> from a list of records, and lists it."""
        records = [{key: value for key, value in record.items() if value is not None} for record in records]
        path = f"{place}/{kind}.{form}"
        self.put(path, {"yaml": as_yaml, "json": as_json, "jsonl": as_lines, "csv": as_csv}[form](records))
        self.list(path, [kind], "canonical", recordCount=len(records), **provenance)

    def attestation(self, record, **provenance):
        """Writes a signed attestation: an in-toto Statement in a DSSE envelope, one key for each owner."""
        record = {key: value for key, value in record.items() if value is not None}
        statement = {"_type": "https://in-toto.io/Statement/v1",
                     "subject": [{"name": record["documentReference"], "digest": {"sha256": record["documentDigest"]}}],
                     "predicateType": "urn:control-testing:attestation:1", "predicate": record}
        path = f"attestations/{record['id']}.dsse.json"
        self.put(path, json.dumps(signing.envelope(statement, record["owner"], self.folder / path), indent=2) + "\n")
        self.list(path, ["attestation"], "dsse-attestation", recordCount=1, **provenance)

    def list(self, path, kinds, form, *, collected, system, command=None, account=None, proof="ownExport",
             completeness="complete", collector=COLLECTOR, recordCount=None, period=None):
        text = (self.folder / path).read_bytes()
        item = {"path": path, "kinds": kinds, "format": form, "sha256": hashlib.sha256(text).hexdigest(),
                "sizeInBytes": len(text), "recordCount": recordCount, "completeness": completeness,
                "sourceClass": proof, "sourceSystem": system, "command": command, "account": account,
                "collector": collector, "collectedAt": t(collected)}
        if period:
            item["periodStartedAt"], item["periodEndedAt"] = t(period[0]), t(period[1])
        self.items.append({key: value for key, value in item.items() if value is not None})

    def manifest(self):
        """Writes the manifest, and removes what an earlier run made and this one did not."""
        items = sorted(self.items, key=lambda item: item["path"])
        made = {item["path"] for item in items} | {"subject.yaml", "manifest.json"}
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in made:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        self.put("manifest.json", json.dumps({"version": 1, "subject": self.id, "items": items}, indent=2) + "\n")


class Plain(yaml.SafeDumper):
    """Writes every value out: evidence may hold no anchors."""

    def ignore_aliases(self, data):
        return True


def as_yaml(records):
    return yaml.dump(records, Dumper=Plain, sort_keys=False, allow_unicode=True, width=120)


def as_json(records):
    return json.dumps({"records": records}, indent=2, ensure_ascii=False) + "\n"


def as_lines(records):
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


def as_csv(records):
    columns = list(dict.fromkeys(key for record in records for key in record))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([cell(record.get(column)) for column in columns])
    return out.getvalue()


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return str(value)


def isolation(prefix, run, ours, theirs, tested, overrides=None, **common):
    """The twelve cells of the isolation matrix: three verbs, two objects, two directions."""
    records = []
    for verb in ["query", "retrieve", "influence"]:
        for thing in ["data", "tool"]:
            for direction in ["outbound", "inbound"]:
                number = len(records) + 1
                here, there = (ours, theirs) if direction == "outbound" else (theirs, ours)
                record = {"id": f"{prefix}-{number:02d}", "run": run, "boundary": "tenant", "verb": verb, "object": thing,
                          "direction": direction, "path": "tool-gateway" if thing == "tool" else "data-api",
                          "fromTenant": here, "toTenant": there, "expected": "refused", "observed": "refused",
                          "testedAt": z(after(at(tested), minutes=4 * number)), **common}
                record.update((overrides or {}).get((verb, thing, direction), {}))
                records.append(record)
    return records
