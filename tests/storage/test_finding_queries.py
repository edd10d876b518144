"""What the findings read: the whole diary in one piece, with classes and the links already seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.models.care import Dose, DoseStep, Procedure, Session, Treatment
from diary.models.codes import Effect, Lateness, ProcedureKind, SessionKind
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.records import Setting
from diary.models.rough import Rough
from diary.models.story import Attribution, LifeEvent, Site
from diary.storage.diary import Diary
from diary.storage.finding_queries import finding_rows
from tests.storage.given import TODAY, Clock, add, day, empty_diary, moment

AGO = [TODAY - timedelta(days=days) for days in range(12)]


def test_an_empty_diary_has_no_rows_and_no_error(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    found = diary.ask(finding_rows, today=TODAY)
    assert (found.period.since, found.period.first) == (TODAY.toordinal(), None)
    assert not found.treatments
    assert not found.links_seen
    diary.close()


def test_everything_findings_need_is_read_at_once(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    trial = Trial(
        uid="trial",
        name="Patch",
        a="Patch",
        b="No patch",
        outcome="pain_average",
        order=("AB", "BA", "AB"),
        block_days=7,
        wash_out_days=2,
        start=TODAY,
        planned=TODAY,
        seed=4,
    )
    add(
        diary,
        day(about=AGO[11], pain_average=5),
        Treatment(uid="t", name="Tramadol"),
        DoseStep(uid="step", treatment="t", since=Rough.of(AGO[3]), amount=50, unit="mg"),
        Dose(uid="dose", treatment="t", day=AGO[1]),
        Procedure(uid="p", kind=ProcedureKind.BLOCK, when=Rough.of(AGO[2])),
        Session(uid="s", kind=SessionKind.TENS, day=AGO[1]),
        LifeEvent(uid="e", text="Moved house", when=Rough(2026, 9)),
        Site(uid="site", name="Left foot"),
        Attribution(uid="a", day=AGO[1], factor="cold", effect=Effect.WORSE),
        LinkQuestion(uid="q", factor="stress", outcome="pain_average", lag=1, asked=TODAY),
        trial,
        Setting(uid="links_seen", value='{"stress>pain_average+1": "2026-11-01"}'),
    )
    found = diary.ask(finding_rows, today=TODAY)
    assert (found.period.since, found.period.until) == (AGO[11].toordinal(), TODAY.toordinal())
    assert [row.value for row in found.period.values] == [5]
    single = (found.treatments, found.steps, found.procedures, found.sessions, found.life_events)
    assert [len(each) for each in single] == [1] * 5
    assert [one.uid for one in found.doses] == ["dose"]
    assert [late for _, late, _ in found.attributions] == [Lateness.NEXT_DAY]
    assert [[one.uid for one in found.sites], [one.uid for one in found.link_questions]] == [["site"], ["q"]]
    assert [one.order for one in found.trials] == [("AB", "BA", "AB")]
    assert found.links_seen == {"stress>pain_average+1": "2026-11-01"}
    diary.close()


@pytest.mark.parametrize("kept", ["not json", "[1, 2]", "null"])
def test_an_unreadable_setting_counts_as_nothing_seen(tmp_path: Path, kept: str) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    add(diary, Setting(uid="links_seen", value=kept))
    assert not diary.ask(finding_rows, today=TODAY).links_seen
    diary.close()


def test_days_can_be_chosen(tmp_path: Path) -> None:
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=Clock())
    add(diary, day("old", about=AGO[9], pain_average=5), day(about=AGO[1], pain_average=6))
    since: date = AGO[4]
    found = diary.ask(finding_rows, since, TODAY, today=TODAY)
    assert [row.value for row in found.period.values] == [6]
    diary.close()


def test_the_end_of_a_moment_is_known_by_its_entry(tmp_path: Path) -> None:
    clock = Clock()
    diary = Diary(empty_diary(tmp_path / "d.sqlite3"), clock=clock)
    flare = replace(moment("flare", about=TODAY, pain_now=7), at=clock(), until=clock())
    add(diary, flare, replace(moment("open", about=TODAY, pain_now=7), at=clock()))
    assert diary.ask(finding_rows, today=TODAY).ends == {"flare": str(clock())}
    diary.close()
