"""What else can be done with a place: fill, copy across, its limb, the lasting place it is, time, removal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from diary.models.codes import Limb
from diary.ui.today.place import Place
from diary.wording import say

LIMB = "limb:"
SITE = "site:"


class AreaMenu(QMenu):
    """The menu of one place; `chosen` gives the uid and what to do.

    That is one of "fill", "copy", "limb:…", "site:" and the uid of a lasting place or "", "time", "remove".
    """

    chosen = Signal(str, str)

    def __init__(self, place: Place, parent: QWidget, sites: Sequence[tuple[str, str]] = ()) -> None:
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
        for uid, name in sites:
            mine = uid == place.site
            action = self._add(SITE + ("" if mine else uid), say("story.belongs_to", site=name))
            action.setCheckable(True)
            action.setChecked(mine)
        self.addSeparator()
        self._add("time", say("today.place_time" if place.clock_min is None else "today.place_time_change"))
        self._add("remove", say("today.remove"))

    def _add(self, key: str, words: str) -> QAction:
        action = QAction(words.replace("&", "&&"), self)
        action.setData(key)
        self.addAction(action)
        return action

    def entry(self, key: str) -> QAction:
        """The entry of one key."""
        return next(one for one in self.actions() if one.data() == key)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._uid, str(action.data()))
