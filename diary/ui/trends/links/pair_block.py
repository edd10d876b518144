"""One pair in words: what was found, how it is known, and apart from it what the person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.charts.said_words import said_lines
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.how_known import HowKnown, Known
from diary.ui.parts.painted import Label, Painted
from diary.wording import say

if TYPE_CHECKING:
    from diary.insight.attributions import FactorSaid
    from diary.models.records import Measure

BAR = 3
"""Width of the dashed line beside what the person said, px at 100 %."""


class SaidBox(Painted):
    """The person's own view beside a finding: behind a dashed line, never part of the numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label(say("links.you_said"), "note_strong", "quiet")
        self.lines = Label("", "note", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.lines)
        self.hide()
        self.restyle()

    def show_said(
        self, said: Sequence[FactorSaid], measures: Mapping[str, Measure], names: Mapping[str, str]
    ) -> None:
        """Show what was said; nothing where nothing was."""
        lines = said_lines(tuple(said), measures, names)
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def restyle(self) -> None:
        """Leave room for the line."""
        self._column.setContentsMargins(self.theme.px(12), self.theme.px(2), 0, self.theme.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed line."""
        painter = QPainter(self)
        pen = QPen(self.theme.color("control"), self.theme.px(BAR), Qt.PenStyle.DotLine)
        painter.setPen(pen)
        x = pen.widthF() / 2
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2.0))


class PairBlock(QWidget):
    """A heading, sentences, what the person said, how it is known, and small acts where there are any."""

    acted = Signal(str, str)
    """The name of an act, and the uid of what it is done to."""

    def __init__(self, uid: str = "", acts: Sequence[str] = ()) -> None:
        super().__init__()
        self.uid = uid
        self.title = Heading("", "strong")
        self.note = Label("", "note", "quiet", wrap=True)
        self.lines = Label("", "body", wrap=True)
        self.caveat = Label("", "note", "quiet", wrap=True)
        self.said = SaidBox()
        self.how = HowKnown()
        self.buttons = {key: Button(say(f"links.{key}"), kind="link") for key in acts}
        under = QWidget()
        row = FlowLayout(under, gap=16, line_gap=0)
        for key, button in self.buttons.items():
            button.setObjectName(key)
            button.clicked.connect(self._on_pressed)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        for widget in (self.title, self.lines, self.caveat, self.note, self.said, self.how):
            column.addWidget(widget)
        if acts:
            column.addWidget(under)

    def show_words(self, title: str, lines: Sequence[str], *, caveat: str = "", note: str = "") -> None:
        """Show other words; empty ones take no room."""
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.how.name(title)
        for label, text in ((self.lines, " ".join(lines)), (self.caveat, caveat), (self.note, note)):
            label.setText(text)
            label.setVisible(bool(text))
        for key, button in self.buttons.items():
            name = say("links.aside_of" if key == "aside" else "links.delete_of", question=title)
            button.setAccessibleName(name)

    def show_kept(self, why: str, *, stays: bool) -> None:
        """Offer to delete it, or where it `stays`, say `why` it cannot be."""
        self.buttons["delete"].setVisible(not stays)
        if stays and why:
            self.note.setText(" ".join((self.note.text(), why)))

    def show_known(self, known: Known | None) -> None:
        """Show how it is known, or that nothing is."""
        self.how.show_known(known)

    def words(self) -> str:
        """All that it says, one text."""
        parts = (self.title.text(), self.lines.text(), self.caveat.text(), self.note.text())
        return " ".join(one for one in parts if one)

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.acted.emit(button.objectName(), self.uid)
