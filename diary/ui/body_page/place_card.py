"""A chosen place: day by day in both periods, and the entries it is in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStackedWidget

from diary.anatomy.naming import place_name, qualities_line
from diary.insight.body_days import days_there, entries_there
from diary.models.codes import EntryKind, Lateness
from diary.models.records import AreaQuality
from diary.ui.body_page.place_line import PlaceLine
from diary.ui.body_page.said import region_words
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.trends.view import short_day
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.views import AreaRow
    from diary.ui.body_page.view import View

_Index = QModelIndex | QPersistentModelIndex

_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

TARGET = 32
"""Least height of a row, px."""


class EntryLines(QAbstractListModel):
    """The entries of a place, the newest first, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[AreaRow, ...] = ()
        self._tall = TARGET

    def show_rows(self, rows: Sequence[AreaRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row for each entry."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day, and what was said of the place; whole in the tool tip where the line is cut."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, max(self._tall, TARGET))
        if role not in _WORDS:
            return None
        return entry_words(self.rows[index.row()])

    def set_line_height(self, tall: int) -> None:
        """Rows are so high, px, but never too low to be pressed."""
        self._tall = tall
        self.layoutChanged.emit()


def entry_words(row: AreaRow) -> str:
    """An entry's place in words, "Sun 22 Nov 2026: severity 6, burning"."""
    found = [] if row.severity is None else [say("bodymap.severity_is", severity=row.severity)]
    feels = qualities_line(
        [
            *(AreaQuality(code=code) for code in row.qualities),
            *(AreaQuality(own_word=word) for word in row.own_words),
        ]
    )
    found += [feels[:1].lower() + feels[1:]] if feels else []
    words = ", ".join(found) or say("bodymap.marked")
    if row.kind == EntryKind.MOMENT:
        words = say("bodymap.entry_moment", words=words)
    if row.lateness == Lateness.MEMORY:
        words = say("bodymap.entry_late", words=words)
    return say("bodymap.entry_line", day=short_day(row.day), words=words)


class PlaceCard(Card):
    """The place's own line; its entries open with `day_requested(date)`."""

    day_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=2)
        self.region = ""
        self.entries_button = Button("", kind="link")
        self.numbers = Label("", "note", "quiet", wrap=True)
        self.line = PlaceLine()
        self.lines = EntryLines()
        self.list = QListView()
        self.list.setModel(self.lines)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.line)
        self.stack.addWidget(self.list)
        self.entries_button.setCheckable(True)
        self.entries_button.toggled.connect(self._on_toggled)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_activated)
        self.header.addWidget(self.entries_button)
        self.add(self.numbers)
        self.add(self.stack, 1)
        self.restyle()

    def show_place(self, view: View, region: str, year: int) -> None:
        """Show a region of a view in this `year`; "" says how to choose one."""
        self.region = region
        if not region:
            self.set_title(say("bodymap.place_none"))
            self.numbers.setText(say("bodymap.place_none_text"))
            self.entries_button.setChecked(False)
            self.entries_button.hide()
            self.stack.hide()
            return
        self.stack.show()
        quality, how = view.choice.quality, view.choice.how
        name = place_name([region])
        self.set_title(name.partition(" (")[0])
        now, before = (region_words(region, days, how) for days in (view.now, view.before))
        words = say("bodymap.line_spoken", place=name, now=now, before=before)
        self.numbers.setText(say("bodymap.place_numbers", now=now, before=before))
        days = days_there(view.rows.areas, view.rows.answers, region, quality=quality)
        self.line.show_days(days, (view.choice.before, view.choice.now), year)
        self.line.setAccessibleName(words)
        rows = entries_there(view.rows.areas, region, quality=quality)
        self.lines.show_rows(rows)
        self.list.setAccessibleName(say("bodymap.entries_of", place=name))
        self._name_button()
        self.entries_button.setVisible(bool(rows))
        if not rows:
            self.entries_button.setChecked(False)

    def _name_button(self) -> None:
        shown = self.entries_button.isChecked()
        words = say("bodymap.back_to_line") if shown else say_n("bodymap.entries", len(self.lines.rows))
        self.entries_button.set_words(words)

    def restyle(self) -> None:
        """Keep the list's letters at the text size."""
        super().restyle()
        if hasattr(self, "list"):
            self.list.setFont(self.theme.text("note"))
            self.lines.set_line_height(self.theme.metrics("note").height() + self.theme.px(12))

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.stack.setCurrentWidget(self.list if shown else self.line)
        self._name_button()
        if shown and self.entries_button.hasFocus():
            self.list.setFocus()
            self.list.setCurrentIndex(self.lines.index(0))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.day_requested.emit(date.fromordinal(self.lines.rows[index.row()].day))
