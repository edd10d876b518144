"""All that a report reads, asked in one piece, and the days it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diary.exchange.report.choices import Annex, ReportChoices
    from diary.insight.findings.days import Days
    from diary.models.care import SideEffect, TriedBefore
    from diary.models.codes import Lateness
    from diary.models.finding_rows import FindingRows
    from diary.models.records import Person, Record
    from diary.models.story import Condition, Consult, Goal, Question
    from diary.models.views import DoseRow, PeriodRows, ReliefRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One report as asked for: its days (both included, never after `today`) and its choices.

    `last_visit` is the consult that `since` follows, if it follows one; `visit` the next one from today on.
    """

    since: date
    until: date
    today: date
    choices: ReportChoices
    last_visit: Consult | None = None
    visit: Consult | None = None

    @property
    def days(self) -> int:
        """How many days the report is about."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, kw_only=True)
class ReportRows:
    """The rows behind one report.

    `period` has the days of the report. `wide` begins earlier (`LOOK_BACK` days before, and at least 400
    days before `until`), ends with the report, and has every treatment, step, procedure, session, event and
    site of the diary. `doses` and `reliefs` are of the report's days. `responses` are all up to `until`, each
    with its lateness class and whether it was changed. `roles` are what helpers are to the person, by uid, in
    words; `private_sites` the lasting places marked with private regions alone. `extra` is what each chosen
    part of the annex read for itself.
    """

    period: PeriodRows
    wide: FindingRows
    doses: Sequence[DoseRow] = ()
    reliefs: Sequence[ReliefRow] = ()
    side_effects: Sequence[SideEffect] = ()
    tried: Sequence[TriedBefore] = ()
    responses: Sequence[tuple[Record, Lateness, bool]] = ()
    conditions: Sequence[Condition] = ()
    goals: Sequence[Goal] = ()
    consults: Sequence[Consult] = ()
    questions: Sequence[Question] = ()
    person: Person | None = None
    is_sample: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)
    private_sites: frozenset[str] = frozenset()
    extra: Mapping[Annex, Any] = field(default_factory=dict)

    @cached_property
    def pain(self) -> Days:
        """The measures of pain day by day, over the days of `wide`; worked out once for all sections."""
        from diary.exchange.report.pain import pain_days

        return pain_days(self.wide.period)


LOOK_BACK = 120
"""Days before the report that are read for what was before."""
