"""Where the regions of the front of the standing figure meet; hundredths of a head, the half at x >= 0."""

from __future__ import annotations

from shapely import affinity
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from figure.shapes import line
from figure.standing import across, along_arm, along_leg, hand_seeds, level, on_hand

SHOULDER_ARM = ((70, 124), (72.5, 140), (72.5, 160), (71, 178), (68, 196), (68, 206))
ARMPIT = (69.5, 193.5, 12.5)
BANDS = (  # height at the midline, halfway, at the side
    (172, 173, 167), (197, 201, 195), (220, 224, 217), (243, 246, 239), (262, 265, 258), (280, 282.5, 277),
    (296.5, 298, 293.5), (313.5, 314, 310), (331.5, 331, 327),
)  # fmt: skip
SEEDS: dict[str, list[tuple[float, float]]] = {
    "scalp_top": [(8, 8)], "forehead": [(12, 32)], "temple": [(29, 45)], "eye_nose": [(14, 50)],
    "ear": [(36, 51)],
    "cheek_lip": [(16, 68)], "jaw_angle": [(26, 68), (21.1, 87.4)], "jaw_chin": [(8, 89)],
    "neck_front": [(12, 112)],
    "shoulder_top_f": [(45, 132)], "deltoid_f": [(86, 175)], "armpit": [(66, 190), (73, 190), (63.9, 201)],
    "upperarm_inner_f": [(90, 245), (80.7, 210.8)], "upperarm_outer_f": [(106, 235)],
    "elbow_outer": [(120, 286)],
    "elbow_inner": [(106, 291)], "forearm_outer_f": [(136, 340)], "forearm_inner_f": [(122, 340)],
    "wrist": [(140, 393), (150.2, 389.4)],
    "chest_1": [(40, 158)], "chest_2": [(35, 185)], "chest_3": [(35, 212)], "chest_4": [(35, 234)],
    "abd_1": [(35, 255)], "abd_2": [(30, 273)], "abd_3": [(30, 290)], "abd_4": [(30, 306)],
    "abd_5": [(30, 322)],
    "abd_6": [(20, 343)], "pubic_M": [(8, 364)], "genitals": [(5, 385)], "groin": [(42, 365)],
    "hip_outer": [(64, 370)],
    "thigh_outer": [(62, 450)], "thigh_front_upper": [(40, 420)], "thigh_front_lower": [(40, 480)],
    "thigh_inner": [(15, 440)], "knee_front": [(37, 535)], "leg_inner_upper": [(26, 600)],
    "leg_outer_upper": [(50, 600)], "leg_inner_lower": [(28, 660)], "leg_outer_lower": [(47, 660)],
    "ankle_inner": [(31, 706)], "ankle_outer": [(45, 706)], "foot_inner_edge": [(24.5, 730)],
    "foot_top": [(42, 726)],
    "web_1_2": [(34.5, 734)], "big_toe_top": [(28, 744)], "toes_2_4_top": [(40, 745), (47.5, 744),
    (54.6, 741.5)],
    "foot_outer_edge": [(60.5, 739)],
    **hand_seeds(back=False),
}  # fmt: skip


def cuts() -> list[BaseGeometry]:
    """All lines between regions."""
    return [*_head(), *_trunk(), *arm_cuts(), *on_hand(back=False), *_leg(), *_foot()]


def _head() -> list[BaseGeometry]:
    return [
        line(((-2, 18.5), (12, 19), (22, 22.5), (31, 30), (38, 38))),
        line(((24.6, 20), (25.6, 34), (25.2, 50), (23.4, 64), (21.6, 76), (19.5, 88), (18, 98))),
        line(((-2, 44.5), (12, 42.8), (29, 45.5))),
        line(((23, 57.9), (27, 58.7), (33, 59.2))),
        line(((-2, 70.5), (4.5, 69.5), (6.5, 62), (10, 57.5), (17, 56.5), (27, 58.6))),
        line(((-2, 80), (8, 80.2), (15, 81.5), (25, 84))),
        ear_line(),
        line(((29, 80), (24, 85.5), (15.5, 94.8), (6, 98.8), (-3, 99.6))),
        line(((38, 111), (33, 117), (20, 124.5), (8, 130), (-3, 131.5))),
    ]


def ear_line() -> BaseGeometry:
    """The line between ear and head."""
    return line(((35, 36), (32, 41), (31.6, 50), (31, 58), (30.6, 64), (31.8, 68), (34.5, 72)))


def _trunk() -> list[BaseGeometry]:
    x, y, r = ARMPIT
    return [
        line(SHOULDER_ARM),
        affinity.rotate(affinity.scale(Point(x, y).buffer(r), 0.72, 1.1), 6).exterior,
        line(((-3, 147.5), (25, 145), (50, 141), (76, 137))),
        *(line(((-3, a), (34, b), (75, c))) for a, b, c in BANDS),
        line(((-3, 352), (10, 352.5), (22, 356), (42, 365))),
        line(((-3, 374), (10, 374.4), (24, 377))),
        line(((55, 335), (56.5, 350), (55.5, 372), (55, 396), (56, 412))),
        line(((52, 343.5), (64, 341), (82, 336))),
        line(((52, 403.5), (64, 404), (82, 401))),
        line(((60, 340), (52, 347), (38, 358.5), (25, 368.5), (15, 379), (9, 392), (6, 408))),
        line(((60, 354), (50, 363), (37, 374), (25, 385), (14, 399), (5, 415))),
    ]


def arm_cuts() -> list[BaseGeometry]:
    """Lines across and along the arm, wrist included."""
    return [
        across(212, bow=2),
        line(((71, 190), (79, 198), (87, 213), (94.5, 240), (102, 264), (108.5, 284))),
        across(277, bow=2), across(300, bow=2),
        along_arm(0.5, 265, 312), along_arm(0.5, 289, 398),
        across(385, reach=18, bow=1),
    ]  # fmt: skip


def _leg() -> list[BaseGeometry]:
    return [
        along_leg(((398, 0.76), (425, 0.76), (455, 0.77), (485, 0.78), (514, 0.79))),
        along_leg(((376, 0.32), (400, 0.3), (430, 0.28), (460, 0.26), (490, 0.25), (514, 0.25))),
        level(452, 22, 60, 3),
        level(507, 2, 74, 6), level(560, 2, 74, 6),
        along_leg(((550, 0.52), (590, 0.52), (640, 0.5), (690, 0.5), (724, 0.5))),
        level(634, 2, 74, 4), level(697, 2, 74, 3),
    ]  # fmt: skip


def _foot() -> list[BaseGeometry]:
    return [
        line(((12, 720), (28, 717), (38, 714.5), (47, 716), (62, 719))),
        line(((31, 712), (28.6, 724), (28.2, 732), (27.6, 740))),
        line(((12, 736.6), (26, 737.4), (36, 739), (46, 737.8), (55, 735), (57.4, 734))),
        line(((35.2, 736), (35.2, 752))),
        line(((46.5, 712), (52, 722), (56, 730), (57.4, 736), (58.4, 748))),
        line(((30.6, 741), (31.2, 735), (34.4, 729.5), (38, 735), (38.6, 741))),
    ]
