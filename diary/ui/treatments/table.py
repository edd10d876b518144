"""The numbers behind the chart as a table: one row a day that has any, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from diary.charts.value_words import day_title
from diary.insight.as_needed import Known
from diary.insight.series import MEMORY
from diary.ui.trends.table import DayTable
from diary.ui.trends.view import row_words, short_day
from diary.wording import say
from diary.wording.treatment_words import listed, mg_words, step_words

if TYPE_CHECKING:
    from diary.insight.doses import Course
    from diary.ui.treatments.view import View

Index = QModelIndex | QPersistentModelIndex


class TreatmentDays(QAbstractTableModel):
    """Days down; across: pain, each regular medicine, each as-needed one, what was done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._days: list[int] = []

    def show_view(self, view: View) -> None:
        """Show another view: the days on which anything is known, from the newest on."""
        self.beginResetModel()
        self._view = view
        picture = view.picture
        days = {*view.pain, *view.done}
        days |= {day for _, day in (*view.used.in_time, *view.used.late)}
        days |= view.used.told | view.used.told_late if view.as_needed else set()
        for one in view.courses:
            for stretch in one.between(picture.since, picture.until):
                days |= set(range(max(stretch.since, picture.since), stretch.until + 1))
        self._days = sorted((day for day in days if picture.since <= day <= picture.until), reverse=True)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One row a day."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Day, pain, medicines, what was done."""
        view = self._view
        return 0 if parent.isValid() or view is None else 3 + len(view.courses) + len(view.as_needed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if not index.isValid() or not (spoken or role == Qt.ItemDataRole.DisplayRole):
            return None
        day = self._days[index.row()]
        if index.column() == 0:
            return day_title(day) if spoken else short_day(day)
        return self._cell(index.column(), day)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns hold."""
        view = self._view
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or view is None:
            return None
        if section < 2:
            return say("trends.column.day" if section == 0 else "treatments.column.pain")
        at = section - 2
        if at < len(view.courses):
            one = view.courses[at]
            name = view.names[one.treatment.uid]
            return name if one.most is None else say("treatments.column.mg", name=name)
        at -= len(view.courses)
        if at < len(view.as_needed):
            return say("treatments.column.doses", name=view.as_needed[at][1])
        return say("treatments.column.done")

    def _cell(self, column: int, day: int) -> str:
        view = self._view
        assert view is not None  # there are rows only with a view
        if column == 1:
            row = view.pain.get(day)
            words = "" if row is None else row_words(row, None)
            late = row is not None and row.lateness == MEMORY
            return say("treatments.cell_late", value=words) if late else words
        at = column - 2
        if at < len(view.courses):
            return _dose(view.courses[at], day)
        at -= len(view.courses)
        if at >= len(view.as_needed):
            return listed(view.done.get(day, ()))
        cell = view.used.known_on(view.as_needed[at][0], day)
        if cell.known is Known.OUTSIDE:
            return ""
        taken = cell.known is Known.DOSES
        words = str(cell.doses) if taken else say(f"treatments.cell_known.{cell.known}")
        return say("treatments.cell_late", value=words) if cell.memory else words


def _dose(one: Course, day: int) -> str:
    stretch = one.on(day)
    if stretch is None or stretch.step is None:
        return "" if stretch is None else say("treatments.no_dose")
    return step_words(stretch.step, one.treatment) if stretch.mg is None else mg_words(stretch.mg)


class TreatmentTable(DayTable):
    """The table of days; arrows move through its cells."""

    def __init__(self) -> None:
        self.days = TreatmentDays()
        super().__init__(self.days, say("treatments.table_name"))

    def show_view(self, view: View) -> None:
        """Show another view, the newest day on top."""
        self.days.show_view(view)
        self.fit_columns()
