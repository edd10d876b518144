"""Weekdays and parts of the day, drawn: a dot and its range in each row, and a bar of the days behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D

from diary.charts.layout import Box
from diary.charts.marked import Spot
from diary.charts.stacked import SIDE, StackedFigure
from diary.charts.when_picture import ABOVE, ROW, TALL_ROW, RangePicture

if TYPE_CHECKING:
    from diary.charts.sheet import Part
    from diary.charts.when_picture import RangeRow

NAMES, COUNTS, BAR = 172, 150, 56
"""Width of the names, of the counts at the right, and of a full bar in them; px at 100 %."""


class WhenFigure(StackedFigure):
    """Draws `RangePicture`s."""

    def _draw_part(self, part: Part, top: float) -> None:
        assert isinstance(part, RangePicture)  # the only kind that is given
        px, beside = self.style.px, part.beside(self.wide)
        tall = px(ROW if beside else TALL_ROW)
        left = px(SIDE + NAMES) if beside else px(SIDE + 6)
        right = self.width - (px(SIDE + COUNTS) if beside else px(SIDE + 6))
        plot = Box(left, top + px(ABOVE), right - left, tall * len(part.rows))
        edge = self.width - px(SIDE)
        self.say(edge, top + px(ABOVE / 2), part.heading, color="quiet", ha="right")
        for at, row in enumerate(part.rows):
            lane = Box(px(4), plot.y + at * tall, self.width - px(8), tall)
            if row.shaded:
                self.ground(lane, self.style.color("well"), zorder=0)
        self._draw_axis(part, plot)
        for at, row in enumerate(part.rows):
            lane = Box(px(4), plot.y + at * tall, self.width - px(8), tall)
            self._draw_row(part, row, plot, lane, beside=beside)
            self.spots.append(Spot(box=lane, title=row.title, line=row.line, group=at))

    def _draw_axis(self, part: RangePicture, plot: Box) -> None:
        px, style = self.style.px, self.style
        bottom = plot.y + plot.height
        xs = [(_x(part, plot, value), words) for value, words in part.ticks]
        self.lines([((x, plot.y), (x, bottom)) for x, _ in xs], style.color("chart.grid"), 1, zorder=1)
        if part.zero is not None:
            x = _x(part, plot, part.zero)
            self.lines([((x, plot.y), (x, bottom))], style.color("ink"), 1.4, zorder=1.5)
        for x, words in xs:
            self.say(x, bottom + px(12), words, color="quiet", ha="center")
        y = bottom + px(34)
        left, right = part.ends
        if left:
            self.say(plot.x, y, left, color="quiet")
            edge = plot.x + plot.width
            self.say(edge, y, right, color="quiet", ha="right")
        room = plot.width - sum(self.width_of(one) + px(16) for one in part.ends if one)
        if not left:
            room = self.width - px(2 * SIDE)
        middle = plot.x + plot.width / 2
        middle = min(max(middle, px(SIDE) + room / 2), self.width - px(SIDE) - room / 2)
        self.write(middle, y, part.axis, room, color="quiet", ha="center")

    def _draw_row(self, part: RangePicture, row: RangeRow, plot: Box, lane: Box, *, beside: bool) -> None:
        px = self.style.px
        middle = lane.y + lane.height / 2 if beside else lane.y + lane.height - px(18)
        words = middle if beside else lane.y + px(16)
        weight = 600 if row.named else 400
        self.say(px(SIDE), words, row.name, weight=weight)
        if row.note:
            x = px(SIDE + 8) + self.width_of(row.name, weight)
            self.say(x, words, row.note, color="quiet")
        self._draw_count(row, words)
        if row.value is None:
            self._draw_absent(row, plot, middle)
        else:
            self._draw_range(part, row, plot, middle)

    def _draw_absent(self, row: RangeRow, plot: Box, y: float) -> None:
        """Words in the middle, on a ground that keeps the lines of the axis away from them."""
        px, x = self.style.px, plot.x + plot.width / 2
        wide = self.width_of(row.absent) + px(12)
        ground = self.style.color("well" if row.shaded else "card")
        self.ground(Box(x - wide / 2, y - px(11), wide, px(22)), ground, zorder=2)
        self.say(x, y, row.absent, color="quiet", ha="center")

    def _draw_count(self, row: RangeRow, y: float) -> None:
        """The days behind a row as words, and as a bar where they are out of so many."""
        px, style, right = self.style.px, self.style, self.width - self.style.px(SIDE)
        self.say(right, y, row.counted, color="ink", ha="right")
        if not row.of:
            return
        left = right - px(COUNTS - 14)
        frame = Box(left, y - px(5), px(BAR), px(10))
        filled = Box(left, y - px(5), px(BAR) * row.some / row.of, px(10))
        self.ground(filled, style.color("quiet"), zorder=2)
        self.ground(frame, "none", ec=style.color("quiet"), lw=style.line(1), zorder=2.1)

    def _draw_range(self, part: RangePicture, row: RangeRow, plot: Box, y: float) -> None:
        style, px = self.style, self.style.px
        color = style.color("accent") if row.named else style.chart("pain")
        assert row.value is not None  # asked only then
        x = _x(part, plot, row.value)
        if row.low is not None and row.high is not None:
            low, high = _x(part, plot, row.low), _x(part, plot, row.high)
            self.lines([((low, y), (high, y))], color, 2.4 if row.named else 1.6, zorder=3)
            caps = [((end, y - px(4)), (end, y + px(4))) for end in (low, high)]
            self.lines(caps, color, 1.6, zorder=3)
        known = row.low is not None
        look: dict[str, Any] = {
            "marker": "D" if row.named else "o",
            "ms": px(9),
            "mec": color,
            "mfc": color if known else style.color("card"),
            "mew": style.line(1.6),
        }
        self.sheet.add_line(Line2D([x], [y], ls="none", zorder=4, **look))


def _x(part: RangePicture, plot: Box, value: float) -> float:
    share = (value - part.low) / (part.high - part.low)
    return plot.x + plot.width * min(1.0, max(0.0, share))
