"""A form that fits itself to the window: compact rows and narrow margins before anything must scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout

from diary.ui.today.figure_room import limit_note, tall_for_columns
from diary.ui.today.form_page import FormPage
from diary.ui.today.form_parts import BODY, MEASURES


class FittedPage(FormPage):
    """A whole day on one screen, where the window has room for it."""

    _tight = False

    def _begin_fitting(self) -> None:
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks at the room anew."""
        super().resizeEvent(event)
        self.refit()

    def refit(self) -> None:
        """Looks at the room now, and again once all parts have said how much they need."""
        if hasattr(self, "_fit_soon"):
            self._fit()
            self._fit_soon.start()

    @Slot()
    def _fit(self) -> None:
        """Compact rows where the window is too low for all; a large figure where the page scrolls anyway."""
        stacked = self.columns.stacked
        room, wide = self._room_for_columns()
        for layout in (*self.measures.findChildren(QLayout), self._right_column):
            layout.update()  # rows that just changed their height have not told it yet
        needed = self._right_column.heightForWidth(wide)
        needed += self.measures.saved_by_compact(self.measures.compact) + self._saved_by_tight(self._tight)
        left = needed - self.measures.saved_by_compact(compact=True)
        super().refit()
        self.measures.set_compact(needed > room and not stacked)
        self._set_tight(left > room and not stacked)
        limit_note(self)
        # The bar would take the width that spares the line for which it is needed.
        fits = not stacked and left - self._saved_by_tight(tight=True) <= room and self._body_fits(room)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.scroll_area.setVerticalScrollBarPolicy(bar)

    def _room_for_columns(self) -> tuple[int, int]:
        """Height of the columns without scrolling, and width of the right one then, px."""
        wide = (self.room().width() - self.columns.gap) * MEASURES // (BODY + MEASURES)
        return tall_for_columns(self), min(wide, self.right.maximumWidth())

    def _body_fits(self, room: int) -> bool:
        layout = self.body.layout()
        return layout is None or layout.totalHeightForWidth(self.body.width()) <= room

    def _set_tight(self, tight: bool) -> None:
        self._tight = tight
        for card in self._cards():  # new ones as well, which came with other questions
            card.set_tight(tight)
        self._right_column.setSpacing(4 if tight else 8)

    def _cards(self) -> list[Card]:
        """The cards of the right column."""
        return [*self.measures.cards, self.note_card]

    def _saved_by_tight(self, tight: bool) -> int:
        cards = len(self._cards())
        return (cards * 2 * self.theme.px(4) + 8) if tight else 0
