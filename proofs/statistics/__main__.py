"""Runs every proof and writes its table into docs/statistics.md: make proof-statistics.

python -m proofs.statistics            all parts, minutes
python -m proofs.statistics --short    all parts, seconds, printed only
python -m proofs.statistics coverage   one part, written in its place
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

from proofs.statistics.rows import Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "statistics.md"
BEGIN, END = "<!-- results: made by make proof-statistics -->", "<!-- end of results -->"

PARTS = {
    "no_links": "No link between what you note and pain: what is found all the same",
    "associations": "Links between what you note and pain: what is seen of them",
    "coverage": "Plausible ranges of means and differences",
    "shifts": "One change of level",
    "starts": "Before and after a start",
    "titrations": "Before and after a dose raised step by step",
    "patterns": "Weekdays and hours",
    "trials": "Trials of A against B",
    "loose": "Loose ratings: noise on top of a slower course",
}
"""The modules that make rows, and the heading of each in the table."""


def rows_of(part: str, short: bool) -> tuple[Sequence[Row], float]:
    """The rows of one part, and how many seconds they took."""
    started = time.monotonic()
    return import_module(f"proofs.statistics.{part}").table(short), time.monotonic() - started


def page_lines(part: str, rows: Sequence[Row], *, short: bool = False) -> list[str]:
    """One part's heading and table in Markdown; a short run can only tell what is out of reach."""
    lines = [f"### {PARTS[part]}", "| what | setting | goal | result | |", "|---|---|---|---|---|"]
    for row in rows:
        result = f"{row.value:.1f} % ± {row.error:.1f} of {row.diaries:,}"
        verdict = verdict_words(row, short=short)
        lines.append(f"| {row.what} | {row.setting} | {goal_words(row)} | {result} | {verdict} |")
    return lines


def verdict_words(row: Row, *, short: bool) -> str:
    """Whether a row meets its goal, in words."""
    if not row.has_goal:
        return ""
    if short:
        return "in reach" if row.plausible() else "**out of reach**"
    return "met" if row.meets else "**missed**"


def goal_words(row: Row) -> str:
    """A row's goal in words."""
    if row.least is not None and row.most is not None:
        return f"{row.least:g} to {row.most:g} %"
    if row.least is not None:
        return f"at least {row.least:g} %"
    return "printed" if row.most is None else f"at most {row.most:g} %"


def sections_of(text: str) -> dict[str, list[str]]:
    """The tables of a page by their headings, as lines."""
    found: dict[str, list[str]] = {}
    for line in text.split(BEGIN)[1].split(END, maxsplit=1)[0].splitlines():
        if line.startswith("### "):
            found[line] = [line]
        elif found and line:
            found[list(found)[-1]].append(line)
    return found


def with_tables(text: str, made: Mapping[str, Sequence[str]]) -> str:
    """A page whose tables are those `made`, by heading, and for the others those it had."""
    had = sections_of(text)
    headings = [f"### {name}" for name in PARTS.values()]
    tables = [made.get(one) or had[one] for one in headings if one in made or one in had]
    verdicts = [line.rsplit("|", 2)[1].strip() for table in tables for line in table if line.startswith("|")]
    met, missed = verdicts.count("met"), verdicts.count("**missed**")
    body = [f"{met} of {met + missed} goals met, {missed} missed."]
    for heading, *rows in tables:
        body += ["", heading, "", *rows]
    head, tail = text.split(BEGIN, maxsplit=1)[0], text.split(END)[1]
    return f"{head}{BEGIN}\n" + "\n".join(body) + f"\n\n{END}{tail}"


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; the exit code is 0 also where a goal is missed: it is printed as missed."""
    short = "--short" in arguments
    parts = [one for one in arguments if not one.startswith("-")] or list(PARTS)
    if set(parts) - PARTS.keys():
        print(__doc__, file=sys.stderr)
        return 2
    made: dict[str, list[str]] = {}
    # Threads for matrices this small cost several times what they save; numpy is first imported in the pool.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(max_workers=2) as pool:
        for part, (rows, seconds) in zip(parts, pool.map(rows_of, parts, [short] * len(parts)), strict=True):
            heading, *table = page_lines(part, rows, short=short)
            made[heading] = [heading, *table]
            print(f"{PARTS[part]}: {seconds:.0f} s", *table[2:], sep="\n", flush=True)
    if not short:
        PAGE.write_text(with_tables(PAGE.read_text("utf-8"), made), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
