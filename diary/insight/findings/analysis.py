"""Everything the findings say of a diary, in one frozen piece: behind the faces of Trends and the summary.

`analyse` does all of it. What depends on the days shown alone is quick: keep what `prepare` and
`whole_diary` gave, and ask `of_range` again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from diary.insight.attributions import FactorSaid, all_said
from diary.insight.findings.attacks import Attacks, attacks
from diary.insight.findings.change import Change, change
from diary.insight.findings.concurrent import Happening, happenings
from diary.insight.findings.days import Days, Period, days_of, fixed_period
from diary.insight.findings.effects import TreatmentEffect, treatment_effects
from diary.insight.findings.figures import Figures, WorstFigures, figures, worst_figures
from diary.insight.findings.kinds import Kinds, kinds
from diary.insight.findings.levels import LevelChange, level_change
from diary.insight.findings.links import Links, links
from diary.insight.findings.patterns import Hours, Weekdays, hours, weekdays
from diary.insight.findings.trials import TrialFinding, trial_findings
from diary.insight.findings.use import Use, use
from diary.insight.relief import ReliefNumbers, TakenDose, relief
from diary.insight.worst import DayWorst, WorstDays, worst_days
from diary.models.finding_rows import FindingRows
from diary.models.story import Attribution
from diary.models.views import AnswerRow, AreaRow, PeriodRows, ValueRow

T = TypeVar("T")
Row = TypeVar("Row", ValueRow, AreaRow, AnswerRow)
Tick = Callable[[], None]

PAIN = ("pain_average", "pain_now", "pain_worst")
"""What may stand for pain in a pattern or a change of level, see `main_pain`."""

ENOUGH_PAIN = 42
"""With so many days of average pain something can be told of them: nothing else stands in for it then."""

BY_HOUR = ("pain_now", "pain_peak")
"""What moments say of the pain at a time of day."""

YEAR = 366
"""How many days are worked on between two ticks."""

SHARES = {"days": 0.1, "effects": 0.05, "links": 0.3, "patterns": 0.15, "level": 0.3, "range": 0.1}
"""How much of the work each part is, about; they sum to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All findings; `since` to `until` (ordinals) are the days shown, `tested` the fixed period.

    `figures` and `changes` by measure, `worst`, `kinds`, `attacks` and `use` follow the days shown. `links`,
    `weekdays`, `hours` and `level` look at the fixed period. `effects`, newest first, `relief` (by treatment)
    and `trials` look at the whole diary. None and empty where there is nothing to say, as in a new diary.
    """

    since: int
    until: int
    today: int
    tested: Period | None = None
    figures: Mapping[str, Figures] = field(default_factory=dict)
    worst: WorstFigures | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    effects: tuple[TreatmentEffect, ...] = ()
    level: LevelChange | None = None
    relief: Mapping[str, ReliefNumbers] = field(default_factory=dict)
    links: Links | None = None
    weekdays: Weekdays | None = None
    hours: Hours | None = None
    kinds: Kinds | None = None
    attacks: Attacks | None = None
    use: Use | None = None
    trials: tuple[TrialFinding, ...] = ()

    @property
    def comparisons(self) -> int:
        """How many before and afters were tested: with many, one may stand out by chance."""
        return sum(one.result.verdict is not None for each in self.effects for one in each.outcomes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The rows as series, the worst of each day and what happened besides: what every part starts from."""

    rows: FindingRows
    days: Days
    worst: WorstDays
    happened: Sequence[Happening]


class Progress:
    """Tells how far an analysis is, 0 to 1 and never back; what `told` raises goes through."""

    def __init__(self, told: Callable[[float], None] | None = None) -> None:
        self._told = told
        self._done = 0.0

    def part(self, share: float) -> Tick:
        """A tick for a part that is `share` of the work; the next part goes on where its share ends."""
        since, calls = self._done, 0
        self._done += share

        def tick() -> None:
            nonlocal calls
            calls += 1
            self._tell(since + share * calls / (calls + 8))

        return tick

    def end(self) -> None:
        """Tell that all is done."""
        self._tell(1.0)

    def _tell(self, done: float) -> None:
        if self._told:
            self._told(min(1.0, done))


def analyse(
    rows: FindingRows, since: int, until: int, tick: Callable[[float], None] | None = None
) -> Analysis:
    """All findings of a diary with the days `since` to `until` (ordinals) shown.

    `rows` should hold the whole diary. `tick` is told how much is done (0 to 1), at least every 50 ms or so;
    what it raises goes through. The same rows and `today` always give the same.
    """
    progress = Progress(tick)
    prepared = prepare(rows, progress)
    found = of_range(whole_diary(prepared, progress), prepared, since, until, progress)
    progress.end()
    return found


def prepare(rows: FindingRows, progress: Progress | None = None) -> Prepared:
    """The rows as series, once for all parts."""
    tick = (progress or Progress()).part(SHARES["days"])
    _load(tick)
    days = days_of(rows.period, tick)
    return Prepared(rows=rows, days=days, worst=_worst(days.rows, tick), happened=happenings(rows))


def _load(tick: Tick) -> None:
    """Load what the numbers take, which is the longest single piece of a first analysis, bit by bit."""
    tick()
    import numpy  # noqa: F401

    tick()
    from diary.insight.statistics import distributions  # noqa: F401

    tick()
    from diary.insight.findings import link_series  # noqa: F401

    tick()


def _worst(rows: PeriodRows, tick: Tick) -> WorstDays:
    """The worst of each day, worked out a year at a time."""
    values, areas, answers = (
        sorted(rows.values, key=_day),
        sorted(rows.areas, key=_day),
        sorted(rows.answers, key=_day),
    )
    found: list[DayWorst] = []
    for since in range(rows.since, rows.until + 1, YEAR):
        tick()
        until = since + YEAR - 1
        found += worst_days(
            _between(values, since, until), _between(areas, since, until), _between(answers, since, until)
        ).days
    return WorstDays(days=tuple(found))


def _between(rows: Sequence[Row], since: int, until: int) -> Sequence[Row]:
    return rows[bisect_left(rows, since, key=_day) : bisect_right(rows, until, key=_day)]


def _day(row: Row) -> int:
    return row.day


def whole_diary(prepared: Prepared, progress: Progress | None = None) -> Analysis:
    """What does not depend on the days shown: all that is tested, before and after, relief and trials."""
    progress = progress or Progress()
    rows, days = prepared.rows, prepared.days
    tested = fixed_period(days)
    plain = Analysis(
        since=days.rows.since,
        until=days.rows.until,
        today=days.rows.today,
        tested=tested,
        relief=_relief(rows),
        trials=trial_findings(rows.trials, days),
    )
    if tested is None:
        return plain
    plain = replace(
        plain, effects=treatment_effects(prepared.happened, days, progress.part(SHARES["effects"]))
    )
    plain = _with_patterns(plain, days, tested, progress.part(SHARES["patterns"]))
    found = fixed_links(rows, days, tested, progress.part(SHARES["links"]))
    pain = main_pain(days, tested)
    level = progress.part(SHARES["level"])
    return replace(
        plain,
        links=found,
        level=level_change(days, pain, tested, prepared.happened, level) if pain else None,
    )


def fixed_links(rows: FindingRows, days: Days, tested: Period, tick: Tick | None = None) -> Links:
    """Every pair of the fixed period `tested`, with what the person said of the factors."""
    return links(
        days.series,
        days.rows.measures,
        rows.link_questions,
        _said(rows, tested),
        since=tested.since,
        until=tested.until,
        tick=tick,
    )


def _relief(rows: FindingRows) -> dict[str, ReliefNumbers]:
    """The pain around the doses of each medicine that has any answer, by its uid."""
    doses = (
        TakenDose(uid=one.uid, treatment=one.treatment, day=one.day, lateness=one.lateness)
        for one in rows.doses
    )
    return {uid: one for uid, one in relief(doses, rows.reliefs).items() if one.any}


def _with_patterns(plain: Analysis, days: Days, tested: Period, tick: Tick) -> Analysis:
    pain = main_pain(days, tested)
    moments = [days.series[code] for code in BY_HOUR if code in days.series]
    return replace(
        plain,
        weekdays=weekdays(days.series[pain], tested.since, tested.until, tick) if pain else None,
        hours=hours(moments, tested.since, tested.until, tick),
    )


def main_pain(days: Days, tested: Period) -> str | None:
    """What stands for pain in a period, None where it has none: by how many days, never by what they say.

    The average of the day where 42 days have it, as moments are noted when it hurts; else what has most days.
    """
    counts = {
        code: len(days.series[code].between(tested.since, tested.until).counted())
        for code in PAIN
        if code in days.series
    }
    if counts.get(PAIN[0], 0) >= ENOUGH_PAIN:
        return PAIN[0]
    found = max(counts, key=lambda code: counts[code], default=None)
    return found if found is not None and counts[found] else None


def _said(rows: FindingRows, tested: Period) -> tuple[FactorSaid, ...]:
    """What the person thinks factors did, on the days that are tested."""
    inside = (
        row
        for row in rows.attributions
        if isinstance(row[0], Attribution) and tested.since <= row[0].day.toordinal() <= tested.until
    )
    return all_said(inside, rows.attribution_helpers).factors


def of_range(
    whole: Analysis, prepared: Prepared, since: int, until: int, progress: Progress | None = None
) -> Analysis:
    """The same analysis with everything that follows the days shown, worked out for these days."""
    rows, days = prepared.rows, prepared.days
    tick = (progress or Progress()).part(SHARES["range"])
    shown = replace(whole, since=since, until=until)
    if days.rows.first is None:
        return shown
    period = Period(max(since, days.rows.first), min(until, days.rows.today))
    today = days.rows.today
    return replace(
        shown,
        figures=all_figures(days, Period(since, until), tick),
        worst=worst_figures(prepared.worst, period),
        changes=all_changes(days, period, tick),
        kinds=kinds(
            days.rows.areas, days.rows.answers, rows.sites, since=since, until=until, today=today, tick=tick
        ),
        attacks=attacks(days.rows, days.series, rows.ends, since=since, until=until, tick=tick),
        use=use(
            rows.treatments, rows.doses, days.rows.answers, since=since, until=until, today=today, tick=tick
        ),
    )


def all_figures(days: Days, shown: Period, tick: Tick | None = None) -> dict[str, Figures]:
    """The figures of every measure that has a value on these days, in the diary's order."""
    return _of_each(days, shown, figures, tick)


def all_changes(days: Days, shown: Period, tick: Tick | None = None) -> dict[str, Change]:
    """The changes of every measure that can be averaged and has a value on these days."""
    return _of_each(days, shown, change, tick)


def _of_each(
    days: Days, shown: Period, of: Callable[[Days, str, Period], T | None], tick: Tick | None
) -> dict[str, T]:
    found = {}
    for code in days.series:
        if tick:
            tick()
        told = of(days, code, shown)
        if told is not None:
            found[code] = told
    return found
