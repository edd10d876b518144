"""A figure of one picture or of several, one under another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from diary.charts.marked import MarkedFigure
from diary.charts.sheet import TITLE, Part, Sheet, no_more_than

if TYPE_CHECKING:
    from diary.charts.layout import Box
    from diary.charts.style import Style

SIDE = 12
"""Margin at the left and right, px at 100 %."""


class StackedFigure(MarkedFigure[Sheet]):
    """Draws the parts of a sheet; subclasses draw one part whose upper edge is `top` px down."""

    def _draw(self, picture: Sheet) -> None:
        px, top = self.style.px, 0.0
        for at, part in enumerate(picture.parts):
            if picture.titled:
                self.say(px(SIDE), top + px(TITLE / 2 + 3), part.title, heading=True)
                top += px(TITLE)
            before = len(self.spots)
            self._draw_part(part, top)
            if at:
                self._apart(before)
            top += px(part.tall(self.wide))

    def _draw_part(self, part: Part, top: float) -> None:
        raise NotImplementedError

    def _apart(self, before: int) -> None:
        """Keep the groups of one part from those of the part above."""
        from dataclasses import replace

        first = 1 + max((one.group for one in self.spots[:before]), default=-1)
        self.spots[before:] = [replace(one, group=one.group + first) for one in self.spots[before:]]

    @property
    def wide(self) -> float:
        """The width in px at 100 %."""
        return self.width / self.style.scale

    def lines(
        self,
        segments: Sequence[Any],
        color: str,
        width: float,
        *,
        within: Rectangle | None = None,
        **more: Any,
    ) -> None:
        """Draw lines between px from the upper left, in a colour "#RRGGBB"; cut off `within` a box."""
        if segments:
            made = LineCollection(segments, colors=color, linewidths=self.style.line(width), **more)
            self.sheet.add_collection(made, autolim=False)
            if within is not None:  # only now: adding takes the clip of the axes
                made.set_clip_path(within)

    def ground(self, box: Box, color: str, **more: Any) -> Rectangle:
        """Fill a box with a colour "#RRGGBB"."""
        made = Rectangle((box.x, box.y), box.width, box.height, fc=color, **({"ec": "none"} | more))
        self.sheet.add_patch(made)
        return made

    def write(self, x: float, y: float, words: str, room: float, **more: Any) -> None:
        """Write words, no wider than `room` px."""
        heading, weight = more.get("heading", False), more.get("weight", 400)

        def width_of(one: str) -> float:
            return self.width_of(one, weight, heading=heading)

        self.say(x, y, no_more_than(words, room, width_of), **more)


def sheet_file(
    figure: type[StackedFigure], sheet: Sheet, style: Style, width: float, *, suffix: str
) -> bytes:
    """The sheet on `width` px as SVG where `suffix` is ".svg", else as PNG."""
    made = figure(style, width, max(1.0, style.px(sheet.tall(width / style.scale))))
    made.show(sheet)
    return made.content(suffix)
