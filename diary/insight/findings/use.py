"""What is taken as needed: on how many days of each month, of those on which it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class UseMonth:
    """One month by its first day: `doses` on `days` days of `answered` answered ones, of `calendar_days`.

    `calendar_days` are those of the month within the period; `unsaid` further days on which something was
    taken, not noted which.
    """

    month: date
    doses: int
    days: int
    answered: int
    calendar_days: int
    unsaid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineUse:
    """One as-needed medicine by its uid and name, or all together (`treatment` None), month by month."""

    treatment: str | None
    name: str
    months: tuple[UseMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """As-needed use of the days `since` to `until` (ordinals); `n_memory` doses noted late are out."""

    since: int
    until: int
    n_memory: int
    together: MedicineUse
    medicines: tuple[MedicineUse, ...]
