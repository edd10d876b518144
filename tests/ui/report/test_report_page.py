"""The Report page through its real widgets: choose, see, save, print, find again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton

from diary.errors import DiaryError
from diary.models.records import Person, Replace
from diary.storage import queries
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.report import page as page_module
from diary.ui.report.choices import preset_days
from diary.ui.report.making import Making
from diary.ui.report.page import ReportPage
from diary.wording import say
from tests.exchange.report_days import TODAY, Written, day_entry, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[[bool], ReportPage]]:
    """Opens the page on a diary of twenty days with notes, or on an empty one."""
    stores: list[Store] = []

    def open_page(filled: bool) -> ReportPage:
        written = Written(tmp_path / "diary.sqlite3")
        if filled:
            entries = [
                day_entry(ago, 5, worst=7, note=f"note {ago}", places=(place(f"a{ago}"),))
                for ago in range(20)
            ]
            written.write(*entries, on=TODAY)
            written.write(Person(uid="p", name="Anna Berg"), on=TODAY)
        store = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
        stores.append(store)
        store.open_now(lambda _path: written.diary)
        page = ReportPage(store, theme)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitExposed(page)
        return page

    yield open_page
    for store in stores:
        store.close()


def shown(qtbot: QtBot, page: ReportPage) -> bytes:
    """Wait for the preview that belongs to the choices of now; its first line of pixels as bytes."""

    def there() -> bool:
        made = page._shown
        return made is not None and made.choices == page.choices and not page._busy

    qtbot.waitUntil(there, timeout=15000)
    return bytes(page.preview.images[0].constBits())


def who(page: ReportPage) -> tuple[str, ...]:
    """What the page shown says about the person."""
    assert page._shown is not None
    return page._shown.data.who


def given_reports(page: ReportPage) -> list[object]:
    return list(page.store.ask(queries.given_reports))


def test_the_preview_shows_one_page_and_tells_it_in_words(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    shown(qtbot, page)
    assert len(page.preview.images) == 1
    assert "Pain on average 5.0" in page.preview.accessibleDescription()
    assert page.period.days == (TODAY - timedelta(days=29), TODAY)


def test_a_change_makes_a_new_preview_and_the_old_one_stays_until_then(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    before = shown(qtbot, page)
    page.period.choose("90")
    assert len(page.preview.images) == 1
    assert shown(qtbot, page) != before
    assert page._shown is not None
    assert page._shown.data.since == str(TODAY - timedelta(days=89))


def test_nothing_personal_is_printed_until_ticked(qtbot: QtBot, opened: Callable[[bool], ReportPage]) -> None:
    page = opened(True)
    shown(qtbot, page)
    assert who(page) == ()
    page.personal.with_name.click()
    qtbot.keyClicks(page.personal.to, "Pain clinic")
    shown(qtbot, page)
    assert who(page) == ("Anna Berg", "for Pain clinic")
    assert page.personal.with_born.isHidden()
    assert page.personal.with_private.isHidden()


def test_notes_are_ticked_by_keyboard_and_found_by_search(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    shown(qtbot, page)
    notes = page.notes
    assert notes.model.rowCount() == 20
    notes.search.setText("note 7")
    shown_rows = notes.list.model()
    assert shown_rows.rowCount() == 1
    notes.list.setCurrentIndex(shown_rows.index(0, 0))
    qtbot.keyClick(notes.list, Qt.Key.Key_Space)
    assert notes.model.ticked == ("day-7",)
    shown(qtbot, page)
    assert page._shown is not None
    assert [line.text for line in page._shown.data.notes.lines] == ["note 7"]


def test_saving_writes_the_pdf_and_keeps_it_in_the_diary(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened(True)
    shown(qtbot, page)
    out = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report"), ""))
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=15000)
    kept = page.store.ask(queries.given_reports)[0]
    assert kept.pdf == out.read_bytes()
    assert (kept.since, kept.until, len(kept.content_hash)) == (TODAY - timedelta(days=29), TODAY, 64)
    assert page.told.text == say("report.saved_as", file="report.pdf")
    out.unlink()
    page.given.rows[0].again.click()
    assert out.read_bytes() == kept.pdf
    assert page.store.undo_stack.canUndo()


def test_a_name_with_a_dot_still_becomes_a_pdf_and_no_file_is_written_over_unasked(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened(True)
    shown(qtbot, page)
    (tmp_path / "for Dr. Meyer.pdf").write_text("another", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for Dr. Meyer"), ""))
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=15000)
    assert (tmp_path / "for Dr. Meyer.pdf").read_text("utf-8") == "another"
    assert (tmp_path / "for Dr. Meyer 2.pdf").read_bytes().startswith(b"%PDF")


def test_private_places_are_printed_only_when_ticked(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    private = place("p", 7, regions=("genitals_L", "genitals_R"))
    before = page.store.ask(queries.entry, "day-1")
    assert before is not None
    page.store.save([Replace(before=before, after=replace(before, areas=(private,)))], text="x")
    qtbot.waitUntil(page.personal.with_private.isVisible, timeout=15000)
    shown(qtbot, page)
    assert page._shown is not None
    without = len(page._shown.data.where.places)
    page.personal.with_private.click()
    shown(qtbot, page)
    assert len(page._shown.data.where.places) == without + 1


def test_a_page_that_cannot_be_made_is_not_waited_for(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiaryError("No.")

    monkeypatch.setattr(Making, "__call__", refuse)
    page = opened(True)
    qtbot.waitUntil(page.problem.isVisible, timeout=15000)
    assert page.preview._instead == say("report.not_made")


def test_before_the_diary_is_open_there_are_no_days_and_no_page_to_wait_for(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    page = ReportPage(Store(tmp_path / "none.sqlite3", Looks(tmp_path / "looks.ini")), theme)
    qtbot.addWidget(page)
    page.show()
    assert not page.preview.isVisible()
    assert not page.period.since.isVisible()
    assert not page.save.isVisible()


def test_cancelling_the_dialog_gives_nothing(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(True)
    shown(qtbot, page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save.click()
    assert page.save.isEnabled()
    assert given_reports(page) == []


def test_a_folder_that_is_not_there_is_told_kindly_and_nothing_is_kept(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened(True)
    shown(qtbot, page)
    away = tmp_path / "gone" / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(away), ""))
    page.save.click()
    qtbot.waitUntil(page.problem.isVisible, timeout=15000)
    assert say("exchange.nothing_written") in page.problem.text
    assert page.save.isEnabled()
    assert given_reports(page) == []


def test_printing_sends_the_page_and_keeps_the_report(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened(True)
    shown(qtbot, page)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(page_module, "asked_printer", lambda *_: printer)
    page.print.click()
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=20000)
    assert (tmp_path / "printed.pdf").stat().st_size > 20_000
    assert page.told.text == say("report.printed")


def test_a_printer_that_refuses_is_told_kindly(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(True)
    shown(qtbot, page)

    def refuse(*_: object) -> None:
        raise DiaryError(say("report.print_refused"))

    monkeypatch.setattr(page_module, "asked_printer", lambda *_: object())
    monkeypatch.setattr(page_module, "print_pages", refuse)
    page.print.click()
    qtbot.waitUntil(page.problem.isVisible, timeout=20000)
    assert given_reports(page) == []


def test_an_empty_diary_says_what_will_be_here(qtbot: QtBot, opened: Callable[[bool], ReportPage]) -> None:
    page = opened(False)
    qtbot.waitUntil(page.empty.isVisible, timeout=5000)
    assert not page.save.isVisible()
    with qtbot.waitSignal(page.record_requested):
        page.empty.button.click()


def test_an_entry_saved_elsewhere_shows_in_the_preview(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    shown(qtbot, page)
    assert page._shown is not None
    made = page._shown
    page.store.save([Replace(before=None, after=day_entry(25, 1))], text="Saved")
    qtbot.waitUntil(lambda: page._shown is not made, timeout=15000)
    assert page._shown is not None
    assert made.data.numbers[0].note == "4 of 20 days"
    assert page._shown.data.numbers[0].note == "4 of 26 days"


def test_presets_end_today_and_own_days_turn_the_choice(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    assert preset_days("30", TODAY, None) == (date(2026, 10, 22), TODAY)
    assert preset_days("year", TODAY, None) == (date(2026, 1, 1), TODAY)
    assert preset_days("last", TODAY, date(2026, 11, 1)) == (date(2026, 11, 1), TODAY)
    assert preset_days("last", TODAY, None) == preset_days("30", TODAY, None)
    page = opened(True)
    shown(qtbot, page)
    page.period.since.setDate(QDate(2026, 11, 10))
    assert page.period.preset.currentData() == "own"
    page.period.until.setDate(QDate(2026, 11, 5))
    assert page.period.days == (date(2026, 11, 5), date(2026, 11, 5))


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(
    qtbot: QtBot, opened: Callable[[bool], ReportPage]
) -> None:
    page = opened(True)
    shown(qtbot, page)
    controls = [
        *page.findChildren(QPushButton),
        page.period.preset,
        page.period.since,
        page.personal.to,
        page.notes.list,
    ]
    unnamed = [one for one in controls if one.isVisible() and not one.accessibleName()]
    assert unnamed == []
    assert all(one.text() for one in page.findChildren(QCheckBox) if one.isVisible())
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in controls if one.isVisible())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_text_stacks_and_nothing_is_wider_than_the_page(
    qtbot: QtBot, opened: Callable[[bool], ReportPage], theme: Theme, scale: float
) -> None:
    page = opened(True)
    theme.set_scale(scale)
    shown(qtbot, page)
    assert page._columns.stacked == (scale == 2.0)
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_a_diary_that_ended_long_ago_opens_on_its_own_last_days(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    written = Written(tmp_path / "diary.sqlite3")
    written.write(day_entry(400, 5), day_entry(401, 6), on=TODAY)
    store = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    store.open_now(lambda _path: written.diary)
    page = ReportPage(store, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.period.days[1] == TODAY - timedelta(days=400))
    shown(qtbot, page)
    page.period.choose("30")
    assert page.period.days == (TODAY - timedelta(days=29), TODAY)
    page.period.choose("latest")
    assert page.period.days == (TODAY - timedelta(days=489), TODAY - timedelta(days=400))
    store.close()
