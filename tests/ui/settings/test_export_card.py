"""Exports in the window: said once what leaving means, for some days and ticks, cancelled without a trace."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from diary.exchange.archive_check import check_archive
from diary.exchange.demo import sample
from diary.exchange.json_format import VERSION
from diary.exchange.json_restore import read_snapshot
from diary.exchange.whole_file import Tick
from diary.models.records import GivenExport
from diary.storage.life_queries import all_of
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.settings.export_card import ICONS, PART, ExportCard
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

UNTIL = date(2026, 11, 19)


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "settings.ini"))
    store.open_now()
    store.diary.restore(sample(days=5, seed=1, until=UNTIL))
    yield store
    store.close()


@pytest.fixture
def card(qtbot: QtBot, store: Store, theme: Theme) -> ExportCard:
    """The card of an open diary."""
    card = ExportCard(store)
    qtbot.addWidget(card)
    card.refresh()
    card.resize(560, 600)
    card.show()
    return card


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen in every dialog; files there are called "mine"."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "mine"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def press(qtbot: QtBot, card: ExportCard, form: str) -> str:
    """Press the button of a form, go on where it is warned, wait, and return what is said in the end."""
    card.buttons[form].click()
    if card.message is not None and card.message.text == say("archive.warning"):
        card.message.action_button.click()
    qtbot.waitUntil(card.buttons[form].isEnabled, timeout=20000)
    return "" if card.message is None else card.message.text


def test_it_is_said_once_that_what_leaves_is_no_longer_protected(
    qtbot: QtBot, card: ExportCard, store: Store, out: Path
) -> None:
    card.buttons["json"].click()
    assert card.message is not None
    assert card.message.text == say("archive.warning")
    assert list(out.iterdir()) == []
    card.message.action_button.click()
    qtbot.waitUntil(card.buttons["json"].isEnabled, timeout=5000)
    assert "mine.json" in card.message.text
    again = ExportCard(store)
    qtbot.addWidget(again)
    again.refresh()
    again.buttons["csv"].click()
    qtbot.waitUntil(again.buttons["csv"].isEnabled, timeout=5000)
    assert again.message is not None
    assert "mine-areas.csv" in again.message.text
    assert json.loads((out / "mine.json").read_text("utf-8"))["version"] == VERSION
    assert {"mine.csv", "mine-areas.csv", "mine-columns.csv"} <= {one.name for one in out.iterdir()}
    assert {one.form for one in store.ask(all_of, GivenExport)} >= {"json", "csv"}


def test_everything_is_one_archive_that_is_sound(qtbot: QtBot, card: ExportCard, out: Path) -> None:
    assert "mine.zip" in press(qtbot, card, "everything")
    assert check_archive(out / "mine.zip")[1] == []


def test_a_part_has_its_days_and_nothing_private_until_it_is_ticked(
    qtbot: QtBot, card: ExportCard, out: Path
) -> None:
    assert not card.part.isVisible()
    card.what.set_value(PART)
    assert card.part.isVisible()
    assert not any(one.isChecked() for one in card.ticks.values())
    card.days["since"].edit.setText("2026-11-18")
    press(qtbot, card, "json")
    part = read_snapshot((out / "mine.json").read_bytes(), "mine.json")
    assert {one.day for one in part.entries} <= {date(2026, 11, 18), UNTIL}
    assert part.people == () or not any(one.name or one.note for one in part.people)
    card.ticks["name"].setChecked(True)
    press(qtbot, card, "json")
    part = read_snapshot((out / "mine 2.json").read_bytes(), "mine 2.json")
    assert [one.name for one in part.people] == [say("sample.name")]


@pytest.mark.parametrize(("since", "until"), [("soon", ""), ("2026-11-19", "2026-11-18")])
def test_days_that_cannot_be_are_said_and_nothing_leaves(
    card: ExportCard, out: Path, since: str, until: str
) -> None:
    card.what.set_value(PART)
    card.days["since"].edit.setText(since)
    card.days["until"].edit.setText(until)
    card.buttons["json"].click()
    assert card.message is not None
    assert card.message.kind == "problem"
    assert list(out.iterdir()) == []


def test_drawings_and_the_document_for_clinics_are_saved(qtbot: QtBot, card: ExportCard, out: Path) -> None:
    card.what.set_value(PART)
    card.days["since"].edit.setText("2026-11-18")
    assert "are saved in" in press(qtbot, card, "drawings") or "is saved in" in card.message.text  # type: ignore[union-attr]
    (folder,) = out.iterdir()
    assert all(one.suffix == ".svg" for one in folder.iterdir())
    press(qtbot, card, "fhir")
    assert json.loads((out / "mine.json").read_text("utf-8"))["resourceType"] == "Bundle"


def test_a_cancelled_export_leaves_no_file_and_can_be_tried_again(
    qtbot: QtBot, card: ExportCard, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_diary: object, _form: object, _to: object, _wanted: object, tick: Tick) -> tuple[Path, ...]:
        while True:
            tick(0.5)

    with monkeypatch.context() as patch:
        patch.setattr("diary.exchange.archive.export", slow)
        card.buttons["json"].click()
        assert card.message is not None
        card.message.action_button.click()
        qtbot.waitUntil(lambda: card.progress.text() == say("archive.progress", n=50), timeout=5000)
        assert card.cancel.isVisible()
        assert not card.buttons["json"].isEnabled()
        card.cancel.click()
        qtbot.waitUntil(card.buttons["json"].isEnabled, timeout=5000)
    assert card.message.text.startswith(say("archive.cancelled"))
    assert list(out.iterdir()) == []
    assert not card.cancel.isVisible()
    press(qtbot, card, "json")
    assert [one.name for one in out.iterdir()] == ["mine.json"]


def test_an_export_that_cannot_be_written_says_so(
    qtbot: QtBot, card: ExportCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "not" / "there.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    assert "there.json" in press(qtbot, card, "json")


def test_a_diary_that_can_only_be_read_leaves_too(
    qtbot: QtBot, card: ExportCard, store: Store, out: Path
) -> None:
    store.diary.read_only = True
    assert "mine.zip" in press(qtbot, card, "everything")
    with zipfile.ZipFile(out / "mine.zip") as packed:
        assert "README.txt" in packed.namelist()


def test_every_control_has_a_name_and_can_be_reached(card: ExportCard) -> None:
    card.what.set_value(PART)
    assert list(card.buttons) == list(ICONS)
    for one in (*card.buttons.values(), *card.ticks.values()):
        assert one.text() in (one.accessibleName() or one.text())
        assert one.isVisible()
        assert one.height() >= 32
    assert all(32 <= one.edit.height() <= one.height() for one in card.days.values())
