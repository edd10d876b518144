"""Places that were marked again and again, as sets of regions: days, mean severity, qualities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from diary.insight.series import MEMORY
from diary.models.codes import Limb
from diary.models.views import AreaRow

T = TypeVar("T")

ALIKE = 0.5
"""Two markings are one place from this overlap on: regions in both by regions in either (Jaccard)."""

OFTEN = 0.25
"""A region belongs to a place from this share of the place's days on."""

MOSTLY = 0.5
"""Depth, limb and time belong to a place from more than this share of its days on."""

MOST_SETS = 40
"""Rarer places than this many are counted, not told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSet:
    """One place: its regions, days with it, mean of the day's severity on `n_severity` days, qualities.

    `depth`, `limb` (not where it is present) and the hour of its own time, on more than half of its days.
    """

    regions: tuple[str, ...]
    days: int
    severity: float | None
    n_severity: int
    qualities: tuple[tuple[str, int], ...]
    depth: str | None = None
    limb: str | None = None
    hour: int | None = None


def place_sets(areas: Iterable[AreaRow]) -> tuple[PlaceSet, ...]:
    """The places of a period from most days to fewest, memory notes left out."""
    return tuple(place for place, _ in place_groups(areas))


def place_groups(areas: Iterable[AreaRow]) -> tuple[tuple[PlaceSet, tuple[AreaRow, ...]], ...]:
    """The same places, each with the markings it is made of."""
    heard = [row for row in areas if row.lateness != MEMORY and row.regions]
    keys = [frozenset(region for region, _ in row.regions) for row in heard]
    days: dict[frozenset[str], set[int]] = {}
    for key, row in zip(keys, heard, strict=True):
        days.setdefault(key, set()).add(row.day)
    cores: list[frozenset[str]] = []
    core_of: dict[frozenset[str], frozenset[str]] = {}
    for key in sorted(days, key=lambda one: (-len(days[one]), sorted(one))):
        core = next((core for core in cores if _alike(core, key)), None)
        if core is None and len(cores) < MOST_SETS:
            core = key
            cores.append(key)
        if core is not None:
            core_of[key] = core
    groups: dict[frozenset[str], list[AreaRow]] = {core: [] for core in cores}
    for key, row in zip(keys, heard, strict=True):
        if key in core_of:
            groups[core_of[key]].append(row)
    found = [(place_set(rows), tuple(rows)) for rows in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one[0].days, one[0].regions)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def place_set(rows: Sequence[AreaRow]) -> PlaceSet:
    """One place of these markings; there is at least one."""
    days = {row.day for row in rows}
    regions = Counter(
        region for region, _ in {(region, row.day) for row in rows for region, _ in row.regions}
    )
    worst: dict[int, int] = {}
    for row in rows:
        if row.severity is not None:
            worst[row.day] = max(worst.get(row.day, 0), row.severity)
    qualities = Counter(code for code, _ in {(code, row.day) for row in rows for code in row.qualities})
    return PlaceSet(
        regions=tuple(sorted(region for region, n in regions.items() if n >= OFTEN * len(days))),
        days=len(days),
        severity=sum(worst.values()) / len(worst) if worst else None,
        n_severity=len(worst),
        qualities=tuple(sorted(qualities.items(), key=lambda item: (-item[1], item[0]))),
        depth=_usual({(row.day, row.depth) for row in rows if row.depth}, len(days)),
        limb=_usual({(row.day, row.limb) for row in rows if row.limb != Limb.PRESENT}, len(days)),
        hour=_usual({(row.day, int(row.at[11:13])) for row in rows if row.at}, len(days)),
    )


def _usual(said: Iterable[tuple[int, T]], days: int) -> T | None:
    """What was said on more than half of the days, if anything."""
    counts = Counter(value for _, value in said)
    found = [value for value, n in counts.items() if n > MOSTLY * days]
    return found[0] if len(found) == 1 else None
