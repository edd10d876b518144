"""How long places hurt and how words go: counted over the days that were answered, onset before diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from diary.insight.findings.kinds import Kinds, full_months, kinds
from diary.models.rough import Rough
from diary.models.story import Site
from diary.models.views import AnswerRow, AreaRow
from tests.insight.rows import MONDAY, area, places

UNTIL = MONDAY + 119


def found(areas: list[AreaRow], answers: Sequence[AnswerRow] = (), sites: Sequence[Site] = ()) -> Kinds:
    return kinds(areas, answers, sites, since=MONDAY, until=UNTIL, today=UNTIL)


def test_pain_at_a_place_is_counted_over_days_with_places_answered_since_its_first() -> None:
    answers = [places(day, "none") for day in range(0, 120, 2)]
    (place,) = found([area(10, 5), area(20, 3)], answers).places
    assert (place.region, place.n, place.days) == ("foot_L", 2, 55)
    assert (place.first_day, place.last_day) == (MONDAY + 10, MONDAY + 20)


def test_only_the_last_ninety_days_are_recent() -> None:
    (place,) = found([area(29, 5), area(30, 5), area(119, 5)]).places
    assert (place.recent_n, place.recent_days) == (2, 2)


def test_a_place_marked_without_pain_does_not_hurt() -> None:
    assert found([area(1, None), area(2, 0)]).places == ()


def test_a_lasting_place_is_told_of_by_its_name_and_its_regions_only_once() -> None:
    site = Site(uid="s", name="Left foot", regions=("foot_L",), onset=Rough(2023, 2))
    (place,) = found([area(5, 4)], sites=[site]).places
    assert (place.site, place.name, place.from_onset, place.lasting) == ("s", "Left foot", True, True)
    assert place.months == 42


def test_an_onset_of_a_year_counts_from_its_last_day() -> None:
    site = Site(uid="s", name="Foot", regions=("foot_L",), onset=Rough(2026))
    (place,) = found([area(5, 4)], sites=[site]).places
    assert (place.months, place.lasting) == (0, False)


def test_more_than_three_months_of_diary_show_that_pain_lasts_and_fewer_show_nothing() -> None:
    (long,) = found([area(0, 4), area(119, 4)]).places
    (short,) = found([area(0, 4), area(60, 4)]).places
    assert (long.lasting, long.months) == (True, 3)
    assert (short.lasting, short.months) == (None, 1)


def test_exactly_three_months_are_not_more_than_three() -> None:
    begun, ended = date(2026, 1, 31).toordinal(), date(2026, 4, 30).toordinal()
    assert full_months(begun, ended) == 2
    assert full_months(begun, ended + 1) == 3
    assert full_months(ended, begun) == 0


def test_words_go_by_blocks_of_four_weeks_that_end_with_the_last_day() -> None:
    areas = [area(day, 4, ("burning",) if day < 60 else ("burning", "tingling")) for day in range(0, 120, 3)]
    one = found(areas)
    assert one.qualities == ("burning", "tingling")
    assert [(block.until - block.since + 1, block.days) for block in one.blocks] == [(8, 8)] + [(28, 28)] * 4
    assert [block.counts for block in one.blocks][-1] == (one.blocks[-1].n, one.blocks[-1].n)
    assert sum(block.n for block in one.blocks) == one.days == len(areas)


def test_what_was_written_late_is_left_out_and_counted() -> None:
    one = found([area(1, 5, late="memory"), area(2, 5)])
    assert (one.days, one.n, one.n_memory) == (1, 1, 1)
    assert one.places[0].n == 1


def test_a_diary_without_places_has_none() -> None:
    one = found([])
    assert (one.places, one.blocks, one.n, one.days) == ((), (), 0, 0)
