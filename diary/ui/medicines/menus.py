"""The two menus of the card of medicines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from diary.ui.medicines.day import AsNeeded
from diary.ui.medicines.words import dose_name
from diary.wording import say

NOW, LATER, EFFECT, SESSION, ADD = "now", "later", "effect", "session", "add"


class ActMenu(QMenu):
    """A menu of acts; `chosen` gives the act and the uid of the treatment it is about, if any."""

    chosen = Signal(str, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.triggered.connect(self._on_triggered)

    def offer(self, act: str, words: str, uid: str = "") -> None:
        """Adds an act."""
        action = QAction(words.replace("&", "&&"), self)
        action.setData((act, uid))
        self.addAction(action)

    def entry(self, act: str, uid: str = "") -> QAction:
        """The entry of one act."""
        return next(one for one in self.actions() if tuple(one.data() or ()) == (act, uid))

    def open_under(self, widget: QWidget) -> None:
        """Opens under a button."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        act, uid = action.data()
        self.chosen.emit(act, uid)


def quick_menu(rows: Sequence[AsNeeded], parent: QWidget) -> ActMenu:
    """The medicines taken when needed: a dose now, or at another time or amount."""
    menu = ActMenu(say("dose.as_needed"), parent)
    for row in rows:
        menu.offer(NOW, dose_name(row.treatment), row.treatment.uid)
    menu.addSeparator()
    for row in rows:
        menu.offer(LATER, say("dose.other_menu", name=row.treatment.name), row.treatment.uid)
    return menu


def more_menu(parent: QWidget) -> ActMenu:
    """What else can be recorded of the day."""
    menu = ActMenu(say("medicine.more"), parent)
    menu.offer(EFFECT, say("medicine.side_effect"))
    menu.offer(SESSION, say("medicine.session"))
    menu.offer(ADD, say("medicine.add"))
    return menu
