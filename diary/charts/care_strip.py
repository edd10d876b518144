"""What goes on beside the entries on the axis of Trends: bars of regular medicines, marks of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.insight.doses import Course
    from diary.models.care import Procedure
    from diary.models.story import LifeEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The regular medicines of a diary in its order, its procedures and its life events, whatever the days."""

    courses: tuple[Course, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
