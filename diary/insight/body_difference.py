"""Two periods of the body side by side: what is new, gone, on more or fewer days, and how alike they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.body_days import BodyDays
from diary.insight.weeks import ENOUGH_DAYS

ABOUT_THE_SAME = 1 / 7
"""Shares of days that differ by less are about the same: it is less than one day in a week."""

ABOUT_AS_BAD = 1.0
"""Mean severities that differ by less, in points of 0 to 10, are about the same."""

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
    """One region in both periods: what is counted of each, and the second less the first.

    By days `before` and `after` are days marked and `by` is a share of days. By severity they are means
    (None: no number there) of so many days (`n_before`, `n_after`), and `by` is in points.
    """

    region: str
    turn: Turn
    before: float | None
    after: float | None
    by: float
    n_before: int = 0
    n_after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDifference:
    """What differs from the period `before` to the period `after`.

    `agreement` is the weighted Jaccard index of the two maps of days (0 to 1), None where neither has a place
    or one period has no answered day. `enough` says whether both have places on at least 4 of 7 days.
    """

    before: BodyDays
    after: BodyDays
    regions: Mapping[str, RegionTurn]
    agreement: float | None
    enough: bool
    by_severity: bool = False

    @property
    def told(self) -> bool:
        """Whether both periods have an answered day, without which nothing can be said."""
        return bool(self.before.n and self.after.n)


def body_difference(before: BodyDays, after: BodyDays, *, by_severity: bool = False) -> BodyDifference:
    """The difference of two periods by the share of answered days or by mean severity; nothing is tested."""
    both = before.n and after.n
    names = dict.fromkeys((*after.regions, *before.regions)) if both else {}
    turned = _severity_turn if by_severity else _turn
    found = [one for name in names if (one := turned(name, before, after)) is not None]
    found.sort(key=_first_what_differs)
    return BodyDifference(
        before=before,
        after=after,
        regions={one.region: one for one in found},
        agreement=_agreement(before, after, names),
        enough=all(_enough(one) for one in (before, after)),
        by_severity=by_severity,
    )


def _first_what_differs(one: RegionTurn) -> tuple[bool, float, str]:
    """What differs by how much it does; what is about the same by how much of it there is."""
    same = one.turn is Turn.SAME
    return same, -(max(one.before or 0, one.after or 0) if same else abs(one.by)), one.region


def _severity_turn(region: str, before: BodyDays, after: BodyDays) -> RegionTurn | None:
    """What became of a place's mean severity; None where a period marked it and gave no number."""
    was, now = before.regions.get(region), after.regions.get(region)
    before_mean, after_mean = (None if one is None else one.severity for one in (was, now))
    if before_mean is not None and after_mean is not None:
        by = after_mean - before_mean
        turn = Turn.SAME
        if abs(by) >= ABOUT_AS_BAD - _ROUNDING:
            turn = Turn.MORE if by > 0 else Turn.FEWER
    elif was is None and now is not None and after_mean is not None and now.n_severity >= NEW_DAYS:
        turn, by = Turn.NEW, after_mean
    elif now is None and was is not None and before_mean is not None and was.n_severity >= NEW_DAYS:
        turn, by = Turn.GONE, -before_mean
    else:
        return None
    return RegionTurn(
        region=region,
        turn=turn,
        before=before_mean,
        after=after_mean,
        by=by,
        n_before=0 if was is None else was.n_severity,
        n_after=0 if now is None else now.n_severity,
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
