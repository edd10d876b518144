"""The rows of paper days: what each cell takes, how it is read, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diary.exchange.paper_diary import TYPED_KINDS
from diary.models.codes import Answered, AnswerList, MeasureKind
from diary.models.records import Measure
from diary.ui.one_question.asks import with_list, with_measure, with_places
from diary.ui.parts.lengths import read_minutes
from diary.ui.today.fields import name_of
from diary.ui.today.number_field import number_words, read_number
from diary.ui.today.sitting import LENGTH_OF, Sitting
from diary.wording import say

PLANNED, NOTHING, NOTE = "planned", "nothing", "note"
HOURS = ("sleep_min",)
"""Lengths where a bare "7" is hours."""


class UnreadableError(ValueError):
    """The words of a cell are no answer to its row; the text says what the cell takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a measure, or one of `PLANNED`, `NOTHING` and `NOTE`."""

    key: str
    label: str
    measure: Measure | None = None


def rows_of(measures: Sequence[Measure], *, planned: bool) -> tuple[Row, ...]:
    """The rows of the paper in its order; lengths of attacks and choices of words are asked on Today."""
    lengths = LENGTH_OF.values()
    asked = [one for one in measures if one.kind in TYPED_KINDS and one.code not in lengths]
    rows = [Row(key=one.code, label=name_of(one), measure=one) for one in asked]
    rows += [Row(key=PLANNED, label=say("blank.planned"))] if planned else []
    return (
        *rows,
        Row(key=NOTHING, label=say("blank.nothing_hurts")),
        Row(key=NOTE, label=say("blank.notes")),
    )


def words(row: Row, sitting: Sitting) -> str:
    """What a cell shows of a day, "" where nothing was answered."""
    measure = row.measure
    if measure is not None:
        value = sitting.values.get(row.key)
        return "" if value is None else _value_words(measure, value)
    if row.key == NOTE:
        return " ".join(sitting.note.split())
    if row.key == NOTHING:
        return say("blank.yes") if sitting.nothing_hurts else ""
    answer = sitting.answers.get(AnswerList.PLANNED)
    if answer is None:
        return ""
    return say("blank.yes") if answer is Answered.ALL else say("blank.no")


def typed(row: Row, text: str, sitting: Sitting, measures: Sequence[Measure]) -> Sitting:
    """The day with the words of a cell in it; UnreadableError where they are no answer."""
    measure = row.measure
    if row.key == NOTE:
        return replace(sitting, note=text.strip())
    if measure is not None:
        value = read_value(measure, text) if text.strip() else None
        return with_measure(measure, value, measures)(sitting)
    said = _yes(text) if text.strip() else None
    if row.key == NOTHING:
        if said and sitting.places:
            raise UnreadableError(say("blank.places_there"))
        return with_places((), nothing=True)(sitting) if said else replace(sitting, nothing_hurts=False)
    given = None if said is None else Answered.ALL if said else Answered.SOME
    return with_list(AnswerList.PLANNED, given)(sitting)


def read_value(measure: Measure, text: str) -> float:
    """The number that a cell's words mean; UnreadableError."""
    if measure.kind is MeasureKind.YES_NO:
        return float(_yes(text))
    if measure.kind is MeasureKind.MINUTES:
        minutes = read_minutes(text, hours=measure.code in HOURS)
        value = None if minutes is None else float(minutes)
    else:
        value = read_number(text)
    whole = measure.kind in (MeasureKind.SCALE, MeasureKind.COUNT)
    low, high = measure.low, measure.high
    fits = value is not None and (low is None or value >= low) and (high is None or value <= high)
    if value is None or not fits or (whole and not value.is_integer()):
        raise UnreadableError(takes(measure))
    return value


def takes(measure: Measure) -> str:
    """What a cell of a measure takes, in words."""
    if measure.kind is MeasureKind.MINUTES:
        return say("blank.takes_length")
    if measure.kind is MeasureKind.YES_NO:
        return say("blank.takes_yes")
    if measure.low is None or measure.high is None:
        return say("blank.takes_number")
    return say("blank.takes_range", low=number_words(measure.low), high=number_words(measure.high))


def _value_words(measure: Measure, value: float) -> str:
    if measure.kind is MeasureKind.YES_NO:
        return say("blank.yes") if value else say("blank.no")
    if measure.kind is MeasureKind.MINUTES:
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    return number_words(value)


def _yes(text: str) -> bool:
    """Yes or no as people write it: a word, its first letter, x, 1 or 0."""
    plain = text.strip().casefold()
    if plain in {say("blank.yes").casefold(), say("blank.yes")[:1].casefold(), "x", "✓", "1"}:
        return True
    if plain in {say("blank.no").casefold(), say("blank.no")[:1].casefold(), "-", "0"}:
        return False
    raise UnreadableError(say("blank.takes_yes"))
