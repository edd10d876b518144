"""Tables of treatments, the story and the plan: one for each noun, a row for each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from diary.exchange.csv_table import WRITTEN, Cell, Changes, Table, cell, joined, written_cells
from diary.insight.questionnaires import scores
from diary.models import moments
from diary.models.codes import Noun
from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import Measure
from diary.models.rough import Rough
from diary.models.story import Response
from diary.storage.life_queries import DAYED
from diary.storage.snapshot import Snapshot
from diary.wording.answers import measure_words

SAID_OF = {
    "treatment": (Noun.TREATMENT, "name"),
    "goal": (Noun.GOAL, "text"),
    "consult": (Noun.CONSULT, "day"),
}
"""What a row says beside the uid of another record, from that record; empty where it is deleted."""

LATE_BY = {
    Noun.RELIEF: "dose",
    Noun.DOSE_STEP: "since",
    Noun.PROCEDURE: "when",
    Noun.TREATMENT: "started",
}
"""Nouns without a day of their own, and the field whose day says how late they were told."""

MEASURES_OF = {"factor": "factor_name", "outcome": "outcome_name"}
"""Fields with the code of a measure, and the column that says its name."""

ITEMS = ("response", "day", "instrument", "version", "language", "item", "value", "lateness")
"""Columns of `response_items.csv`."""


def columns_of(noun: Noun) -> tuple[str, ...]:
    """The columns of a noun's table: its fields, what is said of records it names, and who wrote it when."""
    names = [one.name for one in fields(PLAIN[noun]) if one.name not in ("written", "answers")]
    said = [f"{name}_{SAID_OF[name][1]}" for name in names if name in SAID_OF]
    more = ["scores"] if noun is Noun.RESPONSE else []
    more += [column for name, column in MEASURES_OF.items() if name in names]
    late = ["lateness"] if noun in DAYED or noun in LATE_BY else []
    return (*names, *said, *more, *late, *WRITTEN)


def noun_tables(whole: Snapshot, measures: dict[str, Measure]) -> list[Table]:
    """A table for each noun of `models.nouns.PLAIN`, and one of the answers in questionnaires."""
    changes = Changes(whole)
    known = {(noun, one.uid): one for noun in PLAIN for one in whole.section(SECTION_OF[noun])}
    found = []
    for noun, section in SECTION_OF.items():
        records = sorted(whole.section(section), key=_place)
        rows = [_row(one, noun, known, changes, measures) for one in records]
        found.append(Table(name=section, columns=columns_of(noun), rows=rows))
    responses = sorted(whole.section("responses"), key=_place)
    items = [row for one in responses for row in _items(one, changes)]
    return [*found, Table(name="response_items", columns=ITEMS, rows=items)]


def factor_name(code: str, measures: dict[str, Measure]) -> str:
    """A measure's own label, or the words of a built-in one."""
    measure = measures.get(code)
    return measure.label if measure is not None and measure.label else measure_words(code, {})


def _row(
    record: Any,
    noun: Noun,
    known: dict[tuple[Noun, str], Any],
    changes: Changes,
    measures: dict[str, Measure],
) -> list[Cell]:
    names = [one.name for one in fields(record) if one.name not in ("written", "answers")]
    row = [cell(getattr(record, name)) for name in names]
    for name in names:
        if name in SAID_OF:
            other, said = SAID_OF[name]
            row.append(cell(getattr(known.get((other, getattr(record, name))), said, None)))
    if isinstance(record, Response):
        row.append(joined(f"{one.name} {one.value:g}" for one in scores(record)))
    row += [factor_name(getattr(record, name), measures) for name in MEASURES_OF if name in names]
    if noun in DAYED:
        row.append(_class(record, changes))
    elif noun in LATE_BY:
        row.append(_class_by(getattr(record, LATE_BY[noun]), record, known, changes))
    return [*row, *written_cells(record.written, changes)]


def _place(record: Any) -> tuple[str, str]:
    """Where a record stands: by its day, else by its uid."""
    return str(getattr(record, "day", None) or ""), record.uid


def _class(record: Any, changes: Changes) -> str:
    return str(moments.lateness(record.day, changes[record.written.first].day))


def _class_by(about: object, record: Any, known: dict[tuple[Noun, str], Any], changes: Changes) -> str | None:
    """By the day of a dose or an exact date; None for a date in rough words, and where the dose is gone."""
    if isinstance(about, Rough):
        day = about.first if about.is_exact else None
    else:
        day = getattr(known.get((Noun.DOSE, str(about))), "day", None)
    return None if day is None else str(moments.lateness(day, changes[record.written.first].day))


def _items(response: Response, changes: Changes) -> Iterator[list[Cell]]:
    asked = (response.instrument, response.version, response.language)
    for one in response.answers:
        late = _class(response, changes)
        yield [response.uid, str(response.day), *asked, one.item, one.value, late]
