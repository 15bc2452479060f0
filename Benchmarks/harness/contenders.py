"""Who is measured, and how each is called."""

import json
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

AS_OF = "2026-11-20T09:00:00Z"


@dataclass(frozen=True)
class Contender:
    """One way to answer the questions; `package` is what it needs beside the files of this folder."""

    name: str
    script: str = ""
    way: str = ""
    package: str = ""
    families: tuple = ("calls", "identities")
    note: str = ""


CONTENDERS = [
    Contender("ours", note="complete `controls test`: digests checked, findings with place, reports"),
    Contender("DuckDB, by hand", "with_duckdb.py", "", "duckdb", note="columns named, one pass"),
    Contender("DuckDB, as it comes", "with_duckdb.py", "plain", "duckdb"),
    Contender("Polars, lazy", "with_polars.py", "", "polars", note="columns named, streaming"),
    Contender("Polars, as it comes", "with_polars.py", "plain", "polars"),
    Contender("SQLite", "with_sqlite.py", note="Python's own, in memory"),
    Contender("Python, orjson", "with_python.py", "orjson", "orjson"),
    Contender("Python, json", "with_python.py"),
    Contender("jq", "with_jq.py", package="jq"),
    Contender("Rego (rego-cpp)", "with_rego.py", "", "regopy", ("calls",), "one query a call"),
]


@dataclass(frozen=True)
class Workload:
    """Evidence on disk with its known answers."""

    family: str
    size: int
    folder: Path

    @property
    def answers(self):
        return json.loads((self.folder / "answers.json").read_text())

    @property
    def files(self):
        return sorted(path for path in (self.folder / "evidence").rglob("*") if path.is_file())

    @property
    def bytes(self):
        return sum(path.stat().st_size for path in self.files)

    def warm(self):
        """Reads everything once, so that no contender waits for the disk."""
        for path in self.files:
            with open(path, "rb") as file:
                while file.read(1 << 24):
                    pass


class Tools:
    """The binaries, the rivals' Python and the data."""

    def __init__(self, root, data):
        self.root = root
        self.data = data
        self.binary = root / ".build/release/benchmark-controls"
        self.generator = root / ".build/release/benchmark-data"
        self.python = data / "venv/bin/python"

    def build(self):
        for product in ["benchmark-controls", "benchmark-data"]:
            command = ["swift", "build", "-c", "release", "--product", product]
            subprocess.run(command, cwd=self.root, check=True)

    def install_rivals(self):
        """Makes a Python of the benchmark's own; where the packages cannot be had, goes on without."""
        if not self.python.exists():
            venv.create(self.data / "venv", with_pip=True)
        wanted = self.root / "Benchmarks/requirements.txt"
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "-r", wanted]).returncode != 0:
            print("rivals that need a package are left out", file=sys.stderr)

    def workload(self, family, size, faults=1):
        suffix = f"-faults-{faults}" if faults != 1 else ""
        folder = self.data / f"data/{family}-{size}{suffix}"
        if not (folder / "answers.json").exists():
            command = [self.generator, family, str(size), folder, "--faults", str(faults)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return Workload(family, size, folder)

    def version(self, contender):
        """What is measured, or `None` where it is not installed."""
        if contender.name == "ours":
            commit = ["git", "-C", self.root, "describe", "--always", "--dirty"]
            return subprocess.run(commit, capture_output=True, text=True).stdout.strip()
        if contender.package == "jq":
            if not shutil.which("jq"):
                return None
            return subprocess.run(["jq", "--version"], capture_output=True, text=True).stdout.strip()
        code = "import sys, sqlite3; print(sys.version.split()[0], sqlite3.sqlite_version)"
        if contender.package:
            code = f"import importlib.metadata as m; print(m.version('{contender.package}'))"
        done = subprocess.run([self.python, "-c", code], capture_output=True, text=True)
        if done.returncode != 0:
            return None
        python, *sqlite = done.stdout.split()
        if contender.package:
            return f"{contender.package} {python}"
        return f"SQLite {sqlite[0]}" if contender.name == "SQLite" else f"Python {python}"

    def command(self, contender, workload):
        if contender.name == "ours":
            return [
                self.binary, "test", "--quiet", "--evidence", workload.folder / "evidence",
                "--policy", self.root / "Benchmarks/policy.yaml", "--as-of", AS_OF,
                "--reports", workload.folder / "reports",
            ]
        script = self.root / "Benchmarks/rivals" / contender.script
        way = [contender.way] if contender.way else []
        return [self.python, script, workload.family, workload.folder, *way]

    def environment(self):
        return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

    def counts(self, contender, workload, output):
        """The answers of a run."""
        if contender.name != "ours":
            return json.loads(output)
        results = json.loads((workload.folder / "reports/results.json").read_text())
        return {
            control["control"]: control["findingCount"]
            for control in results["subjects"][0]["controls"]
            if control["outcome"] != "notApplicable"
        }
