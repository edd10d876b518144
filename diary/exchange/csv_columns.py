"""A table of all columns in a folder of tables: what each holds, and in which unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diary.exchange.csv_table import Table
from diary.wording import catalogue, say

COLUMNS = ("file", "column", "meaning", "unit")
"""Columns of `columns.csv`."""

UNITS: Mapping[str, str] = {
    "areas.severity": "0-10",
    "areas.surface_pct": "%",
    "attainments.value": "0-10",
    "days.value": "unit",
    "dose_steps.amount": "unit",
    "dose_steps.times": "1/d",
    "doses.amount": "unit",
    "link_questions.lag": "d",
    "measures.high": "unit",
    "measures.low": "unit",
    "reliefs.after_min": "min",
    "reliefs.pain": "0-10",
    "sessions.minutes": "min",
    "side_effects.severity": "0-10",
    "sleep.asleep_min": "min",
    "treatments.strength": "strength_unit",
    "treatments.usual": "unit",
    "trials.block_days": "d",
    "trials.wash_out_days": "d",
}
"""Units as UCUM writes them, ends of a scale, or the column of the same row that says the unit."""


def columns_table(tables: Iterable[tuple[str, Table]]) -> Table:
    """A row for each column of these tables, which are given with the names of their files."""
    rows = [
        [file, column, meaning(table.name, column), UNITS.get(f"{table.name}.{column}")]
        for file, table in tables
        for column in table.columns
    ]
    return Table(name="columns", columns=COLUMNS, rows=rows)


def meaning(table: str, column: str) -> str:
    """What a column holds, in words; KeyError where nobody said."""
    if f"archive.of.{table}.{column}" in catalogue():
        return say(f"archive.of.{table}.{column}")
    return say(f"archive.column.{column}")
