"""Whole records of every noun that is one row, for property tests: any words, any days, any numbers."""

from __future__ import annotations

import types
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from diary.models.care import Treatment
from diary.models.codes import Noun
from diary.models.inquiry import BLOCK_DAYS, LAGS, PAIRS, LinkQuestion, Trial
from diary.models.life_rules import NAMED, RELIEF_MINUTES, ZERO_TO_TEN, named_records
from diary.models.moments import Moment
from diary.models.nouns import PLAIN
from diary.models.rough import Rough
from diary.models.story import Answer, Response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.models.records import Provenance

WORDS = st.sampled_from(["", "brennt 🔥", "ألم حارق", "=1+1", "a\nb\r\n\tc", "\x00", "null", "' OR 1=1 --"])
TEXTS = WORDS | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(str.strip)
DAYS = st.dates(date(1900, 1, 1), date(2026, 11, 20))
MOMENTS = st.builds(
    Moment,
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  Moment.local is naive
    st.none() | st.integers(-840, 840),
    st.none() | st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"]),
)
ROUGHS = (
    st.builds(Rough, st.integers(1, 9999), st.integers(1, 12), about=st.booleans())
    | st.builds(Rough, st.integers(1, 9999), about=st.booleans())
    | st.dates().map(Rough.of)
)
ANSWERS = st.lists(
    st.builds(Answer, item=KEYS, value=st.integers(-(2**63) + 1, 2**63 - 1)),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.item,
)
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 1_000_000),
    float: st.floats(0, 1_000_000),
    date: DAYS,
    Moment: MOMENTS,
    Rough: ROUGHS,
    Answer: ANSWERS,
}


OF_INQUIRY: dict[tuple[Noun, str], st.SearchStrategy[Any]] = {
    (Noun.LINK_QUESTION, "factor"): st.sampled_from(["stress", "own.🧦"]),
    (Noun.LINK_QUESTION, "outcome"): st.sampled_from(["pain_average", "sleep_min"]),
    (Noun.LINK_QUESTION, "lag"): st.sampled_from(LAGS),
    (Noun.TRIAL, "a"): NAMES.map("A {}".format),
    (Noun.TRIAL, "b"): NAMES.map("B {}".format),
    (Noun.TRIAL, "outcome"): KEYS,
    (Noun.TRIAL, "order"): st.lists(st.sampled_from(["AB", "BA"]), min_size=PAIRS[0], max_size=PAIRS[1]).map(
        tuple
    ),
    (Noun.TRIAL, "block_days"): st.integers(*BLOCK_DAYS),
}


def of_noun(
    noun: Noun, written: st.SearchStrategy[Provenance | None] | None = None
) -> st.SearchStrategy[Any]:
    """Records of one noun that fit the rules; what they name is any word."""
    kind = PLAIN[noun]
    hints = get_type_hints(kind)
    parts = {one.name: _of_field(noun, one.name, hints[one.name]) for one in fields(kind)}
    parts["written"] = st.none() if written is None else written
    return st.builds(kind, **parts).map(_in_order)


def _of_field(noun: Noun, name: str, hint: Any) -> st.SearchStrategy[Any]:
    if name == "uid":
        return KEYS
    if (noun, name) in OF_INQUIRY:
        return OF_INQUIRY[noun, name]
    if name == NAMED.get(noun):
        return NAMES
    if name == ZERO_TO_TEN.get(noun):
        return st.integers(0, 10)
    if name == "after_min":
        return st.sampled_from(RELIEF_MINUTES)
    if name == "position":
        return st.integers(-(2**63) + 1, 2**63 - 1)
    return _of_hint(hint)


def _of_hint(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is types.UnionType:
        inner = next(one for one in get_args(hint) if one is not type(None))
        return st.none() | _of_hint(inner)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        many = ANSWERS if inner is Answer else st.lists(_of_hint(inner), max_size=2)
        return many.map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return OF_TYPE.get(hint, st.none())


def _in_order(record: Any) -> Any:
    """The record with its end after its start."""
    if isinstance(record, Response) and record.until < record.since:
        return replace(record, since=record.until, until=record.since)
    if isinstance(record, LinkQuestion):
        return replace(record, ended=record.ended and max(record.ended, record.asked))
    if isinstance(record, Trial):
        start = max(record.start, record.planned)
        washed = min(record.wash_out_days, record.block_days - 2)
        ended = record.stopped and max(record.stopped, start)
        return replace(record, start=start, wash_out_days=washed, stopped=ended)
    if isinstance(record, Treatment) and record.started and record.stopped:
        return replace(record, stopped=max(record.started, record.stopped, key=lambda one: one.last))
    return record


def pointing(record: Any, there: Mapping[Noun, Sequence[str]]) -> Any:
    """The record with what it names among `there`, or absent; None where it must name something."""
    named: dict[str, str | None] = {}
    for field, (noun, uid) in named_records(record).items():
        known = there.get(noun, ())
        optional = type(None) in get_args(get_type_hints(type(record))[field])
        if not known and not optional:
            return None
        named[field] = known[len(uid) % len(known)] if known else None
    return replace(record, **named)
