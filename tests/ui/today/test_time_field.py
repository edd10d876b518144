"""The time of a moment: typed as people write it, never another one than was typed."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from diary.ui.today.time_field import read_time
from tests.ui.today.given import digit, keys, moments, save, told, type_time

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.today.pain_now import PainNowPage


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("14.05", time(14, 5)),
        ("2:05 pm", time(14, 5)),
        ("2pm", time(14)),
        ("12 am", time(0)),
        ("12:30 PM", time(12, 30)),
        ("9", time(9)),
        ("08:30", time(8, 30)),
        ("24:00", time(0)),
        ("2400", time(0)),
        ("24:01", None),
        ("14:65", None),
        ("14:5", None),
        ("13 pm", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(words: str, expected: time | None) -> None:
    assert read_time(words) == expected


@pytest.mark.parametrize("words", ["14:05", "1405", "2:05 pm"])
def test_the_typed_time_is_the_saved_one(now_page: PainNowPage, store: Store, words: str) -> None:
    type_time(now_page, words)
    digit(now_page, "pain_now", 4)
    assert now_page.time.text() == "14:05"
    save(now_page)
    (moment,) = moments(store)
    assert moment.at is not None
    assert moment.at.local.isoformat() == "2026-11-22T14:05:00"


def test_words_that_are_no_time_are_told_beside_it_and_never_saved(
    now_page: PainNowPage, store: Store
) -> None:
    digit(now_page, "pain_now", 4)
    type_time(now_page, "25:99")
    assert now_page._unclear.isVisible()
    save(now_page)
    assert moments(store) == []
    assert told(now_page) == "A time is written as 14:05."
    type_time(now_page, "9")
    assert not now_page._unclear.isVisible()
    save(now_page)
    assert len(moments(store)) == 1


def test_up_and_down_step_by_five_minutes_within_the_day(now_page: PainNowPage) -> None:
    type_time(now_page, "0:03")
    keys(now_page, Qt.Key.Key_Down)
    assert now_page.time.text() == "00:00"
    keys(now_page, Qt.Key.Key_Up)
    assert now_page.time.text() == "00:05"
    assert now_page.when().minute == 5


def test_a_past_time_is_not_called_right_now(now_page: PainNowPage) -> None:
    assert now_page.title.text() == "Pain right now"
    type_time(now_page, "9:00")
    assert now_page.title.text() == "Pain at that time"
    now_page.begin()
    assert now_page.title.text() == "Pain right now"
