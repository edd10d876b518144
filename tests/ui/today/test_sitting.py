"""The form as plain values: what is saved and read again is what stood there, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.anatomy.regions import all_regions
from diary.models.codes import Answered, AnswerList, Depth, EntryKind, Limb, Quality, TouchedBy
from diary.models.measures import ASKED_ALL, BY_CODE
from diary.models.moments import Moment
from diary.models.records import AreaQuality, Draft, Entry, Provenance, Reading, SleepPiece
from diary.storage.reading import SELF
from diary.ui.today.drafts import Typed, from_draft, to_draft
from diary.ui.today.place import Place, carried_places
from diary.ui.today.saving import to_steps
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.typing import read_draft
from tests.ui.today.given import TODAY, entry, foot, hand

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT_IN = {**{code: BY_CODE[code].kept_in for code in ASKED_ALL}, "weather_now": EntryKind.DAY}
ABOUT = About(day=TODAY, author=SELF, asked=ASKED_ALL, kept_in=KEPT_IN)
REGIONS = sorted(all_regions())


def uids() -> Any:
    numbers = count()
    return lambda: f"uid-{next(numbers)}"


qualities = st.one_of(
    st.builds(
        AreaQuality,
        code=st.sampled_from([*Quality]).map(str),
        strength=st.none() | st.integers(0, 10),
        what=st.lists(st.sampled_from([*TouchedBy]), max_size=4, unique=True).map(tuple),
    ),
    st.builds(AreaQuality, own_word=st.text(min_size=1, max_size=60)),
)
places = st.builds(
    Place,
    uid=st.uuids().map(str),
    severity=st.none() | st.integers(0, 10),
    qualities=st.lists(qualities, max_size=4, unique_by=lambda one: (one.code, one.own_word)).map(tuple),
    regions=st.lists(st.sampled_from(REGIONS), min_size=1, max_size=5, unique=True).map(tuple),
    depth=st.none() | st.sampled_from(Depth),
    limb=st.sampled_from(Limb),
    carried=st.booleans(),
    last_severity=st.none(),
)
moments = st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 22)).map(  # noqa: DTZ001  # local times
    lambda at: Moment(at.replace(microsecond=0), 60)
)
pieces = st.builds(
    SleepPiece,
    uid=st.uuids().map(str),
    bed=st.none() | moments,
    up=st.none() | moments,
    asleep_min=st.none() | st.integers(0, 900),
    nap=st.booleans(),
)
lists = st.sampled_from([one for one in AnswerList if one is not AnswerList.PLACES])
sittings = st.builds(
    Sitting,
    values=st.dictionaries(st.sampled_from(ASKED_ALL), st.integers(0, 10) | st.just(36.6)),
    texts=st.dictionaries(st.just("weather_now"), st.text(min_size=1)),
    answers=st.dictionaries(lists, st.sampled_from([Answered.SOME, Answered.NONE])),
    sleep=st.lists(pieces, max_size=2, unique_by=lambda one: one.uid).map(tuple),
    until=st.none() | moments,
    doing=st.text(),
    helped=st.text(),
    places=st.lists(places, max_size=4, unique_by=lambda one: one.uid).map(tuple),
    nothing_hurts=st.booleans(),
    note=st.text(),
).map(lambda one: replace(one, nothing_hurts=False) if one.places else one)


def saved(
    sitting: Sitting, before: Mapping[EntryKind, Entry | None] | None = None
) -> dict[EntryKind, Entry | None]:
    steps = to_steps(sitting, ABOUT, before or {}, uids())
    entries = dict(before or {})
    for step in steps:
        one = step.after or step.before
        assert isinstance(one, Entry)
        entries[one.kind] = step.after if isinstance(step.after, Entry) else None
    return entries


@given(sittings)
@settings(max_examples=60, deadline=None)
def test_what_is_saved_fills_the_form_again_as_it_was(sitting: Sitting) -> None:
    assert read_sitting(saved(sitting).values()) == sitting.kept()


@given(sittings, sittings)
@settings(max_examples=60, deadline=None)
def test_a_form_saved_over_another_is_the_form(first: Sitting, second: Sitting) -> None:
    assert read_sitting(saved(second, saved(first)).values()) == second.kept()


@given(sittings)
@settings(max_examples=60, deadline=None)
def test_a_draft_comes_back_whole(sitting: Sitting) -> None:
    typed = Typed(sitting=sitting, began_from={"day": "change"}, at=datetime(2026, 11, 22, 8, 5))  # noqa: DTZ001
    assert from_draft(to_draft(typed)) == typed


def test_sleep_goes_to_the_night_and_all_else_to_the_day() -> None:
    entries = saved(Sitting(values={"sleep_min": 400, "sleep_quality": 3, "mood": 6}))
    night, day = entries[EntryKind.NIGHT], entries[EntryKind.DAY]
    assert night is not None
    assert day is not None
    assert {one.measure for one in night.readings} == {"sleep_min", "sleep_quality"}
    assert {one.measure for one in day.readings} == {"mood"}


def test_readings_that_the_form_does_not_show_stay() -> None:
    word = Reading(measure="weather", text="rain", original="Regen", source_key="7")
    old = entry(values={"mood": 4}, areas=(foot(),))
    old = replace(old, readings=(*old.readings, word))
    after = saved(Sitting(values={"mood": 7}), {EntryKind.DAY: old})[EntryKind.DAY]
    assert after is not None
    assert after.reading("weather") == word
    assert after.reading("mood").value == 7  # type: ignore[union-attr]  # read in the line above


def test_a_night_holds_its_sleep_pieces_when_its_answers_are_changed() -> None:
    written = Provenance(first="1", last="2")
    piece = SleepPiece(uid="piece", asleep_min=380, source_key="fitbit-7", written=written)
    before = {EntryKind.NIGHT: entry(kind=EntryKind.NIGHT, values={"sleep_min": 380}, sleep=(piece,))}
    after = saved(read_sitting(before.values()).with_value("sleep_min", None), before)[EntryKind.NIGHT]
    assert after is not None
    assert after.sleep == (piece,)
    assert after.readings == ()


def test_a_night_of_times_alone_is_a_night_and_a_moment_has_none() -> None:
    slept = Sitting(sleep=(SleepPiece(uid="piece", asleep_min=380),))
    night = saved(slept)[EntryKind.NIGHT]
    assert night is not None
    assert night.sleep == slept.sleep
    about = About(day=TODAY, author=SELF, asked=(), kind=EntryKind.MOMENT)
    assert to_steps(slept, about, {}, uids()) == ()


def test_times_taken_out_of_a_night_take_the_empty_night_away() -> None:
    entries = saved(Sitting(sleep=(SleepPiece(uid="piece", asleep_min=380),)))
    assert saved(Sitting(), entries)[EntryKind.NIGHT] is None


def test_attacks_answer_for_their_list_and_without_them_none_has_a_length() -> None:
    some = Sitting().with_value("attacks", 3).with_value("attack_s", 20)
    assert some.answers == {AnswerList.ATTACKS: Answered.SOME}
    none = some.with_value("attacks", 0)
    assert none == Sitting(values={"attacks": 0}, answers={AnswerList.ATTACKS: Answered.NONE})
    assert none.with_value("attacks", None) == Sitting()


def test_a_question_folded_away_was_not_asked_and_keeps_its_answer() -> None:
    about = replace(ABOUT, asked=("mood",))
    old = entry(values={"mood": 4, "stress": 7})
    before = {EntryKind.DAY: old}
    sitting = read_sitting(before.values()).with_value("mood", 5)
    (step,) = to_steps(sitting, about, before, uids())[:1]
    assert isinstance(step.after, Entry)
    assert step.after.asked == ("mood",)
    assert {one.measure: one.value for one in step.after.readings} == {"mood": 5, "stress": 7}


def test_an_answer_to_a_changed_question_names_its_wording_and_an_old_one_keeps_its_own() -> None:
    about = replace(ABOUT, wordings={"mood": 3})
    before = {EntryKind.DAY: entry(values={"mood": 4})}
    again = to_steps(read_sitting(before.values()), about, before, uids())[0].after
    changed = to_steps(Sitting(values={"mood": 5}), about, before, uids())[0].after
    assert isinstance(again, Entry)
    assert isinstance(changed, Entry)
    assert [one.readings[0].wording for one in (again, changed)] == [1, 3]


def test_a_flare_that_only_has_an_end_is_kept() -> None:
    until = Moment(datetime(2026, 11, 22, 9, 30), 60)  # noqa: DTZ001  # a Moment's local time is naive
    about = About(day=TODAY, author=SELF, asked=(), kind=EntryKind.MOMENT)
    (step,) = to_steps(Sitting(until=until, doing="typing", helped="rest"), about, {}, uids())
    assert isinstance(step.after, Entry)
    assert (step.after.until, step.after.doing, step.after.helped) == (until, "typing", "rest")


def test_an_emptied_entry_is_taken_away_and_not_kept_as_an_empty_answer() -> None:
    entries = saved(Sitting(values={"mood": 4, "sleep_min": 400}))
    emptied = saved(Sitting(), entries)
    assert emptied == {EntryKind.DAY: None, EntryKind.NIGHT: None}


def test_an_empty_form_saves_nothing() -> None:
    assert to_steps(Sitting(), ABOUT, {}, uids()) == ()


def test_places_that_nobody_answered_are_not_answered() -> None:
    day = saved(Sitting(values={"mood": 4}))[EntryKind.DAY]
    assert day is not None
    assert day.answered == {}


@pytest.mark.parametrize(
    ("sitting", "answer"),
    [
        (Sitting(nothing_hurts=True), Answered.NONE),
        (Sitting(places=(Place(uid="a", regions=("heel_L",)),)), Answered.SOME),
    ],
)
def test_places_and_their_absence_are_answers(sitting: Sitting, answer: Answered) -> None:
    day = saved(sitting)[EntryKind.DAY]
    assert day is not None
    assert day.answered == {AnswerList.PLACES: answer}


def test_last_time_brings_places_and_qualities_but_never_a_number() -> None:
    carried = carried_places(entry(areas=(foot(6), hand())), uids())
    assert [one.severity for one in carried] == [None, None]
    assert [one.last_severity for one in carried] == [6, None]
    assert {one.strength for place in carried for one in place.qualities} == {None}
    assert [one.code for one in carried[0].qualities] == ["burning", "cold"]
    assert carried[0].regions == ("sole_inner_L", "foot_top_L")
    assert all(one.carried for one in carried)
    assert {one.uid for one in carried}.isdisjoint({"foot", "hand"})


def test_what_is_not_confirmed_is_not_saved() -> None:
    carried = carried_places(entry(areas=(foot(6), hand())), uids())
    confirmed = replace(carried[1], carried=False)
    day = saved(Sitting(places=(carried[0], confirmed)))[EntryKind.DAY]
    assert day is not None
    assert [one.uid for one in day.areas] == [confirmed.uid]


def test_a_place_keeps_what_the_form_does_not_show() -> None:
    from diary.models.records import AreaRegion

    area = replace(foot(6), regions=(AreaRegion(region="heel_L", coverage=0.4),), figure_version="9")
    before = {EntryKind.DAY: entry(areas=(area,))}
    sitting = read_sitting(before.values())
    after = saved(sitting.with_place(replace(sitting.places[0], severity=2)), before)[EntryKind.DAY]
    assert after is not None
    assert after.areas == (replace(area, severity=2),)


def test_typing_that_came_first_stands_over_what_the_diary_holds() -> None:
    held = Sitting(values={"mood": 4, "stress": 2}, note="held", nothing_hurts=True)
    assert Sitting(values={"mood": 9}).over(held) == replace(held, values={"mood": 9, "stress": 2})
    slept = Sitting(sleep=(SleepPiece(uid="a"),), texts={"weather": "rain"})
    assert Sitting(values={"mood": 9}).over(slept) == replace(slept, values={"mood": 9})
    place = Place(uid="a", regions=("heel_L",))
    assert Sitting(places=(place,), note="typed").over(held) == Sitting(
        values=held.values, places=(place,), note="typed"
    )


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '"words"',
        '{"sitting": 3}',
        '{"sitting": {"places": "none"}}',
        '{"sitting": {"future_field": 1}}',
        '{"sitting": {}, "began_from": 3}',
        '{"sitting": {}, "at": 7}',
        '{"sitting": {"places": [{"uid": "p", "strokes": [{"view": "sole", "mode": "fill"}]}]}}',
        '{"sitting": {}, "at": "noon"}',
    ],
)
def test_a_draft_that_cannot_be_read_is_as_if_there_was_none(content: str) -> None:
    kept = Moment(datetime(2026, 11, 22, 8, 0), 60)  # noqa: DTZ001  # a Moment's local time is naive
    assert read_draft(Draft(key="day:2026-11-22", content=content, kept=kept)) is None
    assert read_draft(None) is None
