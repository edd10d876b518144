"""The hand: one shape for the palm, its back and, turned and made small, the standing figure; lengths in mm.

Drawn as the left palm, fingers up, thumb towards negative x; y grows upwards from the wrist crease.
"""

from __future__ import annotations

import math

from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure.shapes import blob, line, soften, tube

Digit = tuple[tuple[float, float, float], ...]

FINGERS: dict[str, Digit] = {
    "index": ((-29, 84, 9.6), (-32, 120, 9.5), (-36, 150, 8.6), (-38.5, 170, 7.6)),
    "middle": ((-8, 88, 9.8), (-8.5, 130, 9.6), (-9, 165, 8.7), (-9.2, 187, 7.7)),
    "ring": ((13, 84, 9.3), (16, 120, 9.1), (19, 154, 8.2), (20.8, 174, 7.3)),
    "little": ((31.5, 76, 8.4), (37, 103, 8.0), (42, 127, 7.2), (45.5, 144, 6.5)),
}
THUMB: Digit = ((-22, 26, 15), (-40, 52, 13), (-54, 75, 10.4), (-64, 94, 9.6), (-70.5, 107, 7.8))
PALM = (
    (-27, -2), (-31, 12), (-37, 32), (-40, 56), (-39.5, 80), (-36, 96), (-20, 101), (0, 103), (20, 99),
    (36, 90), (41, 76), (42, 54), (39, 30), (32, 12), (28, -2), (0, -6),
)  # fmt: skip
WRIST_BOTTOM = -36
"""The enlarged hand ends here with a straight edge."""

BASES = {
    "index": ((-42, 99), (-29, 102), (-18.4, 103.5)),
    "middle": ((-18.4, 103.5), (-8, 105.5), (2.8, 104)),
    "ring": ((2.8, 104), (14, 103), (23.8, 96.5)),
    "little": ((23.8, 96.5), (33, 93), (44, 85)),
}
"""Creases between palm and fingers."""

WEBS = (((-18.4, 100), (-19.6, 122)), ((2.8, 100), (4.6, 122)), ((23.6, 93), (27.4, 114)))
"""From the creases up between the fingers, where the small hand has them joined."""

RING_AXIS = ((13.6, 98), (16, 120), (19, 154), (21.6, 186))


def digits(spread: float = 1.0) -> list[Digit]:
    """Centre lines of thumb and fingers; the fingers leave each other by `spread` (1 is wide open)."""
    return [THUMB, *(_closer(knots, spread) for knots in FINGERS.values())]


def _closer(knots: Digit, spread: float, like: Digit | None = None) -> Digit:
    """A digit, or what lies on the digit `like`, turned about its base towards the middle finger."""
    (x0, y0, _), (x1, y1, _) = (like or knots)[0], (like or knots)[-1]
    turn = math.atan2(x1 - x0, y1 - y0) * (1 - spread)
    sine, cosine = math.sin(turn), math.cos(turn)
    return tuple(
        (x0 + (x - x0) * cosine - (y - y0) * sine, y0 + (x - x0) * sine + (y - y0) * cosine, r)
        for x, y, r in knots
    )


def enlarged() -> BaseGeometry:
    """The hand with a stump of wrist, for a view of its own."""
    wrist = tube(((0, 20, 28), (0, -10, 26.6), (0, -70, 28)))
    palm = soften(unary_union([blob(PALM), wrist]), inside=20, outside=2)
    whole = unary_union([palm, *(tube(knots) for knots in digits())])
    return soften(whole, inside=1.6, outside=1.5).intersection(_above(WRIST_BOTTOM))


def _above(low: float, high: float = 400) -> BaseGeometry:
    return LineString([(-200, (low + high) / 2), (200, (low + high) / 2)]).buffer(
        (high - low) / 2, cap_style="flat"
    )


def cuts(*, back: bool, spread: float = 1.0) -> list[BaseGeometry]:
    """Lines between the regions of the palm, or of the back of the hand."""
    lines = [line(knots) for knots in (*BASES.values(), *WEBS)]
    lines.append(line(((-60, 2), (0, 0), (60, 2))))
    if back:
        return [*lines, line(((1, -4), (0, 40), (1, 80), (2.8, 104.5)))]
    axis = _closer(tuple((x, y, 0) for x, y in RING_AXIS), spread, like=FINGERS["ring"])
    return [
        *lines, line([dot[:2] for dot in axis]), line(((3, -4), (6, 35), (11, 75), (13.8, 104.2))),
        line(((-35, 92), (-42, 79), (-51, 70.5), (-70, 60))),
    ]  # fmt: skip


def seeds(*, back: bool, spread: float = 1.0) -> dict[str, list[tuple[float, float]]]:
    """Points inside each region of the palm, or of the back of the hand."""
    thumb, index, middle, ring, little = (knots[2][:2] for knots in digits(spread))
    if back:
        return {
            "index_d": [index], "middle_d": [middle], "ring_d": [ring], "little_d": [little],
            "handback_radial": [(-20, 50)], "handback_ulnar": [(25, 50)], "wrist": [(0, -8)],
        }  # fmt: skip
    return {
        "thumb_p": [(thumb[0] - 4, thumb[1] + 8)], "index_p": [index], "middle_p": [middle],
        "ring_radial_p": [(ring[0] - 4, ring[1])], "ring_ulnar_p": [(ring[0] + 4, ring[1])],
        "little_p": [little],
        "palm_radial": [(-15, 50)], "palm_ulnar": [(25, 50)], "wrist": [(0, -8)],
    }  # fmt: skip
