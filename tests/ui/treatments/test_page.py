"""The page Treatments: what it shows, what it asks for, and that keys reach all of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.models.care import Dose, DoseStep, Procedure, Treatment, TriedBefore
from diary.models.codes import Answered, Noun, ProcedureKind
from diary.models.rough import Rough
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.treatments.page import RANGES
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
    asked,
    dose,
    relief,
    save,
)

DAY = TODAY.toordinal()


def test_without_a_treatment_the_page_says_what_will_be_here_and_offers_one_button(opens: Opens) -> None:
    page = opens(answered(0, pain_average=5))
    assert page.whole.currentWidget() is page.empty
    assert not page.give.isVisible()
    wanted = asked(page)
    page.empty.button.click()
    assert wanted == [(Noun.TREATMENT, "", {})]
    page.more.chips[Noun.TRIED_BEFORE].click()
    page.more.add_button.click()
    assert wanted[1:] == [(Noun.TRIED_BEFORE, "", {})]


def test_what_was_tried_before_alone_is_shown(opens: Opens) -> None:
    page = opens(TriedBefore(uid="t", name="Gabapentin"))
    assert page.whole.currentWidget() is page.cards


def test_one_day_is_enough(opens: Opens) -> None:
    page = opens(Treatment(uid="a", name="Pregabalin", started=Rough.of(TODAY)), answered(0, pain_average=5))
    assert [row.name.text() for row in page.now.rows] == ["Pregabalin"]
    assert page.view is not None
    assert day_words(page.view, DAY) == ["Pregabalin dose not noted", "Average pain 5"]


def test_a_day_at_the_cursor_tells_doses_marks_and_pain(opens: Opens) -> None:
    page = opens(*USUAL, dose("d", 0), answered(0, Answered.SOME, pain_average=6))
    assert page.view is not None
    assert day_words(page.view, DAY) == [
        "Pregabalin 300 mg a day",
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
    assert "150 mg a day since 1 Sept 2026, Pregabalin 300 mg a day since 21 Oct 2026" in said
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
        "Pregabalin, mg a day",
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


def test_two_medicines_of_one_name_are_told_apart(opens: Opens) -> None:
    twice = [
        Treatment(uid=f"p{mg}", name="Pregabalin", strength=mg, strength_unit="mg", started=ago(9))
        for mg in (25, 75)
    ]
    page = opens(*twice)
    assert page.view is not None
    assert [lane.name for lane in page.view.picture.lanes] == ["Pregabalin (25 mg)", "Pregabalin (75 mg)"]


def test_a_procedure_of_long_ago_does_not_stretch_the_period_of_all(opens: Opens) -> None:
    old = Procedure(uid="old", kind=ProcedureKind.SURGERY, when=Rough(1998, 3, 4))
    page = opens(*USUAL, old, answered(400, pain_average=6))
    page.ranges.set_value("all")
    assert page.view is not None
    assert page.view.picture.since == DAY - 400
