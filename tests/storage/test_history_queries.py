"""History asks the record: months, searches, versions and changes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from diary.models.codes import Answered, AnswerList, EntryKind, Noun, SourceKind, Verb
from diary.models.history import Found, Term, Wanted
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace, Source
from diary.storage import history_queries as asked
from diary.storage import version_queries as versions
from diary.storage.diary import Diary
from diary.storage.reading import SELF

TODAY = date(2026, 11, 22)


@dataclass
class Clock:
    now: datetime = datetime(2026, 11, 22, 21, 0)  # noqa: DTZ001  # a Moment's local time is naive

    def __call__(self) -> Moment:
        self.now += timedelta(minutes=1)
        return Moment(self.now, 60, "Europe/Berlin")


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    opened = Diary(tmp_path / "d.diary", clock=Clock())
    yield opened
    opened.close()


def entry(day: date, kind: EntryKind = EntryKind.DAY, uid: str = "", **fields: object) -> Entry:
    readings = tuple(Reading(measure=code, value=value) for code, value in fields.pop("values", {}).items())  # type: ignore[attr-defined]
    areas = fields.get("areas", ())
    answered = {AnswerList.PLACES: Answered.SOME} if areas else {}
    return Entry(
        uid=uid or f"{kind}-{day}",
        kind=kind,
        day=day,
        author=SELF,
        readings=readings,
        answered=answered,
        **fields,  # type: ignore[arg-type]
    )


def area(uid: str, severity: int | None, *qualities: AreaQuality, regions: tuple[str, ...] = ()) -> Area:
    marked = tuple(AreaRegion(region=one) for one in regions)
    return Area(uid=uid, severity=severity, qualities=qualities, regions=marked)


def add(diary: Diary, *entries: Entry) -> None:
    diary.apply([Replace(before=None, after=one) for one in entries])


def uids(found: list[Found]) -> list[str]:
    return [one.uid for one in found]


def words(text: str) -> Wanted:
    return Wanted(terms=tuple(Term(text=one) for one in text.split()))


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("Brûlure dans le pied", "brulure"),
        ("BURNING feet", "burning"),
        ("Straße, zu Fuß", "strasse"),
        ("Øyvind kom på besøk", "oyvind"),
        ("Η ΠΑΤΟΥΣΑ καίει", "πατουσα"),
        ("رِجلي تؤلمني", "رجلي"),
        ("too much sun 🌞 today", "🌞"),
    ],
)
def test_a_search_knows_neither_case_nor_accents(diary: Diary, note: str, typed: str) -> None:
    add(diary, entry(TODAY, note=note), entry(TODAY - timedelta(days=1), note="quiet"))
    assert uids(diary.ask(asked.search, words(typed))) == [f"day-{TODAY}"]


def test_a_percent_sign_is_an_ordinary_letter(diary: Diary) -> None:
    add(diary, entry(TODAY, note="better"))
    assert diary.ask(asked.search, words("%")) == []


def test_every_typed_word_must_be_somewhere_in_the_entry(diary: Diary) -> None:
    burning = area(
        "a", 4, AreaQuality(code="burning"), AreaQuality(own_word="Like ants"), regions=("sole_L",)
    )
    add(diary, entry(TODAY, note="after the walk", areas=(burning,)))
    sole = Term(text="sole", regions=frozenset({"sole_L"}))
    fire = Term(text="burn", qualities=frozenset({"burning"}))
    assert diary.ask(asked.count, Wanted(terms=(sole, fire, Term(text="ANTS"), Term(text="walk")))) == 1
    assert diary.ask(asked.count, Wanted(terms=(sole, Term(text="rain")))) == 0


def test_filters_narrow_together(diary: Diary) -> None:
    foot = area("a", 6, AreaQuality(code="burning"), regions=("sole_L",))
    hand = area("b", 3, AreaQuality(code="tingling"), regions=("palm_R",))
    add(
        diary,
        entry(TODAY, areas=(foot,), values={"pain_worst": 7}),
        entry(TODAY - timedelta(days=1), areas=(hand,), values={"pain_worst": 2}),
        entry(TODAY - timedelta(days=2)),
    )
    ask = diary.ask
    assert uids(ask(asked.search, Wanted(qualities=frozenset({"burning"})))) == [f"day-{TODAY}"]
    assert uids(ask(asked.search, Wanted(regions=frozenset({"palm_R"})))) == ["day-2026-11-21"]
    assert ask(asked.count, Wanted(regions=frozenset({"palm_R"}), qualities=frozenset({"burning"}))) == 0
    assert uids(ask(asked.search, Wanted(worst=(7, 10)))) == [f"day-{TODAY}"]
    assert uids(ask(asked.search, Wanted(worst=(0, 3)))) == ["day-2026-11-21"], "3 in a hand outranks worst 2"


def test_an_entry_without_any_pain_is_in_no_range(diary: Diary) -> None:
    add(diary, entry(TODAY))
    assert diary.ask(asked.count, Wanted(worst=(0, 10))) == 0
    assert diary.ask(asked.count, Wanted()) == 1


def test_a_night_stands_with_its_day_until_nights_are_asked_for(diary: Diary) -> None:
    night, alone = EntryKind.NIGHT, TODAY - timedelta(days=3)
    add(diary, entry(TODAY), entry(TODAY, night), entry(alone, night))
    assert uids(diary.ask(asked.search, Wanted())) == [f"day-{TODAY}", f"night-{alone}"]
    assert uids(diary.ask(asked.search, Wanted(kinds=frozenset({night})))) == [
        f"night-{TODAY}",
        f"night-{alone}",
    ]
    assert [one.uid for one in diary.ask(asked.beside, f"day-{TODAY}")] == [f"day-{TODAY}", f"night-{TODAY}"]


def test_the_order_can_be_turned_and_moments_stand_above_their_day(diary: Diary) -> None:
    at = Moment.parse("2026-11-22T14:10:00+01:00")
    add(diary, entry(TODAY), entry(TODAY, EntryKind.MOMENT, at=at), entry(TODAY - timedelta(days=1)))
    newest = uids(diary.ask(asked.search, Wanted()))
    assert newest == [f"moment-{TODAY}", f"day-{TODAY}", "day-2026-11-21"]
    assert uids(diary.ask(asked.search, Wanted(newest_first=False))) == newest[::-1]


def test_imported_and_changed_entries_can_be_asked_for(diary: Diary) -> None:
    source = Source(kind=SourceKind.APP, name="Daylio")
    before = entry(TODAY)
    add(diary, before, entry(TODAY - timedelta(days=1), source=source))
    read = diary.ask(asked.beside, before.uid)[0]
    diary.apply([Replace(before=read, after=replace(read, note="more"))], verb=Verb.EDIT)
    assert uids(diary.ask(asked.search, Wanted(imported=True))) == ["day-2026-11-21"]
    assert uids(diary.ask(asked.search, Wanted(source="Daylio"))) == ["day-2026-11-21"]
    assert uids(diary.ask(asked.search, Wanted(changed=True))) == [before.uid]


def test_a_row_says_what_a_list_shows(diary: Diary) -> None:
    foot = area("a", 8, AreaQuality(code="burning"))
    values = {"pain_worst": 7, "pain_average": 5}
    add(diary, entry(TODAY, note="Long walk", areas=(foot,), values=values))
    found = diary.ask(asked.search, Wanted())
    row = diary.ask(asked.list_rows, [found[0].number])[found[0].number]
    assert (row.worst, row.average, row.places, row.note, row.changed) == (8, 5, 1, "Long walk", False)


def test_a_day_on_which_nothing_hurts_has_worst_0(diary: Diary) -> None:
    add(diary, replace(entry(TODAY), answered={AnswerList.PLACES: Answered.NONE}))
    assert diary.ask(asked.count, Wanted(worst=(0, 0))) == 1


def test_filters_offer_only_what_is_there(diary: Diary) -> None:
    foot = area("a", 8, AreaQuality(code="burning"), AreaQuality(own_word="ants"), regions=("sole_L",))
    add(diary, entry(TODAY, areas=(foot,)))
    assert diary.ask(asked.used) == (("burning",), ("ants",), ("sole_L",), (), (SELF,))


def test_versions_begin_with_the_live_one_and_name_their_change(diary: Diary) -> None:
    add(diary, entry(TODAY, note="one"))
    read = diary.ask(asked.beside, f"day-{TODAY}")[0]
    diary.apply([Replace(before=read, after=replace(read, note="two"))], verb=Verb.EDIT)
    found = diary.ask(versions.versions, Noun.ENTRY, read.uid)
    assert [getattr(one.record, "note", None) for one in found] == ["two", "one"]
    assert [one.live for one in found] == [True, False]
    assert [one.written_by.verb for one in found] == [Verb.EDIT, Verb.SAVE]


def test_a_deleted_entry_keeps_its_versions(diary: Diary) -> None:
    add(diary, entry(TODAY, note="one"))
    read = diary.ask(asked.beside, f"day-{TODAY}")[0]
    diary.apply([Replace(before=read, after=None)], verb=Verb.DELETE)
    found = diary.ask(versions.versions, Noun.ENTRY, read.uid)
    assert [one.record is None for one in found] == [True, False]


def test_a_day_and_its_night_tell_one_story(diary: Diary) -> None:
    add(diary, entry(TODAY), entry(TODAY, EntryKind.NIGHT, values={"sleep_min": 400}))
    day, night = diary.ask(asked.beside, f"day-{TODAY}")
    slept = replace(night, readings=(Reading(measure="sleep_min", value=380),))
    diary.apply([Replace(before=night, after=slept)], verb=Verb.EDIT)
    story = diary.ask(versions.day_versions, [day.uid, night.uid])
    assert [len(one.entries) for one in story] == [2, 2]
    minutes = [reading.value for one in story for entry in one.entries for reading in entry.readings]
    assert minutes == [380, 400]


def test_recent_changes_say_what_they_touched(diary: Diary) -> None:
    add(diary, entry(TODAY), entry(TODAY, EntryKind.NIGHT))
    read = diary.ask(asked.beside, f"day-{TODAY}")[0]
    deleted = diary.apply([Replace(before=read, after=None)], verb=Verb.DELETE)
    gone, made = diary.ask(versions.recent_changes)
    assert (gone.change.verb, gone.records, gone.days) == (Verb.DELETE, 1, (TODAY,))
    assert (made.change.verb, made.records, made.nouns) == (Verb.SAVE, 2, (Noun.ENTRY,))
    assert deleted.change is not None
    ((before, after),) = diary.ask(versions.steps_of, deleted.change, gone.touched)
    assert before is not None
    assert after is None


def test_ten_years_answer_at_once(diary: Diary) -> None:
    entries = []
    for at in range(3650):
        day = TODAY - timedelta(days=at)
        foot = area(f"a{at}", at % 11, AreaQuality(code="burning"), regions=("sole_L",))
        entries.append(
            entry(day, note=f"Brûlure {at}, walked a little", areas=(foot,), values={"pain_worst": at % 11})
        )
        entries.append(entry(day, EntryKind.NIGHT, values={"sleep_min": 400}))
    add(diary, *entries)
    diary.ask(asked.count, words("walked"))
    begun = time.perf_counter()
    found = diary.ask(asked.search, words("brulure little"))
    diary.ask(asked.list_rows, [one.number for one in found[:60]])
    taken = time.perf_counter() - begun
    assert len(found) == 3650
    assert taken < 1, f"{taken:.3f} s"
