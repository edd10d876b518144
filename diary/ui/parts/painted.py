"""What every part that paints itself shares: it follows the theme and tells screen readers what changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from diary.ui.parts.checks import HearsChecks
from diary.ui.theme import current

KEYPAD = Qt.KeyboardModifier.KeypadModifier
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def told(widget: QWidget, event: QAccessible.Event) -> None:
    """Tell assistive software, if any listens, that `event` happened to `widget`."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, event))


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    pen: QPen | None,
) -> None:
    """Paint a rounded box whose line lies wholly inside `rect`."""
    inset = pen.widthF() / 2 if pen is not None else 0.0
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    if fill is not None:
        painter.fillPath(path, fill)
    if pen is not None:
        painter.strokePath(path, pen)


class Painted(QWidget):
    """A widget that repaints and measures itself anew when the theme changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Renew what was worked out from the theme; most parts need nothing here."""


class PaintedButton(HearsChecks, QAbstractButton):
    """A button that paints itself and follows the theme; it can be pressed by mouse, Space and Enter."""

    leaves_arrows = False
    """Whether arrow keys belong to the widget this button stands in, which moves the choice."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.setText(text)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.theme.changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; arrows are left to what the button stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD:
            self.click()
        elif self.leaves_arrows and event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Renew what was worked out from the theme; most parts need nothing here."""


class Label(QLabel):
    """Words in one of the theme's text roles and one of its colours; never read as mark-up."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._token = token
        self.theme = current()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._on_theme_changed()
        self.theme.changed.connect(self._on_theme_changed)

    def set_token(self, token: str) -> None:
        """Write in the colour of `token`."""
        self._token = token
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.text(self._role))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self.theme.color(self._token))
        self.setPalette(palette)
