"""The places of the body without a picture: a tree with search, for the keyboard and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from diary.anatomy.states import region_states
from diary.ui.body.region_tree import ROW, RegionModel
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.anatomy.figure import Drawn

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class RegionTree(QTreeView):
    """The rows: a press on a check mark or a region marks, a press elsewhere on a part opens or closes it."""

    pressed_row = Signal(QModelIndex, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(current().px(20))
        self.expanded.connect(self._show_below)

    @Slot(QModelIndex)
    def _show_below(self, index: QModelIndex) -> None:
        """Bring what a part holds into sight when it opens, as far as the part itself can be seen."""
        last = self.model().index(self.model().rowCount(index) - 1, 0, index)
        for row in (last, index):
            self.scrollTo(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which row was pressed, and whether its check mark was."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            row = self.visualRect(index)
            if row.contains(spot):
                self.pressed_row.emit(index, self.check_area(index).contains(spot))

    def check_area(self, index: QModelIndex) -> QRect:
        """The check mark of a row with the room about it, as high as the row."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        mark = self.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self)
        room = max(0, current().px(32) - mark.width())
        return QRect(mark.left(), option.rect.top(), mark.width() + room, option.rect.height())

    def go(self, key: Qt.Key) -> None:
        """Right opens a part or enters it; Left closes it or leaves it."""
        index = self.currentIndex()
        below = index.isValid() and self.model().rowCount(index) > 0
        if key == Qt.Key.Key_Right and below:
            if self.isExpanded(index):
                self.setCurrentIndex(self.model().index(0, 0, index))
            self.expand(index)
        elif key == Qt.Key.Key_Left:
            if below and self.isExpanded(index):
                self.collapse(index)
            elif index.parent().isValid():
                self.setCurrentIndex(index.parent())


class RegionList(QWidget):
    """Search field over the tree: arrows move, open and close; Space and Enter mark; Esc closes.

    `limbToggled` gives the regions of a part that are to change, and whether to mark them or take them off.
    """

    regionToggled = Signal(str)  # noqa: N815  written as Qt writes its own signals
    limbToggled = Signal(object, bool)  # noqa: N815
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("body.list.hint"))
        self.search.setAccessibleName(say("body.list.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(current().px(ROW))
        self.model = RegionModel(self)
        self.tree = RegionTree()
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(say("body.list"))
        self.none = Label(say("body.list.none"), "body", "quiet", wrap=True)
        self.none.hide()
        self._announcer = Announcer(self)

        self.search.textChanged.connect(self._on_text_changed)
        self.tree.pressed_row.connect(self._on_row_pressed)
        self.search.installEventFilter(self)
        self.tree.installEventFilter(self)
        current().changed.connect(self.tree.doItemsLayout)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.search)
        self._walks = False
        self._choose()

    def set_areas(self, drawn: Sequence[Drawn], coverage: Mapping[str, float]) -> None:
        """Show which regions the areas cover, with quality, severity and share (0 to 1) in words."""
        states = region_states(drawn, coverage)
        self.set_checked(states, states)

    def set_checked(self, region_ids: Iterable[str], states: Mapping[str, str] | None = None) -> None:
        """Show which regions are marked, with more words about some for screen readers."""
        self.model.set_checked(region_ids, states or {})

    def current_region(self) -> str | None:
        """The region the keyboard is at; None at a part of the body."""
        region_id = self.tree.currentIndex().data(RegionModel.RegionRole)
        return str(region_id) if region_id else None

    def _choose(self) -> None:
        """Open what a search found and go to the best of it; without words, the closed parts."""
        if self.search.text().strip():
            self.tree.expandAll()
        index = self.model.index_of(self.model.best or "")
        while index.isValid() and index.parent().isValid() and not self.tree.isExpanded(index.parent()):
            index = index.parent()
        self.tree.setCurrentIndex(index)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._walks = False
        found = self.model.find(text)
        self.none.setVisible(found == 0)
        self._choose()
        self._announcer.announce(say_n("body.list.found", found) if found else say("body.list.none"))

    @Slot(QModelIndex, bool)
    def _on_row_pressed(self, index: QModelIndex, on_check: bool) -> None:
        if on_check or self.current_region() is not None:
            self._toggle()
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _toggle(self) -> None:
        index = self.tree.currentIndex()
        if not index.isValid():
            return
        region_id = self.current_region()
        if region_id is not None:
            self.regionToggled.emit(region_id)
        else:
            missing = self.model.open_regions(index)
            self.limbToggled.emit(missing or index.data(RegionModel.RegionsRole), bool(missing))
        self._tell()

    def _tell(self) -> None:
        words = self.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if words:
            self._announcer.announce(str(words))

    # ------------------------------------------------------------------ keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the tree work from the search field too, and letters typed in the tree are searched for."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in ENTER or (key == Qt.Key.Key_Space and not self._is_words(watched)):
            self._toggle()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._moves_in_words(watched, event):
            self.tree.go(key)
            self._tell_of_move(watched)
        elif watched is self.search and key in UP_AND_DOWN:
            QCoreApplication.sendEvent(self.tree, event)
            self._tell_of_move(watched)
        elif watched is self.tree and (event.text().isprintable() and event.text().strip()):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QCoreApplication.sendEvent(self.search, event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _is_words(self, watched: QObject) -> bool:
        """Whether a Space is a part of the words searched for: not after the arrows have gone to a row."""
        return watched is self.search and bool(self.search.text()) and not self._walks

    def _moves_in_words(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether Left or Right still has letters to pass, or selects them."""
        if watched is not self.search:
            return False
        end = len(self.search.text()) if event.key() == Qt.Key.Key_Right else 0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return not plain or self.search.hasSelectedText() or self.search.cursorPosition() != end

    def _tell_of_move(self, watched: QObject) -> None:
        """Read the row out where the focus stays in the search field; Space marks it now."""
        if watched is self.search:
            self._walks = True
            self._tell()
