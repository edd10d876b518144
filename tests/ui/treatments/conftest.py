"""The page Treatments over a real diary whose clock stands on Friday 20 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from diary.models.care import Dose, DoseStep, Procedure, Relief, Session, SideEffect, Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Form, ProcedureKind, SessionKind, Use
from diary.models.moments import Moment
from diary.models.records import Entry, Record, Replace
from diary.models.rough import Rough
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.treatments.page import TreatmentsPage
from tests.storage.given import TODAY, Clock, readings

Opens = Callable[..., TreatmentsPage]

NOON = Moment.parse("2026-11-20T12:00:00+01:00[Europe/Berlin]")


def ago(days: int) -> Rough:
    """An exact day so many days ago."""
    return Rough.of(TODAY - timedelta(days=days))


PREGABALIN = Treatment(
    uid="preg",
    name="Pregabalin",
    form=Form.CAPSULE,
    strength=75,
    strength_unit="mg",
    started=ago(80),
    position=1,
)
TRAMADOL = Treatment(
    uid="tram",
    name="Tramadol",
    form=Form.TABLET,
    strength=50,
    strength_unit="mg",
    use=Use.AS_NEEDED,
    usual=50,
    unit="mg",
    position=2,
)
STEPS = (
    DoseStep(uid="low", treatment="preg", since=ago(80), amount=1, unit="pieces", times=2),
    DoseStep(
        uid="high", treatment="preg", since=ago(30), amount=150, unit="mg", times=2, reason="bad nights"
    ),
)
BLOCK = Procedure(uid="block", kind=ProcedureKind.BLOCK, when=ago(20), site="left ankle", by="Dr. L")
SESSION = Session(uid="session", kind=SessionKind.PHYSIOTHERAPY, day=TODAY, minutes=45)
DIZZY = SideEffect(uid="dizzy", day=TODAY, name="dizziness", severity=3, treatment="preg")


def dose(uid: str, days: int, treatment: str = "tram") -> Dose:
    """A dose so many days ago."""
    return Dose(uid=uid, treatment=treatment, day=TODAY - timedelta(days=days), amount=50, unit="mg")


def relief(uid: str, after_min: int, pain: int) -> Relief:
    """Pain around a dose, said at noon today."""
    return Relief(uid=f"{uid}-{after_min}", dose=uid, after_min=after_min, pain=pain, at=NOON)


def answered(days: int, answer: Answered = Answered.NONE, **values: float) -> Entry:
    """A day entry that answered the list of as-needed doses."""
    return Entry(
        uid=f"day{days}",
        kind=EntryKind.DAY,
        day=TODAY - timedelta(days=days),
        author=SELF,
        answered={AnswerList.DOSES: answer},
        readings=readings(**values),
    )


USUAL: tuple[Record, ...] = (PREGABALIN, TRAMADOL, *STEPS, BLOCK, SESSION, DIZZY)


def asked(page: TreatmentsPage) -> list[tuple[Any, str, Any]]:
    """Collect what the page asks forms for."""
    found: list[tuple[Any, str, Any]] = []
    page.record_requested.connect(lambda *one: found.append(one))
    return found


def save(store: Store, *records: Record) -> None:
    """Save new records as one change."""
    store.save([Replace(before=None, after=one) for one in records], text="Saved")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Store]:
    """An open store over an empty diary."""
    opened = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=clock))
    yield opened
    opened.close()


@pytest.fixture
def opens(store: Store, qtbot: QtBot) -> Opens:
    """Write records, and show the page until it shows them."""
    kept: list[TreatmentsPage] = []

    def open_page(*records: Record, size: tuple[int, int] = (1200, 800)) -> TreatmentsPage:
        if records:
            save(store, *records)
        page = TreatmentsPage(store)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitUntil(page.is_complete)
        return page

    return open_page
