"""The planned trials of A against B: their blocks, and what each shows once it is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.models.inquiry import Trial

if TYPE_CHECKING:
    from diary.insight.statistics.blocks import Block, TrialResult


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialFinding:
    """One trial as planned, its blocks (ordinals) and where it stands today."""

    trial: Trial
    blocks: tuple[Block, ...]
    result: TrialResult
