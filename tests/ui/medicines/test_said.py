"""What the card says of a removal, of equal times, of the night before, and where it asks about relief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from diary.models.care import Dose
from diary.models.codes import Answered, AnswerList, Unit
from diary.ui.diary_window import DiaryWindow
from diary.ui.medicines.card import MedicineCard
from diary.ui.medicines.dose_editor import DoseEditor
from diary.ui.today.page import TodayPage
from tests.ui.medicines.given import LIDOCAINE, TRAMADOL, at, doses, keep, shown_card, typed
from tests.ui.today.given import TODAY, YESTERDAY, opened_window, press, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


def recorded(store: Store, uid: str, hour: int, minute: int, treatment: str = "tram") -> Dose:
    amount, unit = (50, Unit.MG) if treatment == "tram" else (1, Unit.PATCHES)
    dose = Dose(uid=uid, treatment=treatment, day=TODAY, at=at(hour, minute), amount=amount, unit=unit)
    keep(store, dose)
    return dose


def removed(card: MedicineCard, dose: Dose) -> None:
    card.open_dose(dose.treatment, dose.uid)
    assert isinstance(card.panels.panel, DoseEditor)
    press(card.panels.panel.remove)


def test_a_removed_dose_is_told_and_one_press_brings_it_back(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    dose = recorded(medicines, "d", 15, 5)
    card = shown_card(qtbot, medicines)
    removed(card, dose)
    assert card.panels.done is not None
    assert card.panels.done.text == "Removed: a dose of Tramadol."
    assert card.panels.done.isVisible()
    press(card.panels.done.action_button)
    assert [one.uid for one in doses(medicines)] == [dose.uid]
    assert card.panels.done is None


def test_what_was_said_of_a_removal_goes_with_the_next_act(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    dose = recorded(medicines, "d", 15, 5)
    card = shown_card(qtbot, medicines)
    removed(card, dose)
    press(card.needed.rows["tram"].add)
    assert card.panels.done is None


def test_doses_of_the_same_minute_say_their_amounts(qtbot: QtBot, theme: Theme, medicines: Store) -> None:
    for uid, minute in (("a", 5), ("b", 5), ("c", 40)):
        recorded(medicines, uid, 15, minute)
    row = shown_card(qtbot, medicines).needed.rows["tram"]
    assert [one.text() for one in row.chips.values()] == ["15:05, 50 mg", "15:05, 50 mg", "15:40"]


def test_one_dose_says_nothing_of_the_other_medicines(qtbot: QtBot, theme: Theme, medicines: Store) -> None:
    keep(medicines, LIDOCAINE)
    recorded(medicines, "d", 15, 5)
    card = shown_card(qtbot, medicines)
    assert card.answers == {AnswerList.DOSES: Answered.SOME}
    other = card.needed.rows["lido"]
    assert other.count.isHidden()
    assert not card.nothing.isVisible()
    assert not any("none" in one.accessibleName().lower() for one in (other.add, other.other))


def test_a_time_of_the_night_before_opens_that_day(qtbot: QtBot, theme: Theme, medicines: Store) -> None:
    page = shown(qtbot, TodayPage(medicines))
    card = page.medicines
    assert card is not None
    card.set_open(True)
    card.ask_dose("tram")
    editor = card.panels.panel
    assert isinstance(editor, DoseEditor)
    assert editor.open_before.isHidden()
    typed(editor.time, "1:30")
    editor.keep()
    assert editor.open_before.text() == "Open Saturday"
    press(editor.open_before)
    assert page.day == YESTERDAY
    opened = card.panels.panel
    assert isinstance(opened, DoseEditor)
    opened.keep()
    (dose,) = doses(medicines, YESTERDAY)
    assert dose.at is not None
    assert f"{dose.at.local:%d %H:%M}" == "22 01:30"
    assert (dose.treatment, dose.amount) == (TRAMADOL.uid, 50)


def scrolled_window(qtbot: QtBot, store: Store) -> tuple[DiaryWindow, MedicineCard]:
    window = opened_window(qtbot, store, (900, 600))
    card = window.today.medicines
    assert card is not None
    card.set_open(True)
    QApplication.processEvents()
    return window, card


def test_the_relief_question_stands_under_a_dose_where_the_top_is_out_of_sight(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    window, card = scrolled_window(qtbot, medicines)
    window.today.scroll_area.ensureWidgetVisible(card)
    assert window.today.scroll_area.verticalScrollBar().value() > 0
    card.record_dose("tram")
    assert card.relief.ask is not None
    assert card.relief.ask.accessibleName() == "Pain at Tramadol, 18:42"
    assert card.relief.isVisible()
    press(card.relief.ask.not_now)
    assert card.relief.isHidden()


def test_the_relief_question_stands_once_where_the_top_is_in_sight(
    qtbot: QtBot, theme: Theme, medicines: Store
) -> None:
    window, card = scrolled_window(qtbot, medicines)
    window.today.scroll_area.verticalScrollBar().setValue(0)
    card.record_dose("tram")
    assert card.relief.isHidden()
