"""What the Body page shows: the rows of two periods and all that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.body_days import BodyDays, body_days
from diary.insight.body_difference import BodyDifference, body_difference
from diary.ui.trends.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.records import Redrawing
    from diary.models.views import AnswerRow, AreaRow

DAYS = "days"
SEVERITY = "severity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for: two periods, a filter ("" for all marks), and how they are shaded."""

    now: Span
    before: Span
    quality: str = ""
    how: str = DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was read of two periods; `first` and `last` are the diary's days, None where it is empty.

    `redrawing` is the latest one of a day that was drawn on that day or the day after.
    """

    now: Span
    before: Span
    first: int | None
    last: int | None
    areas: Sequence[AreaRow]
    answers: Sequence[AnswerRow]
    redrawing: Redrawing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Both periods counted, and their difference."""

    choice: Choice
    rows: Rows
    before: BodyDays
    now: BodyDays
    difference: BodyDifference


def make_view(rows: Rows, choice: Choice) -> View:
    """Count what was read."""
    before, now = (
        body_days(rows.areas, rows.answers, span.since, span.until, quality=choice.quality)
        for span in (choice.before, choice.now)
    )
    difference = body_difference(before, now, by_severity=choice.how == SEVERITY)
    return View(choice=choice, rows=rows, before=before, now=now, difference=difference)
