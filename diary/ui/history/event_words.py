"""A record other than an entry in words: what it is, what it says, when it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from diary.models.care import Treatment
from diary.models.codes import Form, Lateness, ProcedureKind, SessionKind
from diary.models.history import EventRow, What
from diary.models.moments import Moment
from diary.models.records import Author, Record
from diary.ui.erase.words import fact_words
from diary.ui.history.entry_words import author_words, moment_words
from diary.ui.parts.date_bar import day_words
from diary.wording import catalogue, say
from diary.wording.amounts import amount_words

ICONS = {
    What.DOSE: "treatments",
    What.SIDE_EFFECT: "info",
    What.SESSION: "body",
    What.PROCEDURE: "place",
    What.CONSULT: "clock",
    What.RESPONSE: "list",
    What.ATTAINMENT: "up",
    What.LIFE_EVENT: "book",
    What.DOSE_STEP: "trends",
    What.START: "next",
    What.STOP: "close",
    What.RELIEF: "treatments",
    What.ATTRIBUTION: "info",
    What.QUESTION: "info",
    What.GOAL: "up",
    What.GOAL_REVIEW: "up",
    What.GOAL_CLOSED: "up",
    What.CONDITION: "book",
    What.SITE: "place",
    What.SITE_OVER: "place",
    What.TRIED_BEFORE: "treatments",
    What.INTOLERANCE: "info",
    What.IMPLANT: "place",
    What.LINK_QUESTION: "trends",
    What.LINK_ENDED: "trends",
    What.TRIAL: "trends",
    What.TRIAL_STOPPED: "trends",
    What.GIVEN_EXPORT: "export",
    What.GIVEN_REPORT: "report",
    What.ERASED: "trash",
}
"""The sign of each kind in the list."""


def event_when(row: EventRow, today: date) -> str:
    """When it was: "Wed 18 Nov", with the time where one is known, with the year for another year."""
    day = date.fromordinal(row.day)
    words = day_words(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy")
    if row.at is None:
        return words
    return say("history.row.at", day=words, time=f"{Moment.parse(row.at).local:%H:%M}")


def event_kind(row: EventRow) -> str:
    """What kind of record it is, and who wrote it where that is somebody else."""
    kind = say(f"everything.{row.what}")
    return say("history.row.kind_by", kind=kind, name=row.writer) if row.writer else kind


def event_name(row: EventRow) -> str:
    """What it is about: the medicine, the goal, the clinician, the questionnaire."""
    if row.what == What.SESSION:
        return row.name or say(f"treatments.session.{SessionKind(row.code)}")
    if row.what == What.PROCEDURE:
        return row.name or say(f"treatments.procedure.{ProcedureKind(row.code)}")
    if row.what == What.RESPONSE:
        from diary.insight.instruments import CODES, instrument

        return instrument(row.code).title if row.code in CODES else row.code
    if row.what == What.ATTRIBUTION:
        return measure_name(row.code, row.name)
    if row.what == What.GIVEN_REPORT:
        return say("everything.report_for", name=row.name) if row.name else say("everything.report")
    if row.what in (What.LINK_QUESTION, What.LINK_ENDED):
        return say("everything.link", factor=measure_name(row.code, row.name), outcome=measure_name(row.unit))
    return row.name or say("everything.unnamed")


def measure_name(code: str, label: str = "") -> str:
    """What a measure is called: its own label, the words of a built-in one, else its code."""
    key = f"measure.{code}.name"
    return label or (say(key) if key in catalogue() else code)


def event_said(row: EventRow) -> str:
    """What it says: "Tramadol, 50 mg", "Dizzy, 4 of 10", "TENS, 30 min"."""
    if row.what == What.ERASED:
        about = date.fromisoformat(row.code) if row.code else None
        return fact_words(about, Moment.parse(row.written).local.date())
    name, amount = event_name(row), row.amount
    if row.what == What.ATTRIBUTION:
        return say("everything.amount", name=name, amount=say(f"record.effect.{row.unit}"))
    if row.what == What.DOSE and row.at is None and amount == 0:
        return say("everything.none_of_it", name=name)
    if amount is None:
        return name
    if row.what == What.RELIEF:
        return say("everything.amount", name=name, amount=relief_words(round(amount), int(row.code)))
    if row.what in (What.SIDE_EFFECT, What.ATTAINMENT):
        return say("everything.of_ten", name=name, n=f"{amount:g}")
    if row.what == What.SESSION:
        return say("everything.amount", name=name, amount=say("treatments.minutes", minutes=round(amount)))
    of = Treatment(uid="", name=name, form=Form(row.code) if row.code in set(Form) else None)
    return say("everything.amount", name=name, amount=amount_words(amount, row.unit, of))


def relief_words(pain: int, after_min: int) -> str:
    """The pain before a dose, or so many minutes after it."""
    if not after_min:
        return say("record.relief_before", pain=pain)
    return say("record.relief_line", pain=pain, n=after_min)


def event_line(row: EventRow) -> str:
    """What it says, and its note."""
    note = " ".join(row.note.split())
    return say("everything.noted", line=event_said(row), note=note) if note else event_said(row)


def event_spoken(row: EventRow, today: date) -> str:
    """The row as it is read aloud."""
    words = {"when": event_when(row, today), "kind": event_kind(row), "line": event_line(row)}
    if row.lateness == Lateness.SAME_DAY:
        return say("everything.spoken", **words)
    return say("everything.spoken_late", late=say(f"history.late.{row.lateness}"), **words)


def event_written(row: EventRow, authors: Mapping[str, Author], today: date, own: str) -> str:
    """Kind, when written and by whom, how late, and whether it was changed since."""
    when, kind = moment_words(Moment.parse(row.written), today), say(f"everything.{row.what}")
    if row.author != own:
        written = say("history.written_by", kind=kind, when=when, author=author_words(row.author, authors))
    else:
        written = say("history.written", kind=kind, when=when)
    parts = [written, say(f"history.late.{row.lateness}")]
    parts += [say("everything.changed")] if row.changed else []
    return ", ".join(part for part in parts if part)


def details(record: Record) -> tuple[str, ...]:
    """What a record says, a field or an answer each; without its note, which stands above them."""
    from diary.models.story import Response
    from diary.ui.versions.told import answer_words, field_words

    if isinstance(record, Response):
        return tuple(answer_words(one) for one in record.answers)
    bare: Any = replace(record, note="") if hasattr(record, "note") else record  # type: ignore[arg-type]
    return tuple(say("version.given", field=field, after=after) for field, after in field_words(bare).items())
