"""The left side of the standing figure: silhouette, lines between regions, points inside them.

Hundredths of a head, heights as in front and behind; x from the plumb line through the ear, the face towards
negative x. The arm swings forward, thumb towards us, so that flank and armpit are seen.
"""

from __future__ import annotations

import math

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from figure import behind, front
from figure.shapes import blob, curve, run, soften, spline, tube

FACE = (
    (4, 0), (-11, 1.7), (-24, 7.6), (-33.2, 17), (-38, 28), (-39.6, 37), (-39.2, 42.4), (-37, 47),
    (-38.6, 52), (-42.2, 58.4), (-46.4, 64.6), (-47.8, 67.6), (-46.6, 70.4), (-42.2, 71.8), (-39.6, 73),
    (-39.6, 75.6), (-40.6, 78), (-39.6, 79.8), (-37.6, 80.8), (-38.8, 82.2), (-38.9, 84.2), (-36.2, 87),
    (-36, 90), (-36.6, 93.6), (-35.4, 97.4), (-31.6, 99.8), (-26, 99.8), (-19, 98.6), (-13.6, 100.4),
    (-11.6, 108), (-13.4, 118.5), (-18.4, 128),
)  # fmt: skip
CHEST_TO_FOOT = (
    (-26.5, 137.5), (-35.5, 149), (-43, 162), (-48.6, 176), (-51.8, 189), (-52.4, 200), (-50.6, 211),
    (-48, 222), (-46.2, 236), (-45.2, 250), (-44.4, 266), (-44.7, 282), (-46, 298), (-46.6, 312),
    (-45.6, 326), (-42.6, 340), (-40.2, 353), (-40.2, 366), (-42, 384), (-43.2, 404), (-43, 428),
    (-41, 454), (-37, 480), (-32.4, 503), (-30, 517), (-29.2, 529), (-27.4, 541), (-24.6, 552),
    (-22.6, 564), (-21.4, 578), (-19.8, 595), (-17.4, 618), (-14.2, 642), (-11, 664), (-8.6, 683),
    (-8.2, 695), (-10.4, 703), (-17, 711.5), (-29, 720), (-44, 728.5), (-58, 734.5),
)  # fmt: skip
SOLE = (
    (-62, 741), (-56, 745), (-46, 748.4), (-38, 749.3), (-26, 749), (-14, 747.6), (0, 749), (10, 750),
    (19, 749),
)  # fmt: skip
HEEL_TO_CROWN = (
    (25.6, 743.5), (27, 735.5), (25.4, 726), (21.6, 714), (19.6, 702), (20, 690), (23.4, 672), (28.8, 652),
    (34, 630), (36.6, 610), (35.8, 594), (31.6, 576), (26, 558), (22.8, 543), (22.4, 529), (24.2, 513),
    (28, 491), (32.4, 467), (35.8, 444), (38.4, 424), (42.2, 410.5), (50, 399), (55, 384), (56.2, 368),
    (53.4, 352), (47.4, 336.5), (40, 321), (34, 306), (31, 291), (31, 275), (33.8, 256), (38.2, 236),
    (42.6, 216), (46, 196), (47.4, 177), (46.8, 161), (43.6, 145.5), (38, 132.5), (32, 121), (28, 109),
    (26.6, 97), (27.4, 86), (30.6, 76), (35.4, 66), (39.8, 54), (42.2, 42), (41.8, 30), (37.8, 17.4),
    (29.8, 7.8), (18, 1.8),
)  # fmt: skip
EAR = (
    (-3.6, 46), (0.4, 42), (6, 42), (9.6, 46.4), (9.6, 52), (7, 58), (4, 63.4), (0.6, 66.4), (-2, 64.6),
    (-2.4, 59), (-4, 53),
)  # fmt: skip
TOES = {
    "big": ((-56, 738.7, 4.6), (-69, 741.6, 5.3), (-77.6, 742.6, 5.3)),
    "second": ((-60, 742, 3), (-68.4, 745.2, 3.7)), "third": ((-53, 742, 3), (-61.2, 746.2, 3.4)),
    "fourth": ((-46, 742, 3), (-54.4, 746.6, 3.3)), "little": ((-40, 742, 3), (-47.6, 746.6, 3.4)),
}  # fmt: skip

BETWEEN_TOES = (-71.4, -64.4, -57.5)
SHOULDER = (8, 156)
SWING, ELBOW, FOREARM = 39, 142, 46
"""Degrees of the upper arm, where it ends along the arm, degrees of the forearm."""
ARM = (  # along the arm from the shoulder, width to its front, width to its back
    (0, 20.5, 20), (16, 21, 20.4), (38, 20, 19.4), (62, 18, 18), (90, 17, 17), (114, 16, 15.6),
    (132, 15.1, 14.8), (150, 15.1, 14.4), (168, 15.4, 14), (192, 14, 12.6), (216, 11.6, 10.6), (240, 9.4, 9),
    (256, 9, 9),
)  # fmt: skip
CAP = (
    (8, 134.5), (-4, 137.2), (-12.4, 144), (-16, 154), (-15, 170), (2, 178), (19, 175), (26.8, 164),
    (27.8, 152), (23.6, 141.6), (17, 136.2),
)  # fmt: skip
"""The round of the shoulder."""
WRIST = 252
HAND = (
    ((-10, 0, 8.8), (4, 0.2, 9.3), (16, 0.4, 10.2), (28, -0.8, 10), (40, -2.8, 8.2)),
    ((4, 2.4, 8.2), (17, 7.2, 7.4), (28, 13.6, 6), (39, 20.2, 5.1), (47, 23.8, 4.5), (51.6, 25.2, 3.8)),
    ((38, -4, 7), (54, -4.5, 5.5), (68, -2.2, 4.9), (79, 1.6, 4.2), (84, 3.8, 3.5)),
    ((38, -3, 7), (56, -0.8, 5.4), (69, 4.4, 4.7), (78, 11.2, 4.1), (80.6, 14.4, 3.6)),
    ((38, -2, 7), (52, 1.6, 5.2), (62, 7.6, 4.6), (67.6, 13.2, 4), (69, 16, 3.6)),
)
"""The hand from the thumb side, as tubes along the forearm: along it, towards the palm, radius."""

ARMPIT = curve(((14, 172), (14, 186), (10.4, 198), (3.4, 205.6), (-5, 209), (-14, 209), (-30, 200)))
MID_SIDE = ((3.4, 205), (2, 240), (1, 280), (2, 311), (1.4, 338))
"""Where front and back of the trunk meet."""
HIDDEN = (1, 2)
"""Bands of the chest whose front edge lies behind the arm."""
SEEDS: dict[str, list[tuple[float, float]]] = {
    "scalp_top": [(0, 15)], "forehead": [(-31, 30)], "temple": [(-15, 46)], "eye_nose": [(-33, 51)],
    "cheek_lip": [(-29, 70)], "jaw_chin": [(-27, 91)], "jaw_angle": [(-10, 75)], "ear": [(3, 52)],
    "behind_ear": [(14, 62)], "occiput": [(30, 50)], "neck_front": [(-3, 108)], "neck_back": [(20, 100)],
    "shoulder_top_f": [(-8, 131)], "shoulder_top_b": [(28, 132)],
    "chest_1": [(-30, 154)], "chest_2": [(-44, 176), (-50.9, 198.9)], "chest_3": [(-10, 213)],
    "chest_4": [(-15, 232)],
    "abd_1": [(-20, 252)], "abd_2": [(-20, 270)], "abd_3": [(-20, 288)], "abd_4": [(-20, 304)],
    "abd_5": [(-20, 320)], "abd_6": [(-25, 338)], "armpit": [(1, 200)],
    "back_1": [(38, 158)], "back_2": [(34, 182)], "back_3": [(25, 207)], "back_4": [(20, 230)],
    "back_5": [(20, 250)], "back_6": [(18, 269)], "low_back": [(18, 297)],
    "buttock_upper": [(35, 345)], "buttock_lower": [(36, 385)], "hip_outer": [(0, 370)],
    "thigh_outer": [(0, 450)], "thigh_front_upper": [(-30, 400)], "thigh_front_lower": [(-28, 480)],
    "thigh_back": [(25, 450)], "knee_front": [(-3, 535)], "leg_outer_upper": [(-6, 600)],
    "leg_outer_lower": [(-2, 665)], "calf_back_outer": [(22, 610)], "ankle_outer": [(2, 706)],
    "achilles": [(15.5, 706)], "heel": [(14, 736)], "foot_top": [(-30, 726)],
    "foot_outer_edge": [(-25, 740)],
}  # fmt: skip


def silhouette() -> BaseGeometry:
    """The figure seen from its left."""
    body = Polygon(spline((*FACE, *CHEST_TO_FOOT, *SOLE, *HEEL_TO_CROWN))).buffer(0)
    toes = [tube(knots) for knots in TOES.values()]
    return soften(unary_union([body, arm(), *toes]), inside=0.6, outside=0.3)


def on_arm(along: float, forward: float) -> tuple[float, float]:
    """The point of the arm at a length from the shoulder and a width towards its front."""
    x, y = SHOULDER
    bend, last = 26.0, 0.0
    for end in (*(i * 2.0 for i in range(1, int(along / 2) + 1)), along):
        share = min(1.0, max(0.0, ((last + end) / 2 - ELBOW + bend) / (2 * bend)))
        turn = math.radians(SWING + (FOREARM - SWING) * share)
        x, y, last = x - (end - last) * math.sin(turn), y + (end - last) * math.cos(turn), end
    share = min(1.0, max(0.0, (along - ELBOW + bend) / (2 * bend)))
    turn = math.radians(SWING + (FOREARM - SWING) * share)
    return x - forward * math.cos(turn), y - forward * math.sin(turn)


def arm() -> BaseGeometry:
    """Arm and hand, as they lie before the trunk."""
    knots = curve(ARM, step=3)
    fore = [on_arm(along, width) for along, width, _ in knots]
    rear = [on_arm(along, -width) for along, _, width in knots]
    limb = unary_union([Polygon([*fore, *reversed(rear)]).buffer(0), blob(CAP)])
    palm, thumb, *fingers = (_held(knots) for knots in HAND)
    whole = soften(unary_union([soften(limb, inside=80, outside=6), palm]), inside=30, outside=2)
    whole = soften(unary_union([whole, thumb]), inside=8, outside=0)
    whole = soften(unary_union([whole, fingers[-1]]), inside=5, outside=0)
    return soften(unary_union([whole, *fingers]), inside=0.9, outside=0.6)


def _held(knots: tuple[tuple[float, float, float], ...]) -> BaseGeometry:
    return tube([(*on_arm_straight(along, towards), radius) for along, towards, radius in knots])


def on_arm_straight(along: float, forward: float) -> tuple[float, float]:
    """A point of the hand, which goes on as the forearm goes."""
    x, y = on_arm(WRIST, 0)
    turn = math.radians(FOREARM)
    return (
        x - along * math.sin(turn) - forward * math.cos(turn),
        y + along * math.cos(turn) - forward * math.sin(turn),
    )


def features() -> list[BaseGeometry]:
    """Lines between fingers and between toes, which part no regions."""
    fingers = (
        ((80.5, 7.2), (76, 5.6), (66, 1.4), (55, -1)),
        ((72.4, 11), (68.6, 9.6), (60, 4.8), (51, 1.4)),
    )
    return [
        *(run([on_arm_straight(*spot) for spot in knots]) for knots in fingers),
        *(run(((x, 747), (x + 0.4, 744), (x + 1.8, 742.2), (x + 5, 741.2))) for x in BETWEEN_TOES),
    ]


def cuts() -> list[BaseGeometry]:
    """All lines between regions."""
    shape = arm()
    beside = [cut.difference(shape.buffer(-0.4)) for cut in (*_head(), *_shoulder(), *_trunk())]
    on_it = [cut.intersection(shape.buffer(0.4)) for cut in _arm()]
    return [*beside, shape.boundary, *on_it, *_hip(), *_leg(), *_foot()]


def _head() -> list[BaseGeometry]:
    return [
        run(((-38, 17.6), (-31, 19), (-22, 23.4), (-13, 30), (-5, 36), (0, 38.4), (3, 43.4))),
        run(((46, 25), (30, 27.6), (15, 32.6), (-1, 38.8))),
        run(((-25.2, 20.5), (-26.6, 32), (-26, 46), (-23.4, 58), (-19.4, 71), (-16.4, 84), (-17, 97.8))),
        run(((-42, 43), (-36, 43), (-25, 45.4))),
        run(((-47, 72.6), (-41.6, 69.4), (-39.8, 63.4), (-36.4, 58.6), (-31, 57), (-23, 58.6),
              (-12, 58.2), (-1.5, 56.6))),
        run(((-42, 81), (-36, 81.2), (-28, 82.4), (-15.6, 84.8))),
        blob(EAR).exterior,
        run(((-27, 101), (-18.5, 98.4), (-9, 94.4), (0, 88), (4.4, 79), (4, 70), (1.6, 64.4))),
        run(((6.4, 43), (14, 46), (18.6, 54), (19.6, 66), (18, 77), (14.2, 86))),
        run(((32, 84.6), (24, 86.6), (14.4, 85), (2, 81.2))),
        run(((14.6, 84), (13, 96), (10.6, 108), (9, 119.8))),
        run(((-24, 132.6), (-14, 126.2), (-3, 121.2), (9, 119), (22, 120.4), (36, 125.4))),
    ]  # fmt: skip


def _shoulder() -> list[BaseGeometry]:
    return [
        run(((9.1, 118), (8.6, 127), (8.4, 137))),
        run(((-40, 150), (-30, 146.4), (-20, 144), (-8, 143))),
        run(((52, 148.5), (42, 147), (32, 145), (18, 144))),
    ]


def _trunk() -> list[BaseGeometry]:
    bands: list[BaseGeometry] = []
    for number, (_, ahead, side) in enumerate(front.BANDS):
        _, low, back_side = behind.BANDS[number] if number < len(behind.BANDS) else (0, 0, side)
        meet = (side + back_side) / 2
        edge = -45 if number in HIDDEN else -60
        bands.append(run(((edge, ahead), (-44, ahead), (-22, (ahead + 2 * meet) / 3), (3, meet))))
        if low:
            bands.append(run(((1, meet), (20, (2 * meet + low) / 3), (38, low), (60, low))))
    return [
        *(band.difference(Polygon(ARMPIT)) for band in bands),
        Polygon(ARMPIT).exterior,
        run(MID_SIDE),
        run(((1, 310), (14, 312.8), (28, 319), (48, 327))),
    ]  # fmt: skip


def _hip() -> list[BaseGeometry]:
    return [
        run(
            (
                (-46, 360),
                (-38, 355.6),
                (-28, 349.6),
                (-17, 341.4),
                (-8, 338.2),
                (1.4, 336.6),
                (10, 336.4),
                (17, 338.6),
                (21, 344.6),
                (22, 354),
                (21.4, 376),
                (19.4, 402),
                (18, 430),
                (16, 460),
                (13.6, 488),
                (12, 514),
            )
        ),
        run(
            (
                (-16.8, 340.4),
                (-19.6, 360),
                (-20.4, 382),
                (-20.4, 404),
                (-20, 430),
                (-18.6, 460),
                (-16.4, 488),
                (-14.6, 514),
            )
        ),
        run(((62, 364), (50, 366), (36, 363), (20.8, 355.2))),
        run(((-21.4, 402.8), (-8, 405.4), (6, 405), (19.4, 402), (30, 408.4), (39, 411.4), (48, 411.4))),
    ]


def _leg() -> list[BaseGeometry]:
    return [
        run(((-48, 451.4), (-34, 453), (-18, 454))),
        run(((-40, 506), (-20, 511), (0, 513), (16, 512), (32, 509.6))),
        run(((-32, 558), (-12, 563), (6, 565), (18, 563.6), (36, 559))),
        run(((4.9, 563), (7, 590), (8.6, 616), (9.2, 642), (8.6, 668), (7.6, 696))),
        run(((-24, 632.6), (-8, 636.4), (10.2, 637.4))),
        run(((-18, 696), (-4, 697.6), (8, 694.6), (30, 688))),
    ]


def _foot() -> list[BaseGeometry]:
    return [
        run(((7.8, 693), (9.6, 706), (11.6, 721.6))),
        run(((30, 718), (20, 721), (11, 720.6), (4, 724.4), (0.4, 734), (0, 756))),
        run(((-18, 707), (-9, 713.4), (-2, 720), (4.6, 725))),
        run(((4.6, 724), (-12, 730), (-28, 734.6), (-39, 737.2), (-45.6, 738.8), (-49.6, 741),
             (-51.2, 744.6), (-51.2, 754))),
    ]  # fmt: skip


def _arm() -> list[BaseGeometry]:
    def across(along: float, bow: float) -> BaseGeometry:
        return run([on_arm(along, 26), on_arm(along + bow, 0), on_arm(along, -26)])

    axis = [on_arm(along, 0) for along in range(30, 135, 10)]
    return [
        run([(8.6, 128), (8.4, 141), (6.2, 154), (0.6, 166), *axis]),
        across(62, 3), across(128, -2), across(154, 3), across(241, 1.5), across(255, 1.5),
        run([on_arm(along, 0.5) for along in range(152, 249, 8)]),
    ]  # fmt: skip


def seeds() -> dict[str, list[tuple[float, float]]]:
    """Points inside every region."""
    return {
        **SEEDS,
        "deltoid_f": [on_arm(40, 9)], "deltoid_b": [on_arm(40, -9)],
        "upperarm_outer_f": [on_arm(95, 8)], "upperarm_back": [on_arm(95, -8)],
        "elbow_outer": [on_arm(141, 3)], "forearm_outer_f": [on_arm(190, 6)],
        "forearm_back": [on_arm(190, -6)], "wrist": [on_arm(248, 0)],
        "handback_radial": [on_arm_straight(20, 0)],
    }  # fmt: skip
