"""A layout that sets its widgets in lines like words, and breaks the line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right (or right to left), then the next line; gaps in px at 100 % follow the text size."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than its lines."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px of the lines at `width` px."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """The least size: the line breaks as often as needed."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest and the tallest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        widget = self.parentWidget()
        from_right = widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y, tall = inner.left(), inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            hint.setWidth(min(hint.width(), max(inner.width(), 1)))
            if x > inner.left() and x + hint.width() > inner.right() + 1:
                x, y, tall = inner.left(), y + tall + self._line_gap, 0
            if move:
                left = inner.right() + 1 - (x - inner.left()) - hint.width() if from_right else x
                item.setGeometry(QRect(QPoint(left, y), hint))
            x += hint.width() + self._gap
            tall = max(tall, hint.height())
        return y + tall - rect.top() + self.contentsMargins().bottom()
