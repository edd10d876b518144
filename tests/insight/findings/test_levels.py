"""The one change of level and what else changed around it, and the trials as planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from diary.insight.findings.concurrent import happenings
from diary.insight.findings.days import days_of, fixed_period
from diary.insight.findings.levels import LevelChange, level_change
from diary.insight.findings.trials import trial_findings
from diary.insight.statistics.blocks import Standing
from diary.insight.statistics.shift import Shift, ShiftStanding
from diary.models.finding_rows import FindingRows
from diary.models.inquiry import Trial
from tests.insight.findings.made import block, event, given, pains, wave
from tests.insight.rows import MONDAY, value


def level(rows: FindingRows) -> LevelChange:
    days = days_of(rows.period)
    tested = fixed_period(days)
    assert tested is not None
    return level_change(days, "pain_average", tested, happenings(rows))


def test_a_clear_change_is_dated_and_what_lies_near_is_named() -> None:
    noise = np.random.default_rng(8).normal(0, 1, 200)
    numbers = [float(round(7 - 3 * (day >= 120) + one)) for day, one in enumerate(noise)]
    found = level(given(pains(numbers), 200, procedures=[block(120)], life_events=[event(20)]))
    assert found.shift.found
    assert found.day is not None
    assert abs(found.day - MONDAY - 120) <= 7
    assert [one.uid for one in found.concurrent] == ["block"]


def test_a_change_without_a_date_worth_the_name_names_nothing() -> None:
    plain = Shift(n=200, days=300, standing=ShiftStanding.SEARCHED, found=True, at=150)
    for give_or_take, dated in ((7, True), (31, True), (32, False), (None, False)):
        found = LevelChange(
            measure="pain_average",
            since=MONDAY,
            until=MONDAY + 299,
            shift=replace(plain, give_or_take_days=give_or_take),
            day=MONDAY + 150,
        )
        assert found.is_dated is dated


def test_a_flat_diary_has_none() -> None:
    found = level(given([*pains(wave(100)), value(100, 9, late="memory")], 101))
    assert (found.shift.found, found.day, found.concurrent, found.n_memory) == (False, None, (), 1)


def test_a_level_counts_its_days_from_the_measures_first_day() -> None:
    noise = np.random.default_rng(8).normal(0, 1, 160)
    numbers = [float(round(7 - 3 * (day >= 80) + one)) for day, one in enumerate(noise)]
    found = level(given([value(0, 3, "mood"), *(value(40 + at, one) for at, one in enumerate(numbers))], 200))
    assert (found.since, found.shift.n, found.shift.days) == (MONDAY + 40, 160, 160)
    assert found.day is not None
    assert abs(found.day - MONDAY - 120) <= 7


def test_the_fixed_period_ends_with_the_last_entry_and_is_a_year_at_most() -> None:
    tested = fixed_period(days_of(given(pains(wave(500)), 520).period))
    assert tested is not None
    assert (tested.days, tested.until) == (365, MONDAY + 499)
    assert fixed_period(days_of(given([], 3).period)) is None


def trial(**more: object) -> Trial:
    told = {
        "uid": "trial",
        "name": "Patch",
        "a": "Patch",
        "b": "No patch",
        "outcome": "pain_average",
        "order": ("AB", "BA", "AB"),
        "block_days": 7,
        "wash_out_days": 2,
        "start": date.fromordinal(MONDAY + 10),
        "planned": date.fromordinal(MONDAY),
        "seed": 1,
    }
    return Trial(**{**told, **more})  # type: ignore[arg-type]  # fields by name


def test_a_trial_shows_its_result_only_when_it_is_over() -> None:
    by_block = [4.0, 6.0, 6.0, 4.0, 4.0, 6.0]
    numbers = [5.0] * 10 + [one + (day % 2) / 4 for one in by_block for day in range(7)] + [5.0, 5.0]
    rows = given(pains(numbers), len(numbers))
    (found,) = trial_findings([trial()], days_of(rows.period))
    assert [one.treatment for one in found.blocks] == list("ABBAAB")
    assert found.result.standing is Standing.DONE
    assert found.result.difference is not None
    assert abs(found.result.difference - 2) < 0.2
    early = given(pains(numbers[:30]), 30)
    (running,) = trial_findings([trial()], days_of(early.period))
    assert (running.result.standing, running.result.difference) == (Standing.RUNNING, None)


def test_a_trial_that_was_stopped_counts_what_was_complete() -> None:
    rows = given(pains(wave(80)), 80)
    (found,) = trial_findings([trial(stopped=date.fromordinal(MONDAY + 25))], days_of(rows.period))
    assert (found.result.standing, found.result.n_pairs) == (Standing.TOO_FEW, 1)


def test_the_latest_trial_comes_first() -> None:
    rows = given(pains(wave(10)), 10)
    later = trial(uid="later", start=date.fromordinal(MONDAY + 100))
    found = trial_findings([trial(), later], days_of(rows.period))
    assert [one.trial.uid for one in found] == ["later", "trial"]
