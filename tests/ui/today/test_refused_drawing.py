"""A drawing that the disk does not take stays on the page, with its way back, until it can be saved."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import event

from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke
from diary.ui.today.page import TodayPage
from tests.ui.today.given import day_entry, digit, draw, save, shown, told

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

MANY = 4000
"""Points of a stroke that needs more than the free room of any page of a file."""


def scribble() -> Stroke:
    """A stroke that wanders over the left sole."""
    rng = random.Random(3)
    x, y = (one // 10 for one in load_view("sole").regions["sole_inner_L"].label)
    points = [
        value for _ in range(MANY) for value in (x + rng.randrange(-20, 20), y + rng.randrange(-30, 30))
    ]
    return Stroke(view="sole", mode=StrokeMode.PAINT, radius=4, points=tuple(points))


def no_room(store: Store) -> list[int]:
    """Leave no page of room in the file until the list is cleared, as a full disk does."""
    room = [1]

    def begin(connection: object) -> None:
        pages = room[0] if room else 1_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(store.diary._engine, "begin", begin)
    return room


def undo(page: TodayPage) -> None:
    """Ctrl+Z on the figure."""
    page.body.figure.setFocus()
    QTest.keyClick(page.body.figure, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_drawing_and_its_way_back_stay_while_the_disk_is_full(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    room = no_room(store)
    draw(page, "sole", "sole_inner_L", "heel_L")
    page.body.figure.strokeDrawn.emit(scribble())
    drawn = page.sitting.places
    assert [len(one.strokes) for one in drawn] == [2]
    with qtbot.waitSignal(store.trouble) as heard:
        page.typing.keep_now()
    assert "disk is full" in str(heard.args[0])
    save(page)
    assert (
        told(page) == "The disk is full. Your words are still here. Free some space, then press Save again."
    )
    assert page.sitting.places == drawn
    assert page.dirty
    assert day_entry(store) is None
    undo(page)
    assert [len(one.strokes) for one in page.sitting.places] == [1]
    page.body.figure.strokeDrawn.emit(scribble())
    room.clear()
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert [len(one.strokes) for one in entry.areas] == [2]
    assert len(entry.areas[0].strokes[1].points) == 2 * MANY


def test_a_drawing_in_a_diary_that_can_only_be_read_stays_and_says_so(
    qtbot: QtBot,
    theme: Theme,
    store: Store,
    open_store: Callable[[], Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.close()
    store.path.chmod(0o400)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    reading = open_store()
    assert reading.read_only
    page = TodayPage(reading)
    page.resize(1200, 800)
    shown(qtbot, page)
    draw(page, "sole", "sole_inner_L", "heel_L")
    digit(page, "mood", 7)
    drawn = page.sitting.places
    assert [len(one.strokes) for one in drawn] == [1]
    save(page)
    assert "This diary can only be read." in told(page)
    assert "Copy the file" in told(page)
    assert page.sitting.places == drawn
    undo(page)
    assert page.sitting.places == ()
