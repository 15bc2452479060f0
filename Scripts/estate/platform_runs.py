"""Runs of the agents: one source for traces, decisions, approvals, tokens, delegations, messages and the data log."""
from kit import after, at, digest, z
from traces import Recorder, SpanKind
from world import NIGHT

INPUTS = ["principal", "task", "tool", "resource", "tenant", "dataSensitivity", "environment", "destination", "signals", "trigger"]
SIGNALS = ["workload-attestation", "task-age", "call-rate"]


class Runs:
    def __init__(self, world):
        self.w = world
        self.recorder = Recorder(world.system, world.trace_seed)
        self.count = 0  # runs and calls: what a reader makes of the spans

    # -- One run ---------------------------------------------------------------------------------

    def open(self, number, agent, start, person, task, parent=None, scope=None):
        """Asks for the task's credential, and records the decision, the delegation and the credential behind it."""
        w = self.w
        each = w.agents[agent]
        mine, tenant, scopes = w.agent_identity(agent), each["tenant"], scope or w.scopes_of(agent)
        place = w.place(tenant)
        decision, request = f"dec-iss-{number}", f"req-{task[5:]}"
        session = f"conv-{task[5:]}"
        self.decide(decision, after(start, seconds=-1), mine, agent, "tokens.issue", w.token_service, tenant, "allow", ["task-is-open"],
                    enforcementPoint="token-broker", onBehalfOf=person, task=task, request=request, session=session)
        w.delegations.append({
            "id": f"del-{number}", "from": w.agent_identity(parent["agent"]) if parent else person, "to": mine,
            "kind": "agentHandOff" if parent else "onBehalfOf", "agent": parent["agent"] if parent else None, "toAgent": agent,
            "parent": parent["delegation"] if parent else None, "depth": 2 if parent else 1, "scope": scopes,
            "resources": sorted({w.tools[tool]["resource"] for tool in each["tools"] if w.tools[tool]["scope"] in scopes}),
            "task": task, "issuance": f"iss-{number}", "credential": f"tok-{number}", "identityBoundary": w.domain,
            "fromTenant": tenant, "toTenant": tenant, "fromEnvironment": w.env, "toEnvironment": w.env,
            "fromOwner": w.business[tenant], "toOwner": w.owner, "approval": w.id("APR", agent),
            "reason": "task asked for by the person", "basis": "observed", "createdAt": z(start),
            "expiresAt": z(after(start, minutes=15)), "revokedAt": "never"})
        w.issuances.append({
            "id": f"iss-{number}", "credential": f"tok-{number}", "issuer": w.issuer, "identity": mine, "agent": agent,
            "workloadEntry": mine, "instance": f"{agent}-{w.chance.randrange(3)}", "kind": "accessToken", "task": task, "session": session,
            "request": request, "onBehalfOf": person, "delegation": f"del-{number}", "parent": f"iss-{parent['number']}" if parent else None,
            "decision": decision, "scopes": scopes, "audiences": [w.gateway], "boundTo": "key", "forwarding": "exchange",
            "chainVerified": "yes", "lifetime": "15 minutes", "result": "issued", **place, "issuedAt": z(start),
            "expiresAt": z(after(start, minutes=15)), "firstUsedAt": z(after(start, seconds=5)), "lastUsedAt": "never", "revokedAt": "never"})
        w.token_credentials.append({
            "id": f"tok-{number}", "identity": mine, "kind": "federated", "status": "revoked", "lifetimeClass": "perTask",
            "issuance": f"iss-{number}", "holders": [mine], "managedBy": "customer", "boundTo": "key", "scopes": scopes, "owner": w.owner,
            **place, "basis": "observed", "createdAt": z(start), "rotatedAt": "never", "expiresAt": z(after(start, minutes=15)),
            "lastUsedAt": "never", "revokedAt": "never"})
        return {"number": number, "agent": agent, "version": each["version"], "tenant": tenant, "person": person, "task": task,
                "request": request, "session": session, "delegation": f"del-{number}", "credential": f"tok-{number}",
                "issuance": f"iss-{number}", "instance": w.issuances[-1]["instance"], "depth": 2 if parent else 1,
                "tokens": (w.issuances[-1], w.token_credentials[-1], w.delegations[-1])}

    def close(self, run, last, end):
        """The task is over: its credential and its delegation end with it."""
        for record in run["tokens"]:
            record["revokedAt"] = z(after(end, seconds=30))
            if "lastUsedAt" in record:
                record["lastUsedAt"] = z(last)

    def common(self, run):
        w = self.w
        return {"gen_ai.provider.name": w.model_host, "gen_ai.agent.id": run["agent"], "gen_ai.agent.name": run["agent"],
                "gen_ai.agent.version": run["version"], "gen_ai.conversation.id": run["session"], "enduser.id": run["person"],
                "larkspur.run.id": run["number"], "larkspur.actor.id": w.agent_identity(run["agent"]), "larkspur.actor.kind": "agent",
                "larkspur.credential.id": run["credential"], "larkspur.issuance.id": run["issuance"],
                "larkspur.workload.id": w.agent_identity(run["agent"]), "larkspur.instance.id": run["instance"],
                "larkspur.task.id": run["task"], "larkspur.request.id": run["request"], "larkspur.tenant": run["tenant"],
                "larkspur.environment": w.env, "larkspur.delegation.id": run["delegation"], "larkspur.delegation.depth": run["depth"]}

    def started(self, run, start, cost, parent=None):
        """The span of the run, and the model's answer in it."""
        w, agent = self.w, run["agent"]
        self.count += 1
        span = self.recorder.start(f"invoke_agent {agent}", start, {
            "gen_ai.operation.name": "invoke_agent", "gen_ai.request.model": w.model, "larkspur.cost": cost,
            "larkspur.instructions.digest": digest("instructions " + agent), "larkspur.manifest.digest": digest("manifest " + agent),
            "larkspur.component.digests": [digest(f"component {name} {version}") for name, version, *_ in w.components_of(agent)],
            **self.common(run)}, parent)
        return span

    def chat(self, start, parent):
        w = self.w
        span = self.recorder.start("chat " + w.model, after(start, seconds=1), {
            "gen_ai.operation.name": "chat", "gen_ai.provider.name": w.model_host, "gen_ai.request.model": w.model,
            "gen_ai.usage.input_tokens": 900 + w.chance.randrange(600), "gen_ai.usage.output_tokens": 80 + w.chance.randrange(200)},
            parent, SpanKind.CLIENT)
        self.recorder.end(span, after(start, seconds=4))

    # -- One call --------------------------------------------------------------------------------

    def call(self, run, tool, start, parent):
        """One tool call: the decision a second before, another person's approval before that where the tool asks for one."""
        w, each = self.w, self.w.tools[tool]
        number = f"{run['number']}-{len(w.decisions) + 1:03d}"
        agent, mine = run["agent"], w.agent_identity(run["agent"])
        place = w.place(run["tenant"])
        approval = self.approve(run, tool, number, start) if tool in w.ask else None
        resource, effect = each["resource"], each["effect"]
        self.decide(f"dec-{number}", after(start, seconds=-1), mine, agent, tool, resource, run["tenant"], "allow", [each["scope"]],
                    tool=tool, onBehalfOf=run["person"], credential=run["credential"], task=run["task"], request=run["request"],
                    approval=approval, session=run["session"])
        store = w.memory_of(agent)
        self.count += 1
        span = self.recorder.start(f"execute_tool {tool}", start, {
            "gen_ai.operation.name": "execute_tool", **self.common(run), "gen_ai.tool.name": tool, "gen_ai.tool.type": "function",
            "gen_ai.tool.call.id": f"call-{number}", "larkspur.tool.version": each["version"], "larkspur.tool.server": each["server"],
            "larkspur.tool.digest": digest(f"{each['server']} {each['version']}"), "larkspur.decision.id": f"dec-{number}",
            "larkspur.approval.id": approval, "larkspur.resource": resource, "larkspur.resource.tenant": w.assets[resource],
            "larkspur.destination": each["server"], "larkspur.data.class": each["data"], "larkspur.trigger": "request",
            "larkspur.impact": {"delete": "destructive", "send": "external"}.get(effect, effect),
            "larkspur.sandbox.id": each.get("sandbox"),
            "larkspur.retrieved.entries": [f"{store}-{run['tenant']}-001"] if store and tool in w.ask else None}, parent, SpanKind.CLIENT)
        end = after(start, milliseconds=180 + w.chance.randrange(900))
        self.recorder.end(span, end)
        key = (mine, each["scope"], resource)
        w.used[key] = (w.used.get(key, (0, ""))[0] + 1, z(start))
        w.data_events.append({
            "id": f"dae-{number}", "kind": "data", "action": tool, "verb": {"send": "export"}.get(effect, effect), "actor": mine,
            "actorKind": "agent", "onBehalfOf": run["person"], "agent": agent, "credential": run["credential"], "issuance": run["issuance"],
            "delegation": run["delegation"], "session": run["session"], "task": run["task"], "request": run["request"],
            "decision": f"dec-{number}", "resource": resource, "resourceKind": "dataStore", "resourceTenant": w.assets[resource],
            "dataClass": each["data"], "objectCount": 1 + w.chance.randrange(4), **place, "logSource": "tool-gateway",
            "sourceAddress": w.network + str(20 + len(agent)), "client": w.client, "interactive": False, "result": "ok", "occurredAt": z(start)})
        return end

    def approve(self, run, tool, number, start, decision="approved"):
        """A trained colleague of the person decides, on a summary that the system wrote."""
        w = self.w
        others = [person for person in w.approvers[run["tenant"]] if person != run["person"]]
        w.approvals.append({
            "id": f"apv-{number}", "request": f"ask-{number}", "requester": w.agent_identity(run["agent"]), "agent": run["agent"],
            "run": run["number"], "task": run["task"], "call": f"call-{number}" if decision == "approved" else None, "tool": tool,
            "action": tool, "resource": w.tools[tool]["resource"], "argumentsDigest": digest("arguments " + number),
            "approver": others[0], "decision": decision,
            "reason": "checked against the file" if decision == "approved" else "the file names another address",
            "shownDigest": digest("shown " + number), "summaryBy": "system", "channel": w.console, "purpose": "action",
            **w.place(run["tenant"]), "shownAt": z(after(start, seconds=-95)), "decidedAt": z(after(start, seconds=-40)),
            "expiresAt": z(after(start, minutes=20))})
        return f"apv-{number}"

    def decide(self, identifier, when, principal, agent, action, resource, tenant, effect, reasons, *, tool=None,
               enforcementPoint="tool-gateway", **more):
        w = self.w
        w.decisions.append({
            "id": identifier, "engine": "opa", "enforcementPoint": enforcementPoint, "bundle": w.bundle, "bundleRevision": w.revision,
            "principal": principal, "agent": agent, **more, "action": action, "tool": tool, "resource": resource,
            "resourceTenant": w.assets[resource], "destination": w.tools[tool]["server"] if tool else enforcementPoint,
            "dataSensitivity": "confidential", "signals": SIGNALS, "inputs": INPUTS, "inputsDigest": digest("inputs " + identifier),
            **w.place(tenant), "effect": effect, "reasons": reasons, "latency": "3 milliseconds", "decidedAt": z(when)})

    # -- All runs --------------------------------------------------------------------------------

    def play(self, count, every):
        w = self.w
        for index in range(count):
            agent = list(w.agents)[index % len(w.agents)]
            each = w.agents[agent]
            turn = index // len(w.agents)
            start = after(at(w.first), hours=every * index, minutes=w.chance.randrange(40))
            number, task = f"{w.run_letter}{index + 1:03d}", f"task-{index + 1:04d}"
            run = self.open(number, agent, start, each["people"][turn % len(each["people"])], task)
            root = self.started(run, start, round(0.05 + w.chance.random() / 5, 3))
            self.chat(start, root)
            moment = after(start, seconds=6)
            for tool in each["patterns"][turn % len(each["patterns"])]:
                moment = after(moment, seconds=110 if tool in w.ask else 24)
                end = self.call(run, tool, moment, root)
            if each.get("refused_every") and turn % each["refused_every"] == 1:
                # A person says no, and the call is not made.
                tool = next(name for name in each["tools"] if name in w.ask)
                self.approve(run, tool, f"{number}-no", after(moment, minutes=2), "refused")
            hand = each.get("hands_to")
            if hand and index % 2 == 0:
                end = self.hand_on(run, number, hand, end, root, task)
            self.close(run, moment, after(end, seconds=4))
            self.recorder.end(root, after(end, seconds=4))
            self.recorder.flush()
            if w.memory_of(agent):
                self.remember(run, after(end, seconds=3))

    def hand_on(self, run, number, hand, end, root, task):
        """A hand-off to another agent, with less scope than the first one got."""
        w = self.w
        sub = self.open(number + "b", hand["to"], after(end, seconds=5), run["person"], task, run, hand["scope"])
        child = self.started(sub, after(end, seconds=5), 0.041, root)
        w.messages.append({
            "record": "AgentMessage", "id": f"msg-{number}", "run": run["number"], "from": run["agent"], "to": hand["to"],
            "channel": f"chan-{run['agent']}-{hand['to']}", "protocolVersion": "1.0", "signatureVerified": "yes", "audienceVerified": "yes",
            "fellBack": False, "digest": digest("message " + number), "decision": f"dec-iss-{number}b", "sentAt": z(after(end, seconds=5)),
            "receivedAt": z(after(end, seconds=6))})
        first = after(end, seconds=14)
        for offset, tool in enumerate(hand["calls"]):
            first = after(end, seconds=14 + 19 * offset)
            done = self.call(sub, tool, first, child)
        self.close(sub, first, after(done, seconds=2))
        self.recorder.end(child, after(done, seconds=2))
        return done

    def remember(self, run, when):
        w = self.w
        store = w.memory_of(run["agent"])
        w.memory_writes.append({
            "record": "MemoryWrite", "id": f"mem-{run['number']}", "run": run["number"], "agent": run["agent"],
            "actor": w.agent_identity(run["agent"]), "store": store,
            "entry": f"{store}-{run['tenant']}-{len(w.memory_writes) + 1:03d}", "tenant": run["tenant"], "origin": w.memory_dataset,
            "originDigest": digest("origin " + run["number"]), "verified": "yes", "dataset": w.memory_dataset,
            "writtenAt": z(when), "expiresAt": z(after(when, days=60))})

    def refusals(self, wrong, day="2026-11-12"):
        """Calls that were refused: each agent once, the token broker once, and the probes of the isolation test."""
        w = self.w
        for number, (agent, tool) in enumerate(wrong, 1):
            self.decide(f"dec-refused-{number}", at(f"{day} 09:1{number}"), w.agent_identity(agent), agent, tool,
                        w.tools[tool]["resource"], w.agents[agent]["tenant"], "deny", ["tool-not-allowed-for-agent"], tool=tool,
                        task=f"task-probe-{number}", request=f"req-probe-{number}", session=f"probe-{number}")
        agent = wrong[0][0]
        self.decide("dec-refused-token", at(f"{day} 09:18"), w.agent_identity(agent), agent, "tokens.issue", w.token_service,
                    w.agents[agent]["tenant"], "deny", ["no-open-task"], enforcementPoint="token-broker", task="task-none", request="req-probe-9", session="probe-9")
        for side, (tenant, tool) in w.crossing.items():
            self.decide(f"dec-probe-{side}", at("2026-11-10 13:30"), w.probe(tenant), None, tool, w.tools[tool]["resource"], tenant,
                        "deny", ["other-tenant"], tool=tool, task=f"task-isolation-{side}", request=f"req-isolation-{side}",
                        session=f"isolation-{side}")
        w.decisions.sort(key=lambda decision: decision["decidedAt"])

    def write(self):
        w = self.w
        w.S.put("agents/traces.jsonl", self.recorder.text())
        w.S.list("agents/traces.jsonl", ["agent-trace"], "otlp-traces", collected=NIGHT + " 06:30", system="otel-collector:" + w.env,
                 command="otelcol file exporter, service " + w.system, period=self.w.period, recordCount=self.count, **w.export)
        if w.messages or w.memory_writes:
            w.file("agents", "agent-trace", w.messages + w.memory_writes, "jsonl", minute=30, system="tool-gateway",
                   command=w.tool + " messages export; memory export", period=self.w.period)
        w.file("agents", "policy-decision-log", w.decisions, "jsonl", minute=31, system="opa:tool-gateway",
               command=w.tool + " decisions export", period=self.w.period)
        w.file("agents", "approval-log", w.approvals, "jsonl", minute=32, system=w.console, command=w.tool + " approvals export", period=self.w.period)
