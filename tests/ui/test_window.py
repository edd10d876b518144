"""The window: pages by keyboard, built when first opened, legible at every text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from diary.ui.rail import RailItem
from diary.ui.theme import Theme, current
from diary.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PAGES = ("today", "history", "trends", "report", "settings")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    worn = current()
    worn.apply(qapp)
    worn.set_appearance("light")
    yield worn
    worn.set_scale(1.0)
    worn.set_contrast(False)
    worn.set_appearance("light")


class _Page(QWidget):
    built: list[str] = []  # noqa: RUF012

    def __init__(self, key: str) -> None:
        super().__init__()
        self.built.append(key)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(key))
        column.addWidget(QPushButton(key))


def _factory(key: str) -> type[QWidget]:
    return type(key, (_Page,), {"__init__": lambda self: _Page.__init__(self, key)})


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    _Page.built.clear()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    for key in PAGES:
        window.add_page(key, key, key.title(), _factory(key))
    window.open_page("today")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def _items(window: MainWindow) -> list[RailItem]:
    return window.rail.items


def test_a_page_is_built_once_and_only_when_it_is_opened(window: MainWindow) -> None:
    assert _Page.built == ["today"]
    window.open_page("trends")
    window.open_page("today")
    window.open_page("trends")
    assert _Page.built == ["today", "trends"]


@pytest.mark.parametrize(("number", "key"), list(enumerate(PAGES, start=1)))
def test_control_and_a_digit_open_each_page(qtbot: QtBot, window: MainWindow, number: int, key: str) -> None:
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == key
    assert [item.key for item in _items(window) if item.isChecked()] == [key]


def test_arrows_and_space_walk_through_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    items = _items(window)
    items[0].setFocus()
    qtbot.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()
    qtbot.keyClick(items[1], Qt.Key.Key_Space)
    assert window.current_key == "history"


def test_enter_opens_the_place_that_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    items = _items(window)
    items[2].setFocus()
    qtbot.keyClick(items[2], Qt.Key.Key_Return)
    assert window.current_key == "trends"


def test_choosing_the_open_page_again_keeps_it_marked(qtbot: QtBot, window: MainWindow) -> None:
    item = _items(window)[0]
    for _press in range(2):
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert item.isChecked()
    assert window.current_key == "today"


def test_the_foot_of_the_rail_asks_for_pain_now_and_help(qtbot: QtBot, window: MainWindow) -> None:
    pain_now, get_help = _items(window)[-2:]
    with qtbot.waitSignal(window.pain_now_requested):
        qtbot.mouseClick(pain_now, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.help_requested):
        qtbot.mouseClick(get_help, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.help_requested):
        qtbot.keyClick(window, Qt.Key.Key_F1)


def test_every_place_has_a_name_and_can_be_pressed(window: MainWindow) -> None:
    for item in _items(window):
        assert item.text() in item.accessibleName()
        assert item.width() >= 32
        assert item.height() >= 44


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_places_stay_in_sight_at_every_text_size(
    qtbot: QtBot, theme: Theme, window: MainWindow, scale: float
) -> None:
    theme.set_scale(scale)
    window.resize(1280, 800)
    foot = _items(window)[-1]
    qtbot.waitUntil(
        lambda: window.rail.rect().contains(
            foot.rect().translated(foot.mapTo(window.rail, foot.rect().topLeft()))
        )
    )
    assert window.size() == QSize(1280, 800)


def test_text_size_acts_at_once(theme: Theme, window: MainWindow) -> None:
    label = window.page("today").findChildren(QLabel)[0]
    before, rail = label.fontMetrics().height(), window.rail.width()
    theme.set_scale(2.0)
    assert label.fontMetrics().height() > 1.8 * before
    assert window.rail.width() > rail


def test_a_new_theme_recolours_what_is_shown(theme: Theme, window: MainWindow) -> None:
    before = window.grab().toImage().pixelColor(40, 500)
    theme.set_appearance("dark")
    after = window.grab().toImage().pixelColor(40, 500)
    assert before == theme_color("light")
    assert after == theme_color("dark")


def theme_color(name: str) -> object:
    from PySide6.QtGui import QColor

    from diary.charts.palette import load

    return QColor(load(name).color("paper"))


def test_a_message_stays_until_it_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    message = window.show_message("Saved.", action="Undo")
    window.open_page("history")
    assert message.isVisible()
    with qtbot.waitSignal(message.acted):
        qtbot.mouseClick(message.action_button, Qt.MouseButton.LeftButton)
    assert window.messages == [message]
    qtbot.mouseClick(message.close_button, Qt.MouseButton.LeftButton)
    assert window.messages == []


def test_the_sample_wears_its_ribbon_on_every_page(window: MainWindow) -> None:
    window.set_sample(True)
    assert window.ribbon.isVisible()
    assert "sample" in window.windowTitle()
    window.open_page("trends")
    assert window.ribbon.isVisible()
    window.set_sample(False)
    assert not window.ribbon.isVisible()


def test_the_window_comes_back_in_its_size(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat)
    first = MainWindow(theme, settings)
    qtbot.addWidget(first)
    first.show()
    first.resize(800, 640)
    first.close()
    second = MainWindow(theme, settings)
    qtbot.addWidget(second)
    second.show()
    assert second.size() == QSize(800, 640)
