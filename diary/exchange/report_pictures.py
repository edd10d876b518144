"""The pictures of a report as SVG text, drawn from its data alone: pain, figure, patterns, small lines."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from diary.charts.palette import load
from diary.exchange.report_fit import CHART, LOW_CHART, MOST_PLACES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.anatomy.figure import Drawn
    from diary.exchange.report_data import ReportData
    from diary.insight.period import MeasureNumbers

VIEWS = ("front", "back", "sole", "palm")

FIGURE_PX = (410.0, 262.0)
"""Width and height of the figure: at 101 mm wide its smallest words are 9 pt."""

CHART_PT, LOW_CHART_PT = (527.0, 134.0), (527.0, 104.0)
"""Width and height of the chart of pain in points, ordinary and low: as wide as the page's text."""


def pictures(data: ReportData) -> dict[str, str]:
    """SVG texts by name: "pain", "figure", each quality's code, each other measure's code."""
    from diary.charts.pattern_sample import pattern_sample
    from diary.charts.small_line import small_line

    ink = load("print").color("ink")
    found = {
        line.code: pattern_sample(line.code, load("print")) for line in data.qualities.lines if line.code
    }
    if data.pain.series is not None:
        found[CHART] = pain(data, *CHART_PT)
        if data.notes.lines:
            found[LOW_CHART] = pain(data, *LOW_CHART_PT)
    if data.where.places:
        found["figure"] = figure(data)
    for line in data.others.lines:
        if line.values:
            found[line.code] = small_line(line.values, line.low, line.high, ink)
    return found


def figure(data: ReportData) -> str:
    """The body with the places that are listed: patterns of their qualities, numbers of mean severity."""
    from diary.charts.figure_svg import figure_svg

    wide, tall = FIGURE_PX
    return figure_svg(
        views_shown(data), drawn(data), load("print"), height=tall, width=wide, print_style=True
    )


def views_shown(data: ReportData) -> tuple[str, ...]:
    """The views of the figure, and those of listed places that cannot be seen in them.

    These take the room of soles or palms on which nothing is listed.
    """
    from diary.anatomy.drawing import views_of
    from diary.anatomy.regions import all_regions
    from diary.anatomy.views import STANDING, load_view

    def seen(view: str) -> bool:
        return any(region in load_view(view).regions for region in listed)

    places = data.where.places[:MOST_PLACES]
    listed = {region for place in places for region in place.regions}
    added: list[str] = []
    for place in places:
        known = [region for region in place.regions if region in all_regions()]
        shown = (*VIEWS, *added)
        if known and not any(region in load_view(view).regions for region in known for view in shown):
            added += views_of(known[0])[:1]
    kept = [view for view in VIEWS if not added or view in STANDING or seen(view)]
    return (*kept, *added)


def drawn(data: ReportData) -> tuple[Drawn, ...]:
    """The places with the regions they wear; where places overlap, the one with more days wears them."""
    from diary.anatomy.figure import Drawn

    found: list[Drawn] = []
    taken: set[str] = set()
    for number, place in enumerate(data.where.places[:MOST_PLACES]):
        one = Drawn(
            area=str(number),
            regions=tuple(region for region in place.regions if region not in taken),
            qualities=place.qualities,
            severity=int(place.badge) if place.badge else None,
        )
        found.append(one)
        taken.update(one.regions)
    return tuple(found)


def pain(data: ReportData, width: float, height: float) -> str:
    """The chart of pain in print style, `width` × `height` points."""
    plain = {"series": data.pain.series, "gaps": data.pain.gaps}
    return _pain(json.dumps(plain), data.since, data.until, width, height)


@lru_cache(maxsize=4)
def _pain(plain: str, first: str, last: str, width: float, height: float) -> str:
    """Drawn once for the same numbers: ticking a note does not change them."""
    from diary.charts.pain_print import pain_svg
    from diary.insight.completeness import Gap

    content = json.loads(plain)
    since, until = (date.fromisoformat(day).toordinal() for day in (first, last))
    gaps = [Gap(*gap) for gap in content["gaps"]]
    return pain_svg(pain_numbers(content["series"], since, until), since, until, gaps, width, height)


def pain_numbers(series: Mapping[str, Any], since: int, until: int) -> Mapping[str, MeasureNumbers]:
    """The numbers that the chart draws, made again from the plain ones of the data."""
    from diary.insight.period import measure_numbers
    from diary.models.measures import BY_CODE

    return {
        code: measure_numbers(BY_CODE[code], _series(code, plain, since, until))
        for code, plain in series.items()
    }


def _series(code: str, plain: Mapping[str, Any], since: int, until: int) -> Any:
    from diary.insight.series import DailySeries
    from diary.models.views import ValueRow

    def rows(name: str) -> tuple[ValueRow, ...]:
        return tuple(
            ValueRow(day, kind, code, value, None, late, False, "", at, "")
            for day, kind, value, late, at in plain[name]
        )

    return DailySeries(
        measure=code,
        since=since,
        until=until,
        today=until,
        first_day=plain["first_day"],
        values=rows("values"),
        moments=rows("moments"),
        by_moment=plain["by_moment"],
    )
