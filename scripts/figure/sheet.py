"""A quick look at the drawing while it is being made."""

from __future__ import annotations

from pathlib import Path

from shapely.geometry.base import BaseGeometry


def _path(shape: BaseGeometry) -> str:
    out = []
    for part in getattr(shape, "geoms", [shape]):
        rings = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        for ring in rings:
            out.append("M" + " ".join(f"{x:.2f},{y:.2f}" for x, y in ring.coords) + ("Z" if part.geom_type == "Polygon" else ""))
    return "".join(out)


def svg(shapes: list[tuple[BaseGeometry, str, str]], box: tuple[float, float, float, float], scale: float, file: Path) -> None:
    """Write shapes (geometry, fill, stroke) as SVG."""
    x0, y0, x1, y1 = box
    body = "".join(f'<path d="{_path(g)}" fill="{f}" stroke="{s}" stroke-width="{0.9}" fill-rule="evenodd"/>' for g, f, s in shapes)
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0} {y0} {x1-x0} {y1-y0}" width="{(x1-x0)*scale}" height="{(y1-y0)*scale}"><rect x="{x0}" y="{y0}" width="100%" height="100%" fill="#F5F0E8"/>{body}</svg>')
