"""Rows of bars over time, each in its own hue and pattern, and the bars of places, without pyplot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle, PathPatch, Polygon
from matplotlib.path import Path

from diary.anatomy.patterns import TILE, Ring, pattern_of
from diary.charts.axis import time_axis
from diary.charts.kinds_picture import ABOVE, ROW, TALL_ROW, StripsPicture
from diary.charts.layout import Box
from diary.charts.marked import Spot
from diary.charts.palette import mixed
from diary.charts.places_figure import draw_places
from diary.charts.places_picture import PlacesPicture
from diary.charts.stacked import SIDE, StackedFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.kinds_picture import Strip
    from diary.charts.sheet import Part

NAMES, TOP = 196, 48
"""Width of the names and of what full height is, px at 100 %."""

TINT = 0.16
"""How strongly bars are filled under their pattern."""


class KindsFigure(StackedFigure):
    """Draws `StripsPicture`s and `PlacesPicture`s."""

    def _draw_part(self, part: Part, top: float) -> None:
        if isinstance(part, PlacesPicture):
            draw_places(self, part, top)
            return
        assert isinstance(part, StripsPicture)  # the only other kind that is given
        px, beside = self.style.px, part.beside(self.wide)
        left = px(SIDE + NAMES) if beside else px(SIDE)
        row = px(ROW if beside else TALL_ROW)
        plot = Box(left, top + px(ABOVE), self.width - left - px(SIDE + TOP), row * len(part.strips))
        self._draw_axis(part, plot)
        for at, strip in enumerate(part.strips):
            lane = Box(plot.x, plot.y + at * row, plot.width, row)
            room = Box(plot.x, lane.y + lane.height - px(44), plot.width, px(36))
            self._draw_name(strip, lane, beside=beside)
            self._draw_strip(part, strip, room, at)

    def _draw_axis(self, part: StripsPicture, plot: Box) -> None:
        px, style = self.style.px, self.style
        bottom, days = plot.y + plot.height, part.until - part.since + 1
        found = time_axis(part.since, part.until, plot.width, px(9.5))

        def x_of(day: float) -> float:
            return plot.x + plot.width * (day - part.since + 0.5) / days

        inside = [x_of(day) for day in found.lines if part.since <= day <= part.until]
        self.lines([((x, plot.y), (x, bottom)) for x in inside], style.color("chart.grid"), 1, zorder=1)
        free = 0.0
        for day, words in found.labels:
            x = max(x_of(day), plot.x)
            wide = self.width_of(words)
            if x >= free and x + wide <= self.width - px(4):
                self.say(x, bottom + px(12), words, color="quiet")
                free = x + wide + px(4)
        y = bottom + px(34)
        self.write(px(SIDE), y, part.axis, self.width - px(2 * SIDE), color="quiet")
        if part.more:
            self.write(px(SIDE), y + px(22), part.more, self.width - px(2 * SIDE), color="quiet")

    def _draw_name(self, strip: Strip, lane: Box, *, beside: bool) -> None:
        """A sample of the pattern, the name, and n of N under it or at its right."""
        px, x = self.style.px, self.style.px(SIDE)
        middle = lane.y + lane.height / 2 + px(4) if beside else lane.y + px(16)
        if strip.pattern:
            sample = Box(x, middle - px(9), px(28), px(18))
            self._fill(strip, [sample])
            x += px(38)
        room = lane.x - x - px(10) if beside else self.width - x - px(2 * SIDE) - self.width_of(strip.note)
        self.write(x, middle - (px(9) if beside else 0), strip.name, room, weight=600)
        if beside:
            self.write(x, middle + px(9), strip.note, room, color="quiet")
        else:
            edge = self.width - px(SIDE)
            self.say(edge, middle, strip.note, color="quiet", ha="right")

    def _draw_strip(self, part: StripsPicture, strip: Strip, room: Box, group: int) -> None:
        px, style = self.style.px, self.style
        days, bottom = part.until - part.since + 1, room.y + room.height
        boxes, solid, dashed = [], [], []
        for bar in strip.bars:
            left = room.x + room.width * (max(bar.since, part.since) - part.since) / days
            right = room.x + room.width * (min(bar.until, part.until) + 1 - part.since) / days
            gap = min(px(2), (right - left) / 5)
            if bar.height is None:
                dashed.append(((left, bottom), (right, bottom)))
            else:
                solid.append(((left, bottom), (right, bottom)))
            if bar.height:
                tall = room.height * bar.height
                boxes.append(Box(left + gap, bottom - tall, max(right - left - 2 * gap, 1.0), tall))
            spot = Box(left, room.y, max(right - left, 1.0), room.height)
            self.spots.append(Spot(box=spot, title=bar.title, line=bar.line, group=group))
        self._fill(strip, boxes)
        self.lines(solid, style.color("quiet"), 1.2, zorder=4)
        self.lines(dashed, style.color("quiet"), 1, linestyles=(0, (1, 3)), zorder=4)
        ceiling = [((room.x, room.y), (room.x + room.width, room.y))]
        self.lines(ceiling, style.color("line"), 1, zorder=1.2)
        edge = room.x + room.width + px(6)
        self.say(edge, room.y, strip.top, color="quiet")

    # --- fill and pattern

    def _fill(self, strip: Strip, boxes: Sequence[Box]) -> None:
        """Fill boxes in the row's hue, lighter, with its pattern over it and an edge around each."""
        if not boxes:
            return
        style, color = self.style, self.style.color(strip.color)
        path = Path.make_compound_path(*(_outline(one) for one in boxes))
        plain = not strip.pattern
        face = color if plain else mixed(color, style.color("card"), TINT)
        ground = PathPatch(path, fc=face, ec=color, lw=style.line(0.9), zorder=3)
        self.sheet.add_patch(ground)
        if not plain:
            self._pattern(strip, boxes, color, path)

    def _pattern(self, strip: Strip, boxes: Sequence[Box], color: str, path: Path) -> None:
        """The tiles under all boxes, shown within them alone."""
        size = self.style.px(TILE)
        left, right = min(one.x for one in boxes), max(one.x + one.width for one in boxes)
        top, bottom = min(one.y for one in boxes), max(one.y + one.height for one in boxes)
        spots = [
            (left + column * size, top + row * size)
            for row in range(int((bottom - top) / size) + 1)
            for column in range(int((right - left) / size) + 1)
        ]
        for made in _tiles(strip.pattern, spots, size / TILE, color, self.style.px(1)):
            self.sheet.add_collection(made, autolim=False)
            made.set_clip_path(path, self.sheet.transData)


def _outline(box: Box) -> Path:
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    return Path([(x, y), (right, y), (right, bottom), (x, bottom), (x, y)], closed=True)


def _tiles(
    quality: str, spots: Sequence[tuple[float, float]], unit: float, color: str, line: float
) -> list[Any]:
    """The collections of a quality's tiles whose upper left corners stand at `spots`."""
    made: list[Any] = []
    for part in pattern_of(quality):
        if isinstance(part, Ring):
            rings = [Circle((x + part.x * unit, y + part.y * unit), part.r * unit) for x, y in spots]
            look: dict[str, Any] = {"facecolors": "none" if part.width else color}
            look |= {"edgecolors": color if part.width else "none", "linewidths": part.width * line * 0.72}
            made.append(PatchCollection(rings, zorder=3.5, **look))
            continue
        drawn = [[(x + a * unit, y + b * unit) for a, b in part.points] for x, y in spots]
        if part.width:
            made.append(LineCollection(drawn, colors=color, linewidths=part.width * line * 0.72, zorder=3.5))
        else:
            shapes = [Polygon(one, closed=True) for one in drawn]
            made.append(PatchCollection(shapes, facecolors=color, edgecolors="none", zorder=3.5))
    return made
