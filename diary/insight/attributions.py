"""What the person says that factors did to the pain: plain counts of days, apart from any statistic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from diary.models.codes import Effect
from diary.models.story import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSaid:
    """A factor (a measure's code), on how many days something was said of it, and each effect's days.

    A day on which two flares were told of differently counts for both effects, and once in `days`.
    """

    factor: str
    days: int
    by_effect: Mapping[Effect, int]

    def on(self, effect: Effect) -> int:
        """The number of days on which the person said so."""
        return self.by_effect.get(effect, 0)


def factors_said(attributions: Iterable[Attribution]) -> tuple[FactorSaid, ...]:
    """Counts by factor: those with the most days first, of the same by code."""
    said: dict[str, dict[Effect, set[date]]] = {}
    for one in attributions:
        said.setdefault(one.factor, {}).setdefault(one.effect, set()).add(one.day)
    counted = (
        FactorSaid(
            factor=factor,
            days=len(set().union(*effects.values())),
            by_effect={effect: len(days) for effect, days in effects.items()},
        )
        for factor, effects in said.items()
    )
    return tuple(sorted(counted, key=lambda one: (-one.days, one.factor)))
