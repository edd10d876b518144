"""The numbers behind the bars of how often each value came, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.charts.palette import load
from diary.charts.sheet import Sheet
from diary.charts.spread_figure import SpreadFigure
from diary.charts.spread_picture import MOST_BINS, SpreadPicture, spread_picture
from diary.charts.style import screen_style
from diary.insight.day_values import WORST, bins_of, day_values, offered
from diary.insight.held import Held
from diary.insight.statistics.mean import Interval
from diary.models.codes import Lateness
from diary.models.measures import BY_CODE
from tests.charts.one_measure import LAST, held_of, value


def picture_of(held: Held, code: str, days: int, interval: Interval | None = None) -> SpreadPicture:
    """Return the bars of the last days."""
    values = day_values(held, code, LAST.toordinal() - days + 1, LAST.toordinal())
    counted = [one.value for one in values.counted()]
    mean = sum(counted) / len(counted)
    words = ("1 to 2 Jan", "3 to 4 Jan")
    return spread_picture(values, held.rows.measures, mean, interval, f"mean {mean:.1f}", words)


def drawn(picture: SpreadPicture, width: float = 800, scale: float = 1.0) -> SpreadFigure:
    """Return the picture as drawn."""
    figure = SpreadFigure(screen_style(load("light"), scale), width, picture.tall(width / scale) * scale)
    figure.show(Sheet(parts=(picture,)))
    return figure


def forty() -> Held:
    """Return forty days: 3 in the later half, 6 in the earlier one, one late 9."""
    given_values = [value(ago, "pain_average", 3.0 if ago < 20 else 6.0) for ago in range(40) if ago != 5]
    return held_of([*given_values, value(5, "pain_average", 9.0, Lateness.MEMORY)])


def test_eleven_bars_hold_the_days_that_count_and_late_ones_apart() -> None:
    picture = picture_of(forty(), "pain_average", 40)
    assert [one.count for one in picture.bars] == [0, 0, 0, 19, 0, 0, 20, 0, 0, 0, 0]
    assert [one.late for one in picture.bars] == [0] * 9 + [1, 0]
    assert (picture.n, picture.n_late, picture.values.days) == (39, 1, 40)
    assert picture.bars[6].share == pytest.approx(20 / 39)


def test_a_shift_shows_in_the_halves() -> None:
    picture = picture_of(forty(), "pain_average", 40)
    assert [one.halves for one in picture.bars if one.count] == [(0, 19), (20, 0)]
    assert [(half.n, half.days, half.mean) for half in picture.halves] == [(20, 20, 6.0), (19, 20, 3.0)]
    told = picture.bars[3].line
    assert told == "19 of 39 days, 49 %. Earlier half 0 of 20, later half 19 of 19."
    assert picture.bars[9].line.endswith("1 more entered over 3 days later, not counted.")


def test_few_days_are_not_halved() -> None:
    assert picture_of(forty(), "pain_average", 20).halves == ()


def test_sleep_is_in_half_hours() -> None:
    held = held_of([value(ago, "sleep_min", 330.0 + 25 * (ago % 4)) for ago in range(8)])
    picture = picture_of(held, "sleep_min", 8)
    assert [one.title for one in picture.bars] == [
        "5 h 30 to under 6 h",
        "6 h to under 6 h 30",
        "6 h 30 to under 7 h",
    ]
    assert [one.count for one in picture.bars] == [4, 2, 2]


def test_the_worst_of_a_day_is_offered_once_and_first() -> None:
    held = held_of([value(1, "pain_worst", 7.0), value(1, "mood", 3.0)])
    assert offered(held) == (WORST, "mood")


def test_one_day_is_enough() -> None:
    picture = picture_of(held_of([value(0, "mood", 4.0)]), "mood", 90)
    assert sum(one.count for one in picture.bars) == 1
    assert drawn(picture).content(".png").startswith(b"\x89PNG")


@given(st.lists(st.floats(0, 1440), min_size=1, max_size=60), st.sampled_from(["sleep_min", "walking_min"]))
def test_every_value_lies_in_its_bin(values: list[float], code: str) -> None:
    bins = bins_of(BY_CODE[code], tuple(values), MOST_BINS)
    assert 1 <= bins.count <= MOST_BINS
    for one in values:
        low, high = bins.ends(bins.at(one))
        assert low - 1e-6 <= one <= high + 1e-6


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=60))
def test_any_number_finds_few_round_bins(values: list[float]) -> None:
    bins = bins_of(BY_CODE["glucose_mgdl"], tuple(values), MOST_BINS)
    assert 1 <= bins.count <= MOST_BINS
    for one in values:
        low, high = bins.ends(bins.at(one))
        assert low - 1e-6 <= one <= high + 1e-6


def test_bars_stand_side_by_side_inside_the_picture() -> None:
    picture = picture_of(forty(), "pain_average", 40, Interval(low=3.5, high=5.5))
    for width, scale in ((800, 1.0), (1070, 2.0), (400, 1.0)):
        figure = drawn(picture, width, scale)
        boxes = [one.box for one in figure.spots]
        assert len(boxes) == 11
        assert all(a.x + a.width <= b.x + 0.01 for a, b in pairwise(boxes))
        assert boxes[-1].x + boxes[-1].width <= width
        assert max(box.y + box.height for box in boxes) <= figure.height


def test_hatched_and_plain_tell_the_halves_apart_without_colour() -> None:
    figure = drawn(picture_of(forty(), "pain_average", 40))
    assert {patch.get_hatch() for patch in figure.sheet.patches} == {None, "/////"}
