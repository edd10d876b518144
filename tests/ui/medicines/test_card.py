"""The card of medicines: doses in one tap, amounts of the day, and answers only where they are given."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.models.care import Dose, Relief
from diary.models.codes import Answered, AnswerList, Noun, Unit
from diary.models.records import Replace
from diary.storage.life_queries import all_of
from diary.ui.medicines.day import NONE, OTHER, PLANNED
from diary.ui.medicines.dose_editor import DoseEditor
from diary.ui.medicines.menus import ADD, LATER, NOW, quick_menu
from tests.ui.medicines.given import LIDOCAINE, TRAMADOL, at, doses, keep, shown_card, stored_at, typed
from tests.ui.today.given import TODAY, YESTERDAY, Clock, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.medicines.card import MedicineCard
    from diary.ui.theme import Theme

DOSES, PLAN = AnswerList.DOSES, AnswerList.PLANNED


def editor(card: MedicineCard) -> DoseEditor:
    assert isinstance(card.panels.panel, DoseEditor)
    return card.panels.panel


def test_two_doses_as_needed_are_two_clicks(card: MedicineCard, medicines: Store, clock: Clock) -> None:
    press(card.needed.rows["tram"].add)
    clock.pass_by(hours=2)
    card.forget_tap()
    press(card.needed.rows["tram"].add)
    first, second = doses(medicines)
    assert (first.amount, first.unit) == (50.0, Unit.MG)
    assert [stored_at(first), stored_at(second)] == ["2026-11-22T18:42:13", "2026-11-22T20:42:13"]
    row = card.needed.rows["tram"]
    assert row.count.text() == "2 today:"
    assert [one.text() for one in row.chips.values()] == ["18:42", "20:42"]


def test_a_second_tap_at_once_counts_as_one(card: MedicineCard, medicines: Store) -> None:
    press(card.needed.rows["tram"].add)
    press(card.needed.rows["tram"].add)
    assert len(doses(medicines)) == 1


def test_nothing_is_ticked_beforehand(card: MedicineCard) -> None:
    assert card.answers == {}
    assert not card.line.all_planned.isChecked()
    assert not card.line.not_quite.isChecked()
    assert not card.nothing.isChecked()


def test_a_dose_is_an_answer_and_undo_takes_it_back(
    qtbot: QtBot, card: MedicineCard, medicines: Store
) -> None:
    with qtbot.waitSignal(card.changed):
        press(card.needed.rows["tram"].add)
    assert card.answers == {DOSES: Answered.SOME}
    medicines.undo_stack.undo()
    assert doses(medicines) == []
    assert card.answers == {}
    assert card.needed.rows["tram"].count.isHidden()


def test_all_as_planned_is_one_tap_and_another_takes_it_back(card: MedicineCard) -> None:
    press(card.line.all_planned)
    assert card.answers == {PLAN: Answered.ALL}
    press(card.line.all_planned)
    assert card.answers == {}


def test_nothing_as_needed_is_an_answer(card: MedicineCard) -> None:
    press(card.nothing)
    assert card.answers == {DOSES: Answered.NONE}
    press(card.nothing)
    assert card.answers == {}


def test_nothing_as_needed_is_not_offered_beside_a_dose(card: MedicineCard) -> None:
    press(card.nothing)
    press(card.needed.rows["tram"].add)
    assert card.nothing.isHidden()
    assert card.answers == {DOSES: Answered.SOME}


def test_showing_a_day_says_nothing_by_itself(qtbot: QtBot, card: MedicineCard) -> None:
    with qtbot.assertNotEmitted(card.changed):
        card.show_day(TODAY, {PLAN: Answered.ALL, DOSES: Answered.NONE, AnswerList.PLACES: Answered.NONE})
    assert card.answers == {PLAN: Answered.ALL, DOSES: Answered.NONE}
    assert card.line.all_planned.isChecked()
    assert card.nothing.isChecked()


def test_not_quite_opens_each_medicine_of_every_day(card: MedicineCard, medicines: Store) -> None:
    press(card.line.not_quite)
    assert list(card.planned.rows) == ["preg", "ami"]
    assert [row.choice.value for row in card.planned.rows.values()] == [None, None]
    card.planned.rows["preg"].choice.set_value(PLANNED)
    card.planned.rows["ami"].choice.set_value(NONE)
    kept = {one.treatment: (one.at, one.amount, one.unit) for one in doses(medicines)}
    assert kept == {"preg": (None, 150.0, Unit.MG), "ami": (None, 0.0, Unit.MG)}
    assert card.answers == {PLAN: Answered.SOME}


def test_every_medicine_answered_as_planned_is_all(card: MedicineCard, medicines: Store) -> None:
    press(card.line.not_quite)
    for uid in ("preg", "ami"):
        card.planned.rows[uid].choice.set_value(PLANNED)
    assert card.answers == {PLAN: Answered.ALL}
    assert card.line.all_planned.isChecked()
    assert not card.planned.isHidden()
    card.planned.rows["ami"].choice.set_value(NONE)
    assert card.answers == {PLAN: Answered.SOME}


def test_a_thousand_or_one_is_asked_about_and_nothing_is_kept(card: MedicineCard, medicines: Store) -> None:
    press(card.line.not_quite)
    row = card.planned.rows["preg"]
    row.choice.set_value(OTHER)
    typed(row.amount, "1,000")
    QTest.keyClick(row.amount, Qt.Key.Key_Return)
    assert "1 or 1000" in row.told
    assert doses(medicines) == []
    typed(row.amount, "1000")
    QTest.keyClick(row.amount, Qt.Key.Key_Return)
    assert row.told == ""
    assert [one.amount for one in doses(medicines)] == [1000]


def test_none_of_all_medicines_is_none(card: MedicineCard) -> None:
    press(card.line.not_quite)
    for row in card.planned.rows.values():
        row.choice.set_value(NONE)
    assert card.answers == {PLAN: Answered.NONE}


def test_another_amount_is_the_amount_of_the_day(card: MedicineCard, medicines: Store) -> None:
    press(card.line.not_quite)
    row = card.planned.rows["preg"]
    row.choice.set_value(OTHER)
    assert doses(medicines) == []
    typed(row.amount, "112,5")
    QTest.keyClick(row.amount, Qt.Key.Key_Return)
    (dose,) = doses(medicines)
    assert (dose.at, dose.amount, dose.unit) == (None, 112.5, Unit.MG)
    assert row.choice.value == OTHER
    assert row.amount.text() == "112.5 mg"


def test_a_row_can_be_taken_back(card: MedicineCard, medicines: Store) -> None:
    press(card.line.not_quite)
    row = card.planned.rows["preg"]
    row.choice.set_value(NONE)
    row.choice.set_value(None)
    assert doses(medicines) == []
    assert row.isVisible()
    assert card.answers == {PLAN: Answered.SOME}


def test_all_as_planned_takes_the_amounts_of_the_day_away_as_one_step(
    card: MedicineCard, medicines: Store
) -> None:
    press(card.line.not_quite)
    for row in card.planned.rows.values():
        row.choice.set_value(NONE)
    press(card.line.all_planned)
    assert doses(medicines) == []
    assert card.answers == {PLAN: Answered.ALL}
    medicines.undo_stack.undo()
    assert len(doses(medicines)) == 2
    assert card.answers == {PLAN: Answered.NONE}


def test_a_medicine_stopped_or_not_begun_is_not_asked_about(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    card = shown_card(qtbot, medicines, day=TODAY - timedelta(days=400))
    assert [one.treatment.uid for one in card.now_shown.regular] == ["ami"]
    assert card.now_shown.as_needed == ()
    assert card.needed.isHidden()


def test_only_medicines_as_needed_ask_nothing_of_a_plan(qtbot: QtBot, theme: Theme, store: Store) -> None:
    keep(store, TRAMADOL)
    card = shown_card(qtbot, store)
    assert card.line.all_planned.isHidden()
    assert card.line.not_quite.isHidden()


def test_without_a_medicine_there_is_one_quiet_link(qtbot: QtBot, theme: Theme, store: Store) -> None:
    card = shown_card(qtbot, store)
    assert card.line.add_first.isVisible()
    for one in (card.line.heading, card.line.all_planned, card.line.quick, card.needed, card.planned):
        assert one.isHidden()
    with qtbot.waitSignal(card.record_requested) as asked:
        press(card.line.add_first)
    assert asked.args == [Noun.TREATMENT, "", {}]


def test_the_folded_card_is_one_low_line(qtbot: QtBot, theme: Theme, medicines: Store) -> None:
    card = shown_card(qtbot, medicines, unfolded=False)
    assert card.heightForWidth(496) <= 44
    assert card.line.all_planned.isVisible()
    assert card.line.quick.isVisible()
    assert card.line.nothing.isVisible()
    press(card.line.quick)
    assert len(doses(medicines)) == 1
    assert card.line.count.text() == "1 dose"
    assert card.line.nothing.isHidden()
    assert card.heightForWidth(496) <= 44
    press(card.line.count)
    assert card.needed.isVisible()


def test_the_card_stays_as_it_was_left(qtbot: QtBot, theme: Theme, medicines: Store) -> None:
    card = shown_card(qtbot, medicines, unfolded=False)
    press(card.line.heading)
    from diary.ui.medicines.card import MedicineCard

    again = MedicineCard(medicines)
    qtbot.addWidget(again)
    assert again.is_open


def test_several_medicines_stand_in_a_menu_of_the_folded_line(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    keep(medicines, LIDOCAINE)
    card = shown_card(qtbot, medicines, unfolded=False)
    assert card.line.quick.text() == "Dose"
    menu = quick_menu(card.now_shown.as_needed, card)
    menu.chosen.connect(card.act)
    assert menu.entry(NOW, "lido").text() == "Lidocaine 1 patch"
    menu.entry(NOW, "lido").trigger()
    assert [one.unit for one in doses(medicines)] == [Unit.PATCHES]
    menu.entry(LATER, "tram").trigger()
    assert editor(card).treatment.uid == "tram"


def test_a_dose_at_another_time_and_amount(card: MedicineCard, medicines: Store) -> None:
    press(card.needed.rows["tram"].other)
    panel = editor(card)
    assert panel.time.text() == "18:42"
    assert panel.amount.text() == "50 mg"
    typed(panel.time, "8.10")
    typed(panel.amount, "100")
    QTest.keyClick(panel.amount, Qt.Key.Key_Return)
    (dose,) = doses(medicines)
    assert stored_at(dose) == "2026-11-22T08:10:00"
    assert (dose.amount, dose.unit) == (100.0, Unit.MG)
    assert card.panels.panel is None
    (chip,) = card.needed.rows["tram"].chips.values()
    assert chip.text() == "08:10, 100 mg"


def test_a_time_that_has_not_come_is_answered_kindly(card: MedicineCard, medicines: Store) -> None:
    card.ask_dose("tram")
    typed(editor(card).time, "23:00")
    press(editor(card).save)
    assert editor(card).told == "This time has not come yet."
    typed(editor(card).time, "1:30")
    press(editor(card).save)
    assert editor(card).told == "Times before 03:00 belong to the day before."
    assert doses(medicines) == []


def test_words_that_are_no_time_or_amount_are_told_and_kept(card: MedicineCard, medicines: Store) -> None:
    card.ask_dose("tram")
    typed(editor(card).time, "noon")
    press(editor(card).save)
    assert "cannot be read" in editor(card).told
    typed(editor(card).time, "12:00")
    typed(editor(card).amount, "a bit")
    press(editor(card).save)
    assert "cannot be read" in editor(card).told
    assert editor(card).amount.text() == "a bit"
    assert doses(medicines) == []


def test_a_dose_of_a_thousand_or_one_is_asked_about(card: MedicineCard, medicines: Store) -> None:
    card.ask_dose("tram")
    typed(editor(card).amount, "1,000 mg")
    editor(card).keep()
    assert "1 or 1000" in editor(card).told
    assert doses(medicines) == []


def test_a_dose_can_be_corrected_and_removed(card: MedicineCard, medicines: Store) -> None:
    press(card.needed.rows["tram"].add)
    (dose,) = doses(medicines)
    press(card.needed.rows["tram"].chips[dose.uid])
    typed(editor(card).amount, "1/2 tablet")
    press(editor(card).save)
    (changed,) = doses(medicines)
    assert (changed.uid, changed.at, changed.amount, changed.unit) == (dose.uid, dose.at, 0.5, Unit.PIECES)
    press(card.needed.rows["tram"].chips[dose.uid])
    press(editor(card).remove)
    assert doses(medicines) == []
    assert card.panels.panel is None


def test_a_removed_dose_takes_its_reliefs_along_and_undo_brings_both(
    card: MedicineCard, medicines: Store
) -> None:
    press(card.needed.rows["tram"].add)
    (dose,) = doses(medicines)
    keep(medicines, Relief(uid="r", dose=dose.uid, after_min=30, pain=4, at=at(19, 12)))
    card.open_dose("tram", dose.uid)
    press(editor(card).remove)
    assert medicines.ask(all_of, Relief) == []
    medicines.undo_stack.undo()
    assert len(medicines.ask(all_of, Relief)) == len(doses(medicines)) == 1


def test_a_dose_of_a_past_day_has_no_time_until_it_is_told(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    card = shown_card(qtbot, medicines, day=YESTERDAY)
    press(card.needed.rows["tram"].add)
    (dose,) = doses(medicines, YESTERDAY)
    assert dose.at is None
    assert card.needed.rows["tram"].chips[dose.uid].text() == "time not said"
    assert card.needed.rows["tram"].count.text() == "1 on this day:"
    typed(editor(card).time, "14:00")
    press(editor(card).save)
    (dose,) = doses(medicines, YESTERDAY)
    assert stored_at(dose) == "2026-11-21T14:00:00"


def test_after_midnight_a_dose_now_belongs_to_the_day_that_has_not_ended(
    qtbot: QtBot, theme: Theme, medicines: Store, clock: Clock
) -> None:
    clock.pass_by(hours=7)
    card = shown_card(qtbot, medicines)
    press(card.needed.rows["tram"].add)
    (dose,) = doses(medicines)
    assert stored_at(dose) == "2026-11-23T01:42:13"


def test_a_dose_changed_elsewhere_is_told_and_kept_as_it_is(card: MedicineCard, medicines: Store) -> None:
    press(card.needed.rows["tram"].add)
    (dose,) = doses(medicines)
    card.open_dose("tram", dose.uid)
    medicines.diary.apply([Replace(before=dose, after=None)])
    typed(editor(card).amount, "20")
    press(editor(card).save)
    assert card.panels.problem is not None
    assert doses(medicines) == []


def test_another_medicine_is_asked_for(qtbot: QtBot, card: MedicineCard) -> None:
    with qtbot.waitSignal(card.record_requested) as asked:
        card.act(ADD)
    assert asked.args == [Noun.TREATMENT, "", {}]


def test_escape_closes_the_fields_and_the_focus_goes_back(card: MedicineCard) -> None:
    other = card.needed.rows["tram"].other
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Space)
    QTest.keyClick(editor(card).time, Qt.Key.Key_Escape)
    assert card.panels.panel is None
    assert QApplication.focusWidget() is other


def test_names_hold_the_words_that_are_seen(card: MedicineCard) -> None:
    press(card.needed.rows["tram"].add)
    row = card.needed.rows["tram"]
    for one in (row.add, *row.chips.values(), card.line.heading, card.line.all_planned, card.nothing):
        assert one.text() in one.accessibleName()


def test_a_dose_of_a_medicine_stopped_since_can_still_be_corrected(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    keep(medicines, Dose(uid="d", treatment="preg", day=TODAY, at=at(9, 0), amount=75, unit=Unit.MG))
    card = shown_card(qtbot, medicines)
    assert card.answers == {DOSES: Answered.SOME}
    press(card.needed.rows["preg"].chips["d"])
    assert editor(card).dose is not None
