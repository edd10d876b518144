"""What the person says that factors did to the pain: plain counts of days, apart from any statistic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from diary.models.codes import Effect, Lateness
from diary.models.records import Record
from diary.models.story import Attribution

NOBODY: Mapping[str, str] = MappingProxyType({})
"""No record is by a helper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSaid:
    """A factor (a measure's code), on how many days something was said of it, and each effect's days.

    A day on which two flares were told of differently counts for both effects, and once in `days`.
    `helper` is the uid of the helper who said so, "" for the person.
    """

    factor: str
    days: int
    by_effect: Mapping[Effect, int]
    helper: str = ""

    def on(self, effect: Effect) -> int:
        """The number of days on which it was said."""
        return self.by_effect.get(effect, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said of factors, and how many late notes (from memory) are left out of it."""

    factors: tuple[FactorSaid, ...]
    late_n: int


def all_said(rows: Iterable[tuple[Record, Lateness, bool]], helped: Mapping[str, str] = NOBODY) -> Said:
    """Counts from `life_queries.day_rows`; `helped` gives helpers by uid. Late notes are left out."""
    told = [(one, late is Lateness.MEMORY) for one, late, _ in rows if isinstance(one, Attribution)]
    in_time = [one for one, late in told if not late]
    return Said(factors=factors_said(in_time, helped), late_n=len(told) - len(in_time))


def factors_said(
    attributions: Iterable[Attribution], helped: Mapping[str, str] = NOBODY
) -> tuple[FactorSaid, ...]:
    """Counts by factor and hand: those with the most days first, of the same by code, the person first.

    What a helper said counts, apart, only on days on which the person said nothing of that factor.
    """
    given = list(attributions)
    own = {(one.factor, one.day) for one in given if one.uid not in helped}
    said: dict[tuple[str, str], dict[Effect, set[date]]] = {}
    for one in given:
        helper = helped.get(one.uid, "")
        if not helper or (one.factor, one.day) not in own:
            said.setdefault((one.factor, helper), {}).setdefault(one.effect, set()).add(one.day)
    counted = (
        FactorSaid(
            factor=factor,
            days=len(set().union(*effects.values())),
            by_effect={effect: len(days) for effect, days in effects.items()},
            helper=helper,
        )
        for (factor, helper), effects in said.items()
    )
    return tuple(sorted(counted, key=_order))


def _order(one: FactorSaid) -> tuple[bool, int, str, str]:
    return bool(one.helper), -one.days, one.factor, one.helper
