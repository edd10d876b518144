"""Which question about relief is due: at the dose, and about 30, 60 and 120 minutes after it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from diary.insight.relief_due import relief_due
from diary.models.care import Dose
from diary.models.moments import Moment

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def dose(uid: str = "d", treatment: str = "tram", *, after: int = 0, amount: float | None = 50) -> Dose:
    at = Moment.from_aware(AT + timedelta(minutes=after))
    return Dose(uid=uid, treatment=treatment, day=date(2026, 11, 22), at=at, amount=amount)


def due(minutes: float, *doses: Dose, settled: frozenset[tuple[str, int]] = frozenset()) -> list[object]:
    found = relief_due(doses or (dose(),), settled, AT + timedelta(minutes=minutes))
    return [(one.dose.uid, one.after_min) for one in found]


@pytest.mark.parametrize(
    ("minutes", "slot"),
    [(0, 0), (5.9, 0), (20, 30), (45.9, 30), (46, 60), (90, 60), (91, 120), (180, 120)],
)
def test_a_question_is_due_around_its_minutes(minutes: float, slot: int) -> None:
    assert due(minutes) == [("d", slot)]


@pytest.mark.parametrize("minutes", [-1, 6, 19, 181, 600])
def test_between_and_after_nothing_is_asked(minutes: float) -> None:
    assert due(minutes) == []


def test_what_was_answered_or_put_aside_is_not_asked_again() -> None:
    settled = frozenset({("d", 30)})
    assert due(30, settled=settled) == []
    assert due(60, settled=settled) == [("d", 60)]


def test_only_the_latest_dose_of_a_medicine_is_asked_about() -> None:
    assert due(60, dose("first"), dose("second", after=30)) == [("second", 30)]
    assert due(60, dose("first"), dose("second", after=50)) == []


def test_the_latest_of_several_medicines_comes_first() -> None:
    assert due(60, dose("a"), dose("b", "lido", after=30)) == [("b", 30), ("a", 60)]


def test_a_dose_without_a_time_or_of_nothing_is_not_asked_about() -> None:
    bare = Dose(uid="x", treatment="preg", day=date(2026, 11, 22), amount=75)
    assert due(30, bare, dose(amount=0)) == []


def test_a_dose_whose_amount_was_not_said_is_asked_about() -> None:
    assert due(30, dose(amount=None)) == [("d", 30)]
