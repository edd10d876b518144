"""A table of words: the numbers behind a chart, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from diary.ui.theme import current
from diary.ui.trends.table import DayTable

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows of words under named columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; each has a text for each column."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """As many as were given."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """As many as were named."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.columns[section] if section < len(self.columns) else None


class RowsTable(DayTable):
    """A table of words; arrows move through its cells."""

    def __init__(self, name: str) -> None:
        self.words = RowsModel()
        super().__init__(self.words, name)

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, each column wide enough for its longest words."""
        self.words.show_rows(columns, rows)
        self.fit_columns()
        metrics, room = current().metrics("body"), current().px(20)
        for at, name in enumerate(columns):
            longest = max(metrics.horizontalAdvance(one) for one in (name, *(row[at] for row in rows[:400])))
            self.setColumnWidth(at, min(longest + room, current().px(360)))
