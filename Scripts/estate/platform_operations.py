"""Evidence of operation: logs and the pipelines that carry them, changes, drills, incidents, stores, flows, people's training."""
from kit import after, at, digest, isolation, t, z
from world import NIGHT

TODAY = "2026-11-20"


def write(w):
    logs(w)
    administration(w)
    sources(w)
    changes(w)
    stores(w)
    flows(w)
    drills(w)
    incidents(w)
    people(w)
    service(w)


def logs(w):
    log = []
    def event(when, kind, action, verb, actor, actor_kind, resource, resource_kind, **more):
        log.append({"id": f"aud-{w.letter.lower()}-{len(log) + 1:04d}", "kind": kind, "action": action, "verb": verb, "actor": actor,
                    "actorKind": actor_kind, "resource": resource, "resourceKind": resource_kind, "resourceTenant": w.assets[resource],
                    "environment": w.env, "result": "ok", **more, "occurredAt": z(when)})
    machine = {"interactive": False}
    span = (at(NIGHT) - at(w.first[:10])).days
    for turn in range(14):
        morning = after(at(w.first[:10] + " 07:40"), days=span * turn // 14)
        day = morning.strftime("%m%d")
        for offset, (person, (_, _, tenant)) in enumerate(w.people.items()):
            event(after(morning, minutes=7 * offset), "signIn", "console.sign-in", "other", person, "person", w.console_of(tenant), "service",
                  tenant=tenant, logSource="larkspur-directory", session=f"ses-{person[7:]}-{day}", sourceAddress=f"10.90.2.{11 + offset}",
                  client=w.console + "/2.8", interactive=True)
        event(after(morning, hours=1), "control", "config.read", "read", w.gateway, "workload", w.config, "service", tenant=w.platform,
              credential=w.credential_of(w.gateway), logSource="tool-gateway", sourceAddress=w.network + "4", client=w.client, **machine)
        for offset, (client, one) in enumerate(w.clients.items()):
            event(after(morning, hours=9, minutes=30 + offset), "control", one["scopes"][0], "execute", client, "workload", w.token_service, "service",
                  tenant=w.platform, credential="cred-" + one["vendor"], logSource=w.issuer, sourceAddress=w.network + str(60 + offset),
                  client=one["vendor"] + "/1.0", **machine)
    for item in w.issuances:
        if item["kind"] != "accessToken":
            continue
        event(at(item["issuedAt"][:19]), "control", "tokens.issue", "write", w.broker, "workload", w.token_service, "service",
              tenant=w.platform, credential=w.credential_of(w.broker), issuance=item["id"], onBehalfOf=item["onBehalfOf"], task=item["task"],
              request=item["request"], decision=item["decision"], logSource=w.issuer, sourceAddress=w.network + "5", client="token-broker/1.9",
              **machine)
    event(at("2026-11-13 14:02"), "control", "workloads.deploy", "write", w.deploy, "workload", w.config, "service", tenant=w.platform,
          credential="cred-" + w.deploy_workload, logSource="kubernetes", sourceAddress=w.network + "200", client="deploy-action/4.1", **machine)
    # What the revocation drill of that day left in the log.
    agent = w.drilled
    tool = w.agents[agent]["tools"][0]
    for when, outcome in [("2026-11-12 09:59", "ok"), ("2026-11-12 10:03", "denied")]:
        event(at(when), "control", w.tools[tool]["scope"], "read", w.agent_identity(agent), "agent", w.tools[tool]["resource"], "dataStore",
              agent=agent, tenant=w.agents[agent]["tenant"], credential=w.credential_of(w.agent_identity(agent)), logSource="tool-gateway",
              sourceAddress=w.network + "33", client=w.runtime, result=outcome, **machine)
    log.sort(key=lambda item: item["occurredAt"])
    w.log = log
    w.file("logs", "audit-log", log, "jsonl", minute=38, system="log-archive", command="logctl export audit", period=w.period)
    w.file("logs", "data-access-log", sorted(w.data_events, key=lambda item: item["occurredAt"]), "jsonl", minute=38, system="tool-gateway",
           command="logctl export data-access", period=w.period)


def administration(w):
    """Changes by administrators, each with its request and the state before and after; and support sessions."""
    engineer, lead = w.person("platform-engineer"), w.person("platform-lead")
    records = [{
        "id": w.id("ADM", f"{number:02d}"), "actor": actor, "actorKind": kind, "onBehalfOf": behalf, "credential": credential,
        "request": f"req-change-{number}", "ticket": f"{w.ticket}-{320 + number}", "task": f"change-{number}", "action": action,
        "targetKind": target_kind, "target": target, "resourceTenant": w.platform, **w.place(w.platform),
        "beforeDigest": digest(f"before {w.system} {number}"), "afterDigest": digest(f"after {w.system} {number}"), "changedFields": fields,
        "privilegeRaised": False, "approver": w.person("security-approver"), "change": change, "result": "ok", "occurredAt": t(when)}
        for number, (actor, kind, behalf, credential, action, target_kind, target, fields, change, when) in enumerate([
            (w.deploy, "workload", lead, "cred-" + w.deploy_workload, "workloads.deploy", "deployment", w.config, ["image"], w.id("CHG", "release"), "2026-11-13 14:02"),
            (engineer, "person", lead, None, "policy.publish", "policyBundle", "tool-gateway", ["rules"], w.id("CHG", "policy-2"), "2026-10-20 08:00"),
            (engineer, "person", lead, None, "rules.publish", "detectionRule", "rule-goal-override", ["pattern"], w.id("CHG", "detection-2"), "2026-11-04 12:00")], 1)]
    w.file("logs", "admin-changes", records, "jsonl", minute=37, system=w.system + "-registry", command=w.tool + " admin export", period=("2026-10-01", NIGHT))
    w.file("logs", "support-sessions", w.support, minute=37, system="session-broker", command="brokerctl sessions export", period=("2026-08-26", NIGHT))


KINDS = {"tool-gateway": "dataAccess", "agent-traces": "trace", "decisions": "decision", "larkspur-directory": "signIn", "kubernetes": "audit"}


def sources(w):
    """Every source of the logs: on, without a gap, kept for long, and proven unchanged."""
    def each(source, kind, count, fields, **more):
        return {"id": "pipe-" + source, "logSource": source, "kind": kind, "agents": list(w.agents), "enabled": True, "selectors": ["all"],
                "fields": fields, "expectedInterval": "15 minutes", "longestGap": "12 minutes", "lag": "40 seconds", "eventCount": count,
                "dataClasses": ["audit-events"], "recipient": "log-archive", **more, "writers": [w.gateway], "tenantKey": "tenant",
                "queryable": True, "redacted": True, "retention": "400 days", "immutable": "yes", "integrity": "chained",
                **w.place(w.platform), "firstEventAt": t("2026-08-24 09:10"), "lastEventAt": t(TODAY + " 08:50"),
                "longestGapStartedAt": t("2026-11-09 02:10"), "checkedAt": t(TODAY + " 08:52")}
    named = ["actor", "actorKind", "credential", "task", "decision", "resource", "tenant", "occurredAt"]
    records = [each("tool-gateway", "dataAccess", len(w.data_events), named), each("agent-traces", "trace", len(w.decisions), named),
               each("decisions", "decision", len(w.decisions), named), each("admin-changes", "admin", 3, named)]
    counted = {}
    for item in w.log:
        counted[item["logSource"]] = counted.get(item["logSource"], 0) + 1
    records += [each(source, KINDS.get(source, "audit"), count, named) for source, count in sorted(counted.items()) if source != "tool-gateway"]
    records.append(each("model-telemetry", "telemetry", 4200, ["tokens", "latency"], vendor=w.model_vendor) | {
        "recipient": w.model_host, "dataClasses": ["telemetry"]})
    # The state of each source on the days around each change, so that a change is seen to have broken nothing.
    earlier = []
    for day in ["2026-09-14 06:00", "2026-09-15 06:00", "2026-09-17 06:00", "2026-10-09 06:00", "2026-10-11 06:00", "2026-10-13 06:00", "2026-10-15 06:00", "2026-10-19 06:00",
                "2026-10-22 06:00", "2026-10-28 06:00", "2026-10-30 06:00", "2026-11-04 06:00", "2026-11-06 06:00", "2026-11-13 06:00", "2026-11-15 06:00"]:
        earlier += [record | {"lastEventAt": z(after(at(day), minutes=-2)), "checkedAt": t(day), "eventCount": None,
                              "longestGapStartedAt": z(after(at(day), hours=-9))} for record in records]
    w.file("logs", "log-pipeline-status", earlier + records, "csv", collected=TODAY + " 08:55", minute=39, system="log-archive", command="logctl sources status --format json")


def changes(w):
    author, reviewer, approver = w.person("platform-engineer"), w.person("platform-lead"), w.person("security-approver")
    def each(name, kind, target, trigger, reason, triggered, approved, live, **more):
        return {"id": w.id("CHG", name), "kind": kind, "target": target, "trigger": trigger, "material": False, "emergency": False,
                "author": author, "reviewer": reviewer, "approver": approver, "reason": reason, "riskNote": "read with the reviewer; reversible within minutes",
                "previousDigest": digest(f"before {w.system} {name}"), "deployedDigest": digest(f"after {w.system} {name}"),
                "telemetryChecked": "yes", "result": "as expected after a day", **more, **w.place(w.platform), "triggeredAt": t(triggered),
                "approvedAt": t(approved), "liveAt": t(live), "revertedAt": "never"}
    records = [each(f"prompt-{number}", "prompt", agent, "review", "wording after the trial", "2026-09-10 12:00", "2026-09-14 14:00", "2026-09-14 16:00", agent=agent)
               | {"deployedDigest": digest("instructions " + agent)} for number, agent in enumerate(w.agents, 1)]
    records += [each("tool-" + tool, "tool", tool, "request", "version pinned", "2026-09-08 12:00", "2026-09-10 10:00", "2026-09-10 12:00", tool=tool)
                | {"deployedDigest": digest(f"{each_['server']} {each_['version']}")} for tool, each_ in w.tools.items()]
    first = each("policy-1", "policy", "tool-gateway", "request", "first rules of the release", "2026-09-10 10:00", "2026-09-14 15:00", "2026-09-15 08:00")
    first["deployedDigest"] = digest(f"{w.system} policy bundle {w.earlier_revision}")
    second = each("policy-2", "policy", "tool-gateway", "review", "tool versions pinned", "2026-10-15 10:00", "2026-10-19 16:00", "2026-10-20 08:00", tuning=True, triggeredBy=w.id("MIN", "risk-review"))
    second |= {"previousDigest": first["deployedDigest"], "deployedDigest": w.bundle}
    records += [first, second,
        each("detection-1", "detection", "rule-calls-outside-manifest", "schedule", "quarterly tuning of the rule", "2026-09-14 10:00", "2026-09-14 15:00", "2026-09-14 16:00", tuning=True, triggeredBy="tuning-2026-Q3"),
        each("detection-2", "detection", "rule-goal-override", "threat", "hidden text in documents", "2026-11-02 09:00", "2026-11-04 10:00", "2026-11-04 12:00", tuning=True, triggeredBy=w.id("ADV", "2")),
        each("library", "code", w.libraries[0][0], "threat", "header parsing mended", "2026-10-26 09:00", "2026-10-27 15:00", "2026-10-28 09:00", triggeredBy=w.id("ADV", "1")),
        each("incident", "configuration", w.config, "incident", "addresses are read from the file alone", "2026-10-08 09:30", "2026-10-09 10:00", "2026-10-09 12:00", triggeredBy=w.id("INC", "1")),
        each("exercise", "configuration", w.config, "incident", "a deputy is called at night", "2026-10-14 13:05", "2026-10-14 13:20", "2026-10-14 13:30", triggeredBy=w.id("INC", "2")),
        each("release", "release", w.system, "schedule", f"release {w.version}", "2026-11-11 09:00", "2026-11-13 13:00", "2026-11-13 14:02"),
        each("infrastructure", "infrastructure", "module." + w.env, "schedule", "nodes renewed", "2026-11-11 09:00", "2026-11-13 13:00", "2026-11-13 14:00")]
    records[-2]["deployedDigest"] = w.build
    records[-1]["deployedDigest"] = digest(f"plan {w.system} 2026-11-13")
    w.file("registers", "change-record", records + w.more_changes(each), minute=44, system="change-desk",
           command="changes export --system " + w.system, proof="ownExport")


def stores(w):
    w.file("operations", "encryption-config", [{
        "id": "store-" + asset, "asset": asset, "kind": "database", "atRest": "customerKey", "inTransit": "required", "minimumProtocol": "TLS1.3",
        "key": f"key-{asset}", "keyRotationInterval": "365 days", "publicAccess": "no", "accessLogged": "yes", "integrityProtected": True,
        "dataClasses": [name for name, each in w.data_classes.items() if asset in each["stores"]] or list(w.data_classes)[-1:], "owner": w.owner, **w.place(tenant),
        "basis": "configured", "keyRotatedAt": t("2026-09-01 09:00")} for asset, tenant in w.assets.items() if w.asset_kind(asset) == "dataStore"],
        minute=45, system="kubernetes:" + w.env, command="storagectl protection export")
    w.file("operations", "backup-report", [{
        "id": "bak-" + asset, "resource": asset, "memoryStore": asset if asset in w.stores else None, "immutable": True, "encrypted": True,
        "retention": "35 days", "interval": "1 day", "restoreResult": "passed", "restoreDuration": "25 minutes", **w.place(tenant),
        "lastSuccessAt": t(TODAY + " 02:00"), "lastRestoreTestAt": t("2026-11-11 15:20")}
        for asset, tenant in w.assets.items() if w.asset_kind(asset) == "dataStore"],
        collected=TODAY + " 08:45", minute=45, system="backup-desk", command="backupctl jobs export")


def flow_pairs(w):
    """What may flow, and for whom: (from, to, port, tenant, more)."""
    pairs = [(w.agent_identity(agent), w.gateway, 8443, one["tenant"], {"agent": agent}) for agent, one in w.agents.items()]
    pairs += [(w.gateway, w.server_identity(server), 8443, tenant, {}) for server, tenant in w.servers.items()]
    pairs += [(w.gateway, w.broker, 8443, w.platform, {}), (w.gateway, "log-archive", 443, w.platform, {"dataClass": "audit-events"})]
    pairs += [(w.server_identity(each_["server"]), each_["resource"], 5432, w.servers[each_["server"]], {"dataClass": each_["data"]})
              for each_ in {(one["server"], one["resource"]): one for one in w.tools.values()}.values()]
    pairs += [(w.gateway, one["vendor"], 443, w.platform, {"vendor": one["vendor"], "dataClass": one["data"][0]}) for one in w.clients.values()]
    return pairs


def flow_name(w, start, end):
    return "flow-" + "-".join([w.letter.lower(), *(name.rsplit("/", 1)[-1] for name in (start, end))])


def allowed_flows(w):
    """The names of the flows that may be: each has an approval of its own."""
    return [flow_name(w, start, end) + "-allowed" for start, end, *_ in flow_pairs(w)]


def flows(w):
    """What may flow, and what did: each seen flow lies inside an allowed one."""
    def each(start, end, port, tenant, basis, effect, **more):
        name = flow_name(w, start, end)
        return {"id": f"{name}-{effect}", "from": start, "to": end, **more,
                "port": port, "protocolName": "https", "protection": "mutualTLS", **w.place(tenant), "toEnvironment": w.env, "basis": basis,
                "effect": effect, "byteCount": 120000 if effect == "seen" else None, "approval": w.id("APR", "platform" if effect == "refused" else f"{name}-allowed"),
                "firstSeenAt": t("2026-08-26 09:00") if effect == "seen" else None,
                "lastSeenAt": t("2026-11-17 17:00") if effect == "seen" else "notRecorded", "expiresAt": t("2027-02-28")}
    records = [each(start, end, port, tenant, basis, effect, **more) for start, end, port, tenant, more in flow_pairs(w)
               for basis, effect in [("configured", "allowed"), ("observed", "seen")]]
    records.append(each("any", "any", 0, w.platform, "configured", "refused"))
    w.file("operations", "network-flow-map", records, "csv", minute=46, system="kubernetes:" + w.env,
           command="cilium hubble observe; kubectl get networkpolicies")


def boundaries(w):
    """Tests of the other boundaries: from the place where things are tried out, and between classes of data."""
    common = {"run": "iso-run-2026-11-10", "verb": "retrieve", "object": "data", "direction": "outbound", "path": "data-api",
              "identity": w.probe(w.tested[0]), "administrator": False, "expected": "refused", "observed": "refused", "runBy": "buyer",
              "buyerCanRepeat": "yes", "procedure": "drills/isolation.md, chapter 2", "build": w.build, "vendor": w.vendor,
              "decision": "dec-probe-out"}
    records = [{"id": w.id("iso", "env").lower() + f"-{number}", "boundary": "environment", **common, "verb": verb, "fromEnvironment": start,
                "toEnvironment": end, "testedAt": t(f"2026-11-10 15:0{number}")}
               for number, (verb, start, end) in enumerate([("query", w.dev, w.env), ("retrieve", w.dev, w.env), ("influence", w.dev, w.env)], 1)]
    return records + [{"id": w.id("iso", "class").lower() + f"-{number}", "boundary": "dataClass", **common, "fromEnvironment": w.env,
                       "toEnvironment": w.env, "dataClass": name, "testedAt": t(f"2026-11-10 15:{20 + number}")}
                      for number, name in enumerate(w.data_classes, 1)]


def drills(w):
    w.S.canonical("drills", "tenant-isolation-tests", [
        record | {"identity": w.probe(record["fromTenant"]), "decision": "dec-probe-out" if record["direction"] == "outbound" else "dec-probe-in"}
        for record in isolation(w.id("iso", "").lower().rstrip("-"), "iso-run-2026-11-10", *w.tested, "2026-11-10 13:00", administrator=False,
                                fromEnvironment=w.env, toEnvironment=w.env, runBy="buyer", buyerCanRepeat="yes", vendor=w.vendor,
                                procedure="drills/isolation.md, step by step", build=w.build)] + boundaries(w),
        collected="2026-11-17 15:00", system="isolation-suite", command="make isolation", proof="exercise")
    base = {"environment": w.env, "bothParties": w.vendor is not None, "startedBy": "customer", "automatic": True, "manualSteps": 0,
            "vendorSteps": 0, "probed": ["credential", "session", "cache", "job", "replica", "grant"], "residuals": [], "resourcesAffected": 0, "result": "passed", "findings": [], "proofs": ["logs/audit-log.jsonl"],
            "vendor": w.vendor, "plannedAt": t("2026-11-02")}
    team = [w.person("platform-engineer"), w.person("security-approver"), w.person("platform-lead")]
    def each(name, scenario, description, kind, targets, tenant, start, measured, objective, **more):
        begun = at(start)
        ordered = after(begun, minutes=5)
        return {"id": w.id("drill", name), "scenario": scenario, "description": description, "targetKind": kind, "targets": targets,
                **base, "tenant": tenant, "participants": team, "answersFromLogs": ["who", "what", "when"], "objective": objective,
                "measured": measured, "startedAt": z(begun), "detectedAt": z(after(begun, minutes=5 if scenario in ("agentHalt", "containment") else 3)), "orderedAt": z(ordered),
                "firstDeniedAt": z(after(ordered, minutes=1)), "lastSuccessAt": z(after(ordered, seconds=-20)),
                "effectVerifiedAt": z(after(ordered, minutes=24 if scenario in ("restore", "failover") else 4)), "restoredAt": z(after(ordered, minutes=20)),
                "endedAt": z(after(ordered, minutes=30)), **more}
    agent = w.drilled
    tenant = w.agents[agent]["tenant"]
    def of(name):
        return {"identities": [w.agent_identity(name)], "credentials": [w.credential_of(w.agent_identity(name))], "agents": [name]}
    records = [
        each("revocation", "revocation", "All rights of one agent are withdrawn while it works", "agent", [agent], tenant, "2026-11-12 09:55",
             "3 minutes", "15 minutes", **of(agent), firstDeniedAt=t("2026-11-12 10:03"), lastSuccessAt=t("2026-11-12 09:59")),
        each("product", "productCompromise", "The product itself is taken to be in wrong hands", "product", [w.system], w.platform,
             "2026-10-14 09:00", "1 minute", "15 minutes", identities=[w.gateway, w.broker], credentials=[w.credential_of(w.gateway)]),
        each("tenant", "tenantCompromise", "One tenant is cut off from the rest", "product", [w.system], tenant, "2026-10-14 11:00",
             "1 minute", "15 minutes", identities=[w.agent_identity(agent)]),
        each("containment", "containment", "The decision point cuts off an agent that departs from its manifest", "agent", [agent], tenant,
             "2026-11-12 12:00", "1 minute", "5 minutes", **of(agent), startedBy="automatic"),
        each("escalation", "escalation", "The named people are reached, approve, rotate and revoke", "service", [w.system], w.platform,
             "2026-10-15 09:00", "12 minutes", "60 minutes", bothParties=True, participants=team + [w.person("ai-governance-lead"), w.owner] + w.people_of("support-engineer")),
        each("attribution", "attribution", "Who did what, and when, from the logs alone", "service", [w.system], w.platform, "2026-10-15 13:00",
             "35 minutes", "60 minutes", answersFromLogs=["who", "what", "when", "onWhoseBehalf", "underWhichDecision"]),
        each("failure", "failure", "A tool server fails and its callers stop", "service", list(w.servers)[:1], tenant, "2026-10-16 09:00",
             "2 minutes", "10 minutes", resourcesAffected=1),
        each("replay", "replay", "A week's failures are replayed against the breakers", "service", [w.system], w.platform, "2026-10-16 13:00",
             "3 minutes", "10 minutes", resourcesAffected=1),
        each("restore", "restore", "The memory is put back as it was a week before", "store", list(w.stores) or [w.config], tenant,
             "2026-11-11 15:00", "25 minutes", "4 hours"),
        each("failover", "failover", "The platform moves to the second site", "service", [w.system], w.platform, "2026-10-16 15:00", "35 minutes", "4 hours"),
        each("rotation", "rotation", "The issuer's certificate is replaced out of turn", "credential", [w.issuer_credential], w.platform,
             "2026-09-28 09:00", "20 minutes", "60 minutes", credentials=[w.issuer_credential])]
    records += [each("stop-" + name if name != agent else "stop", "agentHalt", "One order stops the agent and ends its credentials", "agent", [name],
                     w.agents[name]["tenant"], f"2026-11-12 1{number}:00", "1 minute", "5 minutes", **of(name))
                for number, name in enumerate(w.agents, 1)]
    for number, (client, one) in enumerate(w.clients.items()):
        records.append(each("grant-" + one["vendor"], "integrationCompromise", f"{one['name']} is cut off", "grant", ["grant-" + one["vendor"]],
                            w.platform, f"2026-10-14 1{3 + number}:00", "1 minute", "15 minutes", grants=["grant-" + one["vendor"]],
                            identities=[client], credentials=["cred-" + one["vendor"]], vendor=one["vendor"], bothParties=True))
    for number, server in enumerate(w.servers):
        tools = [tool for tool, one in w.tools.items() if one["server"] == server]
        records.append(each("server-" + server, "integrationCompromise", "The tool server is cut off", "tool", [server, *tools], w.servers[server],
                            f"2026-10-16 {17 + number}:00", "1 minute", "15 minutes", identities=[w.server_identity(server)],
                            credentials=[w.credential_of(w.server_identity(server))]))
    for identifier, one in w.connectors.items():
        records.append(each(one["name"], "integrationCompromise", "The connector is cut off", "identity", [identifier], one["tenant"],
                            "2026-10-14 16:00", "1 minute", "15 minutes", identities=[identifier], credentials=["cred-" + one["name"]]))
    w.S.canonical("drills", "drill-record", records, collected="2026-11-17 15:05", system="exercise-log",
                  command="exercise export 2026-Q4", proof="exercise")
    # The owner let each agent work again after its stop.
    returns = [{
        "id": f"apv-return-{name}", "request": f"return-{name}", "requester": w.person("platform-engineer"), "agent": name, "action": "agent.return",
        "approver": w.person("platform-lead"), "decision": "approved", "reason": "the stop was an exercise and left nothing",
        "shownDigest": digest("drill " + name), "summaryBy": "system", "channel": w.console, "purpose": "agentReturn",
        **w.place(w.agents[name]["tenant"]), "shownAt": t(f"2026-11-12 1{number}:20"), "decidedAt": t(f"2026-11-12 1{number}:24"),
        "expiresAt": t(f"2026-11-12 1{number}:59")} for number, name in enumerate(w.agents, 1)]
    w.approvals.extend(returns)
    w.approvals.sort(key=lambda item: item["decidedAt"])


def incidents(w):
    engineer, lead, security = w.person("platform-engineer"), w.person("platform-lead"), w.person("security-approver")
    tenant = w.agents[w.drilled]["tenant"]
    w.file("registers", "incident-record", [
        {"id": w.id("INC", "1"), "title": "A draft was addressed from its own text", "category": "agent-misuse", "severity": "low",
         "system": w.system, "agents": [w.drilled], "identities": [w.agent_identity(w.drilled)], "alert": w.id("ALR", "02"),
         "tenantsAffected": [tenant], "environment": w.env, "threat": "goal-hijack", "cause": "The address was taken from the document",
         "scopeFromLogs": True, "commander": lead, "participants": [engineer, security, w.person("ai-governance-lead")], "vendorContacted": True,
         "rotations": [], "changes": [w.id("CHG", "incident")], "notices": ["team-claims told on 2026-10-08"],
         "lessons": ["addresses are read from the file alone"], "exercise": False, "startedAt": t("2026-10-08 08:40"),
         "detectedAt": t("2026-10-08 09:00"), "declaredAt": t("2026-10-08 09:20"), "containedAt": t("2026-10-08 09:50"),
         "eradicatedAt": t("2026-10-09 12:00"), "recoveredAt": t("2026-10-09 12:30"), "noticesSentAt": t("2026-10-08 10:30"),
         "closedAt": t("2026-10-16 10:00")},
        {"id": w.id("INC", "2"), "title": "Exercise: an integration in wrong hands", "category": "supply-chain", "severity": "medium",
         "system": w.system, "agents": list(w.agents), "tenantsAffected": [tenant], "environment": w.env, "threat": "supplier",
         "cause": "exercise", "scopeFromLogs": True, "commander": lead, "participants": [engineer, security], "vendorContacted": True,
         "rotations": [], "changes": [w.id("CHG", "exercise")], "notices": ["supplier told by its security contact"], "lessons": ["deputy named for the night"],
         "exercise": True, "startedAt": t("2026-10-14 13:00"), "detectedAt": t("2026-10-14 13:03"), "declaredAt": t("2026-10-14 13:05"),
         "containedAt": t("2026-10-14 13:07"), "eradicatedAt": t("2026-10-14 13:25"), "recoveredAt": t("2026-10-14 13:35"),
         "noticesSentAt": t("2026-10-14 13:30"), "closedAt": t("2026-10-14 15:00")}],
        minute=47, system="incident-desk", command="incidents export --system " + w.system, proof="ownExport")
    w.file("registers", "disclosure-intake", [
        {"id": w.id("VDP", "1"), "channel": "security.txt", "target": w.system, "system": w.system, "severity": "low", "triage": "invalid",
         "validator": security, "receivedAt": t("2026-10-02 08:00"), "acknowledgedAt": t("2026-10-02 12:00"), "triagedAt": t("2026-10-05 10:00"),
         "closedAt": t("2026-10-05 11:00")}], minute=47, system="disclosure-desk", command="intake export", proof="ownExport")


COURSES = {"approver": ["agent-oversight"], "all": ["security-awareness", "ai-awareness"]}


def people(w):
    records = []
    for person, (role, _, _) in w.people.items():
        courses = COURSES["all"] + COURSES["approver"] + (["secure-operations"] if role.startswith("platform") else [])
        for course in courses:
            # Who acts in a role took its course before, and each year again.
            for year in [2024, 2026] if course == "secure-operations" else [2026]:
                records.append({"id": f"trn-{w.letter.lower()}-{len(records) + 1:03d}", "person": person, "role": role, "course": course,
                                "courseVersion": str(year), "system": w.system if w.agents else None, "score": 0.92, "passed": True,
                                "completedAt": t("2024-02-20 15:00" if year == 2024 else "2026-08-28 15:00"),
                                "expiresAt": t("2025-02-20" if year == 2024 else "2027-08-28")})
    w.file("registers", "training-record", records, "csv", minute=48, system="learning-desk", command="lms completions export", proof="ownExport")
    w.file("operations", "facility-log", [{
        "id": w.id("FAC", number), "site": "larkspur-dc-1", "zone": zone, "kind": kind, "person": person, "value": value, "unit": unit,
        "reviewedBy": w.person("security-approver"), "occurredAt": t(when), "reviewedAt": t("2026-11-16 10:00")}
        for number, zone, kind, person, value, unit, when in [
            ("1", "cage-4", "entry", w.person("platform-engineer"), None, None, "2026-11-12 08:50"),
            ("2", "cage-4", "exit", w.person("platform-engineer"), None, None, "2026-11-12 09:40"),
            ("3", "cage-4", "sensor", None, 21.5, "celsius", "2026-11-12 09:00"),
            ("4", "cage-4", "review", None, None, None, "2026-11-16 10:00")]],
        minute=48, system="badge-desk", command="badge export --site larkspur-dc-1", proof="ownExport")


def service(w):
    w.file("operations", "capacity-metrics", [{
        "service": service, "metric": metric, "value": value, "unit": unit, "objective": objective, "better": better, "met": True,
        "alertConfigured": True, "environment": w.env, "windowStartedAt": t("2026-10-18"), "measuredAt": t(NIGHT + " 05:00")}
        for service in w.services for metric, value, unit, objective, better in [
            ("availability", 0.9996, "ratio", 0.999, "higher"), ("latency-p95", 180, "milliseconds", 400, "lower"),
            ("quota-used", 0.41, "ratio", 0.8, "lower"), ("recovery-time", 35, "minutes", 240, "lower")]],
        "csv", minute=49, system="metrics-desk", command="promtool query range")
