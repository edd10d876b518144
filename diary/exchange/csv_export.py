"""The record as tables for spreadsheets: one row per day and measure, per place, per record of a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from diary.anatomy.kept import painted_shares, surface_pct
from diary.anatomy.regions import all_regions
from diary.exchange.csv_columns import columns_table
from diary.exchange.csv_nouns import factor_name, noun_tables
from diary.exchange.csv_table import WRITTEN, Cell, Changes, Table, cell, class_of, joined, written_cells
from diary.exchange.whole_file import Tick, Together, part_of, untold, written_together
from diary.insight.nights import EFFICIENCY, computed_rows
from diary.insight.series import SLEEP
from diary.models.codes import AnswerList
from diary.models.measures import BY_CODE, SLEEP_EFFICIENCY
from diary.models.records import Area, Entry, Measure, Reading
from diary.models.views import ValueRow
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.night_queries import nights_between
from diary.storage.reading import Reader
from diary.storage.snapshot import Snapshot, snapshot

DAYS = (
    *("day", "kind", "at", "measure", "name", "value", "text", "unit", "lateness", "changed"),
    *("first_written", "source", "original", "original_unit", "entry", "computed", "author", "author_name"),
)
AREAS = (
    *("day", "kind", "entry", "place", "severity", "qualities", "own_words", "touched_by"),
    *("depth", "limb", "at", "regions", "surface_pct", "site", "site_name", "lateness", *WRITTEN),
)
ENTRIES = (
    *("day", "kind", "entry", "at", "until", "doing", "helped", "note"),
    *(f"answered_{one}" for one in AnswerList),
    *("source", "lateness", *WRITTEN),
)
SLEEP_PIECES = (
    *("day", "entry", "uid", "bed", "asleep", "awake", "up", "asleep_min", "nap"),
    *("source", "lateness", *WRITTEN),
)
MEASURES = (
    *("code", "name", "kind", "kept_in", "group", "direction", "unit", "low", "high"),
    *("low_words", "high_words", "choices", "hidden", "position", "source", *WRITTEN),
)


def export_csv(
    diary: Diary, to: Path, part: Callable[[Snapshot], Snapshot] | None = None, tick: Tick = untold
) -> tuple[Path, ...]:
    """Writes the tables into the folder `to`, made where it is not there; returns the files, days first.

    Where `to` ends in `.csv`, it is the first file, and the others stand beside it as `NAME-areas.csv` and so
    on. Beyond days and areas, a table without rows is only written over an older one. The last file says
    what each column holds. `part` takes of the record what shall leave. DiaryError leaves no half file.
    """
    whole, rows = diary.ask(content)
    tick(0.2)
    found = tables(whole if part is None else part(whole), rows)
    tick(0.5)
    named = to.suffix.lower() == ".csv" and not to.is_dir()
    folder = to.parent if named else to
    every = (*(one.name for one in found), "columns")
    names = {one: _name(to, one) if named else f"{one}.csv" for one in every}
    with written_together(folder) as together:
        written = write_tables(found, together, names, part_of(tick, 0.5, 1.0))
    return tuple(folder / name for name in written)


def write_tables(
    found: Sequence[Table], together: Together, names: Mapping[str, str], tick: Tick = untold
) -> list[str]:
    """Writes each table that has rows or stood there before, and one of all columns; returns their names."""
    kept = [
        one
        for at, one in enumerate(found)
        if at < ALWAYS or one.rows or together.stood_before(names[one.name])
    ]
    columns = columns_table((names[one.name], one) for one in kept)
    written = []
    for number, table in enumerate((*kept, columns)):
        tick(number / (len(kept) + 1))
        name = names[table.name]
        with together.stream(name) as stream:
            stream.write(table.as_csv())
        written.append(name)
    return written


ALWAYS = 2
"""So many tables are written also where they have no rows: days and areas."""


def tables(whole: Snapshot, rows: Iterable[ValueRow]) -> list[Table]:
    """Every table of the record, days and areas first; `rows` are its values with their classes."""
    measures = {**BY_CODE, **{one.code: one for one in whole.measures}}
    changes = Changes(whole)
    days = list(_day_rows(whole, rows, measures, changes))
    sleep = [row for one in whole.entries for row in _sleep_rows(one, changes)]
    return [
        Table(name="days", columns=DAYS, rows=days),
        Table(name="areas", columns=AREAS, rows=list(_area_rows(whole, changes))),
        Table(name="entries", columns=ENTRIES, rows=[_entry_row(one, changes) for one in whole.entries]),
        Table(name="sleep", columns=SLEEP_PIECES, rows=sleep),
        Table(name="measures", columns=MEASURES, rows=[_measure_row(one, changes) for one in whole.measures]),
        *noun_tables(whole, measures),
    ]


def content(reader: Reader) -> tuple[Snapshot, list[ValueRow]]:
    """The whole record, and its values with their classes, for `Diary.ask`."""
    whole = snapshot(reader)
    codes = {reading.measure for entry in whole.entries for reading in entry.readings}
    span = queries.span(reader)
    if span is None:
        return whole, []
    computed = computed_rows(nights_between(reader, *span))
    return whole, [*queries.values_between(reader, codes, *span), *computed]


def _name(to: Path, name: str) -> str:
    return to.name if name == "days" else f"{to.stem}-{name}.csv"


def _day_rows(
    whole: Snapshot, rows: Iterable[ValueRow], measures: dict[str, Measure], changes: Changes
) -> Iterator[list[Cell]]:
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
    entry: Entry, reading: Reading, row: ValueRow, changes: Changes, measure: Measure | None
) -> list[Cell]:
    assert reading.written is not None  # what was read names its changes
    return [
        str(entry.day),
        str(entry.kind),
        None if entry.at is None else str(entry.at),
        reading.measure,
        factor_name(reading.measure, {} if measure is None else {reading.measure: measure}),
        cell(reading.value),
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
        entry.author,
        changes.names.get(entry.author),
    ]


def _area_rows(whole: Snapshot, changes: Changes) -> Iterator[list[Cell]]:
    sites = {one.uid: one.name for one in whole.section("sites")}
    for entry in whole.entries:
        for place, area in enumerate(entry.areas, 1):
            about: list[Cell] = [str(entry.day), str(entry.kind), entry.uid, place]
            late = str(class_of(entry, area.written, changes))
            named: list[Cell] = [area.site, sites.get(area.site or ""), late]
            yield [*about, *_area_cells(area), *named, *written_cells(area.written, changes)]


def _area_cells(area: Area) -> list[Cell]:
    def with_strength(word: str, strength: int | None) -> str:
        return word if strength is None else f"{word} {strength}"

    return [
        area.severity,
        joined(with_strength(one.code, one.strength) for one in area.qualities if one.code),
        joined(with_strength(one.own_word, one.strength) for one in area.qualities if one.own_word),
        joined(what for one in area.qualities for what in one.what),
        cell(area.depth),
        str(area.limb),
        cell(area.at),
        joined(f"{one.region} {one.coverage:g}" for one in area.regions),
        _surface(area),
    ]


def _surface(area: Area) -> Cell:
    """Per cent of the body's surface that is painted; nothing where no region of the figure is."""
    shares = painted_shares(area, area.regions)
    return round(surface_pct(shares), 2) if shares.keys() & all_regions().keys() else None


def _entry_row(entry: Entry, changes: Changes) -> list[Cell]:
    about = (entry.day, entry.kind, entry.uid, entry.at, entry.until, entry.doing, entry.helped, entry.note)
    answered = (entry.answered.get(one) for one in AnswerList)
    source = entry.source.name or entry.source.kind
    facts = (*about, *answered, source, class_of(entry, entry.written, changes))
    return [*(cell(one) for one in facts), *written_cells(entry.written, changes)]


def _sleep_rows(entry: Entry, changes: Changes) -> Iterator[list[Cell]]:
    source = entry.source.name or entry.source.kind
    for one in entry.sleep:
        times = (one.bed, one.asleep, one.awake, one.up, one.asleep_min, one.nap)
        facts = (entry.day, entry.uid, one.uid, *times, source, class_of(entry, one.written, changes))
        yield [*(cell(fact) for fact in facts), *written_cells(one.written, changes)]


def _measure_row(measure: Measure, changes: Changes) -> list[Cell]:
    facts = (getattr(measure, name) for name in MEASURES[2:14])
    source = measure.source.name or measure.source.kind
    name = factor_name(measure.code, {measure.code: measure})
    return [
        measure.code,
        name,
        *(cell(one) for one in (*facts, source)),
        *written_cells(measure.written, changes),
    ]
