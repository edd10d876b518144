"""All simple numbers of a period in one piece: behind Trends, the report and `summary --json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from diary.insight.completeness import Completeness, completeness
from diary.insight.nights import with_computed
from diary.insight.places import PlaceDays, place_days
from diary.insight.series import DailySeries, Summary, daily, longest_nights, summary
from diary.insight.weeks import Week, weekly
from diary.insight.worst import SEVERE, WorstDays, worst_days
from diary.models.codes import MeasureKind
from diary.models.records import Measure
from diary.models.views import PeriodRows, ValueRow

PLACES = 3
"""Numbers in JSON are rounded to this many places; the picture behind them is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureNumbers:
    """One measure in a period: day by day, week by week, and in short."""

    measure: Measure
    series: DailySeries
    weeks: tuple[Week, ...]
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodNumbers:
    """The numbers of the days `since` to `until` (ordinals); `measures` by code, in the diary's order."""

    since: int
    until: int
    today: int
    measures: Mapping[str, MeasureNumbers]
    worst: WorstDays
    places: PlaceDays
    completeness: Completeness

    def numbers(self, code: str) -> MeasureNumbers | None:
        """The numbers of one measure, or None where it has no value in the period."""
        return self.measures.get(code)


def all_series(
    rows: PeriodRows, *, with_memory: bool = False, tick: Callable[[], None] | None = None
) -> dict[str, DailySeries]:
    """The daily series of every measure in `rows`, in the diary's order; `tick` is called for each."""
    groups: dict[str, list[ValueRow]] = {}
    for row in rows.values:
        groups.setdefault(row.measure, []).append(row)
    longest = longest_nights(groups.get("sleep_min", ()))
    found = {}
    for code in (*rows.measures, *sorted(groups.keys() - rows.measures.keys())):
        if code not in groups:
            continue
        if tick:
            tick()
        found[code] = daily(
            groups[code],
            code,
            rows.since,
            rows.until,
            rows.today,
            rows.first_days.get(code),
            with_memory=with_memory,
            longest=longest,
        )
    return found


def measure_numbers(measure: Measure, series: DailySeries) -> MeasureNumbers:
    """The numbers of one series; weekly means only where values are numbers that can be averaged."""
    yes_no = measure.kind is MeasureKind.YES_NO
    return MeasureNumbers(
        measure=measure,
        series=series,
        weeks=() if yes_no else weekly(series),
        summary=summary(series, yes_no=yes_no),
    )


def summarise(rows: PeriodRows, *, with_memory: bool = False) -> PeriodNumbers:
    """All numbers of a period; `rows` must hold exactly the period's days."""
    rows = with_computed(rows)
    series = all_series(rows, with_memory=with_memory)
    return PeriodNumbers(
        since=rows.since,
        until=rows.until,
        today=rows.today,
        measures={
            code: measure_numbers(rows.measures[code], one)
            for code, one in series.items()
            if code in rows.measures
        },
        worst=worst_days(rows.values, rows.areas, rows.answers, with_memory=with_memory),
        places=place_days(rows.areas, rows.answers, with_memory=with_memory),
        completeness=completeness(rows.entries, rows.since, rows.until, rows.today, rows.first),
    )


def period_summary(numbers: PeriodNumbers) -> dict[str, object]:
    """The numbers as plain JSON values: per measure n, N, mean, minimum, maximum, weeks, daily values."""
    complete, places = numbers.completeness, numbers.places
    return {
        "from": _iso(numbers.since),
        "to": _iso(numbers.until),
        "today": _iso(numbers.today),
        "measures": {code: _measure(one) for code, one in numbers.measures.items()},
        "worst_pain": {
            "n": numbers.worst.n,
            "N": complete.days,
            "n_memory": numbers.worst.n_memory,
            "n_from_moments_or_places_only": numbers.worst.n_told_by_others,
            f"days_{SEVERE}_or_more": numbers.worst.at_least(),
            "daily": [
                {
                    "day": _iso(one.day),
                    "value": _number(one.value),
                    "from": str(one.source),
                    "memory": one.memory,
                }
                for one in numbers.worst.days
            ],
        },
        "places": {
            "n": places.n,
            "nothing_hurts": places.n_nothing,
            "qualities": dict(places.qualities),
            "own_words": dict(places.own_words),
            "regions": dict(places.regions),
        },
        "completeness": _complete(complete),
    }


def _complete(complete: Completeness) -> dict[str, object]:
    gap = complete.longest_gap
    return {
        "N": complete.days,
        "same_day": complete.same_day,
        "next_day": complete.next_day,
        "later": complete.later,
        "memory": complete.memory,
        "imported": complete.imported,
        "only_nights": complete.only_nights,
        "only_moments": complete.only_moments,
        "nights": complete.nights,
        "moments": complete.moments,
        "changed": complete.changed,
        "without_entry": complete.without,
        "longest_gap": None
        if gap is None
        else {"from": _iso(gap.first), "to": _iso(gap.last), "days": gap.days},
    }


def _measure(one: MeasureNumbers) -> dict[str, object]:
    told, measure = one.summary, one.measure
    return {
        "kind": str(measure.kind),
        "label": measure.label,
        "unit": measure.unit,
        "n": told.n,
        "n_answered": told.n_answered,
        "N": told.days,
        "N_from": _iso(told.from_day),
        "mean": _number(told.mean),
        "minimum": _number(told.minimum),
        "maximum": _number(told.maximum),
        "from_moments": told.by_moment,
        "n_moments": told.n_moments,
        "n_memory": told.n_memory,
        "n_imported": told.n_imported,
        "n_changed": told.n_changed,
        "words": dict(told.words),
        "weeks": [
            {"monday": _iso(week.monday), "n": week.n, "mean": _number(week.mean)} for week in one.weeks
        ],
        "daily": _rows(one.series.values),
        "moments": _rows(one.series.moments),
    }


def _rows(rows: Iterable[ValueRow]) -> list[dict[str, object]]:
    return [
        {
            "day": _iso(row.day),
            "value": _number(row.value),
            "text": row.text,
            "lateness": row.lateness,
            "changed": bool(row.changed),
            "source": row.source,
            "computed": row.computed,
        }
        for row in rows
    ]


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
