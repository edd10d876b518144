"""How the made-up person draws a place: a brush led to and fro over it, never twice quite alike."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

from diary.anatomy.drawing import TENTHS, brush_radius, simplified, views_of
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.models.records import AreaRegion, Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import Shape

VARIANTS = 5
"""So many drawings of one place there are: a hand repeats itself, and "Same as last time" does."""

SHAKE = 0.8
"""How far the hand strays from its way, units."""

_Span = tuple[float, float]


@cache
def drawings(regions: tuple[str, ...]) -> tuple[tuple[tuple[Stroke, ...], tuple[AreaRegion, ...]], ...]:
    """Drawings of a place that covers these regions, each with the regions that count in it."""
    from diary.anatomy.coverage import regions_of

    found = []
    for number in range(VARIANTS):
        rng = Random(f"{'+'.join(regions)} {number}")
        strokes = tuple(stroke for region in regions for stroke in _strokes(rng, region))
        found.append((strokes, regions_of(strokes)))
    return tuple(found)


def _strokes(rng: Random, region: str) -> list[Stroke]:
    view = views_of(region)[0]
    shape = load_view(view).regions[region]
    small = shape.room < 1.5 * TENTHS * brush_radius(view, "fingers")
    radius = brush_radius(view, "fingertip" if small else "fingers")
    return [
        Stroke(view=view, mode=StrokeMode.PAINT, radius=radius, points=simplified(line))
        for line in _lines(rng, shape, radius)
    ]


def _lines(rng: Random, shape: Shape, radius: int) -> list[list[tuple[float, float]]]:
    """Lines to and fro, a brush's width apart; each toe or finger has its own."""
    _, top, _, bottom = (edge / TENTHS for edge in shape.bounds)
    open_lines: list[tuple[list[tuple[float, float]], _Span]] = []
    done: list[list[tuple[float, float]]] = []
    y = top + radius * rng.uniform(0.5, 1.0)
    while y < bottom:
        going_on = []
        spans = _spans(shape, y)
        for line, last in open_lines:
            span = next((one for one in spans if one[0] < last[1] and last[0] < one[1]), None)
            if span is None:
                done.append(line)
                continue
            spans.remove(span)
            line.extend(_row(rng, span, y, radius, back=len(line) % 4 == 2))
            going_on.append((line, span))
        going_on += [(_row(rng, span, y, radius, back=False), span) for span in spans]
        open_lines = going_on
        y += radius * rng.uniform(1.3, 1.7)
    return done + [line for line, _ in open_lines]


def _row(rng: Random, span: _Span, y: float, radius: int, *, back: bool) -> list[tuple[float, float]]:
    inset = min(0.7 * radius, (span[1] - span[0]) / 2)
    ends = [(span[0] + inset, y), (span[1] - inset, y)]
    shaken = [(x + rng.uniform(-SHAKE, SHAKE), at + rng.uniform(-SHAKE, SHAKE)) for x, at in ends]
    return shaken[::-1] if back else shaken


def _spans(shape: Shape, y: float) -> list[_Span]:
    """Where a level line runs through a shape, units."""
    crossed: list[float] = []
    at = y * TENTHS + 0.5
    for ring in shape.rings:
        dots: Sequence[tuple[int, int]] = list(zip(ring[::2], ring[1::2], strict=True))
        for (x0, y0), (x1, y1) in zip([dots[-1], *dots[:-1]], dots, strict=True):
            if (y0 > at) != (y1 > at):
                crossed.append((x0 + (at - y0) * (x1 - x0) / (y1 - y0)) / TENTHS)
    crossed.sort()
    return list(zip(crossed[::2], crossed[1::2], strict=True))
