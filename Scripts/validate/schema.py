#!/usr/bin/env python3
"""Checks the canonical files of an evidence folder against `controls evidence schema`, with the
independent validator jsonschema; and that the schemas refuse what the reader refuses.

Usage: python3 Scripts/validate/schema.py CONTROLS [EVIDENCE-FOLDER]

CONTROLS is the built tool, such as .build/debug/controls. Needs jsonschema and PyYAML
(Scripts/validate/requirements.txt).
"""
import copy
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core schema: no dates, no yes and no, numbers as JSON writes them."""


CoreLoader.yaml_implicit_resolvers = {}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$", re.I), list("tTfF"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(|~|null)$", re.I), ["", "~", "n", "N"])
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?(0|[1-9][0-9]*)$"), list("-0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$"), list("-0123456789"))


def cells(row, schema):
    """A row of a table as a record: text becomes what the schema's types say."""
    types = schema["$defs"][row.get("record") or first(schema)]["properties"]
    record = {}
    for name, text in row.items():
        if text == "":
            continue
        wanted = types.get(name, {}).get("type", [])
        wanted = [wanted] if isinstance(wanted, str) else wanted
        if "array" in wanted:
            record[name] = [part for part in text.split("|") if part]
        elif "boolean" in wanted:
            record[name] = {"true": True, "false": False}[text.lower()]
        elif "integer" in wanted:
            record[name] = int(text)
        elif wanted[:1] == ["number"]:
            record[name] = float(text)
        else:
            record[name] = text
    return record


def first(schema):
    return next(name for name in schema["$defs"] if name != "record")


def documents(path, schema):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    if path.suffix == ".json":
        return [json.loads(text)]
    if path.suffix == ".csv":
        return [[cells(row, schema) for row in csv.DictReader(text.splitlines())]]
    return list(yaml.load_all(text, CoreLoader))


def records(document):
    if isinstance(document, dict):
        return document["records"] if "records" in document else [document]
    return document


def refusals(validator, record, schema):
    """Damages one record field by field; yields the damages that the schema lets by."""
    name = record.get("record") or first(schema)
    definition = schema["$defs"][name]
    for field, rule in definition["properties"].items():
        if field in definition["required"]:
            damaged = copy.deepcopy(record)
            damaged.pop(field, None)
            if validator.is_valid([damaged]):
                yield f"{name} without {field}"
        wrong = {"not": "a value of any type"}
        damaged = {**copy.deepcopy(record), field: wrong}
        if validator.is_valid([damaged]):
            yield f"{name} with an object as {field}"
        if "enum" in rule or rule.get("format") == "date-time":
            damaged = {**copy.deepcopy(record), field: "31/12/26"}
            if validator.is_valid([damaged]):
                yield f"{name} with an unknown word as {field}"


def main():
    tool = sys.argv[1]
    estate = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "evidence")
    schemas = {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tool, "evidence", "schema", "--all", folder], check=True, stdout=subprocess.DEVNULL)
        for path in pathlib.Path(folder).iterdir():
            schema = json.loads(path.read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            schemas[schema["title"]] = schema
    print(f"{len(schemas)} schemas are valid by the metaschema of draft 2020-12")
    problems, files, count, damages = [], 0, 0, 0
    for manifest in sorted(estate.glob("*/manifest.json")):
        for item in json.loads(manifest.read_text())["items"]:
            if item.get("format") != "canonical" or len(item["kinds"]) != 1:
                continue
            path = manifest.parent / item["path"]
            if not path.exists():  # the estate has a file that is listed and not there
                continue
            schema = schemas[item["kinds"][0]]
            validator = jsonschema.Draft202012Validator(schema)
            files += 1
            for document in documents(path, schema):
                for error in validator.iter_errors(document):
                    problems.append(f"{path}: {error.json_path}: {error.message}")
                found = records(document)
                count += len(found)
                for record in found[:1]:
                    for problem in refusals(validator, record, schema):
                        problems.append(f"{path}: the schema takes {problem}")
                    damages += 1
    print(f"{files} canonical files with {count} records are valid; {damages} records were damaged field by field")
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
