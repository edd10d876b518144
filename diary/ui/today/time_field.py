"""A time of the day, typed as people write it; Up and Down step it."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from diary.ui.theme import current
from diary.wording import say

_APART = r"(\d{1,2})(?:\s*[:.,h]\s*(\d{2}))?\s*(?:h|(am|pm|a\.m\.|p\.m\.))?"
_TOGETHER = r"(\d{1,2})(\d{2})\s*(am|pm|a\.m\.|p\.m\.)?"
STEP_MIN = 5
LAST_MIN = 24 * 60 - 1
WIDE, TALL = 88, 36
"""Size of the field, px at 100 %."""


def read_time(text: str) -> time | None:
    """The time of day in "14:05", "1405", "2:05 pm" or "9", 24:00 as 00:00; None where it is none."""
    typed, case = text.strip(), re.IGNORECASE
    found = re.fullmatch(_APART, typed, case) or re.fullmatch(_TOGETHER, typed, case)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1].lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if (hour, minute) == (24, 0):
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(QLineEdit):
    """A time to the minute; `changed` is emitted for each change, also of words that are no time."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._time = time()
        self.setAccessibleName(say("now.time"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(self._on_edited)

    @property
    def value(self) -> time:
        """The time that was last understood."""
        return self._time

    @property
    def is_clear(self) -> bool:
        """Whether the words in the field are a time."""
        return read_time(self.text()) is not None

    def set_time(self, hour: int, minute: int) -> None:
        """Shows a time; emits nothing."""
        self._time = time(hour, minute)
        self.setText(f"{self._time:%H:%M}")

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        found = read_time(text)
        if found is not None:
            self._time = found
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step by five minutes within the day; all else is typing."""
        by = {Qt.Key.Key_Up: STEP_MIN, Qt.Key.Key_Down: -STEP_MIN}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        minutes = min(max(self._time.hour * 60 + self._time.minute + by, 0), LAST_MIN)
        self.set_time(*divmod(minutes, 60))
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving writes the time as all others are written."""
        super().focusOutEvent(event)
        if self.is_clear:
            self.set_time(self._time.hour, self._time.minute)

    def sizeHint(self) -> QSize:
        """Room for five digits and as high as a button, px."""
        theme = current()
        return QSize(theme.px(WIDE), theme.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """As the size hint, px."""
        return self.sizeHint()
