"""The window of one diary: its keys, the ways between its pages, and an ordinary day without scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from diary.errors import DiaryError
from diary.models.codes import EntryKind
from diary.models.measures import ASKED_ALL
from diary.models.moments import Moment
from diary.models.records import AreaQuality
from diary.ui.diary_window import DiaryWindow
from diary.ui.history.page import HistoryPage
from diary.ui.today.asked import ASKED_DEFAULT
from diary.ui.today.pain_now import PainNowPage
from diary.ui.today.place import Place
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
    hand,
    keys,
    moments,
    opened_store,
    opened_window,
    press,
    question,
    refreshed,
    save,
    told,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HELPS = ("today.where_help", "today.pain_help", "today.day_help", "today.note_help")


@pytest.fixture
def store(tmp_path: Path, theme: Theme) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    yield store
    store.close()


def pain_now(window: DiaryWindow) -> PainNowPage:
    assert window._pain_now is not None
    return window._pain_now


def key(window: DiaryWindow, pressed: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    together = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        together |= one
    QTest.keyClick(window.focusWidget() or window, pressed, together)


def test_control_n_opens_pain_now_and_escape_leads_back(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    key(window, Qt.Key.Key_3, CONTROL)
    key(window, Qt.Key.Key_N, CONTROL)
    assert pain_now(window).isVisible()
    keys(pain_now(window), "7")
    key(window, Qt.Key.Key_Escape)
    assert window.current_key == "trends"
    key(window, Qt.Key.Key_N, CONTROL)
    assert pain_now(window).sitting.values == {"pain_now": 7}


def test_a_saved_moment_leads_back_to_where_one_was(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    window.open_pain_now()
    keys(pain_now(window), "7")
    key(window, Qt.Key.Key_S, CONTROL)
    assert window.current_key == "today"
    assert [values(one) for one in moments(store)] == [{"pain_now": 7.0}]


def test_undo_and_redo_keys_take_back_and_bring_back_what_was_saved(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    digit(window.today, "mood", 7)
    save(window.today)
    key(window, Qt.Key.Key_Z, CONTROL)
    refreshed(qtbot, window.today)
    assert day_entry(store) is None
    assert window.today.sitting.is_empty
    key(window, Qt.Key.Key_Z, CONTROL, SHIFT)
    refreshed(qtbot, window.today)
    assert window.today.sitting.values == {"mood": 7}


def test_a_moment_is_edited_from_history_and_keeps_its_seconds(qtbot: QtBot, store: Store) -> None:
    at = Moment(Clock().at, 60, "Europe/Berlin")
    fill(store, entry(TODAY, EntryKind.MOMENT, values={"pain_now": 6}, at=at))
    window = opened_window(qtbot, store)
    key(window, Qt.Key.Key_2, CONTROL)
    history = window.page("history")
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(history.entry.edit.isVisible)
    press(history.entry.edit)
    assert pain_now(window).isVisible()
    assert pain_now(window).sitting.values == {"pain_now": 6}
    keys(pain_now(window), "3")
    key(window, Qt.Key.Key_S, CONTROL)
    assert window.current_key == "history"
    (moment,) = moments(store)
    assert (moment.at, values(moment)) == (at, {"pain_now": 3.0})


def test_a_day_is_edited_from_history(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, values={"mood": 6}))
    window = opened_window(qtbot, store)
    window.open_entry(YESTERDAY, "")
    assert window.current_key == "today"
    assert window.today.day == YESTERDAY
    assert window.today.sitting.values == {"mood": 6}


def test_a_day_of_the_year_in_trends_opens_in_history(qtbot: QtBot, store: Store) -> None:
    fill(store, entry(YESTERDAY, values={"pain_worst": 6}))
    window = opened_window(qtbot, store)
    window.open_page("trends")
    trends = window.page("trends")
    assert isinstance(trends, TrendsPage)
    qtbot.waitUntil(trends.is_complete, timeout=10_000)
    trends.open_face("year")
    qtbot.waitUntil(trends.is_complete, timeout=10_000)
    trends.face.day_wanted.emit(YESTERDAY)
    assert window.current_key == "history"
    history = window.page("history")
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(history.entry.edit.isVisible)
    press(history.entry.edit)
    assert window.today.day == YESTERDAY


def test_a_moment_that_was_not_saved_is_told_on_today(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    window = opened_window(qtbot, store)
    window.open_pain_now()
    keys(pain_now(window), "7")
    pain_now(window).typing.keep_now()
    other = opened_store(tmp_path, Clock())
    again = opened_window(qtbot, other)
    assert "moment of pain" in told(again.today)
    press(question(again.today).buttons["open"])
    assert pain_now(again).isVisible()
    assert pain_now(again).sitting.values == {"pain_now": 7}
    other.close()


def test_today_tells_no_more_of_a_moment_that_was_let_go(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    window = opened_window(qtbot, store)
    window.open_pain_now()
    keys(pain_now(window), "7")
    window.close()
    other = opened_store(tmp_path, Clock())
    again = opened_window(qtbot, other)
    assert "moment of pain" in told(again.today)
    again.open_pain_now()
    press(question(pain_now(again)).buttons["discard"])
    pain_now(again).leave()
    assert again.current_key == "today"
    assert again.today.asking is None
    other.close()


def test_closing_keeps_what_is_being_typed(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    window = opened_window(qtbot, store)
    digit(window.today, "mood", 7)
    window.close()
    other = opened_store(tmp_path, Clock())
    assert opened_window(qtbot, other).today.sitting.values == {"mood": 7}
    other.close()


def test_the_same_trouble_is_told_once(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    for _ in range(3):
        store.trouble.emit(DiaryError("The disk is full.", "Typing is kept.", "Free some space."))
    assert [one.text for one in window.messages] == ["The disk is full. Typing is kept. Free some space."]
    press(window.messages[0].close_button)
    store.trouble.emit(DiaryError("The disk is full.", "Typing is kept.", "Free some space."))
    assert len(window.messages) == 1


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of everything that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_but_the_window_is_ever_a_window(qtbot: QtBot, store: Store) -> None:
    windows = Windows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(windows)
    window = opened_window(qtbot, store)
    window.show_message("Words", action="Act")
    window.today.tell("Words")
    for page in window.page_keys:
        window.open_page(page)
        QApplication.processEvents()
    window.open_pain_now()
    window.open_help()
    application.removeEventFilter(windows)
    assert windows.shown == ["DiaryWindow"]


# --- room


def two_places(window: DiaryWindow) -> None:
    for uid, area in (("a", foot()), ("b", hand())):
        regions = tuple(one.region for one in area.regions)
        place = Place(uid=uid, severity=area.severity, regions=regions, qualities=area.qualities)
        window.today.body._tell(window.today.body._sitting.with_place(place))
    QApplication.processEvents()


def settled(qtbot: QtBot, window: DiaryWindow) -> None:
    qtbot.waitUntil(lambda: not window.today._fit_soon.isActive())
    QApplication.processEvents()


@pytest.mark.parametrize("asked", [ASKED_DEFAULT, ASKED_ALL], ids=["default", "all"])
@pytest.mark.parametrize("size", [(1280, 720), (1280, 800)])
def test_an_ordinary_day_needs_no_scrolling(
    qtbot: QtBot, store: Store, asked: tuple[str, ...], size: tuple[int, int]
) -> None:
    for one in HELPS:
        store.looks.close_help(one)
    store.set_setting("asked", list(asked))
    window = opened_window(qtbot, store, size)
    two_places(window)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: window.today.scroll_area.verticalScrollBar().maximum() == 0)
    assert window.today.scroll_area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("pain_now_open", [False, True])
def test_at_the_largest_text_all_stands_in_one_column_and_nothing_is_cut_off(
    qtbot: QtBot, store: Store, theme: Theme, pain_now_open: bool
) -> None:
    theme.set_scale(2.0)
    window = opened_window(qtbot, store)
    two_places(window)
    if pain_now_open:
        window.open_pain_now()
    page = pain_now(window) if pain_now_open else window.today
    settled(qtbot, window)
    assert page.columns.stacked
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    room = QRect(0, 0, page.scroll_area.width(), 100_000)
    for widget in page._room.findChildren(QWidget):
        if widget.isVisibleTo(page._room) and widget.width():
            left = widget.mapTo(page._room, QPoint(0, 0)).x()
            assert room.left() <= left
            assert left + widget.width() <= room.right() + 1, type(widget).__name__


def test_tabs_of_long_names_stay_inside_the_card(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    word = AreaQuality(own_word="like walking on broken glass with a stone in the shoe all day")
    regions = ("forehead_L", "knee_front_L", "heel_R")
    place = Place(uid="a", regions=regions, qualities=(word,), severity=4)
    window.today.body._tell(window.today.body._sitting.with_place(place))
    QApplication.processEvents()
    body = window.today.body
    for widget in (body.tabs.tab("a"), body.tabs.add_area, *body.editor._own_chips):
        assert widget.mapTo(body, widget.rect().topRight()).x() < body.width()
