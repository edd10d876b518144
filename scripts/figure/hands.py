"""The hand: one shape for the palm, its back and, turned and made small, the standing figure; lengths in mm.

Drawn as the left palm, fingers up, thumb towards negative x; y grows upwards from the wrist crease.
"""

from __future__ import annotations

import math

from shapely import affinity
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure.shapes import blob, line, soften, tube

FINGERS = {
    "index": ((-29, 84, 9.6), (-32, 120, 9.5), (-36, 150, 8.6), (-38.5, 170, 7.6)),
    "middle": ((-8, 88, 9.8), (-8.5, 130, 9.6), (-9, 165, 8.7), (-9.2, 187, 7.7)),
    "ring": ((13, 84, 9.3), (16, 120, 9.1), (19, 154, 8.2), (20.8, 174, 7.3)),
    "little": ((31.5, 76, 8.4), (37, 103, 8.0), (42, 127, 7.2), (45.5, 144, 6.5)),
}
THUMB = ((-22, 26, 15), (-40, 52, 13), (-54, 75, 10.4), (-64, 94, 9.6), (-70.5, 107, 7.8))
PALM = (
    (-27, -2), (-31, 12), (-37, 32), (-40, 56), (-39.5, 80), (-36, 96), (-20, 101), (0, 103), (20, 99),
    (36, 90), (41, 76), (42, 54), (39, 30), (32, 12), (27, -2), (0, -6),
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

RING_AXIS = ((13.6, 98), (16, 120), (19, 154), (21.6, 186))
SEEDS_PALM = {
    "thumb_p": [(-66, 98)], "index_p": [(-35, 140)], "middle_p": [(-9, 140)], "ring_radial_p": [(12.5, 130)],
    "ring_ulnar_p": [(21.5, 130)], "little_p": [(40, 120)], "palm_radial": [(-15, 50)], "palm_ulnar": [(25, 50)],
    "wrist": [(0, -8)],
}  # fmt: skip
SEEDS_BACK = {
    "index_d": [(-35, 140)], "middle_d": [(-9, 140)], "ring_d": [(18, 130)], "little_d": [(40, 120)],
    "handback_radial": [(-20, 50)], "handback_ulnar": [(25, 50)], "wrist": [(0, -8)],
}  # fmt: skip


def hand(spread: float = 1.0) -> BaseGeometry:
    """The hand without wrist; fingers leave their own direction by `spread` (1 is open, less is closer)."""
    parts = [blob(PALM), tube(THUMB)]
    parts += [
        affinity.rotate(tube(knots), _lean(knots) * (1 - spread), origin=knots[0][:2])
        for knots in FINGERS.values()
    ]
    return soften(unary_union(parts), inside=1.6, outside=2.0)


def _lean(knots: tuple[tuple[float, float, float], ...]) -> float:
    (x0, y0, _), (x1, y1, _) = knots[0], knots[-1]
    return math.degrees(math.atan2(x1 - x0, y1 - y0))


def enlarged() -> BaseGeometry:
    """The hand with a stump of wrist, for a view of its own."""
    wrist = tube(((0, 6, 26), (0, -18, 25.5), (0, -70, 28)))
    whole = soften(unary_union([hand(), wrist]), inside=12, outside=2)
    whole = unary_union([whole.intersection(_above(18).union(_above(-200, 18))), hand()])
    return soften(_keep_gaps(whole), inside=1.2, outside=1.5).intersection(_above(WRIST_BOTTOM))


def _keep_gaps(shape: BaseGeometry) -> BaseGeometry:
    """Undo the filling of the gaps between the fingers that a wide rounding leaves."""
    return shape.intersection(_above(-200, 24)).union(hand())


def _above(low: float, high: float = 400) -> BaseGeometry:
    return LineString([(-200, (low + high) / 2), (200, (low + high) / 2)]).buffer(
        (high - low) / 2, cap_style="flat"
    )


def cuts(*, back: bool, wrist_y: float = 2.0) -> list[BaseGeometry]:
    """Lines between the regions of the palm, or of the back of the hand."""
    lines = [line(knots) for knots in BASES.values()]
    lines.append(line(((-60, wrist_y), (0, wrist_y - 2), (60, wrist_y))))
    if back:
        lines.append(line(((1, -4), (0, 40), (1, 80), (2.8, 104.5))))
    else:
        lines += [
            line(RING_AXIS),
            line(((3, -4), (6, 35), (11, 75), (13.8, 104.2))),
            line(((-43, 86), (-53, 78), (-66, 66))),
        ]
    return lines
