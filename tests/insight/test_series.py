"""A day's value and simple numbers: absent is absent, late is apart, one source is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diary.insight.series import DailySeries, daily, summary
from diary.insight.weeks import averaged, too_few, weekly
from diary.models.views import ValueRow
from tests.insight.rows import MONDAY, value


def series(rows: list[ValueRow], days: int = 7, measure: str = "pain_average", **more: object) -> DailySeries:
    first = min((row.day for row in rows if row.measure == measure), default=None)
    given: dict[str, object] = {"today": MONDAY + days - 1, "first_day": first} | more
    return daily(rows, measure, MONDAY, MONDAY + days - 1, **given)  # type: ignore[arg-type]  # test shorthand


def test_a_day_without_entry_is_not_zero() -> None:
    told = summary(series([value(0, 4), value(3, 8)]))
    assert (told.n, told.mean, told.minimum, told.maximum) == (2, 6, 4, 8)


def test_zero_is_a_value() -> None:
    told = summary(series([value(0, 0), value(1, 4)]))
    assert (told.n, told.mean, told.minimum) == (2, 2, 0)


def test_days_are_counted_up_to_today_only() -> None:
    assert summary(series([value(0, 4)], 14, today=MONDAY + 4)).days == 5


def test_days_are_counted_from_the_first_day_of_the_measure_and_it_is_said() -> None:
    told = summary(series([value(3, 4)], 7))
    assert (told.days, told.from_day, told.from_first_day) == (4, MONDAY + 3, True)
    assert not summary(series([value(0, 4)], 7)).from_first_day


def test_a_period_before_the_first_day_has_no_days() -> None:
    assert summary(series([], 7, first_day=MONDAY + 30)).days == 0


def test_no_data_gives_no_numbers() -> None:
    told = summary(series([]))
    assert (told.n, told.days, told.mean, told.minimum, told.maximum) == (0, 0, None, None, None)


def test_memory_notes_are_out_of_averages_but_are_there() -> None:
    found = series([value(0, 2), value(1, 10, late="memory")])
    told = summary(found)
    assert (told.n, told.mean, told.n_memory, len(found.values)) == (1, 2, 1, 2)


def test_memory_notes_count_when_they_are_asked_for() -> None:
    told = summary(series([value(0, 2), value(1, 10, late="memory")], with_memory=True))
    assert (told.n, told.mean) == (2, 6)


def test_imported_and_late_values_are_in_averages() -> None:
    rows = [value(0, 2, late="imported"), value(1, 4, late="next_day"), value(2, 6, late="later")]
    told = summary(series(rows))
    assert (told.n, told.mean, told.n_imported) == (3, 4, 1)


def test_moments_are_not_mixed_into_a_daily_average() -> None:
    rows = [value(0, 2), value(0, 10, kind="moment"), value(1, 9, kind="moment")]
    found = series(rows)
    assert summary(found).mean == 2
    assert [row.day - MONDAY for row in found.values] == [0]
    assert len(found.moments) == 2


def test_a_measure_of_moments_gives_each_day_the_mean_of_its_moments() -> None:
    rows = [value(0, n, "pain_now", kind="moment", hour=n) for n in (4, 8)]
    found = series(rows, measure="pain_now")
    told = summary(found)
    assert found.by_moment
    assert (told.n, told.mean, told.minimum, told.maximum, told.n_moments) == (1, 6, 4, 8, 2)


def test_own_sleep_comes_before_a_device_and_nothing_is_added_up() -> None:
    night = {"measure": "sleep_min", "kind": "night"}
    rows = [value(0, 500, source="band", **night), value(0, 400, **night)]  # type: ignore[arg-type]
    assert summary(series(rows, measure="sleep_min")).mean == 400


def test_of_two_devices_the_longer_night_is_shown_for_all_its_values() -> None:
    night = {"kind": "night"}
    rows = [
        value(0, 300, "sleep_min", source="a", **night),  # type: ignore[arg-type]
        value(0, 9, "wakings", source="a", **night),  # type: ignore[arg-type]
        value(0, 420, "sleep_min", source="b", **night),  # type: ignore[arg-type]
        value(0, 2, "wakings", source="b", **night),  # type: ignore[arg-type]
    ]
    assert summary(series(rows, measure="sleep_min")).mean == 420
    assert summary(series(rows, measure="wakings")).mean == 2


def test_yes_or_no_counts_days_and_has_no_mean() -> None:
    rows = [value(0, 1, "walk"), value(1, 0, "walk"), value(2, 1, "walk")]
    told = summary(series(rows, measure="walk"), yes_no=True)
    assert (told.n, told.n_yes, told.mean) == (3, 2, None)


def test_words_are_counted_and_never_become_numbers() -> None:
    rows = [value(day, None, "mood-d", text=word) for day, word in enumerate(("meh", "good", "meh"))]
    told = summary(series(rows, measure="mood-d"))
    assert told.words == (("meh", 2), ("good", 1))
    assert told.mean is None
    assert told.n == 3


def test_a_week_needs_four_days() -> None:
    weeks = weekly(series([value(day, 5) for day in (0, 1, 2, 7, 8, 9, 10)], 14))
    assert [(week.n, week.mean) for week in weeks] == [(3, None), (4, 5)]
    assert len(averaged(weeks)) == 1
    assert too_few(weeks) == 1


def test_weeks_run_monday_to_sunday() -> None:
    weeks = weekly(series([value(day, 5) for day in range(6, 9)], 14))
    assert [week.monday - MONDAY for week in weeks] == [0, 7]
    assert weeks[0].sunday == MONDAY + 6


def test_memory_notes_do_not_fill_a_week() -> None:
    rows = [value(day, 5) for day in range(3)] + [value(3, 5, late="memory")]
    assert weekly(series(rows))[0].mean is None


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10)), max_size=60))
def test_a_part_of_a_series_is_the_series_of_a_part(pairs: list[tuple[int, int]]) -> None:
    rows = [value(day, number) for day, number in dict(pairs).items()]
    whole = daily(rows, "pain_average", MONDAY, MONDAY + 60, MONDAY + 60, MONDAY)
    part = daily(rows, "pain_average", MONDAY + 10, MONDAY + 30, MONDAY + 60, MONDAY)
    assert whole.between(MONDAY + 10, MONDAY + 30) == part


def test_a_mean_is_of_the_days_that_have_a_number_not_of_those_with_a_word_alone() -> None:
    words = (("good", 4.0), ("floating", None), ("rad", 5.0), ("floating", None))
    rows = [value(day, number, "mood-d", text=word) for day, (word, number) in enumerate(words)]
    told = summary(series(rows, measure="mood-d"))
    assert (told.n, told.n_answered, told.mean) == (2, 4, 4.5)
    assert told.words == (("floating", 2), ("good", 1), ("rad", 1))
