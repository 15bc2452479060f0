"""Makes evidence/tallybird-assist (all but aws/, which aws_tallybird.py makes): a vendor's assistant that is to be denied.
Each failure put in on purpose is marked "planted"."""
import json
import random

from kit import Subject, after, at, digest, isolation, t, z
from traces import Recorder, SpanKind

S = Subject("tallybird-assist", "Tallybird Assist", "vendor", "production", "team-claims", "high", ["larkspur-claims"])
TENANT, OTHER, PROD, NUMBER, NOW = "larkspur-claims", "tallybird-probe", "tallybird-prod", "444455556666", "2026-11-18"
VENDOR = {"proof": "vendorExport", "collector": "trust@tallybird.example"}
STORE, INDEX = "arn:aws:s3:::tallybird-assist-prod-larkspur", f"arn:aws:dynamodb:eu-west-1:{NUMBER}:table/assist-prod-index"


def arn(rest):
    return f"arn:aws:iam::{NUMBER}:{rest}"


PEOPLE = {  # id: (role, team, party, status, ends)
    "person:lena.garth": ("business-owner", "team-claims", "customer", "active", "never"),
    "person:edda.holt": ("claims-handler", "team-claims", "customer", "active", "never"),
    "person:sunniva.dale": ("security-approver", "team-security", "customer", "active", "never"),
    "person:dana.roe": ("operations-lead", "team-tallybird", "vendor", "active", "never"),
    "person:ilse.maro": ("support-lead", "team-tallybird", "vendor", "active", "never"),
    "person:tomas.veil": ("integration-engineer", "team-claims", "customer", "left", "2026-07-31")}  # planted: left, still an owner
TEAMS = {"team-claims": ("business-owner", "customer"), "team-security": ("control-owner", "customer"),
         "team-tallybird": ("vendor-operations", "vendor")}
TOOLS = {  # name: (server, version, scope, resource, effect)
    "lookup_claim": ("tallybird-claims", "3.1.0", "claims.read", INDEX, "read"),
    "update_claim_note": ("tallybird-claims", "3.1.0", "claims.write", INDEX, "write"),
    "summarise_documents": ("tallybird-documents", "2.0.4", "documents.read", STORE, "read"),
    "delete_document": ("tallybird-documents", "2.0.4", "documents.delete", STORE, "delete"),
    "draft_settlement_letter": ("tallybird-letters", "1.2.0", "letters.write", STORE, "write")}
AGENTS = {  # id: (identity, version, credential, purpose, tools)
    "tallybird-assistant": ("tallybird:assistant", "4.2.0", "tb-cert-assistant", "Answers questions on claims and drafts letters",
                            ["lookup_claim", "update_claim_note", "draft_settlement_letter", "delete_document"]),
    "tallybird-summariser": ("tallybird:summariser", "2.1.1", "tb-cert-summariser", "Summarises claim documents",
                             ["lookup_claim", "summarise_documents"])}
ASSETS = {STORE: "bucket", INDEX: "table", "larkspur-mail": "mailbox", "larkspur-claims-api": "api", "tallybird-console": "service"}
SYNC_KEY, PINEWICK_KEY = arn("user/svc-claims-sync/access-key-1"), arn("user/pinewick-sync/access-key-1")


def scopes_of(agent):
    return list(dict.fromkeys(TOOLS[tool][2] for tool in AGENTS[agent][4]))


# -- Runs ------------------------------------------------------------------------------------------

chance = random.Random(444455556666)
recorder = Recorder("tallybird-assist", 733)
decisions, approvals, issuances, delegations, data, used = [], [], [], [], [], {}


def call(run, agent, task, tool, start, parent, *, decided=True, approved=True, refused=False):
    identity, credential = AGENTS[agent][0], "tb-tok-" + run
    server, tool_version, scope, resource, effect = TOOLS.get(tool, ("tallybird-labs", "0.1.0", "claims.export", STORE, "read"))
    number = f"{run}-{tool}"
    approval = None
    if effect == "delete" and approved:
        approval = "apv-" + number
        approvals.append({"id": approval, "request": "req-" + number, "requester": identity, "agent": agent, "run": run, "task": task,
                          "tool": tool, "action": tool, "resource": resource, "argumentsDigest": digest("arguments " + number),
                          "approver": "person:edda.holt", "decision": "approved", "reason": "duplicate of an earlier scan",
                          "shownDigest": digest("shown " + number), "summaryBy": "system", "channel": "tallybird-console", "purpose": "action",
                          "tenant": TENANT, "environment": PROD, "shownAt": z(after(start, minutes=-6)), "decidedAt": z(after(start, minutes=-4)),
                          "expiresAt": z(after(start, minutes=20))})
    if decided:
        decisions.append({"id": "dec-" + number, "engine": "cedar", "enforcementPoint": "tallybird-guard", "bundleRevision": "41",
                          "principal": identity, "agent": agent, "onBehalfOf": "person:edda.holt", "credential": credential, "task": task,
                          "action": tool, "tool": tool, "resource": resource, "resourceTenant": TENANT, "inputs": ["principal", "action", "resource"],
                          "tenant": TENANT, "environment": PROD, "effect": "deny" if refused else "allow", "reasons": [scope], "approval": approval,
                          "decidedAt": z(after(start, seconds=-2))})
    span = recorder.start("execute_tool " + tool, start, {
        "gen_ai.operation.name": "execute_tool", **common(run, agent, task), "gen_ai.tool.name": tool, "gen_ai.tool.type": "function",
        "gen_ai.tool.call.id": "call-" + number, "larkspur.tool.version": tool_version, "larkspur.tool.server": server,
        "larkspur.decision.id": "dec-" + number if decided else None, "larkspur.approval.id": approval, "larkspur.resource": resource,
        "larkspur.resource.tenant": TENANT}, parent, SpanKind.CLIENT)
    recorder.end(span, after(start, milliseconds=300 + chance.randrange(1500)), "denied" if refused else None)
    data.append({"id": f"dae-t-{len(data) + 1:04d}", "kind": "data", "action": tool, "verb": effect, "actor": identity, "actorKind": "agent",
                 "onBehalfOf": "person:edda.holt", "agent": agent, "credential": credential, "delegation": "del-" + run, "task": task,
                 "decision": "dec-" + number if decided else None, "resource": resource, "resourceKind": ASSETS[resource],
                 "resourceTenant": TENANT, "objectCount": 1, "tenant": TENANT, "environment": PROD, "logSource": "tallybird-guard",
                 "sourceAddress": "10.70.1.8", "client": "tallybird-runtime/4.2", "interactive": False, "result": "denied" if refused else "ok",
                 "occurredAt": z(start)})
    if not refused:
        used[(identity, scope, resource)] = z(start)


def common(run, agent, task):
    identity, version, credential = *AGENTS[agent][:2], "tb-tok-" + run
    return {"gen_ai.provider.name": "northlight", "gen_ai.agent.id": agent, "gen_ai.agent.name": agent, "gen_ai.agent.version": version,
            "gen_ai.conversation.id": "conv-" + run, "enduser.id": "person:edda.holt", "larkspur.actor.id": identity,
            "larkspur.actor.kind": "agent", "larkspur.credential.id": credential, "larkspur.task.id": task, "larkspur.tenant": TENANT,
            "larkspur.environment": PROD, "larkspur.delegation.id": "del-" + run, "larkspur.delegation.depth": 1}


for index in range(14):
    agent = list(AGENTS)[index % 2]
    identity, tools = AGENTS[agent][0], AGENTS[agent][4]
    run, task, start = f"t{index + 1:03d}", f"tb-task-{index + 1:03d}", after(at("2026-11-05 09:20"), hours=20 * index)
    credential = "tb-tok-" + run
    delegations.append({"id": "del-" + run, "from": "person:edda.holt", "to": identity, "kind": "onBehalfOf", "toAgent": agent, "depth": 1,
                        "scope": scopes_of(agent), "task": task, "credential": credential, "issuance": "iss-" + run, "fromTenant": TENANT,
                        "toTenant": TENANT, "fromEnvironment": PROD, "toEnvironment": PROD, "fromOwner": "team-claims", "toOwner": "team-tallybird",
                        "approval": "APR-T-pilot", "reason": "question of a claims handler", "basis": "observed", "createdAt": z(start),
                        "expiresAt": z(after(start, minutes=60)), "revokedAt": "never"})
    # Planted: one token passed on as it came, bound to nothing.
    loose = index == 6
    issuances.append({"id": "iss-" + run, "credential": credential, "issuer": "auth.tallybird.example", "identity": identity, "agent": agent,
                      "kind": "accessToken", "task": task, "session": "conv-" + run, "onBehalfOf": "person:edda.holt", "delegation": "del-" + run,
                      "scopes": scopes_of(agent), "audiences": [] if loose else ["tallybird-guard"], "boundTo": "unbound" if loose else "audience",
                      "forwarding": "passThrough" if loose else "exchange", "lifetime": "60 minutes", "result": "issued", "tenant": TENANT,
                      "environment": PROD, "issuedAt": z(start), "expiresAt": z(after(start, minutes=60)), "firstUsedAt": z(after(start, seconds=5)),
                      "lastUsedAt": z(after(start, minutes=6)), "revokedAt": "never"})
    root = recorder.start("invoke_agent " + agent, start, {"gen_ai.operation.name": "invoke_agent", **common(run, agent, task)})
    plan = [(tool, {}) for tool in tools if tool != "delete_document"]
    if agent == "tallybird-assistant" and index in (0, 8):
        plan.append(("delete_document", {}))
    if index == 4:
        plan.append(("delete_document", {"approved": False}))    # planted: destructive, and nobody was asked
    if index == 10:
        plan.append(("export_claims_bundle", {}))                # planted: a tool that no manifest or register knows
    if index == 12:
        plan[1] = ("update_claim_note", {"decided": False})      # planted: a call without a decision
    if index == 7:
        plan[1] = ("summarise_documents", {"refused": True})
    if index == 11:
        plan.append(("update_claim_note", {"refused": True}))    # asked for by the summariser, and rightly refused
    for order, (tool, options) in enumerate(plan):
        call(run, agent, task, tool, after(start, seconds=8 + 35 * order), root, **options)
    recorder.end(root, after(start, minutes=4))
    recorder.flush()

period = ("2026-11-05", NOW)
S.put("agents/traces.jsonl", recorder.text())
S.list("agents/traces.jsonl", ["agent-trace"], "otlp-traces", collected=NOW + " 07:10", system="otel-collector:tallybird",
       command="otelcol file exporter, service tallybird-assist", period=period, **VENDOR)
S.canonical("agents", "agent-manifest", [{
    "id": agent, "name": agent, "version": version, "owner": "team-tallybird", "purpose": purpose, "vendor": "tallybird", "layer": "L7",
    "runsAs": identity, "credentials": [credential], "model": "northlight-large-2026-06", "instructionsDigest": digest("instructions " + agent),
    "manifestDigest": digest("manifest " + agent), "tools": tools, "askTools": [tool for tool in tools if tool == "delete_document"],
    "scopes": scopes_of(agent), "autonomyClass": "bounded", "guardrail": "tallybird-guard", "authenticationSchemes": ["workload-certificate"],
    "sessionLifetime": "60 minutes", "tenant": TENANT, "environment": PROD, "status": "enabled", "approval": "APR-T-pilot", "basis": "declared",
    "approvedAt": t("2026-03-20 09:00"), "changedAt": t("2026-09-30 09:00"), "retiredAt": "never"}
    for agent, (identity, version, credential, purpose, tools) in AGENTS.items()],
    collected=NOW + " 07:11", system="tallybird-console", command="settings, export agents", **VENDOR)
S.canonical("agents", "tool-registry", [{
    "id": tool, "server": server, "name": tool, "version": version, "digest": digest(f"{server} {version}"), "pinned": server != "tallybird-documents",
    "publisher": "Tallybird", "vendor": "tallybird", "transport": "http" if server == "tallybird-letters" else "stdio",
    "runsAs": "tallybird:svc-letters" if server == "tallybird-letters" else "tallybird:svc-index",
    "credentials": ["tb-cert-letters"] if server == "tallybird-letters" else ["tb-cert-index"],
    "plaintextSecrets": 1 if server == "tallybird-letters" else 0, "tokenForwarding": "exchange", "scopes": [scope], "resources": [resource],
    "effects": [effect], "destructive": "yes" if effect == "delete" else "no", "highImpact": effect == "delete", "runsCode": False,
    "consent": "automatic" if tool == "update_claim_note" else "always" if effect == "delete" else "askOnce",
    "allowedAgents": [agent for agent in AGENTS if tool in AGENTS[agent][4]], "owner": "team-tallybird", "tenant": TENANT, "environment": PROD,
    "status": "enabled", "revocationPath": "tallybird console, tools, disable", "approvedBy": "person:dana.roe", "approval": "APR-T-pilot",
    "basis": "declared", "approvedAt": t("2026-03-20 09:00"), "reviewedAt": t("2026-03-20 09:00"), "changedAt": t("2026-09-30 09:00")}
    for tool, (server, version, scope, resource, effect) in TOOLS.items()],
    collected=NOW + " 07:12", system="tallybird-console", command="settings, export tools", **VENDOR)
S.canonical("agents", "policy-decision-log", sorted(decisions, key=lambda item: item["decidedAt"]), "jsonl", collected=NOW + " 07:13",
            system="tallybird-guard", command="guard export decisions", period=period, **VENDOR)
S.canonical("agents", "approval-log", approvals, "jsonl", collected=NOW + " 07:14", system="tallybird-console", command="audit, export approvals",
            period=period, **VENDOR)
# Planted: one server is not pinned, and one header carries a literal value (an obviously false one).
S.put("mcp/client-config.json", json.dumps({"mcpServers": {
    "tallybird-claims": {"command": "npx", "args": ["@tallybird/claims-mcp@3.1.0"], "env": {"CLAIMS_TOKEN": "${CLAIMS_TOKEN}"}},
    "tallybird-documents": {"command": "npx", "args": ["-y", "@tallybird/documents-mcp"], "env": {"DOCUMENTS_TOKEN": "${DOCUMENTS_TOKEN}"}},
    "tallybird-letters": {"type": "http", "url": "https://letters.tallybird.example/mcp",
                          "headers": {"Authorization": "Bearer example-not-a-real-token"}}}}, indent=2) + "\n")
S.list("mcp/client-config.json", ["tool-registry"], "mcp-client-config", collected=NOW + " 07:15", system="git.tallybird.example/assist",
       command="git show HEAD:.mcp.json", recordCount=3, **VENDOR)
for path, kinds, form, command in [
        ("aws/credential-report.csv", ["iam-credential-report", "nhi-inventory"], "aws-credential-report",
         "aws iam get-credential-report --query Content --output text | base64 -d"),
        ("aws/account-authorization-details.json", ["nhi-inventory", "iam-policy-export", "federation-trust-config"],
         "aws-account-authorization-details", "aws iam get-account-authorization-details --filter User Role Group LocalManagedPolicy")]:
    S.list(path, kinds, form, collected=NOW + " 06:30", system="aws-iam:" + NUMBER, command=command, account=NUMBER, **VENDOR)

# -- Registers -------------------------------------------------------------------------------------

common_fields = {"controller": "vendor", "local": False, "tenant": TENANT, "environment": PROD, "status": "enabled"}


def identity(identifier, kind, provider, owner, purpose, created, last, **more):
    return {"id": identifier, "kind": kind, "provider": provider, "account": NUMBER if provider == "aws" else provider, "owner": owner,
            "purpose": purpose, "privileged": False, **common_fields, **more, "createdAt": t(created), "lastUsedAt": t(last), "endsAt": "notRecorded"}


# Each identity has an owner at Larkspur, who answers for what the supplier does with it.
inventory = [
    identity(arn("user/svc-claims-sync"), "user", "aws", "team-claims", "Copies claims from Larkspur", "2025-01-13 10:00", "2026-11-17 23:15", workloads=["claims-sync"], vendor="tallybird"),
    # Planted: the owner left on 2026-07-31.
    identity(arn("user/svc-export"), "user", "aws", "person:tomas.veil", "Writes exports of claims", "2025-03-03 09:30", "2026-11-18 01:00", workloads=["claims-export"], vendor="tallybird"),
    # Planted: the sub-contractor ended on 2026-08-31; its identity is enabled.
    identity(arn("user/pinewick-sync"), "user", "aws", "team-claims", "Pinewick loads address data", "2025-09-01 09:00", "2026-10-14 04:30", workloads=["pinewick-loader"], vendor="pinewick-data"),
    identity(arn("role/assist-runtime"), "role", "aws", "team-claims", "Runs the assistant", "2025-01-10 09:30", "2026-11-17 23:50", workloads=["assist-runtime"], vendor="tallybird", privileged=True),
    identity(arn("role/larkspur-connector"), "role", "aws", "team-claims", "Larkspur's API hands over claims", "2025-01-13 09:00", "2026-11-17 22:05", workloads=["larkspur-connector"], vendor="tallybird"),
    identity(arn("role/ocr"), "role", "aws", "team-claims", "Reads scanned letters", "2025-06-02 09:00", "2026-11-17 20:05", workloads=["ocr"], vendor="tallybird"),
    identity(arn("role/support-inspect"), "role", "aws", "team-claims", "Support looks into a case", "2025-08-04 09:00", "2026-10-30 11:00", workloads=["support-desk"], vendor="tallybird"),
    identity("tallybird:assistant", "agent", "tallybird", "team-claims", AGENTS["tallybird-assistant"][3], "2025-11-01 09:00", "2026-11-17 21:20", agents=["tallybird-assistant"], workloads=["assistant"], runsAs=arn("role/assist-runtime"), vendor="tallybird"),
    identity("tallybird:summariser", "agent", "tallybird", "team-claims", AGENTS["tallybird-summariser"][3], "2025-11-01 09:00", "2026-11-17 20:20", agents=["tallybird-summariser"], workloads=["summariser"], runsAs=arn("role/assist-runtime"), vendor="tallybird"),
    identity("tallybird:svc-index", "serviceAccount", "tallybird", "team-claims", "Keeps the claim index", "2025-05-20 09:00", "2026-11-17 23:00", workloads=["index"], vendor="tallybird"),
    identity("tallybird:svc-letters", "serviceAccount", "tallybird", "team-claims", "Sends letters on", "2025-05-20 09:00", "2026-11-17 22:30", workloads=["letters"], vendor="tallybird"),
    identity("entra:tallybird-assist", "oauthClient", "larkspur-directory", "team-claims", "Reads claim mail for the assistant", "2026-01-15 09:00", "2026-11-17 21:00", workloads=["tallybird-mail"], vendor="tallybird", controller="shared"),
    identity("entra:tallybird-claims", "oauthClient", "larkspur-directory", "team-claims", "Reads claims from the claims API", "2026-01-15 09:00", "2026-11-17 22:05", workloads=["tallybird-claims"], vendor="tallybird", controller="shared")]
inventory += [identity(person, "person", "tallybird" if party == "vendor" else "larkspur-directory", team, role, "2024-09-01", "2026-11-17 08:00" if status == "active" else "2026-07-31 16:00")
              | {"status": "enabled" if status == "active" else "disabled"} for person, (role, team, party, status, _) in PEOPLE.items()]
S.canonical("registers", "nhi-inventory", inventory, collected=NOW + " 07:00", system="tallybird-console", command="trust centre, export identities", **VENDOR)


def credential(identifier, holder, kind, made, expires, last, **more):
    return {"id": identifier, "identity": holder, "kind": kind, "status": "active", "lifetimeClass": "static", "holders": [holder], "managedBy": "vendor",
            "owner": "team-tallybird", "tenant": TENANT, "environment": PROD, "basis": "configured", **more, "createdAt": t(made), "rotatedAt": t(made),
            "expiresAt": expires, "lastUsedAt": t(last), "revokedAt": "never"}


S.canonical("registers", "iam-credential-report", [
    credential("tb-cert-assistant", "tallybird:assistant", "certificate", "2026-09-28 09:00", t("2026-12-20 09:00"), "2026-11-17 21:20", boundTo="key", storedIn="tb-vault:assistant"),
    credential("tb-cert-summariser", "tallybird:summariser", "certificate", "2026-09-28 09:00", t("2026-12-20 09:00"), "2026-11-17 20:20", boundTo="key", storedIn="tb-vault:summariser"),
    credential("tb-cert-letters", "tallybird:svc-letters", "certificate", "2026-10-10 09:00", t("2026-12-31 09:00"), "2026-11-17 22:30", boundTo="key", storedIn="tb-vault:letters"),
    credential("tb-cert-index", "tallybird:svc-index", "certificate", "2026-10-01 09:00", t("2026-12-28 09:00"), "2026-11-17 23:00", boundTo="key", storedIn="tb-vault:index"),
    # Planted: a client secret that is valid for two years.
    credential("tb-secret-mailapp", "entra:tallybird-assist", "clientSecret", "2026-01-15 09:00", t("2028-01-15 09:00"), "2026-11-17 21:00", boundTo="unbound", storedIn="tb-vault:mailapp"),
    credential("tb-cert-claimsapp", "entra:tallybird-claims", "certificate", "2026-09-20 09:00", t("2026-12-16 09:00"), "2026-11-17 22:05", boundTo="key", storedIn="tb-vault:claimsapp")] + [{
    "id": item["credential"], "identity": item["identity"], "kind": "federated", "status": "expired", "lifetimeClass": "perTask",
    "holders": [item["identity"]], "managedBy": "vendor", "owner": "team-tallybird", "tenant": TENANT, "environment": PROD, "basis": "observed",
    "boundTo": item["boundTo"], "issuance": item["id"], "createdAt": item["issuedAt"], "rotatedAt": "never", "expiresAt": item["expiresAt"],
    "lastUsedAt": item["lastUsedAt"], "revokedAt": "never"} for item in issuances],
    "csv", collected=NOW + " 07:01", system="tallybird-console", command="trust centre, export credentials", **VENDOR)
S.canonical("registers", "role-register", [{
    "person": person, "role": role, "scope": "tallybird-assist", "kind": "person", "identity": person, "team": team,
    "contact": person[7:] + ("@tallybird.example" if party == "vendor" else "@larkspur.example"), "party": party, "status": status,
    "startsAt": t("2024-09-01"), "endsAt": ends if ends == "never" else t(ends)} for person, (role, team, party, status, ends) in PEOPLE.items()] + [{
    "person": team, "role": role, "scope": "tallybird-assist", "kind": "team", "contact": team + "@larkspur.example" if party == "customer" else team + "@tallybird.example",
    "party": party, "status": "active", "startsAt": t("2024-09-01"), "endsAt": "never"} for team, (role, party) in TEAMS.items()], "csv",
    collected=NOW + " 07:02", system="larkspur-directory", command="dirctl roles export; vendor contact list")
S.canonical("registers", "environment-register", [
    {"id": PROD, "kind": "production", "tenants": [TENANT, OTHER], "accounts": [NUMBER, "tallybird", "larkspur-directory"], "networks": ["10.70.0.0/16"],
     "owner": "team-tallybird", "productionData": "yes", "isolated": "yes", "validatedBy": "person:dana.roe", "createdAt": t("2025-01-06"),
     "validatedAt": t("2026-09-15 10:00"), "endsAt": "never"},
    {"id": "tallybird-test", "kind": "test", "tenants": [OTHER], "accounts": ["444455557777"], "networks": ["10.71.0.0/16"], "owner": "team-tallybird",
     "productionData": "no", "isolated": "yes", "validatedBy": "person:dana.roe", "createdAt": t("2025-01-06"), "validatedAt": t("2026-09-15 11:00"), "endsAt": "never"}],
    collected=NOW + " 07:03", system="tallybird-console", command="trust centre, environments", **VENDOR)
S.canonical("registers", "asset-inventory", [{
    "id": asset, "kind": kind, "owner": "team-tallybird" if asset in (STORE, INDEX, "tallybird-console") else "team-claims", "tenant": TENANT,
    "environment": PROD, "sensitivity": "confidential", "criticality": "high", "vendor": "tallybird", "state": "active", "createdAt": t("2025-01-10"),
    "lastSeenAt": t("2026-11-17 23:00"), "retiredAt": "never"} for asset, kind in ASSETS.items()],
    collected=NOW + " 07:03", system="tallybird-console", command="trust centre, export assets", **VENDOR)
S.canonical("registers", "third-party-register", [
    {"id": "tallybird", "name": "Tallybird", "service": "Claims assistant", "businessUnit": "claims", "owner": "team-claims",
     "accessOwner": "person:lena.garth", "policyOwner": "team-security", "loggingOwner": "team-security", "retirementOwner": "person:lena.garth",
     "declaredTier": "high", "criticality": "high", "access": ["Mail.Read", "Files.Read.Selected", "claims.read"],
     "approvedScopes": ["Mail.Read", "Files.Read.Selected", "claims.read"], "sharedTenancy": True, "regulated": True, "inspectsPrompts": True,
     "identityController": "shared", "contract": "CTR-tallybird", "state": "active", "approval": "APR-T-security", "connectedAt": t("2026-01-15 09:00"),
     "reviewedAt": t("2026-09-02 10:00"), "reviewDueAt": t("2027-09-02"), "endedAt": "never"},
    {"id": "pinewick-data", "name": "Pinewick Data Services", "service": "Address data for Tallybird", "businessUnit": "claims", "owner": "team-claims",
     "accessOwner": "person:dana.roe", "declaredTier": "medium", "criticality": "medium", "access": ["addresses.write"], "approvedScopes": [],
     "sharedTenancy": True, "identityController": "vendor", "bundledIn": "tallybird", "contract": "CTR-pinewick", "state": "ended",
     "connectedAt": t("2025-09-01 09:00"), "reviewedAt": t("2025-08-20 09:00"), "reviewDueAt": t("2026-08-20"), "endedAt": t("2026-08-31 18:00")},
    {"record": "Subprocessor", "id": "sub-tallybird-1", "vendor": "tallybird", "name": "Northlight Models", "purpose": "Hosts the model", "place": "IE",
     "listedAt": t("2026-09-02"), "endedAt": "never"},
    {"record": "Subprocessor", "id": "sub-tallybird-2", "vendor": "tallybird", "name": "Pinewick Data Services", "purpose": "Address data", "place": "GB",
     "listedAt": t("2025-08-20"), "endedAt": t("2026-08-31 18:00")}],
    collected="2026-11-17 09:00", system="vendor-management", command="vmctl export --system tallybird-assist")
# Planted: the mail grant is wider than approved.
GRANTS = [("mail", "entra:tallybird-assist", "larkspur-mail", ["Mail.Read", "Mail.ReadWrite", "Files.ReadWrite.All"], "2026-11-17 21:00", True),
          ("claims", "entra:tallybird-claims", "larkspur-claims-api", ["claims.read"], "2026-11-17 22:05", False)]
S.canonical("registers", "oauth-grant-list", [{
    "id": "grant-tallybird-" + name, "client": client, "clientName": client[6:], "publisher": "Tallybird", "publisherVerified": True, "vendor": "tallybird",
    "kind": "application", "resource": resource, "scopes": scopes, "tenantWide": wide, "consentedBy": "person:lena.garth", "owner": "team-claims",
    "purpose": "Claims assistant", "approval": "APR-T-security", "tenant": TENANT, "environment": PROD, "status": "active",
    "revocationPath": "dirctl grants revoke grant-tallybird-" + name, "basis": "configured", "grantedAt": t("2026-01-15 09:10"),
    "expiresAt": t("2027-01-15"), "lastUsedAt": t(last), "revokedAt": "never"} for name, client, resource, scopes, last, wide in GRANTS],
    "json", collected=NOW + " 06:40", system="larkspur-directory", command="dirctl grants export --publisher Tallybird")
S.canonical("registers", "approval-register", [{
    "id": identifier, "kind": kind, "targetKind": target_kind, "target": target, "vendor": "tallybird", "tier": tier, "decision": decision,
    "conditions": conditions, "approvedScopes": scopes, "approvedTools": list(TOOLS) if target_kind == "pilot" else None, "approvedTenants": [TENANT],
    "approvedEnvironments": [PROD], "requester": "person:lena.garth", "approver": approver, "accountable": "team-claims", "automated": False,
    "reason": reason, "requestedAt": t(asked), "decidedAt": t(decided), "reviewDueAt": t("2027-01-15"), "expiresAt": t("2027-01-15"), "withdrawnAt": "never"}
    for identifier, kind, target_kind, target, tier, decision, conditions, scopes, approver, reason, asked, decided in [
        ("APR-T-commercial", "commercial", "product", "tallybird-assist", "production", "approved", [], [], "person:lena.garth", "three-year price", "2025-12-01", "2025-12-19 10:00"),
        ("APR-T-security", "security", "vendor", "tallybird", "pilot", "conditional", ["No write access to mail or files"], ["Mail.Read", "Files.Read.Selected", "claims.read"], "person:sunniva.dale", "pilot with read access only", "2026-01-05", "2026-01-14 15:00"),
        ("APR-T-pilot", "goLive", "pilot", "tallybird-assist", "pilot", "approved", [], ["Mail.Read", "Files.Read.Selected", "claims.read"], "person:sunniva.dale", "pilot", "2026-03-10", "2026-03-20 09:00")]
        + [(f"APR-T-r{number}", "access", "entitlement", holder, "pilot", "approved", [], [], "person:sunniva.dale", "claims assistant", "2026-03-10", "2026-03-20 09:00")
           for number, holder in enumerate(["tallybird:svc-index", "tallybird:svc-letters", "entra:tallybird-assist", "entra:tallybird-claims",
                                            "tallybird:assistant", "tallybird:summariser"], 1)]],
    collected="2026-11-17 09:10", system="approvals", command="approvals export --system tallybird-assist")
S.canonical("registers", "lifecycle-events", [{
    "id": f"lce-t-{number:02d}", "targetKind": kind, "target": target, "identity": who, "vendor": vendor, "event": what, "state": state, "automated": False,
    "performedBy": by, "tenant": TENANT, "environment": PROD, "recordedAt": t(recorded), "effectiveAt": t(effective)}
    for number, (kind, target, who, vendor, what, state, by, recorded, effective) in enumerate([
        ("vendor", "tallybird", None, "tallybird", "onboard", "done", "person:lena.garth", "2026-01-15 09:00", "2026-01-15 09:00"),
        ("vendor", "pinewick-data", None, "pinewick-data", "onboard", "done", "person:dana.roe", "2025-09-01 09:00", "2025-09-01 09:00"),
        ("identity", arn("user/pinewick-sync"), arn("user/pinewick-sync"), "pinewick-data", "onboard", "done", "person:dana.roe", "2025-09-01 09:05", "2025-09-01 09:00"),
        ("vendor", "pinewick-data", None, "pinewick-data", "end", "done", "person:dana.roe", "2026-09-01 10:00", "2026-08-31 18:00"),
        ("identity", arn("user/pinewick-sync"), arn("user/pinewick-sync"), "pinewick-data", "offboard", "planned", "person:dana.roe", "2026-09-01 10:05", "2026-08-31 18:00"),
        ("person", "person:tomas.veil", "person:tomas.veil", None, "offboard", "done", "person:dana.roe", "2026-07-31 17:00", "2026-07-31 18:00"),
        ("agent", "tallybird-assistant", "tallybird:assistant", "tallybird", "onboard", "done", "person:dana.roe", "2025-11-01 09:00", "2025-11-01 09:00"),
        ("vendor", "tallybird", None, "tallybird", "review", "done", "person:sunniva.dale", "2026-09-02 11:00", "2026-09-02 10:00")]
        + [("application", application, None, None, "onboard", "done", "person:dana.roe", "2025-11-03 09:00", "2025-11-03 09:00")
           for application in dict.fromkeys(name for each in inventory for name in each.get("workloads", []))]
        + [("person", person, person, None, "onboard", "done", "person:dana.roe", "2024-09-01 09:00", "2024-09-01 09:00") for person in PEOPLE], 1)], "csv",
    collected=NOW + " 07:04", system="tallybird-console", command="trust centre, export changes", **VENDOR)
S.canonical("registers", "threat-intel-feed", [
    {"id": "adv-t-01", "feed": "supplier-notices", "title": "Tallybird console: missing rate limit", "severity": "medium", "vendor": "tallybird",
     "disposition": "handled", "change": "CHG-T-07", "publishedAt": t("2026-10-12 08:00"), "receivedAt": t("2026-10-12 09:00"), "handledAt": t("2026-10-13 16:00")}],
    collected="2026-11-17 09:20", system="advisory-queue", command="advisories export")

S.canonical("registers", "change-record", [
    {"id": "CHG-T-07", "kind": "configuration", "target": "tallybird-console", "vendor": "tallybird", "trigger": "threat", "triggeredBy": "adv-t-01",
     "material": False, "emergency": False, "author": "person:lena.garth", "reviewer": "person:sunniva.dale", "approver": "person:sunniva.dale",
     "reason": "the console is open to Larkspur's network alone", "result": "seen from outside: closed", "environment": PROD,
     "triggeredAt": t("2026-10-12 09:00"), "approvedAt": t("2026-10-13 11:00"), "liveAt": t("2026-10-13 15:30"), "revertedAt": "never"}],
    collected="2026-11-17 09:20", system="change-desk", command="changes export --system tallybird-assist")
S.canonical("registers", "tool-inventory", [{
    "id": "use-tallybird-" + name, "name": "Tallybird " + name, "kind": kind, "vendor": "tallybird", "connectedBy": "person:lena.garth",
    "owner": "team-claims", "team": "team-claims", "purpose": "Claims assistant", "identities": [who], "grants": ["grant-tallybird-" + name],
    "discovery": "grantList", "environment": PROD, "approval": "APR-T-security", "basis": "observed", "connectedAt": t("2026-01-15 09:10"),
    "lastUsedAt": t(last), "disconnectedAt": "never"} for name, who, kind, last in [
        ("mail", "entra:tallybird-assist", "connector", "2026-11-17 21:00"), ("claims", "entra:tallybird-claims", "connector", "2026-11-17 22:05")]],
    collected=NOW + " 06:45", system="software-register", command="idctl applications discover --publisher Tallybird")

# -- Identity settings -----------------------------------------------------------------------------

# Rights that AWS does not keep; those that it does keep name no approval (planted).
STANDING = [("tallybird:svc-index", "index.update", INDEX, "APR-T-r1"), ("tallybird:svc-letters", "letters.hand-over", STORE, "APR-T-r2"),
            ("entra:tallybird-assist", "Mail.Read", "larkspur-mail", "APR-T-r3"), ("entra:tallybird-claims", "claims.read", "larkspur-claims-api", "APR-T-r4"),
            ("tallybird:assistant", "claims.read", INDEX, "APR-T-r5"), ("tallybird:assistant", "claims.write", INDEX, "APR-T-r5"),
            ("tallybird:assistant", "letters.write", STORE, "APR-T-r5"), ("tallybird:assistant", "documents.delete", STORE, "APR-T-r5"),
            ("tallybird:summariser", "claims.read", INDEX, "APR-T-r6"), ("tallybird:summariser", "documents.read", STORE, "APR-T-r6")]
S.canonical("identity", "iam-policy-export", [{
    "id": f"ent-t-{number:02d}", "holder": holder, "effect": "allow", "actions": [action], "resources": [resource], "via": "binding",
    "policy": "tallybird-grants", "resolved": True, "administrative": False, "sensitivity": "confidential", "resourceTenant": TENANT, "tenant": TENANT,
    "environment": PROD, "grantedBy": "person:sunniva.dale", "approval": approval, "reason": "claims assistant", "basis": "declared", "grantedAt": t("2026-03-20 10:00"),
    "expiresAt": t("2027-01-15")} for number, (holder, action, resource, approval) in enumerate(STANDING, 1)],
    collected=NOW + " 07:16", system="tallybird-console", command="trust centre, export grants", **VENDOR)
usage = [{"identity": who, "permission": scope, "resource": resource, "useCount": 20, "tenant": TENANT, "environment": PROD, "lastUsedAt": last,
          "windowStartedAt": t("2026-08-20"), "windowEndedAt": t(NOW)} for (who, scope, resource), last in sorted(used.items())]
usage += [{"identity": who, "permission": permission, "resource": resource, "useCount": 300, "environment": PROD, "lastUsedAt": t(last),
           "windowStartedAt": t("2026-08-20"), "windowEndedAt": t(NOW)} for who, permission, resource, last in [
               (arn("user/svc-claims-sync"), "s3:PutObject", STORE, "2026-11-17 23:15"), (arn("user/svc-claims-sync"), "dynamodb:PutItem", INDEX, "2026-11-17 23:15"),
               (arn("role/ocr"), "s3:GetObject", STORE, "2026-11-17 20:05"), (arn("user/svc-export"), "s3:PutObject", STORE, "2026-11-18 01:00"),
               (arn("user/svc-export"), "s3:GetObject", STORE, "2026-11-18 01:00"), (arn("role/support-inspect"), "s3:GetObject", STORE, "2026-10-30 11:00"),
               (arn("role/assist-runtime"), "s3:GetObject", STORE, "2026-11-17 23:50"), (arn("role/larkspur-connector"), "s3:PutObject", STORE, "2026-11-17 22:05"),
               (arn("role/larkspur-connector"), "s3:GetObject", STORE, "2026-11-17 22:05"), (arn("user/pinewick-sync"), "s3:PutObject", STORE, "2026-10-14 04:30"),
               ("tallybird:svc-index", "index.update", INDEX, "2026-11-17 23:00"), ("tallybird:svc-letters", "letters.hand-over", STORE, "2026-11-17 22:30"),
               ("entra:tallybird-assist", "Mail.Read", "larkspur-mail", "2026-11-17 21:00"),
               ("entra:tallybird-claims", "claims.read", "larkspur-claims-api", "2026-11-17 22:05")]]
S.canonical("identity", "access-usage-report", usage, "csv", collected=NOW + " 07:16", system="aws-access-advisor:" + NUMBER,
            command="aws iam get-service-last-accessed-details", account=NUMBER, **VENDOR)
S.canonical("identity", "auth-config", [{
    "client": client, "issuer": issuer, "methods": [method], "grantTypes": [grant], "tokenLifetime": lifetime, "algorithms": [algorithm], "boundTo": bound,
    "audiences": ["tallybird-guard"] if bound == "audience" else None, "passThroughAllowed": False, "interactiveAllowed": False,
    "tenant": TENANT, "environment": PROD, "basis": "configured", "changedAt": t("2026-05-04 09:00")}
    for client, issuer, method, grant, lifetime, algorithm, bound in [
        ("tallybird:assistant", "auth.tallybird.example", "workload-certificate", "token-exchange", "60 minutes", "ES256", "audience"),
        ("tallybird:summariser", "auth.tallybird.example", "workload-certificate", "token-exchange", "60 minutes", "ES256", "audience"),
        ("tallybird:svc-letters", "auth.tallybird.example", "workload-certificate", "token-exchange", "30 minutes", "ES256", "audience"),
        ("tallybird:svc-index", "auth.tallybird.example", "workload-certificate", "token-exchange", "30 minutes", "ES256", "audience"),
        # Planted: a client secret.
        ("entra:tallybird-assist", "larkspur-directory", "client-secret", "client_credentials", "60 minutes", "RS256", "audience"),
        ("entra:tallybird-claims", "larkspur-directory", "signed-assertion", "client_credentials", "60 minutes", "RS256", "audience")]],
    collected=NOW + " 07:05", system="auth.tallybird.example", command="trust centre, export clients", **VENDOR)
S.canonical("identity", "authenticator-assurance", [{
    "id": "auth-t-" + name, "identity": who, "credential": what, "kind": kind, "assuranceLevel": level, "phishingResistant": level > 1,
    "keyProtection": protection, "attested": False, "local": False, "tenant": TENANT, "environment": PROD, "boundAt": t(bound), "expiresAt": "never",
    "verifiedAt": t("2026-10-12 09:00")} for name, who, what, kind, level, protection, bound in [
        ("assistant", "tallybird:assistant", "tb-cert-assistant", "workloadCertificate", 2, "hardware", "2026-09-28 09:00"),
        ("summariser", "tallybird:summariser", "tb-cert-summariser", "workloadCertificate", 2, "hardware", "2026-09-28 09:00"),
        ("index", "tallybird:svc-index", "tb-cert-index", "workloadCertificate", 2, "hardware", "2026-10-01 09:00"),
        ("claims-app", "entra:tallybird-claims", "tb-cert-claimsapp", "signedAssertion", 2, "hardware", "2026-09-20 09:00"),
        ("dana", "person:dana.roe", None, "hardwareKey", 3, "hardware", "2025-02-01 09:00"),
        ("ilse", "person:ilse.maro", None, "hardwareKey", 3, "hardware", "2025-02-01 09:00"),
        ("edda", "person:edda.holt", None, "platformKey", 2, "hardware", "2026-02-10 09:00"),
        ("lena", "person:lena.garth", None, "platformKey", 2, "hardware", "2026-02-10 09:00")]],
    "csv", collected=NOW + " 07:06", system="tallybird-console", command="trust centre, export authenticators", **VENDOR)
S.canonical("identity", "token-issuance", issuances, "jsonl", collected=NOW + " 07:17", system="auth.tallybird.example",
            command="trust centre, export issuances", period=period, **VENDOR)
S.canonical("identity", "delegations", delegations, collected=NOW + " 07:17", system="auth.tallybird.example", command="trust centre, export delegations",
            period=period, **VENDOR)
S.canonical("identity", "secret-store-metadata", [{
    "id": "tb-vault:" + name, "store": "tallybird-vault", "credential": what, "identity": who, "readers": [who], "consumers": users, "owner": "team-tallybird",
    "tenant": TENANT, "environment": PROD, "plaintext": plain, "rotationEnabled": rotating, "rotationInterval": "85 days" if rotating else None, "versionCount": count,
    "basis": "configured", "createdAt": t("2025-05-20"), "changedAt": t(rotated), "rotatedAt": t(rotated), "nextRotationAt": following, "expiresAt": expires,
    "lastReadAt": t("2026-11-17 20:20"), "deletedAt": "never"} for name, what, who, users, plain, rotating, count, rotated, following, expires in [
        ("assistant", "tb-cert-assistant", "tallybird:assistant", ["tallybird:assistant"], False, True, 5, "2026-09-28 09:00", t("2026-12-18 09:00"), t("2026-12-20 09:00")),
        ("summariser", "tb-cert-summariser", "tallybird:summariser", ["tallybird:summariser"], False, True, 5, "2026-09-28 09:00", t("2026-12-18 09:00"), t("2026-12-20 09:00")),
        ("letters", "tb-cert-letters", "tallybird:svc-letters", ["tallybird:svc-letters"], False, True, 5, "2026-10-10 09:00", t("2026-12-29 09:00"), t("2026-12-31 09:00")),
        ("index", "tb-cert-index", "tallybird:svc-index", ["tallybird:svc-index"], False, True, 5, "2026-10-01 09:00", t("2026-12-26 09:00"), t("2026-12-28 09:00")),
        ("mailapp", "tb-secret-mailapp", "entra:tallybird-assist", ["entra:tallybird-assist"], False, False, 1, "2026-01-15 09:00", "notRecorded", t("2028-01-15 09:00")),
        ("claimsapp", "tb-cert-claimsapp", "entra:tallybird-claims", ["entra:tallybird-claims"], False, True, 4, "2026-09-20 09:00", t("2026-12-14 09:00"), t("2026-12-16 09:00")),
        # Planted: a function variable readable in the console.
        ("export-function-variable", None, arn("user/svc-export"), [arn("user/svc-export")], True, False, 1, "2026-03-01 09:00", "notRecorded", "never")]],
    collected=NOW + " 07:07", system="tallybird-vault", command="trust centre, export secrets", **VENDOR)
# -- Scans -----------------------------------------------------------------------------------------

REPOSITORY = "git.tallybird.example/assist"
LEAKS = [  # key, rule, file, line, commit date, liveness, disposition, credential, found, closed
    ("OPEN", "aws-access-token", "config/sync.settings.json", 14, "2026-11-09T17:22:10Z", "live", "open", SYNC_KEY, "2026-11-12 03:10", None),
    ("SLOW", "private-key", "deploy/claims-app.pem.bak", 1, "2026-09-01T11:05:42Z", "live", "revoked", "tb-cert-claimsapp", "2026-09-03 10:00", "2026-09-06 16:00"),
    ("FAST", "private-key", "letters/tests/data/old.pem", 1, "2026-10-09T15:40:03Z", "live", "revoked", "tb-cert-letters", "2026-10-10 05:00", "2026-10-10 09:30"),
    ("FALSE", "generic-api-key", "docs/tutorial.md", 88, "2026-08-20T09:12:00Z", "dead", "falsePositive", None, "2026-08-21 03:10", "2026-08-21 09:00")]
prints = {}
native = []
for key, rule, file, line, committed, *_ in LEAKS:
    commit = digest("tallybird commit " + key)[:40]
    prints[key] = f"{commit}:{file}:{rule}:{line}"
    if key != "OPEN":
        continue  # the earlier ones stand in the baseline, and the report has only what is new
    native.append({"RuleID": rule, "Description": "Identified a pattern that may indicate AWS credentials, risking unauthorized cloud resource access and data breaches on AWS platforms.",
                   "StartLine": line, "EndLine": line, "StartColumn": 5, "EndColumn": 48, "Match": "REDACTED", "Secret": "REDACTED", "File": file,
                   "SymlinkFile": "", "Commit": commit, "Entropy": 4.1, "Author": "Build Robot",
                   "Email": "dev@tallybird.example", "Date": committed, "Message": "wip", "Tags": [], "Fingerprint": prints[key]})
S.put("scans/gitleaks.json", json.dumps(native, indent=1) + "\n")
S.list("scans/gitleaks.json", ["secret-scan-report"], "gitleaks", collected=NOW + " 04:00", system=REPOSITORY, account=REPOSITORY,
       command="gitleaks git --redact --baseline-path .gitleaks-baseline.json --report-format json", recordCount=1 + len(native), **VENDOR)
IMAGES = {name: f"registry.tallybird.example/{name}@sha256:{digest('image ' + name)}" for name in ("assist-runtime", "ocr")}
S.canonical("scans", "config-snapshot", [{
    "record": "Image", "id": "img-" + name, "reference": reference, "workload": name, "identity": arn("role/" + name),
    "environment": PROD, "admissionVerified": "yes", "plaintextSecrets": 0, "startedAt": t("2026-11-12 09:00")} for name, reference in IMAGES.items()],
    collected=NOW + " 07:18", system="aws-config:" + NUMBER, command="aws ecs describe-tasks; aws lambda list-functions", account=NUMBER, **VENDOR)
S.canonical("ci", "ci-results", [{
    "id": "assist-release", "platform": "gitlab", "repository": REPOSITORY, "definitionDigest": digest("assist release"), "credentials": [],
    "cloudAccess": "federated", "deploysTo": [PROD], "owner": "team-claims", "changedAt": t("2026-08-12 09:00")}, {
    "record": "PipelineRun", "id": "assist-release-412", "pipeline": "assist-release", "revision": digest("assist 412")[:40], "gate": "secret-scan",
    "result": "passed", "environment": PROD, "startedAt": t("2026-11-12 08:40"), "endedAt": t("2026-11-12 08:44")}],
    collected=NOW + " 07:18", system=REPOSITORY, command="glab ci list --output json", **VENDOR)
S.canonical("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": f"scan-t-{number:02d}", "tool": tool, "toolVersion": version, "target": target, "targetKind": kind, "scope": [target],
    "succeeded": True, "findingCount": count, "startedAt": t(f"{NOW} 03:{number:02d}"), "endedAt": t(f"{NOW} 03:{number:02d}:40")}
    for number, (tool, version, kind, target, count) in enumerate([
        ("gitleaks", "8.21.2", "repository", REPOSITORY, 4), *(("trufflehog", "3.82.0", "image", reference, 0) for reference in IMAGES.values()),
        ("trufflehog", "3.82.0", "log", "logs/audit-log.jsonl", 0), ("trufflehog", "3.82.0", "log", "logs/data-access-log.jsonl", 0),
        ("trufflehog", "3.82.0", "transcript", "agents/traces.jsonl", 0), ("gitleaks", "8.21.2", "configuration", "mcp/client-config.json", 0)], 1)] + [{
    "fingerprint": prints[key], "run": "scan-t-01", "tool": "gitleaks", "rule": rule, "target": REPOSITORY, "revision": prints[key][:40], "file": file,
    "line": line, "credential": what, "liveness": liveness, "disposition": disposition, "incident": "INC-T-01" if key == "SLOW" else None,
    "committedAt": committed, "foundAt": t(found), "closedAt": t(closed) if closed else "notRecorded"}
    for key, rule, file, line, committed, liveness, disposition, what, found, closed in LEAKS],
    collected=NOW + " 07:18", system=REPOSITORY, command="gitleaks git --redact; findings register", **VENDOR)
ROTATIONS = [
    ("tb-cert-assistant", "tb-vault:assistant", "tallybird:assistant", "schedule", None, "2026-07-08", "2026-07-06 09:00", "2026-07-06 12:00"),
    ("tb-cert-assistant", "tb-vault:assistant", "tallybird:assistant", "schedule", None, "2026-10-01", "2026-09-28 09:00", "2026-09-28 12:00"),
    ("tb-cert-summariser", "tb-vault:summariser", "tallybird:summariser", "schedule", None, "2026-10-01", "2026-09-28 09:00", "2026-09-28 12:00"),
    # Planted: the leak of 2026-09-03 was closed after three days; the one of 2026-10-10 within hours.
    ("tb-cert-claimsapp", "tb-vault:claimsapp", "entra:tallybird-claims", "leak", "SLOW", "2026-09-04 10:00", "2026-09-06 15:00", "2026-09-06 16:00"),
    ("tb-cert-claimsapp", "tb-vault:claimsapp", "entra:tallybird-claims", "schedule", None, "2026-11-30", "2026-09-20 09:00", "2026-09-20 12:00"),
    ("tb-cert-letters", "tb-vault:letters", "tallybird:svc-letters", "leak", "FAST", "2026-10-11 05:00", "2026-10-10 09:00", "2026-10-10 09:30")]
S.canonical("identity", "rotation-record", [{
    "id": f"rot-t-{number:02d}", "credential": what, "secret": secret, "identity": who, "trigger": trigger, "finding": prints.get(leak),
    "automated": trigger == "schedule", "consumers": [who], "consumersUpdated": [who], "performedBy": "person:dana.roe", "outcome": "complete",
    "tenant": TENANT, "environment": PROD, "dueAt": t(due), "newLiveAt": t(live), "oldDeadAt": t(dead)}
    for number, (what, secret, who, trigger, leak, due, live, dead) in enumerate(ROTATIONS, 1)], "csv",
    collected=NOW + " 07:08", system="tallybird-vault", command="trust centre, export rotations", period=("2026-05-01", NOW), **VENDOR)
S.canonical("registers", "incident-record", [{
    "id": "INC-T-01", "title": "Key of the claims application in a repository", "category": "secret-leak", "severity": "high",
    "identities": ["entra:tallybird-claims"], "vendor": "tallybird", "tenantsAffected": [TENANT], "environment": PROD,
    "cause": "A backup file was committed", "scopeFromLogs": True, "commander": "person:dana.roe", "vendorContacted": True, "rotations": ["rot-t-04"],
    "exercise": False, "startedAt": t("2026-09-01 11:05"), "detectedAt": t("2026-09-03 10:00"), "declaredAt": t("2026-09-03 14:00"),
    "containedAt": t("2026-09-06 16:00"), "eradicatedAt": t("2026-09-06 16:00"), "recoveredAt": t("2026-09-06 17:00"),
    "noticesSentAt": t("2026-09-07 09:00"), "closedAt": t("2026-09-12 09:00")}],
    collected=NOW + " 07:19", system="tallybird-console", command="trust centre, incidents", **VENDOR)

# -- Logs ------------------------------------------------------------------------------------------

log = []


def event(when, kind, action, verb, actor, actor_kind, resource, address, client, **more):
    log.append({"id": f"aud-t-{len(log) + 1:04d}", "kind": kind, "action": action, "verb": verb, "actor": actor, "actorKind": actor_kind,
                "resource": resource, "resourceKind": ASSETS[resource], "resourceTenant": TENANT, "tenant": TENANT, "environment": PROD,
                "logSource": "tallybird-console", "sourceAddress": address, "client": client, "result": "ok", **more, "occurredAt": z(when)})


for day in range(14):
    morning = after(at("2026-11-04 00:00"), days=day)
    event(after(morning, hours=2), "control", "index.update", "write", "tallybird:svc-index", "workload", INDEX, "10.70.2.7", "index-job/1.1", credential="tb-cert-index", interactive=False)
    event(after(morning, hours=8), "signIn", "console.sign-in", "other", "person:ilse.maro", "person", "tallybird-console", "10.70.9.4", "browser", interactive=True)
    event(after(morning, hours=22, minutes=30), "control", "letters.hand-over", "write", "tallybird:svc-letters", "workload", STORE, "10.70.2.9", "letters/1.2",
          credential="tb-cert-letters", interactive=False)
# Planted: a call with the identity of the sub-contractor, six weeks after it ended.
event(at("2026-10-14 04:30"), "control", "addresses.load", "write", arn("user/pinewick-sync"), "workload", STORE, "10.70.8.40", "pinewick-loader/0.9", credential=PINEWICK_KEY, interactive=False)
# Planted: people write the exports by hand, signed in as the service user, from a workstation.
for when in ["2026-11-06 10:12", "2026-11-13 16:40"]:
    for minutes, kind, action, verb, thing in [(0, "signIn", "console.sign-in", "other", "tallybird-console"), (4, "control", "claims.export", "export", STORE)]:
        event(after(at(when), minutes=minutes), kind, action, verb, arn("user/svc-export"), "person", thing, "198.51.100.23", "Mozilla/5.0", interactive=True)
log.sort(key=lambda item: item["occurredAt"])
S.canonical("logs", "audit-log", log, "jsonl", collected=NOW + " 07:20", system="tallybird-console", command="audit, export", period=("2026-10-14", NOW), **VENDOR)
S.canonical("logs", "data-access-log", data, "jsonl", collected=NOW + " 07:21",
            system="tallybird-guard", command="guard export data-access", period=period, **VENDOR)

# -- Papers, drills --------------------------------------------------------------------------------

S.canonical("contract", "vendor-assurance", [
    {"id": "rep-tallybird-soc2", "vendor": "tallybird", "kind": "soc2", "issuer": "Marlowe and Finch Assurance", "scope": ["Tallybird Assist"],
     "opinion": "unqualified", "exceptionCount": 0, "exceptions": [], "documentDigest": digest("soc2 tallybird"), "periodStartedAt": t("2025-07-01"),
     "periodEndedAt": t("2026-06-30"), "issuedAt": t("2026-08-14"), "expiresAt": t("2027-06-30")},
    {"record": "VendorAnswer", "id": "ans-t-01", "vendor": "tallybird", "questionnaire": "larkspur-2026", "question": "IAM-07", "answer": "yes",
     "text": "All credentials rotate every 90 days.", "responsibility": "provider", "material": True, "respondent": "person:dana.roe",
     "answeredAt": t("2026-08-25 09:00")}],
    collected="2026-11-17 09:30", system="vendor-management", command="transcribed from the report", proof="thirdParty")
S.attestation({
    "id": "att-tallybird", "claim": "The review of Tallybird is complete and rests on its assurance report", "requirements": ["NHI3:2025", "GV.SC-07"],
    "target": "tallybird", "targetDigests": [digest("soc2 tallybird")], "owner": "team-claims", "role": "business-owner",
    "documentReference": "vendor-reviews/tallybird-2026.pdf", "documentDigest": digest("review tallybird"), "cites": ["contract/vendor-assurance.yaml"],
    "signedAt": t("2026-09-02 10:00"), "expiresAt": t("2027-09-02"), "withdrawnAt": "never"},
    collected="2026-11-17 09:40", system="vendor-management", command="vmctl reviews export --signed")
S.canonical("drills", "tenant-isolation-tests", isolation(
    "iso-t", "iso-run-2026-10-20", TENANT, OTHER, "2026-10-20 09:00",
    vendor="tallybird", administrator=False, runBy="vendor", buyerCanRepeat="yes", procedure="Tallybird isolation guide, chapter 3", build=digest("tallybird 4.2.0")),
    collected="2026-11-17 12:00", system="tallybird-console", command="trust centre, isolation report", proof="exercise", collector="trust@tallybird.example")
S.canonical("drills", "drill-record", [
    # Planted: access went on for 41 minutes after the order, because a cache lived on.
    {"id": "drill-t-01", "scenario": "revocation", "description": "Larkspur orders the end of all access of the assistant", "targetKind": "product",
     "targets": ["tallybird-assist"], "identities": ["entra:tallybird-assist", "tallybird:assistant"], "credentials": ["tb-secret-mailapp", "tb-cert-assistant"],
     "agents": ["tallybird-assistant"], "grants": ["grant-tallybird-mail"], "vendor": "tallybird", "tenant": TENANT, "environment": PROD,
     "participants": ["person:lena.garth", "person:dana.roe"], "bothParties": True, "startedBy": "customer", "automatic": False, "manualSteps": 6,
     "vendorSteps": 3, "residuals": ["session", "cache"], "answersFromLogs": ["who"], "resourcesAffected": 2, "objective": "15 minutes",
     "measured": "47 minutes", "result": "failed", "findings": ["The token cache of the runtime was not cleared"], "plannedAt": t("2026-09-15"),
     "startedAt": t("2026-09-30 09:55"), "detectedAt": t("2026-09-30 09:58"), "orderedAt": t("2026-09-30 10:00"), "firstDeniedAt": t("2026-09-30 10:47"),
     "lastSuccessAt": t("2026-09-30 10:41"), "effectVerifiedAt": t("2026-09-30 11:00"), "restoredAt": t("2026-09-30 12:00"), "endedAt": t("2026-09-30 12:10")},
    {"id": "drill-t-02", "scenario": "agentHalt", "description": "One order stops the summariser", "targetKind": "agent", "targets": ["tallybird-summariser"],
     "agents": ["tallybird-summariser"], "vendor": "tallybird", "tenant": TENANT, "environment": PROD, "participants": ["person:dana.roe", "person:edda.holt"],
     "bothParties": True, "startedBy": "customer", "automatic": True, "manualSteps": 1, "vendorSteps": 0, "residuals": [], "resourcesAffected": 0,
     "objective": "5 minutes", "measured": "2 minutes", "result": "passed", "findings": [], "plannedAt": t("2026-09-15"), "startedAt": t("2026-09-30 13:00"),
     "detectedAt": t("2026-09-30 13:00"), "orderedAt": t("2026-09-30 13:01"), "firstDeniedAt": t("2026-09-30 13:03"), "lastSuccessAt": t("2026-09-30 13:00:30"),
     "effectVerifiedAt": t("2026-09-30 13:05"), "restoredAt": t("2026-09-30 13:20"), "endedAt": t("2026-09-30 13:25")}],
    collected="2026-11-17 15:00", system="exercise-log", command="exercise export 2026-09-30", proof="exercise")
S.manifest()
print(f"tallybird-assist: {len(data)} tool calls, {len(decisions)} decisions, {len(approvals)} approvals, {len(log)} audit events")
