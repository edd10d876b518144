"""The private area seen from below, as a plain scheme; lengths in mm, x from the midline, y downwards.

The half at x >= 0 is the person's left: thighs apart to both sides, buttocks below. No sex is drawn.
"""

from __future__ import annotations

from shapely import affinity
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure.shapes import blob, half_of, limb, line, mirrored, soften

THIGH = ((30, 66, 52, 42), (66, 42, 56, 54), (98, 20, 55, 57), (130, -3, 50, 54))
BUTTOCK = (
    (0, 70), (30, 66), (66, 76), (100, 92), (121, 112), (125, 136), (113, 160), (88, 177), (56, 184),
    (26, 180),
    (6, 170), (0, 166),
)  # fmt: skip
SEEDS: dict[str, list[tuple[float, float]]] = {
    "thigh_inner": [(110, 20)], "buttock_lower": [(80, 140)], "genitals": [(10, 50)], "saddle_M": [(10, 110)],
}  # fmt: skip


def area() -> BaseGeometry:
    """Half of the view."""
    cap = affinity.rotate(affinity.scale(Point(130, -3).buffer(1, quad_segs=24), 13, 50), -36)
    buttock = blob([*BUTTOCK, *((-x, y) for x, y in reversed(BUTTOCK[1:-1]))])
    one = soften(unary_union([limb(THIGH), cap, buttock]), inside=34, outside=14)
    between = blob(((-34, 13), (0, 10), (34, 13), (40, 60), (0, 100), (-40, 60)))
    return half_of(soften(unary_union([one, mirrored(one), between]), inside=8, outside=6))


def cuts() -> list[BaseGeometry]:
    """Groin, fold of the buttock, and the edges of the middle."""
    return [
        line(((27, 0), (31, 20), (33, 44), (29, 66), (20, 81), (9, 88.4), (-4, 90))),
        line(((28, 88), (56, 97), (88, 97), (116, 91), (150, 76))),
        line(((18, 74), (28, 78), (38, 92), (42, 110), (37, 134), (23, 150), (8, 159.6), (-6, 162))),
    ]


def features() -> list[LineString]:
    """A small ring that tells where the back passage is."""
    return [LineString(Point(0, 124).buffer(3.4).exterior.coords)]
