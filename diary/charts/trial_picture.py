"""A trial of A against B, worked out before anything is drawn: its stretches, and at the end their means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.effect_picture import Dot, Zone, panel_of
from diary.charts.picture import PanelPicture, Picture
from diary.insight.series import MEMORY
from diary.models.codes import Lateness

if TYPE_CHECKING:
    from diary.insight.findings.trials import TrialFinding
    from diary.insight.period import MeasureNumbers


@dataclass(frozen=True, slots=True)
class StretchPicture:
    """One stretch: "A" or "B", its days (ordinals) and pair; `mean` only where the trial is over."""

    letter: str
    since: int
    until: int
    counted_since: int
    pair: int
    mean: float | None = None
    n: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPicture(Picture):
    """The stretches of a trial along its days; `today` where it lies among them, `over` once it has ended."""

    stretches: tuple[StretchPicture, ...]
    dots: tuple[Dot, ...] = ()
    today: int | None = None
    over: bool = False


def trial_picture(
    found: TrialFinding, numbers: MeasureNumbers | None, title: str, today: int
) -> TrialPicture:
    """The picture of one trial; values and means are in it only once the trial is over."""
    blocks, result = found.blocks, found.result
    over = bool(result.pairs)
    pairs = {pair.number: pair for pair in result.pairs}
    stretches = []
    for at, block in enumerate(blocks):
        pair = pairs.get(at // 2 + 1)
        side = block.treatment.lower()
        mean = getattr(pair, f"mean_{side}") if pair else None
        n, days = (getattr(pair, f"n_{side}"), getattr(pair, f"days_{side}")) if pair else (0, 0)
        stretches.append(
            StretchPicture(
                block.treatment, block.since, block.until, block.counted_since, at // 2 + 1, mean, n, days
            )
        )
    return TrialPicture(
        since=blocks[0].since,
        until=blocks[-1].until,
        panels=(_panel(numbers, title, over=over),),
        stretches=tuple(stretches),
        dots=_dots(numbers, stretches) if over and numbers else (),
        today=today if blocks[0].since <= today <= blocks[-1].until else None,
        over=over and numbers is not None,
    )


def _panel(numbers: MeasureNumbers | None, title: str, *, over: bool) -> PanelPicture:
    if over and numbers is not None:
        return panel_of(numbers)
    import numpy as np

    from diary.charts.arrays import Lines
    from diary.charts.binning import binned

    empty = Lines(line=binned(0, np.full(1, np.nan)), marks={}, weeks=np.empty((0, 3)))
    return PanelPicture(
        code="", title=title, note="", color="other", low=0, high=1, ticks=(), few_ticks=(), lines=empty
    )


def _dots(numbers: MeasureNumbers, stretches: list[StretchPicture]) -> tuple[Dot, ...]:
    counted = {
        day for one in stretches if one.mean is not None for day in range(one.counted_since, one.until + 1)
    }
    return tuple(
        Dot(row.day, row.value, _mark(row.lateness), Zone.BEFORE if row.day in counted else Zone.SHOWN)
        for row in numbers.series.values
        if row.value is not None
    )


def _mark(lateness: str) -> str:
    if lateness == MEMORY:
        return "memory"
    return "same_day" if lateness == Lateness.SAME_DAY else "later"
