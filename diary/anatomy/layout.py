"""Where the views of a sheet stand in a space: whole figures side by side, enlarged ones beside or below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from diary.anatomy.badges import PAIRS
from diary.anatomy.sides import TITLE_AT, wide_px
from diary.anatomy.views import ONE_SIDE, STANDING, load_view
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

_Room = tuple[float, float, float, float]
"""Left, top, width and height."""

AIR = 36.0
"""Free room at either side of a drawing whose words and numbers stand there, px at 100 %."""

SOME_AIR = 29.5
"""Free room at either side of a drawing with its words below it, so that numbers stand clear of it."""

BELOW_FROM = 0.85
"""Enlarged views stand below where figures with boxes at their right are lower than this share of a space."""

FIGURES_PART = 0.68
"""How much of the height the figures take at most where enlarged views stand below them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one view stands: corner and scale in px, title, the box of an enlarged pair (x, y, w, h).

    `air` is the free room at either side of the drawing, px, where words and numbers may stand.
    """

    view: str
    x: float
    y: float
    scale: float
    title: tuple[float, float]
    box: _Room | None = None
    air: float = 0.0


def arrange(
    views: Sequence[str], width: float, height: float, *, text: float = 1.0, words: bool = True
) -> tuple[Placement, ...]:
    """Stand the views in a space of px: whole figures side by side, enlarged ones in boxes.

    The boxes stand at the figures' right, in a narrow space below them; without whole figures they
    share the space in as many columns as make the drawings largest. `text` is the text size (1 is 100 %);
    without `words` no room is kept for titles and sides.
    """
    big = [name for name in views if name in STANDING]
    small = [name for name in views if name not in STANDING]
    gap = (12 if words else 6) * text
    shape = _shape(big)
    boxes = 0.45 if small and big else 0.0
    gaps = [gap * (4 if name in ONE_SIDE else 1) for name in big[:-1]] + [gap] * bool(big and small)
    room = width - sum(gaps)
    tall = min(height, room / (shape + boxes)) if big else height
    if big and small and tall < BELOW_FROM * height:
        return _below(big, small, (width, height), text=text, words=words)
    box_wide = (tall * boxes if big else room) if small else 0.0
    used = tall * shape + box_wide + sum(gaps)
    x, top = max(0.0, (width - used) / 2), max(0.0, (height - tall) / 2)
    placed: list[Placement] = []
    for name, after in zip(big, [*gaps, 0.0], strict=False):
        placed.append(_figure(name, x, top, tall, text=text))
        x += load_view(name).width * placed[-1].scale + after
    space = (x, top, box_wide, tall)
    tried = [(columns, False) for columns in range(1, len(small) + 1 if not big else 2)]
    tried += [(1, True)] if words and not big else []
    grids = [
        _boxes(small, space, columns=columns, text=text, words=words, airy=airy) for columns, airy in tried
    ]
    largest = max(grids, key=lambda grid: min(box.scale for box in grid)) if small else []
    return (*placed, *largest)


def moved(placement: Placement, across: float, down: float) -> Placement:
    """A view that stands so many px farther right and down."""
    x, y = placement.title
    box = placement.box
    if box is not None:
        box = (box[0] + across, box[1] + down, box[2], box[3])
    return replace(
        placement, x=placement.x + across, y=placement.y + down, title=(x + across, y + down), box=box
    )


def _shape(names: Sequence[str]) -> float:
    """Width by height of views side by side."""
    return sum(load_view(name).width / load_view(name).height for name in names)


def _figure(name: str, x: float, top: float, tall: float, *, text: float, air: float = 0.0) -> Placement:
    view = load_view(name)
    scale = tall / view.height
    # With air the title moves into it, away from the shoulder.
    begin = x - air + view.width * scale * TITLE_AT.get(name, 0.0)
    return Placement(view=name, x=x, y=top, scale=scale, title=(begin, top + 15 * text), air=air)


def _below(
    big: Sequence[str], small: Sequence[str], space: tuple[float, float], *, text: float, words: bool
) -> tuple[Placement, ...]:
    """Figures as far apart as there is room, under them boxes no higher than their drawings need."""
    width, height = space
    gap = (8 if words else 4) * text
    tall = min((width - gap * (len(big) - 1)) / _shape(big), FIGURES_PART * (height - gap))
    room = (0.0, tall + gap, width, height - tall - gap)
    tried = [_low_boxes(small, room, columns, text=text, words=words) for columns in range(1, len(small) + 1)]
    boxes = max(tried, key=lambda grid: min(box.scale for box in grid))
    low = max(one.box[1] + one.box[3] for one in boxes if one.box is not None)
    top = max(0.0, (height - low) / 2)
    air = max(0.0, (width - tall * _shape(big)) / len(big) / 2 - gap / 2)
    placed: list[Placement] = []
    x = 0.0
    for name in big:
        x += air
        placed.append(_figure(name, x, top, tall, text=text, air=air))
        x += load_view(name).width * placed[-1].scale + air + gap
    return (*placed, *(moved(one, 0, top) for one in boxes))


def _low_boxes(
    small: Sequence[str], room: _Room, columns: int, *, text: float, words: bool
) -> list[Placement]:
    """So many boxes in a row as stand in a room below figures, no higher than their drawings need."""
    x, y, wide, tall = room
    gap = 8 * text if words else 4
    rows = ceil(len(small) / columns)
    each = (wide - gap * (columns - 1)) / columns
    most = max(_most(name, each, text=text, words=words) for name in small)
    low = min(tall, rows * most + (rows - 1) * gap)
    return _boxes(small, (x, y, wide, low), columns=columns, text=text, words=words, airy=words)


def _most(name: str, wide: float, *, text: float, words: bool) -> float:
    """The height at which the drawing in a box so wide is as large as it can be."""
    head, foot, side = _margins(text, words=words)
    side = (SOME_AIR + 4) * text if words else side
    view = load_view(name)
    return (wide - 2 * side) * view.height / view.width + head + foot


def _margins(text: float, *, words: bool) -> tuple[float, float, float]:
    """What a box keeps free above its drawing, below it, and at either side, px."""
    return (28 * text, 26 * text, 10 * text) if words else (6, 20, 6)


def _boxes(
    small: Sequence[str],
    space: _Room,
    *,
    columns: int,
    text: float,
    words: bool,
    airy: bool = False,
) -> list[Placement]:
    """Rows of boxes as high as each other; the boxes of a row share its width."""
    x, top, wide, tall = space
    gap = 8 * text if words else 4
    rows = [small[first : first + columns] for first in range(0, len(small), columns)]
    each = (tall - gap * (len(rows) - 1)) / max(1, len(rows))
    placed: list[Placement] = []
    for number, row in enumerate(rows):
        share = (wide - gap * (len(row) - 1)) / len(row)
        for place, name in enumerate(row):
            box = (x + place * (share + gap), top + number * (each + gap), share, each)
            placed.append(_boxed(name, box, text=text, words=words, airy=airy))
    return placed


def _boxed(name: str, box: _Room, *, text: float, words: bool, airy: bool) -> Placement:
    """The drawing in its box; where `airy`, its words stand at its sides if that makes it larger."""
    margins = _margins(text, words=words)
    if not airy or name not in PAIRS:
        return _stood(name, box, margins, text=text)
    plain = _stood(name, box, (*margins[:2], (SOME_AIR + 4) * text), text=text, airy=True)
    plain = replace(plain, air=min(plain.air, SOME_AIR * text))
    side = AIR + 4
    free = [_stood(name, box, (head * text, 6 * text, side * text), text=text, airy=True) for head in (6, 24)]
    best = free[0] if _clear(free[0], text) else free[1]
    return best if best.scale > 1.1 * plain.scale else plain


def _stood(
    name: str, box: _Room, margins: tuple[float, float, float], *, text: float, airy: bool = False
) -> Placement:
    x, y, wide, tall = box
    head, foot, side = margins
    view = load_view(name)
    scale = max(1e-6, min((wide - 2 * side) / view.width, (tall - head - foot) / view.height))
    left = x + (wide - view.width * scale) / 2
    upper = y + head + (tall - head - foot - view.height * scale) / 2
    title = (x + (10 if head > 6 else 6) * text, y + 20 * text)
    air = left - x - 4 * text if airy else 0.0
    return Placement(view=name, x=left, y=upper, scale=scale, title=title, box=box, air=air)


def _clear(placed: Placement, text: float) -> bool:
    """Whether nothing of the body lies under the title."""
    view = load_view(placed.view)
    wide = wide_px(say(f"view.{placed.view}")) * text + 4 * text
    steps = ceil(wide / (3 * text))
    for across in range(steps + 1):
        for up in (12, 6, -6):
            x, y = placed.title[0] + wide * across / steps, placed.title[1] - up * text
            if view.region_at((x - placed.x) / placed.scale, (y - placed.y) / placed.scale) is not None:
                return False
    return True
