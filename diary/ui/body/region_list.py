"""The places of the body without a picture: a list with search, for the keyboard and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from diary.anatomy.naming import place_name
from diary.anatomy.regions import all_regions, search
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.anatomy.naming import place_name
from diary.anatomy.regions import Region

Index = QModelIndex | QPersistentModelIndex
ROW = 36
"""Height of a row, px at 100 %."""

LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class RegionModel(QAbstractListModel):
    """Regions found by the search, head to toe, each with a check mark."""

    RegionRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Region] = list(all_regions().values())
        self._checked: frozenset[str] = frozenset()
        self._states: dict[str, str] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        """How many regions were found."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, check mark, height and id of a row."""
        if not index.isValid():
            return None
        region = self._rows[index.row()]
        checked = region.id in self._checked
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place_name([region.id])
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                plain = say("body.marked") if checked else say("body.not_marked")
                return say("body.region_state", region=region.label, state=self._states.get(region.id, plain))
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, current().px(ROW))
            case Qt.ItemDataRole.FontRole:
                return current().text("strong" if checked else "body")
            case self.RegionRole:
                return region.id
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen; checking is the page's answer to `regionToggled`."""
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if index.isValid()
            else Qt.ItemFlag.NoItemFlags
        )

    def find(self, text: str) -> None:
        """Show the regions whose words begin with the words of `text`."""
        self.beginResetModel()
        self._rows = search(text)
        self.endResetModel()

    def set_checked(self, region_ids: Iterable[str], states: Mapping[str, str]) -> None:
        """Mark these regions; `states` says more about some, for screen readers ("marked, severity 6")."""
        self._checked = frozenset(region_ids)
        self._states = dict(states)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class RegionList(QWidget):
    """Search field over a list: arrows move, Space and Enter mark, Esc closes."""

    regionToggled = Signal(str)  # noqa: N815  written as Qt writes its own signals
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("body.list.hint"))
        self.search.setAccessibleName(say("body.list.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(current().px(ROW))
        self.model = RegionModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(say("body.list"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.none = Label(say("body.list.none"), "body", "quiet", wrap=True)
        self.none.hide()
        self._announcer = Announcer(self)

        self.search.textChanged.connect(self._on_text_changed)
        self.list.clicked.connect(self._on_clicked)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self._choose(0)

    def set_checked(self, region_ids: Iterable[str], states: Mapping[str, str] | None = None) -> None:
        """Show which regions are marked, with more words about some for screen readers."""
        self.model.set_checked(region_ids, states or {})

    def current_region(self) -> str | None:
        """The region the keyboard is at."""
        region_id = self.list.currentIndex().data(RegionModel.RegionRole)
        return str(region_id) if region_id else None

    def _choose(self, row: int) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.model.find(text)
        found = self.model.rowCount()
        self.none.setVisible(found == 0)
        self._choose(0)
        self._announcer.announce(say_n("body.list.found", found) if found else say("body.list.none"))

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self._toggle()

    def _toggle(self) -> None:
        region_id = self.current_region()
        if region_id is not None:
            self.regionToggled.emit(region_id)
            self._announcer.announce(str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list work from the search field too; Space there is part of the words."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Space and watched is self.list):
            self._toggle()
            return True
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        if watched is self.search and key in LIST_KEYS:
            self._step(key)
            return True
        return super().eventFilter(watched, event)

    def _step(self, key: Qt.Key) -> None:
        page = max(1, self.list.viewport().height() // current().px(ROW) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        row = min(max(self.list.currentIndex().row() + steps[key], 0), self.model.rowCount() - 1)
        self._choose(row)
        words = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if words:
            self._announcer.announce(str(words))
