"""The stroke under the hand: a press that becomes a tap or a line, in the units of one view."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from diary.anatomy.drawing import TENTHS, simplified, steadied
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.ui.body.camera import Point

MODES = {"paint": StrokeMode.PAINT, "erase": StrokeMode.ERASE, "fill": StrokeMode.FILL}
"""What a drag does with each tool."""

TAP_PX = 4.0
"""A press that moves less than this is a tap, px."""

STEADY_TAP_PX = 16.0
"""The same with a hand that trembles, px."""

STRING_PX = 8.0
"""With a hand that trembles the brush follows the pointer on a string of this length, px."""

NEAREST = 0.2
"""Points nearer to each other than this are one, units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """What draws: the view it stays in, what it does, its radius in units, px per unit, a steadied hand."""

    view: str
    mode: StrokeMode
    radius: int
    scale: float
    steady: bool = False


class Pen:
    """A press at a spot of the screen (px) and what became of it; `line` is in units."""

    def __init__(self, tip: Tip, spot: Point, at: Point) -> None:
        self.tip = tip
        self.drawing = False
        self.touched = False
        self.regions: dict[str, None] = {}
        self.line: list[Point] = [self._inside(at)]
        self._spot = spot
        self._far = STEADY_TAP_PX if tip.steady else TAP_PX
        self._string = STRING_PX / tip.scale if tip.steady else 0.0

    def move(self, spot: Point, at: Point) -> tuple[Point, Point] | None:
        """The line that the move adds, from and to, in units; None while it may still be a tap."""
        if not self.drawing:
            away = hypot(spot[0] - self._spot[0], spot[1] - self._spot[1])
            if away < self._far:
                return None
            self.drawing = True
        last = self.line[-1]
        end = self._inside(at)
        away = hypot(end[0] - last[0], end[1] - last[1])
        if away <= max(self._string, NEAREST):
            return None
        if self._string:
            part = (away - self._string) / away
            end = (last[0] + (end[0] - last[0]) * part, last[1] + (end[1] - last[1]) * part)
        self.line.append(end)
        return last, end

    def stroke(self) -> Stroke:
        """The finished stroke: whole units, simplified to half a unit."""
        points = steadied(self.line) if self.tip.steady else simplified(self.line)
        radius = 0 if self.tip.mode is StrokeMode.FILL else self.tip.radius
        return Stroke(view=self.tip.view, mode=self.tip.mode, radius=radius, points=points)

    def _inside(self, at: Point) -> Point:
        """No farther outside the drawing than the brush reaches in."""
        drawn = load_view(self.tip.view)
        beside = self.tip.radius + 1
        return (
            min(drawn.width / TENTHS + beside, max(-beside, at[0])),
            min(drawn.height / TENTHS + beside, max(-beside, at[1])),
        )


def along(start: Point, end: Point, step: float = 1.0) -> Iterator[Point]:
    """Points of a line at most `step` apart, its end included."""
    count = max(1, round(hypot(end[0] - start[0], end[1] - start[1]) / step))
    for at in range(1, count + 1):
        yield start[0] + (end[0] - start[0]) * at / count, start[1] + (end[1] - start[1]) * at / count
