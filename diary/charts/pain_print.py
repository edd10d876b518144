"""The chart of pain for paper: the same picture as on Trends in black and grey, weekly means in numbers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.text import Text

from diary.charts.picture import PAIN, picture
from diary.charts.style import print_style
from diary.charts.trends_figure import TrendsFigure
from diary.insight.completeness import Gap
from diary.insight.weeks import averaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.care_strip import CareStrip
    from diary.insight.period import MeasureNumbers
    from diary.insight.weeks import Week

NUMBER_PT = 23.0
"""Room that the number of a weekly mean needs, in points."""

MOST_NUMBERS = 14
"""Of more weeks the bars alone are drawn."""

BELOW = -1.6
"""Where the plot ends when numbers stand under the line of 0, on the scale of pain."""


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
    average = numbers.get("pain_average")
    weeks = averaged(average.weeks) if average is not None else ()
    numbered = is_numbered(weeks, since, until, width)
    shown = replace(picture(numbers, [PAIN], since, until, gaps), care=care)
    if numbered:
        shown = replace(shown, panels=tuple(replace(panel, low=BELOW) for panel in shown.panels))
    drawn = TrendsFigure(print_style(), width, height, titled=False, legended=False)
    drawn.show(shown)
    if numbered:
        _write_means(drawn, weeks, since, until)
    stream = BytesIO()
    # text stays text, and the same numbers give the same file
    with mpl.rc_context():
        mpl.rcParams["svg.fonttype"] = "none"
        mpl.rcParams["svg.hashsalt"] = "nerve-diary"
        drawn.figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue().decode("utf-8")


def is_numbered(weeks: Sequence[Week], since: int, until: int, width: float) -> bool:
    """Whether the weekly means have room for their numbers, and are few enough to be read."""
    return 0 < len(weeks) <= MOST_NUMBERS and 7 * width / (until - since + 1) >= NUMBER_PT


def _write_means(drawn: TrendsFigure, weeks: Sequence[Week], since: int, until: int) -> None:
    """The numbers of the weekly means in their own strip under the line of 0, where they hide no mark."""
    width, height = drawn.figure.get_size_inches() * 72
    y = 1 - (drawn.plot.y + drawn.plot.height - 6) / height
    for week in weeks:
        first, last = max(week.monday, since), min(week.sunday, until)
        text = Text(
            drawn.x_of((first + last) / 2) / width,
            y,
            f"{int(10 * (week.mean or 0) + 0.5) / 10:.1f}",
            ha="center",
            va="center",
            color=drawn.style.color("ink"),
            fontproperties=drawn.style.note(700),
            zorder=9,
            bbox={"fc": drawn.style.color("card"), "ec": "none", "pad": 0.6},
        )
        drawn.figure.add_artist(text)
