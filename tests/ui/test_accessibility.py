"""Every control can be found, named and hit: on all pages, at 100 and at 200 % text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from diary.store.looks import Looks
from diary.ui.body_page.page import BodyPage
from diary.ui.first_run.page import FirstRunPage
from diary.ui.history.page import HistoryPage
from diary.ui.trends.page import TrendsPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    Clock,
    entry,
    fill,
    foot,
    hand,
    opened_store,
    opened_window,
    press,
    refreshed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme

LEAST = 32
PAGES = ("today", "pain_now", "history", "trends", "body", "report", "settings", "help")


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def store(request: pytest.FixtureRequest, tmp_path: Path, theme: Theme) -> Iterator[Store]:
    theme.set_scale(request.param)
    store = opened_store(tmp_path, Clock())
    fill(store, entry(YESTERDAY, values={"pain_average": 4}, areas=(foot(6), hand()), note="Walked."))
    fill(store, entry(TODAY, values={"pain_average": 6, "mood": 3}, note="Rain."))
    yield store
    store.close()


def page_of(qtbot: QtBot, window: DiaryWindow, name: str) -> QWidget:
    """A page with all it shows."""
    if name == "pain_now":
        window.open_pain_now()
        assert window._pain_now is not None
        return window._pain_now
    if name == "help":
        window.open_help()
        assert window._help is not None
        return window._help
    window.open_page(name)
    page = window.page(name)
    if isinstance(page, TrendsPage | BodyPage):
        qtbot.waitUntil(page.is_complete, timeout=15_000)
    elif isinstance(page, HistoryPage):
        refreshed(qtbot, page)
        qtbot.waitUntil(page.entry.edit.isVisible)
    elif name == "today":
        press(window.today.same)
    QApplication.processEvents()
    return page


def controls(page: QWidget) -> list[QWidget]:
    """What the keyboard or the mouse can press or fill on a page."""
    found = []
    for one in page.findChildren(QWidget):
        plain_scroll = isinstance(one, QScrollArea | QScrollBar)
        inner = isinstance(one, QLineEdit) and one.focusProxy() is not None
        viewport = isinstance(one.parentWidget(), QAbstractScrollArea)
        can = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(one, QAbstractButton)
        if can and one.isVisibleTo(page) and not plain_scroll and not viewport and not inner:
            found.append(one)
    return found


def named(one: QWidget) -> str:
    """The name that assistive software hears."""
    interface = QAccessible.queryAccessibleInterface(one)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def without_a_name(page: QWidget) -> list[str]:
    wrong = []
    for one in controls(page):
        name = named(one)
        words = one.text().replace("&", "") if isinstance(one, QAbstractButton) else ""
        if not name or words.casefold() not in name.casefold():
            wrong.append(f"{type(one).__name__} {words!r} is named {name!r}")
    return wrong


def too_small(page: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {named(one)!r} {one.width()}×{one.height()}"
        for one in controls(page)
        if min(one.width(), one.height()) < LEAST
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_control_of_a_page_is_named_and_large_enough(
    qtbot: QtBot, store: Store, theme: Theme, name: str
) -> None:
    page = page_of(qtbot, opened_window(qtbot, store), name)
    assert controls(page)
    assert without_a_name(page) == []
    assert too_small(page) == []


def test_every_control_of_the_rail_is_named_and_large_enough(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    assert without_a_name(window.rail) == []
    assert too_small(window.rail) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_of_the_first_page_is_named_and_large_enough(
    qtbot: QtBot, theme: Theme, tmp_path: Path, scale: float
) -> None:
    theme.set_scale(scale)
    page = FirstRunPage(Looks(tmp_path / "looks.ini"), theme)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    QApplication.processEvents()
    assert controls(page)
    assert without_a_name(page) == []
    assert too_small(page) == []


def test_messages_and_questions_are_named_and_large_enough(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    window.today.ask("Which one?", [("mine", "Keep mine"), ("other", "Show the other")])
    message = window.show_message("Words.", action="Act")
    QApplication.processEvents()
    for one in (window.today.asking, message):
        assert one is not None
        assert without_a_name(one) == []
        assert too_small(one) == []
        assert one.accessibleName()
