"""Makes evidence/wrenfield-intake: a bought product that reads incoming post and opens claims, approvable for production.

The buyer runs one standard build of it in its own trust domain; the supplier may come in on request, and for hours."""
import platform_agents
import platform_governance
import platform_identity
import platform_operations
import platform_supply
from kit import Subject, digest, t
from platform_runs import Runs
from world import World

S = Subject("wrenfield-intake", "Wrenfield Intake", "vendor", "production", "team-intake", "high", ["larkspur-claims"])
CLAIMS, PROBE, PLATFORM, PROD = "larkspur-claims", "wrenfield-probe", "larkspur-platform", "intake-prod"
VENDOR = {"proof": "vendorExport", "collector": "trust@wrenfield.example"}


def tool(server, version, scope, resource, effect, data, **more):
    return {"server": server, "version": version, "scope": scope, "resource": resource, "effect": effect, "data": data, **more}


class Wrenfield(World):
    def components_of(self, agent):
        return self.libraries

    def asset_kind(self, asset):
        return "service" if asset.startswith(("intake-", "console-", "wrenfield-")) else "dataStore"

    def console_of(self, tenant):
        return {CLAIMS: "console-claims", PROBE: "console-probe"}.get(tenant, "console-platform")

    def vault(self, name):
        return "vault:intake/" + name

    def party(self, team):
        return "vendor" if team == "team-wrenfield" else "customer"

    def more_approvals(self, each):
        return [each("APR-W-support-1", "access", "grant", "grant-wrenfield", vendor="wrenfield", approvedTenants=[CLAIMS],
                     approvedScopes=["intake.support"]) | {
            "tier": "production", "reason": "a queue of forms did not drain", "requestedAt": t("2026-10-27 09:00"),
            "decidedAt": t("2026-10-27 09:20"), "expiresAt": t("2027-01-31"), "reviewDueAt": t("2027-01-31")}]

    def more_changes(self, each):
        return []

    def statements(self):
        return [{"claim": f"The review of {name} is complete and rests on its assurance report", "requirements": ["NHI3:2025", "GV.SC-07"],
                 "target": vendor, "owner": "team-intake", "role": "business-owner", "document": "POL-suppliers",
                 "cites": ["contract/vendor-assurance.yaml"], "signed": "2026-09-02 10:00", "expires": "2027-08-21"}
                for vendor, name in [("wrenfield", "Wrenfield"), ("northlight-models", "Northlight Models")]]


AGENTS = {
    "intake-reader": {
        "version": "7.2.0", "tenant": CLAIMS, "purpose": "Reads incoming post and fills claim forms", "autonomy": "supervised",
        "tools": ["read_post", "find_policy", "open_claim"], "people": ["person:edda.holt", "person:finn.abara"], "memory": "memory-intake",
        "refused_every": 3, "patterns": [["read_post", "find_policy", "open_claim"], ["read_post", "read_post", "find_policy"]]},
    "intake-router": {
        "version": "7.1.4", "tenant": CLAIMS, "purpose": "Hands opened claims to the right desk", "autonomy": "bounded",
        "tools": ["list_inbox", "route_claim"], "people": ["person:finn.abara", "person:edda.holt"], "memory": "memory-intake",
        "patterns": [["list_inbox", "route_claim", "route_claim"], ["list_inbox", "route_claim"]]}}
TOOLS = {
    "read_post": tool("post-room", "4.0.2", "post.read", "post-box", "read", "incoming-post"),
    "find_policy": tool("policy-lookup", "2.1.0", "policies.read", "policy-index", "read", "policies"),
    "open_claim": tool("claims-bridge", "3.3.1", "claims.open", "claims-inbox", "send", "claim-forms"),
    "list_inbox": tool("claims-bridge", "3.3.1", "claims.list", "claims-inbox", "read", "claim-forms"),
    "route_claim": tool("claims-bridge", "3.3.1", "claims.route", "claims-inbox", "write", "claim-forms")}
STAFF = ["claims-handler"]
DATA = {
    "incoming-post": {"category": "customerContent", "purpose": "opening claims", "stores": ["post-box"], "access": STAFF, "retention": "90 days", "oldest": "2026-09-01"},
    "policies": {"category": "personalData", "purpose": "finding the policy", "stores": ["policy-index"], "access": STAFF, "retention": "365 days", "oldest": "2026-08-24"},
    "claim-forms": {"category": "customerContent", "purpose": "opening claims", "stores": ["claims-inbox"], "access": STAFF, "retention": "90 days", "oldest": "2026-09-01"},
    "prompts": {"category": "prompt", "purpose": "answers of the model", "stores": ["prompt-store"], "access": ["platform-engineer"], "retention": "30 days", "oldest": "2026-10-25"},
    "model-outputs": {"category": "modelOutput", "purpose": "drafts of forms", "stores": ["claims-inbox"], "access": STAFF, "retention": "30 days", "oldest": "2026-10-25"},
    "audit-events": {"category": "log", "purpose": "evidence of what was done", "stores": ["audit-archive"], "access": ["security-approver"], "retention": "400 days", "oldest": "2026-08-24", "owner": "team-security"},
    "telemetry": {"category": "telemetry", "sensitivity": "internal", "purpose": "capacity", "stores": ["telemetry-store"], "access": ["platform-engineer"], "retention": "90 days", "oldest": "2026-09-01"},
    "service-secrets": {"category": "secret", "sensitivity": "restricted", "purpose": "sign-in of workloads", "stores": ["intake-token-service"], "access": ["platform-lead"], "retention": "90 days", "oldest": "2026-09-28"},
    "support-notes": {"category": "supportData", "purpose": "help for staff", "stores": ["support-desk"], "access": ["platform-engineer"], "retention": "90 days", "oldest": "2026-09-10"},
    "agent-memory": {"category": "memory", "purpose": "answers that a person approved", "stores": ["memory-intake"], "access": STAFF, "retention": "90 days", "oldest": "2026-11-04"},
    "evaluation-cases": {"category": "trainingData", "sensitivity": "internal", "purpose": "tests", "stores": ["evaluation-store"], "access": ["security-approver"], "retention": "365 days", "oldest": "2026-08-01", "owner": "team-security"}}
for name, topic in [("incoming-post", "retention"), ("prompts", "training-use"), ("telemetry", "telemetry"), ("model-outputs", "data-ownership"),
                    ("audit-events", "telemetry"), ("service-secrets", "security-requirements"), ("support-notes", "support-access"),
                    ("claim-forms", "retention"), ("policies", "retention"), ("agent-memory", "deletion"), ("evaluation-cases", "training-use")]:
    DATA[name]["clause"] = "term-wrenfield-" + topic

W = Wrenfield(
    S, letter="W", run_letter="w", seed=20261119, trace_seed=977, version="7.2.0", first="2026-09-16 08:10", covers="2026-09-14", revision="2026.10.1", earlier_revision="2026.9.1",
    owner="team-intake", security="team-security", unit="claims", purpose="Reads post and opens claims", state="production",
    vendor="wrenfield", contract="CTR-wrenfield", own_vendor=[], publisher="Wrenfield", export=VENDOR, platform=PLATFORM,
    env=PROD, env_kind="production", env_ends="never", dev="intake-test", production_data="yes",
    tenants=[CLAIMS, PROBE, PLATFORM], tested=[CLAIMS, PROBE], shown_tenants=[CLAIMS, PROBE],
    domain="agents.larkspur.example", issuer="intake-broker.larkspur.example", registry="registry.wrenfield.example", since="2026-08-24",
    accounts=["agents.larkspur.example", "larkspur-mutual", "larkspur"], range="10.44.0.0/16", dev_range="10.64.0.0/16",
    network="10.44.7.", client="intake-gateway/7.2", runtime="intake-runtime/7.2", console="intake-console", tool="intakectl",
    broker_tool="brokerctl", ticket="INT", token_service="intake-token-service", config="intake-config",
    deploy="github:larkspur-mutual/intake-deploy:intake-prod", deploy_workload="intake-deploy-prod", code_account="larkspur-mutual",
    repository_name="larkspur-mutual/intake-deploy", issuer_credential="cred-intake-issuer", retired_agent="intake-trial",
    repositories=["github.com/larkspur-mutual/intake-deploy"], pipelines=[("intake-release", "github.com/larkspur-mutual/intake-deploy", "federated")],
    release="intake-release", product_source="https://git.larkspur.example/mirrors/wrenfield-intake", live_target=("product", "wrenfield-intake"), live_ends="2027-02-28", drilled="intake-reader",
    people={
        "person:edda.holt": ("claims-handler", "team-claims", CLAIMS), "person:finn.abara": ("claims-handler", "team-claims", CLAIMS),
        "person:lena.garth": ("platform-lead", "team-intake", PLATFORM), "person:oskar.lindt": ("platform-engineer", "team-intake", PLATFORM),
        "person:sunniva.dale": ("security-approver", "team-security", PLATFORM), "person:rafael.munk": ("ai-governance-lead", "team-governance", PLATFORM),
        "person:petra.lisle": ("data-protection-officer", "team-governance", PLATFORM), "person:ines.calder": ("chief-risk-officer", "team-governance", PLATFORM),
        "person:theo.marsh": ("budget-owner", "team-claims", PLATFORM), "person:yara.stone": ("support-engineer", "team-wrenfield", CLAIMS)},
    teams={"team-intake": "business-owner", "team-claims": "business-owner", "team-security": "control-owner", "team-governance": "governance-owner",
           "team-wrenfield": "vendor-operations"},
    deputies={"person:lena.garth": "person:oskar.lindt", "person:oskar.lindt": "person:lena.garth", "person:sunniva.dale": "person:rafael.munk",
              "person:rafael.munk": "person:sunniva.dale", "person:petra.lisle": "person:rafael.munk", "person:ines.calder": "person:rafael.munk",
              "person:theo.marsh": "person:ines.calder"},
    authority={"security-approver": ["approve-access", "halt-agents"], "platform-lead": ["halt-agents", "revoke"], "chief-risk-officer": ["accept-risk"]},
    business={CLAIMS: "team-claims"}, approvers={CLAIMS: ["person:edda.holt", "person:finn.abara"]},
    agents=AGENTS, tools=TOOLS, ask={"open_claim"}, servers={"post-room": CLAIMS, "policy-lookup": CLAIMS, "claims-bridge": CLAIMS},
    transports={}, supplier_resources=["intake-token-service"], server_credentials={}, stores={"memory-intake": CLAIMS},
    assets={"post-box": CLAIMS, "policy-index": CLAIMS, "claims-inbox": CLAIMS, "memory-intake": CLAIMS, "probe-box": PROBE, "prompt-store": PLATFORM,
            "audit-archive": PLATFORM, "telemetry-store": PLATFORM, "evaluation-store": PLATFORM, "support-desk": PLATFORM, "intake-config": PLATFORM,
            "intake-token-service": PLATFORM, "console-claims": CLAIMS, "console-probe": PROBE, "console-platform": PLATFORM, "wrenfield-intake": PLATFORM},
    connectors={},
    clients={
        "oauth:wrenfield-care": {"vendor": "wrenfield", "name": "Wrenfield", "kind": "application", "scopes": ["intake.support"], "tier": "high",
                                 "purpose": "Reads incoming post and opens claims", "right": "support", "data": ["support-notes", "telemetry"]},
        "oauth:northlight-models": {"vendor": "northlight-models", "name": "Northlight Models", "kind": "model", "scopes": ["model.invoke"],
                                    "purpose": "Hosts the language model", "right": "model", "data": ["prompts", "model-outputs", "telemetry"]}},
    model="northlight-large-2026-08", model_version="2026-08", model_host="northlight", model_supplier="Northlight Models",
    model_vendor="northlight-models", model_identity="oauth:northlight-models",
    memory_source="approved-forms", memory_dataset="set-approved-forms", data_classes=DATA, bill="bill-intake-7.2.0",
    libraries=[("intake-runtime", "7.2.0", "framework", "Wrenfield", "pkg:pypi/intake-runtime@7.2.0"),
               ("mcp-client", "2.3.0", "library", "Orchard Project", "pkg:pypi/mcp-client@2.3.0")],
    sources=["tool-gateway", "agent-traces", "decisions", "admin-changes", "larkspur-directory", "kubernetes", "intake-broker.larkspur.example", "model-telemetry"],
    isolation_ids=[f"iso-w-{number:02d}" for number in range(1, 13)],
    support=[{"id": "sup-w-01", "vendor": "wrenfield", "person": "person:yara.stone", "identity": "person:yara.stone", "reason": "a queue of forms did not drain",
              "ticket": "INT-377", "requestedBy": "person:lena.garth", "approver": "person:sunniva.dale", "approval": "APR-W-support-1",
              "approvedScope": ["intake.support"], "approvedDuration": "2 hours", "customerStarted": True, "recorded": True,
              "actions": ["queue.inspect", "queue.restart"], "tenantsTouched": [CLAIMS], "tenant": CLAIMS, "environment": PROD,
              "approvedAt": t("2026-10-27 09:20"), "approvalEndsAt": t("2026-10-27 11:20"), "startedAt": t("2026-10-27 09:30"),
              "endedAt": t("2026-10-27 10:25")}],
    crossing={"out": (CLAIMS, "read_post"), "in": (PROBE, "list_inbox")}, findings={"fnd-w-01": "ent-intake-router-claims.route"}, exceptions=[])

runs = Runs(W)
runs.play(16, 94)
runs.refusals([("intake-reader", "route_claim"), ("intake-router", "read_post")])
platform_agents.write(W)
platform_identity.write(W)
platform_supply.write(W)
platform_operations.write(W)
platform_governance.write(W)
runs.write()
S.manifest()
print(f"wrenfield-intake: {len(W.decisions)} decisions, {len(W.data_events)} tool calls, {len(W.approvals)} approvals, {len(W.log)} audit events")
