"""Makes evidence/orchard-agents: Larkspur's own agent platform, a governed pilot that is to be approved."""
import json
import random

from kit import Subject, after, at, digest, isolation, t, z
from traces import Recorder, SpanKind

S = Subject("orchard-agents", "Orchard Agents", "agent-system", "pilot", "team-orchard", "high",
            ["larkspur-claims", "larkspur-underwriting"])
CLAIMS, WRITING, PLATFORM = "larkspur-claims", "larkspur-underwriting", "larkspur-platform"
PILOT, ISSUER, DOMAIN = "orchard-pilot", "token-broker.larkspur.example", "agents.larkspur.example"
NOW = "2026-11-18"


def spiffe(path):
    return f"spiffe://{DOMAIN}/{path}"


# -- The people ------------------------------------------------------------------------------------

PEOPLE = {  # id: (role, team, tenant)
    "person:edda.holt": ("claims-handler", "team-claims", CLAIMS),
    "person:finn.abara": ("claims-handler", "team-claims", CLAIMS),
    "person:juno.castell": ("underwriter", "team-underwriting", WRITING),
    "person:marek.osei": ("platform-lead", "team-orchard", PLATFORM),
    "person:tobias.wren": ("platform-engineer", "team-orchard", PLATFORM),
    "person:sunniva.dale": ("security-approver", "team-security", PLATFORM)}
TEAMS = {"team-orchard": "platform-owner", "team-claims": "business-owner", "team-underwriting": "business-owner",
         "team-security": "control-owner"}

# -- Agents, tools, workloads ----------------------------------------------------------------------

TOOLS = {  # name: (server, version, scope, resource, effect)
    "get_claim": ("claims-core", "2.4.1", "claims.read", "claims-db", "read"),
    "list_open_claims": ("claims-core", "2.4.1", "claims.read", "claims-db", "read"),
    "set_claim_priority": ("claims-core", "2.4.1", "claims.write", "claims-db", "write"),
    "search_documents": ("documents", "1.12.0", "documents.read", "claims-documents", "read"),
    "read_document": ("documents", "1.12.0", "documents.read", "claims-documents", "read"),
    "delete_duplicate_document": ("documents", "1.12.0", "documents.delete", "claims-documents", "delete"),
    "draft_letter": ("letters", "1.9.3", "letters.write", "letters-outbox", "write"),
    "send_letter": ("letters", "1.9.3", "letters.send", "letters-outbox", "send"),
    "get_risk_profile": ("rating-engine", "5.0.2", "risk.read", "risk-profiles", "read"),
    "calculate_quote": ("rating-engine", "5.0.2", "quotes.calculate", "quotes-db", "read"),
    "save_quote_draft": ("rating-engine", "5.0.2", "quotes.write", "quotes-db", "write")}
ASK = {"delete_duplicate_document", "send_letter"}
SERVERS = {"claims-core": CLAIMS, "documents": CLAIMS, "letters": CLAIMS, "rating-engine": WRITING}
AGENTS = {  # id: (version, tenant, purpose, tools, people it works for)
    "claims-triage": ("1.6.0", CLAIMS, "Sorts new claims by urgency",
                      ["get_claim", "list_open_claims", "set_claim_priority", "search_documents", "read_document",
                       "delete_duplicate_document"], ["person:edda.holt", "person:finn.abara"]),
    "letter-drafter": ("1.3.2", CLAIMS, "Drafts letters to claimants",
                       ["get_claim", "read_document", "draft_letter", "send_letter"],
                       ["person:finn.abara", "person:edda.holt"]),
    "quote-assistant": ("0.9.4", WRITING, "Prepares quotes for an underwriter",
                        ["get_risk_profile", "calculate_quote", "save_quote_draft"], ["person:juno.castell"])}
ASSETS = {"claims-db": CLAIMS, "claims-documents": CLAIMS, "letters-outbox": CLAIMS, "risk-profiles": WRITING,
          "quotes-db": WRITING, "orchard-config": PLATFORM, "orchard-token-service": PLATFORM, "console-claims": CLAIMS,
          "console-underwriting": WRITING, "console-platform": PLATFORM}


def tool_server(name):
    return spiffe(f"tenant/{SERVERS[name]}/tool-server/{name}")


def agent_identity(agent):
    return spiffe(f"tenant/{AGENTS[agent][1]}/agent/{agent}")


def scopes_of(agent):
    return list(dict.fromkeys(TOOLS[tool][2] for tool in AGENTS[agent][3]))


GATEWAY, BROKER = spiffe("platform/tool-gateway"), spiffe("platform/token-broker")
DEPLOY = "github:larkspur-mutual/orchard-agents:deploy-pilot"
MAILBOX = "orchard:mailbox-connector"
WORKLOADS = {agent_identity(a): (AGENTS[a][1], a, AGENTS[a][2], "team-orchard") for a in AGENTS}
WORKLOADS |= {spiffe(f"tenant/{tenant}/tool-server/{name}"): (tenant, name, f"Serves the tools of {name}", "team-orchard")
              for name, tenant in SERVERS.items()}
WORKLOADS |= {GATEWAY: (PLATFORM, "tool-gateway", "Decides on and forwards each tool call", "team-orchard"),
              BROKER: (PLATFORM, "token-broker", "Issues one credential for each task", "team-orchard"),
              spiffe(f"tenant/{CLAIMS}/probe/isolation"): (CLAIMS, "isolation-probe-claims", "Tests the tenant boundary", "team-security"),
              spiffe(f"tenant/{WRITING}/probe/isolation"): (WRITING, "isolation-probe-underwriting", "Tests the tenant boundary", "team-security")}
CLIENTS = {"oauth:northlight-models": ("northlight-models", "Northlight Models", ["model.invoke"], "Hosts the language model"),
           "oauth:postmill-mail": ("postmill-mail", "Postmill Mail", ["mail.send"], "Relays letters by e-mail")}


def credential_of(identity):
    return "svid-" + WORKLOADS[identity][1]


# -- Runs: one source for traces, decisions, approvals, tokens, delegations and logs ----------------

chance = random.Random(20261118)
recorder = Recorder("orchard-agents", 411)
decisions, approvals, issuances, delegations, data_events = [], [], [], [], []
token_credentials, used = [], {}


def open_run(number, agent, start, person, task, parent=None, scope=None):
    """Issues the task's credential and the delegation behind it."""
    version, tenant, *_ = AGENTS[agent]
    mine = agent_identity(agent)
    delegation = {"id": f"del-{number}", "from": agent_identity(parent["agent"]) if parent else person, "to": mine,
                  "kind": "agentHandOff" if parent else "onBehalfOf", "agent": parent["agent"] if parent else None,
                  "toAgent": agent, "parent": parent["delegation"] if parent else None, "depth": 2 if parent else 1,
                  "scope": scope or scopes_of(agent), "task": task, "issuance": f"iss-{number}",
                  "credential": f"tok-{number}", "fromTenant": tenant, "toTenant": tenant, "fromEnvironment": PILOT,
                  "toEnvironment": PILOT, "fromOwner": "team-claims" if tenant == CLAIMS else "team-underwriting",
                  "toOwner": "team-orchard", "approval": "APR-O-" + agent, "reason": "task asked for by the person",
                  "basis": "observed", "createdAt": z(start), "expiresAt": z(after(start, minutes=15)), "revokedAt": "never"}
    delegations.append(delegation)
    issuances.append({
        "id": f"iss-{number}", "credential": f"tok-{number}", "issuer": ISSUER, "identity": mine, "agent": agent,
        "workloadEntry": mine, "instance": f"{agent}-{chance.randrange(3)}", "kind": "accessToken", "task": task,
        "session": f"conv-{task[5:]}", "onBehalfOf": person, "delegation": f"del-{number}",
        "parent": f"iss-{parent['number']}" if parent else None, "scopes": delegation["scope"], "audiences": [GATEWAY],
        "boundTo": "key", "forwarding": "exchange", "chainVerified": "yes", "lifetime": "15 minutes", "result": "issued",
        "tenant": tenant, "environment": PILOT, "issuedAt": z(start), "expiresAt": z(after(start, minutes=15)),
        "firstUsedAt": z(after(start, seconds=5)), "lastUsedAt": z(after(start, minutes=9)), "revokedAt": "never"})
    token_credentials.append({
        "id": f"tok-{number}", "identity": mine, "kind": "federated", "status": "expired", "lifetimeClass": "perTask",
        "issuance": f"iss-{number}", "holders": [mine], "managedBy": "customer", "boundTo": "key",
        "scopes": delegation["scope"], "owner": "team-orchard", "tenant": tenant, "environment": PILOT, "basis": "observed",
        "createdAt": z(start), "rotatedAt": "never", "expiresAt": z(after(start, minutes=15)),
        "lastUsedAt": z(after(start, minutes=9)), "revokedAt": "never"})
    return {"number": number, "agent": agent, "version": version, "tenant": tenant, "person": person, "task": task,
            "delegation": f"del-{number}", "credential": f"tok-{number}", "depth": 2 if parent else 1}


def common(run):
    return {"gen_ai.provider.name": "northlight", "gen_ai.agent.id": run["agent"], "gen_ai.agent.name": run["agent"],
            "gen_ai.agent.version": run["version"], "gen_ai.conversation.id": f"conv-{run['task'][5:]}",
            "enduser.id": run["person"], "larkspur.actor.id": agent_identity(run["agent"]),
            "larkspur.actor.kind": "agent", "larkspur.credential.id": run["credential"],
            "larkspur.task.id": run["task"], "larkspur.tenant": run["tenant"], "larkspur.environment": PILOT,
            "larkspur.delegation.id": run["delegation"], "larkspur.delegation.depth": run["depth"]}


def call(run, tool, start, parent):
    """One tool call: the decision a second before, the person's approval before that where the tool asks for one."""
    server, version, scope, resource, effect = TOOLS[tool]
    number = f"{run['number']}-{len(decisions) + 1:03d}"
    approval = None
    if tool in ASK:
        approval = f"apv-{number}"
        approvals.append({
            "id": approval, "request": f"req-{number}", "requester": agent_identity(run["agent"]), "agent": run["agent"],
            "run": run["number"], "task": run["task"], "tool": tool, "action": tool, "resource": resource,
            "argumentsDigest": digest("arguments " + number), "approver": run["person"], "decision": "approved",
            "reason": "checked against the claim file", "shownDigest": digest("shown " + number), "summaryBy": "system",
            "channel": "orchard-console", "purpose": "action", "tenant": run["tenant"], "environment": PILOT,
            "shownAt": z(after(start, seconds=-95)), "decidedAt": z(after(start, seconds=-40)),
            "expiresAt": z(after(start, minutes=20))})
    decide(f"dec-{number}", after(start, seconds=-1), agent_identity(run["agent"]), run["agent"], tool, resource, run["tenant"],
           "allow", [scope], onBehalfOf=run["person"], credential=run["credential"], task=run["task"], approval=approval,
           session=f"conv-{run['task'][5:]}")
    span = recorder.start(f"execute_tool {tool}", start, {
        "gen_ai.operation.name": "execute_tool", **common(run), "gen_ai.tool.name": tool, "gen_ai.tool.type": "function",
        "gen_ai.tool.call.id": f"call-{number}", "larkspur.tool.version": version, "larkspur.tool.server": server,
        "larkspur.decision.id": f"dec-{number}", "larkspur.approval.id": approval, "larkspur.resource": resource,
        "larkspur.resource.tenant": ASSETS[resource]}, parent, SpanKind.CLIENT)
    end = after(start, milliseconds=180 + chance.randrange(900))
    recorder.end(span, end)
    key = (agent_identity(run["agent"]), scope, resource)
    used[key] = (used.get(key, (0, ""))[0] + 1, z(start))
    data_events.append({
        "id": f"dae-{number}", "kind": "data", "action": tool,
        "verb": {"send": "export"}.get(effect, effect), "actor": agent_identity(run["agent"]), "actorKind": "agent",
        "onBehalfOf": run["person"], "agent": run["agent"], "credential": run["credential"],
        "issuance": "iss-" + run["number"], "delegation": run["delegation"], "task": run["task"],
        "decision": f"dec-{number}", "resource": resource, "resourceKind": "dataStore", "resourceTenant": ASSETS[resource],
        "objectCount": 1 + chance.randrange(4), "tenant": run["tenant"], "environment": PILOT, "logSource": "tool-gateway",
        "sourceAddress": "10.40.7." + str(20 + len(run["agent"])), "client": "orchard-gateway/3.2", "interactive": False,
        "result": "ok", "occurredAt": z(start)})
    return end


def decide(identifier, when, principal, agent, action, resource, tenant, effect, reasons, **more):
    decisions.append({
        "id": identifier, "engine": "opa", "enforcementPoint": "tool-gateway", "bundle": BUNDLE, "bundleRevision": "2026.10.3",
        "principal": principal, "agent": agent, **more, "action": action, "tool": action, "resource": resource,
        "resourceTenant": ASSETS[resource], "inputs": ["principal", "task", "tool", "resource", "tenant"],
        "inputsDigest": digest("inputs " + identifier), "tenant": tenant, "environment": PILOT, "effect": effect,
        "reasons": reasons, "latency": "3 milliseconds", "decidedAt": z(when)})


BUNDLE = digest("orchard policy bundle 2026.10.3")
PATTERNS = {
    "claims-triage": [["list_open_claims", "get_claim", "search_documents", "read_document", "set_claim_priority"],
                      ["get_claim", "search_documents", "read_document", "delete_duplicate_document", "set_claim_priority"]],
    "letter-drafter": [["get_claim", "read_document", "read_document", "draft_letter", "draft_letter"],
                       ["get_claim", "read_document", "draft_letter", "send_letter"]],
    "quote-assistant": [["get_risk_profile", "calculate_quote", "calculate_quote", "save_quote_draft", "get_risk_profile"]]}
for index in range(30):
    agent = list(AGENTS)[index % 3]
    people = AGENTS[agent][4]
    start = after(at("2026-11-04 08:10"), hours=10 * index, minutes=chance.randrange(40))
    number, task = f"r{index + 1:03d}", f"task-{index + 1:04d}"
    run = open_run(number, agent, start, people[index // 3 % len(people)], task)
    root = recorder.start(f"invoke_agent {agent}", start, {
        "gen_ai.operation.name": "invoke_agent", "larkspur.cost": round(0.05 + chance.random() / 5, 3), **common(run)})
    chat = recorder.start("chat northlight-small", after(start, seconds=1), {
        "gen_ai.operation.name": "chat", "gen_ai.provider.name": "northlight", "gen_ai.request.model": "northlight-small-2026-08",
        "gen_ai.usage.input_tokens": 900 + chance.randrange(600), "gen_ai.usage.output_tokens": 80 + chance.randrange(200)},
        root, SpanKind.CLIENT)
    recorder.end(chat, after(start, seconds=4))
    patterns = PATTERNS[agent]
    moment = after(start, seconds=6)
    for tool in patterns[index // 3 % len(patterns)]:
        moment = after(moment, seconds=110 if tool in ASK else 24)
        end = call(run, tool, moment, root)
    if agent == "claims-triage" and index % 2 == 0:
        # A hand-off to the second agent, with less scope than the first one got.
        sub = open_run(number + "b", "letter-drafter", after(end, seconds=5), run["person"], task, run,
                       ["claims.read", "documents.read"])
        child = recorder.start("invoke_agent letter-drafter", after(end, seconds=5),
                               {"gen_ai.operation.name": "invoke_agent", "larkspur.cost": 0.041, **common(sub)}, root)
        call(sub, "get_claim", after(end, seconds=14), child)
        end = call(sub, "read_document", after(end, seconds=33), child)
        recorder.end(child, after(end, seconds=2))
    recorder.end(root, after(end, seconds=4))
    recorder.flush()

# Calls that were refused: each agent once, and the probes of the isolation test.
for number, (agent, tool) in enumerate([("claims-triage", "send_letter"), ("letter-drafter", "delete_duplicate_document"),
                                        ("quote-assistant", "get_claim")], 1):
    decide(f"dec-refused-{number}", at(f"2026-11-12 09:1{number}"), agent_identity(agent), agent, tool, TOOLS[tool][3],
           AGENTS[agent][1], "deny", ["tool-not-allowed-for-agent"])
for side, tenant, target, tool in [("out", CLAIMS, "quotes-db", "save_quote_draft"), ("in", WRITING, "claims-db", "get_claim")]:
    decide(f"dec-probe-{side}", at("2026-11-10 13:30"), spiffe(f"tenant/{tenant}/probe/isolation"), None, tool, target, tenant,
           "deny", ["other-tenant"])
decisions.sort(key=lambda decision: decision["decidedAt"])

# -- Agents ----------------------------------------------------------------------------------------

period = ("2026-11-04", "2026-11-18")
S.put("agents/traces.jsonl", recorder.text())
S.list("agents/traces.jsonl", ["agent-trace"], "otlp-traces", collected=NOW + " 06:30", system="otel-collector:orchard-pilot",
       command="otelcol file exporter, service orchard-agents", period=period)
S.canonical("agents", "agent-manifest", [{
    "id": agent, "name": agent.replace("-", " ").capitalize(), "version": version, "owner": "team-orchard",
    "reviewer": "person:sunniva.dale", "purpose": purpose, "layer": "L7", "runsAs": agent_identity(agent),
    "workloadEntry": agent_identity(agent), "credentials": [credential_of(agent_identity(agent))],
    "model": "northlight-small-2026-08", "instructionsDigest": digest("instructions " + agent),
    "manifestDigest": digest("manifest " + agent), "signedBy": "person:marek.osei", "tools": tools,
    "askTools": [tool for tool in tools if tool in ASK], "scopes": scopes_of(agent),
    "delegatesTo": ["letter-drafter"] if agent == "claims-triage" else None, "autonomyClass": "supervised",
    "guardrail": "tool-gateway", "authenticationSchemes": ["workload-certificate"], "sessionLifetime": "15 minutes",
    "tenant": tenant, "environment": PILOT, "status": "enabled", "approval": "APR-O-" + agent, "basis": "configured",
    "approvedAt": t("2026-09-15 10:00"), "changedAt": t("2026-09-14 16:00"), "retiredAt": "never"}
    for agent, (version, tenant, purpose, tools, _) in AGENTS.items()],
    collected=NOW + " 06:10", system="orchard-registry", command="orchardctl agents export")
S.canonical("agents", "tool-registry", [{
    "id": tool, "server": server, "name": tool, "version": version, "digest": digest(f"{server} {version}"),
    "descriptionDigest": digest("description " + tool), "schemaDigest": digest("schema " + tool), "pinned": True,
    "publisher": "Larkspur Mutual", "transport": "http" if server == "documents" else "stdio",
    "runsAs": tool_server(server),
    "credentials": ["cred-mailbox-connector"] if server == "letters" else [credential_of(tool_server(server))],
    "plaintextSecrets": 0, "tokenForwarding": "exchange", "scopes": [scope], "resources": [resource], "effects": [effect],
    "destructive": "yes" if effect == "delete" else "no", "highImpact": tool in ASK, "runsCode": False,
    "consent": "always" if tool in ASK else "askOnce",
    "allowedAgents": [agent for agent in AGENTS if tool in AGENTS[agent][3]], "owner": "team-orchard",
    "tenant": SERVERS[server], "environment": PILOT, "status": "enabled", "revocationPath": f"orchardctl tools disable {tool}",
    "approvedBy": "person:sunniva.dale", "approval": "APR-O-tools", "basis": "configured", "approvedAt": t("2026-09-16 09:00"),
    "reviewedAt": t("2026-10-20 09:00"), "changedAt": t("2026-09-10 12:00")}
    for tool, (server, version, scope, resource, effect) in TOOLS.items()],
    collected=NOW + " 06:12", system="orchard-registry", command="orchardctl tools export")
S.canonical("agents", "policy-decision-log", decisions, "jsonl", collected=NOW + " 06:31", system="opa:tool-gateway",
            command="orchardctl decisions export", period=period)
S.canonical("agents", "policy-bundle", [{
    "digest": BUNDLE, "name": "tool-gateway", "revision": "2026.10.3", "previousDigest": digest("orchard policy bundle 2026.9.1"),
    "engine": "opa", "defaultEffect": "deny", "inputsUsed": ["principal", "task", "tool", "resource", "tenant"],
    "actions": list(TOOLS), "ruleCount": 34, "testCount": 118, "passedTestCount": 118, "coverage": 0.97,
    "author": "person:tobias.wren", "reviewer": "person:sunniva.dale", "signedBy": "person:marek.osei",
    "reason": "tool versions pinned", "owner": "team-orchard", "environment": PILOT, "builtAt": t("2026-10-19 14:00"),
    "liveAt": t("2026-10-20 08:00"), "retiredAt": "never"}],
    collected=NOW + " 06:13", system="opa:tool-gateway", command="opa inspect, opa test --format=json")
S.canonical("agents", "approval-log", approvals, "jsonl", collected=NOW + " 06:32", system="orchard-console",
            command="orchardctl approvals export", period=period)
S.canonical("agents", "limit-config", [
    {"id": f"lim-{agent}-{kind}", "scopeKind": "agent", "scope": agent, "agent": agent, "kind": kind, "value": value, "unit": unit,
     "window": window, "action": "block", "enabled": True, "alertBelowLimit": True, "tenant": AGENTS[agent][1],
     "environment": PILOT, "basis": "configured", "changedAt": t("2026-09-14 16:00")}
    for agent in AGENTS for kind, value, unit, window in [
        ("rate", 30, "calls", "1 minute"), ("cost", 2, "units", None), ("fanOut", 6, "calls", None), ("depth", 3, "hops", None)]],
    "csv", collected=NOW + " 06:14", system="tool-gateway", command="orchardctl limits export")
S.put("mcp/client-config.json", json.dumps({"mcpServers": {
    "claims-core": {"command": "uvx", "args": ["larkspur-claims-core-mcp==2.4.1"], "env": {"CLAIMS_TOKEN": "${CLAIMS_TOKEN}"}},
    "documents": {"type": "http", "url": "https://documents.tools.larkspur.example/mcp",
                  "headers": {"Authorization": "Bearer ${DOCUMENTS_TOKEN}"}},
    "letters": {"command": "npx", "args": ["@larkspur/letters-mcp@1.9.3"], "env": {"LETTERS_TOKEN": "${LETTERS_TOKEN}"}},
    "rating-engine": {"command": "docker", "args": ["run", "--rm", "-i", "-e", "RATING_TOKEN",
                      "registry.larkspur.example/rating-engine-mcp:5.0.2@sha256:" + digest("rating-engine 5.0.2")],
                      "env": {"RATING_TOKEN": "${RATING_TOKEN}"}}}}, indent=2) + "\n")
S.list("mcp/client-config.json", ["tool-registry"], "mcp-client-config", collected=NOW + " 06:15",
       system="github:larkspur-mutual/orchard-agents", command="git show HEAD:.mcp.json", recordCount=4)

# -- SPIRE entries, in the shape that `spire-server entry show -output json` documents --------------

entries = []
for number, (identity, (tenant, name, _, _)) in enumerate(WORKLOADS.items(), 1):
    entries.append({
        "id": f"0e5f1c00-4b1d-4d2a-9c00-{number:012d}",
        "spiffe_id": {"trust_domain": DOMAIN, "path": identity.removeprefix("spiffe://" + DOMAIN)},
        "parent_id": {"trust_domain": DOMAIN, "path": "/spire/agent/k8s_psat/orchard-pilot/node-" + str(1 + number % 3)},
        "selectors": [{"type": "k8s", "value": "ns:" + tenant}, {"type": "k8s", "value": "sa:" + name},
                      {"type": "k8s", "value": "container-image:registry.larkspur.example/" + name + "@sha256:" + digest("image " + name)}],
        "x509_svid_ttl": 3600, "federates_with": [], "admin": False, "downstream": False,
        "expires_at": "0", "dns_names": [], "revision_number": str(3 + number % 4), "store_svid": False,
        "jwt_svid_ttl": 300, "hint": "", "created_at": str(int(at("2026-08-24 09:00").timestamp()) + 60 * number)})
S.put("spire/entries.json", json.dumps({"entries": entries, "next_page_token": ""}, indent=2) + "\n")
S.list("spire/entries.json", ["workload-identity-entries"], "spire-entries", collected=NOW + " 06:05",
       system="spire-server:" + DOMAIN, command="spire-server entry show -output json", recordCount=len(entries))

# -- Registers -------------------------------------------------------------------------------------

identities = [{
    "id": identity, "kind": "agent" if "/agent/" in identity else "workload", "provider": "spire", "account": DOMAIN,
    "displayName": name, "owner": owner, "purpose": purpose, "workloads": [name],
    "agents": [name] if name in AGENTS else None, "controller": "customer", "local": False,
    "privileged": identity == BROKER, "tenant": tenant, "environment": PILOT, "status": "enabled",
    "approval": "APR-O-" + name if name in AGENTS else "APR-O-platform", "createdAt": t("2026-08-24 09:00"),
    "lastUsedAt": t("2026-11-10 13:30") if "/probe/" in identity else t("2026-11-17 17:00"), "endsAt": t("2027-02-28")}
    for identity, (tenant, name, purpose, owner) in WORKLOADS.items()]
identities += [
    {"id": DEPLOY, "kind": "workload", "provider": "github", "account": "larkspur-mutual", "displayName": "deploy-pilot",
     "owner": "team-orchard", "purpose": "Releases the pilot", "workloads": ["orchard-deploy-pilot"], "controller": "customer",
     "local": False, "privileged": True, "tenant": PLATFORM, "environment": PILOT, "status": "enabled", "approval": "APR-O-platform",
     "createdAt": t("2026-08-20 09:00"), "lastUsedAt": t("2026-11-13 14:02"), "endsAt": t("2027-02-28")},
    {"id": MAILBOX, "kind": "serviceAccount", "provider": "mail-gateway", "account": "mail.larkspur.example",
     "displayName": "mailbox-connector", "owner": "team-orchard", "purpose": "Hands finished letters to the mail relay",
     "workloads": ["mailbox-connector"], "controller": "customer", "local": False, "privileged": False, "tenant": CLAIMS,
     "environment": PILOT, "status": "enabled", "approval": "APR-O-platform", "createdAt": t("2025-11-03 09:00"),
     "lastUsedAt": t("2026-11-17 16:20"), "endsAt": t("2027-02-28")}]
identities += [{
    "id": client, "kind": "oauthClient", "provider": "token-broker", "account": "larkspur", "displayName": name,
    "owner": "team-orchard", "purpose": purpose, "workloads": [vendor], "vendor": vendor, "controller": "vendor", "local": False,
    "privileged": False, "tenant": PLATFORM, "environment": PILOT, "status": "enabled", "approval": "APR-O-" + vendor,
    "createdAt": t("2026-08-26 09:00"), "lastUsedAt": t("2026-11-17 17:10"), "endsAt": t("2027-02-28")}
    for client, (vendor, name, _, purpose) in CLIENTS.items()]
identities += [{
    "id": person, "kind": "person", "provider": "larkspur-directory", "account": "larkspur", "displayName": person[7:],
    "owner": team, "purpose": role, "controller": "customer", "local": False, "privileged": team in ("team-orchard", "team-security"),
    "tenant": tenant, "environment": PILOT, "status": "enabled", "approval": "APR-O-platform",
    "createdAt": t("2025-03-01 09:00"), "lastUsedAt": t("2026-11-17 08:05"), "endsAt": "never"}
    for person, (role, team, tenant) in PEOPLE.items()]
S.canonical("registers", "nhi-inventory", identities, collected=NOW + " 06:00", system="identity-governance",
            command="idctl inventory export --system orchard-agents")

credentials = [{
    "id": credential_of(identity), "identity": identity, "kind": "workloadDocument", "status": "active", "lifetimeClass": "shortLived",
    "holders": [identity], "managedBy": "customer", "boundTo": "key", "owner": owner, "tenant": tenant, "environment": PILOT,
    "basis": "observed", "createdAt": t(NOW + " 05:30"), "rotatedAt": t(NOW + " 05:30"), "expiresAt": t(NOW + " 06:30"),
    "lastUsedAt": t(NOW + " 05:55"), "revokedAt": "never"} for identity, (tenant, name, _, owner) in WORKLOADS.items()]
credentials += [
    {"id": "cred-spire-issuer", "identity": BROKER, "kind": "certificate", "status": "active", "lifetimeClass": "static",
     "storedIn": "vault:orchard/spire-issuer", "holders": [BROKER], "managedBy": "customer", "boundTo": "key",
     "owner": "team-orchard", "tenant": PLATFORM, "environment": PILOT, "basis": "configured", "createdAt": t("2026-09-28 09:00"),
     "rotatedAt": t("2026-09-28 09:00"), "expiresAt": t("2026-12-20 09:00"), "lastUsedAt": t(NOW + " 05:30"), "revokedAt": "never"},
    {"id": "cred-deploy-pilot", "identity": DEPLOY, "kind": "federated", "status": "expired", "lifetimeClass": "perTask",
     "holders": [DEPLOY], "managedBy": "customer", "boundTo": "audience", "owner": "team-orchard", "tenant": PLATFORM,
     "environment": PILOT, "basis": "observed", "createdAt": t("2026-11-13 14:00"), "rotatedAt": "never",
     "expiresAt": t("2026-11-13 14:15"), "lastUsedAt": t("2026-11-13 14:02"), "revokedAt": "never"},
    # The accepted deviation: older than 90 days, and valid for a year. See exception EXC-O-001.
    {"id": "cred-mailbox-connector", "identity": MAILBOX, "kind": "certificate", "status": "active", "lifetimeClass": "static",
     "storedIn": "vault:orchard/mailbox-connector", "holders": [MAILBOX], "managedBy": "customer", "boundTo": "key",
     "owner": "team-orchard", "tenant": CLAIMS, "environment": PILOT, "basis": "configured", "createdAt": t("2026-07-06 09:00"),
     "rotatedAt": t("2026-07-06 09:00"), "expiresAt": t("2027-07-06 09:00"), "lastUsedAt": t("2026-11-17 16:20"), "revokedAt": "never"}]
credentials += [{
    "id": "cred-" + vendor, "identity": client, "kind": "federated", "status": "active", "lifetimeClass": "shortLived",
    "holders": [client], "managedBy": "vendor", "boundTo": "audience", "scopes": scopes, "owner": "team-orchard", "tenant": PLATFORM,
    "environment": PILOT, "basis": "observed", "createdAt": t(NOW + " 05:40"), "rotatedAt": t(NOW + " 05:40"),
    "expiresAt": t(NOW + " 06:10"), "lastUsedAt": t(NOW + " 05:50"), "revokedAt": "never"}
    for client, (vendor, _, scopes, _) in CLIENTS.items()]
S.canonical("registers", "iam-credential-report", credentials + token_credentials, "jsonl", collected=NOW + " 06:01",
            system=ISSUER, command="brokerctl credentials export")

events = [{
    "id": f"lce-{number:03d}", "targetKind": "agent" if name in AGENTS else "identity", "target": name if name in AGENTS else identity,
    "identity": identity, "agent": name if name in AGENTS else None, "event": "onboard", "state": "done", "automated": True,
    "performedBy": "person:tobias.wren", "approval": "APR-O-" + name if name in AGENTS else "APR-O-platform",
    "ticket": f"ORC-{200 + number}", "tenant": tenant, "environment": PILOT, "recordedAt": t("2026-08-24 09:05"),
    "effectiveAt": t("2026-08-24 09:00")} for number, (identity, (tenant, name, _, _)) in enumerate(WORKLOADS.items(), 1)]
events += [
    {"id": "lce-090", "targetKind": "agent", "target": "fnol-prototype", "event": "retire", "state": "done", "automated": True,
     "performedBy": "person:tobias.wren", "ticket": "ORC-260", "tenant": CLAIMS, "environment": PILOT,
     "recordedAt": t("2026-10-02 15:10"), "effectiveAt": t("2026-10-02 15:00")},
    {"id": "lce-091", "targetKind": "credential", "target": "cred-mailbox-connector", "identity": MAILBOX, "event": "retire",
     "state": "planned", "automated": False, "performedBy": "person:marek.osei", "ticket": "ORC-288", "tenant": CLAIMS,
     "environment": PILOT, "recordedAt": t("2026-11-02 09:00"), "effectiveAt": t("2026-12-31 18:00")}]
APPLICATIONS = [name for _, name, *_ in WORKLOADS.values()] + ["orchard-deploy-pilot", "mailbox-connector"] + [v for v, *_ in CLIENTS.values()]
events += [{
    "id": f"lce-{number}", "targetKind": kind, "target": target, "vendor": target if kind == "vendor" else None, "event": "onboard",
    "state": "done", "automated": False, "performedBy": "person:marek.osei", "approval": "APR-O-platform", "ticket": f"ORC-{number}",
    "environment": PILOT, "recordedAt": t("2026-08-24 09:30"), "effectiveAt": t("2026-08-24 09:00")}
    for number, (kind, target) in enumerate(
        [("application", name) for name in APPLICATIONS] + [("vendor", vendor) for vendor, *_ in CLIENTS.values()]
        + [("person", person) for person in PEOPLE], 101)]
S.canonical("registers", "lifecycle-events", events, "csv", collected=NOW + " 06:02", system="identity-governance",
            command="idctl events export --system orchard-agents")
S.canonical("registers", "role-register", [{
    "person": person, "role": role, "scope": "orchard-agents", "kind": "person", "identity": person, "team": team,
    "businessUnit": tenant, "contact": person[7:] + "@larkspur.example", "party": "customer", "status": "active",
    "startsAt": t("2025-03-01"), "endsAt": "never"} for person, (role, team, tenant) in PEOPLE.items()] + [{
    "person": team, "role": role, "scope": "orchard-agents", "kind": "team", "contact": team + "@larkspur.example",
    "party": "customer", "status": "active", "startsAt": t("2025-03-01"), "endsAt": "never"} for team, role in TEAMS.items()],
    "csv", collected=NOW + " 06:03", system="larkspur-directory", command="dirctl roles export")
S.canonical("registers", "environment-register", [
    {"id": PILOT, "kind": "preProduction", "tenants": [CLAIMS, WRITING, PLATFORM],
     "accounts": [DOMAIN, "mail.larkspur.example", "larkspur-mutual", "larkspur"], "networks": ["10.40.0.0/16"],
     "owner": "team-orchard", "productionData": "no", "isolated": "yes", "validatedBy": "person:sunniva.dale",
     "createdAt": t("2026-08-20"), "validatedAt": t("2026-10-22 10:00"), "endsAt": t("2027-02-28")},
    {"id": "orchard-dev", "kind": "development", "tenants": [PLATFORM], "accounts": ["dev.agents.larkspur.example"],
     "networks": ["10.60.0.0/16"], "owner": "team-orchard", "productionData": "no", "isolated": "yes",
     "validatedBy": "person:sunniva.dale", "createdAt": t("2026-07-01"), "validatedAt": t("2026-10-22 11:00"), "endsAt": "never"}],
    collected=NOW + " 06:04", system="landing-zone", command="lzctl environments export")
S.canonical("registers", "asset-inventory", [{
    "id": asset, "kind": "dataStore" if not asset.startswith(("orchard", "console")) else "service", "name": asset, "owner": "team-orchard", "tenant": tenant,
    "environment": PILOT, "sensitivity": "confidential", "criticality": "high", "state": "active", "createdAt": t("2026-08-20"),
    "lastSeenAt": t(NOW + " 05:00"), "retiredAt": "never"} for asset, tenant in ASSETS.items()],
    collected=NOW + " 06:04", system="configuration-database", command="cmdbctl assets export --system orchard-agents")
S.canonical("registers", "third-party-register", [{
    "id": vendor, "name": name, "service": purpose, "businessUnit": "claims", "owner": "team-orchard", "accessOwner": "person:marek.osei",
    "policyOwner": "team-security", "loggingOwner": "team-orchard", "retirementOwner": "person:tobias.wren", "declaredTier": "medium",
    "criticality": "medium", "access": scopes, "approvedScopes": scopes, "sharedTenancy": True, "regulated": True,
    "identityController": "customer", "contract": "CTR-" + vendor, "state": "active", "approval": "APR-O-" + vendor,
    "connectedAt": t("2026-08-26 09:00"), "reviewedAt": t("2026-08-21 09:00"), "reviewDueAt": t("2027-08-21"), "endedAt": "never"}
    for client, (vendor, name, scopes, purpose) in CLIENTS.items()],
    collected=NOW + " 06:05", system="vendor-management", command="vmctl export --system orchard-agents")
S.canonical("registers", "tool-inventory", [{
    "id": "use-" + name, "name": name, "kind": kind, "vendor": vendor, "agent": name if kind == "agent" else None,
    "connectedBy": "person:marek.osei", "owner": "team-orchard", "team": "team-orchard", "purpose": purpose, "identities": [identity],
    "grants": ["grant-" + vendor] if vendor else None, "discovery": discovery, "tenant": tenant, "environment": PILOT,
    "approval": approved, "basis": "observed", "connectedAt": t("2026-08-26 09:00"), "lastUsedAt": t("2026-11-17 17:00"),
    "disconnectedAt": "never"} for name, kind, vendor, purpose, identity, discovery, tenant, approved in
    [(agent, "agent", None, AGENTS[agent][2], agent_identity(agent), "log", AGENTS[agent][1], "APR-O-" + agent) for agent in AGENTS]
    + [(server, "toolServer", None, f"Serves the tools of {server}", tool_server(server), "network", tenant, "APR-O-tools")
       for server, tenant in SERVERS.items()]
    + [("northlight-models", "model", "northlight-models", "Hosts the language model", "oauth:northlight-models", "grantList", PLATFORM, "APR-O-northlight-models"),
       ("postmill-mail", "connector", "postmill-mail", "Relays letters by e-mail", "oauth:postmill-mail", "grantList", PLATFORM, "APR-O-postmill-mail")]],
    collected=NOW + " 06:06", system="software-register", command="idctl applications discover --system orchard-agents")
S.canonical("registers", "oauth-grant-list", [{
    "id": "grant-" + vendor, "client": client, "clientName": name, "publisher": name, "publisherVerified": True, "vendor": vendor,
    "kind": "application", "resource": "orchard-token-service", "scopes": scopes, "tenantWide": False, "consentedBy": "person:marek.osei",
    "owner": "team-orchard", "purpose": purpose, "approval": "APR-O-" + vendor, "tenant": PLATFORM, "environment": PILOT,
    "status": "active", "revocationPath": f"brokerctl grants revoke grant-{vendor}", "basis": "configured",
    "grantedAt": t("2026-08-26 09:00"), "expiresAt": t("2027-02-28"), "lastUsedAt": t("2026-11-17 17:10"), "revokedAt": "never"}
    for client, (vendor, name, scopes, purpose) in CLIENTS.items()],
    collected=NOW + " 06:06", system=ISSUER, command="brokerctl grants export")


# Rights that stand for the pilot, besides those of the agents: (name, holder, action, resource, reason).
STANDING = [("gateway-config", GATEWAY, "config.read", "orchard-config", "reads which tools are enabled"),
            ("broker-issue", BROKER, "tokens.issue", "orchard-token-service", "issues the credentials of tasks"),
            ("deploy", DEPLOY, "workloads.deploy", "orchard-config", "release of the pilot"),
            ("mailbox", MAILBOX, "mail.send", "letters-outbox", "hands letters to the relay"),
            ("model", "oauth:northlight-models", "model.invoke", "orchard-token-service", "tokens for the model host"),
            ("relay", "oauth:postmill-mail", "mail.send", "orchard-token-service", "tokens for the mail relay")]
STANDING += [(f"{server}-{scope}", tool_server(server), scope, resource, f"serves {server}")
             for server, scope, resource in dict.fromkeys((server, scope, resource) for server, _, scope, resource, _ in TOOLS.values())]
STANDING += [(f"probe-{tenant}", spiffe(f"tenant/{tenant}/probe/isolation"), "probe.run", f"console-{tenant.removeprefix('larkspur-')}",
              "tests the tenant boundary") for tenant in (CLAIMS, WRITING)]
HOLDERS = list(dict.fromkeys(holder for _, holder, *_ in STANDING))
RIGHTS = {holder: f"APR-O-rights-{number:02d}" for number, holder in enumerate(HOLDERS, 1)}


def approval(identifier, kind, target_kind, target, **more):
    return {"id": identifier, "kind": kind, "targetKind": target_kind, "target": target, **more, "tier": "pilot",
            "decision": "approved", "approvedEnvironments": [PILOT], "requester": "person:marek.osei",
            "approver": "person:sunniva.dale", "accountable": "team-orchard", "automated": False,
            "reason": "needed for the pilot", "requestedAt": t("2026-08-18 09:00"), "decidedAt": t("2026-08-20 15:00"),
            "connectedAt": t("2026-08-26 09:00"), "liveAt": t("2026-09-16 09:00"), "reviewDueAt": t("2027-01-31"),
            "expiresAt": t("2027-02-28"), "withdrawnAt": "never"}


S.canonical("registers", "approval-register",
    [approval("APR-O-pilot", "goLive", "pilot", "orchard-agents", approvedTenants=[CLAIMS, WRITING]) | {
        "requestedAt": t("2026-09-10 09:00"), "decidedAt": t("2026-09-15 15:00"), "connectedAt": t("2026-09-16 08:00"),
        "reviewDueAt": t("2026-12-01"), "expiresAt": t("2026-12-11")},
     approval("APR-O-platform", "access", "entitlement", "orchard-platform", approvedTenants=[CLAIMS, WRITING, PLATFORM]),
     approval("APR-O-tools", "security", "tool", "orchard-tools", approvedTools=list(TOOLS))]
    + [approval("APR-O-rights-" + agent, "access", "entitlement", agent_identity(agent), approvedScopes=scopes_of(agent),
                approvedTenants=[AGENTS[agent][1]]) for agent in AGENTS]
    + [approval(identifier, "access", "entitlement", holder, approvedScopes=[action for _, h, action, *_ in STANDING if h == holder])
       for holder, identifier in RIGHTS.items()]
    + [approval("APR-O-" + agent, "security", "agent", agent, agent=agent, approvedScopes=scopes_of(agent),
                approvedTools=AGENTS[agent][3], approvedTenants=[AGENTS[agent][1]]) for agent in AGENTS]
    + [approval("APR-O-" + vendor, "security", "vendor", vendor, vendor=vendor, approvedScopes=scopes)
       for vendor, _, scopes, _ in CLIENTS.values()],
    collected=NOW + " 06:07", system="approvals", command="approvals export --system orchard-agents")
S.canonical("registers", "exception-register", [
    {"id": "EXC-O-001", "kind": "legacy", "control": "NHI7-1", "requirement": "NHI7:2025", "target": "cred-mailbox-connector",
     "records": ["cred-mailbox-connector"], "identity": MAILBOX, "vendor": "postmill-mail",
     "reason": "The mail relay takes certificates by hand only; it is replaced by the end of the year.",
     "owner": "person:marek.osei", "approver": "person:sunniva.dale", "requester": "person:tobias.wren", "retiredBy": "person:marek.osei",
     "compensatingControl": "Only mail.send, only from 10.40.7.0/24, alert on any other use", "state": "active", "tenant": CLAIMS,
     "environment": PILOT, "approvedAt": t("2026-10-05 11:00"), "startsAt": t("2026-10-05 11:00"), "expiresAt": t("2026-12-31 18:00"),
     "retiredAt": "never"}], collected=NOW + " 06:08", system="exceptions", command="approvals exceptions export")

# -- Identity settings -----------------------------------------------------------------------------

entitlements = [{
    "id": f"ent-{agent}-{scope}", "holder": agent_identity(agent), "effect": "allow", "actions": [scope],
    "resources": sorted({TOOLS[tool][3] for tool in AGENTS[agent][3] if TOOLS[tool][2] == scope}), "via": "binding",
    "policy": "orchard-grants", "resolved": True, "administrative": False, "sensitivity": "confidential",
    "resourceTenant": AGENTS[agent][1], "tenant": AGENTS[agent][1], "environment": PILOT, "grantedBy": "person:sunniva.dale",
    "approval": "APR-O-rights-" + agent, "reason": AGENTS[agent][2], "basis": "configured", "grantedAt": t("2026-08-24 10:00"),
    "expiresAt": t("2027-02-28")} for agent in AGENTS for scope in scopes_of(agent)]
entitlements += [{
    "id": f"ent-{name}", "holder": holder, "effect": "allow", "actions": [action], "resources": [resource], "via": "binding",
    "policy": "orchard-grants", "resolved": True, "administrative": False, "sensitivity": "internal", "resourceTenant": ASSETS[resource],
    "tenant": ASSETS[resource], "environment": PILOT, "grantedBy": "person:sunniva.dale", "approval": RIGHTS[holder], "reason": reason,
    "basis": "configured", "grantedAt": t("2026-08-24 10:00"), "expiresAt": t("2027-02-28")} for name, holder, action, resource, reason in STANDING]
S.canonical("identity", "iam-policy-export", entitlements, collected=NOW + " 06:09", system="orchard-grants",
            command="orchardctl grants export")
usage = [{"identity": identity, "permission": scope, "resource": resource, "useCount": count, "tenant": ASSETS[resource],
          "environment": PILOT, "lastUsedAt": last, "windowStartedAt": t("2026-08-20"), "windowEndedAt": t(NOW)}
         for (identity, scope, resource), (count, last) in sorted(used.items())]
LAST_USED = {DEPLOY: t("2026-11-13 14:02")} | {item[1]: t("2026-11-10 13:30") for item in STANDING if "/probe/" in item[1]}
usage += [{"identity": item["holder"], "permission": item["actions"][0], "resource": item["resources"][0],
           "entitlement": item["id"], "useCount": 40, "tenant": item["tenant"], "environment": PILOT,
           "lastUsedAt": LAST_USED.get(item["holder"], t("2026-11-17 17:00")), "windowStartedAt": t("2026-08-20"),
           "windowEndedAt": t(NOW)} for item in entitlements[-len(STANDING):]]
S.canonical("identity", "access-usage-report", usage, "csv", collected=NOW + " 06:33", system="tool-gateway",
            command="orchardctl usage report --days 90")
S.canonical("identity", "federation-trust-config", [
    {"id": "trust-deploy-pilot", "target": DEPLOY, "principalKind": "federated",
     "principal": "repo:larkspur-mutual/orchard-agents", "issuer": "https://token.actions.githubusercontent.com",
     "audiences": ["orchard-pilot"], "subjectPattern": "repo:larkspur-mutual/orchard-agents:environment:orchard-pilot",
     "conditions": ["sub equals", "aud equals"], "maximumSession": "15 minutes", "principalTenant": PLATFORM,
     "principalEnvironment": PILOT, "tenant": PLATFORM, "environment": PILOT, "approval": "APR-O-platform",
     "reason": "release of the pilot", "basis": "configured", "createdAt": t("2026-08-20 09:00"), "expiresAt": t("2027-02-28")}],
    collected=NOW + " 06:09", system=ISSUER, command="brokerctl trusts export")
S.canonical("identity", "auth-config", [{
    "client": identity, "issuer": ISSUER, "methods": ["workload-certificate"], "grantTypes": ["token-exchange"],
    "tokenLifetime": "15 minutes", "sessionLifetime": "15 minutes", "algorithms": ["ES256"], "boundTo": "key", "audiences": [GATEWAY],
    "passThroughAllowed": False, "interactiveAllowed": False, "attestationRequired": True, "tenant": tenant, "environment": PILOT,
    "basis": "configured", "changedAt": t("2026-08-24 09:00")} for identity, (tenant, *_) in WORKLOADS.items()] + [{
    "client": client, "issuer": ISSUER, "methods": [method], "grantTypes": [grant], "tokenLifetime": "30 minutes", "algorithms": ["RS256"],
    "boundTo": "audience", "audiences": [audience], "passThroughAllowed": False, "interactiveAllowed": False, "tenant": tenant,
    "environment": PILOT, "basis": "configured", "changedAt": t("2026-08-26 09:00")} for client, method, grant, audience, tenant in [
        (DEPLOY, "federated-token", "token-exchange", "orchard-pilot", PLATFORM),
        (MAILBOX, "signed-assertion", "client_credentials", "mail-relay", CLAIMS),
        ("oauth:northlight-models", "federated-token", "token-exchange", "northlight", PLATFORM),
        ("oauth:postmill-mail", "federated-token", "token-exchange", "postmill", PLATFORM)]],
    collected=NOW + " 06:10", system=ISSUER, command="brokerctl clients export")
S.canonical("identity", "authenticator-assurance", [{
    "id": "auth-" + name, "identity": identity, "credential": credential_of(identity), "kind": "workloadCertificate", "assuranceLevel": 3,
    "phishingResistant": True, "keyProtection": "hardware", "attested": True, "local": False, "tenant": tenant, "environment": PILOT,
    "boundAt": t(NOW + " 05:30"), "expiresAt": t(NOW + " 06:30"), "verifiedAt": t(NOW + " 05:30")}
    for identity, (tenant, name, _, _) in WORKLOADS.items()] + [{
    "id": "auth-" + name, "identity": identity, "credential": credential, "kind": kind, "assuranceLevel": 2, "phishingResistant": True,
    "keyProtection": protection, "attested": False, "local": False, "tenant": tenant, "environment": PILOT,
    "boundAt": t(bound), "expiresAt": ends, "verifiedAt": t("2026-11-13 14:00")}
    for name, identity, credential, kind, protection, tenant, bound, ends in [
        ("deploy-pilot", DEPLOY, "cred-deploy-pilot", "federatedToken", "software", PLATFORM, "2026-11-13 14:00", "never"),
        ("mailbox-connector", MAILBOX, "cred-mailbox-connector", "signedAssertion", "software", CLAIMS, "2026-07-06 09:00", t("2027-07-06 09:00")),
        ("northlight", "oauth:northlight-models", "cred-northlight-models", "federatedToken", "software", PLATFORM, "2026-08-26 09:00", "never"),
        ("postmill", "oauth:postmill-mail", "cred-postmill-mail", "federatedToken", "software", PLATFORM, "2026-08-26 09:00", "never")]] + [{
    "id": "auth-" + person[7:], "identity": person, "kind": "platformKey", "assuranceLevel": 2, "identityProofingLevel": 2,
    "phishingResistant": True, "keyProtection": "hardware", "attested": True, "local": False, "tenant": tenant, "environment": PILOT,
    "boundAt": t("2026-02-10"), "expiresAt": "never", "verifiedAt": t("2026-11-17 08:05")} for person, (_, _, tenant) in PEOPLE.items()],
    "csv", collected=NOW + " 06:11", system="larkspur-directory", command="dirctl authenticators export")
S.canonical("identity", "token-issuance", issuances, "jsonl", collected=NOW + " 06:34", system=ISSUER,
            command="brokerctl issuances export", period=period)
S.canonical("identity", "delegations", delegations, collected=NOW + " 06:34", system=ISSUER, command="brokerctl delegations export",
            period=period)
S.canonical("identity", "secret-store-metadata", [{
    "id": identifier, "store": "vault.larkspur.example", "credential": credential, "identity": reader, "readers": [reader],
    "consumers": [reader], "owner": "team-orchard", "tenant": tenant, "environment": PILOT, "plaintext": False,
    "rotationEnabled": True, "rotationInterval": interval, "lifetime": lifetime, "versionCount": count, "basis": "configured",
    "createdAt": t("2026-01-12 09:00"), "changedAt": t(rotated), "rotatedAt": t(rotated), "nextRotationAt": t(following),
    "expiresAt": expires, "lastReadAt": t("2026-11-17 16:20"), "deletedAt": "never"}
    for identifier, credential, reader, tenant, interval, lifetime, count, rotated, following, expires in [
        ("vault:orchard/spire-issuer", "cred-spire-issuer", BROKER, PLATFORM, "85 days", "83 days", 4, "2026-09-28 09:00", "2026-12-18 09:00", t("2026-12-20 09:00")),
        ("vault:orchard/mailbox-connector", "cred-mailbox-connector", MAILBOX, CLAIMS, "90 days", "365 days", 3, "2026-07-06 09:00", "2026-12-31 18:00", t("2027-07-06 09:00")),
        ("vault:orchard/documents-token", None, spiffe(f"tenant/{CLAIMS}/tool-server/documents"), CLAIMS, "15 minutes", "15 minutes", 1, NOW + " 05:45", NOW + " 06:00", t(NOW + " 06:00"))]],
    collected=NOW + " 06:12", system="vault.larkspur.example", command="vault kv metadata get -format=json")
S.canonical("identity", "rotation-record", [{
    "id": identifier, "credential": credential, "secret": secret, "identity": identity, "trigger": trigger, "automated": automated,
    "consumers": [identity], "consumersUpdated": [identity], "performedBy": by, "outcome": "complete", "tenant": tenant,
    "environment": PILOT, "dueAt": t(due), "newLiveAt": t(live), "oldDeadAt": t(dead)}
    for identifier, credential, secret, identity, trigger, automated, by, tenant, due, live, dead in [
        ("rot-o-01", "cred-spire-issuer", "vault:orchard/spire-issuer", BROKER, "schedule", True, BROKER, PLATFORM, "2026-04-12", "2026-04-10 09:00", "2026-04-10 15:00"),
        ("rot-o-02", "cred-spire-issuer", "vault:orchard/spire-issuer", BROKER, "schedule", True, BROKER, PLATFORM, "2026-07-09", "2026-07-05 09:00", "2026-07-05 15:00"),
        ("rot-o-03", "cred-spire-issuer", "vault:orchard/spire-issuer", BROKER, "schedule", True, BROKER, PLATFORM, "2026-10-03", "2026-09-28 09:00", "2026-09-28 15:00"),
        ("rot-o-04", "cred-mailbox-connector", "vault:orchard/mailbox-connector", MAILBOX, "manual", False, "person:tobias.wren", CLAIMS, "2026-04-12", "2026-04-08 09:00", "2026-04-08 11:00"),
        ("rot-o-05", "cred-mailbox-connector", "vault:orchard/mailbox-connector", MAILBOX, "manual", False, "person:tobias.wren", CLAIMS, "2026-07-07", "2026-07-06 09:00", "2026-07-06 10:30")]],
    "csv", collected=NOW + " 06:13", system="vault.larkspur.example", command="vault audit log, rotation events", period=("2025-11-18", NOW))

# -- Logs ------------------------------------------------------------------------------------------

log = []


def event(when, kind, action, verb, actor, actor_kind, resource, resource_kind, **more):
    log.append({"id": f"aud-o-{len(log) + 1:04d}", "kind": kind, "action": action, "verb": verb, "actor": actor, "actorKind": actor_kind,
                "resource": resource, "resourceKind": resource_kind, "resourceTenant": ASSETS[resource], "environment": PILOT, "result": "ok", **more,
                "occurredAt": z(when)})


for day in range(4, 18):
    morning = at(f"2026-11-{day:02d} 07:40")
    for offset, (person, (_, _, tenant)) in enumerate(PEOPLE.items()):
        event(after(morning, minutes=7 * offset), "signIn", "console.sign-in", "other", person, "person",
              "console-" + tenant.removeprefix("larkspur-"), "service", tenant=tenant, logSource="larkspur-directory", sourceAddress=f"10.90.2.{11 + offset}", client="orchard-console/2.8", interactive=True)
    event(after(morning, hours=1), "control", "config.read", "read", GATEWAY, "workload", "orchard-config", "service", tenant=PLATFORM,
          credential=credential_of(GATEWAY), logSource="tool-gateway", sourceAddress="10.40.7.4", client="orchard-gateway/3.2", interactive=False)
for item in issuances:
    event(at(item["issuedAt"][:19]), "control", "tokens.issue", "write", BROKER, "workload", "orchard-token-service", "service",
          tenant=PLATFORM, credential=credential_of(BROKER), issuance=item["id"], onBehalfOf=item["onBehalfOf"], task=item["task"],
          logSource=ISSUER, sourceAddress="10.40.7.5", client="token-broker/1.9", interactive=False)
event(at("2026-11-13 14:02"), "control", "workloads.deploy", "write", DEPLOY, "workload", "orchard-config", "service", tenant=PLATFORM,
      credential="cred-deploy-pilot", logSource="kubernetes", sourceAddress="10.40.9.2", client="deploy-action/4.1", interactive=False)
# What the revocation drill of that day left in the log.
for when, outcome in [("2026-11-12 09:59", "ok"), ("2026-11-12 10:03", "denied")]:
    event(at(when), "control", "claims.read", "read", agent_identity("claims-triage"), "agent", "claims-db", "dataStore",
          agent="claims-triage", tenant=CLAIMS, credential="svid-claims-triage", logSource="tool-gateway",
          sourceAddress="10.40.7.33", client="agent-runtime/1.6", interactive=False, result=outcome)
log.sort(key=lambda item: item["occurredAt"])
S.canonical("logs", "audit-log", log, "jsonl", collected=NOW + " 06:35", system="log-archive", command="logctl export audit", period=period)
S.canonical("logs", "data-access-log", sorted(data_events, key=lambda item: item["occurredAt"]), "jsonl", collected=NOW + " 06:36",
            system="tool-gateway", command="logctl export data-access", period=period)

# -- Scans, pipelines, reviews, drills --------------------------------------------------------------

REPOSITORIES = ["github.com/larkspur-mutual/orchard-agents", "github.com/larkspur-mutual/orchard-tools"]
SCANS = [("repository", REPOSITORIES[0]), ("repository", REPOSITORIES[1]), ("log", "logs/audit-log.jsonl"), ("log", "logs/data-access-log.jsonl"),
         ("transcript", "agents/traces.jsonl"), ("configuration", "mcp/client-config.json")]
IMAGES = {name: f"registry.larkspur.example/{name}@sha256:{digest('image ' + name)}" for _, name, *_ in WORKLOADS.values()}
SCANS += [("image", reference) for reference in IMAGES.values()]
S.canonical("scans", "secret-scan-report", [{
    "record": "ScanRun", "id": f"scan-o-{number:02d}", "tool": "detect-secrets", "toolVersion": "1.5.0", "target": target,
    "targetKind": kind, "scope": [target], "succeeded": True, "findingCount": 0, "startedAt": t(f"{NOW} 03:{number:02d}"),
    "endedAt": t(f"{NOW} 03:{number:02d}:40")} for number, (kind, target) in enumerate(SCANS, 1)],
    collected=NOW + " 06:14", system="scan-farm", command="detect-secrets scan --all-files")
S.list("scans/bandit.sarif", ["secret-scan-report"], "sarif", collected=NOW + " 06:14", system="github:larkspur-mutual/orchard-agents",
       command="bandit -r . -t B105,B106,B107 -f sarif", recordCount=1)
S.canonical("scans", "config-snapshot", [{
    "record": "Image", "id": "img-" + name, "reference": IMAGES[name], "workload": name,
    "identity": identity, "tenant": tenant, "environment": PILOT, "admissionVerified": "yes", "plaintextSecrets": 0,
    "startedAt": t("2026-11-13 14:02")} for identity, (tenant, name, *_) in WORKLOADS.items()],
    collected=NOW + " 06:14", system="kubernetes:orchard-pilot", command="kubectl get pods -o json, trivy image --scanners secret")
S.canonical("ci", "ci-results", [{
    "id": name, "platform": "github-actions", "repository": repository, "definitionDigest": digest("pipeline " + name),
    "identities": [DEPLOY] if name == "orchard-deploy" else None, "trusts": ["trust-deploy-pilot"] if name == "orchard-deploy" else None,
    "credentials": [], "cloudAccess": access, "deploysTo": [PILOT] if name == "orchard-deploy" else None, "owner": "team-orchard",
    "changedAt": t("2026-09-10 12:00")} for name, repository, access in [
        ("orchard-deploy", REPOSITORIES[0], "federated"), ("orchard-tools-build", REPOSITORIES[1], "noAccess")]] + [{
    "record": "PipelineRun", "id": f"{name}-{number}", "pipeline": name, "revision": digest(f"{name} {number}")[:40], "gate": gate,
    "result": "passed", "artifactDigest": digest(f"artifact {name} {number}"), "environment": PILOT,
    "startedAt": t(f"2026-11-{4 + 3 * number:02d} 13:4{order}"), "endedAt": t(f"2026-11-{4 + 3 * number:02d} 13:4{order + 1}")}
    for name in ["orchard-deploy", "orchard-tools-build"] for number in [1, 2, 3]
    for order, gate in enumerate(["unit-tests", "secret-scan", "policy-tests"])],
    collected=NOW + " 06:15", system="github:larkspur-mutual", command="gh run list --json ...")
S.canonical("registers", "access-review-record", [{
    "id": f"rev-o-{number:02d}", "campaign": "2026-Q4-tools", "targetKind": "tool", "target": tool, "tool": tool,
    "reviewer": "person:sunniva.dale", "decision": "keep", "reason": "version and digest unchanged", "tenant": SERVERS[TOOLS[tool][0]],
    "environment": PILOT, "dueAt": t("2026-10-31"), "decidedAt": t("2026-10-20 09:00"), "executedAt": t("2026-10-20 09:00")}
    for number, tool in enumerate(TOOLS, 1)], "csv", collected=NOW + " 06:16", system="identity-governance", command="idctl reviews export")
S.canonical("drills", "tenant-isolation-tests", [
    record | {"identity": spiffe(f"tenant/{record['fromTenant']}/probe/isolation"),
              "decision": "dec-probe-out" if record["direction"] == "outbound" else "dec-probe-in"}
    for record in isolation("iso-o", "iso-run-2026-11-10", CLAIMS, WRITING, "2026-11-10 13:00", administrator=False,
                            fromEnvironment=PILOT, toEnvironment=PILOT, runBy="buyer", buyerCanRepeat="yes",
                            procedure="drills/isolation.md, step by step", build=digest("orchard 1.6.0"))],
    collected="2026-11-17 15:00", system="isolation-suite", command="make isolation", proof="exercise")
S.canonical("drills", "drill-record", [
    {"id": "drill-o-01", "scenario": "revocation", "description": "All rights of one agent are withdrawn while it works",
     "targetKind": "agent", "targets": ["claims-triage"], "identities": [agent_identity("claims-triage")],
     "credentials": ["svid-claims-triage"], "agents": ["claims-triage"], "tenant": CLAIMS, "environment": PILOT,
     "participants": ["person:tobias.wren", "person:sunniva.dale"], "bothParties": False, "startedBy": "customer", "automatic": True,
     "manualSteps": 1, "vendorSteps": 0, "residuals": [], "answersFromLogs": ["who", "what", "when"], "resourcesAffected": 0,
     "objective": "15 minutes", "measured": "3 minutes", "result": "passed", "findings": [], "proofs": ["logs/audit-log.jsonl"],
     "plannedAt": t("2026-11-02"), "startedAt": t("2026-11-12 09:55"), "detectedAt": t("2026-11-12 09:58"),
     "orderedAt": t("2026-11-12 10:00"), "firstDeniedAt": t("2026-11-12 10:03"), "lastSuccessAt": t("2026-11-12 09:59"),
     "effectVerifiedAt": t("2026-11-12 10:06"), "restoredAt": t("2026-11-12 10:20"), "endedAt": t("2026-11-12 10:30")},
    {"id": "drill-o-02", "scenario": "agentHalt", "description": "One order stops every agent of a tenant", "targetKind": "agent",
     "targets": ["claims-triage", "letter-drafter"], "agents": ["claims-triage", "letter-drafter"], "tenant": CLAIMS, "environment": PILOT,
     "participants": ["person:marek.osei", "person:edda.holt"], "bothParties": False, "startedBy": "customer", "automatic": True,
     "manualSteps": 1, "vendorSteps": 0, "residuals": [], "objective": "5 minutes", "measured": "40 seconds", "result": "passed",
     "findings": [], "plannedAt": t("2026-11-02"), "startedAt": t("2026-11-12 11:00"), "detectedAt": t("2026-11-12 11:00"),
     "orderedAt": t("2026-11-12 11:01"), "firstDeniedAt": t("2026-11-12 11:01:40"), "lastSuccessAt": t("2026-11-12 11:00:50"),
     "effectVerifiedAt": t("2026-11-12 11:05"), "restoredAt": t("2026-11-12 11:15"), "endedAt": t("2026-11-12 11:20")}],
    collected="2026-11-17 15:05", system="exercise-log", command="exercise export 2026-11-12", proof="exercise")
S.manifest()
print(f"orchard-agents: {len(decisions)} decisions, {len(data_events)} tool calls, {len(approvals)} approvals, {len(log)} audit events")
