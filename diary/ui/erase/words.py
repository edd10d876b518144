"""What can be erased and where it may still stand, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name
from diary.models.codes import Noun
from diary.ui.parts.date_bar import day_words
from diary.ui.versions.told import said_words
from diary.wording import catalogue, say

if TYPE_CHECKING:
    from diary.models.records import Measure
    from diary.storage.erasable import Part
    from diary.storage.traces import Traces

LONGEST = 60
"""So many letters of a text are shown."""

DAY = "d MMMM yyyy"

WITH_VALUE = frozenset({Noun.SIDE_EFFECT, Noun.RELIEF, Noun.ATTAINMENT, Noun.DOSE_STEP})
"""What is nothing without its value: that is erased with the whole."""


def part_words(part: Part, measures: Mapping[str, Measure], noun: Noun = Noun.ENTRY) -> str:
    """One part of a record of that noun, as its tick says it; `measures` by code."""
    kind, _, name = part.what.partition(":")
    said = shortened(part.said)
    if kind == "reading":
        known = measures.get(name)
        label = known.label if known is not None and known.label else None
        called = label or (say(f"measure.{name}.name") if known is not None else name)
        return say("erase.reading", measure=called, said=said)
    if kind == "area":
        regions = [one for one in part.said.split(", ") if one]
        return say("erase.area", said=place_name(regions)) if regions else say("erase.area_drawn")
    if kind == "sleep":
        return say("erase.sleep")
    if kind in ("note", "doing", "helped"):
        return say(f"erase.{kind}", said=said)
    if kind == "item":
        return say("erase.item", item=name, said=said)
    key = f"record.{noun}.{kind}"
    field = say(key if key in catalogue() else f"erase.field.{kind}")
    in_words = isinstance(part.value, str) and not isinstance(part.value, StrEnum)
    if in_words or noun is Noun.MEASURE:
        return say("erase.text", field=field, said=said)
    return say("erase.value", field=field, said=shortened(said_words(part.value)))


def shortened(text: str) -> str:
    """A text in one line, cut after `LONGEST` letters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def whole_words(noun: Noun, day: date | None, called: str = "", parts: Sequence[str] = ()) -> str:
    """The tick that erases all of it: its name, and what goes with it, counted in words."""
    if called and noun not in WITH_VALUE:
        if not parts:
            return say("erase.whole.named", name=shortened(called))
        return say("erase.whole.named_with", name=shortened(called), parts=", ".join(parts))
    if noun is Noun.ENTRY and day is not None:
        return say("erase.whole.entry", day=day_words(day, DAY))
    return say("erase.whole.value" if noun in WITH_VALUE else "erase.whole.other")


def trace_words(found: Traces) -> Iterator[str]:
    """Each copy that is known of, with its date."""
    for report in found.reports:
        day = day_words(report.given.local.date(), DAY)
        yield say("erase.report_to", day=day, to=report.to) if report.to else say("erase.report", day=day)
    for export in found.exports:
        yield say("erase.export", day=day_words(export.given.local.date(), DAY), name=export.name)
    for backup in found.backups:
        yield say("erase.backup", day=day_words(backup.written, DAY), name=backup.name)


def fact_words(about: date | None, when: date) -> str:
    """What stays of something erased: the day it was about, where it had one, and the day of erasing."""
    erased = day_words(when, DAY)
    if about is None:
        return say("erase.fact_undated", when=erased)
    return say("erase.fact", day=day_words(about, DAY), when=erased)
