"""Where it hurts and how it feels, in words: places with their numbers, qualities with their days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name, quality_name
from diary.exchange.report.words import number_words, sentences
from diary.exchange.report_data import PlaceLine, QualityLine, QualitySection, WhereSection
from diary.exchange.report_fit import MOST_PLACES, shortened
from diary.insight.place_sets import place_sets
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.insight.place_sets import PlaceSet
    from diary.insight.places import PlaceDays
from diary.models.records import AreaQuality
from diary.models.views import AreaRow

PRIVATE = ("genitals_",)
"""Regions that stay out of a report until ticked (clinical.md section 8)."""

MOST_NAME = 34
"""Letters of a place that fit its line."""

SHOWN_QUALITIES = 2
"""Most frequent qualities of a place whose patterns its regions wear."""


def where_section(areas: Iterable[AreaRow], days: PlaceDays, *, with_private: bool) -> WhereSection:
    """The places of the period; `areas` are its rows."""
    sets = place_sets([_shown(row, with_private=with_private) for row in areas])
    names = Counter(_name(one) for one in sets)
    lines = tuple(_line(one, days.n, alone=names[_name(one)] == 1) for one in sets)
    if not lines:
        none = say_n("report.where_none_answered", days.n) if days.n else say("report.where_none")
        return WhereSection(
            title=say("report.where"), alt="", caption=none, table_title=say("report.places"), header=()
        )
    detailed = any(line.details for line in lines[:MOST_PLACES])
    told = [say("report.where_alt_place", place=line.words, note=line.note) for line in lines[:5]]
    return WhereSection(
        title=say("report.where"),
        alt=say("report.where_alt", places="; ".join(told)),
        caption=sentences(say("report.where_caption"), say("report.where_details") if detailed else ""),
        table_title=say("report.places"),
        header=tuple(say(f"report.{name}_header") for name in ("number", "place", "severity", "days")),
        places=lines,
    )


def _shown(row: AreaRow, *, with_private: bool) -> AreaRow:
    if with_private:
        return row
    return row._replace(regions=tuple(one for one in row.regions if not one[0].startswith(PRIVATE)))


def _line(one: PlaceSet, n: int, *, alone: bool) -> PlaceLine:
    mean = one.severity
    note = say_n("report.on_days", n, there=one.days)
    return PlaceLine(
        badge="" if mean is None else number_words(mean, 0),
        words=_words(one, alone=alone),
        note=note,
        severity="" if mean is None else number_words(mean),
        regions=one.regions,
        qualities=tuple(code for code, _ in one.qualities[:SHOWN_QUALITIES]),
        details=_details(one),
    )


def _details(one: PlaceSet) -> str:
    """Depth, limb and time of a place, as far as they are given on most of its days."""
    found = [say(f"history.depth.{one.depth}")] if one.depth else []
    found += [say(f"history.limb.{one.limb}")] if one.limb else []
    if one.hour is not None:
        found.append(say("report.place_hour", since=one.hour, until=(one.hour + 1) % 24))
    return "; ".join(found)


def _name(one: PlaceSet) -> str:
    """A place without what its name explains in brackets."""
    return shortened(place_name(one.regions).partition(" (")[0], MOST_NAME)


def _words(one: PlaceSet, *, alone: bool) -> str:
    """A place, and how it feels where it does not hurt or another place has the same name."""
    name = _name(one)
    if (alone and one.severity is not None) or not one.qualities:
        return name
    feels = quality_name(AreaQuality(code=one.qualities[0][0]))
    return say("report.place_feels", place=name, feels=feels[:1].lower() + feels[1:])


def quality_section(days: PlaceDays) -> QualitySection:
    """Qualities and own words from most days to fewest, each "on n of N days"."""
    found = [(n, code, quality_name(AreaQuality(code=code))) for code, n in days.qualities]
    found += [(n, "", word) for word, n in days.own_words]
    found.sort(key=lambda one: (-one[0], one[2]))
    lines = tuple(
        QualityLine(code=code, word=word, note=say_n("report.on_days", days.n, there=n))
        for n, code, word in found
    )
    return QualitySection(
        title=say("report.qualities"),
        header=(say("report.pattern_header"), say("report.quality_header"), say("report.days_header")),
        note=say("report.qualities_note") if lines else say("report.qualities_none"),
        lines=lines,
    )
