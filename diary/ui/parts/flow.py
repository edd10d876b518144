"""A layout that sets its widgets in lines like words, and breaks the line where the room ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget


class FlowLayout(QLayout):
    """Left to right (or right to left), then the next line; gaps in px at 100 % follow the text size.

    What follows a stretch goes to the next line together where it has room there.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        # A widget that is shown already tells nobody that it stands elsewhere now.
        self.invalidate()
        self.update()

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
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def height_of(self, widgets: Sequence[QWidget], width: int) -> int:
        """Height in px of the lines that these widgets alone would make, shown or not."""
        lines, used = [0], 0
        for hint in (one.sizeHint() for one in widgets):
            if used and used + hint.width() > width:
                lines.append(0)
                used = 0
            used += hint.width() + self._gap
            lines[-1] = max(lines[-1], hint.height())
        return sum(lines) + self._line_gap * (len(lines) - 1)

    def invalidate(self) -> None:
        """Forget what was measured: a widget asks for other room."""
        self._heights.clear()
        super().invalidate()

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
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def addStretch(self, _stretch: int = 1) -> None:
        """Push what follows to the end of its line."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items of each line at `width` px; hidden widgets take no room."""
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            spacer = item.spacerItem() is not None
            if item.isEmpty() and not spacer:
                continue
            wide = 0 if spacer else self._hint(item, width).width() + self._gap
            if not spacer and used and used + wide - self._gap > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wide
        return lines if len(lines) == 1 else self._parted(width) or lines

    def _parted(self, width: int) -> list[list[QLayoutItem]] | None:
        """What stands before and after the stretch, where each has room in a line of its own; else None."""
        shown = [item for item in self._items if not item.isEmpty() or item.spacerItem() is not None]
        at = next((number for number, item in enumerate(shown) if item.spacerItem() is not None), -1)
        if at < 0:
            return None
        lines = [shown[: at + 1], shown[at + 1 :]]
        for line in lines:
            hints = [self._hint(item, width).width() for item in line if item.spacerItem() is None]
            if not hints or sum(hints) + self._gap * (len(hints) - 1) > width:
                return None
        return lines

    @staticmethod
    def _hint(item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        hint.setWidth(min(hint.width(), max(width, 1)))
        if item.hasHeightForWidth():
            hint.setHeight(item.heightForWidth(hint.width()))
        return hint

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(inner.width()):
            hints = [self._hint(item, inner.width()) for item in line]
            tall = max((hint.height() for hint in hints), default=0)
            if move:
                self._set_line(line, hints, QRect(inner.left(), y, inner.width(), tall))
            y += tall + self._line_gap
        return max(y - self._line_gap - rect.top(), 0) + self.contentsMargins().bottom()

    def _set_line(self, line: list[QLayoutItem], hints: list[QSize], room: QRect) -> None:
        """Set one line; what is left over goes to the items that expand, and all stand in the middle."""
        widget = self.parentWidget()
        from_right = widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = [item.spacerItem() is not None or self._expands(item) for item in line]
        used = sum(
            h.width() + self._gap for h, item in zip(hints, line, strict=True) if not item.spacerItem()
        )
        extra = max(room.width() - used + self._gap, 0) // max(sum(wide), 1)
        x = room.left()
        for item, hint, grows in zip(line, hints, wide, strict=True):
            width = hint.width() + (extra if grows else 0)
            top = room.top() + (room.height() - hint.height()) // 2
            left = room.left() + room.right() + 1 - x - width if from_right else x
            item.setGeometry(QRect(QPoint(left, top), QSize(width, hint.height())))
            x += width + (0 if item.spacerItem() else self._gap)

    @staticmethod
    def _expands(item: QLayoutItem) -> bool:
        widget = item.widget()
        expanding = QSizePolicy.Policy.Expanding
        return widget is not None and widget.sizePolicy().horizontalPolicy() == expanding
