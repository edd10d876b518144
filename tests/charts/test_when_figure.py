"""The numbers behind weekdays and parts of the day, and where their marks stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from diary.charts.palette import load
from diary.charts.sheet import Sheet
from diary.charts.stacked import sheet_file
from diary.charts.style import screen_style
from diary.charts.when_figure import WhenFigure
from diary.charts.when_picture import RangePicture, hour_picture, signed, weekday_picture
from diary.insight.findings.days import days_of
from diary.insight.findings.patterns import Hours, weekdays
from diary.insight.statistics.hours import day_pattern
from tests.insight.rows import MONDAY, period, value

LIGHT = screen_style(load("light"))
RNG = np.random.default_rng(5)
PAIN = [float(one) for one in np.clip(np.round(5 + 1.5 * RNG.standard_normal(140)), 0, 10)]


def week_of(days: int, without: int | None = None) -> RangePicture:
    rows = [value(day, PAIN[day] + 2 * (day % 7 == 0)) for day in range(days) if day % 7 != without]
    series = days_of(period(rows, days)).series["pain_average"]
    return weekday_picture(weekdays(series, MONDAY, MONDAY + days - 1))


def day_of(moments: Sequence[tuple[int, int, float]]) -> RangePicture:
    days, minutes, values = zip(*moments, strict=True)
    found = day_pattern(np.array(days), np.array(minutes), np.array(values, dtype=float))
    return hour_picture(
        Hours(
            measure="pain_now",
            since=1,
            until=90,
            days=90,
            n_memory=0,
            n_without_time=0,
            pattern=found,
        )
    )


def test_each_weekday_has_its_mean_its_range_and_its_days() -> None:
    rows = week_of(140).rows
    assert [(row.some, row.of) for row in rows] == [(20, 20)] * 7
    assert all(row.value is not None and row.low is not None and row.high is not None for row in rows)
    assert all((row.low or 0) < (row.value or 0) < (row.high or 0) for row in rows)


def test_the_weekend_is_marked_by_words_and_shade() -> None:
    assert [(row.note, row.shaded) for row in week_of(140).rows] == [("", False)] * 5 + [
        ("weekend", True)
    ] * 2


def test_a_weekday_that_may_be_named_is_the_one_that_hurts_more() -> None:
    assert [row.named for row in week_of(140).rows] == [True] + [False] * 6


def test_a_weekday_without_a_value_is_no_nought() -> None:
    row = week_of(28, without=2).rows[2]
    assert (row.value, row.low, row.some, row.of) == (None, None, 0, 4)
    assert row.line == "No value. 0 of 4 days."


def test_parts_of_the_day_stand_on_both_sides_of_no_difference() -> None:
    moments = [(day, minute, 5 + up) for day in range(30) for minute, up in ((480, 2 + day % 2), (1200, 0))]
    picture = day_of(moments)
    assert [None if row.value is None else round(row.value, 1) for row in picture.rows] == [
        None,
        2.5,
        None,
        -2.5,
    ]
    assert (picture.low, picture.zero, picture.high) == (-3, 0, 3)


def test_a_part_with_too_few_days_says_so_in_place_of_a_mark() -> None:
    picture = day_of([(day, 480, 5) for day in range(5)])
    assert [row.absent for row in picture.rows] == [
        "no moments",
        "too few to compare",
        "no moments",
        "no moments",
    ]
    assert all(row.value is None for row in picture.rows)


@pytest.mark.parametrize("width", [900, 420])
def test_every_row_can_be_pointed_at_and_stays_inside(width: int) -> None:
    picture = week_of(140)
    figure = WhenFigure(LIGHT, width, picture.tall(width))
    figure.show(Sheet(parts=(picture,)))
    assert len(figure.spots) == 7
    assert all(one.box.x >= 0 and one.box.x + one.box.width <= width for one in figure.spots)
    assert max(one.box.y + one.box.height for one in figure.spots) < picture.tall(width)


def test_both_pictures_in_one_file_keep_their_rows_apart() -> None:
    sheet = Sheet(parts=(week_of(140), day_of([(day, 480, 5) for day in range(5)])), titled=True)
    figure = WhenFigure(LIGHT, 900, sheet.tall(900))
    figure.show(sheet)
    assert [one.group for one in figure.spots] == list(range(11))
    assert sheet_file(WhenFigure, sheet, LIGHT, 900, suffix=".svg").startswith(b"<?xml")


def test_a_sign_stands_before_all_but_nought() -> None:
    assert (signed(0.84), signed(-1.0), signed(0.02)) == ("+0.8", "−1", "0")
