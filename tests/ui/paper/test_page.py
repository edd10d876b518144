"""Paper days: typed in quickly, each kept as late as it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from diary.models.codes import Answered, AnswerList, EntryKind, Lateness
from diary.models.records import Entry, Replace
from diary.storage import queries
from diary.ui.paper.page import PaperPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    day_entry,
    entry,
    foot,
    night_entry,
    press,
    shown,
    values,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store

ENTER = Qt.Key.Key_Return
FIRST = TODAY - timedelta(days=6)


def keep(store: Store, one: Entry) -> None:
    store.save([Replace(before=None, after=one)], text="Kept")


def go(page: PaperPage, key: str, column: int) -> None:
    row = next(at for at, one in enumerate(page.paper.rows) if one.key == key)
    page.grid.setCurrentIndex(page.cells.index(row, column))


def type_in(page: PaperPage, *cells: str) -> None:
    """Type words and Enter into the cell with the focus and those below it, as with a real keyboard."""
    for text in cells:
        for letter in text:
            QTest.keyClicks(page.grid.window().focusWidget() or page.grid, letter)
        QTest.keyClick(page.grid.window().focusWidget() or page.grid, ENTER)
        QCoreApplication.processEvents()  # Qt takes what was typed a turn later


def test_digits_and_enter_fill_a_column_as_it_stands_on_paper(paper: PaperPage, store: Store) -> None:
    go(paper, "pain_average", 5)
    type_in(paper, "5", "8", "2", "6:30")
    press(paper.save)
    assert values(day_entry(store, YESTERDAY)) == {"pain_average": 5, "pain_worst": 8, "pain_least": 2}
    assert values(night_entry(store, YESTERDAY)) == {"sleep_min": 390}
    assert paper.said.now is not None
    assert paper.said.now.text.startswith("Saved 1 day.")


def test_days_from_long_ago_are_kept_as_late(paper: PaperPage, store: Store) -> None:
    go(paper, "pain_average", 0)
    type_in(paper, "7")
    head = paper.cells.headerData(0, Qt.Orientation.Horizontal)
    press(paper.save)
    rows = store.ask(queries.values_between, ["pain_average"], FIRST, FIRST)
    assert [row.lateness for row in rows] == [Lateness.MEMORY]
    assert str(head).endswith("late")


def test_an_empty_cell_stays_empty(paper: PaperPage, store: Store) -> None:
    go(paper, "pain_average", 5)
    type_in(paper, "5")
    press(paper.save)
    found = day_entry(store, YESTERDAY)
    assert found is not None
    assert found.asked == ("pain_average",)
    assert night_entry(store, YESTERDAY) is None
    assert store.ask(queries.entry_on, FIRST, EntryKind.DAY, store.author) is None


def test_words_that_are_no_answer_save_nothing_and_say_what_the_cell_takes(
    paper: PaperPage, store: Store
) -> None:
    go(paper, "pain_average", 5)
    type_in(paper, "55", "4")
    press(paper.save)
    assert day_entry(store, YESTERDAY) is None
    assert paper.said.now is not None
    assert "from 0 to 10" in paper.said.now.text
    type_in(paper, "5")  # the focus is on that cell
    press(paper.save)
    assert values(day_entry(store, YESTERDAY)) == {"pain_average": 5, "pain_worst": 4}


def test_what_the_diary_holds_already_stays_and_can_be_corrected(
    qtbot: QtBot, paper: PaperPage, store: Store
) -> None:
    keep(store, entry(day=YESTERDAY, values={"pain_average": 6.0, "mood": 3.0}))
    qtbot.waitUntil(lambda: paper.paper.text(0, YESTERDAY) == "6")
    go(paper, "pain_average", 5)
    type_in(paper, "4")
    press(paper.save)
    assert values(day_entry(store, YESTERDAY)) == {"pain_average": 4, "mood": 3}


def test_delete_takes_an_answer_back(qtbot: QtBot, paper: PaperPage, store: Store) -> None:
    keep(store, entry(day=YESTERDAY, values={"pain_average": 6.0, "mood": 3.0}))
    qtbot.waitUntil(lambda: paper.paper.text(0, YESTERDAY) == "6")
    go(paper, "pain_average", 5)
    QTest.keyClick(paper.grid, Qt.Key.Key_Delete)
    press(paper.save)
    assert values(day_entry(store, YESTERDAY)) == {"mood": 3}


def test_a_week_is_one_change_that_one_undo_takes_back(paper: PaperPage, store: Store) -> None:
    for column in range(7):
        go(paper, "pain_average", column)
        type_in(paper, str(column))
    press(paper.save)
    assert len(store.ask(queries.entries_between, FIRST, TODAY)) == 7
    store.undo_stack.undo()
    assert store.ask(queries.entries_between, FIRST, TODAY) == []


def test_nothing_hurt_is_an_answer_but_not_where_places_are_marked(
    qtbot: QtBot, paper: PaperPage, store: Store
) -> None:
    keep(store, entry(day=YESTERDAY, areas=(foot(),)))
    qtbot.waitUntil(lambda: bool(paper.paper.saved(YESTERDAY).places))
    go(paper, "nothing", 4)
    type_in(paper, "yes")
    go(paper, "nothing", 5)
    type_in(paper, "yes")
    assert [day for _, day, _ in paper.paper.problems()] == [YESTERDAY]
    QTest.keyClick(paper.grid, Qt.Key.Key_Delete)
    go(paper, "nothing", 5)
    QTest.keyClick(paper.grid, Qt.Key.Key_Delete)
    press(paper.save)
    found = day_entry(store, TODAY - timedelta(days=2))
    assert found is not None
    assert found.answered == {AnswerList.PLACES: Answered.NONE}


def test_a_day_to_come_cannot_be_typed_in(paper: PaperPage) -> None:
    paper.paper.show(TODAY - timedelta(days=5))
    paper._show()
    assert not paper.cells.flags(paper.cells.index(0, 6)) & Qt.ItemFlag.ItemIsEditable
    assert str(paper.cells.headerData(6, Qt.Orientation.Horizontal)).endswith("to come")


def test_typing_that_was_not_saved_is_there_again(qtbot: QtBot, paper: PaperPage, store: Store) -> None:
    go(paper, "pain_average", 2)
    type_in(paper, "3")
    paper.leave.click()
    other = PaperPage(store)
    other.begin()
    shown(qtbot, other)
    assert other.paper.text(0, FIRST + timedelta(days=2)) == "3"
    assert store.ask(queries.entries_between, FIRST, TODAY) == []
    press(other.discard)
    assert other.paper.text(0, FIRST + timedelta(days=2)) == ""
    assert store.draft("paper") is None


def test_a_cell_says_its_row_its_day_and_what_is_in_it(paper: PaperPage) -> None:
    go(paper, "pain_average", 5)
    type_in(paper, "5")
    spoken = paper.cells.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Average pain" in str(spoken)
    assert str(spoken).endswith(": 5")
