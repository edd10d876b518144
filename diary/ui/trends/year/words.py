"""A year in sentences and rows, and how they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diary.charts.value_words import mean_words, notes_of, value_words
from diary.charts.year_picture import Look
from diary.insight.day_values import WORST
from diary.insight.worst import SEVERE
from diary.ui.parts.how_known import Known
from diary.ui.trends.block import Told
from diary.ui.trends.spans import period_words
from diary.ui.trends.view import listed, short_day
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.charts.year_picture import Month, YearPicture

COLUMNS: Final = ("day", "value", "note")


def nothing_told() -> Told:
    """What is said where no measure has numbers."""
    return Told(headline=say("year.nothing"), sentences=(say("year.nothing_text"),))


def year_told(picture: YearPicture) -> Told:
    """What is shown of a year."""
    return Told(
        headline=picture.title,
        sentences=(*_sentences(picture), *_months(picture), *_late(picture)),
        known=_known(picture),
        part=picture,
        columns=[say(f"year.column.{one}") for one in COLUMNS],
        rows=_rows(picture),
    )


def _sentences(picture: YearPicture) -> list[str]:
    """The year in one or two sentences."""
    values = picture.values
    counted = [one.value for one in values.counted()]
    n = len(counted)
    if not n:
        return [say("year.no_values", year=picture.year)]
    if values.is_yes_no:
        return [say_n("year.yes", sum(bool(one) for one in counted), of=n)]
    mean = mean_words(sum(counted) / n, values.measure)
    said = [say_n("year.mean", values.days, mean=mean, some=n)]
    if values.code == WORST:
        severe = sum(one >= SEVERE for one in counted)
        said.append(say_n("year.severe", severe, severity=SEVERE, of=n))
    return said


def _months(picture: YearPicture) -> list[str]:
    return [_month(picture, one) for one in picture.months if one.n]


def _month(picture: YearPicture, one: Month) -> str:
    month = say(f"month.long.{one.number}")
    counted = say_n("n_of_days", one.days, some=one.n)
    if picture.values.is_yes_no:
        return say("year.month_yes", month=month, yes=one.yes, counted=counted)
    if one.mean is None:
        return say("year.month_few", month=month, counted=counted)
    return say("year.month", month=month, mean=mean_words(one.mean, picture.values.measure), counted=counted)


def _late(picture: YearPicture) -> list[str]:
    n = sum(one.memory for one in picture.values.values)
    return [say_n("year.late", n)] if n else []


def _known(picture: YearPicture) -> Known | None:
    """How the numbers are known; None where there are none."""
    values = picture.values
    if not values.values:
        return None
    until = values.from_day + values.days - 1
    counts = _sentences(picture)[:1]
    if any(one.memory for one in values.values) and not values.is_yes_no:
        mean = sum(one.value for one in values.values) / len(values.values)
        counts.append(say("year.late_mean", mean=mean_words(mean, values.measure)))
    worst = values.code == WORST
    method = [say("year.worst_how")] if worst else []
    return Known(
        data=say("trends.known.days", period=period_words(values.from_day, max(until, values.from_day))),
        n=" ".join(counts),
        method=" ".join([*method, say("year.how"), say("year.levels_how")]),
        topic="worst" if worst else "mean",
    )


def _rows(picture: YearPicture) -> list[list[str]]:
    """The days with an entry, the newest first."""
    by_day = {one.day: one for one in picture.values.values}
    rows = []
    for cell in reversed(picture.cells):
        one = by_day.get(cell.day)
        if one is not None:
            told = value_words(one.value, picture.values.measure)
            rows.append([short_day(one.day), told, listed(notes_of(one), "trends.told_all")])
        elif cell.look is Look.NO_VALUE:
            rows.append([short_day(cell.day), "", cell.line])
    return rows
