"""A small box filled with the pattern of one quality, as SVG: what stands beside its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.patterns import TILE, Ring, color_token, pattern_of

if TYPE_CHECKING:
    from diary.anatomy.figure import Colours
    from diary.anatomy.patterns import Part


def pattern_sample(quality: str, colours: Colours, *, width: int = 36, height: int = 24) -> str:
    """The pattern of `quality` in a box of `width` × `height` px, as SVG text."""
    color = colours.color(color_token(quality))
    clip = (
        f'<clipPath id="box"><rect x="1" y="1" width="{width - 2}" height="{height - 2}" rx="4"/></clipPath>'
    )
    shapes = [
        _shape(part, column, row, color)
        for row in range(0, height, TILE)
        for column in range(0, width, TILE)
        for part in pattern_of(quality)
    ]
    look = f'fill="none" stroke="{color}" stroke-width="1.2"'
    edge = f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" rx="4" {look}/>'
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    inside = f'{clip}<g clip-path="url(#box)">{"".join(shapes)}</g>{edge}'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>\n'


def _shape(part: Part, left: float, top: float, color: str) -> str:
    look = f'fill="none" stroke="{color}" stroke-width="{part.width:g}"' if part.width else f'fill="{color}"'
    if isinstance(part, Ring):
        return f'<circle cx="{left + part.x:g}" cy="{top + part.y:g}" r="{part.r:g}" {look}/>'
    dots = "L".join(f"{left + x:.2f} {top + y:.2f}" for x, y in part.points)
    return f'<path d="M{dots}{"" if part.width else "Z"}" {look}/>'
