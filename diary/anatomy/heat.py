"""Maps of the body as display lists: places shaded by how much, and by what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from diary.anatomy.badges import BADGE_R, Part, numbered_parts, place_badges
from diary.anatomy.drawing import TENTHS
from diary.anatomy.figure import Path
from diary.anatomy.limbs import limb_of
from diary.anatomy.sides import Text, taken_by_words, wide_px
from diary.anatomy.views import STANDING, View, joined, load_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Item
    from diary.anatomy.views import Ring

MOST_LEVEL = 10
"""Shades go from 0 to this, as the palette's severities."""

NUMBER_PX = 15
WORD_PX = 13

FRAME_PX, GAP_PX = 6.0, 2.6
"""Width of the line around a chosen region and of the gap within it; half of each is under the region."""

LEADER_LINES = ((3.0, "card"), (1.0, "ink"))
LEADER_DOTS = (3.0, 2.0)
"""The line from words to their place (px, colour) and the radius of the dot at its end, the wider first."""

SMALL_ROOM_PX = 7.0
"""A region with less room than this around its middle has no dot on it, which would hide it."""

FAR_PX = 34.0
"""Words with more than this between their middle and their part have a line to it."""

LEAST_LEADER_PX = 4.0
"""Words so close to their place need no line to it."""

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
    air: float = 0.0,
    digits: int = 0,
    selected: str = "",
    words: bool = True,
) -> tuple[Item, ...]:
    """Regions filled by their level (0 to 10), and beside each large part its largest number.

    Where others of the part have less, a thin line leads from it to a place that has it. A part with the
    chosen region says that one's number. `px` is units per pixel at 100 %, `air` the free room at either
    side, px. Numbers have `digits` decimals.
    """
    body = load_view(view)
    shown = [region for region in body.regions if region in levels]
    fills = [
        Path(rings=body.regions[region].rings, fill=f"severity.{levels[region]}", stroke="skin", width=0.8)
        for region in shown
    ]
    said = {region: f"{numbers[region]:.{digits}f}" for region in shown if region in numbers}
    told = []
    for part in _parts(body, list(said)):
        most = max(numbers[one] for one in part.regions)
        told.append(_told(part, f"{most:.{digits}f}", said, selected))
    chosen = [path for path, region in zip(fills, shown, strict=True) if region == selected]
    written = _Written(body=body, size=NUMBER_PX, marked=frozenset(shown), px=px, air=air, words=words)
    told += _of_chosen(body, selected, said, told)
    return (*fills, *_edges(body), *_chosen(body, selected, chosen), *written.items(told))


def turn_list(
    view: str,
    turns: Mapping[str, str],
    words_of: Mapping[str, str],
    *,
    px: float,
    air: float = 0.0,
    selected: str = "",
    words: bool = True,
) -> tuple[Item, ...]:
    """Regions with the pattern of their turn (a key of `TURN_TOKENS`), and its word beside each large part.

    `turns` has the largest change first. Where the regions of a part have turned differently, the word is
    that of the largest change, or of the chosen one, and a thin line leads to it.
    """
    body = load_view(view)
    shown = [region for region in body.regions if region in turns]
    items: list[Item] = []
    for turn in TURN_TOKENS:
        ids = [region for region in shown if turns[region] == turn]
        if ids:
            items += turn_paths(joined(body.regions[one] for one in ids), turn, px)
    said = {region: words_of[turns[region]] for region in shown}
    told: list[_Told] = []
    for part in _parts(body, shown):
        found = [turn for one, turn in turns.items() if one in part.regions]
        first = next((turn for turn in found if turn != "same"), "same")
        told.append(_told(part, words_of[first], said, selected))
    told += _of_chosen(body, selected, said, told)
    tokens = {words_of[turn]: token for turn, token in TURN_TOKENS.items()}
    written = _Written(body=body, size=WORD_PX, marked=frozenset(shown), px=px, air=air, words=words)
    chosen = turn_paths(body.regions[selected].rings, turns[selected], px) if selected in shown else []
    return (*items, *_edges(body), *_chosen(body, selected, chosen), *written.items(told, tokens))


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


def turn_sample(turn: str, edge: float, px: float = TENTHS) -> list[Path]:
    """A square in the pattern of a turn for a legend, `edge` px wide; `px` is units per px at 100 %."""
    near, far = TENTHS, round(TENTHS * (edge - 1))
    return turn_paths([[near, near, far, near, far, far, near, far]], turn, px)


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


def _edges(body: View) -> list[Item]:
    return [Path(rings=body.outline, stroke="skin_outline", width=1.2)]


def _chosen(body: View, selected: str, wearing: Sequence[Path]) -> list[Item]:
    """The chosen region once more with what it wears, inside a frame that covers nothing of it."""
    if selected not in body.regions:
        return []
    rings = body.regions[selected].rings
    frame = [
        Path(rings=rings, stroke="accent", width=FRAME_PX),
        Path(rings=rings, stroke="card", width=GAP_PX),
    ]
    return [*frame, Path(rings=rings, fill="skin"), *wearing]


def _parts(body: View, regions: Sequence[str]) -> list[Part]:
    """The regions by large part of the body, and of these the pieces that get a number."""
    limbs: dict[tuple[str, str], list[str]] = {}
    for region in regions:
        limbs.setdefault(limb_of(region), []).append(region)
    return [part for ids in limbs.values() for part in numbered_parts(body, ids)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What stands beside a part; `of` are the regions it is true of, none where it is true of all."""

    part: Part
    words: str
    of: tuple[str, ...] = ()


def _told(part: Part, words: str, said: Mapping[str, str], selected: str) -> _Told:
    """What a part says of itself: the words of the chosen region if it has it, else those of some."""
    own = said[selected] if selected in part.regions else words
    of = tuple(one for one in part.regions if said[one] == own)
    if len(of) == len(part.regions):
        return _Told(part=part, words=own)
    return _Told(part=part, words=own, of=(selected,) if selected in part.regions else of)


def _of_chosen(body: View, selected: str, said: Mapping[str, str], told: Sequence[_Told]) -> list[_Told]:
    """The chosen region's own words, where it is in no part that has some."""
    if selected not in said or any(selected in one.part.regions for one in told):
        return []
    part = Part(boxes=(body.regions[selected].bounds,), regions=(selected,))
    return [_Told(part=part, words=said[selected])]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """Writes numbers or words beside the parts of a view, `air` px free at its sides."""

    body: View
    size: int
    marked: frozenset[str]
    px: float
    air: float
    words: bool

    def items(self, told: Sequence[_Told], tokens: Mapping[str, str] | None = None) -> list[Item]:
        """Each part's words where nothing is in the way, on a small ground of their own over the body."""
        body, px, size = self.body, self.px, self.size
        spots = self._spots(told)
        items: list[Item] = [path for x, y, number in spots for path in self._leader(x, y, told[number])]
        for x, y, number in spots:
            text = told[number].words
            half = wide_px(text, size) / 2 * px
            if any(body.region_at(x + across, y) is not None for across in (-half, 0, half)):
                plate = _circle(x, y, half + 4 * px, 20, tall=0.72 * size * px)
                items.append(Path(rings=[plate], fill="card", share=0.88))
            token = (tokens or {}).get(text, "ink")
            items.append(Text(x=x, y=y + 0.36 * size * px, words=text, token=token, size=size, strong=True))
        return items

    def _leader(self, x: float, y: float, one: _Told) -> list[Item]:
        """A thin line from words to the region that they are of: to a dot in it, or its edge."""
        px, of = self.px, one.of or self._far_off(x, y, one)
        if not of:
            return []
        shapes = [self.body.regions[region] for region in of]
        large = [shape for shape in shapes if shape.room >= SMALL_ROOM_PX * px]
        shape = min(large or shapes, key=lambda shape: hypot(shape.label[0] - x, shape.label[1] - y))
        over, down = shape.label[0] - x, shape.label[1] - y
        half, tall = (wide_px(one.words, self.size) / 2 + 2) * px, (self.size / 2 + 1) * px
        away, small = hypot(over, down), shape.room < SMALL_ROOM_PX * px
        first = 1 / max(abs(over) / half, abs(down) / tall, 1.0)
        last = 1 - shape.room / away if small and away else 1.0
        if away * (last - first) < LEAST_LEADER_PX * px:
            return []
        line = [round(part) for share in (first, last) for part in (x + over * share, y + down * share)]
        items: list[Item] = []
        for (width, stroke), radius in zip(LEADER_LINES, LEADER_DOTS, strict=True):
            items.append(Path(rings=[line], closed=False, stroke=stroke, width=width))
            if not small:
                items.append(Path(rings=[_circle(*shape.label, radius * px, 12)], fill=stroke))
        return items

    def _far_off(self, x: float, y: float, one: _Told) -> tuple[str, ...]:
        """The regions of a part whose words had no room near it."""
        left, top, right, bottom = one.part.bounds
        half = wide_px(one.words, self.size) / 2 * self.px
        across, down = max(left - x - half, x - half - right, 0.0), max(top - y, y - bottom, 0.0)
        enlarged = self.body.name not in STANDING
        return one.part.regions if enlarged and hypot(across, down) > FAR_PX * self.px else ()

    def _spots(self, told: Sequence[_Told]) -> list[tuple[float, float, int]]:
        """The middle of each part's words, and which part it is."""
        radius = self.px * BADGE_R
        halves = [
            (wide_px(text, self.size) / 2 + FRAME_PX / 2) * self.px for text in (one.words for one in told)
        ]
        inside = {
            number: spot for number, one in enumerate(told) if (spot := _inside(self.body, one.part, radius))
        }
        beside = [(one.part, number) for number, one in enumerate(told) if number not in inside]
        taken = taken_by_words(self.body, self.px, self.air) if self.words else []
        taken += [(*spot, halves[number]) for number, spot in inside.items()]
        placed = place_badges(
            self.body,
            beside,
            radius,
            marked=self.marked,
            taken=taken,
            air=self.air,
            halves=[halves[number] for _, number in beside],
        )
        return [*((*spot, number) for number, spot in inside.items()), *placed]


def _inside(body: View, part: Part, radius: float) -> tuple[float, float] | None:
    """The middle of a part across the trunk with room for words, which beside it would be an arm's."""
    left, top, right, bottom = part.bounds
    across = left < body.width / 2 - radius and right > body.width / 2 + radius
    if body.name not in STANDING or not across or right - left < 4 * radius:
        return None
    return (left + right) / 2, (top + bottom) / 2
