"""Where it hurts: figure or list, the places as tabs, and the selected place below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.models.codes import Limb
from diary.models.records import Stroke
from diary.store.looks import Looks
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.today.body_views import BodyViews
from diary.ui.today.card_words import drawn_places, status_words
from diary.ui.today.drawing import (
    Acted,
    Acts,
    Aim,
    copied_across,
    drawn,
    limb_filled,
    limb_toggled,
    removed,
    shares,
    tapped,
)
from diary.ui.today.figure_room import FigureRoom
from diary.ui.today.going_on import GoingOn
from diary.ui.today.place import Place
from diary.ui.today.place_editor import PlaceEditor
from diary.ui.today.place_tabs import PlaceTabs
from diary.ui.today.sitting import Sitting
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.body.figure_view import FigureView
    from diary.ui.body.region_list import RegionList


class BodyCard(Card):
    """Marks places; `changed` gives the whole form as it is now. The sitting itself is kept by the page."""

    changed = Signal(object)
    numbers_given = Signal()
    """Every place of last time has its number of today."""
    undo_beyond = Signal()
    redo_beyond = Signal()
    """No drawing act is left: what was saved is meant."""

    def __init__(
        self,
        make_uid: Callable[[], str],
        looks: Looks,
        *,
        whole_day: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say("today.where"), parent=parent)
        self._make_uid = make_uid
        self._whole_day = whole_day
        self._sitting = Sitting()
        self._selected: str | None = None
        self._new_area = False
        self._pointer = ""
        self._said = ""
        self._acts = Acts()
        self._room: FigureRoom | None = None
        self._announcer = Announcer(self)
        self._build(looks)
        self._connect()
        self._show()

    def _build(self, looks: Looks) -> None:
        self.nothing = Button(say("today.nothing"), "check", "small")
        self.nothing.setCheckable(True)
        self.views = BodyViews(looks)
        self.tabs = PlaceTabs()
        self.editor = PlaceEditor()
        self.going_on = GoingOn(self)
        self._status = Label("", "note", "quiet", wrap=True)
        self.header.addWidget(self.views.tools)
        self.header.addWidget(self.views.list_button)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.nothing)
        foot.addWidget(self._status, 1)
        self.add(self.views, 100)
        self.add(self.tabs)
        self.add(self.editor)
        self.add(foot)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.nothing.clicked.connect(self._on_nothing)
        self.views.tapped.connect(self.tap)
        self.views.stroke_drawn.connect(self.take_stroke)
        self.views.limb_toggled.connect(self._on_limb_toggled)
        self.views.hovered.connect(self._on_hovered)
        self.views.undo_pressed.connect(self.undo)
        self.views.redo_pressed.connect(self.redo)
        self.tabs.selected.connect(self._on_selected)
        self.tabs.confirmed.connect(self.confirm)
        self.tabs.removed.connect(self.remove)
        self.tabs.chosen.connect(self._on_menu)
        self.tabs.added.connect(self._on_added)
        self.tabs.digit_typed.connect(self._on_digit)
        self.tabs.confirm_all.clicked.connect(self.confirm_every)
        self.editor.changed.connect(self._on_edited)
        self.editor.row_made.connect(self.going_on.watch)
        self.going_on.watch(self.editor.severity)
        self.going_on.done.connect(self._on_number_given)

    # --- figure and list

    @property
    def figure(self) -> FigureView:
        """The body to draw on."""
        return self.views.figure

    @property
    def region_list(self) -> RegionList:
        """The same places as a list to search."""
        return self.views.region_list

    @property
    def list_button(self) -> Button:
        """Changes between figure and list."""
        return self.views.list_button

    # --- what is shown

    def open_sitting(self, sitting: Sitting) -> None:
        """Shows another form, or this one as it was saved: its drawing acts belong to the past."""
        self._acts.forget()
        self._said = ""
        self.going_on.stay()
        self.show_sitting(sitting)

    def show_sitting(self, sitting: Sitting) -> None:
        """Shows the places of a form; emits nothing."""
        self._sitting = sitting
        if sitting.place(self._selected) is None:
            self._selected = sitting.places[0].uid if sitting.places else None
        self._show()

    def set_room(self, room: FigureRoom) -> None:
        """Says what height there is, whatever is answered: the figure stays where it was pressed."""
        self._room = room
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the room under the figure."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        if self._room is not None:
            inner = self.contentsRect().width() - 2 * current().px(16)
            above = self.header.heightForWidth(inner)
            self.views.keep(*self._room.left(above, self.editor, inner))

    def set_past(self, *, past: bool) -> None:
        """Says "on this day" instead of "today"."""
        self.nothing.set_words(say("today.nothing_past" if past else "today.nothing"))

    def forget_search(self) -> None:
        """Empties the search of the list: it belonged to another day."""
        self.views.forget_search()

    def select(self, uid: str) -> None:
        """Selects a place for editing."""
        self._on_selected(uid)

    def _show(self) -> None:
        sitting = self._sitting
        self.views.show_areas(drawn_places(sitting, self._selected), shares(sitting))
        had_focus = not sitting.places and self.tabs.has_focus()
        self.tabs.show_places(sitting, self._selected)
        self.tabs.setVisible(bool(sitting.places))
        if had_focus:
            self.views.take_keyboard()
        place = sitting.place(self._selected)
        self.editor.setVisible(place is not None)
        if place is not None:
            self.editor.show_place(place)
        self.nothing.setChecked(sitting.nothing_hurts)
        self.nothing.setVisible(self._whole_day and not sitting.places)
        self.views.tools.set_can_undo(self._acts.can_undo)
        self.views.tools.set_can_redo(self._acts.can_redo)
        self._show_status()

    def _show_status(self) -> None:
        words = status_words(
            self._sitting, self._selected, pointer=self._pointer, said=self._said, begins=self._new_area
        )
        self._status.setText(words)

    def _tell(self, sitting: Sitting) -> None:
        self.show_sitting(sitting)
        self.changed.emit(sitting)

    def say(self, words: str) -> None:
        """Says what an act did, until the next act, also to screen readers; a pointer that rests waits."""
        self._said, self._pointer = words, ""
        if words:
            self._announcer.announce(words)
            self._show_status()

    # --- drawing

    def _aim(self) -> Aim:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        return Aim(selected=self._selected, begins=self._new_area, joins=bool(shift))

    def _act(self, acted: Acted | None) -> None:
        """Takes what a drawing act made of the form, and keeps the way back."""
        if acted is None:
            return
        self._acts.add(self._sitting, acted.sitting)
        self._new_area = False
        self._selected = acted.selected
        self.say(acted.words)
        if acted.sitting.places == self._sitting.places:
            self._show()
        else:
            self._tell(acted.sitting)

    @Slot(object)
    def take_stroke(self, stroke: Stroke) -> None:
        """Puts a stroke where it belongs."""
        self._act(drawn(self._sitting, self._aim(), stroke, self._make_uid))

    @Slot(str, str)
    def tap(self, view: str, region: str) -> None:
        """Marks a region, or takes it back; one that lies in another place selects that place.

        `view` is "" in the list. A region of the same part joins the selected place; Shift joins any.
        """
        erases = bool(view) and self.views.erases
        uid = self._make_uid
        self._act(tapped(self._sitting, self._aim(), region, view or None, uid, erases=erases))

    @Slot(object, bool)
    def _on_limb_toggled(self, regions: Sequence[str], wanted: bool) -> None:
        self._act(limb_toggled(self._sitting, self._aim(), regions, self._make_uid, wanted=wanted))

    @Slot()
    def undo(self) -> None:
        """Takes the last drawing act back; answers given since stay."""
        if self._acts.can_undo:
            self._turn(self._acts.undo(self._sitting), say("today.stroke_undone"))
        else:
            self.undo_beyond.emit()

    @Slot()
    def redo(self) -> None:
        """Brings the drawing act back that was undone last."""
        if self._acts.can_redo:
            self._turn(self._acts.redo(self._sitting), say("today.stroke_back"))
        else:
            self.redo_beyond.emit()

    def _turn(self, sitting: Sitting, words: str) -> None:
        new = [one.uid for one in sitting.places if self._sitting.place(one.uid) is None]
        self._selected = new[0] if new else self._selected
        self.say(words)
        self._tell(sitting)

    @Slot(str, str)
    def _on_menu(self, uid: str, key: str) -> None:
        place = self._sitting.place(uid)
        if place is None:
            return
        self._selected = uid
        if key == "fill":
            self._act(limb_filled(self._sitting, place))
        elif key == "copy":
            self._act(copied_across(self._sitting, place))
        elif key == "remove":
            self.remove(uid)
        elif key == "time":
            now = datetime.now()  # noqa: DTZ005  # only the clock on the wall
            self._show()
            self.editor.ask_time(now.hour * 60 + now.minute)
        else:
            from diary.ui.today.area_menu import LIMB, SITE

            if key.startswith(SITE):
                changed = replace(place, site=key.removeprefix(SITE) or None)
            else:
                changed = replace(place, limb=Limb(key.removeprefix(LIMB)))
            self._tell(self._sitting.with_place(changed))

    @Slot(str)
    def remove(self, uid: str) -> None:
        """Takes a place away; Undo brings it back."""
        self._act(removed(self._sitting, uid))

    def finish_typing(self) -> None:
        """Takes an own word that was typed and not entered."""
        self.editor.finish_typing()

    # --- what the parts say

    @Slot()
    def _on_nothing(self) -> None:
        self._tell(replace(self._sitting, nothing_hurts=self.nothing.isChecked()))

    @Slot(str)
    def _on_hovered(self, words: str) -> None:
        self._pointer = words
        self._show_status()

    @Slot(str)
    def _on_selected(self, uid: str) -> None:
        self._selected = uid
        self._new_area = False
        self._said = ""
        self.going_on.stay()
        self._show()

    def take_number(self) -> None:
        """Gives the keyboard to the row of the selected place: a digit is its number."""
        place = self._sitting.place(self._selected)
        if place is not None:
            self.editor.number_row(place).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_number_given(self, uid: str) -> None:
        """Goes on to the next place of last time, or tells that there is none."""
        waiting = self._sitting.unconfirmed
        if not waiting:
            self.numbers_given.emit()
            return
        order = [one.uid for one in self._sitting.places]
        after = order.index(uid) if uid in order else 0
        following = next((one for one in waiting if order.index(one.uid) > after), waiting[0])
        self._on_selected(following.uid)
        self.take_number()

    @Slot(str)
    def confirm(self, uid: str) -> None:
        """Confirms one place that was carried over."""
        place = self._sitting.place(uid)
        if place is not None and place.carried:
            self._selected = uid
            self._tell(self._sitting.with_place(replace(place, carried=False)))

    @Slot()
    def confirm_selected(self) -> None:
        """Confirms the selected place and goes on to the next one from last time."""
        place = self._sitting.place(self._selected)
        if place is None or not place.carried:
            return
        self.confirm(place.uid)
        if self._sitting.unconfirmed:
            self._on_number_given(place.uid)

    @Slot()
    def confirm_every(self) -> None:
        """Confirms all places that were carried over."""
        places = tuple(replace(one, carried=False) for one in self._sitting.places)
        self._tell(replace(self._sitting, places=places))

    @Slot()
    def _on_added(self) -> None:
        self._new_area = True
        self._selected = None
        self._show()
        self.views.take_keyboard()

    @Slot(object)
    def _on_digit(self, event: QKeyEvent) -> None:
        self.take_number()
        target = self.window().focusWidget()
        if target is not None and self.editor.isAncestorOf(target):
            QCoreApplication.sendEvent(target, event)

    @Slot(object)
    def _on_edited(self, place: Place) -> None:
        was = self._sitting.place(place.uid)
        confirmed = was is not None and was.carried and not place.carried
        self._said = self._pointer = ""
        self._tell(self._sitting.with_place(place))
        if confirmed or self.going_on.follows(place.uid):
            self.going_on.given(place.uid, self.editor.number_row(place).value)
