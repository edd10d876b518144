"""What is in use on a day, and which step is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diary.insight.as_needed import Known, as_needed
from diary.insight.doses import course
from diary.insight.in_use import day_amount, is_in_use, step_on
from diary.insight.treatments import lists
from diary.models.care import DoseStep, Treatment
from diary.models.codes import Use
from diary.models.rough import Rough

DAY = date(2026, 11, 22)


def step(since: Rough, amount: float = 75, times: float = 2, treatment: str = "t") -> DoseStep:
    return DoseStep(
        uid=f"{treatment}{since}", treatment=treatment, since=since, amount=amount, unit="mg", times=times
    )


@pytest.mark.parametrize(
    ("started", "stopped", "used"),
    [
        (None, None, True),
        (Rough.of(DAY), None, True),
        (Rough(2026, 11, 23), None, False),
        (Rough(2026), Rough.of(DAY), True),
        (Rough(2026), Rough(2026, 11, 21), False),
        (Rough(2026), Rough(2026, 10), False),
        (Rough(2026), Rough(2026, 11), True),
        (Rough(2026), Rough(2026, 12), True),
    ],
)
def test_a_treatment_is_in_use_from_its_start_to_its_stop(
    started: Rough | None, stopped: Rough | None, used: bool
) -> None:
    assert is_in_use(Treatment(uid="t", name="T", started=started, stopped=stopped), DAY) is used


def test_the_latest_step_that_has_begun_is_in_force() -> None:
    steps = [step(Rough(2026, 11, 1), 150), step(Rough(2026, 3)), step(Rough(2026, 12), 300)]
    found = step_on(steps, "t", DAY)
    assert found is not None
    assert found.amount == 150
    assert step_on(steps, "other", DAY) is None
    assert step_on(steps, "t", date(2026, 2, 1)) is None


def test_a_day_holds_all_its_times_and_every_other_day_has_no_amount_of_its_own() -> None:
    assert day_amount(step(Rough(2026), 75, 2)) == 150
    assert day_amount(step(Rough(2026), 75, 0.5)) is None


def test_of_two_steps_on_one_day_the_one_written_last_is_in_force() -> None:
    steps = [
        DoseStep(uid=uid, treatment="t", since=Rough.of(DAY), amount=amount, unit="mg")
        for uid, amount in (("z", 50), ("a", 100))
    ]
    found = step_on(steps, "t", DAY)
    assert found is not None
    assert found.amount == 100


@pytest.mark.parametrize("stopped", [Rough.of(DAY), Rough(2026, 11), Rough(2026), Rough(2026, 10)])
def test_lists_charts_and_sheets_agree_on_the_last_day_of_use(stopped: Rough) -> None:
    one = Treatment(uid="t", name="T", started=Rough(2025), stopped=stopped)
    used = is_in_use(one, DAY)
    now = lists([one], [], [], DAY).now
    assert bool(now) is used
    drawn = course(one, [], DAY.toordinal()).stretches
    assert (drawn[-1].until == DAY.toordinal()) is used
    sheet = as_needed([replace(one, use=Use.AS_NEEDED)], [], [], DAY.toordinal())
    cell = sheet.shown(DAY)
    assert (bool(cell) and cell[0].cells[DAY.day - 1].known is Known.UNKNOWN) is used
