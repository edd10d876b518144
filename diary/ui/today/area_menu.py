"""What else can be done with a place: fill its limb, copy it across, its limb, its time, removal."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from diary.models.codes import Limb
from diary.ui.today.place import Place
from diary.wording import say

LIMB = "limb:"


class AreaMenu(QMenu):
    """The menu of one place; `chosen` gives the uid and one of "fill", "copy", "limb:…", "time", "remove"."""

    chosen = Signal(str, str)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._uid = place.uid
        self.setAccessibleName(say("today.more"))
        self.triggered.connect(self._on_triggered)
        self._add("fill", say("today.fill_limb"))
        self._add("copy", say("today.copy_across"))
        self.addSeparator()
        for limb in Limb:
            action = self._add(f"{LIMB}{limb}", say(f"today.limb.{limb}"))
            action.setCheckable(True)
            action.setChecked(limb is place.limb)
        self.addSeparator()
        self._add("time", say("today.place_time" if place.clock_min is None else "today.place_time_change"))
        self._add("remove", say("today.remove"))

    def _add(self, key: str, words: str) -> QAction:
        action = QAction(words, self)
        action.setData(key)
        self.addAction(action)
        return action

    def entry(self, key: str) -> QAction:
        """The entry of one key."""
        return next(one for one in self.actions() if one.data() == key)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._uid, str(action.data()))
