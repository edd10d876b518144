"""The ways to mark a place: the figure with its tools, or the list; each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.anatomy.states import region_states
from diary.store.looks import Looks
from diary.ui.body.taps import Taps
from diary.ui.body.tools import DrawingTools
from diary.ui.parts.button import Button
from diary.ui.today.views import Views
from diary.wording import say

if TYPE_CHECKING:
    from diary.anatomy.figure import Drawn
    from diary.ui.body.figure_view import FigureView
    from diary.ui.body.region_list import RegionList

BRUSH, STEADY = "body_brush", "body_steady"


class BodyViews(Views):
    """Figure or list in one room; what is drawn or tapped on either comes out here."""

    tapped = Signal(str, str)
    """View and region; the view is "" in the list."""
    stroke_drawn = Signal(object)
    limb_toggled = Signal(object, bool)
    hovered = Signal(str)
    undo_pressed = Signal()
    redo_pressed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._figure: FigureView | None = None
        self._region_list: RegionList | None = None
        self._areas: Sequence[Drawn] = ()
        self._shares: Mapping[str, float] = {}
        self._taps = Taps()
        self.tools = DrawingTools()
        self.list_button = Button(say("today.list"), kind="small")
        self.list_button.setCheckable(True)
        self.list_button.toggled.connect(self._on_list)
        self.tools.undo_pressed.connect(self.undo_pressed)
        self.tools.redo_pressed.connect(self.redo_pressed)
        self.painted.connect(self._on_painted)

    @property
    def figure(self) -> FigureView:
        """The body to draw on."""
        if self._figure is None:
            from diary.ui.body.figure_view import FigureView

            self._figure = figure = FigureView()
            figure.brush = self._looks.value(BRUSH, figure.brush)
            figure.steady = self._looks.value(STEADY, figure.steady)
            figure.taps = self._taps
            figure.regionTapped.connect(self.tapped)
            figure.strokeDrawn.connect(self.stroke_drawn)
            figure.regionHovered.connect(self.hovered)
            figure.undoPressed.connect(self.undo_pressed)
            figure.redoPressed.connect(self.redo_pressed)
            self.tools.attach(figure)
            figure.toolChanged.connect(self._on_tool_changed)
            figure.set_areas(self._areas, region_states(self._areas, self._shares))
            self.addWidget(figure)
        return self._figure

    @property
    def region_list(self) -> RegionList:
        """The same places as a list to search."""
        if self._region_list is None:
            from diary.ui.body.region_list import RegionList

            self._region_list = found = RegionList()
            found.regionToggled.connect(self._on_toggled)
            found.limbToggled.connect(self.limb_toggled)
            found.closed.connect(self._on_list_closed)
            found.set_areas(self._areas, self._shares)
            self.addWidget(found)
        return self._region_list

    def show_areas(self, areas: Sequence[Drawn], shares: Mapping[str, float]) -> None:
        """Shows these areas; `shares` (0 to 1) says how much of each region is marked."""
        if (areas, shares) == (self._areas, self._shares):
            return
        self._areas, self._shares = areas, shares
        if self._figure is not None:
            self._figure.set_areas(areas, region_states(areas, shares))
        if self._region_list is not None:
            self._region_list.set_areas(areas, shares)

    @property
    def erases(self) -> bool:
        """Whether a press on the figure takes off."""
        return self._figure is not None and self._figure.tool == "erase"

    def take_keyboard(self) -> None:
        """Gives the keyboard to the figure, or to the list where that is shown."""
        listed = self.list_button.isChecked()
        (self.region_list if listed else self.figure).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def find_place(self) -> None:
        """Opens the list to search for a place by its name."""
        if self.list_button.isChecked():
            self.take_keyboard()
            self.region_list.search.selectAll()
        else:
            self.list_button.setChecked(True)

    def forget_search(self) -> None:
        """Empties the search of the list: it belonged to another day."""
        if self._region_list is not None:
            self._region_list.search.clear()

    @Slot()
    def _on_painted(self) -> None:
        if not self.list_button.isChecked():
            self.setCurrentWidget(self.figure)

    @Slot(bool)
    def _on_list(self, wanted: bool) -> None:
        self.list_button.set_words(say("today.figure") if wanted else say("today.list"))
        self.setCurrentWidget(self.region_list if wanted else self.figure)
        self.take_keyboard()
        self.tools.set_drawing(not wanted)
        if self._figure is not None:
            self._figure.forget_pointer()
        self.hovered.emit("")

    @Slot()
    def _on_list_closed(self) -> None:
        self.list_button.setChecked(False)

    @Slot(str)
    def _on_toggled(self, region: str) -> None:
        if self._taps.counts(region):
            self.tapped.emit("", region)

    def cancel_stroke(self) -> bool:
        """Lets a stroke that is being drawn come to nothing; tells whether there was one."""
        return self._figure is not None and self._figure.cancel_stroke()

    def forget_tap(self) -> None:
        """The next press counts, however soon it comes."""
        self._taps.forget()

    @Slot()
    def _on_tool_changed(self) -> None:
        self._looks.set_value(BRUSH, self.figure.brush)
        self._looks.set_value(STEADY, self.figure.steady)
