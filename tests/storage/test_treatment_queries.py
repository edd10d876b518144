"""What the page Treatments reads: everything, in the order it was noted, with its classes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from diary.models.care import Dose, DoseStep, Relief, Session, Treatment
from diary.models.codes import Lateness, SessionKind
from diary.models.rough import Rough
from diary.storage.diary import Diary
from diary.storage.treatment_queries import current_rows, treatment_rows
from tests.storage.given import TODAY, Clock, add, day, empty_diary


def test_steps_come_in_the_order_in_which_they_were_noted(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    add(diary, Treatment(uid="t", name="Pregabalin"))
    for uid in ("z", "a", "m"):
        add(diary, DoseStep(uid=uid, treatment="t", since=Rough.of(TODAY), amount=1, unit="mg"))
    assert [one.uid for one in diary.ask(treatment_rows, TODAY).steps] == ["z", "a", "m"]
    assert [one.uid for one in diary.ask(current_rows).steps] == ["z", "a", "m"]
    diary.close()


def test_the_days_begin_with_the_first_entry_or_the_first_dose(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    assert diary.ask(treatment_rows, TODAY).period.since == TODAY.toordinal() - 1
    add(diary, Treatment(uid="t", name="Tramadol"), day(about=TODAY - timedelta(days=3), pain_average=5))
    add(diary, Dose(uid="d", treatment="t", day=TODAY - timedelta(days=8)))
    found = diary.ask(treatment_rows, TODAY)
    assert found.period.since == TODAY.toordinal() - 8
    assert [row.value for row in found.period.values] == [5]
    assert [(row.day, row.lateness) for row in found.doses] == [(TODAY.toordinal() - 8, "memory")]
    diary.close()


def test_sessions_carry_their_class(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    for ago in (0, 9):
        about = TODAY - timedelta(days=ago)
        add(diary, Session(uid=f"s{ago}", kind=SessionKind.TENS, day=about))
    classes = diary.ask(treatment_rows, TODAY).session_classes
    assert {uid: late for uid, (late, _) in classes.items()} == {
        "s0": Lateness.SAME_DAY,
        "s9": Lateness.MEMORY,
    }
    diary.close()


def test_an_answer_about_relief_after_midnight_belongs_to_the_day_that_has_not_ended(tmp_path: Path) -> None:
    clock = Clock()
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=clock)
    dose = Dose(uid="d", treatment="t", day=diary.today() - timedelta(days=3))
    add(diary, Treatment(uid="t", name="Tramadol"), dose)
    clock.at("2026-11-21T01:00:00+01:00")
    add(diary, Relief(uid="r", dose="d", after_min=60, pain=3, at=clock()))
    assert diary.ask(treatment_rows, diary.today()).reliefs == [("d", 60, 3, Lateness.LATER)]
    diary.close()


def test_what_is_deleted_is_not_read(tmp_path: Path) -> None:
    from diary.models.records import Replace

    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    gone = Treatment(uid="t", name="Pregabalin")
    add(diary, gone)
    held = diary.ask(treatment_rows, TODAY).treatments[0]
    diary.apply([Replace(before=held, after=None)])
    assert not diary.ask(treatment_rows, date(2026, 11, 20)).treatments
    diary.close()
