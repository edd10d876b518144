"""Which treatments are taken now, which were stopped and which are to come, and what they brought."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diary.insight.doses import next_step
from diary.insight.in_use import has_begun, has_ended, last_day, step_on
from diary.models.care import DoseStep, SideEffect, Treatment
from diary.models.codes import Use
from diary.models.rough import Rough

RECENT_DAYS = 92
"""Treatments stopped within so many days stand in the list of current treatment: three months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One treatment as a list shows it: its step in force, the one to come, its latest side effect of `n`."""

    treatment: Treatment
    step: DoseStep | None = None
    coming: DoseStep | None = None
    side_effect: SideEffect | None = None
    n_side_effects: int = 0

    @property
    def since(self) -> Rough | None:
        """Since when the dose of now is taken, else since when the treatment is."""
        return self.step.since if self.step is not None else self.treatment.started


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The treatments of a diary on a day, apart: taken now, to come, stopped (the latest first)."""

    now: tuple[Listed, ...] = ()
    coming: tuple[Listed, ...] = ()
    stopped: tuple[Listed, ...] = ()

    def stopped_lately(self, today: date) -> tuple[Listed, ...]:
        """Those whose stop may lie within the last three months."""
        since = today - timedelta(days=RECENT_DAYS)
        return tuple(
            one for one in self.stopped if (last := last_day(one.treatment)) is not None and last >= since
        )


def lists(
    treatments: Iterable[Treatment],
    steps: Sequence[DoseStep],
    side_effects: Sequence[SideEffect],
    today: date,
) -> Lists:
    """The treatments as they are on `today`, in the diary's order."""
    by_treatment: dict[str, list[SideEffect]] = {}
    for effect in side_effects:
        if effect.treatment is not None and effect.day <= today:
            by_treatment.setdefault(effect.treatment, []).append(effect)
    now, coming, stopped = [], [], []
    for one in treatments:
        listed = _listed(one, steps, by_treatment.get(one.uid, []), today)
        if has_ended(one, today):
            stopped.append(listed)
        elif not has_begun(one, today):
            coming.append(listed)
        else:
            now.append(listed)
    stopped.sort(key=_stop_day, reverse=True)
    return Lists(now=tuple(now), coming=tuple(coming), stopped=tuple(stopped))


def in_order(treatments: Iterable[Treatment]) -> tuple[Treatment, ...]:
    """Treatments as the person ordered them, then by when they began and what they are called."""
    return tuple(sorted(treatments, key=_place))


def _listed(one: Treatment, steps: Sequence[DoseStep], effects: list[SideEffect], today: date) -> Listed:
    latest = max(reversed(effects), key=_effect_day, default=None)
    return Listed(
        treatment=one,
        step=step_on(steps, one.uid, today),
        coming=next_step(one, steps, today.toordinal()),
        side_effect=latest,
        n_side_effects=0 if latest is None else sum(effect.name == latest.name for effect in effects),
    )


def _effect_day(effect: SideEffect) -> date:
    return effect.day


def _stop_day(listed: Listed) -> date:
    return last_day(listed.treatment) or date.min


def _place(one: Treatment) -> tuple[int, bool, date, str]:
    started = date.max if one.started is None else one.started.first
    return (one.position, one.use is Use.AS_NEEDED, started, one.name)
