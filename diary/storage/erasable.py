"""What of a record can be erased by itself, and the record without it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from diary.models.codes import EntryKind, Noun
from diary.models.life_rules import NAMED, named_records
from diary.models.records import Entry, Measure, Reading, Record
from diary.models.story import Response
from diary.wording import say

SHORTEST = 4
"""Fewer letters than this are not looked for in what is being typed."""

NEVER = frozenset({"uid", "written", "source", "source_key", "asked", "code", "pdf"})
"""Fields that hold the record together, or say the same as one that must be there."""

OWN_WORDS = ("label", "low_words", "high_words", "choices", "unit")
"""The words of an own question."""


class Part(NamedTuple):
    """One part of a record that can be erased by itself: its name as in `Erased.what`, and what it says."""

    what: str
    said: str
    value: Any = None


def parts_of(record: Record) -> Iterator[Part]:
    """The parts of one version of a record."""
    if isinstance(record, Measure):
        yield from _words_of(record)
        return
    never = {*NEVER, NAMED.get(record.noun, ""), *named_records(record)}
    for one in dataclasses.fields(record):
        value = getattr(record, one.name)
        if one.name in never or not _may_be_absent(one) or value in (None, "", ()):
            continue
        if _is_plain_list(value) or not (isinstance(value, tuple) or _needed(record, one.name)):
            yield Part(one.name, _said(value), value)
    if isinstance(record, Response):
        yield from (Part(f"item:{one.item}", str(one.value)) for one in record.answers)
    if isinstance(record, Entry):
        for reading in record.readings:
            said = reading.text if reading.value is None else f"{reading.value:g}"
            yield Part(f"reading:{reading.measure}", said or "")
        yield from (Part(f"area:{one.uid}", ", ".join(r.region for r in one.regions)) for one in record.areas)
        yield from (Part(f"sleep:{one.uid}", "") for one in record.sleep)


def _words_of(measure: Measure) -> Iterator[Part]:
    """The words of an own question."""
    for name in OWN_WORDS if measure.label is not None else ():
        value = getattr(measure, name)
        if value and not is_neutral(value):
            yield Part(name, _said(value), value)


def is_neutral(value: object) -> bool:
    """Whether these are the words that stand for erased ones."""
    neutral = {say("erase.own.label"), say("erase.own.word")}
    if isinstance(value, tuple):
        return all(is_neutral(one) for one in value)
    return value in neutral or value in {_choice(at) for at in range(1, 100)}


def _choice(number: int) -> str:
    return say("erase.own.choice", n=number)


def _may_be_absent(field: dataclasses.Field[Any]) -> bool:
    return field.default is None or field.default in ("", ())


def _needed(record: Record, name: str) -> bool:
    return isinstance(record, Entry) and name == "at" and record.kind is EntryKind.MOMENT


def _is_plain_list(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def texts_of(versions: Iterable[Record], what: Collection[str]) -> Iterator[str]:
    """The texts that are erased: those of the whole record, or of its parts."""
    for record in versions:
        for part in parts_of(record):
            if what and part.what not in what:
                continue
            listed = part.value if isinstance(part.value, tuple) else (part.value,)
            for one in listed:
                if isinstance(one, str) and not isinstance(one, StrEnum) and len(one) >= SHORTEST:
                    yield one


def without(record: Record, what: Collection[str]) -> Record:
    """The record without these parts."""
    if isinstance(record, Measure):
        return _without_words(record, what)
    names = {one.name: one for one in dataclasses.fields(record) if one.name in what}
    changed: dict[str, Any] = {name: one.default for name, one in names.items()}
    emptied: Record = dataclasses.replace(record, **changed)
    if isinstance(emptied, Response):
        kept = tuple(one for one in emptied.answers if f"item:{one.item}" not in what)
        return dataclasses.replace(emptied, answers=kept)
    if not isinstance(emptied, Entry):
        return emptied
    return dataclasses.replace(
        emptied,
        readings=tuple(one for one in emptied.readings if f"reading:{one.measure}" not in what),
        areas=tuple(one for one in emptied.areas if f"area:{one.uid}" not in what),
        sleep=tuple(one for one in emptied.sleep if f"sleep:{one.uid}" not in what),
    )


def _without_words(measure: Measure, what: Collection[str]) -> Measure:
    if "label" in what and measure.label is not None:
        measure = dataclasses.replace(measure, label=say("erase.own.label"))
    if "choices" in what:
        neutral = tuple(_choice(at) for at in range(1, len(measure.choices) + 1))
        measure = dataclasses.replace(measure, choices=neutral)
    ends: dict[str, Any] = {name: None for name in ("low_words", "high_words", "unit") if name in what}
    return dataclasses.replace(measure, **ends)


def without_choice_words(record: Record, code: str) -> Record:
    """An entry whose answer to an own question says no word of it any more."""
    if not isinstance(record, Entry):
        return record
    return dataclasses.replace(record, readings=tuple(_wordless(one, code) for one in record.readings))


def _wordless(reading: Reading, code: str) -> Reading:
    if reading.measure != code or not reading.text:
        return reading
    return dataclasses.replace(reading, text=say("erase.own.word"), original=None)


def nothing_left(record: Record, what: Collection[str]) -> bool:
    """Whether a questionnaire without these items would be none."""
    return record.noun is Noun.RESPONSE and not getattr(without(record, what), "answers", ())
