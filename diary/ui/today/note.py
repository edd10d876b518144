"""The note of a form."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit


class Note(QPlainTextEdit):
    """A note field that takes what height the page leaves, at least two lines."""

    def sizeHint(self) -> QSize:
        """The least it needs, px."""
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """The least it needs, px; Qt's own would be four lines."""
        return self.minimumSize()
