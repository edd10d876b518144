"""The end of page one: conditions as they were told, and the person's own questions for the visit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.data import Line, Lines
from diary.models.codes import Told
from diary.wording import say
from diary.wording.treatment_words import own_words, rough_words

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.story import Condition

_TOLD = tuple(Told)
"""What a clinician told stays longest on page one, then what the person believes."""


def conditions_section(rows: ReportRows, asked: Asked) -> Lines | None:
    """Each condition with its beginning and how it is known, by date; None where none is written down."""
    found = [one for one in rows.conditions if one.since is None or one.since.first <= asked.until]
    if not found:
        return None
    staying = sorted(found, key=lambda one: (_TOLD.index(one.told), _begin(one)))
    return Lines(
        title=say("sheet.conditions"),
        lines=tuple(
            Line(head=own_words(one.label), words=_condition(one), rank=1 + staying.index(one))
            for one in sorted(found, key=_begin)
        ),
    )


def _begin(one: Condition) -> tuple[date, str, str]:
    return date.max if one.since is None else one.since.first, one.label, one.uid


def _condition(one: Condition) -> str:
    told = say("sheet.told_unknown") if one.told is Told.UNKNOWN else say(f"record.told.{one.told}")
    if one.since is None:
        return say("sheet.condition_told", told=told)
    return say("sheet.condition", since=rough_words(one.since), told=told)


def questions_section(rows: ReportRows, asked: Asked) -> Lines | None:
    """The open questions of the next visit and of none, word for word, in the person's order; all stay."""
    visit = asked.visit.uid if asked.visit is not None else None
    past = {one.uid for one in rows.consults if one.day < asked.today}
    found = [
        one
        for one in rows.questions
        if not one.done
        and one.text.strip()
        and (one.consult is None or one.consult == visit or one.consult in past)
    ]
    if not found:
        return None
    found.sort(key=lambda one: (one.position, one.asked, one.uid))
    return Lines(
        title=say("sheet.questions"),
        lines=tuple(Line(words=own_words(one.text), rank=at) for at, one in enumerate(found)),
    )
