"""The card in the middle: how many entries fit, their order, and the list itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from diary.models.history import Found, ListRow
from diary.ui.history.entry_list import EntryDelegate, EntryListModel, EventFetch
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.empty_state import EmptyState
from diary.ui.theme import current
from diary.wording import say, say_n


class EntryList(QListView):
    """The list; Enter opens the entry that has the focus."""

    opened = Signal(QModelIndex)
    wanted = Signal(QModelIndex)
    """Enter was pressed on a row, or it was pressed twice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; all other keys move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen entry in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class ListCard(Card):
    """Shows what was found; `chosen` tells the uid of the entry that became the current one."""

    chosen = Signal(str)
    opened = Signal(str)
    entered = Signal(str)
    """A row is wanted where it is edited: Enter, or a second press."""
    order_changed = Signal(bool)
    cleared = Signal()

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], dict[int, ListRow]],
        events: EventFetch | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say("history.list"), parent=parent)
        self.theme = current()
        self.model = EntryListModel(fetch, events, self)
        self.newest_first = True
        self._build()

    def _build(self) -> None:
        self.order = Button(say("history.newest"), kind="link")
        self.view = EntryList()
        self.delegate = EntryDelegate(self.view)
        self.nothing = EmptyState(
            say("history.nothing.title"), say("history.nothing.sentence"), say("history.clear_all")
        )
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(say("history.list"))
        self.nothing.hide()
        self.order.clicked.connect(self._on_order)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_opened)
        self.view.opened.connect(self._on_opened)
        self.view.wanted.connect(self._on_entered)
        self.view.doubleClicked.connect(self._on_entered)
        self.nothing.acted.connect(self.cleared)
        self.theme.changed.connect(self.view.doItemsLayout)
        self.header.addWidget(self.order)
        self.add(self.view, 1)
        self.add(self.nothing, 1)
        self._name_order()

    def show_found(self, found: Sequence[Found], today: date, *, narrowed: bool, uid: str) -> bool:
        """Show these entries and keep `uid` the current one; whether it is among them."""
        self.delegate.today = today
        kept = self.view.verticalScrollBar().value()
        self.view.selectionModel().blockSignals(True)
        self.model.show_found(found, today)
        self.view.selectionModel().blockSignals(False)
        self.set_title(_count_words(found, narrowed=narrowed))
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.view.verticalScrollBar().setValue(kept)
        return self.choose(uid)

    def choose(self, uid: str) -> bool:
        """Make an entry the current one without telling; whether it is in the list."""
        at = self.model.place_of(uid)
        self.view.selectionModel().blockSignals(True)
        if at is None:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.model.index(at, 0))
            self.view.scrollTo(self.model.index(at, 0))
        self.view.selectionModel().blockSignals(False)
        self.view.viewport().update()
        return at is not None

    def show_day(self, day: date) -> None:
        """Bring what a day has into sight without choosing it."""
        at = self.model.place_of_day(day)
        if at is not None:
            self.view.scrollTo(self.model.index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot()
    def _on_order(self) -> None:
        self.newest_first = not self.newest_first
        self._name_order()
        self.order_changed.emit(self.newest_first)

    def _name_order(self) -> None:
        words = say("history.newest" if self.newest_first else "history.oldest")
        self.order.set_words(words)
        self.order.setAccessibleName(say("history.order", order=words))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.uid(index.row()))

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.uid(index.row()))

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.entered.emit(self.model.uid(index.row()))


def _count_words(found: Sequence[Found], *, narrowed: bool) -> str:
    entries = sum(not one.what for one in found)
    others = len(found) - entries
    if others and narrowed:
        return say_n("everything.found", len(found))
    counted = say_n("history.found" if narrowed else "history.count", entries)
    return say_n("everything.count", others, entries=counted) if others else counted
