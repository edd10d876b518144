"""A card of settings: a heading, a line about it, its controls, and at most one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.ui.parts.card import Card
from diary.ui.parts.heading import Heading
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label

if TYPE_CHECKING:
    from diary.errors import DiaryError


class SettingsCard(Card):
    """Base of the cards; what it has to say stands at its foot until it is closed or replaced."""

    def __init__(self, title: str, about: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, parent=parent)
        self.heading = Heading(title, "title")
        self.message: InlineMessage | None = None
        self.setAccessibleName(title)
        self.add(self.heading)
        if about:
            self.add(Label(about, "note", "quiet", wrap=True))

    def tell(self, words: str, kind: str = "info", *, action: str = "") -> None:
        """Say something about what was done here, kind "info" or "problem", perhaps with a way on."""
        self.hush()
        self.message = InlineMessage(words, kind, action=action)
        self.message.closed.connect(self.hush)
        self.add(self.message)

    def tell_problem(self, error: DiaryError) -> None:
        """Say what stood in the way, what is safe and what to do."""
        self.tell(str(error), "problem")

    @Slot()
    def hush(self) -> None:
        """Take the message away."""
        if self.message is not None:
            self.body.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
            self.message = None
