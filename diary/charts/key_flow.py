"""Where the parts of a legend stand: one after another, on as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SWATCH, GAP, BETWEEN, LINE = 22, 8, 20, 24
"""Width of a sign, room before its words, between parts, and height of a line; px at 100 %."""

LETTER = 6.6
"""About how wide a letter of the notes is, px at 100 %: a legend's height must be known before drawing."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part begins, px at 100 % from the left, on which line, and how wide its words may be."""

    x: float
    line: int
    room: float


def placed(words: Sequence[str], width: float, signs: Sequence[int] = ()) -> list[Placed]:
    """The places of parts with these words on a width in px at 100 %; `signs` are widths other than usual."""
    found: list[Placed] = []
    x, line = 0.0, 0
    for at, one in enumerate(words):
        sign = signs[at] if signs else SWATCH
        wide = sign + (GAP + LETTER * len(one) if one else 0)
        if found and x + wide > width:
            x, line = 0.0, line + 1
        found.append(Placed(x, line, max(0.0, width - x - sign - GAP)))
        x += wide + BETWEEN
    return found


def lines_of(words: Sequence[str], width: float, signs: Sequence[int] = ()) -> int:
    """How many lines they take."""
    return 1 + max((one.line for one in placed(words, width, signs)), default=-1)
