"""The choice of the measures shown, kept for this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.ui.trends.view import PAIN, available, panels_of
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.insight.held import Held
    from diary.store.looks import Looks

CHOSEN: Final = "trends/panels"


class MeasuresMenu(QMenu):
    """Offers what has data in the diary; `chosen` follows a change."""

    chosen = Signal()

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._held: Held | None = None
        self.triggered.connect(self._on_triggered)

    @property
    def kept(self) -> str:
        """The panels chosen once, as `panels_of` takes them."""
        return self._looks.value(CHOSEN, "")

    def offer(self, held: Held) -> None:
        """Fill the menu with what has data, the panels shown checked."""
        self._held = held
        self.clear()
        shown = panels_of(held, self.kept)
        for panel in available(held.codes):
            words = say("chart.pain") if panel == PAIN else measure_words(panel, held.rows.measures)
            action = self.addAction(words.replace("&", "&&"))
            action.setData(panel)
            action.setCheckable(True)
            action.setChecked(panel in shown)

    def open_under(self, button: QWidget) -> None:
        """Open under the button that asks for it."""
        self.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def choose(self, panels: list[str]) -> None:
        """Show these panels, in the diary's order; none means the usual ones."""
        self._looks.set_value(CHOSEN, ",".join(panels))
        if self._held is not None:
            self.offer(self._held)
        self.chosen.emit()

    @Slot(QAction)
    def _on_triggered(self, _action: QAction) -> None:
        self.choose([action.data() for action in self.actions() if action.isChecked()])
