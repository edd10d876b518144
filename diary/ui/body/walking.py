"""The way of the keyboard over the figure: to the anatomical neighbour, and round the edge of a view."""

from __future__ import annotations

from functools import cache
from math import hypot
from typing import TYPE_CHECKING

from diary.anatomy.limbs import limb_of
from diary.anatomy.neighbours import bordering, neighbour
from diary.anatomy.views import VIEWS, load_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPointF

    Place = tuple[str, str]
    """A view and a region in it."""


def first_place(view: str) -> Place:
    """Where the keyboard begins in a view: the chest of a standing figure."""
    drawn = load_view(view)
    found = drawn.region_at(drawn.width / 2 + 1, drawn.height * 0.25)
    return view, found or next(iter(drawn.regions))


def next_place(
    here: Place, across: int, down: int, views: Sequence[str], spot_of: Callable[[str, str], QPointF]
) -> Place:
    """The place one step that way; `spot_of` gives where a region stands in a view.

    At the edge of a view it is the same region in another one of the views, else one that borders on it
    there, as if the body turned; else it stays.
    """
    view, region = here
    beside = neighbour(view, region, across, down)
    if beside is not None:
        return view, beside
    return _nearest(here, across, down, spot_of) or _round_the_edge(here, views) or here


def in_next_view(here: Place, step: int, views: Sequence[str]) -> Place:
    """The place in the next (1) or the previous (-1) view: the same or a bordering region if it is there."""
    view = views[(views.index(here[0]) + step) % len(views)]
    return _same_in(view, here[1]) or _bordering_in(view, here[1]) or first_place(view)


def place_in(views: Sequence[str], here: Place) -> Place | None:
    """Where a place is among other views: in its own view, else in the first one that shows its region."""
    for view in (here[0], *views):
        if view in views and here[1] in load_view(view).regions:
            return view, here[1]
    return None


def _round_the_edge(here: Place, views: Sequence[str]) -> Place | None:
    at = views.index(here[0])
    others = [*views[at + 1 :], *views[:at]]
    for way in (_same_in, _bordering_in):
        for view in others:
            if found := way(view, here[1]):
                return found
    return None


def _same_in(view: str, region: str) -> Place | None:
    return (view, region) if region in load_view(view).regions else None


def _bordering_in(view: str, region: str) -> Place | None:
    """A region of this view that borders on another one in any view; first one of its limb and kind."""
    near = sorted(
        (
            limb_of(one) != limb_of(region),
            one.split("_", maxsplit=1)[0] != region.split("_", maxsplit=1)[0],
            one,
        )
        for one in _borders(region)
        if one in load_view(view).regions
    )
    return (view, near[0][2]) if near else None


@cache
def _borders(region: str) -> frozenset[str]:
    return frozenset().union(*(bordering(view).get(region, frozenset()) for view in VIEWS))


def _nearest(here: Place, across: int, down: int, spot_of: Callable[[str, str], QPointF]) -> Place | None:
    """The nearest region that way in the same view, though something else lies between."""
    view, region = here
    start = spot_of(region, view)
    best: tuple[float, Place] | None = None
    for other in load_view(view).regions:
        step = spot_of(other, view) - start
        ahead = step.x() * across + step.y() * down
        aside = abs(step.x() * down) + abs(step.y() * across)
        if ahead > 0.5 and aside <= 1.5 * ahead:
            cost = hypot(ahead, 2 * aside)
            if best is None or cost < best[0]:
                best = (cost, (view, other))
    return best[1] if best is not None else None
