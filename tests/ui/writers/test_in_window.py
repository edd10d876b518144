"""Helper mode in the whole window: the strip stands on every page, and no form is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from diary.models.codes import AuthorRole
from diary.models.records import Author, Replace
from diary.storage.reading import SELF
from diary.ui.help.page import HelpPage
from diary.ui.questionnaires.page import QuestionnairePage
from diary.ui.writers.strip import WriterStrip
from tests.ui.today.given import Clock, entry, fill, opened_store, opened_window, press, save, set_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture
def store(tmp_path: Path, theme: Theme) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    fill(store, entry(values={"pain_average": 4}))
    store.diary.apply([Replace(before=None, after=Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"))])
    yield store
    store.close()


def strips(window: QObject) -> list[WriterStrip]:
    return window.findChildren(WriterStrip)


def test_the_strip_stands_on_every_page_and_goes_back_with_one_press(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    qtbot.waitUntil(lambda: bool(strips(window)))
    (strip,) = strips(window)
    assert not strip.isVisible()
    store.set_author("anna")
    for key in ("today", "settings"):
        window.open_page(key)
        assert strip.isVisible()
    press(strip.back)
    assert (store.author, strip.isVisible()) == (SELF, False)


def test_a_form_that_is_open_closes_and_its_answers_wait(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    qtbot.waitUntil(lambda: bool(strips(window)))
    store.set_author("anna")
    window.asides.open_questionnaire("peg")
    (page,) = window.findChildren(QuestionnairePage)
    assert page.sheet is not None
    page.sheet.fields["average"].set_value(6)
    press(strips(window)[0].back)
    assert window.current_key == "today"
    assert store.drafts() == {}
    store.set_author("anna")
    assert list(store.drafts()) == ["response:peg"]


def test_what_a_helper_left_unsaved_is_told_and_opened_by_one_press(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    qtbot.waitUntil(lambda: bool(strips(window)))
    store.set_author("anna")
    set_number(window.today, "mood", 6)
    press(strips(window)[0].back)
    (message,) = window.messages
    assert message.text == "Anna has unsaved typing. Write as Anna to open it."
    assert message.action_button.text() == "Write as: Anna"
    press(message.action_button)
    assert store.author == "anna"
    assert window.today.sitting.values["mood"] == 6
    assert window.messages == []


def test_saved_typing_of_a_helper_is_nothing_to_tell_of(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    qtbot.waitUntil(lambda: bool(strips(window)))
    store.set_author("anna")
    set_number(window.today, "mood", 6)
    save(window.today)
    press(strips(window)[0].back)
    assert window.messages == []


def test_help_from_the_questionnaire_of_mood_begins_at_harm(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store)
    for code, section in (("peg", ""), ("phq4", "harm")):
        window.asides.open_questionnaire(code)
        assert window.asides.help_section == section
    window.open_help()
    (help_page,) = window.findChildren(HelpPage)
    heading = help_page.sections["harm"].heading
    qtbot.waitUntil(lambda: window.focusWidget() is heading)
    assert window.asides.help_section == ""
