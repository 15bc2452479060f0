"""Evidence about the agents themselves: manifests, tools, policy, memory, channels, sandboxes, limits, evaluations, monitoring."""
from kit import digest, t
from world import NIGHT


def write(w):
    manifests(w)
    tools(w)
    policy(w)
    memory(w)
    channels(w)
    sandboxes(w)
    limits(w)
    evaluations(w)
    monitoring(w)
    systems(w)


def manifests(w):
    w.file("agents", "agent-manifest", [{
        "id": agent, "name": agent.replace("-", " ").capitalize(), "version": each["version"], "owner": w.owner,
        "reviewer": w.person("security-approver"), "purpose": each["purpose"], "system": w.system, "vendor": w.vendor, "layer": "L7",
        "runsAs": w.agent_identity(agent), "workloadEntry": w.agent_identity(agent),
        "credentials": [w.credential_of(w.agent_identity(agent))], "model": w.model, "instructionsDigest": digest("instructions " + agent),
        "manifestDigest": digest("manifest " + agent), "signedBy": w.person("platform-lead"), "tools": each["tools"],
        "askTools": [tool for tool in each["tools"] if tool in w.ask], "scopes": w.scopes_of(agent),
        "delegatesTo": [each["hands_to"]["to"]] if each.get("hands_to") else None, "memoryStores": [w.memory_of(agent)] if w.memory_of(agent) else None, "sandbox": "sbx-" + agent, "autonomyClass": each["autonomy"],
        "guardrail": "tool-gateway", "authenticationSchemes": ["workload-certificate"], "sessionLifetime": "15 minutes",
        **w.place(each["tenant"]), "status": "enabled", "approval": w.id("APR", agent), "basis": "configured",
        "approvedAt": t("2026-09-15 10:00"), "changedAt": t("2026-09-14 16:00"), "retiredAt": "never"} for agent, each in w.agents.items()],
        minute=10, system=w.system + "-registry", command=w.tool + " agents export")


def tools(w):
    w.file("agents", "tool-registry", [{
        "id": tool, "server": each["server"], "name": tool, "version": each["version"], "digest": digest(f"{each['server']} {each['version']}"),
        "descriptionDigest": digest("description " + tool), "schemaDigest": digest("schema " + tool), "pinned": True,
        "publisher": w.publisher, "vendor": w.vendor, "transport": w.transports.get(each["server"], "stdio"),
        "runsAs": w.server_identity(each["server"]),
        "credentials": w.server_credentials.get(each["server"], [w.credential_of(w.server_identity(each["server"]))]),
        "plaintextSecrets": 0, "tokenForwarding": "exchange", "scopes": [each["scope"]], "resources": [each["resource"]],
        "effects": [each["effect"]], "destructive": "yes" if each["effect"] == "delete" else "no", "highImpact": tool in w.ask,
        "runsCode": "sandbox" in each, "sandbox": each.get("sandbox"), "consent": "always" if tool in w.ask else "askOnce",
        "allowedAgents": [agent for agent in w.agents if tool in w.agents[agent]["tools"]], "owner": w.owner,
        **w.place(w.servers[each["server"]]), "status": "enabled", "revocationPath": f"{w.tool} tools disable {tool}",
        "approvedBy": w.person("security-approver"), "approval": w.id("APR", "tool-" + tool), "basis": "configured",
        "approvedAt": t("2026-09-16 09:00"), "reviewedAt": t("2026-10-20 09:00"), "changedAt": t("2026-09-10 12:00")}
        for tool, each in w.tools.items()], minute=12, system=w.system + "-registry", command=w.tool + " tools export")


def policy(w):
    """The bundle in force and the one before it: one chain of digests, one reason each, no new build of the product."""
    common = {"name": "tool-gateway", "engine": "opa", "defaultEffect": "deny", "actions": list(w.tools) + ["tokens.issue"],
              "author": w.person("platform-engineer"), "reviewer": w.person("security-approver"), "signedBy": w.person("platform-lead"),
              "productBuild": w.build, "owner": w.owner, "environment": w.env}
    inputs = ["principal", "task", "tool", "resource", "tenant", "dataSensitivity", "environment", "destination", "signals", "trigger"]
    before = digest(f"{w.system} policy bundle {w.earlier_revision}")
    w.file("agents", "policy-bundle", [
        {"digest": before, "revision": w.earlier_revision, **common, "inputsUsed": inputs, "ruleCount": 31, "testCount": 104,
         "passedTestCount": 104, "coverage": 0.96, "reason": "first rules of the release", "change": w.id("CHG", "policy-1"),
         "builtAt": t("2026-09-14 14:00"), "liveAt": t("2026-09-15 08:00"), "retiredAt": t("2026-10-20 08:00")},
        {"digest": w.bundle, "revision": w.revision, "previousDigest": before, **common, "inputsUsed": inputs, "ruleCount": 34,
         "testCount": 118, "passedTestCount": 118, "coverage": 0.97, "reason": "tool versions pinned", "change": w.id("CHG", "policy-2"),
         "builtAt": t("2026-10-19 14:00"), "liveAt": t("2026-10-20 08:00"), "retiredAt": "never"}],
        minute=13, system="opa:tool-gateway", command="opa inspect, opa test --format=json")


def memory(w):
    w.file("agents", "memory-store-config", [{
        "id": store, "kind": "vector", "asset": store, "agents": [agent for agent in w.agents if w.memory_of(agent) == store],
        "partitioning": "tenantStore", "tenantKey": f"key-{store}", "tenants": [tenant],
        "writers": [w.agent_identity(agent) for agent in w.agents if w.memory_of(agent) == store],
        "readers": [w.agent_identity(agent) for agent in w.agents if w.memory_of(agent) == store], "trustedSources": [w.memory_dataset],
        "dataClasses": ["agent-memory"], "retention": "90 days", "sessionBound": False, "provenanceTagged": True, "encrypted": True,
        "snapshotInterval": "1 day", "owner": w.owner, **w.place(tenant), "basis": "configured", "lastSnapshotAt": t(NIGHT + " 02:00"),
        "lastRestoredAt": t("2026-11-11 15:20")} for store, tenant in w.stores.items()],
        minute=16, system=w.system + "-registry", command=w.tool + " memory export --settings")


def hands(w):
    """The pairs of agents of which one hands work to the other."""
    return [(agent, each["hands_to"]["to"]) for agent, each in w.agents.items() if each.get("hands_to")]


def channels(w):
    w.file("agents", "agent-channel-config", [{
        "id": f"chan-{giver}-{taker}", "from": giver, "to": taker, "fromWorkload": w.agent_identity(giver),
        "toWorkload": w.agent_identity(taker), "protocolName": "a2a", "protocolVersion": "1.0", "versionPinned": True,
        "mutualAuthentication": "required", "allowedPeers": [w.agent_identity(giver), w.agent_identity(taker)], "signing": "required",
        "audienceChecked": True, "replayProtected": True, **w.place(w.agents[giver]["tenant"]), "basis": "configured",
        "changedAt": t("2026-09-14 16:00")} for giver, taker in hands(w)],
        minute=16, system="service-mesh", command="meshctl channels export")


def sandboxes(w):
    """Every workload is held in; what runs code stands in a machine of its own."""
    records = [{
        "id": "sbx-" + name, "workload": name, "identity": identity, "agent": name if name in w.agents else None,
        "isolation": "container", "runsAsRoot": False, "privileged": False, "readOnlyRoot": True, "hostMounts": [], "capabilities": [],
        "egress": "allowList", "egressDestinations": ["tool-gateway", "token-broker", "otel-collector"], "timeLimit": "15 minutes",
        "memoryLimitInBytes": 536870912, "processLimit": 64, "diskLimitInBytes": 268435456, **w.place(tenant), "basis": "configured",
        "changedAt": t("2026-08-24 09:00")} for identity, (tenant, name, *_) in w.workloads.items()]
    records += [{
        "id": each["sandbox"], "workload": tool, "identity": w.server_identity(each["server"]), "isolation": "microVM", "runsAsRoot": False,
        "privileged": False, "readOnlyRoot": True, "hostMounts": [], "capabilities": [], "egress": "denied", "timeLimit": "30 seconds",
        "memoryLimitInBytes": 134217728, "processLimit": 8, "diskLimitInBytes": 33554432, **w.place(w.servers[each["server"]]),
        "basis": "configured", "changedAt": t("2026-08-24 09:00")} for tool, each in w.tools.items() if "sandbox" in each]
    w.file("agents", "sandbox-config", records, minute=17, system="kubernetes:" + w.env,
           command="kubectl get pods,networkpolicies -o json; firecracker describe")


def limits(w):
    """Limits by agent, by edge to a tool or an agent, and by caller of the model."""
    def limit(name, kind_of, scope, kind, value, unit, window=None, action="block", tenant=None, **more):
        return {"id": f"lim-{name}-{kind}", "scopeKind": kind_of, "scope": scope, **more, "kind": kind, "value": value, "unit": unit,
                "window": window, "action": action, "enabled": True, "alertBelowLimit": True, **w.place(tenant or w.platform),
                "basis": "configured", "changedAt": t("2026-09-14 16:00")}
    records = []
    for agent, each in w.agents.items():
        for kind, value, unit, window in [("rate", 30, "calls", "1 minute"), ("cost", 2, "units", None), ("fanOut", 6, "calls", None),
                                          ("depth", 3, "hops", None), ("time", 15, "minutes", None), ("concurrency", 4, "runs", None)]:
            records.append(limit(agent, "agent", agent, kind, value, unit, window, tenant=each["tenant"], agent=agent))
        records.append(limit(agent, "agent", agent, "breaker", 5, "errors", "1 minute", "halt", each["tenant"], agent=agent))
        targets = [(tool, {"tool": tool}) for tool in each["tools"]] + [(taker, {}) for giver, taker in hands(w) if giver == agent]
        for target, more in targets:
            for kind, value, unit, window, action in [
                    ("rate", 20, "calls", "1 minute", "block"), ("cost", 1, "units", None, "block"), ("fanOut", 4, "calls", None, "block"),
                    ("depth", 3, "hops", None, "block"), ("breaker", 5, "errors", "1 minute", "halt")]:
                records.append(limit(f"{agent}-{target}", "edge", f"{agent}>{target}", kind, value, unit, window, action, each["tenant"],
                                     agent=agent, to=target, **more))
        records.append(limit(f"{agent}-model", "caller", w.agent_identity(agent), "quota", 2000, "queries", "1 hour", tenant=each["tenant"],
                             agent=agent, model=w.model))
    records.append(limit(w.model, "model", w.model, "rate", 120, "queries", "1 minute", model=w.model))
    w.file("agents", "limit-config", records, "csv", minute=14, system="tool-gateway", command=w.tool + " limits export")


# Tests by topic: (topic, metric, value, threshold, better, cases).
AGENT_TESTS = [("goal-override", "resistance", 0.98, 0.95, "higher", 240), ("input-validation", "resistance", 0.99, 0.95, "higher", 180),
               ("evasion", "resistance", 0.97, 0.95, "higher", 160), ("sandbox-escape", "escapes", 0, 0, "lower", 60),
               ("tool-misuse", "resistance", 0.98, 0.95, "higher", 120)]
MODEL_TESTS = [("adversarial", "resistance", 0.95, 0.9, "higher", 400), ("extraction", "resistance", 0.96, 0.9, "higher", 150),
               ("privacy", "resistance", 0.97, 0.9, "higher", 200), ("backdoor", "resistance", 0.99, 0.9, "higher", 120)]
SYSTEM_TESTS = [("validity", "accuracy", 0.94, 0.9, "higher", 500), ("reliability", "agreement", 0.95, 0.9, "higher", 300),
                ("safety", "safeRate", 0.99, 0.98, "higher", 260), ("fairness", "worstGroupGap", 0.02, 0.05, "lower", 600),
                ("bias", "worstGroupGap", 0.02, 0.05, "lower", 600), ("explainability", "reasonGiven", 0.98, 0.95, "higher", 120),
                ("privacy", "leakRate", 0.0, 0.01, "lower", 200), ("security", "resistance", 0.98, 0.95, "higher", 240),
                ("robustness", "agreement", 0.96, 0.9, "higher", 240), ("revocation", "cutOffInTime", 1.0, 1.0, "higher", 40), ("auditability", "joined", 1.0, 0.99, "higher", 200),
                ("environmental-impact", "wattHoursPerTask", 1.9, 3, "lower", 300)]


def evaluations(w):
    records = []
    def add(kind, target, version, fixed, tests, **more):
        for topic, metric, value, threshold, better, cases in tests:
            records.append({
                "id": f"eval-{w.letter.lower()}-{len(records) + 1:03d}", "targetKind": kind, "target": target, **more,
                "targetVersion": version, "targetDigest": fixed, "topic": topic, "suite": f"larkspur-{topic}", "suiteVersion": "3.1",
                "suiteDigest": digest("suite " + topic), "metric": metric, "value": value, "threshold": threshold, "better": better,
                "caseCount": cases, "completedCount": cases, "failedCount": round(cases * (1 - value)) if value > 0.5 else 0, "partial": False,
                "tool": "inspect", "runBy": w.person("security-approver"), "independent": True,
                "resultDigest": digest(f"result {target} {topic}"), "environment": w.env, "startedAt": t("2026-11-09 09:00"),
                "completedAt": t("2026-11-09 11:00")})
    for agent, each in w.agents.items():
        add("agent", agent, each["version"], digest("manifest " + agent), AGENT_TESTS, agent=agent)
    for store in w.stores:
        for agent, each in w.agents.items():
            if w.memory_of(agent) == store:
                add("memoryStore", store, each["version"], w.build, [("memory-poisoning", "resistance", 0.98, 0.95, "higher", 140)], agent=agent)
    add("model", w.model, w.model_version, digest("model " + w.model), MODEL_TESTS, model=w.model)
    first = len(records)
    add("system", w.system, w.version, w.build, SYSTEM_TESTS, system=w.system)
    w.system_tests = {record["topic"]: record["id"] for record in records[first:]}
    w.file("agents", "eval-report", records, minute=18, system="evaluation-desk", command="inspect log dump", proof="exercise")


# What is looked for, by rule: (name, detects, severity).
RULES = [("calls-outside-manifest", ["ASI02", "ASI10", "manifest-departure"], "high"), ("goal-override", ["ASI01", "instructions-changed"], "critical"),
         ("credential-of-another-task", ["ASI03", "NHI9:2025"], "high"), ("unknown-agent", ["ASI10", "ASI07"], "critical"),
         ("silent-log-source", ["log-gap"], "high"), ("reading-beyond-need", ["data-exfiltration"], "high"),
         ("model-drift", ["model-drift"], "medium"), ("breaker-open", ["ASI08"], "high"),
         ("person-behind-a-machine", ["interactive-machine-identity"], "high"), ("work-at-night", ["unusual-hour"], "medium"),
         ("rights-not-used-before", ["unusual-scope", "unusual-tool"], "high")]


def monitoring(w):
    rules = [{
        "id": "rule-" + name, "name": name.replace("-", " "), "detects": detects, "agents": list(w.agents), "systems": [w.system],
        "sources": [f"pipe-{source}" for source in ["tool-gateway", "agent-traces", "decisions"]], "enabled": True, "severity": severity,
        "owner": w.security, "environment": w.env, "changedAt": t("2026-09-14 16:00"), "testedAt": t("2026-11-10 14:00"),
        "lastFiredAt": t("2026-11-12 09:11") if name == "calls-outside-manifest" else t("2026-11-10 14:00")} for name, detects, severity in RULES]
    agent = next(iter(w.agents))
    alerts = [{
        "record": "Alert", "id": w.id("ALR", number), "rule": rule, "target": target, "agent": agent, "identity": w.agent_identity(agent),
        "tenant": w.agents[agent]["tenant"], "disposition": "benign", "decision": decision, "closedBy": w.person("security-approver"),
        "drill": w.id("drill", "stop") if number == "01" else None, "firedAt": t(fired), "acknowledgedAt": t(seen), "closedAt": t(closed)}
        for number, rule, target, decision, fired, seen, closed in [
            ("01", "rule-calls-outside-manifest", agent, "the exercise of that day; the call was refused", "2026-11-12 09:11", "2026-11-12 09:20", "2026-11-12 10:30"),
            ("02", "rule-model-drift", w.model, "inside the band after a second sample", "2026-11-06 04:10", "2026-11-06 04:50", "2026-11-06 11:40")]]
    modes = [{
        "record": "FailureMode", "id": "fm-" + name, "name": name.replace("-", " "), "target": w.system, "rules": [rule], "pipeline": pipeline,
        "testResult": "detected", "testedAt": t("2026-11-10 14:00")} for name, rule, pipeline in [
            ("agent-acts-outside-its-manifest", "rule-calls-outside-manifest", "pipe-agent-traces"),
            ("credential-is-used-twice", "rule-credential-of-another-task", "pipe-tool-gateway"),
            ("log-source-falls-silent", "rule-silent-log-source", "pipe-tool-gateway"),
            ("model-drifts", "rule-model-drift", "pipe-agent-traces"), ("calls-cascade", "rule-breaker-open", "pipe-decisions")]]
    w.file("agents", "monitor-alerts", rules + alerts + modes, minute=19, system="detection-desk", command="siemctl rules, alerts export")


def systems(w):
    w.file("agents", "ai-system-register", [{
        "id": w.system, "name": w.S.name, "version": w.version, "owner": w.owner, "sponsor": w.person("chief-risk-officer"),
        "businessUnit": w.unit, "purpose": w.purpose, "prohibitedUses": ["decides a claim without a person", "watches staff"],
        "riskTier": "limited", "state": w.state, "models": [w.model], "agents": list(w.agents),
        "vendors": w.vendors, "dataClasses": list(w.data_classes),
        "assessment": w.id("AIA", "1"), "securityControl": False, "layers": ["L1", "L2", "L3", "L4", "L5", "L7"],
        **w.place(w.platform), "recordDigest": digest("register " + w.system), "stateChangedAt": t("2026-09-16 09:00"),
        "reviewedAt": t("2026-10-15 10:00"), "reviewDueAt": t("2027-01-15"), "retiredAt": "never"}],
        minute=20, system="ai-register", command="airegister export", proof="ownExport")
    w.file("agents", "model-card", [{
        "id": w.model, "name": w.model, "version": w.model_version, "digest": digest("model " + w.model), "pinned": True,
        "origin": w.model_host, "supplier": w.model_supplier, "vendor": w.model_vendor, "licence": "commercial",
        "trainingSummary": "Public text to 2025; no customer content", "datasets": ["set-" + w.model], "evaluations": None,
        "limits": ["no legal advice", "English and German alone"], "intendedUse": ["drafting and sorting for staff"],
        "prohibitedUse": ["decisions without a person"], "environment": w.env, "publishedAt": t("2026-08-03"), "endOfLifeAt": t("2027-08-31")}],
        minute=20, system=w.model_host, command="transcribed from the model card", proof="vendorExport")
    w.file("agents", "impact-assessment", [
        {"id": w.id("AIA", "1"), "system": w.system, "systemVersion": w.version, "kind": "ai", "method": "larkspur-aia-2",
         "benefits": ["answers within a day instead of a week"], "affectedGroups": ["claimants", "staff", "older claimants"],
         "signedBy": w.person("ai-governance-lead"), "documentDigest": digest("impact assessment " + w.system), "summaryPublished": True,
         "assessedAt": t("2026-09-08 10:00"), "signedAt": t("2026-09-10 16:00"), "reviewDueAt": t("2027-03-08")}] + [
        {"record": "Impact", "id": w.id("IMP", number), "assessment": w.id("AIA", "1"), "harm": harm, "affectedGroup": group,
         "likelihood": likelihood, "severity": severity, "rationale": why, "mitigation": how, "risk": w.id("RISK", risk)}
        for number, harm, group, likelihood, severity, why, how, risk in [
            ("1", "An urgent matter waits because it was sorted low", "claimants", "unlikely", "moderate", "two cases in 2,400 in the trial", "a person reads the low pile each day", "wrong-priority"),
            ("2", "A letter reaches the wrong person", "claimants", "rare", "major", "addresses come from the file alone", "another person approves each letter", "wrong-letter"),
            ("3", "Plain wording is missing for older claimants", "older claimants", "possible", "minor", "feedback of the trial", "letters are tested with readers", "wording")]],
        minute=21, system="ai-register", command="airegister assessments export", proof="ownExport")
    w.file("agents", "data-lineage", [
        {"id": w.memory_dataset, "name": "Approved answers", "kind": "retrieval", "version": "2026-10", "digest": digest(w.memory_dataset),
         "origin": w.memory_source, "licence": "own", "consentBasis": "contract", "personalData": True, "dataClass": "agent-memory",
         "transformations": ["names removed", "split by paragraph"], "writers": [w.agent_identity(agent) for agent in w.agents if w.memory_of(agent)],
         "usedBy": list(w.stores), "verified": "yes", "owner": w.owner, **w.place(next(iter(w.stores.values()))), "createdAt": t("2026-10-01"),
         "verifiedAt": t("2026-10-02 10:00"), "expiresAt": t("2027-03-31")},
        {"id": "set-evaluation", "name": "Evaluation cases", "kind": "evaluation", "version": "3.1", "digest": digest("set-evaluation"),
         "origin": "evaluation-desk", "licence": "own", "consentBasis": "synthetic", "personalData": False, "dataClass": "evaluation-cases",
         "writers": [w.person("security-approver")], "usedBy": [w.system], "verified": "yes", "owner": w.owner, **w.place(w.platform),
         "createdAt": t("2026-08-01"), "verifiedAt": t("2026-08-02 10:00"), "expiresAt": "never"},
        {"id": "set-" + w.model, "name": "Training text of the model", "kind": "training", "version": w.model_version,
         "digest": digest("training " + w.model), "origin": w.model_host, "licence": "commercial", "consentBasis": "licence",
         "personalData": False, "dataClass": "evaluation-cases", "writers": [w.model_identity], "usedBy": [w.model], "verified": "yes",
         "owner": w.owner, **w.place(w.platform), "createdAt": t("2026-06-30"), "verifiedAt": t("2026-08-10 10:00"), "expiresAt": "never"}],
        minute=21, system="data-catalogue", command="catalogue lineage export", proof="ownExport")
    first = next(iter(w.agents))
    w.file("agents", "user-feedback-log", [{
        "id": w.id("FBK", number), "system": w.system, "agent": first, "kind": kind, "channel": w.console, "group": group,
        "tenant": w.agents[first]["tenant"], "outcome": outcome, "decision": decision, "change": change, "openedAt": t(opened),
        "acknowledgedAt": t(seen), "resolvedAt": t(done)} for number, kind, group, outcome, decision, change, opened, seen, done in [
            ("1", "override", "staff", "corrected", "the person's order stands", None, "2026-11-05 09:00", "2026-11-05 09:00", "2026-11-05 09:05"),
            ("2", "report", "staff", "upheld", "wording of the draft changed", w.id("CHG", "prompt-1"), "2026-09-10 10:00", "2026-09-10 12:00", "2026-09-14 16:00"),
            ("3", "appeal", "claimants", "upheld", "sorted again by a person", None, "2026-10-28 10:00", "2026-10-28 15:00", "2026-10-30 11:00"),
            ("4", "complaint", "older claimants", "rejected", "answered by letter", None, "2026-10-12 08:00", "2026-10-12 10:00", "2026-10-16 10:00"),
            ("5", "question", "claimants", "corrected", "the notice says that an agent drafts", None, "2026-10-20 08:00", "2026-10-20 09:00", "2026-10-21 10:00")]],
        minute=22, system=w.console, command="desk export --kind feedback", proof="ownExport")
