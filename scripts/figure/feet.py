"""The sole, and the forefoot of the standing figure; the sole in mm, the rest in hundredths of a head.

The sole is drawn as the left one, toes up, big toe towards negative x; y grows upwards from the heel.
"""

from __future__ import annotations

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure.shapes import blob, line, soften, tube

SOLE = (
    (0, 0), (-18, 5), (-28.5, 20), (-31, 42), (-29.5, 70), (-25, 100), (-26, 128), (-35, 152), (-44, 172),
    (-47, 190), (-43, 206), (-26, 214), (0, 216), (22, 208), (40, 195), (49, 178), (50, 158), (46, 128),
    (41, 98), (37, 68), (34, 40), (28.5, 18), (17, 5),
)  # fmt: skip
TOES = {
    "big": ((-31, 196, 14), (-31.5, 222, 13), (-31, 240, 14.2)),
    "second": ((-8, 208, 8.2), (-7, 232, 7.6), (-5.5, 249, 8.8)),
    "third": ((9.5, 203, 7.8), (11.5, 224, 7.2), (14, 240, 8.3)),
    "fourth": ((25, 195, 7.4), (29, 212, 6.9), (32.5, 226, 8.0)),
    "little": ((38.5, 184, 7.2), (44, 196, 6.8), (48.5, 207, 7.8)),
}
SEEDS_SOLE = {
    "heel": [(0, 25)], "sole_inner": [(-12, 110)], "sole_outer": [(18, 110)], "web_3_4": [(18, 188)],
    "foot_inner_edge": [(-31, 150)], "foot_outer_edge": [(45, 140)],
    "toes_1_3_sole": [(-31, 235), (-6, 240), (12, 232)], "toes_4_5_sole": [(30, 222), (46, 204)],
}  # fmt: skip


def sole() -> BaseGeometry:
    """The left sole with its five toes."""
    toes = [tube(knots) for knots in TOES.values()]
    return soften(unary_union([blob(SOLE), *toes]), inside=1.1, outside=2.0)


def sole_cuts() -> list[BaseGeometry]:
    """Lines between the regions of the sole."""
    return [
        line(((-50, 62), (-16, 57), (3, 56), (20, 57), (50, 62))),
        line(((3, 40), (3.5, 90), (1, 140), (-3, 175), (-4, 200), (-4, 223))),
        line(
            (
                (-60, 203),
                (-46, 207),
                (-26, 214.5),
                (-8, 218),
                (4, 216),
                (18, 208.5),
                (33, 198),
                (44, 188),
                (62, 180),
            )
        ),
        line(((17.5, 200), (19.5, 214), (24, 240))),
        line(((-23, 50), (-22.5, 70), (-18, 100), (-19, 128), (-27, 152), (-37, 174), (-58, 196))),
        line(((25, 50), (29.5, 70), (34, 98), (39, 128), (42.5, 158), (41, 176), (66, 182))),
        line(((5, 220), (2, 204), (3, 186), (12, 172), (24, 170), (33, 178), (36, 190), (36, 204))),
    ]


TOP = (
    (-29, 40), (-27, 70), (-26.5, 100), (-27.5, 128), (-35, 152), (-43.5, 172), (-46.5, 190), (-43, 206),
    (-26, 214),
    (0, 216), (22, 208), (40, 195), (48.5, 178), (48.5, 158), (43, 128), (36.5, 98), (31, 68), (29, 40),
    (0, 20),
)  # fmt: skip
ANKLE = ((0, -60, 29), (1, -20, 28.5), (0.5, 10, 31.5), (0, 34, 30))
ANKLE_BOTTOM = -40
"""The foot seen from above ends here with a straight edge."""

SEEDS_TOP = {
    "ankle_inner": [(-15, 0)],
    "ankle_outer": [(18, 0)],
    "foot_inner_edge": [(-26.5, 100), (-38, 175)],
    "foot_outer_edge": [(43, 150)],
    "foot_top": [(5, 120)],
    "web_1_2": [(-15, 203)],
    "big_toe_top": [(-31, 235)],
    "toes_2_4_top": [(-6, 238), (12, 230), (30, 218)],
}


def top() -> BaseGeometry:
    """The left foot seen from above as a right one: big toe towards negative x, a stump of leg below."""
    foot = soften(unary_union([blob(TOP), tube(ANKLE)]), inside=25, outside=3)
    toes = [tube(knots) for knots in TOES.values()]
    return soften(unary_union([foot, *toes]), inside=1.1, outside=2.0).intersection(
        box(-200, ANKLE_BOTTOM, 200, 400)
    )


def top_cuts() -> list[BaseGeometry]:
    """Lines between the regions of the top of the foot."""
    return [
        line(((-60, 18), (-20, 34), (0, 40), (20, 34), (60, 18))),
        line(((1, -60), (1, 0), (1, 46))),
        line(
            ((-22, 26), (-19.5, 70), (-18.5, 105), (-20, 130), (-27, 155), (-33, 180), (-32, 200), (-34, 218))
        ),
        line(((23, 26), (25, 70), (30, 100), (36, 130), (38, 158), (36, 178), (36, 196), (41, 212))),
        line(((-62, 203), (-46, 207), (-26, 214.5), (-8, 218), (4, 216), (18, 208.5), (33, 198), (40, 192))),
        line(((-26, 222), (-24, 205), (-15, 186), (-6, 205), (-4, 222))),
        line(((-17, 212), (-17, 226))),
    ]
