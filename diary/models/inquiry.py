"""What is asked of the numbers, fixed before they are seen: links of interest, and trials of A against B."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.models.codes import Noun
from diary.models.provenance import Provenance

LAGS = (0, 1, 2)
"""Days from the factor to what it may be linked with (clinical.md section 7, point 4)."""

MOST_QUESTIONS = 5
"""So many questions of one's own may be open at a time: they share the strict 2.5 % (section 7, point 11)."""

PAIRS, BLOCK_DAYS = (3, 10), (3, 28)
"""The fewest and most pairs of blocks of a trial, and days of a block."""

SEEN = "links_seen"
"""The setting that keeps which links' numbers were on the screen, and since which day."""


LOOKED = "links_looked"
"""The setting that keeps since which day the numbers of all pairs were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuestion:
    """A question to the numbers: does `factor` go with `outcome` `lag` days later (codes of measures)?

    `asked` is the day on which it was fixed; `seen` the day since which its numbers had been on the screen
    by then, absent where they had not; `ended` the day on which it was put aside. Pair and lag never change.
    """

    uid: str
    factor: str
    outcome: str
    lag: int
    asked: date
    seen: date | None = None
    ended: date | None = None
    written: Provenance | None = None

    noun = Noun.LINK_QUESTION

    @property
    def key(self) -> str:
        """Which link it is about."""
        return link_key(self.factor, self.outcome, self.lag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A planned trial of `a` against `b` in one person: pairs of blocks in a drawn order, one outcome.

    `order` has one of "AB" and "BA" for each pair, drawn from `seed` when it was planned; `outcome` is the
    measure that is compared, `wash_out_days` at the start of each block are not counted. `stopped` is the
    last day of a trial that ended early.
    """

    uid: str
    name: str
    a: str
    b: str
    outcome: str
    order: tuple[str, ...]
    block_days: int
    wash_out_days: int
    start: date
    planned: date
    seed: int
    planned_with: str = ""
    stopped: date | None = None
    stop_words: str = ""
    note: str = ""
    written: Provenance | None = None

    noun = Noun.TRIAL


InquiryRecord = LinkQuestion | Trial


def link_key(factor: str, outcome: str, lag: int) -> str:
    """A link's name in settings and exports: "stress>pain_average+1"."""
    return f"{factor}>{outcome}+{lag}"
