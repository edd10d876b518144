"""A year on the screen: days by key and mouse, other years and measures, table, words and picture."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from diary.errors import DiaryError
from diary.models.records import Replace
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.trends.year.face import Year
from tests.storage.given import TODAY, Clock, day
from tests.ui.trends.conftest import Opens, many, write_in_time


def shown(opens: Opens, store: Store, clock: Clock, qtbot: QtBot, days: int) -> Year:
    """The face over a diary of so many days."""
    worst, mood = (lambda ago: 4 + ago % 5), (lambda ago: ago % 11)
    write_in_time(store, clock, many(days, pain_worst=worst, mood=mood))
    page = opens([])
    page.open_face("year")
    qtbot.waitUntil(page.is_complete)
    face = page.face
    assert isinstance(face, Year)
    qtbot.waitUntil(lambda: bool(face.canvas.spots))
    return face


@pytest.fixture
def face(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> Year:
    """Sixty days."""
    return shown(opens, store, clock, qtbot, 60)


def test_the_year_of_the_last_entry_opens_with_worst_pain(face: Year) -> None:
    assert face.block.told.headline == "Worst pain, 2026"
    assert face.which.currentText() == "Worst pain"
    assert len(face.canvas.spots) == 60
    assert not face.previous.isEnabled()
    assert not face.next.isEnabled()


def test_the_months_are_said_with_their_means_and_n(face: Year) -> None:
    said = face.spoken()
    assert "On average 6.0, on 60 of 60 days." in said
    assert "October: 5.9, 31 of 31 days." in said
    assert "November: 6.0, 20 of 20 days." in said
    assert "Worst pain 7 or more on 24 of 60 days." in said


def test_keys_go_by_day_and_by_week_from_the_last_day(face: Year, qtbot: QtBot) -> None:
    canvas = face.canvas
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(canvas, key)
        told.append(canvas.words())
    assert told == [
        "Friday 20 November 2026: 4",
        "Friday 13 November 2026: 6",
        "Thursday 12 November 2026: 7",
        "Thursday 19 November 2026: 5",
        "Tuesday 22 September 2026: 8",
    ]
    assert canvas.announcer.last == told[-1]
    assert "Enter opens the day in History" in canvas.accessibleDescription()


def test_enter_and_a_press_wish_to_open_the_day(face: Year, qtbot: QtBot) -> None:
    canvas = face.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    with qtbot.waitSignal(face.day_wanted) as wish:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert wish.args == [TODAY]
    box = canvas.spots[0].box
    with qtbot.waitSignal(face.day_wanted) as wish:
        middle = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert wish.args == [TODAY - timedelta(days=59)]


def test_a_press_beside_all_days_opens_none(face: Year, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(face.day_wanted):
        qtbot.mouseClick(face.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_years_are_stepped_through_by_button_key_and_list(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 400)
    said = []
    face.previous.click()
    said.append(face.block.told.headline)
    qtbot.keyClick(face.canvas, Qt.Key.Key_PageDown)
    said.append(face.block.told.headline)
    qtbot.keyClick(face.canvas, Qt.Key.Key_PageDown)
    said.append(face.block.told.headline)
    qtbot.keyClick(face.canvas, Qt.Key.Key_PageUp)
    said.append(face.years.currentText())
    assert said == ["Worst pain, 2025", "Worst pain, 2026", "Worst pain, 2026", "2025"]
    assert face.picture is not None
    assert {date.fromordinal(one.day).year for one in face.picture.cells} == {2025}
    assert face.next.isEnabled()


def test_another_measure_is_kept_for_next_time(face: Year) -> None:
    face.which.choose("mood")
    assert face.block.told.headline == "Mood, 2026"
    assert Year(face.store).store.looks.value("trends/year_measure", "") == "mood"


def test_the_table_has_the_days_newest_first(face: Year) -> None:
    face.show_table(True)
    assert face.block.stack.currentWidget() is face.block.table
    rows = face.block.table.words.rows
    assert len(rows) == 60
    assert rows[0] == ("Fri 20 Nov 2026", "4", "")


def test_what_was_noted_late_is_said_and_not_averaged(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(many(10, pain_worst=lambda ago: 9 if ago > 5 else 3))
    page.open_face("year")
    qtbot.waitUntil(page.is_complete)
    face = page.face
    assert isinstance(face, Year)
    assert "On average 3.0, on 4 of 10 days." in face.spoken()
    assert "6 days were entered over 3 days later." in face.spoken()
    rows = face.block.table.words.rows
    assert rows[-1] == ("Wed 11 Nov 2026", "9", "Entered over 3 days later")


def test_a_diary_of_notes_says_what_will_stand_here(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    page = opens([day("note", TODAY, "only words")])
    page.open_face("year")
    qtbot.waitUntil(page.is_complete)
    face = page.face
    assert isinstance(face, Year)
    assert not face.has_picture
    assert "Nothing to colour yet" in face.spoken()
    assert not face.hint.isVisible()
    with pytest.raises(DiaryError):
        face.save_picture(tmp_path / "year.png")


def test_the_picture_is_saved(face: Year, tmp_path: Path) -> None:
    assert face.has_picture
    face.save_picture(tmp_path / "year.svg")
    assert "Worst pain, 2026" in (tmp_path / "year.svg").read_text("utf-8")


def test_a_new_entry_shows(face: Year, store: Store, qtbot: QtBot) -> None:
    store.save(
        [Replace(before=None, after=day("extra", TODAY - timedelta(days=60), "", pain_worst=1))], text=""
    )
    qtbot.waitUntil(lambda: face.picture is not None and len(face.picture.cells) == 61)


def test_a_year_without_values_that_count_says_so(
    opens: Opens, clock: Clock, theme: object, tmp_path: Path, qtbot: QtBot
) -> None:
    store = Store(tmp_path / "other.sqlite3", Looks(tmp_path / "other.ini"))
    store.open_now(lambda path: Diary(path, clock=clock))
    old = day("old", date(2025, 3, 1), "", pain_worst=5)
    store.save([Replace(before=None, after=old)], text="Saved")
    from diary.insight.held import Held
    from diary.storage.period_queries import period
    from diary.ui.trends.face import Context
    from diary.ui.trends.spans import Span

    face = Year(store)
    qtbot.addWidget(face)
    today = TODAY.toordinal()
    held = Held(store.ask(period, date(2025, 1, 1), TODAY, TODAY))
    face.show_context(Context(held=held, span=Span(today - 90, today), today=today))
    assert face.years.currentText() == "2025"
    assert "No values that count in 2025." in face.spoken()
    store.close()
