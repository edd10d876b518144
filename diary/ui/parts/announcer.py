"""Says a sentence through assistive software without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for one widget (mostly the window); `last` keeps the latest words for tests and repeats."""

    def __init__(self, speaker: QWidget) -> None:
        self._speaker = speaker
        self.last = ""

    def announce(self, words: str, *, urgent: bool = False) -> None:
        """Have `words` read aloud; urgent words interrupt what is being read."""
        self.last = words
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._speaker, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
