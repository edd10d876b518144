"""Changes: which days are compared, when there are too few, and where a percentage means something."""

from __future__ import annotations

import pytest

from diary.insight.findings.change import baseline, change
from diary.insight.findings.days import Period
from diary.insight.statistics.contrast import Band
from tests.insight.findings.made import days_with, pains, wave
from tests.insight.rows import MONDAY, value


def test_the_baseline_is_the_first_fourteen_days_with_ten_values() -> None:
    numbers = [5, None, None, *([None] * 20), *([5] * 20)]
    assert baseline(days_with(pains(numbers), len(numbers)), "pain_average") == Period(
        MONDAY + 23, MONDAY + 36
    )
    assert baseline(days_with(pains([5] * 9), 20), "pain_average") is None


def test_the_last_fourteen_days_are_set_against_the_baseline() -> None:
    numbers = [*([6.0] * 14), *wave(20), *([4.0] * 14)]
    found = change(days_with(pains(numbers), 48), "pain_average", Period(MONDAY, MONDAY + 47))
    assert found is not None
    assert found.between_ends is None
    told = found.from_baseline
    assert told is not None
    assert (told.points, told.band, told.interval) == (-2, Band.MODERATE, None)
    assert told.percent == pytest.approx(-100 / 3)
    assert (told.before.n, told.before.days, told.after.n) == (14, 14, 14)


def test_the_baseline_is_the_diarys_even_where_fewer_days_are_shown() -> None:
    numbers = [*([6.0] * 14), *wave(86)]
    found = change(days_with(pains(numbers), 100), "pain_average", Period(MONDAY + 40, MONDAY + 99))
    assert found is not None
    assert found.from_baseline is not None
    assert found.from_baseline.before.since == MONDAY
    assert found.between_ends is not None
    assert found.between_ends.before.since == MONDAY + 40
    assert (found.between_ends.before.days, found.between_ends.after.until) == (28, MONDAY + 99)


def test_a_side_with_fewer_than_ten_values_gives_no_change() -> None:
    numbers = [*([6.0] * 14), *([None] * 30), *([4.0] * 5)]
    found = change(days_with(pains(numbers), 49), "pain_average", Period(MONDAY, MONDAY + 48))
    assert found is not None
    assert found.from_baseline is not None
    assert (found.from_baseline.enough, found.from_baseline.points) == (False, None)
    assert found.from_baseline.after.mean == 4


def test_a_diary_too_short_for_two_stretches_has_no_change() -> None:
    found = change(days_with(pains(wave(27)), 27), "pain_average", Period(MONDAY, MONDAY + 26))
    assert found is not None
    assert found.from_baseline is None


def test_only_pain_has_a_band_and_only_symptom_scales_a_percentage() -> None:
    for code, percent, banded in (
        ("pain_worst", True, True),
        ("pain_least", True, False),
        ("stress", True, False),
        ("mood", False, False),
        ("sleep_min", False, False),
        ("wakings", False, False),
    ):
        numbers = [*([6.0] * 14), *wave(20), *([4.0] * 14)]
        found = change(days_with(pains(numbers, code), 48), code, Period(MONDAY, MONDAY + 47))
        assert found is not None
        told = found.from_baseline
        assert told is not None
        assert (told.percent is not None, told.band is not None) == (percent, banded)


def test_the_own_noise_stands_beside() -> None:
    found = change(days_with(pains([4, 6, None, 5, 8]), 5), "pain_average", Period(MONDAY, MONDAY + 4))
    assert found is not None
    assert (found.noise, found.noise_pairs) == (2.5, 2)


def test_yes_and_no_has_no_change() -> None:
    assert change(days_with(pains([1] * 60, "cold"), 60), "cold", Period(MONDAY, MONDAY + 59)) is None


def test_two_halves_of_42_days_with_values_have_a_range() -> None:
    numbers = [*wave(60, 6.0), None, *wave(60, 4.0)]
    found = change(days_with(pains(numbers), 121), "pain_average", Period(MONDAY, MONDAY + 120))
    assert found is not None
    told = found.between_halves
    assert told is not None
    assert (told.before.days, told.after.days, told.after.since) == (60, 60, MONDAY + 61)
    assert told.points == pytest.approx(-2, abs=0.2)
    assert told.percent == pytest.approx(-100 / 3, abs=3)
    assert told.interval is not None
    assert told.interval.low < -2 < told.interval.high < 0


def test_halves_take_84_days_and_42_values_each() -> None:
    short = change(days_with(pains(wave(83)), 83), "pain_average", Period(MONDAY, MONDAY + 82))
    assert short is not None
    assert short.between_halves is None
    sparse = [*wave(45), *([None] * 20), *wave(25)]
    found = change(days_with(pains(sparse), 90), "pain_average", Period(MONDAY, MONDAY + 89))
    assert found is not None
    assert found.between_halves is not None
    assert (found.between_halves.enough, found.between_halves.interval) == (True, None)


def test_halves_count_from_the_first_day_of_the_measure() -> None:
    rows = [value(0, 3, "mood"), *(value(100 + at, one) for at, one in enumerate(wave(90)))]
    found = change(days_with(rows, 190), "pain_average", Period(MONDAY, MONDAY + 189))
    assert found is not None
    assert found.between_halves is not None
    assert found.between_halves.before.since == MONDAY + 100


def test_means_of_moments_have_no_range_between_halves() -> None:
    rows = [value(day, 5 + day % 2, "pain_now", kind="moment") for day in range(120)]
    found = change(days_with(rows, 120), "pain_now", Period(MONDAY, MONDAY + 119))
    assert found is not None
    assert found.between_halves is not None
    assert (found.between_halves.after.n, found.between_halves.interval) == (60, None)
