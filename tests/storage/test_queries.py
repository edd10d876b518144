"""Each question on a small diary made by hand: how many, which, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.models.codes import (
    Answered,
    AnswerList,
    AuthorRole,
    EntryKind,
    Group,
    MeasureKind,
    SourceKind,
    Verb,
)
from diary.models.measures import BUILT_IN
from diary.models.moments import DAY_END
from diary.models.records import Author, GivenReport, Measure, Reading, Replace, Source
from diary.models.views import AnswerRow, AreaRow, EntryRow, ValueRow
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.period_queries import period
from diary.storage.reading import SELF
from tests.storage.given import NOON, TODAY, YESTERDAY, add, day, hurting, live, moment, night

if TYPE_CHECKING:
    pass

FIRST = date(2026, 11, 10)
APP = Source(kind=SourceKind.APP, name="app")


@pytest.fixture
def lived_in(diary: Diary) -> Diary:
    """A diary with two days, a night, two moments, one entry of another app and one of a partner."""
    add(diary, hurting("first", FIRST, 6, pain_worst=7.0, pain_average=5.0))
    none = {AnswerList.PLACES: Answered.NONE}
    add(diary, replace(day("none", YESTERDAY, note="ruhig", pain_worst=0.0), answered=none))
    add(diary, night("night", YESTERDAY, sleep_min=430.0, sleep_quality=4.0))
    add(diary, moment("m1", TODAY, pain_now=8.0), moment("m2", TODAY, pain_now=2.0))
    add(diary, replace(moment("app", FIRST, pain_now=5.0), source=APP, source_key="k1"))
    add(diary, replace(day("partner", TODAY, pain_worst=4.0), author="author-partner"))
    return diary


@pytest.mark.parametrize(
    ("code", "n"), [("pain_worst", 3), ("pain_average", 1), ("pain_now", 3), ("sleep_min", 1), ("mood", 0)]
)
def test_n_is_the_values_that_were_given(lived_in: Diary, code: str, n: int) -> None:
    assert len(lived_in.ask(queries.values_between, [code], FIRST, TODAY)) == n


def test_values_come_by_day_and_say_where_they_stand(lived_in: Diary) -> None:
    rows = lived_in.ask(queries.values_between, ["pain_worst", "sleep_min"], FIRST, YESTERDAY)
    before, last = FIRST.toordinal(), YESTERDAY.toordinal()
    assert rows == [
        ValueRow(before, "day", "pain_worst", 7.0, None, "memory", False, "", None, "first"),
        ValueRow(last, "day", "pain_worst", 0.0, None, "next_day", False, "", None, "none"),
        ValueRow(
            YESTERDAY.toordinal(), "night", "sleep_min", 430.0, None, "next_day", False, "", None, "night"
        ),
    ]


def test_both_ends_of_a_period_belong_to_it(lived_in: Diary) -> None:
    def n(since: date, until: date) -> int:
        return len(lived_in.ask(queries.entries_between, since, until))

    assert (n(FIRST, TODAY), n(FIRST, FIRST), n(YESTERDAY, YESTERDAY), n(TODAY, TODAY)) == (7, 2, 2, 3)
    assert (n(date(2026, 11, 11), date(2026, 11, 18)), n(TODAY, FIRST)) == (0, 0)


def test_places_come_with_all_they_have(lived_in: Diary) -> None:
    assert lived_in.ask(queries.areas_between, FIRST, TODAY) == [
        AreaRow(
            day=FIRST.toordinal(),
            kind="day",
            entry="first",
            severity=6,
            qualities=("burning",),
            own_words=("wie Glasscherben",),
            regions=(("foot_sole_l", 0.25), ("toes_l", 1.0)),
            lateness="memory",
        )
    ]


def test_only_answered_lists_are_answers(lived_in: Diary) -> None:
    assert lived_in.ask(queries.answers_between, FIRST, TODAY) == [
        AnswerRow(FIRST.toordinal(), "day", "places", "some", "memory", "first"),
        AnswerRow(YESTERDAY.toordinal(), "day", "places", "none", "next_day", "none"),
    ]


def test_entries_tell_their_own_facts(lived_in: Diary) -> None:
    rows = lived_in.ask(queries.entry_rows, YESTERDAY, YESTERDAY)
    assert rows == [
        EntryRow(YESTERDAY.toordinal(), "day", "none", "next_day", False, "", "ruhig", SELF),
        EntryRow(YESTERDAY.toordinal(), "night", "night", "next_day", False, "", "", SELF),
    ]
    assert len(lived_in.ask(queries.entry_rows, FIRST, TODAY)) == 7


def test_one_day_has_one_entry_of_a_kind_author_and_source(lived_in: Diary) -> None:
    def found(*where: object) -> str | None:
        entry = lived_in.ask(queries.entry_on, *where)  # type: ignore[arg-type]  # as each line says
        return None if entry is None else entry.uid

    assert found(YESTERDAY, EntryKind.DAY) == "none"
    assert found(YESTERDAY, EntryKind.NIGHT) == "night"
    assert found(TODAY, EntryKind.DAY) is None
    assert found(TODAY, EntryKind.DAY, "author-partner") == "partner"
    assert found(FIRST, EntryKind.MOMENT, SELF, "app") == "app"


def test_the_last_entry_before_a_day_is_typed_and_ones_own(lived_in: Diary) -> None:
    def last(day: date, *, with_places: bool = False) -> str | None:
        entry = lived_in.ask(queries.last_entry_before, day, with_places=with_places)
        return None if entry is None else entry.uid

    assert (last(TODAY), last(YESTERDAY), last(FIRST)) == ("none", "first", None)
    assert last(TODAY, with_places=True) == "first"


def test_the_diary_spans_from_its_first_to_its_last_day(lived_in: Diary) -> None:
    assert lived_in.ask(queries.span) == (FIRST, TODAY)
    first = lived_in.ask(queries.first_days)
    assert first == {
        "pain_worst": FIRST,
        "pain_average": FIRST,
        "pain_now": FIRST,
        "sleep_min": YESTERDAY,
        "sleep_quality": YESTERDAY,
    }


def test_a_period_holds_all_of_it_in_one_piece(lived_in: Diary) -> None:
    rows = lived_in.ask(period, FIRST, TODAY, TODAY)
    assert (rows.since, rows.until, rows.first) == (FIRST.toordinal(), TODAY.toordinal(), FIRST.toordinal())
    assert (len(rows.values), len(rows.areas), len(rows.answers), len(rows.entries)) == (9, 1, 2, 7)
    assert len(lived_in.ask(period, FIRST, TODAY, TODAY, ["pain_worst"]).values) == 3


def test_an_empty_diary_has_nothing_and_says_so(diary: Diary) -> None:
    assert diary.ask(queries.span) is None
    assert diary.ask(queries.first_days) == {}
    assert diary.ask(queries.person) is None
    assert diary.ask(queries.given_reports) == []
    assert diary.ask(queries.last_entry_before, TODAY) is None
    assert diary.ask(queries.day_end) == DAY_END
    assert diary.ask(period, FIRST, TODAY, TODAY).first is None


def test_who_writes_is_known_without_a_word(diary: Diary) -> None:
    assert diary.ask(queries.authors) == {SELF: Author(uid=SELF)}
    add(diary, Author(uid="author-partner", role=AuthorRole.PARTNER, name="Kim"))
    assert diary.ask(queries.authors).keys() == {SELF, "author-partner"}


def test_own_measures_join_the_built_in_ones_in_their_order(diary: Diary) -> None:
    own = Measure(
        uid="own", code="coffee", kind=MeasureKind.COUNT, kept_in=EntryKind.DAY, group=Group.OWN, position=99
    )
    add(diary, own, replace(BUILT_IN[0], hidden=True))
    known = diary.ask(queries.measures)
    assert list(known) == [*(one.code for one in BUILT_IN), "coffee"]
    assert known["pain_average"].hidden


def test_reports_come_newest_first(diary: Diary) -> None:
    add(
        diary,
        GivenReport(uid="old", given=NOON, since=FIRST, until=YESTERDAY),
        GivenReport(uid="new", given=NOON, since=YESTERDAY, until=TODAY),
    )
    assert [one.uid for one in diary.ask(queries.given_reports)] == ["new", "old"]


def test_a_sources_keys_are_those_that_are_live(lived_in: Diary) -> None:
    assert lived_in.ask(queries.source_keys, "app") == {"k1"}
    assert lived_in.ask(queries.source_keys, "") == set()
    lived_in.apply([Replace(before=live(lived_in, "app"), after=None)], verb=Verb.DELETE)
    assert lived_in.ask(queries.source_keys, "app") == set()
    assert lived_in.ask(queries.deleted_source_keys, "app") == {"k1"}


def test_an_import_that_was_undone_can_come_in_again(diary: Diary) -> None:
    entry = replace(moment("app", FIRST, pain_now=5.0), source=APP, source_key="k1")
    brought = diary.apply([Replace(before=None, after=entry)], verb=Verb.IMPORT)
    assert brought.change is not None
    diary.undo(brought.change)
    assert diary.ask(queries.deleted_source_keys, "app") == set()


def test_a_choice_keeps_its_word_beside_no_number(diary: Diary) -> None:
    own = Measure(
        uid="own",
        code="weather",
        kind=MeasureKind.CHOICE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        choices=("sonnig ☀", "Regen"),
    )
    sunny = replace(day("d"), readings=(Reading(measure="weather", text="sonnig ☀"),))
    add(diary, own)
    add(diary, sunny)
    (row,) = diary.ask(queries.values_between, ["weather"], FIRST, TODAY)
    assert (row.value, row.text) == (None, "sonnig ☀")


def test_what_was_corrected_is_marked_as_changed(lived_in: Diary) -> None:
    before = live(lived_in, "first")
    after = replace(before, readings=tuple(replace(one, value=9.0) for one in before.readings))
    lived_in.apply([Replace(before=before, after=after)])
    rows = lived_in.ask(queries.values_between, ["pain_worst"], FIRST, TODAY)
    assert {row.entry: bool(row.changed) for row in rows} == {"first": True, "none": False, "partner": False}


def test_ordinals_are_those_of_the_calendar(diary: Diary) -> None:
    days = [date(1900, 1, 1), date(1999, 12, 31), date(2000, 2, 29), date(2024, 2, 29), TODAY]
    add(diary, *(moment(f"m{at}", one, pain_now=1.0) for at, one in enumerate(days)))
    rows = diary.ask(queries.values_between, ["pain_now"], days[0], TODAY)
    assert [row.day for row in rows] == [one.toordinal() for one in days]
