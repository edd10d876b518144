"""What is said of a difference beside one's own redrawing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from diary.insight.body_days import BodyDays, body_days
from diary.insight.body_difference import body_difference
from diary.insight.redrawing import is_soon
from diary.models.moments import Moment
from diary.models.records import Redrawing
from diary.ui.body_page.said import told_of
from tests.insight.rows import MONDAY, area
from tests.storage.given import TODAY


def redrawn(agreement: float, days_later: int = 0) -> Redrawing:
    """A redrawing of a day, so many days later."""
    drawn = Moment.parse(f"{(TODAY + timedelta(days=days_later)).isoformat()}T20:00+01:00")
    return Redrawing(
        uid="r", drawn=drawn, day=TODAY, entry="d", areas=(), agreement=agreement, first_pct=1, again_pct=1
    )


def week(start: int, marked: int) -> BodyDays:
    """A week answered every day, with the place on so many of them."""
    areas = [area(start + day, 5, region="heel_L" if day < marked else "heel_R") for day in range(7)]
    return body_days(areas, [], MONDAY + start, MONDAY + start + 6)


def test_maps_that_agree_as_well_as_a_redrawing_are_within_it() -> None:
    words = told_of(body_difference(week(0, 7), week(7, 7)), redrawn(0.86)).steady
    assert "agree by 1.00 " in words
    assert words.endswith("That is within your own redrawing (0.86 on 20 November 2026).")


def test_maps_that_agree_less_than_a_redrawing_are_not_called_redrawing() -> None:
    words = told_of(body_difference(week(0, 7), week(7, 2)), redrawn(1.0)).steady
    assert "They differ more than your own redrawing did (1.00 on 20 November 2026)." in words
    assert "may be redrawing" not in words


def test_without_a_redrawing_the_words_are_general() -> None:
    words = told_of(body_difference(week(0, 7), week(7, 2)), None).steady
    assert words.endswith("Drawing the same pain twice gives small differences too.")


@pytest.mark.parametrize(("days", "soon"), [(0, True), (1, True), (2, False), (30, False)])
def test_a_redrawing_of_days_ago_is_no_measure_of_the_hand(days: int, soon: bool) -> None:
    assert is_soon(redrawn(1.0, days)) is soon
