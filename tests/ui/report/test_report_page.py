"""The Report page through its real widgets: choose, see, find again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QStackedWidget, QWidget

from diary.errors import DiaryError
from diary.exchange.report.choices import Annex, Audience, Paper, Part
from diary.models.records import Replace
from diary.models.story import Consult, Question
from diary.storage import queries
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.report.making import Making
from diary.ui.report.page import ReportPage
from diary.ui.report.period import Marks, preset_days
from diary.ui.report.remembered import CHOICES_SETTING
from diary.wording import say, say_n
from tests.ui.report.made_up import TODAY, day_entry

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.storage.reading import Reader
    from diary.ui.theme import Theme
    from tests.ui.report.conftest import Opened
    from tests.ui.report.made_up import Setter


def shown(qtbot: QtBot, page: ReportPage) -> tuple[bytes, ...]:
    """Wait for the preview that belongs to the choices of now; its pages."""

    def there() -> bool:
        made = page._shown
        return made is not None and made.choices == page.choices and page.is_complete()

    qtbot.waitUntil(there, timeout=15000)
    return page.preview.sheets.pages


def who(page: ReportPage) -> tuple[str, ...]:
    """What the page shown says about the person."""
    assert page._shown is not None
    assert page._shown.report is not None
    return page._shown.report.data.page.head.who


def test_the_preview_shows_every_page_and_tells_it_in_words(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    pages = shown(qtbot, page)
    assert len(pages) == 1 + len(page.contents.chosen_annex)
    assert "20 entries" in page.preview.accessibleDescription()
    assert page.preview.accessibleName() == say("consult.preview_page", page=1, pages=len(pages))
    assert page.period.days == (TODAY - timedelta(days=89), TODAY)


def test_the_preview_scrolls_by_keyboard_page_after_page(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    pages = shown(qtbot, page)
    qtbot.keyClick(page.preview, Qt.Key.Key_PageDown)
    assert page.preview.verticalScrollBar().value() > 0
    qtbot.keyClick(page.preview, Qt.Key.Key_End)
    assert page.preview.page == len(pages)
    qtbot.keyClick(page.preview, Qt.Key.Key_Home)
    assert page.preview.page == 1


def test_the_old_pages_stay_until_the_new_ones_are_made(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    before = shown(qtbot, page)
    counts = []
    monkeypatch.setattr(page.preview.sheets, "update", lambda: counts.append(len(page.preview.sheets.pages)))
    page.period.choose("30")
    assert shown(qtbot, page) != before
    assert set(counts) == {len(before)}


def test_a_tick_does_not_read_the_diary_again(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diary.exchange.report import gather

    reads: list[object] = []
    real = gather.read_rows

    def counted(reader: Reader, asked: Asked) -> ReportRows:
        reads.append(asked)
        return real(reader, asked)

    monkeypatch.setattr(gather, "read_rows", counted)
    page = opened()
    shown(qtbot, page)
    page.contents.parts[Part.WHERE].box.click()
    page.contents.annex[Annex.CALENDAR].box.click()
    shown(qtbot, page)
    assert len(reads) == 1
    page.store.save([Replace(before=None, after=day_entry(25, 1))], text="Saved")
    qtbot.waitUntil(lambda: "21 entries" in page.preview.accessibleDescription(), timeout=15000)
    assert len(reads) == 2


def test_what_is_usual_for_an_audience_is_ticked_and_may_be_changed(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    page.audience.radios[Audience.PHYSIOTHERAPIST].click()
    assert page.choices.annex == (Annex.CALENDAR, Annex.AREAS, Annex.FLARES)
    assert Part.TRIED not in page.choices.parts
    page.contents.parts[Part.TRIED].box.click()
    assert page.choices.audience is Audience.PHYSIOTHERAPIST
    assert Part.TRIED in page.choices.parts
    shown(qtbot, page)


def test_the_emergency_card_is_a_paper_of_its_own(qtbot: QtBot, opened: Opened, setter: Setter) -> None:
    page = opened()
    shown(qtbot, page)
    set_before = len(setter.set_pages)
    page.audience.radios[Audience.EMERGENCY].click()
    shown(qtbot, page)
    assert len(setter.set_pages) == set_before
    assert not page.period.isVisible()
    assert not page.contents.isVisible()
    assert not page.private.notes.isVisible()
    assert page.private.with_name.isVisible()
    assert say("treatments.give_title") in page.preview.accessibleDescription()


def test_nothing_personal_is_printed_until_ticked(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    assert who(page) == ()
    page.private.with_name.click()
    qtbot.keyClicks(page.audience.to, "Dr. A")
    shown(qtbot, page)
    assert who(page) == ("Anna Berg", "Dr. A")
    assert not page.private.with_born.isVisible()
    assert not page.private.with_private.isVisible()


def test_notes_are_ticked_by_keyboard_and_found_by_search(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    notes = page.private.notes
    assert notes.model.rowCount() == 20
    notes.search.setText("note 7")
    rows = notes.list.model()
    assert rows.rowCount() == 1
    notes.list.setCurrentIndex(rows.index(0, 0))
    qtbot.keyClick(notes.list, Qt.Key.Key_Space)
    assert notes.model.ticked == ("day-7",)
    assert Annex.NOTES in page.choices.annex
    shown(qtbot, page)


def test_private_places_are_offered_only_where_the_days_have_any(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    before = page.store.ask(queries.entry, "day-1")
    assert before is not None
    areas = day_entry(1, regions=("genitals_L",))
    after = replace(before, areas=areas.areas, answered=areas.answered)
    page.store.save([Replace(before=before, after=after)], text="x")
    qtbot.waitUntil(page.private.with_private.isVisible, timeout=15000)
    assert not page.choices.with_private
    page.private.with_private.click()
    assert page.choices.with_private
    shown(qtbot, page)


def test_choices_are_remembered_without_private_ticks_and_password(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    page.audience.radios[Audience.GP].click()
    page.contents.annex[Annex.CALENDAR].box.click()
    page.period.choose("30")
    page.paper.paper.set_value(Paper.LETTER)
    page.paper.large_print.click()
    page.private.with_name.click()
    page.paper.with_author.click()
    page.paper.locked.click()
    page.paper.password.first.setText("secret")
    shown(qtbot, page)
    chosen = page.choices
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.addWidget(page)
    window.show()
    window.setCurrentIndex(window.addWidget(QWidget()))
    assert "secret" not in repr(page.store.setting(CHOICES_SETTING, None))
    page.store.close()
    again = opened()
    shown(qtbot, again)
    assert again.choices == replace(chosen, with_name=False, with_author=False)
    assert not again.paper.locked.isChecked()
    assert not again.store.undo_stack.canUndo()


def test_letter_pages_keep_their_shape(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    before = page.preview.sheets.tall(0)
    page.paper.paper.set_value(Paper.LETTER)
    shown(qtbot, page)
    assert page.preview.sheets.tall(0) < before
    assert page.preview.sheets.tall(0) == pytest.approx(page.preview.sheets.width() * 11 / 8.5, abs=2)


def test_questions_say_how_many_wait(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    box = page.contents.parts[Part.QUESTIONS].box
    assert box.accessibleDescription() == say("consult.questions_none")
    asked = [Question(uid=one, text=one, asked=TODAY, done=one == "c") for one in "abc"]
    page.store.save([Replace(before=None, after=one) for one in asked], text="x")
    qtbot.waitUntil(lambda: box.accessibleDescription() == say_n("consult.questions_there", 2))
    assert not page.contents.annex[Annex.NERVES].isVisible()


def test_blank_pages_take_the_chosen_paper_and_typing_in_opens_its_grid(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    page.paper.paper.set_value(Paper.LETTER)
    shown(qtbot, page)
    assert page.blank.paper == Paper.LETTER
    with qtbot.waitSignal(page.paper_requested):
        page.blank.type_in.click()
    page.blank.told.emit("Written.", True)
    assert page.messages.told.text == "Written."


def test_the_period_follows_the_last_visit(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    assert page.period.preset.findData("visit") == -1
    visit = Consult(uid="c", day=TODAY - timedelta(days=12))
    page.store.save([Replace(before=None, after=visit)], text="x")
    qtbot.waitUntil(lambda: page.period.preset.currentData() == "visit")
    assert page.period.days == (visit.day, TODAY)
    shown(qtbot, page)


def test_presets_end_today_and_own_days_turn_the_choice(qtbot: QtBot, opened: Opened) -> None:
    marks = Marks(TODAY, after_report=date(2026, 11, 1))
    assert preset_days("30", marks) == (date(2026, 10, 22), TODAY)
    assert preset_days("year", marks) == (date(2026, 1, 1), TODAY)
    assert preset_days("last", marks) == (date(2026, 11, 1), TODAY)
    assert preset_days("visit", marks) == preset_days("90", marks)
    page = opened()
    shown(qtbot, page)
    page.period.since.setDate(QDate(2026, 11, 10))
    assert page.period.preset.currentData() == "own"
    page.period.until.setDate(QDate(2026, 11, 5))
    assert page.period.days == (date(2026, 11, 5), date(2026, 11, 5))


def test_a_diary_that_ended_long_ago_opens_on_its_own_last_days(qtbot: QtBot, opened: Opened) -> None:
    page = opened("ended")
    qtbot.waitUntil(lambda: page.period.days[1] == TODAY - timedelta(days=400))
    shown(qtbot, page)
    page.period.choose("30")
    assert page.period.days == (TODAY - timedelta(days=29), TODAY)
    page.period.choose("latest")
    assert page.period.days == (TODAY - timedelta(days=489), TODAY - timedelta(days=400))


def test_a_page_that_cannot_be_made_is_not_waited_for(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiaryError("No.")

    monkeypatch.setattr(Making, "__call__", refuse)
    page = opened()
    qtbot.waitUntil(page.messages.problem.isVisible, timeout=15000)
    assert page.preview.sheets.instead == say("report.not_made")
    assert page.save.isEnabled()


def test_before_the_diary_is_open_there_are_no_days_and_no_page_to_wait_for(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    page = ReportPage(Store(tmp_path / "none.sqlite3", Looks(tmp_path / "looks.ini")))
    qtbot.addWidget(page)
    page.show()
    assert not page.preview.isVisible()
    assert not page.period.since.isVisible()
    assert not page.save.isVisible()


def test_an_empty_diary_says_what_will_be_here(qtbot: QtBot, opened: Opened) -> None:
    page = opened("empty")
    qtbot.waitUntil(page.empty.isVisible, timeout=5000)
    assert not page.save.isVisible()
    assert page.blank_alone.print.isVisible()
    with qtbot.waitSignal(page.paper_requested):
        page.blank_alone.type_in.click()
    with qtbot.waitSignal(page.record_requested):
        page.empty.button.click()


def test_every_control_has_a_name_room_and_a_way_by_keyboard(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    page.paper.locked.click()
    ticks = [*page.findChildren(QCheckBox), *page.findChildren(QRadioButton)]
    named = [
        *page.findChildren(QPushButton),
        *(page.period.preset, page.period.since, page.audience.to, page.private.notes.list, page.preview),
        *(page.paper.password.first, page.paper.password.second),
    ]
    assert [one for one in named if one.isVisible() and not one.accessibleName()] == []
    assert all(one.text() for one in ticks)
    seen = [one for one in (*ticks, *page.findChildren(QPushButton)) if one.isVisible()]
    assert [one for one in seen if one.height() < 32] == []
    stops = [one for one in ticks if one.isVisible() and not isinstance(one, QRadioButton)]
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in stops)
    radios = [one for one in page.audience.radios.values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.isChecked() for one in radios] == [True]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_text_stacks_and_nothing_is_wider_than_the_page(
    qtbot: QtBot, opened: Opened, theme: Theme, scale: float
) -> None:
    page = opened()
    theme.set_scale(scale)
    shown(qtbot, page)
    assert page._columns.stacked == (scale == 2.0)
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    assert page.pane.horizontalScrollBar().maximum() == 0
    assert page.pane.verticalScrollBar().maximum() == 0 or scale == 1.0
