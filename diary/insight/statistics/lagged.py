"""Least squares of a day on the days before it, for many factors of one outcome and one lag at once.

The model: y(t) ~ x(t - lag) + x(t - lag - 1) + y(t - 1) + slow trend, where all four values are there.

The trend is a spline whose knots stand at equal numbers of usable rows, one for each `TREND_ROWS`: a straight
line lets a wave that two series share look like a link. The weekend is taken out of every series beforehand:
one number and one degree of freedom, where columns for the weekend of t and of t - 1 take two.

Columns that all factors share are eliminated once for each pattern of gaps (Frisch & Waugh 1933; Lovell 1963)
on normal equations of centred and scaled columns; a column that the ones before it span is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.day_array import Array, weekdays

TREND_ROWS = 60
"""Usable rows to one piece of the trend: a wave of four months and longer is held equal."""

LEAST_PIECES = 2
"""With a single piece, a wave as long as the diary made 8 % false findings in 90 days."""

MOST_PIECES = 60
"""Ten years in full; with fifty, a piece is ten months, which keeps the table quick."""

LEAST_ROWS = 12
"""With fewer rows nothing is solved: nothing is told of them in any case."""

WEEKEND = 1
"""Degrees of freedom that taking the weekend out beforehand has used."""

SPANNED = 1e-10
"""What is left of a column's sum of squares, as a share of it, when the others span it."""

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slopes:
    """The slopes on x(t - lag) of the factors `which`, each of shape (which,), from `n` rows.

    `slope` and its standard `error` are NaN where the factor or the outcome does not vary of its own;
    `df` are the degrees of freedom left, `n_yes` counts the rows whose x is above 0.
    """

    which: tuple[int, ...]
    n: int
    n_yes: NDArray[np.int64]
    slope: Array
    error: Array
    df: NDArray[np.int64]


def slopes(
    series: Array,
    outcome: int,
    factors: Sequence[int],
    lag: int,
    first_day: int,
    tick: Callable[[], None] | None = None,
) -> Iterator[Slopes]:
    """The slopes of `factors` at one lag, one group for each pattern of gaps; `series` is (k, days)."""
    values = series[[outcome, *factors]]
    scaled, scale = _standard(values, first_day)
    for rows, places in _patterns(values, lag):
        if tick is not None:
            tick()
        one = np.array(places) + 1
        slope, error, df = _solved(scaled, one, lag, rows)
        yield Slopes(
            which=tuple(factors[place] for place in places),
            n=rows.size,
            n_yes=(values[one[:, None], rows - lag] > 0).sum(axis=1),
            slope=slope * scale[0] / scale[one],
            error=error * scale[0] / scale[one],
            df=df,
        )


def usable(series: Array, outcome: int, factor: int, lag: int) -> Rows:
    """The days t on which y(t), y(t - 1), x(t - lag) and x(t - lag - 1) are all there."""
    return next(iter(_patterns(series[[outcome, factor]], lag)))[0]


def twins(series: Array, outcome: int, factors: Sequence[int]) -> Iterator[int]:
    """The factors that say the same as the outcome, in whatever unit."""
    y = series[outcome]
    for factor in factors:
        x = series[factor]
        both = ~np.isnan(x) & ~np.isnan(y)
        if factor == outcome or (both.any() and _alike(x[both], y[both])):
            yield factor


def without_weekend(values: Array, first_day: int) -> Array:
    """Rows of shape (k, days) less what weekends add in each, beside its level and bent course."""
    days = values.shape[1]
    free = (weekdays(first_day, days) >= 5).astype(float)
    t = np.linspace(-1, 1, days)
    columns = np.column_stack([np.ones(days), t, t * t, free])
    there = ~np.isnan(values)
    squares = there @ (columns[:, :, None] * columns[:, None, :]).reshape(days, 16)
    added = np.linalg.pinv(squares.reshape(-1, 4, 4), hermitian=True)[:, -1]
    size = (added * (np.where(there, values, 0.0) @ columns)).sum(axis=1)
    less: Array = values - size[:, None] * free
    return less


def design(series: Array, outcome: int, factor: int, lag: int, first_day: int) -> tuple[Array, Array]:
    """The outcome, shape (rows,), and the whole matrix of one pair; x(t - lag) is the last column."""
    rows = usable(series, outcome, factor, lag)
    y, x = without_weekend(series[[outcome, factor]], first_day)
    return y[rows], np.column_stack([trend(rows), y[rows - 1], x[rows - lag - 1], x[rows - lag]])


def trend(days: Rows) -> Array:
    """A quadratic spline in time, shape (days, pieces + 2): its columns sum to 1 (de Boor 1978)."""
    n = days.size
    pieces = min(max(LEAST_PIECES, round(n / TREND_ROWS)), MOST_PIECES)
    inner = days[np.arange(1, pieces) * n // pieces]
    ends = (float(days[0]), float(days[-1]) + 1)
    knots = np.concatenate([(ends[0],) * 3, inner, (ends[1],) * 3])
    piece = np.repeat(np.arange(pieces), np.diff(np.arange(pieces + 1) * n // pieces))
    t = days.astype(float)
    far_before, before, after, far_after = (knots[piece + step] for step in (1, 2, 3, 4))
    falling, rising = (after - t) / (after - before), (t - before) / (after - before)
    left, right = (after - t) / (after - far_before), (t - before) / (far_after - before)
    columns = np.zeros((n, pieces + 2))
    row = np.arange(n)
    columns[row, piece] = falling * left
    columns[row, piece + 1] = falling * (1 - left) + rising * (1 - right)
    columns[row, piece + 2] = rising * right
    return columns


def _patterns(values: Array, lag: int) -> Iterator[tuple[Rows, tuple[int, ...]]]:
    """The usable days of the outcome (first row) and each factor, and the places of the factors they suit."""
    there = ~np.isnan(values)
    both = there[0, lag + 1 :] & there[0, lag:-1]
    end = values.shape[1] - lag
    found = there[1:, 1:end] & there[1:, : max(end - 1, 0)] & both
    patterns: dict[bytes, list[int]] = {}
    for place, one in enumerate(found):
        patterns.setdefault(one.tobytes(), []).append(place)
    for places in patterns.values():
        yield np.flatnonzero(found[places[0]]) + lag + 1, tuple(places)


def _solved(scaled: Array, factors: Rows, lag: int, rows: Rows) -> tuple[Array, Array, NDArray[np.int64]]:
    """Slopes of the first of `scaled` on each of its rows `factors`, their standard errors, and df."""
    count = factors.size
    if rows.size < LEAST_ROWS:
        return np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=np.int64)
    now, before = scaled[factors[:, None], rows - lag], scaled[factors[:, None], rows - lag - 1]
    y = scaled[0, rows]
    shared = np.column_stack([trend(rows), scaled[0, rows - 1]])
    left, rank = _eliminated(shared, np.concatenate([now, before, y[None, :]]))
    w_now, w_before, w_y = left[:, :count], left[:, count:-1], left[:, -1:]
    bb = _squares(before) - _squares(w_before.T)
    free = bb > SPANNED * _squares(before)
    bb = np.where(free, bb, np.inf)
    ab = _products(now, before) - _products(w_now.T, w_before.T)
    by = before @ y - w_before.T @ w_y[:, 0]
    aa = _squares(now) - _squares(w_now.T) - ab * ab / bb
    ay = now @ y - w_now.T @ w_y[:, 0] - ab * by / bb
    varies = aa > SPANNED * _squares(now)
    aa = np.where(varies, aa, 1.0)
    slope, df = ay / aa, rows.size - rank - free - 1 - WEEKEND
    squares = y @ y - w_y[:, 0] @ w_y[:, 0] - by * by / bb - slope * ay
    told = varies & (squares > SPANNED * (y @ y)) & (df > 0)
    error = np.sqrt(np.where(told, squares, 0.0) / np.maximum(df, 1) / aa)
    return np.where(told, slope, np.nan), np.where(told, error, np.nan), df


def _products(one: Array, other: Array) -> Array:
    products: Array = np.einsum("rt,rt->r", one, other)
    return products


def _squares(rows: Array) -> Array:
    return _products(rows, rows)


def _eliminated(shared: Array, asked: Array) -> tuple[Array, int]:
    """The coordinates of each row of `asked` in an orthonormal basis of `shared`, and the basis' size.

    Cholesky's factor of the normal equations, row by row; a row that the ones before it span becomes 0.
    """
    both = shared.T @ np.column_stack([shared, asked.T])
    least = SPANNED * np.diagonal(both).copy()
    rank = 0
    for row, squares in enumerate(least):
        pivot = both[row, row]
        if pivot <= squares:
            both[row] = 0
            continue
        rank += 1
        both[row, row:] /= np.sqrt(pivot)
        both[row + 1 :, row + 1 :] -= both[row, row + 1 : len(both), None] * both[row, row + 1 :]
    return both[:, len(both) :], rank


def _standard(values: Array, first_day: int) -> tuple[Array, Array]:
    """Rows without their weekend, of mean 0 and spread 1; their spreads; without any, 0 throughout."""
    there = ~np.isnan(values)
    n = np.maximum(there.sum(axis=1), 1)
    left = np.where(there, without_weekend(values, first_day), 0.0)
    centred = np.where(there, left - (left.sum(axis=1) / n)[:, None], 0.0)
    spread = np.sqrt(_squares(centred) / n)
    varies = spread > SPANNED * np.abs(np.where(there, values, 0.0)).max(axis=1, initial=0.0)
    scale = np.where(varies, spread, 1.0)
    return centred * varies[:, None] / scale[:, None], scale


def _alike(x: Array, y: Array) -> bool:
    x, y = x - x.mean(), y - y.mean()
    return bool((x @ y) ** 2 > (1 - SPANNED) * (x @ x) * (y @ y))
