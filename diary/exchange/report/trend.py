"""The chart of pain with what was taken and done over it: its finding, its numbers, its caption."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from diary.exchange.report.data import Drawings, Picture, Trend
from diary.exchange.report.few import are_few, few_words
from diary.exchange.report.pain import pain_numbers
from diary.exchange.report.stretches import main_measure, stretches
from diary.exchange.report.words import number_words, sentences
from diary.insight.completeness import GAP_DAYS
from diary.models.codes import Lateness
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.care_strip import CareStrip
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.period import MeasureNumbers, PeriodNumbers
    from diary.models.views import ValueRow

CODES = ("pain_average", "pain_worst", "pain_least")

WIDTH = 527.0
"""Width of the chart in points: that of the text of an A4 page."""

LARGE = 1.4
"""Large print draws a narrower chart, and enlarges it to that width: its words grow with the others."""

PLOT, LOW_PLOT, AROUND = 122.0, 80.0, 31.0
"""Height in points of the pain itself, ordinary and low, and of the axis and the edges."""

STEADY = 0.5
"""Means closer than this are called about the same."""


def trend_section(rows: ReportRows, asked: Asked) -> tuple[Trend, Drawings]:
    """The chart, ordinary and low, with their drawings; days so few that they are told have none."""
    numbers = pain_numbers(rows.period)
    shown = _shown(numbers)
    if not shown:
        return Trend(title=say("course.trend"), caption=say("report.pain_none")), {}
    if are_few(numbers.measures):
        return Trend(title=say("course.trend"), caption=few_words(numbers.measures)), {}
    width = round(WIDTH / LARGE, 1) if asked.choices.large_print else WIDTH
    strip = _strip(rows, numbers, width)
    plain = _plain(shown, numbers, strip)
    content = json.dumps(plain, separators=(",", ":"))
    alt, above = _alt(numbers, strip, rows, asked), _above(strip, numbers, width)
    sizes = {"trend": PLOT + AROUND + above, "trend.low": LOW_PLOT + AROUND + above}
    pictures = {
        key: Picture(key=key, alt=alt, width=width, height=height, numbers=plain if key == "trend" else None)
        for key, height in sizes.items()
    }
    trend = Trend(
        title=say("course.trend_treated") if strip.lanes else say("course.trend"),
        caption=_caption(numbers, shown, strip, width),
        picture=pictures["trend"],
        low=pictures["trend.low"],
    )
    return trend, {key: partial(_draw, content, width, height) for key, height in sizes.items()}


def _shown(numbers: PeriodNumbers) -> dict[str, MeasureNumbers]:
    """The day's average, worst and least; moments only in a diary that has nothing else of pain."""
    found = {code: one for code in CODES if (one := numbers.numbers(code)) is not None}
    now = numbers.numbers("pain_now")
    return found if found or now is None else {"pain_now": now}


# --- the numbers drawn


def _strip(rows: ReportRows, numbers: PeriodNumbers, width: float) -> CareStrip:
    """Regular medicines, procedures and events; what has no label has no line."""
    from dataclasses import replace

    from diary.charts.care_artists import label_rows
    from diary.charts.care_strip import Care
    from diary.charts.course_strip import course_strip
    from diary.charts.style import print_style
    from diary.insight.doses import courses

    wide = rows.wide
    care = Care(
        courses=courses(wide.treatments, wide.steps, wide.period.today),
        procedures=tuple(wide.procedures),
        life_events=tuple(wide.life_events),
    )
    strip = course_strip(care, numbers.since, numbers.until)
    plot = width - 30
    labelled = {one.day for one in label_rows(strip.marks, numbers.since, numbers.until, plot, print_style())}
    return replace(strip, marks=tuple(one for one in strip.marks if one.day in labelled))


def _above(strip: CareStrip, numbers: PeriodNumbers, width: float) -> float:
    """How much room the strip takes over the pain, points."""
    from diary.charts.care_artists import strip_height
    from diary.charts.style import print_style

    return float(strip_height(strip, numbers.since, numbers.until, width - 30, print_style()))


def _plain(shown: Mapping[str, MeasureNumbers], numbers: PeriodNumbers, strip: CareStrip) -> dict[str, Any]:
    from diary.charts.course_strip import plain

    return {
        "since": numbers.since,
        "until": numbers.until,
        "series": {code: _series(one) for code, one in shown.items()},
        "gaps": [[gap.first, gap.last] for gap in numbers.completeness.gaps if gap.days > GAP_DAYS],
        "strip": plain(strip),
    }


def _series(one: MeasureNumbers) -> dict[str, Any]:
    """Days, values and classes; without what is only remembered where days share a point of the line."""
    series = one.series
    is_near = _together(series.until - series.since + 1) == 1
    return {
        "first_day": series.first_day,
        "by_moment": series.by_moment,
        "values": _rows([row for row in series.values if is_near or row.lateness != Lateness.MEMORY]),
        "moments": _rows(series.moments) if series.by_moment else [],
    }


def _rows(rows: Sequence[ValueRow]) -> list[list[Any]]:
    return [[row.day, row.value, row.lateness] for row in rows]


@lru_cache(maxsize=4)
def _draw(content: str, width: float, height: float) -> str:
    """The chart as SVG text, drawn once for the same numbers: other choices do not change them."""
    from diary.charts.course_strip import from_plain
    from diary.charts.pain_print import pain_svg
    from diary.insight.completeness import Gap
    from diary.insight.period import measure_numbers
    from diary.models.measures import BY_CODE

    plain = json.loads(content)
    since, until = plain["since"], plain["until"]
    numbers = {
        code: measure_numbers(BY_CODE[code], _daily(code, one, since, until))
        for code, one in plain["series"].items()
    }
    gaps = [Gap(*gap) for gap in plain["gaps"]]
    return pain_svg(numbers, since, until, gaps, width, height, from_plain(plain["strip"]))


def _daily(code: str, plain: Mapping[str, Any], since: int, until: int) -> Any:
    from diary.insight.series import DailySeries
    from diary.models.views import ValueRow

    def rows(name: str, kind: str) -> tuple[ValueRow, ...]:
        return tuple(
            ValueRow(day, kind, code, value, None, late, False, "", None, "")
            for day, value, late in plain[name]
        )

    return DailySeries(
        measure=code,
        since=since,
        until=until,
        today=until,
        first_day=plain["first_day"],
        values=rows("values", "day"),
        moments=rows("moments", "moment"),
        by_moment=plain["by_moment"],
    )


# --- words


def _alt(numbers: PeriodNumbers, strip: CareStrip, rows: ReportRows, asked: Asked) -> str:
    """The finding: the mean, from before to now as in the numbers above it, the days, what stands over it."""
    average = numbers.numbers("pain_average") or numbers.numbers("pain_worst")
    found = average or numbers.numbers("pain_now")
    if found is None or found.summary.mean is None:
        return say("report.pain_none")
    told = found.summary
    key = "course.alt" if found.measure.code == "pain_average" else f"course.alt.{found.measure.code}"
    days = say_n("report.on_days", told.days, there=told.n)
    words = say(key, mean=number_words(told.mean or 0), trend=_trend(rows, asked), days=days)
    names = [one.name for one in strip.lanes] + [one.labels[0] for one in strip.marks]
    return sentences(words, say("course.alt_above", names=", ".join(names)) if names else "")


def _trend(rows: ReportRows, asked: Asked) -> str:
    """From before to now, as the numbers above the chart say."""
    from diary.insight.findings.change import compared

    days = rows.pain
    found, code = stretches(rows, asked, days), main_measure(days)
    measure = days.measure(code) if code is not None else None
    if found.before is None or measure is None:
        return say("report.few_to_compare")
    told = compared(days, measure, found.before, found.now)
    if told.points is None or told.before.mean is None or told.after.mean is None:
        return say("report.few_to_compare")
    words = {"first": number_words(told.before.mean), "last": number_words(told.after.mean)}
    if abs(told.points) < STEADY:
        return say("course.steady", **words)
    return say("course.falling" if told.points < 0 else "course.rising", **words)


def _caption(
    numbers: PeriodNumbers, shown: Mapping[str, MeasureNumbers], strip: CareStrip, width: float
) -> str:
    """What the marks of the chart mean; only those that occur."""
    from diary.charts.arrays import DOTTED_DAYS
    from diary.charts.course_strip import is_shaded

    average = shown.get("pain_average")
    marks = {row.lateness for row in average.series.values} if average is not None else set()
    together = _together(numbers.until - numbers.since + 1)
    line = say("report.caption_line") if together == 1 else say("report.caption_binned", n=together)
    later = {Lateness.NEXT_DAY, Lateness.LATER} & marks and numbers.until - numbers.since < DOTTED_DAYS
    imported = Lateness.IMPORTED in marks and numbers.until - numbers.since < DOTTED_DAYS
    return sentences(
        _means_words(numbers, width),
        line if average is not None else "",
        _band_words(together) if {"pain_worst", "pain_least"} <= shown.keys() else "",
        say("report.caption_moments") if "pain_now" in shown else "",
        say("course.caption_later") if later else "",
        say("report.caption_imported") if imported else "",
        say("course.caption_memory") if Lateness.MEMORY in marks and together == 1 else "",
        say("course.caption_shade") if is_shaded(strip) else "",
        say_n("course.caption_more", strip.more) if strip.more else "",
    )


def _together(days: int) -> int:
    """How many days share a point of the line."""
    from diary.charts.pain_print import print_bin_days

    return print_bin_days(days)


def _band_words(together: int) -> str:
    return say("report.caption_band") if together == 1 else say("course.caption_band_means")


def _means_words(numbers: PeriodNumbers, width: float) -> str:
    """What the bars are, with numbers where those have room."""
    from diary.charts.arrays import BARRED_DAYS
    from diary.charts.pain_print import is_numbered, mean_bars

    since, until = numbers.since, numbers.until
    means = mean_bars(numbers.numbers("pain_average"), since, until)
    if not means:
        return ""
    numbered = is_numbered(means, since, until, width)
    if until - since >= BARRED_DAYS:
        return say("course.caption_numbered_years") if numbered else say("course.caption_years")
    return say("course.caption_numbers") if numbered else say("course.caption_weeks")
