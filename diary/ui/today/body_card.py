"""Where it hurts: figure or list, the places as tabs, and the selected place below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.anatomy.limbs import belongs
from diary.anatomy.naming import place_name
from diary.anatomy.regions import all_regions, body_share
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.today.place_editor import PlaceEditor
from diary.ui.today.place_tabs import PlaceTabs
from diary.ui.today.sitting import Place, Sitting
from diary.ui.today.views import Views
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.anatomy.figure import Drawn
    from diary.ui.body.figure_view import FigureView
    from diary.ui.body.region_list import RegionList

HELP = "today.where_help"
TAB = 44
"""Height of a tab, px at 100 %."""
LARGE = 360
"""Height of a figure that is easily pressed, px at 100 %."""


def drawn_places(sitting: Sitting, selected: str | None = None) -> tuple[Drawn, ...]:
    """What the figure shows for the places of a form."""
    from diary.anatomy.figure import Drawn

    return tuple(
        Drawn(
            area=place.uid,
            regions=tuple(place.regions),
            qualities=tuple(one.code or "own" for one in place.qualities),
            severity=place.severity,
            carried=place.carried,
            selected=place.uid == selected,
        )
        for place in sitting.places
    )


def known_regions(place: Place) -> list[str]:
    """The regions of a place that this figure has; a newer diary may know more."""
    return [one for one in place.regions if one in all_regions()]


class BodyCard(Card):
    """Marks places; `changed` gives the whole form as it is now. The sitting itself is kept by the page."""

    changed = Signal(object)

    def __init__(
        self,
        make_uid: Callable[[], str],
        helps: frozenset[str],
        *,
        whole_day: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        shown = HELP not in helps
        super().__init__(say("today.where"), help_text=say(HELP) if shown else "", title_role="title")
        self.setParent(parent)
        self._make_uid = make_uid
        self._whole_day = whole_day
        self._sitting = Sitting()
        self._selected: str | None = None
        self._new_area = False
        self._pointer = ""
        self._build()
        self._show()

    def _build(self) -> None:
        self.nothing = Button(say("today.nothing"), "check", "small")
        self.nothing.setCheckable(True)
        self.list_button = Button(say("today.list"), "list", "small")
        self.list_button.setCheckable(True)
        self._figure: FigureView | None = None
        self._region_list: RegionList | None = None
        self._stack = Views()
        self.tabs = PlaceTabs()
        self.editor = PlaceEditor()
        self._status = Label("", "note", "quiet", wrap=True)
        self.nothing.clicked.connect(self._on_nothing)
        self.list_button.toggled.connect(self._on_list)
        self._stack.painted.connect(self._on_painted)
        self.tabs.selected.connect(self._on_selected)
        self.tabs.confirmed.connect(self.confirm)
        self.tabs.removed.connect(self._on_removed)
        self.tabs.added.connect(self._on_added)
        self.tabs.digit_typed.connect(self._on_digit)
        self.editor.changed.connect(self._on_edited)
        self.tabs.confirm_all.clicked.connect(self.confirm_every)
        self.header.addWidget(self.list_button)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.nothing)
        foot.addWidget(self._status, 1)
        self.add(self._stack, 100)
        self.add(self.tabs)
        self.add(self.editor)
        self.add(foot)
        self.body.addStretch(1)

    # --- figure and list, made when they are first wanted

    @property
    def figure(self) -> FigureView:
        """The body to press."""
        if self._figure is None:
            from diary.ui.body.figure_view import FigureView

            self._figure = figure = FigureView()
            figure.regionClicked.connect(self.press_region)
            figure.regionHovered.connect(self._on_hovered)
            figure.set_areas(drawn_places(self._sitting, self._selected))
            self._stack.addWidget(figure)
            self.setTabOrder(self.list_button, figure)
        return self._figure

    @property
    def region_list(self) -> RegionList:
        """The same places as a list to search."""
        if self._region_list is None:
            from diary.ui.body.region_list import RegionList

            self._region_list = found = RegionList()
            found.regionToggled.connect(self.press_region)
            found.closed.connect(self._on_list_closed)
            found.set_checked({one for place in self._sitting.places for one in place.regions})
            self._stack.addWidget(found)
            self.setTabOrder(self.figure, found.search)
            self.setTabOrder(found.search, found.list)
        return self._region_list

    @Slot()
    def _on_painted(self) -> None:
        if not self.list_button.isChecked():
            self._stack.setCurrentWidget(self.figure)

    # --- what is shown

    def show_sitting(self, sitting: Sitting) -> None:
        """Shows the places of a form; emits nothing."""
        self._sitting = sitting
        if sitting.place(self._selected) is None:
            self._selected = sitting.places[0].uid if sitting.places else None
        self._show()

    def set_roomy(self, roomy: bool) -> None:
        """Lets the figure be large, where the page scrolls anyway."""
        if roomy != self._stack.roomy:
            self._stack.roomy = roomy
            self._stack.updateGeometry()
            self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the room under the figure."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keeps room for tabs and editor from the start, so that the figure stays where it was pressed."""
        theme = current()
        inner = self.contentsRect().width() - 2 * theme.px(16)
        used = 2 * theme.px(8) + self._top.height() + 5 * theme.px(4) + theme.metrics("note").height()
        room = self.height() - used - theme.px(TAB) - self.editor.least_height(inner)
        second = room - theme.px(TAB + 6)  # a second line of tabs, where the figure stays large with it
        room = second if second >= theme.px(LARGE) else room
        self._stack.most = 10_000 if self._stack.roomy else room
        self._stack.limit()

    def set_past(self, *, past: bool) -> None:
        """Says "on this day" instead of "today"."""
        self.nothing.set_words(say("today.nothing_past" if past else "today.nothing"))

    def forget_search(self) -> None:
        """Empties the search of the list: it belonged to another day."""
        if self._region_list is not None:
            self._region_list.search.clear()

    def select(self, uid: str) -> None:
        """Selects a place for editing."""
        self._on_selected(uid)

    def _show(self) -> None:
        sitting = self._sitting
        if self._figure is not None:
            self._figure.set_areas(drawn_places(sitting, self._selected))
        if self._region_list is not None:
            self._region_list.set_checked({one for place in sitting.places for one in place.regions})
        had_focus = not sitting.places and self.tabs.has_focus()
        self.tabs.show_places(sitting, self._selected)
        self.tabs.setVisible(bool(sitting.places))
        if had_focus:
            self.figure.setFocus(Qt.FocusReason.OtherFocusReason)
        place = sitting.place(self._selected)
        self.editor.setVisible(place is not None)
        if place is not None:
            self.editor.show_place(place)
        self.nothing.setChecked(sitting.nothing_hurts)
        self.nothing.setVisible(self._whole_day and not sitting.places)
        self._status.setText(self._status_words())

    def _status_words(self) -> str:
        if self._pointer:
            return say("today.pointer", place=self._pointer)
        if self._new_area:
            return say("today.new_area")
        sitting = self._sitting
        if sitting.nothing_hurts:
            return say("today.nothing_now")
        if not sitting.places:
            return say("today.nowhere")
        known = all_regions()
        regions = {one for place in sitting.places for one in place.regions if one in known}
        share = f"{body_share(regions):.1f}"
        return say_n("today.areas", len(sitting.places), share=share)

    def _tell(self, sitting: Sitting) -> None:
        self.show_sitting(sitting)
        self.changed.emit(sitting)

    # --- pressing

    @Slot(str)
    def press_region(self, region: str) -> None:
        """Marks a region, or takes it back; one that lies in another place selects that place.

        A region of the same part of the body joins the selected place; Shift joins any.
        """
        owner = next((one for one in self._sitting.places if region in one.regions), None)
        selected = self._sitting.place(self._selected)
        if owner is not None and owner is not selected:
            self._on_selected(owner.uid)
        elif owner is not None:
            self._take_off(owner, region)
        elif selected is not None and not self._new_area and self._joins(region, selected):
            self._tell(
                self._sitting.with_place(
                    replace(selected, regions=(*selected.regions, region), carried=False)
                )
            )
        else:
            self._begin(region)

    def _joins(self, region: str, selected: Place) -> bool:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        return bool(shift) or belongs(region, known_regions(selected))

    def _begin(self, region: str) -> None:
        place = next(
            (
                one
                for one in self._sitting.places
                if not self._new_area and belongs(region, known_regions(one))
            ),
            None,
        )
        if place is None:
            place = Place(uid=self._make_uid(), regions=(region,))
        else:
            place = replace(place, regions=(*place.regions, region), carried=False)
        self._new_area = False
        self._selected = place.uid
        self._tell(self._sitting.with_place(place))

    def _take_off(self, place: Place, region: str) -> None:
        regions = tuple(one for one in place.regions if one != region)
        if regions:
            self._tell(self._sitting.with_place(replace(place, regions=regions)))
        else:
            self._on_removed(place.uid)

    def finish_typing(self) -> None:
        """Takes an own word that was typed and not entered."""
        self.editor.finish_typing()

    # --- what the parts say

    @Slot()
    def _on_nothing(self) -> None:
        self._tell(replace(self._sitting, nothing_hurts=self.nothing.isChecked()))

    @Slot(bool)
    def _on_list(self, wanted: bool) -> None:
        self.list_button.set_words(say("today.figure") if wanted else say("today.list"))
        self._stack.setCurrentWidget(self.region_list if wanted else self.figure)
        (self.region_list if wanted else self.figure).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_list_closed(self) -> None:
        self.list_button.setChecked(False)

    @Slot(str)
    def _on_hovered(self, words: str) -> None:
        self._pointer = words
        self._status.setText(self._status_words())

    @Slot(str)
    def _on_selected(self, uid: str) -> None:
        self._selected = uid
        self._new_area = False
        self._show()

    @Slot(str)
    def confirm(self, uid: str) -> None:
        """Confirms one place that was carried over."""
        place = self._sitting.place(uid)
        if place is not None and place.carried:
            self._selected = uid
            self._tell(self._sitting.with_place(replace(place, carried=False)))

    @Slot()
    def confirm_selected(self) -> None:
        """Confirms the selected place."""
        if self._selected is not None:
            self.confirm(self._selected)

    @Slot()
    def confirm_every(self) -> None:
        """Confirms all places that were carried over."""
        places = tuple(replace(one, carried=False) for one in self._sitting.places)
        self._tell(replace(self._sitting, places=places))

    @Slot(str)
    def _on_removed(self, uid: str) -> None:
        self._tell(self._sitting.without_place(uid))

    @Slot()
    def _on_added(self) -> None:
        self._new_area = True
        self._selected = None
        self._show()
        self.figure.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_digit(self, event: QKeyEvent) -> None:
        self.editor.severity.setFocus(Qt.FocusReason.OtherFocusReason)
        target = self.editor.severity.focusProxy()
        if target is not None:
            QCoreApplication.sendEvent(target, event)

    @Slot(object)
    def _on_edited(self, place: Place) -> None:
        self._tell(self._sitting.with_place(place))


def unconfirmed_words(sitting: Sitting) -> str:
    """What the page says beside Save about places that will not be recorded; "" where all are."""
    places = sitting.unconfirmed
    if len(places) == 1:
        return say("today.place_not_confirmed", place=place_name(places[0].regions))
    return say_n("today.not_confirmed", len(places)) if places else ""
