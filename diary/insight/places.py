"""Places and qualities by days: "burning on 23 of 60 days on which places were answered"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from diary.insight.series import MEMORY
from diary.models.codes import AnswerList
from diary.models.views import AnswerRow, AreaRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDays:
    """Days on which places were answered (`n`, those on which nothing hurts included), and counts of days.

    `severity` is the mean, over days with one, of the largest severity in each region on the day.
    """

    n: int
    n_nothing: int
    n_memory: int
    qualities: tuple[tuple[str, int], ...]
    own_words: tuple[tuple[str, int], ...]
    regions: tuple[tuple[str, int], ...]
    severity: tuple[tuple[str, float], ...]


def place_days(
    areas: Iterable[AreaRow], answers: Iterable[AnswerRow], *, with_memory: bool = False
) -> PlaceDays:
    """Counts of days by quality, own word and region; memory notes only when asked for."""
    heard = [row for row in areas if with_memory or row.lateness != MEMORY]
    said = [row for row in answers if row.list == AnswerList.PLACES]
    answered = {row.day for row in said if with_memory or row.lateness != MEMORY}
    answered |= {row.day for row in heard}
    hurting = {row.day for row in heard}
    late = {row.day for row in said if row.lateness == MEMORY} - answered
    return PlaceDays(
        n=len(answered),
        n_nothing=len(answered - hurting),
        n_memory=len(late),
        qualities=_by_day((row.day, code) for row in heard for code in row.qualities),
        own_words=_by_day((row.day, word) for row in heard for word in row.own_words),
        regions=_by_day((row.day, region) for row in heard for region, _ in row.regions),
        severity=tuple((name, sum(group) / len(group)) for name, group in day_severities(heard).items()),
    )


def _by_day(pairs: Iterable[tuple[int, str]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(name for _, name in set(pairs))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def day_severities(areas: Iterable[AreaRow]) -> dict[str, tuple[int, ...]]:
    """By region, the largest severity there on each day that has one, by day."""
    worst: dict[tuple[str, int], int] = {}
    for row in areas:
        for region, _ in row.regions:
            if row.severity is not None:
                key = (region, row.day)
                worst[key] = max(worst.get(key, 0), row.severity)
    groups: dict[str, list[int]] = {}
    for (region, _), severity in sorted(worst.items()):
        groups.setdefault(region, []).append(severity)
    return {region: tuple(group) for region, group in groups.items()}
