"""One question at a time: large, next and back, leave whenever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.care import Dose, Treatment
from diary.models.codes import Answered, AnswerList, TreatmentKind, Use
from diary.models.records import Replace
from diary.ui.one_question.controls import ListControl, MeasureControl, PlacesControl
from diary.ui.one_question.page import OneQuestionPage
from diary.ui.today.asked import ASKED_SETTING
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    Clock,
    day_entry,
    digit,
    entry,
    fill,
    foot,
    keys,
    night_entry,
    opened_store,
    opened_window,
    press,
    refreshed,
    shown,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace


def asking(store: Store, *codes: str) -> None:
    store.set_setting(ASKED_SETTING, list(codes), text="Asked")


def begun(qtbot: QtBot, store: Store) -> OneQuestionPage:
    page = OneQuestionPage(store)
    page.resize(1200, 800)
    page.begin()
    return shown(qtbot, page)


def code(page: OneQuestionPage) -> str:
    assert page.ask is not None
    return page.ask.key


def test_the_first_question_stands_alone_and_large(one: OneQuestionPage) -> None:
    assert one.question.text() == "Your pain on this day, on average"
    assert one.question.font().pixelSize() >= 24
    assert one.progress.text() == "Question 1 of 10"
    assert not one.back.isEnabled()
    assert len(one.findChildren(MeasureControl)) == 1


def test_digits_and_enter_walk_through_the_day(one: OneQuestionPage, store: Store) -> None:
    keys(one, "5", ENTER, "8", ENTER, ENTER, "2", Qt.Key.Key_Escape)
    assert values(day_entry(store)) == {"pain_average": 5.0, "pain_worst": 8.0}
    assert "sleep_min" in values(night_entry(store))


def test_what_was_skipped_is_no_answer(one: OneQuestionPage, store: Store) -> None:
    keys(one, "5")
    press(one.next)
    press(one.skip)
    press(one.stop)
    found = day_entry(store)
    assert values(found) == {"pain_average": 5.0}
    assert found is not None
    assert set(found.asked) == {"pain_average", "pain_worst", "pain_least"}
    assert night_entry(store) is None


def test_without_an_answer_nothing_is_saved(qtbot: QtBot, one: OneQuestionPage, store: Store) -> None:
    with qtbot.waitSignals([one.told, one.done]) as left:
        press(one.stop)
    assert day_entry(store) is None
    assert left.args[0] if hasattr(left, "args") else True
    assert store.drafts() == {}


def test_escape_says_what_was_saved(qtbot: QtBot, one: OneQuestionPage, store: Store) -> None:
    keys(one, "5", ENTER, "8")
    with qtbot.waitSignal(one.told) as said, qtbot.waitSignal(one.done):
        keys(one, Qt.Key.Key_Escape)
    assert said.args == ["Saved: 2 answers."]


def test_backspace_goes_back_and_keeps_the_answer(one: OneQuestionPage) -> None:
    keys(one, "5", ENTER, BACK)
    assert code(one) == "pain_average"
    assert isinstance(one.control, MeasureControl)
    assert one.control.field.value == 5
    keys(one, ENTER)
    QTest.keyClick(one.window().focusWidget() or one, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert code(one) == "pain_average"


def test_an_answer_can_be_taken_back(one: OneQuestionPage, store: Store) -> None:
    keys(one, "5", Qt.Key.Key_Delete)
    assert store.drafts() == {}
    keys(one, Qt.Key.Key_Escape)
    assert day_entry(store) is None


def test_after_the_last_question_it_saves_and_leaves(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "mood", "stress")
    page = begun(qtbot, store)
    keys(page, "4", ENTER, "6")
    assert page.next.text() == "Finish"
    with qtbot.waitSignal(page.done):
        keys(page, ENTER)
    assert values(day_entry(store)) == {"mood": 4.0, "stress": 6.0}


def test_it_begins_at_the_first_open_question(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(values={"pain_average": 5, "pain_worst": 7}))
    page = begun(qtbot, store)
    assert code(page) == "pain_least"
    keys(page, "2", Qt.Key.Key_Escape)
    assert values(day_entry(store)) == {"pain_average": 5.0, "pain_worst": 7.0, "pain_least": 2.0}


def test_what_the_day_holds_besides_stays(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(values={"anxiety": 3}, areas=(foot(),), note="Rain"))
    page = begun(qtbot, store)
    keys(page, "5", Qt.Key.Key_Escape)
    found = day_entry(store)
    assert values(found) == {"anxiety": 3.0, "pain_average": 5.0}
    assert found is not None
    assert (found.note, len(found.areas)) == ("Rain", 1)


def test_an_answer_is_the_draft_that_today_shows(
    qtbot: QtBot, one: OneQuestionPage, open_store: Callable[[], Store]
) -> None:
    keys(one, "5")
    today = shown(qtbot, TodayPage(open_store()))
    assert today.sitting.values == {"pain_average": 5}
    assert today.dirty


def test_what_is_typed_on_today_is_shown_and_stays_a_draft(qtbot: QtBot, theme: Theme, store: Store) -> None:
    today = shown(qtbot, TodayPage(store))
    digit(today, "pain_average", 6)
    today.typing.keep_now()
    page = begun(qtbot, store)
    assert code(page) == "pain_worst"
    keys(page, "9", Qt.Key.Key_Escape)
    assert values(day_entry(store)) == {"pain_worst": 9.0}
    again = shown(qtbot, TodayPage(store))
    assert again.sitting.values == {"pain_average": 6, "pain_worst": 9}
    assert again.dirty
    again.save()
    assert values(day_entry(store)) == {"pain_average": 6.0, "pain_worst": 9.0}


def test_leaving_by_another_way_saves_too(one: OneQuestionPage, store: Store) -> None:
    keys(one, "5")
    one.hide()
    assert values(day_entry(store)) == {"pain_average": 5.0}
    assert store.drafts() == {}


def test_other_answers_saved_elsewhere_stay(
    one: OneQuestionPage, store: Store, open_store: Callable[[], Store]
) -> None:
    keys(one, "5")
    fill(open_store(), entry(values={"mood": 3}))
    keys(one, Qt.Key.Key_Escape)
    assert values(day_entry(store)) == {"mood": 3.0, "pain_average": 5.0}


def test_the_same_answer_given_elsewhere_is_asked_about(
    qtbot: QtBot, one: OneQuestionPage, store: Store, open_store: Callable[[], Store]
) -> None:
    keys(one, "5")
    fill(open_store(), entry(values={"pain_average": 3}))
    keys(one, Qt.Key.Key_Escape)
    assert values(day_entry(store)) == {"pain_average": 3.0}
    assert one.said.asks_for("mine")
    with qtbot.waitSignal(one.done):
        one.said.answered.emit("mine")
    assert values(day_entry(store)) == {"pain_average": 5.0}


def test_the_other_answer_can_be_kept(
    qtbot: QtBot, one: OneQuestionPage, store: Store, open_store: Callable[[], Store]
) -> None:
    keys(one, "5", ENTER, "8")
    fill(open_store(), entry(values={"pain_average": 3}))
    keys(one, Qt.Key.Key_Escape)
    with qtbot.waitSignal(one.done):
        one.said.answered.emit("other")
    assert values(day_entry(store)) == {"pain_average": 3.0, "pain_worst": 8.0}


def test_midnight_moves_no_answer(one: OneQuestionPage, store: Store, clock: Clock) -> None:
    keys(one, "5", ENTER)
    clock.pass_by(hours=12)
    keys(one, "8", Qt.Key.Key_Escape)
    assert values(day_entry(store, TODAY)) == {"pain_average": 5.0, "pain_worst": 8.0}


def test_yes_and_no_take_one_and_nought(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "cold", "lifting")
    page = begun(qtbot, store)
    keys(page, "1", ENTER, "0", ENTER)
    found = day_entry(store)
    assert values(found) == {"cold": 1.0, "lifting": 0.0}
    assert found is not None
    assert found.answered == {AnswerList.FACTORS: Answered.SOME}


def test_the_length_of_an_attack_is_asked_where_there_was_one(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    asking(store, "attacks", "mood")
    page = begun(qtbot, store)
    assert page.progress.text() == "Question 1 of 2"
    keys(page, "3")
    assert page.progress.text() == "Question 1 of 3"
    keys(page, ENTER)
    assert code(page) == "attack_s"
    keys(page, BACK)
    keys(page, BACK, "0", ENTER)
    assert code(page) == "mood"


def test_the_places_of_last_time_take_a_number_each(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "mood")
    fill(store, entry(YESTERDAY, areas=(foot(),)))
    page = begun(qtbot, store)
    keys(page, ENTER)
    assert isinstance(page.control, PlacesControl)
    keys(page, "7", ENTER)
    found = day_entry(store)
    assert found is not None
    assert [(area.severity, area.qualities[0].code) for area in found.areas] == [(7, "burning")]
    assert found.answered == {AnswerList.PLACES: Answered.SOME}


def test_nothing_hurts_is_one_press(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store)
    fill(store, entry(YESTERDAY, areas=(foot(),)))
    page = begun(qtbot, store)
    assert isinstance(page.control, PlacesControl)
    press(page.control.nothing)
    press(page.stop)
    found = day_entry(store)
    assert found is not None
    assert found.answered == {AnswerList.PLACES: Answered.NONE}
    assert found.areas == ()


def test_places_without_a_number_are_left_out(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "mood")
    fill(store, entry(YESTERDAY, areas=(foot(),)))
    page = begun(qtbot, store)
    keys(page, "3", ENTER, ENTER)
    found = day_entry(store)
    assert found is not None
    assert (found.areas, found.answered) == ((), {})


def test_medicines_are_asked_where_there_are_some(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "mood")
    for uid, use in (("a", Use.REGULAR), ("b", Use.AS_NEEDED)):
        treatment = Treatment(uid=uid, kind=TreatmentKind.MEDICINE, name=uid, use=use)
        store.save([Replace(before=None, after=treatment)], text="Treatment")
    page = begun(qtbot, store)
    assert page.progress.text() == "Question 1 of 3"
    keys(page, ENTER)
    assert isinstance(page.control, ListControl)
    keys(page, "1", ENTER, "2", ENTER)
    found = day_entry(store)
    assert found is not None
    assert found.answered == {AnswerList.PLANNED: Answered.ALL, AnswerList.DOSES: Answered.NONE}


def with_medicine(store: Store, use: Use) -> None:
    treatment = Treatment(uid="a", kind=TreatmentKind.MEDICINE, name="a", use=use)
    store.save([Replace(before=None, after=treatment)], text="Treatment")


def with_dose(store: Store, amount: float | None = None) -> None:
    dose = Dose(uid="dose", treatment="a", day=TODAY, amount=amount, unit="pieces" if amount else "")
    store.save([Replace(before=None, after=dose)], text="Dose")


def test_where_the_day_has_doses_nothing_as_needed_is_no_question(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    asking(store, "mood")
    with_medicine(store, Use.AS_NEEDED)
    assert begun(qtbot, store).progress.text() == "Question 1 of 2"
    with_dose(store, 1)
    assert begun(qtbot, store).progress.text() == "Question 1 of 1"


def test_a_dose_written_meanwhile_outweighs_nothing_as_needed(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    asking(store, "mood")
    with_medicine(store, Use.AS_NEEDED)
    page = begun(qtbot, store)
    keys(page, "5", ENTER, "2")
    with_dose(store, 1)
    keys(page, ENTER)
    found = day_entry(store)
    assert found is not None
    assert AnswerList.DOSES not in found.answered
    assert values(found) == {"mood": 5.0}


def test_where_an_amount_of_the_day_is_told_as_planned_is_no_question(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    asking(store, "mood")
    with_medicine(store, Use.REGULAR)
    assert begun(qtbot, store).progress.text() == "Question 1 of 2"
    with_dose(store, 0)
    assert begun(qtbot, store).progress.text() == "Question 1 of 1"


def test_one_undo_takes_all_of_it_back(one: OneQuestionPage, store: Store) -> None:
    keys(one, "5", ENTER, "8", ENTER, ENTER, "400", Qt.Key.Key_Escape)
    store.undo_stack.undo()
    assert day_entry(store) is None
    assert night_entry(store) is None


def test_a_change_of_what_is_asked_is_followed(qtbot: QtBot, one: OneQuestionPage, store: Store) -> None:
    asking(store, "mood")
    refreshed(qtbot, one)
    assert one.progress.text() == "Question 1 of 1"


def test_no_question_says_where_to_choose_some(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store)
    page = begun(qtbot, store)
    assert page.question.text() == "No question is chosen for a day. Settings has the list."
    with qtbot.waitSignal(page.done):
        press(page.stop)


def test_today_hands_over_what_is_typed_and_takes_it_back(qtbot: QtBot, theme: Theme, store: Store) -> None:
    today = shown(qtbot, TodayPage(store))
    digit(today, "pain_average", 6)
    assert today.hand_over() == TODAY
    today.hide()
    page = begun(qtbot, store)
    assert code(page) == "pain_worst"
    keys(page, "9", Qt.Key.Key_Escape)
    today.show()
    refreshed(qtbot, today)
    assert today.sitting.values == {"pain_average": 6, "pain_worst": 9}
    assert today.dirty
    today.save()
    assert values(day_entry(store)) == {"pain_average": 6.0, "pain_worst": 9.0}


def test_today_leads_to_it(qtbot: QtBot, theme: Theme, store: Store) -> None:
    today = shown(qtbot, TodayPage(store))
    with qtbot.waitSignal(today.one_question_requested):
        press(today.one_question)


def test_closing_the_window_saves_too(qtbot: QtBot, theme: Theme, store: Store) -> None:
    window = opened_window(qtbot, store)
    window.asides.open_one_question(window.today.hand_over())
    page = window.findChild(OneQuestionPage)
    assert isinstance(page, OneQuestionPage)
    qtbot.waitUntil(lambda: page.ask is not None)
    keys(page, "5")
    folder = store.path.parent
    window.close()
    assert not store.is_open
    again = opened_store(folder, Clock())
    assert values(day_entry(again)) == {"pain_average": 5.0}
    assert again.drafts() == {}
    again.close()
