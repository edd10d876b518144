"""A change of level: how often a flat diary raises an alarm, and what change is seen and dated."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diary.insight.statistics.shift import Shift, shift
from proofs.statistics.diaries import PHIS, SD, Array, drift_of, scale_of, serial, weekend
from proofs.statistics.rows import Row

LENGTHS = (60, 90, 180, 365)
MASKS = 10
"""Different gaps in one row: diaries with the same gaps share the work of knowing what chance does."""


def table(short: bool) -> Sequence[Row]:
    """All rows of the change of level: short has fewer diaries, lengths and settings."""
    count, lengths, phis = (60, (60,), (0.0, 0.8)) if short else (1000, LENGTHS, PHIS)
    rows: list[Row] = []
    for days in lengths:
        for phi in phis:
            rows += [flat_row(days, phi, week, count) for week in (0.0, 1.0)]
        rows += gap_rows(days, phis, count)
    for days in lengths if short else (90, 180, 365):
        for phi in phis[:1] if short else phis:
            rows += [row for points in (1.0, 2.0) for row in change_rows(days, phi, points, count)]
            rows += [drift_row(days, phi, drift, count) for drift in (0.5, 1.0)]
        rows.append(sees_row(days, 0.4, count))
    return rows


def searched(values: Array) -> list[Shift]:
    """The search in each row."""
    return [shift(row, with_sees=False) for row in values]


def share(results: Sequence[Shift]) -> float:
    """How many of 100 have a change."""
    return 100 * float(np.mean([result.found for result in results]))


def flat_row(days: int, phi: float, week: float, count: int) -> Row:
    """False alarms in flat diaries of whole numbers, with or without a weekly cycle."""
    rng = np.random.default_rng([7, days, round(100 * phi), round(week)])
    values = scale_of(serial(rng, count, days, phi) + week / SD * weekend(days), rounded=True)
    return Row(
        what="Flat diary: a change is found",
        setting=f"{days} days, autocorrelation {phi}{', weekday cycle' if week else ''}",
        value=share(searched(values)),
        diaries=count,
        most=5.0,
    )


def gap_rows(days: int, phis: Sequence[float], count: int) -> list[Row]:
    """False alarms in flat diaries with a weekly cycle and 20 % of days without an entry."""
    rng = np.random.default_rng([8, days])
    found: dict[float, list[Shift]] = {phi: [] for phi in phis}
    masks = MASKS if count >= 10 * MASKS else 1
    for _ in range(masks):
        gaps = rng.random(days) < 0.2
        for phi in phis:
            values = scale_of(serial(rng, count // masks, days, phi) + weekend(days) / SD, rounded=True)
            values[:, gaps] = np.nan
            found[phi] += searched(values)
    return [
        Row(
            what="Flat diary: a change is found",
            setting=f"{days} days, autocorrelation {phi}, weekday cycle, gaps 20%",
            value=share(results),
            diaries=len(results),
            most=5.0,
        )
        for phi, results in found.items()
    ]


def stepped(rng: np.random.Generator, days: int, phi: float, points: float, count: int) -> Array:
    """Diaries whose level falls by `points` in the middle."""
    step = np.where(np.arange(days) < days // 2, 0.5, -0.5) * points / SD
    return scale_of(serial(rng, count, days, phi) + step, rounded=True)


def change_rows(days: int, phi: float, points: float, count: int) -> list[Row]:
    """How often a lasting change in the middle is found, and then lies in the dates that are given."""
    rng = np.random.default_rng([9, days, round(100 * phi), round(10 * points)])
    results = searched(stepped(rng, days, phi, points, count))
    setting = f"{days} days, autocorrelation {phi}, {points:g} points in the middle"
    rows = [Row(what="Lasting change: found", setting=setting, value=share(results), diaries=count)]
    dated = [
        abs(result.at - days // 2) <= result.give_or_take_days
        for result in results
        if result.at is not None and result.give_or_take_days is not None
    ]
    if len(dated) >= min(count, 100) / 2:
        value = 100 * float(np.mean(dated))
        what = "Lasting change found: its day lies in the dates given"
        rows.append(Row(what=what, setting=setting, value=value, diaries=len(dated)))
    return rows


def drift_row(days: int, phi: float, drift: float, count: int) -> Row:
    """What a slow drift without a step does: printed as it is."""
    rng = np.random.default_rng([10, days, round(100 * phi), round(10 * drift)])
    values = scale_of(serial(rng, count, days, phi) + drift * drift_of(rng, count, days), rounded=True)
    return Row(
        what="Slow drift, no step: a change is found",
        setting=f"{days} days, autocorrelation {phi}, drift of {drift:g} SD",
        value=share(searched(values)),
        diaries=count,
    )


def sees_row(days: int, phi: float, count: int) -> Row:
    """How often the change is found of which flat diaries say that 80 of 100 would show it."""
    rng = np.random.default_rng([11, days, round(100 * phi)])
    flat = scale_of(serial(rng, max(10, count // 20), days, phi), rounded=True)
    told = [seen for row in flat if (seen := shift(row).sees_points) is not None]
    points = float(np.median(told))
    return Row(
        what="Change of the size that is said to be seen in 80 of 100: found",
        setting=f"{days} days, autocorrelation {phi}, {points:.1f} points",
        value=share(searched(stepped(rng, days, phi, points, count))),
        diaries=count,
    )
