"""Checks the exports of a run with validators that have nothing to do with this project.

    python3 -m venv /tmp/validate
    /tmp/validate/bin/pip install -r Scripts/validate/requirements.txt
    controls test --reports OUT --report csv --report junit ...        (every format of the help)
    /tmp/validate/bin/python Scripts/validate/exports.py OUT --sarif-schema FILE --hdf-schema FILE

The two schemas are not on the package index: sarif-schema-2.1.0.json is OASIS's (repository
oasis-tcs/sarif-spec), exec-json.json is MITRE's (repository mitre/heimdall2, libs/inspecjs/schemas).
With --oscal-schema and --oscal-plan-schema the OSCAL documents are checked against NIST's own JSON
schemas as well.

Each line says which validator of which version took which document, and how many findings it
holds there; all counts must be those of results.json. The exit code is 1 where anything is wrong.
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

FORMULA = re.compile(r"^[\s\"]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def of_schema(document, schema_path):
    """The first few complaints of jsonschema, in words."""
    import jsonschema

    schema = load(schema_path)
    cls = jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)
    checker = cls(schema, format_checker=cls.FORMAT_CHECKER)
    errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
              for e in checker.iter_errors(document)]
    if errors:
        raise ValueError("; ".join(errors[:5]) + f" ({len(errors)} in all)")


def check_csv(path, _):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for row in rows:
        for name, cell in row.items():
            if cell is None or name is None or FORMULA.match(cell):
                raise ValueError(f"{name}: {cell!r} would act in a spreadsheet")
    return "csv (Python)", sys.version.split()[0], sum(1 for r in rows if r["record"])


def check_xlsx(path, _):
    """openpyxl reads every sheet; with LibreOffice on PATH, it opens the file and counts as well."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    names = ["Decisions", "Matrix", "Findings", "Evidence", "Waivers"]
    if [n for n in book.sheetnames if not n.startswith("Findings ")] != names:
        raise ValueError(f"sheets {book.sheetnames}")
    findings = 0
    for sheet in book.worksheets:
        if sheet.freeze_panes is None or sheet.auto_filter.ref != sheet.dimensions:
            raise ValueError(f"{sheet.title}: no frozen heading, or a filter that is not over its cells")
        heads = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.data_type == "f" or isinstance(cell.value, str) and FORMULA.match(cell.value):
                    raise ValueError(f"{sheet.title} {cell.coordinate}: {cell.value!r} would act")
                if cell.fill.fgColor.rgb not in (None, "00000000") and not cell.value:
                    raise ValueError(f"{sheet.title} {cell.coordinate}: colour without a word")
            if sheet.title.startswith("Findings") and row[heads.index("record")].value:
                findings += 1
    name, number = "openpyxl", version("openpyxl")
    office = shutil.which("soffice")
    if office:
        folder = Path(tempfile.mkdtemp())
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run([office, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3",
                        "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=600)
        with next(folder.glob("*.csv")).open(encoding="utf-8", newline="") as file:
            read = sum(1 for row in csv.DictReader(file) if row["record"])
        if "Findings 2" not in book.sheetnames and read != findings:
            raise ValueError(f"LibreOffice reads {read} findings, openpyxl {findings}")
        text = subprocess.run([office, profile, "--version"], capture_output=True, text=True).stdout
        name, number = "openpyxl; LibreOffice", f"{number}; {text.split()[1]}"
        shutil.rmtree(folder)
    return name, number, findings


def check_junit(path, _):
    from junitparser import Error, Failure, JUnitXml, Skipped

    xml = JUnitXml.fromfile(str(path))
    totals = {Failure: 0, Error: 0, Skipped: 0}
    findings = cases = 0
    for suite in xml:
        for case in suite:
            cases += 1
            for result in case.result:
                totals[type(result)] += 1
                findings += len([l for l in (result.text or "").splitlines() if "; mend: " in l
                                 and "found " not in l.split("; mend: ")[0]])
    stated = (xml.tests, xml.failures, xml.errors, xml.skipped)
    counted = (cases, totals[Failure], totals[Error], totals[Skipped])
    if stated != counted:
        raise ValueError(f"states {stated} cases, failures, errors, skipped; holds {counted}")
    return "junitparser", version("junitparser"), findings


def check_sarif(path, options):
    if options.sarif_schema is None:
        raise LookupError("no --sarif-schema")
    document = load(path)
    of_schema(document, options.sarif_schema)
    from sarif.loader import load_sarif_file

    loaded = load_sarif_file(str(path))
    fails = [r for r in document["runs"][0]["results"] if r["kind"] == "fail"]
    if len(loaded.get_results()) != len(document["runs"][0]["results"]):
        raise ValueError("sarif-tools reads another number of results")
    names = f"{version('jsonschema')} with OASIS's schema; {version('sarif-tools')}"
    return "jsonschema; sarif-tools", names, len(fails)


def trestle_and_nist(path, model, schema):
    """Trestle's reading of a document, checked against NIST's JSON schema where that is given."""
    import trestle.oscal

    document = model.oscal_read(path)
    name, number = "trestle", f"{version('compliance-trestle')} (OSCAL {trestle.oscal.OSCAL_VERSION})"
    if schema is not None:
        # Python knows no \p{L} in its patterns, so its own words stand for it.
        text = schema.read_text(encoding="utf-8")
        text = text.replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d")
        copy = Path(tempfile.mkdtemp()) / "schema.json"
        copy.write_text(text, encoding="utf-8")
        of_schema(load(path), copy)
        name += "; jsonschema with NIST's schema"
        number += f"; {version('jsonschema')}"
    text = path.read_text(encoding="utf-8")
    ids = re.findall(r'"uuid": "([^"]+)"', text)
    if len(ids) != len(set(ids)):
        raise ValueError("two parts share a UUID")
    known = set(ids)
    for reference in re.findall(r'"(?:observation|risk|subject)-uuid": "([^"]+)"', text):
        if reference not in known:
            raise ValueError(f"{reference} refers to nothing")
    return name, number, document


def check_oscal(path, options):
    from trestle.oscal.assessment_results import AssessmentResults

    name, number, document = trestle_and_nist(path, AssessmentResults, options.oscal_schema)
    findings = sum(1 for result in document.results for observation in result.observations or []
                   if "finding" in [str(getattr(t, "root", t)) for t in observation.types])
    return name, number, findings


def check_plan(path, options):
    from trestle.oscal.assessment_plan import AssessmentPlan

    return *trestle_and_nist(path, AssessmentPlan, options.oscal_plan_schema)[:2], None


def check_ocsf(path, _):
    from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding

    events = load(path)
    for event in events:
        ComplianceFinding(**event)
        if event["type_uid"] != event["class_uid"] * 100 + event["activity_id"]:
            raise ValueError("type_uid does not follow from class and activity")
    findings = sum(1 for e in events if "record" in e["unmapped"])
    return "py-ocsf-models", version("py-ocsf-models"), findings


def check_hdf(path, options):
    if options.hdf_schema is None:
        raise LookupError("no --hdf-schema")
    document = load(path)
    of_schema(document, options.hdf_schema)
    findings = 0
    for profile in document["profiles"]:
        for control in profile["controls"]:
            findings += sum(1 for r in control["results"] if ", needed " in
                            r.get("message", "") + r.get("skip_message", "")
                            and r["code_desc"] != control["title"])
    return "jsonschema", f"{version('jsonschema')} with MITRE's exec-json schema", findings


def check_cyclonedx(path, _):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = path.read_text(encoding="utf-8")
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        raise ValueError(str(error)[:500])
    refs = re.findall(r'"bom-ref": "([^"]+)"', text)
    if len(refs) != len(set(refs)):
        raise ValueError("two parts share a bom-ref")
    known = set(refs)
    declarations = json.loads(text)["declarations"]
    used = [r for a in declarations["attestations"] for m in a["map"]
            for r in [m["requirement"], *m["claims"], *m["counterClaims"]]]
    used += [r for c in declarations["claims"]
             for r in [c["target"], *c["evidence"], *c["counterEvidence"]]]
    if not known.issuperset(used):
        raise ValueError(f"{sorted(set(used) - known)[:3]} refer to nothing")
    evidence = declarations["evidence"]
    findings = sum(1 for e in evidence if e["bom-ref"].rsplit(":", 1)[1].isdigit())
    return "cyclonedx-python-lib", version("cyclonedx-python-lib"), findings


def check_gitlab(path, _):
    entries = load(path)
    prints = [e["fingerprint"] for e in entries]
    if len(prints) != len(set(prints)):
        raise ValueError("two entries share a fingerprint, so that one would be dropped")
    for e in entries:
        lines = e["location"]["lines"]["begin"]
        if (set(e) != {"description", "check_name", "fingerprint", "severity", "location"}
                or e["severity"] not in {"info", "minor", "major", "critical", "blocker"}
                or not isinstance(lines, int) or lines < 1 or e["location"]["path"].startswith("./")):
            raise ValueError(f"not as GitLab documents it: {e}")
    findings = sum(1 for e in entries if ", needed " in e["description"])
    return "rules of GitLab's documentation", "no schema is published", findings


def check_github(path, _):
    pattern = re.compile(r"^::(error|warning|notice)( (file|line|title)=[^,:]*(,(line|title)=[^,:]*)*)?::(.+)$")
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines.pop() != "":
        raise ValueError("no line feed at the end")
    matches = [pattern.match(line) for line in lines]
    if not all(matches):
        raise ValueError(f"no workflow command: {lines[matches.index(None)]!r}")
    return "grammar of workflow commands", "GitHub's documentation", sum(
        1 for m in matches if ", needed " in m.group(6) and "; mend: " in m.group(6))


def check_badge(path, _):
    from defusedxml.ElementTree import parse

    for element in parse(path).getroot().iter():
        tag = element.tag.split("}")[1]
        if tag not in {"svg", "title", "g", "rect", "text"} or any(
                name.startswith("on") or "href" in name for name in element.attrib):
            raise ValueError(f"<{tag} {element.attrib}> may act")
    return "defusedxml", version("defusedxml"), None


CHECKS = {
    "findings.csv": check_csv, "results.xlsx": check_xlsx, "junit.xml": check_junit, "findings.sarif": check_sarif,
    "oscal-assessment-results.json": check_oscal, "oscal-assessment-plan.json": check_plan,
    "findings.ocsf.json": check_ocsf,
    "results.hdf.json": check_hdf, "attestations.cdx.json": check_cyclonedx,
    "gl-code-quality-report.json": check_gitlab, "github-annotations.txt": check_github,
    "badge.svg": check_badge,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    for name in ("sarif", "hdf", "oscal", "oscal-plan"):
        parser.add_argument(f"--{name}-schema", type=Path)
    options = parser.parse_args()
    results = load(options.folder / "results.json")
    wanted = sum(len(c["findings"]) for s in results["subjects"] for c in s["controls"])
    failed = False
    print(f"results.json: {wanted} findings")
    for name, check in CHECKS.items():
        path = options.folder / name
        try:
            validator, number, findings = check(path, options)
            if findings is not None and findings != wanted:
                raise ValueError(f"holds {findings} findings")
            count = "" if findings is None else f", {findings} findings"
            print(f"ok    {name}: {validator} {number}{count}")
        except LookupError as skipped:
            print(f"skip  {name}: {skipped}")
        except Exception as problem:  # Each validator has errors of its own; all mean "refused".
            failed = True
            print(f"FAIL  {name}: {str(problem)[:800]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
