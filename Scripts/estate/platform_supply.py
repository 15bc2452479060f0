"""Evidence about what the platform is made of and who supplies it: bills of materials, provenance, scans, papers, promises."""
from kit import after, at, digest, t
from world import NIGHT

SCAN_HOUR = 3


def write(w):
    bills(w)
    scans(w)
    pipelines(w)
    papers(w)


def bills(w):
    """One signed, complete bill; each part pinned, from an allowed source, its provenance verified."""
    def part(name, version, kind, supplier, vendor=None, **more):
        return {"id": f"{name}@{version}", "bill": w.bill, "kind": kind, "name": name, "version": version, **more,
                "digest": more.get("digest", digest(f"component {name} {version}")), "pinned": True, "supplier": supplier, "vendor": vendor,
                "authenticated": True, "subjectDigest": w.build, "billCompleteness": "complete", "billSigned": "yes", "generatedAt": t("2026-11-13 13:50")}
    records = [part(name, version, kind, supplier, packageURL=url, licence="Apache-2.0", agents=list(w.agents))
               for name, version, kind, supplier, url in w.libraries]
    records += [part(agent + "-prompt", each["version"], "prompt", w.publisher, w.vendor, agents=[agent]) for agent, each in w.agents.items()]
    records += [part(server, version, "tool", w.publisher, w.vendor, digest=digest(f"{server} {version}"), agents=[agent for agent, each in w.agents.items()
                     if any(w.tools[tool]["server"] == server for tool in each["tools"])])
                for server, version in dict.fromkeys((each["server"], each["version"]) for each in w.tools.values())]
    records.append(part(w.model, w.model_version, "model", w.model_supplier, w.model_vendor, agents=list(w.agents)))
    records += [part(name, w.version, "container", w.publisher, w.vendor, digest=digest("image " + name))
                for _, name, *_ in w.workloads.values()]
    w.components = records
    w.file("supply", "sbom", records, minute=23, system=w.repositories[0], command="syft scan --output cyclonedx-json; cosign verify-attestation")
    builder = "https://github.com/actions/runner/github-hosted"
    def proof(name, kind, fixed, **more):
        return {"artifactDigest": fixed, "artifactName": name, "artifactKind": kind, "predicateType": "https://slsa.dev/provenance/v1",
                "builder": more.pop("builder", builder), "buildLevel": 3, "sourceRepository": more.pop("source", w.product_source),
                "sourceRevision": digest("revision " + name)[:40], "run": more.pop("run", f"{w.release}-3"), "signer": w.deploy,
                "signerIssuer": "https://token.actions.githubusercontent.com", "verified": "yes", "transparencyLog": "rekor.larkspur.example",
                "builtAt": t("2026-11-13 13:46"), "signedAt": t("2026-11-13 13:48")}
    kinds = {"library": "package", "framework": "package", "prompt": "prompt", "tool": "toolServer", "model": "model", "container": "image"}
    w.file("supply", "build-provenance", [
        proof(part["name"], kinds[part["kind"]], part["digest"],
              **({"builder": w.model_host, "source": "https://registry.larkspur.example/models/" + w.model} if part["kind"] == "model" else {})) for part in records]
        + [proof("tool-gateway policy", "policyBundle", w.bundle), proof(w.system, "package", w.build)],
        minute=23, system=w.repositories[0], command="cosign verify-attestation --type slsaprovenance1")


def scans(w):
    """Secret scans of everything that could hold one, vulnerability scans of every part, configuration and the images that run."""
    targets = [("repository", name) for name in w.repositories]
    targets += [("log", "logs/audit-log.jsonl"), ("log", "logs/data-access-log.jsonl"), ("log", "logs/admin-changes.jsonl"),
                ("log", "agents/policy-decision-log.jsonl"), ("transcript", "agents/traces.jsonl"), ("transcript", "agents/agent-trace.jsonl")]
    targets += [("log", source) for source in w.sources]
    targets += [("image", w.image(name)) for _, name, *_ in w.workloads.values()]
    w.file("scans", "secret-scan-report", [{
        "record": "ScanRun", "id": f"scan-{w.letter.lower()}-{number:02d}", "tool": "detect-secrets", "toolVersion": "1.5.0", "target": target,
        "targetKind": kind, "scope": [target], "succeeded": True, "findingCount": 0, "startedAt": t(f"{NIGHT} 03:{number:02d}"),
        "endedAt": t(f"{NIGHT} 03:{number:02d}:40")} for number, (kind, target) in enumerate(targets, 1)],
        minute=14, system="scan-farm", command="detect-secrets scan --all-files")
    runs = [{
        "record": "ScanRun", "id": f"vuln-{w.letter.lower()}-{number:02d}", "tool": "trivy", "toolVersion": "0.57.1", "target": target,
        "targetKind": kind, "scope": scope, "succeeded": True, "findingCount": count, "startedAt": t(f"{NIGHT} 04:{number:02d}"),
        "endedAt": t(f"{NIGHT} 04:{number:02d}:50")} for number, (kind, target, scope, count) in enumerate(
            [("component", w.bill, [part["id"] for part in w.components], 1)]
            + [("image", w.image(name), [w.image(name), name], 0) for _, name, *_ in w.workloads.values()]
            + [("repository", name, [name], 0) for name in w.repositories]
            + [("host", name, [name], 0) for name in w.assets if w.asset_kind(name) != "dataStore"], 1)]
    library, version, *_ = w.libraries[0]
    w.file("scans", "vuln-scan-report", runs + [{
        "id": "EXAMPLE-2026-0117", "run": runs[0]["id"], "tool": "trivy", "rule": "EXAMPLE-2026-0117", "component": f"{library}@{version}",
        "artifactDigest": digest(f"component {library} {version}"), "severity": "high", "score": 7.4, "exploited": False, "fixAvailable": True,
        "status": "fixed", "environment": w.env, "publishedAt": t("2026-10-20"), "firstSeenAt": t("2026-10-21 03:00"),
        "lastSeenAt": t("2026-10-27 03:00"), "fixedAt": t("2026-10-28 09:00")}],
        minute=15, system="scan-farm", command="trivy image, trivy sbom --format json")
    w.file("scans", "config-snapshot", [{
        "record": "Image", "id": "img-" + name, "reference": w.image(name), "digest": digest("image " + name), "workload": name,
        "identity": identity, **w.place(tenant), "admissionVerified": "yes", "plaintextSecrets": 0, "startedAt": t("2026-11-13 14:02")}
        for identity, (tenant, name, *_) in w.workloads.items()] + [{
        "id": f"cfg-{w.letter.lower()}-{number:02d}", "tool": "checkov", "run": "checkov-" + NIGHT, "rule": rule, "resource": asset,
        "status": "pass", "severity": "high", "baseline": "larkspur-baseline", "baselineVersion": "2026.2", "drifted": False,
        "suppressed": False, "mapsTo": ["PR.PS-01"], **w.place(tenant), "firstSeenAt": t("2026-08-24 09:00"), "lastSeenAt": t(NIGHT + " 04:00")}
        for number, (asset, tenant, rule) in enumerate(((asset, tenant, rule) for asset, tenant in w.assets.items()
                                                        for rule in ["public-access-off", "deployed-as-written"]), 1)] + [{
        "record": "PlannedChange", "address": "module." + w.env, "plan": digest(f"plan {w.system} 2026-11-13"), "resourceType": "deployment",
        "actions": ["unchanged"], "resource": w.config, "identity": w.deploy, "changedAttributes": [], "plannedAt": t(NIGHT + " 04:30")}],
        minute=14, system="kubernetes:" + w.env, command="kubectl get pods -o json; checkov; terraform show -json")


def pipelines(w):
    w.file("ci", "ci-results", [{
        "id": name, "platform": "github-actions", "repository": repository, "definitionDigest": digest("pipeline " + name),
        "identities": [w.deploy] if access == "federated" else None,
        "trusts": ["trust-" + w.deploy_workload] if access == "federated" else None, "credentials": [], "cloudAccess": access,
        "deploysTo": [w.env] if access == "federated" else None, "owner": w.owner, "changedAt": t("2026-09-10 12:00")}
        for name, repository, access in w.pipelines] + [{
        "record": "PipelineRun", "id": f"{name}-{number}", "pipeline": name, "revision": digest(f"{name} {number}")[:40], "gate": gate,
        "result": "passed", "artifactDigest": w.build if number == 3 else digest(f"artifact {name} {number}"), "environment": w.env,
        "startedAt": t(f"2026-11-{4 + 3 * number:02d} 13:4{order}"), "endedAt": t(f"2026-11-{4 + 3 * number:02d} 13:4{order + 1}")}
        for name, *_ in w.pipelines for number in [1, 2, 3]
        for order, gate in enumerate(["unit-tests", "secret-scan", "policy-tests", "dependency-scan", "code-review"])],
        minute=15, system="github:" + w.code_account, command="gh run list --json ...")


TERMS = [  # topic, clause, kind of value, value, duty
    ("data-ownership", "3.1", "flag", "yes", None), ("telemetry", "3.4", "flag", "yes", None), ("retention", "3.6", "duration", "90 days", None),
    ("deletion", "3.7", "duration", "30 days", None), ("support-access", "5.2", "duration", "4 hours", None),
    ("change-notice", "6.1", "duration", "30 days", None), ("model-update", "6.3", "duration", "30 days", None),
    ("review", "7.1", "duration", "365 days", "access-review"), ("revocation", "7.4", "duration", "15 minutes", "emergency-revocation"),
    ("exit", "9.2", "duration", "90 days", None), ("incident-notice", "8.1", "duration", "24 hours", "incident-escalation"),
    ("false-positives", "8.3", "duration", "5 days", "false-positives"), ("detection", "8.4", "flag", "yes", "detection"),
    ("response", "8.5", "duration", "4 hours", "response"), ("subprocessors", "4.1", "duration", "30 days", None),
    ("training-use", "3.5", "flag", "no", None), ("security-requirements", "2.1", "flag", "yes", None), ("audit-right", "7.2", "flag", "yes", None), ("data-use", "3.2", "flag", "yes", None),
    ("revocation-support", "7.6", "flag", "yes", None), ("subprocessor-notice", "4.2", "duration", "30 days", None),
    ("emergency-revocation", "7.5", "flag", "yes", "emergency-revocation")]


def papers(w):
    """What suppliers signed, had audited, answered and promised; and advisories about them."""
    desk = {"system": "vendor-management", "proof": "ownExport"}
    names = w.vendors
    w.file("contract", "contract-terms", [{
        "id": f"term-{vendor}-{topic}", "vendor": vendor, "contract": "CTR-" + vendor, "topic": topic, "clause": clause, "valueKind": kind,
        "value": value, "duty": duty, "documentDigest": digest("contract " + vendor), "transcribedBy": w.person("budget-owner"),
        "transcribedAt": t("2026-08-19 10:00"), "effectiveAt": t("2026-08-26"), "expiresAt": t("2029-08-25")}
        for vendor in names for topic, clause, kind, value, duty in TERMS],
        minute=40, command="vmctl contracts export --transcribed", **desk)
    w.file("contract", "vendor-assurance", [{
        "id": f"rep-{vendor}-{kind}", "vendor": vendor, "kind": kind, "issuer": issuer, "scope": [vendor], "opinion": opinion, "exceptionCount": 0,
        "exceptions": [], "documentDigest": digest(f"{kind} {vendor}"), "periodStartedAt": t("2025-07-01"), "periodEndedAt": t("2026-06-30"),
        "issuedAt": t("2026-08-14"), "expiresAt": t("2027-08-14")} for vendor in names for kind, issuer, opinion in [
            ("soc2", "Marlowe and Finch Assurance", "unqualified"), ("penetrationTest", "Redbarn Testing", "noOpinion"),
            ("iso42001", "Marlowe and Finch Assurance", "unqualified"), ("hosting", "Coldharbour Storage", "noOpinion")]] + [{
        "record": "VendorAnswer", "id": f"ans-{vendor}-{question}", "vendor": vendor, "questionnaire": "larkspur-2026", "question": question,
        "answer": answer, "text": text, "responsibility": "provider", "material": True, "respondent": "trust@" + vendor + ".example",
        "answeredAt": t("2026-08-12 09:00")} for vendor in names for question, answer, text in [
            ("IAM-07", "yes", "Credentials end within 90 days."), ("DSP-04", "yes", "Content is never used for training."),
            ("LOG-03", "yes", "Events are kept for a year and a day."), ("SEF-02", "yes", "Incidents are told within a day."),
            ("STA-05", "yes", "Sub-processors are listed and announced.")]],
        minute=41, command="transcribed from reports and the questionnaire", system="vendor-management", proof="thirdParty")
    w.file("contract", "vendor-claims", [{
        "id": f"claim-{vendor}-{topic}", "vendor": vendor, "topic": topic, "claim": claim, "statedIn": "contract", "material": True,
        "evidence": proofs, "isolationTests": tests, "evaluations": evaluations, "standardProduct": True, "customWork": "notNeeded",
        "build": w.build, "tenantsShown": w.shown_tenants, "testResult": "confirmed", "testedBy": w.person("security-approver"),
        "claimedAt": t("2026-08-12 09:00"), "testedAt": t("2026-11-10 15:00")} for vendor in names for topic, claim, proofs, tests, evaluations in [
            ("tenant-isolation", "No tenant reaches another's data or tools", ["drills/tenant-isolation-tests.yaml"], w.isolation_ids, None),
            ("revocation", "Access ends within 15 minutes of an order", ["drills/drill-record.yaml"], None, [w.system_tests["revocation"]]),
            ("auditability", "Every action names its person, task and decision", ["logs/data-access-log.jsonl"], None, [w.system_tests["auditability"]]),
            ("robustness", "Instructions cannot be overridden by content", ["agents/eval-report.yaml"], None, [w.system_tests["robustness"]])]],
        minute=42, command="transcribed from the offer; tests of our own", **desk)
    library, version, *_ = w.libraries[0]
    w.file("registers", "threat-intel-feed", [
        {"id": w.id("ADV", "1"), "feed": "osv", "title": f"{library}: header parsing", "severity": "high", "vendor": names[0],
         "components": [f"{library}@{version}"], "appliesTo": [w.system], "tactic": "initial-access", "disposition": "handled",
         "change": w.id("CHG", "library"), "publishedAt": t("2026-10-26 08:00"), "receivedAt": t("2026-10-26 09:00"), "handledAt": t("2026-10-28 09:00")},
        {"id": w.id("ADV", "2"), "feed": "vendor-advisories", "title": "Hidden text in documents that agents read", "severity": "medium",
         "vendor": names[0], "components": [f"{library}@{version}"], "appliesTo": [w.system], "tactic": "goal-hijack", "disposition": "handled", "change": w.id("CHG", "detection-2"),
         "publishedAt": t("2026-11-01 08:00"), "receivedAt": t("2026-11-02 09:00"), "handledAt": t("2026-11-04 12:00")}],
        minute=43, system="advisory-queue", command="advisories export", proof="ownExport")
