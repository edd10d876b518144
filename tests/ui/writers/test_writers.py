"""Helper mode: a strip on every page, an entry of their own, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from diary.models.codes import AuthorRole, EntryKind
from diary.models.history import Wanted
from diary.models.records import Author, Replace
from diary.models.story import Response
from diary.storage import life_queries, queries
from diary.storage.reading import SELF
from diary.ui.history.entry_list import kind_words
from diary.ui.history.past import Past
from diary.ui.questionnaires.page import QuestionnairePage
from diary.ui.settings.writers_card import WritersCard
from diary.ui.today.page import TodayPage
from diary.ui.today.pain_now import PainNowPage
from diary.ui.writers.strip import WriterStrip
from diary.wording import say
from tests.ui.today.given import (
    TODAY,
    Clock,
    day_entry,
    digit,
    entry,
    fill,
    opened_store,
    press,
    refreshed,
    save,
    shown,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture
def store(tmp_path: Path, theme: Theme) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    yield store
    store.close()


@pytest.fixture
def anna(store: Store) -> str:
    store.diary.apply([Replace(before=None, after=Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"))])
    return "anna"


@pytest.fixture
def card(qtbot: QtBot, store: Store) -> WritersCard:
    card = WritersCard(store)
    qtbot.addWidget(card)
    card.resize(600, 400)
    card.refresh()
    card.show()
    return card


def test_a_helper_is_added_by_name_and_role(card: WritersCard, store: Store) -> None:
    QTest.keyClicks(card.name, "Anna")
    card.role.set_value("carer")
    press(card.add_button)
    (added,) = (one for one in store.ask(queries.authors).values() if one.uid != SELF)
    assert (added.name, added.role) == ("Anna", AuthorRole.CARER)
    assert card.rows[added.uid].words.text() == "Anna (carer)"
    assert card.name.text() == ""
    store.undo_stack.undo()
    assert list(store.ask(queries.authors)) == [SELF]


def test_a_helper_needs_a_name(card: WritersCard, store: Store) -> None:
    press(card.add_button)
    assert card.message is not None
    assert card.message.text == say("writer.name_first")
    assert list(store.ask(queries.authors)) == [SELF]


def test_a_helper_writes_from_one_press_until_another(
    qtbot: QtBot, anna: str, card: WritersCard, store: Store
) -> None:
    strip = WriterStrip(store)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    press(card.rows[anna].write_as)
    assert store.author == anna
    assert not strip.isHidden()
    assert strip.words.text() == "Anna (partner) is writing"
    assert not card.rows[anna].write_as.isEnabled()
    press(strip.back)
    assert (store.author, strip.isHidden()) == (SELF, True)
    assert not card.rows[SELF].write_as.isEnabled()


def test_one_who_wrote_stays_on_the_list(anna: str, card: WritersCard, store: Store) -> None:
    assert card.rows[anna].remove.isVisible()
    store.set_author(anna)
    store.save([Replace(before=None, after=entry(author=anna, values={"mood": 3}))], text="Saved")
    store.back_to_self()
    assert not card.rows[anna].remove.isVisible()


def test_one_who_wrote_nothing_can_be_taken_off(anna: str, card: WritersCard, store: Store) -> None:
    press(card.rows[anna].remove)
    assert list(store.ask(queries.authors)) == [SELF]
    store.undo_stack.undo()
    assert anna in store.ask(queries.authors)


def test_a_helper_who_is_undone_writes_no_more(qtbot: QtBot, card: WritersCard, store: Store) -> None:
    strip = WriterStrip(store)
    qtbot.addWidget(strip)
    QTest.keyClicks(card.name, "Anna")
    press(card.add_button)
    uid = next(one for one in card.rows if one != SELF)
    store.set_author(uid)
    store.undo_stack.undo()
    assert (store.author, strip.isHidden()) == (SELF, True)


def test_a_diary_that_can_only_be_read_has_nothing_to_press(
    anna: str, card: WritersCard, store: Store
) -> None:
    store.diary.read_only = True
    card.refresh()
    assert not card.add_button.isEnabled()
    assert not card.rows[anna].write_as.isEnabled()


def test_today_is_a_helpers_own_entry_and_the_persons_stays(qtbot: QtBot, anna: str, store: Store) -> None:
    fill(store, entry(values={"pain_average": 4}))
    page = shown(qtbot, TodayPage(store))
    store.set_author(anna)
    refreshed(qtbot, page)
    assert page.measures.field("pain_average").value is None
    digit(page, "pain_average", 8)
    save(page)
    hers = store.ask(queries.entry_on, TODAY, EntryKind.DAY, anna)
    assert values(hers) == {"pain_average": 8}
    assert values(day_entry(store)) == {"pain_average": 4}
    store.back_to_self()
    refreshed(qtbot, page)
    assert page.measures.field("pain_average").value == 4


def test_what_is_typed_waits_for_who_typed_it(qtbot: QtBot, anna: str, store: Store) -> None:
    page = shown(qtbot, TodayPage(store))
    digit(page, "pain_average", 4)
    store.set_author(anna)
    refreshed(qtbot, page)
    assert page.measures.field("pain_average").value is None
    digit(page, "pain_average", 8)
    store.back_to_self()
    refreshed(qtbot, page)
    assert page.measures.field("pain_average").value == 4
    store.set_author(anna)
    refreshed(qtbot, page)
    assert page.measures.field("pain_average").value == 8
    assert day_entry(store) is None


def test_a_moment_by_a_helper_says_whose_it_is(qtbot: QtBot, anna: str, store: Store) -> None:
    store.set_author(anna)
    page = shown(qtbot, PainNowPage(store))
    page.begin()
    digit(page, "pain_now", 8)
    save(page)
    (moment,) = store.ask(queries.entries_between, TODAY, TODAY)
    assert (moment.author, moment.kind) == (anna, EntryKind.MOMENT)


def test_answers_to_a_questionnaire_wait_for_who_gave_them(qtbot: QtBot, anna: str, store: Store) -> None:
    page = shown(qtbot, QuestionnairePage(store))
    page.begin("peg")
    assert page.sheet is not None
    page.sheet.fields["average"].set_value(6)
    store.set_author(anna)
    assert page.sheet.answers == {}
    store.back_to_self()
    assert page.sheet.answers == {"average": 6}
    assert store.ask(life_queries.all_of, Response) == []


def test_history_names_the_helper_and_opens_ones_own_first(qtbot: QtBot, anna: str, store: Store) -> None:
    fill(store, entry(uid="hers", author=anna, values={"pain_average": 8}))
    fill(store, entry(uid="own", values={"pain_average": 4}))
    past = Past(store)
    assert past.uid_on(TODAY) == "own"
    found = past.found(Wanted())
    rows = past.rows([one.number for one in found])
    assert {row.uid: kind_words(row) for row in rows.values()} == {
        "hers": "Day, by Anna",
        "own": "Day",
    }
    store.set_author(anna)
    assert past.uid_on(TODAY) == "hers"
    rows = past.rows([one.number for one in found])
    assert {row.uid: row.writer for row in rows.values()} == {"hers": "", "own": say("writer.person")}
