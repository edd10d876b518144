"""Long lines of the hand simplified and steadied at once, exactly as `drawing` does it point by point.

Imports numpy: import it late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.intp]

Points = list[tuple[float, float]]


def thinned(points: Sequence[tuple[float, float]], within: float) -> Points:
    """Douglas and Peucker's line: all open stretches of the line are split in one turn."""
    line = np.asarray(points, dtype=np.float64)
    keep = np.zeros(len(line), dtype=np.bool_)
    keep[0] = keep[-1] = True
    first, last = np.array([0]), np.array([len(line) - 1])
    while len(first):
        inner = last - first - 1
        first, last, inner = (ends[inner > 0] for ends in (first, last, inner))
        if not len(first):
            break
        begin = np.cumsum(inner) - inner
        stretch = np.repeat(np.arange(len(first)), inner)
        at = np.arange(len(stretch)) - begin[stretch] + first[stretch] + 1
        away = _away(line[at], line[first[stretch]], line[last[stretch]])
        most = np.maximum.reduceat(away, begin)
        highest = np.flatnonzero(away == most[stretch])
        farthest = at[highest[np.searchsorted(stretch[highest], np.arange(len(first)))]]
        split = most > within * within
        keep[farthest[split]] = True
        first = np.concatenate([first[split], farthest[split]])
        last = np.concatenate([farthest[split], last[split]])
    return [points[at] for at in np.flatnonzero(keep).tolist()]


def _away(spot: Numbers, start: Numbers, end: Numbers) -> Numbers:
    """Squared distance of each point from its stretch of line."""
    x0, y0 = start.T
    across, down = (end - start).T
    x, y = spot[:, 0] - x0, spot[:, 1] - y0
    length = across * across + down * down
    along = np.where(length > 0, (x * across + y * down) / np.where(length > 0, length, 1.0), 0.0)
    along = np.minimum(1.0, np.maximum(0.0, along))
    x, y = x - along * across, y - along * down
    found: Numbers = x * x + y * y
    return found


def even_steps(points: Sequence[tuple[float, float]], step: float) -> Points:
    """The line by its first point and points at most `step` apart."""
    line = np.asarray(points, dtype=np.float64)
    way = np.diff(line, axis=0)
    length = np.sqrt(way[:, 0] * way[:, 0] + way[:, 1] * way[:, 1])
    count = np.maximum(1, np.ceil(length / step)).astype(np.intp)
    piece = np.repeat(np.arange(len(way)), count)
    at = np.arange(len(piece)) - (np.cumsum(count) - count)[piece] + 1
    found = line[piece] + way[piece] * at[:, None] / count[piece, None]
    return _pairs(np.concatenate([line[:1], found]))


def means(points: Sequence[tuple[float, float]], reach: int) -> Points:
    """Each point that has `reach` others at either side, as the mean of all these."""
    line = np.asarray(points, dtype=np.float64)
    wide, left = 2 * reach + 1, len(line) - 2 * reach
    total = line[:left].copy()
    for shift in range(1, wide):
        total += line[shift : shift + left]
    return _pairs(total / wide)


def _pairs(line: Numbers) -> Points:
    return [(x, y) for x, y in line.tolist()]
