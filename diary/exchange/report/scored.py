"""Questionnaires as small lines: the score now and before, and how many times it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.data import SmallLine
from diary.exchange.report.function import Line, alt_words, small_picture
from diary.exchange.report.words import day_words, number_words
from diary.insight.instruments import ANXIETY, CODES, DEPRESSION, SCORED_FROM, Instrument, instrument
from diary.insight.questionnaires import HEADLINE, WORTH_TALKING_FROM, line_values, score_rows
from diary.models.codes import Lateness
from diary.wording import say, say_n
from diary.wording.treatment_words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.exchange.report.stretches import Stretches
    from diary.insight.findings.days import Period
    from diary.insight.questionnaires import ScoreRow

PHQ4_BANDS = ((2, "none"), (5, "mild"), (8, "moderate"), (12, "severe"))
"""The highest total of each band [Kroenke 2009]."""

MOST_SLOTS = 60
"""So many times a line shows at most, the newest."""


def scored_lines(rows: ReportRows, asked: Asked, chosen: Stretches) -> list[Line]:
    """A line for each questionnaire that was answered whole in the report's days; late notes are in none."""
    found = []
    since, until = asked.since.toordinal(), asked.until.toordinal()
    for code in CODES:
        counted = [one for one in score_rows(rows.responses, code) if one.lateness is not Lateness.MEMORY]
        inside = [row for row in counted if since <= row.day <= until]
        if inside:
            found.append(_line(instrument(code), counted, inside, chosen, rows, asked))
    return found


def _line(
    one: Instrument,
    counted: Sequence[ScoreRow],
    inside: Sequence[ScoreRow],
    chosen: Stretches,
    rows: ReportRows,
    asked: Asked,
) -> Line:
    """The last four weeks against those before; where they have none, the last time with its day."""
    now = _within(inside, chosen.now)
    before = _within(counted, chosen.before) if chosen.before is not None and now else []
    label, number = say(f"sheet.scored.{one.code}"), _value(one, now or inside[-1:])
    was = say("course.was", was=_value(one, before)) if before else ""
    note = _note(one, inside, rows, asked)
    if not now and one.code != "change":
        note = say(
            "sheet.and_then", first=say("sheet.answered_on", day=_day(inside[-1].day, asked)), rest=note
        )
    alt = alt_words(label, number, was, note)
    drawn = None
    if one.code != "change":
        points = line_values(inside, one.slot_days, MOST_SLOTS)
        drawn = small_picture(one.code, alt, points, _ends(one), f"{one.slot_days} days")
    return Line(
        code=one.code,
        shown=SmallLine(label=label, number=number, was=was, note=note, picture=drawn[0] if drawn else None),
        drawn=drawn[1] if drawn else None,
    )


def _within(found: Sequence[ScoreRow], part: Period) -> list[ScoreRow]:
    return [one for one in found if part.since <= one.day <= part.until]


def _ends(one: Instrument) -> tuple[float, float]:
    """The least and the most that its score can be."""
    items = len(SCORED_FROM[one.code][HEADLINE[one.code]]) if one.code == "phq4" else 1
    return float(one.low * items), float(one.high * items)


def _value(one: Instrument, found: Sequence[ScoreRow]) -> str:
    """The mean of the PEG, which is asked every week; the last of the others."""
    last = found[-1].value
    if one.code == "change":
        return one.words_of(int(last))
    return number_words(sum(row.value for row in found) / len(found)) if one.code == "peg" else str(int(last))


def _note(one: Instrument, inside: Sequence[ScoreRow], rows: ReportRows, asked: Asked) -> str:
    """How often it was answered; of the PHQ-4 the last band, and a half at or over its cut."""
    if one.code == "change":
        return say("sheet.answered_on", day=_day(inside[-1].day, asked))
    times = _times(one, inside, asked)
    if one.code != "phq4":
        return times
    band = say(f"sheet.phq4.{next(name for most, name in PHQ4_BANDS if inside[-1].value <= most)}")
    said = []
    for name in (ANXIETY, DEPRESSION):
        part = next(
            row for row in score_rows(rows.responses, one.code, name) if row.response == inside[-1].response
        )
        if part.value >= WORTH_TALKING_FROM:
            said.append(say(f"sheet.phq4_part.{name}", n=int(part.value)))
    if said:
        parts = listed(said, "sheet.comma")
        band = say("sheet.phq4_cut", band=band, parts=parts, cut=WORTH_TALKING_FROM)
    return say("sheet.and_then", first=band, rest=times)


def _times(one: Instrument, inside: Sequence[ScoreRow], asked: Asked) -> str:
    """In how many of the report's weeks it was answered, or of its stretches of two weeks."""
    every, since = one.slot_days, asked.since.toordinal()
    slots = {(row.day - since) // every for row in inside}
    of = -(-asked.days // every)
    if every == 7:
        return say_n("sheet.weeks_answered", of, there=len(slots))
    return say_n("sheet.slots_answered", of, there=len(slots))


def _day(ordinal: int, asked: Asked) -> str:
    from datetime import date

    day = date.fromordinal(ordinal)
    return day_words(day, year=day.year != asked.until.year)
