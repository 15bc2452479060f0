"""The five questions of `controls reach --graph`, answered with a graph library for Python.

    python graph_python.py rustworkx|networkx|plain GRAPH.jsonl > ANSWERS.json

Reads the same lines, follows the same edges, and prints the same answers. Written as a good user would:
the library's own search for each question, sets only where it has none.
"""

import json
import sys
from collections import deque

try:
    from orjson import loads
except ImportError:
    from json import loads

OWNED = {"agent", "tool", "credential", "secret", "identity"}


def load(path):
    """Names, what records say of each, and the edges that give authority, as pairs of numbers."""
    numbers = {}
    records = {}
    pairs = []
    with open(path, "rb") as file:
        for line in file:
            record = loads(line)
            if record.get("record") == "Node":
                number = numbers.setdefault(record["id"], len(numbers))
                records.setdefault(number, record)
            elif record["traversable"]:
                start = numbers.setdefault(record["from"], len(numbers))
                end = numbers.setdefault(record["to"], len(numbers))
                if start != end:
                    pairs.append((start, end))
    return list(numbers), records, pairs


class RustworkX:
    def __init__(self, count, pairs):
        import rustworkx

        self.engine = rustworkx
        self.graph = rustworkx.PyDiGraph()
        self.graph.add_nodes_from(range(count))
        self.graph.add_edges_from_no_data(pairs)

    def descendants(self, node):
        return self.engine.descendants(self.graph, node)

    def steps_to(self, ends):
        """The steps from each node to the nearest of some ends: one source behind all of them."""
        source = self.graph.add_node(None)
        self.graph.add_edges_from_no_data([(end, source) for end in ends])
        self.graph.reverse()
        lengths = self.engine.digraph_dijkstra_shortest_path_lengths(self.graph, source, lambda _: 1.0)
        return {node: int(length) - 1 for node, length in lengths.items()}


class NetworkX:
    def __init__(self, count, pairs):
        import networkx

        self.engine = networkx
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(range(count))
        self.graph.add_edges_from(pairs)

    def descendants(self, node):
        return self.engine.descendants(self.graph, node)

    def steps_to(self, ends):
        backward = self.graph.reverse(copy=False)
        lengths = self.engine.multi_source_dijkstra_path_length(backward, set(ends))
        return {node: int(length) for node, length in lengths.items()}


class Plain:
    def __init__(self, count, pairs):
        self.next = [[] for _ in range(count)]
        self.before = [[] for _ in range(count)]
        for start, end in pairs:
            self.next[start].append(end)
            self.before[end].append(start)

    def descendants(self, node):
        seen = {node}
        queue = [node]
        for current in queue:
            for end in self.next[current]:
                if end not in seen:
                    seen.add(end)
                    queue.append(end)
        seen.discard(node)
        return seen

    def steps_to(self, ends):
        steps = dict.fromkeys(ends, 0)
        queue = deque(ends)
        while queue:
            current = queue.popleft()
            for start in self.before[current]:
                if start not in steps:
                    steps[start] = steps[current] + 1
                    queue.append(start)
        return steps


def main():
    library = {"rustworkx": RustworkX, "networkx": NetworkX, "plain": Plain}[sys.argv[1]]
    names, records, pairs = load(sys.argv[2])
    graph = library(len(names), pairs)
    tenants = [records.get(number, {}).get("tenant") for number in range(len(names))]
    agents = []
    credentials = []
    for number, record in sorted(records.items()):
        if record["kind"] == "agent":
            reached = graph.descendants(number)
            own = tenants[number]
            others = {tenants[node] for node in reached} - {own, None} if own else set()
            agents.append((number, len(reached), len(others)))
        elif record["kind"] == "credential":
            credentials.append((number, len(graph.descendants(number))))
    powers = [number for number, record in records.items() if record.get("administrator")]
    steps = graph.steps_to(powers)
    orphans = [
        number for number, record in sorted(records.items())
        if record["kind"] in OWNED and "owner" not in record
    ]
    json.dump(
        {
            "agents": [
                {"name": names[n], "reach": reach, "otherTenants": others,
                 "stepsToAdministrator": steps.get(n)}
                for n, reach, others in agents
            ],
            "credentials": [{"name": names[n], "reach": reach} for n, reach in credentials],
            "orphans": [names[n] for n in orphans],
        },
        sys.stdout,
    )


main()
