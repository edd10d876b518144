"""A length of time from a second to hours, in seconds and minutes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Slot

from diary.ui.parts.stepper import Stepper
from diary.wording import say
from diary.wording.answers import seconds_words

LONGEST_S = 24 * 60 * 60
STEPS_S = ((10, 1), (60, 5), (300, 30), (LONGEST_S, 60))
"""Up to so many seconds, one step is so many."""

_LENGTH = re.compile(r"^\s*(?:(\d{1,4})\s*(?:m|min)\s*)?(?:(\d{1,5})\s*(?:s|sec)?\s*)?$", re.IGNORECASE)


def read_seconds(text: str) -> int | None:
    """Seconds from "20", "20 s", "2 min" or "2 min 30 s"; None where it is no length of time."""
    found = _LENGTH.match(text)
    if found is None or not (found[1] or found[2]):
        return None
    return int(found[1] or 0) * 60 + int(found[2] or 0)


class SecondsStepper(Stepper):
    """Seconds, or None; a step grows with the length."""

    def __init__(self, label: str) -> None:
        super().__init__(label, least=1, most=LONGEST_S, start=10)

    def _words_of(self, value: int) -> str:
        return seconds_words(value)

    def _not_read(self) -> str:
        return say("factor.no_seconds")

    def _read(self, text: str) -> int | None:
        return read_seconds(text)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        now = self.value
        self._step = 1
        if now is not None:
            below = now - 1 if by < 0 else now
            self._step = next((step for most, step in STEPS_S if below < most), STEPS_S[-1][1])
        super()._on_stepped(by)

    def sizeHint(self) -> QSize:
        """Two buttons of 32 px and the longest words, px."""
        words = self.theme.metrics("body").horizontalAdvance(seconds_words(59 * 60 + 59))
        return QSize(self.theme.px(64) + words + self.theme.px(10) + 2, self.theme.px(32) + 2)
