"""The private area seen from below, as a plain scheme; lengths in mm, x from the midline, y downwards.

The half at x >= 0 is the person's left: thighs apart to both sides, buttocks below. No sex is drawn.
"""

from __future__ import annotations

from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure.shapes import half_of, mirrored, run, soften, spline

SIDE = (
    (-20, 30), (0, 18), (18, 12.4), (34, 5), (56, -10), (84, -28), (108, -42), (122, -47), (133, -42),
    (147, -22),
    (158, 4), (162, 22), (157, 34), (143, 45), (128, 57), (121, 70), (121, 86), (126, 104), (127, 126),
    (118, 150),
    (98, 171), (70, 182), (42, 183), (18, 176), (0, 164), (-12, 144), (-24, 100), (-28, 50),
)  # fmt: skip
SEEDS: dict[str, list[tuple[float, float]]] = {
    "thigh_inner": [(110, 20)], "buttock_lower": [(80, 140)], "genitals": [(10, 50)], "saddle_M": [(10, 110)],
}  # fmt: skip


def area() -> BaseGeometry:
    """Half of the view."""
    one = Polygon(spline(SIDE)).buffer(0)
    return half_of(soften(unary_union([one, mirrored(one), box(-19, 12, 19, 60)]), inside=2.5, outside=1))


def cuts() -> list[BaseGeometry]:
    """Groin, fold of the buttock, and the edges of the middle."""
    return [
        run(((27, 0), (31, 20), (33, 44), (29, 66), (20, 81), (9, 88.4), (-4, 90))),
        run(((28, 88), (56, 97), (88, 97), (116, 91), (150, 76))),
        run(((18, 74), (28, 78), (38, 92), (42, 110), (37, 134), (23, 150), (8, 159.6), (-6, 162))),
    ]


def features() -> list[LineString]:
    """A small ring that tells where the back passage is."""
    return [LineString(Point(0, 124).buffer(3.4).exterior.coords)]
