"""Two tables for spreadsheets that no spreadsheet runs."""

from __future__ import annotations

import csv
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.anatomy.coverage import coverage, regions_of
from diary.anatomy.kept import surface_pct
from diary.anatomy.regions import all_regions
from diary.errors import DiaryError
from diary.exchange.csv_export import export_csv
from diary.exchange.csv_nouns import columns_of
from diary.exchange.csv_table import harmless
from diary.exchange.demo import sample
from diary.exchange.importers.plan import carry_out, plan
from diary.models.care import Dose, DoseStep, Procedure, Relief, Treatment
from diary.models.codes import (
    Answered,
    AnswerList,
    AuthorRole,
    EntryKind,
    ProcedureKind,
    Quality,
    StrokeMode,
    TouchedBy,
    TreatmentKind,
    Use,
    Verb,
)
from diary.models.moments import Moment
from diary.models.nouns import SECTION_OF
from diary.models.records import Area, AreaQuality, AreaRegion, Author, Entry, Reading, Replace, Stroke
from diary.models.rough import Rough
from diary.models.story import Goal
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.life_queries import one_of
from diary.storage.reading import SELF
from diary.storage.snapshot import snapshot
from diary.wording.answers import measure_words
from tests.exchange.conftest import NOON
from tests.exchange.fixtures_here import OWN

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_NOUN = Path(__file__).parents[1] / "old_files" / "0005.sqlite3"
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet reads them."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@given(st.text())
def test_no_cell_begins_like_a_formula_unless_it_is_a_number(text: str) -> None:
    cell = harmless(text)
    assert cell in {text, f"'{text}"}
    if cell.startswith(FORMULAS):
        float(cell.replace(",", "."))


@pytest.mark.parametrize(
    "text", ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "\r=1", "＝1", "-1e5;=1", "+", "-"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+4,5", "-0.25", "8/10 points", "", "’=1", " =1"])
def test_numbers_and_harmless_text_stay(text: str) -> None:
    assert harmless(text) == text


@pytest.fixture
def written(diary: Diary) -> Diary:
    """A diary with one typed day and its places."""
    area = Area(
        uid="a",
        severity=6,
        qualities=(AreaQuality(code=Quality.BURNING, strength=7), AreaQuality(own_word="=HYPERLINK(1)")),
        regions=(AreaRegion(region="sole_inner_L", coverage=0.5), AreaRegion(region="heel_L")),
    )
    numb = Area(uid="b", qualities=(AreaQuality(code=Quality.NUMBNESS),))
    day = Entry(
        uid="day",
        kind=EntryKind.DAY,
        day=date(2026, 11, 19),
        author=SELF,
        answered={AnswerList.PLACES: Answered.SOME},
        readings=(Reading(measure="pain_worst", value=8.0), Reading(measure="pain_average", value=0.0)),
        areas=(area, numb),
    )
    diary.apply([Replace(before=None, after=day)])
    return diary


def test_each_day_and_measure_has_a_row(written: Diary, tmp_path: Path) -> None:
    days, *_ = export_csv(written, tmp_path / "out")
    rows = table(days)
    assert [(row["measure"], row["name"], row["value"]) for row in rows] == [
        ("pain_average", "Average pain", "0"),
        ("pain_worst", "Worst pain", "8"),
    ]
    assert {(row["day"], row["lateness"], row["changed"], row["source"]) for row in rows} == {
        ("2026-11-19", "next_day", "no", "typed")
    }
    assert rows[0]["first_written"] == "2026-11-20T12:00:00+01:00[Europe/Berlin]"


def test_each_place_has_a_row_and_no_severity_is_no_zero(written: Diary, tmp_path: Path) -> None:
    _, areas, *_ = export_csv(written, tmp_path / "out")
    assert [(row["place"], row["severity"], row["qualities"], row["own_words"]) for row in table(areas)] == [
        ("1", "6", "burning 7", "'=HYPERLINK(1)"),
        ("2", "", "numbness", ""),
    ]
    assert table(areas)[0]["regions"] == "sole_inner_L 0.5; heel_L 1"


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2026-11-20", "same_day"),
        ("2026-11-19", "next_day"),
        ("2026-11-01", "memory"),
        ("2026-11", ""),
        ("~2026-11-20", ""),
    ],
)
def test_a_step_procedure_or_treatment_is_as_late_as_its_exact_day(
    diary: Diary, tmp_path: Path, since: str, told: str
) -> None:
    when = Rough.parse(since)
    records = (
        Treatment(uid="t", kind=TreatmentKind.MEDICINE, name="Tramadol", started=when),
        DoseStep(uid="s", treatment="t", since=when, amount=1.0, unit="pieces"),
        Procedure(uid="p", kind=ProcedureKind.BLOCK, when=when),
    )
    diary.apply([Replace(before=None, after=one) for one in records])
    export_csv(diary, tmp_path / "out")
    for name in ("treatments", "dose_steps", "procedures"):
        (row,) = table(tmp_path / "out" / f"{name}.csv")
        assert row["lateness"] == told


def test_a_relief_is_as_late_as_the_day_of_its_dose(diary: Diary, tmp_path: Path) -> None:
    records = (
        Treatment(uid="t", kind=TreatmentKind.MEDICINE, name="Tramadol", use=Use.AS_NEEDED),
        Dose(uid="d", treatment="t", day=date(2026, 11, 12)),
        Relief(uid="r", dose="d", after_min=30, pain=4, at=Moment.parse("2026-11-12T10:00:00+01:00")),
    )
    diary.apply([Replace(before=None, after=one) for one in records])
    export_csv(diary, tmp_path / "out")
    (row,) = table(tmp_path / "out" / "reliefs.csv")
    assert row["lateness"] == "memory"


def test_who_helps_is_named_beside_the_uid(diary: Diary, tmp_path: Path) -> None:
    mia = Author(uid="mia", role=AuthorRole.PARTNER, name="Mia")
    diary.apply([Replace(before=None, after=mia)])
    theirs = Entry(
        uid="day",
        kind=EntryKind.DAY,
        day=date(2026, 11, 19),
        author="mia",
        readings=(Reading(measure="pain_worst", value=8.0),),
    )
    diary.author = "mia"
    diary.apply([Replace(before=None, after=theirs)])
    days, *_ = export_csv(diary, tmp_path / "out")
    for rows in (table(days), table(tmp_path / "out" / "entries.csv")):
        assert [(row["author"], row["author_name"]) for row in rows] == [("mia", "Mia")]


def test_what_hurts_by_touching_has_a_column(diary: Diary, tmp_path: Path) -> None:
    touch = AreaQuality(code=Quality.TOUCH, strength=5, what=(TouchedBy.CLOTHES, TouchedBy.BEDSHEET))
    area = Area(uid="a", qualities=(AreaQuality(code=Quality.BURNING), touch))
    some = {AnswerList.PLACES: Answered.SOME}
    entry = Entry(
        uid="day", kind=EntryKind.DAY, day=date(2026, 11, 19), author=SELF, answered=some, areas=(area,)
    )
    diary.apply([Replace(before=None, after=entry)])
    _, areas, *_ = export_csv(diary, tmp_path / "out")
    (row,) = table(areas)
    assert (row["qualities"], row["touched_by"]) == ("burning; touch 5", "clothes; bedsheet")


def test_a_place_says_how_much_of_the_body_it_covers(written: Diary, tmp_path: Path) -> None:
    _, areas, *_ = export_csv(written, tmp_path / "out")
    sole, heel = (all_regions()[one].bsa_pct for one in ("sole_inner_L", "heel_L"))
    assert [row["surface_pct"] for row in table(areas)] == [str(round(sole * 0.5 + heel, 2)), ""]


def test_the_surface_of_a_drawing_is_every_painted_share(diary: Diary, tmp_path: Path) -> None:
    spot = (Stroke(view="back", mode=StrokeMode.PAINT, radius=12, points=(150, 200, 240, 330)),)
    drawn = Area(uid="a", regions=regions_of(spot), strokes=spot, figure_version="2", grid_version="2")
    of_old = replace(drawn, uid="b", figure_version="1")
    entry = Entry(uid="day", kind=EntryKind.DAY, day=date(2026, 11, 19), author=SELF, areas=(drawn, of_old))
    some = replace(entry, answered={AnswerList.PLACES: Answered.SOME})
    diary.apply([Replace(before=None, after=some)])
    painted, counted = (float(row["surface_pct"]) for row in table(export_csv(diary, tmp_path / "out")[1]))
    assert painted == round(surface_pct(coverage(spot)), 2)
    assert counted == round(surface_pct({one.region: one.coverage for one in drawn.regions}), 2)
    assert painted > counted


def test_imported_values_keep_source_unit_and_original(diary: Diary, tmp_path: Path) -> None:
    carry_out(diary, plan(OWN / "daylio_v3.csv", diary))
    rows = table(export_csv(diary, tmp_path / "out")[0])
    weight = next(row for row in rows if row["name"] == "Weight")
    assert (weight["value"], weight["unit"], weight["original"]) == ("72.5", "kg", "72,5 kg")
    assert (weight["source"], weight["lateness"], weight["at"]) == (
        "Daylio",
        "imported",
        "2026-02-01T10:04:00",
    )


def test_a_name_that_ends_in_csv_names_the_first_table(written: Diary, tmp_path: Path) -> None:
    names = [one.name for one in export_csv(written, tmp_path / "out.csv")]
    assert names == ["out.csv", "out-areas.csv", "out-entries.csv", "out-columns.csv"]
    assert len(table(tmp_path / "out-areas.csv")) == 2


def test_a_whole_sample_leaves_with_every_reading_and_place(diary: Diary, tmp_path: Path) -> None:
    diary.restore(sample(days=30, seed=2, until=date(2026, 11, 19)))
    days, areas, *_ = export_csv(diary, tmp_path)
    whole = diary.ask(snapshot)
    given = [row for row in table(days) if row["computed"] == "no"]
    assert len(given) == sum(len(one.readings) for one in whole.entries)
    assert len(table(areas)) == sum(len(one.areas) for one in whole.entries)


@pytest.fixture
def every_noun(tmp_path: Path) -> Iterator[Diary]:
    """A diary of schema 4 with one record of every noun."""
    shutil.copy(EVERY_NOUN, tmp_path / "every.sqlite3")
    opened = Diary(tmp_path / "every.sqlite3", clock=lambda: NOON)
    yield opened
    opened.close()


def tables_of(diary: Diary, to: Path) -> dict[str, list[dict[str, str]]]:
    """Return every table that is written, by its name."""
    return {one.stem: table(one) for one in export_csv(diary, to)}


def test_every_noun_has_a_table_and_every_record_a_row(every_noun: Diary, tmp_path: Path) -> None:
    found = tables_of(every_noun, tmp_path / "out")
    whole = every_noun.ask(snapshot)
    for noun, section in SECTION_OF.items():
        assert [row["uid"] for row in found[section]] == [one.uid for one in whole.section(section)]
        assert tuple(found[section][0]) == columns_of(noun)
    assert len(found) == len(SECTION_OF) + 7


def test_a_record_of_a_day_says_its_class_and_who_wrote_it_when(every_noun: Diary, tmp_path: Path) -> None:
    found = tables_of(every_noun, tmp_path / "out")
    for section in ("doses", "side_effects", "sessions", "attainments", "responses", "attributions"):
        (row,) = found[section]
        assert (row["lateness"], row["changed"], row["author"]) == ("next_day", "no", SELF)
        assert row["first_written"] == row["last_written"] == "2026-11-20T14:00:00+01:00[Europe/Berlin]"
    assert "lateness" not in found["life_events"][0]
    assert "lateness" not in found["trials"][0]


def test_rows_say_what_they_name_in_words(every_noun: Diary, tmp_path: Path) -> None:
    found = tables_of(every_noun, tmp_path / "out")
    assert {found[one][0]["treatment_name"] for one in ("doses", "dose_steps", "side_effects")} == {
        "Tramadol"
    }
    assert found["attainments"][0]["goal_text"] == "Mit dem Hund um den See"
    assert found["questions"][0]["consult_day"] == "2026-12-03"
    assert found["treatments"][0]["stop_reasons"] == "side_effects; cost"
    assert found["procedures"][0]["when"] == "~2026-10"
    assert found["attributions"][0]["factor_name"] == measure_words("cold", {})


def test_what_a_deleted_treatment_was_called_is_left_empty(every_noun: Diary, tmp_path: Path) -> None:
    treatment = every_noun.ask(one_of, Treatment, "tramadol")
    every_noun.apply([Replace(before=treatment, after=None)], verb=Verb.DELETE)
    found = tables_of(every_noun, tmp_path / "out")
    assert (found["doses"][0]["treatment"], found["doses"][0]["treatment_name"]) == ("tramadol", "")
    assert "treatments" not in found


def test_answers_of_a_questionnaire_stand_in_rows_of_their_own(every_noun: Diary, tmp_path: Path) -> None:
    found = tables_of(every_noun, tmp_path / "out")
    assert [(one["item"], one["value"], one["lateness"]) for one in found["response_items"]] == [
        ("average", "6", "next_day"),
        ("enjoyment", "0", "next_day"),
    ]
    assert found["responses"][0]["scores"] == ""  # an item was left out, so there is no score


def test_a_flare_says_its_end_and_what_helped(every_noun: Diary, tmp_path: Path) -> None:
    found = tables_of(every_noun, tmp_path / "out")
    (flare,) = [one for one in found["entries"] if one["entry"] == "attack"]
    assert flare["until"] == "2026-11-19T15:05:00+01:00[Europe/Berlin]"
    assert (flare["doing"], flare["helped"]) == ("Treppe", "Hinsetzen")
    (day,) = [one for one in found["entries"] if one["entry"] == "answered"]
    assert (day["answered_doses"], day["answered_planned"], day["answered_places"]) == ("some", "all", "")
    (place,) = [one for one in found["areas"] if one["entry"] == "attack"]
    assert (place["site"], place["site_name"], place["lateness"]) == ("foot", "linker Fuß", "next_day")
    (nap,) = [one for one in found["sleep"] if one["nap"] == "yes"]
    assert nap["asleep"] == "2026-11-19T14:20:00+01:00[Europe/Berlin]"


def test_own_words_and_choices_are_there(every_noun: Diary, tmp_path: Path) -> None:
    found = {one["code"]: one for one in tables_of(every_noun, tmp_path / "out")["measures"]}
    assert found["own.weather"]["choices"] == "Sonne ☀; Regen"
    assert (found["own.splint"]["low_words"], found["own.splint"]["high_words"]) == ("locker", "eng")


def test_a_table_that_has_no_rows_any_more_is_written_over(every_noun: Diary, tmp_path: Path) -> None:
    tables_of(every_noun, tmp_path / "out")
    goal = every_noun.ask(one_of, Goal, "walk")
    every_noun.apply([Replace(before=goal, after=None)], verb=Verb.DELETE)
    assert tables_of(every_noun, tmp_path / "out")["goals"] == []


def test_classes_in_all_tables_are_those_of_the_record(diary: Diary, tmp_path: Path) -> None:
    diary.restore(sample(days=60, seed=2, until=date(2026, 11, 19)))
    found = tables_of(diary, tmp_path)
    kept = {one.entry: one.lateness for one in diary.ask(queries.entry_rows, date.min, date.max)}
    assert {one["entry"]: one["lateness"] for one in found["entries"]} == kept
    assert set(kept.values()) == {"same_day", "next_day", "later", "memory", "imported"}
    places = diary.ask(queries.areas_between, date.min, date.max)
    assert [one["lateness"] for one in found["areas"]] == [one.lateness for one in places]


def test_an_empty_diary_gives_two_headers(diary: Diary, tmp_path: Path) -> None:
    days, areas, *_ = export_csv(diary, tmp_path)
    assert days.read_bytes().startswith(b"\xef\xbb\xbfday,kind,at,measure,")
    assert table(days) == table(areas) == []


def test_a_folder_that_cannot_be_made_is_told_in_words(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(DiaryError, match="could not be written"):
        export_csv(diary, tmp_path / "file" / "below")


def test_a_full_disk_leaves_the_old_tables(
    written: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, *_ = export_csv(written, tmp_path)
    before = days.read_bytes()

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiaryError, match="disk is full"):
        export_csv(written, tmp_path)
    assert days.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("*.csv*")) == [
        *("areas.csv", "columns.csv", "days.csv", "entries.csv")
    ]
    assert not any(one.is_dir() for one in tmp_path.iterdir())


def test_a_place_has_its_own_time(written: Diary, tmp_path: Path) -> None:
    at = Moment.parse("2026-11-18T22:10+01:00[Europe/Berlin]")
    area = Area(uid="late", at=at, qualities=(AreaQuality(code=Quality.NUMBNESS),))
    some = {AnswerList.PLACES: Answered.SOME}
    day = Entry(
        uid="late", kind=EntryKind.DAY, day=date(2026, 11, 18), author=SELF, answered=some, areas=(area,)
    )
    written.apply([Replace(before=None, after=day)])
    _, areas, *_ = export_csv(written, tmp_path / "out")
    times = {row["entry"]: row["at"] for row in table(areas)}
    assert times == {"late": "2026-11-18T22:10:00+01:00[Europe/Berlin]", "day": ""}
