"""Before and after each start: treatments, procedures, and every step of a regular medicine's dose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.insight.findings.change import Compared
from diary.insight.findings.concurrent import Happening

if TYPE_CHECKING:
    from diary.insight.statistics.before_after import BeforeAfter

OUTCOMES = ("pain_average", "sleep_min")
"""What is compared before and after, fixed beforehand."""


class EffectStanding(StrEnum):
    """How far a before and after came, or why there is none.

    `rough_date`: its day is not known exactly. `outside`: there are no entries before, or after, its day.
    `disturbed`: something else changed too near. `no_days`: too few days passed yet, or before. Then as
    `before_after` says: `means_only` stand without a verdict, `tested` have one.
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
    `began_worse`: that week was worse than the days before it by half their SD or more, so that a fall back
    to the usual is likely whatever was begun. `settling_n` and `settling_mean` tell of the 14 days from the
    start on. `since_start` is the change from the 28 days before to the last 14 days.
    """

    measure: str
    result: BeforeAfter
    week_n: int
    week_mean: float | None
    began_worse: bool
    settling_n: int
    settling_mean: float | None
    since_start: Compared | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentEffect:
    """A start, what came after it beside what was before, and what else changed in the same time.

    `outcomes` by measure, empty for a rough date or one outside the entries; `standing` is that of
    pain_average. `concurrent` lies in the days compared, the week before and the settling days, or, where
    nothing could be compared, in the least that would have been (35 days before to 41 after), nearest first.
    `ended_before` and `ended_after` are what cut the days compared short on each side.
    """

    start: Happening
    standing: EffectStanding
    outcomes: Mapping[str, Outcome]
    concurrent: tuple[Happening, ...] = ()
    ended_before: tuple[Happening, ...] = ()
    ended_after: tuple[Happening, ...] = ()
