"""The planned trials of A against B: their blocks, and what each shows once it is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.findings.days import Days, Period
from diary.models.inquiry import Trial

if TYPE_CHECKING:
    from diary.insight.statistics.blocks import Block, TrialResult


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialFinding:
    """One trial as planned, its blocks (ordinals) and where it stands today."""

    trial: Trial
    blocks: tuple[Block, ...]
    result: TrialResult


def trial_findings(trials: Iterable[Trial], days: Days) -> tuple[TrialFinding, ...]:
    """Every trial by its start, the latest first; memory notes are in no block."""
    found = sorted(trials, key=lambda one: (one.start, one.uid), reverse=True)
    return tuple(trial_finding(one, days) for one in found)


def trial_finding(trial: Trial, days: Days) -> TrialFinding:
    """One trial with the values of its outcome."""
    from diary.insight.statistics.blocks import blocks, result

    today, start = days.rows.today, trial.start.toordinal()
    planned = blocks(start, trial.order, trial.block_days, trial.wash_out_days)
    values = days.array(trial.outcome, Period(start, planned[-1].until))
    stopped = trial.stopped.toordinal() if trial.stopped else None
    return TrialFinding(
        trial=trial,
        blocks=planned,
        result=result(values, start, planned, today, stopped_on=stopped),
    )
