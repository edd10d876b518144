"""How often each value came, drawn: bars with their counts, both halves in them, the mean above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D

from diary.charts.key_flow import GAP, LETTER, LINE, SWATCH, placed
from diary.charts.layout import Box
from diary.charts.marked import Spot
from diary.charts.palette import mixed
from diary.charts.spread_picture import AXIS, COUNTS, MEAN, PLOT, SIDE, SpreadBin, SpreadPicture
from diary.charts.stacked import StackedFigure
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.sheet import Part

PALE = 0.24
"""How much of its colour the bar of all days keeps, so that the halves in it are seen."""

WIDE, NARROW = 0.86, 0.34
"""How much of its place a bar takes, and one of the two in it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the bars are: the plot, its greatest count, and how wide one bar's place is."""

    plot: Box
    most: int
    each: float

    def y(self, count: float) -> float:
        """How far down a count is."""
        return self.plot.y + self.plot.height * (1 - count / max(1, self.most))

    def bar(self, at: int, low: float, high: float, share: float = WIDE, shift: float = 0.0) -> Box:
        """A bar from one count to another; `shift` moves it by so much of its place."""
        wide = self.each * share
        x = self.plot.x + self.each * (at + 0.5 + shift) - wide / 2
        top = self.y(high)
        return Box(x, top, wide, self.y(low) - top)


class SpreadFigure(StackedFigure):
    """Draws `SpreadPicture`s; its spots are their bars."""

    def _draw_part(self, part: Part, top: float) -> None:
        assert isinstance(part, SpreadPicture)  # the only kind that is given
        px = self.style.px
        y = top + px((MEAN if part.mean is not None else 8) + 18)
        left = px(SIDE + COUNTS)
        plot = Box(left, y, self.width - left - px(SIDE), px(PLOT))
        place = _Place(plot, part.most, plot.width / part.bins.count)
        self._draw_grid(part, place)
        for at, bar in enumerate(part.bars):
            self._draw_bar(part, bar, place, at)
        if part.mean is not None:
            self._draw_mean(part, place, top + px(MEAN / 2))
        bottom = self._draw_axis(part, place)
        self._draw_legend(part, bottom)

    def color(self, part: SpreadPicture) -> str:
        """The colour of the measure shown."""
        code = part.values.measure.code
        return self.style.chart("pain" if part.values.is_pain else "sleep" if code == "sleep_min" else code)

    def _draw_grid(self, part: SpreadPicture, place: _Place) -> None:
        px, style, plot = self.style.px, self.style, place.plot
        right = plot.x + plot.width
        lines = [((plot.x, place.y(one)), (right, place.y(one))) for one in part.ticks]
        self.lines(lines, style.color("chart.grid"), 1, zorder=0.5)
        self.lines([((plot.x, place.y(0)), (right, place.y(0)))], style.color("control"), 1.2, zorder=3)
        for one in part.ticks:
            beside = plot.x - px(8)
            self.say(beside, place.y(one), str(one), color="quiet", ha="right")
        self.say(px(SIDE), plot.y - px(16), say("spread.days"), color="quiet")

    def _draw_bar(self, part: SpreadPicture, bar: SpreadBin, place: _Place, at: int) -> None:
        style, px = self.style, self.style.px
        if bar.count:
            self._sign("all", part, place.bar(at, 0, bar.count))
            for half, count in enumerate(bar.halves):
                shift = (half - 0.5) * NARROW * 1.06
                if count:
                    self._sign(f"half_{half}", part, place.bar(at, 0, count, NARROW, shift))
        if bar.late:
            self._sign("late", part, place.bar(at, bar.count, bar.count + bar.late))
        middle = place.plot.x + place.each * (at + 0.5)
        said = say("spread.count_late", n=bar.count, late=bar.late) if bar.late else str(bar.count)
        if bar.count + bar.late and style.px(LETTER) * len(said) <= place.each * 1.2:
            y = place.y(bar.count + bar.late) - px(11)
            ground = {"fc": self.style.color("card"), "ec": "none", "pad": 0.5}
            self.say(middle, y, said, weight=600, ha="center", bbox=ground, zorder=6)
        lane = place.bar(at, 0, place.most, 1.0)
        self.spots.append(Spot(box=lane, title=bar.title, line=bar.line))

    def _sign(self, sign: str, part: SpreadPicture, box: Box) -> None:
        """A bar as it looks in the plot and in the legend."""
        style, color = self.style, self.color(part)
        card, line = style.color("card"), style.line(1.2)
        looks: dict[str, tuple[str, dict[str, Any]]] = {
            "all": (mixed(color, card, PALE), {"ec": color, "lw": line}),
            "half_0": (card, {"ec": color, "lw": line, "hatch": "/////"}),
            "half_1": (color, {"ec": color, "lw": line}),
            "late": ("none", {"ec": style.color("ink"), "lw": line, "ls": (0, (3, 2))}),
        }
        fill, more = looks[sign]
        self.ground(box, fill, zorder=2, **more)

    def _draw_mean(self, part: SpreadPicture, place: _Place, y: float) -> None:
        px, style = self.style.px, self.style
        assert part.mean is not None  # asked only then
        x = self._x(part, place, part.mean)
        ink = style.color("ink")
        bottom = place.plot.y + place.plot.height
        self.lines([((x, y), (x, bottom))], ink, 1.2, zorder=4, linestyles=[(0, (4, 3))])
        left = right = x
        if part.interval is not None:
            left, right = (self._x(part, place, end) for end in (part.interval.low, part.interval.high))
            self.lines([((left, y), (right, y))], ink, 2, zorder=4)
            self.lines([((end, y - px(5)), (end, y + px(5))) for end in (left, right)], ink, 1.6, zorder=4)
        self._diamond(x, y)
        words, wide = part.mean_said, self.width_of(part.mean_said, 600)
        before, after = left - px(12), right + px(12)
        if after + wide <= self.width - px(SIDE):
            self.say(after, y, words, weight=600)
        else:
            self.say(before, y, words, weight=600, ha="right")

    def _diamond(self, x: float, y: float) -> None:
        ink = self.style.color("ink")
        self.sheet.add_line(
            Line2D([x], [y], marker="D", ms=self.style.px(8), mfc=ink, mec=ink, ls="", zorder=5)
        )

    def _x(self, part: SpreadPicture, place: _Place, value: float) -> float:
        bins = part.bins
        share = (value - bins.low) / bins.step + (0.5 if bins.whole else 0.0)
        return place.plot.x + place.each * min(max(share, 0.0), float(bins.count))

    def _draw_axis(self, part: SpreadPicture, place: _Place) -> float:
        """The values under the bars, as many as there is room for; how far down it goes."""
        px, plot = self.style.px, place.plot
        y = plot.y + plot.height + px(AXIS / 2)
        longest = max(len(one.label) for one in part.bars)
        every = max(1, -(-int(self.style.px(LETTER) * (longest + 2)) // max(1, int(place.each))))
        for at in range(0, len(part.bars), every):
            x = plot.x + place.each * (at + (0.5 if part.bins.whole else 0.0))
            self.say(x, y, part.bars[at].label, color="quiet", ha="center")
        bottom = plot.y + plot.height + px(AXIS)
        low, high = part.ends
        if not low and not high:
            return bottom
        room = plot.width / 2 - px(8)
        self.write(plot.x, bottom + px(AXIS / 2 - 4), low, room, color="quiet")
        self.write(plot.x + plot.width, bottom + px(AXIS / 2 - 4), high, room, color="quiet", ha="right")
        return bottom + px(AXIS)

    def _draw_legend(self, part: SpreadPicture, top: float) -> None:
        px, legend = self.style.px, part.legend
        places = placed([words for _, words in legend], self.wide - 2 * SIDE, [SWATCH] * len(legend))
        for (sign, words), place in zip(legend, places, strict=True):
            x, y = px(SIDE + place.x), top + px(LINE * place.line + 6)
            if sign == "mean":
                self._diamond(x + px(SWATCH / 2), y + px(8))
            else:
                self._sign(sign, part, Box(x, y, px(SWATCH), px(16)))
            self.write(x + px(SWATCH + GAP), y + px(8), words, px(place.room), color="quiet")
