"""The figure as a drawing surface: mouse, pen, finger and keys draw, tap, zoom and walk on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QTabletEvent,
    QTouchEvent,
)

from diary.anatomy.drawing import BRUSHES
from diary.anatomy.regions import all_regions
from diary.anatomy.states import marked_places
from diary.ui.body.drawn_figure import DrawnFigure
from diary.ui.body.fingers import Fingers
from diary.ui.body.keys import ARROWS, TAPS, TURNS, act_of
from diary.ui.body.walking import first_place, in_next_view, next_place
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import told
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Drawn
    from diary.ui.body.walking import Place

_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back to where it was: that says nothing of how the person works."""

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""The person came by the keyboard to where the ring is shown."""

PAN_STEP = 0.2
"""How far one key press moves the page, as a share of what is seen."""


class FigureView(DrawnFigure):
    """The views of a sheet: a drag draws with the tool in hand; a tap, Space or Enter is a region."""

    undoPressed = Signal()  # noqa: N815  written as Qt writes its own signals
    redoPressed = Signal()  # noqa: N815  written as Qt writes its own signals

    _panning: QPointF | None = None
    _touched = False
    _told = ""
    _named_by_keys = False
    _crossed: tuple[Place, tuple[int, int], Place] | None = None
    """Where the last arrow came to in another view, the way back, and the place it came from."""

    def _begin(self) -> None:
        self._fingers = Fingers(self)
        self._announcer = Announcer(self)
        if self._interactive:
            self.setProperty("no_ring", False)
            self.setMouseTracking(True)
            self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(say("body.figure.keys"))

    # --- mouse, pen and touch

    def _takes(self, event: QMouseEvent) -> bool:
        """Whether a mouse event is one: systems make some of touches and pens that were handled as such."""
        if not self._interactive:
            event.ignore()
            return False
        made_up = event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
        return not (made_up and self._touched)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left draws, middle moves the page, right lets a stroke come to nothing."""
        if not self._takes(event):
            return
        match event.button():
            case Qt.MouseButton.LeftButton:
                self._touched = False
                self.press_at(event.position())
            case Qt.MouseButton.MiddleButton:
                self._panning = event.position()
            case Qt.MouseButton.RightButton if self.cancel_stroke():
                pass
            case _:
                event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, move the page, or name what is under the pointer."""
        if not self._takes(event):
            return
        if self._pen is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel_stroke()  # something else took the release
        if self._panning is not None and self._pen is None:
            shift = event.position() - self._panning
            self._panning = event.position()
            self.pan_by(shift.x(), shift.y())
        else:
            self.move_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press ends."""
        if not self._takes(event):
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self.move_to(event.position())
            self.lift()
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._panning = None
        else:
            event.ignore()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen draws as the mouse does, however hard it is pressed."""
        if not self._interactive:
            event.ignore()
            return
        self._touched = True
        left = event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.TabletPress if left:
                self.press_at(event.position())
            case QEvent.Type.TabletRelease if left:
                self.move_to(event.position())
                self.lift()
            case QEvent.Type.TabletPress:
                self.cancel_stroke()
            case QEvent.Type.TabletMove:
                self.move_to(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Fingers, and keys that would else be the window's."""
        if isinstance(event, QTouchEvent) and self._interactive:
            self._touched = True
            self._fingers.touched(event)
            if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
                self.forget_pointer()
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            cancels = event.key() == Qt.Key.Key_Escape and self._pen is not None
            if cancels or (self._interactive and self._act(event)):
                event.accept()
                return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A stroke on a figure that goes away comes to nothing."""
        self.cancel_stroke()
        super().hideEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        """Forget what was under the pointer."""
        self.forget_pointer()

    # --- keyboard

    def _act(self, event: QKeyEvent) -> str:
        """What a key asks this figure for; a 0 is a zoom only where there is one to take back."""
        act = act_of(event)
        if act == "zoom_reset" and self._camera.whole:
            return ""
        return act if self._draws or act.startswith(("zoom", "pan")) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space and Enter tap, Escape cancels a stroke; keys that mean nothing here go on."""
        key = Qt.Key(event.key())
        act = self._act(event) if self._interactive else ""
        if key == Qt.Key.Key_Escape and self.cancel_stroke():
            return
        self._by_keys = True
        if act:
            self.do(act)
        elif self._interactive and key in ARROWS:
            self._walk(*ARROWS[key])
        elif self._interactive and key in TURNS and len(self._views) > 1:
            self._turn(TURNS[key])
        elif self._interactive and self._cursor and key in TAPS:
            if not event.isAutoRepeat():
                before = self._told
                self._tap(self._cursor)
                if self._told == before:
                    self._tell()
        else:
            super().keyPressEvent(event)

    def set_sheet(self, key: str) -> None:
        """Show the views of a sheet, whole; KeyError for one of which nothing is drawn."""
        super().set_sheet(key)
        self._told = ""
        self._named_by_keys, self._crossed = False, None
        self._describe(self._words_here() or say("body.figure.keys"))
        self._announcer.announce(say(f"body.view.{key}"))

    def set_areas(self, areas: Sequence[Drawn], states: Mapping[str, str] | None = None) -> None:
        """Show these areas; what is said of the place of the keyboard is true again at once."""
        before = self._state_here()
        super().set_areas(areas, states)
        if not self._interactive:
            self.setAccessibleDescription(marked_places(areas))
            return
        now, words = self._state_here(), self._words_here()
        if now != before and (self.hasFocus() or say("body.not_marked") in (now, before)):
            self._tell()
        elif words != self._told:
            self._told = words
            self._describe(words)

    def _state_here(self) -> str:
        return self.state_of(self._cursor[1]) if self._cursor is not None else ""

    def do(self, act: str) -> None:
        """Do what a key or a tool asks for, as `keys.act_of` names it."""
        brushes = list(BRUSHES)
        match act:
            case "paint" | "erase" | "fill":
                self.tool = act
                self._announcer.announce(say(f"body.tool.{act}"))
            case "smaller" | "larger":
                at = brushes.index(self.brush) + (1 if act == "larger" else -1)
                self.brush = brushes[min(max(at, 0), len(brushes) - 1)]
                self._announcer.announce(say(f"body.brush.{self.brush}"))
            case "zoom_in" | "zoom_out" | "zoom_reset":
                getattr(self, act)()
                self._announcer.announce(say("body.zoomed", percent=round(self.zoom * 100)))
            case "undo":
                self.undoPressed.emit()
            case "redo":
                self.redoPressed.emit()
            case _:
                across, down = _WAYS[act]
                self.pan_by(-across * self.width() * PAN_STEP, -down * self.height() * PAN_STEP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard starts at the chest of the first view, or where it was."""
        if event.reason() not in _BACK:
            self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._cursor is None and self._interactive and self._by_keys:
            self._walk(0, 0)
        elif self._cursor is not None and self._by_keys and event.reason() in _TABBED:
            self._name(self._cursor)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is hidden and named no more, and kept."""
        super().focusOutEvent(event)
        if self._named_by_keys and event.reason() not in _BACK:
            self._named_by_keys = False
            self.regionHovered.emit("")
        self.update()

    def _walk(self, across: int, down: int) -> None:
        """Move the keyboard's place to the anatomical neighbour that way, else to what is nearest.

        The opposite arrow comes back from another view: the same region there looks like no step at all.
        """
        here, crossed = self._cursor, self._crossed
        if here is None:
            self._cursor = first_place(self._views[0])
        elif crossed is not None and crossed[:2] == (here, (across, down)):
            self._cursor = crossed[2]
        else:
            self._cursor = next_place(here, across, down, self._views, self.place_of)
        self._arrived(self._cursor)
        if here is not None and here[0] != self._cursor[0]:
            self._crossed = self._cursor, (-across, -down), here

    def _turn(self, step: int) -> None:
        """Move the keyboard's place to the next (1) or the previous (-1) view."""
        here = self._cursor or first_place(self._views[0])
        self._cursor = in_next_view(here, step, self._views)
        self._arrived(self._cursor)

    def _arrived(self, place: Place) -> None:
        self._crossed = None
        self.reveal(place)
        self._name(place)
        self._tell()
        self.update()

    def _name(self, place: Place) -> None:
        self._named_by_keys = True
        self.regionHovered.emit(all_regions()[place[1]].label)

    def _hover(self, found: Place | None) -> None:
        if found != self._hovered:
            self._named_by_keys = False
        super()._hover(found)

    def _heart(self) -> QPointF:
        if self._cursor is not None:
            return self.place_of(self._cursor[1], self._cursor[0])
        return super()._heart()

    def _tell(self) -> None:
        """Say the region under the keyboard and its state to assistive software."""
        self._told = self._words_here()
        if self._told:
            self._describe(self._told)
            self._announcer.announce(self._told)

    def _describe(self, words: str) -> None:
        self.setAccessibleDescription(words)
        told(self, QAccessible.Event.DescriptionChanged)

    def _words_here(self) -> str:
        """The region under the keyboard and its state; "" where it is nowhere."""
        if self._cursor is None:
            return ""
        view, region_id = self._cursor
        return say(
            "body.region_in_view",
            view=say(f"view.{view}"),
            region=say(
                "body.region_state", region=all_regions()[region_id].label, state=self.state_of(region_id)
            ),
        )

    def state_of(self, region_id: str) -> str:
        """What is marked in a region, in words."""
        if region_id in self._states:
            return self._states[region_id]
        marked = [one for one in self._areas if region_id in one.regions]
        if not marked:
            return say("body.not_marked")
        if marked[-1].carried:
            return say("body.carried")
        if marked[-1].severity is None:
            return say("body.marked")
        return say("body.marked_severity", severity=marked[-1].severity)


_WAYS = {"pan_left": (-1, 0), "pan_right": (1, 0), "pan_up": (0, -1), "pan_down": (0, 1)}
