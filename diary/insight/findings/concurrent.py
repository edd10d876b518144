"""What changed and when: starts, stops, dose steps, procedures, therapy that begins, and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diary.models.rough import Rough


class Changed(StrEnum):
    """What happened on a day beside the entries."""

    START = "start"
    STOP = "stop"
    RAISED = "raised"
    LOWERED = "lowered"
    DOSE = "dose"
    PROCEDURE = "procedure"
    THERAPY = "therapy"
    LIFE_EVENT = "life_event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that changed: `uid` and `name` of its record, `when` as it is known, ready for words.

    `first` to `last` are the days (ordinals) it can have been. `treatment` is its uid for starts, stops and
    dose steps; `code` is the plain code of a procedure or a therapy. `mg_before` and `mg_after` are mg a day,
    None where they cannot be told (`mg_before` 0 at a start).
    """

    kind: Changed
    uid: str
    name: str
    when: Rough
    first: int
    last: int
    treatment: str | None = None
    code: str = ""
    mg_before: float | None = None
    mg_after: float | None = None

    @property
    def is_exact(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last and self.when.is_exact
