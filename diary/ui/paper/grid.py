"""The grid of paper days: a column a day, a row a question; Enter goes down, as on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QBrush, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStyledItemDelegate, QTableView

from diary.models.codes import Lateness
from diary.ui.parts.date_bar import day_words
from diary.ui.theme import current
from diary.wording import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from diary.ui.paper.days import PaperDays
    from diary.ui.paper.rows import Row

Index = QModelIndex | QPersistentModelIndex
CELL_TALL, CELL_WIDE, LABEL_WIDE = 36, 84, 260
"""Height of a row, least width of a day's column, greatest of the names, px at 100 %."""

LATE = frozenset((Lateness.MEMORY,))


class PaperModel(QAbstractTableModel):
    """Cells of text; `gave` follows each that was typed."""

    gave = Signal()

    def __init__(self, paper: PaperDays, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paper = paper

    def renew(self) -> None:
        """Other days, or the same as the diary holds them now."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One row a question."""
        return 0 if parent.isValid() else len(self.paper.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One column a day."""
        return 0 if parent.isValid() else len(self.paper.days)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days to come cannot be typed in."""
        if not index.isValid() or not self.paper.is_open(self.paper.days[index.column()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; typing is bold, what is no answer says why."""
        row, day = index.row(), self.paper.days[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.paper.text(row, day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        problem = self.paper.problem(row, day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem or None
        if role == Qt.ItemDataRole.ForegroundRole and problem:
            return QBrush(current().color("problem_ink"))
        if role == Qt.ItemDataRole.FontRole and self.paper.is_typed(row, day):
            font = QFont(current().text("strong"))
            font.setUnderline(bool(problem))
            return font
        return None

    def _spoken(self, row: int, column: int) -> str:
        day = self.paper.days[column]
        label, text = self.paper.rows[row].label, self.paper.text(row, day)
        said = {"row": label, "day": day_words(day, "dddd d MMMM")}
        if problem := self.paper.problem(row, day):
            return say("blank.cell_problem", **said, text=text, problem=problem)
        return say("blank.cell", **said, text=text) if text else say("blank.cell_empty", **said)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Takes what was typed."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.paper.give(index.row(), self.paper.days[index.column()], str(value))
        self.dataChanged.emit(index, index)
        self.gave.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Days with what is late said in words; the names of the questions."""
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation == Qt.Orientation.Vertical:
            return self.paper.rows[section].label if role in spoken else None
        if role not in spoken:
            return None
        day = self.paper.days[section]
        name = day_words(day, "ddd d MMM")
        if not self.paper.is_open(day):
            return say("blank.head_coming", day=name)
        late = self.paper.lateness(day) in LATE
        return say("blank.head_late", day=name) if late else name


class _CellDelegate(QStyledItemDelegate):
    """A bare line to type in."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line with the name of its cell."""
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setFrame(False)
        return line


class PaperGrid(QTableView):
    """Typing begins at once; Enter and Down go down, Tab to the next day; Delete empties a cell."""

    def __init__(self, model: PaperModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(say("blank.grid"))
        self.setAccessibleDescription(say("blank.grid_keys"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """As tall as its rows, whatever the size of the text."""
        theme = current()
        tall = max(theme.px(CELL_TALL), theme.metrics("body").height() + theme.px(12))
        self.verticalHeader().setDefaultSectionSize(tall)
        measured = theme.metrics("strong").horizontalAdvance
        names = [row.label for row in self._rows()]
        wide = max((measured(name) for name in names), default=0) + theme.px(16)
        self.verticalHeader().setFixedWidth(min(wide, theme.px(LABEL_WIDE)))
        days = [day_words(day, "ddd d MMM") for day in self._days()]
        cell = max([theme.px(CELL_WIDE), *(measured(day) + theme.px(16) for day in days)])
        self.setMinimumWidth(min(wide, theme.px(LABEL_WIDE)) + 2 * cell)
        self.horizontalHeader().setMinimumSectionSize(cell)
        self.horizontalHeader().setFixedHeight(2 * theme.metrics("body").height() + theme.px(10))
        rows = self.model().rowCount() if self.model() is not None else 0
        self.setFixedHeight(rows * tall + self.horizontalHeader().height() + theme.px(18))

    def _rows(self) -> tuple[Row, ...]:
        cells = self.model()
        return cells.paper.rows if isinstance(cells, PaperModel) else ()

    def _days(self) -> tuple[date, ...]:
        cells = self.model()
        return cells.paper.days if isinstance(cells, PaperModel) else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down; Delete and Backspace empty a cell."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the line takes it, and passes Enter on a turn later
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._go_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.model().setData(index, "")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """After Enter the cell below is next."""
        super().closeEditor(editor, hint)
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        index = self.currentIndex()
        down = self.model().index(index.row() + 1, index.column())
        if not down.isValid():
            down = self.model().index(0, index.column() + 1)
        if down.isValid() and down.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(down)

    def changeEvent(self, event: QEvent) -> None:
        """A new size of text changes the rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.restyle()
