"""How complete a period is: written when, absent, changed since (clinical.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from diary.models.codes import EntryKind, Lateness
from diary.models.views import EntryRow

GAP_DAYS = 2
"""More days in a row than this without any entry are shown as a gap."""

_EARLIEST = (
    Lateness.SAME_DAY,
    Lateness.NEXT_DAY,
    Lateness.LATER,
    Lateness.IMPORTED,
    Lateness.MEMORY,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without any entry, both ends included (ordinals)."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it is long."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Days with a day entry by the class of the earliest one, nights, gaps, entries changed after saving.

    The classes, `only_nights` (with moments or not), `only_moments` and `without` add up to N. N (`days`)
    runs from the diary's first day where that is later than the period's.
    """

    days: int
    from_day: int
    same_day: int
    next_day: int
    later: int
    memory: int
    imported: int
    nights: int
    moments: int
    only_moments: int
    only_nights: int
    changed: int
    any_entry: int
    gaps: tuple[Gap, ...]

    @property
    def with_day(self) -> int:
        """Days with a day entry of any class."""
        return self.same_day + self.next_day + self.later + self.memory + self.imported

    @property
    def in_time(self) -> int:
        """Days with a day entry that counts in averages."""
        return self.with_day - self.memory

    @property
    def without(self) -> int:
        """Days without any entry."""
        return self.days - self.any_entry

    @property
    def longest_gap(self) -> Gap | None:
        """The longest run of days without any entry, or None."""
        return max(self.gaps, key=lambda gap: gap.days, default=None)


def completeness(
    entries: Iterable[EntryRow], since: int, until: int, today: int, first_day: int | None
) -> Completeness:
    """What the entries of the period say about how complete it is; `first_day` is the diary's."""
    inside = [row for row in entries if since <= row.day <= until]
    classes: dict[int, str] = {}
    for row in inside:
        if row.kind == EntryKind.DAY:
            held = classes.get(row.day)
            if held is None or _EARLIEST.index(Lateness(row.lateness)) < _EARLIEST.index(Lateness(held)):
                classes[row.day] = row.lateness
    found = list(classes.values())
    days, by_night = {row.day for row in inside}, {row.day for row in inside if row.kind == EntryKind.NIGHT}
    start = since if first_day is None else max(since, first_day)
    end = min(until, today)
    return Completeness(
        days=max(0, end - start + 1) if first_day is not None else 0,
        from_day=start,
        same_day=found.count(Lateness.SAME_DAY),
        next_day=found.count(Lateness.NEXT_DAY),
        later=found.count(Lateness.LATER),
        memory=found.count(Lateness.MEMORY),
        imported=found.count(Lateness.IMPORTED),
        nights=len(by_night),
        only_moments=len(days - by_night - classes.keys()),
        only_nights=len(by_night - classes.keys()),
        moments=sum(row.kind == EntryKind.MOMENT for row in inside),
        changed=sum(bool(row.changed) for row in inside),
        any_entry=len(days),
        gaps=gaps(days, start, end) if first_day is not None else (),
    )


def gaps(days: Iterable[int], since: int, until: int) -> tuple[Gap, ...]:
    """The runs of days from `since` to `until` that are not in `days`, whatever their length."""
    edges = [since - 1, *sorted(day for day in set(days) if since <= day <= until), until + 1]
    return tuple(Gap(one + 1, other - 1) for one, other in pairwise(edges) if other - one > 1)
