"""The mark in the tray: a menu of three, and a place for a reminder. Loaded only when switched on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from diary.ui.theme import current
from diary.wording import say

SHOWN_MS = 15_000
ICON = 32


class Tray(QObject):
    """Open, Pain now and Quit; a press on the mark or on a reminder opens as well."""

    open_requested = Signal()
    entry_requested = Signal()
    pain_now_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.icon = QSystemTrayIcon(theme.icon("book", "accent", ICON), self)
        self.icon.setToolTip(say("app.name"))
        self.menu = QMenu()
        self.open, self.pain_now, self.quit = (
            QAction(say(key), self.menu) for key in ("tray.open", "tray.pain_now", "tray.quit")
        )
        self.menu.addActions([self.open, self.pain_now, self.quit])
        self.open.triggered.connect(self.open_requested)
        self.pain_now.triggered.connect(self.pain_now_requested)
        self.quit.triggered.connect(self.quit_requested)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.entry_requested)
        theme.changed.connect(self._on_theme)
        self.icon.setContextMenu(self.menu)
        self.icon.show()

    def tell(self, words: str) -> None:
        """Shows a few words beside the mark, for a while."""
        self.icon.showMessage(say("app.name"), words, QSystemTrayIcon.MessageIcon.NoIcon, SHOWN_MS)

    def go(self) -> None:
        """Takes the mark out of the tray."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()

    @Slot()
    def _on_theme(self) -> None:
        self.icon.setIcon(current().icon("book", "accent", ICON))


def has_tray() -> bool:
    """Whether this computer has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()
