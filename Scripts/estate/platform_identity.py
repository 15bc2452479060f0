"""Evidence about identities: the registers, the credentials and their lives, the rights, and how each thing proves who it is."""
import statements
from kit import at, digest, t
from platform_operations import allowed_flows
from world import NIGHT

END = "2027-02-28"


def write(w):
    entries(w)
    inventory(w)
    credentials(w)
    lifecycle(w)
    roles(w)
    places(w)
    suppliers(w)
    rights(w)
    approvals(w)
    exceptions(w)
    trusts(w)
    authentication(w)
    secrets(w)
    reviews(w)


def entries(w):
    """The workloads that the issuer of identities knows, with how each is attested."""
    records = [{
        "name": identity, "entry": f"{w.letter.lower()}-entry-{number:02d}", "trustDomain": w.domain,
        "selectors": ["k8s:ns:" + tenant, "k8s:sa:" + name, "k8s:container-image:" + w.image(name)], "nodeAttestation": "k8s_psat",
        "workloadAttestation": "k8s", "identity": identity, "agent": name if name in w.agents else None, "owner": owner, **w.place(tenant),
        "certificateLifetime": "60 minutes", "tokenLifetime": "5 minutes", "administrator": False, "downstream": False, "federatesWith": [],
        "basis": "configured", "createdAt": t(w.since + " 09:00"), "expiresAt": "never"}
        for number, (identity, (tenant, name, _, owner)) in enumerate(w.workloads.items(), 1)]
    # A supplier's software is reached through a connector of our own, which proves who it is as any other workload.
    records += [{
        "name": w.connector_of(client), "entry": f"{w.letter.lower()}-entry-{number:02d}", "trustDomain": w.domain,
        "selectors": ["k8s:ns:" + w.platform, "k8s:sa:" + one["vendor"]],
        "nodeAttestation": "k8s_psat", "workloadAttestation": "k8s", "identity": client, "owner": w.owner, **w.place(w.platform),
        "certificateLifetime": "30 minutes", "tokenLifetime": "5 minutes", "administrator": False, "downstream": False, "federatesWith": [],
        "basis": "configured", "createdAt": t("2026-08-26 09:00"), "expiresAt": "never"}
        for number, (client, one) in enumerate(w.clients.items(), len(records) + 1)]
    records.append(records[-1] | {
        "name": w.spiffe("platform/release-runner"), "entry": f"{w.letter.lower()}-entry-{len(records) + 1:02d}",
        "selectors": ["k8s:ns:" + w.platform, "k8s:sa:release-runner"], "identity": w.deploy, "createdAt": t("2026-08-20 09:00")})
    w.file("identity", "workload-identity-entries", records, minute=5, system="spire-server:" + w.domain,
           command="spire-server entry show -output json, joined with the owners of the registry")


# -- Who is there ----------------------------------------------------------------------------------


def inventory(w):
    def each(identifier, kind, provider, account, name, owner, purpose, tenant, created, last, ends, **more):
        return {"id": identifier, "kind": kind, "provider": provider, "account": account, "displayName": name, "owner": owner,
                "purpose": purpose, **more, "local": False, **w.place(tenant), "status": "enabled",
                "createdAt": t(created), "lastUsedAt": t(last), "endsAt": ends}
    stated = {w.gateway: ["config.read"], w.broker: ["tokens.issue"]} | {w.probe(tenant): ["probe.run"] for tenant in w.tested}
    stated |= {w.agent_identity(agent): w.reach_scopes(agent) for agent in w.agents}
    stated |= {w.server_identity(server): sorted({one["scope"] for one in w.tools.values() if one["server"] == server}) for server in w.servers}
    records = [each(identity, "workload", "spire", w.domain, name, owner, purpose, tenant,
                    w.since + " 09:00", "2026-11-10 13:30" if "/probe/" in identity else "2026-11-17 17:00", t(END), workloads=[name],
                    agents=[name] if name in w.agents else None, controller="customer", privileged=identity == w.broker,
                    approval=w.id("APR", "rights-" + name) if name in w.agents else w.id("APR", "platform"), scopeStatement=stated[identity])
               for identity, (tenant, name, purpose, owner) in w.workloads.items()]
    records.append(each(w.deploy, "workload", "github", w.code_account, "deploy-" + w.env, w.owner, "Releases " + w.S.name, w.platform,
                        "2026-08-20 09:00", "2026-11-13 14:02", t(END), workloads=[w.deploy_workload], controller="customer",
                        privileged=True, approval=w.id("APR", "platform"), scopeStatement=["workloads.deploy"]))
    records += [each(identifier, "serviceAccount", one["provider"], one["account"], one["name"], w.owner, one["purpose"], one["tenant"],
                     one["created"], "2026-11-17 16:20", t(END), workloads=[one["name"]], controller="customer", privileged=False,
                     approval=w.id("APR", one["name"]), scopeStatement=[one["action"]]) for identifier, one in w.connectors.items()]
    records += [each(client, "oauthClient", "token-broker", "larkspur", one["name"], w.owner, one["purpose"], w.platform,
                     "2026-08-26 09:00", "2026-11-17 17:10", t(END), workloads=[one["vendor"]], vendor=one["vendor"], controller="customer",
                     privileged=False, approval=w.id("APR", one["vendor"]), scopeStatement=one["scopes"]) for client, one in w.clients.items()]
    records += [each(person, "person", "larkspur-directory", "larkspur", person[7:], team, role, tenant, "2025-03-01 09:00",
                     "2026-11-17 08:05", "never", controller="customer", privileged=team in (w.owner, w.security),
                     approval=w.id("APR", "platform")) for person, (role, team, tenant) in w.people.items()]
    w.file("registers", "nhi-inventory", records, minute=0, system="identity-governance",
           command="idctl inventory export --system " + w.system)


def credentials(w):
    def each(identifier, identity, kind, lifetime, tenant, made, ends, last, **more):
        return {"id": identifier, "identity": identity, "kind": kind, "status": "active", "lifetimeClass": lifetime, "holders": [identity],
                "managedBy": "customer", "owner": w.owner, **more, **w.place(tenant), "basis": more.get("basis", "configured"),
                "createdAt": t(made), "rotatedAt": t(made), "expiresAt": t(ends), "lastUsedAt": t(last), "revokedAt": "never"}
    records = [each(w.credential_of(identity), identity, "workloadDocument", "shortLived", tenant, NIGHT + " 05:30", NIGHT + " 06:30",
                    NIGHT + " 05:55", boundTo="key", basis="observed", issuance="iss-" + w.credential_of(identity), owner=owner)
               for identity, (tenant, name, _, owner) in w.workloads.items()]
    records.append(each(w.issuer_credential, w.broker, "certificate", "static", w.platform, "2026-09-28 09:00", "2026-12-20 09:00",
                        NIGHT + " 05:30", boundTo="key", storedIn=w.vault("spire-issuer")))
    records.append(each("cred-" + w.deploy_workload, w.deploy, "federated", "perTask", w.platform, "2026-11-13 14:00", "2026-11-13 14:15",
                        "2026-11-13 14:02", boundTo="audience", basis="observed") | {"status": "expired", "rotatedAt": "never"})
    records += [each("cred-" + one["name"], identifier, "certificate", "static", one["tenant"], one["made"], one["ends"], "2026-11-17 16:20",
                     boundTo="key", storedIn=w.vault(one["name"])) for identifier, one in w.connectors.items()]
    records += [each("cred-" + one["vendor"], client, "federated", "shortLived", w.platform, NIGHT + " 05:40", NIGHT + " 06:10",
                     NIGHT + " 05:50", boundTo="audience", managedBy="customer", scopes=one["scopes"], basis="observed")
                for client, one in w.clients.items()]
    # The first documents that the log of the period holds; between them and the last lies one for each hour.
    day = w.period[0]
    past = [record | {"id": record["id"] + "-first", "status": "expired", "issuance": f"iss-{record['id']}-first", "createdAt": t(day + " 05:30"),
                      "rotatedAt": "never", "expiresAt": t(day + " 06:30"), "lastUsedAt": t(day + " 05:55")}
            for record in records if record["kind"] in ("workloadDocument", "federated")]
    w.file("registers", "iam-credential-report", records + past + w.token_credentials, "jsonl", minute=35, system=w.issuer,
           command=w.broker_tool + " credentials export")
    # Tokens that others exchange for one of ours, each on its own proof of who it is.
    exchanged = [("cred-" + w.deploy_workload, w.deploy, "2026-11-13 14:00", "2026-11-13 14:15", "2026-11-13 14:02", w.env)]
    exchanged += [("cred-" + one["vendor"], client, NIGHT + " 05:40", NIGHT + " 06:10", NIGHT + " 05:50", one["vendor"]) for client, one in w.clients.items()]
    for credential, identity, made, ends, last, audience in exchanged:
        w.issuances.append({
            "id": "iss-" + credential, "credential": credential, "issuer": w.issuer, "identity": identity, "kind": "workloadToken", "scopes": [],
            "workloadEntry": w.connector_of(identity) if identity in w.clients else w.spiffe("platform/release-runner"), "instance": credential + "-0",
            "audiences": [audience], "boundTo": "audience", "forwarding": "notForwarded", "chainVerified": "yes", "lifetime": "30 minutes",
            "result": "issued", **w.place(w.platform), "issuedAt": t(made), "expiresAt": t(ends), "firstUsedAt": t(made), "lastUsedAt": t(last),
            "revokedAt": "never"})
    # The identity documents of workloads are issued too, each to an attested instance.
    for identity, (tenant, name, *_) in w.workloads.items():
        w.issuances.append({
            "id": "iss-" + w.credential_of(identity), "credential": w.credential_of(identity), "issuer": "spire-server:" + w.domain,
            "identity": identity, "agent": name if name in w.agents else None, "workloadEntry": identity, "instance": name + "-0",
            "kind": "workloadCertificate", "scopes": [], "audiences": [w.domain], "boundTo": "key", "forwarding": "notForwarded",
            "chainVerified": "yes", "lifetime": "60 minutes", "result": "issued", **w.place(tenant), "issuedAt": t(NIGHT + " 05:30"),
            "expiresAt": t(NIGHT + " 06:30"), "firstUsedAt": t(NIGHT + " 05:30"), "lastUsedAt": t(NIGHT + " 05:55"), "revokedAt": "never"})
    for item in [item for item in w.issuances if item["kind"] in ("workloadCertificate", "workloadToken")]:
        w.issuances.append(item | {"id": item["id"] + "-first", "credential": item["credential"] + "-first", "issuedAt": t(day + " 05:30"), "expiresAt": t(day + " 06:30"),
                                   "firstUsedAt": t(day + " 05:30"), "lastUsedAt": t(day + " 05:55")})
    w.file("identity", "token-issuance", w.issuances, "jsonl", minute=36, system=w.issuer, command=w.broker_tool + " issuances export",
           period=w.period)
    w.file("identity", "delegations", w.delegations, minute=36, system=w.issuer, command=w.broker_tool + " delegations export", period=w.period)


def lifecycle(w):
    """Each identity came, is reviewed and will go; applications, suppliers and people came too."""
    records = []
    def event(kind, target, what, state, effective, recorded, **more):
        records.append({"id": f"lce-{w.letter.lower()}-{len(records) + 1:03d}", "targetKind": kind, "target": target, **more, "event": what,
                        "state": state, "automated": True, "performedBy": w.person("platform-engineer"),
                        "ticket": f"{w.ticket}-{200 + len(records)}", "environment": w.env, "recordedAt": t(recorded), "effectiveAt": t(effective)})
    held = [(identity, name, tenant, w.since + " 09:00") for identity, (tenant, name, *_) in w.workloads.items()]
    held += [(w.deploy, w.deploy_workload, w.platform, "2026-08-20 09:00")]
    held += [(identifier, one["name"], one["tenant"], one["created"]) for identifier, one in w.connectors.items()]
    held += [(client, one["vendor"], w.platform, "2026-08-26 09:00") for client, one in w.clients.items()]
    for identity, name, tenant, came in held:
        what = {"identity": identity, "tenant": tenant}
        approval = w.id("APR", name) if name in w.agents else w.id("APR", "platform")
        event("identity", identity, "onboard", "done", came, came, approval=approval, **what)
        event("identity", identity, "rotate", "done", "2026-11-17 06:00", "2026-11-17 06:00", **what)
        event("identity", identity, "review", "done", "2026-10-20 09:00", "2026-10-20 09:00", **what)
        event("identity", identity, "offboard", "planned", END + " 18:00", "2026-10-20 09:00", **what)
        if name in w.agents:
            event("agent", name, "onboard", "done", came, came, approval=approval, agent=name, **what)
    for name in dict.fromkeys(name for _, name, *_ in held):
        event("application", name, "onboard", "done", "2026-08-24 09:00", "2026-08-24 09:30", approval=w.id("APR", "platform"))
    for one in w.clients.values():
        event("vendor", one["vendor"], "onboard", "done", "2026-08-24 09:00", "2026-08-24 09:30", vendor=one["vendor"])
    for tool in w.tools:
        event("tool", tool, "onboard", "done", "2026-09-10 12:00", "2026-09-10 12:30", approval=w.id("APR", "tools"))
    for person in w.people:
        event("person", person, "onboard", "done", "2025-03-01 09:00", "2025-03-01 09:00")
        event("identity", person, "onboard", "done", "2025-03-01 09:00", "2025-03-01 09:00", identity=person)
        event("identity", person, "review", "done", "2026-10-20 09:00", "2026-10-20 09:00", identity=person)
    records.append({"id": f"lce-{w.letter.lower()}-900", "targetKind": "agent", "target": w.retired_agent, "event": "retire", "state": "done",
                    "automated": True, "performedBy": w.person("platform-engineer"), "ticket": f"{w.ticket}-160", "environment": w.env,
                    "recordedAt": t("2026-10-02 15:10"), "effectiveAt": t("2026-10-02 15:00")})
    for identifier, one in w.connectors.items():
        if one.get("retires"):
            records.append({
                "id": f"lce-{w.letter.lower()}-901", "targetKind": "credential", "target": "cred-" + one["name"], "identity": identifier,
                "event": "retire", "state": "planned", "automated": False, "performedBy": w.person("platform-lead"),
                "ticket": f"{w.ticket}-188", **w.place(one["tenant"]), "recordedAt": t("2026-11-02 09:00"), "effectiveAt": t(one["retires"])})
    w.file("registers", "lifecycle-events", records, "csv", minute=2, system="identity-governance",
           command="idctl events export --system " + w.system)


def roles(w):
    w.file("registers", "role-register", [{
        "person": person, "role": role, "scope": w.system, "kind": "person", "identity": person, "team": team, "businessUnit": tenant,
        "deputy": w.deputies.get(person), "authority": w.authority.get(role), "contact": person[7:] + "@larkspur.example",
        "party": w.party(team), "status": "active", "startsAt": t("2025-03-01"), "endsAt": "never"}
        for person, (role, team, tenant) in w.people.items()] + [{
        "person": team, "role": role, "scope": w.system, "kind": "team", "contact": team + "@larkspur.example", "party": w.party(team),
        "status": "active", "startsAt": t("2025-03-01"), "endsAt": "never"} for team, role in w.teams.items()] + [{
        "person": person, "role": role, "scope": w.system, "kind": "person", "identity": person, "team": w.people[person][1],
        "businessUnit": w.people[person][2], "contact": person[7:] + "@larkspur.example", "party": "customer", "status": "active",
        "startsAt": t("2025-03-01"), "endsAt": "never"} for person, role in statements.roles(w) if person in w.people],
        "csv", minute=3, system="larkspur-directory", command="dirctl roles export", proof="ownExport")


def places(w):
    w.file("registers", "environment-register", [
        {"id": w.env, "kind": w.env_kind, "tenants": w.tenants, "accounts": w.accounts, "networks": [w.range], "owner": w.owner,
         "businessUnit": w.unit, "productionData": w.production_data, "isolated": "yes", "validatedBy": w.person("security-approver"),
         "createdAt": t("2026-08-20"), "validatedAt": t("2026-10-22 10:00"), "endsAt": w.env_ends},
        {"id": w.dev, "kind": "development", "tenants": [w.platform], "accounts": ["dev." + w.domain], "networks": [w.dev_range],
         "owner": w.owner, "businessUnit": w.unit, "productionData": "no", "isolated": "yes", "validatedBy": w.person("security-approver"),
         "createdAt": t("2026-07-01"), "validatedAt": t("2026-10-22 11:00"), "endsAt": "never"}],
        minute=4, system="landing-zone", command="lzctl environments export")
    w.file("registers", "asset-inventory", [{
        "id": asset, "kind": w.asset_kind(asset), "name": asset, "owner": w.owner, "tenant": tenant, "environment": w.env,
        "sensitivity": "confidential" if w.asset_kind(asset) != "service" else "internal", "criticality": "high",
        "dataClasses": [name for name, each in w.data_classes.items() if asset in each["stores"]], "state": "active",
        "createdAt": t("2026-08-20"), "lastSeenAt": t(NIGHT + " 05:00"), "retiredAt": "never"} for asset, tenant in w.assets.items()],
        minute=4, system="configuration-database", command="cmdbctl assets export --system " + w.system)


def suppliers(w):
    """Suppliers, their consents, and every tool in use, however it came."""
    records = [{
        "id": one["vendor"], "name": one["name"], "service": one["purpose"], "businessUnit": w.unit, "owner": w.owner,
        "accessOwner": w.person("platform-lead"), "policyOwner": w.person("security-approver"), "loggingOwner": w.person("platform-engineer"),
        "retirementOwner": w.person("platform-engineer"), "declaredTier": one.get("tier", "high"), "criticality": "medium",
        "access": one["scopes"], "approvedScopes": one["scopes"], "dataClasses": one["data"], "sharedTenancy": True, "regulated": True,
        "inspectsPrompts": "model.invoke" in one["scopes"], "brokersAccess": False, "brokersActions": False, "monitorsModels": False,
        "identityController": "customer", "contract": "CTR-" + one["vendor"], "state": "active", "approval": w.id("APR", one["vendor"]),
        "connectedAt": t("2026-08-26 09:00"), "reviewedAt": t("2026-08-21 09:00"), "reviewDueAt": t("2027-08-21"), "endedAt": "never"}
        for one in w.clients.values()] + w.own_vendor
    records += [{"record": "Subprocessor", "id": "sub-" + one["vendor"], "vendor": one["vendor"], "name": "Coldharbour Storage",
                 "purpose": "Holds backups", "place": "IE", "listedAt": t("2026-08-21"), "endedAt": "never"} for one in w.clients.values()]
    w.file("registers", "third-party-register", records, minute=5, system="vendor-management",
           command="vmctl export --system " + w.system, proof="ownExport")
    def use(name, kind, purpose, identity, discovery, tenant, approved, **more):
        return {"id": "use-" + name, "name": name, "kind": kind, **more, "connectedBy": w.person("platform-lead"), "owner": w.owner,
                "team": w.owner, "purpose": purpose, "businessUnit": w.unit, "identities": [identity], "discovery": discovery,
                **w.place(tenant), "approval": w.id("APR", "use-" + name), "basis": "observed", "connectedAt": t("2026-08-26 09:00"),
                "lastUsedAt": t("2026-11-17 17:00"), "disconnectedAt": "never"}
    inventory = [use(agent, "agent", each["purpose"], w.agent_identity(agent), "declaration", each["tenant"], w.id("APR", agent), agent=agent,
                     vendor=w.vendor, contract=w.contract) for agent, each in w.agents.items()]
    inventory += [use(server, "toolServer", f"Serves the tools of {server}", w.server_identity(server), "declaration", tenant, w.id("APR", "tools"),
                      vendor=w.vendor, contract=w.contract) for server, tenant in w.servers.items()]
    inventory += [use(one["vendor"], one["kind"], one["purpose"], client, "declaration", w.platform, w.id("APR", one["vendor"]),
                      vendor=one["vendor"], contract="CTR-" + one["vendor"], grants=["grant-" + one["vendor"]])
                  for client, one in w.clients.items()]
    w.file("registers", "tool-inventory", inventory, minute=6, system="software-register",
           command="idctl applications discover --system " + w.system, proof="ownExport")
    w.file("registers", "oauth-grant-list", [{
        "id": "grant-" + one["vendor"], "client": client, "clientName": one["name"], "publisher": one["name"], "publisherVerified": True,
        "vendor": one["vendor"], "kind": "application", "resource": w.token_service, "scopes": one["scopes"], "tenantWide": False,
        "consentedBy": w.person("platform-lead"), "owner": w.owner, "purpose": one["purpose"], "approval": w.id("APR", one["vendor"]),
        **w.place(w.platform), "status": "active", "revocationPath": f"{w.broker_tool} grants revoke grant-{one['vendor']}",
        "basis": "configured", "grantedAt": t("2026-08-26 09:00"), "expiresAt": t(END), "lastUsedAt": t("2026-11-17 17:10"),
        "revokedAt": "never"} for client, one in w.clients.items()], minute=6, system=w.issuer, command=w.broker_tool + " grants export")


# -- What they may do ------------------------------------------------------------------------------


def standing(w):
    """Rights besides those of the agents: (name, holder, action, resource, reason)."""
    found = [("gateway-config", w.gateway, "config.read", w.config, "reads which tools are enabled"),
             ("broker-issue", w.broker, "tokens.issue", w.token_service, "issues the credentials of tasks"),
             ("deploy", w.deploy, "workloads.deploy", w.config, "release of " + w.S.name)]
    found += [(one["right"], identifier, one["action"], one["resource"], one["purpose"]) for identifier, one in w.connectors.items()]
    found += [(one["right"], client, one["scopes"][0], w.token_service, one["purpose"]) for client, one in w.clients.items()]
    served = dict.fromkeys((each["server"], each["scope"], each["resource"]) for each in w.tools.values())
    found += [(f"{server}-{scope}", w.server_identity(server), scope, resource, f"serves {server}") for server, scope, resource in served]
    found += [(f"probe-{tenant}", w.probe(tenant), "probe.run", w.console_of(tenant), "tests the tenant boundary") for tenant in w.tested]
    return found


def rights(w):
    fixed = standing(w)
    w.rights_of = {holder: w.id("APR", f"rights-{number:02d}")
                   for number, holder in enumerate(dict.fromkeys(holder for _, holder, *_ in fixed), 1)}
    common = {"effect": "allow", "via": "binding", "policy": w.system + "-grants", "resolved": True, "administrative": False,
              "grantedBy": w.person("security-approver"), "basis": "configured", "grantedAt": t("2026-08-24 10:00"), "expiresAt": t(END)}
    records = [{
        "id": f"ent-{agent}-{scope}", "holder": w.agent_identity(agent), "actions": [scope],
        "resources": sorted({w.tools[tool]["resource"] for tool in each["tools"] if w.tools[tool]["scope"] == scope}), **common,
        "sensitivity": "confidential", "resourceTenant": each["tenant"], **w.place(each["tenant"]),
        "approval": w.id("APR", "rights-" + agent), "reason": each["purpose"]} for agent, each in w.agents.items() for scope in w.scopes_of(agent)]
    w.agent_rights = {agent: [record["id"] for record in records if record["holder"] == w.agent_identity(agent)] for agent in w.agents}
    records += [{
        "id": f"ent-{name}", "holder": holder, "actions": [action], "resources": [resource], **common, "sensitivity": "internal",
        "resourceTenant": w.assets[resource], **w.place(w.assets[resource]), "approval": w.rights_of[holder], "reason": reason}
        for name, holder, action, resource, reason in fixed]
    w.entitlements = records
    w.file("identity", "iam-policy-export", records, minute=9, system=w.system + "-grants", command=w.tool + " grants export")
    window = {"windowStartedAt": t("2026-08-20"), "windowEndedAt": t(NIGHT)}
    usage = [{"identity": identity, "permission": scope, "resource": resource, "useCount": count, **w.place(w.assets[resource]),
              "lastUsedAt": last, **window} for (identity, scope, resource), (count, last) in sorted(w.used.items())]
    last = {w.deploy: "2026-11-13 14:02"} | {w.probe(tenant): "2026-11-10 13:30" for tenant in w.tested}
    usage += [{"identity": item["holder"], "permission": item["actions"][0], "resource": item["resources"][0], "entitlement": item["id"],
               "useCount": 40, "tenant": item["tenant"], "environment": w.env, "lastUsedAt": t(last.get(item["holder"], "2026-11-17 17:00")),
               **window} for item in records[-len(fixed):]]
    w.file("identity", "access-usage-report", usage, "csv", minute=33, system="tool-gateway", command=w.tool + " usage report --days 90")


def approvals(w):
    def each(identifier, kind, target_kind, target, **more):
        return {"id": identifier, "kind": kind, "targetKind": target_kind, "target": target, **more, "businessUnit": w.unit, "tier": w.S.tier,
                "decision": "approved", "approvedEnvironments": [w.env], "requester": w.person("platform-lead"),
                "approver": w.person("security-approver"), "accountable": w.owner, "automated": kind == "access", "assessment": "review-2026-08",
                "assessmentDigest": digest(f"assessment {target}"), "monitoringPlan": "POL-monitoring", "reason": "needed for " + w.S.name,
                "requestedAt": t("2026-08-18 09:00"), "decidedAt": t("2026-08-20 15:00"), "connectedAt": t("2026-08-26 09:00"),
                "liveAt": t("2026-09-16 09:00"), "reviewDueAt": t("2027-01-31"), "expiresAt": t(END), "withdrawnAt": "never"}
    records = [each(w.id("APR", w.S.tier), "goLive", *w.live_target, approvedTenants=w.tested, vendor=w.vendor,
                    approvedScopes=sorted({each["scope"] for each in w.tools.values()}), approvedTools=list(w.tools),
                    approvedResources=list(w.assets)) | {
        "requestedAt": t("2026-09-10 09:00"), "decidedAt": t("2026-09-15 15:00"), "connectedAt": t("2026-09-16 08:00"),
        "reviewDueAt": t("2026-12-01"), "expiresAt": t(w.live_ends)},
        each(w.id("APR", "platform"), "access", "entitlement", w.system + "-platform", approvedTenants=w.tenants),
        each(w.id("APR", "tools"), "security", "tool", w.system + "-tools", approvedTools=list(w.tools), approvedTenants=w.tested)]
    records += [each(w.id("APR", "tool-" + tool), "security", "tool", tool, tool=tool, approvedScopes=[one["scope"]], approvedResources=[one["resource"]],
                     approvedTools=[tool], approvedTenants=[w.servers[one["server"]]]) for tool, one in w.tools.items()]
    records += [each(w.id("APR", one["name"]), "access", "entitlement", identifier, approvedScopes=[one["action"]], approvedResources=[one["resource"]],
                     approvedTenants=[one["tenant"]]) for identifier, one in w.connectors.items()]
    records += [each(w.id("APR", "rights-" + agent), "access", "entitlement", w.agent_identity(agent), approvedScopes=w.scopes_of(agent),
                     approvedResources=w.resources_of(agent), approvedTenants=[one["tenant"]]) for agent, one in w.agents.items()]
    fixed = standing(w)
    records += [each(identifier, "access", "entitlement", holder, approvedScopes=[action for _, h, action, *_ in fixed if h == holder],
                     approvedResources=[thing for _, h, _, thing, _ in fixed if h == holder]) for holder, identifier in w.rights_of.items()]
    records += [each(w.id("APR", agent), "security", "agent", agent, agent=agent, approvedScopes=w.reach_scopes(agent),
                     approvedResources=w.reach_resources(agent), approvedTools=w.reach_tools(agent), approvedTenants=[one["tenant"]])
                for agent, one in w.agents.items()]
    records += [each(w.id("APR", one["vendor"]), "security", "vendor", one["vendor"], vendor=one["vendor"], approvedScopes=one["scopes"],
                     approvedResources=sorted(w.assets) if one["vendor"] == w.vendor else w.supplier_resources) for one in w.clients.values()]
    records += [each(w.id("APR", "use-" + name), "security", "tool", "use-" + name, vendor=w.vendor)
                for name in [*w.agents, *w.servers, *(one["vendor"] for one in w.clients.values())]]
    records += [each(w.id("APR", name), "access", "entitlement", name) for name in allowed_flows(w)]
    records += [each(w.id("APR", "commercial-" + one["vendor"]), "commercial", "vendor", one["vendor"], vendor=one["vendor"]) | {
        "approver": w.person("budget-owner"), "reason": "price and term agreed", "decidedAt": t("2026-08-19 10:00")} for one in w.clients.values()]
    w.file("registers", "approval-register", records + w.more_approvals(each), minute=7, system="approvals",
           command="approvals export --system " + w.system, proof="ownExport")


def exceptions(w):
    w.file("registers", "exception-register", w.exceptions, minute=8, system="exceptions", command="approvals exceptions export",
           proof="ownExport")


# -- How they prove who they are -------------------------------------------------------------------


def trusts(w):
    w.file("identity", "federation-trust-config", [
        {"id": "trust-" + w.deploy_workload, "target": w.deploy, "principalKind": "federated", "principal": "repo:" + w.repository_name,
         "issuer": "https://token.actions.githubusercontent.com", "audiences": [w.env],
         "subjectPattern": f"repo:{w.repository_name}:environment:{w.env}", "conditions": ["sub equals", "aud equals"],
         "maximumSession": "15 minutes", "principalTenant": w.platform, "principalEnvironment": w.env, **w.place(w.platform),
         "approval": w.id("APR", "platform"), "reason": "release of " + w.S.name, "basis": "configured", "createdAt": t("2026-08-20 09:00"),
         "expiresAt": t(END)}], minute=9, system=w.issuer, command=w.broker_tool + " trusts export")


def authentication(w):
    others = [(w.deploy, "federated-token", "token-exchange", w.env, w.platform)]
    others += [(identifier, "signed-assertion", "client_credentials", one["audience"], one["tenant"]) for identifier, one in w.connectors.items()]
    others += [(client, "federated-token", "token-exchange", one["vendor"].split("-")[0], w.platform) for client, one in w.clients.items()]
    w.file("identity", "auth-config", [{
        "client": identity, "issuer": w.issuer, "methods": ["workload-certificate"], "grantTypes": ["token-exchange"],
        "tokenLifetime": "15 minutes", "sessionLifetime": "15 minutes", "algorithms": ["ES256"], "boundTo": "key", "audiences": [w.gateway],
        "passThroughAllowed": False, "interactiveAllowed": False, "attestationRequired": True, **w.place(tenant), "basis": "configured",
        "changedAt": t("2026-08-24 09:00")} for identity, (tenant, *_) in w.workloads.items()] + [{
        "client": client, "issuer": w.issuer, "methods": [method], "grantTypes": [grant], "tokenLifetime": "30 minutes",
        "algorithms": ["RS256"], "boundTo": "audience", "audiences": [audience], "passThroughAllowed": False, "interactiveAllowed": False,
        **w.place(tenant), "basis": "configured", "changedAt": t("2026-08-26 09:00")} for client, method, grant, audience, tenant in others],
        minute=10, system=w.issuer, command=w.broker_tool + " clients export")
    def each(name, identity, credential, kind, level, protection, attested, tenant, bound, ends, verified, **more):
        return {"id": "auth-" + name, "identity": identity, "credential": credential, "kind": kind, "assuranceLevel": level, **more,
                "phishingResistant": True, "keyProtection": protection, "attested": attested, "local": False, **w.place(tenant),
                "boundAt": t(bound), "expiresAt": ends, "verifiedAt": t(verified)}
    records = [each(name, identity, w.credential_of(identity), "workloadCertificate", 3, "hardware", True, tenant, NIGHT + " 05:30",
                    t(NIGHT + " 06:30"), NIGHT + " 05:30") for identity, (tenant, name, _, _) in w.workloads.items()]
    records.append(each(w.deploy_workload, w.deploy, "cred-" + w.deploy_workload, "federatedToken", 2, "software", False, w.platform,
                        "2026-11-13 14:00", "never", "2026-11-13 14:00"))
    records += [each(one["name"], identifier, "cred-" + one["name"], "signedAssertion", 2, "software", False, one["tenant"], one["made"],
                     t(one["ends"]), "2026-11-13 14:00") for identifier, one in w.connectors.items()]
    records += [each(one["vendor"], client, "cred-" + one["vendor"], "federatedToken", 2, "software", False, w.platform,
                     "2026-08-26 09:00", "never", "2026-11-13 14:00") for client, one in w.clients.items()]
    records += [each(person[7:], person, None, "platformKey", 2, "hardware", True, tenant, "2026-02-10", "never", "2026-11-17 08:05",
                     identityProofingLevel=2) for person, (_, _, tenant) in w.people.items()]
    w.file("identity", "authenticator-assurance", records, "csv", minute=11, system="larkspur-directory", command="dirctl authenticators export")


def secrets(w):
    held = [("spire-issuer", w.issuer_credential, w.broker, w.platform, "85 days", "83 days", 4, "2026-09-28 09:00", "2026-12-18 09:00", "2026-12-20 09:00")]
    held += [(one["name"], "cred-" + one["name"], identifier, one["tenant"], "90 days", one["life"], 3, one["made"], one["next"], one["ends"])
             for identifier, one in w.connectors.items()]
    held += [(f"{server}-token", None, w.server_identity(server), w.servers[server], "15 minutes", "15 minutes", 1, NIGHT + " 05:45", NIGHT + " 06:00", NIGHT + " 06:00")
             for server, transport in w.transports.items() if transport == "http"]
    w.file("identity", "secret-store-metadata", [{
        "id": w.vault(name), "store": "vault.larkspur.example", "credential": credential, "identity": reader, "readers": [reader],
        "consumers": [reader], "owner": w.owner, **w.place(tenant), "plaintext": False, "rotationEnabled": True, "rotationInterval": interval,
        "lifetime": lifetime, "versionCount": count, "basis": "configured", "createdAt": t("2026-01-12 09:00"), "changedAt": t(rotated),
        "rotatedAt": t(rotated), "nextRotationAt": t(following), "expiresAt": t(expires), "lastReadAt": t("2026-11-17 16:20"), "deletedAt": "never"}
        for name, credential, reader, tenant, interval, lifetime, count, rotated, following, expires in held],
        minute=12, system="vault.larkspur.example", command="vault kv metadata get -format=json", proof="ownExport")
    rotations = [("spire-issuer", w.issuer_credential, w.broker, "schedule", True, w.broker, w.platform, *times) for times in [
        ("2026-04-12", "2026-04-10 09:00", "2026-04-10 15:00"), ("2026-07-09", "2026-07-05 09:00", "2026-07-05 15:00"),
        ("2026-10-03", "2026-09-28 09:00", "2026-09-28 15:00")]]
    rotations += [("federation-" + one["vendor"], "cred-" + one["vendor"], client, "schedule", True, w.broker, w.platform, *times)
                  for client, one in w.clients.items() for times in [
                      ("2026-09-12", "2026-09-10 09:00", "2026-09-10 09:30"), ("2026-10-12", "2026-10-10 09:00", "2026-10-10 09:30"),
                      ("2026-11-12", "2026-11-10 09:00", "2026-11-10 09:30")]]
    rotations += [(one["name"], "cred-" + one["name"], identifier, "manual", False, w.person("platform-engineer"), one["tenant"], *times)
                  for identifier, one in w.connectors.items() for times in one["rotations"]]
    w.file("identity", "rotation-record", [{
        "id": f"rot-{w.letter.lower()}-{number:02d}", "credential": credential, "secret": None if name.startswith("federation-") else w.vault(name), "identity": identity,
        "trigger": trigger, "automated": automated, "consumers": [identity], "consumersUpdated": [identity], "performedBy": by,
        "outcome": "complete", **w.place(tenant), "dueAt": t(due), "newLiveAt": t(live), "oldDeadAt": t(dead)}
        for number, (name, credential, identity, trigger, automated, by, tenant, due, live, dead) in enumerate(rotations, 1)],
        "csv", minute=13, system="vault.larkspur.example", command="vault audit log, rotation events", period=("2025-11-18", NIGHT), proof="ownExport")


def reviews(w):
    """The review of the quarter: every tool, right, consent, identity and agent, decided and carried out."""
    records = []
    def review(kind, target, tenant, reason, **more):
        records.append({"id": f"rev-{w.letter.lower()}-{len(records) + 1:03d}", "campaign": "2026-Q4", "targetKind": kind, "target": target,
                        **more, "reviewer": w.person("security-approver"), "decision": "keep", "reason": reason, **w.place(tenant),
                        "dueAt": t("2026-10-31"), "decidedAt": t("2026-10-20 09:00"), "executedAt": t("2026-10-20 09:00")})
    for tool, each in w.tools.items():
        review("tool", tool, w.servers[each["server"]], "version and digest unchanged", tool=tool)
    for right in w.entitlements:
        review("entitlement", right["id"], right["tenant"], "used in the quarter", entitlement=right["id"], identity=right["holder"])
    for agent, each in w.agents.items():
        review("agent", agent, each["tenant"], "behaviour of the quarter read with the traces", agent=agent, identity=w.agent_identity(agent))
    for agent in w.agents:
        for identity, (tenant, name, *_) in w.workloads.items():
            if identity in w.chain_of(agent):
                review("path", f"{agent}>{name}", tenant, "owner of the agent and of the identity agree", agent=agent, identity=identity)
        for identifier, one in w.connectors.items():
            review("path", f"{agent}>{one['name']}", one["tenant"], "owner of the agent and of the identity agree", agent=agent, identity=identifier)
    for client, one in w.clients.items():
        review("grant", "grant-" + one["vendor"], w.platform, "in use, no wider than approved", grant="grant-" + one["vendor"], identity=client)
    for identity, (tenant, *_) in w.workloads.items():
        review("identity", identity, tenant, "in use", identity=identity)
    for person, (_, _, tenant) in w.people.items():
        review("identity", person, tenant, "still in the role", identity=person)
    for finding, entitlement in w.findings.items():
        review("finding", finding, w.platform, "the right was narrowed, and confirmed as it is now", finding=finding, entitlement=entitlement)
    w.review_of = {record["target"]: record["id"] for record in records}
    w.file("registers", "access-review-record", records, "csv", minute=16, system="identity-governance", command="idctl reviews export",
           proof="ownExport")
