"""What is set about reminders stays on this computer, and survives a file written by hand."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.store.looks import Looks
from diary.ui.reminders.plan import FIRST, NIGHT, QUIET, TIMES, Plan, keep_plan, read_plan
from diary.ui.reminders.schedule import Quiet, Reminder

if TYPE_CHECKING:
    from pathlib import Path

CLOCKS = st.times().map(lambda one: one.replace(second=0, microsecond=0))
PLANS = st.builds(
    Plan,
    on=st.booleans(),
    reminders=st.lists(st.builds(Reminder, at=CLOCKS, weekdays=st.frozensets(st.integers(0, 6)))).map(tuple),
    quiet=st.builds(Quiet, since=CLOCKS, until=CLOCKS),
    quiet_on=st.booleans(),
    tray=st.booleans(),
    stays=st.booleans(),
)


def test_nothing_reminds_until_it_is_switched_on(tmp_path: Path) -> None:
    plan = read_plan(Looks(tmp_path / "settings.ini"))
    assert not plan.on
    assert not plan.tray
    assert plan.quiet_hours is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(PLANS)
def test_what_is_kept_is_read_again(tmp_path: Path, plan: Plan) -> None:
    looks = Looks(tmp_path / "settings.ini")
    keep_plan(looks, plan)
    looks.kept.sync()
    assert read_plan(Looks(tmp_path / "settings.ini")) == plan


def test_what_cannot_be_read_leaves_the_rest(tmp_path: Path) -> None:
    looks = Looks(tmp_path / "settings.ini")
    looks.set_value(TIMES, "25:00/0 08:00/01 soon 09:00/x")
    looks.set_value(QUIET, "night")
    plan = read_plan(looks)
    assert plan.reminders == (Reminder(at=time(8), weekdays=frozenset({0, 1})),)
    assert plan.quiet == NIGHT


def test_the_first_time_offered_is_the_evening_of_every_day(tmp_path: Path) -> None:
    assert read_plan(Looks(tmp_path / "settings.ini")).reminders == (FIRST,)
