"""A card that can be folded to one line, which then says how much of it is answered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.card import Card
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.wording import say

FOLDED_LINE = 28
"""Height of the line of a folded card without its margins, px at 100 %."""


class Section(Card):
    """A titled card whose `inside` is hidden while it is folded; `turned` tells name and state."""

    turned = Signal(str, bool)

    def __init__(self, name: str, title: str, *, help_text: str = "", folded: bool = False) -> None:
        super().__init__(title, help_text=help_text, spacing=2)
        self.name = name
        self._folded = False
        self._helps = bool(help_text)
        self.help_closed.connect(self._on_help_closed_for_good)
        self.inside = QWidget()
        self.rows = QVBoxLayout(self.inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(2)
        self.state = Label("", "note", "quiet")
        self.fold = IconButton("up", say("section.fold", title=title), parent=self)
        self._corner = QWidget()
        self.fold.clicked.connect(self._on_fold)
        self.state.hide()
        self.header.addWidget(self.state)
        self.header.addWidget(self._corner)
        super().add(self.inside, 1)
        self.set_folded(folded)

    @property
    def folded(self) -> bool:
        """Whether only its line stands there."""
        return self._folded

    def add_control(self, control: QWidget) -> None:
        """Puts a control into the line, before the one that folds it."""
        self.header.removeWidget(self._corner)
        self.header.addWidget(control)
        self.header.addWidget(self._corner)

    def set_folded(self, folded: bool) -> None:
        """Folds it to its line, or opens it."""
        self._folded = folded
        self.inside.setVisible(not folded)
        self.state.setVisible(folded)
        title = self.title.text()
        self.fold.set_words(say("section.open" if folded else "section.fold", title=title))
        self.fold.set_icon("down" if folded else "up")
        if self._help is not None:
            self._help.setVisible(self._helps and not folded)
            self.title.setMinimumHeight(0)
            for margin in (1, 0):  # a label remembers how high it was told to be, until it is measured anew
                self.title.setMargin(margin)
            self._place_help()
        self.header.invalidate()
        self._place_fold()
        self._keep_line()
        self.updateGeometry()

    def _keep_line(self) -> None:
        """The line of a folded card is as high as a finger needs, with its margins."""
        self._top.setMinimumHeight(self.theme.px(FOLDED_LINE) if self._folded else 0)

    def show_state(self, answered: int, of: int) -> None:
        """Says in its line how many of its questions are answered."""
        self.state.setText(say("section.answered", n=answered, of=of) if answered else say("not_answered"))

    def restyle(self) -> None:
        """Keep the corner free at the text size."""
        super().restyle()
        if hasattr(self, "fold"):
            self._place_fold()
            self._keep_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its corner: it is taller than a title, whose line stays low."""
        super().resizeEvent(event)
        self._place_fold()

    def _place_fold(self) -> None:
        side, above = self.fold.sizeHint(), self.theme.px(0 if self._tight or self._folded else 4)
        self._corner.setFixedSize(side.width(), 1)
        left = self.width() - self.theme.px(16) - side.width()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.theme.px(16)
        self.fold.setGeometry(QRect(QPoint(left, above), side))
        self.fold.raise_()

    @Slot()
    def _on_help_closed_for_good(self) -> None:
        self._helps = False

    @Slot()
    def _on_fold(self) -> None:
        self.set_folded(not self._folded)
        self.turned.emit(self.name, self._folded)
