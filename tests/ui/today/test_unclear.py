"""Words that cannot be read stop the saving: they stay, what is saved stays, and nothing else is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from diary.models.codes import EntryKind, MeasureKind
from diary.models.moments import Moment
from diary.models.records import Replace, SleepPiece
from diary.ui.parts.stepper import Stepper
from diary.ui.today.number_field import NumberField
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    YESTERDAY,
    day_entry,
    entry,
    fill,
    keys,
    night_entry,
    press,
    question,
    save,
    shown,
    told,
    values,
)
from tests.ui.today.test_fields import own

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.models.records import Entry
    from diary.store.store import Store
    from diary.ui.theme import Theme

Key = Qt.Key
SUGAR = own("sugar", MeasureKind.NUMBER, "Blood sugar", unit="mmol/l")
NIGHT = SleepPiece(
    uid="night",
    bed=Moment(datetime(2026, 11, 21, 22, 55), 60, "Europe/Berlin"),  # noqa: DTZ001  a Moment's local time
    up=Moment(datetime(2026, 11, 22, 7, 0), 60, "Europe/Berlin"),  # noqa: DTZ001
)


def asking(qtbot: QtBot, store: Store, *codes: str, kept: Entry | None = None) -> TodayPage:
    store.diary.apply([Replace(before=None, after=SUGAR)])
    if kept is not None:
        fill(store, kept)
    store.set_setting("asked", ["pain_average", *codes])
    page = TodayPage(store)
    page.resize(1200, 900)
    return shown(qtbot, page)


def write(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    keys(line, Key.Key_Delete, text)


def line_of(page: TodayPage, code: str) -> QLineEdit:
    field = page.measures.field(code)
    assert isinstance(field, NumberField | Stepper)
    return field.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("typed", ["about 4", "1.234,5", "4,", "3 or 4"])
def test_a_number_that_cannot_be_read_stops_the_saving_and_takes_nothing_away(
    qtbot: QtBot, theme: Theme, store: Store, typed: str
) -> None:
    page = asking(qtbot, store, "sugar", kept=entry(values={"sugar": 3.5}))
    page.measures.field("pain_average").setFocus()
    keys(page, "6")
    line = line_of(page, "sugar")
    write(line, typed)
    save(page)
    assert values(day_entry(store)) == {"sugar": 3.5}
    assert line.text() == typed
    assert "“Blood sugar”" in told(page)
    assert QApplication.focusWidget() is line
    assert page.sitting.values == {"sugar": 3.5, "pain_average": 6}
    assert page.draft_key() in store.drafts()
    write(line, "4,5")
    save(page)
    assert values(day_entry(store)) == {"sugar": 4.5, "pain_average": 6}


def test_typed_words_stay_while_the_diary_changes_and_go_when_typing_is_let_go_of(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "sugar", kept=entry(values={"sugar": 3.5}))
    line = line_of(page, "sugar")
    write(line, "about 4")
    page.load()
    assert line.text() == "about 4"
    page.discard()
    assert line.text() == "3.5"
    write(line, "about 4")
    page.open_day(YESTERDAY)
    assert line_of(page, "sugar").text() == ""


def test_a_stepper_that_cannot_be_read_in_a_folded_section_is_opened(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(kind=EntryKind.NIGHT, values={"sleep_min": 430}))
    page = asking(qtbot, store, "sleep_min")
    line = line_of(page, "sleep_min")
    write(line, "seven")
    section = page.measures.section("day")
    page.note.setFocus()
    section.set_folded(True)
    save(page)
    assert not section.folded
    assert "“Time asleep” cannot be read yet. Write it as 7:30" in told(page)
    assert line.text() == "seven"
    assert values(night_entry(store)) == {"sleep_min": 430}


@pytest.mark.parametrize("typed", ["abc", "2abc", "25:00", "23:"])
def test_a_time_of_the_night_that_cannot_be_read_keeps_the_old_one(
    qtbot: QtBot, theme: Theme, store: Store, typed: str
) -> None:
    fill(store, entry(kind=EntryKind.NIGHT, sleep=(NIGHT,)))
    page = asking(qtbot, store, "sleep_min")
    assert page.measures._times is not None
    page.measures._times.setChecked(True)
    assert page.night is not None
    line = page.night.times["bed"].field
    write(line, typed)
    save(page)
    assert line.text() == typed
    assert "In bed" in told(page)
    night = night_entry(store)
    assert night is not None
    assert night.sleep[0].bed == NIGHT.bed
    page.discard()
    assert line.text() == "22:55"
    assert page.night.times["bed"].clock == time(22, 55)


@pytest.mark.parametrize("typed", ["24:00", "2400", "0:00"])
def test_the_end_of_a_day_is_midnight(qtbot: QtBot, theme: Theme, store: Store, typed: str) -> None:
    page = asking(qtbot, store, "sleep_min")
    assert page.measures._times is not None
    page.measures._times.setChecked(True)
    assert page.night is not None
    write(page.night.times["bed"].field, typed)
    assert page.night.times["bed"].clock == time(0)


def test_a_nap_that_cannot_be_read_stops_the_saving(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = asking(qtbot, store, "sleep_min")
    assert page.measures._times is not None
    page.measures._times.setChecked(True)
    assert page.night is not None
    page.night.add_nap.click()
    row = page.night.naps[0]
    write(row.since.field, "noon")
    save(page)
    assert "From, nap 1" in told(page)
    assert night_entry(store) is None


def test_pain_where_nothing_hurts_is_asked_about_once(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = asking(qtbot, store, "mood")
    page._take(replace(page.sitting, nothing_hurts=True, values={"pain_average": 4}))
    save(page)
    assert told(page) == "Nothing hurts, and average pain is 4. Save it as it is?"
    assert day_entry(store) is None
    press(question(page).buttons["save"])
    assert values(day_entry(store)) == {"pain_average": 4}
