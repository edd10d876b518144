"""The chart of pain for paper: the same picture as on Trends in black and grey, weekly means in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.text import Text

from diary.charts.arrays import BARRED_DAYS, dense, lines, polygons
from diary.charts.binning import binned
from diary.charts.care_artists import strip_height
from diary.charts.picture import PAIN, picture
from diary.charts.style import print_style
from diary.charts.trends_figure import TrendsFigure
from diary.insight.completeness import Gap
from diary.insight.series import summary
from diary.insight.weeks import averaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.care_strip import CareStrip
    from diary.charts.picture import PanelPicture
    from diary.insight.period import MeasureNumbers

NUMBER_PT = 23.0
"""Room that the number of a weekly mean needs, in points."""

DAILY_DAYS, CALM_POINTS = 400, 180
"""Up to this many days the line has a point for each; more days are drawn from so many points."""

NARROW_PT = 10.0
"""A bar narrower than this, cut by an end of the days, has no number."""

MOST_NUMBERS = 14
"""Of more weeks or years the bars alone are drawn."""

LEAST_OF_YEAR = 28
"""A calendar year with fewer values is not averaged."""

STRIP_PT, EDGES_PT = 13.0, 40.0
"""What the numbers under the line of 0 need, and what the edges and the axis take, in points."""


class MeanBar(NamedTuple):
    """The mean of a week or a year, on the days `first` to `last` (ordinals) that are shown of it."""

    first: int
    last: int
    mean: float


def pain_svg(
    numbers: Mapping[str, MeasureNumbers],
    since: int,
    until: int,
    gaps: Sequence[Gap],
    width: float,
    height: float,
    care: CareStrip | None = None,
) -> str:
    """The days `since` to `until` (ordinals) in `width` × `height` points, as SVG text.

    `care` stands over the pain.
    """
    means = mean_bars(numbers.get("pain_average"), since, until)
    numbered = is_numbered(means, since, until, width)
    shown = replace(picture(numbers, [PAIN], since, until, gaps), care=care)
    if until - since >= DAILY_DAYS:
        shown = replace(shown, panels=tuple(_calm(panel, numbers, means) for panel in shown.panels))
    if numbered:
        above = strip_height(care, since, until, width - 30, print_style()) if care is not None else 0.0
        low = _below(height - EDGES_PT - above)
        shown = replace(shown, panels=tuple(replace(panel, low=low) for panel in shown.panels))
    drawn = TrendsFigure(print_style(), width, height, titled=False, legended=False)
    drawn.show(shown)
    if numbered:
        _write_means(drawn, means)
    stream = BytesIO()
    # text stays text, and the same numbers give the same file
    with mpl.rc_context():
        mpl.rcParams["svg.fonttype"] = "none"
        mpl.rcParams["svg.hashsalt"] = "nerve-diary"
        drawn.figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue().decode("utf-8")


def mean_bars(average: MeasureNumbers | None, since: int, until: int) -> list[MeanBar]:
    """The weekly means of these days, or in a range too long for weeks, of calendar years with 28 values."""
    if average is None:
        return []
    if until - since < BARRED_DAYS:
        return [
            MeanBar(max(week.monday, since), min(week.sunday, until), week.mean)
            for week in averaged(average.weeks)
            if week.mean is not None
        ]
    found = []
    for year in range(date.fromordinal(since).year, date.fromordinal(until).year + 1):
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        first, last = max(first, since), min(last, until)
        told = summary(average.series.between(first, last))
        if told.mean is not None and told.n >= LEAST_OF_YEAR:
            found.append(MeanBar(first, last, told.mean))
    return found


def is_numbered(means: Sequence[MeanBar], since: int, until: int, width: float) -> bool:
    """Whether the means have room for their numbers, and are few enough to be read."""
    widest = max((one.last - one.first + 1 for one in means), default=0)
    return len(means) <= MOST_NUMBERS and widest * width / (until - since + 1) >= NUMBER_PT


def _below(height: float) -> float:
    """Where a plot of `height` points ends when numbers stand under the line of 0, on the scale of pain."""
    return -10 * STRIP_PT / max(height - STRIP_PT, STRIP_PT)


def print_bin_days(days: int) -> int:
    """How many days share a point of the printed line when `days` days are shown."""
    return 1 if days <= DAILY_DAYS else -(-days // CALM_POINTS)


def _calm(
    panel: PanelPicture, numbers: Mapping[str, MeasureNumbers], means: Sequence[MeanBar]
) -> PanelPicture:
    """The panel from fewer points, with the bars of these means; the band joins means, not extremes."""
    average, least, worst = (numbers.get(code) for code in ("pain_average", "pain_least", "pain_worst"))
    if average is None:
        return panel
    size = print_bin_days(average.series.until - average.series.since + 1)
    drawn = replace(lines(average.series, (), size), weeks=np.array(means, dtype=np.float64).reshape(-1, 3))
    if least is None or worst is None:
        return replace(panel, lines=drawn)
    under, over = (binned(one.series.since, dense(one.series), size) for one in (least, worst))
    return replace(panel, lines=drawn, band=tuple(polygons(under.x, under.mean, over.mean, size)))


def _write_means(drawn: TrendsFigure, means: Sequence[MeanBar]) -> None:
    """The numbers of the means in their own strip under the line of 0, where they hide no mark."""
    width, height = drawn.figure.get_size_inches() * 72
    y = 1 - (drawn.plot.y + drawn.plot.height - 6) / height
    for one in means:
        if drawn.x_of(one.last) - drawn.x_of(one.first) < NARROW_PT:
            continue
        text = Text(
            drawn.x_of((one.first + one.last) / 2) / width,
            y,
            f"{int(10 * one.mean + 0.5) / 10:.1f}",
            ha="center",
            va="center",
            color=drawn.style.color("ink"),
            fontproperties=drawn.style.note(700),
            zorder=9,
            bbox={"fc": drawn.style.color("card"), "ec": "none", "pad": 0.6},
        )
        drawn.figure.add_artist(text)
