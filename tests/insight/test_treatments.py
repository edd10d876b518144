"""Taken now, to come, stopped: each treatment stands in one list, with its step and its side effects."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from diary.insight.treatments import in_order, lists
from diary.models.care import SideEffect
from diary.models.rough import Rough
from tests.insight.treatment_records import as_needed_one, exact, medicine, on, step

TODAY = on(20)


def effect(day: int, name: str = "dizziness", severity: int = 3, treatment: str | None = "m") -> SideEffect:
    return SideEffect(uid=f"{name}{day}", day=on(day), name=name, severity=severity, treatment=treatment)


def test_a_stop_to_come_and_a_start_to_come_are_no_stop_and_no_start_yet() -> None:
    all_of = [
        medicine("a"),
        medicine("b", stopped=exact(20)),
        medicine("c", stopped=exact(21)),
        medicine("d", started=exact(21)),
        medicine("e", stopped=exact(19)),
    ]
    found = lists(all_of, [], [], TODAY)
    assert [one.treatment.uid for one in found.now] == ["a", "b", "c"]
    assert [one.treatment.uid for one in found.stopped] == ["e"]
    assert [one.treatment.uid for one in found.coming] == ["d"]


def test_since_is_that_of_the_dose_of_now_and_the_next_dose_is_told() -> None:
    steps = [step(0, 75), step(10, 150), step(30, 300)]
    found = lists([medicine(started=Rough(2020))], steps, [], TODAY).now[0]
    assert (found.since, found.step, found.coming) == (exact(10), steps[1], steps[2])
    assert lists([as_needed_one(started=Rough(2020))], [], [], TODAY).now[0].since == Rough(2020)


def test_the_latest_side_effect_is_told_with_how_often_it_was_noted() -> None:
    effects = [effect(1), effect(5, severity=4), effect(3, "nausea"), effect(9, treatment=None), effect(25)]
    found = lists([medicine()], [], effects, TODAY).now[0]
    assert found.side_effect is not None
    assert (found.side_effect.severity, found.n_side_effects) == (4, 2)
    assert lists([medicine("x")], [], effects, TODAY).now[0].side_effect is None


def test_the_latest_stop_stands_first_and_old_ones_leave_the_paper() -> None:
    gone = [
        medicine("old", stopped=Rough(2019)),
        medicine("new", stopped=exact(2)),
        medicine("mid", stopped=exact(1)),
    ]
    found = lists(gone, [], [], TODAY)
    assert [one.treatment.uid for one in found.stopped] == ["new", "mid", "old"]
    assert [one.treatment.uid for one in found.stopped_lately(TODAY)] == ["new", "mid"]


def test_a_month_alone_may_lie_within_the_last_three_months() -> None:
    found = lists([medicine(stopped=Rough(TODAY.year, 6))], [], [], TODAY)
    assert len(found.stopped_lately(TODAY)) == 1


def test_the_persons_own_order_comes_first() -> None:
    named = [as_needed_one("c", position=0), medicine("b", position=0), medicine("a", position=1)]
    assert [one.uid for one in in_order(named)] == ["b", "c", "a"]


@given(
    st.lists(
        st.tuples(st.none() | st.integers(-40, 40), st.none() | st.integers(-40, 40)),
        max_size=12,
    )
)
def test_every_treatment_stands_in_exactly_one_list(spans: list[tuple[int | None, int | None]]) -> None:
    def rough(days: int | None) -> Rough | None:
        return None if days is None else Rough.of(date(2026, 6, 1) + timedelta(days=days))

    all_of = [
        medicine(f"m{number}", started=rough(start), stopped=rough(stop))
        for number, (start, stop) in enumerate(spans)
    ]
    found = lists(all_of, [], [], date(2026, 6, 1))
    shown = [one.treatment.uid for shelf in (found.now, found.coming, found.stopped) for one in shelf]
    assert sorted(shown) == sorted(one.uid for one in all_of)
