"""Makes evidence/brightmere-chat: the replay of a public incident pattern under fictional names. An AI service keeps its
chat logs in an analytics database that anybody on the internet may read without signing in; the logs hold what people
wrote, keys of interfaces, and how the service is built inside."""
from kit import Subject, after, at, digest, t, z

S = Subject("brightmere-chat", "Brightmere Chat", "agent-system", "production", "team-brightmere", "critical", ["brightmere-public"])
PROD, TENANT, NOW, STORE = "brightmere-prod", "brightmere-public", "2026-11-18", "chat-analytics"
DOMAIN = "brightmere.example"
MINE = {"tenant": TENANT, "environment": PROD}
PEOPLE = {"person:ada.quill": ("platform-lead", "team-brightmere"), "person:joris.pell": ("platform-engineer", "team-brightmere"),
          "person:mina.farrow": ("security-approver", "team-brightmere")}
IDENTITIES = {  # id: (kind, purpose, workload)
    "bm:chat-assistant": ("agent", "Answers people", "chat-assistant"), "bm:chat-api": ("serviceAccount", "Serves the chat interface", "chat-api"),
    "bm:log-shipper": ("serviceAccount", "Writes chat logs to the analytics database", "log-shipper"),
    "bm:analytics-default": ("user", "The database's built-in user, without a password", "chat-analytics")}
ASSETS = {STORE: "dataStore", "chat-db": "dataStore", "model-gateway": "service", "billing-api": "service"}
# What the logs hold of keys: (credential, identity, kind, made, found at line).
KEYS = [("key-model-gateway", "bm:chat-api", "apiKey", "2025-03-10 09:00", 18204), ("key-billing", "bm:chat-api", "apiKey", "2025-05-02 09:00", 18411),
        ("key-log-writer", "bm:log-shipper", "password", "2025-02-03 09:00", 20377)]


def file(place, kind, records, form="yaml", minute=0, system="brightmere-ops", command=None, **more):
    S.canonical(place, kind, records, form, collected=f"{NOW} 07:{minute:02d}", system=system, command=command, **more)


file("registers", "nhi-inventory", [{
    "id": identity, "kind": kind, "provider": "brightmere", "account": "brightmere", "displayName": name, "owner": "team-brightmere", "purpose": purpose,
    "workloads": [name], "agents": [name] if kind == "agent" else None, "controller": "customer", "local": kind == "user",
    "privileged": identity == "bm:chat-api", **MINE, "status": "enabled", "createdAt": t("2025-02-01 09:00"), "lastUsedAt": t("2026-11-17 22:00"),
    "endsAt": "never"} for identity, (kind, purpose, name) in IDENTITIES.items()] + [{
    "id": person, "kind": "person", "provider": "brightmere-directory", "account": "brightmere", "displayName": person[7:], "owner": team, "purpose": role,
    "controller": "customer", "local": False, "privileged": True, **MINE, "status": "enabled", "createdAt": t("2025-01-15"),
    "lastUsedAt": t("2026-11-17 09:00"), "endsAt": "never"} for person, (role, team) in PEOPLE.items()], minute=0, command="opsctl identities export")
file("registers", "iam-credential-report", [{
    "id": credential, "identity": identity, "kind": kind, "status": "active", "lifetimeClass": "static", "holders": [identity], "managedBy": "customer",
    "boundTo": "unbound", "owner": "team-brightmere", **MINE, "basis": "configured", "createdAt": t(made), "rotatedAt": "never", "expiresAt": "never",
    "lastUsedAt": t("2026-11-17 22:00"), "revokedAt": "never"} for credential, identity, kind, made, _ in KEYS], "csv", minute=1,
    command="opsctl keys export")
file("registers", "role-register", [{
    "person": person, "role": role, "scope": "brightmere-chat", "kind": "person", "identity": person, "team": team, "contact": person[7:] + "@" + DOMAIN,
    "party": "customer", "status": "active", "startsAt": t("2025-01-15"), "endsAt": "never"} for person, (role, team) in PEOPLE.items()] + [{
    "person": "team-brightmere", "role": "platform-owner", "scope": "brightmere-chat", "kind": "team", "contact": "ops@" + DOMAIN, "party": "customer",
    "status": "active", "startsAt": t("2025-01-15"), "endsAt": "never"}], "csv", minute=2, command="opsctl roles export")
file("registers", "environment-register", [{
    "id": PROD, "kind": "production", "tenants": [TENANT], "accounts": ["brightmere"], "networks": ["10.30.0.0/16"], "owner": "team-brightmere",
    "productionData": "yes", "isolated": "unknown", "createdAt": t("2025-01-15"), "validatedAt": "never", "endsAt": "never"}], minute=3,
    command="opsctl environments export")
file("registers", "asset-inventory", [{
    "id": asset, "kind": kind, "name": asset, "owner": "team-brightmere", **MINE, "sensitivity": "restricted", "criticality": "critical",
    "dataClasses": ["chat-logs"] if asset == STORE else None, "state": "active", "createdAt": t("2025-02-01"), "lastSeenAt": t(NOW + " 05:00"),
    "retiredAt": "never"} for asset, kind in ASSETS.items()], minute=3, command="opsctl assets export")
file("registers", "lifecycle-events", [{
    "id": f"lce-b-{number:02d}", "targetKind": "application", "target": name, "event": "onboard", "state": "done", "automated": False,
    "performedBy": "person:joris.pell", "environment": PROD, "recordedAt": t("2025-02-01 10:00"), "effectiveAt": t("2025-02-01 09:00")}
    for number, (_, _, name) in enumerate(IDENTITIES.values(), 1)], "csv", minute=4, command="opsctl events export")
file("registers", "exception-register", [], minute=4, command="opsctl exceptions export")
file("registers", "approval-register", [{
    "id": "APR-B-live", "kind": "goLive", "targetKind": "product", "target": "brightmere-chat", "tier": "production", "decision": "approved",
    "approvedTenants": [TENANT], "approvedEnvironments": [PROD], "requester": "person:joris.pell", "approver": "person:ada.quill",
    "accountable": "team-brightmere", "automated": False, "reason": "launch", "requestedAt": t("2026-01-10"), "decidedAt": t("2026-01-12 09:00"),
    "connectedAt": t("2026-01-12"), "liveAt": t("2026-01-12"), "reviewDueAt": t("2027-01-12"), "expiresAt": t("2027-01-12"), "withdrawnAt": "never"}],
    minute=5, command="opsctl approvals export")
file("identity", "iam-policy-export", [{
    "id": f"ent-b-{number}", "holder": holder, "effect": "allow", "actions": actions, "resources": resources, "via": "inline", "policy": "service-rights",
    "resolved": True, "administrative": admin, "sensitivity": "restricted", "resourceTenant": TENANT, **MINE, "basis": "configured",
    "expiresAt": "never"} for number, (holder, actions, resources, admin) in enumerate([
        # The key of the chat interface opens the whole back end.
        ("bm:chat-api", ["*"], ["*"], True), ("bm:log-shipper", ["logs.write"], [STORE], False),
        ("bm:analytics-default", ["sql.*"], [STORE], True), ("bm:chat-assistant", ["chat.read"], ["chat-db"], False)], 1)], minute=6,
    command="opsctl rights export")
file("identity", "auth-config", [{
    "client": client, "issuer": "brightmere", "methods": [method], "grantTypes": ["static"], "algorithms": [], "boundTo": "unbound",
    "passThroughAllowed": True, "interactiveAllowed": True, **MINE, "basis": "configured", "changedAt": t("2025-02-03 09:00")} for client, method in [
        # The database asks nobody who they are.
        ("bm:analytics-default", "none"), ("bm:chat-api", "api-key"), ("bm:log-shipper", "password"), ("bm:chat-assistant", "api-key")]],
    minute=7, command="opsctl clients export")
file("identity", "authenticator-assurance", [{
    "id": "auth-b-" + name, "identity": identity, "credential": credential, "kind": kind, "assuranceLevel": 0 if kind == "anonymous" else 1,
    "phishingResistant": False, "keyProtection": "unprotected", "attested": False, "local": True, **MINE, "expiresAt": "never",
    "verifiedAt": "never"} for name, identity, credential, kind in [
        ("analytics", "bm:analytics-default", None, "anonymous"), ("chat-api", "bm:chat-api", "key-model-gateway", "sharedSecret"),
        ("log-shipper", "bm:log-shipper", "key-log-writer", "password")]], "csv", minute=7, command="opsctl authenticators export")
file("identity", "rotation-record", [], minute=8, command="opsctl rotations export", period=("2025-11-18", NOW))
file("identity", "secret-store-metadata", [{
    "id": "log:" + credential, "store": STORE, "credential": credential, "identity": identity, "readers": [], "owner": "team-brightmere", **MINE,
    "plaintext": True, "rotationEnabled": False, "versionCount": 1, "basis": "observed", "createdAt": t(made), "changedAt": t(made), "rotatedAt": "never",
    "nextRotationAt": "notRecorded", "expiresAt": "never", "lastReadAt": t("2026-11-14 02:11"), "deletedAt": "never"}
    for credential, identity, _, made, _ in KEYS], minute=8, command="opsctl secrets export")
# The scan that an outsider's report set off: five days later every key still works.
file("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": "scan-b-01", "tool": "trufflehog", "toolVersion": "3.82.0", "target": STORE, "targetKind": "log", "scope": [STORE],
    "succeeded": True, "findingCount": len(KEYS), "startedAt": t("2026-11-14 09:40"), "endedAt": t("2026-11-14 10:05")}] + [{
    "fingerprint": digest("brightmere " + credential)[:40], "run": "scan-b-01", "tool": "trufflehog", "rule": "generic-api-key", "target": STORE,
    "file": "log_stream", "line": line, "credential": credential, "secret": "log:" + credential, "liveness": "live", "disposition": "open",
    "incident": "INC-B-01", "committedAt": t("2026-10-21 06:00"), "foundAt": t("2026-11-14 10:05"), "closedAt": "notRecorded"}
    for credential, _, _, _, line in KEYS], minute=9, command="trufflehog filesystem --json")
file("operations", "encryption-config", [{
    "id": "store-" + asset, "asset": asset, "kind": "database", "atRest": rest, "inTransit": transit, "publicAccess": public, "accessLogged": logged,
    "dataClasses": [kind], "owner": "team-brightmere", **MINE, "basis": "configured", "keyRotatedAt": "never"}
    for asset, rest, transit, public, logged, kind in [
        (STORE, "unencrypted", "unencrypted", "yes", "no", "chat-logs"), ("chat-db", "providerKey", "required", "no", "yes", "chat-content")]],
    minute=10, command="opsctl stores export")
file("operations", "backup-report", [{
    "id": "bak-chat-db", "resource": "chat-db", "immutable": False, "encrypted": True, "retention": "7 days", "interval": "1 day",
    "restoreResult": "notTested", **MINE, "lastSuccessAt": t(NOW + " 02:00"), "lastRestoreTestAt": "never"}], minute=10, command="opsctl backups export")
file("operations", "network-flow-map", [
    {"id": "flow-b-1", "from": "0.0.0.0/0", "to": STORE, "port": 9000, "protocolName": "sql", "protection": "clear", "dataClass": "chat-logs", **MINE,
     "toEnvironment": PROD, "basis": "observed", "effect": "seen", "byteCount": 48318382, "firstSeenAt": t("2026-10-21 05:12"),
     "lastSeenAt": t("2026-11-14 02:11"), "expiresAt": "never"},
    {"id": "flow-b-2", "from": "bm:log-shipper", "to": STORE, "port": 9000, "protocolName": "sql", "protection": "clear", "dataClass": "chat-logs", **MINE,
     "toEnvironment": PROD, "basis": "observed", "effect": "seen", "byteCount": 918318382, "firstSeenAt": t("2025-02-03 09:00"),
     "lastSeenAt": t("2026-11-17 22:00"), "expiresAt": "never"}], "csv", minute=11, command="flowctl export")
file("governance", "data-handling", [
    {"name": "chat-logs", "category": "log", "sensitivity": "restricted", "owner": "team-brightmere", "purpose": "usage figures", "stores": [STORE],
     "access": ["anyone"], "redaction": "unredacted", "trainingUse": "notStated", **MINE, "basis": "configured", "deletedAt": "never",
     "oldestObjectAt": t("2025-02-03"), "reviewedAt": "never"},
    {"name": "chat-content", "category": "customerContent", "sensitivity": "restricted", "owner": "team-brightmere", "purpose": "chat", "stores": ["chat-db", STORE],
     "access": ["platform-engineer"], "redaction": "unredacted", "trainingUse": "allowed", **MINE, "basis": "configured", "deletedAt": "never",
     "oldestObjectAt": t("2025-02-03"), "reviewedAt": "never"},
    {"record": "DataFlow", "id": "df-b-1", "dataClass": "chat-content", "from": "chat-db", "to": STORE, "recipient": "team-brightmere", "purpose": "usage figures",
     "forTraining": "notStated", "fromTenant": TENANT, "toTenant": TENANT, "environment": PROD, "basis": "observed", "declaredAt": "never",
     "lastSeenAt": t("2026-11-17 22:00")}], minute=12, command="opsctl data export")
file("agents", "data-lineage", [{
    "id": "set-chat", "name": "What people wrote", "kind": "fineTuning", "origin": STORE, "personalData": True, "dataClass": "chat-content",
    "usedBy": ["brightmere-1"], "verified": "notTried", "owner": "team-brightmere", **MINE, "createdAt": t("2026-08-01"), "verifiedAt": "never",
    "expiresAt": "never"}], minute=12, command="opsctl datasets export")
file("logs", "log-pipeline-status", [{
    "id": "pipe-chat", "logSource": "chat-api", "kind": "telemetry", "agents": ["chat-assistant"], "enabled": True, "selectors": ["all"],
    "fields": ["message", "headers", "source", "host"], "expectedInterval": "5 minutes", "longestGap": "5 minutes", "eventCount": 1048576,
    "dataClasses": ["chat-logs"], "recipient": STORE, "writers": ["bm:log-shipper"], "queryable": True, "redacted": False, "immutable": "no",
    "integrity": "unproven", **MINE, "firstEventAt": t("2025-02-03 09:00"), "lastEventAt": t(NOW + " 05:58"), "longestGapStartedAt": "notRecorded",
    "checkedAt": t(NOW + " 06:00")}], minute=13, command="opsctl pipelines export")
log = [{
    "id": f"aud-b-{number:03d}", "kind": "data", "action": "sql.select", "verb": "read", "actor": "bm:analytics-default", "actorKind": "unknown",
    "resource": STORE, "resourceKind": "dataStore", "resourceTenant": TENANT, "dataClass": "chat-logs", "objectCount": 40000 + number, **MINE,
    "logSource": "edge-firewall", "sourceAddress": f"203.0.113.{10 + number % 3}", "client": "curl/8.9", "interactive": True, "result": "ok",
    "occurredAt": z(after(at("2026-11-13 23:50"), minutes=3 * number))} for number in range(1, 25)]
file("logs", "audit-log", log, "jsonl", minute=14, command="edgectl logs export", period=("2026-11-04", NOW))
file("logs", "data-access-log", [], minute=14, command="the database keeps none", period=("2026-11-04", NOW))
file("agents", "agent-manifest", [{
    "id": "chat-assistant", "name": "Chat assistant", "version": "5.1", "owner": "team-brightmere", "purpose": "Answers people", "layer": "L7",
    "runsAs": "bm:chat-assistant", "credentials": ["key-model-gateway"], "model": "brightmere-1", "instructionsDigest": digest("instructions brightmere"),
    "tools": ["search_chat"], "askTools": [], "scopes": ["chat.read"], "autonomyClass": "assistive", **MINE, "status": "enabled", "basis": "declared",
    "approvedAt": t("2026-01-12 09:00"), "changedAt": t("2026-01-11 09:00"), "retiredAt": "never"}], minute=15, command="opsctl agents export")
file("agents", "tool-registry", [{
    "id": "search_chat", "server": "chat-db-tools", "name": "search_chat", "version": "1.0", "pinned": False, "publisher": "Brightmere",
    "transport": "builtIn", "runsAs": "bm:chat-api", "credentials": ["key-model-gateway"], "plaintextSecrets": 1, "tokenForwarding": "passThrough",
    "scopes": ["chat.read"], "resources": ["chat-db"], "effects": ["read"], "destructive": "no", "highImpact": False, "runsCode": False,
    "consent": "automatic", "allowedAgents": ["chat-assistant"], "owner": "team-brightmere", **MINE, "status": "enabled", "basis": "declared",
    "approvedAt": t("2026-01-12 09:00"), "reviewedAt": "never", "changedAt": t("2026-01-11 09:00")}], minute=15, command="opsctl tools export")
file("agents", "agent-trace", [{
    "id": f"call-b-{number}", "traceID": digest("trace")[:32], "spanID": digest(f"span {number}")[:16], "run": f"run-b-{number}", "agent": "chat-assistant",
    "agentVersion": "5.1", "actor": "bm:chat-assistant", "actorKind": "agent", "credential": "key-model-gateway", "tool": "search_chat", "toolVersion": "1.0",
    "action": "search_chat", "resource": "chat-db", "resourceTenant": TENANT, "trigger": "request", "impact": "read", **MINE, "result": "ok",
    "startedAt": z(after(at("2026-11-16 09:00"), minutes=number))} for number in range(1, 5)], "jsonl", minute=16, command="opsctl traces export")
for kind in ["identity/federation-trust-config", "identity/token-issuance", "identity/delegations", "registers/oauth-grant-list",
             "registers/third-party-register", "scans/config-snapshot", "ci/ci-results", "registers/tool-inventory", "agents/policy-bundle", "agents/policy-decision-log", "agents/approval-log",
             "agents/limit-config", "registers/access-review-record", "drills/drill-record", "drills/tenant-isolation-tests", "scans/vuln-scan-report", "registers/change-record", "contract/contract-terms", "agents/sandbox-config"]:
    # Asked for, and there is none: nobody decides, approves, limits, reviews or exercises anything here.
    place, name = kind.split("/")
    file(place, name, [], minute=17, command=f"opsctl {name} export")
file("registers", "disclosure-intake", [{
    "id": "VDP-B-1", "channel": "mail", "target": STORE, "severity": "critical", "triage": "valid", "validator": "person:mina.farrow",
    "receivedAt": t("2026-11-14 08:30"), "acknowledgedAt": t("2026-11-14 09:10"), "triagedAt": t("2026-11-14 09:30"), "closedAt": "notRecorded"}],
    minute=17, command="mailbox export")
file("registers", "incident-record", [{
    "id": "INC-B-01", "title": "Analytics database open to the internet", "category": "exposed-data-store", "severity": "critical",
    "agents": ["chat-assistant"], "identities": ["bm:chat-api", "bm:log-shipper", "bm:analytics-default"], "tenantsAffected": [TENANT], "environment": PROD,
    "cause": "The database listens on a public address and has a user without a password", "scopeFromLogs": False, "commander": "person:ada.quill",
    "participants": ["person:mina.farrow"], "vendorContacted": False, "rotations": [], "changes": [], "notices": [], "lessons": [], "exercise": False,
    "startedAt": t("2026-10-21 05:12"), "detectedAt": t("2026-11-14 08:30"), "declaredAt": t("2026-11-14 09:30"), "containedAt": t("2026-11-14 11:40"),
    "eradicatedAt": "notRecorded", "recoveredAt": "notRecorded", "noticesSentAt": "never", "closedAt": "never"}], minute=18, command="incidents export")
S.manifest()
print(f"brightmere-chat: {len(KEYS)} keys in the open, {len(log)} reads by strangers")
