"""Giving a report: saved, printed, copied, locked, cancelled; what is kept of it, and taken away again."""

from __future__ import annotations

import errno
import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from diary.errors import DiaryError
from diary.exchange.report.choices import Audience, from_plain
from diary.models.records import GivenReport, Replace
from diary.storage import queries
from diary.store.store import Store
from diary.ui.report import giving as giving_module
from diary.ui.report.giving import PDF_FORMAT
from diary.ui.report.remembered import TOLD_SETTING
from diary.wording import say
from tests.ui.report.made_up import TODAY
from tests.ui.report.test_report_page import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.report.page import ReportPage
    from tests.ui.report.conftest import Opened
    from tests.ui.report.made_up import Setter


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the system's dialog gives."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report"), ""))
    return tmp_path / "report.pdf"


def kept(page: ReportPage) -> list[GivenReport]:
    """The reports that the diary holds."""
    return page.store.ask(queries.given_reports)


def saved(qtbot: QtBot, page: ReportPage) -> GivenReport:
    """Save, and wait until the report is in the list."""
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=15000)
    return kept(page)[0]


def test_saving_writes_the_pdf_and_keeps_it_with_its_choices(
    qtbot: QtBot, opened: Opened, asked: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    page.audience.to.setText("Dr. A")
    found = saved(qtbot, page)
    assert found.pdf == asked.read_bytes()
    assert (found.since, found.until, found.to) == (TODAY - timedelta(days=89), TODAY, "Dr. A")
    assert from_plain(found.choices) == page.choices
    assert len(found.content_hash) == 64
    assert page.messages.told.text == say("report.saved_as", file="report.pdf")
    asked.unlink()
    page.given.rows[0].again.click()
    assert asked.read_bytes() == found.pdf


def test_what_was_in_a_given_report_can_be_read_and_the_report_deleted_and_brought_back(
    qtbot: QtBot, opened: Opened, asked: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    found = saved(qtbot, page)
    row = page.given.rows[0]
    row.more.click()
    assert say("consult.audience.pain_clinic") in row.held.text()
    assert say("consult.held_no_private") in row.held.text()
    row.delete.click()
    assert kept(page) == []
    page.messages.deleted.action_button.click()
    assert [one.uid for one in kept(page)] == [found.uid]
    qtbot.waitUntil(lambda: len(page.given.rows) == 1)
    assert asked.exists()


def test_a_name_with_a_dot_still_becomes_a_pdf_and_no_file_is_written_over_unasked(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    (tmp_path / "for Dr. Meyer.pdf").write_text("another", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for Dr. Meyer"), ""))
    saved(qtbot, page)
    assert (tmp_path / "for Dr. Meyer.pdf").read_text("utf-8") == "another"
    assert (tmp_path / "for Dr. Meyer 2.pdf").read_bytes().startswith(b"%PDF")


def test_a_password_locks_the_file_but_not_the_copy_in_the_diary(
    qtbot: QtBot, opened: Opened, asked: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    page.paper.locked.click()
    fields = page.paper.password
    page.save.click()
    assert fields.problem.text() == say("consult.password_empty")
    fields.first.setText("secret")
    fields.second.setText("secre")
    page.save.click()
    assert fields.problem.text() == say("consult.password_differs")
    assert not page.giving.busy
    fields.second.setText("secret")
    assert not fields.problem.isVisible()
    found = saved(qtbot, page)
    assert asked.read_bytes().startswith(b"%PDF locked with secret")
    assert not found.pdf.startswith(b"%PDF locked")
    assert "secret" not in repr(found.choices)
    assert page.messages.told.text == say("consult.saved_locked", file="report.pdf")


def test_a_password_can_be_shown_and_goes_with_its_tick(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    fields = page.paper.password
    assert not fields.isVisible()
    page.paper.locked.click()
    fields.first.setText("secret")
    assert fields.first.displayText() != "secret"
    fields.show_words.click()
    assert fields.first.displayText() == "secret"
    assert fields.show_words.accessibleName() == say("consult.password_hide")
    fields.first.setText("ß" * 70)
    assert fields.wrong() == say("consult.password_long")
    page.paper.locked.click()
    assert fields.first.text() == ""


def test_the_emergency_card_is_given_and_kept_too(qtbot: QtBot, opened: Opened, asked: Path) -> None:
    page = opened()
    shown(qtbot, page)
    page.audience.radios[Audience.EMERGENCY].click()
    shown(qtbot, page)
    found = saved(qtbot, page)
    assert (found.since, found.until) == (TODAY, TODAY)
    assert asked.read_bytes().startswith(b"%PDF")
    assert say("consult.audience.emergency") in page.given.rows[0].held.text()


def test_copying_gives_words_the_pdf_and_a_picture_and_copying_text_the_words_alone(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened()
    shown(qtbot, page)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    page.copy.click()
    qtbot.waitUntil(lambda: page.messages.told.text == say("consult.copied"), timeout=15000)
    mime = clipboard.mimeData()
    assert "20 entries" in mime.text()
    assert bytes(mime.data(PDF_FORMAT).data()).startswith(b"%PDF")
    assert mime.hasImage()
    page.copy_text.click()
    qtbot.waitUntil(lambda: page.messages.told.text == say("consult.copied_text"), timeout=15000)
    assert not clipboard.mimeData().hasImage()
    assert kept(page) == []


def test_that_what_leaves_is_not_protected_is_said_once_in_a_diary(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    shown(qtbot, page)
    assert page.messages.warning.isVisible()
    page.messages.warning.close_button.click()
    assert page.store.setting(TOLD_SETTING, False) is True
    page.store.close()
    again = opened()
    shown(qtbot, again)
    assert not again.messages.warning.isVisible()


def test_a_diary_that_can_only_be_read_gives_but_keeps_nothing(
    qtbot: QtBot, opened: Opened, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "read_only", property(lambda _self: True))
    page = opened()
    shown(qtbot, page)
    page.save.click()
    qtbot.waitUntil(asked.exists, timeout=15000)
    qtbot.waitUntil(page.messages.told.isVisible)
    assert page.messages.unkept.text == say("consult.not_kept_read_only")
    assert kept(page) == []


def test_a_file_is_told_as_saved_where_the_diary_has_no_room_for_a_copy(
    qtbot: QtBot, opened: Opened, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiaryError(say("error.full"))

    page = opened()
    shown(qtbot, page)
    monkeypatch.setattr(page.store, "save", refuse)
    page.save.click()
    qtbot.waitUntil(page.messages.told.isVisible, timeout=15000)
    assert say("error.full") in page.messages.unkept.text
    assert asked.exists()


def test_a_full_disk_leaves_no_file_and_is_told_kindly(
    qtbot: QtBot, opened: Opened, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    shown(qtbot, page)

    def full(_path: Path, _to: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    page.save.click()
    qtbot.waitUntil(page.messages.problem.isVisible, timeout=15000)
    assert say("exchange.nothing_written") in page.messages.problem.text
    assert page.save.isEnabled()
    assert kept(page) == []
    assert [one for one in asked.parent.iterdir() if "report" in one.name] == []


def test_cancelling_the_dialog_gives_nothing(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    shown(qtbot, page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save.click()
    assert page.save.isEnabled()
    assert not page.giving.busy
    assert kept(page) == []


def test_long_work_can_be_cancelled_and_nothing_is_written(
    qtbot: QtBot, opened: Opened, asked: Path, setter: Setter
) -> None:
    page = opened()
    shown(qtbot, page)
    setter.gate = threading.Event()
    page.save.click()
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.messages.waiting.isVisible, timeout=5000)
    page.messages.waiting.cancel.click()
    assert page.save.isEnabled()
    assert page.messages.told.text == say("consult.cancelled")
    setter.gate.set()
    shown(qtbot, page)
    assert not asked.exists()
    assert kept(page) == []


def test_printing_sends_every_page_and_keeps_the_report(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    page.audience.radios[Audience.GP].click()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(giving_module, "asked_printer", lambda *_: printer)
    monkeypatch.setattr(giving_module, "PRINT_PPI", 30.0)
    page.print.click()
    qtbot.waitUntil(lambda: bool(page.given.rows), timeout=20000)
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 3
    assert page.messages.told.text == say("report.printed")


def test_a_printer_that_refuses_is_told_kindly(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiaryError(say("report.print_refused"))

    page = opened()
    shown(qtbot, page)
    monkeypatch.setattr(giving_module, "asked_printer", lambda *_: object())
    monkeypatch.setattr(giving_module, "Printing", refuse)
    monkeypatch.setattr(giving_module, "PRINT_PPI", 30.0)
    page.print.click()
    qtbot.waitUntil(page.messages.problem.isVisible, timeout=20000)
    assert say("report.print_refused") in page.messages.problem.text
    assert page.print.isEnabled()
    assert not page.giving.busy
    assert kept(page) == []


def test_a_report_kept_by_an_earlier_version_can_be_saved_again_without_its_choices(
    qtbot: QtBot, opened: Opened, asked: Path
) -> None:
    page = opened()
    shown(qtbot, page)
    old = GivenReport(
        uid="old", given=page.store.now(), since=TODAY, until=TODAY, choices={"with_name": True}, pdf=b"%PDF"
    )
    page.store.save([Replace(before=None, after=old)], text="x")
    qtbot.waitUntil(lambda: bool(page.given.rows))
    assert not page.given.rows[0].more.isVisible()
    page.given.rows[0].again.click()
    assert asked.read_bytes() == b"%PDF"
