"""Maps that are compared stand alike: each figure is arranged for the room that the smallest one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.body.figure_view import FigureView
    from diary.ui.body_page.map_card import MapCard


class Alike(QObject):
    """Looks on as the figures of these cards change their size."""

    def __init__(self, cards: Sequence[MapCard], parent: QObject) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        for card in self._cards:
            card.figure_made.connect(self.watch)
            self.watch(card.figure)

    @Slot(object)
    def watch(self, figure: FigureView) -> None:
        """Look on as this figure changes its size, too."""
        figure.installEventFilter(self)
        self.share()

    def share(self) -> None:
        """Arrange every figure for the narrowest and the lowest room of all, under notes of one height."""
        notes = [card.note for card in self._cards]
        tall = max(0, *(note.heightForWidth(max(1, note.width())) for note in notes))
        for note in notes:
            note.setMinimumHeight(tall)
        sizes = [card.figure.size() for card in self._cards]
        room = QSize(min(one.width() for one in sizes), min(one.height() for one in sizes))
        for card in self._cards:
            card.figure.share_room(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room anew once a figure has another size."""
        if event.type() == QEvent.Type.Resize:
            self.share()
        return super().eventFilter(watched, event)
