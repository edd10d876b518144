"""All that the findings read, in one piece: the days as narrow rows, and what goes on beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diary.models.care import DoseStep, Procedure, Session, Treatment
from diary.models.codes import Lateness
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.records import Record
from diary.models.story import LifeEvent, Site
from diary.models.views import DoseRow, PeriodRows, ReliefRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRows:
    """The rows behind every finding; `period` has the days (ordinals), with regions, answers and nights.

    `steps` are in the order they were written. `attributions` carry their class and whether they were
    changed, `attribution_helpers` the helper who wrote one, by its uid. `ends` is when a moment was over
    (RFC 9557), by the uid of its entry. `links_seen` is since which day (ISO) the numbers of a link
    (`link_key`) were on the screen. Treatments, procedures, sessions, events, sites, questions and trials are
    all of the diary, whatever the days.
    """

    period: PeriodRows
    treatments: Sequence[Treatment] = ()
    steps: Sequence[DoseStep] = ()
    procedures: Sequence[Procedure] = ()
    sessions: Sequence[Session] = ()
    life_events: Sequence[LifeEvent] = ()
    sites: Sequence[Site] = ()
    attributions: Sequence[tuple[Record, Lateness, bool]] = ()
    attribution_helpers: Mapping[str, str] = field(default_factory=dict)
    doses: Sequence[DoseRow] = ()
    reliefs: Sequence[ReliefRow] = ()
    ends: Mapping[str, str] = field(default_factory=dict)
    link_questions: Sequence[LinkQuestion] = ()
    trials: Sequence[Trial] = ()
    links_seen: Mapping[str, str] = field(default_factory=dict)
