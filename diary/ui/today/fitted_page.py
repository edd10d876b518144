"""A form that fits itself to the window: compact rows and narrow margins before anything must scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from diary.ui.parts.card import Card
from diary.ui.today.figure_room import limit_note, tall_for_columns
from diary.ui.today.form_page import FormPage
from diary.ui.today.form_parts import BODY, MEASURES

LOOKS = 3
"""How often the room is looked at anew at most, until nothing changes any more."""


class FittedPage(FormPage):
    """A whole day on one screen, where the window has room for it."""

    _tight = False
    _looks_left = 0

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
            self._looks_left = LOOKS
            self._fit()
            self._fit_soon.start()

    @property
    def spare(self) -> QWidget | None:
        """What is left out before anything must scroll, as it can be reached elsewhere; None if nothing."""
        return None

    @Slot()
    def _fit(self) -> None:
        """Narrow margins, then compact rows, where the window is too low; a large figure where it scrolls."""
        stacked = self.columns.stacked
        room, wide = self._room_for_columns()
        for layout in (*self.measures.findChildren(QLayout), self._right_column):
            layout.update()  # rows that just changed their height have not told it yet
        tight, compact = self._saved_by_tight(tight=True), self.measures.saved_by_compact(compact=True)
        needed = self._right_column.heightForWidth(wide)
        needed += self.measures.saved_by_compact(self.measures.compact) + self._saved_by_tight(self._tight)
        was = (self._tight, self.measures.compact, self.spare is None or self.spare.isHidden())
        needed += self._show_spare(needed - tight - compact, room, wide)
        super().refit()
        self._set_tight(needed > room and not stacked)
        self.measures.set_compact(needed - tight > room and not stacked)
        limit_note(self)
        if was != (self._tight, self.measures.compact, self.spare is None or self.spare.isHidden()):
            self._look_again()
        # The bar would take the width that spares the line for which it is needed.
        fits = not stacked and needed - tight - compact <= room and self._body_fits(room)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.scroll_area.setVerticalScrollBarPolicy(bar)

    def _look_again(self) -> None:
        """What just changed its height tells how tall it is only afterwards."""
        if self._looks_left:
            self._looks_left -= 1
            self._fit_soon.start()

    def _show_spare(self, least: int, room: int, wide: int) -> int:
        """Shows what is spare where there is room; gives how much taller (px) the column is for it."""
        spare = self.spare
        if spare is None:
            return 0
        tall, was_shown = spare.heightForWidth(wide) + self._right_column.spacing(), not spare.isHidden()
        without = least - tall if was_shown else least
        shown = without + tall <= room or self.columns.stacked
        spare.setVisible(shown)
        return (tall if shown else 0) - (tall if was_shown else 0)

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
