"""The push button: plain, small, primary, quiet, or an icon alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from diary.ui.parts.checks import HearsChecks
from diary.ui.theme import current

_TOKENS = {"primary": "on_accent", "quiet": "accent", "link": "accent"}
_GAP = 6
"""Room between icon and word, px at 100 %; it is part of the icon, since Qt has no setting for it."""


class Button(HearsChecks, QPushButton):
    """A push button; kind is "plain", "small", "primary", "quiet", "link" or "icon" (words as tool tip)."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        kind: str = "plain",
        *,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = current()
        self._icon = icon
        self._kind = kind
        self._trailing = trailing
        if trailing:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "icon":
            self.setToolTip(text)
        else:
            self.setText(text)
        self._on_theme_changed()
        self.theme.changed.connect(self._on_theme_changed)

    def set_words(self, text: str) -> None:
        """Change the words, and with them the accessible name."""
        self.setAccessibleName(text)
        if self._kind == "icon":
            self.setToolTip(text)
        else:
            self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Make the icon quiet with the button."""
        if event.type() == QEvent.Type.EnabledChange:
            self._on_theme_changed()
        super().changeEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._icon:
            size = 18 if self._kind != "small" else 16
            gap = 0 if self._kind == "icon" else self.theme.px(_GAP)
            self.setIconSize(QSize(self.theme.px(size) + gap, self.theme.px(size)))
            token = _TOKENS.get(self._kind, "ink") if self.isEnabled() else "dash"
            self.setIcon(self.theme.icon(self._icon, token, size, gap=-gap if self._trailing else gap))
