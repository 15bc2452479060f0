"""Runs contenders in turn on one workload: wall time, processor time and peak memory of each process."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class Runs:
    """What came of one contender on one workload."""

    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    megabytes: list = field(default_factory=list)
    problem: str = ""

    @property
    def median(self):
        return statistics.median(self.seconds)


@dataclass
class Block:
    """All contenders on one workload."""

    workload: object
    runs: dict
    versions: dict
    differences: list


def run(command, environment, folder, limit):
    """Runs a command; returns what it printed, its times and peak memory, or the reason it has none."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command], stdout=output, stderr=errors, cwd=folder,
            env=environment, start_new_session=True,
        )
        stopped = False
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() - start > limit and not stopped:
                os.killpg(child.pid, signal.SIGKILL)
                stopped = True
            time.sleep(0.0005)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if stopped:
            return None, None, f"over {limit:g} s"
        # 0 approve, 1 deny, 2 hold: each is an answer.
        if child.returncode not in (0, 1, 2) or errors.read(1) and child.returncode != 0:
            errors.seek(0)
            print(errors.read().decode(errors="replace"), file=sys.stderr)
            return None, None, "failed"
        numbers = (seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
        return output.read().decode(), numbers, ""


def measure(workload, contenders, tools, count, limit, slow):
    """Runs every contender so many times, in turn, so that a busy minute hits all alike."""
    workload.warm()
    wanted = workload.answers["counts"]
    runs = {c.name: Runs() for c in contenders if workload.family in c.families}
    versions = {c.name: tools.version(c) for c in contenders}
    differences = []
    for turn in range(count):
        for contender in contenders:
            own = runs.get(contender.name)
            if own is None or own.problem:
                continue
            if versions[contender.name] is None:
                own.problem = "not installed"
            elif contender.name in slow:
                own.problem = "left out"
            if own.problem:
                continue
            command = tools.command(contender, workload)
            bound = max(limit, 600) if contender.name == "ours" else limit
            output, numbers, own.problem = run(command, tools.environment(), tools.data, bound)
            if own.problem:
                slow.add(contender.name)
                continue
            for values, number in zip((own.seconds, own.processor, own.megabytes), numbers):
                values.append(number)
            counts = tools.counts(contender, workload, output)
            if counts != wanted:
                differences.append(
                    f"{contender.name} on {workload.family} {workload.size}: {counts}, not {wanted}"
                )
            print(
                f"{workload.family} {workload.size} {contender.name}: {numbers[0]:.3f} s, "
                f"{numbers[2]:.0f} MiB",
                file=sys.stderr,
            )
    return Block(workload, runs, versions, differences)
