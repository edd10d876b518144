"""docs/format.md names everything that a file or an export holds."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from diary.exchange.csv_export import AREAS, DAYS
from diary.exchange.importers.plan import NAMES
from diary.exchange.json_format import SECTIONS
from diary.models import tables
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
NAMED = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", TEXT))))


def row(begin: str) -> set[str]:
    """Return what a row of a table in the text names."""
    (found,) = [line for line in TEXT.splitlines() if line.startswith(f"| {begin} |")]
    return set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", found))))


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_column_of_the_file_is_documented(table: Table) -> None:
    assert {column.name for column in table.columns} <= row(f"`{table.name}`")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_of_the_export_is_documented(section: str) -> None:
    assert {field.name for field in dataclasses.fields(SECTIONS[section])} <= row(f"`{section}`")


@pytest.mark.parametrize(
    "kind", [Reading, Area, AreaQuality, AreaRegion, Stroke, SleepPiece, Source, Provenance]
)
def test_every_field_of_a_part_is_documented(kind: type) -> None:
    assert {field.name for field in dataclasses.fields(kind)} <= NAMED


def test_every_column_of_the_tables_and_every_importer_is_documented() -> None:
    assert {*DAYS, *AREAS, *NAMES} <= NAMED
