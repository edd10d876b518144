"""One piece of work on a report that may be given up: what comes of it then is not heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from diary.errors import DiaryError
    from diary.store.store import Store
    from diary.ui.report.making import Made, Making


class Job(QObject):
    """Runs a `Making` in the store's thread; `made` or `refused` follows, or neither once stopped."""

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, making: Making, parent: QObject) -> None:
        super().__init__(parent)
        self.making = making

    def start(self, store: Store) -> None:
        """Begin, behind what is at work already."""
        store.run(self.making, self._on_made, self._on_refused)

    def give_up(self) -> None:
        """It is not wanted any more: the work ends at its next step."""
        self.making.stop.wanted = True

    def _on_made(self, made: Made | None) -> None:
        if made is not None and not self.making.stop.wanted:
            self.made.emit(made)
        self.deleteLater()

    def _on_refused(self, error: DiaryError) -> None:
        if not self.making.stop.wanted:
            self.refused.emit(error)
        self.deleteLater()
