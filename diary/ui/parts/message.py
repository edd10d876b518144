"""A message on the page: it stays until it is closed and never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label, Painted, box, told
from diary.wording import say

_LOOK = {
    "info": ("tint", "accent", "on_tint", "info"),
    "problem": ("problem_ground", "problem", "problem_ink", "warning"),
}


class InlineMessage(Painted):
    """Words of kind "info" or "problem" with an optional action; read aloud when shown."""

    closed = Signal()
    acted = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "info",
        *,
        action: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._sign = QLabel()
        self._words = Label(text, "body", _LOOK[kind][2], wrap=True)
        self._action = Button(action, kind="small")
        self._close = IconButton("close", say("window.close_message"))
        self._announcer = Announcer(self)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self._on_closed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        # Only now: shown before it has a parent, a button is a window of its own for a moment.
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_text(text)
        self.restyle()

    @property
    def action_button(self) -> Button:
        """The button of the action; hidden where there is none."""
        return self._action

    @property
    def close_button(self) -> IconButton:
        """The button that takes the message away."""
        return self._close

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def add_button(self, button: Button) -> None:
        """Put one more button before the one that closes."""
        self._row.insertWidget(self._row.count() - 1, button)

    def set_text(self, text: str, *, action: str = "") -> None:
        """Change the words (and the action's word) and have them read aloud."""
        self._words.setText(text)
        self.setAccessibleName(text)
        if action:
            self._action.set_words(action)
            self._action.show()
        self._announcer.announce(text, urgent=self.kind == "problem")
        told(self, QAccessible.Event.Alert)

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()

    def restyle(self) -> None:
        """Keep sign and margins at the text size."""
        side = self.theme.px(12)
        self._row.setContentsMargins(side, self.theme.px(4), self.theme.px(6), self.theme.px(4))
        self._row.setSpacing(self.theme.px(8))
        self._sign.setPixmap(self.theme.pixmap(_LOOK[self.kind][3], _LOOK[self.kind][1], 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, _ink, _icon = _LOOK[self.kind]
        pen = QPen(self.theme.color(line), 1)
        box(painter, QRectF(self.rect()), self.theme.px(8), self.theme.color(ground), pen)
