"""Draw the figure of the body: `python scripts/draw_figure.py` writes resources/body (needs shapely).

Each view becomes <view>.json (outline, regions, the lines between them; whole units) and <view>.grid.json
(one region number per square cell, for counting how much of a region is painted). Lines that show a face or
teeth without parting regions are the view's features.
"""

from __future__ import annotations

import base64
import json
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
import shapely
from figure import behind, feet, front, hands, head, mouth, saddle, side, standing
from figure.shapes import borders, both_sides, fit, mirrored, partition
from shapely import affinity
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import polylabel, unary_union

FIGURE_VERSION = 2
GRID_VERSION = 2
UNITS_OF_HEAD = 10
"""Units of the finished figure in a hundredth of a head: the figure is 7,500 units high."""
UNITS_OF_MM = 12
"""Units of an enlarged view in a mm."""
CELLS = (10, 5)
"""Edges of a grid cell in units of the figure, the coarsest first."""
LEAST_CELLS = 500
"""The fewest cells of a region: with fewer a brush's rim is not counted within 2 per cent."""
MARGIN = 30
BODY = Path(__file__).resolve().parents[1] / "resources" / "body"
LEFT_AT_RIGHT, RIGHT_AT_RIGHT = ("L", "R"), ("R", "L")
HEAD_SHEET = ("head_front", "head_left", "head_right", "head_back", "mouth")
"""The views that together show the regions listed under "head"."""
OPPOSITE = {"left": "right", "right": "left", "head_left": "head_right", "head_right": "head_left"}
"""Views of one side; each is the other one seen in a mirror."""


def standing_view(*, back: bool) -> dict[str, BaseGeometry]:
    """Regions of the standing figure; seen from behind the right side is at x > 0."""
    part = behind if back else front
    half = partition(standing.silhouette(back=back), part.cuts(), part.SEEDS, UNITS_OF_HEAD)
    return both_sides(half, RIGHT_AT_RIGHT if back else LEFT_AT_RIGHT)


def side_views() -> dict[str, dict[str, BaseGeometry]]:
    """The standing figure from its left and, in a mirror, from its right."""
    shape = partition(side.silhouette(), side.cuts(), side.seeds(), UNITS_OF_HEAD)
    return {
        "left": {f"{name}_L": region for name, region in shape.items()},
        "right": {f"{name}_R": mirrored(region) for name, region in shape.items()},
    }


def pair_view(
    shape: BaseGeometry,
    cuts: list[BaseGeometry],
    seeds: Mapping[str, list[tuple[float, float]]],
    *,
    apart: float,
    sides: tuple[str, str],
) -> dict[str, BaseGeometry]:
    """Regions of a pair drawn in mm with y upwards, its middles `apart` mm from the midline."""

    def move(shape: BaseGeometry) -> BaseGeometry:
        return affinity.translate(affinity.scale(shape, 1, -1, origin=(0, 0)), apart, 0)

    moved = {name: [(x + apart, -y) for x, y in spots] for name, spots in seeds.items()}
    return both_sides(partition(move(shape), [move(cut) for cut in cuts], moved, UNITS_OF_MM), sides)


def views() -> dict[str, dict[str, BaseGeometry]]:
    """All views: name → region id → polygon."""
    hand, back_of_hand = hands.seeds(back=False), hands.seeds(back=True)
    return {
        "front": standing_view(back=False),
        "back": standing_view(back=True),
        **side_views(),
        "sole": pair_view(feet.sole(), feet.sole_cuts(), feet.SEEDS_SOLE, apart=78, sides=LEFT_AT_RIGHT),
        "palm": pair_view(hands.enlarged(), hands.cuts(back=False), hand, apart=92, sides=LEFT_AT_RIGHT),
        "foot_top": pair_view(feet.top(), feet.top_cuts(), feet.SEEDS_TOP, apart=78, sides=RIGHT_AT_RIGHT),
        "hand_back": pair_view(
            hands.enlarged(), hands.cuts(back=True), back_of_hand, apart=92, sides=RIGHT_AT_RIGHT
        ),
        **head_views(),
        "saddle": middle_view(saddle.area(), saddle.cuts(), saddle.SEEDS, sides=LEFT_AT_RIGHT),
    }


def middle_view(
    half: BaseGeometry,
    cuts: list[BaseGeometry],
    seeds: Mapping[str, list[tuple[float, float]]],
    *,
    sides: tuple[str, str],
) -> dict[str, BaseGeometry]:
    """Regions of an enlarged view of both sides, its half at x >= 0 drawn in mm."""
    return both_sides(partition(half, cuts, seeds, UNITS_OF_MM), sides)


def head_views() -> dict[str, dict[str, BaseGeometry]]:
    """The head from four sides, and the open mouth."""
    side = partition(head.side(), head.side_cuts(), head.SEEDS_SIDE, UNITS_OF_MM)
    return {
        "head_front": middle_view(head.front(), head.front_cuts(), head.SEEDS_FRONT, sides=LEFT_AT_RIGHT),
        "head_left": {f"{name}_L": region for name, region in side.items()},
        "head_right": {f"{name}_R": mirrored(region) for name, region in side.items()},
        "head_back": middle_view(head.behind(), head.behind_cuts(), head.SEEDS_BEHIND, sides=RIGHT_AT_RIGHT),
        "mouth": middle_view(mouth.inside(), mouth.cuts(), mouth.SEEDS, sides=LEFT_AT_RIGHT),
    }


def features() -> dict[str, list[BaseGeometry]]:
    """Lines that part no regions: view → open lines in whole units."""
    drawn = {
        "head_front": head.front_features(), "head_left": head.side_features(),
        "head_back": head.behind_features(), "mouth": mouth.features(), "saddle": saddle.features(),
    }  # fmt: skip
    there = {view: [fit(one, UNITS_OF_MM) for one in lines] for view, lines in drawn.items()}
    there["left"] = [fit(one, UNITS_OF_HEAD) for one in side.features()]
    return there | {
        "right": [mirrored(one) for one in there["left"]],
        "head_right": [mirrored(one) for one in there["head_left"]],
    }


def _rings(shape: BaseGeometry) -> list[list[int]]:
    parts = [orient(part) for part in getattr(shape, "geoms", [shape])]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return [_flat(ring.coords[:-1]) for ring in rings]


def _flat(dots: list[tuple[float, float]]) -> list[int]:
    return [round(value) for dot in dots for value in dot]


def _label_point(region: BaseGeometry) -> list[int]:
    part = max(getattr(region, "geoms", [region]), key=lambda part: float(part.area))
    spot = polylabel(part, tolerance=2)
    return [round(spot.x), round(spot.y), round(part.exterior.distance(spot))]


def _shifted(
    regions: dict[str, BaseGeometry], lines: Sequence[BaseGeometry]
) -> tuple[dict[str, BaseGeometry], list[BaseGeometry], tuple[int, int]]:
    """Regions and feature lines moved into a frame at 0, and the size of the frame.

    The frame is whole cells wide where it can be, so that the grid's left half mirrors its right half.
    """
    x0, y0, x1, y1 = unary_union([*regions.values(), *lines]).bounds
    spare = -round(x1 - x0) % CELLS[0]
    beside = MARGIN + (0 if spare % 2 else spare // 2)
    by = (beside - x0, MARGIN - y0)
    moved = {name: affinity.translate(region, *by) for name, region in sorted(regions.items())}
    size = (round(x1 - x0) + 2 * beside, round(y1 - y0) + 2 * MARGIN)
    return moved, [affinity.translate(one, *by) for one in lines], size


def figure_json(
    view: str, regions: dict[str, BaseGeometry], lines: Sequence[BaseGeometry], size: tuple[int, int]
) -> dict[str, object]:
    """What the app loads at its first paint: whole numbers, rings as x, y, x, y …"""
    outline = shapely.unary_union(list(regions.values()), grid_size=1)
    drawn = [_flat(list(one.coords)) for one in lines]
    return {
        "figure_version": FIGURE_VERSION, "view": view, "width": size[0], "height": size[1],
        "outline": _rings(outline),
        "lines": [_flat(list(run.simplify(0).coords)) for run in borders(regions.values(), outline)],
        **({"features": drawn} if drawn else {}),
        "regions": {
            name: {
                "rings": _rings(region),
                "label": _label_point(region),
                "bounds": [round(edge) for edge in region.bounds],
            }
            for name, region in regions.items()
        },
    }  # fmt: skip


def grid_json(view: str, regions: dict[str, BaseGeometry], size: tuple[int, int]) -> dict[str, object]:
    """One number per cell, row by row: 0 outside, else 1 + place in `regions`; the cell's centre decides."""
    least = min(region.area for region in regions.values())
    cell = next((edge for edge in CELLS if least / edge**2 >= LEAST_CELLS), CELLS[-1])
    columns, rows = -(-size[0] // cell), -(-size[1] // cell)
    x, y = np.meshgrid((np.arange(columns) + 0.5) * cell, (np.arange(rows) + 0.5) * cell)
    cells = np.zeros((rows, columns), dtype=np.uint8)
    for number, region in enumerate(regions.values(), start=1):
        shapely.prepare(region)
        cells[(cells == 0) & shapely.contains_xy(region, x, y)] = number
    packed = base64.b64encode(zlib.compress(cells.tobytes(), 9)).decode()
    return {
        "grid_version": GRID_VERSION, "figure_version": FIGURE_VERSION, "view": view, "cell": cell,
        "columns": columns, "rows": rows, "regions": list(regions), "cells_zlib_base64": packed,
    }  # fmt: skip


def check(view: str, regions: dict[str, BaseGeometry], size: tuple[int, int]) -> None:
    """Stop when regions overlap, leave holes, or are not those the list gives this view (ValueError)."""
    if view not in HEAD_SHEET and _listed(view) != regions.keys():
        raise ValueError(f"{view}: {sorted(_listed(view) ^ regions.keys())}")
    outline = shapely.unary_union(list(regions.values()), grid_size=1)
    mirror = affinity.scale(outline, -1, 1, origin=(size[0] / 2, 0))
    if view not in OPPOSITE and outline.symmetric_difference(mirror).area:
        raise ValueError(f"{view}: not the same on both sides")
    if abs(sum(region.area for region in regions.values()) - outline.area) > 1e-6:
        raise ValueError(f"{view}: regions overlap")
    if any(part.interiors for part in getattr(outline, "geoms", [outline])):
        raise ValueError(f"{view}: the outline has holes")


def _listed(sheet: str) -> set[str]:
    known = json.loads((BODY.parent / "anatomy" / "territories.json").read_text())["regions"]
    return {region["id"] for region in known if sheet in region["views"]}


def check_sheets(drawn: Mapping[str, dict[str, BaseGeometry]]) -> None:
    """Stop when the head lacks a region, or one side is not the other in a mirror (ValueError)."""
    shown = {name for view in HEAD_SHEET for name in drawn[view]}
    if shown != _listed("head"):
        raise ValueError(f"head: {sorted(_listed('head') ^ shown)}")
    for view, other in OPPOSITE.items():
        for name, region in drawn[view].items():
            there = drawn[other][f"{name[:-1]}{'L' if name.endswith('R') else 'R'}"]
            if mirrored(region).symmetric_difference(there).area:
                raise ValueError(f"{view}: {name} is not the mirror of {other}")


def main() -> None:
    """Write every view, or those named on the command line."""
    BODY.mkdir(parents=True, exist_ok=True)
    every, lines = views(), features()
    check_sheets(every)
    for view, drawn in every.items():
        regions, shown, size = _shifted(drawn, lines.get(view, ()))
        check(view, regions, size)
        if sys.argv[1:] and view not in sys.argv[1:]:
            continue
        for name, content in (
            (view, figure_json(view, regions, shown, size)),
            (f"{view}.grid", grid_json(view, regions, size)),
        ):
            text = json.dumps(content, separators=(",", ":"))
            (BODY / f"{name}.json").write_text(text + "\n")
        print(f"{view}: {len(regions)} regions, {size[0]} × {size[1]} units")


if __name__ == "__main__":
    main()
