"""Makes evidence/claims-cloud (all but aws/, which aws_claims_cloud.py makes): the production account of the claims
platform. It is to be held: the usage report is months old, and the data-access log is listed but was not delivered."""
import json
import re

import claims_cloud_operations
from kit import Subject, after, at, digest, t, z

S = Subject("claims-cloud", "Claims Cloud", "environment", "production", "team-cloud-platform", "critical", ["larkspur-claims"])
NUMBER, REGION, PROD, TENANT, NOW = "111122223333", "eu-west-2", "claims-prod", "larkspur-claims", "2026-11-18"


def arn(rest):
    return f"arn:aws:iam::{NUMBER}:{rest}"


ROLES = {  # name: (owner, purpose, approval, ends, last used, created, vendor, application it serves)
    "claims-api": ("team-claims", "Serves the claims API", "APR-C-002", "2027-06-30", "2026-11-18 04:40", "2025-02-10 09:00", None, "claims-api"),
    "claims-batch": ("team-claims", "Runs the nightly batch", "APR-C-003", "2027-06-30", "2026-11-18 02:15", "2025-02-10 09:10", None, "claims-batch"),
    "claims-deploy-prod": ("team-cloud-platform", "Releases the claims platform", "APR-C-004", "2027-03-31", "2026-11-13 14:05", "2025-02-11 09:10", None, "claims-release"),
    "backup-copy-reader": ("team-cloud-platform", "Greyfinch Backup checks copies", "APR-C-005", "2027-02-28", "2026-11-17 01:30", "2025-09-01 09:10", "greyfinch-backup", "greyfinch-copy-check"),
    "operations-monitor": ("team-cloud-platform", "Watches the trail and the queue", "APR-C-006", "2027-06-30", "2026-11-16 08:20", "2025-02-12 09:00", None, "operations-monitor"),
    "break-glass": ("team-security", "Emergency access only", "APR-C-007", "2027-01-31", "2026-10-12 15:05", "2025-02-12 09:10", None, "emergency-access"),
    "print-gateway": ("team-claims", "Fetches letters for the print supplier", "APR-C-008", "2027-06-30", "2026-11-17 22:10", "2026-10-05 09:00", None, "print-gateway"),
    "partner-sftp": ("team-claims", "Takes claim files in from assessors", "APR-C-010", "2027-06-30", "2026-11-18 03:10", "2026-10-05 09:00", None, "partner-sftp")}
USER = arn("user/svc-partner-sftp")  # its key is deleted; it goes at the end of the year
COPY_CHECK = "arn:aws:iam::777788889999:role/greyfinch-copy-check"  # the supplier's own role, in its own account
PEOPLE = {"person:hanne.birk": ("platform-lead", "team-cloud-platform"), "person:oskar.lindt": ("platform-engineer", "team-cloud-platform"),
          "person:priya.sandoval": ("claims-lead", "team-claims"), "person:sunniva.dale": ("security-approver", "team-security"),
          "person:rafael.munk": ("ai-governance-lead", "team-governance"), "person:petra.lisle": ("data-protection-officer", "team-governance"),
          "person:ines.calder": ("chief-risk-officer", "team-governance"), "person:theo.marsh": ("budget-owner", "team-claims")}
TEAMS = {"team-cloud-platform": "environment-owner", "team-claims": "business-owner", "team-security": "control-owner", "team-governance": "governance-owner"}
CLIENTS = {"oauth:greyfinch-console": ("greyfinch-backup", "Greyfinch Backup", ["backup.read"], "Checks that copies are complete"),
           "oauth:stillwater-print": ("stillwater-print", "Stillwater Print", ["letters.read"], "Prints and posts letters")}
# Parties that the account's own trust policies let in: each is a supplier like the others, with what it may reach approved.
CLOUD = {"lambda.amazonaws.com": "Runs functions", "ecs-tasks.amazonaws.com": "Runs containers", "rolesanywhere.amazonaws.com": "Lets devices in by certificate",
         "https://token.actions.githubusercontent.com repo:larkspur-mutual/claims-cloud:environment:claims-prod": "Signs the pipeline in",
         arn("saml-provider/larkspur-sso") + " hanne.birk, oskar.lindt": "Signs people on call in"}
SUPPLIERS = [(vendor, name, scopes, purpose) for vendor, name, scopes, purpose in CLIENTS.values()] + [
    (party, "GitHub" if "github" in party else "Amazon Web Services", ["assume-role"], purpose) for party, purpose in CLOUD.items()]
PIPELINE = "github:larkspur-mutual/claims-cloud:claims-prod"
# What each role is there to do, in the words of its policies.
details = json.loads((S.folder / "aws/account-authorization-details.json").read_text())
documents = {policy["Arn"]: next(version["Document"] for version in policy["PolicyVersionList"] if version["IsDefaultVersion"]) for policy in details["Policies"]}
MAY = {role["RoleName"]: sorted({action for policy in role["AttachedManagedPolicies"] for statement in documents[policy["PolicyArn"]]["Statement"]
                                 for action in statement["Action"]}) for role in details["RoleDetailList"]}
SUBJECT = "repo:larkspur-mutual/claims-cloud:environment:claims-prod"  # what GitHub's token says of the pipeline
SSO = "saml:larkspur-sso"
ASSETS = {"arn:aws:s3:::larkspur-claims-prod-documents": "bucket", f"arn:aws:dynamodb:{REGION}:{NUMBER}:table/claims-prod": "table",
          f"arn:aws:sqs:{REGION}:{NUMBER}:claims-prod-intake": "queue", f"arn:aws:lambda:{REGION}:{NUMBER}:function:claims-prod-api": "function",
          f"arn:aws:ecs:{REGION}:{NUMBER}:service/claims-prod/claims-batch": "service",
          f"arn:aws:backup:{REGION}:{NUMBER}:backup-vault:claims-prod": "backupVault", "arn:aws:s3:::larkspur-claims-prod-print-spool": "bucket",
          "arn:aws:s3:::larkspur-claims-prod-partner-drop": "bucket", f"arn:aws:cloudtrail:{REGION}:{NUMBER}:trail/claims-prod": "trail"}
BUCKET, TABLE, QUEUE, API, BATCH, VAULT, PRINT, PARTNER, TRAIL = ASSETS
ASSETS |= {arn("role/" + name): "role" for name in ROLES} | {"claims-cloud": "service", BUCKET + "/claims": "prefix", PRINT + "/out/letters": "prefix",
                                                                        PARTNER + "/in/files": "prefix"}

for path, kinds, form, command in [
        ("aws/credential-report.csv", ["iam-credential-report", "nhi-inventory"], "aws-credential-report",
         "aws iam get-credential-report --query Content --output text | base64 -d"),
        ("aws/account-authorization-details.json", ["nhi-inventory", "iam-policy-export", "federation-trust-config"],
         "aws-account-authorization-details",
         "aws iam get-account-authorization-details --filter User Role Group LocalManagedPolicy")]:
    S.list(path, kinds, form, collected=NOW + " 06:00", system="aws-iam:" + NUMBER, command=command, account=NUMBER)

# -- Registers -------------------------------------------------------------------------------------

common = {"controller": "customer", "local": False, "environment": PROD, "status": "enabled"}
inventory = [{
    "id": arn("role/" + name), "kind": "role", "provider": "aws", "account": NUMBER, "displayName": name, "owner": owner, "purpose": purpose,
    "workloads": [application], "scopeStatement": MAY[name], "vendor": vendor, **common, "privileged": name == "break-glass", "approval": approval,
    "createdAt": t(created), "lastUsedAt": t(last), "endsAt": t(ends)}
    for name, (owner, purpose, approval, ends, last, created, vendor, application) in ROLES.items()]
inventory += [
    {"id": USER, "kind": "user", "provider": "aws", "account": NUMBER, "displayName": "svc-partner-sftp", "owner": "team-claims",
     "purpose": "Took claim files in from assessors, until the role did", "workloads": ["partner-sftp"], **common, "privileged": False,
     "approval": "APR-C-009", "createdAt": t("2025-06-02 09:00"), "lastUsedAt": t("2026-11-11 03:10"), "endsAt": t("2026-12-31")},
    {"id": COPY_CHECK, "kind": "role", "provider": "aws", "account": "777788889999", "displayName": "greyfinch-copy-check",
     "owner": "team-cloud-platform", "purpose": "Checks that copies are complete", "workloads": ["greyfinch-copy-check"], "scopeStatement": ["sts:AssumeRole"],
     "vendor": "greyfinch-backup", **(common | {"controller": "vendor", "environment": "greyfinch-prod"}), "privileged": False,
     "approval": "APR-C-005", "createdAt": t("2025-09-01 09:00"), "lastUsedAt": t("2026-11-17 01:30"), "endsAt": t("2027-02-28")}]
inventory += [{
    "id": client, "kind": "oauthClient", "provider": "larkspur-directory", "account": "larkspur", "displayName": name,
    "owner": "team-cloud-platform", "purpose": purpose, "workloads": [vendor], "scopeStatement": scopes, "vendor": vendor, **(common | {"controller": "customer"}),
    "privileged": False, "approval": "APR-C-" + vendor, "createdAt": t("2025-09-01 08:00"), "lastUsedAt": t("2026-11-16 01:30"),
    "endsAt": t("2027-02-28")} for client, (vendor, name, scopes, purpose) in CLIENTS.items()]
inventory += [
    {"id": PIPELINE, "aliases": [SUBJECT], "kind": "workload", "provider": "github", "account": "larkspur-mutual", "displayName": "claims-cloud release",
     "owner": "team-cloud-platform", "purpose": "Releases the claims platform", "workloads": ["claims-release"], **common,
     "privileged": True, "approval": "APR-C-004", "createdAt": t("2025-02-11 09:00"), "lastUsedAt": t("2026-11-13 14:05"),
     "endsAt": t("2027-03-31")},
    {"id": SSO, "aliases": [arn("saml-provider/larkspur-sso")], "kind": "app", "provider": "larkspur-directory", "account": "larkspur", "displayName": "AWS single sign-on",
     "owner": "team-security", "purpose": "Signs people in to AWS roles", "workloads": ["larkspur-sso"], **common, "privileged": True,
     "approval": "APR-C-006", "createdAt": t("2025-02-01 09:00"), "lastUsedAt": t("2026-11-17 08:10"), "endsAt": t("2027-06-30")}]
inventory += [{
    "id": person, "aliases": [person[7:]], "kind": "person", "provider": "larkspur-directory", "account": "larkspur", "displayName": person[7:], "owner": team,
    "purpose": role, **common, "privileged": team != "team-claims", "approval": "APR-C-006", "createdAt": t("2024-05-01"),
    "lastUsedAt": t("2026-11-17 08:10"), "endsAt": "never"} for person, (role, team) in PEOPLE.items()]
S.canonical("registers", "nhi-inventory", inventory, collected=NOW + " 06:10", system="identity-governance",
            command="idctl inventory export --system claims-cloud")

SESSIONS = {"claims-api": "2026-11-18 04:40", "claims-batch": "2026-11-18 02:15", "claims-deploy-prod": "2026-11-13 14:05",
            "backup-copy-reader": "2026-11-17 01:30", "operations-monitor": "2026-11-16 08:20", "print-gateway": "2026-11-17 22:10",
            "partner-sftp": "2026-11-18 03:10"}
HOLDERS = {"claims-deploy-prod": PIPELINE}
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
        ("cred-greyfinch", "oauth:greyfinch-console", "secret:greyfinch", "customer", "team-cloud-platform", "2026-09-21 09:00", "2026-12-18 09:00", "2026-11-16 01:30"),
        ("cred-stillwater", "oauth:stillwater-print", "secret:stillwater", "customer", "team-claims", "2026-10-02 09:00", "2026-12-30 09:00", "2026-11-16 01:30"),
        ("cred-print-gateway", arn("role/print-gateway"), "secret:print-gateway", "customer", "team-claims", "2026-10-05 09:00", "2027-01-02 09:00", "2026-11-17 22:10"),
        ("cred-partner-sftp", arn("role/partner-sftp"), "secret:partner-sftp", "customer", "team-claims", "2026-10-05 09:00", "2027-01-02 09:00", "2026-11-18 03:10")]]
# Each workload of the account proves what it is to AWS; what the proof is good for is an hour, renewed all the time.
WORKLOADS = {arn("role/" + name): name for name in ROLES} | {USER: "partner-sftp-user", COPY_CHECK: "greyfinch-copy-check", PIPELINE: "claims-release",
                                                             SSO: "larkspur-sso"} | {client: one[0] for client, one in CLIENTS.items()}
proofs = [(f"idt-{name}{suffix}", identity, name, start) for identity, name in WORKLOADS.items() for suffix, start in [("-first", "2026-10-11 05:30"), ("", NOW + " 05:30")]]
for credential, identity, name, start in proofs:
    ends = z(after(at(start), minutes=45))
    place = PROD
    issuances.append({
        "id": "iss-" + credential, "credential": credential, "issuer": "sts.amazonaws.com", "identity": identity, "kind": "workloadToken",
        "workloadEntry": f"spiffe://agents.larkspur.example/cloud/claims-prod/{name}", "instance": name + "-0", "scopes": [], "audiences": ["aws:" + NUMBER],
        "boundTo": "audience", "forwarding": "notForwarded", "chainVerified": "yes", "lifetime": "45 minutes", "result": "issued", "tenant": TENANT,
        "environment": place, "issuedAt": t(start), "expiresAt": ends, "firstUsedAt": t(start), "lastUsedAt": t(start), "revokedAt": "never"})
    credentials.append({
        "id": credential, "identity": identity, "kind": "federated", "status": "expired", "lifetimeClass": "perTask", "issuance": "iss-" + credential,
        "holders": [identity], "managedBy": "customer", "boundTo": "audience", "owner": "team-cloud-platform", "tenant": TENANT, "environment": place,
        "basis": "observed", "createdAt": t(start), "rotatedAt": "never", "expiresAt": ends, "lastUsedAt": t(start), "revokedAt": "never"})
S.canonical("identity", "workload-identity-entries", [{
    "name": f"spiffe://agents.larkspur.example/cloud/claims-prod/{name}", "entry": f"c-entry-{number:02d}", "trustDomain": "agents.larkspur.example",
    "selectors": ["aws:account:" + NUMBER, "aws:identity:" + identity], "nodeAttestation": "aws_iid", "workloadAttestation": "aws-iam", "identity": identity,
    "owner": "team-cloud-platform", "tenant": TENANT, "environment": PROD, "tokenLifetime": "45 minutes",
    "certificateLifetime": "45 minutes", "administrator": False, "downstream": False, "federatesWith": [], "basis": "configured",
    "createdAt": t("2025-02-10 09:00"), "expiresAt": "never"} for number, (identity, name) in enumerate(WORKLOADS.items(), 1)],
    collected=NOW + " 06:05", system="identity-governance", command="idctl workloads export --system claims-cloud")
S.canonical("registers", "iam-credential-report", credentials, "csv", collected=NOW + " 06:11", system="identity-governance",
            command="idctl credentials export --system claims-cloud")
S.canonical("registers", "role-register", [{
    "person": person, "role": role, "scope": "claims-cloud", "kind": "person", "identity": person, "team": team,
    "contact": person[7:] + "@larkspur.example", "party": "customer", "status": "active", "startsAt": t("2024-05-01"), "endsAt": "never"}
    for person, (role, team) in PEOPLE.items()] + [{
    "person": team, "role": role, "scope": "claims-cloud", "kind": "team", "contact": team + "@larkspur.example", "party": "customer",
    "status": "active", "startsAt": t("2024-05-01"), "endsAt": "never"} for team, role in TEAMS.items()] + [{
    "person": "person:greyfinch.desk", "role": "vendor-security-desk", "scope": "claims-cloud", "kind": "person", "contact": "desk@greyfinch.example",
    "party": "vendor", "status": "active", "startsAt": t("2025-09-01"), "endsAt": "never"}] + [{
    "person": person, "role": role, "scope": "claims-cloud", "kind": "person", "identity": person, "team": PEOPLE[person][1],
    "contact": person[7:] + "@larkspur.example", "party": "customer", "status": "active", "startsAt": t("2024-05-01"), "endsAt": "never"}
    for person, role in claims_cloud_operations.roles(PEOPLE)], "csv",
    collected=NOW + " 06:12", system="larkspur-directory", command="dirctl roles export")
S.canonical("registers", "environment-register", [
    {"id": PROD, "kind": "production", "tenants": [TENANT], "accounts": [NUMBER, "larkspur-mutual", "larkspur"], "networks": ["10.20.0.0/16"],
     "owner": "team-cloud-platform", "productionData": "yes", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2025-02-01"), "validatedAt": t("2026-10-14 10:00"), "endsAt": "never"},
    {"id": "claims-staging", "kind": "staging", "tenants": [TENANT], "accounts": ["111122224444"], "networks": ["10.21.0.0/16"],
     "owner": "team-cloud-platform", "productionData": "no", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2025-02-01"), "validatedAt": t("2026-10-14 11:00"), "endsAt": "never"},
    {"id": "greyfinch-prod", "kind": "production", "accounts": ["777788889999"], "networks": ["203.0.113.0/24"],
     "owner": "team-cloud-platform", "productionData": "yes", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2025-09-01"), "validatedAt": t("2026-10-14 12:00"), "endsAt": "never"}],
    collected=NOW + " 06:13", system="landing-zone", command="lzctl environments export")
S.canonical("registers", "asset-inventory", [{
    "id": asset, "kind": kind, "account": NUMBER, "owner": "team-cloud-platform", "tenant": TENANT, "environment": PROD,
    "sensitivity": "confidential", "criticality": "high", "state": "active", "createdAt": t("2025-02-03"), "lastSeenAt": t(NOW + " 05:30"),
    "retiredAt": "never"} for asset, kind in ASSETS.items()], "csv", collected=NOW + " 06:13", system="aws-config:" + NUMBER,
    command="aws configservice list-discovered-resources", account=NUMBER)
S.canonical("registers", "third-party-register", [{
    "id": vendor, "name": name, "service": purpose, "businessUnit": "claims", "owner": "team-cloud-platform",
    "accessOwner": "person:hanne.birk", "policyOwner": "person:sunniva.dale", "loggingOwner": "person:oskar.lindt",
    "retirementOwner": "person:oskar.lindt", "dataClasses": ["letters"] if vendor == "stillwater-print" else [], "declaredTier": "high", "criticality": "medium", "access": scopes, "approvedScopes": scopes, "inspectsPrompts": False, "brokersAccess": False, "brokersActions": False,
    "monitorsModels": False,
    "sharedTenancy": False, "regulated": True, "identityController": "customer", "contract": "CTR-" + vendor, "state": "active",
    "approval": "APR-C-" + vendor, "connectedAt": t("2026-06-20 09:00"), "reviewedAt": t("2026-06-18 10:00"),
    "reviewDueAt": t("2027-06-18"), "endedAt": "never"} for vendor, name, scopes, purpose in SUPPLIERS] + [{
    "record": "Subprocessor", "id": "sub-greyfinch-1", "vendor": "greyfinch-backup", "name": "Coldharbour Storage",
    "purpose": "Second copy", "place": "IE", "listedAt": t("2026-06-18"), "endedAt": "never"}],
    collected=NOW + " 06:14", system="vendor-management", command="vmctl export --system claims-cloud")
S.canonical("registers", "oauth-grant-list", [{
    "id": "grant-" + vendor, "client": client, "clientName": name, "publisher": name, "publisherVerified": True, "vendor": vendor,
    "kind": "application", "resource": VAULT if vendor.startswith("grey") else PRINT, "scopes": scopes, "tenantWide": False,
    "consentedBy": "person:sunniva.dale", "owner": "team-cloud-platform", "purpose": purpose, "approval": "APR-C-" + vendor,
    "tenant": TENANT, "environment": PROD, "status": "active", "revocationPath": "dirctl grants revoke grant-" + vendor,
    "basis": "configured", "grantedAt": t("2026-06-20 10:00"), "expiresAt": t("2027-02-28"), "lastUsedAt": t("2026-11-16 01:30"),
    "revokedAt": "never"} for client, (vendor, name, scopes, purpose) in CLIENTS.items()],
    collected=NOW + " 06:15", system="larkspur-directory", command="dirctl grants export")

# Rights that AWS does not keep: of clients, of the pipeline, of the supplier's role and of the sign-on.
STANDING = [(PIPELINE, "sts:AssumeRoleWithWebIdentity", arn("role/claims-deploy-prod"), "APR-C-011", "releases take the deploy role"),
            (COPY_CHECK, "sts:AssumeRole", arn("role/backup-copy-reader"), "APR-C-012", "the supplier's check takes the reader role"),
            (SSO, "sts:AssumeRoleWithSAML", arn("role/break-glass"), "APR-C-013", "people on call take the emergency role"),
            ("oauth:greyfinch-console", "backup.read", VAULT, "APR-C-014", "checks that copies are complete"),
            ("oauth:stillwater-print", "letters.read", PRINT, "APR-C-015", "prints and posts letters")]
APPROVED = {"APR-C-001": arn("policy/claims-boundary"), "APR-C-009": USER} | {role[2]: arn("role/" + name) for name, role in ROLES.items()}
APPROVED |= {approval: holder for holder, _, _, approval, _ in STANDING}
ENDS = {"APR-C-004": "2027-03-31", "APR-C-005": "2027-02-28", "APR-C-007": "2027-01-31", "APR-C-009": "2026-12-31",
        "APR-C-012": "2027-02-28", "APR-C-013": "2027-01-31", "APR-C-014": "2027-02-28", "APR-C-015": "2027-02-28"}
S.canonical("identity", "iam-policy-export", [{
    "id": f"ent-c-{number:02d}", "holder": holder, "effect": "allow", "actions": [action], "resources": [resource], "via": "binding",
    "policy": "access-ledger", "resolved": True, "administrative": False, "environment": PROD, "grantedBy": "person:sunniva.dale",
    "approval": approval, "reason": reason, "basis": "declared", "grantedAt": t("2026-07-01 14:30"),
    "expiresAt": t(ENDS.get(approval, "2027-06-30"))} for number, (holder, action, resource, approval, reason) in enumerate(STANDING, 1)],
    collected=NOW + " 06:16", system="identity-governance", command="idctl grants export --system claims-cloud")
# Two people on call may take the emergency role; the roster says so by name, as its trust policy does.
S.canonical("identity", "federation-trust-config", [{
    "id": f"trust-c-{number}", "target": arn("role/break-glass"), "principalKind": "identity", "principal": person, "trustedIdentity": person,
    "multiFactorRequired": True, "maximumSession": "60 minutes", "principalTenant": TENANT, "principalEnvironment": PROD, "tenant": TENANT,
    "environment": PROD, "approval": "APR-C-007", "reason": "on call", "basis": "declared", "createdAt": t("2026-07-01 14:30"),
    "expiresAt": t("2027-01-31")} for number, person in enumerate(["person:hanne.birk", "person:oskar.lindt"], 1)],
    collected=NOW + " 06:16", system="on-call-desk", command="oncall roster export")
S.canonical("registers", "approval-register", [{
    "id": identifier, "kind": "access", "targetKind": "entitlement", "target": target, "tier": "production", "decision": "approved",
    "approvedTenants": [TENANT], "approvedEnvironments": [PROD], "requester": "person:hanne.birk", "approver": "person:sunniva.dale",
    "accountable": "team-cloud-platform", "automated": True, "assessment": "review-2026-06",
    "assessmentDigest": digest("assessment " + identifier), "monitoringPlan": "POL-monitoring", "reason": "yearly renewal of access", "requestedAt": t("2026-06-20 09:00"),
    "decidedAt": t("2026-07-01 14:00"), "connectedAt": t("2026-07-02"), "liveAt": t("2026-07-02"),
    "reviewDueAt": t(ENDS.get(identifier, "2027-06-30")), "expiresAt": t(ENDS.get(identifier, "2027-06-30")), "withdrawnAt": "never"}
    for identifier, target in sorted(APPROVED.items())] + [{
    "id": "APR-C-live", "kind": "goLive", "targetKind": "product", "target": "claims-cloud", "tier": "production", "decision": "approved",
    "approvedTenants": [TENANT], "approvedEnvironments": [PROD], "requester": "person:hanne.birk", "approver": "person:sunniva.dale",
    "accountable": "team-cloud-platform", "automated": False, "assessment": "review-2026-06",
    "assessmentDigest": digest("assessment claims-cloud"), "monitoringPlan": "POL-monitoring", "reason": "yearly renewal after the review", "requestedAt": t("2026-06-20 09:00"),
    "decidedAt": t("2026-07-01 15:00"), "connectedAt": t("2025-02-10"), "liveAt": t("2025-02-10"), "reviewDueAt": t("2027-06-30"),
    "expiresAt": t("2027-06-30"), "withdrawnAt": "never"}] + [{
    "id": "APR-C-" + vendor, "kind": "security", "targetKind": "vendor", "target": vendor, "vendor": vendor, "tier": "production",
    "decision": "approved", "approvedScopes": scopes, "approvedResources": list(ASSETS) + [BUCKET + "/*", PRINT + "/out/*", PARTNER + "/in/*"], "approvedTenants": [TENANT], "approvedEnvironments": [PROD],
    "requester": "person:hanne.birk", "approver": "person:sunniva.dale", "accountable": "team-cloud-platform", "automated": False,
    "assessment": "review-2026-06", "assessmentDigest": digest("assessment " + vendor), "monitoringPlan": "POL-monitoring",
    "reason": purpose, "requestedAt": t("2026-06-10 09:00"), "decidedAt": t("2026-06-19 09:00"), "connectedAt": t("2026-06-20"),
    "liveAt": t("2026-06-20"), "reviewDueAt": t("2027-06-18"), "expiresAt": t("2027-06-18"), "withdrawnAt": "never"}
    for vendor, _, scopes, purpose in SUPPLIERS] + [{
    "id": f"APR-C-{kind}-{vendor}", "kind": kind, "targetKind": "vendor" if kind == "commercial" else "tool", "target": vendor if kind == "commercial" else "use-" + vendor,
    "vendor": vendor, "tier": "production", "decision": "approved", "approvedTenants": [TENANT], "approvedEnvironments": [PROD],
    "requester": "person:hanne.birk", "approver": "person:theo.marsh" if kind == "commercial" else "person:sunniva.dale",
    "accountable": "team-cloud-platform", "automated": False, "assessment": "review-2026-06", "assessmentDigest": digest("assessment " + vendor),
    "monitoringPlan": "POL-monitoring", "reason": "price and term agreed" if kind == "commercial" else purpose, "requestedAt": t("2026-06-10 09:00"),
    "decidedAt": t("2026-06-18 09:00"), "connectedAt": t("2026-06-20"), "liveAt": t("2026-06-20"), "reviewDueAt": t("2027-06-10"),
    "expiresAt": t("2027-06-10"), "withdrawnAt": "never"} for vendor, _, _, purpose in SUPPLIERS for kind in ["commercial", "security"]] + [{
    "id": f"APR-C-flow-{number}", "kind": "access", "targetKind": "entitlement", "target": f"flow-c-{number}-allowed", "tier": "production",
    "decision": "approved", "approvedTenants": [TENANT], "approvedEnvironments": [PROD], "requester": "person:hanne.birk",
    "approver": "person:sunniva.dale", "accountable": "team-cloud-platform", "automated": True, "reason": "needed by the platform",
    "requestedAt": t("2026-06-10 09:00"), "decidedAt": t("2026-06-18 09:00"), "connectedAt": t("2026-06-20"), "liveAt": t("2026-06-20"),
    "reviewDueAt": t("2027-06-10"), "expiresAt": t("2027-06-10"), "withdrawnAt": "never"} for number in [1, 2]],
    collected=NOW + " 06:16", system="approvals", command="approvals export --system claims-cloud")
S.canonical("registers", "lifecycle-events", [{
    "id": f"lce-c-{number:03d}", "targetKind": kind, "target": target, "identity": identity, "vendor": vendor, "event": event,
    "state": state, "automated": True, "performedBy": "person:oskar.lindt", "ticket": f"CLD-{400 + number}", "tenant": TENANT,
    "environment": PROD, "recordedAt": t(recorded), "effectiveAt": t(effective)}
    for number, (kind, target, identity, vendor, event, state, recorded, effective) in enumerate([
        ("identity", arn("role/claims-api"), arn("role/claims-api"), None, "onboard", "done", "2025-02-10 09:05", "2025-02-10 09:00"),
        ("identity", arn("role/backup-copy-reader"), arn("role/backup-copy-reader"), "greyfinch-backup", "onboard", "done", "2025-09-01 09:15", "2025-09-01 09:10"),
        ("vendor", "greyfinch-backup", None, "greyfinch-backup", "review", "done", "2026-06-18 12:00", "2026-06-18 10:00"),
        ("vendor", "stillwater-print", None, "stillwater-print", "review", "done", "2026-06-18 12:05", "2026-06-18 10:30"),
        ("credential", USER + "/access-key-1", USER, None, "retire", "done", "2026-11-12 09:05", "2026-11-12 09:00"),
        ("identity", USER, USER, None, "retire", "planned", "2026-11-12 09:05", "2026-12-31 18:00"),
        ("person", "person:jonas.elm", None, None, "offboard", "done", "2026-09-30 17:00", "2026-09-30 18:00"),
        ("application", "claims-archive-viewer", None, None, "retire", "done", "2026-08-15 10:00", "2026-08-15 09:00")]
        + [("identity", each["id"], each["id"], None, what, state, recorded, effective) for each in inventory for what, state, recorded, effective in [
            ("onboard", "done", each["createdAt"][:16].replace("T", " "), each["createdAt"][:16].replace("T", " ")), ("rotate", "done", "2026-10-20 09:00", "2026-10-20 09:00"),
            ("review", "done", "2026-10-20 09:00", "2026-10-20 09:00"), ("offboard", "planned", "2026-10-20 09:00", "2027-06-30 18:00")]
            if not (what in ("rotate", "offboard") and each["kind"] == "person" or what == "offboard" and each["id"] == USER)]
        + [("application", name, None, None, "onboard", "done", "2025-09-01 10:00", "2025-09-01 09:00")
           for name in sorted({role[7] for role in ROLES.values()} | {vendor for vendor, *_ in CLIENTS.values()} | {"larkspur-sso"})]
        + [("vendor", vendor, None, vendor, "onboard", "done", "2025-09-01 10:00", "2025-09-01 09:00") for vendor, *_ in SUPPLIERS]
        + [("person", person, None, None, "onboard", "done", "2024-05-01 09:00", "2024-05-01 09:00") for person in PEOPLE], 1)], "csv",
    collected=NOW + " 06:17", system="identity-governance", command="idctl events export --system claims-cloud")
S.canonical("registers", "threat-intel-feed", [
    {"id": "adv-c-01", "feed": "osv", "title": "Greyfinch console: session fixation", "severity": "medium",
     "vendor": "greyfinch-backup", "disposition": "handled", "change": "CHG-C-031", "publishedAt": t("2026-10-06 08:00"), "receivedAt": t("2026-10-06 09:00"),
     "handledAt": t("2026-10-07 15:00")},
    {"id": "adv-c-02", "feed": "vendor-advisories", "title": "Stillwater portal: mail spoofing", "severity": "low",
     "vendor": "stillwater-print", "disposition": "notApplicable", "publishedAt": t("2026-11-02 08:00"), "receivedAt": t("2026-11-02 09:00"),
     "handledAt": t("2026-11-02 16:00")},
    {"id": "adv-c-03", "feed": "osv", "title": "A library that is not used here", "severity": "low", "vendor": "stillwater-print", "disposition": "notApplicable",
     "publishedAt": t("2026-11-09 08:00"), "receivedAt": t("2026-11-09 09:00"), "handledAt": t("2026-11-09 16:00")}], collected=NOW + " 06:18", system="advisory-queue", command="advisories export")

S.canonical("registers", "change-record", [
    {"id": "CHG-C-031", "kind": "configuration", "target": "oauth:greyfinch-console", "vendor": "greyfinch-backup", "trigger": "threat",
     "triggeredBy": "adv-c-01", "material": False, "emergency": False, "author": "person:oskar.lindt", "reviewer": "person:hanne.birk",
     "approver": "person:sunniva.dale", "reason": "sessions of the console end after 30 minutes, all running ones were ended",
     "riskNote": "read with the reviewer; long work signs in twice",
     "result": "no other session was seen", "environment": PROD, "triggeredAt": t("2026-10-06 09:00"), "approvedAt": t("2026-10-07 11:00"),
     "liveAt": t("2026-10-07 14:30"), "revertedAt": "never"},
    {"id": "CHG-C-033", "kind": "infrastructure", "target": "module.claims-prod", "trigger": "schedule", "triggeredBy": "release-2026.11", "material": False,
     "emergency": False, "author": "person:oskar.lindt", "reviewer": "person:hanne.birk", "approver": "person:sunniva.dale",
     "reason": "nodes renewed", "riskNote": "read with the reviewer", "previousDigest": digest("module claims-prod 10"),
     "deployedDigest": digest("module claims-prod 11"), "telemetryChecked": "yes", "result": "as expected after a day", "environment": PROD,
     "triggeredAt": t("2026-11-11 09:00"), "approvedAt": t("2026-11-13 11:00"), "liveAt": t("2026-11-13 14:05"), "revertedAt": "never"}],
    collected=NOW + " 06:18", system="change-desk", command="changes export --system claims-cloud")
S.canonical("registers", "tool-inventory", [{
    "id": "use-" + vendor, "name": name, "kind": "connector", "vendor": vendor, "connectedBy": "person:hanne.birk", "owner": "team-cloud-platform",
    "team": "team-cloud-platform", "purpose": purpose, "identities": [client], "grants": ["grant-" + vendor], "discovery": "declaration",
    "environment": PROD, "approval": "APR-C-security-" + vendor, "basis": "observed", "connectedAt": t("2026-06-20 09:00"),
    "lastUsedAt": t("2026-11-16 01:30"), "disconnectedAt": "never"} for client, (vendor, name, _, purpose) in CLIENTS.items()],
    collected=NOW + " 06:18", system="software-register", command="idctl applications discover --system claims-cloud")
# No agent works here and no tool server runs: both registers say so.
S.canonical("registers", "agent-manifest", [], collected=NOW + " 06:18", system="agent-registry",
            command="orchardctl agents export --system claims-cloud")
S.canonical("registers", "tool-registry", [], collected=NOW + " 06:18", system="agent-registry",
            command="orchardctl tools export --system claims-cloud")
S.canonical("registers", "exception-register", [
    {"id": "EXC-C-001", "kind": "trial", "control": "NHI5-2", "requirement": "NHI5:2025", "target": arn("role/break-glass"),
     "records": [f"{arn('role/break-glass')}#{arn('policy/break-glass-repair')}#{number}" for number in (1, 2, 3)],
     "identity": arn("role/break-glass"), "reason": "Emergency rights are not used in ordinary times; rights by request are on trial in their place.", "owner": "team-security",
     "approver": "person:sunniva.dale", "requester": "person:hanne.birk", "retiredBy": "person:oskar.lindt",
     "compensatingControl": "Two named people, an approval before each use, a rotation after it", "state": "active", "environment": PROD,
     "approvedAt": t("2026-10-16 11:00"), "startsAt": t("2026-10-16 12:00"), "expiresAt": t("2026-12-11"), "retiredAt": "never"},
    {"id": "EXC-C-002", "kind": "trial", "control": "PRO-6", "requirement": "GV.SC-07", "target": COPY_CHECK, "records": [COPY_CHECK], "identity": COPY_CHECK,
     "vendor": "greyfinch-backup", "reason": "The supplier checks copies from its own account; a role of ours is on trial in its place.",
     "owner": "person:hanne.birk", "approver": "person:sunniva.dale", "requester": "person:oskar.lindt", "retiredBy": "person:hanne.birk",
     "compensatingControl": "One role of ours, by external id, that lists recovery points and nothing else", "state": "active", "environment": PROD,
     "approvedAt": t("2026-10-16 11:00"), "startsAt": t("2026-10-16 12:00"), "expiresAt": t("2026-12-11"), "retiredAt": "never"}],
    collected=NOW + " 06:18", system="exceptions", command="approvals exceptions export --system claims-cloud")

# -- Identity settings -----------------------------------------------------------------------------

clients = [(arn("role/" + name), "sts.amazonaws.com", "federated-token", "45 minutes", "RS256") for name in ROLES]
clients += [(client, "larkspur-directory", "signed-assertion", "30 minutes", "ES256") for client in CLIENTS]
clients += [(PIPELINE, "token.actions.githubusercontent.com", "federated-token", "15 minutes", "RS256"),
            (SSO, "larkspur-directory", "signed-assertion", "30 minutes", "RS256")]
S.canonical("identity", "auth-config", [{
    "client": client, "issuer": issuer, "methods": [method], "grantTypes": ["token-exchange"], "tokenLifetime": lifetime,
    "algorithms": [algorithm], "boundTo": "audience", "audiences": ["aws:" + NUMBER], "passThroughAllowed": False,
    "interactiveAllowed": client in (SSO, arn("role/break-glass")), "multiFactorRequired": client == SSO or None,
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
           (COPY_CHECK, None, "federatedToken", 2, "software", "2025-09-01 09:00"),
           ("oauth:greyfinch-console", "cred-greyfinch", "signedAssertion", 2, "hardware", "2026-09-21 09:00"),
           ("oauth:stillwater-print", "cred-stillwater", "signedAssertion", 2, "hardware", "2026-10-02 09:00")], 1)], "csv",
    collected=NOW + " 06:20", system="larkspur-directory", command="dirctl authenticators export")
S.canonical("identity", "token-issuance", issuances, "jsonl", collected=NOW + " 06:21", system="aws-cloudtrail:" + NUMBER,
            command="aws cloudtrail lookup-events, AssumeRole*", account=NUMBER, period=("2026-10-11", NOW))
S.canonical("identity", "delegations", [{
    "id": f"del-c-{number:02d}", "from": source, "to": arn("role/" + name), "kind": "roleAssumption", "depth": 1,
    "scope": ["role:" + name], "issuance": f"iss-c-{order:02d}", "credential": "sess-" + name, "fromTenant": TENANT, "toTenant": TENANT,
    "fromEnvironment": PROD, "toEnvironment": PROD, "fromOwner": "team-cloud-platform", "toOwner": ROLES[name][0], "approval": ROLES[name][2],
    "reason": ROLES[name][1], "basis": "observed", "createdAt": t(SESSIONS[name]), "expiresAt": z(after(at(SESSIONS[name]), minutes=45)),
    "revokedAt": "never"} for number, (source, name, order) in enumerate(
        [(PIPELINE, "claims-deploy-prod", 3), (COPY_CHECK, "backup-copy-reader", 4)], 1)],
    collected=NOW + " 06:22", system="aws-cloudtrail:" + NUMBER, command="aws cloudtrail lookup-events, AssumeRole*", account=NUMBER,
    period=("2026-10-20", NOW))
SECRETS = [("secret:sso-signing", "cred-sso-signing", SSO, "2026-09-14 09:00", "2026-12-09 09:00", "2026-12-11 09:00"),
           ("secret:break-glass", "cred-break-glass", arn("role/break-glass"), "2026-10-12 18:30", "2027-01-06 18:30", "2027-01-08 18:30"),
           ("secret:greyfinch", "cred-greyfinch", "oauth:greyfinch-console", "2026-09-21 09:00", "2026-12-16 09:00", "2026-12-18 09:00"),
           ("secret:stillwater", "cred-stillwater", "oauth:stillwater-print", "2026-10-02 09:00", "2026-12-28 09:00", "2026-12-30 09:00"),
           ("secret:print-gateway", "cred-print-gateway", arn("role/print-gateway"), "2026-10-05 09:00", "2026-12-30 09:00", "2027-01-02 09:00"),
           ("secret:partner-sftp", "cred-partner-sftp", arn("role/partner-sftp"), "2026-10-05 09:00", "2026-12-30 09:00", "2027-01-02 09:00")]
S.canonical("identity", "secret-store-metadata", [{
    "id": secret, "store": "aws-secrets-manager", "credential": credential, "identity": identity, "readers": [identity], "consumers": [identity],
    "owner": "team-cloud-platform", "tenant": TENANT, "environment": PROD, "plaintext": False, "rotationEnabled": True,
    "rotationInterval": "86 days", "lifetime": "88 days", "versionCount": 4, "basis": "configured", "createdAt": t("2025-09-01"),
    "changedAt": t(rotated), "rotatedAt": t(rotated), "nextRotationAt": t(following), "expiresAt": t(ends),
    "lastReadAt": t(max(rotated, "2026-11-16 01:30")), "deletedAt": "never"} for secret, credential, identity, rotated, following, ends in SECRETS],
    collected=NOW + " 06:23", system="aws-secretsmanager:" + NUMBER, command="aws secretsmanager list-secrets", account=NUMBER)
rotations = []
for secret, credential, identity, rotated, _, _ in SECRETS:
    for back in (255, 170, 85, 0) if rotated != "2026-10-05 09:00" else ():  # the gateways' certificates are their first
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
         ("role/operations-monitor", "cloudtrail:GetTrailStatus", TRAIL), ("role/operations-monitor", "sqs:GetQueueAttributes", QUEUE),
         ("user/svc-partner-sftp", "s3:PutObject", PARTNER)]
S.canonical("identity", "access-usage-report", [{
    "identity": arn(name), "permission": permission, "resource": resource, "useCount": 120 + 7 * number, "tenant": TENANT, "environment": PROD,
    "lastUsedAt": t("2026-05-31 22:00"), "windowStartedAt": t("2026-03-03"), "windowEndedAt": t("2026-06-01")}
    for number, (name, permission, resource) in enumerate(USAGE)], "csv", collected="2026-06-02 06:00",
    system="aws-access-advisor:" + NUMBER, command="aws iam get-service-last-accessed-details", account=NUMBER, period=("2026-03-03", "2026-06-01"))

# -- Logs ------------------------------------------------------------------------------------------

log, data = [], []
OBJECTS = {BUCKET: BUCKET + "/claims", PRINT: PRINT + "/out/letters", PARTNER: PARTNER + "/in/files"}
SAMPLED = [(name[5:], permission, OBJECTS.get(resource, resource)) for name, permission, resource in USAGE if name.startswith("role/")]
SAMPLED += [("print-gateway", "s3:GetObject", OBJECTS[PRINT]), ("partner-sftp", "s3:PutObject", OBJECTS[PARTNER])]


def event(into, when, kind, action, verb, actor, actor_kind, resource, address, client, **more):
    into.append({"id": f"{'dae' if into is data else 'aud'}-c-{len(into) + 1:04d}", "kind": kind, "action": action, "verb": verb, "actor": actor,
                 "actorKind": actor_kind, "resource": resource, "resourceKind": ASSETS[resource], "resourceTenant": TENANT,
                 "tenant": TENANT, "environment": PROD, "logSource": "cloudtrail", "sourceAddress": address, "client": client, "result": "ok", **more,
                 "occurredAt": z(when)})


# Where each works from, and with what.
CLIENT = {"claims-api": ("10.20.4.9", "lambda/2.1"), "claims-batch": ("10.20.4.8", "ecs-agent/1.9"), "claims-deploy-prod": ("10.20.9.3", "aws-cli/2.15"),
          "backup-copy-reader": ("10.20.30.5", "greyfinch/7.0"), "operations-monitor": ("10.20.4.11", "lambda/2.1"),
          "print-gateway": ("10.20.30.6", "rolesanywhere/1.2"), "partner-sftp": ("10.20.30.7", "rolesanywhere/1.2")}


def work(when, actor, action, resource, address, client, kind="control", verb="other"):
    event(log, when, kind, action, verb, actor, "workload", resource, address, client, interactive=False)


for day in range(28):
    morning = after(at("2026-10-21 00:00"), days=day)
    work(after(morning, hours=2, minutes=15), arn("role/claims-batch"), "sts:AssumeRole", BATCH, *CLIENT["claims-batch"])
    work(after(morning, hours=4, minutes=40), arn("role/claims-api"), "lambda:Invoke", API, *CLIENT["claims-api"], verb="execute")
    work(after(morning, hours=1, minutes=29), COPY_CHECK, "sts:AssumeRole", arn("role/backup-copy-reader"), "203.0.113.5", "greyfinch/7.0")
    work(after(morning, hours=8, minutes=20), arn("role/operations-monitor"), "cloudtrail:GetTrailStatus", TRAIL, *CLIENT["operations-monitor"], verb="read")
    if day % 7 < 5:
        who = list(PEOPLE)[day % 2]
        event(log, after(morning, hours=8, minutes=10), "signIn", "console.sign-in", "other", who, "person", TRAIL, "10.90.3.14", "browser",
              interactive=True)
    if day % 7 == 2:
        work(after(morning, hours=14, minutes=4), PIPELINE, "sts:AssumeRoleWithWebIdentity", arn("role/claims-deploy-prod"), *CLIENT["claims-deploy-prod"])
        # The day of each week on which the trail also keeps data events, as a sample; all of them are in the log that is missing.
        for order, (name, permission, resource) in enumerate(SAMPLED):
            work(after(morning, hours=14, minutes=5 + order), arn("role/" + name), permission, resource, *CLIENT[name],
                 kind="data" if permission.startswith(("s3:", "dynamodb:")) else "control",
                 verb="read" if ":Get" in permission or "Describe" in permission or "Query" in permission else "write")
        work(after(morning, hours=15), "oauth:greyfinch-console", "backup.read", VAULT, "10.20.30.5", "greyfinch/7.0", verb="read")
        work(after(morning, hours=15, minutes=5), "oauth:stillwater-print", "letters.read", PRINT, "10.20.30.8", "stillwater/3.1", verb="read")
    event(data, after(morning, hours=4, minutes=41), "data", "dynamodb:Query", "read", arn("role/claims-api"), "workload", TABLE, *CLIENT["claims-api"])
# The old user's last call, before its key was deleted.
work(at("2026-11-11 03:10"), USER, "s3:PutObject", OBJECTS[PARTNER], "10.20.30.7", "aws-sdk/2.0", kind="data", verb="write")
work(at("2026-10-12 15:05"), SSO, "sts:AssumeRoleWithSAML", arn("role/break-glass"), "10.20.2.4", "larkspur-sso/5")
# The one emergency of the period: approved before, and followed by a rotation (rot-c of cred-break-glass).
event(log, at("2026-10-12 15:05"), "control", "sts:AssumeRoleWithSAML", "other", arn("role/break-glass"), "person", API, "10.90.3.14", "browser",
      onBehalfOf="person:hanne.birk", credential="cred-break-glass", request="req-emergency-0007")
event(log, at("2026-10-12 15:12"), "control", "lambda:UpdateFunctionConfiguration", "write", arn("role/break-glass"), "person", API, "10.90.3.14",
      "browser", onBehalfOf="person:hanne.birk", credential="cred-break-glass", request="req-emergency-0007")
# What the revocation drill left in the log.
for when, outcome in [("2026-10-29 13:59", "ok"), ("2026-10-29 14:06", "denied")]:
    event(log, at(when), "control", "backup:DescribeRecoveryPoint", "read", arn("role/backup-copy-reader"), "workload", VAULT, *CLIENT["backup-copy-reader"],
          interactive=False, result=outcome)
log.sort(key=lambda item: item["occurredAt"])
S.canonical("logs", "audit-log", log, "jsonl", collected=NOW + " 06:30", system="aws-cloudtrail:" + NUMBER, command="cloudtrail-to-canonical",
            account=NUMBER, period=("2026-10-12", NOW))
S.canonical("logs", "approval-log", [{
    "id": "apv-emergency-0007", "request": "req-emergency-0007", "requester": "person:hanne.birk", "action": "sts:AssumeRoleWithSAML",
    "resource": API, "approver": "person:sunniva.dale", "decision": "approved", "reason": "API down, configuration has to be put back",
    "shownDigest": digest("emergency 0007"), "summaryBy": "person", "channel": "on-call-desk", "purpose": "emergencyAccess", "tenant": TENANT,
    "environment": PROD, "shownAt": t("2026-10-12 14:55"), "decidedAt": t("2026-10-12 14:58"), "expiresAt": t("2026-10-12 16:58")}],
    collected=NOW + " 06:31", system="on-call-desk", command="oncall approvals export", period=("2026-10-12", NOW))
S.canonical("logs", "data-access-log", data, "jsonl", collected=NOW + " 06:32", system="aws-cloudtrail:" + NUMBER,
            command="cloudtrail-to-canonical --data-events", account=NUMBER, period=("2026-10-20", NOW))

# -- Scans, pipeline, supplier papers, drills -------------------------------------------------------

REPOSITORY = "github.com/larkspur-mutual/claims-cloud"
IMAGES = {name: f"registry.larkspur.example/{name}@sha256:{digest('image ' + name)}" for name in ("claims-api", "claims-batch", "operations-monitor")}
S.canonical("scans", "config-snapshot", [{
    "record": "Image", "id": "img-" + name, "reference": reference, "digest": digest("image " + name), "workload": name,
    "identity": arn("role/" + name), "environment": PROD, "admissionVerified": "yes", "plaintextSecrets": 0,
    "startedAt": t("2026-11-13 14:10")} for name, reference in IMAGES.items()] + [{
    "id": f"cfg-c-{number:02d}", "tool": "checkov", "run": "checkov-" + NOW, "rule": "deployed-as-written", "resource": asset, "status": "pass",
    "severity": "high", "baseline": "larkspur-baseline", "baselineVersion": "2026.2", "drifted": False, "suppressed": False, "mapsTo": ["PR.PS-01"],
    "tenant": TENANT, "environment": PROD, "firstSeenAt": t("2026-08-03 10:00"), "lastSeenAt": t(NOW + " 04:00")} for number, asset in enumerate(ASSETS, 1)],
    collected=NOW + " 06:33", system="aws-config:" + NUMBER, command="aws ecs describe-tasks; aws lambda list-functions", account=NUMBER)
S.canonical("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": f"scan-c-{number:02d}", "tool": "detect-secrets", "toolVersion": "1.5.0", "target": target, "targetKind": kind,
    "scope": [target], "succeeded": True, "findingCount": 1 if number == 1 else 0, "startedAt": t(f"{NOW} 04:{number:02d}"),
    "endedAt": t(f"{NOW} 04:{number:02d}:50")} for number, (kind, target) in enumerate([
        ("repository", REPOSITORY), *(("image", reference) for reference in IMAGES.values()),
        ("log", "logs/audit-log.jsonl"), ("log", "logs/data-access-log.jsonl"), ("log", "logs/admin-changes.jsonl"), ("log", "agents/policy-decision-log.jsonl"), ("transcript", "agents/agent-trace.yaml"), ("log", "cloudtrail"),
        ("log", "log-archive"), ("configuration", API)], 1)] + [{
    "fingerprint": digest("claims-cloud false positive")[:40], "run": "scan-c-01", "tool": "detect-secrets", "rule": "HexHighEntropyString",
    "target": REPOSITORY, "revision": digest("claims-cloud head")[:40], "file": "tests/fixtures/checksums.txt", "line": 12, "liveness": "dead",
    "disposition": "falsePositive", "foundAt": t(NOW + " 04:01:30"), "closedAt": t(NOW + " 05:20")}],
    collected=NOW + " 06:33", system="scan-farm", command="detect-secrets scan --all-files")
S.canonical("ci", "ci-results", [
    {"id": "claims-release", "platform": "github-actions", "repository": REPOSITORY, "definitionDigest": digest("claims release"),
     "identities": [PIPELINE], "trusts": [arn("role/claims-deploy-prod") + "#trust#1"], "credentials": [], "cloudAccess": "federated", "deploysTo": [PROD], "owner": "team-cloud-platform", "changedAt": t("2026-08-03 10:00")}] + [{
    "record": "PipelineRun", "id": f"claims-release-{number}", "pipeline": "claims-release", "revision": digest(f"claims {number}")[:40],
    "gate": gate, "result": "passed", "environment": PROD, "startedAt": t(f"2026-{date} 13:4{order}"), "endedAt": t(f"2026-{date} 13:4{order + 1}")}
    for number, date in enumerate(["10-23", "10-30", "11-06", "11-13"], 1) for order, gate in enumerate(["unit-tests", "secret-scan"])],
    collected=NOW + " 06:34", system="github:larkspur-mutual", command="gh run list --json ...")
S.canonical("contract", "vendor-assurance", [{
    "id": "rep-" + vendor, "vendor": vendor, "kind": "soc2", "issuer": "Marlowe and Finch Assurance", "scope": [name], "opinion": "unqualified",
    "exceptionCount": 0, "exceptions": [], "documentDigest": digest("soc2 " + vendor), "periodStartedAt": t("2025-06-01"),
    "periodEndedAt": t("2026-05-31"), "issuedAt": t("2026-07-10"), "expiresAt": t("2027-05-31")} for vendor, name, _, _ in SUPPLIERS] + [{
    "id": "rep-hosting", "vendor": "greyfinch-backup", "kind": "hosting", "issuer": "Coldharbour Storage", "scope": ["sites of the vault and of the account"],
    "opinion": "noOpinion", "exceptionCount": 0, "exceptions": [], "documentDigest": digest("hosting claims-cloud"), "periodStartedAt": t("2025-07-01"),
    "periodEndedAt": t("2026-06-30"), "issuedAt": t("2026-08-14"), "expiresAt": t("2027-08-14")}],
    collected="2026-11-17 10:00", system="vendor-management", command="transcribed from the reports", proof="thirdParty")
for vendor, name, _, _ in SUPPLIERS:
    S.attestation({
        "id": "att-" + re.sub("[^a-z0-9]+", "-", vendor.removeprefix("https://").split(":environment")[0].split("::")[-1].lower()).strip("-"), "claim": f"The review of {name} is complete and rests on its assurance report", "requirements": ["NHI3:2025", "GV.SC-07"],
        "target": vendor, "targetDigests": [digest("soc2 " + vendor)], "owner": "team-cloud-platform", "role": "environment-owner",
        "documentReference": "vendor-reviews/" + vendor + "-2026.pdf", "documentDigest": digest("review " + vendor),
        "cites": ["contract/vendor-assurance.yaml"], "signedAt": t("2026-07-20 10:00"), "expiresAt": t("2027-06-18"), "withdrawnAt": "never"},
        collected="2026-11-17 10:10", system="vendor-management", command="vmctl reviews export --signed")


def drill(number, scenario, description, kind, targets, day, objective, refused, **more):
    """One exercise: ordered ten minutes after its start, the first refusal as long after as was measured."""
    start = at(day)
    ordered = after(start, minutes=10)
    return {"id": f"drill-c-{number:02d}", "scenario": scenario, "description": description, "targetKind": kind, "targets": targets, "tenant": TENANT,
            "environment": PROD, "participants": ["person:oskar.lindt", "person:sunniva.dale", "person:hanne.birk"], "bothParties": True,
            "startedBy": "customer", "automatic": True, "manualSteps": 0, "vendorSteps": 0, "probed": ["credential", "session", "cache", "job", "replica", "grant"], "residuals": [], "answersFromLogs": ["who", "what", "when"],
            "resourcesAffected": 0, "objective": objective, "measured": f"{refused} minutes", "result": "passed", "findings": [],
            "proofs": ["logs/audit-log.jsonl"], "plannedAt": t("2026-10-01"), "startedAt": z(start), "detectedAt": z(ordered), "orderedAt": z(ordered),
            "firstDeniedAt": z(after(ordered, minutes=refused)), "lastSuccessAt": z(after(ordered, seconds=-60)),
            "effectVerifiedAt": z(after(ordered, minutes=refused + 4)), "restoredAt": z(after(ordered, minutes=60)),
            "endedAt": z(after(ordered, minutes=70)), **more}


S.canonical("drills", "drill-record", [
    drill(1, "revocation", "The backup supplier's role is closed while it reads", "identity", [arn("role/backup-copy-reader")], "2026-10-29 13:50",
          "15 minutes", 6, identities=[arn("role/backup-copy-reader")], credentials=["sess-backup-copy-reader"], vendor="greyfinch-backup"),
    drill(2, "containment", "The decision point closes a role that works from elsewhere", "identity", [arn("role/claims-api")], "2026-10-29 16:00",
          "5 minutes", 2, identities=[arn("role/" + name) for name in ROLES] + [USER, COPY_CHECK, PIPELINE, SSO] + list(CLIENTS), startedBy="automatic"),
    drill(3, "escalation", "The named people are reached, approve, rotate and revoke", "service", ["claims-cloud"], "2026-10-30 09:00", "60 minutes", 12,
          vendor="greyfinch-backup", participants=["person:oskar.lindt", "person:sunniva.dale", "person:hanne.birk", "person:greyfinch.desk"]),
    drill(4, "attribution", "Who did what, and when, from the logs alone", "service", ["claims-cloud"], "2026-10-30 13:00", "90 minutes", 24,
          measured="60 minutes", endedAt=t("2026-10-30 14:00"))]
    + [drill(5 + number, "integrationCompromise", f"{name} is cut off", "grant", ["grant-" + vendor], f"2026-10-30 {16 + number}:00", "15 minutes", 3,
             grants=["grant-" + vendor], identities=[client], vendor=vendor) for number, (client, (vendor, name, _, _)) in enumerate(CLIENTS.items())],
    collected="2026-11-17 15:00", system="exercise-log", command="exercise export 2026-10", proof="exercise")
rights = [(f"ent-c-{number:02d}", holder) for number, (holder, *_) in enumerate(STANDING, 1)]
for each in details["UserDetailList"] + details["RoleDetailList"]:
    found = [(policy["PolicyName"], policy["PolicyDocument"]) for policy in each.get("UserPolicyList", [])]
    found += [(policy["PolicyArn"], documents[policy["PolicyArn"]]) for policy in each["AttachedManagedPolicies"]]
    if "PermissionsBoundary" in each:
        boundary = each["PermissionsBoundary"]["PermissionsBoundaryArn"]
        rights += [(f"{each['Arn']}#boundary:{boundary}#{order}", each["Arn"]) for order in range(1, 1 + len(documents[boundary]["Statement"]))]
    rights += [(f"{each['Arn']}#{policy}#{order}", each["Arn"]) for policy, document in found for order in range(1, 1 + len(document["Statement"]))]
claims_cloud_operations.write(S, PEOPLE, TEAMS, CLIENTS, [vendor for vendor, *_ in SUPPLIERS], log, IMAGES, rights)
S.manifest()
print(f"claims-cloud: {len(log)} audit events")
