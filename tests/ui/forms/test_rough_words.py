"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models.rough import Rough
from diary.ui.forms.rough_words import read_rough, rough_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2019", "2019"),
        ("March 2019", "2019-03"),
        ("mar 2019", "2019-03"),
        ("03/2019", "2019-03"),
        ("2019-03", "2019-03"),
        ("5.3.2019", "2019-03-05"),
        ("5th of March 2019", "2019-03-05"),
        ("March 5, 2019", "2019-03-05"),
        ("3/25/2019", "2019-03-25"),
        ("2019-03-05", "2019-03-05"),
        ("about 2019", "~2019"),
        ("ca. March 2019", "~2019-03"),
        ("~5.3.2019", "~2019-03-05"),
        (" Today ", "2026-11-22"),
        ("yesterday", "2026-11-21"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, meant: str) -> None:
    assert read_rough(text, TODAY) == Rough.parse(meant)


@pytest.mark.parametrize(
    "text", ["", "soon", "30.2.2019", "5.3.19", "m 2019", "2019 2020", "1 2 3 2019", "13/2019"]
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read_rough(text, TODAY) is None


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), parts=st.integers(1, 3), about=st.booleans())
def test_words_of_a_date_are_read_back_as_that_date(day: date, parts: int, about: bool) -> None:
    rough = Rough(day.year, day.month if parts > 1 else None, day.day if parts > 2 else None, about)
    assert read_rough(rough_words(rough), TODAY) == rough
