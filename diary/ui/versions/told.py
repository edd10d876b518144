"""What a record says, field by field, and what differs between two versions of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from diary.anatomy.naming import place_name
from diary.models.moments import Moment
from diary.models.records import Record
from diary.models.rough import Rough
from diary.models.story import Answer
from diary.ui.forms.choice_fields import option_words
from diary.ui.forms.rough_words import rough_words
from diary.ui.parts.date_bar import day_words
from diary.wording import catalogue, say

NAMELESS = frozenset({"uid", "written", "position"})
"""Fields that say nothing to a person."""


def field_words(record: Record) -> dict[str, str]:
    """What the fields of a record say, by their name in the form; empty ones are left out."""
    names = (one.name for one in dataclasses.fields(record) if one.name not in NAMELESS)
    labels = ((label, name) for name in names if (label := _label(record, name)))
    return {label: said for label, name in labels if (said := said_words(getattr(record, name)))}


def differences(before: Record, after: Record) -> list[str]:
    """What differs between two versions of a record, a sentence each; fields without a name are left out."""
    old, new = field_words(before), field_words(after)
    return [one for label in {**old, **new} if (one := _difference(label, old, new))]


def _difference(label: str, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    if old.get(label) == new.get(label):
        return ""
    if label not in old:
        return say("version.given", field=label, after=new[label])
    if label not in new:
        return say("version.taken", field=label, before=old[label])
    return say("version.changed", field=label, before=old[label], after=new[label])


def _label(record: Record, name: str) -> str:
    key = f"record.{record.noun}.{name}"
    return say(key) if key in catalogue() else ""


def said_words(value: Any) -> str:
    """What the value of a field says; nothing where it is absent."""
    if value is None or value in ((), ""):
        return ""
    if isinstance(value, bool):
        return say("version.yes" if value else "version.no")
    if isinstance(value, StrEnum):
        return option_words(value)
    if isinstance(value, Rough):
        return rough_words(value)
    if isinstance(value, Moment):
        return f"{value.local:%H:%M}"
    if isinstance(value, date):
        return day_words(value, "d MMMM yyyy")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return _list_words(value)
    return str(value)


def _list_words(values: tuple[Any, ...]) -> str:
    if isinstance(values[0], StrEnum):
        return ", ".join(option_words(one) for one in values)
    if isinstance(values[0], Answer):
        return ", ".join(answer_words(one) for one in values)
    return place_name(values)


def answer_words(one: Answer) -> str:
    """One answer of a questionnaire with its question."""
    key = f"instrument.item.{one.item}"
    item = say(key) if key in catalogue() else one.item
    return say("instrument.answer_said", item=item, value=one.value)
