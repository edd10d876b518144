"""The tree of places as a model: large parts, right and left, and their regions, found by words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from diary.anatomy.limbs import limb_of
from diary.anatomy.naming import limb_name, place_name
from diary.anatomy.regions import all_regions, find
from diary.ui.theme import current
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Index = QModelIndex | QPersistentModelIndex
ROW = 36
"""Height of a row, px at 100 %."""


@dataclass(slots=True, kw_only=True)
class Node:
    """A row: a region (`beside`: its name in the language that it was found by), or a part of the body."""

    name: str
    number: int
    above: Node | None
    row: int
    region: str | None = None
    beside: str = ""
    below: list[Node] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)


class RegionModel(QAbstractItemModel):
    """Places found by the search, head to toe, each with a check mark; parts count those of their places."""

    RegionRole = Qt.ItemDataRole.UserRole + 1
    RegionsRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._tops: list[Node] = []
        self._leaves: dict[str, Node] = {}
        self._checked: frozenset[str] = frozenset()
        self._states: dict[str, str] = {}
        self.best: str | None = None
        self._plant("")

    # ------------------------------------------------------------------ rows

    def find(self, text: str) -> int:
        """Show the regions that `text` finds and the parts they lie in; return how many."""
        self.beginResetModel()
        self._plant(text)
        self.endResetModel()
        return len(self._leaves)

    def _plant(self, text: str) -> None:
        found = find(text)
        self.best = found[0].region.id if found else None
        beside = {one.region.id: one.beside for one in found}
        self._nodes, self._tops, self._leaves = [], [], {}
        branches: dict[tuple[str, str], Node] = {}
        for region in all_regions():
            if region not in beside:
                continue
            limb, side = limb_of(region)
            above = self._branch(branches, limb, "M", None)
            if side != "M":
                above = self._branch(branches, limb, side, above)
            self._leaves[region] = leaf = self._node(place_name([region]), above)
            leaf.region, leaf.beside = region, beside[region]
            holder: Node | None = leaf
            while holder is not None:
                holder.regions.append(region)
                holder = holder.above

    def _branch(
        self, branches: dict[tuple[str, str], Node], limb: str, side: str, above: Node | None
    ) -> Node:
        if (limb, side) not in branches:
            branches[limb, side] = self._node(limb_name(limb, side), above)
        return branches[limb, side]

    def _node(self, name: str, above: Node | None) -> Node:
        beneath = self._tops if above is None else above.below
        node = Node(name=name, number=len(self._nodes), above=above, row=len(beneath))
        beneath.append(node)
        self._nodes.append(node)
        return node

    def index_of(self, region: str) -> QModelIndex:
        """The row of a region; an invalid index when it was not found."""
        leaf = self._leaves.get(region)
        return QModelIndex() if leaf is None else self._at(leaf)

    def _at(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def _of(self, index: Index) -> Node:
        return self._nodes[index.internalId()]

    def _beneath(self, parent: Index | None) -> list[Node]:
        return self._of(parent).below if parent is not None and parent.isValid() else self._tops

    # ------------------------------------------------------------------ what Qt asks for

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows lie directly below."""
        return len(self._beneath(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """One column: the words."""
        return 1

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The row below `parent`; an invalid index when there is none."""
        beneath = self._beneath(parent)
        return self._at(beneath[row]) if column == 0 and 0 <= row < len(beneath) else QModelIndex()

    def parent(self, child: Index | None = None) -> Any:
        """The part that a row lies in."""
        if child is None:
            return super().parent()
        above = self._of(child).above if child.isValid() else None
        return QModelIndex() if above is None else self._at(above)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, check mark, height and regions of a row."""
        if not index.isValid():
            return None
        node = self._of(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(node)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._hint(node) if node.region is None else self._shown(node)
            case Qt.ItemDataRole.CheckStateRole:
                return self._check(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(node)
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, current().px(ROW))
            case Qt.ItemDataRole.FontRole:
                return current().text("strong" if self._marked(node) else "body")
            case self.RegionRole:
                return node.region
            case self.RegionsRole:
                return tuple(node.regions)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen; checking is the page's answer to `regionToggled` and `limbToggled`."""
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if index.isValid()
            else Qt.ItemFlag.NoItemFlags
        )

    # ------------------------------------------------------------------ marks

    def set_checked(self, region_ids: Iterable[str], states: Mapping[str, str]) -> None:
        """Mark these regions; `states` says more about some, for screen readers ("burning 6, 80 percent")."""
        self._checked = frozenset(region_ids)
        self._states = dict(states)
        for rows in (self._tops, *(node.below for node in self._nodes if node.below)):
            if rows:
                self.dataChanged.emit(self._at(rows[0]), self._at(rows[-1]))

    def open_regions(self, index: Index) -> tuple[str, ...]:
        """The regions of a row that are not marked yet."""
        return tuple(region for region in self._of(index).regions if region not in self._checked)

    def _marked(self, node: Node) -> int:
        return sum(region in self._checked for region in node.regions)

    def _check(self, node: Node) -> Qt.CheckState:
        marked = self._marked(node)
        if not marked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if marked == len(node.regions) else Qt.CheckState.PartiallyChecked

    def _shown(self, node: Node) -> str:
        if node.region is not None:
            also = node.beside
            return say("body.list.also_called", place=node.name, also=also) if also else node.name
        marked = self._marked(node)
        if not marked:
            return node.name
        return say("body.list.part", part=node.name, marked=marked, count=len(node.regions))

    def _said(self, node: Node) -> str:
        marked, count = self._marked(node), len(node.regions)
        if node.region is not None:
            plain = say("body.marked") if marked else say("body.not_marked")
            state = self._states.get(node.region, plain) if marked else plain
            return say("body.region_state", region=all_regions()[node.region].label, state=state)
        if not marked:
            return say_n("body.list.part.none", count, part=node.name)
        return say("body.list.part.some", part=node.name, marked=marked, count=count)

    def _hint(self, node: Node) -> str:
        count = len(node.regions)
        whole = self._marked(node) == count
        return say_n("body.list.part.clear", count) if whole else say_n("body.list.part.mark", count)
