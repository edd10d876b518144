"""Before and after each start: treatments, procedures, and every step of a regular medicine's dose.

A medicine is often begun low and raised week by week. Steps of one medicine in the same direction, each
within 28 days of the last, are one start: the days until the last of them are shown like days of settling,
not compared. What else changed keeps days out of the comparison; where it leaves too few, two means stand
across it, and it is named instead of a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, cast

from diary.insight.findings.change import LEAST_VALUES, Compared, compared
from diary.insight.findings.concurrent import Changed, Happening, near
from diary.insight.findings.days import Days, Period
from diary.models.codes import Direction
from diary.models.records import Measure

if TYPE_CHECKING:
    from numpy import bool_
    from numpy.typing import NDArray

    from diary.insight.statistics.before_after import BeforeAfter
    from diary.insight.statistics.day_array import Array

T = TypeVar("T", bound="NDArray[Any]")

OUTCOMES = ("pain_average", "sleep_min")
"""What is compared before and after, fixed beforehand."""

STARTS = frozenset((Changed.START, Changed.RAISED, Changed.LOWERED, Changed.DOSE, Changed.PROCEDURE))
"""What a before and after is worked out for; stops, therapies and events only keep days apart."""

TITRATION_DAYS = 28
"""A step of one medicine in the same direction within so many days of the last goes on with its start."""

BASE_DAYS, NOW_DAYS = 28, 14
"""The days before a start, and the last days, of the change since it (clinical.md section 7, point 2)."""

LEAST_WEEK = 3
"""Fewer values in the week before say nothing about that week."""


class EffectStanding(StrEnum):
    """How far a before and after came, or why there is none.

    `rough_date`: its day is not known exactly. `outside`: the diary has no days before, or none after it.
    `disturbed`: something else changed too near; two means of up to 28 days a side stand across it where each
    side has four days with a value. `no_days`: fewer days than needed lie before or after it, or
    none has a value. Then as `before_after` says: `means_only` stand without a verdict, `tested` have one.
    """

    ROUGH_DATE = "rough_date"
    OUTSIDE = "outside"
    DISTURBED = "disturbed"
    NO_DAYS = "no_days"
    MEANS_ONLY = "means_only"
    TESTED = "tested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One measure around a start; the days of `result` are ordinals.

    `week_n` of the 7 days before the start have a value, with mean `week_mean`: shown, not tested.
    `began_worse`: that week was worse than the 28 days before it by half their SD or more, so that a fall
    back to the usual is likely whatever was begun. `settling_n` and `settling_mean` tell of the days from the
    start to 14 days after its last step. `since_start` is the change from the 28 days before to the last 14
    days, or to the last 14 before the treatment was stopped. `days_lacking` more days with a value would
    allow a verdict: 0 where there is one, None where none can come, as too few days lie before the start or
    something else changed after it.
    """

    measure: str
    result: BeforeAfter
    week_n: int
    week_mean: float | None
    began_worse: bool
    settling_n: int
    settling_mean: float | None
    since_start: Compared | None = None
    days_lacking: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentEffect:
    """A start, what came after it beside what was before, and what else changed in the same time.

    `steps` are further steps that belong to the start, in order; `day` is the start's (ordinal), `last_step`
    the day of the last of them. `outcomes` by measure, empty for a rough date or one outside; `standing` is
    that of pain_average. `concurrent` lies in the days compared, the week before and the days of settling,
    or, where nothing could be compared, in the least that would have been (35 days before to 41 after),
    nearest first: what it did and what the start did cannot be told apart. `ended_before` and `ended_after`
    are the nearest that kept further days out on each side.
    """

    start: Happening
    standing: EffectStanding
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    steps: tuple[Happening, ...] = ()
    concurrent: tuple[Happening, ...] = ()
    ended_before: tuple[Happening, ...] = ()
    ended_after: tuple[Happening, ...] = ()

    @property
    def day(self) -> int:
        """The first day it can have been."""
        return self.start.first

    @property
    def last_step(self) -> int:
        """The day of the last of its steps, the start's where there are none."""
        return self.steps[-1].first if self.steps else self.start.first

    @property
    def mg_before(self) -> float | None:
        """Milligrams a day before it, None where they cannot be told."""
        return self.start.mg_before

    @property
    def mg_after(self) -> float | None:
        """Milligrams a day after its last step, None where they cannot be told."""
        return (self.steps[-1] if self.steps else self.start).mg_after


def treatment_effects(
    happened: Sequence[Happening], days: Days, tick: Callable[[], None] | None = None
) -> tuple[TreatmentEffect, ...]:
    """The before and after of every start, the newest first; `days` are the whole diary."""
    found = []
    for start, steps in starts(happened):
        if tick:
            tick()
        found.append(treatment_effect(start, steps, happened, days))
    return tuple(reversed(found))


def starts(happened: Iterable[Happening]) -> list[tuple[Happening, tuple[Happening, ...]]]:
    """Every start with the steps that go on with it, by date."""
    found: list[tuple[Happening, list[Happening]]] = []
    open_ones: dict[str, int] = {}
    for one in happened:
        if one.kind not in STARTS:
            if one.treatment is not None:
                open_ones.pop(one.treatment, None)
            continue
        at = open_ones.get(one.treatment) if one.treatment is not None else None
        if at is not None and _goes_on(found[at], one):
            found[at][1].append(one)
            continue
        if one.treatment is not None:
            open_ones[one.treatment] = len(found)
        found.append((one, []))
    return [(start, tuple(steps)) for start, steps in found]


def _goes_on(held: tuple[Happening, list[Happening]], one: Happening) -> bool:
    start, steps = held
    last = steps[-1] if steps else start
    upwards = {Changed.START, Changed.RAISED}
    same_way = one.kind == last.kind if one.kind is not Changed.RAISED else last.kind in upwards
    exact = last.is_exact and one.is_exact
    return exact and same_way and one.kind is not Changed.DOSE and one.first - last.first <= TITRATION_DAYS


def treatment_effect(
    start: Happening, steps: tuple[Happening, ...], happened: Iterable[Happening], days: Days
) -> TreatmentEffect:
    """The before and after of one start; what else `happened` keeps days out or is named."""
    whole = days.whole()
    others = [one for one in happened if one != start and one not in steps]
    plain = TreatmentEffect(start=start, standing=EffectStanding.ROUGH_DATE, steps=steps)
    if not start.is_exact:
        return plain
    if not whole.since < start.first <= whole.until:
        return replace(plain, standing=EffectStanding.OUTSIDE)
    outcomes = {}
    for code in OUTCOMES:
        measure = days.measure(code)
        if measure is not None and code in days.series:
            outcomes[code] = _outcome(measure, plain, others, days, whole)
    return _with_others(replace(plain, outcomes=outcomes), others)


def _outcome(
    measure: Measure, effect: TreatmentEffect, others: Iterable[Happening], days: Days, whole: Period
) -> Outcome:
    from diary.insight.statistics.before_after import SETTLING, WEEK_BEFORE, before_after

    values, start = days.array(measure.code, whole), effect.day - whole.since
    skipped = effect.last_step - effect.day
    disturbed = _disturbed(others, whole, effect)
    found = before_after(_without(values, start, skipped), start, _without(disturbed, start, skipped))
    settled = values[start : start + skipped + SETTLING]
    week = values[max(0, start - WEEK_BEFORE) : start]
    base = values[max(0, start - WEEK_BEFORE - BASE_DAYS) : max(0, start - WEEK_BEFORE)]
    week_n, week_mean = _mean(week)
    settling_n, settling_mean = _mean(settled)
    return Outcome(
        measure=measure.code,
        result=_on_days(found, whole.since, skipped),
        week_n=week_n,
        week_mean=week_mean,
        began_worse=_began_worse(measure, week, base),
        settling_n=settling_n,
        settling_mean=settling_mean,
        since_start=_since_start(measure, effect, others, days, whole),
        days_lacking=0 if found.verdict else _lacking(values, disturbed, start, start + skipped),
    )


def _lacking(values: Array, disturbed: NDArray[bool_], start: int, last: int) -> int | None:
    """How many more days with a value allow a verdict if nothing else changes; None where none can come."""
    import numpy as np

    from diary.insight.statistics.before_after import MOST_WINDOW, SETTLING, WEEK_BEFORE
    from diary.insight.statistics.day_array import LEAST_DAYS, observed

    until = max(0, start - WEEK_BEFORE)
    since = max(int(max(np.flatnonzero(disturbed[:start]), default=-1)) + 1, until - MOST_WINDOW)
    if disturbed[last + 1 :].any() or len(observed(values[since:until])) < LEAST_DAYS:
        return None
    return max(1, LEAST_DAYS - len(observed(values[last + SETTLING :])))


def _without(values: T, start: int, skipped: int) -> T:
    """The same days without those from a start to its last step."""
    import numpy as np

    return cast("T", np.concatenate([values[:start], values[start + skipped :]]))


def _disturbed(others: Iterable[Happening], whole: Period, effect: TreatmentEffect) -> NDArray[bool_]:
    """The days on which something else changed; within the steps of a start it counts on the day after it.

    What happened on the very day of the start, or of a start in one step, is named and not kept apart.
    """
    import numpy as np

    found = np.zeros(whole.days, dtype=np.bool_)
    for one in others:
        if one.disturbs and one.within(whole):
            found[max(0, one.first - whole.since) : one.last - whole.since + 1] = True
    between = slice(effect.day + 1 - whole.since, effect.last_step + 1 - whole.since)
    after = effect.last_step + 1 - whole.since
    if found[between].any() and after < len(found):
        found[after] = True
    return found


def _on_days(found: BeforeAfter, first: int, skipped: int) -> BeforeAfter:
    """The same result with ordinals instead of indices."""
    if found.before_since is None or found.before_until is None:
        return found
    if found.after_since is None or found.after_until is None:
        return found
    return replace(
        found,
        before_since=first + found.before_since,
        before_until=first + found.before_until,
        after_since=first + skipped + found.after_since,
        after_until=first + skipped + found.after_until,
    )


def _mean(values: Array) -> tuple[int, float | None]:
    from diary.insight.statistics.day_array import observed

    there = observed(values)
    return len(there), float(there.mean()) if len(there) else None


def _began_worse(measure: Measure, week: Array, base: Array) -> bool:
    """Whether the week before was worse than usual by half an SD of the days before it."""
    from diary.insight.statistics.day_array import observed

    one, usual = observed(week), observed(base)
    if measure.direction is Direction.NONE or len(one) < LEAST_WEEK or len(usual) < LEAST_VALUES:
        return False
    worse = float(one.mean() - usual.mean()) * (1 if measure.direction is Direction.UP else -1)
    return worse > 0 and worse >= float(usual.std(ddof=1)) / 2


def _since_start(
    measure: Measure, effect: TreatmentEffect, others: Iterable[Happening], days: Days, whole: Period
) -> Compared | None:
    """The last 14 days against the 28 before the start, None where either is not in it or not known."""
    stops = [
        one
        for one in others
        if one.kind is Changed.STOP and one.treatment == effect.start.treatment and one.last >= effect.day
    ]
    if not all(one.disturbs for one in stops):
        return None
    until = min([whole.until, *(one.first for one in stops)])
    last, before = Period(until - NOW_DAYS + 1, until), Period(effect.day - BASE_DAYS, effect.day - 1)
    if last.since <= effect.last_step or before.since < whole.since:
        return None
    return compared(days, measure, before, last)


def _with_others(effect: TreatmentEffect, others: Sequence[Happening]) -> TreatmentEffect:
    """The effect with its standing, and what else changed."""
    from diary.insight.statistics.before_after import LEAST_WINDOW, MOST_WINDOW, SETTLING, WEEK_BEFORE

    main = effect.outcomes.get(OUTCOMES[0])
    result = main.result if main else None
    start, last = effect.day, effect.last_step
    least = Period(start - WEEK_BEFORE - LEAST_WINDOW, last + SETTLING + LEAST_WINDOW - 1)
    most = Period(start - WEEK_BEFORE - MOST_WINDOW, last + SETTLING + MOST_WINDOW - 1)
    shown = result is not None and result.before_mean is not None and result.after_mean is not None
    compared_days = least
    if shown and result and result.before_since is not None and result.after_until is not None:
        compared_days = Period(result.before_since, result.after_until)
    standing = EffectStanding(str(result.standing)) if result else EffectStanding.NO_DAYS
    too_near = [one for one in others if one.disturbs and one.within(least) and one.first != start]
    if standing is EffectStanding.NO_DAYS and too_near:
        standing = EffectStanding.DISTURBED
    cutting = [one for one in others if one.disturbs and one.within(most)]
    return replace(
        effect,
        standing=standing,
        concurrent=near(others, compared_days, start),
        ended_before=_nearest([one for one in cutting if one.last < start], start),
        ended_after=_nearest([one for one in cutting if one.first > last], last),
    )


def _nearest(found: Sequence[Happening], day: int) -> tuple[Happening, ...]:
    """Those of the nearest day."""
    least = min((one.days_from(day) for one in found), default=0)
    return tuple(one for one in found if one.days_from(day) == least)
