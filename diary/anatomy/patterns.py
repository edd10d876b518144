"""The patterns that tell qualities apart, even without colour: strokes and rings in a square tile.

They differ in rhythm and not only in shape: printed small, shapes at the same distances look alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin

TILE = 12
"""Edge of a tile in px at 100 %; tiles join without a seam."""

OWN = "own"
"""The pattern of a quality in the person's own words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, or a filled shape when `width` is 0."""

    points: tuple[tuple[float, float], ...]
    width: float


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle about (x, y), or a filled dot when `width` is 0."""

    x: float
    y: float
    r: float
    width: float


Part = Stroke | Ring


def _dots(spots: tuple[tuple[float, float], ...], r: float) -> tuple[Part, ...]:
    return tuple(Ring(x, y, r, 0) for x, y in spots)


def _zigzag(y: float) -> Stroke:
    return Stroke(
        ((-3, y - 2), (0, y + 2), (3, y - 2), (6, y + 2), (9, y - 2), (12, y + 2), (15, y - 2)), 1.5
    )


def _wave(y: float) -> Stroke:
    return Stroke(tuple((x, y + 1.9 * sin(x * pi / 6)) for x in range(-1, 14)), 1.4)


def _plus(x: float, y: float) -> tuple[Part, ...]:
    return (Stroke(((x - 4.2, y), (x + 4.2, y)), 1.7), Stroke(((x, y - 4.2), (x, y + 4.2)), 1.7))


def _mesh() -> tuple[Part, ...]:
    across = tuple(Stroke(((-1, at), (13, at)), 0.9) for at in (2, 6, 10))
    return across + tuple(Stroke(((at, -1), (at, 13)), 0.9) for at in (2, 6, 10))


def _bolt(x: float, y: float) -> Stroke:
    return Stroke(((x + 1.6, y - 4), (x - 1.7, y + 0.4), (x + 1.4, y + 0.2), (x - 1.2, y + 4.4)), 1.4)


def _wedge(x: float, y: float) -> Stroke:
    return Stroke(((x - 1.7, y - 4.6), (x + 1.7, y - 4.6), (x, y + 4.8)), 0)


PATTERNS: dict[str, tuple[Part, ...]] = {
    "burning": (_zigzag(3), _zigzag(9)),
    "prickling": _dots(
        (
            (1, 1.5), (5, 1.5), (9, 1.5), (3, 4.5), (7, 4.5), (11, 4.5),
            (1, 7.5), (5, 7.5), (9, 7.5), (3, 10.5), (7, 10.5), (11, 10.5),
        ),
        0.8,
    ),
    "electric": (_bolt(3, 6), _bolt(9, 0), _bolt(9, 12)),
    "tingling": (Ring(6, 6, 3.2, 1.5),),
    "numbness": (Stroke(((-1, 3), (13, 3)), 1.2), Stroke(((-1, 9), (13, 9)), 1.2)),
    "touch": _mesh(),
    "cold": _plus(6, 6),
    "heat": (_wave(3), _wave(9)),
    "stabbing": (_wedge(3, 6), _wedge(9, 6)),
    "aching": _dots(((3, 3), (9, 9)), 2.7),
    "squeezing": (
        Stroke(((0.9, 1.2), (4.7, 6), (0.9, 10.8)), 1.5), Stroke(((11.1, 1.2), (7.3, 6), (11.1, 10.8)), 1.5),
    ),
    "itching": (
        Stroke(((2, 1.4), (3.4, 4.6)), 1.4), Stroke(((9.4, 1.4), (8, 4.6)), 1.4),
        Stroke(((3.4, 7.4), (2, 10.6)), 1.4), Stroke(((8, 7.4), (9.4, 10.6)), 1.4),
    ),
    OWN: (
        Stroke(((-1, 13), (13, -1)), 1.2), Stroke(((-1, 1), (1, -1)), 1.2), Stroke(((11, 13), (13, 11)), 1.2),
    ),
}  # fmt: skip
"""Quality code → parts of one tile, drawn in the quality's own colour."""


def pattern_of(quality: str) -> tuple[Part, ...]:
    """The tile of a quality; a word that is no known code has the pattern of own words."""
    return PATTERNS.get(quality, PATTERNS[OWN])


def color_token(quality: str) -> str:
    """The palette's token for a quality; own words are drawn in ink."""
    return f"quality.{quality}" if quality in PATTERNS and quality != OWN else "ink"


def tiles(qualities: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """Quality, column and row of each tile of the repeating square: two or three take turns."""
    shown = qualities[:3]
    return tuple(
        (shown[(column + row) % len(shown)], column, row)
        for row in range(len(shown))
        for column in range(len(shown))
    )
