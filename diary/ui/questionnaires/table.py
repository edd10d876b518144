"""All answers to one questionnaire as a table: scores, how many answered, and when it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from diary.insight.instruments import CHANGE, SCORED_FROM, Instrument, instrument
from diary.insight.questionnaires import score
from diary.models.story import Response
from diary.ui.questionnaires.said import full_day, late_words, value_words
from diary.ui.theme import current
from diary.wording import say

if TYPE_CHECKING:
    from diary.storage.life_queries import DayRow

Index = QModelIndex | QPersistentModelIndex
SHOWN_ROWS = 8


class ResponsesModel(QAbstractTableModel):
    """One row a response, the newest first."""

    def __init__(self, asked: Instrument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._names = tuple(SCORED_FROM[asked.code])
        self._rows: list[tuple[Response, DayRow]] = []
        self._helpers: Mapping[str, str] = {}

    def show_rows(self, rows: Sequence[DayRow], helpers: Mapping[str, str]) -> None:
        """Shows these responses; `helpers` are names of those who wrote for the person, by response."""
        self.beginResetModel()
        self._helpers = helpers
        found = [(row.record, row) for row in rows if isinstance(row.record, Response)]
        self._rows = sorted(found, key=_when, reverse=True)
        self.endResetModel()

    def response(self, row: int) -> Response:
        """The response of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One row a response."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Day, scores, answered, written."""
        return 0 if parent.isValid() else len(self._names) + 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        response, row = self._rows[index.row()]
        column = index.column() - 1
        if column < 0:
            return full_day(response.day)
        if column < len(self._names):
            return self._score(response, self._names[column])
        if column == len(self._names):
            some, n = len(response.answers), len(self._asked.items)
            return say("instrument.some_of", some=some, n=n)
        return late_words(row.lateness, changed=row.changed, writer=self._helpers.get(response.uid, ""))

    def _score(self, response: Response, name: str) -> str:
        value = score(response, name)
        if value is None:
            return ""
        return self._asked.words_of(int(value)) if name == CHANGE else value_words(value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = [say(f"instrument.score.{name}") for name in self._names]
        ends = [say("instrument.column.answered"), say("instrument.column.written")]
        return [say("instrument.column.day"), *names, *ends][section]


def _when(found: tuple[Response, DayRow]) -> tuple[object, object]:
    return found[0].day, found[0].at.local


class ResponsesTable(QTableView):
    """Enter or a double click asks for a response to be opened: `edit_requested` gives its uid."""

    edit_requested = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.responses = ResponsesModel(instrument(code), self)
        self.setModel(self.responses)
        self.setAccessibleName(say("instrument.history_name", title=instrument(code).title))
        self.setAccessibleDescription(say("instrument.history_hint"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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
        self.doubleClicked.connect(self._on_chosen)

    def show_rows(self, rows: Sequence[DayRow], helpers: Mapping[str, str]) -> None:
        """Shows these responses, the newest on top."""
        self.responses.show_rows(rows, helpers)
        self.fit()
        if self.responses.rowCount():
            self.setCurrentIndex(self.responses.index(0, 0))

    def fit(self) -> None:
        """Makes rows, columns and height fit what is there, at the text size of now."""
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        metrics = theme.metrics("body")
        for column in range(self.responses.columnCount()):
            head = str(self.responses.headerData(column, Qt.Orientation.Horizontal))
            words = [
                str(self.responses.index(row, column).data()) for row in range(self.responses.rowCount())
            ]
            widest = max(metrics.horizontalAdvance(one) for one in (head, *words))
            self.setColumnWidth(column, widest + theme.px(24))
        shown = min(self.responses.rowCount(), SHOWN_ROWS) + 1
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(shown * theme.px(32) + bar + theme.px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the response of the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.edit_requested.emit(self.responses.response(index.row()).uid)
