"""A drawing that cannot be read: its day can only be looked at, the rest works, it is not written over."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.anatomy.drawing import fill as fill_stroke
from diary.errors import UnreadableError
from diary.models.codes import EntryKind, Verb
from diary.models.moments import Moment
from diary.models.records import Replace
from diary.ui.history.page import HistoryPage
from diary.ui.today.page import TodayPage
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    day_entry,
    digit,
    entry,
    fill,
    foot,
    hand,
    press,
    save,
    shown,
    told,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.models.records import Area
    from diary.store.store import Store
    from diary.ui.theme import Theme

SPOILT = ["points = x'00'", "mode = 'smudge'", "points = zeroblob(9)", "radius = 'wide'"]


def drawn() -> Area:
    """The left foot with its drawing."""
    strokes = tuple(fill_stroke(one.region) for one in foot().regions)
    return replace(foot(), strokes=strokes, figure_version="2", grid_version="2")


def spoil(store: Store, what: str = SPOILT[0]) -> None:
    """Write into the strokes of a diary what no diary writes."""
    raw = sqlite3.connect(store.path)
    raw.execute(f"UPDATE area_stroke SET {what}")
    raw.commit()
    raw.close()


def strokes_in(store: Store) -> list[tuple[object, ...]]:
    """The rows of all drawings."""
    raw = sqlite3.connect(store.path)
    found = raw.execute("SELECT view, mode, radius, points FROM area_stroke").fetchall()
    raw.close()
    return found


def spoilt_day(store: Store, day: date, what: str = SPOILT[0]) -> list[tuple[object, ...]]:
    """Keep a day with a drawing, spoil that, and give what then stands in the file."""
    fill(store, entry(day, values={"mood": 6}, areas=(drawn(),)))
    spoil(store, what)
    return strokes_in(store)


@pytest.mark.parametrize("what", SPOILT)
def test_a_day_whose_drawing_cannot_be_read_is_told_of_and_not_written_over(
    qtbot: QtBot, theme: Theme, store: Store, open_store: Callable[[], Store], what: str
) -> None:
    there = spoilt_day(store, TODAY, what)
    page = shown(qtbot, TodayPage(open_store()))
    assert page.loaded
    assert "The drawing of 22 November 2026 cannot be read. All else is safe." in told(page)
    assert "Check the file" in told(page)
    assert not page.save_row.save.isEnabled()
    assert not page.columns.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.save()
    assert strokes_in(store) == there
    press(page.date_bar._previous)
    assert told(page) == ""
    digit(page, "mood", 7)
    save(page)
    assert values(day_entry(page.store, YESTERDAY)) == {"mood": 7.0}
    press(page.date_bar._next)
    assert "cannot be read" in told(page)
    assert strokes_in(store) == there


@pytest.mark.parametrize("what", SPOILT)
def test_same_as_last_time_rests_where_the_last_drawing_cannot_be_read(
    qtbot: QtBot, theme: Theme, store: Store, what: str
) -> None:
    there = spoilt_day(store, YESTERDAY, what)
    page = shown(qtbot, TodayPage(store))
    assert page.loaded
    assert not page.same.isEnabled()
    assert page._last.text() == "The drawing of 21 November 2026 cannot be read."
    page.carry_over()
    assert page.sitting.is_empty
    digit(page, "mood", 7)
    save(page)
    assert values(day_entry(store)) == {"mood": 7.0}
    assert strokes_in(store) == there


def test_a_moment_whose_drawing_cannot_be_read_is_told_of(qtbot: QtBot, theme: Theme, store: Store) -> None:
    at = Moment.parse("2026-11-22T09:10+01:00[Europe/Berlin]")
    fill(store, entry(TODAY, EntryKind.MOMENT, uid="flare", at=at, values={"pain_now": 5}, areas=(drawn(),)))
    spoil(store)
    page = PainNowPage(store)
    page.edit("flare")
    shown(qtbot, page)
    assert "The drawing of 22 November 2026 cannot be read." in told(page)
    assert not page.columns.isEnabled()
    page.begin()
    assert page.columns.isEnabled()
    digit(page, "pain_now", 3)
    assert page.sitting.values == {"pain_now": 3}


def test_whoever_saves_over_it_is_refused_and_the_bytes_stay(store: Store) -> None:
    old = entry(values={"mood": 6}, areas=(drawn(),))
    fill(store, old)
    kept = day_entry(store)
    assert kept is not None
    spoil(store)
    there = strokes_in(store)
    for after in (replace(kept, note="more"), replace(kept, areas=(hand(),)), None):
        with pytest.raises(UnreadableError, match="The drawing of 22 November 2026"):
            store.diary.apply([Replace(before=kept, after=after)], verb=Verb.EDIT)
    with pytest.raises(UnreadableError):
        store.diary.apply([Replace(before=None, after=replace(old, uid="another"))])
    assert strokes_in(store) == there


def test_history_tells_of_that_day_and_shows_the_others(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(TODAY, values={"mood": 7}))
    there = spoilt_day(store, YESTERDAY)
    page = HistoryPage(store)
    page.resize(1200, 800)
    shown(qtbot, page)
    page.show_day(YESTERDAY)
    (message,) = page.messages
    assert "The drawing of 21 November 2026 cannot be read." in message.text
    page.show_day(TODAY)
    assert page.entry.shown is not None
    assert page.entry.shown.entry.day == TODAY
    assert strokes_in(store) == there


def test_a_diary_with_such_a_day_still_opens(
    qtbot: QtBot, theme: Theme, store: Store, tmp_path: Path
) -> None:
    spoilt_day(store, TODAY)
    from diary.store.looks import Looks
    from diary.store.store import Store as AnyStore

    again = AnyStore(store.path, Looks(tmp_path / "other.ini"))
    with qtbot.waitSignal(again.opened):
        again.open()
    assert again.is_open
    again.close()
