"""What people sign about a subject: statements.json lists each statement by subject, with what it is about.

A row has the statement's name and sentence as the catalogue asks for it, the roles that may sign, the duty the signer
answers for, and the topics of the document it rests on. Here each gets a signer who holds such a role, and a document of
the policy register on such a topic; the role register, the responsibility matrix and the policy register take what that
needs from here.
"""
import json
import pathlib

LIST = json.loads((pathlib.Path(__file__).parent / "statements.json").read_text())

# Who holds a role that a statement asks for, by a word in the role's name; the first that fits.
HOLDERS = [("privacy", "data-protection-officer"), ("data-protection", "data-protection-officer"), ("data", "data-protection-officer"),
           ("ciso", "security-approver"), ("security", "security-approver"), ("detection", "security-approver"), ("control", "security-approver"),
           ("vendor", "platform-lead"), ("supplier", "platform-lead"), ("procurement", "budget-owner"), ("finance", "budget-owner"), ("budget", "budget-owner"),
           ("risk", "chief-risk-officer"), ("executive", "chief-risk-officer"), ("board", "chief-risk-officer"), ("legal", "chief-risk-officer"),
           ("ai", "ai-governance-lead"), ("model", "ai-governance-lead"), ("people", "ai-governance-lead"), ("human", "ai-governance-lead"),
           ("incident", "platform-lead"), ("service", "platform-lead"), ("platform", "platform-lead"), ("system", "platform-lead"), ("product", "platform-lead"),
           ("operations", "platform-engineer"), ("engineer", "platform-engineer"), ("facility", "platform-engineer")]


def of(system):
    return LIST.get(system, [])


def signer(w, row):
    """The person who signs, and the role in which."""
    own = {role: person for person, (role, _, _) in w.people.items() if w.party(w.people[person][1]) == "customer"}
    for role in row["roles"]:
        if role in own and row["target"] == w.system:
            return own[role], role
    if row.get("owner"):
        return row["owner"], row["ownerRole"]
    if row["target"] != w.system:
        # The owner's own word: of the team that owns the agents, the stores and the suppliers.
        return own["platform-lead"], row["roles"][0] if row["roles"] else "platform-lead"
    if not row["roles"]:
        # The owner's own word: of the team that owns the agents, the stores and the suppliers.
        return own["platform-lead"], "platform-lead"
    wanted = row["roles"][0]
    for word, role in HOLDERS:
        if word in wanted.split("-") or word == wanted:
            return own[role], wanted
    return own["chief-risk-officer"], wanted


def roles(w):
    """Rows of the role register: (person, role) for roles that people hold beside their own."""
    own = {(person, role) for person, (role, _, _) in w.people.items()}
    return sorted({signer(w, row) for row in of(w.system)} - own)


def duties(w):
    """Duties that signers answer for: (duty, scope, person, role)."""
    return sorted({(row["duty"], w.system, *signer(w, row)) for row in of(w.system) if row.get("duty")})


def topics(system):
    """The topics that statements rest on, the first of each."""
    return sorted({row["topics"][0] for row in of(system) if row["topics"]})
