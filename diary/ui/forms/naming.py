"""What a record is called where one line has room for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from diary.models.codes import Noun
from diary.models.life_rules import NAMED
from diary.models.records import Record
from diary.ui.forms.choice_fields import option_words
from diary.ui.forms.rough_words import rough_words
from diary.ui.parts.date_bar import day_words
from diary.ui.today.number_field import number_words
from diary.wording import say
from diary.wording.amounts import amount_words

MOST_LETTERS = 80


def short_name(record: Record) -> str:
    """The name of a record where a sentence holds it."""
    name = record_name(record)
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1].rstrip() + "…"


def record_name(record: Record) -> str:
    """The name of a record: its own words, else its kind, amount or day."""
    one: Any = record
    own = str(getattr(one, NAMED.get(record.noun, "uid"), "") if record.noun in NAMED else "" or "").strip()
    if own:
        return own
    if record.noun is Noun.CONSULT:
        return ", ".join(part for part in (day_words(one.day, "d MMMM yyyy"), one.clinician.strip()) if part)
    if record.noun is Noun.DOSE_STEP:
        amount, times = amount_words(one.amount, one.unit), number_words(one.times)
        return say("record.step_line", amount=amount, times=times, since=rough_words(one.since))
    if record.noun is Noun.ATTAINMENT:
        return say("record.attainment_line", value=one.value, day=day_words(one.day, "d MMMM yyyy"))
    if record.noun is Noun.RELIEF:
        key = "record.relief_line" if one.after_min else "record.relief_before"
        return say(key, pain=one.pain, n=one.after_min)
    if record.noun is Noun.ATTRIBUTION:
        told_on = day_words(one.day, "d MMMM yyyy")
        return say("record.attribution_line", effect=option_words(one.effect), day=told_on)
    kind, name = getattr(one, "kind", None), str(getattr(one, "name", "") or "").strip()
    if name:
        return name
    if isinstance(kind, StrEnum):
        return option_words(kind)
    day = getattr(one, "day", None)
    return day_words(day, "d MMMM yyyy") if isinstance(day, date) else ""
