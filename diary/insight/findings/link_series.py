"""Which pairs are looked at, as arrays: every factor and secondary symptom against pain and sleep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from diary.insight.attributions import FactorSaid
from diary.insight.findings.links import (
    LinkFound,
    Links,
    LinkStanding,
    NoPain,
    Step,
    Tier,
    TierNumbers,
    WithWithout,
)
from diary.insight.series import MEMORY, DailySeries
from diary.insight.statistics import links as pairwise
from diary.insight.statistics import multiple
from diary.insight.statistics.day_array import LEAST_DAYS, Array, dense, observed
from diary.insight.statistics.distributions import normal_quantile
from diary.insight.statistics.links import LEAST_OF_A_LEVEL, Fitted, Pair, Standing
from diary.insight.statistics.multiple import Judged
from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.inquiry import LAGS, LinkQuestion
from diary.models.records import Measure

PAIN, WORST, MOMENTS = "pain_average", "pain_worst", "pain_now"
NIGHTS = ("sleep_quality", "sleep_min")
"""What may stand for sleep as an outcome."""

WIDE, NARROW = 5.0, 0.2
"""A step of one unit is told where the factor's SD lies between these; else a step of about one SD."""

MIDDLING_R, POWER = 0.4, 0.8
"""The correlation that is told of, and how often a diary of so many days would show it."""

HELD_COLUMNS = 10
"""About so many columns a regression of a pair holds equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One pair to look at: rows `x` and `y` of the stack, `day_shift` days from one to the other."""

    factor: str
    outcome: str
    lag: int
    day_shift: int
    x: int
    y: int
    question: LinkQuestion | None = None
    counted_since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """All that is tested: `values` of shape (rows, days) from ordinal `since`, and pairs among its rows."""

    since: int
    values: Array
    yes_no: tuple[bool, ...]
    series: Mapping[str, DailySeries]
    measures: Mapping[str, Measure]
    sleep: str | None
    factors: tuple[str, ...]
    left_out: tuple[str, ...]
    asked: tuple[Asked, ...]


def looked_at(
    series: Mapping[str, DailySeries],
    measures: Mapping[str, Measure],
    questions: Sequence[LinkQuestion],
    said: Sequence[FactorSaid],
    since: int,
    until: int,
    tick: Callable[[], None] | None,
) -> Links:
    """What `findings.links.links` gives."""
    stack = stacked(series, measures, questions, since, until)
    judged = _judged(stack, tick)
    listed = [_found(stack, asked, one, said) for asked, one in zip(stack.asked, judged, strict=True)]
    tiers = {tier: tuple(one for one in listed if one.tier is tier) for tier in Tier}
    numbers = {
        tier: _tier_numbers(
            tier, [one for one, found in zip(judged, listed, strict=True) if found.tier is tier]
        )
        for tier in Tier
    }
    pain = stack.series.get(PAIN)
    return Links(
        since=since,
        until=until,
        days=max(0, until - since + 1) if pain is None else pain.days,
        n=0 if pain is None else sum(row.value is not None for row in pain.counted()),
        n_memory=sum(len(one.values) - len(one.counted()) for one in stack.series.values()),
        sleep=stack.sleep,
        factors=stack.factors,
        left_out=stack.left_out,
        questions=tiers[Tier.MINE],
        others=tiers[Tier.OTHER],
        mine=numbers[Tier.MINE],
        other=numbers[Tier.OTHER],
        no_pain=_no_pain(stack.series),
        moment_days=_moment_days(stack.series.get(MOMENTS)),
    )


def _moment_days(series: DailySeries | None) -> int:
    moments = () if series is None else series.moments
    return len({row.day for row in moments if row.lateness != MEMORY})


def _no_pain(series: Mapping[str, DailySeries]) -> NoPain | None:
    """Why pain is no outcome on these days; `series` hold what counts on any of them."""
    if PAIN in series:
        return None
    if WORST in series:
        return NoPain.WORST_ONLY
    return NoPain.MOMENTS_ONLY if MOMENTS in series else NoPain.NOTHING


def stacked(
    series: Mapping[str, DailySeries],
    measures: Mapping[str, Measure],
    questions: Sequence[LinkQuestion],
    since: int,
    until: int,
) -> Stack:
    """The series of these days as rows, and every pair: questions first, then factor by factor."""
    known = [code for code in measures if code in series]
    inside = {code: series[code].between(since, until) for code in known}
    inside = {code: one for code, one in inside.items() if one.counted()}
    rows = {code: _row(one, since, until) for code, one in inside.items()}
    told = [code for code in inside if not np.isnan(rows[code]).all()]
    factors = tuple(code for code in told if measures[code].group is not Group.PAIN)
    sleep = _sleep_outcome(rows)
    values, of_rows = list(rows.values()), list(rows)
    asked: list[Asked] = []
    for one in _family(questions, since):
        own = _question(one, list(rows), measures, len(values))
        if own.x >= len(values):
            values += _own_rows(one, rows, since, until)
            of_rows += [one.factor, one.outcome]
        asked.append(own)
    asked += _everything_else(factors, sleep, list(rows), measures, asked)
    return Stack(
        since=since,
        values=np.array(values).reshape(len(values), max(0, until - since + 1)),
        yes_no=tuple(_is_yes_no(measures, code) for code in of_rows),
        series=inside,
        measures=measures,
        sleep=sleep,
        factors=factors,
        left_out=tuple(code for code in inside if code not in told),
        asked=tuple(asked),
    )


def shift(measures: Mapping[str, Measure], factor: str, outcome: str, lag: int) -> int:
    """The day numbers from factor to outcome: the night after a day bears the number of the next."""
    return lag + (_is_night(measures, outcome) and not _is_night(measures, factor))


def _row(series: DailySeries, since: int, until: int) -> Array:
    return dense(((row.day, row.value) for row in series.counted() if row.value is not None), since, until)


def _sleep_outcome(rows: Mapping[str, Array]) -> str | None:
    """`sleep_quality` where 42 nights have it, else whichever has more nights: never by what they say."""
    counts = {code: observed(rows[code]).size for code in NIGHTS if code in rows}
    counts = {code: n for code, n in counts.items() if n}
    if counts.get(NIGHTS[0], 0) >= LEAST_DAYS:
        return NIGHTS[0]
    return max(counts, key=lambda code: counts[code], default=None)


def _family(questions: Sequence[LinkQuestion], since: int) -> list[LinkQuestion]:
    """The questions that share tier one: open ones, and ended ones while a day on which they stood is here.

    The same pair asked twice in the same way counts once, from the day on which it was first asked.
    """
    found: dict[tuple[str, int | None], LinkQuestion] = {}
    for one in sorted(questions, key=lambda one: (one.asked, one.uid)):
        counted = None if one.seen is None else one.asked.toordinal()
        held = found.get((one.key, counted))
        if one.ended is not None and (one.ended.toordinal() < since or held is not None):
            continue
        found[(one.key, counted)] = one
    return list(found.values())


def _question(one: LinkQuestion, codes: Sequence[str], measures: Mapping[str, Measure], added: int) -> Asked:
    """The pair of a question: on rows that are there, or on two to be added where not all its days count."""
    whole = one.seen is None and one.factor in codes and one.outcome in codes
    return Asked(
        factor=one.factor,
        outcome=one.outcome,
        lag=one.lag,
        day_shift=shift(measures, one.factor, one.outcome, one.lag),
        x=codes.index(one.factor) if whole else added,
        y=codes.index(one.outcome) if whole else added + 1,
        question=one,
        counted_since=None if one.seen is None else one.asked.toordinal() + 1,
    )


def _own_rows(one: LinkQuestion, rows: Mapping[str, Array], since: int, until: int) -> list[Array]:
    """The factor and the outcome of a question: only days after asking where it had been seen."""
    days = np.arange(since, until + 1)
    counted = days > (0 if one.seen is None else one.asked.toordinal())
    nothing = np.full(days.size, np.nan)
    return [np.where(counted, rows.get(code, nothing), np.nan) for code in (one.factor, one.outcome)]


def _everything_else(
    factors: Sequence[str],
    sleep: str | None,
    codes: Sequence[str],
    measures: Mapping[str, Measure],
    asked: Sequence[Asked],
) -> Iterator[Asked]:
    """Every factor, outcome and lag that is no question on all its days.

    Measures of the night are not held against sleep, nor those of the pain against each other.
    """
    own = {(one.factor, one.outcome, one.lag) for one in asked if one.counted_since is None}
    pairs = [(factor, PAIN) for factor in factors if PAIN in codes]
    if sleep is not None:
        by_day = [code for code in factors if not _is_night(measures, code)]
        pairs += [(factor, sleep) for factor in (*by_day, *(code for code in codes if code == PAIN))]
    for x, y in sorted(pairs, key=lambda pair: codes.index(pair[0])):
        for lag in LAGS:
            if (x, y, lag) not in own:
                days = shift(measures, x, y, lag)
                at = (codes.index(x), codes.index(y))
                yield Asked(factor=x, outcome=y, lag=lag, day_shift=days, x=at[0], y=at[1])


def _is_night(measures: Mapping[str, Measure], code: str) -> bool:
    return code in measures and measures[code].kept_in is EntryKind.NIGHT


def _is_yes_no(measures: Mapping[str, Measure], code: str) -> bool:
    return code in measures and measures[code].kind is MeasureKind.YES_NO


def _judged(stack: Stack, tick: Callable[[], None] | None) -> list[Judged]:
    """Each pair fitted, then judged among those of its tier."""
    pairs = [Pair(x=one.x, y=one.y, lag=one.day_shift) for one in stack.asked]
    fitted = pairwise.fit_all(stack.values, pairs, stack.since, stack.yes_no, tick) if pairs else ()
    mine = [one for one, asked in zip(fitted, stack.asked, strict=True) if asked.question is not None]
    rest = [one for one, asked in zip(fitted, stack.asked, strict=True) if asked.question is None]
    return [*_of_questions(mine), *multiple.judge(rest, frozenset())]


def _of_questions(fitted: Sequence[Fitted]) -> list[Judged]:
    """Tier one. At most five are open, but those put aside stay in the family: `judge` takes only five."""
    if len(fitted) <= multiple.MOST_OF_MINE:
        return list(multiple.judge(fitted, frozenset(range(len(fitted)))))
    told = [one for one in fitted if one.p is not None]
    p = np.array([one.p for one in told], dtype=float)
    adjusted = {
        id(one): float(q) for one, q in zip(told, multiple.stepped_up(p, any_dependence=False), strict=True)
    }
    level = multiple.ALPHA / len(multiple.Tier)
    return [
        Judged(
            fitted=one,
            tier=multiple.Tier.MINE,
            q=adjusted.get(id(one)),
            stands_out=adjusted.get(id(one), 1.0) <= level,
            n_looked_at=len(told),
        )
        for one in fitted
    ]


def _found(stack: Stack, asked: Asked, judged: Judged, said: Sequence[FactorSaid]) -> LinkFound:
    """One pair in the diary's terms: for one step of the factor, and with what it lacks."""
    fitted, question = judged.fitted, asked.question
    step, size = _step(stack, asked)
    takes = multiple.takes(judged)
    yes_no = fitted.n_yes is not None

    def scaled(one: float | None) -> float | None:
        return None if one is None else one * size

    return LinkFound(
        factor=asked.factor,
        outcome=asked.outcome,
        lag=asked.lag,
        day_shift=asked.day_shift,
        tier=Tier.OTHER if question is None else Tier.MINE,
        standing=_standing(judged),
        n=fitted.n,
        n_yes=fitted.n_yes,
        n_no=fitted.n_no,
        days_lacking=max(0, LEAST_DAYS - fitted.n),
        yes_lacking=max(0, LEAST_OF_A_LEVEL - (fitted.n_yes or 0)) if yes_no else 0,
        no_lacking=max(0, LEAST_OF_A_LEVEL - (fitted.n_no or 0)) if yes_no else 0,
        step=step,
        step_size=size,
        unit=stack.measures[asked.factor].unit if asked.factor in stack.measures else None,
        coefficient=scaled(fitted.coefficient),
        low=scaled(fitted.low),
        high=scaled(fitted.high),
        p=fitted.p,
        adjusted_p=judged.q,
        needs=None if takes is None else takes.points * size,
        contrast=_with_without(stack, asked) if yes_no else None,
        question=None if question is None else question.uid,
        asked=None if question is None else question.asked.toordinal(),
        ended=None if question is None or question.ended is None else question.ended.toordinal(),
        seen=None if question is None or question.seen is None else question.seen.toordinal(),
        counted_since=asked.counted_since,
        said=tuple(one for one in said if one.factor == asked.factor) if asked.outcome == PAIN else (),
    )


def _standing(judged: Judged) -> LinkStanding:
    standing = judged.fitted.standing
    if standing in (Standing.TOO_FEW, Standing.TOO_FEW_OF_ONE_LEVEL):
        return LinkStanding.TOO_FEW
    if standing is Standing.NOT_VARYING:
        return LinkStanding.UNCHANGING
    if not judged.stands_out:
        return LinkStanding.NOT_CLEAR
    return LinkStanding.CLEAR if standing is Standing.FULL else LinkStanding.HINT


def _step(stack: Stack, asked: Asked) -> tuple[Step, float]:
    """What one step of a factor is, and how many of its units: an SD is rounded to its first digit."""
    measure = stack.measures.get(asked.factor)
    kind = None if measure is None else measure.kind
    fixed = {
        MeasureKind.YES_NO: (Step.YES_NO, 1.0),
        MeasureKind.SCALE: (Step.POINT, 1.0),
        MeasureKind.MINUTES: (Step.HOUR, 60.0),
    }
    if kind in fixed:
        return fixed[kind]
    there = observed(stack.values[asked.x])
    spread = float(there.std()) if there.size else 0.0
    if spread == 0 or NARROW <= spread < WIDE:
        return Step.UNIT, 1.0
    return Step.SPREAD, float(f"{spread:.0e}")


def _with_without(stack: Stack, asked: Asked) -> WithWithout | None:
    """The outcome's plain means after yes and after no, on the days that have both."""
    days = stack.values.shape[1]
    x, y = stack.values[asked.x, : days - asked.day_shift], stack.values[asked.y, asked.day_shift :]
    there = ~np.isnan(x) & ~np.isnan(y)
    yes, no = y[there & (x > 0)], y[there & (x == 0)]
    if not yes.size or not no.size:
        return None
    return WithWithout(
        mean_with=float(yes.mean()),
        n_with=yes.size,
        mean_without=float(no.mean()),
        n_without=no.size,
    )


def _tier_numbers(tier: Tier, judged: Sequence[Judged]) -> TierNumbers:
    """What the tier looked at, and what a single finding in it takes with as many days as its middle pair."""
    told = sorted((one for one in judged if one.q is not None), key=lambda one: one.fitted.n)
    level = multiple.ALPHA / len(multiple.Tier)
    if not told:
        return TierNumbers(tier=tier, listed=len(judged), tested=0, level=level)
    middle = told[len(told) // 2]
    takes = multiple.takes(middle)
    assert takes is not None  # it has a p
    return TierNumbers(
        tier=tier,
        listed=len(judged),
        tested=len(told),
        level=level,
        takes_p=takes.p,
        takes_r=takes.r,
        typical_n=middle.fitted.n,
        days_for_middling=_days_for(MIDDLING_R, takes.p),
    )


def _days_for(r: float, p: float) -> int:
    """The days on which a correlation of `r` shows in 80 of 100 diaries (Fisher's z; Cohen 1988)."""
    z = float(-normal_quantile(p / 2) + normal_quantile(POWER))
    return int(np.ceil((z / np.arctanh(r)) ** 2)) + 3 + HELD_COLUMNS
