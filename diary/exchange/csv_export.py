"""The record as two tables for spreadsheets: one row per day and measure, one row per place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from diary.anatomy.kept import painted_shares, surface_pct
from diary.anatomy.regions import all_regions
from diary.exchange.whole_file import cannot_write, written_whole
from diary.insight.nights import EFFICIENCY, computed_rows
from diary.insight.series import SLEEP
from diary.models.measures import BY_CODE, SLEEP_EFFICIENCY
from diary.models.records import Area, Change, Entry, Measure, Reading
from diary.models.views import ValueRow
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.night_queries import nights_between
from diary.storage.reading import Reader
from diary.storage.snapshot import Snapshot, snapshot
from diary.wording.answers import measure_words

DAYS = (
    *("day", "kind", "at", "measure", "name", "value", "text", "unit", "lateness", "changed"),
    *("first_written", "source", "original", "original_unit", "entry", "computed"),
)
AREAS = (
    *("day", "kind", "entry", "place", "severity", "qualities", "own_words"),
    *("depth", "limb", "at", "regions", "surface_pct"),
)

RUN_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets run a cell that begins with one of these, in ASCII or full width."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")

Cell = str | int | float | None


def export_csv(diary: Diary, to: Path) -> tuple[Path, Path]:
    """Writes `days.csv` and `areas.csv` into the folder `to`, made where it is not there; returns both.

    Where `to` ends in `.csv`, it is the first file, and the second stands beside it as `NAME-areas.csv`.
    DiaryError leaves no half file.
    """
    whole, rows = diary.ask(_content)
    measures = {**BY_CODE, **{one.code: one for one in whole.measures}}
    of_days = _table(DAYS, _day_rows(whole, rows, measures))
    of_areas = _table(AREAS, _area_rows(whole.entries))
    days, areas = _paths(to)
    with written_whole(days) as stream:
        stream.write(of_days)
    with written_whole(areas) as stream:
        stream.write(of_areas)
    return days, areas


def _content(reader: Reader) -> tuple[Snapshot, list[ValueRow]]:
    whole = snapshot(reader)
    codes = {reading.measure for entry in whole.entries for reading in entry.readings}
    span = queries.span(reader)
    if span is None:
        return whole, []
    computed = computed_rows(nights_between(reader, *span))
    return whole, [*queries.values_between(reader, codes, *span), *computed]


def harmless(text: str) -> str:
    """The text of a cell that no spreadsheet runs: an apostrophe goes before what could be a formula."""
    if text.startswith(RUN_AS_FORMULA) and _NUMBER.fullmatch(text) is None:
        return f"'{text}"
    return text


def _paths(to: Path) -> tuple[Path, Path]:
    if to.suffix.lower() == ".csv" and not to.is_dir():
        return to, to.with_name(f"{to.stem}-areas.csv")
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(to, error) from error
    return to / "days.csv", to / "areas.csv"


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes the text for another encoding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _day_rows(
    whole: Snapshot, rows: Iterable[ValueRow], measures: dict[str, Measure]
) -> Iterator[list[Cell]]:
    changes = {change.uid: change for change in whole.changes}
    seen = {(row.entry, row.measure): row for row in rows}
    for entry in whole.entries:
        for reading in sorted(entry.readings, key=lambda one: _order(one, measures)):
            row = seen.get((entry.uid, reading.measure))
            if row is not None:
                yield _day_row(entry, reading, row, changes, measures.get(reading.measure))
        for code in (SLEEP, EFFICIENCY):
            row = seen.get((entry.uid, code))
            if row is not None and row.computed:
                reading = Reading(measure=code, value=row.value, written=entry.sleep[0].written)
                yield _day_row(entry, reading, row, changes, {**measures, EFFICIENCY: SLEEP_EFFICIENCY}[code])


def _order(reading: Reading, measures: dict[str, Measure]) -> tuple[int, str]:
    measure = measures.get(reading.measure)
    return (1000 if measure is None else measure.position, reading.measure)


def _day_row(
    entry: Entry, reading: Reading, row: ValueRow, changes: dict[str, Change], measure: Measure | None
) -> list[Cell]:
    assert reading.written is not None  # what was read names its changes
    return [
        str(entry.day),
        str(entry.kind),
        None if entry.at is None else str(entry.at),
        reading.measure,
        _name(reading.measure, measure),
        _number(reading.value),
        reading.text,
        None if measure is None else measure.unit,
        row.lateness,
        "yes" if row.changed else "no",
        str(changes[reading.written.first].at),
        entry.source.name or str(entry.source.kind),
        reading.original,
        reading.original_unit,
        entry.uid,
        "yes" if row.computed else "no",
    ]


def _name(code: str, measure: Measure | None) -> str:
    if measure is not None and measure.label:
        return measure.label
    return measure_words(code, {})


def _number(value: float | None) -> Cell:
    return int(value) if value is not None and value.is_integer() else value


def _area_rows(entries: Iterable[Entry]) -> Iterator[list[Cell]]:
    for entry in entries:
        for place, area in enumerate(entry.areas, 1):
            yield _area_row(entry, place, area)


def _area_row(entry: Entry, place: int, area: Area) -> list[Cell]:
    def joined(found: Iterable[str]) -> str:
        return "; ".join(found)

    def with_strength(word: str, strength: int | None) -> str:
        return word if strength is None else f"{word} {strength}"

    return [
        str(entry.day),
        str(entry.kind),
        entry.uid,
        place,
        area.severity,
        joined(with_strength(one.code, one.strength) for one in area.qualities if one.code),
        joined(with_strength(one.own_word, one.strength) for one in area.qualities if one.own_word),
        None if area.depth is None else str(area.depth),
        str(area.limb),
        None if area.at is None else str(area.at),
        joined(f"{one.region} {one.coverage:g}" for one in area.regions),
        _surface(area),
    ]


def _surface(area: Area) -> Cell:
    """Per cent of the body's surface that is painted; nothing where no region of the figure is."""
    shares = painted_shares(area, area.regions)
    return round(surface_pct(shares), 2) if shares.keys() & all_regions().keys() else None
