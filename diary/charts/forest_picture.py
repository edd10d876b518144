"""Links of every factor with one outcome, worked out before anything is drawn: rows, marks, the axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from diary.insight.findings.links import LinkFound, LinkStanding, Step, Tier
from diary.models.codes import EntryKind
from diary.models.records import Measure
from diary.wording import say
from diary.wording.answers import measure_words
from diary.wording.treatment_words import number

PAIN = "pain_average"
SLEEP = ("sleep_quality", "sleep_min")

REACH = 1.15
"""The axis goes so much farther than the farthest coefficient."""

MOST_TICKS = 4
"""Numbers on each side of zero, at most."""

STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 240)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForestMark:
    """One pair with numbers: `lag` gives the shape, `called` fills it, `low` and `high` are its range."""

    found: LinkFound
    lag: int
    coefficient: float
    low: float
    high: float
    called: bool
    hint: bool
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ForestRow:
    """One factor with its marks by lag; `step`: what a difference is for; `lacks`: why there are no marks."""

    factor: str
    name: str
    step: str
    marks: tuple[ForestMark, ...]
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForestPicture:
    """All factors beside one outcome; the axis goes from minus `reach` to `reach`, in the outcome's unit."""

    outcome: str
    title: str
    axis: str
    lags: tuple[str, ...]
    rows: tuple[ForestRow, ...]
    reach: float
    ticks: tuple[float, ...]

    @property
    def marks(self) -> tuple[ForestMark, ...]:
        """Every mark, from the top to the bottom."""
        return tuple(mark for row in self.rows for mark in row.marks)


def forest_pictures(found: Sequence[LinkFound], measures: Mapping[str, Measure]) -> tuple[ForestPicture, ...]:
    """A picture of each outcome with pairs: pain, sleep, others; factors as the diary lists them."""
    outcomes = sorted({one.outcome for one in found}, key=_outcome_order)
    return tuple(_picture(outcome, found, measures) for outcome in outcomes)


def _outcome_order(code: str) -> tuple[int, str]:
    return (0 if code == PAIN else 1 if code in SLEEP else 2), code


def _picture(outcome: str, found: Sequence[LinkFound], measures: Mapping[str, Measure]) -> ForestPicture:
    place = {code: at for at, code in enumerate(measures)}
    mine = sorted(
        (one for one in found if one.outcome == outcome),
        key=lambda one: (place.get(one.factor, len(place)), one.factor, one.lag, one.tier is Tier.OTHER),
    )
    rows = tuple(
        _row(factor, list(pairs), measures) for factor, pairs in groupby(mine, key=lambda one: one.factor)
    )
    reach = _reach([mark for row in rows for mark in row.marks])
    kind = outcome_kind(outcome)
    return ForestPicture(
        outcome=outcome,
        title=_title(outcome, measures),
        axis=say(f"links.forest.axis.{kind}"),
        lags=tuple(lag_words(outcome, lag) for lag in range(3)),
        rows=rows,
        reach=reach,
        ticks=_ticks(reach),
    )


def lag_words(outcome: str, lag: int) -> str:
    """The days between in a word or two: "next day", or "the next night" for sleep."""
    return say(f"links.short_lag_night.{lag}" if outcome in SLEEP else f"links.short_lag.{lag}")


def outcome_kind(outcome: str) -> str:
    """Which words fit an outcome: "pain", "sleep_quality", "sleep_min" or "other"."""
    return "pain" if outcome == PAIN else outcome if outcome in SLEEP else "other"


def _title(outcome: str, measures: Mapping[str, Measure]) -> str:
    if outcome == PAIN:
        return say("links.forest.pain")
    if outcome in SLEEP:
        return say("links.forest.sleep")
    return say("links.forest.other", name=measure_words(outcome, measures))


def _row(factor: str, pairs: Sequence[LinkFound], measures: Mapping[str, Measure]) -> ForestRow:
    marks = tuple(mark for one in pairs if (mark := _mark(one)) is not None)
    same = any(one.standing is LinkStanding.UNCHANGING for one in pairs)
    why = LinkStanding.UNCHANGING if same else LinkStanding.TOO_FEW
    return ForestRow(
        factor=factor,
        name=measure_words(factor, measures),
        step=step_words(pairs[0]),
        marks=marks,
        lacks="" if marks else say(f"links.standing.{why}"),
    )


def _mark(one: LinkFound) -> ForestMark | None:
    if one.coefficient is None or one.low is None or one.high is None:
        return None
    return ForestMark(
        found=one,
        lag=one.lag,
        coefficient=one.coefficient,
        low=one.low,
        high=one.high,
        called=one.is_called,
        hint=one.standing is LinkStanding.HINT,
        mine=one.tier is Tier.MINE,
    )


def step_words(one: LinkFound) -> str:
    """What a difference is for: "for each hour more", "with it, against without"."""
    if one.step in (Step.POINT, Step.YES_NO, Step.HOUR):
        return say(f"links.step.{one.step}")
    size = number(one.step_size)
    if one.unit:
        return say("links.step.size_unit", size=size, unit=one.unit)
    return say("links.step.size", size=size)


def is_night(code: str, measures: Mapping[str, Measure]) -> bool:
    """Whether a measure is of the night before its day."""
    return code in measures and measures[code].kept_in is EntryKind.NIGHT


def _reach(marks: Sequence[ForestMark]) -> float:
    """How far the axis goes: all coefficients, what stands out, and nine in ten of the other ranges."""
    if not marks:
        return 1.0
    bounds = sorted(max(abs(mark.low), abs(mark.high)) for mark in marks)
    most = max(abs(mark.coefficient) for mark in marks)
    called = max((max(abs(mark.low), abs(mark.high)) for mark in marks if mark.called), default=0.0)
    return max(most * REACH, max(called, bounds[(len(bounds) - 1) * 9 // 10]) * 1.05, STEPS[0])


def _ticks(reach: float) -> tuple[float, ...]:
    step = next((one for one in STEPS if reach / one <= MOST_TICKS), reach / 2)
    n = int(reach / step)
    return tuple(round(at * step, 4) for at in range(-n, n + 1))
