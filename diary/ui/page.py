"""A page of the window: it knows when it is stale, and refreshes once, when it is seen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent

from diary.models.codes import Noun
from diary.models.records import Changes
from diary.store.store import Store
from diary.ui.parts.page_frame import PageFrame


class Page(PageFrame):
    """Base of all pages: override `_refresh`, which is called with the store open.

    Twenty saves in a burst are one refresh, and a hidden page waits until it is shown.
    """

    announced = Signal(str)
    settled = Signal()
    """The page shows what the diary holds now."""

    touched_by: ClassVar[frozenset[Noun]] = frozenset(Noun)
    """The nouns whose changes make this page stale."""

    def __init__(self, store: Store, title: str = "", *, name: str = "") -> None:
        super().__init__(title, name=name)
        self.store = store
        self._stale = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)
        store.changed.connect(self._on_changed)
        store.opened.connect(self._owe_refresh)

    def _refresh(self) -> None:
        """Shows what the diary holds now; called with the store open and the page visible."""
        raise NotImplementedError  # every page has its own

    def is_complete(self) -> bool:
        """Whether the page shows all it has; pages that work in the thread say so themselves."""
        return not self._stale

    def announce(self, words: str) -> None:
        """Has the window say something that changed away from the focus."""
        self.announced.emit(words)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.nouns or changes.nouns & self.touched_by:
            self._owe_refresh()

    @Slot()
    def _owe_refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def caught_up(self) -> None:
        """The page has just read what the diary holds: no refresh is owed to it."""
        self._stale = False
        self._soon.stop()

    @Slot()
    def _on_soon(self) -> None:
        if self._stale and self.store.is_open and self.isVisible():
            self._stale = False
            self._refresh()
            self.settled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Refreshes a stale page once it is seen."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()
