"""One visible focus for every control: a ring of 2 px, 2 px outside it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid


class Wears(Protocol):
    """What the ring asks of the theme of now."""

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        ...

    def px(self, length: float) -> int:
        """A length at the text size of now."""
        ...


REACH = 4
"""How far the ring's outer edge stands from the control, px."""


class _Ring(QWidget):
    """The painted ring; it lies on the scrolled content, so that it moves and is clipped with it."""

    def __init__(self, theme: Wears, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.host = host
        self.radius = 8.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stroke the ring just inside this widget's edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.radius + 3, self.radius + 3)


def _host(focused: QWidget) -> QWidget:
    """Where the ring lies: the scrolled content or the window.

    Content marked "holds_ring" is found without asking for its viewport: the first widget that Qt itself made
    and Python has not met costs 16 ms, since PySide then loads every widget class.
    """
    widget = focused.parentWidget() or focused
    while not widget.isWindow() and not widget.property("holds_ring"):
        parent = widget.parentWidget()
        if parent is None:
            break
        if not parent.property("holds_ring") and isinstance(parent.parentWidget(), QAbstractScrollArea):
            break
        widget = parent
    return widget


class FocusRing(QObject):
    """Follows the focus of the application and keeps the ring around the control that has it."""

    def __init__(self, theme: Wears, app: QApplication) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def leave(self, app: QApplication) -> None:
        """Follows the focus no more: another theme brings a ring of its own."""
        app.focusChanged.disconnect(self._on_focus_changed)
        self._on_focus_changed(None, None)
        self.deleteLater()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if new is None or new.property("no_ring") or new.isWindow():
            return
        host = _host(new)
        self._ring = _Ring(self._theme, host)
        inner: QWidget | None = new
        while inner is not None and inner is not host:
            self._watched.append(inner)
            inner.installEventFilter(self)
            inner = inner.parentWidget()
        self.place()

    @Slot()
    def place(self) -> None:
        """Lays the ring around the control that has the focus, for the text size of now."""
        if self._ring is None or not isValid(self._ring) or not self._watched:
            return
        focused = self._watched[0]
        if not isValid(focused) or not isValid(self._ring.host):
            return
        shape = getattr(focused, "focus_shape", None)
        rect: QRect = shape() if shape is not None else focused.rect()
        radius = focused.property("focus_radius")
        self._ring.radius = float(self._theme.px(radius if radius is not None else 8))
        corner = focused.mapTo(self._ring.host, QPoint(0, 0))
        self._ring.setGeometry(rect.translated(corner).adjusted(-REACH, -REACH, REACH, REACH))
        self._ring.setVisible(focused.isVisible())
        self._ring.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move the ring when the control or anything it lies in moves; the event goes on."""
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in kinds or event.type() == QEvent.Type.DynamicPropertyChange:
            self.place()
        return False
