"""The machine that a table is about, and whether it had other work."""

import os
import platform
import re
import subprocess


def cpu():
    try:
        text = open("/proc/cpuinfo", encoding="utf-8").read()
        return re.search(r"model name\s*:\s*(.*)", text).group(1).strip()
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


class Machine:
    """Cores, memory and load; `finish` notes the load at the end."""

    def __init__(self):
        self.cpu = cpu()
        self.cores = os.cpu_count()
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        self.gibibytes = round(pages / 2**30)
        self.system = f"{platform.system()} {platform.release().split('-')[0]}"
        swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
        found = re.search(r"Swift version (\S+)", swift)
        self.swift = found.group(1) if found else "unknown"
        self.load = os.getloadavg()[0]
        self.busy = self.stolen()

    def stolen(self):
        """Processor seconds used by everybody since the machine started."""
        try:
            words = open("/proc/stat", encoding="utf-8").readline().split()[1:]
            ticks = sum(int(word) for word in words) - int(words[3]) - int(words[4])
            return ticks / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0.0

    def finish(self):
        own = os.times()
        self.others = self.stolen() - self.busy - (own.children_user + own.children_system)
        self.end = os.getloadavg()[0]

    @property
    def slug(self):
        return re.sub(r"[^a-z0-9]+", "-", f"{self.cpu} {self.cores} cores".lower()).strip("-")

    @property
    def sharing(self):
        """In words, whether other programs ran beside the measured ones."""
        if self.load < 0.5 and self.others < 5:
            return "Nothing else ran on it."
        return (
            f"**The machine was shared:** load {self.load:.1f} before the first run; other programs "
            f"used {max(0, self.others):.0f} s of processor time during the runs."
        )
