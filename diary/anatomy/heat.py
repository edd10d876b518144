"""Maps of the body as display lists: places shaded by how much, and by what became of them."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from diary.anatomy.badges import BADGE_R, Part, numbered_parts, place_badges
from diary.anatomy.figure import Path, Text, side_words
from diary.anatomy.limbs import limb_of
from diary.anatomy.views import STANDING, View, joined, load_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Item
    from diary.anatomy.views import Ring

MOST_LEVEL = 10
"""Shades go from 0 to this, as the palette's severities."""

NUMBER_PX = 15
WORD_PX = 13

_AROUND_NUMBERS = ((0, 8),)
_AROUND_WORDS = ((-14, 8), (14, 8))
"""Where the words of a side stand about their point, px at 100 %: longer words keep farther away."""

TURN_TOKENS = {
    "new": "quality.heat",
    "more": "quality.heat",
    "same": "quiet",
    "fewer": "quality.cold",
    "gone": "quality.cold",
}
"""The colour of each turn; its pattern and its word say the same without colour."""


def level_of(share: float) -> int:
    """The shade of a share from 0 to 1: the nearest tenth, never 0 for what is there at all."""
    return 0 if share <= 0 else min(MOST_LEVEL, max(1, round(share * MOST_LEVEL)))


def heat_list(
    view: str,
    levels: Mapping[str, int],
    numbers: Mapping[str, float],
    *,
    px: float,
    digits: int = 0,
    selected: str = "",
    words: bool = True,
) -> tuple[Item, ...]:
    """Regions filled by their level (0 to 10), and beside each large part its largest number.

    `px` is units per pixel at 100 %; numbers are written with `digits` decimals.
    """
    body = load_view(view)
    shown = [region for region in body.regions if region in levels]
    fills = [
        Path(rings=body.regions[region].rings, fill=f"severity.{levels[region]}", stroke="skin", width=0.8)
        for region in shown
    ]
    parts = _parts(body, [region for region in shown if region in numbers])
    told = [(part, f"{max(numbers[one] for one in part.regions):.{digits}f}") for part in parts]
    return (*fills, *_edges(body, selected), *_written(body, told, NUMBER_PX, shown, px, words=words))


def turn_list(
    view: str,
    turns: Mapping[str, str],
    words_of: Mapping[str, str],
    *,
    px: float,
    selected: str = "",
    words: bool = True,
) -> tuple[Item, ...]:
    """Regions with the pattern of their turn (a key of `TURN_TOKENS`), and its word beside each large part.

    Where the regions of a part have turned differently, the word is that of the most regions.
    """
    body = load_view(view)
    shown = [region for region in body.regions if region in turns]
    items: list[Item] = []
    for turn in TURN_TOKENS:
        ids = [region for region in shown if turns[region] == turn]
        if ids:
            items += turn_paths(joined(body.regions[one] for one in ids), turn, px)
    told: list[tuple[Part, str]] = []
    for part in _parts(body, shown):
        found = [turns[one] for one in part.regions]
        most = max(TURN_TOKENS, key=found.count)
        told.append((part, words_of[most]))
    tokens = {words_of[turn]: token for turn, token in TURN_TOKENS.items()}
    written = _written(body, told, WORD_PX, shown, px, words=words, tokens=tokens)
    return (*items, *_edges(body, selected), *written)


def turn_paths(rings: Sequence[Ring], turn: str, px: float) -> list[Path]:
    """A shape in the pattern of a turn: hatched for more, crossed for new, dots for fewer, rings for gone."""
    token = TURN_TOKENS[turn]
    grounds = {"same": ("dash", 0.5)}
    fill, share = grounds.get(turn, (token, 0.2))
    found = [Path(rings=rings, fill=fill, share=share, stroke=token, width=1.0)]
    xs = [x for ring in rings for x in ring[::2]]
    ys = [y for ring in rings for y in ring[1::2]]
    box = (min(xs), min(ys), max(xs), max(ys))
    if turn in ("new", "more"):
        lines = _hatch(box, 7 * px, falling=False)
        if turn == "new":
            lines += _hatch(box, 7 * px, falling=True)
        found.append(Path(rings=lines, closed=False, stroke=token, width=1.8, clip=rings))
    elif turn == "fewer":
        found.append(Path(rings=_dots(box, 7 * px, 1.5 * px), fill=token, clip=rings))
    elif turn == "gone":
        found.append(Path(rings=_dots(box, 8 * px, 2.2 * px), stroke=token, width=1.1, clip=rings))
    return found


def _hatch(box: tuple[int, int, int, int], step: float, *, falling: bool) -> list[Ring]:
    """Slanted lines over a box, on one net for the whole view, so that neighbours' lines meet."""
    left, top, right, bottom = box
    low, high = (left - bottom, right - top) if falling else (left + top, right + bottom)
    nets = [number * step for number in range(int(low // step), int(high // step) + 1)]
    ends = [(net + top, net + bottom) if falling else (net - top, net - bottom) for net in nets]
    return [[round(x0), top, round(x1), bottom] for x0, x1 in ends]


def _dots(box: tuple[int, int, int, int], step: float, radius: float) -> list[Ring]:
    left, top, right, bottom = box
    rings: list[Ring] = []
    for row in range(int(top // step), int(bottom // step) + 2):
        for column in range(int(left // step), int(right // step) + 2):
            x, y = (column + (row % 2) / 2) * step, row * step
            rings.append(_circle(x, y, radius, 8))
    return rings


def _circle(x: float, y: float, radius: float, corners: int, *, tall: float | None = None) -> Ring:
    """A ring of so many corners; an oval where it is as `tall` as given."""
    turns = [2 * pi * number / corners for number in range(corners)]
    high = radius if tall is None else tall
    return [round(one) for turn in turns for one in (x + radius * cos(turn), y + high * sin(turn))]


def _edges(body: View, selected: str) -> list[Item]:
    edges: list[Item] = [Path(rings=body.outline, stroke="skin_outline", width=1.2)]
    if selected in body.regions:
        edges.append(Path(rings=body.regions[selected].rings, stroke="accent", width=2.0))
    return edges


def _parts(body: View, regions: Sequence[str]) -> list[Part]:
    """The regions by large part of the body, and of these the pieces that get a number."""
    limbs: dict[tuple[str, str], list[str]] = {}
    for region in regions:
        limbs.setdefault(limb_of(region), []).append(region)
    return [part for ids in limbs.values() for part in numbered_parts(body, ids)]


def _written(
    body: View,
    told: Sequence[tuple[Part, str]],
    size: int,
    marked: Sequence[str],
    px: float,
    *,
    words: bool,
    tokens: Mapping[str, str] | None = None,
) -> list[Item]:
    """Each part's words where nothing is in the way, on a small ground of their own over the body."""
    radius = px * BADGE_R
    around = _AROUND_WORDS if size == WORD_PX else _AROUND_NUMBERS
    taken = []
    for side in side_words(body, px) if words else ():
        taken += [(side.x + across * px, side.y + down * px) for across, down in around]
    if words and body.name in STANDING:
        taken += [(body.width * share, 10 * px) for share in (0.05, 0.13)]
    inside = {number: spot for number, (part, _) in enumerate(told) if (spot := _inside(body, part, radius))}
    beside = [(part, number) for number, (part, _) in enumerate(told) if number not in inside]
    spots = [(*spot, number) for number, spot in inside.items()]
    spots += place_badges(body, beside, radius, marked=frozenset(marked), taken=taken)
    items: list[Item] = []
    for x, y, number in spots:
        part, text = told[number]
        begin, anchor = _anchored(body, x, part, radius)
        half = 0.3 * size * len(text) * px
        middle = begin + {"start": half, "middle": 0.0, "end": -half}[anchor]
        if any(body.region_at(middle + across, y) is not None for across in (-half, 0, half)):
            plate = _circle(middle, y, half + 4 * px, 20, tall=0.72 * size * px)
            items.append(Path(rings=[plate], fill="card", share=0.88))
        token = (tokens or {}).get(text, "ink")
        low = y + 0.36 * size * px
        items.append(Text(x=begin, y=low, words=text, token=token, size=size, strong=True, anchor=anchor))
    return items


def _inside(body: View, part: Part, radius: float) -> tuple[float, float] | None:
    """The middle of a part across the trunk with room for words, which beside it would be an arm's."""
    left, top, right, bottom = part.bounds
    across = left < body.width / 2 - radius and right > body.width / 2 + radius
    if body.name not in STANDING or not across or right - left < 4 * radius:
        return None
    return (left + right) / 2, (top + bottom) / 2


def _anchored(body: View, x: float, part: Part, radius: float) -> tuple[float, str]:
    """Where words begin and how they are anchored, so that long ones run away from what they stand beside.

    In a box of its own a pair stands close to the edge: there they run towards it.
    """
    if body.name not in STANDING:
        return (x + radius, "end") if x >= body.width / 2 else (x - radius, "start")
    left, _, right, _ = part.bounds
    if x > right:
        return x - 0.7 * radius, "start"
    return (x + 0.7 * radius, "end") if x < left else (x, "middle")
