"""A number in words: title, one number, n of N, one line, and how it is known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.card import Card
from diary.ui.parts.how_known import HowKnown, Known
from diary.ui.parts.painted import Label


class StatSentence(Card):
    """A card with one finding; `how` it is known, as `Known` or in words alone, is shown on request."""

    def __init__(
        self,
        title: str,
        number: str = "",
        of: str = "",
        line: str = "",
        how: str | Known = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spacing=2, parent=parent)
        self._title = Label(title, "strong", wrap=True)
        self._number = Label(number, "number")
        self._of = Label(of, "note", "quiet")
        self._line = Label(line, "note", wrap=True)
        self.how = HowKnown()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._number)
        row.addWidget(self._of, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add(self._title)
        self.add(row)
        self.add(self._line)
        self.add(self.how)
        self.body.addStretch(1)
        self.show_title(title)
        self.show_values(number, of, line, how)

    def show_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.how.name(title)

    def show_values(self, number: str, of: str, line: str, how: str | Known = "") -> None:
        """Show another finding; empty pieces take no room."""
        for label, text in ((self._number, number), (self._of, of), (self._line, line)):
            label.setText(text)
            label.setVisible(bool(text))
        known = Known(method=how) if isinstance(how, str) and how else how
        self.how.show_known(known if isinstance(known, Known) else None)
