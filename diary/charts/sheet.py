"""Pictures that stand one under another: one on the screen, or all of a face in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

TITLE = 34
"""Room of a part's title in a file, px at 100 %."""


class Part(Protocol):
    """One picture: its title, and its height in px at 100 % on a width in px at 100 %."""

    @property
    def title(self) -> str:
        """What it is called."""

    def tall(self, width: float) -> float:
        """The height it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Parts from top to bottom; `titled` where nothing around them says what they are."""

    parts: tuple[Part, ...]
    titled: bool = False

    def tall(self, width: float) -> float:
        """The height that all parts need, px at 100 % on a width in px at 100 %."""
        return sum(one.tall(width) + (TITLE if self.titled else 0) for one in self.parts)


def no_more_than(words: str, room: float, width_of: Callable[[str], float]) -> str:
    """Words that can be drawn, with "…" where they are longer than `room` px."""
    from diary.charts.letters import drawn
    from diary.charts.treatment_layout import shortened

    return shortened(drawn(words), room, width_of)
