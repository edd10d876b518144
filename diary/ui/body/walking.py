"""The way of the keyboard over the figure: to the anatomical neighbour, else to what lies nearest."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from diary.anatomy.neighbours import neighbour
from diary.anatomy.views import load_view

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
    """The place one step that way; `spot_of` gives where a region stands in a view. At the edge it stays."""
    view, region = here
    beside = neighbour(view, region, across, down)
    if beside is not None:
        return view, beside
    others = [one for one in views if one != view]
    return (
        _nearest(here, across, down, [view], spot_of)
        or _nearest(here, across, down, others, spot_of, wide=True)
        or here
    )


def _nearest(
    here: Place,
    across: int,
    down: int,
    views: Sequence[str],
    spot_of: Callable[[str, str], QPointF],
    *,
    wide: bool = False,
) -> Place | None:
    start = spot_of(here[1], here[0])
    best: tuple[float, Place] | None = None
    for view in views:
        for region in load_view(view).regions:
            step = spot_of(region, view) - start
            ahead = step.x() * across + step.y() * down
            aside = abs(step.x() * down) + abs(step.y() * across)
            if ahead > 0.5 and (wide or aside <= 1.5 * ahead):
                cost = hypot(ahead, 2 * aside)
                if best is None or cost < best[0]:
                    best = (cost, (view, region))
    return best[1] if best is not None else None
