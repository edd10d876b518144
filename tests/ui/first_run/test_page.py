"""The first page: three ways to begin, and looks that act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from diary.errors import DiaryError
from diary.store.looks import Looks
from diary.ui.first_run.page import FirstRunPage
from diary.ui.settings.looks import dress
from diary.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def looks(tmp_path: Path) -> Looks:
    return Looks(tmp_path / "settings.ini")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, looks: Looks) -> FirstRunPage:
    page = FirstRunPage(looks, theme)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    return page


def test_nothing_must_be_answered_to_open_the_diary(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.open_requested, timeout=1000):
        QTest.keyClick(page.open_row, Qt.Key.Key_Space)


def test_the_sample_and_help_are_one_press_away(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.sample_requested, timeout=1000):
        page.sample_row.click()
    with qtbot.waitSignal(page.help_requested, timeout=1000):
        page.help_button.click()


def test_restore_hands_on_the_chosen_export(
    qtbot: QtBot, page: FirstRunPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "diary.json"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(export), ""))
    with qtbot.waitSignal(page.restore_requested, timeout=1000) as told:
        page.restore_row.click()
    assert told.args == [export]


def test_a_file_dialog_that_was_closed_asks_for_nothing(
    qtbot: QtBot, page: FirstRunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: ("", ""))
    with qtbot.assertNotEmitted(page.restore_requested):
        page.restore_row.click()


def test_what_stands_in_the_way_is_said_and_all_ways_stay_open(qtbot: QtBot, page: FirstRunPage) -> None:
    page.set_busy(True)
    assert not page.open_row.isEnabled()
    page.set_busy(False)
    page.show_problem(DiaryError("This is no export.", "Nothing was made.", "Choose another file."))
    assert page.message is not None
    qtbot.waitUntil(page.message.isVisible, timeout=2000)
    assert page.message.text == "This is no export. Nothing was made. Choose another file."
    assert page.open_row.isEnabled()


def test_text_size_and_appearance_act_at_once_and_are_kept(
    page: FirstRunPage, theme: Theme, looks: Looks
) -> None:
    before = page.heading.font().pixelSize()
    page.text_size.set_value("200")
    assert page.heading.font().pixelSize() == 2 * before
    page.appearance.set_value("dark")
    assert theme.palette.dark
    other = Theme()
    dress(other, looks)
    assert (other.scale, other.appearance) == (2.0, "dark")


def test_the_title_is_a_heading_for_assistive_software(page: FirstRunPage) -> None:
    spoken = QAccessible.queryAccessibleInterface(page.heading)
    assert spoken is not None
    assert spoken.role() == QAccessible.Role.Heading
    assert spoken.text(QAccessible.Text.Name) == page.heading.text()


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1280, 800, "100"), (1280, 800, "200"), (800, 560, "100")]
)
def test_no_option_is_cut_off_at_the_side(page: FirstRunPage, width: int, height: int, percent: str) -> None:
    page.text_size.set_value(percent)
    page.resize(width, height)
    QApplication.processEvents()
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    assert page.open_row.width() >= 260
