"""Places, drawn: since when each hurts in words, and a bar of all its days over one of the last 90."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.layout import Box
from diary.charts.marked import Spot
from diary.charts.places_picture import ABOVE, ROW, TALL_ROW
from diary.charts.stacked import SIDE
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.places_picture import PlaceRow, PlacesPicture
    from diary.charts.stacked import StackedFigure

NAMES, COUNTS, BAR = 300, 92, 13
"""Width of the names and of n of N, and height of a bar; px at 100 %."""


def draw_places(figure: StackedFigure, part: PlacesPicture, top: float) -> None:
    """Draw the rows of a picture whose upper edge is `top` px down."""
    px, beside = figure.style.px, part.beside(figure.wide)
    tall = px(ROW if beside else TALL_ROW)
    _legend(figure, top)
    for at, row in enumerate(part.rows):
        lane = Box(px(4), top + px(ABOVE) + at * tall, figure.width - px(8), tall)
        _row(figure, row, lane, beside=beside)
        figure.spots.append(Spot(box=lane, title=row.title, line=row.line, group=at))
    if part.more:
        y = top + px(ABOVE + 12) + tall * len(part.rows)
        figure.write(px(SIDE), y, part.more, figure.width - px(2 * SIDE), color="quiet")


def _legend(figure: StackedFigure, top: float) -> None:
    px, x = figure.style.px, figure.style.px(SIDE)
    for at, key in enumerate((say("kinds.legend_all"), say("kinds.legend_recent"))):
        y = top + px(14 + 22 * at)
        _bar(figure, Box(x, y - px(BAR / 2), px(30), px(BAR)), 1.0, hatched=bool(at))
        figure.write(x + px(40), y, key, figure.width - x - px(52), color="quiet")


def _row(figure: StackedFigure, row: PlaceRow, lane: Box, *, beside: bool) -> None:
    px, style, left = figure.style.px, figure.style, figure.style.px(SIDE)
    rule = [((lane.x, lane.y), (lane.x + lane.width, lane.y))]
    figure.lines(rule, style.color("line"), 1, zorder=1)
    room = px(NAMES) if beside else lane.width - px(2 * SIDE)
    figure.write(left, lane.y + px(15), row.name, room, weight=600)
    figure.write(left, lane.y + px(34), row.since, room, color="quiet")
    weight = 600 if row.lasting else 400
    figure.write(left, lane.y + px(53), row.state, room, color="ink", weight=weight)
    x = left + px(NAMES + 12) if beside else left
    first = lane.y + px(22 if beside else 80)
    wide = figure.width - x - px(SIDE + COUNTS)
    for at, (some, of) in enumerate(((row.some, row.of), (row.recent, row.recent_of))):
        y = first + px(24 * at)
        if of:
            _bar(figure, Box(x, y - px(BAR / 2), wide, px(BAR)), some / of, hatched=bool(at))
        counted = say("kinds.of", some=some, n=of)
        edge = figure.width - px(SIDE)
        figure.say(edge, y, counted, color="ink", ha="right")


def _bar(figure: StackedFigure, frame: Box, share: float, *, hatched: bool) -> None:
    """A frame filled up to a share; the one of the last 90 days by slanting lines."""
    style, color = figure.style, figure.style.chart("pain")
    filled = Box(frame.x, frame.y, frame.width * min(share, 1.0), frame.height)
    figure.ground(frame, "none", ec=style.color("control"), lw=style.line(1), zorder=2)
    if not filled.width:
        return
    if hatched:
        step, tall = style.px(6), frame.height
        made = figure.ground(filled, style.color("card"), ec=color, lw=style.line(1.2), zorder=2.5)
        count = int((filled.width + tall) / step) + 1
        slants = [
            ((filled.x + at * step - tall, frame.y + tall), (filled.x + at * step, frame.y))
            for at in range(count)
        ]
        figure.lines(slants, color, 1.4, zorder=2.6, within=made)
    else:
        figure.ground(filled, color, zorder=2.5)
