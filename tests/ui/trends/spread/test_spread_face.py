"""How often each value came, on the screen: bars by key, the mean with its range, table, words, picture."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.errors import DiaryError
from diary.store.store import Store
from diary.ui.trends.spread.face import Spread
from tests.storage.given import TODAY, Clock, day
from tests.ui.trends.conftest import Opens, many, write_in_time


def shown(opens: Opens, store: Store, clock: Clock, qtbot: QtBot, days: int) -> Spread:
    """The face over a diary of so many days, once the analysis is there."""
    average, worst = (lambda ago: (3 if ago < 30 else 6) + ago % 2), (lambda ago: 5 + ago % 4)
    write_in_time(store, clock, many(days, pain_average=average, pain_worst=worst))
    page = opens([])
    page.open_face("spread")
    face = page.face
    assert isinstance(face, Spread)
    qtbot.waitUntil(lambda: page.engine.latest is not None and "being worked out" not in face.spoken())
    qtbot.waitUntil(lambda: bool(face.block.canvas.spots))
    return face


@pytest.fixture
def face(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> Spread:
    """Sixty days, lower in the later half."""
    return shown(opens, store, clock, qtbot, 60)


def test_average_pain_is_said_with_its_range_and_how_its_days_lie(face: Spread) -> None:
    said = face.spoken()
    assert "Average pain. On average 5.0, on 60 of 60 days. Plausible range " in said
    assert "Typical distance from the mean (SD): 1.6." in said
    assert "From one day to the next: about 1.0, from 59 pairs of days." in said
    assert "The middle half of these days lies between 4 and 6." in said


def test_a_shift_is_said_and_not_judged(face: Spread) -> None:
    said = face.spoken()
    assert "Earlier half: 6.5, 30 of 30 days. Later half: 3.5, 30 of 30 days." in said
    assert "whether it is more than chance is not tested here" in said


def test_keys_go_from_bar_to_bar(face: Spread, qtbot: QtBot) -> None:
    canvas = face.block.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.words() == "3: 15 of 60 days, 25 %. Earlier half 0 of 30, later half 15 of 30."
    assert canvas.announcer.last == canvas.words()


def test_the_table_tells_the_same(face: Spread) -> None:
    face.show_table(True)
    table = face.block.table.words
    assert table.columns == ("Value", "Days", "Share", "Earlier half", "Later half")
    assert table.rows[3] == ("3", "15", "25 %", "0", "15")
    assert len(table.rows) == 11


def test_worst_pain_counts_the_days_of_7_or_more(face: Spread) -> None:
    face.which.choose("worst")
    said = face.spoken()
    assert "Worst pain 7 or more on 30 of 60 days." in said
    assert "Plausible range" in said
    assert "largest of worst pain, moments and places" in face.block.said.how.words()


def test_how_it_is_known_names_the_days(face: Spread) -> None:
    known = face.block.told.known
    assert known is not None
    assert known.data == "Your entries from 22 Sept to 20 Nov 2026."
    assert known.topic == "mean"


def test_few_days_have_no_range_and_say_what_it_takes(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 12)
    assert "From 42 days with a value on, a plausible range stands here." in face.spoken()
    assert "Earlier half" not in face.spoken()


def test_late_notes_are_apart_and_not_counted(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(10, pain_average=lambda ago: 9 if ago > 5 else 3))
    page.open_face("spread")
    face = page.face
    assert isinstance(face, Spread)
    qtbot.waitUntil(lambda: face.picture is not None)
    said = face.spoken()
    assert "On average 3.0, on 4 of 10 days." in said
    assert "6 days were entered over 3 days later." in said
    known = face.block.told.known
    assert known is not None
    assert "With late entries: 5.4." in known.n
    rows = face.block.table.words.rows
    assert rows[3] == ("3", "4", "100 %", "2")
    assert rows[9] == ("9", "0", "0 %", "4")


def test_only_late_notes_have_no_mean(opens: Opens, qtbot: QtBot) -> None:
    page = opens([day("late", TODAY - timedelta(days=9), "", pain_average=7)])
    page.open_face("spread")
    face = page.face
    assert isinstance(face, Spread)
    qtbot.waitUntil(lambda: face.picture is not None)
    assert "All values here were entered over 3 days later." in face.spoken()
    assert "On average" not in face.spoken()


def test_days_without_values_say_so(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    page = opens([day("note", TODAY, "only words")])
    page.open_face("spread")
    face = page.face
    assert isinstance(face, Spread)
    qtbot.waitUntil(lambda: bool(face.block.told.headline))
    assert face.spoken().startswith("How often each value came. Nothing to count here.")
    assert not face.has_picture
    with pytest.raises(DiaryError):
        face.save_picture(tmp_path / "spread.png")


def test_the_picture_is_saved(face: Spread, tmp_path: Path) -> None:
    assert face.has_picture
    face.save_picture(tmp_path / "spread.png")
    assert (tmp_path / "spread.png").read_bytes().startswith(b"\x89PNG")
