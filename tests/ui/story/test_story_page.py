"""My story and plan: everything opens where it is edited, and small things are done in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.care import Procedure
from diary.models.codes import CauseGroup, Noun, ProcedureKind, Told
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.models.story import Attainment, Condition, Consult, Goal, LifeEvent, Question, Site
from diary.ui.story.places_card import half_years_words, lasting_words
from tests.ui.forms.given import given, kept
from tests.ui.today.given import refreshed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.models.records import Record
    from diary.store.store import Store
    from diary.ui.story.page import StoryPage
    from diary.ui.theme import Theme

TODAY = date(2026, 11, 22)
MARKS: tuple[Record, ...] = (
    Condition(uid="c", label="Diabetes", group=CauseGroup.DISEASE, told=Told.CLINICIAN, since=Rough(2012)),
    Condition(uid="n", label="Lupus", group=CauseGroup.DISEASE, told=Told.BELIEF),
    LifeEvent(uid="e", text="Fell off a ladder", when=Rough(2019, about=True)),
    Procedure(uid="p", kind=ProcedureKind.BLOCK, when=Rough(2025, 2, 11)),
)
GOAL = Goal(uid="g", text="Walk to the lake", since=TODAY, agreed_with="Dr Lind", review=date(2027, 1, 4))
VISIT = Consult(uid="v", day=date(2027, 1, 4), clinician="Dr Lind")


def show(qtbot: QtBot, store: Store, page: StoryPage, *records: Record) -> None:
    """Keeps records and waits until the page shows them."""
    given(store, *records)
    refreshed(qtbot, page)


def test_an_empty_page_says_kindly_what_can_stand_there(page: StoryPage) -> None:
    for label in (page.line.empty, page.places.empty, page.goals.empty, page.visits.none):
        assert label.isVisible()
        assert label.text()


def test_the_list_reads_the_line_with_dates_and_how_each_is_known(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    show(qtbot, store, page, *MARKS)
    model = page.line.model
    words = [model.data(model.index(row)) for row in range(model.rowCount())]
    assert words == [
        "2012: Diabetes (told by a clinician)",
        "about 2019: Fell off a ladder",
        "11 February 2025: nerve block",
        "no date: Lupus (my own belief)",
    ]
    assert "3 marks" in page.line.line.accessibleName()


def test_a_rough_date_is_painted_as_its_span(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    show(qtbot, store, page, *MARKS)
    year, about, exact = page.line.line.placed()
    assert year.right - year.left > 10
    assert about.right - about.left > 10
    assert exact.left == exact.right
    assert year.left < about.left < exact.left


def test_the_keyboard_walks_the_line_and_opens(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    show(qtbot, store, page, *MARKS)
    line = page.line.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Right)
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert page.line.list.currentIndex().row() == 1
    assert "Fell off a ladder" in line.accessibleDescription()
    with qtbot.waitSignal(page.record_requested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [Noun.LIFE_EVENT, "e", {}]


def test_a_row_without_a_date_opens_too_and_leaves_the_line_unchosen(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    show(qtbot, store, page, *MARKS)
    page.line.list.setCurrentIndex(page.line.model.index(3))
    assert page.line.line.current == -1
    with qtbot.waitSignal(page.record_requested) as asked:
        page.line.list.activated.emit(page.line.model.index(3))
    assert asked.args == [Noun.CONDITION, "n", {}]


@pytest.mark.parametrize(
    ("site", "words"),
    [
        (Site(uid="s", name="x"), "Since when is not said yet."),
        (
            Site(uid="s", name="x", onset=Rough(2026, 6, 20)),
            "Present for about 5 months; three months or more is called chronic.",
        ),
        (
            Site(uid="s", name="x", onset=Rough(2026, 7)),
            "Present for about 3 to 4 months; three months or more is called chronic.",
        ),
        (
            Site(uid="s", name="x", onset=Rough(2019, 3, about=True)),
            "Present for about 7 and a half years; three months or more is called chronic.",
        ),
        (
            Site(uid="s", name="x", onset=Rough(2026, 10, 1)),
            "Present for about 1 month, which is under three months.",
        ),
        (
            Site(uid="s", name="x", onset=Rough(2026)),
            "Present for up to 10 months; three months or more is called chronic.",
        ),
        (Site(uid="s", name="x", onset=Rough(2026, 11, 1)), "Present for less than a month."),
        (
            Site(uid="s", name="x", onset=Rough(2019), over=Rough(2020, 5)),
            "There from 2019 to May 2020.",
        ),
    ],
)
def test_how_long_a_place_lasts_is_said_as_its_date_allows(site: Site, words: str) -> None:
    assert lasting_words(site, TODAY) == words


def test_a_goal_is_told_in_one_tap_and_changed_within_the_week(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    show(qtbot, store, page, GOAL)
    row = page.goals.rows["g"]
    assert "Dr Lind" in row.facts.text()
    row.week.set_value(4)
    refreshed(qtbot, page)
    row.week.set_value(6)
    refreshed(qtbot, page)
    (told,) = kept(store, Attainment)
    assert (told.goal, told.day, told.value) == ("g", TODAY, 6)
    assert row.weeks.text() == "told in 1 of 1 week"
    row.week.set_value(None)
    assert not kept(store, Attainment)
    store.undo_stack.undo()
    assert kept(store, Attainment)[0].value == 6


def test_a_question_is_added_with_enter_ticked_and_answered(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    show(qtbot, store, page, VISIT)
    QTest.keyClicks(page.visits.new, "Why at night?")
    QTest.keyClick(page.visits.new, Qt.Key.Key_Return)
    refreshed(qtbot, page)
    assert not page.visits.new.text()
    (row,) = page.visits.rows.values()
    assert row.answer.isHidden()
    row.tick.click()
    refreshed(qtbot, page)
    assert row.answer.isVisible()
    QTest.keyClicks(row.answer, "Nobody knows")
    QTest.keyClick(row.answer, Qt.Key.Key_Return)
    (question,) = kept(store, Question)
    assert (question.text, question.done, question.answer) == ("Why at night?", True, "Nobody knows")


def test_questions_are_put_in_order_and_moved_to_a_visit(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    one = Question(uid="1", text="One?", asked=TODAY, position=0)
    show(qtbot, store, page, VISIT, one, replace(one, uid="2", text="Two?", position=1))
    menu = page.visits.rows["2"].menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Move up", "Move down", "Change or delete…", "For 4 January 2027, Dr Lind"]
    menu.actions()[0].trigger()
    assert {one.uid: one.position for one in kept(store, Question)} == {"2": 0, "1": 1}
    refreshed(qtbot, page)
    page.visits.rows["2"].menu().actions()[-1].trigger()
    assert {one.uid: one.consult for one in kept(store, Question)} == {"2": "v", "1": None}


def test_a_question_changed_elsewhere_is_not_overwritten(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    show(qtbot, store, page, Question(uid="1", text="One?", asked=TODAY))
    row = page.visits.rows["1"]
    (held,) = kept(store, Question)
    store.save([Replace(before=held, after=replace(held, text="Other?"))], text="elsewhere")
    row.tick.click()
    assert page.message.isVisible()
    assert not kept(store, Question)[0].done
    refreshed(qtbot, page)
    assert row.words.text() == "Other?"
    assert not row.tick.isChecked()


def test_visits_goals_and_places_open_where_they_are_edited(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    past = Consult(uid="w", day=date(2026, 1, 4))
    show(qtbot, store, page, VISIT, past, GOAL, Site(uid="s", name="My foot"))
    buttons = {
        page.visits.ahead.buttons[0]: (Noun.CONSULT, "v"),
        page.visits.past.buttons[0]: (Noun.CONSULT, "w"),
        page.goals.rows["g"].name: (Noun.GOAL, "g"),
        page.places.rows[0].name: (Noun.SITE, "s"),
        page.line.buttons[Noun.LIFE_EVENT]: (Noun.LIFE_EVENT, ""),
        page.goals.add_one: (Noun.GOAL, ""),
        page.places.add_one: (Noun.SITE, ""),
        page.visits.add_one: (Noun.CONSULT, ""),
    }
    for button, (noun, uid) in buttons.items():
        with qtbot.waitSignal(page.record_requested) as asked:
            button.click()
        assert asked.args == [noun, uid, {}]


def test_a_closed_goal_is_not_asked_about(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    show(qtbot, store, page, replace(GOAL, closed=TODAY))
    assert not page.goals.rows
    assert [one.words for one in page.goals.closed] == ["Walk to the lake (22 November 2026)"]


def test_a_questionnaire_opens_from_the_shelf(qtbot: QtBot, page: StoryPage) -> None:
    with qtbot.waitSignal(page.questionnaire_requested) as asked:
        page.shelf.open_requested.emit("peg")
    assert asked.args == ["peg"]


def test_long_words_are_cut_on_the_page_and_told_whole(qtbot: QtBot, store: Store, page: StoryPage) -> None:
    long = "Walk to the lake and back again without a rest " * 8
    show(
        qtbot,
        store,
        page,
        replace(GOAL, text=f"A & B {long.strip()}"),
        replace(VISIT, clinician=long.strip()),
    )
    page.resize(700, 800)
    refreshed(qtbot, page)
    name = page.goals.rows["g"].name
    qtbot.waitUntil(lambda: name.text().endswith("…"))
    assert name.accessibleName() == name.toolTip() == f"A & B {long.strip()}"
    assert name.text().startswith("A && B Walk")
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_of_many_marks_at_once_only_names_with_room_are_shown(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    many = [LifeEvent(uid=f"{n:02}", text=f"Event number {n}", when=Rough(2019, 3, 1 + n)) for n in range(12)]
    show(qtbot, store, page, *many)
    placed = page.line.line.placed()
    named = [one.words for one in placed if one.fits]
    assert len(placed) == 12
    assert 0 < len(named) < 12
    assert not any(one.intersects(other) for one in named for other in named if one is not other)
    QTest.keyClick(page.line.line, Qt.Key.Key_End)
    assert page.line.line.toolTip() == "12 March 2019: Event number 11"


CROWDED = tuple(
    LifeEvent(
        uid=f"e{at}",
        text=f"Fell off a ladder while painting the whole house, and lay for days in hospital {at}",
        when=Rough(2019, 1 + at % 12, 1 + at),
    )
    for at in range(15)
)
WORDY = Condition(uid="c", label="x" * 200, group=CauseGroup.DISEASE, told=Told.UNKNOWN)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_crowded_names_never_run_together_and_stand_whole_in_the_list(
    qtbot: QtBot, theme: Theme, store: Store, page: StoryPage, scale: float
) -> None:
    theme.set_scale(scale)
    show(qtbot, store, page, *CROWDED, WORDY)
    drawn = [one.words for one in page.line.line.placed() if one.fits]
    assert drawn
    assert not any(one.intersects(other) for at, one in enumerate(drawn) for other in drawn[:at])
    view, metrics = page.line.list, theme.metrics("body")
    for at in range(view.model().rowCount()):
        index = view.model().index(at, 0)
        room = view.visualRect(index)
        rows = -(-metrics.horizontalAdvance(str(index.data())) // room.width())
        assert room.height() >= rows * metrics.height()


@pytest.mark.parametrize(
    ("months", "words"), [(45, "about 4 years"), (42, "about 3 and a half years"), (38, "about 3 years")]
)
def test_a_length_about_which_is_known_is_told_to_half_a_year(months: int, words: str) -> None:
    assert half_years_words(months) == words
