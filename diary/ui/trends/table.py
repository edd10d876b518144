"""The same numbers as a table: one row a day, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from diary.charts.value_words import day_title
from diary.models.codes import Lateness
from diary.ui.theme import current
from diary.ui.trends.view import View, changes_of, codes_of, listed, row_words, short_day
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.models.views import ValueRow

Index = QModelIndex | QPersistentModelIndex


class DaysModel(QAbstractTableModel):
    """Days with any value down, shown measures across; a cell says its value, and late or imported."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._days: list[int] = []
        self._codes: list[str] = []
        self._beside: dict[int, list[str]] = {}

    def show_view(self, view: View | None) -> None:
        """Show another view."""
        self.beginResetModel()
        self._view = view
        shown = () if view is None else codes_of(view.panels)
        self._codes = [] if view is None else [code for code in shown if code in view.numbers.measures]
        days: set[int] = set()
        if view is not None:
            days.update(*(view.by_day[code] for code in self._codes if code in view.by_day))
            days.update(view.moments)
            self._beside = changes_of(view)
            days.update(self._beside)
        else:
            self._beside = {}
        self._days = sorted(days, reverse=True)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One row a day that has a value."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The day and the measures, and what began or happened where anything did."""
        return 0 if parent.isValid() else len(self._codes) + 1 + bool(self._beside)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if not index.isValid() or not (spoken or role == Qt.ItemDataRole.DisplayRole):
            return None
        day = self._days[index.row()]
        if index.column() == 0:
            return day_title(day) if spoken else short_day(day)
        if index.column() > len(self._codes):
            return listed(self._beside.get(day, []), "trends.told_all")
        return self._cell(self._codes[index.column() - 1], day)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the measures."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section == 0:
            return say("trends.column.day")
        if section > len(self._codes):
            return say("trends.column.beside")
        code = self._codes[section - 1]
        assert self._view is not None  # there are columns only with a view
        return measure_words(code, {code: self._view.measure(code)})

    def _cell(self, code: str, day: int) -> str:
        assert self._view is not None  # there are rows only with a view
        if code == "pain_now" and day in self._view.moments:
            return listed([row_words(row, None) for row in self._view.moments[day]])
        row = self._view.by_day.get(code, {}).get(day)
        if row is None:
            return ""
        words = _marked(row, row_words(row, self._view.measure(code)))
        name = self._view.writers.get(row.author, row.author)
        return say("trends.cell_by", value=words, name=name) if name else words


def _marked(row: ValueRow, words: str) -> str:
    if row.lateness == Lateness.MEMORY:
        return say("trends.cell_late", value=words)
    if row.lateness == Lateness.IMPORTED:
        return say("trends.cell_imported", value=words)
    return say("trends.cell_changed", value=words) if row.changed else words


class DayTable(QTableView):
    """A table with a row for each day; arrows move through its cells."""

    def __init__(self, model: QAbstractTableModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def fit_columns(self) -> None:
        """Give each column room for its name, and begin at the newest day."""
        theme, model = current(), self.model()
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self.setColumnWidth(0, theme.px(150))
        for column in range(1, model.columnCount()):
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            wide = theme.metrics("body").horizontalAdvance(words) + theme.px(20)
            self.setColumnWidth(column, max(wide, theme.px(72)))
        if model.rowCount():
            self.setCurrentIndex(model.index(0, 0))


class DaysTable(DayTable):
    """The table of the measures shown."""

    def __init__(self) -> None:
        self.days = DaysModel()
        super().__init__(self.days, say("trends.table_name"))

    def show_view(self, view: View | None) -> None:
        """Show another view, the newest day on top."""
        self.days.show_view(view)
        self.fit_columns()
