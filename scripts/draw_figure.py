"""Draw the figure of the body: `python scripts/draw_figure.py` writes resources/body (needs shapely).

Each view becomes <view>.json (outline, regions, the lines between them; whole units) and <view>.grid.json
(one region number per square cell, for counting how much of a region is painted).
"""

from __future__ import annotations

import base64
import json
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
import shapely
from figure import behind, feet, front, hands, standing
from figure.shapes import borders, both_sides, partition
from shapely import affinity
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import polylabel, unary_union

FIGURE_VERSION = 1
GRID_VERSION = 1
UNITS_OF_HEAD = 10
"""Units of the finished figure in a hundredth of a head: the figure is 7,500 units high."""
UNITS_OF_MM = 12
"""Units of an enlarged hand or foot in a mm."""
CELL = 10
"""Edge of a grid cell in units of the figure."""
MARGIN = 30
BODY = Path(__file__).resolve().parents[1] / "resources" / "body"
LEFT_AT_RIGHT, RIGHT_AT_RIGHT = ("L", "R"), ("R", "L")


def standing_view(*, back: bool) -> dict[str, BaseGeometry]:
    """Regions of the standing figure; seen from behind the right side is at x > 0."""
    part = behind if back else front
    half = partition(standing.silhouette(back=back), part.cuts(), part.SEEDS, UNITS_OF_HEAD)
    return both_sides(half, RIGHT_AT_RIGHT if back else LEFT_AT_RIGHT)


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
        "sole": pair_view(feet.sole(), feet.sole_cuts(), feet.SEEDS_SOLE, apart=78, sides=LEFT_AT_RIGHT),
        "palm": pair_view(hands.enlarged(), hands.cuts(back=False), hand, apart=92, sides=LEFT_AT_RIGHT),
        "foot_top": pair_view(feet.top(), feet.top_cuts(), feet.SEEDS_TOP, apart=78, sides=RIGHT_AT_RIGHT),
        "hand_back": pair_view(
            hands.enlarged(), hands.cuts(back=True), back_of_hand, apart=92, sides=RIGHT_AT_RIGHT
        ),
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


def _shifted(regions: dict[str, BaseGeometry]) -> tuple[dict[str, BaseGeometry], tuple[int, int]]:
    x0, y0, x1, y1 = unary_union(list(regions.values())).bounds
    by = (MARGIN - x0, MARGIN - y0)
    moved = {name: affinity.translate(region, *by) for name, region in sorted(regions.items())}
    return moved, (round(x1 - x0) + 2 * MARGIN, round(y1 - y0) + 2 * MARGIN)


def figure_json(view: str, regions: dict[str, BaseGeometry], size: tuple[int, int]) -> dict[str, object]:
    """What the app loads at its first paint: whole numbers, rings as x, y, x, y …"""
    outline = shapely.unary_union(list(regions.values()), grid_size=1)
    return {
        "figure_version": FIGURE_VERSION, "view": view, "width": size[0], "height": size[1],
        "outline": _rings(outline),
        "lines": [_flat(list(run.simplify(0).coords)) for run in borders(regions.values(), outline)],
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
    columns, rows = -(-size[0] // CELL), -(-size[1] // CELL)
    x, y = np.meshgrid((np.arange(columns) + 0.5) * CELL, (np.arange(rows) + 0.5) * CELL)
    cells = np.zeros((rows, columns), dtype=np.uint8)
    for number, region in enumerate(regions.values(), start=1):
        shapely.prepare(region)
        cells[(cells == 0) & shapely.contains_xy(region, x, y)] = number
    packed = base64.b64encode(zlib.compress(cells.tobytes(), 9)).decode()
    return {
        "grid_version": GRID_VERSION, "figure_version": FIGURE_VERSION, "view": view, "cell": CELL,
        "columns": columns, "rows": rows, "regions": list(regions), "cells_zlib_base64": packed,
    }  # fmt: skip


def check(view: str, regions: dict[str, BaseGeometry], size: tuple[int, int]) -> None:
    """Stop when regions overlap, leave holes, or are not those the list gives this view (ValueError)."""
    known = json.loads((BODY.parent / "anatomy" / "territories.json").read_text())["regions"]
    expected = {region["id"] for region in known if view in region["views"]}
    if expected != regions.keys():
        raise ValueError(f"{view}: {sorted(expected ^ regions.keys())}")
    outline = shapely.unary_union(list(regions.values()), grid_size=1)
    if outline.symmetric_difference(affinity.scale(outline, -1, 1, origin=(size[0] / 2, 0))).area:
        raise ValueError(f"{view}: not the same on both sides")
    if abs(sum(region.area for region in regions.values()) - outline.area) > 1e-6:
        raise ValueError(f"{view}: regions overlap")
    if any(part.interiors for part in getattr(outline, "geoms", [outline])):
        raise ValueError(f"{view}: the outline has holes")


def main() -> None:
    """Write every view."""
    BODY.mkdir(parents=True, exist_ok=True)
    for view, drawn in views().items():
        regions, size = _shifted(drawn)
        check(view, regions, size)
        for name, content in (
            (view, figure_json(view, regions, size)),
            (f"{view}.grid", grid_json(view, regions, size)),
        ):
            text = json.dumps(content, separators=(",", ":"))
            (BODY / f"{name}.json").write_text(text + "\n")
        print(f"{view}: {len(regions)} regions, {size[0]} × {size[1]} units")


if __name__ == "__main__":
    main()
