"""Questionnaires as small lines: the last score, what it was first, and how many times it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.data import SmallLine
from diary.exchange.report.function import Line, alt_words, small_picture
from diary.exchange.report.words import day_words, number_words
from diary.insight.instruments import ANXIETY, CODES, DEPRESSION, SCORED_FROM, Instrument, instrument
from diary.insight.questionnaires import HEADLINE, WORTH_TALKING_FROM, line_values, score, score_rows
from diary.models.codes import Lateness
from diary.models.story import Response
from diary.wording import say, say_n

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.questionnaires import ScoreRow

PHQ4_BANDS = ((2, "none"), (5, "mild"), (8, "moderate"), (12, "severe"))
"""The highest total of each band [Kroenke 2009]."""

MOST_SLOTS = 60
"""So many times a line shows at most, the newest."""


def scored_lines(rows: ReportRows, asked: Asked) -> list[Line]:
    """A line for each questionnaire that was answered whole in the report's days."""
    found = []
    since, until = asked.since.toordinal(), asked.until.toordinal()
    for code in CODES:
        inside = [row for row in score_rows(rows.responses, code) if since <= row.day <= until]
        counted = [row for row in inside if row.lateness is not Lateness.MEMORY]
        if counted:
            found.append(_line(instrument(code), counted, rows, asked))
    return found


def _line(one: Instrument, counted: list[ScoreRow], rows: ReportRows, asked: Asked) -> Line:
    last, first = counted[-1], counted[0]
    label = say(f"sheet.scored.{one.code}")
    number = _value(one, last.value)
    was = ""
    if first.day < last.day:
        was = say("sheet.was_on", was=_value(one, first.value), day=_day(first.day, asked))
    note = _note(one, counted, rows, asked)
    alt = alt_words(label, number, was, note)
    drawn = None
    if not one.words or one.code == "phq4":
        points = line_values(counted, one.slot_days, MOST_SLOTS)
        drawn = small_picture(one.code, alt, points, _ends(one), f"{one.slot_days} days")
    return Line(
        code=one.code,
        shown=SmallLine(label=label, number=number, was=was, note=note, picture=drawn[0] if drawn else None),
        drawn=drawn[1] if drawn else None,
    )


def _ends(one: Instrument) -> tuple[float, float]:
    """The least and the most that its score can be."""
    items = len(SCORED_FROM[one.code][HEADLINE[one.code]]) if one.code == "phq4" else 1
    return float(one.low * items), float(one.high * items)


def _value(one: Instrument, value: float) -> str:
    if one.code == "change":
        return one.words_of(int(value))
    return number_words(value, 1 if one.code == "peg" else 0)


def _note(one: Instrument, counted: list[ScoreRow], rows: ReportRows, asked: Asked) -> str:
    """How often it was answered; of the PHQ-4 also its band and both halves with their cut."""
    times = _times(one, counted, asked)
    if one.code == "change":
        return say("sheet.answered_on", day=_day(counted[-1].day, asked))
    if one.code != "phq4":
        return times
    band = next(name for most, name in PHQ4_BANDS if counted[-1].value <= most)
    response = next(
        record
        for record, _, _ in rows.responses
        if isinstance(record, Response) and record.uid == counted[-1].response
    )
    halves = {name: int(score(response, name) or 0) for name in (ANXIETY, DEPRESSION)}
    return say(
        "sheet.phq4",
        band=say(f"sheet.phq4.{band}"),
        anxiety=halves[ANXIETY],
        depression=halves[DEPRESSION],
        cut=WORTH_TALKING_FROM,
        times=times,
    )


def _times(one: Instrument, counted: list[ScoreRow], asked: Asked) -> str:
    """In how many of the report's weeks it was answered, or of its stretches of two weeks."""
    every, since = one.slot_days, asked.since.toordinal()
    slots = {(row.day - since) // every for row in counted}
    of = -(-asked.days // every)
    if every == 7:
        return say_n("sheet.weeks_answered", of, there=len(slots))
    return say_n("sheet.slots_answered", of, there=len(slots), weeks=every // 7)


def _day(ordinal: int, asked: Asked) -> str:
    from datetime import date

    day: date = date.fromordinal(ordinal)
    return day_words(day, year=day.year != asked.until.year)
