"""Files of every released schema open, with a back-up copy beside them; a migration happens whole or not."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.models import tables
from diary.models.codes import Noun, StrokeMode
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.records import AreaRegion, Erased, Reading, Stroke
from diary.storage import life_queries, queries, upgrade
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.raw import HEAD, SCHEMAS
from diary.storage.snapshot import snapshot
from tests.storage.given import YESTERDAY, Clock, add, day, live
from tests.storage.one_of_each import ANSWERED, ATTACK, CARE, EXPORT, INQUIRY, STORY, TOUCH

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

OLD = Path(__file__).resolve().parent.parent / "old_files"
BEHIND = sorted(one.stem for one in OLD.glob("*.sqlite3") if one.stem != HEAD)
WITHOUT_DRAWINGS = [one for one in BEHIND if one < "0003"]
"""What the files hold: 0001 a day, a night, a flare, an own measure, a person, a setting and two revisions;
0002 the same in the schema with drafts and reports; 0003 a drawn day and its redrawing as well; 0004 one
record of every noun of its schema besides; 0005 the same with a question to the numbers and a trial. Each is
as its version left it."""

FIRST = date(2026, 11, 18)


def copy_of(schema: str, folder: Path) -> Path:
    """Return a file as the version with that schema left it."""
    file = folder / "diary.sqlite3"
    shutil.copy(OLD / f"{schema}.sqlite3", file)
    return file


def back_up_of(file: Path, schema: str) -> Path:
    """Return where the copy from before the migration is."""
    return file.with_name(f"diary-before-{HEAD}-from-{schema}.sqlite3")


def schema_in(file: Path) -> set[tuple[str, str]]:
    """Return every table and index of a file as it was made."""
    raw = sqlite3.connect(file)
    found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {(name, " ".join(sql.split())) for name, sql in found}


def test_there_is_a_file_of_every_schema() -> None:
    known = {one.revision for one in upgrade._script().walk_revisions()}
    assert {one.stem for one in OLD.glob("*.sqlite3")} == known
    assert known == set(SCHEMAS)


@pytest.mark.parametrize("schema", [*BEHIND, HEAD])
def test_an_old_file_opens_with_all_it_held(tmp_path: Path, schema: str) -> None:
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    assert diary.ask(queries.span) == (FIRST, YESTERDAY)
    first = live(diary, "first")
    assert {one.measure: one.value for one in first.readings} == {
        "pain_worst": 8.0,
        "pain_average": 5.0,
        "coffee": 2.0,
    }
    assert first.areas[0].qualities[1].own_word == "wie Glasscherben"
    assert live(diary, "night").sleep[0].asleep_min == 430
    assert live(diary, "flare").readings[0] == Reading(
        measure="pain_now", value=8.0, written=live(diary, "flare").written
    )
    person = diary.ask(queries.person)
    assert person is not None
    assert person.name == "Jo Übung"
    assert str(diary.ask(queries.day_end)) == "04:00:00"
    whole = diary.ask(snapshot)
    assert [one.uid for one in whole.changes][:8] == [f"c{number}" for number in range(1, 9)]
    assert [(one.uid, one.change) for one in whole.revisions] == [("first", "c7"), ("gone", "c8")]
    diary.undo("c8")
    assert live(diary, "gone").note == "versehentlich"
    diary.close()


@pytest.mark.parametrize("schema", WITHOUT_DRAWINGS)
def test_places_of_old_files_are_regions_marked_whole_without_a_drawing(tmp_path: Path, schema: str) -> None:
    old = sqlite3.connect(OLD / f"{schema}.sqlite3")
    versions = old.execute("SELECT figure_version, grid_version FROM area").fetchone()
    old.close()
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    (place,) = live(diary, "first").areas
    assert place.regions == (AreaRegion(region="foot_sole_l", coverage=0.25), AreaRegion(region="toes_l"))
    assert place.regions[1].coverage == 1.0
    assert place.strokes == ()
    assert (place.figure_version, place.grid_version) == versions == (None, None)
    assert diary.ask(queries.redrawings) == ()
    assert diary.ask(check) == []
    diary.close()


@pytest.mark.parametrize("schema", ["0003", "0004", HEAD])
def test_a_file_from_schema_3_on_opens_with_its_drawing(tmp_path: Path, schema: str) -> None:
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    (place,) = live(diary, "drawn").areas
    assert (place.figure_version, place.grid_version) == ("2", "2")
    assert place.strokes == (
        Stroke(
            view="sole",
            mode=StrokeMode.PAINT,
            radius=12,
            points=(412, 96, 410, 103, 405, 117, -3, 1_000_000),
        ),
        Stroke(view="sole", mode=StrokeMode.ERASE, radius=5, points=(405, 110)),
        Stroke(view="back", mode=StrokeMode.FILL, points=(120, 733)),
    )
    (again,) = diary.ask(queries.redrawings)
    assert (again.entry, again.agreement, again.first_pct, again.again_pct) == ("drawn", 0.75, 1.25, 1.5)
    assert [one.strokes for one in again.areas] == [place.strokes]
    diary.close()


@pytest.mark.parametrize("schema", ["0004", HEAD])
def test_a_file_from_schema_4_on_opens_with_a_record_of_every_noun(tmp_path: Path, schema: str) -> None:
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    for record in (*CARE, *STORY, EXPORT, *(() if schema == "0004" else INQUIRY)):
        (found,) = diary.ask(life_queries.all_of, type(record))
        assert replace(found, written=None) == record
    (erased,) = diary.ask(life_queries.all_of, Erased)
    assert (erased.of, erased.record, erased.day) == (Noun.ENTRY, "spoken", YESTERDAY)
    attack = live(diary, "attack")
    assert (attack.until, attack.doing, attack.helped) == (ATTACK.until, "Treppe", "Hinsetzen")
    assert attack.areas[0].site == "foot"
    assert attack.areas[0].qualities == (TOUCH,)
    assert live(diary, "answered").answered == ANSWERED.answered
    weather, splint = (diary.ask(queries.measures)[code] for code in ("own.weather", "own.splint"))
    assert weather.choices == ("Sonne ☀", "Regen")
    assert (splint.low_words, splint.high_words) == ("locker", "eng")
    assert diary.ask(check) == []
    diary.close()


@pytest.mark.parametrize("schema", BEHIND)
def test_older_files_hold_no_questions_to_the_numbers_and_no_trials(tmp_path: Path, schema: str) -> None:
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    assert (diary.ask(life_queries.all_of, LinkQuestion), diary.ask(life_queries.all_of, Trial)) == ([], [])
    diary.close()


@pytest.mark.parametrize("schema", [one for one in BEHIND if one < "0004"])
def test_what_older_files_did_not_know_is_absent_after_a_migration(tmp_path: Path, schema: str) -> None:
    diary = Diary(copy_of(schema, tmp_path), clock=Clock())
    whole = diary.ask(snapshot)
    assert set(whole.plain.values()) == {()}
    assert {(one.until, one.doing, one.helped) for one in whole.entries} == {(None, "", "")}
    areas = [area for one in whole.entries for area in one.areas]
    assert {area.site for area in areas} == {None}
    assert {quality.what for area in areas for quality in area.qualities} == {()}
    assert {(one.low_words, one.high_words, one.choices) for one in whole.measures} == {(None, None, ())}
    assert diary.ask(check) == []
    diary.close()


@pytest.mark.parametrize("schema", BEHIND)
def test_before_a_migration_a_copy_is_made(tmp_path: Path, schema: str) -> None:
    file = copy_of(schema, tmp_path)
    Diary(file).close()
    copy = back_up_of(file, schema)
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([file.name, copy.name])
    assert copy.stat().st_mode & 0o777 == 0o600
    assert schema_in(copy) == schema_in(OLD / f"{schema}.sqlite3")
    raw = sqlite3.connect(copy)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema,)]
    kept = {"0001": 3, "0002": 3, "0003": 4}.get(schema, 7)
    assert raw.execute("SELECT count(*) FROM entry").fetchone() == (kept,)
    raw.close()


@pytest.mark.parametrize("schema", BEHIND)
def test_a_migrated_file_is_like_a_new_one(tmp_path: Path, schema: str) -> None:
    file = copy_of(schema, tmp_path)
    Diary(file).close()
    new = tmp_path / "new.sqlite3"
    Diary(new).close()
    assert schema_in(file) == schema_in(new)


def test_the_tables_are_as_the_migrations_make_them(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    file = tmp_path / "new.sqlite3"
    Diary(file).close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()


def test_a_file_that_is_up_to_date_does_not_load_the_migrations(tmp_path: Path) -> None:
    file = copy_of(HEAD, tmp_path)
    told = (
        "import sys; from pathlib import Path; from diary.storage.diary import Diary;"
        "Diary(Path(sys.argv[1])).close();"
        "sys.exit(any(name.split('.')[0] in ('alembic', 'mako') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", told, str(file)], check=False).returncode == 0


@pytest.mark.parametrize("last", ["raise RuntimeError('here')", "op.execute('DROP TABLE nowhere')"])
def test_a_migration_that_breaks_off_leaves_the_old_file_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    file = copy_of("0001", tmp_path)
    before = schema_in(file)
    monkeypatch.setattr(upgrade, "_script", lambda: _broken(tmp_path / "migrations", last))
    with pytest.raises((RuntimeError, sqlite3.OperationalError)):
        Diary(file)
    assert schema_in(file) == before
    assert back_up_of(file, "0001").exists()
    monkeypatch.undo()
    diary = Diary(file)
    assert diary.ask(queries.span) == (FIRST, YESTERDAY)
    diary.close()


def test_a_full_disk_stops_a_migration_kindly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = copy_of("0001", tmp_path)
    before = schema_in(file)
    writer = upgrade._writer

    def without_room(path: Path) -> sqlite3.Connection:
        raw = writer(path)
        raw.execute("PRAGMA max_page_count = 1")
        return raw

    monkeypatch.setattr(upgrade, "_writer", without_room)
    with pytest.raises(DiaryError, match="disk is full"):
        Diary(file)
    assert schema_in(file) == before


def test_without_a_copy_nothing_is_migrated(tmp_path: Path) -> None:
    file = copy_of("0001", tmp_path)
    before = file.read_bytes()
    back_up_of(file, "0001").mkdir()
    with pytest.raises(DiaryError, match="back-up") as refused:
        Diary(file)
    assert refused.value.do
    assert file.read_bytes() == before


def test_an_old_file_that_may_not_be_written_is_refused_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    file = copy_of("0001", tmp_path)
    before = file.read_bytes()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    with pytest.raises(DiaryError, match="only be read"):
        Diary(file)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["diary.sqlite3"]


def test_a_crash_left_rows_beside_an_old_file_and_they_are_in_the_copy(tmp_path: Path) -> None:
    old = copy_of("0001", tmp_path)
    raw = sqlite3.connect(old)
    raw.execute("UPDATE person SET name = 'late'")
    raw.commit()
    killed = tmp_path / "killed"
    killed.mkdir()
    for one in tmp_path.glob("diary.sqlite3*"):
        shutil.copy(one, killed / one.name)
    raw.close()
    diary = Diary(killed / "diary.sqlite3")
    person = diary.ask(queries.person)
    diary.close()
    copy = sqlite3.connect(back_up_of(killed / "diary.sqlite3", "0001"))
    assert copy.execute("SELECT name FROM person").fetchone() == ("late",)
    copy.close()
    assert person is not None
    assert person.name == "late"


def test_a_migrated_file_takes_new_entries(tmp_path: Path) -> None:
    diary = Diary(copy_of("0001", tmp_path), clock=Clock())
    add(diary, day("new", date(2026, 11, 1), pain_worst=5.0))
    diary.keep_draft("today", "{}")
    assert diary.ask(queries.drafts).keys() == {"today"}
    diary.close()


def _broken(folder: Path, last: str) -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    shutil.copytree(Path(upgrade.__file__).parent / "migrations", folder)
    (newest,) = (folder / "versions").glob(f"{HEAD}_*.py")
    newest.write_text(newest.read_text("utf-8") + f"    {last}\n", "utf-8")
    return ScriptDirectory(str(folder))
