"""What the marks mean, in one or more rows under the picture; only marks that occur are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from diary.charts.arrays import MARKS
from diary.charts.panel import MARKERS, MOMENT_MARKER
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from diary.charts.picture import Picture
    from diary.charts.style import Style

ROW = 22
"""Height of a row, px at 100 %."""


LEAST_MARK = 6
"""No mark is named smaller than this, px at 100 %, however small it stands among many."""


@dataclass(frozen=True, slots=True)
class Item:
    """One mark and its words; `width` of both in px."""

    mark: str
    words: str
    width: float


def items(picture: Picture, style: Style) -> list[Item]:
    """The marks that occur in the picture, in the order they are named."""
    panels = picture.panels
    words = {}
    if any(len(panel.lines.weeks) for panel in panels):
        words["weeks"] = say("chart.legend.weeks")
    days = max((panel.lines.line.days for panel in panels if not panel.strip), default=1)
    if days > 1:
        words["line"] = say("chart.legend.binned", days=days)
    if any(panel.code == "pain" and panel.band for panel in panels):
        words["band"] = say("chart.legend.band")
    if any(len(panel.moments) for panel in panels):
        pain = any(panel.code == "pain" and len(panel.moments) for panel in panels)
        words["moments"] = say("chart.legend.moments" if pain else "chart.legend.moment")
    for mark in MARKS[1:]:
        if any(len(panel.lines.marks[mark]) for panel in panels):
            words[mark] = say(f"chart.legend.{mark}")
    if picture.gaps:
        words["gap"] = say("chart.legend.gap")
    if picture.care and picture.care.marks:
        words["event"] = say("chart.legend.event")
    return [Item(mark, said, style.px(30) + _width(said, style)) for mark, said in words.items()]


def rows(found: Sequence[Item], width: float, style: Style) -> list[list[Item]]:
    """The items in rows no wider than `width` px."""
    lines: list[list[Item]] = []
    room = 0.0
    for item in found:
        if not lines or item.width > room:
            lines.append([])
            room = width
        lines[-1].append(item)
        room -= item.width + style.px(14)
    return lines


def draw(
    figure: Figure, style: Style, lines: Sequence[Sequence[Item]], x: float, y: float, color: str
) -> list[Artist]:
    """Add the rows to `figure`, the upper left corner at `x`, `y` px; returns what was added."""
    width, height = figure.get_size_inches() * 72
    added: list[Artist] = []
    for number, line in enumerate(lines):
        left = x
        middle = y + style.px(ROW) * (number + 0.5)
        for item in line:
            added.append(_mark(item.mark, style, color, left / width, 1 - middle / height, (width, height)))
            words = Text(
                (left + style.px(26)) / width,
                1 - middle / height,
                item.words,
                color=style.color("quiet"),
                fontproperties=style.note(),
                va="center",
            )
            added.append(words)
            left += item.width + style.px(14)
    for artist in added:
        figure.add_artist(artist)
    return added


def _mark(
    mark: str, style: Style, color: str, x: float, y: float, size: tuple[float, float]
) -> Line2D | Rectangle:
    main = style.chart(color)
    wide, high = style.px(20) / size[0], style.px(11) / size[1]
    if mark == "weeks":
        mean = style.chart("pain_mean") if color == "pain" else main
        return Line2D([x, x + wide], [y, y], color=mean, lw=style.line(3.2))
    if mark == "event":
        dash = (0, (4, 3))
        return Line2D([x, x + wide], [y, y], color=style.color("ink"), lw=style.line(1.2), ls=dash)
    if mark == "line":
        return Line2D([x, x + wide], [y, y], color=main, lw=style.line(1.2))
    if mark == "band":
        return Rectangle((x, y - high / 2), wide, high, fc=style.chart("band"), alpha=style.band_alpha, lw=0)
    if mark == "gap":
        well, edge, thin = style.color("well"), style.color("control"), style.line(0.8)
        return Rectangle((x, y - high / 2), wide, high, fc=well, ec=edge, lw=thin)
    hollow = mark in {"memory", "moments"}
    shape, points = MOMENT_MARKER if mark == "moments" else MARKERS[mark]
    return Line2D(
        [x + wide / 2],
        [y],
        ls="none",
        marker=shape,
        ms=style.line(max(points, LEAST_MARK)),
        mfc=style.color("card") if hollow else main,
        mec=main,
        mew=style.line(1.6) if hollow or mark == "imported" else 0,
    )


def _width(words: str, style: Style) -> float:
    """About how wide the words are: near enough to break rows, without a renderer."""
    return len(words) * style.note_size * 0.51
