"""The list of starts: one row each, the newest first, with how far its before and after came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diary.ui.theme import current

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, str]
"""A name, and a quiet line under it."""

PAD = 10
"""Room around the words of a row, px at 100 %."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)


class Rows(QAbstractListModel):
    """Rows of a name and a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Both lines; the whole of them read aloud and beside the pointer."""
        if not index.isValid():
            return None
        name, line = self.rows[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join((name, line))
        return name if role == Qt.ItemDataRole.DisplayRole else None


def _row(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, Rows)  # the only model it paints
    return model.rows[index.row()]


class _Painter(QStyledItemDelegate):
    """Paints a row: its name strong, its line quiet, a bar at the side of the one chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and words."""
        theme, room = current(), QRect(option.rect)
        name, line = _row(index)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, theme.color("well"))
            painter.fillRect(
                QRect(room.left(), room.top(), theme.px(4), room.height()), theme.color("accent")
            )
        pad = theme.px(PAD)
        inside = room.adjusted(pad + theme.px(4), pad, -pad, -pad)
        strong = theme.metrics("strong").boundingRect(inside, _WRAP, name)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.text("strong"))
        painter.drawText(inside, _WRAP, name)
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.text("note"))
        painter.drawText(inside.adjusted(0, strong.height() + theme.px(2), 0, 0), _WRAP, line)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(room.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words are at the width of the list."""
        theme = current()
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else theme.px(240)
        name, line = _row(index)
        room = QRect(0, 0, max(width - theme.px(2 * PAD + 4), 60), 10_000)
        high = theme.metrics("strong").boundingRect(room, _WRAP, name).height()
        high += theme.metrics("note").boundingRect(room, _WRAP, line).height()
        return QSize(width, max(high + theme.px(2 * PAD + 2), theme.px(44)))


class RowList(QListView):
    """Rows that wrap; arrows move the choice."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_rows(self, rows: Sequence[Row], at: int) -> None:
        """Show other rows and choose one."""
        self.rows.show_rows(rows)
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.rows.index(at, 0))
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
