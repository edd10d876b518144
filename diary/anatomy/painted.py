"""The outline of what is painted in a view: rings to fill and to draw, sharp at any size.

The painted cells tell which way the rim runs, the distance from the strokes where exactly it lies. Imports
numpy: import it late.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from diary.anatomy.coverage import Canvas, label_grid, nearest, passed_regions, reached
from diary.anatomy.drawing import TENTHS
from diary.anatomy.views import joined, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.anatomy.coverage import Cells, Grid, Numbers, Places
    from diary.anatomy.views import Ring

BEYOND = 3
"""How many cells paint at the body's edge grows beyond it, where it is clipped by the exact outline."""

_WIDEST = 10_000
"""More columns than a grid has."""
_BAND = 4
"""Rows of cells that are searched together for what lies near a stroke."""
_STRAY, _PASSES = 0.05, 5
"""A point that lies so near the line without it (units) is left out; how often that is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """What is painted in one view: rings in tenths, the regions it touches, whether it is whole regions.

    Rings of whole regions are exact; others run over the body's edge and are clipped by its outline.
    """

    rings: tuple[Ring, ...]
    touched: frozenset[str]
    whole: bool


def painted(view: str, strokes: Iterable[Stroke]) -> Painted:
    """What these strokes leave painted in a view; strokes of other views are passed over."""
    return _painted(view, tuple(stroke for stroke in strokes if stroke.view == view and stroke.points))


def outline(view: str, strokes: Iterable[Stroke]) -> tuple[Ring, ...]:
    """The rings of what is painted in a view, in tenths; empty where nothing is."""
    return painted(view, strokes).rings


def make_ready() -> None:
    """Reads what the first stroke of a process would wait for, a quarter of a second; for a thread."""
    for view in ("front", "back", "sole", "palm"):
        x, y = (value // TENTHS for value in next(iter(load_view(view).regions.values())).label)
        _painted(view, (Stroke(view=view, mode=StrokeMode.PAINT, radius=3, points=(x, y, x + 4, y)),))


@lru_cache(maxsize=256)
def _painted(view: str, strokes: tuple[Stroke, ...]) -> Painted:
    canvas = Canvas(strokes)
    shares = canvas.coverage()
    touched = frozenset(shares)
    if all(share == 1.0 for share in shares.values()):
        shapes = load_view(view).regions
        rings = joined(shapes[region] for region in sorted(touched))
        return Painted(rings=rings, touched=touched, whole=True)
    grid = label_grid(view)
    cells, top, left = _window(grid, canvas.cells(view))
    sides = _traced(cells)
    depths = _depths(view, strokes, cells, (top, left), np.unique(np.concatenate([*sides], axis=None)))
    middle = np.array([left + 0.5, top + 0.5])
    found: list[Ring] = []
    for inner, outer in sides:
        ring = _crossings(inner, outer, depths, cells.shape[1])
        ring = _thinned(_smoothed((ring + middle) * grid.cell)) * TENTHS
        found.append(tuple(np.rint(ring).astype(np.intp).ravel().tolist()))
    return Painted(rings=tuple(found), touched=touched, whole=False)


def _window(grid: Grid, painted: Cells) -> tuple[Cells, int, int]:
    """What is painted on the body and a little beyond, in a bare frame; the frame's first row and column.

    Beyond the edge paint grows to nothing that is bare: a finger's must not reach the next finger.
    """
    on_body = painted & (grid.labels != 0)
    rows, columns = np.flatnonzero(on_body.any(axis=1)), np.flatnonzero(on_body.any(axis=0))
    rim = BEYOND + 2
    top, left = int(rows[0]) - rim, int(columns[0]) - rim
    tall, wide = int(rows[-1]) + rim + 1 - top, int(columns[-1]) + rim + 1 - left
    cells, body = np.zeros((2, tall, wide), dtype=np.bool_)
    up, aside = max(0, top), max(0, left)
    here = (slice(up, top + tall), slice(aside, left + wide))
    part = painted[here]
    there = (slice(up - top, up - top + part.shape[0]), slice(aside - left, aside - left + part.shape[1]))
    cells[there], body[there] = part, grid.labels[here] != 0
    kept = cells & body
    beside = ~body & (cells | ~_spread(body & ~cells))
    for _ in range(BEYOND):
        kept |= _spread(kept) & beside
    return kept, top, left


def _spread(cells: Cells) -> Cells:
    """The cells and their four neighbours."""
    wider = cells.copy()
    wider[1:] |= cells[:-1]
    wider[:-1] |= cells[1:]
    wider[:, 1:] |= cells[:, :-1]
    wider[:, :-1] |= cells[:, 1:]
    return wider


def _traced(cells: Cells) -> list[tuple[Places, Places]]:
    """Rings of steps around the painted cells, clockwise, and the other way around holes.

    Each ring is the painted and the bare cell at either side of its steps, as places in the flat grid.
    """
    wide = cells.shape[1]
    beside = (-wide, 1, wide, -1)
    flat = cells.tobytes()
    waiting = dict.fromkeys(np.flatnonzero(cells[1:] & ~cells[:-1]).tolist())
    rings: list[tuple[Places, Places]] = []
    while waiting:
        start = cell = next(iter(waiting)) + wide
        side, inner, outer = 0, [], []
        while True:
            if side == 0:
                waiting.pop(cell - wide, None)
            inner.append(cell)
            outer.append(cell + beside[side])
            ahead = cell + beside[(side + 1) % 4]
            corner = ahead + beside[side]
            if not flat[ahead]:
                side = (side + 1) % 4
            elif not flat[corner]:
                cell = ahead
            else:
                cell, side = corner, (side + 3) % 4
            if cell == start and side == 0:
                break
        rings.append((np.array(inner), np.array(outer)))
    return rings


def _depths(
    view: str, strokes: tuple[Stroke, ...], cells: Cells, origin: tuple[int, int], places: Places
) -> Numbers:
    """How deep in the paint the cells at `places` lie, in cells, -1 to 1: at the rim 0, bare below 0."""
    row, column = np.divmod(places, cells.shape[1])
    depth = _depths_of(view, strokes, row + origin[0], column + origin[1])
    painted = cells.ravel()[places]
    depth = np.where(painted, np.where(depth > 0, depth, 0.5), np.where(depth < 0, depth, -0.5))
    found = np.zeros(cells.size)
    found[places] = depth
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rim:
    """How deep some cells of a view, in ascending order, lie in these strokes; never changed."""

    strokes: tuple[Stroke, ...]
    cells: Places
    depths: Numbers


_MOST_RIMS = 4
_RIMS: dict[str, tuple[_Rim, ...]] = {}
"""The rims measured last in each view: one more stroke measures only its own and the cells it brings."""


def _depths_of(view: str, strokes: tuple[Stroke, ...], row: Places, column: Places) -> Numbers:
    """How deep cells, sorted by row and column, lie in the strokes laid on one after the other, -1 to 1."""
    spots = np.column_stack([column + 0.5, row + 0.5])
    # A frame of bare cells may stand a little outside the grid.
    cells = row * _WIDEST + column
    depths = np.full(len(cells), -1.0)
    begun = nearest(_RIMS.get(view, ()), strokes)
    if begun is not None:
        at = np.searchsorted(begun.cells, cells).clip(max=len(begun.cells) - 1)
        known = begun.cells[at] == cells
        depths[known] = begun.depths[at[known]]
        depths[~known] = _laid(view, begun.strokes, spots[~known], depths[~known])
    done = 0 if begun is None else len(begun.strokes)
    depths = _laid(view, strokes[done:], spots, depths)
    rim = _Rim(strokes=strokes, cells=cells, depths=depths)
    _RIMS[view] = (*_RIMS.get(view, ())[1 - _MOST_RIMS :], rim)
    return depths


def _laid(view: str, strokes: tuple[Stroke, ...], spots: Numbers, depths: Numbers) -> Numbers:
    """How deep the spots lie once these strokes are laid over what was there."""
    for stroke in strokes if len(spots) else ():
        whole = stroke.mode is StrokeMode.FILL or stroke.radius == 0
        within = _within_regions(view, stroke, spots) if whole else _within_brush(view, stroke, spots)
        erased = stroke.mode is StrokeMode.ERASE
        depths = np.minimum(depths, -within) if erased else np.maximum(depths, within)
    return depths


def _within_brush(view: str, stroke: Stroke, spots: Numbers) -> Numbers:
    """How deep the spots lie in a brush's stroke, in cells, -1 to 1."""
    cell = label_grid(view).cell
    line = np.asarray(stroke.points, dtype=np.float64).reshape(-1, 2) / cell
    reach = stroke.radius / cell
    return np.clip(reach - _away(line, spots, reach + 1), -1.0, 1.0)


def _within_regions(view: str, stroke: Stroke, spots: Numbers) -> Numbers:
    """How deep the spots lie in the regions that a stroke fills or takes off, in cells, -1 to 1."""
    grid, regions = label_grid(view), passed_regions(view, stroke.points)
    away = np.ones(len(spots))
    for ring in joined(load_view(view).regions[region] for region in regions):
        line = np.array((*ring, *ring[:2]), dtype=np.float64).reshape(-1, 2) / TENTHS / grid.cell
        away = np.minimum(away, _away(line, spots, 1))
    column, row = np.floor(spots).astype(np.intp).T
    rows, columns = grid.labels.shape
    on = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    labels = np.where(on, grid.labels[row.clip(0, rows - 1), column.clip(0, columns - 1)], 0)
    inside = np.isin(np.array(["", *grid.regions]), regions)[labels]
    return np.where(inside, away, -away)


def _away(line: Numbers, spots: Numbers, reach: float) -> Numbers:
    """Distance of each spot from a line, in cells; infinite where it is certainly beyond `reach`.

    The spots are sorted by bands of rows, then from left to right: those near a piece are a few
    runs.
    """
    start, end = (line[:-1], line[1:]) if len(line) > 1 else (line, line)
    (left, top), (right, bottom) = (np.minimum(start, end) - reach).T, (np.maximum(start, end) + reach).T
    edge, rim = spots[:, 0].min() - 1, spots[:, 0].max() + 1
    band = np.floor(spots[:, 1] / _BAND)
    first, wide = band.min(), rim - edge
    order = np.lexsort((spots[:, 0], band))
    sorted_spots = spots[order]
    keys = (band[order] - first) * wide + sorted_spots[:, 0] - edge
    left, right = left.clip(edge, rim) - edge, right.clip(edge, rim) - edge
    away = np.full(len(spots), np.inf)
    bands = int(band.max() - first) + 1
    for piece, at in reached(np.floor(top / _BAND) - first, np.floor(bottom / _BAND) - first, bands):
        begin = np.searchsorted(keys, at * wide + left[piece])
        stop = np.searchsorted(keys, at * wide + right[piece], side="right")
        for run, spot in reached(begin, stop - 1, len(spots)):
            near = piece[run]
            np.minimum.at(away, spot, _squared(sorted_spots[spot], start[near], end[near]))
    found = np.empty(len(spots))
    found[order] = np.sqrt(away)
    return found


def _squared(spots: Numbers, start: Numbers, end: Numbers) -> Numbers:
    """Squared distance of each spot from its own piece of a line, which may be a single point."""
    across, down = (end - start).T
    length = np.maximum(across * across + down * down, 1e-12)
    x, y = (spots - start).T
    along = np.minimum(np.maximum((x * across + y * down) / length, 0.0), 1.0)
    x, y = x - along * across, y - along * down
    found: Numbers = x * x + y * y
    return found


def _crossings(inner: Places, outer: Places, depths: Numbers, wide: int) -> Numbers:
    """Where the rim runs between each painted cell and its bare neighbour: x, y in cells of the window."""
    share = depths[inner] / (depths[inner] - depths[outer])
    down, across = np.divmod(inner, wide)
    down_outer, across_outer = np.divmod(outer, wide)
    x = across + share * (across_outer - across)
    y = down + share * (down_outer - down)
    return np.column_stack([x, y])


def _smoothed(ring: Numbers) -> Numbers:
    """The ring without the stairs of its cells; smoothed and then swollen back to its size."""
    once = _mean(ring)
    return 2 * once - _mean(once)


def _mean(ring: Numbers) -> Numbers:
    found: Numbers = (np.roll(ring, 1, axis=0) + 2 * ring + np.roll(ring, -1, axis=0)) / 4
    return found


def _thinned(ring: Numbers) -> Numbers:
    """The ring without points that its neighbours' line passes closely; never two in a row in one pass."""
    for number in range(_PASSES):
        ring = np.roll(ring, number % 2, axis=0)
        if len(ring) < 8:
            break
        chord = np.roll(ring, -1, axis=0) - np.roll(ring, 1, axis=0)
        step = ring - np.roll(ring, 1, axis=0)
        away = np.abs(chord[:, 0] * step[:, 1] - chord[:, 1] * step[:, 0])
        needless = away <= _STRAY * np.maximum(np.sqrt((chord**2).sum(axis=1)), 1e-9)
        needless[::2] = False
        needless[-1] = False
        ring = ring[~needless]
    return ring
