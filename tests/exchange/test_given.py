"""An export is kept as a fact after it was written, and never stands in its own way."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.given import is_warned, keep_given, keep_warned
from diary.exchange.json_export import export_json
from diary.models.records import GivenExport
from diary.storage.life_queries import all_of
from tests.exchange.conftest import NOON
from tests.storage.given import add, day

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary


def exported(diary: Diary) -> bytes:
    """Return the diary's export."""
    stream = io.BytesIO()
    export_json(diary, stream)
    return stream.getvalue()


def test_an_export_is_kept_with_its_day_form_and_name(diary: Diary, tmp_path: Path) -> None:
    add(diary, day(pain_worst=5.0))
    assert keep_given(diary, "csv", tmp_path / "tables")
    (given,) = diary.ask(all_of, GivenExport)
    assert replace(given, uid="", written=None) == GivenExport(uid="", given=NOON, form="csv", name="tables")


def test_the_export_is_of_the_record_before_it_was_kept(diary: Diary, tmp_path: Path) -> None:
    add(diary, day(pain_worst=5.0))
    before = exported(diary)
    export_json(diary, tmp_path / "out.json")
    keep_given(diary, "json", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == before
    assert exported(diary) != before


def test_a_diary_that_can_only_be_read_is_left_as_it_is(diary: Diary, tmp_path: Path) -> None:
    before = exported(diary)
    diary.read_only = True
    assert not keep_given(diary, "json", tmp_path / "out.json")
    assert exported(diary) == before


def test_what_cannot_be_kept_does_not_undo_the_export(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiaryError("The disk is full.")

    export_json(diary, tmp_path / "out.json")
    monkeypatch.setattr(diary, "apply", full)
    assert not keep_given(diary, "json", tmp_path / "out.json")
    assert (tmp_path / "out.json").exists()


def test_what_leaving_means_is_said_once_in_a_diary(diary: Diary, tmp_path: Path) -> None:
    assert not diary.ask(is_warned)
    assert keep_given(diary, "json", tmp_path / "a.json")
    assert not diary.ask(is_warned)
    assert keep_given(diary, "json", tmp_path / "a.json", warned=True)
    assert diary.ask(is_warned)
    assert keep_warned(diary)
    diary.read_only = True
    assert not keep_warned(diary)
