"""The row of tabs over the faces of Trends; it wraps where the room ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Painted, PaintedButton

if TYPE_CHECKING:
    from collections.abc import Sequence

_AHEAD = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Tab(PaintedButton):
    """One tab: its words, underlined and strong while it is the one shown."""

    leaves_arrows = True

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as its strong words and 10 px on each side."""
        words = self.theme.metrics("note_strong").horizontalAdvance(self.text())
        return QSize(words + self.theme.px(20), max(32, self.theme.px(32)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and the line under them that says: this one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self.theme, self.isChecked()
        if self.underMouse() and self.isEnabled() and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("well"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -4), theme.px(6), theme.px(6))
        painter.setPen(theme.color("quiet" if not self.isEnabled() else "accent" if chosen else "ink"))
        painter.setFont(theme.font(13, 650 if chosen else 500))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            side, thick = theme.px(10), max(3, theme.px(3))
            line = QRectF(side, self.height() - thick, self.width() - 2 * side, thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(line, thick / 2, thick / 2)


class FaceTabs(Painted):
    """One of `options` (key, word) is shown; arrows, Home and End move from one to the next."""

    changed = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tabs = [Tab(key, word, self) for key, word in options]
        self._value = ""
        self._row = FlowLayout(self, gap=2, line_gap=2)
        for tab in self.tabs:
            tab.setAccessibleDescription(name)
            tab.clicked.connect(self._on_clicked)
            self._row.addWidget(tab)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show(value)

    @property
    def value(self) -> str:
        """The key of the tab that is shown."""
        return self._value

    @property
    def _shown(self) -> Tab:
        return next(tab for tab in self.tabs if tab.key == self._value)

    def choose(self, key: str) -> None:
        """Show the tab of this key; `changed` follows where it is another one.

        A focus that one of the tabs has goes along.
        """
        held = any(tab.hasFocus() for tab in self.tabs)
        before = self._value
        self._show(key)
        if key != before:
            self.changed.emit(key)
        if held:
            self._shown.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, by: int) -> None:
        """Show the next tab or the one before, round and round."""
        at = [tab.key for tab in self.tabs].index(self._value)
        self.choose(self.tabs[(at + by) % len(self.tabs)].key)

    @Slot()
    def go_on(self) -> None:
        """Show the next tab."""
        self.step(1)

    @Slot()
    def go_back(self) -> None:
        """Show the tab before."""
        self.step(-1)

    def take_focus(self, leaving: Sequence[QWidget]) -> None:
        """Give the tab that is shown the focus, where it is in one of those about to be hidden."""
        now = self.window().focusWidget()
        if now is not None and any(one.isAncestorOf(now) for one in leaving):
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: str) -> None:
        self._value = key
        for tab in self.tabs:
            chosen = tab.key == key
            tab.setChecked(chosen)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _on_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, Tab):
            self.choose(tab.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours, Home and End to the ends."""
        key = Qt.Key(event.key())
        if key in _AHEAD and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.step(-_AHEAD[key] if mirrored else _AHEAD[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            goal = self.tabs[0 if key == Qt.Key.Key_Home else -1]
            self.choose(goal.key)
            goal.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(self._row.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines of tabs."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Be as tall as the lines of tabs at the text size."""
        if hasattr(self, "_row"):
            self._row.invalidate()
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest tab: the others go to the next lines."""
        return QSize(max(tab.sizeHint().width() for tab in self.tabs), self.minimumHeight())
