"""The five questions of `controls reach --graph`, answered by DuckDB with recursive queries.

    python graph_duckdb.py GRAPH.jsonl > ANSWERS.json
"""

import json
import sys

import duckdb

LOAD = """
create table lines as select * from read_json(?, format='newline_delimited', columns={
  record:'varchar', id:'varchar', kind:'varchar', owner:'varchar', tenant:'varchar',
  administrator:'boolean', "from":'varchar', "to":'varchar', traversable:'boolean'});
create table names as select id as name, row_number() over (order by first) - 1 as node from (
  select id, min(first) as first from (
    select id, rowid * 2 as first from lines where record = 'Node'
    union all select "from", rowid * 2 from lines where record is null
    union all select "to", rowid * 2 + 1 from lines where record is null) group by id);
create table nodes as select node, name, kind, owner, tenant, coalesce(administrator, false) as power
  from lines join names on name = id where record = 'Node';
create table edges as select distinct a.node as s, b.node as t from lines
  join names a on a.name = "from" join names b on b.name = "to"
  where record is null and traversable and a.node <> b.node;
drop table lines;
"""
REACH = """
create table reach as with recursive r(start, node) as (
  select node, node from nodes where kind in ('agent', 'credential')
  union select r.start, t from r join edges on s = r.node)
  select start, node from r where start <> node
"""
STEPS = """
create table steps as with recursive w(node, n) using key (node) as (
  select node, 0 from nodes where power
  union select s, min(n) + 1 from w join edges on t = w.node
    where not exists (select 1 from recurring.w as old where old.node = s) group by s)
  select node, n from w
"""
AGENTS = """
select a.name, count(r.node),
  count(distinct case when o.tenant <> a.tenant then o.tenant end), any_value(n)
from nodes a left join reach r on r.start = a.node left join nodes o on o.node = r.node
  left join steps on steps.node = a.node
where a.kind = 'agent' group by a.node, a.name order by a.node
"""
CREDENTIALS = """
select a.name, count(r.node) from nodes a left join reach r on r.start = a.node
where a.kind = 'credential' group by a.node, a.name order by a.node
"""
ORPHANS = """
select name from nodes where owner is null
  and kind in ('agent', 'tool', 'credential', 'secret', 'identity') order by node
"""


def main():
    connection = duckdb.connect()
    connection.execute("set preserve_insertion_order = true")
    for part in LOAD.split(";\n"):
        if part.strip():
            connection.execute(part, [sys.argv[1]] if "?" in part else None)
    connection.execute(REACH)
    connection.execute(STEPS)
    agents = connection.execute(AGENTS).fetchall()
    credentials = connection.execute(CREDENTIALS).fetchall()
    orphans = connection.execute(ORPHANS).fetchall()
    json.dump(
        {
            "agents": [
                {"name": name, "reach": reach, "otherTenants": others, "stepsToAdministrator": steps}
                for name, reach, others, steps in agents
            ],
            "credentials": [{"name": name, "reach": reach} for name, reach in credentials],
            "orphans": [name for (name,) in orphans],
        },
        sys.stdout,
    )


main()
