"""The places of the body week by week: days marked and how bad they were."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.exchange.privacy import shown_areas
from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import and_more, day_words, number_words, sentences
from diary.insight.series import MEMORY
from diary.insight.weeks import monday_of
from diary.models.codes import AnswerList
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.place_sets import PlaceSet
    from diary.models.views import AreaRow
    from diary.storage.reading import Reader

CODE = "areas"

MOST_PLACES, SIDE_BY_SIDE, OTHERS_NAMED = 10, 5, 10
"""Places with a column of their own, columns in one table, and how many of the rest are named."""

MOST_WEEKS = 26
"""More weeks than this are shown as months."""

Group = tuple["PlaceSet", tuple["AreaRow", ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """A week or month: what it is called, its answered days, and the mean surface of its marked days."""

    name: str
    days: int
    answered: int
    surface: float | None


def read(_reader: Reader, _asked: Asked) -> None:
    """Nothing besides the rows of the report."""


def part(rows: ReportRows, asked: Asked, _found: object) -> tuple[AnnexPart | None, Drawings]:
    """The places by week, None where no place was marked."""
    from diary.insight.place_sets import place_groups

    areas = shown_areas(rows.period.areas, private_places=asked.choices.with_private)
    groups = place_groups(areas)
    if not groups:
        return None, {}
    by_month = (asked.until - monday_day(asked.since)).days >= 7 * MOST_WEEKS
    start = _month_of if by_month else monday_of
    spans = _spans(rows, asked, areas, start)
    names = _names([one for one, _ in groups])
    blocks: list[Block] = [Paragraph(words=_about(rows, by_month=by_month), small=True)]
    shown = groups[:MOST_PLACES]
    for at in range(0, len(shown), SIDE_BY_SIDE):
        some = slice(at, at + SIDE_BY_SIDE)
        blocks.append(_table(shown[some], names[some], spans, start, by_month=by_month))
    blocks.insert(1, _whole(shown, names, rows))
    if rest := groups[MOST_PLACES:]:
        blocks.append(Paragraph(words=_rest(rest, names[MOST_PLACES:])))
    return AnnexPart(code=CODE, title=say("annex.areas"), blocks=tuple(blocks)), {}


def monday_day(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _month_of(day: int) -> int:
    return date.fromordinal(day).replace(day=1).toordinal()


def _answered(rows: ReportRows) -> set[int]:
    """The days on which places were answered, with some or with none, memory notes left out."""
    said = {
        one.day for one in rows.period.answers if one.list == AnswerList.PLACES and one.lateness != MEMORY
    }
    return said | {one.day for one in rows.period.areas if one.lateness != MEMORY}


def _spans(
    rows: ReportRows, asked: Asked, areas: Sequence[AreaRow], start: Callable[[int], int]
) -> dict[int, _Span]:
    """All weeks or months of the report from the diary's first day on, by the ordinal they begin on."""
    first = max(asked.since.toordinal(), rows.period.first or 0)
    days = Counter(start(day) for day in range(first, asked.until.toordinal() + 1))
    answered = Counter(start(day) for day in _answered(rows))
    surfaces: dict[int, list[float]] = {}
    for day, share in _surfaces(areas).items():
        surfaces.setdefault(start(day), []).append(share)
    found = {}
    for at, n in days.items():
        shares = surfaces.get(at)
        found[at] = _Span(
            name=_span_name(at, start),
            days=n,
            answered=answered[at],
            surface=sum(shares) / len(shares) if shares else None,
        )
    return found


def _surfaces(areas: Sequence[AreaRow]) -> dict[int, float]:
    """Per cent of the body's surface marked on each day, overlaps once."""
    from diary.anatomy.kept import surface_pct, together

    by_day: dict[int, list[Mapping[str, float]]] = {}
    for row in areas:
        if row.lateness != MEMORY and row.regions:
            by_day.setdefault(row.day, []).append(dict(row.regions))
    return {day: surface_pct(together(shares)) for day, shares in by_day.items()}


def _span_name(at: int, start: Callable[[int], int]) -> str:
    day = date.fromordinal(at)
    if start is _month_of:
        return say("annex.month", month=say(f"month.short.{day.month}"), year=day.year)
    return say("annex.areas.week", week=day.isocalendar().week, day=day_words(day))


def _names(places: Sequence[PlaceSet]) -> list[str]:
    """What the places are called: in short where that tells them apart, else with how large they are."""
    from diary.anatomy.naming import place_name, short_place_name

    found = [short_place_name(one.regions) for one in places]
    found = _apart(found, [place_name(one.regions) for one in places])
    found = _apart(
        found,
        [
            say_n("annex.areas.parts", len(one.regions), place=name)
            for one, name in zip(places, found, strict=True)
        ],
    )
    rank = [say("annex.areas.rank", place=name, n=at) for at, name in enumerate(found, 1)]
    return _apart(found, rank)


def _apart(names: Sequence[str], longer: Sequence[str]) -> list[str]:
    """The longer name where two are the same."""
    n = Counter(names)
    return [more if n[name] > 1 else name for name, more in zip(names, longer, strict=True)]


def _table(
    groups: Sequence[Group],
    names: Sequence[str],
    spans: Mapping[int, _Span],
    start: Callable[[int], int],
    *,
    by_month: bool,
) -> Table:
    columns = [_by_span(marked, start) for _, marked in groups]
    lines = tuple(
        (
            one.name,
            say("annex.of", some=one.answered, n=one.days),
            *(_cell(column.get(at)) for column in columns),
            say("annex.absent") if one.surface is None else percent_words(one.surface),
        )
        for at, one in spans.items()
        if one.answered
    )
    first = say("annex.areas.month_column" if by_month else "annex.areas.week_column")
    return Table(
        caption=say("annex.areas.caption_month" if by_month else "annex.areas.caption"),
        header=(first, say("annex.areas.answered"), *names, say("annex.areas.surface")),
        rows=lines,
        widths=(1.6, 0.9, *(1.2 for _ in groups), 0.9),
    )


def _by_span(marked: Sequence[AreaRow], start: Callable[[int], int]) -> dict[int, PlaceSet]:
    from diary.insight.place_sets import place_set

    found: dict[int, list[AreaRow]] = {}
    for row in marked:
        found.setdefault(start(row.day), []).append(row)
    return {at: place_set(some) for at, some in found.items()}


def _cell(one: PlaceSet | None) -> str:
    """The days of a place and their mean severity: "5 d · 6.2"."""
    if one is None:
        return say("annex.absent")
    if one.severity is None:
        return say("annex.areas.days", n=one.days)
    return say("annex.areas.cell", n=one.days, severity=number_words(one.severity))


def percent_words(share: float) -> str:
    """A share of the surface: "1.2 %", or that it is below 0.1 %."""
    if share < 0.05:
        return say("annex.areas.surface_small")
    return say("answers.percent", n=number_words(share))


def _whole(groups: Sequence[Group], names: Sequence[str], rows: ReportRows) -> Table:
    """The same places over all days of the report."""
    answered = len(_answered(rows))
    lines = tuple(
        (
            name,
            say("annex.of", some=one.days, n=answered),
            say("annex.absent") if one.severity is None else number_words(one.severity),
            _feels(one),
        )
        for (one, _), name in zip(groups, names, strict=False)
    )
    header = tuple(say(f"annex.areas.column.{one}") for one in ("place", "days", "severity", "feels"))
    return Table(caption=say("annex.areas.whole"), header=header, rows=lines, widths=(3.0, 1.1, 0.9, 3.0))


def _feels(one: PlaceSet) -> str:
    from diary.anatomy.naming import qualities_line
    from diary.models.records import AreaQuality

    words = qualities_line([AreaQuality(code=code) for code, n in one.qualities[:3] if 2 * n >= one.days])
    return words or say("annex.absent")


def _about(rows: ReportRows, *, by_month: bool) -> str:
    late = len({one.day for one in rows.period.areas if one.lateness == MEMORY})
    said = [say("annex.areas.about"), say("annex.areas.no_number"), say("annex.areas.surface_is")]
    if by_month:
        said.append(say("annex.areas.by_month", n=MOST_WEEKS))
    if late:
        said.append(say_n("annex.areas.late", late))
    return sentences(*said)


def _rest(rest: Sequence[Group], names: Sequence[str]) -> str:
    told = [
        say_n("annex.areas.rest_one", one.days, place=name)
        for (one, _), name in zip(rest[:OTHERS_NAMED], names, strict=False)
    ]
    return say("annex.areas.rest", places=and_more(told, len(rest) - len(told)))
