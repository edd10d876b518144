"""The list of current treatment as the page gives it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from diary.models.records import GivenExport, Person
from diary.storage.life_queries import all_of
from tests.storage.given import TODAY
from tests.ui.treatments.conftest import (
    USUAL,
    Opens,
)

DAY = TODAY.toordinal()


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
    assert [(one.form, one.name) for one in page.store.ask(all_of, GivenExport)] == [("pdf", "list.pdf")]
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
