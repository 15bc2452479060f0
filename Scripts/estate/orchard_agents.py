"""Makes evidence/orchard-agents: Larkspur's own agent platform, a governed pilot that is to be approved."""
import platform_agents
import platform_governance
import platform_identity
import platform_operations
import platform_supply
from kit import Subject, digest, t
from platform_runs import Runs
from world import World

S = Subject("orchard-agents", "Orchard Agents", "agent-system", "pilot", "team-orchard", "high",
            ["larkspur-claims", "larkspur-underwriting"])
CLAIMS, WRITING, PLATFORM = "larkspur-claims", "larkspur-underwriting", "larkspur-platform"
MAILBOX = "orchard:mailbox-connector"


def tool(server, version, scope, resource, effect, data, **more):
    return {"server": server, "version": version, "scope": scope, "resource": resource, "effect": effect, "data": data, **more}


class Orchard(World):
    def components_of(self, agent):
        return self.libraries

    def asset_kind(self, asset):
        return "service" if asset.startswith(("orchard", "console")) else "dataStore"

    def console_of(self, tenant):
        return "console-" + tenant.removeprefix("larkspur-")

    def vault(self, name):
        return "vault:orchard/" + name

    def party(self, team):
        return "customer"

    def more_approvals(self, each):
        return []

    def more_changes(self, each):
        return []

    def statements(self):
        return []


AGENTS = {
    "claims-triage": {
        "version": "1.6.0", "tenant": CLAIMS, "purpose": "Sorts new claims by urgency", "autonomy": "autonomous",
        "tools": ["get_claim", "list_open_claims", "set_claim_priority", "search_documents", "read_document", "delete_duplicate_document"],
        "people": ["person:edda.holt", "person:finn.abara"], "memory": "memory-claims", "refused_every": 5,
        "patterns": [["list_open_claims", "get_claim", "search_documents", "read_document", "set_claim_priority"],
                     ["get_claim", "search_documents", "read_document", "delete_duplicate_document", "set_claim_priority"]],
        "hands_to": {"to": "letter-drafter", "scope": ["claims.read", "documents.read"], "calls": ["get_claim", "read_document"]}},
    "letter-drafter": {
        "version": "1.3.2", "tenant": CLAIMS, "purpose": "Drafts letters to claimants", "autonomy": "autonomous",
        "tools": ["get_claim", "read_document", "draft_letter", "send_letter"], "people": ["person:finn.abara", "person:edda.holt"],
        "memory": "memory-claims",
        "patterns": [["get_claim", "read_document", "read_document", "draft_letter", "draft_letter"],
                     ["get_claim", "read_document", "draft_letter", "send_letter"]]},
    "quote-assistant": {
        "version": "0.9.4", "tenant": WRITING, "purpose": "Prepares quotes for an underwriter", "autonomy": "autonomous",
        "tools": ["get_risk_profile", "calculate_quote", "save_quote_draft"], "people": ["person:juno.castell"], "memory": "memory-underwriting",
        "patterns": [["get_risk_profile", "calculate_quote", "calculate_quote", "save_quote_draft", "get_risk_profile"]]}}
TOOLS = {
    "get_claim": tool("claims-core", "2.4.1", "claims.read", "claims-db", "read", "claim-content"),
    "list_open_claims": tool("claims-core", "2.4.1", "claims.read", "claims-db", "read", "claim-content"),
    "set_claim_priority": tool("claims-core", "2.4.1", "claims.write", "claims-db", "write", "claim-content"),
    "search_documents": tool("documents", "1.12.0", "documents.read", "claims-documents", "read", "claim-content"),
    "read_document": tool("documents", "1.12.0", "documents.read", "claims-documents", "read", "claim-content"),
    "delete_duplicate_document": tool("documents", "1.12.0", "documents.delete", "claims-documents", "delete", "claim-content"),
    "draft_letter": tool("letters", "1.9.3", "letters.write", "letters-outbox", "write", "letters"),
    "send_letter": tool("letters", "1.9.3", "letters.send", "letters-outbox", "send", "letters"),
    "get_risk_profile": tool("rating-engine", "5.0.2", "risk.read", "risk-profiles", "read", "risk-profiles"),
    # The formula of a quote is code that the agent writes; it runs in a machine of its own, without a way out.
    "calculate_quote": tool("rating-engine", "5.0.2", "quotes.calculate", "quotes-db", "read", "quotes", sandbox="sbx-quote-formula"),
    "save_quote_draft": tool("rating-engine", "5.0.2", "quotes.write", "quotes-db", "write", "quotes")}
STAFF = ["claims-handler", "underwriter"]
DATA = {
    "claim-content": {"category": "customerContent", "purpose": "settling claims", "stores": ["claims-db", "claims-documents"], "access": STAFF, "retention": "365 days", "oldest": "2026-08-20"},
    "letters": {"category": "customerContent", "purpose": "letters to claimants", "stores": ["letters-outbox"], "access": STAFF, "retention": "90 days", "oldest": "2026-09-01"},
    "risk-profiles": {"category": "personalData", "purpose": "rating", "stores": ["risk-profiles"], "access": ["underwriter"], "retention": "365 days", "oldest": "2026-08-20"},
    "quotes": {"category": "customerContent", "purpose": "quotes", "stores": ["quotes-db"], "access": ["underwriter"], "retention": "365 days", "oldest": "2026-08-20"},
    "prompts": {"category": "prompt", "purpose": "answers of the model", "stores": ["prompt-store"], "access": ["platform-engineer"], "retention": "30 days", "oldest": "2026-10-25"},
    "model-outputs": {"category": "modelOutput", "purpose": "drafts for staff", "stores": ["letters-outbox"], "access": STAFF, "retention": "30 days", "oldest": "2026-10-25"},
    "audit-events": {"category": "log", "purpose": "evidence of what was done", "stores": ["audit-archive"], "access": ["security-approver"], "retention": "400 days", "oldest": "2026-08-24", "owner": "team-security"},
    "telemetry": {"category": "telemetry", "sensitivity": "internal", "purpose": "capacity", "stores": ["telemetry-store"], "access": ["platform-engineer"], "retention": "90 days", "oldest": "2026-09-01"},
    "service-secrets": {"category": "secret", "sensitivity": "restricted", "purpose": "sign-in of workloads", "stores": ["orchard-token-service"], "access": ["platform-lead"], "retention": "90 days", "oldest": "2026-09-28"},
    "support-notes": {"category": "supportData", "purpose": "help for staff", "stores": ["support-desk"], "access": ["platform-engineer"], "retention": "90 days", "oldest": "2026-09-10"},
    "agent-memory": {"category": "memory", "purpose": "answers that a person approved", "stores": ["memory-claims", "memory-underwriting"], "access": STAFF, "retention": "90 days", "oldest": "2026-11-04"},
    "evaluation-cases": {"category": "trainingData", "sensitivity": "internal", "purpose": "tests", "stores": ["evaluation-store"], "access": ["security-approver"], "retention": "365 days", "oldest": "2026-08-01", "owner": "team-security"}}
for name, topic in [("claim-content", "retention"), ("prompts", "training-use"), ("telemetry", "telemetry"), ("model-outputs", "data-ownership"),
                    ("audit-events", "telemetry"), ("service-secrets", "security-requirements"), ("support-notes", "support-access"),
                    ("letters", "retention"), ("agent-memory", "deletion"), ("evaluation-cases", "training-use")]:
    DATA[name]["clause"] = "term-northlight-models-" + topic


def trial(number, control, requirement, target, records, reason, instead, **more):
    """An exception of the trial, within the sixty days that a trial may have."""
    return {"id": f"EXC-O-{number:03d}", "kind": "trial", "control": control, "requirement": requirement, "target": target, "records": records, **more,
            "reason": reason, "owner": "person:marek.osei", "approver": "person:sunniva.dale", "requester": "person:tobias.wren",
            "retiredBy": "person:marek.osei", "compensatingControl": instead, "state": "active", "environment": "orchard-pilot",
            "approvedAt": t("2026-10-16 11:00"), "startsAt": t("2026-10-16 12:00"), "expiresAt": t("2026-12-11"), "retiredAt": "never"}


W = Orchard(
    S, letter="O", run_letter="r", seed=20261118, trace_seed=411, version="3.2.0", first="2026-11-04 08:10", covers=None, revision="2026.10.3", earlier_revision="2026.9.1",
    owner="team-orchard", security="team-security", unit="claims", purpose="Helps staff with claims and quotes", state="pilot",
    vendor=None, contract=None, own_vendor=[], publisher="Larkspur Mutual", export={}, platform=PLATFORM,
    env="orchard-pilot", env_kind="preProduction", env_ends=t("2027-02-28"), dev="orchard-dev", production_data="no",
    tenants=[CLAIMS, WRITING, PLATFORM], tested=[CLAIMS, WRITING], shown_tenants=[CLAIMS, WRITING],
    domain="agents.larkspur.example", issuer="token-broker.larkspur.example", registry="registry.larkspur.example", since="2026-08-24",
    accounts=["agents.larkspur.example", "mail.larkspur.example", "larkspur-mutual", "larkspur"], range="10.40.0.0/16", dev_range="10.60.0.0/16",
    network="10.40.7.", client="orchard-gateway/3.2", runtime="agent-runtime/1.6", console="orchard-console", tool="orchardctl",
    broker_tool="brokerctl", ticket="ORC", token_service="orchard-token-service", config="orchard-config",
    deploy="github:larkspur-mutual/orchard-agents:deploy-pilot", deploy_workload="orchard-deploy-pilot", code_account="larkspur-mutual",
    repository_name="larkspur-mutual/orchard-agents", issuer_credential="cred-spire-issuer", retired_agent="fnol-prototype",
    repositories=["github.com/larkspur-mutual/orchard-agents", "github.com/larkspur-mutual/orchard-tools"],
    pipelines=[("orchard-deploy", "github.com/larkspur-mutual/orchard-agents", "federated"),
               ("orchard-tools-build", "github.com/larkspur-mutual/orchard-tools", "noAccess")], release="orchard-deploy", product_source="https://git.larkspur.example/orchard-agents",
    live_target=("pilot", "orchard-agents"), live_ends="2026-12-11", drilled="claims-triage",
    people={  # id: (role, team, tenant)
        "person:edda.holt": ("claims-handler", "team-claims", CLAIMS), "person:finn.abara": ("claims-handler", "team-claims", CLAIMS),
        "person:juno.castell": ("underwriter", "team-underwriting", WRITING), "person:marek.osei": ("platform-lead", "team-orchard", PLATFORM),
        "person:tobias.wren": ("platform-engineer", "team-orchard", PLATFORM), "person:sunniva.dale": ("security-approver", "team-security", PLATFORM),
        "person:rafael.munk": ("ai-governance-lead", "team-governance", PLATFORM), "person:petra.lisle": ("data-protection-officer", "team-governance", PLATFORM),
        "person:ines.calder": ("chief-risk-officer", "team-governance", PLATFORM), "person:theo.marsh": ("budget-owner", "team-claims", PLATFORM)},
    teams={"team-orchard": "platform-owner", "team-claims": "business-owner", "team-underwriting": "business-owner",
           "team-security": "control-owner", "team-governance": "governance-owner"},
    deputies={"person:marek.osei": "person:tobias.wren", "person:tobias.wren": "person:marek.osei", "person:sunniva.dale": "person:rafael.munk",
              "person:rafael.munk": "person:sunniva.dale", "person:petra.lisle": "person:rafael.munk", "person:ines.calder": "person:rafael.munk",
              "person:theo.marsh": "person:ines.calder"},
    authority={"security-approver": ["approve-access", "halt-agents"], "platform-lead": ["halt-agents", "revoke"], "chief-risk-officer": ["accept-risk"]},
    business={CLAIMS: "team-claims", WRITING: "team-underwriting"},
    approvers={CLAIMS: ["person:edda.holt", "person:finn.abara"], WRITING: ["person:juno.castell"]},
    agents=AGENTS, tools=TOOLS, ask={"delete_duplicate_document", "send_letter"},
    servers={"claims-core": CLAIMS, "documents": CLAIMS, "letters": CLAIMS, "rating-engine": WRITING}, transports={"documents": "http"}, supplier_resources=["orchard-token-service", "letters-outbox"],
    server_credentials={"letters": ["cred-mailbox-connector"]}, stores={"memory-claims": CLAIMS, "memory-underwriting": WRITING},
    assets={"claims-db": CLAIMS, "claims-documents": CLAIMS, "letters-outbox": CLAIMS, "risk-profiles": WRITING, "quotes-db": WRITING,
            "memory-claims": CLAIMS, "memory-underwriting": WRITING, "prompt-store": PLATFORM, "audit-archive": PLATFORM,
            "telemetry-store": PLATFORM, "evaluation-store": PLATFORM, "support-desk": PLATFORM, "orchard-config": PLATFORM, "orchard-token-service": PLATFORM,
            "console-claims": CLAIMS, "console-underwriting": WRITING, "console-platform": PLATFORM, "orchard-agents": PLATFORM},
    # The one connector that holds a certificate: older than 90 days, and valid for a year. See exception EXC-O-001.
    connectors={MAILBOX: {
        "name": "mailbox-connector", "server": "letters", "provider": "mail-gateway", "account": "mail.larkspur.example", "tenant": CLAIMS,
        "purpose": "Hands finished letters to the mail relay", "created": "2025-11-03 09:00", "made": "2026-07-06 09:00",
        "ends": "2027-07-06 09:00", "life": "365 days", "next": "2026-12-31 18:00", "right": "mailbox", "action": "mail.send",
        "resource": "letters-outbox", "audience": "mail-relay", "retires": "2026-12-31 18:00",
        "rotations": [("2026-04-12", "2026-04-08 09:00", "2026-04-08 11:00"), ("2026-07-07", "2026-07-06 09:00", "2026-07-06 10:30")]}},
    clients={
        "oauth:northlight-models": {"vendor": "northlight-models", "name": "Northlight Models", "kind": "model", "scopes": ["model.invoke"],
                                    "purpose": "Hosts the language model", "right": "model", "data": ["prompts", "model-outputs", "telemetry"]},
        "oauth:postmill-mail": {"vendor": "postmill-mail", "name": "Postmill Mail", "kind": "connector", "scopes": ["mail.send"],
                                "purpose": "Relays letters by e-mail", "right": "relay", "data": ["letters"]}},
    model="northlight-small-2026-08", model_version="2026-08", model_host="northlight", model_supplier="Northlight Models",
    model_vendor="northlight-models", model_identity="oauth:northlight-models",
    memory_source="approved-answers", memory_dataset="set-approved-answers", data_classes=DATA, bill="bill-orchard-3.2.0",
    libraries=[("agent-runtime", "1.6.2", "framework", "Orchard Project", "pkg:pypi/agent-runtime@1.6.2"),
               ("mcp-client", "2.3.0", "library", "Orchard Project", "pkg:pypi/mcp-client@2.3.0"),
               ("opa", "0.70.0", "library", "Orchard Project", "pkg:generic/opa@0.70.0")],
    sources=["tool-gateway", "agent-traces", "decisions", "admin-changes", "larkspur-directory", "kubernetes", "token-broker.larkspur.example", "model-telemetry"],
    isolation_ids=[f"iso-o-{number:02d}" for number in range(1, 13)],
    support=[],
    crossing={"out": (CLAIMS, "save_quote_draft"), "in": (WRITING, "get_claim")},
    findings={"fnd-o-01": "ent-letter-drafter-letters.send"},
    exceptions=[
        trial(1, "NHI7-1", "NHI7:2025", "cred-mailbox-connector", ["cred-mailbox-connector"],
              "The mail relay takes certificates by hand only; its successor is on trial until the end of the year.",
              "Only mail.send, only from 10.40.7.0/24, alert on any other use", identity=MAILBOX, vendor="postmill-mail", tenant=CLAIMS)]
    + [trial(number, "JIT-4", "ASI03", f"spiffe://agents.larkspur.example/tenant/{AGENTS[agent]['tenant']}/agent/{agent}",
             [f"ent-{agent}-{scope}" for scope in dict.fromkeys(TOOLS[name]["scope"] for name in AGENTS[agent]["tools"])],
             "The pilot's rights stand for its term; the release after it issues them by task.",
             "Each call is decided anew, on a credential of its task", identity=f"spiffe://agents.larkspur.example/tenant/{AGENTS[agent]['tenant']}/agent/{agent}",
             tenant=AGENTS[agent]["tenant"]) for number, agent in enumerate(AGENTS, 2)]
    + [trial(5, "EXC-2", "ID.RA-06", "claims-triage", ["claims-triage", "letter-drafter"],
             "One agent hands work to another: the pipeline is on trial.", "Less scope at each hop, a breaker at each edge", tenant=CLAIMS)])

runs = Runs(W)
runs.play(30, 10)
runs.refusals([("claims-triage", "send_letter"), ("letter-drafter", "delete_duplicate_document"), ("quote-assistant", "get_claim")])
platform_agents.write(W)
platform_identity.write(W)
platform_supply.write(W)
platform_operations.write(W)
platform_governance.write(W)
runs.write()
S.list("scans/bandit.sarif", ["secret-scan-report"], "sarif", collected="2026-11-18 06:14", system="github:larkspur-mutual/orchard-agents",
       command="bandit -r . -t B105,B106,B107 -f sarif", recordCount=1)
S.manifest()
print(f"orchard-agents: {len(W.decisions)} decisions, {len(W.data_events)} tool calls, {len(W.approvals)} approvals, {len(W.log)} audit events")
