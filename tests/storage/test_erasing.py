"""Erasing for good: the words are gone from the record, its versions and the bytes of the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.models.care import Dose, DoseStep, Relief, Session, SideEffect, Treatment
from diary.models.codes import (
    Answered,
    AnswerList,
    Effect,
    EntryKind,
    Group,
    MeasureKind,
    Noun,
    SessionKind,
    SourceKind,
    Verb,
)
from diary.models.measures import OWN_FROM
from diary.models.moments import Moment
from diary.models.records import (
    Area,
    AreaRegion,
    Entry,
    Erased,
    GivenExport,
    GivenReport,
    Measure,
    Reading,
    Replace,
    Source,
)
from diary.models.rough import Rough
from diary.models.story import Answer, Attribution, Response
from diary.storage import queries, version_queries
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.erasing import parts
from diary.storage.life_queries import all_of
from diary.storage.reading import SELF
from diary.storage.traces import traces
from tests.storage.given import Clock

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 20)
SECRET = "marzipan-secret-words"  # a text to look for, no password


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "own.sqlite3", clock=Clock())


def noted(diary: Diary, note: str = SECRET) -> Entry:
    entry = Entry(
        uid="entry-1",
        kind=EntryKind.DAY,
        day=DAY,
        author=SELF,
        note=note,
        answered={AnswerList.PLACES: Answered.SOME},
        readings=(Reading(measure="mood", value=3), Reading(measure="pain_average", value=6)),
        areas=(Area(uid="area-1", severity=5, regions=(AreaRegion(region="foot_sole_L"),)),),
    )
    diary.apply([Replace(before=None, after=entry)])
    found = diary.ask(queries.entry, "entry-1")
    assert found is not None
    return found


def bytes_of(diary: Diary) -> bytes:
    folder = diary.path.parent
    return b"".join(one.read_bytes() for one in folder.glob(f"{diary.path.name}*"))


def test_an_erased_note_is_gone_from_every_version_and_from_the_bytes(diary: Diary) -> None:
    first = noted(diary)
    diary.apply([Replace(before=first, after=replace(first, note="other", written=None))], verb=Verb.EDIT)
    diary.keep_draft(f"day:{DAY}", '{"note": "' + SECRET + '"}')
    assert SECRET.encode() in bytes_of(diary)
    erasure = diary.erase(Noun.ENTRY, "entry-1", ["note"])
    assert erasure.overwritten
    assert SECRET.encode() not in bytes_of(diary)
    versions = diary.ask(version_queries.versions, Noun.ENTRY, "entry-1")
    assert [one.record.note for one in versions if isinstance(one.record, Entry)] == ["", "", ""]
    assert diary.ask(queries.drafts) == {}
    assert diary.ask(check) == []


def test_an_erased_value_leaves_the_rest_and_the_bare_fact_with_its_date(diary: Diary) -> None:
    noted(diary)
    diary.erase(Noun.ENTRY, "entry-1", ["reading:mood"])
    left = diary.ask(queries.entry, "entry-1")
    assert left is not None
    assert [one.measure for one in left.readings] == ["pain_average"]
    assert left.note == SECRET
    (fact,) = diary.ask(all_of, Erased)
    assert (fact.of, fact.record, fact.what, fact.day) == (Noun.ENTRY, "entry-1", "reading:mood", DAY)


def test_an_erased_entry_leaves_only_the_fact(diary: Diary) -> None:
    first = noted(diary)
    diary.apply([Replace(before=first, after=replace(first, note="other", written=None))])
    erasure = diary.erase(Noun.ENTRY, "entry-1")
    assert erasure.changes.days == {DAY}
    assert diary.ask(queries.entry, "entry-1") is None
    assert diary.ask(version_queries.versions, Noun.ENTRY, "entry-1") == []
    assert SECRET.encode() not in bytes_of(diary)
    assert [one.day for one in diary.ask(all_of, Erased)] == [DAY]
    assert diary.ask(check) == []


def test_what_was_deleted_before_can_still_be_erased(diary: Diary) -> None:
    first = noted(diary)
    diary.apply([Replace(before=first, after=None)], verb=Verb.DELETE)
    assert SECRET.encode() in bytes_of(diary)
    diary.erase(Noun.ENTRY, "entry-1")
    assert SECRET.encode() not in bytes_of(diary)


def test_erasing_cannot_be_undone_and_says_so(diary: Diary) -> None:
    noted(diary)
    erasure = diary.erase(Noun.ENTRY, "entry-1", ["note"])
    assert erasure.changes.change is not None
    with pytest.raises(DiaryError, match="cannot be brought back"):
        diary.undo(erasure.changes.change)


def test_undoing_an_older_change_does_not_bring_an_erased_text_back(diary: Diary) -> None:
    first = noted(diary)
    changes = diary.apply([Replace(before=first, after=replace(first, note="other", written=None))])
    diary.erase(Noun.ENTRY, "entry-1", ["note"])
    assert changes.change is not None
    diary.undo(changes.change)
    left = diary.ask(queries.entry, "entry-1")
    assert left is not None
    assert left.note == ""


def test_an_erased_import_is_not_brought_in_again(diary: Diary) -> None:
    app = Source(kind=SourceKind.APP, name="other app", file_hash="0" * 64)
    entry = Entry(uid="e", kind=EntryKind.DAY, day=DAY, author=SELF, source=app, source_key="7", note=SECRET)
    diary.apply([Replace(before=None, after=entry)], source=app, verb=Verb.IMPORT)
    diary.erase(Noun.ENTRY, "e")
    assert diary.ask(queries.deleted_source_keys, "other app") == {"7"}


def test_an_erased_treatment_takes_its_doses_with_it(diary: Diary) -> None:
    at = Moment.parse("2026-11-20T09:00:00+01:00")
    made = (
        Treatment(uid="t", name="Tramadol"),
        DoseStep(uid="s", treatment="t", since=Rough(2019), amount=50, unit="mg"),
        Dose(uid="d", treatment="t", day=DAY, at=at, note=SECRET),
        Relief(uid="r", dose="d", after_min=30, pain=4, at=at),
        Treatment(uid="other", name="Pregabalin"),
    )
    diary.apply([Replace(before=None, after=one) for one in made])
    diary.erase(Noun.TREATMENT, "t")
    assert [one.uid for one in diary.ask(all_of, Treatment)] == ["other"]
    assert diary.ask(all_of, Dose) == []
    assert diary.ask(all_of, DoseStep) == []
    assert diary.ask(all_of, Relief) == []
    assert SECRET.encode() not in bytes_of(diary)
    assert diary.ask(check) == []


def test_the_parts_of_earlier_versions_are_offered_too(diary: Diary) -> None:
    first = noted(diary)
    diary.apply([Replace(before=first, after=replace(first, note="", written=None))])
    offered = {one.what: one.said for one in diary.ask(parts, Noun.ENTRY, "entry-1")}
    assert offered["note"] == SECRET
    assert {"reading:mood", "reading:pain_average", "area:area-1"} <= offered.keys()


def test_places_where_the_words_may_still_stand_are_named_with_their_dates(diary: Diary) -> None:
    now = diary.now()
    early = GivenExport(uid="x0", given=Moment.parse("2020-01-01T09:00:00+01:00"), form="csv", name="old.csv")
    diary.apply([Replace(before=None, after=early)])
    noted(diary)
    report = GivenReport(uid="g", given=now, since=DAY, until=DAY, to="Dr. Lindqvist", pdf=b"%PDF")
    export = GivenExport(uid="x", given=now, form="json", name="all.json")
    diary.apply([Replace(before=None, after=one) for one in (report, export)])
    copies = ["copy of own.sqlite3", "own-before-0004-from-0003.sqlite3", "own.sqlite3.backup-2026-11-01"]
    diary.close()
    for name in (*copies, f"{copies[0]}-wal"):
        diary.path.with_name(name).write_bytes(diary.path.read_bytes())
    diary.path.with_name("shopping.sqlite3").write_bytes(b"SQLite format 3\0")
    again = Diary(diary.path, clock=Clock())
    found = again.ask(traces, again.path, Noun.ENTRY, "entry-1")
    assert [one.to for one in found.reports] == ["Dr. Lindqvist"]
    assert [one.name for one in found.exports] == ["all.json"]
    assert sorted(one.name for one in found.backups) == copies
    again.close()


def test_a_file_that_is_held_is_emptied_and_says_that_traces_may_be_left(diary: Diary) -> None:
    noted(diary)
    other = Diary(diary.path, clock=Clock())
    engine = other._engine
    with engine.connect() as held, held.begin():
        held.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
        erasure = diary.erase(Noun.ENTRY, "entry-1", ["note"])
    assert not erasure.overwritten
    left = diary.ask(queries.entry, "entry-1")
    assert left is not None
    assert left.note == ""
    other.close()


def test_what_goes_with_an_entry_goes_and_links_to_a_treatment_are_cleared_in_every_version(
    diary: Diary,
) -> None:
    noted(diary)
    keep = (
        Attribution(uid="a", day=DAY, factor="stress", effect=Effect.WORSE, entry="entry-1"),
        Treatment(uid="treatment-1", name="Tramadol"),
        SideEffect(uid="se", day=DAY, name="Dizzy", severity=4, treatment="treatment-1"),
    )
    diary.apply([Replace(before=None, after=one) for one in keep])
    (effect,) = diary.ask(all_of, SideEffect)
    diary.apply([Replace(before=effect, after=replace(effect, severity=5))])
    touched = diary.erase(Noun.ENTRY, "entry-1").changes
    assert touched.nouns == {Noun.ENTRY, Noun.ATTRIBUTION, Noun.ERASED}
    assert diary.ask(all_of, Attribution) == []
    touched = diary.erase(Noun.TREATMENT, "treatment-1").changes
    assert touched.nouns == {Noun.TREATMENT, Noun.SIDE_EFFECT, Noun.ERASED}
    versions = diary.ask(version_queries.versions, Noun.SIDE_EFFECT, "se")
    assert {one.record.treatment for one in versions if isinstance(one.record, SideEffect)} == {None}
    assert diary.ask(check) == []


def test_an_optional_value_of_a_record_can_be_erased_and_what_must_be_there_cannot(diary: Diary) -> None:
    made = (
        Treatment(uid="treatment-1", name="Tramadol", usual=50, unit="mg", started=Rough(2019, 3)),
        Dose(uid="dose-1", treatment="treatment-1", day=DAY, amount=75, unit="mg"),
        Session(uid="session-1", kind=SessionKind.TENS, day=DAY, minutes=20),
    )
    diary.apply([Replace(before=None, after=one) for one in made])
    offered = {one.what for one in diary.ask(parts, Noun.TREATMENT, "treatment-1")}
    assert offered == {"usual", "unit", "started"}
    assert {one.what for one in diary.ask(parts, Noun.DOSE, "dose-1")} == {"amount", "unit"}
    diary.erase(Noun.DOSE, "dose-1", ["amount"])
    diary.erase(Noun.SESSION, "session-1", ["minutes"])
    assert [one.amount for one in diary.ask(all_of, Dose)] == [None]
    assert [one.minutes for one in diary.ask(all_of, Session)] == [None]
    assert diary.ask(check) == []


def test_one_answer_of_a_questionnaire_goes_and_the_last_one_takes_it_whole(diary: Diary) -> None:
    at = Moment.parse("2026-11-20T09:00:00+01:00")
    answers = (Answer(item="1", value=3), Answer(item="2", value=1))
    days = {"day": DAY, "since": DAY, "until": DAY, "at": at}
    one = Response(uid="r", instrument="phq9", version="1", language="en", answers=answers, **days)  # type: ignore[arg-type]
    diary.apply([Replace(before=None, after=one)])
    assert [one.what for one in diary.ask(parts, Noun.RESPONSE, "r")] == ["item:1", "item:2"]
    diary.erase(Noun.RESPONSE, "r", ["item:1"])
    assert [one.answers for one in diary.ask(all_of, Response)] == [(Answer(item="2", value=1),)]
    diary.erase(Noun.RESPONSE, "r", ["item:2"])
    assert diary.ask(all_of, Response) == []
    assert diary.ask(version_queries.versions, Noun.RESPONSE, "r") == []


def test_the_words_of_an_own_question_that_is_put_aside_go_from_it_and_its_answers(diary: Diary) -> None:
    own = Measure(
        uid="own-uid",
        code="own_1",
        kind=MeasureKind.CHOICE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        label=SECRET,
        choices=(f"{SECRET} a", f"{SECRET} b"),
        position=OWN_FROM,
    )
    diary.apply([Replace(before=None, after=own)])
    answer = (Reading(measure="own_1", text=f"{SECRET} b"),)
    entry = Entry(uid="entry-1", kind=EntryKind.DAY, day=DAY, author=SELF, readings=answer)
    diary.apply([Replace(before=None, after=entry)])
    assert diary.ask(parts, Noun.MEASURE, "own-uid") == []
    kept = diary.ask(queries.measures)["own_1"]
    diary.apply([Replace(before=kept, after=replace(kept, hidden=True))])
    assert [one.what for one in diary.ask(parts, Noun.MEASURE, "own-uid")] == ["label", "choices"]
    diary.erase(Noun.MEASURE, "own-uid", ["label", "choices"])
    kept = diary.ask(queries.measures)["own_1"]
    assert (kept.label, kept.choices) == ("erased question", ("erased word 1", "erased word 2"))
    left = diary.ask(queries.entry, "entry-1")
    assert left is not None
    assert [one.text for one in left.readings] == ["erased word"]
    assert SECRET.encode() not in bytes_of(diary)
    assert diary.ask(parts, Noun.MEASURE, "own-uid") == []
    assert diary.ask(check) == []


def test_an_export_made_while_the_clock_was_set_back_is_named(diary: Diary) -> None:
    noted(diary)
    back = Moment.parse("2020-01-01T09:00:00+01:00")
    diary.apply([Replace(before=None, after=GivenExport(uid="x", given=back, form="csv", name="back.csv"))])
    found = diary.ask(traces, diary.path, Noun.ENTRY, "entry-1")
    assert [one.name for one in found.exports] == ["back.csv"]


def test_what_a_helper_is_typing_about_the_day_is_forgotten_too(diary: Diary) -> None:
    noted(diary)
    diary.keep_draft(f"day:{DAY} by anna", "{}")
    diary.keep_draft("day:2020-01-01 by anna", "{}")
    diary.erase(Noun.ENTRY, "entry-1")
    assert list(diary.ask(queries.drafts)) == ["day:2020-01-01 by anna"]


def test_a_treatment_with_hundreds_of_doses_is_erased_in_a_second(diary: Diary) -> None:
    days = [DAY - timedelta(days=n) for n in range(602)]
    doses = [Dose(uid=f"dose-{n}", treatment="treatment-1", day=day) for n, day in enumerate(days)]
    diary.apply([Replace(before=None, after=Treatment(uid="treatment-1", name="Tramadol"))])
    diary.apply([Replace(before=None, after=one) for one in doses])
    kept = diary.ask(all_of, Dose)
    diary.apply([Replace(before=one, after=replace(one, amount=1.0)) for one in kept])
    diary.erase(Noun.TREATMENT, "treatment-1")
    assert diary.ask(all_of, Dose) == []
    assert len(diary.ask(all_of, Erased)) == 603
