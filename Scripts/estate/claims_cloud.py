"""Makes evidence/claims-cloud (all but aws/, which aws_claims_cloud.py makes): the production account of the claims
platform. It is to be held: the usage report is months old, and the data-access log is listed but was not delivered."""
from kit import Subject, after, at, digest, t, z

S = Subject("claims-cloud", "Claims Cloud", "environment", "production", "team-cloud-platform", "critical", ["larkspur-claims"])
NUMBER, REGION, PROD, TENANT, NOW = "111122223333", "eu-west-2", "claims-prod", "larkspur-claims", "2026-11-18"


def arn(rest):
    return f"arn:aws:iam::{NUMBER}:{rest}"


ROLES = {  # name: (owner, purpose, approval, ends, last used, created, vendor)
    "claims-api": ("team-claims", "Serves the claims API", "APR-C-002", "2027-06-30", "2026-11-18 04:40", "2025-02-10 09:00", None),
    "claims-batch": ("team-claims", "Runs the nightly batch", "APR-C-003", "2027-06-30", "2026-11-18 02:15", "2025-02-10 09:10", None),
    "claims-deploy-prod": ("team-cloud-platform", "Releases the claims platform", "APR-C-004", "2027-03-31", "2026-11-13 14:05", "2025-02-11 09:10", None),
    "backup-copy-reader": ("team-cloud-platform", "Greyfinch Backup checks copies", "APR-C-005", "2027-02-28", "2026-11-17 01:30", "2025-09-01 09:10", "greyfinch-backup"),
    "operations-reader": ("team-cloud-platform", "Read-only view for people on call", "APR-C-006", "2027-06-30", "2026-11-16 08:20", "2025-02-12 09:00", None),
    "break-glass": ("team-security", "Emergency access only", "APR-C-007", "2027-01-31", "2026-10-12 15:05", "2025-02-12 09:10", None)}
USERS = {"svc-print-gateway": ("Fetches letters for the print supplier", "APR-C-008", "2026-11-09 22:10", "2025-04-14 09:00"),
         "svc-partner-sftp": (None, "APR-C-009", "2026-11-11 03:10", "2025-06-02 09:00")}  # planted: no purpose
PEOPLE = {"person:hanne.birk": ("operator", "team-cloud-platform"), "person:oskar.lindt": ("operator", "team-cloud-platform"),
          "person:priya.sandoval": ("claims-lead", "team-claims"), "person:sunniva.dale": ("security-approver", "team-security")}
TEAMS = {"team-cloud-platform": "environment-owner", "team-claims": "business-owner", "team-security": "control-owner"}
CLIENTS = {"oauth:greyfinch-console": ("greyfinch-backup", "Greyfinch Backup", ["backup.read"], "Checks that copies are complete"),
           "oauth:stillwater-print": ("stillwater-print", "Stillwater Print", ["letters.read"], "Prints and posts letters")}
PIPELINE = "github:larkspur-mutual/claims-cloud:claims-prod"
SSO = "saml:larkspur-sso"
ASSETS = {"arn:aws:s3:::larkspur-claims-prod-documents": "bucket", f"arn:aws:dynamodb:{REGION}:{NUMBER}:table/claims-prod": "table",
          f"arn:aws:sqs:{REGION}:{NUMBER}:claims-prod-intake": "queue", f"arn:aws:lambda:{REGION}:{NUMBER}:function:claims-prod-api": "function",
          f"arn:aws:ecs:{REGION}:{NUMBER}:service/claims-prod/claims-batch": "service",
          f"arn:aws:backup:{REGION}:{NUMBER}:backup-vault:claims-prod": "backupVault", "arn:aws:s3:::larkspur-claims-prod-print-spool": "bucket",
          "arn:aws:s3:::larkspur-claims-prod-partner-drop": "bucket", f"arn:aws:cloudtrail:{REGION}:{NUMBER}:trail/claims-prod": "trail"}
BUCKET, TABLE, QUEUE, API, BATCH, VAULT, PRINT, PARTNER, TRAIL = ASSETS

for path, kinds, form, command in [
        ("aws/credential-report.csv", ["iam-credential-report", "nhi-inventory"], "aws-credential-report",
         "aws iam get-credential-report --query Content --output text | base64 -d"),
        ("aws/account-authorization-details.json", ["nhi-inventory", "iam-policy-export", "federation-trust-config"],
         "aws-account-authorization-details",
         "aws iam get-account-authorization-details --filter User Role Group LocalManagedPolicy")]:
    S.list(path, kinds, form, collected=NOW + " 06:00", system="aws-iam:" + NUMBER, command=command, account=NUMBER)

# -- Registers -------------------------------------------------------------------------------------

common = {"controller": "customer", "local": False, "tenant": TENANT, "environment": PROD, "status": "enabled"}
inventory = [{
    "id": arn("role/" + name), "kind": "role", "provider": "aws", "account": NUMBER, "displayName": name, "owner": owner, "purpose": purpose,
    "workloads": [name] if name in ("claims-api", "claims-batch", "claims-deploy-prod") else None, "vendor": vendor, **common,
    "privileged": name == "break-glass", "approval": approval, "createdAt": t(created), "lastUsedAt": t(last), "endsAt": t(ends)}
    for name, (owner, purpose, approval, ends, last, created, vendor) in ROLES.items()]
inventory += [{
    "id": arn("user/" + name), "kind": "user", "provider": "aws", "account": NUMBER, "displayName": name, "owner": "team-claims",
    "purpose": purpose, "workloads": [name[4:]], **common, "privileged": False, "approval": approval, "createdAt": t(created),
    "lastUsedAt": t(last), "endsAt": t("2026-12-31")} for name, (purpose, approval, last, created) in USERS.items()]
inventory += [{"id": arn("group/print-spool-readers"), "kind": "group", "provider": "aws", "account": NUMBER,
               "displayName": "print-spool-readers", "owner": "team-claims", "purpose": "Readers of the print spool", **common,
               "privileged": False, "approval": "APR-C-008", "createdAt": t("2025-04-14 09:30"), "lastUsedAt": t("2026-11-09 22:10"),
               "endsAt": t("2026-12-31")}]
inventory += [{
    "id": client, "kind": "oauthClient", "provider": "larkspur-directory", "account": "larkspur", "displayName": name,
    "owner": "team-cloud-platform", "purpose": purpose, "workloads": [vendor], "vendor": vendor, **(common | {"controller": "vendor"}),
    "privileged": False, "approval": "APR-C-" + vendor, "createdAt": t("2025-09-01 08:00"), "lastUsedAt": t("2026-11-16 01:30"),
    "endsAt": t("2027-02-28")} for client, (vendor, name, _, purpose) in CLIENTS.items()]
inventory += [
    {"id": PIPELINE, "kind": "workload", "provider": "github", "account": "larkspur-mutual", "displayName": "claims-cloud release",
     "owner": "team-cloud-platform", "purpose": "Releases the claims platform", "workloads": ["claims-release"], **common,
     "privileged": True, "approval": "APR-C-004", "createdAt": t("2025-02-11 09:00"), "lastUsedAt": t("2026-11-13 14:05"),
     "endsAt": t("2027-03-31")},
    {"id": SSO, "kind": "app", "provider": "larkspur-directory", "account": "larkspur", "displayName": "AWS single sign-on",
     "owner": "team-security", "purpose": "Signs people in to AWS roles", "workloads": ["larkspur-sso"], **common, "privileged": True,
     "approval": "APR-C-006", "createdAt": t("2025-02-01 09:00"), "lastUsedAt": t("2026-11-17 08:10"), "endsAt": t("2027-06-30")}]
inventory += [{
    "id": person, "kind": "person", "provider": "larkspur-directory", "account": "larkspur", "displayName": person[7:], "owner": team,
    "purpose": role, **common, "privileged": team != "team-claims", "approval": "APR-C-006", "createdAt": t("2024-05-01"),
    "lastUsedAt": t("2026-11-17 08:10"), "endsAt": "never"} for person, (role, team) in PEOPLE.items()]
S.canonical("registers", "nhi-inventory", inventory, collected=NOW + " 06:10", system="identity-governance",
            command="idctl inventory export --system claims-cloud")

SESSIONS = {"claims-api": "2026-11-18 04:40", "claims-batch": "2026-11-18 02:15", "claims-deploy-prod": "2026-11-13 14:05",
            "backup-copy-reader": "2026-11-17 01:30", "operations-reader": "2026-11-16 08:20"}
HOLDERS = {"claims-deploy-prod": PIPELINE, "operations-reader": "person:hanne.birk"}
# Sessions run for 45 minutes; each belongs to one workload and is issued for one audience.
issuances = [{
    "id": f"iss-c-{number:02d}", "credential": "sess-" + name, "issuer": "sts.amazonaws.com", "identity": arn("role/" + name),
    "kind": "sessionCredential", "task": f"session-{number:02d}", "session": "sess-" + name, "onBehalfOf": HOLDERS.get(name),
    "scopes": ["role:" + name], "audiences": ["aws:" + NUMBER], "boundTo": "audience", "forwarding": "notForwarded",
    "lifetime": "45 minutes", "result": "issued", "tenant": TENANT, "environment": PROD, "issuedAt": t(start),
    "expiresAt": z(after(at(start), minutes=45)), "firstUsedAt": t(start), "lastUsedAt": z(after(at(start), minutes=4)),
    "revokedAt": "never"} for number, (name, start) in enumerate(SESSIONS.items(), 1)]
credentials = [{
    "id": item["credential"], "identity": item["identity"], "kind": "federated", "status": "expired", "lifetimeClass": "perTask",
    "issuance": item["id"], "holders": [item["identity"]], "managedBy": "customer", "boundTo": "audience", "owner": "team-cloud-platform",
    "tenant": TENANT, "environment": PROD, "basis": "observed", "createdAt": item["issuedAt"], "rotatedAt": "never",
    "expiresAt": item["expiresAt"], "lastUsedAt": item["lastUsedAt"], "revokedAt": "never"} for item in issuances]
credentials += [{
    "id": identifier, "identity": identity, "kind": "certificate", "status": "active", "lifetimeClass": "static", "storedIn": secret,
    "holders": [identity], "managedBy": manager, "boundTo": "key", "owner": owner, "tenant": TENANT, "environment": PROD,
    "basis": "configured", "createdAt": t(made), "rotatedAt": t(made), "expiresAt": t(ends), "lastUsedAt": t(last), "revokedAt": "never"}
    for identifier, identity, secret, manager, owner, made, ends, last in [
        ("cred-sso-signing", SSO, "secret:sso-signing", "customer", "team-security", "2026-09-14 09:00", "2026-12-11 09:00", "2026-11-17 08:10"),
        ("cred-break-glass", arn("role/break-glass"), "secret:break-glass", "customer", "team-security", "2026-10-12 18:30", "2027-01-08 18:30", "2026-10-12 18:35"),
        ("cred-greyfinch", "oauth:greyfinch-console", "secret:greyfinch", "vendor", "team-cloud-platform", "2026-09-21 09:00", "2026-12-18 09:00", "2026-11-16 01:30"),
        ("cred-stillwater", "oauth:stillwater-print", "secret:stillwater", "vendor", "team-claims", "2026-10-02 09:00", "2026-12-30 09:00", "2026-11-16 01:30")]]
S.canonical("registers", "iam-credential-report", credentials, "csv", collected=NOW + " 06:11", system="identity-governance",
            command="idctl credentials export --system claims-cloud")
S.canonical("registers", "role-register", [{
    "person": person, "role": role, "scope": "claims-cloud", "kind": "person", "identity": person, "team": team,
    "contact": person[7:] + "@larkspur.example", "party": "customer", "status": "active", "startsAt": t("2024-05-01"), "endsAt": "never"}
    for person, (role, team) in PEOPLE.items()] + [{
    "person": team, "role": role, "scope": "claims-cloud", "kind": "team", "contact": team + "@larkspur.example", "party": "customer",
    "status": "active", "startsAt": t("2024-05-01"), "endsAt": "never"} for team, role in TEAMS.items()], "csv",
    collected=NOW + " 06:12", system="larkspur-directory", command="dirctl roles export")
S.canonical("registers", "environment-register", [
    {"id": PROD, "kind": "production", "tenants": [TENANT], "accounts": [NUMBER, "larkspur-mutual", "larkspur"], "networks": ["10.20.0.0/16"],
     "owner": "team-cloud-platform", "productionData": "yes", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2025-02-01"), "validatedAt": t("2026-10-14 10:00"), "endsAt": "never"},
    {"id": "claims-staging", "kind": "staging", "tenants": [TENANT], "accounts": ["111122224444"], "networks": ["10.21.0.0/16"],
     "owner": "team-cloud-platform", "productionData": "no", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2025-02-01"), "validatedAt": t("2026-10-14 11:00"), "endsAt": "never"}],
    collected=NOW + " 06:13", system="landing-zone", command="lzctl environments export")
S.canonical("registers", "asset-inventory", [{
    "id": asset, "kind": kind, "account": NUMBER, "owner": "team-cloud-platform", "tenant": TENANT, "environment": PROD,
    "sensitivity": "confidential", "criticality": "high", "state": "active", "createdAt": t("2025-02-03"), "lastSeenAt": t(NOW + " 05:30"),
    "retiredAt": "never"} for asset, kind in ASSETS.items()], "csv", collected=NOW + " 06:13", system="aws-config:" + NUMBER,
    command="aws configservice list-discovered-resources", account=NUMBER)
S.canonical("registers", "third-party-register", [{
    "id": vendor, "name": name, "service": purpose, "businessUnit": "claims", "owner": "team-cloud-platform",
    "accessOwner": "person:hanne.birk", "policyOwner": "team-security", "loggingOwner": "team-cloud-platform",
    "retirementOwner": "person:oskar.lindt", "declaredTier": "medium", "criticality": "medium", "access": scopes, "approvedScopes": scopes,
    "sharedTenancy": False, "regulated": True, "identityController": "customer", "contract": "CTR-" + vendor, "state": "active",
    "approval": "APR-C-" + vendor, "connectedAt": t("2025-09-01 09:00"), "reviewedAt": t("2026-06-18 10:00"),
    "reviewDueAt": t("2027-06-18"), "endedAt": "never"} for vendor, name, scopes, purpose in CLIENTS.values()] + [{
    "record": "Subprocessor", "id": "sub-greyfinch-1", "vendor": "greyfinch-backup", "name": "Coldharbour Storage",
    "purpose": "Second copy", "place": "IE", "listedAt": t("2026-06-18"), "endedAt": "never"}],
    collected=NOW + " 06:14", system="vendor-management", command="vmctl export --system claims-cloud")
S.canonical("registers", "oauth-grant-list", [{
    "id": "grant-" + vendor, "client": client, "clientName": name, "publisher": name, "publisherVerified": True, "vendor": vendor,
    "kind": "application", "resource": VAULT if vendor.startswith("grey") else PRINT, "scopes": scopes, "tenantWide": False,
    "consentedBy": "person:sunniva.dale", "owner": "team-cloud-platform", "purpose": purpose, "approval": "APR-C-" + vendor,
    "tenant": TENANT, "environment": PROD, "status": "active", "revocationPath": "dirctl grants revoke grant-" + vendor,
    "basis": "configured", "grantedAt": t("2026-03-02 09:00"), "expiresAt": t("2027-02-28"), "lastUsedAt": t("2026-11-16 01:30"),
    "revokedAt": "never"} for client, (vendor, name, scopes, purpose) in CLIENTS.items()],
    collected=NOW + " 06:15", system="larkspur-directory", command="dirctl grants export")

POLICIES = {"APR-C-001": arn("policy/claims-boundary"), "APR-C-002": arn("policy/claims-api-runtime"), "APR-C-003": arn("policy/claims-batch-runtime"),
            "APR-C-004": arn("policy/claims-deploy-prod"), "APR-C-005": arn("policy/backup-copy-reader"), "APR-C-006": arn("policy/operations-reader"),
            "APR-C-007": arn("policy/break-glass-administrator"), "APR-C-008": arn("group/print-spool-readers"), "APR-C-009": arn("user/svc-partner-sftp")}
ENDS = {"APR-C-004": "2027-03-31", "APR-C-005": "2027-02-28", "APR-C-007": "2027-01-31", "APR-C-008": "2026-12-31", "APR-C-009": "2026-12-31"}
S.canonical("registers", "approval-register", [{
    "id": identifier, "kind": "access", "targetKind": "entitlement", "target": target, "tier": "production", "decision": "approved",
    "approvedTenants": [TENANT], "approvedEnvironments": [PROD], "requester": "person:hanne.birk", "approver": "person:sunniva.dale",
    "accountable": "team-cloud-platform", "automated": False, "reason": "yearly renewal of access", "requestedAt": t("2026-06-20 09:00"),
    "decidedAt": t("2026-06-30 14:00"), "connectedAt": t("2026-07-01"), "liveAt": t("2026-07-01"),
    "reviewDueAt": t(ENDS.get(identifier, "2027-06-30")), "expiresAt": t(ENDS.get(identifier, "2027-06-30")), "withdrawnAt": "never"}
    for identifier, target in POLICIES.items()] + [{
    "id": "APR-C-" + vendor, "kind": "security", "targetKind": "vendor", "target": vendor, "vendor": vendor, "tier": "production",
    "decision": "approved", "approvedScopes": scopes, "approvedTenants": [TENANT], "approvedEnvironments": [PROD],
    "requester": "person:hanne.birk", "approver": "person:sunniva.dale", "accountable": "team-cloud-platform", "automated": False,
    "reason": purpose, "requestedAt": t("2026-06-10 09:00"), "decidedAt": t("2026-06-19 09:00"), "connectedAt": t("2026-06-20"),
    "liveAt": t("2026-06-20"), "reviewDueAt": t("2027-06-18"), "expiresAt": t("2027-06-18"), "withdrawnAt": "never"}
    for vendor, _, scopes, purpose in CLIENTS.values()],
    collected=NOW + " 06:16", system="approvals", command="approvals export --system claims-cloud")
S.canonical("registers", "lifecycle-events", [{
    "id": f"lce-c-{number:02d}", "targetKind": kind, "target": target, "identity": identity, "vendor": vendor, "event": event,
    "state": state, "automated": True, "performedBy": "person:oskar.lindt", "ticket": f"CLD-{400 + number}", "tenant": TENANT,
    "environment": PROD, "recordedAt": t(recorded), "effectiveAt": t(effective)}
    for number, (kind, target, identity, vendor, event, state, recorded, effective) in enumerate([
        ("identity", arn("role/claims-api"), arn("role/claims-api"), None, "onboard", "done", "2025-02-10 09:05", "2025-02-10 09:00"),
        ("identity", arn("role/backup-copy-reader"), arn("role/backup-copy-reader"), "greyfinch-backup", "onboard", "done", "2025-09-01 09:15", "2025-09-01 09:10"),
        ("vendor", "greyfinch-backup", None, "greyfinch-backup", "review", "done", "2026-06-18 12:00", "2026-06-18 10:00"),
        ("vendor", "stillwater-print", None, "stillwater-print", "review", "done", "2026-06-18 12:05", "2026-06-18 10:30"),
        ("identity", arn("user/svc-print-gateway"), arn("user/svc-print-gateway"), None, "move", "done", "2026-11-10 09:05", "2026-11-10 09:00"),
        ("identity", arn("user/svc-partner-sftp"), arn("user/svc-partner-sftp"), None, "move", "done", "2026-11-12 09:05", "2026-11-12 09:00"),
        ("identity", arn("user/svc-print-gateway"), arn("user/svc-print-gateway"), None, "retire", "planned", "2026-11-10 09:05", "2026-12-31 18:00"),
        ("identity", arn("user/svc-partner-sftp"), arn("user/svc-partner-sftp"), None, "retire", "planned", "2026-11-12 09:05", "2026-12-31 18:00"),
        ("person", "person:jonas.elm", None, None, "offboard", "done", "2026-09-30 17:00", "2026-09-30 18:00"),
        ("application", "claims-archive-viewer", None, None, "retire", "done", "2026-08-15 10:00", "2026-08-15 09:00")], 1)], "csv",
    collected=NOW + " 06:17", system="identity-governance", command="idctl events export --system claims-cloud")
S.canonical("registers", "threat-intel-feed", [
    {"id": "adv-c-01", "feed": "supplier-notices", "title": "Greyfinch console: session fixation", "severity": "medium",
     "vendor": "greyfinch-backup", "disposition": "handled", "publishedAt": t("2026-10-06 08:00"), "receivedAt": t("2026-10-06 09:00"),
     "handledAt": t("2026-10-07 15:00")},
    {"id": "adv-c-02", "feed": "supplier-notices", "title": "Stillwater portal: mail spoofing", "severity": "low",
     "vendor": "stillwater-print", "disposition": "notApplicable", "publishedAt": t("2026-11-02 08:00"), "receivedAt": t("2026-11-02 09:00"),
     "handledAt": t("2026-11-02 16:00")}], collected=NOW + " 06:18", system="advisory-queue", command="advisories export")

# -- Identity settings -----------------------------------------------------------------------------

clients = [(arn("role/" + name), "sts.amazonaws.com", "federated-token", "45 minutes", "RS256") for name in ROLES]
clients += [(client, "larkspur-directory", "signed-assertion", "30 minutes", "ES256") for client in CLIENTS]
clients += [(PIPELINE, "token.actions.githubusercontent.com", "federated-token", "15 minutes", "RS256"),
            (SSO, "larkspur-directory", "signed-assertion", "30 minutes", "RS256")]
S.canonical("identity", "auth-config", [{
    "client": client, "issuer": issuer, "methods": [method], "grantTypes": ["token-exchange"], "tokenLifetime": lifetime,
    "algorithms": [algorithm], "boundTo": "audience", "audiences": ["aws:" + NUMBER], "passThroughAllowed": False,
    "interactiveAllowed": client in (SSO, arn("role/operations-reader"), arn("role/break-glass")), "multiFactorRequired": client == SSO or None,
    "tenant": TENANT, "environment": PROD, "basis": "configured", "changedAt": t("2026-07-01 09:00")}
    for client, issuer, method, lifetime, algorithm in clients], collected=NOW + " 06:19", system="larkspur-directory",
    command="dirctl clients export; aws iam get-role")
S.canonical("identity", "authenticator-assurance", [{
    "id": f"auth-c-{number:02d}", "identity": identity, "credential": credential, "kind": kind, "assuranceLevel": level,
    "phishingResistant": True, "keyProtection": protection, "attested": level == 3, "local": False, "tenant": TENANT, "environment": PROD,
    "boundAt": t(bound), "expiresAt": "never", "verifiedAt": t("2026-11-17 08:10")}
    for number, (identity, credential, kind, level, protection, bound) in enumerate(
        [(person, None, "hardwareKey", 3, "hardware", "2025-02-01 09:00") for person in PEOPLE]
        + [(arn("role/" + name), "sess-" + name, "federatedToken", 2, "software", "2025-02-12 09:00") for name in SESSIONS]
        + [(arn("role/break-glass"), "cred-break-glass", "hardwareKey", 3, "hardware", "2026-10-12 18:30"),
           (SSO, "cred-sso-signing", "signedAssertion", 2, "hardware", "2026-09-14 09:00"),
           (PIPELINE, None, "federatedToken", 2, "software", "2025-02-11 09:00"),
           ("oauth:greyfinch-console", "cred-greyfinch", "signedAssertion", 2, "hardware", "2026-09-21 09:00"),
           ("oauth:stillwater-print", "cred-stillwater", "signedAssertion", 2, "hardware", "2026-10-02 09:00")], 1)], "csv",
    collected=NOW + " 06:20", system="larkspur-directory", command="dirctl authenticators export")
S.canonical("identity", "token-issuance", issuances, "jsonl", collected=NOW + " 06:21", system="aws-cloudtrail:" + NUMBER,
            command="aws cloudtrail lookup-events, AssumeRole*", account=NUMBER, period=("2026-10-20", NOW))
S.canonical("identity", "delegations", [{
    "id": f"del-c-{number:02d}", "from": source, "to": arn("role/" + name), "kind": "roleAssumption", "depth": 1,
    "scope": ["role:" + name], "issuance": f"iss-c-{order:02d}", "credential": "sess-" + name, "fromTenant": TENANT, "toTenant": TENANT,
    "fromEnvironment": PROD, "toEnvironment": PROD, "fromOwner": "team-cloud-platform", "toOwner": ROLES[name][0], "approval": ROLES[name][2],
    "reason": ROLES[name][1], "basis": "observed", "createdAt": t(SESSIONS[name]), "expiresAt": z(after(at(SESSIONS[name]), minutes=45)),
    "revokedAt": "never"} for number, (source, name, order) in enumerate(
        [(PIPELINE, "claims-deploy-prod", 3), ("oauth:greyfinch-console", "backup-copy-reader", 4), ("person:hanne.birk", "operations-reader", 5)], 1)],
    collected=NOW + " 06:22", system="aws-cloudtrail:" + NUMBER, command="aws cloudtrail lookup-events, AssumeRole*", account=NUMBER,
    period=("2026-10-20", NOW))
SECRETS = [("secret:sso-signing", "cred-sso-signing", SSO, "2026-09-14 09:00", "2026-12-09 09:00", "2026-12-11 09:00"),
           ("secret:break-glass", "cred-break-glass", arn("role/break-glass"), "2026-10-12 18:30", "2027-01-06 18:30", "2027-01-08 18:30"),
           ("secret:greyfinch", "cred-greyfinch", "oauth:greyfinch-console", "2026-09-21 09:00", "2026-12-16 09:00", "2026-12-18 09:00"),
           ("secret:stillwater", "cred-stillwater", "oauth:stillwater-print", "2026-10-02 09:00", "2026-12-28 09:00", "2026-12-30 09:00")]
S.canonical("identity", "secret-store-metadata", [{
    "id": secret, "store": "aws-secrets-manager", "credential": credential, "identity": identity, "readers": [identity], "consumers": [identity],
    "owner": "team-cloud-platform", "tenant": TENANT, "environment": PROD, "plaintext": False, "rotationEnabled": True,
    "rotationInterval": "86 days", "lifetime": "88 days", "versionCount": 4, "basis": "configured", "createdAt": t("2025-09-01"),
    "changedAt": t(rotated), "rotatedAt": t(rotated), "nextRotationAt": t(following), "expiresAt": t(ends),
    "lastReadAt": t(max(rotated, "2026-11-16 01:30")), "deletedAt": "never"} for secret, credential, identity, rotated, following, ends in SECRETS],
    collected=NOW + " 06:23", system="aws-secretsmanager:" + NUMBER, command="aws secretsmanager list-secrets", account=NUMBER)
rotations = []
for secret, credential, identity, rotated, _, _ in SECRETS:
    for back in (255, 170, 85, 0):
        live = after(at(rotated), days=-back)
        emergency = credential == "cred-break-glass" and back == 0
        rotations.append({
            "id": f"rot-c-{len(rotations) + 1:02d}", "credential": credential, "secret": secret, "identity": identity,
            "trigger": "emergency" if emergency else "schedule", "automated": not emergency, "consumers": [identity],
            "consumersUpdated": [identity], "performedBy": "person:sunniva.dale" if emergency else "rotation-function",
            "outcome": "complete", "tenant": TENANT, "environment": PROD, "dueAt": z(after(live, hours=20 if emergency else 48)),
            "newLiveAt": z(live), "oldDeadAt": z(after(live, hours=1))})
S.canonical("identity", "rotation-record", rotations, "csv", collected=NOW + " 06:24", system="aws-secretsmanager:" + NUMBER,
            command="aws cloudtrail lookup-events, RotationSucceeded", account=NUMBER, period=("2025-12-01", NOW))

# Planted: collected on 2026-06-02 and never again.
USAGE = [("role/claims-api", "s3:GetObject", BUCKET), ("role/claims-api", "s3:PutObject", BUCKET), ("role/claims-api", "dynamodb:GetItem", TABLE),
         ("role/claims-api", "dynamodb:PutItem", TABLE), ("role/claims-api", "dynamodb:UpdateItem", TABLE), ("role/claims-api", "dynamodb:Query", TABLE),
         ("role/claims-batch", "sqs:ReceiveMessage", QUEUE), ("role/claims-batch", "sqs:DeleteMessage", QUEUE), ("role/claims-batch", "dynamodb:UpdateItem", TABLE),
         ("role/claims-deploy-prod", "lambda:UpdateFunctionCode", API), ("role/claims-deploy-prod", "lambda:PublishVersion", API),
         ("role/claims-deploy-prod", "ecs:UpdateService", BATCH), ("role/claims-deploy-prod", "ecs:DescribeServices", BATCH),
         ("role/backup-copy-reader", "backup:DescribeRecoveryPoint", VAULT), ("role/backup-copy-reader", "backup:ListRecoveryPointsByBackupVault", VAULT),
         ("role/operations-reader", "cloudtrail:GetTrailStatus", TRAIL), ("role/operations-reader", "sqs:GetQueueAttributes", QUEUE),
         ("user/svc-print-gateway", "s3:GetObject", PRINT), ("user/svc-partner-sftp", "s3:PutObject", PARTNER)]
S.canonical("identity", "access-usage-report", [{
    "identity": arn(name), "permission": permission, "resource": resource, "useCount": 120 + 7 * number, "tenant": TENANT, "environment": PROD,
    "lastUsedAt": t("2026-05-31 22:00"), "windowStartedAt": t("2026-03-03"), "windowEndedAt": t("2026-06-01")}
    for number, (name, permission, resource) in enumerate(USAGE)], "csv", collected="2026-06-02 06:00",
    system="aws-access-advisor:" + NUMBER, command="aws iam get-service-last-accessed-details", account=NUMBER, period=("2026-03-03", "2026-06-01"))

# -- Logs ------------------------------------------------------------------------------------------

log, data = [], []


def event(into, when, kind, action, verb, actor, actor_kind, resource, address, client, **more):
    into.append({"id": f"{'dae' if into is data else 'aud'}-c-{len(into) + 1:04d}", "kind": kind, "action": action, "verb": verb, "actor": actor,
                 "actorKind": actor_kind, "resource": resource, "resourceKind": ASSETS[resource], "resourceTenant": TENANT,
                 "tenant": TENANT, "environment": PROD, "logSource": "cloudtrail", "sourceAddress": address, "client": client, "result": "ok", **more,
                 "occurredAt": z(when)})


for day in range(28):
    morning = after(at("2026-10-21 00:00"), days=day)
    event(log, after(morning, hours=2, minutes=15), "control", "sts:AssumeRole", "other", arn("role/claims-batch"), "workload", BATCH, "10.20.4.8", "ecs-agent/1.9")
    event(log, after(morning, hours=4, minutes=40), "control", "lambda:Invoke", "execute", arn("role/claims-api"), "workload", API, "10.20.4.9", "lambda/2.1")
    if day % 7 < 5:
        who = list(PEOPLE)[day % 2]
        event(log, after(morning, hours=8, minutes=10), "signIn", "console.sign-in", "other", who, "person", TRAIL, "10.90.3.14", "browser",
              interactive=True)
        event(log, after(morning, hours=8, minutes=20), "control", "cloudtrail:GetTrailStatus", "read", who, "person", TRAIL, "10.90.3.14", "browser",
              actedAs=arn("role/operations-reader"))
    if day % 7 == 2:
        event(log, after(morning, hours=14, minutes=5), "control", "lambda:UpdateFunctionCode", "write", PIPELINE, "workload", API, "10.20.9.3",
              "aws-cli/2.15", actedAs=arn("role/claims-deploy-prod"))
    event(log, after(morning, hours=1, minutes=30), "control", "backup:DescribeRecoveryPoint", "read", arn("role/backup-copy-reader"), "workload",
          VAULT, "10.20.30.5", "greyfinch/7.0")
    event(data, after(morning, hours=4, minutes=41), "data", "dynamodb:Query", "read", arn("role/claims-api"), "workload", TABLE, "10.20.4.9", "lambda/2.1")
# The one emergency of the period: approved before, and followed by a rotation (rot-c of cred-break-glass).
event(log, at("2026-10-12 15:05"), "control", "sts:AssumeRoleWithSAML", "other", "person:hanne.birk", "person", API, "10.90.3.14", "browser",
      actedAs=arn("role/break-glass"), credential="cred-break-glass", request="req-emergency-0007")
event(log, at("2026-10-12 15:12"), "control", "lambda:UpdateFunctionConfiguration", "write", "person:hanne.birk", "person", API, "10.90.3.14",
      "browser", actedAs=arn("role/break-glass"), credential="cred-break-glass", request="req-emergency-0007")
# What the revocation drill left in the log.
for when, outcome in [("2026-10-29 13:59", "ok"), ("2026-10-29 14:06", "denied")]:
    event(log, at(when), "control", "backup:DescribeRecoveryPoint", "read", arn("role/backup-copy-reader"), "workload", VAULT, "10.20.30.5",
          "greyfinch/7.0", result=outcome)
log.sort(key=lambda item: item["occurredAt"])
S.canonical("logs", "audit-log", log, "jsonl", collected=NOW + " 06:30", system="aws-cloudtrail:" + NUMBER, command="cloudtrail-to-canonical",
            account=NUMBER, period=("2026-10-12", NOW))
S.canonical("logs", "approval-log", [{
    "id": "apv-emergency-0007", "request": "req-emergency-0007", "requester": "person:hanne.birk", "action": "sts:AssumeRoleWithSAML",
    "resource": API, "approver": "person:sunniva.dale", "decision": "approved", "reason": "API down, configuration has to be put back",
    "shownDigest": digest("emergency 0007"), "summaryBy": "person", "channel": "on-call-desk", "purpose": "emergencyAccess", "tenant": TENANT,
    "environment": PROD, "shownAt": t("2026-10-12 14:55"), "decidedAt": t("2026-10-12 14:58"), "expiresAt": t("2026-10-12 16:58")}],
    collected=NOW + " 06:31", system="on-call-desk", command="oncall approvals export", period=("2026-10-12", NOW))
# Planted: listed, with the digest of what the collector says it wrote, but not delivered.
S.canonical("logs", "data-access-log", data, "jsonl", collected=NOW + " 06:32", system="aws-cloudtrail:" + NUMBER,
            command="cloudtrail-to-canonical --data-events", account=NUMBER, period=("2026-10-20", NOW))
(S.folder / "logs/data-access-log.jsonl").unlink()

# -- Scans, pipeline, supplier papers, drills -------------------------------------------------------

REPOSITORY = "github.com/larkspur-mutual/claims-cloud"
S.canonical("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": f"scan-c-{number:02d}", "tool": "detect-secrets", "toolVersion": "1.5.0", "target": target, "targetKind": kind,
    "scope": [target], "succeeded": True, "findingCount": 1 if number == 1 else 0, "startedAt": t(f"{NOW} 04:{number:02d}"),
    "endedAt": t(f"{NOW} 04:{number:02d}:50")} for number, (kind, target) in enumerate([
        ("repository", REPOSITORY), ("image", "registry.larkspur.example/claims-batch"), ("image", "registry.larkspur.example/claims-api"),
        ("log", "audit-log"), ("log", "data-access-log"), ("configuration", API)], 1)] + [{
    "fingerprint": digest("claims-cloud false positive")[:40], "run": "scan-c-01", "tool": "detect-secrets", "rule": "HexHighEntropyString",
    "target": REPOSITORY, "revision": digest("claims-cloud head")[:40], "file": "tests/fixtures/checksums.txt", "line": 12, "liveness": "dead",
    "disposition": "falsePositive", "foundAt": t(NOW + " 04:01:30"), "closedAt": t(NOW + " 05:20")}],
    collected=NOW + " 06:33", system="scan-farm", command="detect-secrets scan --all-files")
S.canonical("ci", "ci-results", [
    {"id": "claims-release", "platform": "github-actions", "repository": REPOSITORY, "definitionDigest": digest("claims release"),
     "identities": [PIPELINE], "cloudAccess": "federated", "deploysTo": [PROD], "owner": "team-cloud-platform", "changedAt": t("2026-08-03 10:00")}] + [{
    "record": "PipelineRun", "id": f"claims-release-{number}", "pipeline": "claims-release", "revision": digest(f"claims {number}")[:40],
    "gate": gate, "result": "passed", "environment": PROD, "startedAt": t(f"2026-{date} 13:4{order}"), "endedAt": t(f"2026-{date} 13:4{order + 1}")}
    for number, date in enumerate(["10-23", "10-30", "11-06", "11-13"], 1) for order, gate in enumerate(["unit-tests", "secret-scan"])],
    collected=NOW + " 06:34", system="github:larkspur-mutual", command="gh run list --json ...")
S.canonical("contract", "vendor-assurance", [{
    "id": "rep-" + vendor, "vendor": vendor, "kind": "soc2", "issuer": "Marlowe and Finch Assurance", "scope": [name], "opinion": "unqualified",
    "exceptionCount": 0, "exceptions": [], "documentDigest": digest("soc2 " + vendor), "periodStartedAt": t("2025-06-01"),
    "periodEndedAt": t("2026-05-31"), "issuedAt": t("2026-07-10"), "expiresAt": t("2027-05-31")} for vendor, name, _, _ in CLIENTS.values()],
    collected="2026-11-17 10:00", system="vendor-management", command="transcribed from the reports", proof="thirdParty")
for vendor, name, _, _ in CLIENTS.values():
    S.attestation({
        "id": "att-" + vendor, "claim": f"The review of {name} is complete and rests on its assurance report", "requirements": ["NHI3:2025", "GV.SC-07"],
        "target": vendor, "targetDigests": [digest("soc2 " + vendor)], "owner": "team-cloud-platform", "role": "security-approver",
        "documentReference": "vendor-reviews/" + vendor + "-2026.pdf", "documentDigest": digest("review " + vendor),
        "cites": ["contract/vendor-assurance.yaml"], "signedAt": t("2026-07-20 10:00"), "expiresAt": t("2027-06-18"), "withdrawnAt": "never"},
        collected="2026-11-17 10:10", system="vendor-management", command="vmctl reviews export --signed")
S.canonical("drills", "drill-record", [
    {"id": "drill-c-01", "scenario": "revocation", "description": "The backup supplier's role is closed while it reads", "targetKind": "identity",
     "targets": [arn("role/backup-copy-reader")], "identities": [arn("role/backup-copy-reader")], "credentials": ["sess-backup-copy-reader"],
     "vendor": "greyfinch-backup", "tenant": TENANT, "environment": PROD, "participants": ["person:oskar.lindt", "person:sunniva.dale"],
     "bothParties": True, "startedBy": "customer", "automatic": True, "manualSteps": 1, "vendorSteps": 0, "residuals": [],
     "answersFromLogs": ["who", "what", "when"], "resourcesAffected": 0, "objective": "15 minutes", "measured": "6 minutes", "result": "passed",
     "findings": [], "proofs": ["logs/audit-log.jsonl"], "plannedAt": t("2026-10-01"), "startedAt": t("2026-10-29 13:50"),
     "detectedAt": t("2026-10-29 13:58"), "orderedAt": t("2026-10-29 14:00"), "firstDeniedAt": t("2026-10-29 14:06"),
     "lastSuccessAt": t("2026-10-29 13:59"), "effectVerifiedAt": t("2026-10-29 14:10"), "restoredAt": t("2026-10-29 15:00"),
     "endedAt": t("2026-10-29 15:10")}], collected="2026-11-17 15:00", system="exercise-log", command="exercise export 2026-10-29", proof="exercise")
S.manifest()
print(f"claims-cloud: {len(log)} audit events")
