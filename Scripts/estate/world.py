"""What the scripts know of an agent platform before they write evidence about it: its people, agents, tools and places.

A story (orchard_agents.py, wrenfield_intake.py) makes one World and hands it to the platform_*.py modules, each of which
writes the evidence of one family. Names that several modules need are worked out here, once.
"""
import random

from kit import at, digest

NIGHT = "2026-11-18"  # the day on which the estate's evidence was collected


class World:
    """One agent platform. `given` holds what a story says; the rest follows from it."""

    def __init__(self, subject, **given):
        self.S = subject
        self.__dict__.update(given)
        self.gateway, self.broker = self.spiffe("platform/tool-gateway"), self.spiffe("platform/token-broker")
        self.workloads = {self.agent_identity(agent): (each["tenant"], agent, each["purpose"], self.owner)
                          for agent, each in self.agents.items()}
        self.workloads |= {self.server_identity(name): (tenant, name, f"Serves the tools of {name}", self.owner)
                           for name, tenant in self.servers.items()}
        self.workloads |= {self.gateway: (self.platform, "tool-gateway", "Decides on and forwards each tool call", self.owner),
                           self.broker: (self.platform, "token-broker", "Issues one credential for each task", self.owner)}
        self.workloads |= {self.probe(tenant): (tenant, "isolation-probe-" + self.short(tenant), "Tests the tenant boundary", self.security)
                           for tenant in self.tested}
        self.bundle = digest(f"{self.system} policy bundle {self.revision}")
        self.build = digest(f"{self.system} build {self.version}")
        self.chance = random.Random(self.seed)
        self.decisions, self.approvals, self.issuances, self.delegations, self.data_events = [], [], [], [], []
        self.token_credentials, self.used, self.messages, self.memory_writes = [], {}, [], []

    # -- Names ---------------------------------------------------------------------------------

    @property
    def system(self):
        return self.S.id

    @property
    def period(self):
        """What the platform's own logs cover."""
        return (self.first[:10] if self.covers is None else self.covers, NIGHT)

    @property
    def services(self):
        return [self.system, "tool-gateway", "token-broker", *self.servers] if self.agents else [self.system]

    def id(self, kind, rest):
        """An id of this world: `id("APR", "pilot")` is APR-O-pilot."""
        return f"{kind}-{self.letter}-{rest}"

    def short(self, tenant):
        return tenant.rsplit("-", 1)[1]

    def spiffe(self, path):
        return f"spiffe://{self.domain}/{path}"

    def agent_identity(self, agent):
        return self.spiffe(f"tenant/{self.agents[agent]['tenant']}/agent/{agent}")

    def server_identity(self, name):
        return self.spiffe(f"tenant/{self.servers[name]}/tool-server/{name}")

    def probe(self, tenant):
        return self.spiffe(f"tenant/{tenant}/probe/isolation")

    def reached_servers(self, agent):
        """The tool servers that an agent reaches, itself or through the agent it hands work to."""
        found = {self.tools[tool]["server"] for tool in self.agents[agent]["tools"]}
        hand = self.agents[agent].get("hands_to")
        return found | (self.reached_servers(hand["to"]) if hand else set())

    def reach_tools(self, agent):
        hand = self.agents[agent].get("hands_to")
        return list(dict.fromkeys(self.agents[agent]["tools"] + (self.reach_tools(hand["to"]) if hand else [])))

    def reach_scopes(self, agent):
        """What may be done with what an agent reaches: by its tools, with the rights of their servers and connectors."""
        servers = self.reached_servers(agent)
        found = {each["scope"] for each in self.tools.values() if each["server"] in servers}
        return sorted(found | {one["action"] for one in self.connectors.values() if one["server"] in servers})

    def reach_resources(self, agent):
        servers = self.reached_servers(agent)
        found = {each["resource"] for each in self.tools.values() if each["server"] in servers}
        return sorted(found | {one["resource"] for one in self.connectors.values() if one["server"] in servers})

    def chain_of(self, agent):
        """The identities that an agent may act through: its own, its tools', and those of whom it hands work to."""
        found = {self.agent_identity(agent)} | {self.server_identity(self.tools[tool]["server"]) for tool in self.agents[agent]["tools"]}
        hand = self.agents[agent].get("hands_to")
        return found | (self.chain_of(hand["to"]) if hand else set())

    def connector_of(self, client):
        return self.spiffe("platform/connector/" + self.clients[client]["vendor"])

    def credential_of(self, identity):
        return "svid-" + self.workloads[identity][1]

    def image(self, name):
        return f"{self.registry}/{name}@sha256:{digest('image ' + name)}"

    def scopes_of(self, agent):
        return list(dict.fromkeys(self.tools[tool]["scope"] for tool in self.agents[agent]["tools"]))

    def resources_of(self, agent):
        return sorted({self.tools[tool]["resource"] for tool in self.agents[agent]["tools"]})

    def memory_of(self, agent):
        """The vector store that an agent remembers in, or None."""
        return self.agents[agent].get("memory")

    def tenant_of_store(self, store):
        return self.assets[store]

    # -- Parts that records share ---------------------------------------------------------------

    def place(self, tenant):
        return {"tenant": tenant, "environment": self.env}

    def file(self, place, kind, records, form="yaml", *, minute, system, command=None, **more):
        """A canonical file collected on the night of the story, at a minute after six."""
        collected = more.pop("collected", f"{NIGHT} 06:{minute:02d}")
        # What the buyer exports is the buyer's own; the rest is whatever the story's product is to the buyer.
        given = {} if "proof" in more else self.export
        self.S.canonical(place, kind, records, form, collected=collected, system=system, command=command, **given, **more)

    @property
    def vendors(self):
        """The supplier of the product first, where it is bought, and then all others."""
        return list(dict.fromkeys(([self.vendor] if self.vendor else []) + [one["vendor"] for one in self.clients.values()]))

    def people_of(self, *roles):
        return [person for person, (role, _, _) in self.people.items() if role in roles]

    def person(self, role):
        found = self.people_of(role)
        if not found:
            raise SystemExit(f"{self.system}: nobody is {role}")
        return found[0]

    def moment(self, text):
        return at(text)
