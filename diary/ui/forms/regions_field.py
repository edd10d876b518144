"""The regions of a lasting place, chosen from the list of places."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.anatomy.naming import place_name
from diary.ui.body.region_list import RegionList
from diary.ui.forms.ask import Ask, Values
from diary.ui.forms.field import Field
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say

TALL = 280
"""Height of the open list, px at 100 %."""


class RegionsField(Field):
    """The places in words, and a list with search that opens under them."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self._regions: list[str] = []
        self.said = Label("", wrap=True)
        self.open = Button(say("form.choose_places"), "place", "small")
        self.list: RegionList | None = None
        self.open.clicked.connect(self._on_open)
        self.setFocusProxy(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.said)
        self._column.addWidget(self.open)
        self._show([])

    def _show(self, regions: list[str]) -> None:
        self._regions = regions
        self.said.setText(place_name(regions) if regions else "")
        self.said.setVisible(bool(regions))
        if self.list is not None:
            self.list.set_checked(regions)

    @Slot()
    def _on_open(self) -> None:
        if self.list is None:
            self.list = RegionList()
            self.list.regionToggled.connect(self._on_region)
            self.list.limbToggled.connect(self._on_limb)
            self.list.closed.connect(self._on_close)
            self.list.setFixedHeight(current().px(TALL))
            self.list.set_checked(self._regions)
            self.list.hide()
            self._column.addWidget(self.list)
        if self.list.isHidden():
            self.list.show()
            self.open.set_words(say("form.close_places"))
            self.list.setFocus()
        else:
            self._on_close()

    @Slot()
    def _on_close(self) -> None:
        if self.list is not None:
            self.list.hide()
        self.open.set_words(say("form.choose_places"))
        self.open.setFocus()

    @Slot(str)
    def _on_region(self, region: str) -> None:
        now = [one for one in self._regions if one != region]
        self._show(now if len(now) < len(self._regions) else [*now, region])
        self.tell_changed()

    @Slot(object, bool)
    def _on_limb(self, regions: list[str], on: bool) -> None:
        rest = [one for one in self._regions if one not in regions]
        self._show([*rest, *regions] if on else rest)
        self.tell_changed()

    def values(self) -> dict[str, object]:
        """The regions' ids as a tuple."""
        return {self.ask.name: tuple(self._regions)}

    def show_values(self, values: Values) -> None:
        """Shows the regions."""
        value = values.get(self.ask.name)
        self._show([str(one) for one in value] if isinstance(value, tuple) else [])

    def typed(self) -> object:
        """The regions' ids."""
        return list(self._regions) or None

    def show_typed(self, typed: object) -> None:
        """Shows regions again."""
        self._show([str(one) for one in typed] if isinstance(typed, list) else [])
