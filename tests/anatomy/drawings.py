"""Made-up drawings: walks and zigzags of every brush, with erasers and fills, the same for the same seed."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from diary.anatomy.drawing import BRUSHES, TENTHS, brush_radius, fill, simplified, take_off
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke


def drawing(seed: int) -> tuple[Stroke, ...]:
    """One to four strokes in one view."""
    dice = Random(seed)
    view = VIEWS[seed % len(VIEWS)]
    strokes = [stroke(dice, view, StrokeMode.PAINT)]
    for _ in range(dice.randrange(4)):
        kind = dice.choice(["paint", "paint", "erase", "fill", "take off"])
        if kind in {"paint", "erase"}:
            strokes.append(stroke(dice, view, StrokeMode(kind)))
        else:
            region = dice.choice(sorted(load_view(view).regions))
            strokes.append(fill(region, view) if kind == "fill" else take_off(region, view))
    return tuple(strokes)


def stroke(dice: Random, view: str, mode: StrokeMode) -> Stroke:
    """A walk or a zigzag that begins on the body."""
    body = load_view(view)
    x, y = (value / TENTHS for value in body.regions[dice.choice(sorted(body.regions))].label)
    reach = body.height / TENTHS / 60
    line, way = [(x, y)], dice.uniform(0, 2 * pi)
    zigzag = dice.random() < 0.4
    for number in range(dice.randrange(1, 40)):
        if zigzag:
            x, y = x + reach * 3 * (1 if number % 2 else -1), y + reach * 0.7
        else:
            way += dice.gauss(0, 0.6)
            x, y = x + reach * cos(way), y + reach * sin(way)
        line.append((x, y))
    radius = brush_radius(view, dice.choice(sorted(BRUSHES)))
    return Stroke(view=view, mode=mode, radius=radius, points=simplified(line))
