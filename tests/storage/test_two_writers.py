"""Two people write about a day: its number is the person's own, else a helper's, never a mix."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diary.insight.period import PeriodNumbers, summarise
from diary.models.codes import Answered, AnswerList, AuthorRole
from diary.models.records import Area, AreaRegion, Author, Entry
from diary.storage import queries
from diary.storage.author_queries import helped_between, wrote
from diary.storage.diary import Diary
from diary.storage.period_queries import period, places_of
from diary.storage.reading import SELF
from tests.storage.given import TODAY, YESTERDAY, add, day, hurting, moment, night

ANNA, BEN = "anna", "ben"


def by(author: str, entry: Entry) -> Entry:
    """The same entry of another writer."""
    areas = tuple(replace(one, uid=f"{author} {one.uid}") for one in entry.areas)
    sleep = tuple(replace(one, uid=f"{author} {one.uid}") for one in entry.sleep)
    return replace(entry, uid=f"{author} {entry.uid}", author=author, areas=areas, sleep=sleep)


def numbers(diary: Diary) -> PeriodNumbers:
    return summarise(diary.ask(period, YESTERDAY, TODAY, TODAY))


def shown(diary: Diary, code: str) -> list[tuple[float | None, str]]:
    found = numbers(diary).numbers(code)
    return [] if found is None else [(row.value, row.author) for row in found.series.values]


@pytest.mark.parametrize("helper_first", [True, False])
def test_the_persons_own_number_stands_whoever_wrote_first(diary: Diary, helper_first: bool) -> None:
    both = [by(ANNA, day("a", TODAY, pain_average=9.0, mood=2.0)), day("o", TODAY, pain_average=4.0)]
    for one in both if helper_first else reversed(both):
        add(diary, one)
    assert shown(diary, "pain_average") == [(4.0, "")]
    told = numbers(diary).numbers("pain_average")
    assert told is not None
    assert (told.summary.mean, told.summary.n) == (4.0, 1)


def test_a_helpers_number_stands_in_where_the_person_gave_none_and_says_so(diary: Diary) -> None:
    add(diary, by(ANNA, day("a", TODAY, pain_average=9.0, mood=2.0)), day("o", TODAY, pain_average=4.0))
    assert shown(diary, "mood") == [(2.0, ANNA)]


def test_of_two_helpers_the_one_who_wrote_first_is_shown(diary: Diary) -> None:
    add(diary, by(BEN, day("b", TODAY, mood=3.0)))
    add(diary, by(ANNA, day("a", TODAY, mood=7.0)))
    assert shown(diary, "mood") == [(3.0, BEN)]


def test_both_entries_stay_and_can_be_read(diary: Diary) -> None:
    add(diary, by(ANNA, day("a", TODAY, mood=9.0)), day("o", TODAY, mood=4.0))
    assert {one.author for one in diary.ask(queries.entries_between, TODAY, TODAY)} == {SELF, ANNA}
    assert len(diary.ask(queries.values_between, ["mood"], TODAY, TODAY)) == 2


def test_a_days_moments_are_one_writers_and_all_are_there(diary: Diary) -> None:
    add(diary, moment("m1", TODAY, pain_now=2.0), moment("m2", TODAY, pain_now=4.0))
    add(diary, by(ANNA, moment("m3", TODAY, pain_now=9.0)))
    assert shown(diary, "pain_now") == [(3.0, "")]
    told = numbers(diary).numbers("pain_now")
    assert told is not None
    assert (told.summary.maximum, told.summary.n_moments) == (4.0, 3)
    assert [row.author for row in told.series.moments] == ["", "", ANNA]


def test_a_helpers_moments_count_on_a_day_without_own_ones(diary: Diary) -> None:
    add(diary, by(ANNA, moment("m3", TODAY, pain_now=9.0)))
    assert shown(diary, "pain_now") == [(9.0, ANNA)]


def test_a_days_worst_is_the_persons_word_even_where_a_helper_saw_more(diary: Diary) -> None:
    add(diary, day("o", TODAY, pain_worst=5.0), by(ANNA, moment("m", TODAY, pain_now=8.0)))
    add(diary, by(ANNA, hurting("h", YESTERDAY, 7)))
    found = {one.day: one.value for one in numbers(diary).worst.days}
    assert found == {TODAY.toordinal(): 5.0, YESTERDAY.toordinal(): 7.0}


def test_places_of_a_day_are_one_writers(diary: Diary) -> None:
    foot = Area(uid="f", severity=3, regions=(AreaRegion(region="foot_L"),))
    own = replace(day("o", TODAY), answered={AnswerList.PLACES: Answered.SOME}, areas=(foot,))
    add(diary, own, by(ANNA, hurting("h", TODAY, 9)), by(ANNA, hurting("y", YESTERDAY, 8)))
    areas, answers = diary.ask(places_of, YESTERDAY, TODAY)
    assert [(row.severity, row.author) for row in areas] == [(8, ANNA), (3, "")]
    assert [row.author for row in answers if row.list == AnswerList.PLACES] == [ANNA, ""]


def test_nothing_hurts_is_an_own_answer_and_stands(diary: Diary) -> None:
    none = {AnswerList.PLACES: Answered.NONE}
    add(diary, replace(day("o", TODAY), answered=none), by(ANNA, hurting("h", TODAY, 9)))
    found = numbers(diary)
    assert (found.places.n_nothing, found.places.regions) == (1, ())
    assert [one.value for one in found.worst.days] == [0]


def test_a_night_is_one_writers(diary: Diary) -> None:
    add(diary, night("o", TODAY, sleep_min=400.0), by(ANNA, night("a", TODAY, sleep_min=300.0)))
    assert shown(diary, "sleep_min") == [(400.0, "")]


def test_a_diary_of_one_is_read_as_it_is(diary: Diary) -> None:
    add(diary, day("o", TODAY, mood=4.0))
    assert diary.ask(helped_between, TODAY, TODAY) == {}
    assert diary.ask(wrote) == {SELF}
    add(diary, by(ANNA, day("a", TODAY, mood=4.0)))
    assert diary.ask(helped_between, TODAY, TODAY) == {"anna a": ANNA}
    assert diary.ask(wrote) == {SELF, ANNA}


def test_a_period_names_those_who_write_where_a_helper_did(diary: Diary) -> None:
    add(diary, Author(uid=ANNA, role=AuthorRole.PARTNER, name="Anna"))
    add(diary, day("o", YESTERDAY, mood=4.0), by(ANNA, day("a", TODAY, mood=4.0)))
    assert diary.ask(period, YESTERDAY, TODAY, TODAY).writers[ANNA] == "Anna"
    assert diary.ask(period, YESTERDAY, YESTERDAY, TODAY).writers == {}
