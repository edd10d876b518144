"""A heading: words that assistive software can jump to."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from diary.ui.parts.painted import Label
from diary.ui.parts.spoken import speak_as


class Heading(Label):
    """Words in the text role "page", "title" or "strong", told to assistive software as a heading."""

    def __init__(self, text: str, role: str = "title", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, wrap=True, parent=parent)
        speak_as(self, QAccessible.Role.Heading, text)
