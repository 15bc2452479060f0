"""The table of a benchmark in Markdown."""


def size(count):
    """10⁵ for 100000."""
    digits = str(count)
    if set(digits[1:]) <= {"0"} and digits[0] == "1":
        return "10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in str(len(digits) - 1))
    return f"{count:,}"


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


TITLES = {
    "calls": "six questions to a log of tool calls",
    "identities": "nine questions to an inventory of identities",
}


def rows(block):
    ours = block.runs.get("ours")
    for name, runs in block.runs.items():
        version = block.versions[name] or ""
        if runs.problem:
            yield f"| {name} | {version} | {runs.problem} | | | | |"
            continue
        spread = f"{seconds(min(runs.seconds))}–{seconds(max(runs.seconds))}"
        times = f"{runs.median / ours.median:.1f}" if ours and ours.seconds else ""
        processor = sorted(runs.processor)[len(runs.processor) // 2]
        yield (
            f"| {name} | {version} | **{seconds(runs.median)}** | {spread} | {times} | "
            f"{seconds(processor)} | {max(runs.megabytes):.0f} |"
        )


def render(blocks, machine, tools, options):
    lines = [
        f"# {machine.cpu}, {machine.cores} cores, {machine.gibibytes} GiB",
        "",
        f"{machine.system}, Swift {machine.swift}. Whole processes on the same files, page cache warm, "
        f"contenders in turn, {options.runs} runs each; median, fastest–slowest, and the most memory "
        "of any run. Every answer of every run was the generator's, to the record.",
        machine.sharing,
        "",
        "*ours* is the complete `controls test`: manifest digests checked, every record validated, "
        "findings with file and line, all reports written. The rivals count; they check no digest, "
        "keep no finding and write no report.",
    ]
    for block in blocks:
        answers = block.workload.answers
        findings = sum(answers["counts"].values())
        lines += [
            "",
            f"## {size(block.workload.size)}: {TITLES[block.workload.family]}",
            "",
            f"{block.workload.bytes / 1e6:,.0f} MB, "
            + ", ".join(f"{count:,} of `{kind}`" for kind, count in answers["records"].items())
            + f"; {findings:,} findings.",
            "",
            "| contender | version | seconds | spread | × ours | processor s | peak MiB |",
            "|---|---|--:|--:|--:|--:|--:|",
            *rows(block),
        ]
    return "\n".join(lines) + "\n"
