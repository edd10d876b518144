"""Zoom and pan as geometry alone: where a point of the whole page stands on the screen, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.anatomy.layout import Placement

CLOSEST = 8.0
"""The nearest zoom; 1 shows the whole page."""

STEP = 1.25
"""How much one key press or one notch of the wheel zooms."""

Point = tuple[float, float]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Shows a page of the widget's own size `zoom` times as large, its corner at `x`, `y` px (at most 0)."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether the whole page is shown."""
        return self.zoom <= 1.0

    def to_screen(self, point: Point) -> Point:
        """Where a point of the page stands on the screen."""
        return point[0] * self.zoom + self.x, point[1] * self.zoom + self.y

    def to_page(self, spot: Point) -> Point:
        """Which point of the page stands at a spot of the screen."""
        return (spot[0] - self.x) / self.zoom, (spot[1] - self.y) / self.zoom

    def zoomed(self, by: float, at: Point, size: Size) -> Camera:
        """Nearer or farther by a factor; what stands at `at` stays there as far as the edge allows."""
        zoom = min(CLOSEST, max(1.0, self.zoom * by))
        page = self.to_page(at)
        return Camera(zoom=zoom, x=at[0] - page[0] * zoom, y=at[1] - page[1] * zoom).kept_in(size)

    def panned(self, across: float, down: float, size: Size) -> Camera:
        """The page moved by px, no further than its edge."""
        return replace(self, x=self.x + across, y=self.y + down).kept_in(size)

    def showing(self, low: Point, high: Point, size: Size) -> Camera:
        """The page moved as little as brings a box of the screen (`low` to `high`, px) into sight."""

        def short(begin: float, end: float, room: float) -> float:
            if begin < 0 or end - begin > room:
                return -begin
            return min(0.0, room - end)

        return self.panned(short(low[0], high[0], size[0]), short(low[1], high[1], size[1]), size)

    def resized(self, old: Size, new: Size) -> Camera:
        """The same part of the page in a widget of another size."""
        if self.whole or min(*old, *new) <= 0:
            return Camera()
        return replace(self, x=self.x * new[0] / old[0], y=self.y * new[1] / old[1]).kept_in(new)

    def kept_in(self, size: Size) -> Camera:
        """The page never leaves a gap at an edge, so that it cannot be lost."""
        least = (size[0] * (1 - self.zoom), size[1] * (1 - self.zoom))
        return replace(self, x=min(0.0, max(least[0], self.x)), y=min(0.0, max(least[1], self.y)))

    def placed(self, placement: Placement) -> Placement:
        """A view of the page as it stands on the screen; its title keeps its distance from its corner."""
        if self.whole:
            return placement
        x, y = self.to_screen((placement.x, placement.y))
        corner = placement.box[:2] if placement.box is not None else (placement.x, placement.y)
        seen = self.to_screen(corner)
        title = (seen[0] + placement.title[0] - corner[0], seen[1] + placement.title[1] - corner[1])
        box = placement.box
        if box is not None:
            box = (*seen, box[2] * self.zoom, box[3] * self.zoom)
        return replace(
            placement,
            x=x,
            y=y,
            scale=placement.scale * self.zoom,
            title=title,
            box=box,
            air=placement.air * self.zoom,
        )
