"""Makes evidence/quillmark-review: the replay of a public incident pattern under fictional names. An extension that
reviews code in every repository was broken into at its maker's; the tokens of the repositories that it was connected to
were taken with it. They never end, reach every repository, and were not replaced when the maker told."""
import json

from kit import Subject, after, at, digest, t, z

S = Subject("quillmark-review", "Quillmark Review at Pennant Works", "environment", "production", "team-build", "critical", ["pennant-works"])
ORG, ENV, TENANT, NOW = "pennant-works", "pennant-build", "pennant-works", "2026-11-18"
BUILD_BOT, APP, INSTALLED = "github-user:pennant-build-bot", "github-app:810001", "github-installation:91000001"
MINE = {"tenant": TENANT, "environment": ENV}
TOKEN = "github-token:74001"
PEOPLE = {"person:ravi.stole": ("build-lead", "team-build"), "person:kerstin.aal": ("build-engineer", "team-build"),
          "person:hollis.brand": ("security-approver", "team-guard")}
REPOSITORIES = [f"{ORG}/{name}" for name in ["storefront", "payments", "deploy-scripts"]]


def file(place, kind, records, form="yaml", minute=0, system="pennant-desk", command=None, **more):
    S.canonical(place, kind, records, form, collected=f"{NOW} 07:{minute:02d}", system=system, command=command, **more)


def native(path, kinds, form, value, minute, command, count, account=ORG):
    S.put(path, json.dumps(value, indent=1) + "\n")
    S.list(path, kinds, form, collected=f"{NOW} 06:{minute:02d}", system="github:" + ORG, command=command, account=account, recordCount=count)


# What GitHub itself exports.
native("github/app-installations.json", ["nhi-inventory", "oauth-grant-list"], "github-app-installations", {"total_count": 1, "installations": [{
    "id": 91000001, "app_id": 810001, "app_slug": "quillmark-review", "client_id": "Iv1.EXAMPLE000000081",
    "account": {"login": ORG, "id": 60000001, "type": "Organization"}, "target_id": 60000001, "target_type": "Organization",
    # To comment on a change, reading it and writing the comment would do.
    "repository_selection": "all", "permissions": {"metadata": "read", "contents": "write", "pull_requests": "write", "workflows": "write", "secrets": "write"},
    "events": ["pull_request"], "created_at": "2025-04-07T08:00:00Z", "updated_at": "2025-04-07T08:00:00Z", "suspended_at": None, "suspended_by": None}]},
    1, f"gh api /orgs/{ORG}/installations", 2)
native("github/fine-grained-tokens.json", ["iam-credential-report", "iam-policy-export"], "github-fine-grained-tokens", [{
    "id": 31001, "owner": {"login": "pennant-build-bot", "id": 60000002, "type": "User"}, "repository_selection": "all",
    "repositories_url": f"https://api.github.com/organizations/60000001/personal-access-tokens/31001/repositories",
    "permissions": {"organization": {"members": "read"}, "repository": {"metadata": "read", "contents": "write", "administration": "write", "secrets": "write"}},
    "access_granted_at": "2025-04-07T08:10:00Z", "token_id": 74001, "token_name": "quillmark review", "token_expired": False,
    "token_expires_at": None, "token_last_used_at": "2026-11-17T03:12:00Z"}], 2, f"gh api /orgs/{ORG}/personal-access-tokens", 2)

file("registers", "nhi-inventory", [{
    "id": BUILD_BOT, "kind": "user", "provider": "github", "account": ORG, "displayName": "pennant-build-bot", "owner": "team-build",
    "purpose": "Builds, releases and lets the review extension in", "workloads": ["storefront-ci", "payments-ci", "deploy-scripts-ci"],
    "controller": "customer", "local": True, "privileged": True, **MINE, "status": "enabled", "createdAt": t("2024-02-05 09:00"),
    "lastUsedAt": t("2026-11-17 03:12"), "endsAt": "never"}, {
    "id": APP, "kind": "app", "provider": "github", "account": ORG, "displayName": "quillmark-review", "owner": "team-build",
    "purpose": "Reviews code in each change", "workloads": ["quillmark-review"], "vendor": "quillmark", "controller": "vendor", "local": False,
    "privileged": True, **MINE, "status": "enabled", "createdAt": t("2025-04-07 08:00"), "lastUsedAt": t("2026-11-17 03:12"), "endsAt": "never"}] + [{
    "id": person, "kind": "person", "provider": "pennant-directory", "account": ORG, "displayName": person[7:], "owner": team, "purpose": role,
    "controller": "customer", "local": False, "privileged": True, **MINE, "status": "enabled", "createdAt": t("2024-02-05"), "lastUsedAt": t("2026-11-17 09:00"),
    "endsAt": "never"} for person, (role, team) in PEOPLE.items()], minute=0, command="idctl inventory export")
# The same token, as the variable store of the pipelines knows it.
file("registers", "iam-credential-report", [{
    "id": TOKEN, "identity": BUILD_BOT, "kind": "personalAccessToken", "status": "active", "lifetimeClass": "static",
    "holders": [BUILD_BOT, APP], "managedBy": "customer", "boundTo": "unbound", "owner": "team-build", **MINE, "basis": "configured",
    "createdAt": t("2025-04-07 08:10"), "rotatedAt": "never", "expiresAt": "never", "lastUsedAt": t("2026-11-17 03:12"), "revokedAt": "never"},
    {"id": "ci-variable-cloud", "identity": BUILD_BOT, "kind": "accessKey", "status": "active", "lifetimeClass": "static", "holders": [BUILD_BOT],
     "managedBy": "customer", "boundTo": "unbound", "owner": "team-build", **MINE, "basis": "configured", "createdAt": t("2024-03-11 09:00"),
     "rotatedAt": "never", "expiresAt": "never", "lastUsedAt": t("2026-11-17 18:40"), "revokedAt": "never"}], "csv", minute=1,
    command="gh variable list; gh secret list")
file("registers", "role-register", [{
    "person": person, "role": role, "scope": "pennant-build", "kind": "person", "identity": person, "team": team, "contact": person[7:] + "@pennant.example",
    "party": "customer", "status": "active", "startsAt": t("2024-02-05"), "endsAt": "never"} for person, (role, team) in PEOPLE.items()] + [{
    "person": team, "role": role, "scope": "pennant-build", "kind": "team", "contact": team + "@pennant.example", "party": "customer", "status": "active",
    "startsAt": t("2024-02-05"), "endsAt": "never"} for team, role in [("team-build", "environment-owner"), ("team-guard", "control-owner")]], "csv",
    minute=2, command="dirctl roles export")
file("registers", "environment-register", [{
    "id": ENV, "kind": "production", "tenants": [TENANT], "accounts": [ORG], "networks": ["10.90.0.0/16"], "owner": "team-build", "productionData": "yes",
    "isolated": "yes", "validatedBy": "person:hollis.brand", "createdAt": t("2024-02-05"), "validatedAt": t("2026-05-11 10:00"), "endsAt": "never"}],
    minute=3, command="lzctl environments export")
file("registers", "asset-inventory", [{
    "id": repository, "kind": "repository", "name": repository, "account": ORG, "owner": "team-build", **MINE, "sensitivity": "restricted",
    "criticality": "critical", "state": "active", "createdAt": t("2024-02-05"), "lastSeenAt": t(NOW + " 05:00"), "retiredAt": "never"}
    for repository in REPOSITORIES] + [{
    "id": f"{ORG}/*", "kind": "organization", "name": ORG, "account": ORG, "owner": "team-build", **MINE, "sensitivity": "restricted", "criticality": "critical",
    "state": "active", "createdAt": t("2024-02-05"), "lastSeenAt": t(NOW + " 05:00"), "retiredAt": "never"}], minute=3, command="gh repo list")
# The maker is known, was reviewed once, and its approval ran out in the spring.
file("registers", "third-party-register", [{
    "id": "quillmark", "name": "Quillmark", "service": "Reviews code in each change", "businessUnit": "engineering", "owner": "team-build",
    "accessOwner": "person:ravi.stole", "policyOwner": "team-guard", "declaredTier": "low", "criticality": "low", "access": ["pull_requests:write", "contents:read"],
    "approvedScopes": ["metadata:read", "contents:read", "pull_requests:write"], "sharedTenancy": True, "identityController": "vendor",
    "contract": "CTR-quillmark", "state": "active", "approval": "APR-Q-1", "connectedAt": t("2025-04-07 08:00"), "reviewedAt": t("2025-03-20 10:00"),
    "reviewDueAt": t("2026-03-20"), "endedAt": "never"}], minute=4, command="vmctl export")
# The editor's extension got a consent of its own: it may write, and read the secrets of builds.
file("registers", "oauth-grant-list", [{
    "id": "grant-quillmark-editor", "client": APP, "clientName": "Quillmark for editors", "publisher": "Quillmark", "publisherVerified": True,
    "vendor": "quillmark", "kind": "delegated", "resource": ORG, "scopes": ["contents:read", "contents:write", "secrets:write", "workflows:write"],
    "tenantWide": True, "onBehalfOf": BUILD_BOT, "consentedBy": "person:kerstin.aal", "owner": "team-build", "purpose": "The same in the editor",
    "approval": "APR-Q-1", **MINE, "status": "active", "revocationPath": "github settings, applications, revoke", "basis": "observed",
    "grantedAt": t("2025-09-15 08:00"), "expiresAt": "never", "lastUsedAt": t("2026-11-17 03:12"), "revokedAt": "never"}], minute=5,
    command="idctl grants export")
file("identity", "authenticator-assurance", [{
    "id": "auth-q-bot", "identity": BUILD_BOT, "credential": TOKEN, "kind": "sharedSecret", "assuranceLevel": 1, "phishingResistant": False,
    "keyProtection": "unprotected", "attested": False, "local": True, **MINE, "boundAt": t("2025-04-07 08:10"), "expiresAt": "never", "verifiedAt": "never"}],
    "csv", minute=10, command="dirctl authenticators export")
file("registers", "tool-inventory", [{
    "id": "use-quillmark", "name": "Quillmark Review", "kind": "plugin", "vendor": "quillmark", "contract": "CTR-quillmark", "connectedBy": "person:kerstin.aal",
    "owner": "team-build", "team": "team-build", "purpose": "Reviews code in each change", "businessUnit": "engineering", "identities": [APP],
    "grants": [INSTALLED], "credentials": [TOKEN], "discovery": "grantList", **MINE, "approval": "APR-Q-1", "basis": "observed",
    "connectedAt": t("2025-04-02 08:00"), "lastUsedAt": t("2026-11-17 03:12"), "disconnectedAt": "never"}, {
    "id": "use-quillmark-editor", "name": "Quillmark for editors", "kind": "browserExtension", "vendor": "quillmark", "connectedBy": "person:kerstin.aal",
    "owner": "team-build", "team": "team-build", "purpose": "The same in the editor; nobody asked", "identities": [BUILD_BOT], "credentials": [TOKEN],
    "discovery": "endpoint", **MINE, "basis": "observed", "connectedAt": t("2025-09-15 08:00"), "lastUsedAt": t("2026-11-17 03:12"), "disconnectedAt": "never"}],
    minute=5, command="softwarectl discover")
file("registers", "approval-register", [{
    "id": "APR-Q-1", "kind": "security", "targetKind": "vendor", "target": "quillmark", "vendor": "quillmark", "tier": "pilot", "decision": "approved",
    "approvedScopes": ["metadata:read", "contents:read", "pull_requests:write"], "approvedTenants": [TENANT], "approvedEnvironments": [ENV],
    "requester": "person:kerstin.aal", "approver": "person:hollis.brand", "accountable": "team-build", "automated": False, "reason": "trial in one repository",
    "requestedAt": t("2025-03-18"), "decidedAt": t("2025-04-04 10:00"), "connectedAt": t("2025-04-02"), "liveAt": t("2025-04-07"),
    "reviewDueAt": t("2026-03-20"), "expiresAt": t("2026-04-04"), "withdrawnAt": "never"}, {
    "id": "APR-Q-build", "kind": "goLive", "targetKind": "product", "target": "quillmark-review", "tier": "production", "decision": "approved",
    "approvedTenants": [TENANT], "approvedEnvironments": [ENV], "requester": "person:ravi.stole", "approver": "person:hollis.brand",
    "accountable": "team-build", "automated": False, "reason": "the builds as they are", "requestedAt": t("2026-05-04"), "decidedAt": t("2026-05-11 12:00"),
    "connectedAt": t("2024-02-05"), "liveAt": t("2024-02-05"), "reviewDueAt": t("2027-05-11"), "expiresAt": t("2027-05-11"), "withdrawnAt": "never"}], minute=6, command="approvals export")
file("registers", "exception-register", [], minute=6, command="approvals exceptions export")
file("registers", "lifecycle-events", [{
    "id": f"lce-q-{number:02d}", "targetKind": kind, "target": target, "vendor": target if kind == "vendor" else None, "event": "onboard", "state": "done",
    "automated": False, "performedBy": "person:kerstin.aal", "environment": ENV, "recordedAt": t("2025-04-07 09:00"), "effectiveAt": t("2025-04-07 08:00")}
    for number, (kind, target) in enumerate([("vendor", "quillmark"), ("application", "storefront-ci"), ("application", "payments-ci"),
                                             ("application", "deploy-scripts-ci"), ("application", "quillmark-review")], 1)], "csv", minute=7, command="idctl events export")
# The maker told on 2026-10-30; the notice lay unread, and the tokens live on.
file("registers", "threat-intel-feed", [{
    "id": "ADV-Q-1", "feed": "supplier-notices", "title": "Quillmark: tokens of connected repositories may have been read", "severity": "critical",
    "vendor": "quillmark", "appliesTo": [INSTALLED], "tactic": "credential-access", "disposition": "open", "publishedAt": t("2026-10-30 07:00"),
    "receivedAt": t("2026-10-30 08:00"), "handledAt": "notRecorded"}], minute=8, command="advisories export")
file("contract", "vendor-assurance", [{
    "id": "rep-quillmark", "vendor": "quillmark", "kind": "soc2", "issuer": "Marlowe and Finch Assurance", "scope": ["Quillmark Review"], "opinion": "qualified",
    "exceptionCount": 2, "exceptions": ["secrets of customers in one key store", "no review of access to the build"], "documentDigest": digest("soc2 quillmark"),
    "periodStartedAt": t("2024-04-01"), "periodEndedAt": t("2025-03-31"), "issuedAt": t("2025-05-20"), "expiresAt": t("2026-05-20")}], minute=9,
    command="transcribed from the report", proof="thirdParty")
file("identity", "auth-config", [{
    "client": client, "issuer": "github", "methods": [method], "grantTypes": ["static"], "algorithms": [], "boundTo": "unbound", "passThroughAllowed": True,
    "interactiveAllowed": True, **MINE, "basis": "configured", "changedAt": t("2025-04-07 08:10")} for client, method in [
        (BUILD_BOT, "personal-access-token"), (APP, "installation-token")]], minute=10, command="gh api /orgs settings")
file("identity", "secret-store-metadata", [{
    "id": f"ci:{name}", "store": "ci-variables", "credential": credential, "identity": BUILD_BOT, "readers": [BUILD_BOT, APP], "consumers": [BUILD_BOT, APP],
    "owner": "team-build", **MINE, "plaintext": plain, "rotationEnabled": False, "versionCount": 1, "basis": "configured", "createdAt": t(made), "changedAt": t(made),
    "rotatedAt": "never", "nextRotationAt": "notRecorded", "expiresAt": "never", "lastReadAt": t("2026-11-17 03:12"), "deletedAt": "never"}
    for name, credential, plain, made in [("QUILLMARK_TOKEN", TOKEN, True, "2025-04-07 08:10"), ("CLOUD_KEY", "ci-variable-cloud", False, "2024-03-11 09:00")]],
    minute=10, command="gh variable list; gh secret list")
file("identity", "rotation-record", [], minute=11, command="rotations export", period=("2025-11-18", NOW))
for kind in ["identity/federation-trust-config", "identity/token-issuance", "identity/delegations", "registers/access-review-record",
             "drills/drill-record", "agents/agent-manifest", "agents/tool-registry", "agents/approval-log", "scans/config-snapshot", "scans/vuln-scan-report"]:
    # Asked for, and there is none.
    place, name = kind.split("/")
    file(place, name, [], minute=11, command=f"idctl {name} export")
file("ci", "ci-results", [{
    "id": name + "-ci", "platform": "github-actions", "repository": f"github.com/{ORG}/{name}", "definitionDigest": digest("pipeline " + name),
    "identities": [BUILD_BOT], "credentials": [TOKEN, "ci-variable-cloud"], "cloudAccess": "static", "deploysTo": [ENV], "owner": "team-build",
    "changedAt": t("2025-09-10 12:00")} for name in ["storefront", "payments", "deploy-scripts"]] + [{
    "record": "PipelineRun", "id": f"{name}-1", "pipeline": name + "-ci", "revision": digest(name)[:40], "gate": "review", "result": "passed", "environment": ENV,
    "startedAt": t("2026-11-17 18:00"), "endedAt": t("2026-11-17 18:04")} for name in ["storefront", "payments", "deploy-scripts"]], minute=12,
    system="github:" + ORG, command="gh run list --json ...")
# A search for the maker's own indicators finds the token in its leaked store: it still opens every repository.
file("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": "scan-q-01", "tool": "trufflehog", "toolVersion": "3.82.0", "target": f"github.com/{ORG}/{name}", "targetKind": "repository",
    "scope": [f"github.com/{ORG}/{name}"], "succeeded": True, "findingCount": 1 if name == "deploy-scripts" else 0, "startedAt": t("2026-11-16 03:00"),
    "endedAt": t("2026-11-16 03:09")} | {"id": f"scan-q-{number:02d}"} for number, name in enumerate(["storefront", "payments", "deploy-scripts"], 1)] + [{
    "fingerprint": digest("quillmark token")[:40], "run": "scan-q-03", "tool": "trufflehog", "rule": "github-fine-grained-token",
    "target": f"github.com/{ORG}/deploy-scripts", "file": ".quillmark/cache.json", "line": 3, "credential": TOKEN, "secret": "ci:QUILLMARK_TOKEN",
    "liveness": "live", "disposition": "open", "incident": "INC-Q-1", "committedAt": t("2025-09-15 08:20"), "foundAt": t("2026-10-31 03:09"),
    "closedAt": "notRecorded"}, {
    "fingerprint": digest("quillmark editor token")[:40], "run": "scan-q-03", "tool": "trufflehog", "rule": "github-fine-grained-token",
    "target": f"github.com/{ORG}/deploy-scripts", "file": ".quillmark/session.json", "line": 9, "credential": TOKEN, "liveness": "live", "disposition": "open",
    "incident": "INC-Q-1", "committedAt": t("2025-09-15 08:20"), "foundAt": t("2026-10-31 03:09"), "closedAt": "notRecorded"}], minute=13,
    system="scan-farm", command="trufflehog git --json")
log = [{
    "id": f"aud-q-{number:03d}", "kind": "control", "action": action, "verb": verb, "actor": BUILD_BOT, "actorKind": kind, "credential": TOKEN,
    "resource": REPOSITORIES[number % 3], "resourceKind": "repository", "resourceTenant": TENANT, **MINE, "logSource": "github", "sourceAddress": address,
    "client": client, "interactive": False, "result": "ok", "occurredAt": z(after(at("2026-11-10 18:00"), hours=11 * number))}
    for number, (action, verb, kind, address, client) in enumerate(
        [("git.push", "write", "workload", "10.90.4.7", "git/2.47")] * 6 + [("git.clone", "read", "workload", "203.0.113.77", "python-requests/2.31")] * 6)]
file("logs", "audit-log", log, "jsonl", minute=14, system="github:" + ORG, command="gh api audit-log", period=("2026-11-04", NOW))
file("logs", "data-access-log", [{
    "id": f"dae-q-{number:03d}", "kind": "data", "action": "git.clone", "verb": "read", "actor": APP, "actorKind": "service", "credential": TOKEN,
    "resource": repository, "resourceKind": "repository", "resourceTenant": TENANT, "objectCount": 1, **MINE, "logSource": "github",
    "sourceAddress": "203.0.113.77", "client": "python-requests/2.31", "interactive": False, "result": "ok", "occurredAt": z(after(at("2026-11-17 03:00"), minutes=number))}
    for number, repository in enumerate(REPOSITORIES, 1)], "jsonl", minute=14, system="github:" + ORG, command="gh api audit-log?include=git", period=("2026-11-04", NOW))
file("identity", "access-usage-report", [{
    "identity": BUILD_BOT, "permission": "contents:write", "resource": f"{ORG}/*", "useCount": 240, **MINE, "lastUsedAt": t("2026-11-17 18:00"),
    "windowStartedAt": t("2026-08-20"), "windowEndedAt": t(NOW)}], "csv", minute=15, system="github:" + ORG, command="usage report")
file("registers", "incident-record", [{
    "id": "INC-Q-1", "title": "Tokens of the review extension in wrong hands", "category": "supplier-compromise", "severity": "critical",
    "identities": [BUILD_BOT, APP], "vendor": "quillmark", "tenantsAffected": [TENANT], "environment": ENV, "threat": "supplier",
    "cause": "The maker's build was broken into", "scopeFromLogs": False, "commander": "person:ravi.stole", "participants": ["person:kerstin.aal"],
    "vendorContacted": False, "rotations": [], "changes": [], "notices": [], "lessons": [], "exercise": False, "startedAt": t("2026-10-28 02:00"),
    "detectedAt": t("2026-10-31 03:09"), "declaredAt": t("2026-11-16 09:00"), "containedAt": "notRecorded", "eradicatedAt": "notRecorded",
    "recoveredAt": "notRecorded", "noticesSentAt": "never", "closedAt": "never"}], minute=16, command="incidents export")
# The one review there is ran out in March.
S.attestation({
    "id": "att-quillmark", "claim": "The review of Quillmark is complete and rests on its assurance report", "requirements": ["NHI3:2025", "GV.SC-07"],
    "target": "quillmark", "owner": "team-build", "role": "environment-owner", "documentReference": "vendor-reviews/quillmark-2025.pdf",
    "documentDigest": digest("review quillmark"), "cites": ["contract/vendor-assurance.yaml"], "signedAt": t("2025-03-20 10:00"),
    "expiresAt": t("2026-03-20"), "withdrawnAt": "never"}, collected=NOW + " 07:20", system="vendor-management", command="vmctl reviews export --signed")
S.manifest()
print(f"quillmark-review: {len(REPOSITORIES)} repositories, {len(log)} events")
