"""Treatments, story and plan leave as JSON and come back; what does not fit is refused by its field."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest

from diary.exchange.json_format import SECTIONS
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from tests.exchange.test_json import exported, refused, restore

EVERY_NOUN = Path(__file__).parents[1] / "old_files" / "0005.sqlite3"


@pytest.fixture
def lived() -> dict[str, Any]:
    """Return the export of a diary with one record of every noun, to be broken on purpose."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(EVERY_NOUN, Path(folder) / "diary.sqlite3")
        kept = Diary(Path(folder) / "diary.sqlite3")
        loaded: dict[str, Any] = json.loads(exported(kept))
        kept.close()
    return loaded


def test_every_list_of_an_export_is_restored(diary: Diary, tmp_path: Path, lived: dict[str, Any]) -> None:
    assert [name for name in SECTIONS if not lived[name]] == ["authors"]
    (tmp_path / "export.json").write_text(json.dumps(lived), "utf-8")
    restore(diary, tmp_path / "export.json")
    assert json.loads(exported(diary)) == lived


@pytest.mark.parametrize(
    ("section", "field", "value", "words"),
    [
        ("side_effects", "severity", 11, "side_effects[0].severity: A severity goes"),
        ("attainments", "value", -1, "attainments[0].value: A severity goes"),
        ("reliefs", "after_min", 45, "reliefs[0].after_min: Pain around a dose"),
        ("doses", "amount", -2, "doses[0].amount: An amount"),
        ("treatments", "stopped", "2020", "treatments[0].stopped: The end lies"),
        ("treatments", "name", " ", "treatments[0].name: This needs a name"),
        ("treatments", "started", "2026-13", "treatments[0].started"),
        ("treatments", "use", "often", "treatments[0].use"),
        ("responses", "answers", [], "responses[0].answers: No question"),
        ("given_exports", "given", "soon", "given_exports[0].given"),
        ("dose_steps", "treatment", "horoscope", "dose_steps[0].treatment: no such treatment"),
        ("doses", "treatment", "horoscope", "doses[0].treatment: no such treatment"),
        ("reliefs", "dose", "horoscope", "reliefs[0].dose: no such dose"),
        ("side_effects", "treatment", "horoscope", "side_effects[0].treatment: no such treatment"),
        ("attainments", "goal", "horoscope", "attainments[0].goal: no such goal"),
        ("questions", "consult", "horoscope", "questions[0].consult: no such consult"),
        ("attributions", "entry", "horoscope", "attributions[0].entry: no such entry"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_and_its_field_named(
    diary: Diary, tmp_path: Path, lived: dict[str, Any], section: str, field: str, value: object, words: str
) -> None:
    lived[section][0][field] = value
    assert words in refused(diary, tmp_path, json.dumps(lived))


def test_a_place_that_names_no_lasting_place_is_refused(
    diary: Diary, tmp_path: Path, lived: dict[str, Any]
) -> None:
    lived["sites"] = []
    assert ".areas[0].site: no such site" in refused(diary, tmp_path, json.dumps(lived))


def test_what_names_a_deleted_or_erased_record_is_restored(
    diary: Diary, tmp_path: Path, lived: dict[str, Any]
) -> None:
    (goal,) = lived["goals"]
    change = lived["changes"][-1]["uid"]
    lived["goals"] = []
    lived["revisions"].append(
        {"noun": "goal", "uid": "walk", "change": change, "replaced": change, "before": goal}
    )
    lived["consults"] = []
    fact = {"uid": "gone-visit", "of": "consult", "record": "visit", "at": lived["doses"][0]["at"]}
    lived["erased"].append({**fact, "written": {"first": change, "last": change}})
    (tmp_path / "export.json").write_text(json.dumps(lived), "utf-8")
    restore(diary, tmp_path / "export.json")
    whole = diary.ask(snapshot)
    assert [one.goal for one in whole.section("attainments")] == ["walk"]
    assert [one.consult for one in whole.section("questions")] == ["visit"]
