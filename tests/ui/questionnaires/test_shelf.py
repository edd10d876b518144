"""The shelf, the quiet line on Today and the settings: asked gently, put off, or left out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.codes import AuthorRole
from diary.models.records import Author, Replace
from diary.models.story import Answer, Response
from diary.storage import queries
from diary.storage.life_queries import day_rows
from diary.ui.questionnaires.due_line import DueLine
from diary.ui.questionnaires.facts import change_since, set_asked, standings
from diary.ui.questionnaires.said import result_words
from diary.ui.questionnaires.shelf import QuestionnaireShelf, _last_words
from diary.ui.settings.questionnaires_card import QuestionnairesCard
from diary.wording import say
from tests.ui.today.given import TODAY, Clock, entry, fill, opened_store, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

FIRST = TODAY - timedelta(40)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path, theme: Theme, clock: Clock) -> Iterator[Store]:
    store = opened_store(tmp_path, clock)
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    fill(empty, entry(FIRST, values={"pain_average": 5}))
    return empty


def answer(store: Store, code: str, day: date, *values: int, uid: str = "") -> None:
    items = {
        "peg": ("average", "enjoyment", "activity"),
        "phq4": ("nervous", "worry", "interest", "low"),
        "change": ("change",),
    }[code]
    kept = Response(
        uid=uid or f"{code}-{day}",
        instrument=code,
        version="1" if code == "change" else "2009",
        language="en",
        day=day,
        at=store.now(),
        since=day - timedelta(6),
        until=day,
        answers=tuple(Answer(item=item, value=v) for item, v in zip(items, values, strict=False)),
    )
    store.save([Replace(before=None, after=kept)], text="answers")


def line(qtbot: QtBot, store: Store) -> DueLine:
    line = DueLine(store)
    qtbot.addWidget(line)
    return line


def shelf(qtbot: QtBot, store: Store) -> QuestionnaireShelf:
    shelf = QuestionnaireShelf(store)
    qtbot.addWidget(shelf)
    shelf.resize(900, 700)
    shelf.show()
    return shelf


def test_an_empty_diary_is_asked_nothing(qtbot: QtBot, empty: Store) -> None:
    assert line(qtbot, empty).isHidden()
    assert shelf(qtbot, empty).rows["peg"].stands.text() == say("due.not_yet")


def test_one_line_asks_for_one_at_a_time(qtbot: QtBot, store: Store) -> None:
    due = line(qtbot, store)
    due.show()
    assert due.code == "peg"
    with qtbot.waitSignal(due.open_requested) as heard:
        press(due.open_button)
    assert heard.args == ["peg"]
    answer(store, "peg", TODAY, 1, 1, 1)
    assert due.code == "phq4"


def test_not_this_time_is_quiet_until_the_next_interval_and_can_be_undone(
    qtbot: QtBot, store: Store, clock: Clock
) -> None:
    due = line(qtbot, store)
    due.show()
    for _each in range(3):
        press(due.not_now)
    assert due.isHidden()
    clock.pass_by(days=6)
    due.refresh()
    assert due.isHidden()
    clock.pass_by(days=1)
    due.refresh()
    assert due.code == "peg"
    clock.pass_by(days=-7)
    store.undo_stack.undo()
    assert due.code == "change"


def test_what_is_switched_off_is_not_asked_and_can_still_be_filled_in(qtbot: QtBot, store: Store) -> None:
    set_asked(store, "peg", asked=False)
    assert line(qtbot, store).code == "phq4"
    row = shelf(qtbot, store).rows["peg"]
    assert row.stands.text() == say("due.off")
    assert row.fill_in.isEnabled()
    set_asked(store, "peg", asked=True)
    assert line(qtbot, store).code == "peg"


def test_a_diary_that_can_only_be_read_asks_nothing(qtbot: QtBot, store: Store) -> None:
    store.diary.read_only = True
    assert line(qtbot, store).isHidden()
    assert not shelf(qtbot, store).rows["peg"].fill_in.isEnabled()


def test_a_helper_is_not_asked_about_the_person(qtbot: QtBot, store: Store) -> None:
    due = line(qtbot, store)
    store.set_author("anna")
    assert due.isHidden()
    store.back_to_self()
    assert due.code == "peg"


def test_the_shelf_says_when_each_is_asked_next_and_what_the_last_one_came_to(
    qtbot: QtBot, store: Store
) -> None:
    answer(store, "peg", TODAY - timedelta(2), 6, 7, 4)
    row = shelf(qtbot, store).rows["peg"]
    assert row.stands.text() == say("due.next", day="27 November 2026")
    assert "5.7" in row.result.text()
    assert "3 of 3" in row.result.text()
    assert not row.line.isVisible()


def test_the_shelf_follows_new_answers_and_draws_a_line_with_gaps(
    qtbot: QtBot, store: Store, clock: Clock
) -> None:
    it = shelf(qtbot, store)
    clock.pass_by(days=-28)
    for days, value in ((7, 8), (21, 6), (0, 2)):
        answer(store, "peg", store.today(), value, value, value)
        clock.pass_by(days=days)
    row = it.rows["peg"]
    assert row.line.values == (8.0, 6.0, None, None, 2.0)
    assert row.line.isVisible()
    assert "Mean" in row.line.accessibleName()


def test_the_table_holds_every_answer_with_its_class_and_opens_it(qtbot: QtBot, store: Store) -> None:
    it = shelf(qtbot, store)
    answer(store, "phq4", TODAY - timedelta(14), 1, 1, 1, 1, uid="old")
    answer(store, "phq4", TODAY, 1, 1, 2, uid="new")
    row = it.rows["phq4"]
    press(row.unfold)
    model = row.table.model()
    cells = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    late = say("instrument.late.memory")
    assert cells == [
        ["22 November 2026", "", "2", "", "3 of 4", say("instrument.late.same_day")],
        ["8 November 2026", "4", "2", "2", "4 of 4", late],
    ]
    row.table.selectRow(1)
    with qtbot.waitSignal(it.edit_requested) as heard:
        QTest.keyClick(row.table, Qt.Key.Key_Return)
    assert heard.args == ["old"]
    assert len(row.line.values) < 2


def test_answers_a_helper_gave_say_so(qtbot: QtBot, store: Store) -> None:
    it = shelf(qtbot, store)
    anna = Author(uid="anna", role=AuthorRole.CARER, name="Anna")
    store.save([Replace(before=None, after=anna)], text="added")
    store.set_author("anna")
    answer(store, "change", TODAY, 3)
    model = it.rows["change"].table.model()
    assert model.index(0, model.columnCount() - 1).data() == "same day, by Anna (carer)"
    store.back_to_self()
    assert model.index(0, model.columnCount() - 1).data() == "same day, by Anna (carer)"


def test_settings_ask_or_leave_out_with_one_press_each(qtbot: QtBot, store: Store) -> None:
    card = QuestionnairesCard(store)
    qtbot.addWidget(card)
    card.refresh()
    card.show()
    press(card.chips["phq4"])
    assert [one.code for one in standings(store) if one.off] == ["phq4"]
    store.undo_stack.undo()
    card.refresh()
    assert card.chips["phq4"].isChecked()


def test_the_start_date_is_the_diarys_first_day_until_it_is_set(qtbot: QtBot, store: Store) -> None:
    card = QuestionnairesCard(store)
    qtbot.addWidget(card)
    card.refresh()
    card.show()
    assert card.since.day == FIRST
    assert not card.first_day.isEnabled()
    card.since.changed.emit(FIRST + timedelta(3))
    assert change_since(store) == FIRST + timedelta(3)
    press(card.first_day)
    assert change_since(store) == FIRST


def test_settings_that_no_diary_wrote_change_nothing(store: Store) -> None:
    store.set_setting("questionnaires_off", 7)
    store.set_setting("questionnaires_put_off", "x")
    store.set_setting("change_since", ["y"])
    assert [one.due for one in standings(store)] == [True, True, True]
    assert change_since(store) == FIRST
    assert store.ask(queries.span) == (FIRST, FIRST)


def test_of_two_on_one_day_the_later_is_the_last(store: Store, clock: Clock) -> None:
    answer(store, "peg", TODAY, 8, 8, 8, uid="z")
    clock.pass_by(hours=1)
    answer(store, "peg", TODAY, 2, 2, 2, uid="a")
    rows = store.ask(day_rows, Response, FIRST, TODAY)
    later = next(row.record for row in rows if row.record.uid == "a")
    assert isinstance(later, Response)
    assert result_words(later) in _last_words(rows)
