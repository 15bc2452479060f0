"""Evidence of operation and governance about the claims platform, beside what claims_cloud.py writes."""
import platform_governance
import platform_operations
import statements
from kit import digest, isolation, t
from platform_supply import TERMS
from world import NIGHT, World

PROD, TENANT = "claims-prod", "larkspur-claims"
STORES = ["arn:aws:s3:::larkspur-claims-prod-documents", "arn:aws:dynamodb:eu-west-2:111122223333:table/claims-prod",
          "arn:aws:s3:::larkspur-claims-prod-print-spool", "arn:aws:s3:::larkspur-claims-prod-partner-drop"]
DOCUMENTS, TABLE, PRINT, PARTNER = STORES
TRAIL = "arn:aws:cloudtrail:eu-west-2:111122223333:trail/claims-prod"
STAFF = ["claims-lead"]


class Cloud(World):
    """The parts of a platform that an environment without agents has."""

    def __init__(self, subject, **given):
        self.S = subject
        self.__dict__.update(given)

    def asset_kind(self, asset):
        return "dataStore" if asset in STORES else "service"

    @property
    def vendors(self):
        return self.suppliers

    def party(self, team):
        return "customer"

    def statements(self):
        return []


def roles(people):
    """The roles that people hold beside their own, as statements ask for them."""
    return statements.roles(Cloud(type("Named", (), {"id": "claims-cloud"}), people={person: (*held, TENANT) for person, held in people.items()}))


DATA = {
    "claim-files": {"category": "customerContent", "purpose": "settling claims", "stores": [DOCUMENTS, TABLE], "access": STAFF, "retention": "365 days", "oldest": "2026-02-01"},
    "letters": {"category": "customerContent", "purpose": "letters to claimants", "stores": [PRINT], "access": STAFF, "retention": "90 days", "oldest": "2026-09-01"},
    "partner-files": {"category": "customerContent", "purpose": "reports of assessors", "stores": [PARTNER], "access": STAFF, "retention": "90 days", "oldest": "2026-09-01"},
    "audit-events": {"category": "log", "purpose": "evidence of what was done", "stores": [TRAIL], "access": ["security-approver"], "retention": "400 days", "oldest": "2025-11-01", "owner": "team-security"}}


def write(subject, people, teams, clients, suppliers, log, images, rights):
    w = Cloud(
        subject, letter="C", suppliers=suppliers, owner="team-cloud-platform", security="team-security", unit="claims", env=PROD, platform=TENANT, tested=[TENANT],
        tenants=[TENANT], export={}, agents={}, tools={}, servers={}, stores={}, vendor=None, data_classes=DATA, ticket="CLD", console="cloud-console",
        people={person: (role, team, TENANT) for person, (role, team) in people.items()}, teams=teams, drilled=None, findings={}, log=log, version="2026.11",
        deputies={"person:sunniva.dale": "person:rafael.munk", "person:rafael.munk": "person:sunniva.dale", "person:petra.lisle": "person:rafael.munk",
                  "person:ines.calder": "person:rafael.munk", "person:theo.marsh": "person:ines.calder", "person:hanne.birk": "person:oskar.lindt", "person:oskar.lindt": "person:hanne.birk"},
        clients={client: {"vendor": vendor, "name": name, "purpose": purpose, "scopes": scopes, "data": ["letters"]} for client, (vendor, name, scopes, purpose) in clients.items()},
        assets={store: TENANT for store in STORES} | {TRAIL: TENANT}, authority={}, build=digest("claims-cloud build 2026.11"))
    data(w)
    platform_governance.duties(w)
    platform_governance.policies(w)
    platform_governance.measures(w)
    platform_governance.minutes(w)
    platform_operations.stores(w)
    platform_operations.people(w)
    platform_operations.service(w)
    logs(w)
    detection(w)
    scans(w, images)
    reviews(w, rights)
    exercises(w)
    nothing(w)
    contracts(w)
    platform_governance.statements(w)


def data(w):
    records = [{
        "name": name, "category": each["category"], "sensitivity": "confidential", "businessUnit": "claims", "owner": each.get("owner", w.owner),
        "purpose": each["purpose"], "stores": each["stores"], "tenantKey": "tenant", "tenants": [TENANT], "access": each["access"],
        "retention": each["retention"], "retentionInSession": True, "redaction": "full", "deletionMethod": "keys of the day are destroyed",
        "deletionProof": digest("deletion claims-cloud " + name), "trainingUse": "never", **w.place(TENANT), "basis": "configured",
        "deletedAt": t("2026-11-16 02:00"), "oldestObjectAt": t(each["oldest"]), "reviewedAt": t("2026-10-15 10:00")} for name, each in DATA.items()]
    flows = [{"record": "DataFlow", "id": f"df-c-{number}", "dataClass": kind, "from": start, "to": end, "recipient": recipient, "vendor": vendor,
              "purpose": purpose, "forTraining": "no", "retention": "30 days", "fromTenant": TENANT, "toTenant": TENANT, "environment": PROD,
              "basis": "declared", "declaredAt": t("2026-06-20 15:00"), "lastSeenAt": t("2026-11-17 17:00")} for number, (kind, start, end, recipient, vendor, purpose) in enumerate([
                  ("letters", PRINT, PRINT, "stillwater-print", "stillwater-print", "prints and posts letters"),
                  ("audit-events", TRAIL, TRAIL, "log-archive", None, "evidence")], 1)]
    w.file("governance", "data-handling", records + flows, minute=50, system="records-of-processing", command="ropactl export")


def logs(w):
    sources = {}
    for item in w.log:
        sources[item["logSource"]] = sources.get(item["logSource"], 0) + 1
    w.file("logs", "log-pipeline-status", [{
        "id": "pipe-" + source, "logSource": source, "kind": kind, "enabled": True, "selectors": ["all"], "fields": ["actor", "resource", "occurredAt"],
        "expectedInterval": "30 minutes", "longestGap": "25 minutes", "lag": "5 minutes", "eventCount": count, "dataClasses": ["audit-events"],
        "recipient": "log-archive", "tenantKey": "tenant", "queryable": True, "redacted": True, "retention": "400 days", "immutable": "yes",
        "integrity": "signed", **w.place(TENANT), "firstEventAt": t("2025-02-03 09:00"), "lastEventAt": t(NIGHT + " 05:52"),
        "longestGapStartedAt": t("2026-11-09 02:10"), "checkedAt": t(NIGHT + " 06:00")}
        for source, kind, count in [("cloudtrail", "audit", sources["cloudtrail"]), ("cloudtrail-data", "dataAccess", 28), ("admin-changes", "admin", 1),
                                    ("larkspur-sso", "signIn", 40)]] + [{
        "id": "pipe-greyfinch", "logSource": "greyfinch-console", "kind": "audit", "enabled": True, "selectors": ["all"], "fields": ["actor", "resource", "occurredAt"],
        "expectedInterval": "30 minutes", "longestGap": "20 minutes", "lag": "5 minutes", "eventCount": 28, "dataClasses": ["audit-events"],
        "recipient": "log-archive", "tenantKey": "tenant", "queryable": True, "redacted": True, "retention": "400 days", "immutable": "yes",
        "integrity": "signed", "tenant": TENANT, "environment": "greyfinch-prod", "firstEventAt": t("2025-09-01 09:00"), "lastEventAt": t(NIGHT + " 05:52"),
        "longestGapStartedAt": t("2026-11-09 02:10"), "checkedAt": t(NIGHT + " 06:00")}],
        minute=39, system="log-archive", command="aws cloudtrail get-trail-status; logctl sources status")
    w.file("logs", "admin-changes", [{
        "id": "ADM-C-1", "actor": "person:oskar.lindt", "actorKind": "person", "onBehalfOf": "person:hanne.birk", "request": "req-change-1", "ticket": "CLD-431",
        "task": "change-1", "action": "sessions.limit", "targetKind": "client", "target": "oauth:greyfinch-console", "resourceTenant": TENANT, **w.place(TENANT),
        "beforeDigest": digest("before claims-cloud 1"), "afterDigest": digest("after claims-cloud 1"), "changedFields": ["sessionLifetime"],
        "privilegeRaised": False, "approver": "person:sunniva.dale", "change": "CHG-C-031", "result": "ok", "occurredAt": t("2026-10-07 14:30")}],
        "jsonl", minute=37, system="identity-governance", command="idctl admin export", period=("2026-10-01", NIGHT))
    # Planted: listed, with the digest of what the collector says it wrote, but not delivered.
    (w.S.folder / "logs/admin-changes.jsonl").unlink()


def detection(w):
    rules = [("root-or-emergency-use", ["NHI10:2025", "emergency"]), ("use-from-elsewhere", ["NHI8:2025", "credential-theft"]), ("silent-log-source", ["log-gap"]),
             ("person-behind-a-machine", ["interactive-machine-identity"]), ("work-at-night", ["unusual-hour"]),
             ("rights-not-used-before", ["unusual-scope", "unusual-tool"])]
    w.file("operations", "monitor-alerts", [{
        "id": "rule-" + name, "name": name.replace("-", " "), "detects": detects, "sources": ["pipe-cloudtrail"], "enabled": True,
        "severity": "high", "owner": w.security, "environment": PROD, "changedAt": t("2026-08-03 10:00"), "testedAt": t("2026-10-29 14:00"),
        "lastFiredAt": t("2026-10-29 14:00")} for name, detects in rules] + [{
        "record": "FailureMode", "id": "fm-" + name, "name": name.replace("-", " "), "target": "claims-cloud", "rules": ["rule-" + name],
        "pipeline": "pipe-cloudtrail", "testResult": "detected", "testedAt": t("2026-10-29 14:00")} for name, _ in rules],
        minute=19, system="detection-desk", command="siemctl rules export")


def scans(w, images):
    parts = [(name, "2026.11", digest("image " + name)) for name in images]
    w.file("supply", "sbom", [{
        "id": f"{name}@{version}", "bill": "bill-claims-cloud", "kind": "container", "name": name, "version": version, "digest": fixed, "pinned": True,
        "supplier": "Larkspur Mutual", "authenticated": True, "subjectDigest": w.build, "billCompleteness": "complete", "billSigned": "yes", "generatedAt": t("2026-11-13 13:50")}
        for name, version, fixed in parts], minute=23, system="github:larkspur-mutual", command="syft scan")
    w.file("supply", "build-provenance", [{
        "artifactDigest": fixed, "artifactName": name, "artifactKind": "image", "predicateType": "https://slsa.dev/provenance/v1",
        "builder": "https://github.com/actions/runner/github-hosted", "buildLevel": 3, "sourceRepository": "github.com/larkspur-mutual/claims-cloud",
        "sourceRevision": digest("revision " + name)[:40], "run": "claims-release-4", "signer": "github:larkspur-mutual/claims-cloud:claims-prod",
        "signerIssuer": "https://token.actions.githubusercontent.com", "verified": "yes", "transparencyLog": "rekor.larkspur.example",
        "builtAt": t("2026-11-13 13:46"), "signedAt": t("2026-11-13 13:48")} for name, _, fixed in parts], minute=23,
        system="github:larkspur-mutual", command="cosign verify-attestation")
    w.file("scans", "vuln-scan-report", [{
        "record": "ScanRun", "id": f"vuln-c-{number:02d}", "tool": "trivy", "toolVersion": "0.57.1", "target": target, "targetKind": kind, "scope": [target],
        "succeeded": True, "findingCount": 0, "startedAt": t(f"{NIGHT} 04:2{number}"), "endedAt": t(f"{NIGHT} 04:2{number}:40")}
        for number, (kind, target) in enumerate([("component", "bill-claims-cloud")] + [("image", reference) for reference in images.values()]
            + [("host", name) for name in ["claims-cloud", "arn:aws:ecs:eu-west-2:111122223333:service/claims-prod/claims-batch"]], 1)],
        minute=34, system="scan-farm", command="trivy image, trivy sbom --format json")


def reviews(w, rights):
    records = [("entitlement", right, holder) for right, holder in rights] + [("identity", person, person) for person in w.people]
    w.file("registers", "access-review-record", [{
        "id": f"rev-c-{number:03d}", "campaign": "2026-Q4", "targetKind": kind, "target": target, "identity": holder,
        "entitlement": target if kind == "entitlement" else None, "reviewer": "person:sunniva.dale", "decision": "keep", "reason": "used in the quarter",
        **w.place(TENANT), "dueAt": t("2026-10-31"), "decidedAt": t("2026-10-20 09:00"), "executedAt": t("2026-10-20 09:00")}
        for number, (kind, target, holder) in enumerate(records, 1)] + [{
        "id": f"rev-c-q3-{number:03d}", "campaign": "2026-Q3", "targetKind": kind, "target": target, "identity": holder,
        "entitlement": target if kind == "entitlement" else None, "reviewer": "person:sunniva.dale", "decision": "keep", "reason": "used in the quarter",
        **w.place(TENANT), "dueAt": t("2026-08-31"), "decidedAt": t("2026-08-20 09:00"), "executedAt": t("2026-08-20 09:00")}
        for number, (kind, target, holder) in enumerate(records, 1)], "csv", minute=16, system="identity-governance", command="idctl reviews export")


def exercises(w):
    common = {"run": "iso-run-2026-11-03", "verb": "retrieve", "object": "data", "direction": "outbound", "path": "data-api", "administrator": False,
              "expected": "refused", "observed": "refused", "runBy": "buyer", "buyerCanRepeat": "yes", "procedure": "drills/boundaries.md", "build": w.build}
    records = [{"id": f"iso-c-env-{number}", "boundary": "environment", **common, "verb": verb, "fromEnvironment": "claims-staging", "toEnvironment": PROD,
                "testedAt": t(f"2026-11-03 15:0{number}")} for number, verb in enumerate(["query", "retrieve", "influence"], 1)]
    records += [{"id": f"iso-c-class-{number}", "boundary": "dataClass", **common, "fromEnvironment": PROD, "toEnvironment": PROD, "dataClass": name,
                 "testedAt": t(f"2026-11-03 15:1{number}")} for number, name in enumerate(DATA, 1)]
    records += [record | {"fromEnvironment": PROD, "toEnvironment": PROD} for record in isolation(
        "iso-c", "iso-run-2026-11-03", TENANT, "larkspur-underwriting", "2026-11-03 13:00", administrator=False, runBy="buyer", buyerCanRepeat="yes",
        procedure="drills/boundaries.md", build=w.build)]
    w.S.canonical("drills", "tenant-isolation-tests", records, collected="2026-11-17 15:00", system="isolation-suite", command="make isolation", proof="exercise")


def contracts(w):
    w.file("contract", "contract-terms", [{
        "id": f"term-{vendor}-{topic}", "vendor": vendor, "contract": "CTR-" + vendor, "topic": topic, "clause": clause, "valueKind": kind, "value": value,
        "documentDigest": digest("contract " + vendor), "transcribedBy": "person:theo.marsh", "transcribedAt": t("2026-06-19 10:00"),
        "effectiveAt": t("2026-06-20"), "expiresAt": t("2029-06-19")} for vendor in w.vendors for topic, clause, kind, value, _ in TERMS],
        minute=40, system="vendor-management", command="vmctl contracts export --transcribed")


def nothing(w):
    """What there is none of, said and complete: agents decide nothing here."""
    for place, kind in [("agents", "agent-trace"), ("agents", "sandbox-config"), ("agents", "ai-system-register"),
                        ("registers", "incident-record"), ("agents", "memory-store-config"), ("agents", "model-card"), ("agents", "eval-report"),
                        ("logs", "support-sessions")]:
        w.file(place, kind, [], minute=36, system="claims-cloud", command="none")
    w.file("registers", "disclosure-intake", [
        {"id": "VDP-C-1", "channel": "security.txt", "target": "claims-cloud", "severity": "low", "triage": "invalid",
         "validator": "person:sunniva.dale", "receivedAt": t("2026-10-02 08:00"), "acknowledgedAt": t("2026-10-02 12:00"),
         "triagedAt": t("2026-10-05 10:00"), "closedAt": t("2026-10-05 11:00")}], minute=47, system="disclosure-desk", command="intake export")
    # The rules of the organisation over its accounts, as code.
    common = {"name": "account-guardrails", "engine": "aws-organizations", "defaultEffect": "deny", "actions": ["iam:CreateRole", "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"],
              "inputsUsed": ["principal", "resource", "environment", "task", "dataSensitivity", "destination"], "author": "person:oskar.lindt",
              "reviewer": "person:hanne.birk", "signedBy": "person:sunniva.dale", "productBuild": w.build, "owner": w.owner, "environment": PROD}
    first, second = digest("account-guardrails 12"), digest("account-guardrails 13")
    w.file("agents", "policy-bundle", [
        {"digest": first, "revision": "12", **common, "ruleCount": 18, "testCount": 40, "passedTestCount": 40, "coverage": 0.95, "reason": "rules of the year",
         "builtAt": t("2026-06-30 14:00"), "liveAt": t("2026-07-01 08:00"), "retiredAt": t("2026-10-07 14:30")},
        {"digest": second, "revision": "13", "previousDigest": first, **common, "ruleCount": 19, "testCount": 43, "passedTestCount": 43, "coverage": 0.95,
         "reason": "sessions of suppliers end after 30 minutes", "change": "CHG-C-031", "builtAt": t("2026-10-07 13:00"), "liveAt": t("2026-10-07 14:30"),
         "retiredAt": "never"}], minute=13, system="aws-organizations", command="aws organizations describe-policy; opa test")
    role = "arn:aws:iam::111122223333:role/claims-deploy-prod"
    w.file("agents", "policy-decision-log", [{
        "id": f"dec-c-{number}", "engine": "aws-organizations", "enforcementPoint": "aws-sts", "bundle": bundle, "bundleRevision": revision,
        "principal": "github:larkspur-mutual/claims-cloud:claims-prod", "session": f"release-{number}", "task": f"release-{number}",
        "request": f"req-release-{number}", "action": "sts:AssumeRoleWithWebIdentity", "resource": role, "resourceTenant": TENANT, "destination": PROD,
        "dataSensitivity": "internal", "signals": ["branch", "environment"], "inputs": ["principal", "resource", "environment", "task", "dataSensitivity", "destination"],
        "inputsDigest": digest(f"inputs release {number}"), **w.place(TENANT), "effect": "allow", "reasons": ["release-of-main"], "latency": "4 milliseconds",
        "decidedAt": t(when)} for number, (bundle, revision, when) in enumerate([
            (first, "12", "2026-09-30 14:03"), (second, "13", "2026-10-23 14:03"), (second, "13", "2026-11-06 14:03")], 1)],
        "jsonl", minute=31, system="aws-sts", command="cloudtrail-to-canonical --decisions", period=("2026-09-01", NIGHT))
    w.file("operations", "network-flow-map", [{
        "id": f"flow-c-{number}-{effect}", "from": start, "to": end, "port": 443, "protocolName": "https", "protection": "tls", "dataClass": name,
        "vendor": vendor, **w.place(TENANT), "toEnvironment": PROD, "basis": basis, "effect": effect, "approval": f"APR-C-flow-{number}",
        "lastSeenAt": t("2026-11-17 17:00") if effect == "seen" else "notRecorded", "expiresAt": t("2027-06-30")}
        for number, (start, end, name, vendor) in enumerate([
            ("arn:aws:iam::111122223333:role/claims-api", TABLE, "claim-files", None), (PRINT, "stillwater-print", "letters", "stillwater-print")], 1)
        for basis, effect in [("configured", "allowed"), ("observed", "seen")]], "csv", minute=46, system="aws-vpc", command="aws ec2 describe-flow-logs")
    w.file("governance", "risk-register", [{
        "id": "RISK-C-1", "title": "A supplier's connector is broken into", "kind": "risk", "applicable": "yes", "method": "likelihood-times-impact", "likelihood": 2,
        "impact": 4, "score": 8, "appetite": 9, "owner": "person:hanne.birk", "response": "mitigate", "controls": ["REV-1"], "reason": "cut off within minutes, exercised",
        "signedBy": "person:sunniva.dale", "state": "treated", "identifiedAt": t("2026-06-18 09:00"), "dueAt": t("2026-12-31"), "decidedAt": t("2026-09-10 10:00"),
        "reviewedAt": t("2026-10-15 10:00"), "reviewDueAt": t("2027-04-15")}, {
        "record": "AssuranceFinding", "id": "fnd-c-01", "assessment": "review-2026-10", "control": "NHI5-2", "requirement": "NHI5:2025", "target": "ent-c-04",
        "entitlement": "ent-c-04", "identity": "oauth:greyfinch-console", "risk": "RISK-C-1", "owner": "person:hanne.birk", "reviewDecision": "rev-c-004",
        "state": "closed", "foundAt": t("2026-10-02 10:00"), "closedAt": t("2026-10-20 10:00")}], minute=53, system="risk-desk", command="riskctl export")
