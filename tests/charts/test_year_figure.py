"""The numbers behind the picture of a year, and where its days stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diary.charts.palette import NAMES, load, luminance
from diary.charts.sheet import Sheet
from diary.charts.style import screen_style
from diary.charts.year_figure import YearFigure
from diary.charts.year_picture import Look, YearPicture, year_picture
from diary.insight.day_values import WORST
from diary.models.codes import Lateness
from tests.charts.one_measure import LAST, held_of, value


def fortnight() -> YearPicture:
    """Return the year of two weeks: worst pain on most days, one of them noted late, one without a value."""
    given = [value(ago, "pain_worst", float(ago % 11)) for ago in range(14) if ago not in (3, 5, 7)]
    late = value(3, "pain_worst", 9.0, Lateness.MEMORY)
    return year_picture(held_of([*given, late], empty=[5]), WORST, 2026)


def drawn(picture: YearPicture, width: float = 800, scale: float = 1.0, look: str = "light") -> YearFigure:
    """Return the picture as drawn."""
    figure = YearFigure(screen_style(load(look), scale), width, picture.tall(width / scale) * scale)
    figure.show(Sheet(parts=(picture,)))
    return figure


def test_each_day_of_the_diary_is_a_box_and_no_other() -> None:
    picture = fortnight()
    days = [date.fromordinal(one.day) for one in picture.cells]
    assert days == [LAST - timedelta(days=ago) for ago in range(13, -1, -1)]


def test_a_day_without_entry_is_not_zero() -> None:
    looks = {LAST.toordinal() - one.day: one for one in fortnight().cells}
    assert (looks[7].look, looks[7].level, looks[7].line) == (Look.NO_ENTRY, None, "no entry")
    assert (looks[5].look, looks[5].level, looks[5].line) == (Look.NO_VALUE, None, "entry without this value")
    assert (looks[0].look, looks[0].level, looks[0].line) == (Look.FULL, 0, "0")


def test_a_late_note_is_hollow_and_in_no_mean() -> None:
    picture = fortnight()
    late = next(one for one in picture.cells if one.look is Look.HOLLOW)
    assert late.day == LAST.toordinal() - 3
    assert late.line == "9. Entered over 3 days later"
    november = picture.months[10]
    given = [ago % 11 for ago in range(14) if ago not in (3, 5, 7)]
    assert (november.n, november.days) == (11, 14)
    assert november.mean == pytest.approx(sum(given) / 11)


def test_a_month_of_three_days_has_no_mean() -> None:
    picture = year_picture(held_of([value(ago, "mood", 4.0) for ago in range(3)]), "mood", 2026)
    assert [(one.number, one.n, one.mean) for one in picture.months if one.n] == [(11, 3, None)]


def test_the_levels_of_a_length_of_time_are_the_same_in_every_year() -> None:
    held = held_of([value(ago, "sleep_min", 240.0 + ago % 5 * 60) for ago in range(800)])
    words = [year_picture(held, "sleep_min", year).scale.words for year in (2025, 2026)]
    assert words[0] == words[1]
    assert words[0][0] == "4 h to under 5 h"
    levels = {one.level for one in year_picture(held, "sleep_min", 2026).cells}
    assert levels == set(range(len(words[0])))


def test_a_yes_or_no_has_two_levels() -> None:
    held = held_of([value(ago, "cold", float(ago % 2)) for ago in range(6)])
    picture = year_picture(held, "cold", 2026)
    assert picture.scale.words == ("no", "yes")
    assert [one.level for one in picture.cells] == [1, 0, 1, 0, 1, 0]
    assert picture.months[10].yes == 3


def test_days_stand_in_the_row_of_their_weekday_a_week_to_the_right_of_the_last() -> None:
    spots = drawn(fortnight()).spots
    first, later = spots[0], spots[7]
    assert first.group == later.group == (LAST - timedelta(days=13)).weekday()
    assert later.box.y == first.box.y
    assert later.box.x > first.box.x + first.box.width
    assert spots[1].group == (first.group + 1) % 7


def test_narrow_pictures_show_halves_and_nothing_leaves_them() -> None:
    held = held_of([value(ago, "pain_worst", 5.0) for ago in range(365)])
    picture = year_picture(held, WORST, 2026)
    assert len(picture.bands(800)) == 2
    assert len(picture.bands(1500)) == 1
    for width, scale in ((800, 1.0), (1070, 2.0), (1500, 1.0)):
        figure = drawn(picture, width, scale)
        assert max(one.box.x + one.box.width for one in figure.spots) <= width
        assert max(one.box.y + one.box.height for one in figure.spots) <= figure.height
        assert len(figure.spots) == len(picture.cells)


def test_a_half_before_the_diary_takes_no_room() -> None:
    assert len(fortnight().bands(800)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_levels_go_one_way_from_light_to_dark_so_that_grey_tells_them(name: str) -> None:
    held = held_of(
        [value(ago, code, float(ago % 11)) for ago in range(22) for code in ("pain_worst", "mood")]
    )
    for code in (WORST, "mood"):
        picture = year_picture(held, code, 2026)
        figure = drawn(picture, look=name)
        lights = [luminance(figure.color(picture.scale, level)) for level in range(11)]
        assert lights in (sorted(lights), sorted(lights, reverse=True))
        assert len(set(lights)) == 11


def test_the_same_year_is_drawn_the_same() -> None:
    picture = fortnight()
    assert drawn(picture).content(".svg") == drawn(picture).content(".svg")
