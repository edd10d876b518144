"""The drawn views of the body: outlines, regions and borders in whole units, loaded from resources/body."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from diary.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VIEWS = (
    "front", "back", "left", "right", "sole", "palm", "foot_top", "hand_back",
    "head_front", "head_left", "head_right", "head_back", "mouth", "saddle",
)  # fmt: skip
"""Every view that is drawn so far."""

STANDING = frozenset({"front", "back", "left", "right"})
"""Views that show the whole figure; the others are enlarged."""

MIRRORED = frozenset({"back", "foot_top", "hand_back", "head_back"})
"""Views with the person's own left at the left of the picture."""

ONE_SIDE = {"left": "left", "right": "right", "head_left": "left", "head_right": "right"}
"""Views that show one side of the person, and which."""

Ring = Sequence[int]
"""A closed or open run of points: x, y, x, y …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One region in one view; `label` is a point well inside, `room` the distance from it to the edge."""

    rings: Sequence[Ring]
    label: tuple[int, int]
    room: int
    bounds: tuple[int, int, int, int]

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside (even and odd rule)."""
        left, top, right, bottom = self.bounds
        if not (left <= x <= right and top <= y <= bottom):
            return False
        return sum(_crossings(ring, x, y) for ring in self.rings) % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One drawing: size, outline, lines between regions, regions by id; `features` part nothing."""

    name: str
    width: int
    height: int
    figure_version: int
    outline: Sequence[Ring]
    lines: Sequence[Ring]
    regions: Mapping[str, Shape]
    features: Sequence[Ring] = ()

    def region_at(self, x: float, y: float, reach: float = 0) -> str | None:
        """The region at a point, or the nearest within `reach` units; None beside the body."""
        for region_id, shape in self.regions.items():
            if shape.contains(x, y):
                return region_id
        if reach <= 0:
            return None
        near = ((_distance(shape, x, y, reach), region_id) for region_id, shape in self.regions.items())
        distance, region_id = min(near)
        return region_id if distance <= reach else None


def _crossings(ring: Ring, x: float, y: float) -> int:
    count = 0
    x0, y0 = ring[-2], ring[-1]
    for x1, y1 in zip(ring[::2], ring[1::2], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            count += 1
        x0, y0 = x1, y1
    return count


def _distance(shape: Shape, x: float, y: float, reach: float) -> float:
    left, top, right, bottom = shape.bounds
    if x < left - reach or x > right + reach or y < top - reach or y > bottom + reach:
        return float("inf")
    best = float("inf")
    for ring in shape.rings:
        x0, y0 = ring[-2], ring[-1]
        for x1, y1 in zip(ring[::2], ring[1::2], strict=True):
            across, down = x1 - x0, y1 - y0
            along = ((x - x0) * across + (y - y0) * down) / (across * across + down * down)
            along = min(1.0, max(0.0, along))
            best = min(best, (x - x0 - along * across) ** 2 + (y - y0 - along * down) ** 2)
            x0, y0 = x1, y1
    return float(best**0.5)


def _shape(row: Mapping[str, Any]) -> Shape:
    x, y, room = row["label"]
    left, top, right, bottom = row["bounds"]
    return Shape(rings=row["rings"], label=(x, y), room=room, bounds=(left, top, right, bottom))


@cache
def load_view(name: str) -> View:
    """The view called `name` (one of `VIEWS`); FileNotFoundError when it is not drawn."""
    if name not in VIEWS:
        raise FileNotFoundError(name)
    content = json.loads(resource(f"body/{name}.json").read_text(encoding="utf-8"))
    return View(
        name=name,
        width=content["width"],
        height=content["height"],
        figure_version=content["figure_version"],
        outline=content["outline"],
        lines=content["lines"],
        regions={region_id: _shape(row) for region_id, row in content["regions"].items()},
        features=content.get("features", ()),
    )


def joined(shapes: Iterable[Shape]) -> tuple[Ring, ...]:
    """The outline of several regions together: borders of neighbours vanish, since they share every point."""
    edges: dict[tuple[int, int, int, int], None] = {}
    for shape in shapes:
        for ring in shape.rings:
            x0, y0 = ring[-2], ring[-1]
            for x1, y1 in zip(ring[::2], ring[1::2], strict=True):
                if (x1, y1, x0, y0) in edges:
                    del edges[(x1, y1, x0, y0)]
                else:
                    edges[(x0, y0, x1, y1)] = None
                x0, y0 = x1, y1
    follow: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x0, y0, x1, y1 in edges:
        follow.setdefault((x0, y0), []).append((x1, y1))
    rings: list[Ring] = []
    while follow:
        start = spot = next(iter(follow))
        run: list[int] = []
        while spot in follow:
            run.extend(spot)
            ahead = follow[spot]
            behind, spot = spot, ahead.pop()
            if not ahead:
                del follow[behind]
            if spot == start:
                break
        rings.append(run)
    return tuple(rings)
