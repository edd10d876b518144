"""What goes with pain and with sleep, and what was asked of the numbers: two tiers that share the 5 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.insight.attributions import FactorSaid
from diary.insight.series import DailySeries
from diary.models.inquiry import LinkQuestion, link_key
from diary.models.records import Measure


class Tier(StrEnum):
    """Where a pair is counted: a question fixed before its numbers were seen, or everything else."""

    MINE = "mine"
    OTHER = "other"


class LinkStanding(StrEnum):
    """How far a pair came: too few days, tested with nothing clear, called on 42 to 83 pairs, on 84 or more.

    `unchanging`: enough days, but the factor or the outcome hardly differs between them.
    """

    TOO_FEW = "too_few"
    UNCHANGING = "unchanging"
    NOT_CLEAR = "not_clear"
    HINT = "hint"
    CLEAR = "clear"


class NoPain(StrEnum):
    """Why no pair has pain: nothing of it is noted, or only single moments, or only the day's worst.

    Moments are noted when it hurts, so the days with one are picked by the outcome; the worst of a day is
    one moment of it. Neither stands in for the day's average, which is what was fixed beforehand.
    """

    NOTHING = "nothing"
    MOMENTS_ONLY = "moments_only"
    WORST_ONLY = "worst_only"


class Step(StrEnum):
    """What a coefficient is for: a point of 0 to 10, yes against no, an hour, one of its unit, or its SD."""

    POINT = "point"
    YES_NO = "yes_no"
    HOUR = "hour"
    UNIT = "unit"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithWithout:
    """The plain means of the outcome on the days with a yes-or-no factor and on those without."""

    mean_with: float
    n_with: int
    mean_without: float
    n_without: int

    @property
    def difference(self) -> float:
        """The mean with less the mean without, in the outcome's unit."""
        return self.mean_with - self.mean_without


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFound:
    """One pair at one lag: what was looked at and what came of it; days are ordinals.

    `lag` is 0, 1 or 2. For pain, lag 0 of a night's measure is the night before the day (it belongs to that
    day). For sleep, lag 0 is the day that ends with that night: `day_shift` has it in day numbers.
    `coefficient`, `low` and `high` (95 %) are in units of the outcome for one step of the factor (`step`;
    `step_size` of the factor's own units; an SD is rounded to its first digit), after allowing for the day
    before, trend and weekend; `contrast` is plain, allows for none of these and may differ. `p` is the pair's
    own, `adjusted_p` allows for all pairs of its tier. `needs` is the smallest coefficient, either way, that
    would have been called. `days_lacking`, `yes_lacking` and `no_lacking` say what more it takes.
    """

    factor: str
    outcome: str
    lag: int
    day_shift: int
    tier: Tier
    standing: LinkStanding
    n: int
    n_yes: int | None = None
    n_no: int | None = None
    days_lacking: int = 0
    yes_lacking: int = 0
    no_lacking: int = 0
    step: Step = Step.UNIT
    step_size: float = 1.0
    unit: str | None = None
    coefficient: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    adjusted_p: float | None = None
    needs: float | None = None
    contrast: WithWithout | None = None
    question: str | None = None
    asked: int | None = None
    ended: int | None = None
    seen: int | None = None
    counted_since: int | None = None
    said: tuple[FactorSaid, ...] = ()

    @property
    def key(self) -> str:
        """Its name in settings and exports."""
        return link_key(self.factor, self.outcome, self.lag)

    @property
    def is_called(self) -> bool:
        """Whether it stands out after allowing for all that was looked at: a hint or clear."""
        return self.standing in (LinkStanding.HINT, LinkStanding.CLEAR)

    @property
    def direction(self) -> int:
        """1 where the outcome is higher with more of the factor, -1 where lower, 0 where nothing is known."""
        one = self.coefficient or 0.0
        return (one > 0) - (one < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TierNumbers:
    """What one tier looked at: `listed` pairs, `tested` of them; and what a finding there takes.

    `level` is its share of the 5 %. `takes_p` is the p that a single finding would need, `takes_r` the
    correlation that is with `typical_n` days (None where nothing was tested); `days_for_middling` are the
    days on which a correlation of 0.4 would show in 80 of 100 diaries.
    """

    tier: Tier
    listed: int
    tested: int
    level: float
    takes_p: float | None = None
    takes_r: float | None = None
    typical_n: int | None = None
    days_for_middling: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All pairs of one fixed period, `since` to `until` (ordinals): questions first, then everything else.

    `n` days with pain of `days`. `sleep` is the outcome that stands for sleep: `sleep_quality` where 42
    nights have it, else whichever of it and `sleep_min` has more, whatever they say; None without either.
    `factors` were looked at, `left_out` have no numbers (choices of words); `n_memory` late values are out.
    Measures of the night are not held against sleep, nor of the pain against each other; the day's pain is
    held against sleep. `no_pain` is why no pair has pain, None where the day's average is there on any day;
    `moment_days` are the days with moments of pain. `questions` put aside stay while a day on which they
    stood is in the period. A question asked after its numbers were seen counts only days from
    `counted_since` on; the same pair on all days stays in `others`, which go by factor, outcome and lag.
    """

    since: int
    until: int
    days: int
    n: int
    n_memory: int
    sleep: str | None
    factors: tuple[str, ...]
    left_out: tuple[str, ...]
    questions: tuple[LinkFound, ...]
    others: tuple[LinkFound, ...]
    mine: TierNumbers
    other: TierNumbers
    no_pain: NoPain | None = None
    moment_days: int = 0

    @property
    def listed(self) -> tuple[LinkFound, ...]:
        """Every pair, questions first."""
        return self.questions + self.others

    @property
    def found(self) -> tuple[LinkFound, ...]:
        """The clear ones, questions first."""
        return tuple(one for one in self.listed if one.standing is LinkStanding.CLEAR)

    @property
    def hints(self) -> tuple[LinkFound, ...]:
        """The early hints, questions first."""
        return tuple(one for one in self.listed if one.standing is LinkStanding.HINT)


def links(
    series: Mapping[str, DailySeries],
    measures: Mapping[str, Measure],
    questions: Sequence[LinkQuestion] = (),
    said: Sequence[FactorSaid] = (),
    *,
    since: int,
    until: int,
    tick: Callable[[], None] | None = None,
) -> Links:
    """Every pair of the days `since` to `until` (ordinals), tested in two tiers; `series` by code.

    What the person `said` of a factor stands beside its pairs with pain. `tick` is called often, may raise.
    """
    from diary.insight.findings.link_series import looked_at  # numpy, which the window starts without

    return looked_at(series, measures, questions, said, since, until, tick)


def newly_seen(links: Links, seen: Mapping[str, str], today: int) -> dict[str, str]:
    """The setting `links_seen` after these numbers were on the screen on `today`; old days stay as they are.

    Seen are all pairs whose coefficient is there, open questions too: put aside and asked once more, they
    had been seen. The same mapping where nothing is new.
    """
    day = date.fromordinal(today).isoformat()
    return {one.key: day for one in links.listed if one.coefficient is not None} | dict(seen)
