"""Plain Python: read a line, look it up in dictionaries. The way `orjson` reads with that package."""

import json
from collections import defaultdict

from workload import NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE, main


def reader(way):
    if way == "orjson":
        import orjson

        return orjson.loads
    return json.loads


def table(path, loads, key="id"):
    with open(path, "rb") as file:
        return {record[key]: record for record in loads(file.read())}


def calls(files, way):
    loads = reader(way)
    owners = {i: r.get("owner") for i, r in table(files["identities"], loads).items()}
    tools = {i: set(r["tools"]) for i, r in table(files["agents"], loads).items()}
    ends = {i: r.get("revokedAt") for i, r in table(files["credentials"], loads).items()}
    impact = {i: r.get("highImpact") for i, r in table(files["tools"], loads).items()}
    decisions = {}
    with open(files["decisions"], "rb") as file:
        for line in file:
            record = loads(line)
            decisions[record["id"]] = (record["effect"], record["decidedAt"])
    users = defaultdict(set)
    counts = [0] * 6
    with open(files["calls"], "rb") as file:
        for line in file:
            call = loads(line)
            agent, tool, start = call["agent"], call["tool"], call["startedAt"]
            credential = call.get("credential")
            if owners.get(call.get("actor")) is None:
                counts[0] += 1
            if tool not in tools.get(agent, ()):
                counts[1] += 1
            end = ends.get(credential, "")
            if end is not None and end not in ("never", "notRecorded") and start >= end:
                counts[2] += 1
            if call.get("tenant") is None or call.get("resourceTenant") != call["tenant"]:
                counts[3] += 1
            if call["result"] != "denied" and impact.get(tool) is not False:
                decision = decisions.get(call.get("decision"))
                if decision is None or decision[0] != "allow" or decision[1] > start:
                    counts[4] += 1
            if credential is not None:
                users[credential].add(agent)
    counts[5] = sum(len(agents) > 1 for agents in users.values())
    return counts


def instant(moment):
    return None if moment in (None, "never", "notRecorded") else moment


def identities(files, way):
    loads = reader(way)
    counts = [0] * 9
    with open(files["identities"], "rb") as file:
        for record in loads(file.read()):
            last = record.get("lastUsedAt")
            used = instant(last)
            counts[0] += record.get("owner") is None
            counts[1] += record["status"] == "enabled" and not (used and used > NINETY_DAYS_BEFORE)
            counts[7] += record.get("environment") is None
            counts[8] += last is None or last == "notRecorded"
    with open(files["credentials"], "rb") as file:
        for record in loads(file.read()):
            if record["status"] != "active":
                continue
            rotated = instant(record.get("rotatedAt"))
            changed = rotated or record.get("createdAt")
            used = instant(record.get("lastUsedAt"))
            counts[2] += changed is None or changed < NINETY_DAYS_BEFORE
            counts[3] += instant(record.get("expiresAt")) is None
            counts[4] += record.get("lifetimeClass") == "static" and rotated is None
            counts[5] += not (used and used > SIXTY_DAYS_BEFORE)
    with open(files["grants"], "rb") as file:
        for record in loads(file.read()):
            if record["status"] == "active" and record.get("tenantWide") is True:
                counts[6] += record.get("publisherVerified") is not True
    return counts


if __name__ == "__main__":
    main(calls, identities)
