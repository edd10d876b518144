"""The standing figure: its silhouette and the lines that head, arm and leg share in front and behind.

Hundredths of a head (the figure is 7.5 heads high), x from the midline, y downwards from the crown;
only the half at x >= 0 is described.
"""

from __future__ import annotations

import math
from itertools import pairwise

from shapely import affinity
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure import hands
from figure.shapes import blob, half_of, limb, line, mirrored, run, smooth, soften, tube

HEAD = (
    (0, 0), (12, 1.7), (22.6, 7.2), (30, 16.5), (33.5, 30), (34, 44), (32.4, 58), (29.6, 71), (24.5, 84),
    (15.5, 95.5), (6, 99.6), (0, 100),
)  # fmt: skip
EAR = ((31, 43, 3.2), (35.8, 45.2, 3.4), (36.6, 51, 3.2), (34.8, 58, 2.8), (32, 64, 2.4))
TORSO = (
    (0, 84), (21.5, 84), (21.2, 96), (22.4, 106), (28, 114.5), (41, 120.6), (58, 126.2), (72, 131.2),
    (82.5, 137),
    (89.5, 145.5), (91.8, 157), (86, 173), (69, 188), (65.5, 203), (63.2, 222), (59.5, 246), (56, 266),
    (55.4, 280),
    (58, 298), (63, 318), (67.5, 340), (70.5, 362), (71, 385), (60, 410), (30, 420), (0, 380),
)  # fmt: skip
ARM = (
    (76, 152, 15.2, 17), (82.5, 174, 18.8, 19), (89, 197, 19, 17.2), (96, 222, 18, 16.8),
    (103, 248, 16.2, 15.6), (109, 270, 15, 14.5), (113.6, 289, 15, 14.4), (119, 308, 15.6, 14.6),
    (127.5, 335, 14.2, 13), (136.5, 363, 11.6, 11), (143, 384, 10.2, 10), (147, 397, 10.6, 10.8),
    (149.5, 405, 11.4, 11.4),
)  # fmt: skip
SHOULDER = ((71, 149.6, 16.6), (76.6, 160, 18.4), (82, 174, 19.4), (87, 190, 19.2))
HAND_AT, HAND_TURN, HAND_SCALE = (147, 397), 166.0, 0.425
SPREAD = 0.8

LEG_OUTER = (
    (64, 340), (69.5, 360), (72.2, 382), (72.4, 405), (70.8, 432), (67.6, 462), (63.2, 492), (59.6, 516),
    (58.2, 534), (58.4, 552), (60.4, 570), (62.6, 590), (62.8, 608), (60.6, 632), (56.6, 658), (52.8, 682),
    (50.4, 700), (50.2, 710), (50.6, 720), (50, 730),
)  # fmt: skip
LEG_INNER = (
    (1, 360), (2, 394), (4.6, 410), (7.6, 440), (10.4, 470), (13.2, 500), (15.3, 520), (16.4, 538),
    (16.6, 554),
    (15.5, 572), (14, 592), (14.4, 612), (17.6, 638), (22, 664), (24.6, 686), (25.6, 700), (25.2, 710),
    (24.8, 720),
    (26.5, 730),
)  # fmt: skip
FOOT = (
    (28, 698), (26.2, 707), (25, 717), (23.6, 728), (21.6, 738), (22.4, 744), (32, 746.5), (44, 746),
    (56, 742.5),
    (63.6, 737.5),
    (63.4, 733), (58, 724), (52.2, 716.5), (50, 707), (49, 698),
)  # fmt: skip
TOES = {
    "big": ((28.4, 736, 6.6), (28.6, 743.6, 6.4)), "second": ((39.2, 738, 4.4), (39.8, 745.4, 4.2)),
    "third": ((46.6, 737, 4.1), (47.8, 744.2, 3.9)), "fourth": ((53.6, 735.4, 3.8), (55, 742.2, 3.6)),
    "little": ((59.6, 733.4, 3.6), (61.6, 739.4, 3.4)),
}  # fmt: skip
HEEL = (
    (28, 698), (26.2, 708), (25.2, 718), (22.8, 732), (22.2, 742), (27, 748.8), (37, 750.4), (48, 749.8),
    (56.5, 748.2),
    (61.8, 744), (61.6, 738.6), (57, 730), (52, 719), (50, 709), (49, 698),
)  # fmt: skip


def silhouette(*, back: bool) -> BaseGeometry:
    """Half of the standing figure (x >= 0)."""
    head, torso = smooth(HEAD), smooth(TORSO)
    arm = unary_union([limb(ARM), tube(SHOULDER)])
    foot = blob(HEEL) if back else blob(FOOT)
    core = soften(
        unary_union([head, torso, arm, leg(), placed(blob(hands.PALM)), placed(tube(hands.THUMB[:2])), foot]),
        inside=3.6,
        outside=4,
    )
    core = _eased(core, ((80, 140, 112, 190), 60), ((120, 366, 172, 418), 34), ((18, 74, 50, 122), 19))
    both = soften(unary_union([core, mirrored(core)]), inside=2.4, outside=1)
    ends = [tube(EAR), *(placed(tube(knots)) for knots in hands.digits(SPREAD))]
    if not back:
        ends += [tube(knots) for knots in TOES.values()]
    whole = unary_union([both, *ends, *(mirrored(end) for end in ends)])
    return half_of(soften(whole, inside=0.7, outside=0.4))


def _eased(shape: BaseGeometry, *places: tuple[tuple[float, float, float, float], float]) -> BaseGeometry:
    """Concave corners filled widely in boxes (x0, y0, x1, y1), each with a radius of its own."""
    for bounds, radius in places:
        near = shape.intersection(box(*bounds).buffer(radius))
        shape = unary_union([shape, soften(near, inside=radius, outside=0).intersection(box(*bounds))])
    return shape


def leg() -> BaseGeometry:
    """The leg from hip to ankle between its outer and inner contour."""
    return Polygon([*run(LEG_OUTER).coords, *reversed(run(LEG_INNER).coords)]).buffer(0)


def placed(shape: BaseGeometry) -> BaseGeometry:
    """Something drawn on the enlarged hand, at the end of the hanging arm."""
    small = affinity.scale(shape, HAND_SCALE, -HAND_SCALE, origin=(0, 0))
    # the drawing has the fingers up and y upwards; the arm hangs, thumb outwards
    turned = affinity.rotate(small, HAND_TURN, origin=(0, 0))
    return affinity.translate(turned, *HAND_AT)


def place_point(x: float, y: float) -> tuple[float, float]:
    """Where a point of the enlarged hand lies on the standing figure."""
    spot = placed(Point(x, y))
    return spot.x, spot.y


def across(
    t: float, reach: float = 24, bow: float = 0.0, of: tuple[tuple[float, ...], ...] = ARM
) -> BaseGeometry:
    """A line across the arm at y = `t` on its axis, square to it, bowed towards the hand by `bow`."""
    near = min(range(len(of) - 1), key=lambda i: abs((of[i][1] + of[i + 1][1]) / 2 - t))
    (x0, y0), (x1, y1) = of[near][:2], of[near + 1][:2]
    x = x0 + (x1 - x0) * (t - y0) / (y1 - y0)
    length = math.hypot(x1 - x0, y1 - y0)
    ax, ay = (x1 - x0) / length, (y1 - y0) / length
    return line(
        ((x + ay * reach, t - ax * reach), (x + ax * bow, t + ay * bow), (x - ay * reach, t + ax * reach))
    )


def along_arm(share: float, start: float, end: float) -> BaseGeometry:
    """A line along the arm between two heights; share 0 is its inner, 1 its outer contour."""
    return line(
        [
            (x + (share * (o + i) - i) * 0.94, y - (share * (o + i) - i) * 0.32)
            for x, y, o, i in ARM
            if start <= y <= end
        ]
    )


def leg_sides(y: float) -> tuple[float, float]:
    """x of the inner and the outer contour of the leg at height y."""

    def at(knots: tuple[tuple[float, float], ...]) -> float:
        for (x0, y0), (x1, y1) in pairwise(knots):
            if y0 <= y <= y1:
                return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
        return knots[-1][0]

    return at(LEG_INNER), at(LEG_OUTER)


def along_leg(shares: tuple[tuple[float, float], ...]) -> BaseGeometry:
    """A line along the leg through (y, share) knots; share 0 is the inner, 1 the outer contour."""
    knots = []
    for y, share in shares:
        inner, outer = leg_sides(y)
        knots.append((inner + (outer - inner) * share, y))
    return line(knots)


def on_hand(*, back: bool) -> list[BaseGeometry]:
    """The lines of the hand at the end of the arm."""
    return [placed(cut) for cut in hands.cuts(back=back, spread=SPREAD)]


def hand_seeds(*, back: bool) -> dict[str, list[tuple[float, float]]]:
    """Points inside the regions of the hand at the end of the arm, the wrist left out."""
    seeds = hands.seeds(back=back, spread=SPREAD)
    return {name: [place_point(*spot) for spot in spots] for name, spots in seeds.items() if name != "wrist"}


def level(y: float, x0: float, x1: float, bow: float = 0.0) -> BaseGeometry:
    """A level line from x0 to x1, its middle lower by `bow`."""
    return line(((x0, y), ((x0 + x1) / 2, y + bow), (x1, y)))
