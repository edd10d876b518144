"""The drawings of the body as SVG files: one for each entry with a place, named by day and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.report.words import day_words
from diary.exchange.whole_file import Tick, part_of, untold, written_together
from diary.models.codes import EntryKind
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Entry
    from diary.storage.snapshot import Snapshot

WIDE, TALL = 1000, 560
"""Size of the figure, px."""


def export_drawings(whole: Snapshot, to: Path, tick: Tick = untold) -> tuple[Path, ...]:
    """Writes every drawing of the record into the folder `to`; returns the files. DiaryError."""
    names = []
    with written_together(to) as together:
        for name, content in drawings(whole, part_of(tick, 0.0, 0.95)):
            with together.stream(name, safe=False) as stream:
                stream.write(content)
            names.append(name)
        tick(1.0)
    return tuple(to / name for name in names)


def drawings(whole: Snapshot, tick: Tick = untold) -> Iterator[tuple[str, bytes]]:
    """The name and the SVG of every entry with a place, in the order of the record."""
    drawn = [one for one in whole.entries if any(area.regions or area.strokes for area in one.areas)]
    taken: Counter[str] = Counter()
    for number, entry in enumerate(drawn):
        tick(number / len(drawn))
        name = _name(entry)
        taken[name] += 1
        more = f"-{taken[name]}" if taken[name] > 1 else ""
        yield f"{name}{more}.svg", drawing(entry)


def drawing(entry: Entry) -> bytes:
    """The places of one entry under its day, with what the patterns mean."""
    from diary.charts.day_picture import day_svg
    from diary.charts.entry_figure import drawn_areas, legend_of, views_shown
    from diary.charts.palette import load

    title = _title(entry)
    views, drawn = views_shown(entry.areas), drawn_areas(entry.areas)
    content = day_svg(views, drawn, legend_of(entry.areas), load("light"), title=title, size=(WIDE, TALL))
    return content.encode("utf-8", "replace")


def _name(entry: Entry) -> str:
    """The day, the kind and the time of a moment, as letters that every file system takes."""
    clock = f"-{entry.at.local:%H%M}" if entry.kind is EntryKind.MOMENT and entry.at is not None else ""
    return f"{entry.day}-{entry.kind}{clock}"


def _title(entry: Entry) -> str:
    day = day_words(entry.day)
    if entry.kind is EntryKind.MOMENT and entry.at is not None:
        return say("archive.drawing.at", day=day, time=f"{entry.at.local:%H:%M}")
    return say(f"archive.drawing.{entry.kind}", day=day)
