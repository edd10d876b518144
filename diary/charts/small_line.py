"""A small line without axes: the course of one measure beside its number, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

WIDTH, HEIGHT = 160, 26
"""Size in px; a point takes at least 4 px, so that a lone one is seen."""

MARGIN = 3.0


def small_line(
    values: Sequence[float | None],
    low: float | None,
    high: float | None,
    color: str,
    *,
    hollow: Sequence[float | None] = (),
    cut: float | None = None,
) -> str:
    """The values from left to right, None where there is none: lines join neighbours only. SVG text.

    Without `low` and `high` the scale is that of the values themselves. `hollow` are late notes by the same
    places, drawn as rings that no line joins; at `cut` a thin dashed line runs across.
    """
    there = [value for value in values if value is not None]
    bottom = low if low is not None else min(there, default=0.0)
    top = high if high is not None else max(there, default=1.0)
    step = (WIDTH - 2 * MARGIN) / max(1, len(values) - 1)
    rise = (HEIGHT - 2 * MARGIN) / ((top - bottom) or 1.0)
    dots = [
        None if value is None else (MARGIN + at * step, HEIGHT - MARGIN - (value - bottom) * rise)
        for at, value in enumerate(values)
    ]
    shapes = [_base()]
    if cut is not None:
        y = HEIGHT - MARGIN - (cut - bottom) * rise
        dashes = f'stroke="{color}" stroke-width="0.8" stroke-dasharray="3 3"'
        shapes.append(f'<path class="cut" d="M0 {y:.2f}H{WIDTH}" {dashes} fill="none"/>')
    for at, value in enumerate(hollow):
        if value is not None:
            x, y = MARGIN + at * step, HEIGHT - MARGIN - (value - bottom) * rise
            ring = f'r="1.8" fill="none" stroke="{color}" stroke-width="1"'
            shapes.append(f'<circle class="late" cx="{x:.2f}" cy="{y:.2f}" {ring}/>')
    for gap, run in groupby(dots, key=lambda dot: dot is None):
        if not gap:
            shapes += _run([dot for dot in run if dot is not None], color, few=len(values) <= 40)
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>\n'


def _base() -> str:
    y = HEIGHT - 0.5
    return f'<path d="M0 {y}H{WIDTH}" stroke="#BBBBBB" stroke-width="0.6" fill="none"/>'


def _run(dots: Sequence[tuple[float, float]], color: str, *, few: bool) -> list[str]:
    path = "L".join(f"{x:.2f} {y:.2f}" for x, y in dots)
    shapes = []
    if len(dots) > 1:
        shapes.append(f'<path d="M{path}" fill="none" stroke="{color}" stroke-width="1.4"/>')
    if few or len(dots) == 1:
        shapes += [f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.8" fill="{color}"/>' for x, y in dots]
    return shapes
