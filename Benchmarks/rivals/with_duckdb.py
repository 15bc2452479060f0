"""DuckDB. The way `plain` loads what it infers and asks one question after the other; else one pass
over the log with the columns named, as somebody would write it who knows DuckDB."""

import os

import duckdb

from workload import NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE, main

TEXT = "VARCHAR"


def connect():
    database = duckdb.connect()
    database.execute(f"SET threads = {os.cpu_count()}")
    return database


def read(path, columns):
    fields = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    form = "newline_delimited" if path.endswith(".jsonl") else "array"
    return f"read_json('{path}', format = '{form}', columns = {{{fields}}})"


def texts(*names):
    return {name: TEXT for name in names}


NOT_REVOKED = "('never', 'notRecorded')"

QUESTIONS = {
    "LOG-1": "c LEFT JOIN identities i ON c.actor = i.id WHERE i.owner IS NULL",
    "LOG-2": """c LEFT JOIN agents a ON c.agent = a.id
        WHERE a.id IS NULL OR NOT list_contains(a.tools, c.tool)""",
    "LOG-3": """c LEFT JOIN credentials k ON c.credential = k.id
        WHERE k.id IS NULL OR c.startedAt >= try_cast(k.revokedAt AS TIMESTAMP)""",
    "LOG-4": "c WHERE tenant IS NULL OR resourceTenant IS DISTINCT FROM tenant",
    "LOG-5": """c LEFT JOIN tools t ON c.tool = t.id LEFT JOIN decisions d ON c.decision = d.id
        WHERE c.result <> 'denied' AND t.highImpact IS DISTINCT FROM false
        AND (d.id IS NULL OR d.effect <> 'allow' OR d.decidedAt > c.startedAt)""",
}


def calls_plain(files):
    database = connect()
    for name, path in files.items():
        database.execute(f"CREATE TABLE {name} AS SELECT * FROM read_json_auto('{path}')")
    counts = [
        database.execute(f"SELECT count(*) FROM calls {rest}").fetchone()[0]
        for rest in QUESTIONS.values()
    ]
    reuse = """SELECT count(*) FROM (SELECT credential FROM calls WHERE credential IS NOT NULL
        GROUP BY credential HAVING count(DISTINCT agent) > 1)"""
    return counts + [database.execute(reuse).fetchone()[0]]


def calls(files, way):
    if way == "plain":
        return calls_plain(files)
    log = texts("agent", "actor", "credential", "tool", "resourceTenant", "decision", "tenant",
                "result", "startedAt")
    decisions = read(files["decisions"], texts("id", "effect", "decidedAt"))
    query = f"""
      WITH judged AS (
        SELECT c.credential, c.agent,
          i.owner IS NULL AS q1,
          a.id IS NULL OR NOT list_contains(a.tools, c.tool) AS q2,
          k.id IS NULL OR (k.revokedAt NOT IN {NOT_REVOKED} AND c.startedAt >= k.revokedAt) AS q3,
          c.tenant IS NULL OR c.resourceTenant IS DISTINCT FROM c.tenant AS q4,
          c.result <> 'denied' AND t.highImpact IS DISTINCT FROM false
            AND (d.id IS NULL OR d.effect <> 'allow' OR d.decidedAt > c.startedAt) AS q5
        FROM {read(files["calls"], log)} c
        LEFT JOIN {read(files["identities"], texts("id", "owner"))} i ON c.actor = i.id
        LEFT JOIN {read(files["agents"], texts("id") | {"tools": "VARCHAR[]"})} a
          ON c.agent = a.id
        LEFT JOIN {read(files["credentials"], texts("id", "revokedAt"))} k ON c.credential = k.id
        LEFT JOIN {read(files["tools"], texts("id") | {"highImpact": "BOOLEAN"})} t
          ON c.tool = t.id
        LEFT JOIN {decisions} d ON c.decision = d.id
      ), pairs AS (
        SELECT credential, agent, count_if(q1) q1, count_if(q2) q2, count_if(q3) q3,
          count_if(q4) q4, count_if(q5) q5
        FROM judged GROUP BY credential, agent
      ), credentials AS (
        SELECT credential, count(*) AS agents, sum(q1) q1, sum(q2) q2, sum(q3) q3, sum(q4) q4,
          sum(q5) q5
        FROM pairs GROUP BY credential
      )
      SELECT sum(q1), sum(q2), sum(q3), sum(q4), sum(q5),
        count_if(credential IS NOT NULL AND agents > 1)
      FROM credentials"""
    database = connect()
    database.execute("SET preserve_insertion_order = false")
    return database.execute(query).fetchone()


def identities(files, way):
    database = connect()
    if way == "plain":
        for name, path in files.items():
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM read_json_auto('{path}')")
        sources = {name: name for name in files}
    else:
        database.execute("SET preserve_insertion_order = false")
        sources = {
            "identities": read(
                files["identities"], texts("status", "owner", "environment", "lastUsedAt")
            ),
            "credentials": read(
                files["credentials"],
                texts("status", "lifetimeClass", "createdAt", "rotatedAt", "expiresAt",
                      "lastUsedAt"),
            ),
            "grants": read(
                files["grants"],
                texts("status") | {"tenantWide": "BOOLEAN", "publisherVerified": "BOOLEAN"},
            ),
        }

    # A moment is a time or a word; text in this one form sorts as the times do.
    def time(name):
        return f"CASE WHEN {name}::VARCHAR LIKE '2%' THEN {name} END"

    ninety, sixty = NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE
    if way == "plain":
        def time(name):  # noqa: F811
            return f"try_cast({name} AS TIMESTAMP)"

        ninety, sixty = (text.replace("Z", "") for text in (ninety, sixty))
    identity = database.execute(f"""
      SELECT count_if(owner IS NULL),
        count_if(status = 'enabled' AND NOT coalesce({time("lastUsedAt")} > '{ninety}', false)),
        count_if(environment IS NULL),
        count_if(lastUsedAt IS NULL OR lastUsedAt = 'notRecorded')
      FROM {sources["identities"]}""").fetchone()
    credential = database.execute(f"""
      SELECT
        count_if(coalesce(coalesce({time("rotatedAt")}, {time("createdAt")}) < '{ninety}', true)),
        count_if({time("expiresAt")} IS NULL),
        count_if(coalesce(lifetimeClass = 'static', false) AND {time("rotatedAt")} IS NULL),
        count_if(NOT coalesce({time("lastUsedAt")} > '{sixty}', false))
      FROM {sources["credentials"]} WHERE status = 'active'""").fetchone()
    grant = database.execute(f"""
      SELECT count(*) FROM {sources["grants"]}
      WHERE status = 'active' AND tenantWide AND publisherVerified IS DISTINCT FROM true
      """).fetchone()
    return [*identity[:2], *credential, *grant, *identity[2:]]


if __name__ == "__main__":
    main(calls, identities)
