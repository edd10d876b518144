"""The figure is as large as the window lets it be, and never moves under the hand that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from tests.ui.today.given import YESTERDAY, entry, fill, foot, hand, mark, opened_window, press, press_cell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme


def shown(qtbot: QtBot, store: Store, size: tuple[int, int]) -> DiaryWindow:
    window = opened_window(qtbot, store, size)
    qtbot.waitUntil(window.today.body.figure.isVisible)
    settled(qtbot, window)
    return window


def settled(qtbot: QtBot, window: DiaryWindow) -> None:
    qtbot.waitUntil(lambda: not window.today._fit_soon.isActive())
    QApplication.processEvents()


def lies(window: DiaryWindow) -> QRect:
    """Where the figure lies on the page, scrolled or not."""
    figure = window.today.body.figure
    return QRect(figure.mapTo(window.today._room, QPoint(0, 0)), figure.size())


@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1000, 600)])
def test_no_answer_moves_figure_or_tabs(
    qtbot: QtBot, theme: Theme, store: Store, size: tuple[int, int]
) -> None:
    window = shown(qtbot, store, size)
    body = window.today.body
    figure = lies(window)
    mark(window.today, "heel_L", "sole")
    settled(qtbot, window)
    assert lies(window) == figure
    before = body.tabs.mapTo(window.today._room, QPoint(0, 0))
    for quality in ("numbness", "tingling", "prickling"):
        body.editor._chips[quality].click()
        settled(qtbot, window)
        assert (lies(window), body.tabs.mapTo(window.today._room, QPoint(0, 0))) == (figure, before)
    assert window.today.scroll_area.verticalScrollBar().value() == 0
    for number in range(6):
        body.editor._on_own_word()
        body.editor._own_field.setText(f"like a wet sock {number}")
        body.editor._on_own_word_left()
        settled(qtbot, window)
        assert (lies(window), body.tabs.mapTo(window.today._room, QPoint(0, 0))) == (figure, before)
    assert window.today.scroll_area.verticalScrollBar().maximum() > 0
    for region in ("forehead_L", "knee_front_R", "abd_3_L", "wrist_R"):
        press_cell(body.editor.severity, 4)
        mark(window.today, region, "front")
        settled(qtbot, window)
        qtbot.waitUntil(lambda: lies(window) == figure)  # a bar that goes takes a turn of its own
    assert len(window.today.sitting.places) == 5


@pytest.mark.parametrize("size", [(1280, 800), (1000, 600), (800, 560)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_whole_figure_can_be_seen_and_a_day_with_entries_starts_at_its_top(
    qtbot: QtBot, theme: Theme, store: Store, size: tuple[int, int], scale: float
) -> None:
    fill(store, entry(values={"pain_average": 4.0}, areas=(foot(), hand())))
    theme.set_scale(scale)
    window = shown(qtbot, store, size)
    today = window.today
    assert lies(window).height() <= today.scroll_area.height()
    assert today.scroll_area.verticalScrollBar().value() == 0


def test_one_or_two_places_without_own_words_need_no_scrolling(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(areas=(foot(), hand())))
    window = shown(qtbot, store, (1280, 800))
    assert window.today.scroll_area.verticalScrollBar().maximum() == 0


def test_two_places_of_last_time_need_no_scrolling(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(), hand())))
    window = shown(qtbot, store, (1280, 800))
    press(window.today.same)
    settled(qtbot, window)
    assert window.today.scroll_area.verticalScrollBar().maximum() == 0


def test_save_stays_in_sight_whatever_is_answered_about_places(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    window = shown(qtbot, store, (1280, 800))
    body, row = window.today.body, window.today.save_row.save
    mark(window.today, "heel_L", "sole")
    settled(qtbot, window)
    for quality in ("numbness", "tingling", "prickling", "itching"):
        press(body.editor._chips[quality])
    press_cell(body.editor.strengths["numbness"], 3)
    body.editor._on_own_word()
    body.editor._own_field.setText("like a wet sock")
    body.editor._on_own_word_left()
    press(body.editor.how_strong)
    settled(qtbot, window)
    window.today.scroll_area.ensureVisible(0, 0, 0, 0)
    assert window.today.scroll_area.verticalScrollBar().maximum() > 0
    assert row.mapTo(window, row.rect().bottomLeft()).y() <= window.height()


def test_the_figure_grows_with_the_window(qtbot: QtBot, theme: Theme, store: Store) -> None:
    window = shown(qtbot, store, (1280, 800))
    small = lies(window)
    window.resize(1920, 1080)
    settled(qtbot, window)
    assert lies(window).height() > 1.5 * small.height()
    assert window.today.right.width() <= 560
    window.resize(1280, 800)
    settled(qtbot, window)
    assert lies(window) == small


def test_a_bar_that_comes_moves_nothing(qtbot: QtBot, theme: Theme, store: Store) -> None:
    window = shown(qtbot, store, (1280, 720))
    save = window.today.save_row.save
    before = save.mapTo(window, QPoint(0, 0)).x()
    mark(window.today, "heel_L", "sole")
    for quality in ("numbness", "tingling", "prickling", "itching"):
        press(window.today.body.editor._chips[quality])
    settled(qtbot, window)
    assert window.today.scroll_area.verticalScrollBar().maximum() > 0
    assert save.mapTo(window, QPoint(0, 0)).x() == before
