"""What is saved is there again, whole; what was before is kept; a save that breaks off changes nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.errors import RefusedError
from diary.models.codes import Answered, AnswerList, EntryKind, Noun, Verb
from diary.models.plain import from_plain
from diary.models.records import Entry, GivenReport, Person, Provenance, Replace, Setting, Source
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from tests.storage.given import (
    NOON,
    TODAY,
    YESTERDAY,
    Clock,
    add,
    day,
    empty_diary,
    hurting,
    live,
    moment,
    night,
    uid_of,
)
from tests.storage.whole_entries import OWN_NUMBER, bare, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUND_TRIPS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def fresh() -> Iterator[Diary]:
    """A diary that knows the measure of one's own, closed and gone afterwards."""
    with TemporaryDirectory() as folder:
        opened = Diary(empty_diary(Path(folder) / "diary.sqlite3"), clock=Clock())
        try:
            add(opened, OWN_NUMBER)
            yield opened
        finally:
            opened.close()


@ROUND_TRIPS
@given(entries())
def test_an_entry_saved_is_the_same_entry_read(entry: Entry) -> None:
    with fresh() as diary:
        add(diary, entry)
        assert bare(live(diary, "one")) == entry


@ROUND_TRIPS
@given(st.data())
def test_an_entry_edited_is_the_new_one_and_undone_the_old(data: st.DataObject) -> None:
    old = data.draw(entries())
    new = data.draw(entries(old.kind))
    keep = st.sets(st.sampled_from(range(3)))
    kept = tuple(area for at, area in enumerate(old.areas) if at in data.draw(keep))
    if kept:
        new = replace(new, areas=kept + new.areas, answered={AnswerList.PLACES: Answered.SOME})
    with fresh() as diary:
        add(diary, old)
        edited = diary.apply([Replace(before=live(diary, "one"), after=new)], verb=Verb.EDIT)
        assert bare(live(diary, "one")) == new
        if edited.change is not None:
            diary.undo(edited.change)
            assert bare(live(diary, "one")) == old


@ROUND_TRIPS
@given(entries())
def test_a_revision_is_the_whole_entry_as_it_was(entry: Entry) -> None:
    with fresh() as diary:
        add(diary, entry)
        whole = live(diary, "one")
        diary.apply([Replace(before=whole, after=None)], verb=Verb.DELETE)
        (revision,) = diary.ask(snapshot).revisions
        assert from_plain(Entry, json.loads(revision.before)) == whole


def test_every_change_keeps_what_was_there_before(diary: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    first = live(diary)
    diary.apply([Replace(before=first, after=day(pain_worst=6.0))], verb=Verb.EDIT)
    second = live(diary)
    diary.apply([Replace(before=second, after=day(pain_worst=7.0))], verb=Verb.EDIT)
    kept = diary.ask(snapshot).revisions
    assert [(one.noun, one.uid, one.change, one.replaced) for one in kept] == [
        (Noun.ENTRY, "day", "c2", "c1"),
        (Noun.ENTRY, "day", "c3", "c2"),
    ]
    assert [from_plain(Entry, json.loads(one.before)) for one in kept] == [first, second]


def test_a_deletion_keeps_the_whole_entry(diary: Diary, file: Path) -> None:
    add(diary, hurting(pain_worst=5.0))
    whole = live(diary)
    diary.apply([Replace(before=whole, after=None)], verb=Verb.DELETE, reason="twice")
    (kept,) = diary.ask(snapshot).revisions
    assert (kept.change, kept.replaced) == ("c2", "c1")
    assert from_plain(Entry, json.loads(kept.before)) == whole
    assert diary.ask(snapshot).changes[-1].reason == "twice"
    raw = sqlite3.connect(file)
    for table in ("entry", "reading", "area", "area_quality", "area_region", "answer"):
        assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    raw.close()


def test_a_step_that_changes_nothing_writes_nothing(diary: Diary) -> None:
    add(diary, hurting(pain_worst=5.0, mood=3.0))
    before = diary.ask(snapshot)
    again = diary.apply([Replace(before=live(diary), after=hurting(pain_worst=5.0, mood=3.0))])
    assert again.change is None
    assert (again.nouns, again.days) == (frozenset(), frozenset())
    assert diary.ask(snapshot) == before
    assert diary.apply([]).change is None


def test_only_what_differs_gets_a_new_last_change(diary: Diary) -> None:
    add(diary, hurting(pain_worst=5.0, mood=3.0))
    diary.apply([Replace(before=live(diary), after=hurting(pain_worst=6.0, mood=3.0, fatigue=2.0))])
    written = {one.measure: one.written for one in live(diary).readings}
    assert written == {
        "pain_worst": Provenance(first="c1", last="c2"),
        "mood": Provenance(first="c1", last="c1"),
        "fatigue": Provenance(first="c2", last="c2"),
    }
    assert live(diary).areas[0].written == Provenance(first="c1", last="c1")


def test_a_change_tells_who_when_and_how(diary: Diary) -> None:
    source = Source(name="old.csv", file_hash="ab" * 32)
    changes = diary.apply([Replace(before=None, after=day())], verb=Verb.IMPORT, source=source, reason="new")
    (change,) = diary.ask(snapshot).changes
    assert (change.at, change.day, change.clock_ok) == (NOON, TODAY, True)
    assert (change.verb, change.source, change.reason) == (Verb.IMPORT, source, "new")
    assert changes.change == "c1"
    assert (changes.nouns, changes.days) == (frozenset({Noun.ENTRY}), frozenset({YESTERDAY}))


def test_every_noun_is_the_same_when_read(diary: Diary) -> None:
    report = GivenReport(
        uid="r", given=NOON, since=YESTERDAY, until=TODAY, choices={"notes": ["a"]}, pdf=b"%PDF\x00\xff"
    )
    records = (
        Person(uid="person", name="Жанна 👩🏽‍🦽", born=date(1971, 2, 28)),
        Setting(uid="day_end", value='"03:00"'),
        OWN_NUMBER,
        report,
    )
    add(diary, *records)
    found = (
        diary.ask(queries.person),
        diary.ask(queries.settings)["day_end"],
        diary.ask(queries.measures)["own.steps"],
        diary.ask(queries.given_reports)[0],
    )
    assert tuple(replace(one, written=None) for one in found if one is not None) == records


TABLES = ("change", "entry", "answer", "reading", "area", "area_quality", "area_region", "revision")


@pytest.mark.parametrize("table", TABLES)
def test_a_save_that_breaks_off_at_any_table_changes_nothing(diary: Diary, file: Path, table: str) -> None:
    add(diary, hurting("old", date(2026, 11, 1), pain_worst=5.0))
    before = diary.ask(snapshot)
    _break_at(file, table)
    steps = [
        Replace(before=live(diary, "old"), after=None),
        Replace(before=None, after=hurting("new", pain_worst=9.0)),
    ]
    with pytest.raises(sqlite3.IntegrityError, match="here it breaks off"):
        diary.apply(steps)
    assert diary.ask(snapshot) == before
    _mend(file)
    diary.apply(steps)
    assert diary.ask(queries.entry, "old") is None
    assert live(diary, "new").reading("pain_worst") is not None


@pytest.mark.parametrize("table", ["entry", "reading", "area", "revision"])
def test_an_edit_that_breaks_off_leaves_the_entry_as_it_was(diary: Diary, file: Path, table: str) -> None:
    add(diary, hurting(pain_worst=5.0))
    before = diary.ask(snapshot)
    _break_at(file, table)
    after = replace(hurting(pain_worst=6.0, severity=2), note="länger")
    with pytest.raises(sqlite3.IntegrityError, match="here it breaks off"):
        diary.apply([Replace(before=live(diary), after=after)])
    assert diary.ask(snapshot) == before


def test_an_undo_that_breaks_off_changes_nothing(diary: Diary, file: Path) -> None:
    add(diary, day(pain_worst=5.0))
    edited = diary.apply([Replace(before=live(diary), after=day(pain_worst=6.0))])
    before = diary.ask(snapshot)
    _break_at(file, "reading")
    with pytest.raises(sqlite3.IntegrityError, match="here it breaks off"):
        diary.undo(uid_of(edited))
    assert diary.ask(snapshot) == before


def test_a_refused_part_keeps_the_whole_act_out(diary: Diary) -> None:
    with pytest.raises(RefusedError):
        add(diary, day("good", date(2026, 11, 1)), day("bad", pain_worst=11.0))
    assert diary.ask(snapshot).changes == ()


def test_a_draft_goes_with_the_save_or_stays_with_it(diary: Diary) -> None:
    diary.keep_draft("today", "{}")
    with pytest.raises(RefusedError):
        diary.apply([Replace(before=None, after=day(pain_worst=11.0))], drop_draft="today")
    assert "today" in diary.ask(queries.drafts)
    diary.apply([Replace(before=None, after=day(pain_worst=10.0))], drop_draft="today")
    assert diary.ask(queries.drafts) == {}


def test_a_draft_goes_though_nothing_was_different(diary: Diary) -> None:
    add(diary, day())
    diary.keep_draft("today", "{}")
    diary.apply([Replace(before=live(diary), after=day())], drop_draft="today")
    assert diary.ask(queries.drafts) == {}


def test_a_draft_is_kept_and_replaced_by_form(diary: Diary, clock: Clock) -> None:
    diary.keep_draft("today", "a")
    clock.at("2026-11-20T12:00:02+01:00")
    diary.keep_draft("today", "ab 🔥")
    diary.keep_draft("now", "c")
    kept = diary.ask(queries.drafts)
    assert {key: one.content for key, one in kept.items()} == {"today": "ab 🔥", "now": "c"}
    assert kept["today"].kept == clock.moment
    diary.drop_draft("today")
    assert diary.ask(queries.drafts).keys() == {"now"}


def test_a_body_left_untouched_is_not_a_body_without_pain(diary: Diary) -> None:
    add(diary, day("untouched", YESTERDAY, pain_worst=4.0))
    none = replace(day("none", TODAY), answered={AnswerList.PLACES: Answered.NONE})
    add(diary, none)
    assert live(diary, "untouched").answered == {}
    answers = diary.ask(queries.answers_between, YESTERDAY, TODAY)
    assert [(one.day, one.answered) for one in answers] == [(TODAY.toordinal(), "none")]


def test_what_was_not_asked_is_absent_and_not_zero(diary: Diary) -> None:
    add(diary, day(pain_worst=0.0))
    worst = live(diary).reading("pain_worst")
    assert worst is not None
    assert worst.value == 0.0
    assert live(diary).reading("pain_average") is None
    assert diary.ask(queries.values_between, ["pain_average"], YESTERDAY, TODAY) == []


def test_typed_sleep_stands_in_the_night_and_nowhere_else(diary: Diary) -> None:
    add(diary, night(sleep_quality=3.0, sleep_min=430.0), day("day"), moment("m", pain_now=4.0))
    rows = diary.ask(queries.values_between, ["sleep_min", "sleep_quality"], YESTERDAY, TODAY)
    assert {row.kind for row in rows} == {str(EntryKind.NIGHT)}
    for wrong in (day("d2", TODAY, sleep_min=400.0), moment("m2", sleep_quality=3.0)):
        with pytest.raises(RefusedError):
            add(diary, wrong)


def _break_at(file: Path, table: str) -> None:
    """Have every write to a table raise, as a broken disk would."""
    raw = sqlite3.connect(file)
    for verb in ("INSERT", "UPDATE", "DELETE"):
        raw.execute(
            f"CREATE TRIGGER broken_{verb} BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'here it breaks off'); END"
        )
    raw.close()


def _mend(file: Path) -> None:
    raw = sqlite3.connect(file)
    for verb in ("INSERT", "UPDATE", "DELETE"):
        raw.execute(f"DROP TRIGGER broken_{verb}")
    raw.close()
