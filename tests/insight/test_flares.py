"""Which moments are flares, and which have no end yet."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from diary.insight.attributions import all_said, factors_said
from diary.insight.flares import is_flare, open_flares
from diary.models.codes import Effect, EntryKind, Lateness, SourceKind
from diary.models.moments import Moment, time_between
from diary.models.records import Area, Entry, Reading, Source
from diary.models.story import Attribution


def at(words: str, offset: int | None = 60) -> Moment:
    return Moment(datetime.fromisoformat(words), offset)


def flare(start: str = "2026-11-22T14:10", pain: float | None = 6, **more: Any) -> Entry:
    readings = () if pain is None else (Reading(measure="pain_now", value=pain),)
    given = {"uid": start, "at": at(start), "readings": readings, "author": "me", "day": date(2026, 11, 22)}
    return Entry(**{"kind": EntryKind.MOMENT, **given, **more})


NOW = at("2026-11-22T18:42")


def test_a_moment_without_pain_is_no_flare() -> None:
    assert is_flare(flare())
    assert not is_flare(flare(pain=0))
    assert not is_flare(flare(pain=None))


def test_a_place_that_hurts_or_an_attack_makes_a_flare() -> None:
    assert is_flare(flare(pain=None, areas=(Area(uid="a", severity=3),)))
    assert is_flare(flare(pain=None, readings=(Reading(measure="attacks_now", value=2),)))
    assert not is_flare(flare(pain=None, readings=(Reading(measure="attacks_now", value=0),)))


def test_a_day_entry_is_no_flare() -> None:
    assert not is_flare(flare(kind=EntryKind.DAY))


def test_flares_without_an_end_come_latest_first() -> None:
    found = open_flares([flare("2026-11-22T09:00"), flare("2026-11-22T14:10")], NOW, "me")
    assert [one.uid for one in found] == ["2026-11-22T14:10", "2026-11-22T09:00"]


def test_a_flare_that_ended_is_not_open() -> None:
    assert open_flares([flare(until=at("2026-11-22T15:00"))], NOW, "me") == []


def test_a_flare_of_more_than_a_day_ago_is_not_asked_about() -> None:
    assert open_flares([flare("2026-11-21T18:41")], NOW, "me") == []
    assert len(open_flares([flare("2026-11-21T18:43")], NOW, "me")) == 1


def test_what_another_person_or_app_wrote_is_not_asked_about() -> None:
    app = Source(kind=SourceKind.APP, name="Other")
    assert open_flares([flare(author="partner"), flare(source=app)], NOW, "me") == []


def test_an_hour_that_comes_twice_counts_as_it_passed() -> None:
    before, after = at("2026-10-25T02:50", 120), at("2026-10-25T02:10", 60)
    assert time_between(before, after).total_seconds() == 20 * 60


def test_travel_counts_as_it_passed() -> None:
    assert time_between(at("2026-11-22T23:30", 60), at("2026-11-22T18:00", -300)).total_seconds() == 30 * 60


def test_without_an_offset_the_clock_on_the_wall_counts() -> None:
    one, other = at("2026-11-22T14:00", None), at("2026-11-22T14:30", 60)
    assert time_between(one, other).total_seconds() == 30 * 60


def said(uid: str, day: int, effect: Effect, factor: str = "cold", entry: str | None = None) -> Attribution:
    return Attribution(uid=uid, day=date(2026, 11, day), factor=factor, effect=effect, entry=entry)


def test_what_was_said_is_counted_by_day() -> None:
    given = [
        said("1", 20, Effect.WORSE),
        said("2", 20, Effect.WORSE, entry="flare"),
        said("3", 21, Effect.SAME),
        said("4", 22, Effect.WORSE),
        said("5", 22, Effect.BETTER, "stretching"),
    ]
    cold, stretching = factors_said(given)
    assert (cold.factor, cold.days, cold.on(Effect.WORSE), cold.on(Effect.SAME)) == ("cold", 3, 2, 1)
    assert cold.on(Effect.BETTER) == 0
    assert (stretching.factor, stretching.days, stretching.on(Effect.BETTER)) == ("stretching", 1, 1)


def test_a_day_told_of_in_two_ways_counts_once_in_the_days() -> None:
    (cold,) = factors_said([said("1", 20, Effect.WORSE), said("2", 20, Effect.BETTER, entry="flare")])
    assert (cold.days, cold.on(Effect.WORSE), cold.on(Effect.BETTER)) == (1, 1, 1)


def test_what_a_helper_said_is_counted_apart_and_only_where_the_person_said_nothing() -> None:
    given = [said("1", 20, Effect.WORSE), said("2", 20, Effect.BETTER), said("3", 21, Effect.BETTER)]
    own, annas = factors_said(given, {"2": "anna", "3": "anna"})
    assert (own.helper, own.days, own.on(Effect.WORSE), own.on(Effect.BETTER)) == ("", 1, 1, 0)
    assert (annas.helper, annas.days, annas.on(Effect.BETTER)) == ("anna", 1, 1)


def test_late_notes_about_factors_are_left_out_and_counted_apart() -> None:
    rows = [
        (said("1", 20, Effect.WORSE), Lateness.MEMORY, False),
        (said("2", 21, Effect.WORSE), Lateness.NEXT_DAY, False),
    ]
    found = all_said(rows)
    assert found.late_n == 1
    assert [one.days for one in found.factors] == [1]
