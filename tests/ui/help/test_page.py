"""Get help: static, complete, and reached and left by the keyboard."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from diary.ui.help import contents
from diary.ui.help.keys import TABLE
from diary.ui.help.page import HelpPage
from diary.ui.help.section import KeyCap
from diary.ui.parts.heading import Heading
from diary.wording import say

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

RED_FLAGS = (
    "inner thighs or in your genitals",
    "pins and needles",
    "back passage",
    "buttocks",
    "Wiping",
    "passing urine",
    "leak urine",
    "bladder is full",
    "hold your stool",
    "Erection",
    "face droops",
    "foot drops",
    "over hours or days",
    "breathing or swallowing",
    "fever and new, severe pain in your spine",
    "injection into your spine",
    "cancer",
    "hot, red and swollen",
    "eye or forehead",
    "chest",
    "diabetes",
    "headache",
    "lose sight",
    "your local emergency number",
)
"""A part of every sign in section 8 of the clinical notes."""


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HelpPage:
    page = HelpPage()
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(page.heading.hasFocus, timeout=2000)
    return page


def words_of(page: HelpPage, key: str) -> str:
    return "\n".join(label.text() for label in page.sections[key].findChildren(QLabel))


def test_no_red_flag_is_left_out(page: HelpPage) -> None:
    words = words_of(page, "when")
    assert [sign for sign in RED_FLAGS if sign not in words] == []


def test_the_most_urgent_stands_first(page: HelpPage) -> None:
    words = words_of(page, "when")
    order = [words.index(say(f"help.when.{one}")) for one in ("department", "call", "today")]
    assert order == sorted(order)


def test_help_for_dark_thoughts_names_a_person_a_number_and_a_line(page: HelpPage) -> None:
    words = words_of(page, "harm")
    assert "your local emergency number" in words
    assert "someone you trust" in words
    assert "findahelpline.com" in words


def test_the_page_is_given_nothing_it_could_keep_or_look_at() -> None:
    assert set(inspect.signature(HelpPage).parameters) == {"parent"}


def test_every_key_of_the_table_is_shown(page: HelpPage) -> None:
    caps = {cap.words for cap in page.sections["keys"].findChildren(KeyCap)}
    assert caps == {
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for one in TABLE
        for key in one.keys
    }
    words = words_of(page, "keys")
    assert all(say(one.words) in words for one in TABLE)


def test_a_key_stands_once_in_its_part_of_the_table() -> None:
    stated = [(one.of, key) for one in TABLE for key in one.keys]
    assert len(stated) == len(set(stated))


def test_escape_and_back_leave(qtbot: QtBot, page: HelpPage) -> None:
    with qtbot.waitSignal(page.closed, timeout=1000):
        QTest.keyClick(page.heading, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed, timeout=1000):
        page.back.click()


def test_the_keyboard_reads_on_to_the_end(page: HelpPage) -> None:
    bar = page.scroll_area.verticalScrollBar()
    QTest.keyClick(page.heading, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(page.heading, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(page.heading, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_every_section_is_one_press_away_and_begins_at_its_heading(qtbot: QtBot, page: HelpPage) -> None:
    for key in contents.SECTIONS:
        page.ways[key].click()
        heading = page.sections[key].heading
        qtbot.waitUntil(heading.hasFocus, timeout=2000)
        assert not heading.visibleRegion().isEmpty()


def test_headings_are_headings_for_assistive_software(page: HelpPage) -> None:
    headings = page.findChildren(Heading)
    assert len(headings) > len(contents.SECTIONS)
    for heading in headings:
        spoken = QAccessible.queryAccessibleInterface(heading)
        assert spoken is not None
        assert spoken.role() == QAccessible.Role.Heading


def test_about_tells_version_purpose_and_whose_work_it_stands_on(page: HelpPage) -> None:
    about = page.about
    assert say("app.purpose") in words_of(page, "about")
    assert not about.notices.isVisible()
    about.show_notices.click()
    shown = words_of(page, "about")
    assert "PySide6" in shown
    assert "SIL Open Font License" in shown


def test_no_sentence_is_cut_off(page: HelpPage, theme: Theme) -> None:
    for width, scale in ((1200, 1.0), (720, 1.0), (1200, 2.0)):
        theme.set_scale(scale)
        page.resize(width, 700)
        QApplication.processEvents()
        assert page.width() == width
        room = page.scroll_area.widget()
        assert room is not None
        assert room.width() <= page.scroll_area.viewport().width()
