"""The file dialogs begin where a person looks first, and remember where they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from diary.store.looks import Looks
from diary.ui.files import asked_file, asked_new_file


def test_dialogs_begin_in_the_documents_then_where_the_last_file_was(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    documents, elsewhere = tmp_path / "Documents", tmp_path / "elsewhere"
    documents.mkdir()
    elsewhere.mkdir()
    begun: list[str] = []

    def chosen(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        begun.append(start)
        return str(elsewhere / "file.csv"), ""

    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(documents))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    looks = Looks(tmp_path / "looks.ini")
    assert asked_file(None, looks, "title") == elsewhere / "file.csv"
    asked_new_file(None, looks, "title", "export-2026-11-20", ".csv", "")
    elsewhere.rmdir()
    asked_file(None, looks, "title")
    assert begun == [str(documents), str(elsewhere / "export-2026-11-20.csv"), str(documents)]


def test_a_name_that_was_not_asked_about_writes_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.b"), ""))
    (tmp_path / "a.b.pdf").touch()
    looks = Looks(tmp_path / "looks.ini")
    assert asked_new_file(None, looks, "title", "x", ".pdf", "") == tmp_path / "a.b 2.pdf"
