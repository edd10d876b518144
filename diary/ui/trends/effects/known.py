"""A card of sentences with how they are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from diary.ui.parts.card import Card
from diary.ui.parts.how_known import HowKnown, Known
from diary.ui.parts.painted import Label


class SaidCard(Card):
    """Shows sentences, the first larger; "How do we know?" opens the method and its source."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self._lines: list[Label] = []
        self.heading = Label("", "strong", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.how = HowKnown()
        self._column.addWidget(self.heading)
        self.add(self._column)
        self.add(self.how)

    def show_said(self, title: str, sentences: Sequence[str], known: Known | None) -> None:
        """Show other sentences."""
        self.setAccessibleName(title)
        self.heading.setText(title)
        for at, words in enumerate(sentences):
            if at == len(self._lines):
                self._lines.append(Label("", "body" if at == 0 else "note", wrap=True))
                self._column.addWidget(self._lines[at])
            self._lines[at].setText(words)
            self._lines[at].show()
        for line in self._lines[len(sentences) :]:
            line.hide()
        self.how.show_known(known)
        self.how.name(title)

    @property
    def words(self) -> str:
        """All that is said."""
        return " ".join(line.text() for line in self._lines if not line.isHidden())
