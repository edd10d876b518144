"""Journeys through the real window: write, correct, undo, see it in a chart, and put it on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from diary.models.codes import EntryKind
from diary.models.records import AreaQuality
from diary.storage import queries
from diary.ui.history.page import HistoryPage
from diary.ui.report.page import ReportPage
from diary.ui.theme import current
from diary.ui.trends.page import TrendsPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    Clock,
    day_entry,
    digit,
    entry,
    fill,
    foot,
    keys,
    mark,
    moments,
    night_entry,
    opened_store,
    opened_window,
    press,
    refreshed,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(qapp: QApplication, tmp_path: Path) -> Iterator[Store]:
    worn = current()
    worn.apply(qapp)
    worn.set_appearance("light")
    store = opened_store(tmp_path, Clock())
    yield store
    store.close()


def control(window: DiaryWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def history_of(qtbot: QtBot, window: DiaryWindow) -> HistoryPage:
    page = window.page("history")
    assert isinstance(page, HistoryPage)
    refreshed(qtbot, page)
    return page


def charted(qtbot: QtBot, window: DiaryWindow) -> TrendsPage:
    page = window.page("trends")
    assert isinstance(page, TrendsPage)
    qtbot.waitUntil(page.is_complete, timeout=15_000)
    return page


def charted_day(page: TrendsPage) -> str:
    """What the chart tells about the last day, by keyboard."""
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_End)
    return page.canvas.words()


def test_write_correct_undo_and_see_it_in_the_chart_by_keyboard(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    today = window.today
    keys(today, "5", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "7")
    digit(today, "mood", 6)
    today.note.setFocus()
    keys(today, "Cold floor.")
    control(window, Qt.Key.Key_S)
    assert values(day_entry(store)) == {"pain_average": 5.0, "pain_worst": 7.0, "mood": 6.0}

    control(window, Qt.Key.Key_3)
    page = charted(qtbot, window)
    assert charted_day(page) == "Sunday 22 November 2026: Average pain 5. Worst pain 7. Mood 6"

    control(window, Qt.Key.Key_1)
    digit(today, "pain_average", 3)
    control(window, Qt.Key.Key_S)
    control(window, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: page.is_complete() and "Average pain 3" in charted_day(page), timeout=15_000)

    control(window, Qt.Key.Key_Z)
    assert values(day_entry(store))["pain_average"] == 5.0
    qtbot.waitUntil(lambda: page.is_complete() and "Average pain 5" in charted_day(page), timeout=15_000)
    control(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert values(day_entry(store))["pain_average"] == 3.0

    control(window, Qt.Key.Key_1)
    refreshed(qtbot, today)
    assert today.sitting.values["pain_average"] == 3
    assert today.note.toPlainText() == "Cold floor."


def test_write_find_correct_and_delete_by_mouse(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    today = window.today
    mark(today, "sole_inner_L", "sole")
    press(today.body.editor._chips["burning"])
    cells = today.body.editor.severity._cells
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=cells.cell(6).center().toPoint())
    press(today.save_row.save)
    press(window.rail.items[1])
    history = history_of(qtbot, window)
    qtbot.waitUntil(history.entry.edit.isVisible)
    press(history.entry.edit)
    assert window.current_key == "today"
    press(today.body.editor._chips["tingling"])
    press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    (area,) = saved.areas
    assert area.severity == 6
    assert area.qualities == (AreaQuality(code="burning"), AreaQuality(code="tingling"))
    press(window.rail.items[1])
    refreshed(qtbot, history)
    press(history.entry.delete)
    assert history.entry.question is not None
    press(history.entry.question.buttons["delete"])
    assert day_entry(store) is None
    assert window.isActiveWindow()
    control(window, Qt.Key.Key_Z)
    again = day_entry(store)
    assert again is not None
    assert again.areas == (area,)


def test_a_bad_night_same_as_last_time_and_a_flare(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(6),)))
    window = opened_window(qtbot, store)
    today = window.today
    press(today.same)
    today.body.tabs.tab(today.sitting.places[0].uid).setFocus()
    keys(today, "8")
    today.measures.field("sleep_min").setFocus()
    keys(today, "4:30")
    control(window, Qt.Key.Key_S)
    control(window, Qt.Key.Key_N)
    assert window._pain_now is not None
    keys(window._pain_now, "9")
    control(window, Qt.Key.Key_S)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [8]
    assert values(night_entry(store)) == {"sleep_min": 270.0}
    assert [values(one) for one in moments(store)] == [{"pain_now": 9.0}]
    control(window, Qt.Key.Key_3)
    words = charted_day(charted(qtbot, window))
    assert "Pain now 9" in words
    kinds = {one.kind for one in store.ask(queries.entries_between, TODAY, TODAY)}
    assert kinds == {EntryKind.DAY, EntryKind.NIGHT, EntryKind.MOMENT}


def test_a_report_is_made_saved_and_kept(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, entry(YESTERDAY, values={"pain_average": 4, "pain_worst": 8}, areas=(foot(6),)))
    window = opened_window(qtbot, store)
    digit(window.today, "pain_average", 6)
    control(window, Qt.Key.Key_S)
    control(window, Qt.Key.Key_7)
    page = window.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page._shown is not None and not page._busy, timeout=20_000)
    assert page.preview.sheets.pages
    assert page.preview.accessibleDescription()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report.pdf"), ""))
    press(page.save)
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=20_000)
    (kept,) = store.ask(queries.given_reports)
    assert (tmp_path / "report.pdf").read_bytes() == kept.pdf
    assert kept.pdf.startswith(b"%PDF")
    assert kept.until == TODAY
