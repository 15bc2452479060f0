"""Evidence of governance: data, duties, policies, risks, measures, reviews, and what people put their names to."""
import pathlib
import re

import statements as signed
from kit import digest, t

OWN = {"proof": "ownExport"}
MAESTRO = pathlib.Path("Sources/ControlFrameworks/Catalogs/CSAMAESTRO2025.swift")


def write(w):
    data(w)
    duties(w)
    policies(w)
    risks(w)
    measures(w)
    minutes(w)
    statements(w)


def data(w):
    """Each class of data with its owner, places, rules and last deletion; and each declared flow of it."""
    records = [{
        "name": name, "category": each["category"], "sensitivity": each.get("sensitivity", "confidential"), "businessUnit": w.unit,
        "owner": each.get("owner", w.owner), "purpose": each["purpose"], "stores": each["stores"], "tenantKey": "tenant", "tenants": w.tested,
        "access": each["access"], "retention": each["retention"], "retentionInSession": True, "redaction": each.get("redaction", "full"),
        "deletionMethod": "keys of the day are destroyed", "deletionProof": digest(f"deletion {w.system} {name}"), "trainingUse": "never",
        "clause": each.get("clause"), **w.place(w.platform), "basis": "configured", "deletedAt": t("2026-11-16 02:00"),
        "oldestObjectAt": t(each["oldest"]), "reviewedAt": t("2026-10-15 10:00")} for name, each in w.data_classes.items()]
    def flow(name, kind, start, end, recipient, purpose, **more):
        return {"record": "DataFlow", "id": f"df-{w.letter.lower()}-{name}", "dataClass": kind, "from": start, "to": end, "recipient": recipient,
                **more, "purpose": purpose, "forTraining": "no", "retention": "30 days", "fromTenant": w.platform, "toTenant": w.platform,
                "environment": w.env, "basis": "declared", "declaredAt": t("2026-08-20 15:00"), "lastSeenAt": t("2026-11-17 17:00")}
    flows = [flow("model-prompts", "prompts", w.token_service, w.token_service, w.model_host, "answers of the model", vendor=w.model_vendor),
             flow("telemetry", "telemetry", w.token_service, w.token_service, w.model_host, "tokens and latency, without content",
                  vendor=w.model_vendor, pipeline="pipe-model-telemetry"),
             flow("audit", "audit-events", w.config, w.config, "log-archive", "evidence", pipeline="pipe-tool-gateway")]
    flows += [flow("to-" + one["vendor"], one["data"][0], w.token_service, w.token_service, one["vendor"], one["purpose"], vendor=one["vendor"])
              for one in w.clients.values() if one["vendor"] != w.model_vendor]
    w.file("governance", "data-handling", records + flows, minute=50, system="records-of-processing", command="ropactl export", **OWN)


DUTIES = ["false-positives", "incident-escalation", "access-review", "emergency-revocation", "detection", "response", "rotation", "logging",
          "policy", "retirement", "approval", "approve-access", "rotate-credentials", "revoke-integrations"]


def duties(w):
    people = {"false-positives": "security-approver", "incident-escalation": "platform-lead", "access-review": "security-approver",
              "emergency-revocation": "platform-lead", "detection": "security-approver", "response": "platform-lead",
              "rotation": "platform-engineer", "logging": "platform-engineer", "policy": "security-approver", "retirement": "platform-lead",
              "approval": "security-approver", "approve-access": "security-approver", "rotate-credentials": "platform-engineer",
              "revoke-integrations": "platform-lead"}
    def duty(name, scope, role, relation="accountable", of="customer", **more):
        if of == "vendor":
            return {"duty": name, "scope": scope, "party": "vendor", "vendor": more["vendor"], "relation": relation, "role": role + "-" + more["vendor"],
                    "contact": f"security@{more['vendor']}.example", "clause": f"term-{more['vendor']}-{TERMED.get(name, 'security-requirements')}", "startsAt": t("2026-08-26"),
                    "endsAt": "never", "reviewedAt": t("2026-10-15 10:00")}
        person = w.person(role)
        return {"duty": name, "scope": scope, "party": "customer", "relation": relation, "role": role, "person": person,
                "deputy": w.deputies.get(person), "contact": person[7:] + "@larkspur.example", **more, "startsAt": t("2026-08-20"),
                "endsAt": "never", "reviewedAt": t("2026-10-15 10:00")}
    vendors = w.vendors
    records = [duty(name, w.system, people[name], clause=f"term-{vendors[0]}-{TERMED[name]}" if name in TERMED else None, queue="platform-desk",
                    measure=MEASURED.get(name)) for name in DUTIES]
    records += [duty("service-security", vendor, "security-contact", vendor=vendor, of="vendor") for vendor in vendors]
    records += [duty(name, w.system, "security-contact", "responsible", vendor=vendor, of="vendor") for vendor in vendors for name in TERMED]
    records += [duty("threat-model", w.system, "security-approver", layer=f"L{number}") | {"duty": f"threat-model-L{number}"} for number in range(1, 8)]
    records += [duty("agent-and-identity", agent, "platform-lead", agents=[agent]) for agent in w.agents]
    records += [duty("ai-governance", w.system, "ai-governance-lead"), duty("risk-appetite", w.system, "chief-risk-officer"),
                duty("data-protection", w.system, "data-protection-officer")]
    known = {(row["duty"], row["scope"]) for row in records}
    records += [duty(name, scope, "security-approver") | {"role": role, "person": person, "deputy": w.deputies.get(person),
                                                          "contact": person[7:] + "@larkspur.example"}
                for name, scope, person, role in signed.duties(w) if (name, scope) not in known]
    for one in vendors:
        records += [duty(name, one, role, vendor=one) for name, role in [("access", "platform-lead"), ("policy", "security-approver"),
                                                            ("logging", "platform-engineer"), ("retirement", "platform-lead")]]
    w.file("governance", "responsibility-matrix", records, minute=51, system="responsibilities", command="racictl export", **OWN)


TERMED = {"false-positives": "false-positives", "incident-escalation": "incident-notice", "access-review": "review",
          "emergency-revocation": "emergency-revocation", "detection": "detection", "response": "response"}

MEASURED = {"false-positives": "false-positive-rate", "incident-escalation": "detection-time", "access-review": "overdue-reviews",
            "emergency-revocation": "time-to-revoke", "detection": "detection-time", "response": "time-to-revoke"}

POLICIES = [  # id, title, kind, topics
    ("POL-security", "Information security policy", "policy", ["information-security", "cybersecurity-policy", "cybersecurity", "roles", "legal-requirements"]),
    ("POL-identity", "Identity and access standard", "standard", ["identity", "access", "access-control", "credentials", "rotation", "non-human-identity"]),
    ("POL-agents", "Agents at Larkspur", "standard", ["agents", "ai-agents", "ai-policy", "human-oversight", "goal-hijack", "acceptable-use", "agent-disclosure"]),
    ("POL-ai-governance", "Governance of AI", "policy", ["ai-governance", "ai-risk", "ai-risk-management", "trustworthy-ai", "roles-and-responsibilities", "inventory", "decommissioning", "diversity", "accountability"]),
    ("POL-risk", "Risk management strategy", "strategy", ["risk-management", "risk-strategy", "risk-appetite", "risk-tolerance", "risk-method", "enterprise-risk", "opportunities"]),
    ("POL-threats", "Threat modelling procedure", "procedure", ["threat-model", "threat-modelling", "threat-modeling"]),
    ("POL-suppliers", "Suppliers and sub-processors", "policy", ["suppliers", "third-party", "supply-chain", "vendor-risk", "third-party-ai"]),
    ("POL-monitoring", "Monitoring plan", "plan", ["monitoring", "detection", "measurement", "logging", "post-deployment-monitoring"]),
    ("POL-ai-use", "Use of AI", "policy", ["ai-use", "ai-system-use"]),
    ("POL-incident-policy", "Incidents", "policy", ["incident-response", "incident-management"]),
    ("POL-incident", "Incident response plan", "plan", ["incident-plan", "incident-response", "agent-shutdown", "credential-revocation", "incident", "escalation", "communication", "notification"]),
    ("POL-continuity", "Continuity and recovery plan", "plan", ["continuity", "recovery", "backup", "disaster-recovery", "resilience"]),
    ("POL-data", "Data handling standard", "standard", ["data", "data-handling", "privacy", "retention", "deletion", "training-data", "intellectual-property", "trusted-sources", "memory"]),
    ("POL-change", "Change and release procedure", "procedure", ["change", "change-management", "configuration", "release", "secure-development", "platform-security"]),
    ("POL-testing", "Testing and evaluation of AI", "standard", ["testing", "evaluation", "test-evaluation", "tevv", "red-team", "fairness", "safety", "explainability"]),
    ("POL-people", "Awareness and training", "standard", ["training", "awareness", "workforce", "human-resources"]),
    ("POL-feedback", "Feedback, appeal and disclosure", "procedure", ["feedback", "appeal", "disclosure", "stakeholder-engagement", "complaints", "vulnerability-disclosure"]),
    ("POL-facility", "Physical access", "standard", ["physical-access", "facility", "environment"]),
    ("POL-charter", "Charter of the AI board", "charter", ["oversight", "leadership", "board", "mission", "executive-responsibility", "resources"]),
    ("POL-approvals", "Approving what agents do", "procedure", ["approval", "approvals", "human-approval", "risk-summary"]),
    ("POL-exceptions", "Exceptions and waivers", "procedure", ["exceptions", "waivers", "risk-acceptance"])]


def documents(w):
    """The register's rows as (id, title, kind, topics); a topic that a statement rests on and none covers goes to the charter."""
    covered = {topic for *_, topics in POLICIES for topic in topics}
    extra = [topic for topic in signed.topics(w.system) if topic not in covered]
    return [(identifier, title, kind, topics + (extra if identifier == "POL-charter" else [])) for identifier, title, kind, topics in POLICIES]


def policies(w):
    w.file("governance", "policy-register", [{
        "id": identifier, "title": title, "kind": kind, "topics": topics, "version": "2026.1", "digest": digest("document " + identifier),
        "owner": w.person("ai-governance-lead") if "ai" in identifier else w.security, "approver": w.person("chief-risk-officer"),
        "scope": [w.system, "larkspur"], "state": "inForce", "communicatedTo": list(w.teams), "approvedAt": t("2026-06-15 10:00"),
        "effectiveAt": t("2026-07-01"), "reviewDueAt": t("2027-06-15"), "testedAt": t("2026-10-15 09:00")}
        for identifier, title, kind, topics in documents(w)], minute=52, system="policy-desk", command="policyctl export", **OWN)


ANSWERS = {"L1": ["MAE1-2", "MAE1-3", "MAE1-4"], "L2": ["MAE2-2", "MAE2-3", "ASI06-1"], "L3": ["MAE3-2", "ASI04-1"], "L4": ["MAE4-2", "MAE4-4"],
           "L5": ["MAE5-2", "MAE5-4", "AUD-4"], "L7": ["ASI02-1", "ASI03-1", "ASI10-1"], "X": ["TRU-5", "TRU-6", "TEN-1"]}


def risks(w):
    """The threats of MAESTRO, each decided by the owner of its layer; the risks of the assessment; findings taken in."""
    signer = w.person("security-approver")
    def each(identifier, title, kind, response, reason, score, **more):
        return {"id": identifier, "title": title, "kind": kind, **more, "applicable": "yes" if response != "notApplicable" else "no",
                "system": w.system, "method": "likelihood-times-impact", "likelihood": score[0], "impact": score[1], "score": score[0] * score[1],
                "appetite": 9, "owner": more.get("owner", w.person("platform-lead")), "response": "avoid" if response == "notApplicable" else response,
                "reason": reason, "signedBy": signer, "state": "treated", "identifiedAt": t("2026-08-18 09:00"), "dueAt": t("2026-12-31"),
                "decidedAt": t("2026-09-10 10:00"), "reviewedAt": t("2026-10-15 10:00"), "reviewDueAt": t("2027-04-15")}
    records = []
    for threat, layer, title in re.findall(r"^([LX][0-9.]+),([LX][0-9]*),threat,([^,]+),", MAESTRO.read_text(), re.MULTILINE):
        # No AI guards another here: the threats to such are not its own.
        out = layer == "L6"
        records.append(each(f"RISK-{w.letter}-{threat}", title, "threat", "notApplicable" if out else "mitigate",
                            "no AI works as a security control here" if out else "answered by the controls named, read in the quarter's review",
                            (1, 3) if out else (2, 4), threat=threat, layer=layer, controls=[] if out else ANSWERS[layer]))
    for name, title, kind, response, reason, score in [
            ("wrong-priority", "Urgent matters sorted low", "risk", "mitigate", "a person reads the low pile each day", (2, 3)),
            ("wrong-letter", "Letter to the wrong person", "risk", "mitigate", "another person approves each letter", (1, 4)),
            ("wording", "Letters that older claimants find hard to read", "risk", "mitigate", "letters are tested with readers", (3, 2)),
            ("supplier-exit", "The model's supplier ends the service", "risk", "transfer", "exit clause and a second supplier under contract", (2, 4)),
            ("faster-answers", "Answers within a day", "opportunity", "pursue", "the trial showed it", (4, 3))]:
        records.append(each(w.id("RISK", name), title, kind, response, reason, score, controls=["ASI09-1"]))
    for agent in w.agents:
        records.append(each(w.id("RISK", "goal-" + agent), "Content that agents read changes their goal", "threat", "mitigate",
                            "override tests each month; calls outside the task are refused", (2, 4), threat="ASI01", agent=agent,
                            controls=["ASI01-1", "ASI01-3"]))
    records += [{
        "record": "AssuranceFinding", "id": finding, "assessment": "review-2026-08", "control": "NHI5-2", "requirement": "NHI5:2025", "target": entitlement,
        "entitlement": entitlement, "identity": next(item["holder"] for item in w.entitlements if item["id"] == entitlement),
        "risk": w.id("RISK", "wrong-letter"), "owner": w.person("platform-lead"), "reviewDecision": w.review_of[finding], "state": "closed",
        "foundAt": t("2026-10-02 10:00"), "closedAt": t("2026-10-20 10:00")} for finding, entitlement in w.findings.items()]
    w.file("governance", "risk-register", records, minute=53, system="risk-desk", command="riskctl export --system " + w.system, **OWN)


MEASURES = [  # measure, unit, better, target, threshold, the last four values
    ("time-to-revoke", "minutes", "lower", 5, 15, [4, 4, 3, 3]), ("decided-calls", "ratio", "higher", 1, 0.99, [1, 1, 1, 1]),
    ("overdue-reviews", "count", "lower", 0, 1, [0, 0, 0, 0]), ("standing-credentials", "count", "lower", 3, 6, [5, 5, 4, 4]),
    ("override-rate", "ratio", "lower", 0.02, 0.05, [0.03, 0.02, 0.02, 0.02]), ("wrong-priority-rate", "ratio", "lower", 0.002, 0.005, [0.003, 0.002, 0.001, 0.001]),
    ("detection-time", "minutes", "lower", 10, 30, [9, 8, 8, 7]), ("false-positive-rate", "ratio", "lower", 0.05, 0.1, [0.06, 0.05, 0.04, 0.04]),
    ("availability", "ratio", "higher", 0.999, 0.995, [0.9994, 0.9995, 0.9996, 0.9996]), ("feedback-answered", "ratio", "higher", 1, 0.95, [1, 1, 1, 1]),
    ("training-complete", "ratio", "higher", 1, 0.95, [1, 1, 1, 1])]


def measures(w):
    w.file("governance", "risk-metrics", [{
        "measure": measure, "name": measure.replace("-", " ").capitalize(), "risk": w.id("RISK", "wrong-priority") if w.agents else None, "system": w.system if w.agents else None,
        "agent": w.drilled, "lifecycleStage": "operation", "owner": w.person("platform-lead"), "unit": unit, "value": value, "sampleCount": 240,
        "target": target, "threshold": threshold, "better": better, "cadence": "31 days", "periodStartedAt": t(start), "measuredAt": t(end)}
        for measure, unit, better, target, threshold, values in MEASURES
        for value, (start, end) in zip(values, [("2026-07-16", "2026-08-15"), ("2026-08-16", "2026-09-15"), ("2026-09-16", "2026-10-15"), ("2026-10-16", "2026-11-15")])],
        "csv", minute=54, system="metrics-desk", command="metricsctl risk export", **OWN)


MEETINGS = [  # id, kind, topics, day
    ("ai-board", "board", ["ai-risk", "oversight", "risk-appetite", "strategy", "resources"], "2026-10-15"),
    ("risk-review", "risk-review", ["risk", "risk-register", "opportunities", "threat-model", "risk-response", "supply-chain", "metrics"], "2026-10-15"),
    ("security-review", "management-review", ["security", "performance", "detection", "access", "exceptions", "lessons"], "2026-10-16"),
    ("incident-lessons", "lessons", ["post-incident", "incidents", "lessons", "improvement"], "2026-10-16"),
    ("go-live", "go-live", ["deployment", "go-live", "evaluation", "impact-assessment"], "2026-09-15"),
    ("stakeholders", "stakeholder", ["stakeholders", "feedback", "affected-groups", "context", "mission"], "2026-10-22"),
    ("measurement", "measurement-review", ["metrics", "evaluation", "measurement", "monitoring"], "2026-11-05")]


def minutes(w):
    everyone = [w.person(role) for role in ["chief-risk-officer", "ai-governance-lead", "data-protection-officer", "security-approver", "platform-lead"]]
    w.file("governance", "review-minutes", [{
        "id": w.id("MIN", name), "kind": kind, "topics": topics, "attendees": everyone + w.people_of("claims-handler", "underwriter")[:1],
        "chair": w.person("chief-risk-officer"), "inputs": (["agents/eval-report.yaml"] if w.agents else []) + ["governance/risk-metrics.csv"],
        "matrixDigest": digest(f"matrix {w.system} {day}"), "risks": [w.id("RISK", name) for name in ["wrong-priority", "wrong-letter", "faster-answers", "supplier-exit"]] if w.agents else None,
        "systems": [w.system] if w.agents else None, "decisions": ["goes on within its approval"], "actions": ["next sample of letters by the claims team"],
        "plannedAt": t("2026-09-01"), "heldAt": t(day + " 10:00"), "nextDueAt": t("2027-01-15")} for name, kind, topics, day in MEETINGS],
        minute=55, system="policy-desk", command="policyctl minutes export", **OWN)


def statements(w):
    """What people signed. Each names the statement, the thing it is about, and the document that it rests on."""
    found = list(w.statements())
    on = {topic: identifier for identifier, _, _, topics in reversed(documents(w)) for topic in topics}
    for row in signed.of(w.system):
        person, role = signed.signer(w, row)
        each = {"claim": row["claim"], "requirements": [row["name"]], "target": row["target"], "owner": person, "role": role,
                "document": on[row["topics"][0]] if row["topics"] else "POL-agents"}
        if row.get("unbroken"):
            found.append(each | {"signed": "2025-10-20 16:00", "expires": "2026-10-31"})
        found.append(each)
    for each in found:
        document = each.get("document", "POL-agents")
        about = "" if each["target"] == w.system else "-" + re.sub("[^a-z0-9]+", "-", each["target"].lower())
        earlier = "-earlier" if each.get("signed", "").startswith("2025") else ""
        topic = "supplier-review" if each["requirements"][0].startswith("NHI3") else each["requirements"][0]
        w.S.attestation({
            "id": f"att-{w.letter.lower()}-{topic}{about}{earlier}", "claim": each["claim"], "requirements": each["requirements"], "target": each["target"],
            "owner": each["owner"], "role": each["role"], "documentReference": f"policies/{document}.pdf",
            "documentDigest": each.get("digest", digest("document " + document)), "cites": each.get("cites"),
            "signedAt": t(each.get("signed", "2026-10-15 16:00")), "expiresAt": t(each.get("expires", "2027-03-15")), "withdrawnAt": "never"},
            collected="2026-11-17 09:40", system="policy-desk", command="policyctl statements export --signed")
