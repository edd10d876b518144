"""docs/format.md names everything that a file or an export holds."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from diary.exchange.csv_export import AREAS, DAYS, ENTRIES, MEASURES, SLEEP_PIECES
from diary.exchange.csv_nouns import ITEMS, columns_of
from diary.exchange.csv_table import WRITTEN
from diary.exchange.importers.plan import NAMES
from diary.exchange.json_format import SECTIONS, VERSION
from diary.models import tables
from diary.models.codes import Noun
from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Provenance,
    Reading,
    SleepPiece,
    Source,
    Stroke,
)

TEXT = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
CSV = TEXT[TEXT.index("## CSV") :].splitlines()
NAMED = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", TEXT))))


LIFE = TEXT.index("## Treatments, story and plan")
BEFORE, OF_LIFE = TEXT[:LIFE], TEXT[LIFE : TEXT.index("## CSV")]
BY_ROW = {"id", "first", "last", "written"}
"""What every record of treatments, story and plan has, said once above the table."""


def named_in(line: str) -> set[str]:
    """Return what stands between backticks."""
    return set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", line))))


def row(begin: str) -> set[str]:
    """Return what a row of a table of the file, or of a list of the export, names."""
    (found,) = [line for line in BEFORE.splitlines() if line.startswith(f"| {begin} |")]
    return named_in(found)


def life_row(noun: Noun) -> set[str]:
    """Return what the row of a noun of treatments, story and plan names."""
    begin = f"| `{noun}` | `{SECTION_OF[noun]}` |"
    (found,) = [line for line in OF_LIFE.splitlines() if line.startswith(begin)]
    return named_in(found)


OTHERS = [one for one in tables.metadata.sorted_tables if one.name not in set(PLAIN)]


@pytest.mark.parametrize("noun", PLAIN)
def test_every_field_of_treatments_story_and_plan_is_documented(noun: Noun) -> None:
    named = life_row(noun) | BY_ROW
    assert {column.name for column in tables.PLAIN_TABLES[noun].columns} <= named
    assert {field.name for field in dataclasses.fields(PLAIN[noun])} <= named


@pytest.mark.parametrize("table", OTHERS, ids=lambda table: table.name)
def test_every_column_of_the_file_is_documented(table: Table) -> None:
    assert {column.name for column in table.columns} <= row(f"`{table.name}`")


@pytest.mark.parametrize("section", [one for one in SECTIONS if one not in set(SECTION_OF.values())])
def test_every_field_of_the_export_is_documented(section: str) -> None:
    assert {field.name for field in dataclasses.fields(SECTIONS[section])} <= row(f"`{section}`")


@pytest.mark.parametrize(
    "kind", [Reading, Area, AreaQuality, AreaRegion, Stroke, SleepPiece, Source, Provenance]
)
def test_every_field_of_a_part_is_documented(kind: type) -> None:
    assert {field.name for field in dataclasses.fields(kind)} <= NAMED


@pytest.mark.parametrize("columns", [DAYS, AREAS, ENTRIES, SLEEP_PIECES, MEASURES, ITEMS])
def test_every_column_of_the_tables_is_documented(columns: tuple[str, ...]) -> None:
    assert any(set(columns) <= named_in(line) for line in CSV)


@pytest.mark.parametrize("noun", PLAIN)
def test_every_column_of_the_tables_of_nouns_is_documented(noun: Noun) -> None:
    said = {"lateness", *WRITTEN, "treatment_name", "goal_text", "consult_day", "scores"}
    said |= {"factor_name", "outcome_name"}
    assert set(columns_of(noun)) <= life_row(noun) | said
    assert said <= named_in("\n".join(CSV))


def test_every_importer_and_the_version_are_documented() -> None:
    assert {*NAMES} <= NAMED
    assert f'"version": {VERSION},' in TEXT
