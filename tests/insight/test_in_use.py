"""What is in use on a day, and which step is in force."""

from __future__ import annotations

from datetime import date

import pytest

from diary.insight.in_use import day_amount, is_in_use, step_on
from diary.models.care import DoseStep, Treatment
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
        (Rough(2026), Rough(2026, 11), False),
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
