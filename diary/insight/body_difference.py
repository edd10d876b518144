"""Two periods of the body side by side: what is new, gone, on more or fewer days, and how alike they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.body_days import BodyDays
from diary.insight.weeks import ENOUGH_DAYS

ABOUT_THE_SAME = 1 / 7
"""Shares of days that differ by less are about the same: it is less than one day in a week."""

NEW_DAYS = 2
"""A place on fewer days is neither new nor gone: one day may be a slip of the hand."""


_ROUNDING = 1e-9


class Turn(StrEnum):
    """What became of a place from the first period to the second."""

    NEW = "new"
    MORE = "more"
    SAME = "same"
    FEWER = "fewer"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTurn:
    """One region: days in both periods, and the second share of days less the first."""

    region: str
    turn: Turn
    before: int
    after: int
    by: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDifference:
    """What differs from the period `before` to the period `after`.

    `agreement` is the weighted Jaccard index of the two maps (0 to 1), None where neither has a place or one
    period has no answered day. `enough` says whether both have places on at least 4 of 7 days.
    """

    before: BodyDays
    after: BodyDays
    regions: Mapping[str, RegionTurn]
    agreement: float | None
    enough: bool

    @property
    def told(self) -> bool:
        """Whether both periods have an answered day, without which nothing can be said."""
        return bool(self.before.n and self.after.n)


def body_difference(before: BodyDays, after: BodyDays) -> BodyDifference:
    """The difference of two periods by the share of answered days; nothing is tested."""
    both = before.n and after.n
    names = dict.fromkeys((*after.regions, *before.regions)) if both else {}
    found = [_turn(name, before, after) for name in names]
    found.sort(key=lambda one: (-abs(one.by), one.region))
    return BodyDifference(
        before=before,
        after=after,
        regions={one.region: one for one in found},
        agreement=_agreement(before, after, names),
        enough=all(_enough(one) for one in (before, after)),
    )


def _turn(region: str, before: BodyDays, after: BodyDays) -> RegionTurn:
    was, now = before.days(region), after.days(region)
    by = after.share(region) - before.share(region)
    if not was and now >= NEW_DAYS:
        turn = Turn.NEW
    elif not now and was >= NEW_DAYS:
        turn = Turn.GONE
    elif abs(by) < ABOUT_THE_SAME - _ROUNDING:
        turn = Turn.SAME
    else:
        turn = Turn.MORE if by > 0 else Turn.FEWER
    return RegionTurn(region=region, turn=turn, before=was, after=now, by=by)


def _agreement(before: BodyDays, after: BodyDays, regions: Collection[str]) -> float | None:
    shares = [(before.share(region), after.share(region)) for region in regions]
    total = sum(max(pair) for pair in shares)
    return sum(min(pair) for pair in shares) / total if total else None


def _enough(period: BodyDays) -> bool:
    return period.n * 7 >= ENOUGH_DAYS * period.length


def jaccard(one: Collection[str], other: Collection[str]) -> float:
    """Regions in both drawings by regions in either, 1 where both are empty."""
    first, second = frozenset(one), frozenset(other)
    return len(first & second) / len(first | second) if first | second else 1.0
