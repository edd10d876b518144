"""The enlarged head from in front, from its left side and from behind; lengths in mm, y down from the crown.

In front and behind only the half at x >= 0 is described; the side is the person's left one, nose towards
negative x. The borders follow the three branches of the facial nerve of feeling: brow and nose, cheek, jaw.
"""

from __future__ import annotations

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

from figure.shapes import half_of, mirrored, run, smooth, soften, spline, tube

Seeds = dict[str, list[tuple[float, float]]]

FRONT = (
    (0, 0), (26, 3.6), (48.5, 15), (65, 36), (73.8, 64), (76.4, 94), (75, 122), (71.6, 148),
    (65.6, 172), (55, 194), (40, 212.4), (22, 226), (0, 230),
)  # fmt: skip
EAR_FRONT = ((73.6, 107, 7), (80.4, 106, 7.2), (83, 116, 6.8), (80.4, 133, 6), (75.6, 148.6, 5.2))
BEHIND = (
    (0, 0), (26, 3.4), (49, 14.6), (65.4, 36), (74, 64), (76.6, 94), (75, 122), (70, 146),
    (61.6, 168), (54.4, 186), (50.4, 200), (43, 209), (28, 212.6), (0, 213.6),
)  # fmt: skip
EAR_BEHIND = ((74, 108, 7), (81.4, 106, 7.2), (83.8, 117, 6.8), (80.6, 134, 6.2), (74.4, 148.6, 6))
SIDE = (
    (8, 0), (-24, 2.6), (-50, 12), (-70, 29), (-81.6, 50), (-86.6, 72), (-88.6, 88), (-87.8, 98), (-85, 107),
    (-86, 114), (-91, 127), (-97.6, 140), (-102.4, 149), (-101.4, 154.6), (-96, 158), (-90.4, 160.4),
    (-89.8, 166), (-93, 171.6), (-93.4, 175.4), (-89.8, 178.4), (-91.8, 182.6), (-91, 187.4), (-86.6, 192),
    (-85.6, 198), (-87.6, 207), (-87.2, 216), (-82, 224.6), (-71, 229.4), (-57, 228), (-40, 221.4),
    (-24, 213), (-9, 203.4), (0, 194.4), (7.6, 187.4), (16, 184.6), (26, 186), (40, 192), (54, 197.6),
    (66, 196.4), (73.4, 184), (81.6, 166), (92, 144), (100, 117), (101.7, 88), (95.6, 56), (80, 28),
    (56, 9.6), (32, 2),
)  # fmt: skip
EAR_SIDE = (
    (3.4, 121), (3.4, 109), (9, 99.4), (20, 95.4), (31, 99.4), (35.6, 110), (34, 124), (28, 136), (22, 146),
    (17, 156), (10, 159.4), (4.4, 155), (3.6, 145), (5, 136), (2.6, 129),
)  # fmt: skip

SEEDS_FRONT: Seeds = {
    "scalp_top": [(20, 20)], "forehead": [(20, 70)], "eye_nose": [(32, 114)], "cheek_lip": [(32, 150)],
    "jaw_chin": [(20, 205)], "temple": [(67, 95)], "jaw_angle": [(60, 165)], "ear": [(86, 118)],
}  # fmt: skip
SEEDS_SIDE: Seeds = {
    "scalp_top": [(0, 25)], "forehead": [(-70, 70)], "eye_nose": [(-72, 112)], "cheek_lip": [(-65, 155)],
    "jaw_chin": [(-65, 205)], "temple": [(-20, 90)], "jaw_angle": [(-15, 165)], "ear": [(20, 120)],
    "behind_ear": [(36, 150)], "occiput": [(80, 100)],
}  # fmt: skip
SEEDS_BEHIND: Seeds = {
    "scalp_top": [(20, 20)], "occiput": [(20, 120)], "behind_ear": [(64, 135)], "ear": [(87, 118)],
}  # fmt: skip


def front() -> BaseGeometry:
    """Half of the head from in front."""
    return _with_ears(FRONT, EAR_FRONT)


def behind() -> BaseGeometry:
    """Half of the head from behind, down to the hairline."""
    return _with_ears(BEHIND, EAR_BEHIND)


def side() -> BaseGeometry:
    """The head from its left side, down to jaw and hairline."""
    return Polygon(spline(SIDE)).buffer(0)


def _with_ears(
    half: tuple[tuple[float, float], ...], ear: tuple[tuple[float, float, float], ...]
) -> BaseGeometry:
    skull = smooth(half)
    ears = tube(ear)
    return half_of(soften(unary_union([skull, ears, mirrored(ears)]), inside=3, outside=1))


def front_cuts() -> list[BaseGeometry]:
    """Lines between the regions of the face."""
    return [
        run(((-6, 44), (14, 44.6), (34, 49), (50, 57.6), (64, 71), (84, 90))),
        run(((56, 40), (58.6, 62), (59.4, 84), (58.4, 106), (55, 130), (51, 152), (47.4, 176), (44, 200),
              (41, 226))),
        run(((-6, 102), (8, 101.6), (22, 99), (38, 98), (50, 100), (64, 104))),
        run(((-6, 162), (4, 161.6), (9.4, 158.4), (11, 151), (9.6, 140), (9.6, 130), (13, 122.4),
              (19, 120.6),
              (26, 123.6), (34, 124.4), (42, 121.6), (49, 118), (62, 116))),
        run(((50, 133.4), (62, 131), (80, 127))),
        run(((-6, 178.8), (0, 178.8), (7, 177.8), (15, 178.2), (25.4, 177.4), (34, 177), (43, 175.6),
             (53, 173))),
        run(((82, 92), (74, 100), (72.8, 112), (73.4, 126), (71.6, 142), (70.6, 152), (74, 162))),
    ]  # fmt: skip


def side_cuts() -> list[BaseGeometry]:
    """Lines between the regions of the side."""
    return [
        run(((-92, 44), (-70, 44), (-56, 50), (-44, 60), (-28, 63), (-6, 62), (14, 66), (30, 76),
              (38, 84), (48, 93))),
        run(((-47, 50), (-47.4, 70), (-49, 92), (-50, 110), (-47, 128), (-43, 148), (-41, 170), (-41.6, 192),
              (-38, 208), (-32, 234))),
        run(((-100, 103), (-84, 101.4), (-72, 98.6), (-60, 99.6), (-45, 103.4))),
        run(((-112, 158), (-102.6, 156), (-98.6, 150.4), (-96.6, 142), (-90, 131), (-84, 123.6),
              (-77, 124.6),
              (-69, 122.6), (-62, 118.8), (-45, 117))),
        run(((-52, 131), (-36, 130), (-16, 127.4), (12, 125))),
        run(((-100, 178.6), (-90.8, 178.6), (-80, 178.2), (-71.4, 177.6), (-60, 176), (-38, 172))),
        Polygon(spline(EAR_SIDE)).exterior,
        run(((66, -4), (57, 26), (47, 60), (40, 86), (43, 104), (49.6, 122), (51, 144), (46, 166),
              (41, 180), (38, 200))),
        run(((30, 102), (50, 109))),
        run(((11, 150), (12, 166), (15, 190))),
    ]  # fmt: skip


def behind_cuts() -> list[BaseGeometry]:
    """Lines between the regions of the back of the head."""
    return [
        run(((-6, 46), (6, 46), (28, 49.6), (48, 59), (63, 73), (72.4, 88), (81, 97))),
        run(((80, 92), (75, 101), (73.8, 112), (74.4, 126), (71.6, 142), (70, 150), (72, 164))),
        run(((79, 86), (67, 101), (58.6, 118), (55, 140), (52, 164), (48, 184), (34, 222))),
    ]


def _both(lines: list[LineString]) -> list[LineString]:
    return [*lines, *(mirrored(one) for one in lines)]


def _iris(upper: LineString, lower: LineString, middle: Point) -> list[LineString]:
    """Iris and pupil as far as the lids show them."""
    eye = Polygon([*upper.coords, *reversed(lower.coords)])
    rings = [middle.buffer(r, quad_segs=16).exterior.intersection(eye) for r in (6.4, 2.2)]
    whole = [linemerge(ring) if hasattr(ring, "geoms") else ring for ring in rings]
    return [part for ring in whole for part in getattr(ring, "geoms", [ring])]


def front_features() -> list[LineString]:
    """Brows, eyes, nose, lips, the inner lines of the ears and the neck, from in front."""
    upper = run(((16.6, 118.2), (22, 112.8), (30, 109.8), (38, 110), (44, 112.8), (49, 117.2)))
    lower = run(((16.6, 118.2), (22, 120.6), (29, 122), (36, 121.6), (43, 119.6), (49, 117.2)))
    return [
        *_both([
            run(((13.6, 94.4), (22, 89.8), (34, 88), (44, 89.8), (51.4, 95))),
            upper,
            lower,
            *_iris(upper, lower, Point(33, 115)),
            run(((16, 146), (18.8, 150.6), (18, 156.2), (14, 157.8))),
            run(((75.4, 108.6), (78.4, 109.2), (80.6, 114.4), (79.2, 124), (76, 134))),
            run(((50.6, 200), (49.4, 214), (50, 228), (54, 240))),
        ]),
        run(((-9, 159.6), (-4.6, 161.4), (0, 162), (4.6, 161.4), (9, 159.6))),
        run(((-25.4, 177.4), (-15, 173), (-6, 170.2), (0, 171.6), (6, 170.2), (15, 173), (25.4, 177.4))),
        run(((-25.4, 177.4), (-15, 178.2), (-7, 177.8), (0, 178.8), (7, 177.8), (15, 178.2), (25.4, 177.4))),
        run(((-20, 182.6), (-10, 188), (0, 189.4), (10, 188), (20, 182.6))),
    ]  # fmt: skip


def side_features() -> list[LineString]:
    """Brow, eye, nose, lips, the inner lines of the ear and the neck, from the left side."""
    return [
        run(((-85, 93.4), (-78, 88.8), (-68, 88.4), (-57.6, 94))),
        run(((-80.8, 111.6), (-76, 109.6), (-69.4, 111.8), (-62.6, 117.4))),
        run(((-80.2, 120.2), (-74, 121.8), (-67.6, 120), (-62.6, 117.4))),
        run(((-80.8, 111.6), (-81.9, 114.4), (-81.6, 117.4), (-80.2, 120.2))),
        run(((-77.6, 109.9), (-76, 115), (-77.4, 121.2))),
        run(((-89.6, 145), (-85, 148), (-84, 153.6), (-87.6, 157.4), (-91, 157))),
        run(((-92.6, 174), (-85, 173.4), (-71.4, 177.6))),
        run(((-89.8, 178.4), (-80, 178), (-71.4, 177.6))),
        run(((-90, 187.4), (-83, 185.6), (-75, 181))),
        run(((10.4, 117), (10.4, 108), (18, 102), (26, 105), (28.4, 113.4), (25.4, 124), (19.4, 133),
             (16, 140.4))),
        run(((9, 121.6), (13, 125.6), (11, 132), (9.8, 138), (12, 142), (16, 140.4))),
        run(((-37, 221), (-30, 230), (-26, 240))),
        run(((64, 198), (63, 214), (66, 228), (72, 240))),
    ]  # fmt: skip


def behind_features() -> list[LineString]:
    """The rims of the ears and the neck, from behind."""
    return _both(
        [
            run(((78.6, 108), (79.6, 116), (77.6, 128), (75, 139))),
            run(((50, 203), (49.4, 214), (50.4, 228), (54.6, 240))),
        ]
    )
