"""Weekdays and hours as people meet them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.errors import DiaryError
from diary.store.store import Store
from diary.ui.trends.when.face import When
from tests.storage.given import Clock
from tests.ui.trends.conftest import Opens, many, now, write_in_time

WAIT_MS = 20_000


Faces = Callable[..., When]


@pytest.fixture
def faces(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> Faces:
    """Write days, each in time, and moments; then show weekdays and hours."""

    def open_when(days: int, moments: int = 0) -> When:
        # Whole weeks share a level: equal shares of every level fall on each weekday, so none stands out.
        days_written = many(days, pain_average=lambda ago: 3 + (ago // 7) % 4)
        write_in_time(store, clock, [*days_written, *(now(ago, 6) for ago in reversed(range(moments)))])
        page = opens([])
        page.open_face("when")
        face = page.face
        assert isinstance(face, When)
        qtbot.waitUntil(face.waiting.isHidden, timeout=WAIT_MS)
        return face

    return open_when


def test_no_weekday_stands_out_is_a_normal_result_with_its_days(faces: Faces) -> None:
    face = faces(84)
    said = face.weekdays.words()
    assert "No weekday stands out" in said
    assert "84 of 84 days have a value of: Average pain." in said
    assert "up to the last entry" in said
    assert face.weekdays.told.known is not None
    assert face.weekdays.told.known.topic == "patterns"


def test_a_few_days_say_how_many_more_are_needed(faces: Faces) -> None:
    face = faces(10)
    assert "About 32 more days with a pain value would allow it." in face.weekdays.words()
    assert face.weekdays.told.part is not None


def test_moments_come_with_their_caution_whatever_they_say(faces: Faces) -> None:
    assert "No test can undo that." in faces(3, moments=3).hours.words()


def test_one_day_without_moments_says_what_is_needed(faces: Faces) -> None:
    face = faces(1)
    assert "No moments with a time of day yet" in face.spoken()
    assert face.hours.stack.isHidden()


def test_the_table_has_the_same_weekdays(faces: Faces) -> None:
    face = faces(84)
    face.show_table(True)
    assert face.weekdays.stack.currentWidget() is face.weekdays.table
    rows = face.weekdays.table.words.rows
    assert [row[0] for row in rows][:2] == ["Monday", "Tuesday"]
    assert {row[3] for row in rows} == {"12 of 12"}


def test_arrow_keys_tell_of_each_weekday(faces: Faces, qtbot: QtBot) -> None:
    canvas = faces(84).weekdays.canvas
    qtbot.waitUntil(lambda: len(canvas.spots) == 7)
    for _ in range(2):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.words().startswith("Tuesday: Mean ")
    assert "12 of 12 days" in canvas.accessibleDescription()


def test_a_picture_is_saved_and_none_before_there_is_one(faces: Faces, qtbot: QtBot, tmp_path: Path) -> None:
    face = faces(50)
    face.save_picture(tmp_path / "when.svg")
    assert "<svg" in (tmp_path / "when.svg").read_text("utf-8")
    fresh = When(face.store)
    qtbot.addWidget(fresh)
    assert not fresh.has_picture
    with pytest.raises(DiaryError):
        fresh.save_picture(tmp_path / "none.svg")
