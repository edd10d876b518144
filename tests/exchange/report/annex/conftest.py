"""One diary of eighty days with some of everything, read once for every part of the annex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from diary.exchange.report.choices import Annex, ReportChoices
from diary.exchange.report.gather import asked_for, read_rows
from diary.models.care import Dose, DoseStep, Procedure, Relief, Session, SideEffect, Treatment
from diary.models.codes import (
    Answered,
    AnswerList,
    AuthorRole,
    EntryKind,
    Form,
    ProcedureKind,
    SessionKind,
    StopReason,
    Use,
)
from diary.models.moments import Moment
from diary.models.records import Author, Entry, Reading, Replace, Setting
from diary.models.rough import Rough
from diary.models.story import Answer, Response
from diary.storage import queries
from diary.storage.reading import SELF
from tests.exchange.report_days import TODAY, Written, day_entry, place

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.records import Record

ULNAR = ("little_p_L", "little_d_L", "ring_ulnar_p_L", "palm_ulnar_L", "handback_ulnar_L")
SECRET = "Nobody is to read this"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, hour: int, minute: int = 0) -> Moment:
    day = ago(days)
    return Moment(datetime(day.year, day.month, day.day, hour, minute), 60, "Europe/Berlin")  # noqa: DTZ001


def flare(uid: str, days: int, *, until: Moment | None = None, **words: str) -> Entry:
    return Entry(
        uid=uid,
        kind=EntryKind.MOMENT,
        day=ago(days),
        author=SELF,
        at=at(days, 14, 10),
        until=until,
        readings=(Reading(measure="pain_peak", value=8), Reading(measure="pain_now", value=6)),
        **words,  # type: ignore[arg-type]
    )


def response(
    uid: str, days: int, values: tuple[int, ...], code: str = "peg", version: str = "2009"
) -> Response:
    items = {"peg": ("average", "enjoyment", "activity"), "phq4": ("nervous", "worry", "interest", "low")}
    answers = tuple(Answer(item=item, value=value) for item, value in zip(items[code], values, strict=False))
    return Response(
        uid=uid,
        instrument=code,
        version=version,
        language="en",
        day=ago(days),
        at=at(days, 19),
        since=ago(days + 6),
        until=ago(days),
        answers=answers,
    )


def _care() -> list[Record]:
    regular = Treatment(
        uid="pregabalin",
        name="Pregabalin",
        form=Form.CAPSULE,
        strength=75,
        strength_unit="mg",
        why="Burning",
        started=Rough(2026, 6, 1),
    )
    stopped = Treatment(
        uid="amitriptyline",
        name="Amitriptyline",
        started=Rough(2026, 9, 20),
        stopped=Rough(2026, 11, 1),
        stop_reasons=(StopReason.SIDE_EFFECTS,),
        stop_words="dry mouth",
        note=SECRET,
    )
    needed = Treatment(
        uid="tramadol", name="Tramadol", use=Use.AS_NEEDED, form=Form.TABLET, strength=50, strength_unit="mg"
    )
    steps = (
        DoseStep(
            uid="step-1", treatment="pregabalin", since=Rough(2026, 6, 1), amount=1, unit="pieces", times=2
        ),
        DoseStep(
            uid="step-2",
            treatment="pregabalin",
            since=Rough(2026, 10, 20),
            amount=2,
            unit="pieces",
            times=2,
            reason="Nights stayed bad",
        ),
        DoseStep(uid="step-3", treatment="amitriptyline", since=Rough(2026, 9, 20), amount=10, unit="mg"),
    )
    return [regular, stopped, needed, *steps]


def _done() -> list[Record]:
    return [
        Dose(uid="dose-1", treatment="tramadol", day=ago(3), at=at(3, 14, 30), amount=1, unit="pieces"),
        Relief(uid="relief-1", dose="dose-1", after_min=0, pain=8, at=at(3, 14, 30)),
        Relief(uid="relief-2", dose="dose-1", after_min=60, pain=5, at=at(3, 15, 30)),
        SideEffect(uid="dizzy-1", day=ago(5), name="Dizzy", severity=6, treatment="pregabalin"),
        SideEffect(uid="dizzy-2", day=ago(4), name="dizzy", severity=3, treatment="pregabalin"),
        SideEffect(uid="dry", day=ago(4), name="Dry mouth", severity=2),
        Session(uid="physio-1", kind=SessionKind.PHYSIOTHERAPY, day=ago(9), minutes=45),
        Session(uid="physio-2", kind=SessionKind.PHYSIOTHERAPY, day=ago(2), minutes=30),
        Procedure(uid="block", kind=ProcedureKind.BLOCK, when=Rough(2026, 10), site="left ankle", by="Dr. A"),
    ]


def _days() -> list[Entry]:
    hand = ("numbness", "burning")
    found = []
    for day in range(1, 9):
        areas = (
            place(f"hand-{day}", 5, regions=ULNAR[: 5 - day % 2], qualities=hand),
            place(f"private-{day}", 4, regions=("genitals_L",)),
        )
        entry = day_entry(day, worst=6, places=areas, attacks=2 if day == 3 else 0)
        found.append(replace(entry, answered={**entry.answered, AnswerList.DOSES: Answered.NONE}))
    found[2] = replace(found[2], answered={**found[2].answered, AnswerList.DOSES: Answered.SOME})
    found[1] = replace(found[1], note=SECRET)
    found[3] = replace(found[3], note="The blanket hurt.\nSlept in the chair.")
    return found


class Care:
    """The diary, its rows for the last forty days, and what choices make of them."""

    def __init__(self, written: Written) -> None:
        self.diary = written.diary
        self.rows: dict[ReportChoices, tuple[Asked, ReportRows]] = {}

    def gathered(self, *annex: Annex, days: int = 40, **choices: object) -> tuple[Asked, ReportRows]:
        """The days asked for and their rows, with what the chosen parts read for themselves."""
        wanted = ReportChoices(annex=annex, since=ago(days - 1), until=TODAY, **choices)  # type: ignore[arg-type]
        if wanted not in self.rows:
            asked = self.diary.ask(asked_for, wanted, TODAY)
            self.rows[wanted] = asked, self.diary.ask(read_rows, asked)
        return self.rows[wanted]


@pytest.fixture(scope="session")
def care(tmp_path_factory: pytest.TempPathFactory) -> Care:
    written = Written(tmp_path_factory.mktemp("care") / "diary.sqlite3")
    written.write(Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"))
    written.write(Setting(uid="nerve_areas", value="true"))
    written.write(*_care(), *_done())
    for entry in _days():
        written.write(entry)
    written.write(flare("flare-1", 3, until=at(3, 15, 30), doing="On the stairs", helped="Rest"))
    written.write(flare("flare-2", 10))
    written.write(day_entry(12, worst=4, note="Typed from memory."), late=6)
    for week in range(9):
        written.write(response(f"peg-{week}", 2 + 7 * week, (4, 5, 6 - week % 2)), on=ago(2 + 7 * week))
    written.write(response("phq-late", 12, (1, 2, 0)[:3], "phq4"), on=ago(5))
    written.write(response("peg-old", 4, (1, 1, 1), version="1999"), on=ago(4))
    _change(written, "day-6", _worse)
    _change(written, "day-7", _private_moved)
    _change(written, "day-2", _noted)
    return Care(written)


def _change(written: Written, uid: str, changed: Callable[[Entry], Entry]) -> None:
    before = written.diary.ask(queries.entry, uid)
    assert before is not None
    written.diary.apply([Replace(before=before, after=changed(before))])


def _worse(entry: Entry) -> Entry:
    worst = [replace(one, value=7) if one.measure == "pain_worst" else one for one in entry.readings]
    return replace(entry, readings=tuple(worst), note=SECRET)


def _private_moved(entry: Entry) -> Entry:
    hand, private = entry.areas
    return replace(entry, areas=(hand, replace(private, severity=9)))


def _noted(entry: Entry) -> Entry:
    return replace(entry, note=f"{SECRET}, or that")
