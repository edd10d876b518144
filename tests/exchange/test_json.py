"""Everything leaves as JSON and comes back as it was."""

from __future__ import annotations

import io
import json
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from diary.errors import DiaryError
from diary.exchange.demo import demo, sample
from diary.exchange.importers.plan import carry_out, plan
from diary.exchange.json_export import export_json, write_json
from diary.exchange.json_format import VERSION
from diary.exchange.json_restore import read_snapshot
from diary.exchange.whole_file import read_bytes
from diary.models.nouns import SECTION_OF
from diary.storage.diary import Diary
from diary.storage.snapshot import Snapshot, snapshot
from tests.exchange.strategies import snapshots

if TYPE_CHECKING:
    from collections.abc import Callable

UNTIL = date(2026, 11, 19)


def restore(diary: Diary, path: Path) -> None:
    """Write the export at `path` into an empty diary."""
    diary.restore(read_snapshot(read_bytes(path), path.name))


def exported(diary: Diary) -> bytes:
    """Return the diary's export."""
    stream = io.BytesIO()
    export_json(diary, stream)
    return stream.getvalue()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=snapshots())
def test_export_restore_export_gives_the_same_bytes(whole: Snapshot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = Diary(Path(folder) / "first.sqlite3")
        first.restore(whole)
        before = exported(first)
        kept = first.ask(snapshot)
        first.close()
        (Path(folder) / "export.json").write_bytes(before)
        second = Diary(Path(folder) / "second.sqlite3")
        restore(second, Path(folder) / "export.json")
        after = exported(second)
        again = second.ask(snapshot)
        second.close()
    assert after == before
    assert again == kept
    assert len(kept.entries) == len(whole.entries)
    assert len(kept.revisions) == len(whole.revisions)


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    """Return the export of a small sample diary as plain JSON, to be broken on purpose."""
    stream = io.BytesIO()
    write_json(sample(days=12, seed=1, until=UNTIL), stream)
    loaded: dict[str, Any] = json.loads(stream.getvalue())
    return loaded


def refused(diary: Diary, tmp_path: Path, content: str | bytes) -> str:
    """Return what the diary says to a file it cannot restore, having written nothing."""
    path = tmp_path / "export.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    with pytest.raises(DiaryError) as told:
        restore(diary, path)
    assert diary.ask(snapshot) == Snapshot()
    return str(told.value)


def test_a_restore_through_an_import_adds_nothing_and_the_diary_can_be_written_on(
    diary: Diary, tmp_path: Path
) -> None:
    demo(tmp_path / "sample.sqlite3", days=40, seed=3, until=UNTIL)
    other = Diary(tmp_path / "sample.sqlite3", create=False)
    export_json(other, tmp_path / "out.json")
    other.close()
    planned = plan(tmp_path / "out.json", diary)
    carry_out(diary, planned)
    assert exported(diary) == (tmp_path / "out.json").read_bytes()
    assert not diary.changed_outside()
    before = diary.ask(snapshot)
    diary.undo(before.changes[-1].uid)
    after = diary.ask(snapshot)
    assert after.changes[:-1] == before.changes
    assert after.entries != before.entries


def test_an_export_knows_neither_its_place_nor_its_time(tmp_path: Path) -> None:
    contents = []
    for name in ("here.sqlite3", "elsewhere.sqlite3"):
        demo(tmp_path / name, days=20, seed=1, until=UNTIL)
        opened = Diary(tmp_path / name, create=False)
        contents.append(exported(opened))
        opened.close()
    assert contents[0] == contents[1]
    assert str(tmp_path).encode() not in contents[0]


def test_an_export_is_readable_by_its_owner_only_and_leaves_no_half_file(
    diary: Diary, tmp_path: Path
) -> None:
    export_json(diary, tmp_path / "out.json")
    if os.name == "posix":
        assert (tmp_path / "out.json").stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.glob(".out*")] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_told_in_words(monkeypatch: pytest.MonkeyPatch, diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("the old one", "utf-8")
    real = os.fsync

    def full(number: int) -> None:
        real(number)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiaryError, match="disk is full"):
        export_json(diary, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text("utf-8") == "the old one"
    assert [one.name for one in tmp_path.glob(".out*")] == []


def test_a_diary_that_holds_something_is_never_restored_into(tmp_path: Path) -> None:
    demo(tmp_path / "full.sqlite3", days=3, seed=1, until=UNTIL)
    opened = Diary(tmp_path / "full.sqlite3", create=False)
    export_json(opened, tmp_path / "out.json")
    before = exported(opened)
    with pytest.raises(DiaryError, match="already holds entries"):
        restore(opened, tmp_path / "out.json")
    with pytest.raises(DiaryError, match="already holds entries"):
        plan(tmp_path / "out.json", opened)
    assert exported(opened) == before
    opened.close()


def test_a_newer_format_is_refused_in_words(diary: Diary, tmp_path: Path, plain: dict[str, Any]) -> None:
    told = refused(diary, tmp_path, json.dumps({**plain, "version": VERSION + 1}))
    assert "newer version" in told
    assert "Install" in told


def test_an_export_of_an_earlier_version_is_restored(
    diary: Diary, tmp_path: Path, plain: dict[str, Any]
) -> None:
    new = {"redrawings", *SECTION_OF.values()}
    old = {key: value for key, value in plain.items() if key not in new} | {"version": 1}
    old["entries"] = [_as_of_version_1(one) for one in plain["entries"]]
    (tmp_path / "old.json").write_text(json.dumps(old), "utf-8")
    restore(diary, tmp_path / "old.json")
    found = json.loads(exported(diary))
    assert [found.pop(name) for name in sorted(new)] == [[] for _ in new]
    assert found == {**old, "version": VERSION}


def _as_of_version_1(entry: dict[str, Any]) -> dict[str, Any]:
    areas = [
        {key: one[key] for key in one if key not in ("strokes", "site")} for one in entry.get("areas", ())
    ]
    plain = {key: entry[key] for key in entry if key not in ("until", "doing", "helped")}
    return plain | ({"areas": areas} if areas else {})


def _reading_value(plain: dict[str, Any]) -> None:
    plain["entries"][3]["readings"][0]["value"] = "six"


def _unknown_change(plain: dict[str, Any]) -> None:
    plain["entries"][2]["written"]["last"] = "nobody"


def _unknown_author_of_a_change(plain: dict[str, Any]) -> None:
    plain["changes"][1]["author"] = "nobody"


def _unknown_author_of_an_entry(plain: dict[str, Any]) -> None:
    plain["entries"][2]["author"] = "nobody"


def _unknown_measure(plain: dict[str, Any]) -> None:
    plain["entries"][3]["readings"][0]["measure"] = "horoscope"


def _nameless_measure(plain: dict[str, Any]) -> None:
    plain["measures"][0]["label"] = " "


def _no_uid(plain: dict[str, Any]) -> None:
    del plain["entries"][1]["uid"]


def _twice(plain: dict[str, Any]) -> None:
    plain["entries"].append(plain["entries"][0])


def _far_number(plain: dict[str, Any]) -> None:
    next(one for one in plain["entries"] if "areas" in one)["areas"][0]["severity"] = 10**30


def _unknown_field(plain: dict[str, Any]) -> None:
    plain["people"][0]["shoe_size"] = 42


def _unknown_section(plain: dict[str, Any]) -> None:
    plain["surprises"] = []


def _no_list(plain: dict[str, Any]) -> None:
    plain["changes"] = {}


def _day_end(plain: dict[str, Any]) -> None:
    plain["settings"][0]["value"] = '"teatime"'


def _old_record(plain: dict[str, Any]) -> None:
    plain["revisions"][0]["before"]["day"] = "someday"


@pytest.mark.parametrize(
    ("harm", "place"),
    [
        (_reading_value, "entries[3].readings[0].value: expected a number"),
        (_unknown_change, "entries[2].written.last: no such change"),
        (_unknown_author_of_a_change, "changes[1].author: no such author"),
        (_unknown_author_of_an_entry, "entries[2].author: no such author"),
        (_unknown_measure, "entries[3].readings[0].measure: no such measure"),
        (_nameless_measure, "measures[0].label: This needs a name"),
        (_no_uid, "entries[1].uid: missing"),
        (_twice, ".uid: stands twice"),
        (_far_number, ".severity: expected a smaller number"),
        (_unknown_field, "people[0].shoe_size: unknown field"),
        (_unknown_section, "surprises: unknown field"),
        (_no_list, "changes: expected a list"),
        (_day_end, "settings[0].value: cannot be read"),
        (_old_record, "revisions[0].before.day"),
    ],
)
def test_an_error_names_the_field(
    diary: Diary, tmp_path: Path, plain: dict[str, Any], harm: Callable[[dict[str, Any]], None], place: str
) -> None:
    broken = json.loads(json.dumps(plain))
    harm(broken)
    assert place in refused(diary, tmp_path, json.dumps(broken))


def _drawn(plain: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return the first entry with a place, and the place, drawn with one stroke."""
    at, entry = next((at, one) for at, one in enumerate(plain["entries"]) if "areas" in one)
    entry["areas"][0]["strokes"] = [dict(STROKE)]
    return at, entry["areas"][0]


STROKE = {"view": "front", "mode": "paint", "radius": 5, "points": [3, 4]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": [1, 2, 3]},
        {"points": []},
        {"points": [1, 10**7]},
        {"radius": 0},
        {"radius": -1},
        {"radius": 10**9},
        {"view": "../../secret"},
    ],
)
def test_a_stroke_that_cannot_be_is_refused_wherever_it_stands(
    diary: Diary, tmp_path: Path, plain: dict[str, Any], wrong: dict[str, Any]
) -> None:
    stroke = {**STROKE, **wrong}
    whole = json.loads(json.dumps(plain))
    at, place = _drawn(whole)
    (tmp_path / "sound.json").write_text(json.dumps(whole), "utf-8")
    sound = read_snapshot(read_bytes(tmp_path / "sound.json"), "sound.json")
    assert sound.entries[at].areas[0].strokes[0].points == (3, 4)
    place["strokes"].append(stroke)
    assert f"entries[{at}].areas[0].strokes[1]" in refused(diary, tmp_path, json.dumps(whole))

    whole = json.loads(json.dumps(plain))
    whole["revisions"][0] = {**whole["revisions"][0], "noun": "entry", "before": sound_before(whole, stroke)}
    told = refused(diary, tmp_path, json.dumps(whole))
    assert "revisions[0].before.areas[0].strokes[0]" in told

    whole = json.loads(json.dumps(plain))
    typed = {"sitting": {"places": [{"uid": "p", "strokes": [stroke]}]}}
    kept = "2026-11-19T18:00:00+01:00[Europe/Berlin]"
    whole["drafts"] = [{"key": "day:2026-11-19", "content": json.dumps(typed), "kept": kept}]
    told = refused(diary, tmp_path, json.dumps(whole))
    assert "drafts[0].content.sitting.places[0].strokes[0]" in told


def sound_before(plain: dict[str, Any], stroke: dict[str, Any]) -> dict[str, Any]:
    """Return an entry as a revision keeps it, drawn with a stroke."""
    entry = next(one for one in plain["entries"] if "areas" in one)
    return {**entry, "areas": [{**entry["areas"][0], "strokes": [stroke]}]}


def test_a_redrawing_of_strokes_that_cannot_be_is_refused(
    diary: Diary, tmp_path: Path, plain: dict[str, Any]
) -> None:
    whole = json.loads(json.dumps(plain))
    change = whole["changes"][0]["uid"]
    area = {"uid": "a", "strokes": [{**STROKE, "points": [1]}], "written": {"first": change, "last": change}}
    whole["redrawings"] = [
        {
            "uid": "again",
            "drawn": "2026-11-19T18:00:00+01:00[Europe/Berlin]",
            "day": "2026-11-19",
            "entry": whole["entries"][0]["uid"],
            "areas": [area],
            "agreement": 1,
            "first_pct": 1,
            "again_pct": 1,
            "written": {"first": change, "last": change},
        }
    ]
    assert "redrawings[0].areas[0].strokes[0]" in refused(diary, tmp_path, json.dumps(whole))


def test_a_draft_that_is_no_json_is_restored_as_it_is(
    diary: Diary, tmp_path: Path, plain: dict[str, Any]
) -> None:
    kept = "2026-11-19T18:00:00+01:00[Europe/Berlin]"
    whole = {**plain, "drafts": [{"key": "day:2026-11-19", "content": "{half", "kept": kept}]}
    (tmp_path / "draft.json").write_text(json.dumps(whole), "utf-8")
    restore(diary, tmp_path / "draft.json")
    assert [one.content for one in diary.ask(snapshot).drafts] == ["{half"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"format": "nerve-diary",\n"version": 1,\n"entries": [}', "line 3"),
        (b'{"format": "nerve-diary",\n"version": "\xff"}', "line 2: its text is not UTF-8"),
        ('{"format": "nerve-diary", "version": NaN}', "NaN is not a number"),
        ('{"format": "nerve-diary", "version": 1e999}', "1e999 is not a number"),
        ('{"format": "other"}', "not an export of this diary"),
        ("[]", "not an export of this diary"),
        ("", "it ends in the middle, on line 1"),
        ('{"format": "nerve-diary",\n"entries": [{"note": "bur', "it ends in the middle, on line 2"),
        ("[" * 100_000, "not JSON that can be kept"),
        ('{"format": "nerve-diary", "version": 1, "drafts": [{"key": "\\ud83d"}]}', "not UTF-8"),
        ('{"format": "nerve-diary", "version": 0}', "version: expected 1, 2, 3 or 4"),
    ],
)
def test_a_broken_file_is_refused_kindly(
    diary: Diary, tmp_path: Path, content: str | bytes, words: str
) -> None:
    assert words in refused(diary, tmp_path, content)


def test_a_missing_file_is_told_kindly(diary: Diary, tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match=r"nowhere\.json could not be opened"):
        restore(diary, tmp_path / "nowhere.json")
