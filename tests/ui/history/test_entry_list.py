"""The list reads what comes into view, and its words survive any script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from diary.models.history import Found, ListRow
from diary.ui.history.entry_list import (
    ROW,
    EntryListModel,
    broken,
    has_room,
    is_right_to_left,
    kind_words,
    line_words,
    when_words,
)
from diary.ui.theme import Theme, current

TODAY = date(2026, 11, 22)


def row(number: int, **fields: Any) -> ListRow:
    at = (TODAY - timedelta(days=number)).toordinal()
    numbers = (7, 5, None, None, 0)
    plain = ListRow(number, f"u{number}", at, "day", None, "", "me", "", *numbers, "same_day", False)
    return plain._replace(**fields)


class Shelf:
    """Remembers how often and for what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: Sequence[int]) -> dict[int, ListRow]:
        """Rows by number."""
        self.asked.append(len(numbers))
        return {number: row(number) for number in numbers}


def model_of(count: int) -> tuple[EntryListModel, Shelf]:
    shelf = Shelf()
    model = EntryListModel(shelf)
    found = [Found(at, f"u{at}", (TODAY - timedelta(days=at)).toordinal()) for at in range(count)]
    model.show_found(found, TODAY)
    return model, shelf


def test_ten_years_are_listed_without_reading_ten_years() -> None:
    model, shelf = model_of(3650)
    assert model.rowCount() == 3650
    assert shelf.asked == []
    assert model.index(1800, 0).data(ROW).number == 1800
    assert model.index(1810, 0).data(ROW).number == 1810
    assert shelf.asked == [60]


def test_a_day_is_found_in_either_order() -> None:
    model, _ = model_of(30)
    assert model.place_of_day(TODAY - timedelta(days=4)) == 4
    found = [Found(at, f"u{at}", (TODAY - timedelta(days=at)).toordinal()) for at in range(29, -1, -1)]
    model.show_found(found, TODAY)
    assert model.place_of_day(TODAY - timedelta(days=4)) == 25
    assert model.place_of_day(TODAY + timedelta(days=4)) is None


def test_a_row_is_read_aloud_in_one_line() -> None:
    model, _ = model_of(1)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sun 22 Nov, Day, worst 7" in spoken


def test_a_moment_says_its_time_and_another_year_its_year() -> None:
    moment = row(4, kind="moment", at="2026-11-18T14:10:00+01:00")
    assert when_words(moment, TODAY) == "Wed 18 Nov, 14:10"
    assert when_words(row(400), TODAY) == "Sat 18 Oct 2025"


def test_a_moment_from_elsewhere_is_no_pain_now() -> None:
    at = "2020-05-30T18:50:00+02:00"
    daylio = row(4, kind="moment", at=at, worst=None, source="Daylio")
    assert kind_words(daylio) == "Moment, Daylio"
    assert kind_words(row(4, kind="moment", at=at, worst=0)) == "Pain now"


@pytest.mark.parametrize("scale", [1, 2])
def test_day_and_time_of_another_year_are_never_cut(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    moment = row(2367, kind="moment", at="2020-05-30T18:50:00+02:00", worst=None, source="Daylio")
    when = when_words(moment, TODAY)
    assert when == "Sat 30 May 2020, 18:50"
    title, note = theme.metrics("strong"), theme.metrics("note")
    assert title.horizontalAdvance(when) <= theme.px(184), "the room of a row beside its badge"
    assert not has_room(title, when, note, kind_words(moment), theme.px(184))
    assert has_room(title, "Sun 22 Nov", note, "Day", theme.px(184))


def test_a_note_is_told_after_the_average_and_its_absence_too() -> None:
    bare = line_words(row(0)).replace("\u2068", "").replace("\u2069", "")
    assert bare == "Average 5. No note"
    assert line_words(row(0, average=None, note="Long\n walk")) == "Long walk"
    assert line_words(row(0, average=None, places=2)) == "2 places"
    assert line_words(row(0, kind="night", average=None, sleep_min=400)).startswith("Slept 6 h 40")


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_breaking_lines_loses_no_letter(qapp: object, text: str) -> None:
    lines = broken(text, current().text("note"), 120, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_emoji_is_never_torn(theme: Theme) -> None:
    lines = broken("🌞" * 40, theme.text("note"), 100, 2)
    assert "".join(lines) == "🌞" * 40


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_right_to_left("123 قدمي")
    assert is_right_to_left("רגל")
    assert not is_right_to_left("foot قدمي")
    assert not is_right_to_left("")
