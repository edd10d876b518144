"""Lengths of time are read as people mean them, and not at all where that is in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.ui.parts.lengths import read_minutes
from diary.ui.parts.stepper import length_words

MINUTES = st.integers(min_value=0, max_value=1440)


@given(MINUTES, st.booleans())
def test_a_length_of_time_reads_back_as_it_is_written(minutes: int, hours: bool) -> None:
    assert read_minutes(length_words(minutes, hours=hours), hours=hours) == minutes


@given(MINUTES, st.booleans())
def test_a_clock_and_words_mean_the_same_wherever_they_are_typed(
    minutes: int,
    hours: bool,
) -> None:
    whole, rest = divmod(minutes, 60)
    for words in (f"{whole}:{rest:02d}", f"{whole} h {rest}", f"{whole}h{rest:02d}", f"{minutes} min"):
        assert read_minutes(words, hours=hours) == minutes


@given(st.integers(min_value=0, max_value=24 * 4))
def test_quarters_of_hours_are_read_with_a_point_and_with_a_comma(quarters: int) -> None:
    words = f"{quarters / 4:.2f}"
    assert read_minutes(words) == read_minutes(words.replace(".", ",")) == quarters * 15


@given(st.text(max_size=12), st.booleans())
def test_whatever_is_typed_gives_minutes_or_nothing(text: str, hours: bool) -> None:
    found = read_minutes(text, hours=hours)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8.5", 510),
        ("7,5", 450),
        ("8,25", 495),
        ("7 1/2", 450),
        ("7½", 450),
        ("½", 30),
        ("730", 450),
        ("1015", 615),
        ("8:05", 485),
        ("6 h 10", 370),
        ("6h", 360),
        ("7.3 h", 438),
        ("7.67", 460),
        ("370 min", 370),
        ("7", 420),
        ("0", 0),
        ("24", 1440),
    ],
)
def test_a_bare_length_of_sleep_is_hours(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["25", "99", "7:75", "6:7", "775", "-5", "seven", "7.30", "8.05", "7 5/2", "1/0", "7 8", "7:", "1.234,5"],
)
def test_what_is_no_length_or_may_be_two_is_not_read(text: str) -> None:
    assert read_minutes(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("90", 90),
        ("730", 730),
        ("1:30", 90),
        ("1,5 h", 90),
        ("½ h", 30),
        ("20 min", 20),
        ("2,5", None),
    ],
)
def test_a_bare_length_of_an_activity_is_minutes(text: str, minutes: int | None) -> None:
    assert read_minutes(text, hours=False) == minutes
