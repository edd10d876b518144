"""Long lines of the hand simplified and steadied at once, exactly as `drawing` does it point by point.

Imports numpy: import it late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.anatomy.drawing import REACH, STEP, WITHIN, mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


def thinned(points: Sequence[tuple[float, float]] | Numbers) -> Numbers:
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
        at = np.arange(len(stretch)) + (first - begin + 1)[stretch]
        away = _away(line[at], line[first[stretch]], line[last[stretch]])
        most = np.maximum.reduceat(away, begin)
        highest = np.flatnonzero(away == most[stretch])
        farthest = at[highest[np.searchsorted(stretch[highest], np.arange(len(first)))]]
        split = most > WITHIN * WITHIN
        keep[farthest[split]] = True
        first = np.concatenate([first[split], farthest[split]])
        last = np.concatenate([farthest[split], last[split]])
    return line[keep]


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


def steadied(points: Sequence[tuple[float, float]]) -> Numbers:
    """The line without its tremor."""
    line = _even_steps(np.asarray(points, dtype=np.float64))
    for _ in range(2):
        line = _means(line)
    return line


def _even_steps(line: Numbers) -> Numbers:
    way = np.diff(line, axis=0)
    length = np.sqrt(way[:, 0] * way[:, 0] + way[:, 1] * way[:, 1])
    count = np.maximum(1, np.ceil(length / STEP)).astype(np.intp)
    piece = np.repeat(np.arange(len(way)), count)
    at = np.arange(len(piece)) - (np.cumsum(count) - count)[piece] + 1
    return np.concatenate([line[:1], line[piece] + way[piece] * at[:, None] / count[piece, None]])


def _means(line: Numbers) -> Numbers:
    wide, left = 2 * REACH + 1, len(line) - 2 * REACH
    total = line[:left].copy()
    for shift in range(1, wide):
        total += line[shift : shift + left]
    head, tail = line[:wide].tolist(), line[-wide:].tolist()
    begin = [mean(head, at) for at in range(REACH)]
    end = [mean(tail, at) for at in range(wide - REACH, wide)]
    return np.concatenate([begin, total / wide, end])
