"""The annex at its ends: an empty diary says nothing, and names of any length or script go through."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from diary.exchange.report.choices import Annex, ReportChoices
from diary.exchange.report.gather import asked_for, read_rows
from diary.models.care import DoseStep, SideEffect, Treatment
from diary.models.codes import Use
from diary.models.records import Setting
from diary.models.rough import Rough
from tests.exchange.report_days import TODAY, Written

from .conftest import ago

if TYPE_CHECKING:
    from pathlib import Path

OURS = (
    *(Annex.TREATMENTS, Annex.FLARES, Annex.QUESTIONNAIRES),
    *(Annex.NOTES, Annex.CHANGES, Annex.NERVES),
)
NAMES = ("ל" * 12, "🌧️ rain drops", "x" * 300, "a\u202eb", " ")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("extremes") / "diary.sqlite3")


def parts(written: Written) -> dict[Annex, object]:
    choices = ReportChoices(annex=OURS, since=ago(400), until=TODAY, notes=("nobody",))
    asked = written.diary.ask(asked_for, choices, TODAY)
    rows = written.diary.ask(read_rows, asked)
    found = {}
    for code in OURS:
        module = import_module(f"diary.exchange.report.annex.{code}")
        found[code], drawings = module.part(rows, asked, rows.extra[code])
        assert drawings == {}
    return {code: one for code, one in found.items() if one is not None}


def test_an_empty_diary_has_none_of_these_parts(written: Written) -> None:
    written.write(Setting(uid="nerve_areas", value="true"))
    assert parts(written) == {}


def test_many_medicines_with_names_of_any_kind_are_all_listed(written: Written, tmp_path: Path) -> None:
    many = Written(tmp_path / "many.sqlite3")
    for number in range(40):
        name = f"{NAMES[number % len(NAMES)]} {number}"
        use = Use.AS_NEEDED if number % 3 == 0 else Use.REGULAR
        uid = f"medicine-{number}"
        many.write(
            Treatment(uid=uid, name=name, use=use, started=Rough(2026, 1 + number % 9)),
            DoseStep(uid=f"step-{number}", treatment=uid, since=Rough(2026, 10), amount=0.5, unit="Löffel"),
            SideEffect(uid=f"effect-{number}", day=ago(3), name=name, severity=10, treatment=uid),
        )
    (part,) = parts(many).values()
    told = repr(part)
    assert all(f"{number}'" in told or f"{number}\\u2069'" in told for number in range(40))
    assert "0.5 Löffel" in told
