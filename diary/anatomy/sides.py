"""Whose left and right it is: the words of every view, and where they leave no room for numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from diary.anatomy.views import MIRRORED, ONE_SIDE, STANDING
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import View

SMALL_PX = 13
"""Size of the words of a side and of the title of an enlarged view, px at 100 %."""

Words = bool | Literal["letters"]
"""Whether a view says whose left and right it is: in words where they fit, always in letters, or not."""

AIRY = 30.0
"""With so much free room at either side (px at 100 %) an enlarged pair has its words there, not below."""

BARE = 8.0
"""How far words and letters may reach beyond a drawing whose sides have no room of their own, px."""

APART = 7.0
"""How far words under a pair are from each other at least, px."""

CLEAR_OF_ARM = {"left": 0.3, "right": 0.7}
"""Where in the width of a side view its words stand: below the arm, before the leg."""

CLEAR_OF_LEG = 0.65
"""How much of the width of a side view is free before the leg."""

CLEAR_OF_LEGS = 0.335
"""How much of the width of a front or back view is free at either side, below the hands."""

CLEAR_OF_HEEL = 0.1
"""How much of the width of an enlarged pair is free at either side, beside heel or wrist."""

TITLE_AT = {"right": 0.42}
"""Where in the width of a standing view its title begins, if not at the left: clear of the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words at a point in units; `anchor` is "start", "middle" or "end"; `y` is the first baseline."""

    x: float
    y: float
    words: str
    token: str = "quiet"
    size: int = SMALL_PX
    strong: bool = False
    anchor: str = "middle"


def wide_px(words: str, size: int = SMALL_PX) -> float:
    """About how wide words in strong letters are, px at 100 %: the longest of their lines."""
    return max(sum(_share(one) for one in line) for line in words.split("\n")) * size


def _share(letter: str) -> float:
    """About how wide a letter is, as a share of its size."""
    if letter in "fijlrt .:-":
        return 0.36
    return 0.8 if letter in "mwMW" else 0.64 if letter.isupper() or letter.isdigit() else 0.55


def side_words(view: View, px: float, air: float = 0.0, *, letters: bool = False) -> list[Text]:
    """Whose left and right: beside the standing figure, under or beside each one of a pair, once for a side.

    `px` is units per pixel at 100 %, `air` the free room at either side, px. They are letters where `letters`
    are asked for or words have no room.
    """
    if side := ONE_SIDE.get(view.name):
        return [_of_one_side(view, side, px, letters=letters)]
    sides = ("left", "right") if view.name in MIRRORED else ("right", "left")
    if view.name in STANDING:
        spots, kind = _beside_legs(view, sides, px, air, letters=letters)
    elif letters or air >= AIRY:
        spots, kind = _beside_heels(view, sides, px, air, letters=letters)
    else:
        spots, kind = _under(view, sides, px, air)
    return [
        Text(x=x, y=y, words=say(f"side.{kind}_{side}")) for (x, y), side in zip(spots, sides, strict=True)
    ]


_Spots = tuple[tuple[float, float], tuple[float, float]]


def _wide(kind: str, sides: Sequence[str]) -> list[float]:
    """How wide the words of a kind are for each side, px."""
    return [wide_px(say(f"side.{kind}_{side}")) for side in sides]


def _of_one_side(view: View, side: str, px: float, *, letters: bool) -> Text:
    if view.name not in STANDING:
        kind = "letter" if letters else "whole"
        return Text(x=0.5 * view.width, y=view.height + 19 * px, words=say(f"side.{kind}_{side}"))
    fits = not letters and (max(_wide("your", (side,))) + 4) * px <= CLEAR_OF_LEG * view.width
    kind = "your" if fits else "letter"
    at = view.width * CLEAR_OF_ARM[view.name]
    return Text(x=at, y=0.76 * view.height, words=say(f"side.{kind}_{side}"))


def _beside_legs(
    view: View, sides: tuple[str, str], px: float, air: float, *, letters: bool
) -> tuple[_Spots, str]:
    """In the middle of the room between the leg and what stands beside; words where they fit."""
    free = air * px + CLEAR_OF_LEGS * view.width
    need = (max(_wide("your", sides)) + 4) * px
    kind = "letter" if letters or need > free else "your"
    outer = max(0.125 * view.width, need / 2 if kind == "your" else 0.0)
    inwards = min(outer, CLEAR_OF_LEGS * view.width - free / 2)
    y = 0.76 * view.height
    return ((inwards, y), (view.width - inwards, y)), kind


def _beside_heels(
    view: View, sides: tuple[str, str], px: float, air: float, *, letters: bool
) -> tuple[_Spots, str]:
    """Level with heel or wrist and close to it, in the room beside it; words where they fit."""
    free = max(air, BARE if letters else 0.0) * px + CLEAR_OF_HEEL * view.width
    kinds = () if letters else ("stacked", "one")
    kind = next((one for one in kinds if (max(_wide(one, sides)) + 4) * px <= free), "letter")
    need = max(_wide(kind, sides)) + 4
    inwards = CLEAR_OF_HEEL * view.width - min(free / 2, 0.6 * need * px)
    y = view.height - (4 if kind != "stacked" else 4 + 1.25 * SMALL_PX) * px
    return ((inwards, y), (view.width - inwards, y)), kind


def _under(view: View, sides: tuple[str, str], px: float, air: float) -> tuple[_Spots, str]:
    """Under each one of a pair, as far apart as they must be; the most words that do not touch."""
    reach = max(air, BARE) * px
    for kind in ("whole", "one", "letter"):
        first, last = (wide * px for wide in _wide(kind, sides))
        if first + last + APART * px <= view.width + 2 * reach:
            break
    more = max(0.0, (first + last) / 2 + APART * px - 0.5 * view.width) / 2
    left, right = 0.25 * view.width - more, 0.75 * view.width + more
    y = view.height + 19 * px
    return ((left, y), (right, y)), kind


def taken_by_words(
    view: View, px: float, air: float = 0.0, *, letters: bool = False
) -> list[tuple[float, float, float]]:
    """The middle of each word of a view's sides and title, and half its width, in units."""
    found: list[tuple[float, float, float]] = []
    for text in side_words(view, px, air, letters=letters):
        rows = len(text.words.split("\n"))
        half = (wide_px(text.words) / 2 + 4) * px
        found += [(text.x, text.y + (1.25 * row - 0.35) * SMALL_PX * px, half) for row in range(rows)]
    if letters:
        return found
    half = wide_px(say(f"view.{view.name}"), 15) / 2 * px
    if view.name in STANDING:
        found.append((view.width * TITLE_AT.get(view.name, 0.0) + half, 10 * px, half))
    elif air >= AIRY:
        found.append((half - air * px, 2 * px, half))
    return found
