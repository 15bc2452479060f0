"""SQLite through Python: lines in, fields out by json_extract, indices on the keys, then SQL."""

import sqlite3

from workload import NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE, main


def load(database, name, path, fields):
    database.execute("CREATE TEMP TABLE raw (line TEXT)")
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            database.executemany("INSERT INTO raw VALUES (?)", ((line,) for line in file))
        else:
            database.execute("INSERT INTO raw VALUES (?)", (file.read(),))
    source = "raw" if path.endswith(".jsonl") else "(SELECT value AS line FROM raw, json_each(line))"
    columns = ", ".join(f"json_extract(line, '$.{field}') AS {field}" for field in fields)
    database.execute(f"CREATE TABLE {name} AS SELECT {columns} FROM {source}")
    database.execute("DROP TABLE raw")
    if "id" in fields:
        database.execute(f"CREATE INDEX {name}_id ON {name} (id)")


def calls(files, way):
    database = sqlite3.connect(":memory:")
    load(database, "identities", files["identities"], ["id", "owner"])
    load(database, "agents", files["agents"], ["id", "tools"])
    load(database, "credentials", files["credentials"], ["id", "revokedAt"])
    load(database, "tools", files["tools"], ["id", "highImpact"])
    load(database, "decisions", files["decisions"], ["id", "effect", "decidedAt"])
    load(database, "calls", files["calls"], [
        "agent", "actor", "credential", "tool", "resourceTenant", "decision", "tenant", "result",
        "startedAt",
    ])
    database.execute("CREATE TABLE allowed (agent, tool, PRIMARY KEY (agent, tool)) WITHOUT ROWID")
    database.execute(
        "INSERT INTO allowed SELECT agents.id, value FROM agents, json_each(agents.tools)"
    )
    questions = [
        """SELECT count(*) FROM calls c LEFT JOIN identities i ON c.actor = i.id
           WHERE i.owner IS NULL""",
        """SELECT count(*) FROM calls c LEFT JOIN allowed a ON c.agent = a.agent AND c.tool = a.tool
           WHERE a.agent IS NULL""",
        """SELECT count(*) FROM calls c LEFT JOIN credentials k ON c.credential = k.id
           WHERE k.id IS NULL OR (k.revokedAt NOT IN ('never', 'notRecorded')
             AND c.startedAt >= k.revokedAt)""",
        "SELECT count(*) FROM calls WHERE tenant IS NULL OR resourceTenant IS NOT tenant",
        """SELECT count(*) FROM calls c LEFT JOIN tools t ON c.tool = t.id
             LEFT JOIN decisions d ON c.decision = d.id
           WHERE c.result <> 'denied' AND t.highImpact IS NOT 0
             AND (d.id IS NULL OR d.effect <> 'allow' OR d.decidedAt > c.startedAt)""",
        """SELECT count(*) FROM (SELECT 1 FROM calls WHERE credential IS NOT NULL
           GROUP BY credential HAVING min(agent) <> max(agent))""",
    ]
    return [database.execute(question).fetchone()[0] for question in questions]


def identities(files, way):
    database = sqlite3.connect(":memory:")
    load(database, "identities", files["identities"],
         ["status", "owner", "environment", "lastUsedAt"])
    load(database, "credentials", files["credentials"],
         ["status", "lifetimeClass", "createdAt", "rotatedAt", "expiresAt", "lastUsedAt"])
    load(database, "grants", files["grants"], ["status", "tenantWide", "publisherVerified"])

    def time(name):
        return f"CASE WHEN {name} LIKE '2%' THEN {name} END"

    identity = database.execute(f"""
      SELECT sum(owner IS NULL),
        sum(status = 'enabled' AND NOT ifnull({time("lastUsedAt")} > '{NINETY_DAYS_BEFORE}', 0)),
        sum(environment IS NULL), sum(ifnull(lastUsedAt, 'notRecorded') = 'notRecorded')
      FROM identities""").fetchone()
    credential = database.execute(f"""
      SELECT sum(ifnull(ifnull({time("rotatedAt")}, createdAt) < '{NINETY_DAYS_BEFORE}', 1)),
        sum({time("expiresAt")} IS NULL),
        sum(ifnull(lifetimeClass, '') = 'static' AND {time("rotatedAt")} IS NULL),
        sum(NOT ifnull({time("lastUsedAt")} > '{SIXTY_DAYS_BEFORE}', 0))
      FROM credentials WHERE status = 'active'""").fetchone()
    grant = database.execute("""
      SELECT count(*) FROM grants
      WHERE status = 'active' AND tenantWide = 1 AND publisherVerified IS NOT 1""").fetchone()
    return [*identity[:2], *credential, *grant, *identity[2:]]


if __name__ == "__main__":
    main(calls, identities)
