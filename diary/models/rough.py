"""Dates as people remember them: a day, a month or a year, exact or about."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(?P<about>~?)(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Rough:
    """A year, with its month and day where they are known; `about` where the person is not sure.

    Written as EDTF does: `2019`, `2019-03`, `2019-03-05`, with `~` before it for about.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)  # ValueError where there is no such date

    @classmethod
    def of(cls, day: date) -> Rough:
        """An exact day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> Rough:
        """Reads `~2019-03`; ValueError if it is not such a date."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        month, day = match["month"], match["day"]
        return cls(
            int(match["year"]), int(month) if month else None, int(day) if day else None, bool(match["about"])
        )

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{one:02}" for one in (self.month, self.day) if one is not None]
        return ("~" if self.about else "") + "-".join(parts)

    @property
    def first(self) -> date:
        """The first day it can mean, which is where it stands on a line."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, and sure."""
        return self.day is not None and not self.about
