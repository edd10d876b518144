"""Curves, tubes and partitions from which the figure is drawn; in hundredths of a head unless said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polygonize, unary_union

Knots = Sequence[tuple[float, ...]]
Dots = list[tuple[float, ...]]


def curve(knots: Knots, *, closed: bool = False, step: float = 0.8) -> Dots:
    """Centripetal Catmull-Rom points through `knots` (any dimension; the first two are x and y)."""
    knot = np.asarray(knots, dtype=float)
    if closed:
        knot = np.vstack([knot[-1], knot, knot[0], knot[1]])
    else:
        knot = np.vstack([2 * knot[0] - knot[1], knot, 2 * knot[-1] - knot[-2]])
    dots: list[np.ndarray] = []
    for p0, p1, p2, p3 in zip(knot, knot[1:], knot[2:], knot[3:], strict=False):
        gaps = [max(float(np.hypot(*(b - a)[:2])), 1e-9) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3))]
        t1, t2 = gaps[0], gaps[0] + gaps[1]
        t3 = t2 + gaps[2]
        count = max(2, int(np.hypot(*(p2 - p1)[:2]) / step))
        for t in np.linspace(t1, t2, count, endpoint=False):
            a1 = (t1 - t) / t1 * p0 + t / t1 * p1
            a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
            a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
            b1 = (t2 - t) / t2 * a1 + t / t2 * a2
            b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
            dots.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
    if not closed:
        dots.append(knot[-2])
    return [tuple(float(value) for value in dot) for dot in dots]


def spline(knots: Knots, *, closed: bool = True, step: float = 0.8) -> Dots:
    """The cubic spline through `knots` (x, y), whose bend changes without a jump: for large drawings."""
    knot = np.asarray(knots, dtype=float)
    count = len(knot)
    ahead, behind = np.roll(knot, -1, axis=0), np.roll(knot, 1, axis=0)
    gap = np.hypot(*(ahead - knot).T) ** 0.5
    before = np.hypot(*(knot - behind).T) ** 0.5
    rise, rose = (ahead - knot) / gap[:, None], (knot - behind) / before[:, None]
    rows, right = np.diag(2 * (before + gap)), 3 * (gap[:, None] * rose + before[:, None] * rise)
    for i in range(count):
        rows[i, i - 1] += gap[i]
        rows[i, (i + 1) % count] += before[i]
    if not closed:
        rows[0], rows[-1] = 0, 0
        rows[0, :2], rows[-1, -2:] = (2, 1), (1, 2)
        right[0], right[-1] = 3 * rise[0], 3 * rose[-1]
    slope = np.linalg.solve(rows, right)
    dots: list[np.ndarray] = []
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        many = max(2, int(np.hypot(*(knot[j] - knot[i])) / step))
        t = np.linspace(0, 1, many, endpoint=False)[:, None]
        dots += list(
            (1 + 2 * t) * (1 - t) ** 2 * knot[i] + t * (1 - t) ** 2 * gap[i] * slope[i]
            + t**2 * (3 - 2 * t) * knot[j] + t**2 * (t - 1) * gap[i] * slope[j]
        )  # fmt: skip
    return [tuple(float(value) for value in dot) for dot in (dots if closed else [*dots, knot[-1]])]


def run(knots: Knots) -> LineString:
    """The open line through `knots`, as smooth as `smooth` shapes."""
    return LineString(spline(knots, closed=False))


def smooth(half: Knots) -> Polygon:
    """The smooth shape of which `half` describes x >= 0, its first and last knot on the midline."""
    return Polygon(spline([*half, *((-x, y) for x, y in reversed(half[1:-1]))])).buffer(0)


def blob(knots: Knots) -> Polygon:
    """The smooth closed shape through `knots`."""
    return Polygon([dot[:2] for dot in curve(knots, closed=True)]).buffer(0)


def line(knots: Knots) -> LineString:
    """The smooth open line through `knots`."""
    return LineString([dot[:2] for dot in curve(knots)])


def tube(knots: Knots) -> BaseGeometry:
    """A round-ended limb along knots (x, y, radius)."""
    rounds = [Point(x, y).buffer(r, quad_segs=24) for x, y, r in curve(knots, step=1.5)]
    return unary_union(
        [MultiPoint([*a.exterior.coords, *b.exterior.coords]).convex_hull for a, b in pairwise(rounds)]
    )


def limb(knots: Knots) -> Polygon:
    """A limb along knots (x, y, width to its left, width to its right), seen along its own direction."""
    dots = np.asarray(curve(knots))
    ahead = np.gradient(dots[:, :2], axis=0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None]
    left = np.column_stack([ahead[:, 1], -ahead[:, 0]])
    one, other = dots[:, :2] + left * dots[:, 2:3], dots[:, :2] - left * dots[:, 3:4]
    return Polygon(np.vstack([one, other[::-1]])).buffer(0)


def mirrored(shape: BaseGeometry) -> BaseGeometry:
    """The same shape on the other side of the midline x = 0."""
    return affinity.scale(shape, -1, 1, origin=(0, 0))


def soften(shape: BaseGeometry, *, inside: float, outside: float) -> BaseGeometry:
    """Round concave corners with radius `inside` and convex ones with radius `outside`."""
    closed = shape.buffer(inside, quad_segs=24).buffer(-inside, quad_segs=24)
    return closed.buffer(-outside, quad_segs=24).buffer(outside, quad_segs=24)


def half_of(shape: BaseGeometry, reach: float = 2000) -> BaseGeometry:
    """The part of a shape at x >= 0."""
    return shape.intersection(box(0, -reach, reach, reach))


def fit(shape: BaseGeometry, scale: float) -> BaseGeometry:
    """The shape in whole units of the finished figure (hundredths of a head times `scale`)."""
    slim = affinity.scale(shape, scale, scale, origin=(0, 0)).simplify(0.35)
    return shapely.set_precision(slim, 1)


class UnnamedError(ValueError):
    """A face of the drawing has no region, or a region no face."""


def partition(
    outline: BaseGeometry,
    cuts: Iterable[BaseGeometry],
    seeds: Mapping[str, Sequence[tuple[float, float]]],
    scale: float,
) -> dict[str, BaseGeometry]:
    """Region id → polygon in whole units: the faces of `outline` between `cuts`, named by points inside."""
    whole = fit(outline, scale)
    lines = [whole.boundary, *(fit(cut, scale) for cut in cuts)]
    lines = [piece for piece in lines if not piece.is_empty]
    noded = shapely.unary_union(lines, grid_size=1)
    faces = [face for face in polygonize(noded) if whole.buffer(0.5).contains(face.representative_point())]
    named: dict[str, list[Polygon]] = {}
    crumbs: list[Polygon] = []
    for face in faces:
        inside = {
            name
            for name, spots in seeds.items()
            for x, y in spots
            if face.contains(Point(x * scale, y * scale))
        }
        if len(inside) > 1:
            raise UnnamedError(f"one face for {sorted(inside)}")
        if inside:
            named.setdefault(inside.pop(), []).append(face)
        else:
            crumbs.append(face)
    if missing := seeds.keys() - named.keys():
        raise UnnamedError(f"no face for {sorted(missing)}")
    big = [face for face in crumbs if face.area > 60 * scale * scale / 16]
    if big:
        spots = [tuple(round(v / scale, 1) for v in face.representative_point().coords[0]) for face in big]
        raise UnnamedError(f"no name for the faces at {spots}")
    return _with_crumbs(named, crumbs)


def _with_crumbs(named: dict[str, list[Polygon]], crumbs: list[Polygon]) -> dict[str, BaseGeometry]:
    """Regions (toes may be several polygons), every crumb given to the neighbour it touches most."""
    while crumbs:
        crumb = crumbs.pop(0)
        best = max(
            named,
            key=lambda name: sum(crumb.boundary.intersection(face.boundary).length for face in named[name]),
        )
        named[best].append(crumb)
    regions: dict[str, BaseGeometry] = {}
    for name, faces in named.items():
        regions[name] = shapely.unary_union(faces, grid_size=1)
    return regions


def both_sides(half: Mapping[str, BaseGeometry], sides: tuple[str, str]) -> dict[str, BaseGeometry]:
    """Regions of the whole view from those at x >= 0; `sides` are the suffixes at x > 0 and x < 0."""
    whole: dict[str, BaseGeometry] = {}
    for name, region in half.items():
        other = mirrored(region)
        if name.endswith("_M"):
            whole[name] = shapely.unary_union([region, other], grid_size=1)
        else:
            whole[f"{name}_{sides[0]}"], whole[f"{name}_{sides[1]}"] = region, other
    return whole


def borders(regions: Iterable[BaseGeometry], outline: BaseGeometry) -> list[LineString]:
    """The lines between neighbouring regions, without the outline, merged into long runs."""
    between = shapely.unary_union([region.boundary for region in regions], grid_size=1)
    inner = shapely.difference(between, outline.boundary, grid_size=1)
    merged = linemerge(inner) if inner.geom_type != "LineString" else inner
    return list(merged.geoms) if hasattr(merged, "geoms") else [merged]
