"""What must hold of the findings of any diary: dates, order, late notes, helpers and days to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any

import numpy as np
from hypothesis import given as given_by
from hypothesis import settings
from hypothesis import strategies as st

from diary.insight.findings.analysis import Analysis, analyse
from diary.models.care import DoseStep, Procedure, Treatment
from diary.models.finding_rows import FindingRows
from diary.models.inquiry import LinkQuestion
from diary.models.own_first import own_first_values
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from diary.models.views import DoseRow, PeriodRows, ReliefRow, ValueRow
from tests.insight.findings.made import block, event
from tests.insight.rows import MONDAY, area, entry, period, places, value
from tests.insight.treatment_records import as_needed_one, medicine, step

DAYS = 200
CODES = ("pain_average", "pain_worst", "stress", "fatigue", "steps", "alcohol", "good_moment")
NIGHTS = ("sleep_min", "sleep_quality")

SEEDS = settings(max_examples=6, deadline=None, derandomize=True)


def numbers(seed: int, days: int = DAYS) -> list[ValueRow]:
    """A diary of many measures, a fifth of the days without each, memory notes among them."""
    rng = np.random.default_rng(seed)
    found = []
    for code in (*CODES, *NIGHTS):
        high = 2 if code in ("alcohol", "good_moment") else 11
        for day in range(days):
            if rng.random() > 0.2:
                late = "memory" if rng.random() < 0.05 else "same_day"
                kind = "night" if code in NIGHTS else "day"
                found.append(value(day, float(rng.integers(high)), code, kind=kind, late=late))
    for day in range(0, days, 3):
        for hour in (9, 19):
            number = float(rng.integers(1, 11))
            found.append(
                value(day, number, "pain_now", kind="moment", hour=hour, entry=f"moment{day}-{hour}")
            )
    return found


@cache
def diary(seed: int) -> FindingRows:
    """The numbers with treatments, events, places, doses and a question beside them."""
    rows = period(
        numbers(seed),
        DAYS,
        areas=tuple(area(day, day % 7) for day in range(0, DAYS, 4)),
        answers=tuple(places(day) for day in range(0, DAYS, 4)),
    )
    return FindingRows(
        period=rows,
        treatments=[medicine(), as_needed_one()],
        steps=[step(60, 30), step(74, 60)],
        procedures=[block(130)],
        life_events=[event(150)],
        doses=[
            DoseRow(MONDAY + day, "t", None, 50, "mg", "same_day", f"d{day}") for day in range(5, DAYS, 9)
        ],
        reliefs=[
            ReliefRow(f"d{day}", after, 5, "same_day") for day in range(5, DAYS, 9) for after in (0, 60)
        ],
        link_questions=[question()],
    )


def question(day: int = 0) -> LinkQuestion:
    asked = date.fromordinal(MONDAY + day)
    return LinkQuestion(uid="q", factor="stress", outcome="pain_average", lag=1, asked=asked)


def told(rows: FindingRows) -> Analysis:
    """All findings with every day shown."""
    return analyse(rows, rows.period.since, rows.period.until)


def counted_numbers(found: Analysis) -> tuple[Any, ...]:
    """Everything that is tested or averaged, without the counts of what was left out."""
    return (
        [replace(one, n_memory=0, mean_with_memory=None) for one in found.figures.values()],
        None if found.worst is None else replace(found.worst, n_memory=0),
        found.changes,
        found.effects,
        None if found.level is None else replace(found.level, n_memory=0),
        None if found.links is None else replace(found.links, n_memory=0),
        None if found.weekdays is None else replace(found.weekdays, n_memory=0),
        None if found.hours is None else replace(found.hours, n_memory=0),
        None if found.attacks is None else replace(found.attacks, n_memory=0),
    )


def later(one: Any, by: int) -> Any:
    """The same result or record with every day `by` days later."""
    if isinstance(one, Rough):
        return Rough.of(one.first + timedelta(days=by)) if one.is_exact else one
    if isinstance(one, date):
        return one + timedelta(days=by)
    if isinstance(one, bool | Enum | str | float) or one is None:
        return one
    if isinstance(one, int):
        return one + by if one > MONDAY - 1000 else one
    if is_dataclass(one) and not isinstance(one, type):
        return replace(one, **{each.name: later(getattr(one, each.name), by) for each in fields(one)})
    if isinstance(one, dict):
        return {later(key, by): later(each, by) for key, each in one.items()}
    if isinstance(one, tuple) and hasattr(one, "_fields"):
        return type(one)(*(later(each, by) for each in one))
    return type(one)(later(each, by) for each in one)


def moved(rows: FindingRows, by: int) -> FindingRows:
    """The same diary `by` days later; the moments' own clock goes with their days."""

    def at(row: ValueRow) -> ValueRow:
        text = row.at and date.fromordinal(row.day + by).isoformat() + row.at[10:]
        return row._replace(day=row.day + by, at=text)

    one = rows.period
    days = PeriodRows(
        since=one.since + by,
        until=one.until + by,
        today=one.today + by,
        first=one.first and one.first + by,
        last=one.last and one.last + by,
        measures=one.measures,
        first_days=later(dict(one.first_days), by),
        values=[at(row) for row in one.values],
        areas=later(list(one.areas), by),
        answers=later(list(one.answers), by),
        entries=later(list(one.entries), by),
    )
    kept: dict[str, Sequence[Treatment | DoseStep | Procedure | LifeEvent | DoseRow | LinkQuestion]] = {
        "treatments": rows.treatments,
        "steps": rows.steps,
        "procedures": rows.procedures,
        "life_events": rows.life_events,
        "doses": rows.doses,
        "link_questions": rows.link_questions,
    }
    return replace(rows, period=days, **{name: later(list(each), by) for name, each in kept.items()})


@SEEDS
@given_by(seed=st.integers(0, 10_000), weeks=st.sampled_from([1, 5]))
def test_the_same_diary_some_weeks_later_tells_the_same_on_later_days(seed: int, weeks: int) -> None:
    found = told(moved(diary(seed), 7 * weeks))
    before = later(told(diary(seed)), 7 * weeks)
    for each in fields(Analysis):
        if each.name not in ("use", "kinds"):  # by calendar month
            assert bool(getattr(found, each.name) == getattr(before, each.name)), each.name


@SEEDS
@given_by(seed=st.integers(0, 10_000))
def test_the_order_of_the_rows_says_nothing(seed: int) -> None:
    rows, rng = diary(seed), np.random.default_rng(seed)

    def mixed(some: Sequence[Any]) -> list[Any]:
        return [some[at] for at in rng.permutation(len(some))]

    days = rows.period._replace(
        values=mixed(rows.period.values),
        areas=mixed(rows.period.areas),
        answers=mixed(rows.period.answers),
        entries=mixed(rows.period.entries),
    )
    others = {"procedures": rows.procedures, "life_events": rows.life_events, "doses": rows.doses}
    mixed_ones: dict[str, Any] = {name: mixed(each) for name, each in others.items()}
    found = replace(rows, period=days, reliefs=mixed(rows.reliefs), **mixed_ones)
    mixed_up, before = told(found), told(rows)
    assert [
        one.name for one in fields(Analysis) if getattr(mixed_up, one.name) != getattr(before, one.name)
    ] == []


@SEEDS
@given_by(seed=st.integers(0, 10_000), worst=st.sampled_from([0.0, 10.0]))
def test_memory_notes_change_no_number_that_is_tested(seed: int, worst: float) -> None:
    rows = diary(seed)
    held = {(row.day, row.measure) for row in rows.period.values if row.kind != "moment"}
    absent = [
        value(day, worst, code, kind="night" if code in NIGHTS else "day", late="memory", entry=f"late{day}")
        for code in (*CODES, *NIGHTS)
        for day in range(DAYS)
        if (MONDAY + day, code) not in held
    ]
    absent += [
        value(day, worst, "pain_now", kind="moment", late="memory", hour=4, entry=f"late{day}")
        for day in range(DAYS)
    ]
    noted = replace(rows, period=rows.period._replace(values=[*rows.period.values, *absent]))
    other = [row._replace(value=worst) if row.lateness == "memory" else row for row in noted.period.values]
    changed = replace(rows, period=rows.period._replace(values=other))
    before = counted_numbers(told(rows))
    assert all(one == other for one, other in zip(counted_numbers(told(noted)), before, strict=True))
    assert all(one == other for one, other in zip(counted_numbers(told(changed)), before, strict=True))


@SEEDS
@given_by(seed=st.integers(0, 10_000))
def test_a_helpers_value_never_counts_where_the_persons_own_stands(seed: int) -> None:
    rows = diary(seed)
    own = [row for row in rows.period.values if row.lateness != "memory"]
    helper = [
        row._replace(value=10 - (row.value or 0), entry=f"helped-{row.entry}", lateness="same_day")
        for row in own
    ]
    helped = {row.entry: "author-partner" for row in helper}
    both = [one for pair in zip(helper, own, strict=True) for one in pair]
    alone = replace(rows, period=rows.period._replace(values=own))
    together = replace(rows, period=rows.period._replace(values=own_first_values(both, helped)))
    pairs = zip(counted_numbers(told(together)), counted_numbers(told(alone)), strict=True)
    assert all(one == other for one, other in pairs)  # a whole difference takes minutes to print


@SEEDS
@given_by(seed=st.integers(0, 10_000), ahead=st.integers(1, 40))
def test_a_day_to_come_never_counts(seed: int, ahead: int) -> None:
    rows = diary(seed)
    to_come = [
        value(day, 10.0, code, kind="night" if code in NIGHTS else "day")
        for code in (*CODES, *NIGHTS)
        for day in range(DAYS, DAYS + ahead)
    ]
    days = rows.period._replace(
        values=[*rows.period.values, *to_come],
        entries=[*rows.period.entries, *(entry(day) for day in range(DAYS, DAYS + ahead))],
        until=rows.period.until + ahead,
        last=MONDAY + DAYS + ahead - 1,
    )
    found, before = told(replace(rows, period=days)), told(rows)
    assert found.tested == before.tested
    assert [(one.n, one.mean) for one in found.figures.values()] == [
        (one.n, one.mean) for one in before.figures.values()
    ]
    assert (found.links, found.level, found.weekdays, found.hours, found.effects) == (
        before.links,
        before.level,
        before.weekdays,
        before.hours,
        before.effects,
    )
