"""The calendar month: keys, words, and days that have not come."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from diary.insight.month import DayMark
from diary.insight.worst import DayWorst, WorstFrom
from diary.ui.history.month_grid import MonthGrid, cell_words, months_away
from diary.ui.theme import Theme

TODAY = date(2026, 11, 22)
WED = date(2026, 11, 18)
KEY = Qt.Key


def mark(day: date, worst: float | None = 7, source: WorstFrom = WorstFrom.WORST, **more: Any) -> DayMark:
    at = day.toordinal()
    memory = bool(more.get("memory", False))
    return DayMark(day=at, worst=None if worst is None else DayWorst(at, worst, source, memory), **more)


@pytest.fixture
def grid(theme: Theme, qtbot: Any) -> MonthGrid:
    made = MonthGrid(TODAY)
    qtbot.addWidget(made)
    made.resize(400, 380)
    made.show()
    made.set_day(WED)
    return made


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (KEY.Key_Left, date(2026, 11, 17)),
        (KEY.Key_Right, date(2026, 11, 19)),
        (KEY.Key_Up, date(2026, 11, 11)),
        (KEY.Key_Down, TODAY),
        (KEY.Key_Home, date(2026, 11, 1)),
        (KEY.Key_End, TODAY),
        (KEY.Key_PageUp, date(2026, 10, 18)),
        (KEY.Key_PageDown, TODAY),
    ],
)
def test_keys_move_by_day_week_and_month_but_never_past_today(
    grid: MonthGrid, qtbot: Any, key: KEY, day: date
) -> None:
    with qtbot.waitSignal(grid.day_chosen) as told:
        qtbot.keyClick(grid, key)
    assert told.args == [day]
    assert grid.day == day


def test_in_a_right_to_left_window_the_left_arrow_goes_on(grid: MonthGrid, qtbot: Any) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(grid, KEY.Key_Left)
    assert grid.day == date(2026, 11, 19)
    assert grid.cell(date(2026, 11, 16)).left() > grid.cell(date(2026, 11, 17)).left()


def test_a_press_chooses_a_day_and_a_future_day_cannot_be_chosen(grid: MonthGrid, qtbot: Any) -> None:
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(date(2026, 11, 3)).center().toPoint())
    assert grid.day == date(2026, 11, 3)
    with qtbot.assertNotEmitted(grid.day_chosen):
        qtbot.mouseClick(
            grid, Qt.MouseButton.LeftButton, pos=grid.cell(date(2026, 11, 24)).center().toPoint()
        )
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 2))
    assert grid.day == date(2026, 11, 3)


def test_a_day_of_the_month_before_can_be_pressed_too(grid: MonthGrid, qtbot: Any) -> None:
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(date(2026, 10, 28)).center().toPoint())
    assert grid.day == date(2026, 10, 28)
    assert grid.month == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (None, "18 November, no entry"),
        (mark(WED), "18 November, worst 7"),
        (mark(WED, moments=1), "18 November, worst 7, 1 pain now"),
        (mark(WED, None), "18 November, entry without a worst pain"),
        (mark(WED, memory=True), "18 November, worst 7, written more than 3 days later"),
        (mark(WED, imported=True), "18 November, worst 7, imported"),
        (mark(WED, 8, WorstFrom.MOMENT, moments=2), "18 November, worst 8, from pain now, 2 pain now"),
        (mark(WED, 8, WorstFrom.PLACE), "18 November, worst 8, from a place"),
        (mark(WED, 0, WorstFrom.NOTHING_HURTS), "18 November, worst 0, nothing hurt"),
    ],
)
def test_each_day_can_be_read_aloud(of: DayMark | None, words: str) -> None:
    assert cell_words(WED, of, TODAY) == words


def test_today_and_days_to_come_say_so() -> None:
    assert cell_words(TODAY, None, TODAY) == "22 November, no entry, today"
    assert cell_words(date(2026, 11, 23), None, TODAY) == "23 November, not yet"
    assert cell_words(date(2025, 11, 18), None, TODAY) == "18 November 2025, no entry"


def test_the_chosen_day_is_what_assistive_software_hears(grid: MonthGrid) -> None:
    grid.set_marks({WED.toordinal(): mark(WED, moments=1)}, TODAY)
    assert grid.accessibleDescription() == "18 November, worst 7, 1 pain now"


def test_the_ring_lies_on_the_chosen_day(grid: MonthGrid) -> None:
    assert grid.focus_shape() == grid.cell(WED).toRect()
    grid.set_month(date(2026, 9, 1))
    assert grid.focus_shape() == grid.rect()


def test_a_day_is_painted_in_the_colour_of_its_worst(grid: MonthGrid, theme: Theme) -> None:
    grid.set_marks({WED.toordinal(): mark(WED), TODAY.toordinal(): mark(TODAY, 3, memory=True)}, TODAY)
    grid.set_day(date(2026, 11, 1))
    picture = grid.grab().toImage()
    ratio = picture.devicePixelRatio()
    inside = grid.cell(WED).topRight() - QPoint(12, -12)
    assert picture.pixelColor((inside * ratio).toPoint()).name().upper() == theme.palette.severity(7)
    hollow = grid.cell(TODAY)
    middle = hollow.topRight() - QPoint(12, -12)
    assert picture.pixelColor((middle * ratio).toPoint()).name().upper() == theme.palette.color("card")
    edge = QPoint(round(hollow.center().x()), round(hollow.top()) + 1)
    assert picture.pixelColor(edge * ratio).name().upper() == theme.palette.severity(3)


def test_months_keep_the_day_where_they_can() -> None:
    assert months_away(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert months_away(date(2026, 12, 5), 1) == date(2027, 1, 5)
