"""The page Treatments: what it shows, what it asks for, and that keys reach all of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from diary.models.care import Dose, DoseStep, Implant, Treatment, TriedBefore
from diary.models.codes import Answered, Noun, StopReason, Use
from diary.models.records import Person
from diary.models.rough import Rough
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.treatments.page import RANGES, TreatmentsPage
from diary.ui.treatments.view import day_words, summary_words
from diary.ui.trends.spans import Span
from tests.storage.given import TODAY
from tests.ui.treatments.conftest import (
    PREGABALIN,
    STEPS,
    TRAMADOL,
    USUAL,
    Opens,
    ago,
    answered,
    dose,
    relief,
    save,
)

DAY = TODAY.toordinal()


def asked(page: TreatmentsPage) -> list[tuple[Any, str, Any]]:
    """Collect what the page asks forms for."""
    found: list[tuple[Any, str, Any]] = []
    page.record_requested.connect(lambda *one: found.append(one))
    return found


# --- empty, and one day


def test_without_a_treatment_the_page_says_what_will_be_here_and_offers_one_button(opens: Opens) -> None:
    page = opens(answered(0, pain_average=5))
    assert page.whole.currentWidget() is page.empty
    assert not page.give.isVisible()
    wanted = asked(page)
    page.empty.button.click()
    assert wanted == [(Noun.TREATMENT, "", {})]


def test_what_was_tried_before_alone_is_shown(opens: Opens) -> None:
    page = opens(TriedBefore(uid="t", name="Gabapentin"))
    assert page.whole.currentWidget() is page.cards


def test_one_day_is_enough(opens: Opens) -> None:
    page = opens(Treatment(uid="a", name="Pregabalin", started=Rough.of(TODAY)), answered(0, pain_average=5))
    assert [row.name.text() for row in page.now.rows] == ["Pregabalin"]
    assert page.view is not None
    assert day_words(page.view, DAY) == ["Pregabalin dose not noted", "Average pain 5"]


# --- the chart and its numbers


def test_a_day_at_the_cursor_tells_doses_marks_and_pain(opens: Opens) -> None:
    page = opens(*USUAL, dose("d", 0), answered(0, Answered.SOME, pain_average=6))
    assert page.view is not None
    assert day_words(page.view, DAY) == [
        "Pregabalin 75 mg 300 mg a day",
        "Tramadol 50 mg 1 dose",
        "Physiotherapy, 45 min",
        "Average pain 6",
    ]
    assert "Nerve block, left ankle" in day_words(page.view, DAY - 20)
    assert day_words(page.view, DAY - 81) == []


def test_keys_move_the_cursor_and_say_the_day(opens: Opens, qtbot: QtBot) -> None:
    page = opens(*USUAL)
    canvas = page.timeline.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert "300 mg a day" in canvas.announcer.last
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.day == DAY - 89
    assert "no entry" in canvas.announcer.last


def test_the_chart_tells_itself_as_one_text(opens: Opens) -> None:
    page = opens(*USUAL, dose("a", 1), dose("b", 2))
    assert page.view is not None
    said = summary_words(page.view)
    assert "150 mg a day since 1 Sep 2026, Pregabalin 75 mg 300 mg a day since 21 Oct 2026" in said
    assert "Tramadol 50 mg: 2 doses" in said
    assert page.timeline.canvas.accessibleDescription().startswith(said)


def test_the_table_holds_the_same_numbers(opens: Opens) -> None:
    page = opens(*USUAL, dose("d", 0), answered(0, Answered.SOME, pain_average=6))
    page.table_button.setChecked(True)
    assert page.timeline.faces.currentWidget() is page.timeline.table
    model = page.timeline.table.days
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == [
        "Day",
        "Average pain",
        "Pregabalin 75 mg, mg a day",
        "Tramadol 50 mg, doses",
        "Procedures and sessions",
    ]
    first = [model.data(model.index(0, at)) for at in range(model.columnCount())]
    assert first == ["Fri 20 Nov 2026", "6", "300", "1", "Physiotherapy, 45 min"]
    assert model.data(model.index(31, 2)) == "150"
    assert model.rowCount() == 81


def test_a_pain_noted_late_is_marked_in_words_and_table(opens: Opens) -> None:
    page = opens(*USUAL, answered(9, pain_average=6))
    assert page.view is not None
    assert "pain noted over 3 days later" in day_words(page.view, DAY - 9)
    page.table_button.setChecked(True)
    model = page.timeline.table.days
    assert model.data(model.index(9, 1)) == "6 (late)"


@pytest.mark.parametrize("key", list(RANGES))
def test_each_period_ends_today(opens: Opens, key: str) -> None:
    page = opens(*USUAL, answered(400, pain_average=6))
    page.ranges.set_value(key)
    assert page.view is not None
    assert page.view.picture.until == DAY
    days = page.view.picture.until - page.view.picture.since + 1
    assert days == (RANGES[key] or 401)


def test_the_period_is_remembered_and_zooming_leaves_it(opens: Opens, store: Store) -> None:
    page = opens(*USUAL)
    page.ranges.set_value("4w")
    assert opens().ranges.value == "4w"
    page.timeline.canvas.zoomed.emit(0.7, DAY)
    assert page.ranges.value is None
    assert page.view is not None
    assert page.view.picture.until - page.view.picture.since + 1 == 20
    page.timeline.canvas.reset.emit()
    assert page.ranges.value == "3m"


def test_many_lanes_make_the_chart_taller(opens: Opens) -> None:
    few = opens(*USUAL).timeline.canvas.minimumHeight()
    more = [Treatment(uid=f"m{number}", name=f"Medicine {number}", started=ago(50)) for number in range(12)]
    steps = [
        DoseStep(uid=f"s{number}", treatment=f"m{number}", since=ago(50), amount=10, unit="mg")
        for number in range(12)
    ]
    many = opens(*more, *steps).timeline.canvas.minimumHeight()
    assert many >= few + 12 * 30


def test_the_page_hears_of_changes(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(*USUAL)
    with qtbot.waitSignal(page.shown):
        save(store, Treatment(uid="new", name="Duloxetine"))
    assert "Duloxetine" in [row.name.text() for row in page.now.rows]


# --- taken now


def test_taken_now_says_dose_since_and_side_effects(opens: Opens) -> None:
    page = opens(*USUAL)
    said = [(row.name.text(), row.dose.text(), row.note.text()) for row in page.now.rows]
    assert said == [
        ("Pregabalin capsule", "150 mg, twice a day", "since 21 Oct 2026; dizziness 3 of 10"),
        ("Tramadol tablet", "50 mg, as needed", "start not noted; no side effects noted"),
    ]


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


def test_the_menu_opens_by_keyboard(opens: Opens, qtbot: QtBot) -> None:
    row = opens(*USUAL).now.rows[0]
    assert row.more.accessibleName() == "More about Pregabalin capsule"
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_Space)
    menu = QGuiApplication.instance().activePopupWidget()  # type: ignore[union-attr]  # a QApplication
    assert menu is not None
    menu.close()


# --- the month sheet


def test_the_sheet_counts_doses_and_says_of_how_many_days(opens: Opens) -> None:
    taken = (dose("a", 0), dose("b", 0), dose("c", 1))
    page = opens(*USUAL, *taken, answered(2), answered(3))
    found = page.sheet.grid._rows[0].sum
    assert (found.doses, found.days, found.answered) == (3, 2, 4)
    assert page.sheet.sums.text() == "Tramadol 50 mg: Nov 3 doses on 2 days, of 4 answered."


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
        "Tramadol 50 mg, 19 November: none taken",
        "Tramadol 50 mg, 18 November: some taken as needed, not noted which",
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


def test_without_late_notes_nothing_is_asked(opens: Opens) -> None:
    assert not opens(*USUAL, dose("now", 0)).sheet.late.isVisible()


# --- relief


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


# --- more about treatment


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


# --- the list for others


def test_the_list_is_copied_as_text_with_the_name_only_where_chosen(opens: Opens, qtbot: QtBot) -> None:
    page = opens(*USUAL, Person(uid="p", name="Ada"))
    with qtbot.waitSignal(page.giving.told):
        page.giving.copy.trigger()
    words = QGuiApplication.clipboard().text()
    assert "- Pregabalin capsule (75 mg): 150 mg, twice a day; since 21 Oct 2026" in words
    assert "Ada" in words
    assert page.message.text == "The list is on the clipboard as text."
    page.giving.name.setChecked(False)
    with qtbot.waitSignal(page.giving.told):
        page.giving.copy.trigger()
    assert "Ada" not in QGuiApplication.clipboard().text()


def test_the_list_is_saved_as_a_pdf(
    opens: Opens, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = opens(*USUAL), tmp_path / "list.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(page.giving.told):
        page.giving.save.trigger()
    assert file.read_bytes().startswith(b"%PDF")
    assert page.message.text == "The list is saved as list.pdf."
    assert page.give.isEnabled()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(
    opens: Opens, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opens(*USUAL)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "list.pdf"), ""))
    with qtbot.waitSignal(page.giving.told):
        page.giving.save.trigger()
    assert page.problem.isVisible()
    assert page.give.isEnabled()


# --- size


def test_an_ordinary_page_fits_the_window_of_1280_by_800(opens: Opens) -> None:
    doses = [dose(f"d{number}", number) for number in range(5)]
    page = opens(*USUAL, *doses, answered(0, pain_average=5, pain_worst=7), relief("d0", 60, 4))
    assert page.scroll_area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1200, 800), (700, 600)])
def test_twice_as_large_text_never_needs_sideways_scrolling(
    opens: Opens, theme: Theme, size: tuple[int, int]
) -> None:
    theme.set_scale(2.0)
    page = opens(*USUAL, dose("a", 0), relief("a", 60, 4), size=size)
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_what_can_be_pressed_has_a_name_that_holds_its_words(opens: Opens) -> None:
    from PySide6.QtWidgets import QAbstractButton

    page = opens(*USUAL, dose("a", 0), relief("a", 60, 4))
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or not button.isVisible()
        assert button.text().replace("&", "") in (button.accessibleName() or button.text())
        if button.isVisible():
            assert min(button.width(), button.height()) >= 18


def test_ten_years_with_forty_medicines_are_shown(opens: Opens) -> None:
    many = [
        Treatment(uid=f"m{number}", name=f"Medicine {number}", started=ago(90 * number), position=number)
        for number in range(40)
    ]
    steps = [
        DoseStep(uid=f"s{number}", treatment=f"m{number}", since=ago(90 * number), amount=10, unit="mg")
        for number in range(40)
    ]
    taken = [
        Dose(uid=f"d{day}", treatment="tram", day=TODAY - timedelta(days=day), amount=50, unit="mg")
        for day in range(0, 3600, 20)
    ]
    page = opens(TRAMADOL, PREGABALIN, *STEPS, *many, *steps, *taken)
    page.show_span(Span(DAY - 3649, DAY))
    assert page.view is not None
    assert len(page.view.courses) == 41
    assert len(page.now.rows) == 42
    assert not page.timeline.canvas.grab().isNull()
