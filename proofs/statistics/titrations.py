"""A medicine raised step by step: how often no effect is called a change.

The findings take steps of one medicine in one direction as one start (`insight.findings.effects`): the days
from the first step to the last are cut out, then two windows are compared as after any start. Here that is
tried as a whole, from the dates of the steps to the verdict, also where the dose is raised only as long as
pain is no lower than before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from diary.insight.findings.concurrent import Changed, Happening
from diary.insight.findings.days import Column, Days
from diary.insight.findings.effects import TreatmentEffect, treatment_effect
from diary.insight.series import DailySeries
from diary.insight.statistics.before_after import SETTLING, WEEK_BEFORE, BeforeAfter, Verdict
from diary.models.measures import BY_CODE
from diary.models.rough import Rough
from diary.models.views import PeriodRows
from proofs.statistics.diaries import PHIS, Array, scale_of, serial
from proofs.statistics.rows import Row
from proofs.statistics.starts import WAITED, first_flares

FIRST = date(2026, 1, 1).toordinal()
APART, MOST_STEPS = 14, 3
"""Days between two steps, and the most of them after the start."""

WINDOWS = (42, 84)
CHUNK = 500


def table(short: bool) -> Sequence[Row]:
    """All rows of raised doses: short has fewer diaries and settings."""
    count, phis = (40, (0.0, 0.8)) if short else (1000, PHIS)
    return [
        raised_row(window, phi, until_better, count)
        for window in (WINDOWS[-1:] if short else WINDOWS)
        for phi in phis
        for until_better in (False, True)
    ]


def raised_row(window: int, phi: float, until_better: bool, count: int) -> Row:
    """How often a medicine without effect, begun in a flare and raised, is called a change."""
    rng = np.random.default_rng([9, window, round(100 * phi), until_better])
    called = [
        told.verdict is not Verdict.NO_CLEAR_CHANGE for told in raised(rng, window, phi, until_better, count)
    ]
    way = "raised until pain is lower" if until_better else f"raised {MOST_STEPS} times"
    return Row(
        what="No effect, begun in a flare and raised: called a change",
        setting=f"{window} days a side, autocorrelation {phi}, {way}",
        value=100 * float(np.mean(called)),
        diaries=len(called),
        most=5.0,
    )


def raised(
    rng: np.random.Generator, window: int, phi: float, until_better: bool, count: int
) -> Iterator[BeforeAfter]:
    """Tested comparisons in diaries whose medicine begins in a flare and is raised from then on."""
    least, after = window + WEEK_BEFORE, MOST_STEPS * APART + SETTLING + window
    length = least + after + WAITED
    made = 0
    while made < count:
        values = scale_of(serial(rng, CHUNK, length, phi), rounded=True)
        starts = first_flares(values, 1.0)[:, least : length - after + 1]
        for row in np.flatnonzero(starts.any(axis=1)):
            start = least + int(starts[row].argmax())
            steps = steps_of(values[row], start, until_better)
            diary = values[row][start - least : steps[-1] + SETTLING + window]
            told = effect(diary, [step - start + least for step in steps]).outcomes["pain_average"].result
            if told.verdict is not None and made < count:
                made += 1
                yield told


def steps_of(values: Array, start: int, until_better: bool) -> list[int]:
    """The days of the start and of each step: every two weeks, or only while pain was not lower."""
    steps = [start]
    usual = float(np.nanmean(values[: start - WEEK_BEFORE]))
    for _ in range(MOST_STEPS):
        day = steps[-1] + APART
        if until_better and float(np.nanmean(values[day - APART : day])) < usual:
            break
        steps.append(day)
    return steps


def effect(values: Array, steps: Sequence[int]) -> TreatmentEffect:
    """What the findings say of a diary from `FIRST` on with a start and further steps on these days of it."""
    last = FIRST + len(values) - 1
    code = "pain_average"
    nothing = np.full(len(values), np.nan)
    days = Days(
        rows=PeriodRows(FIRST, last, last, FIRST, BY_CODE, {code: FIRST}, (), (), (), (), last=last),
        series={
            code: DailySeries(measure=code, since=FIRST, until=last, today=last, first_day=FIRST, values=())
        },
        columns={code: Column(counted=values, memory=nothing)},
    )
    happened = [
        Happening(
            kind=Changed.RAISED if at else Changed.START,
            uid=f"step{at}",
            name="Medicine",
            when=Rough.of(date.fromordinal(FIRST + day)),
            first=FIRST + day,
            last=FIRST + day,
            treatment="medicine",
        )
        for at, day in enumerate(steps)
    ]
    return treatment_effect(happened[0], tuple(happened[1:]), happened, days)
