"""The one lasting change of level of the fixed period, and what else changed around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.findings.concurrent import Happening

if TYPE_CHECKING:
    from diary.insight.statistics.shift import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """One measure from `since` to `until` (ordinals) and its one change of level, or none.

    `day` is the first day of the new level (ordinal; `shift.at` counts from `since`), None where none was
    found. `concurrent` can have happened within its give-or-take days: named, never as its cause.
    `n_memory` memory notes are out.
    """

    measure: str
    since: int
    until: int
    shift: Shift
    n_memory: int = 0
    day: int | None = None
    concurrent: tuple[Happening, ...] = ()
