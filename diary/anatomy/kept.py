"""What a kept drawing means on the figure of now: whether it fits, what it covers, what to call it.

Coverage is counted late, so numpy is loaded only for drawings that brush, and for spots too small to count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from diary.anatomy.drawing import (
    COUNTS_FROM,
    FIGURE_VERSION,
    GRID_VERSION,
    fill,
    take_off,
    tapped_regions,
)
from diary.anatomy.limbs import limb_of
from diary.anatomy.naming import place_name
from diary.anatomy.regions import all_regions
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from diary.models.records import Area, AreaRegion, Stroke

WHOLE = 0.995
"""From this share on a region is marked whole, and a tap takes it off."""


class Kept(Protocol):
    """A drawing with the versions of what it was drawn and counted on: an area, or a place of a form."""

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The drawing as the hand made it."""
        ...

    @property
    def figure_version(self) -> str | None:
        """The figure it was drawn on."""
        ...

    @property
    def grid_version(self) -> str | None:
        """The label grids its coverage was counted on."""
        ...


# --- does it fit


def is_of_another_figure(kept: Kept) -> bool:
    """Whether it was drawn on a figure that is no longer shown: it stands there in whole regions."""
    return bool(kept.strokes) and kept.figure_version != FIGURE_VERSION


def is_counted_otherwise(kept: Kept) -> bool:
    """Whether its strokes fit the figure and its coverage was counted on other grids."""
    fits = bool(kept.strokes) and not is_of_another_figure(kept)
    return fits and kept.grid_version != GRID_VERSION


def strokes_here(kept: Kept) -> tuple[Stroke, ...]:
    """The strokes that can be shown on this figure; () stands for whole regions."""
    return () if is_of_another_figure(kept) else kept.strokes


# --- what it covers


def painted_shares(kept: Kept, recorded: Iterable[AreaRegion]) -> dict[str, float]:
    """Every painted share, 0 to 1, by region, whether the region counts or not.

    Where the drawing belongs to another figure or grid, or there is none, the recorded regions.
    """
    strokes = strokes_here(kept)
    listed = {one.region: one.coverage for one in recorded}
    if not strokes or is_counted_otherwise(kept) or _only_taps(strokes):
        return listed
    from diary.anatomy.coverage import coverage

    # What a view of a later figure covers is known only as it was recorded.
    unseen = any(one.view not in VIEWS for one in strokes)
    return together([coverage(strokes), listed]) if unseen else coverage(strokes)


def _only_taps(strokes: Sequence[Stroke]) -> bool:
    """Whether all of it is whole regions, which need no counting."""
    views = {one.view for one in strokes if one.view in VIEWS}
    return all(tapped_regions(view, strokes) is not None for view in views)


def together(places: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The shares of several places; where they overlap, the largest."""
    found: dict[str, float] = {}
    for shares in places:
        for region, share in shares.items():
            found[region] = max(share, found.get(region, 0.0))
    return found


def surface_pct(shares: Mapping[str, float]) -> float:
    """Per cent of the body's surface in these shares; a region this figure does not know adds nothing."""
    known = all_regions()
    return sum(known[region].bsa_pct * share for region, share in shares.items() if region in known)


def painted_pct(areas: Iterable[Area]) -> float:
    """Per cent of the body's surface under these places together, to two places; overlaps count once."""
    return round(surface_pct(together(painted_shares(area, area.regions) for area in areas)), 2)


# --- what one stroke does


def cells_under(stroke: Stroke) -> dict[str, int]:
    """How many cells of each region a stroke of any mode goes over, the most first."""
    from diary.anatomy.coverage import coverage, label_grid

    mode = StrokeMode.PAINT if stroke.radius else StrokeMode.FILL
    shares = coverage([replace(stroke, mode=mode)])
    grid = label_grid(stroke.view)
    sizes = {region: int(grid.sizes[number]) for number, region in enumerate(grid.regions, start=1)}
    found = {region: round(share * sizes[region]) for region, share in shares.items()}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def main_regions(stroke: Stroke) -> tuple[str, ...]:
    """The regions under a stroke in the large part of the body where most of it lies; () beside the body."""
    cells = cells_under(stroke)
    parts: dict[tuple[str, str], int] = {}
    for region, count in cells.items():
        parts[limb_of(region)] = parts.get(limb_of(region), 0) + count
    main = max(parts, key=lambda part: parts[part], default=None)
    return tuple(region for region in cells if limb_of(region) == main)


def rubbed(strokes: Sequence[Stroke], counted: Collection[str], eraser: Stroke) -> tuple[Stroke, ...]:
    """The strokes that an eraser adds to a drawing to take off what is seen; () where it does nothing.

    A region that counts by another view's paint is shown whole here: it is filled here first. One of which
    nothing is left here goes in the other views too, where it would still count and be shown again.
    """
    from diary.anatomy.coverage import Canvas, coverage

    view = eraser.view
    canvas = Canvas(one for one in strokes if one.view == view)
    here = load_view(view).regions.keys() & set(counted) - canvas.coverage().keys()
    filled = [fill(region, view) for region in cells_under(eraser) if region in here]
    for one in filled:
        canvas.add(one)
    before = canvas.coverage()
    canvas.add(eraser)
    after = canvas.coverage()
    if after == before:
        return ()
    left = coverage((*strokes, *filled, eraser))
    gone = [one for one in before if one not in after and left.get(one, 0.0) >= COUNTS_FROM]
    others = dict.fromkeys(one.view for one in strokes if one.view != view and one.view in VIEWS)
    also = [(region, other) for region in gone for other in others if region in load_view(other).regions]
    return (*filled, eraser, *(take_off(region, other) for region, other in also))


# --- what to call it


def naming_regions(kept: Kept, counted: tuple[str, ...]) -> tuple[str, ...]:
    """The regions that name a place: those that count, else all that it touches, the most painted first."""
    strokes = strokes_here(kept)
    if counted or not strokes:
        return counted
    from diary.anatomy.coverage import coverage

    known, shares = all_regions(), coverage(strokes)
    return tuple(sorted(shares, key=lambda one: (-known[one].bsa_pct * shares[one], -shares[one])))


def kept_name(kept: Kept, counted: tuple[str, ...]) -> str:
    """What to call a place; one too small to count is a small spot, by the region it touches most."""
    if counted:
        return place_name(counted)
    touched = naming_regions(kept, counted)
    if touched:
        return say("place.small_at", region=all_regions()[touched[0]].label)
    return say("place.small") if kept.strokes else say("place.nowhere")


def area_name(area: Area) -> str:
    """What to call a place of an entry."""
    return kept_name(area, tuple(one.region for one in area.regions))
