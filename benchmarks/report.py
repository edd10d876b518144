"""A report of two pages from rows already read, against bare matplotlib of its charts and bare typst."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Found, ratio
from benchmarks.room import Room

if TYPE_CHECKING:
    from diary.exchange.report.data import Report
    from diary.models.moments import Moment
    from diary.storage.diary import Diary

PART = "report"
DAYS, YEAR_DAYS = 90, 365
PPI = 90
LINES = 4
"""Small lines on page one."""


def run(room: Room, runs: int) -> Iterator[Found]:
    """The PDF of ninety days, its weight, and the pages of a year as the preview shows them."""
    from diary.storage.diary import Diary

    diary = Diary(room.diary(2))
    yield from _of_pdf(diary, runs)
    yield _of_preview(diary, runs)
    diary.close()


def _of_pdf(diary: Diary, runs: int) -> Iterator[Found]:
    from benchmarks.saving import timed
    from diary.exchange.report.choices import ReportChoices
    from diary.exchange.report.gather import asked_for, read_rows, told
    from diary.exchange.report.typeset import _plain, typeset

    choices = ReportChoices(since=diary.today() - timedelta(days=DAYS - 1))
    asked = diary.ask(asked_for, choices, diary.today())
    rows = diary.ask(read_rows, asked)
    made = diary.now()
    report = told(rows, asked)
    plain = _plain(report, made)
    weight = len(typeset(report, made))

    def ours() -> None:
        _forget()
        typeset(told(rows, asked), made)

    def bare() -> None:
        _bare(report, plain, made)

    took: list[float] = []
    yardstick: list[float] = []
    for _ in range(runs):
        took.append(timed(ours))
        yardstick.append(timed(bare))
    yield ratio(PART, "two pages of 90 days, rows to PDF, to bare matplotlib and typst", took, yardstick, 1.5)
    yield Found(part=PART, what="two pages of 90 days: the file", value=weight / 1000, goal=500, unit="kB")


def _of_preview(diary: Diary, runs: int) -> Found:
    from diary.exchange.report.choices import Audience, ReportChoices, preset
    from diary.exchange.report.gather import gather
    from diary.exchange.report.typeset import pictures

    since = diary.today() - timedelta(days=YEAR_DAYS - 1)
    choices = preset(ReportChoices(since=since), Audience.PAIN_CLINIC)
    took: list[float] = []
    pages = 0
    for _ in range(runs):
        _forget()
        began = time.perf_counter()
        pages = len(pictures(gather(diary, choices), diary.now(), PPI))
        took.append((time.perf_counter() - began) * 1000)
    told = f"{pages} pages, read from the file and drawn anew, n={len(took)}"
    what = "a year for a pain clinic: the preview, all its pages"
    return Found(part=PART, what=what, value=median(took), goal=1000, unit="ms", told=told)


def _forget() -> None:
    """No chart is at hand from the run before."""
    from diary.exchange.report.trend import _draw

    _draw.cache_clear()


def _bare(report: Report, plain: dict[str, Any], made: Moment) -> None:
    from diary.exchange.report.typeset import TEMPLATE
    from diary.exchange.typst_setting import set_paper

    page = report.data.page
    assert page.trend.picture is not None  # ninety days of the sample have a chart
    _bare_trend(page.trend.picture.width, page.trend.picture.height, page.trend.picture.numbers)
    if page.function is not None:
        lines = [one.picture for one in page.function.lines if one.picture is not None]
        for one in lines[:LINES]:
            _bare_line(one.width, one.height, one.numbers["values"])
    # A moment of its own each time: typst remembers what it has set.
    set_paper(TEMPLATE, {**plain, "version": f"{plain['version']} {time.perf_counter_ns()}"}, made, "pdf")


def _bare_trend(width: float, height: float, numbers: dict[str, Any]) -> None:
    """The band, the line, the weekly bars, the lanes and the marks, with plain calls."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 72, height / 72))
    lanes, axes = figure.subplots(2, 1, sharex=True, height_ratios=(1, 2))
    series = {code: one["values"] for code, one in numbers["series"].items()}
    low = {row[0]: row[1] for row in series.get("pain_least", [])}
    high = {row[0]: row[1] for row in series.get("pain_worst", [])}
    both = sorted(low.keys() & high.keys())
    axes.fill_between(both, [low[day] for day in both], [high[day] for day in both], color="0.8")
    average = series.get("pain_average", [])
    axes.plot([row[0] for row in average], [row[1] for row in average], "k.-", lw=1)
    for marker, late in (("s", ("next_day", "later")), ("o", ("memory",))):
        some = [row for row in average if row[2] in late]
        axes.plot([row[0] for row in some], [row[1] for row in some], marker, mfc="white", mec="k")
    for first in range(numbers["since"], numbers["until"], 7):
        week = [row[1] for row in average if first <= row[0] < first + 7]
        if len(week) >= 4:
            mean = sum(week) / len(week)
            axes.hlines(mean, first, first + 6, lw=3, color="k")
            axes.text(first + 3, 0, f"{mean:.1f}", ha="center")
    for first, last in numbers["gaps"]:
        axes.axvspan(first, last, color="0.95")
        axes.text((first + last) / 2, 8, "no entry", ha="center")
    courses, marks = numbers["strip"]
    for at, (_, _, bars) in enumerate(courses):
        lanes.broken_barh([(first, last - first) for first, last, *_ in bars], (at, 0.8), ec="0.3")
        for first, _, labels, *_ in bars:
            lanes.text(first, at, labels[0])
    for day, labels in marks:
        axes.axvline(day, ls="--", color="k")
        lanes.text(day, len(courses), labels[0], bbox={"boxstyle": "round", "fc": "w"})
    months = range(numbers["since"], numbers["until"], 30)
    axes.set_xticks(months, [date.fromordinal(day).strftime("%B") for day in months])
    axes.set_ylim(-1.6, 10)
    axes.grid(visible=True)
    figure.savefig(BytesIO(), format="svg")


def _bare_line(width: float, height: float, values: list[float | None]) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 72, height / 72))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.plot(range(len(values)), [float("nan") if one is None else one for one in values], "k.-")
    axes.axis("off")
    figure.savefig(BytesIO(), format="svg")
