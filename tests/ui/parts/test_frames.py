"""Cards, messages, columns and pages: they keep their room, and say what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.page_frame import PageFrame
from diary.ui.parts.stat_sentence import StatSentence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def test_help_can_be_closed_for_good(qtbot: QtBot, theme: Theme) -> None:
    card = Card("Where it hurts", help_text="Choose a place.")
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.help_closed):
        qtbot.mouseClick(card.findChildren(IconButton)[0], Qt.MouseButton.LeftButton)
    assert not [
        label
        for label in card.findChildren(QLabel)
        if label.isVisible() and label.text() == "Choose a place."
    ]


@pytest.mark.parametrize("kind", ["info", "problem"])
def test_a_message_says_its_words_and_closes(qtbot: QtBot, theme: Theme, kind: str) -> None:
    message = InlineMessage("The disk is full.", kind)
    qtbot.addWidget(message)
    message.show()
    assert message.accessibleName() == "The disk is full."
    assert not message.action_button.isVisible()
    message.set_text("Saved.", action="Undo")
    assert message.text == "Saved."
    assert message.action_button.isVisible()
    with qtbot.waitSignal(message.closed):
        qtbot.mouseClick(message.close_button, Qt.MouseButton.LeftButton)


def test_columns_become_one_when_room_or_text_asks_for_it(qtbot: QtBot, theme: Theme) -> None:
    columns = Columns([Card("a"), Card("b")], [2, 1], least=800)
    qtbot.addWidget(columns)
    columns.resize(1000, 400)
    columns.show()
    assert not columns.stacked
    theme.set_scale(1.5)
    assert columns.stacked
    theme.set_scale(1.0)
    assert not columns.stacked
    columns.resize(700, 400)
    assert columns.stacked


def test_a_line_breaks_where_the_room_ends(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, gap=6, line_gap=6)
    for word in ("one", "two", "three", "four"):
        flow.addWidget(Button(word))
    one_line = flow.heightForWidth(2000)
    assert flow.heightForWidth(150) >= 2 * one_line
    flow.addWidget(Button("and a longer one"))
    assert flow.heightForWidth(2000) == one_line


def test_a_stretch_pushes_to_the_end_of_the_line(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room)
    last = Button("last")
    flow.addWidget(Button("first"))
    flow.addStretch()
    flow.addWidget(last)
    room.resize(500, 60)
    room.show()
    assert last.geometry().right() + 1 == 500


def test_what_follows_a_stretch_stays_together_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room)
    first, *last = [Button(word) for word in ("first", "one", "two")]
    flow.addWidget(first)
    flow.addStretch()
    for button in last:
        flow.addWidget(button)
    needed = sum(button.sizeHint().width() for button in (first, *last)) + 12
    room.resize(needed, 200)
    room.show()
    assert first.y() == last[0].y() == last[1].y()
    room.resize(needed - 1, 200)
    assert first.y() < last[0].y() == last[1].y()
    assert last[0].x() == 0
    room.resize(last[0].sizeHint().width(), 200)
    assert last[0].y() < last[1].y()


def test_hidden_widgets_take_no_room_in_a_line(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, gap=6)
    hidden, shown = Button("hidden"), Button("shown")
    for button in (hidden, shown):
        flow.addWidget(button)
    hidden.hide()
    room.resize(500, 60)
    room.show()
    assert shown.geometry().left() == 0


def test_a_page_scrolls_only_when_it_must(qtbot: QtBot, theme: Theme) -> None:
    page = PageFrame("Trends")
    card = Card("Chart")
    card.setMinimumHeight(500)
    page.add(card)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    assert not page.scroll_area.verticalScrollBar().isVisible()
    page.resize(1000, 400)
    qtbot.waitUntil(page.scroll_area.verticalScrollBar().isVisible)


def test_the_content_column_is_no_wider_than_1200(qtbot: QtBot, theme: Theme) -> None:
    page = PageFrame("Trends")
    card = Card("Chart")
    page.add(card)
    qtbot.addWidget(page)
    page.resize(2000, 800)
    page.show()
    assert card.width() <= 1200


def test_how_it_is_known_is_told_on_request(qtbot: QtBot, theme: Theme) -> None:
    stat = StatSentence("Average pain", "5.4", "71 of 90 days", "Steady.", "The mean of 71 days.")
    qtbot.addWidget(stat)
    stat.show()
    how = next(label for label in stat.findChildren(QLabel) if label.text() == "The mean of 71 days.")
    assert not how.isVisible()
    qtbot.mouseClick(stat.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert how.isVisible()
    stat.show_values("5.1", "72 of 90 days", "Steady.")
    assert not stat.findChildren(QPushButton)[0].isVisible()


def test_an_empty_place_offers_one_way_to_begin(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState("Nothing here yet", "Your pain over time will stand here.", "Write today")
    qtbot.addWidget(empty)
    empty.show()
    (button,) = empty.findChildren(QPushButton)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
