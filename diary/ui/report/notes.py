"""The notes of the period, to be ticked one by one: none goes into a report by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout

from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label, Painted
from diary.ui.theme import current
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_PX = 34
"""Height of a note's line, px at 100 %."""

SEARCH_FROM = 6
"""With fewer notes than this there is nothing to search."""


class Note(NamedTuple):
    """One note: uid of its entry, its day, its words."""

    entry: str
    day: date
    text: str


class NotesModel(QAbstractListModel):
    """Notes with a tick each."""

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[Note] = []
        self._ticked: set[str] = set()

    def show(self, notes: Sequence[Note]) -> None:
        """Show other notes; ticks of notes that are still there stay."""
        if list(notes) == self._notes:
            return
        self.beginResetModel()
        self._notes = list(notes)
        self.endResetModel()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The uids of the ticked notes that are shown, in their order."""
        return tuple(note.entry for note in self._notes if note.entry in self._ticked)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Day and words; the whole note as a tool tip; the tick."""
        note = self._notes[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if note.entry in self._ticked else Qt.CheckState.Unchecked
        line = say("report.note_line", day=day_words(note.day, "d MMM"), text=" ".join(note.text.split()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, current().px(ROW_PX))
        return note.text if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a note."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        entry = self._notes[index.row()].entry
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(entry)
        else:
            self._ticked.discard(entry)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def flags(self, _index: _Index) -> Qt.ItemFlag:
        """Every note can be ticked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class NotesList(Painted):
    """A list of notes with ticks, and a search where there are many."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = NotesModel()
        self._found = QSortFilterProxyModel(self)
        self.search = QLineEdit()
        self.list = QListView()
        self._count = Label("", "note", "quiet", wrap=True)
        self._build()

    def _build(self) -> None:
        self._found.setSourceModel(self.model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.setPlaceholderText(say("report.notes_search"))
        self.search.setAccessibleName(say("report.notes_search"))
        self.search.setClearButtonEnabled(True)
        self.list.setModel(self._found)
        self.list.setAccessibleName(say("report.notes_card"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)

        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.model.ticked_changed.connect(self._on_ticked)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._count, self.search, self.list):
            column.addWidget(part)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of a period."""
        self.model.show(notes)
        self.search.setVisible(len(notes) >= SEARCH_FROM)
        self.list.setVisible(bool(notes))
        self._tell()
        self.restyle()

    def restyle(self) -> None:
        """Room for about six notes."""
        rows = min(max(self.model.rowCount(), 1), 6)
        self.list.setFixedHeight(rows * self.theme.px(ROW_PX) + 4)

    @Slot()
    def _on_ticked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        there = self.model.rowCount()
        if not there:
            self._count.setText(say("report.notes_none"))
        else:
            self._count.setText(say_n("report.notes_ticked", len(self.model.ticked), there=there))
