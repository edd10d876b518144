"""The body over some days: on how many each place was marked, how badly it hurt, and on how many of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diary.insight.places import PlaceDays, day_severities, place_days
from diary.insight.series import MEMORY
from diary.models.codes import SENSATIONS, AnswerList
from diary.models.views import AnswerRow, AreaRow

PAIN_ONLY = "pain"
"""The filter for places that hurt: with a severity above 0, or without one and a word that means pain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionDays:
    """One region: days marked, and the mean of the day's largest severity on `n_severity` of them."""

    region: str
    days: int
    severity: float | None
    n_severity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDays:
    """The days `since` to `until` (ordinals); `n` of them have places answered, so 0 there means none.

    `regions` go from most days to fewest and hold what the filter lets through; `places` counts all, as
    the report does.
    """

    since: int
    until: int
    quality: str
    places: PlaceDays
    regions: Mapping[str, RegionDays]

    @property
    def n(self) -> int:
        """Days on which places were answered, with some or with none."""
        return self.places.n

    @property
    def length(self) -> int:
        """How many days the period has."""
        return self.until - self.since + 1

    def share(self, region: str) -> float:
        """Days marked by days answered, 0 where the region was never marked or nothing was answered."""
        found = self.regions.get(region)
        return found.days / self.n if found is not None and self.n else 0.0

    def days(self, region: str) -> int:
        """Days on which the region was marked."""
        found = self.regions.get(region)
        return 0 if found is None else found.days


@dataclass(frozen=True, slots=True)
class DayThere:
    """One answered day (ordinal) of a place: whether marked, and the largest severity there, if any."""

    day: int
    marked: bool
    severity: int | None
    memory: bool


def body_days(
    areas: Iterable[AreaRow],
    answers: Iterable[AnswerRow],
    since: int,
    until: int,
    *,
    quality: str = "",
    with_memory: bool = False,
) -> BodyDays:
    """The counts of a period, for all marks, for `PAIN_ONLY`, or for one quality or own word.

    Every kind of entry counts, as in the report: a place of a moment is marked on the moment's day. With a
    quality, days and severities are of the places that have it.
    """
    inside = [row for row in areas if since <= row.day <= until]
    said = [row for row in answers if since <= row.day <= until]
    heard = [row for row in inside if with_memory or row.lateness != MEMORY]
    places = place_days(inside, said, with_memory=with_memory)
    kept = [row for row in heard if fits(row, quality)]
    days = dict(places.regions if not quality else place_days(kept, (), with_memory=True).regions)
    severities = day_severities(kept)
    return BodyDays(
        since=since,
        until=until,
        quality=quality,
        places=places,
        regions={region: _region(region, n, severities.get(region, ())) for region, n in days.items()},
    )


def _region(region: str, days: int, severities: tuple[int, ...]) -> RegionDays:
    mean = sum(severities) / len(severities) if severities else None
    return RegionDays(region=region, days=days, severity=mean, n_severity=len(severities))


def fits(row: AreaRow, quality: str) -> bool:
    """Whether a place passes the filter; "" lets every place through."""
    if not quality:
        return True
    if quality == PAIN_ONLY:
        if row.severity is not None:
            return row.severity > 0
        return any(code not in SENSATIONS for code in row.qualities)
    return quality in row.qualities or quality in row.own_words


def days_there(
    areas: Iterable[AreaRow], answers: Iterable[AnswerRow], region: str, *, quality: str = ""
) -> tuple[DayThere, ...]:
    """The answered days of one region by date, memory notes among them; days without an answer are absent."""
    late: dict[int, bool] = {}
    marks: dict[int, list[AreaRow]] = {}
    for row in areas:
        late[row.day] = late.get(row.day, True) and row.lateness == MEMORY
        if fits(row, quality) and any(name == region for name, _ in row.regions):
            marks.setdefault(row.day, []).append(row)
    for said in answers:
        if said.list == AnswerList.PLACES:
            late[said.day] = late.get(said.day, True) and said.lateness == MEMORY
    return tuple(_day(day, late[day], marks.get(day, ())) for day in sorted(late))


def _day(day: int, memory: bool, rows: Sequence[AreaRow]) -> DayThere:
    counted = [row for row in rows if memory or row.lateness != MEMORY]
    severities = [row.severity for row in counted if row.severity is not None]
    return DayThere(day, bool(counted), max(severities, default=None), memory)


def entries_there(areas: Iterable[AreaRow], region: str, *, quality: str = "") -> tuple[AreaRow, ...]:
    """The rows of one region, one for each entry, the newest first; memory notes are among them."""
    found: dict[str, AreaRow] = {}
    for row in areas:
        if fits(row, quality) and any(name == region for name, _ in row.regions):
            held = found.get(row.entry)
            if held is None or (row.severity or 0) > (held.severity or 0):
                found[row.entry] = row
    return tuple(sorted(found.values(), key=lambda row: (-row.day, row.entry)))
