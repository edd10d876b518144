"""Diaries as findings read them, short to write; days count from `MONDAY`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from diary.insight.findings.days import Days, days_of
from diary.models.care import Procedure, Session
from diary.models.codes import ProcedureKind, SessionKind
from diary.models.finding_rows import FindingRows
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from diary.models.views import ValueRow
from tests.insight.rows import MONDAY, period, value


def pains(numbers: Iterable[float | None], measure: str = "pain_average", **more: Any) -> list[ValueRow]:
    """One reading a day from the first on; None leaves a day without."""
    return [value(at, one, measure, **more) for at, one in enumerate(numbers) if one is not None]


def given(values: list[ValueRow], days: int, **more: Any) -> FindingRows:
    """The rows of a diary of so many days up to its last."""
    return FindingRows(period=period(values, days), **more)


def days_with(values: list[ValueRow], days: int) -> Days:
    """The same as series and columns."""
    return days_of(period(values, days))


def wave(
    days: int, level: float = 5.0, *, swing: Sequence[float] = (0, 1, -1, 0, 1, 0, -1, 1, 0, -1, -1, 1)
) -> list[float]:
    """Days around a level, without any trend and the same each time."""
    return [level + swing[(at * 5 + at // 7) % len(swing)] for at in range(days)]


def on(day: int) -> Rough:
    """An exact day."""
    return Rough.of(date.fromordinal(MONDAY) + timedelta(days=day))


def block(day: int | Rough, uid: str = "block") -> Procedure:
    """A nerve block."""
    return Procedure(
        uid=uid, kind=ProcedureKind.BLOCK, when=day if isinstance(day, Rough) else on(day), name="Block"
    )


def event(day: int | Rough, text: str = "Moved house") -> LifeEvent:
    """Something that happened."""
    return LifeEvent(uid=text, text=text, when=day if isinstance(day, Rough) else on(day))


def session(day: int, kind: SessionKind = SessionKind.PHYSIOTHERAPY) -> Session:
    """A session of therapy."""
    return Session(uid=f"{kind}{day}", kind=kind, day=date.fromordinal(MONDAY + day))
