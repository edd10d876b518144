"""A number in words: title, one number, n of N, one line, and how it is known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.wording import say


class StatSentence(Card):
    """A card with one finding; `how` is shown under it on request."""

    def __init__(
        self,
        title: str,
        number: str = "",
        of: str = "",
        line: str = "",
        how: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spacing=2, parent=parent)
        self.setAccessibleName(title)
        self._title = Label(title, "strong", wrap=True)
        self._number = Label(number, "number")
        self._of = Label(of, "note", "quiet")
        self._line = Label(line, "note", wrap=True)
        self._how = Label(how, "note", "quiet", wrap=True)
        self._ask = Button(say("stat.how"), kind="link")
        self._ask.setCheckable(True)
        self._ask.toggled.connect(self._on_asked)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._number)
        row.addWidget(self._of, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add(self._title)
        self.add(row)
        self.add(self._line)
        self.add(self._how)
        self.add(self._ask)
        self.body.addStretch(1)
        self.show_values(number, of, line, how)

    def show_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_values(self, number: str, of: str, line: str, how: str = "") -> None:
        """Show another finding; empty pieces take no room."""
        for label, text in ((self._number, number), (self._of, of), (self._line, line), (self._how, how)):
            label.setText(text)
            label.setVisible(bool(text) and label is not self._how)
        self._how.setVisible(bool(how) and self._ask.isChecked())
        self._ask.setVisible(bool(how))

    @Slot(bool)
    def _on_asked(self, asked: bool) -> None:
        self._how.setVisible(asked and bool(self._how.text()))
