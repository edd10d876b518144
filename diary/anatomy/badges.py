"""Where the number of an area stands: beside it, off the body if there is room, never on another number."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from diary.anatomy.sides import AIRY
from diary.anatomy.views import ONE_SIDE, STANDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.anatomy.views import Ring, View

_Room = tuple[float, float, float, float]
"""A middle (x, y) lies between (left, top) and (right, bottom)."""

Taken = tuple[float, float, float]
"""What stands somewhere: its middle (x, y), and half its width; as high as a number."""

BADGE_R = 11.5
"""Radius of a severity badge, px at 100 %."""

BESIDE_PX, BELOW_PX = 10.0, 22.0
"""Room that a view has around it in its box, px at 100 %: at either side, and below where its words stand."""

STEPS = (0.0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6, 5.0, -5.0)
"""How far above and below an area its number is tried at the edge of the picture, in radii."""

PAIRS = frozenset({"sole", "palm", "foot_top", "hand_back"})
"""Enlarged views of two things apart; a number on one stays off the other."""

NUMBERS_APART, NUMBER_FROM_WORDS, WORDS_APART = 2.1, 1.7, 1.5
"""How far apart middles are at least, in radii: of two circles, of one and words, of words alone."""

STEP = 0.15
"""About how far apart the free spots are that words are tried at where all near ones are marked, in radii."""

CLOSER = 0.7
"""Words are this share nearer to each other before they cover marks; they do not touch yet."""

DOTS = tuple((ring / 4, turn * pi / 10) for ring in range(5) for turn in range(20))
"""Where in the oval ground of words marks are looked for: share of the way out, and direction."""

PER_SKIN = 0.2
"""How many radii farther words go to leave one more dot of their edge off the body."""

TURNS = (0, 1, -1, 2, -2, 3, -3, 4)
"""Directions tried, in eighths of a turn from outwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A connected part of an area: boxes (left, top, right, bottom), and its regions if these are whole."""

    boxes: tuple[tuple[int, int, int, int], ...]
    regions: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The box around all of it."""
        lefts, tops, rights, bottoms = zip(*self.boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def size(self) -> int:
        """How large its boxes are together."""
        return sum((right - left) * (bottom - top) for left, top, right, bottom in self.boxes)


def numbered_parts(view: View, ids: Sequence[str], rings: Sequence[Ring] = ()) -> list[Part]:
    """The parts of an area that get a number: the largest at each side, or one across the middle.

    The area is whole regions and what is painted within `rings`. A view of one side has one number.
    """
    sides: dict[int, Part] = {}
    parts = [*_connected(view, ids), *_painted(rings)]
    if view.name in ONE_SIDE:
        return [max(parts, key=lambda part: part.size)] if parts else []
    for part in parts:
        left, _, right, _ = part.bounds
        middle = view.width / 2
        side = 0 if left < middle - 4 and right > middle + 4 else 1 if (left + right) / 2 > middle else -1
        if side not in sides or part.size > sides[side].size:
            sides[side] = part
    across = sides.get(0)
    if across is not None and across.size >= sum(sides[side].size for side in (-1, 1) if side in sides):
        return [across]
    return [sides[side] for side in sorted(sides)]


def _painted(rings: Sequence[Ring]) -> list[Part]:
    """A part for each painted spot; rings around holes run the other way and are passed over."""
    parts: list[Part] = []
    for ring in rings:
        x, y = ring[::2], ring[1::2]
        ends = zip(x, y, (*x[1:], x[0]), (*y[1:], y[0]), strict=True)
        if sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in ends) > 0:
            parts.append(Part(boxes=((min(x), min(y), max(x), max(y)),)))
    return parts


def _connected(view: View, ids: Sequence[str]) -> list[Part]:
    """The regions in groups whose outlines share points."""
    groups: list[tuple[list[str], set[tuple[int, int]]]] = []
    for region_id in ids:
        names = [region_id]
        dots = {
            dot for ring in view.regions[region_id].rings for dot in zip(ring[::2], ring[1::2], strict=True)
        }
        apart = []
        for others, taken in groups:
            if taken.isdisjoint(dots):
                apart.append((others, taken))
            else:
                names += others
                dots |= taken
        groups = [*apart, (names, dots)]
    return [
        Part(boxes=tuple(view.regions[name].bounds for name in names), regions=tuple(names))
        for names, _ in groups
    ]


def place_badges(
    view: View,
    areas: Sequence[tuple[Part, int]],
    radius: float,
    *,
    marked: frozenset[str],
    taken: Sequence[Taken] = (),
    air: float = 0.0,
    halves: Sequence[float] = (),
) -> list[tuple[float, float, int]]:
    """Centre (x, y) and severity for each part of an area and its severity; `radius` in units.

    Numbers keep clear of what stands at `taken`, of the body where they can, of `marked` regions before
    plain skin. `air` is the free room beside the drawing, px at 100 %; words have `halves`, half the width of
    each in units.
    """
    filled: list[Taken] = []
    badges: list[tuple[float, float, int]] = []
    apart, clear = (WORDS_APART, WORDS_APART) if halves else (NUMBERS_APART, NUMBER_FROM_WORDS)
    words = [(x, y, half, clear * radius) for x, y, half in taken]
    for (part, severity), half in zip(areas, halves or [radius] * len(areas), strict=True):
        wide = max(half, radius)
        others = [*words, *((x, y, other, apart * radius) for x, y, other in filled)]
        search = _Search(
            view=view, radius=radius, half=wide, air=air, marked=marked, others=others, far=bool(halves)
        )
        x, y = search.beside(part)
        filled.append((x, y, wide))
        badges.append((x, y, severity))
    return badges


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """Looks for a place for one number, or for words `half` as wide to either side of their middle."""

    view: View
    radius: float
    half: float
    air: float
    marked: frozenset[str]
    others: Sequence[tuple[float, float, float, float]]
    """What stands there: middle (x, y), half its width, how far away it is to be."""
    far: bool = False
    """Whether it may be anywhere in the picture, as words with a line to their place may."""

    def beside(self, part: Part) -> tuple[float, float]:
        """The first place tried with nothing in its way, or else the best one."""
        left, top, right, bottom = part.bounds
        middle = ((left + right) / 2, (top + bottom) / 2)
        outwards = 0.0 if middle[0] >= self.view.width / 2 else pi
        room = self._room(middle[0])
        tried: list[tuple[float, float, float]] = []
        for away in (1.15, 1.8, 3.0):
            across = (right - left) / 2 + (away - 1) * self.radius + self.half
            down = (bottom - top) / 2 + away * self.radius
            spots = [
                (middle[0] + cos(turn) * across, middle[1] + sin(turn) * down)
                for turn in (outwards + eighth * pi / 4 for eighth in TURNS)
            ]
            if room is not None:
                edge = room[2] if not outwards else room[0]
                spots = _kept_in(room, [*self._free(room, edge, middle[1]), *spots])
            for x, y in spots:
                cost = away + self._cost(x, y)
                if cost == away and not (self.far and self._marks(x, y)):
                    return x, y
                tried.append((cost, x, y))
        _, x, y = min(tried)
        if self.far and self._marks(x, y):
            found = self._unmarked(middle, room) or self._unmarked(middle, room, CLOSER)
            return found or (x, y)
        return x, y

    def _unmarked(
        self, middle: tuple[float, float], room: _Room | None, share: float = 1.0
    ) -> tuple[float, float] | None:
        """The spot nearest to the middle of an area with neither marks nor words in its way, if any.

        Words may be as near as a `share` of how far away they are to be.
        """
        size = (self.view.width - self.half, self.view.height - self.radius)
        left, top, right, bottom = room or (self.half, self.radius, *size)
        if self.view.name not in STANDING and self.air >= AIRY:
            top = 0.0  # the title stands beside the drawing, and the box goes on above it
        columns, rows = (_even(*ends, STEP * self.radius) for ends in ((left, right), (top, bottom)))
        spots = [(x, y) for x in columns for y in rows]
        best: tuple[float, float, float] | None = None
        for away, x, y in sorted((hypot(x - middle[0], y - middle[1]) / self.radius, x, y) for x, y in spots):
            if best is not None and away >= best[0]:
                break
            if self._near(x, y, share) or self._marks(x, y):
                continue
            cost = away + PER_SKIN * sum(one is not None for one in self._under(x, y))
            if best is None or cost < best[0]:
                best = (cost, x, y)
        return None if best is None else best[1:]

    def _free(self, room: _Room, edge: float, y: float) -> list[tuple[float, float]]:
        """Where beside an enlarged view nothing ever is, close to the drawing where there is much room."""
        if self.view.name in STANDING:
            return []
        edge = min(max(edge, -self.half), self.view.width + self.half)
        heel = self.view.name in PAIRS and self.air < AIRY
        return _heel(room, edge) if heel else _beside(edge, y, self.radius)

    def _room(self, x: float) -> _Room | None:
        """Where its middle may be: never over the other one of a pair, which may be well."""
        radius, px, middle = self.radius, self.radius / BADGE_R, self.view.width / 2
        if self.view.name in STANDING:
            first, bottom = self.half - self.air * px, self.view.height - radius
            return (first, radius, self.view.width - first, bottom) if self.air else None
        airy = self.air >= AIRY
        beside = max(self.air, BESIDE_PX) * px
        first, last = -beside, self.view.width + beside
        if self.view.name in PAIRS:
            apart = 0.3 * radius
            first, last = (middle + apart, last) if x >= middle else (first, middle - apart)
        below = self.view.height + (0.0 if airy else BELOW_PX * px)
        return first + self.half, radius, last - self.half, below - radius

    def _cost(self, x: float, y: float) -> float:
        """How much is in the way: other numbers most, then the edge of the picture, marks, the body."""
        radius = self.radius
        cost = 100.0 * self._near(x, y)
        first, last = self.half - self.air * radius / BADGE_R, self.view.height - radius
        inside = first <= x <= self.view.width - first and radius <= y <= last
        cost += 0 if inside or self.view.name not in STANDING else 30
        under = self._under(x, y)
        return cost + sum(3.0 if region in self.marked else 1.0 for region in under if region is not None)

    def _near(self, x: float, y: float, share: float = 1.0) -> int:
        """How many other numbers or words are too near."""
        flat = self.half - self.radius
        return sum(
            hypot(max(0.0, abs(x - one) - flat - max(0.0, half - self.radius)), y - other) < apart * share
            for one, other, half, apart in self.others
        )

    def _marks(self, x: float, y: float) -> bool:
        """Whether any of what is under it is marked, be it as narrow as a finger."""
        half, tall, regions = self.half, self.radius, self.view.regions
        near = []
        for shape in (regions[region] for region in self.marked if region in regions):
            left, top, right, bottom = shape.bounds
            if left < x + half and right > x - half and top < y + tall and bottom > y - tall:
                near.append(shape)
        dots = [(x + half * across * cos(turn), y + tall * across * sin(turn)) for across, turn in DOTS]
        corners = (
            (one - x, two - y) for shape in near for ring in shape.rings for one, two in _corners(ring)
        )
        inside = any((across / half) ** 2 + (down / tall) ** 2 < 1 for across, down in corners)
        return inside or any(shape.contains(*dot) for shape in near for dot in dots)

    def _under(self, x: float, y: float) -> list[str | None]:
        """What of the body is under its middle and its edge, None beside the body."""
        radius, flat = self.radius, self.half - self.radius
        rim = [(x, y), *((x + cos(t * pi / 4) * radius, y + sin(t * pi / 4) * radius) for t in range(8))]
        shifts = (-flat, 0.0, flat) if flat else (0.0,)
        return [self.view.region_at(one + shift, other) for shift in shifts for one, other in rim]


def _corners(ring: Ring) -> Iterator[tuple[int, int]]:
    return zip(ring[::2], ring[1::2], strict=True)


def _even(first: float, last: float, step: float) -> list[float]:
    """Numbers from the first to the last, both among them, a step or a little less apart."""
    count = max(1, ceil((last - first) / step))
    return [first + (last - first) * number / count for number in range(count + 1)]


def _heel(room: _Room, edge: float) -> list[tuple[float, float]]:
    """The free corners beside heel or wrist."""
    _, top, _, bottom = room
    return [(edge, top + share * (bottom - top)) for share in (0.86, 0.8, 0.74, 1.0)]


def _beside(edge: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Level with the area at the edge of the picture, then above and below."""
    return [(edge, y + step * radius) for step in STEPS]


def _kept_in(room: _Room, spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spots brought into the room."""
    left, top, right, bottom = room
    return [(min(max(x, left), right), min(max(y, top), bottom)) for x, y in spots]
