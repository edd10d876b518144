"""Before and after each start: what is compared, what is named instead, and why there is nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from diary.insight.findings.concurrent import Changed, happenings
from diary.insight.findings.days import days_of
from diary.insight.findings.effects import EffectStanding, TreatmentEffect, treatment_effects
from diary.insight.statistics.before_after import Verdict
from diary.models.rough import Rough
from tests.insight.findings.made import block, event, given, on, pains, session
from tests.insight.rows import MONDAY, value
from tests.insight.treatment_records import medicine, step


def effects(numbers: list[float], **rows: Any) -> tuple[TreatmentEffect, ...]:
    found = given(pains(numbers), len(numbers), **rows)
    return treatment_effects(happenings(found), days_of(found.period))


def falling(at: int, days: int = 200, by: float = 2.0) -> list[float]:
    """Noise around 6 that is lower from a day on."""
    noise = np.random.default_rng(3).normal(0, 1, days)
    return [round(float(6 + one - by * (day >= at)), 1) for day, one in enumerate(noise)]


def test_an_undisturbed_start_is_compared_and_its_days_are_dates() -> None:
    (found,) = effects(falling(100), procedures=[block(100)])
    told = found.outcomes["pain_average"]
    assert found.standing is EffectStanding.TESTED
    assert told.result.verdict is Verdict.LOWER
    assert (told.result.before_until, told.result.after_since) == (MONDAY + 92, MONDAY + 114)
    assert (told.result.before_days, told.result.after_days) == (84, 84)
    assert (told.week_n, told.settling_n, told.days_lacking) == (7, 14, 0)
    assert told.since_start is not None
    assert told.since_start.points is not None
    assert told.since_start.points < -1
    assert (found.concurrent, found.ended_before, found.ended_after) == ((), (), ())


def test_no_change_is_told_as_none_that_is_clear() -> None:
    (found,) = effects(falling(100, by=0), procedures=[block(100)])
    assert found.outcomes["pain_average"].result.verdict is Verdict.NO_CLEAR_CHANGE


def test_sleep_is_compared_as_well_and_alone_gives_no_verdict_on_pain() -> None:
    rows = given(
        [value(day, 300 + day % 50, "sleep_min") for day in range(200)], 200, procedures=[block(100)]
    )
    (found,) = treatment_effects(happenings(rows), days_of(rows.period))
    assert set(found.outcomes) == {"sleep_min"}
    assert found.standing is EffectStanding.NO_DAYS


def test_a_rough_date_has_no_before_and_after() -> None:
    for rough in (Rough(2026, 12), Rough(2019, about=True), Rough(2026, 12, 10, about=True)):
        (found,) = effects(falling(100), procedures=[block(rough)])
        assert (found.standing, dict(found.outcomes)) == (EffectStanding.ROUGH_DATE, {})


def test_a_start_before_the_diary_lies_outside_it() -> None:
    (found,) = effects(falling(100), procedures=[block(-30)])
    assert found.standing is EffectStanding.OUTSIDE


def test_another_start_too_near_is_named_and_two_means_stand_without_a_verdict() -> None:
    numbers = falling(100)
    later, first = effects(numbers, procedures=[block(100), block(110, "second")])
    assert (first.standing, later.standing) == (EffectStanding.DISTURBED, EffectStanding.DISTURBED)
    assert [one.uid for one in first.concurrent] == ["second"]
    assert [one.uid for one in later.concurrent] == ["block"]
    told = first.outcomes["pain_average"]
    assert (told.days_lacking, told.result.verdict, told.result.low) == (None, None, None)
    assert (told.result.before_since, told.result.after_until) == (MONDAY + 65, MONDAY + 141)
    assert told.result.before_mean == pytest.approx(sum(numbers[65:93]) / 28)
    assert told.result.after_mean == pytest.approx(sum(numbers[114:142]) / 28)


def test_all_that_changed_in_the_days_shown_is_named() -> None:
    others = [event(70, "Moved house"), event(105, "New job"), event(130, "Away"), event(160, "Later")]
    found = effects(falling(100), procedures=[block(100)], life_events=others)[0]
    assert found.standing is EffectStanding.DISTURBED
    assert [one.name for one in found.concurrent] == ["New job", "Moved house", "Away"]


def test_too_few_days_after_a_disturbed_start_have_no_means() -> None:
    (found,) = effects(falling(100, days=117), procedures=[block(100)], life_events=[event(90)])
    assert found.standing is EffectStanding.DISTURBED
    assert found.outcomes["pain_average"].result.before_mean is None


def test_two_means_after_steps_lie_after_the_last_of_them() -> None:
    steps = [step(100, 30), step(114, 60)]
    rows = {"treatments": [medicine()], "steps": steps, "procedures": [block(107)]}
    found = next(one for one in effects(falling(100), **rows) if one.start.kind is Changed.START)
    result = found.outcomes["pain_average"].result
    assert (result.after_since, result.after_until) == (MONDAY + 128, MONDAY + 155)


def test_another_change_further_off_ends_the_days_compared() -> None:
    (found,) = effects(falling(100), procedures=[block(100)], life_events=[event(170)])
    result = found.outcomes["pain_average"].result
    assert found.standing is EffectStanding.TESTED
    assert (result.after_until, result.before_days) == (MONDAY + 169, 56)
    assert [one.kind for one in found.ended_after] == [Changed.LIFE_EVENT]
    assert found.concurrent == ()


def test_what_began_on_the_same_day_is_named_beside_the_numbers() -> None:
    found = effects(falling(100), procedures=[block(100)], life_events=[event(100)])[0]
    assert found.standing is EffectStanding.TESTED
    assert [one.kind for one in found.concurrent] == [Changed.LIFE_EVENT]


def test_what_is_known_to_the_year_is_named_and_does_not_keep_days_out() -> None:
    (found,) = effects(falling(100), procedures=[block(100)], life_events=[event(Rough(2026))])
    assert found.standing is EffectStanding.TESTED
    assert [one.name for one in found.concurrent] == ["Moved house"]


def test_steps_up_of_one_medicine_are_one_start_and_their_days_are_not_compared() -> None:
    steps = [step(100, 30), step(114, 60), step(128, 90)]
    (found,) = effects(falling(120, days=260), treatments=[medicine()], steps=steps)
    result = found.outcomes["pain_average"].result
    assert [one.mg_after for one in found.steps] == [60, 90]
    assert (found.mg_before, found.mg_after) == (0, 90)
    assert (result.before_until, result.after_since) == (MONDAY + 92, MONDAY + 142)
    assert result.after_until == MONDAY + 142 + result.after_days - 1
    assert result.verdict is Verdict.LOWER
    assert found.outcomes["pain_average"].settling_n == 42


def test_the_means_are_those_of_the_days_named() -> None:
    numbers = falling(120, days=260)
    steps = [step(100, 30), step(128, 60)]
    (found,) = effects(numbers, treatments=[medicine()], steps=steps)
    result = found.outcomes["pain_average"].result
    assert result.after_since is not None
    assert result.after_until is not None
    named = numbers[result.after_since - MONDAY : result.after_until - MONDAY + 1]
    assert result.after_mean is not None
    assert abs(result.after_mean - sum(named) / len(named)) < 1e-9


def test_another_change_between_the_steps_leaves_no_verdict() -> None:
    steps = [step(100, 30), step(114, 60)]
    rows = {"treatments": [medicine()], "steps": steps, "procedures": [block(107)]}
    found = [one for one in effects(falling(100), **rows) if one.start.kind is Changed.START]
    assert found[0].standing is EffectStanding.DISTURBED
    assert [one.kind for one in found[0].concurrent] == [Changed.PROCEDURE]


def test_a_step_down_after_a_start_is_one_of_its_own() -> None:
    steps = [step(100, 60), step(120, 30)]
    found = effects(falling(100), treatments=[medicine()], steps=steps)
    assert [(one.start.kind, one.steps) for one in found] == [(Changed.LOWERED, ()), (Changed.START, ())]


def test_a_step_long_after_is_one_of_its_own() -> None:
    steps = [step(60, 30), step(130, 60)]
    found = effects(falling(100), treatments=[medicine()], steps=steps)
    assert [one.start.kind for one in found] == [Changed.RAISED, Changed.START]


def test_stops_and_therapies_keep_days_apart_but_are_no_starts() -> None:
    rows = {
        "treatments": [medicine(started=on(-50), stopped=on(170))],
        "sessions": [session(day) for day in (80, 85, 90)],
        "procedures": [block(130)],
    }
    later, first = effects(falling(100, days=240), **rows)
    assert first.standing is EffectStanding.OUTSIDE
    assert later.start.kind is Changed.PROCEDURE
    assert [one.kind for one in later.ended_before] == [Changed.THERAPY]
    assert [one.kind for one in later.ended_after] == [Changed.STOP]


def test_a_start_in_a_bad_week_is_marked() -> None:
    numbers = [5.0 + day % 2 for day in range(200)]
    numbers[93:100] = [9.0] * 7
    (found,) = effects(numbers, procedures=[block(100)])
    told = found.outcomes["pain_average"]
    assert (told.began_worse, told.week_mean) == (True, 9)
    assert told.result.before_mean is not None
    assert told.result.before_mean < 6
    (calm,) = effects([5.0 + day % 2 for day in range(200)], procedures=[block(100)])
    assert not calm.outcomes["pain_average"].began_worse


def test_a_late_start_says_how_many_more_days_would_tell() -> None:
    (found,) = effects(falling(100, days=140), procedures=[block(100)])
    assert found.standing is EffectStanding.NO_DAYS
    assert found.outcomes["pain_average"].days_lacking == 42 - 26


def test_a_start_in_the_first_weeks_of_a_diary_has_too_few_days_before() -> None:
    (found,) = effects(falling(20), procedures=[block(20)])
    assert found.standing is EffectStanding.NO_DAYS
    assert found.outcomes["pain_average"].days_lacking is None


def test_the_newest_start_comes_first() -> None:
    found = effects(falling(100), procedures=[block(30), block(150, "late")])
    assert [one.start.uid for one in found] == ["late", "block"]


def test_the_change_since_a_start_ends_with_its_stop() -> None:
    numbers = [6.0] * 100 + [3.0] * 50 + [9.0] * 50
    for stopped, points in ((None, 3), (on(149), -3), (Rough(2027), None)):
        treatment = medicine(started=on(100), stopped=stopped)
        found = effects(numbers, treatments=[treatment])[-1].outcomes["pain_average"].since_start
        assert (found.points if found else None) == points
