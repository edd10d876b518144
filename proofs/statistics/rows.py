"""One line of the published table: what was tried, how often, and whether the goal is met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: `value` in percent of `diaries` made-up diaries; `least` and `most` are the goal's ends.

    Without either end there is no goal: the number is printed as it is.
    """

    what: str
    setting: str
    value: float
    diaries: int
    least: float | None = None
    most: float | None = None

    @property
    def error(self) -> float:
        """The simulation's own standard error of `value`, in percent."""
        share = min(max(self.value / 100, 0.5 / self.diaries), 1 - 0.5 / self.diaries)
        return float(100 * (share * (1 - share) / self.diaries) ** 0.5)

    @property
    def has_goal(self) -> bool:
        """Whether the row is held against a goal."""
        return self.least is not None or self.most is not None

    @property
    def meets(self) -> bool:
        """Whether the number itself, not its margin, meets the goal."""
        above = self.least is None or self.value >= self.least
        return above and (self.most is None or self.value <= self.most)

    def plausible(self, errors: float = 4.0) -> bool:
        """Whether the goal lies within so many standard errors: what a short run can tell."""
        slack = errors * self.error
        above = self.least is None or self.value + slack >= self.least
        return above and (self.most is None or self.value - slack <= self.most)


Table = Callable[[bool], Sequence[Row]]
"""Makes the rows of one part: short (seconds, for every change) or whole (minutes)."""
