"""How much of each region is painted, counted on the label grid of each view.

A cell is painted when its centre lies within the radius of a stroke's line. A region's coverage in a view is
its painted cells ÷ its cells there; the largest of its views is its coverage. The same strokes on the same
grids give the same numbers. Imports numpy: import it late.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from diary.anatomy.drawing import COUNTS_FROM, TENTHS
from diary.anatomy.regions import all_regions
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import AreaRegion, Stroke
from diary.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Cells = NDArray[np.bool_]
    Numbers = NDArray[np.float64]
    Places = NDArray[np.intp]

_TIE = 1e-9
"""A centre exactly at the brush's rim is painted, however the machine rounds."""
_SPANS = 50_000
"""Runs of cells worked out at once: bounds the memory that a long stroke needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One view in cells: `labels` (rows, columns) is 0 outside the body, else 1 + place in `regions`.

    `cell` is a cell's edge in units; `sizes` are the cells of each label.
    """

    cell: float
    labels: NDArray[np.uint8]
    regions: tuple[str, ...]
    sizes: Places


@lru_cache(maxsize=len(VIEWS) + 1)
def label_grid(view: str) -> Grid:
    """The label grid of a view; FileNotFoundError when it is not drawn."""
    if view not in VIEWS:
        raise FileNotFoundError(view)
    content = json.loads(resource(f"body/{view}.grid.json").read_text(encoding="utf-8"))
    packed = zlib.decompress(base64.b64decode(content["cells_zlib_base64"]))
    labels = np.frombuffer(packed, dtype=np.uint8).reshape(content["rows"], content["columns"])
    regions = tuple(content["regions"])
    return Grid(
        cell=content["cell"] / TENTHS,
        labels=labels,
        regions=regions,
        sizes=np.bincount(labels.ravel(), minlength=len(regions) + 1),
    )


@dataclass(frozen=True, slots=True)
class Patch:
    """Cells in a part of a grid, whose first row and column are `top` and `left`."""

    top: int
    left: int
    cells: Cells

    @property
    def window(self) -> tuple[slice, slice]:
        """Where the patch lies in its grid."""
        rows, columns = self.cells.shape
        return slice(self.top, self.top + rows), slice(self.left, self.left + columns)


def brushed(grid: Grid, points: Sequence[float], radius: float) -> Patch:
    """The cells whose centres lie within `radius` of the line through points x, y, x, y … (all units)."""
    line = np.asarray(points, dtype=np.float64).reshape(-1, 2) / grid.cell
    reach = radius / grid.cell + _TIE
    rows, columns = grid.labels.shape
    runs = (
        (row, np.ceil(left - 0.5), np.floor(right - 0.5))
        for row, left, right in chain(_rounds(line, reach, rows), _stretches(line, reach, rows))
    )
    return _patch(runs, columns)


def passed(grid: Grid, points: Sequence[float]) -> Patch:
    """The cells that the line through points x, y, x, y … (units) passes."""
    start, end = _pieces(grid, points)
    first = np.floor(np.minimum(start[:, 1], end[:, 1]))
    last = np.floor(np.maximum(start[:, 1], end[:, 1]))
    runs = []
    for piece, row in reached(first, last, grid.labels.shape[0]):
        left, right = _across_line(start[piece], end[piece], row)
        runs.append((row, np.floor(left), np.floor(right)))
    return _patch(runs, grid.labels.shape[1])


def _pieces(grid: Grid, points: Sequence[float]) -> tuple[Numbers, Numbers]:
    """Starts and ends of a line's pieces, in cells; a single point is a piece without length."""
    line = np.asarray(points, dtype=np.float64).reshape(-1, 2) / grid.cell
    return (line, line) if len(line) == 1 else (line[:-1], line[1:])


def reached(first: Numbers | Places, last: Numbers | Places, rows: int) -> Iterator[tuple[Places, Places]]:
    """Piece and row for every row, from its first to its last, that a piece reaches, in portions."""
    low = np.maximum(first, 0).astype(np.intp)
    counts = np.maximum(np.minimum(last, rows - 1).astype(np.intp) - low + 1, 0)
    ends = np.cumsum(counts)
    done = 0
    while done < len(counts):
        before = int(ends[done - 1]) if done else 0
        until = max(done + 1, int(np.searchsorted(ends, before + _SPANS, side="right")))
        some = counts[done:until]
        piece = np.repeat(np.arange(done, until), some)
        within = np.arange(int(some.sum())) - np.repeat(ends[done:until] - some - before, some)
        yield piece, low[piece] + within
        done = until


def _rounds(line: Numbers, reach: float, rows: int) -> Iterator[tuple[Places, Numbers, Numbers]]:
    """Rows, and from where to where they lie within `reach` of each point."""
    x, y = line.T
    for point, row in reached(np.ceil(y - reach - 0.5), np.floor(y + reach - 0.5), rows):
        down = row + 0.5 - y[point]
        half = np.sqrt(np.maximum(reach * reach - down * down, 0.0))
        yield row, x[point] - half, x[point] + half


def _stretches(line: Numbers, reach: float, rows: int) -> Iterator[tuple[Places, Numbers, Numbers]]:
    """Rows, and from where to where they lie beside each piece between two points; left > right: nowhere."""
    step = np.diff(line, axis=0)
    length: Numbers = np.sqrt(step[:, 0] ** 2 + step[:, 1] ** 2)
    long = length > 0
    (x, y), length = line[:-1][long].T, length[long]
    across, along = (step[long] / length[:, None]).T
    end, aside = y + step[long, 1], reach * np.abs(across)
    first = np.ceil(np.minimum(y, end) - aside - 0.5)
    last = np.floor(np.maximum(y, end) + aside - 0.5)
    for piece, row in reached(first, last, rows):
        down, right_by, down_by = row + 0.5 - y[piece], across[piece], along[piece]
        one, other = _between(right_by, down * down_by, 0.0, length[piece])
        low, high = _between(-down_by, down * right_by, -reach, reach)
        yield row, np.maximum(one, low) + x[piece], np.minimum(other, high) + x[piece]


def _between(slope: Numbers, start: Numbers, low: float, high: Numbers | float) -> tuple[Numbers, Numbers]:
    """From where to where slope × x + start lies between low and high; left > right: nowhere."""
    flat = np.abs(slope) < _TIE
    safe = np.where(flat, 1.0, slope)
    one, other = (low - start) / safe, (high - start) / safe
    inside = (low <= start) & (start <= high)
    left = np.where(flat, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
    right = np.where(flat, np.where(inside, np.inf, -np.inf), np.maximum(one, other))
    return left, right


def _across_line(start: Numbers, end: Numbers, row: Places) -> tuple[Numbers, Numbers]:
    """From where to where each piece runs inside its row."""
    across, down = (end - start).T
    level = down == 0
    safe = np.where(level, 1.0, down)
    one = np.where(level, 0.0, np.clip((row - start[:, 1]) / safe, 0, 1)) * across
    other = np.where(level, 1.0, np.clip((row + 1 - start[:, 1]) / safe, 0, 1)) * across
    return start[:, 0] + np.minimum(one, other), start[:, 0] + np.maximum(one, other)


def _patch(runs: Iterable[tuple[Places, Numbers, Numbers]], columns: int) -> Patch:
    """The cells of runs (row, first and last column) together: where more runs have begun than ended."""
    found = []
    for rows, left, right in runs:
        begin, end = np.maximum(left, 0), np.minimum(right, columns - 1)
        kept = begin <= end
        found.append((rows[kept], begin[kept].astype(np.intp), end[kept].astype(np.intp)))
    row, first, last = (np.concatenate(parts) for parts in zip(*found, strict=True))
    if not len(row):
        return Patch(0, 0, np.zeros((0, 0), dtype=np.bool_))
    top, edge = int(row.min()), int(first.min())
    tall, wide = int(row.max()) - top + 1, int(last.max()) - edge + 2
    begin = (row - top) * wide + first - edge
    stop = (row - top) * wide + last - edge + 1
    turns = np.bincount(begin, minlength=tall * wide) - np.bincount(stop, minlength=tall * wide)
    return Patch(top, edge, turns.reshape(tall, wide).cumsum(axis=1)[:, :-1] > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """What strokes leave painted in one view, and how many cells of each label that is; never changed."""

    strokes: tuple[Stroke, ...]
    cells: Cells
    counts: Places


class Begun(Protocol):
    """What was worked out for some strokes."""

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes, in their order."""
        ...


Known = TypeVar("Known", bound=Begun)


def nearest(known: Iterable[Known], strokes: tuple[Stroke, ...]) -> Known | None:
    """What is known of the most of these strokes, from the first on; None where nothing is."""
    begun = (one for one in known if one.strokes == strokes[: len(one.strokes)])
    return max(begun, key=lambda one: len(one.strokes), default=None)


_MOST_LAYERS = 8
_LAYERS: dict[str, tuple[_Layer, ...]] = {}
"""The layers counted last in each view: one more stroke, or one less, counts no other anew."""


def _is_shown(stroke: Stroke) -> bool:
    """Whether a stroke paints at all; one of a view that is not drawn here is passed over."""
    return bool(stroke.points) and stroke.view in VIEWS


class Canvas:
    """Paint on the grids, stroke by stroke and point by point; a point costs what its own brush covers."""

    def __init__(self, strokes: Iterable[Stroke] = ()) -> None:
        self._painted: dict[str, Cells] = {}
        self._counts: dict[str, Places] = {}
        self._last: tuple[float, float] | None = None
        self._begun = Stroke(view="", mode=StrokeMode.PAINT)
        by_view: dict[str, list[Stroke]] = {}
        for stroke in strokes:
            if _is_shown(stroke):
                by_view.setdefault(stroke.view, []).append(stroke)
        for view, some in by_view.items():
            self._put_all(view, tuple(some))

    def add(self, stroke: Stroke) -> None:
        """Put a whole stroke on; one of a view that is not drawn here is passed over."""
        if _is_shown(stroke):
            self._put(stroke, stroke.points)

    def begin(self, view: str, mode: StrokeMode, radius: int = 0) -> None:
        """Begin a stroke whose points come one by one."""
        self._begun = Stroke(view=view, mode=mode, radius=radius)
        self._last = None

    def extend(self, x: float, y: float) -> None:
        """Lead the begun stroke on to a point, in units."""
        self._put(self._begun, (*(self._last or ()), x, y))
        self._last = (x, y)

    def cells(self, view: str) -> Cells:
        """What is painted in a view, also beside the body, cell by cell."""
        if view not in self._painted:
            grid = label_grid(view)
            self._painted[view] = np.zeros(grid.labels.shape, dtype=np.bool_)
            self._counts[view] = np.zeros(len(grid.regions) + 1, dtype=np.intp)
        return self._painted[view]

    def coverage(self) -> dict[str, float]:
        """Share of every region that is touched, 0 to 1, the largest of its views; head to toe."""
        found: dict[str, float] = {}
        for view, counts in self._counts.items():
            for region, share in _shares(label_grid(view), counts).items():
                found[region] = max(share, found.get(region, 0.0))
        return {region: found[region] for region in all_regions() if region in found}

    def _put_all(self, view: str, strokes: tuple[Stroke, ...]) -> None:
        """Put the strokes of a view on, going on from what is still known of the first of them."""
        begun = nearest(_LAYERS.get(view, ()), strokes)
        if begun is not None:
            self._painted[view], self._counts[view] = begun.cells.copy(), begun.counts.copy()
        more = strokes[len(begun.strokes) :] if begun is not None else strokes
        for stroke in more:
            self._put(stroke, stroke.points)
        if more:
            cells, counts = self._painted[view].copy(), self._counts[view].copy()
            kept = _Layer(strokes=strokes, cells=cells, counts=counts)
            _LAYERS[view] = (*_LAYERS.get(view, ())[1 - _MOST_LAYERS :], kept)

    def _put(self, stroke: Stroke, points: Sequence[float]) -> None:
        cells, grid = self.cells(stroke.view), label_grid(stroke.view)
        whole = stroke.mode == StrokeMode.FILL or stroke.radius == 0
        patch = _whole_regions(stroke.view, points) if whole else brushed(grid, points, stroke.radius)
        here, labels = cells[patch.window], grid.labels[patch.window]
        if stroke.mode == StrokeMode.ERASE:
            changed, by = here & patch.cells, -1
            here &= ~patch.cells
        else:
            changed, by = patch.cells & ~here, 1
            here |= patch.cells
        self._counts[stroke.view] += by * np.bincount(labels[changed], minlength=len(grid.sizes))


def passed_regions(view: str, points: Sequence[float]) -> tuple[str, ...]:
    """The regions that a line passes in a view, by cells; for a single point, by exact outlines."""
    if len(points) == 2:
        region = load_view(view).region_at(points[0] * TENTHS, points[1] * TENTHS)
        return (region,) if region else ()
    grid = label_grid(view)
    line = passed(grid, points)
    labels = np.unique(grid.labels[line.window][line.cells]).tolist()
    return tuple(grid.regions[label - 1] for label in labels if label)


def _whole_regions(view: str, points: Sequence[float]) -> Patch:
    """All cells of the regions that a line passes."""
    grid, regions = label_grid(view), passed_regions(view, points)
    if not regions:
        return Patch(0, 0, np.zeros((0, 0), dtype=np.bool_))
    touched = np.isin(np.array(["", *grid.regions]), regions)
    bounds = [load_view(view).regions[region].bounds for region in regions]
    edge = grid.cell * TENTHS
    left, top = (int(min(ends[at] for ends in bounds) / edge) for at in (0, 1))
    right, bottom = (int(max(ends[at] for ends in bounds) / edge) + 1 for at in (2, 3))
    return Patch(top, left, touched[grid.labels[top:bottom, left:right]])


def _shares(grid: Grid, counts: Places) -> dict[str, float]:
    return {
        region: int(counts[number]) / int(grid.sizes[number])
        for number, region in enumerate(grid.regions, start=1)
        if counts[number]
    }


def coverage(strokes: Iterable[Stroke]) -> dict[str, float]:
    """Share of every region that the strokes touch, 0 to 1, the largest of its views; head to toe."""
    return dict(_coverage(tuple(strokes)))


@lru_cache(maxsize=64)
def _coverage(strokes: tuple[Stroke, ...]) -> tuple[tuple[str, float], ...]:
    return tuple(Canvas(strokes).coverage().items())


def regions_of(strokes: Iterable[Stroke]) -> tuple[AreaRegion, ...]:
    """The regions that count, from a quarter painted, as an entry keeps them; head to toe."""
    return tuple(
        AreaRegion(region=region, coverage=round(share, 4))
        for region, share in coverage(strokes).items()
        if share >= COUNTS_FROM
    )
