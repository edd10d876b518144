"""How tall the figure is: never by what is answered, so that it stays where it was pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from diary.ui.theme import current

if TYPE_CHECKING:
    from diary.ui.today.form_parts import FormParts
    from diary.ui.today.place_editor import PlaceEditor

TAB = 44
"""Height of a tab, px at 100 %."""
LINE_GAP = 4
"""Room between two lines of tabs, px."""
LARGE = 380
"""Height of a figure that is easily drawn on, px at 100 %."""
LEAST = 244
"""Least height of a figure that can be pressed, px at 100 %."""

SEEN_MARGIN = 16
"""Room above and below a figure that is seen whole, px."""

WIDE_MEASURES = 540
"""Widest column of questions, px at 100 %: the figure takes the rest."""
NOTE_TALL = 280
"""Most height of the note, px at 100 %: Save stays near what it saves."""
ANY_WIDTH = 16_777_215


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRoom:
    """Height of the card without scrolling, and of what is seen of the page at once, px.

    `scrolls`: the page scrolls anyway, so that the figure may be as large as can be seen whole.
    """

    card: int
    seen: int
    scrolls: bool

    def left(self, above: int, editor: PlaceEditor, width: int) -> tuple[int, int]:
        """Least and most height of the figure, px; `above` is the height of the card's header.

        Room is kept for a line of tabs and the editor with one strength or a second line of tabs, where the
        figure stays large for both; what is more scrolls.
        """
        theme = current()
        least = min(theme.px(LEAST), self.seen)
        if self.scrolls:
            return least, max(least, self.seen)
        room = self.card - 2 * theme.px(8) - above - theme.metrics("note").height() - 4 * theme.px(4)
        room -= theme.px(TAB) + editor.least_height(width)
        tabs, strength = theme.px(TAB) + LINE_GAP, editor.strength_height(width)
        for more, enough in ((max(tabs, strength), LEAST), (min(tabs, strength), LARGE)):
            room -= more if room - more >= theme.px(enough) else 0
        return least, max(least, min(room, self.seen))


def give_room(page: FormParts) -> None:
    """Gives the body of a form its room, and the questions no more width than they need."""
    stacked = page.columns.stacked
    page.right.setMaximumWidth(ANY_WIDTH if stacked else current().px(WIDE_MEASURES))
    seen = page.scroll_area.height() - 2 * SEEN_MARGIN
    page.body.set_room(FigureRoom(card=tall_for_columns(page), seen=seen, scrolls=stacked))
    limit_note(page)


def limit_note(page: FormParts) -> None:
    """Lets the note grow as far as Save stays in sight, however much is answered about the places."""
    most, layout = current().px(NOTE_TALL), page.right.layout()
    least = page.note_card.heightForWidth(page.right.width())
    if page.note_card.folded:
        most = least
    elif layout is not None and not page.columns.stacked:
        free = tall_for_columns(page) - layout.totalHeightForWidth(page.right.width())
        most = min(most, least + max(0, free))
    page.note_card.setMaximumHeight(most)


def tall_for_columns(page: FormParts) -> int:
    """Height of the columns of a form without scrolling, px."""
    room = page.room()
    above = [page.content.itemAt(at) for at in range(page.content.indexOf(page.columns))]
    shown = [one.widget() for one in above if one is not None and not one.isEmpty()]
    used = [_tall(one, room.width()) + page.content.spacing() for one in shown if one is not None]
    return room.height() - sum(used)


def _tall(widget: QWidget, wide: int) -> int:
    return widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
