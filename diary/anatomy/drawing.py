"""Strokes of a drawing as plain numbers: made from regions, simplified, steadied, mirrored.

A view's unit is ten of the numbers in its outlines. A stroke's points are whole units.
"""

from __future__ import annotations

import sys
from functools import cache
from itertools import pairwise
from math import ceil, floor, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.anatomy.limbs import regions_of_limb
from diary.anatomy.regions import all_regions
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


TENTHS = 10
"""Numbers of an outline in one unit of a stroke."""

FIGURE_VERSION = "2"
"""The figure that strokes are drawn on now; kept with every drawing."""

GRID_VERSION = "2"
"""The label grids that coverage is counted on now; kept with every drawing."""

COUNTS_FROM = 0.25
"""Share of a region that is painted before the region counts as marked."""

BRUSHES: Mapping[str, float] = MappingProxyType({"fingertip": 8.0, "fingers": 20.0, "palm": 45.0})
"""Radius in mm on the body: a line as wide as a fingertip, three fingers, a palm."""

OTHER_VIEW: Mapping[str, str] = MappingProxyType(
    {"left": "right", "right": "left", "head_left": "head_right", "head_right": "head_left"}
)
"""Views that are each other's mirror image; every other view is its own."""

WITHIN = 0.5
"""How far a simplified line may stray from the hand's, units."""

LONG = 100
"""From so many points on a line is worked out by numpy, where that is loaded already."""

_TALL_MM: Mapping[str, float] = MappingProxyType(
    {"front": 1730, "back": 1730, "left": 1730, "right": 1730, "mouth": 67}
)
_UNITS_OF_MM = 1.2
"""Hands, feet, heads and the private area are drawn by their mm."""
_LEAST_RADIUS = 2
_MOST_OF_HEIGHT: Mapping[str, float] = MappingProxyType({"fingertip": 0.05, "fingers": 0.1, "palm": 0.2})


def brush_radius(view: str, brush: str) -> int:
    """Radius of a brush (one of `BRUSHES`) in whole units of a view.

    At most a fifth, a tenth or a twentieth of the view's height: the mouth is drawn large.
    """
    height = load_view(view).height / TENTHS
    units_of_mm = height / _TALL_MM[view] if view in _TALL_MM else _UNITS_OF_MM
    return max(_LEAST_RADIUS, round(min(BRUSHES[brush] * units_of_mm, height * _MOST_OF_HEIGHT[brush])))


@cache
def views_of(region_id: str) -> tuple[str, ...]:
    """The drawn views that show a region, its main one first, then by size; KeyError if unknown."""
    region = all_regions()[region_id]
    sizes = {
        view: load_view(view).regions[region_id].room
        for view in VIEWS
        if _sheet(view) in region.views and region_id in load_view(view).regions
    }
    return tuple(sorted(sizes, key=lambda view: (_sheet(view) != region.view, -sizes[view])))


def _sheet(view: str) -> str:
    """What the list of regions calls a view: the heads and the mouth are one."""
    return "head" if view == "mouth" or view.startswith("head_") else view


def fill(region_id: str, view: str | None = None) -> Stroke:
    """Fills a region whole in one view, else in its main one; KeyError where no view shows it."""
    return _on_region(StrokeMode.FILL, region_id, view)


def take_off(region_id: str, view: str) -> Stroke:
    """Takes a region's paint off whole in one view; KeyError where the view does not show it."""
    return _on_region(StrokeMode.ERASE, region_id, view)


def _on_region(mode: StrokeMode, region_id: str, view: str | None) -> Stroke:
    shown = views_of(region_id)
    if not shown:
        raise KeyError(region_id)
    at = view or shown[0]
    x, y = load_view(at).regions[region_id].label
    return Stroke(view=at, mode=mode, points=(round(x / TENTHS), round(y / TENTHS)))


def as_strokes(regions: Iterable[str]) -> tuple[Stroke, ...]:
    """Fills for regions that were marked whole; those that no view shows are passed over."""
    known = all_regions()
    return tuple(fill(region) for region in dict.fromkeys(regions) if region in known and views_of(region))


def limb_strokes(region_id: str) -> tuple[Stroke, ...]:
    """Fills every region of the large part, at its side, that a region belongs to; KeyError if unknown."""
    return as_strokes(regions_of_limb(region_id))


def tapped_regions(view: str, strokes: Iterable[Stroke]) -> frozenset[str] | None:
    """The regions that single points leave filled in a view; None where a line or a brush acts too."""
    shown = load_view(view)
    filled: set[str] = set()
    for stroke in strokes:
        if stroke.view != view or not stroke.points:
            continue
        if len(stroke.points) > 2 or stroke.mode is StrokeMode.PAINT:
            return None
        if stroke.mode is StrokeMode.ERASE and stroke.radius:
            return None
        region = shown.region_at(stroke.points[0] * TENTHS, stroke.points[1] * TENTHS)
        if stroke.mode is StrokeMode.ERASE:
            filled.discard(region or "")
        elif region is not None:
            filled.add(region)
    return frozenset(filled)


def mirrored(stroke: Stroke) -> Stroke:
    """The same stroke on the other side of the body; mirrored twice it is itself."""
    across = floor(load_view(stroke.view).width / TENTHS + 0.5)
    points = [across - value if at % 2 == 0 else value for at, value in enumerate(stroke.points)]
    return Stroke(
        view=OTHER_VIEW.get(stroke.view, stroke.view),
        mode=stroke.mode,
        radius=stroke.radius,
        points=tuple(points),
    )


def simplified(points: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """The fewest of the points that keep the line within half a unit, rounded to whole units."""
    if _is_long(points):
        from diary.anatomy import lines

        return _whole(lines.thinned(points).tolist())
    return _whole(_thinned(points))


def steadied(points: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """The same of the line without its tremor."""
    if _is_long(points):
        from diary.anatomy import lines

        return _whole(lines.thinned(lines.steadied(points)).tolist())
    return _whole(_thinned(steady(points)))


def _whole(points: Iterable[Sequence[float]]) -> tuple[int, ...]:
    kept: list[int] = []
    for x, y in points:
        spot = [floor(x + 0.5), floor(y + 0.5)]
        if kept[-2:] != spot:
            kept += spot
    return tuple(kept)


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Douglas and Peucker's line, by turns instead of by calls of itself."""
    keep = {0, len(points) - 1} if points else set()
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, distance = first, WITHIN * WITHIN
        for at in range(first + 1, last):
            away = _away(points[at], points[first], points[last])
            if away > distance:
                farthest, distance = at, away
        if farthest != first:
            keep.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(keep)]


def _away(spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Squared distance of a point from a stretch of line."""
    (x, y), (x0, y0), (x1, y1) = spot, start, end
    across, down = x1 - x0, y1 - y0
    length = across * across + down * down
    along = ((x - x0) * across + (y - y0) * down) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    x, y = x - x0 - along * across, y - y0 - along * down
    return x * x + y * y


STEP, REACH = 2.0, 4
"""Smoothing goes along the line in steps of so many units, over so many steps to either side."""


def steady(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line without its tremor: twice the mean over 16 units of its length; both ends stay."""
    line = _even_steps(points)
    for _ in range(2):
        line = [mean(line, at) for at in range(len(line))]
    return line


def _even_steps(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    line = list(points[:1])
    for (x0, y0), (x, y) in pairwise(points):
        across, down = x - x0, y - y0
        count = max(1, ceil(sqrt(across * across + down * down) / STEP))
        line += [(x0 + across * at / count, y0 + down * at / count) for at in range(1, count + 1)]
    return line


def mean(line: Sequence[Sequence[float]], at: int) -> tuple[float, float]:
    """The mean of a point and as many others at either side as there are, at most `REACH`."""
    reach = min(REACH, at, len(line) - 1 - at)
    near = line[at - reach : at + reach + 1]
    across = down = 0.0
    for x, y in near:  # one after the other, as numpy adds: `sum` is more exact in newer Pythons
        across += x
        down += y
    return across / len(near), down / len(near)


def _is_long(points: Sequence[tuple[float, float]]) -> bool:
    """Whether numpy is quicker; it is never loaded for this."""
    return len(points) >= LONG and "numpy" in sys.modules
