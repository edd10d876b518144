"""Journeys of drawing through the real window: first drawing, repeat day, keys only, and an old diary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.models.records import Area, AreaQuality, AreaRegion
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.theme import current
from diary.ui.today.page import ASKED_ONCE, TodayPage
from tests.ui.today.given import (
    YESTERDAY,
    Clock,
    day_entry,
    draw,
    entry,
    fill,
    foot,
    keys,
    night_entry,
    opened_store,
    opened_window,
    press,
    press_cell,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(qapp: QApplication, tmp_path: Path) -> Iterator[Store]:
    worn = current()
    worn.apply(qapp)
    worn.set_appearance("light")
    store = opened_store(tmp_path, Clock())
    store.looks.set_value(ASKED_ONCE, True)
    yield store
    store.close()


def held(window: DiaryWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def picture(qtbot: QtBot, window: DiaryWindow) -> QImage:
    """The figure as it is painted while neither pointer nor keyboard are on it."""
    today = window.today
    today.note.setFocus()
    QApplication.sendEvent(today.body.figure, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not today._fit_soon.isActive())
    QApplication.processEvents()
    return today.body.figure.grab().toImage()


def reopened(qtbot: QtBot, window: DiaryWindow, store: Store, folder: Path) -> tuple[DiaryWindow, Store]:
    """The diary as it is after the program was ended and begun again."""
    window.close()
    store.close()
    again = opened_store(folder, Clock())
    return opened_window(qtbot, again), again


def place_names(page: TodayPage) -> list[str]:
    return [page.body.tabs.tab(one.uid).text() for one in page.sitting.places]


def test_a_first_drawing_of_both_soles_is_the_same_after_a_restart(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    window = opened_window(qtbot, store)
    today = window.today
    draw(today, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    draw(today, "sole", "toes_1_3_sole_R", "sole_inner_R", "heel_R")
    press(today.body.editor._chips["burning"])
    press(today.body.editor._chips["touch"])
    press_cell(today.body.editor.severity, 6)
    assert place_names(today) == ["Both soles"]
    press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    (area,) = saved.areas
    assert len(area.strokes) == 2
    before = picture(qtbot, window)

    window, store = reopened(qtbot, window, store, tmp_path)
    today = window.today
    again = day_entry(store)
    assert again is not None
    assert again.areas == saved.areas
    assert today.sitting.places[0].strokes == area.strokes
    assert not today.body.views.tools.undo.isEnabled()
    assert picture(qtbot, window) == before

    draw(today, "sole", "sole_outer_L", "heel_L")
    assert len(today.sitting.places[0].strokes) == 3
    today.body.figure.setFocus()
    held(window, Key.Key_Z)
    assert today.sitting.places[0].strokes == area.strokes
    assert not today.dirty
    draw(today, "sole", "sole_outer_L", "heel_L")
    press(today.save_row.save)
    edited = day_entry(store)
    assert edited is not None
    assert edited.areas[0].strokes[:2] == area.strokes
    assert len(edited.areas[0].strokes) == 3
    press(today.save_row.undo)
    undone = day_entry(store)
    assert undone is not None
    assert undone.areas[0].strokes == area.strokes
    store.close()


def test_an_ordinary_repeat_day_by_mouse_is_nine_presses(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    today = window.today
    press(today.same)
    for number in (6, 4, 3):
        press_cell(today.body.editor.severity, number)
    answers = {"pain_average": 5, "pain_worst": 7, "sleep_quality": 4, "mood": 6}
    for code, number in answers.items():
        row = today.measures.field(code)
        assert isinstance(row, SeverityRow)
        press_cell(row, number)
    press(today.save_row.save)
    check_repeat_day(store)


def test_an_ordinary_repeat_day_by_keyboard_is_thirteen_keys(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    today = window.today
    held(window, Key.Key_L)
    keys(today, "6", "4", "3")
    first = today.measures.field("pain_average")
    qtbot.waitUntil(lambda: first.isAncestorOf(window.focusWidget()))
    keys(today, "5", Key.Key_Return, "7", Key.Key_Return, Key.Key_Return, "4", Key.Key_Return, "6")
    held(window, Key.Key_S)
    check_repeat_day(store)


def three_places() -> tuple[Area, ...]:
    knee = Area(
        uid="knee",
        severity=4,
        qualities=(AreaQuality(code="aching"),),
        regions=(AreaRegion(region="knee_front_R"),),
    )
    elbow = replace(knee, uid="elbow", regions=(AreaRegion(region="elbow_outer_L"),))
    return foot(6), knee, elbow


def check_repeat_day(store: Store) -> None:
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [6, 4, 3]
    assert values(saved) == {"pain_average": 5.0, "pain_worst": 7.0, "mood": 6.0}
    assert values(night_entry(store)) == {"sleep_quality": 4.0}


def test_yesterdays_drawing_is_repeated_in_one_action(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    press(window.today.same)
    shown = [(one.regions, one.carried) for one in window.today.sitting.places]
    assert shown == [(tuple(r.region for r in one.regions), True) for one in three_places()]


def test_a_hand_is_marked_by_keyboard_in_the_list(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    today = window.today
    today.body.list_button.setFocus()
    keys(today, Key.Key_Space)
    found = today.body.region_list
    qtbot.waitUntil(found.search.hasFocus)
    keys(today, "right thumb", Key.Key_Return)
    held(window, Key.Key_A)
    keys(today, "right index", Key.Key_Return)
    (place,) = today.sitting.places
    assert len(place.regions) == 2
    today.body.tabs.tab(place.uid).setFocus()
    keys(today, "5")
    chip = today.body.editor._chips["tingling"]
    chip.setFocus()
    keys(today, Key.Key_Space)
    held(window, Key.Key_S)
    saved = day_entry(store)
    assert saved is not None
    assert saved.areas[0].severity == 5
    assert len(saved.areas[0].strokes) == 2


def test_places_are_marked_filled_and_erased_by_keyboard_on_the_figure(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    today = window.today
    qtbot.waitUntil(today.body.figure.isVisible)
    today.body.figure.setFocus(Qt.FocusReason.TabFocusReason)
    keys(today, Key.Key_Space)
    first = today.sitting.places[0].regions
    keys(today, Key.Key_Down, Key.Key_Return)
    assert len(today.sitting.places[0].regions) == 2
    keys(today, "e", Key.Key_Space)
    assert today.sitting.places[0].regions == first
    held(window, Key.Key_Z)
    assert len(today.sitting.places[0].regions) == 2
    held(window, Key.Key_S)
    saved = day_entry(store)
    assert saved is not None
    assert len(saved.areas[0].strokes) == 2


def test_an_old_diary_of_regions_alone_is_opened_and_drawn_on(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    unknown = AreaRegion(region="left_antenna", coverage=0.5)
    old = replace(foot(6), regions=(*foot(6).regions, unknown))
    fill(store, entry(areas=(old, replace(three_places()[1]))))
    window = opened_window(qtbot, store)
    today = window.today
    assert [one.strokes for one in today.sitting.places] == [(), ()]
    draw(today, "sole", "heel_L", "sole_outer_L")
    press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    drawn, untouched = saved.areas
    assert {"sole_inner_L", "foot_top_L", "left_antenna"} <= {one.region for one in drawn.regions}
    assert unknown in drawn.regions
    assert drawn.figure_version == "2"
    assert (untouched.strokes, untouched.figure_version) == ((), None)
    window, store = reopened(qtbot, window, store, tmp_path)
    assert window.today.sitting.places[0].strokes == drawn.strokes
    store.close()
