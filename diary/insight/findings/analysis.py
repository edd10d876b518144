"""Everything the findings say of a diary, in one frozen piece: behind the faces of Trends and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diary.insight.findings.attacks import Attacks
from diary.insight.findings.change import Change
from diary.insight.findings.days import Period
from diary.insight.findings.effects import TreatmentEffect
from diary.insight.findings.figures import Figures, WorstFigures
from diary.insight.findings.kinds import Kinds
from diary.insight.findings.levels import LevelChange
from diary.insight.findings.links import Links
from diary.insight.findings.patterns import Hours, Weekdays
from diary.insight.findings.trials import TrialFinding
from diary.insight.findings.use import Use
from diary.insight.relief import ReliefNumbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All findings; `since` to `until` (ordinals) are the days shown, `tested` the fixed period.

    `figures` and `changes` by measure, `worst`, `kinds`, `attacks` and `use` follow the days shown. `links`,
    `weekdays`, `hours` and `level` look at the fixed period. `effects`, newest first, `relief` (by treatment)
    and `trials` look at the whole diary. None and empty where there is nothing to say, as in a new diary.
    """

    since: int
    until: int
    today: int
    tested: Period | None = None
    figures: Mapping[str, Figures] = field(default_factory=dict)
    worst: WorstFigures | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    effects: tuple[TreatmentEffect, ...] = ()
    level: LevelChange | None = None
    relief: Mapping[str, ReliefNumbers] = field(default_factory=dict)
    links: Links | None = None
    weekdays: Weekdays | None = None
    hours: Hours | None = None
    kinds: Kinds | None = None
    attacks: Attacks | None = None
    use: Use | None = None
    trials: tuple[TrialFinding, ...] = ()
