"""The open mouth from in front, drawn two and a half times as large as life; lengths in mm of the drawing.

x from the midline, y downwards; the half at x >= 0 is the person's left. Lips are lines around the regions.
"""

from __future__ import annotations

import math
from itertools import pairwise

from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from figure.shapes import half_of, line, mirrored, run, smooth

INSIDE = (
    (0, 4), (22, 2), (50, 12), (71, 36), (77, 64), (69, 94), (44, 120), (20, 129.6), (0, 132),
)  # fmt: skip
TONGUE = (
    (0, 64), (5, 62.6), (18, 58.4), (31, 61), (39.6, 71), (39, 84), (31, 95), (16, 101), (0, 102.4),
)  # fmt: skip
LIPS = (
    (0, -12), (14, -15.6), (44, -6), (73, 22), (87.5, 62), (77, 104), (48, 136), (24, 146.6), (0, 150),
)  # fmt: skip
UPPER_TEETH = (0, 13, 24, 35, 45, 54)
LOWER_TEETH = (0, 9.5, 19.5, 30.5, 41, 51)
"""Where teeth meet: degrees round the arch from the midline."""
UPPER_DEPTHS, LOWER_DEPTHS = (4.0, 23.0), (5.0, 19.0)
"""Gum and edge of the middle teeth: mm from the lip."""

SEEDS: dict[str, list[tuple[float, float]]] = {
    "mouth_upper": [(30, 35)], "tongue_M": [(15, 90)], "mouth_lower": [(40, 115)],
}  # fmt: skip


def inside() -> BaseGeometry:
    """Half of what the open lips show."""
    return half_of(smooth(INSIDE))


def cuts() -> list[BaseGeometry]:
    """The edge of the tongue, and the line between upper and lower."""
    return [smooth(TONGUE).exterior, run(((34, 70), (56, 66.4), (84, 63)))]


def features() -> list[LineString]:
    """Lips, gums, teeth and the tongue's middle line."""
    lips, tongue = (LineString(smooth(part).exterior.coords) for part in (LIPS, TONGUE))
    half = [*_teeth(UPPER_TEETH, UPPER_DEPTHS, upper=True), *_teeth(LOWER_TEETH, LOWER_DEPTHS, upper=False)]
    return [
        lips,
        tongue,
        run(((0, 70), (0.0, 80), (0, 90))),
        *half,
        *(mirrored(one) for one in half if one.bounds[2] > 0.01),
    ]


def _arch(turn: float, depth: float, *, upper: bool) -> tuple[float, float]:
    """A point of the row of teeth: `turn` degrees from the midline, `depth` mm from the lip."""
    angle = math.radians(turn)
    wide, tall = (74 - depth, 62 - depth) if upper else (73 - depth, 64 - depth)
    x, y = wide * math.sin(angle), tall * math.cos(angle)
    return (x, 66 - y) if upper else (x, 65 + y)


def _teeth(meets: tuple[float, ...], depths: tuple[float, float], *, upper: bool) -> list[LineString]:
    """The teeth of one half of a row: gum and edge as one wavy line each, and a line where two teeth meet."""
    gums: list[tuple[float, float]] = []
    edges: list[tuple[float, float]] = []
    between: list[LineString] = []
    for start, end in pairwise(meets):
        gum, third = depths[0], (end - start) / 3
        for share, up, low in ((0, 2.2, -2), (0.5, 0.6, -0.2), (1, 0, 0), (2, 0, 0), (2.5, 0.6, -0.2)):
            gums.append((start + share * third, gum + up))
            edges.append((start + share * third, _edge(start + share * third, depths) + low))
        between.append(_run([(end, gum + 2.2), (end, _edge(end, depths) - 2)], upper=upper))
    tip = (meets[-1], depths[0] + 2.2), (meets[-1], _edge(meets[-1], depths) - 2)
    middle = _run([(0, depths[0] + 2.2), (0, depths[1] - 2)], upper=upper)
    return [_run([*gums, tip[0]], upper=upper), _run([*edges, tip[1]], upper=upper), middle, *between]


def _edge(turn: float, depths: tuple[float, float]) -> float:
    """Depth of the biting edge: side teeth are shorter than those in the middle."""
    return depths[1] - (depths[1] - depths[0]) * turn / 54 * 0.25


def _run(spots: list[tuple[float, float]], *, upper: bool) -> LineString:
    return line([_arch(turn, depth, upper=upper) for turn, depth in spots])
