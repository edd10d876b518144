"""The cards of Treatments: taken now, the month sheet, relief, the lists below."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from diary.models.care import Dose, DoseStep, Implant, Treatment, TriedBefore
from diary.models.codes import Answered, Noun, StopReason, Use
from diary.models.rough import Rough
from diary.store.store import Store
from diary.ui.parts.painted import Label
from diary.ui.theme import Theme
from diary.ui.treatments.sheet_grid import sum_words
from diary.wording.treatment_words import shortened_name
from tests.storage.given import TODAY
from tests.ui.treatments.conftest import (
    USUAL,
    Opens,
    ago,
    answered,
    asked,
    dose,
    relief,
    save,
)

DAY = TODAY.toordinal()


def test_taken_now_says_dose_since_and_side_effects(opens: Opens) -> None:
    page = opens(*USUAL)
    said = [(row.name.text(), row.dose.text(), row.note.text()) for row in page.now.rows]
    assert said == [
        ("Pregabalin capsule 75 mg", "150 mg, twice a day", "since 21 Oct 2026; dizziness 3 of 10"),
        ("Tramadol tablet 50 mg", "50 mg, as needed", "start not noted; no side effects noted"),
    ]


def test_what_is_to_come_is_said_in_one_line(opens: Opens) -> None:
    begins = Rough.of(TODAY + timedelta(days=11))
    new = Treatment(uid="new", name="Duloxetine", started=begins)
    row = opens(new, DoseStep(uid="s", treatment="new", since=begins, amount=10, unit="mg")).now.rows[-1]
    assert (row.dose.text(), row.note.text()) == ("from 1 Dec 2026: 10 mg, once a day", "")
    assert row.accessibleName() == "Duloxetine, from 1 Dec 2026: 10 mg, once a day"


def test_how_often_stands_out_where_it_is_not_every_day(opens: Opens) -> None:
    weekly = Treatment(uid="new", name="Methotrexate", position=0)
    step = DoseStep(uid="s", treatment="new", since=ago(3), amount=10, unit="mg", times=1 / 7)
    found = {row.listed.treatment.uid: row.dose for row in opens(*USUAL, weekly, step).now.rows}
    assert found["new"].text() == "10 mg, once a week"
    assert found["new"].font().weight() > found["preg"].font().weight()


def test_the_stopped_ones_stand_apart_with_why(opens: Opens) -> None:
    gone = Treatment(
        uid="gone",
        name="Amitriptyline",
        stopped=ago(5),
        stop_reasons=(StopReason.SIDE_EFFECTS,),
        stop_words="dry mouth",
    )
    page = opens(*USUAL, gone)
    last = page.now.rows[-1]
    assert last.note.text() == "stopped 15 Nov 2026: side effects, dry mouth"
    assert "Stopped…" not in [action.text() for action in last.menu().actions()]


def test_each_treatment_offers_its_acts(opens: Opens) -> None:
    page = opens(*USUAL)
    wanted = asked(page)
    regular, needed = page.now.rows
    for action in regular.menu().actions():
        action.trigger()
    assert wanted == [
        (Noun.DOSE_STEP, "", {"treatment": "preg"}),
        (Noun.SIDE_EFFECT, "", {"treatment": "preg"}),
        (Noun.TREATMENT, "preg", {}),
        (Noun.TREATMENT, "preg", {"stopped": Rough.of(TODAY)}),
    ]
    assert "New dose" not in [action.text() for action in needed.menu().actions()]


def test_a_change_leaves_the_keyboard_where_it_was(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(*USUAL)
    page.now.rows[1].more.setFocus()
    with qtbot.waitSignal(page.shown):
        save(store, Treatment(uid="new", name="Duloxetine", position=0))
    row = next(one for one in page.now.rows if one.listed.treatment.uid == "tram")
    assert page.focusWidget() is row.more


def test_the_menu_opens_by_keyboard(opens: Opens, qtbot: QtBot) -> None:
    row = opens(*USUAL).now.rows[0]
    assert row.more.accessibleName() == "More about Pregabalin capsule 75 mg"
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_Space)
    menu = QGuiApplication.instance().activePopupWidget()  # type: ignore[union-attr]  # a QApplication
    assert menu is not None
    menu.close()


def test_the_sheet_counts_doses_and_says_of_how_many_days(opens: Opens) -> None:
    taken = (dose("a", 0), dose("b", 0), dose("c", 1))
    page = opens(*USUAL, *taken, answered(2), answered(3))
    found = page.sheet.grid._rows[0].sum
    assert (found.doses, found.days, found.answered) == (3, 2, 4)
    assert page.sheet.sums.text() == "Tramadol 50 mg: Nov 3 doses on 2 days, of 4 answered."


def test_the_sheet_marks_what_was_noted_a_few_days_later(opens: Opens) -> None:
    page = opens(*USUAL, dose("a", 2), dose("b", 0))
    assert "noted 1 to 3 days later" in page.sheet.key.text()
    assert page.sheet.grid.words(0, DAY - 2).endswith("noted 1 to 3 days later")
    assert page.sheet.grid.words(0, DAY).endswith("1 dose")


def test_four_weeks_of_doses_and_sessions_are_told_in_words(opens: Opens) -> None:
    old = dose("old", 40)
    page = opens(*USUAL, dose("a", 0), dose("b", 0), dose("late", 9), old, answered(2))
    told = "In the last 4 weeks: 2 doses on 1 day, of 2 answered; 1 session."
    assert page.sheet.weeks.text() == told
    page.more.open_shelf(Noun.SESSION)
    said = [one.text() for one in page.more.list.findChildren(Label)]
    assert "In the last 4 weeks: 1 session." in said


def test_a_month_without_answers_is_not_answered_and_no_zero(opens: Opens) -> None:
    page = opens(*USUAL)
    assert page.sheet.sums.text() == "Tramadol 50 mg: Nov not answered."
    assert sum_words(page.sheet.grid._rows[0].sum) == "–"


def test_the_table_tells_none_from_not_answered(opens: Opens) -> None:
    page = opens(*USUAL, dose("a", 0), answered(1), answered(3, pain_worst=4))
    page.table_button.click()
    days = page.timeline.table.days
    shown = [days.index(row, 3).data() for row in range(4)]
    assert shown == ["1", "none", "not answered", "none"]


def test_a_name_is_cut_before_its_strength_never_within_the_number() -> None:
    assert shortened_name("Paracetamol 500 mg", 15, len) == "Paracet… 500 mg"
    assert shortened_name("Paracetamol 500 mg", 18, len) == "Paracetamol 500 mg"
    assert shortened_name("Methylphenidate", 6, len) == "Methy…"


def test_all_numbers_of_a_sheet_have_one_size_that_fits(opens: Opens, store: Store, theme: Theme) -> None:
    theme.set_scale(2.0)
    grid = opens(*USUAL, answered(1, pain_worst=10), answered(2, pain_worst=3)).sheet.grid
    font = grid._number_font(grid.cell(0, 0).width())
    assert theme.px(13) <= font.pixelSize() <= theme.px(15)
    assert QFontMetricsF(font).horizontalAdvance("8") <= grid.cell(0, 0).width()
    assert QFontMetricsF(grid.narrow(font, "10", 12)).horizontalAdvance("10") <= 13


def test_a_name_from_right_to_left_does_not_turn_its_sentence(opens: Opens) -> None:
    other = Treatment(uid="o", name="אופטלגין", use=Use.AS_NEEDED, strength=500, strength_unit="mg")
    page = opens(other, Dose(uid="d", treatment="o", day=TODAY))
    assert page.sheet.sums.text().startswith("\u2068אופטלגין\u2069 500 mg: Nov 1 dose")


def test_the_cells_are_read_one_by_one(opens: Opens, qtbot: QtBot) -> None:
    grid = opens(
        *USUAL, dose("a", 0), answered(1), answered(2, Answered.SOME), answered(5, pain_worst=7)
    ).sheet.grid
    row, day = grid.at
    assert (row, day) == (0, DAY)
    said = [grid.words(0, DAY)]
    for _ in range(3):
        qtbot.keyClick(grid, Qt.Key.Key_Left)
        said.append(grid._announcer.last)
    assert said == [
        "Tramadol 50 mg, 20 November: 1 dose",
        "Tramadol 50 mg, 19 November: none taken, noted 1 to 3 days later",
        "Tramadol 50 mg, 18 November: some taken as needed, not noted which, noted 1 to 3 days later",
        "Tramadol 50 mg, 17 November: not answered",
    ]
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid._announcer.last == "Worst pain, 17 November: no entry"
    assert grid.words(1, DAY - 5) == "Worst pain, 15 November: 7, noted over 3 days later"
    assert grid.words(0, DAY + 1) == "Tramadol 50 mg, 21 November: still to come"


def test_months_step_back_to_the_first_day_and_not_past_today(opens: Opens, qtbot: QtBot) -> None:
    page = opens(*USUAL, dose("a", 40))
    sheet = page.sheet
    assert not sheet.next.isEnabled()
    sheet.previous.click()
    assert sheet.title.text() == "As-needed doses, October 2026"
    assert not sheet.previous.isEnabled()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_PageUp)
    assert sheet.month == date(2026, 10, 1)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_PageDown)
    assert sheet.month == date(2026, 11, 1)


def test_late_notes_enter_the_sum_only_when_asked(opens: Opens) -> None:
    page = opens(*USUAL, dose("late", 9), dose("now", 0))
    sheet = page.sheet
    assert sheet.late.isVisible()
    assert sheet.grid._rows[0].sum.doses == 1
    assert "not counted" in sheet.key.text()
    sheet.late.setChecked(True)
    assert sheet.grid._rows[0].sum.doses == 2


def test_without_an_as_needed_medicine_the_sheet_says_so_in_words_alone(opens: Opens) -> None:
    sheet = opens(Treatment(uid="a", name="Pregabalin")).sheet
    assert not sheet.grid.isVisible()
    assert sheet.sums.text() == "No as-needed medicine was there in this month."


def test_without_late_notes_nothing_is_asked(opens: Opens) -> None:
    assert not opens(*USUAL, dose("now", 0)).sheet.late.isVisible()


def test_relief_says_its_n_at_every_time_and_the_caveat(opens: Opens) -> None:
    page = opens(*USUAL, dose("a", 0), dose("b", 0), relief("a", 0, 8), relief("a", 60, 4), relief("b", 0, 6))
    card = page.relief
    assert card.title.text() == "Pain after Tramadol 50 mg"
    assert card.of.text() == "median of 1 dose with answers, of 2 taken"
    assert card.chart.accessibleDescription() == (
        "before: median 7, from 2. 30 min: no answers. 60 min: median 4, from 1. 120 min: no answers"
    )
    assert "falls by itself" in card.caveat.text()


def test_several_medicines_are_a_choice_that_keys_reach(opens: Opens, qtbot: QtBot) -> None:
    other = Treatment(uid="para", name="Paracetamol", use=Use.AS_NEEDED, position=3)
    more = Dose(uid="p", treatment="para", day=TODAY, amount=1, unit="g")
    page = opens(
        *USUAL,
        other,
        dose("a", 0),
        dose("b", 0),
        more,
        relief("a", 60, 4),
        relief("b", 60, 5),
        relief("p", 60, 9),
    )
    assert page.relief.which.currentText() == "Tramadol 50 mg"
    qtbot.keyClick(page.relief.which, Qt.Key.Key_Down)
    assert "median 9" in page.relief.chart.accessibleDescription()


def test_without_answers_the_card_says_so(opens: Opens) -> None:
    card = opens(*USUAL, dose("a", 0)).relief
    assert card.of.text() == "No answers about pain around a dose in this time."
    assert not card.chart.isVisible()


def test_each_list_opens_its_forms(opens: Opens) -> None:
    page = opens(*USUAL, TriedBefore(uid="tried", name="Gabapentin"), Implant(uid="imp", name="Pump"))
    more, wanted = page.more, asked(page)
    words = [chip.text() for chip in more.chips.values()]
    assert words[0] == "Tried before 1"
    for noun, chip in more.chips.items():
        chip.click()
        for row in more.rows:
            row.click()
        more.add_button.click()
        assert wanted[-1] == (noun, "", {})
    uids = {noun: uid for noun, uid, _ in wanted if uid}
    assert uids == {
        Noun.TRIED_BEFORE: "tried",
        Noun.IMPLANT: "imp",
        Noun.PROCEDURE: "block",
        Noun.SESSION: "session",
    }


def test_an_open_list_closes_again(opens: Opens) -> None:
    more = opens(*USUAL).more
    chip = more.chips[Noun.SESSION]
    chip.click()
    assert more.list.isVisible()
    chip.click()
    assert not more.list.isVisible()
    assert not chip.isChecked()
