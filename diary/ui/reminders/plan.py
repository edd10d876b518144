"""What is set about reminders; kept with the looks, since it is this computer that reminds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from diary.store.looks import Looks
from diary.ui.reminders.schedule import EVERY_DAY, Quiet, Reminder

ON, TIMES, QUIET, QUIET_ON = "reminders/on", "reminders/times", "reminders/quiet", "reminders/quiet_on"
TRAY, STAYS = "reminders/tray", "reminders/stays"
FIRST = Reminder(at=time(20))
NIGHT = Quiet(since=time(22), until=time(8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything about reminders; nothing reminds until `on`.

    `tray`: from the tray, where this computer has one. `stays`: there it goes on when the window is closed.
    """

    on: bool = False
    reminders: tuple[Reminder, ...] = (FIRST,)
    quiet: Quiet = NIGHT
    quiet_on: bool = False
    tray: bool = False
    stays: bool = False

    @property
    def quiet_hours(self) -> Quiet | None:
        """The quiet hours in force."""
        return self.quiet if self.quiet_on else None


def read_plan(looks: Looks) -> Plan:
    """What is kept; what cannot be read is as if it had never been set."""
    return Plan(
        on=looks.value(ON, False),
        reminders=_reminders(looks.value(TIMES, _written((FIRST,)))),
        quiet=_quiet(looks.value(QUIET, "")),
        quiet_on=looks.value(QUIET_ON, False),
        tray=looks.value(TRAY, False),
        stays=looks.value(STAYS, False),
    )


def keep_plan(looks: Looks, plan: Plan) -> None:
    """Keeps it for this computer."""
    looks.set_value(ON, plan.on)
    looks.set_value(TIMES, _written(plan.reminders))
    looks.set_value(QUIET, f"{plan.quiet.since:%H:%M}-{plan.quiet.until:%H:%M}")
    looks.set_value(QUIET_ON, plan.quiet_on)
    looks.set_value(TRAY, plan.tray)
    looks.set_value(STAYS, plan.stays)


def _written(reminders: tuple[Reminder, ...]) -> str:
    """As "20:00/0123456 08:00/01234"; a time without a weekday stays, and reminds never."""
    return " ".join(f"{one.at:%H:%M}/{''.join(map(str, sorted(one.weekdays)))}" for one in reminders)


def _reminders(text: str) -> tuple[Reminder, ...]:
    found = []
    for word in text.split():
        at, _, days = word.partition("/")
        try:
            weekdays = frozenset(int(day) for day in days) & EVERY_DAY
            found.append(Reminder(at=time.fromisoformat(at), weekdays=weekdays))
        except ValueError:
            continue  # someone wrote in the file by hand: the other times stand
    return tuple(found)


def _quiet(text: str) -> Quiet:
    since, _, until = text.partition("-")
    try:
        return Quiet(since=time.fromisoformat(since), until=time.fromisoformat(until))
    except ValueError:
        return NIGHT
