"""jq. The log streams through it; the decisions and registers are held."""

import json
import subprocess
from pathlib import Path

from workload import NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE, main

HERE = Path(__file__).parent


def run(program, files, *words):
    command = ["jq", "-n", "-f", str(HERE / program)]
    for name, path in files.items():
        if name != "calls":
            command += ["--slurpfile", name, path]
    output = subprocess.run([*command, *words], check=True, capture_output=True).stdout
    return list(json.loads(output).values())


def calls(files, way):
    return run("calls.jq", files, files["calls"])


def identities(files, way):
    limits = ["--arg", "ninety", NINETY_DAYS_BEFORE, "--arg", "sixty", SIXTY_DAYS_BEFORE]
    return run("identities.jq", files, *limits)


if __name__ == "__main__":
    main(calls, identities)
