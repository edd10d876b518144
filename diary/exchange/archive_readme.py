"""README.txt of the archive: what it is and how to read it, for a stranger in ten years."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diary import __version__
from diary.exchange.csv_nouns import factor_name
from diary.exchange.selection import is_sample
from diary.models.codes import Lateness, MeasureKind, Noun
from diary.models.measures import BY_CODE
from diary.models.nouns import SECTION_OF
from diary.paths import resource
from diary.wording import catalogue, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.exchange.archive import Wanted
    from diary.models.moments import Moment
    from diary.models.records import Measure
    from diary.storage.snapshot import Snapshot

WIDTH = 78
"""Letters in a line."""

FILES = (
    *("README.txt", "nerve-diary.json", "csv", "fhir.json", "drawings", "reports"),
    *("docs", "manifest.json", "SHA256SUMS"),
)
"""What is in the archive, in the order in which it is explained."""


def readme(part: Snapshot, wanted: Wanted, made: Moment) -> str:
    """The text; lines end as every editor takes them."""
    blocks = [
        _title(),
        *([_folded(say("report.sample"))] if is_sample(part) else []),
        _folded(say("archive.readme.what", version=__version__)),
        *_about(part, wanted, made),
        *_section("files", _files()),
        *_section("open", _told("open", 4)),
        *_section("days", _told("days", 6)),
        *_section("classes", _classes()),
        *_section("scales", _scales(part)),
        *_section("care", [say("archive.readme.care.1"), say("archive.readme.care.2")]),
        *_section("notices", _notices()),
    ]
    return "\r\n".join("\n\n".join(blocks).splitlines()) + "\r\n"


def _title() -> str:
    title = say("archive.readme.title")
    return f"{title}\n{'=' * len(title)}"


def _about(part: Snapshot, wanted: Wanted, made: Moment) -> list[str]:
    """When it was made, of which days, and what was left out."""
    found = [say("archive.readme.made", made=made)]
    days = [one.day for one in part.entries]
    if days:
        found.append(say("archive.readme.period", first=min(days), last=max(days), n=len(set(days))))
    if wanted.is_whole:
        found.append(say("archive.readme.whole"))
    else:
        found.append(say("archive.readme.part"))
        found += [
            say(f"archive.readme.without.{name}")
            for name in ("name", "born", "private_places", "notes")
            if not getattr(wanted.privacy, name)
        ]
    return [_folded("\n".join(found))]


def _section(name: str, paragraphs: Iterable[str]) -> Iterator[str]:
    title = say(f"archive.readme.{name}")
    yield f"{title}\n{'-' * len(title)}"
    yield from (_folded(one) for one in paragraphs)


def _told(name: str, count: int) -> list[str]:
    return [say(f"archive.readme.{name}.{number}") for number in range(1, count + 1)]


def _files() -> list[str]:
    explained = [_line(name, say(f"archive.file.{name.split('.')[0]}")) for name in FILES]
    tables = [_line(f"csv/{name}.csv", say(f"archive.table.{name}")) for name in _tables()]
    return ["\n".join(explained), say("archive.readme.tables"), "\n".join(tables)]


def _tables() -> tuple[str, ...]:
    nouns = tuple(SECTION_OF[noun] for noun in Noun if noun in SECTION_OF)
    return ("days", "areas", "entries", "sleep", "measures", *nouns, "response_items", "columns")


def _classes() -> list[str]:
    lines = [_line(str(one), say(f"archive.class.{one}")) for one in Lateness]
    return [say("archive.readme.classes.1"), "\n".join(lines)]


def _scales(part: Snapshot) -> list[str]:
    """Each measure that was answered: its code, what it asks for, its unit, and the ends of its scale."""
    known = {**BY_CODE, **{one.code: one for one in part.measures}}
    used = {one.measure for entry in part.entries for one in entry.readings}
    lines = [_line(code, _measure(known[code])) for code in sorted(used & known.keys())]
    places = say("archive.readme.severity", low=say("measure.pain.low"), high=say("measure.pain.high"))
    return [say("archive.readme.scales.1"), _line("areas.severity", places), "\n".join(lines)]


def _measure(measure: Measure) -> str:
    name = factor_name(measure.code, {measure.code: measure})
    if measure.kind is MeasureKind.YES_NO:
        return say("archive.scale.yes_no", name=name)
    if measure.kind is MeasureKind.CHOICE:
        return say("archive.scale.choice", name=name, words="; ".join(measure.choices))
    if measure.kind is not MeasureKind.SCALE or measure.low is None or measure.high is None:
        return say("archive.scale.number", name=name, unit=measure.unit or "1")
    low, high = _ends(measure)
    return say(
        "archive.scale.ends",
        name=name,
        low=f"{measure.low:g}",
        high=f"{measure.high:g}",
        first=low,
        last=high,
    )


def _ends(measure: Measure) -> tuple[str, str]:
    """The words at both ends, as they were shown; empty where there were none."""
    for start in (measure.code, str(measure.group)):
        if f"measure.{start}.low" in catalogue():
            return say(f"measure.{start}.low"), say(f"measure.{start}.high")
    return measure.low_words or say("archive.scale.low"), measure.high_words or say("archive.scale.high")


def _notices() -> list[str]:
    found: list[str] = json.loads(resource("fhir/codes.json").read_text(encoding="utf-8"))["notices"]
    return [*found, say("archive.readme.notices.1")]


def _line(name: str, words: str) -> str:
    return _folded(f"{name:<24} {words}", indent=25)


def _folded(text: str, indent: int = 0) -> str:
    """Lines of at most `WIDTH` letters; those that are folded already stay."""
    lines = (
        [line]
        if len(line) <= WIDTH
        else textwrap.wrap(
            line, WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False,
            drop_whitespace=True,
        )
        for line in text.split("\n")
    )  # fmt: skip
    return "\n".join(one for found in lines for one in found)
