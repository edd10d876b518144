"""Where the regions of the back of the standing figure meet; hundredths of a head, the half at x >= 0."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from figure.front import ear_line
from figure.shapes import line
from figure.standing import across, along_arm, along_leg, hand_seeds, level, on_hand

BANDS = (  # height at the midline, halfway, at the side
    (171, 172, 168), (197, 198, 194), (223, 223, 218), (246, 246, 241), (266, 265.5, 260), (286, 285, 280),
)  # fmt: skip
SEEDS: dict[str, list[tuple[float, float]]] = {
    "scalp_top": [(8, 10)], "occiput": [(12, 55)], "ear": [(36, 51)], "behind_ear": [(28, 62)],
    "neck_back": [(10, 105)],
    "shoulder_top_b": [(40, 132)], "deltoid_b": [(86, 175)], "upperarm_back": [(98, 245)],
    "elbow_outer": [(120, 286)],
    "elbow_inner": [(106, 291)], "forearm_back": [(132, 340)], "forearm_inner_b": [(117, 340)],
    "wrist": [(139.4, 394.4), (148, 390)],
    "back_1": [(35, 158)], "back_2": [(35, 185)], "back_3": [(35, 210)], "back_4": [(35, 234)],
    "back_5": [(35, 255)],
    "back_6": [(30, 275)], "low_back": [(25, 305)], "sacrum_M": [(6, 340)], "buttock_upper": [(40, 345)],
    "buttock_lower": [(35, 385)], "saddle_M": [(4, 389)], "hip_outer": [(65, 370)],
    "thigh_outer": [(66, 440)],
    "thigh_back": [(35, 450)], "knee_back": [(37, 535)], "calf_back_inner": [(25, 620)],
    "calf_back_outer": [(50, 620)],
    "achilles": [(37, 706)], "ankle_inner": [(28, 710)], "ankle_outer": [(48, 710)], "heel": [(37, 738)],
    **hand_seeds(back=True),
}  # fmt: skip


def cuts() -> list[BaseGeometry]:
    """All lines between regions."""
    return [*_head(), *_trunk(), *_arm(), *on_hand(back=True), *_leg()]


def _head() -> list[BaseGeometry]:
    return [
        line(((-3, 26), (18, 27), (38, 33))),
        ear_line(),
        line(((34, 42), (27, 46), (23.5, 56), (22.6, 68), (24, 80), (28, 90))),
        line(((-3, 86), (12, 86), (21, 84.5), (29, 80))),
        line(((38, 111), (33, 117), (18, 122), (-3, 124))),
    ]


def _trunk() -> list[BaseGeometry]:
    return [
        line(((70, 124), (73, 140), (74, 160), (72.5, 180), (69.4, 194), (68.6, 206))),
        line(((-3, 147.5), (25, 147), (50, 144), (77, 140))),
        *(line(((-3, a), (34, b), (76, c))) for a, b, c in BANDS),
        line(((-3, 325), (20, 325), (44, 321), (78, 311))),
        line(((25, 321), (21.5, 334), (13, 353), (5, 366), (-3, 371))),
        line(((8, 359), (22, 364), (42, 363), (62, 355))),
        line(((5, 363), (10, 361))),
        line(((60, 331), (60.5, 350), (58.5, 372), (57, 392), (58, 412))),
        line(((56, 339), (66, 336.5), (82, 331))),
        line(((1, 396), (8, 405), (22, 412.5), (40, 412), (58, 405), (82, 399))),
        line(((-3, 377), (4.5, 379), (8, 387), (8.2, 398), (7, 409))),
    ]


def _arm() -> list[BaseGeometry]:
    return [
        across(212, bow=2), across(277, bow=-2), across(300, bow=2),
        along_arm(0.5, 265, 312), along_arm(0.38, 289, 398),
        across(385, reach=18, bow=1),
    ]  # fmt: skip


def _leg() -> list[BaseGeometry]:
    return [
        along_leg(((390, 0.8), (425, 0.81), (455, 0.82), (485, 0.83), (524, 0.84))),
        level(511, 2, 74, 4), level(560, 2, 74, 5),
        along_leg(((550, 0.5), (590, 0.5), (640, 0.5), (694, 0.5))),
        level(690, 2, 74, -3),
        along_leg(((680, 0.28), (700, 0.27), (728, 0.28))),
        along_leg(((680, 0.74), (700, 0.73), (728, 0.74))),
        line(((12, 725), (28, 722), (38, 721), (47, 722), (62, 725))),
    ]  # fmt: skip
