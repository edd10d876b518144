"""Fingers on the figure: one draws as the mouse does, two zoom and move the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QLineF, QPointF
from PySide6.QtGui import QEventPoint

if TYPE_CHECKING:
    from PySide6.QtGui import QTouchEvent

PINCH_PX = 24.0
"""A second finger begins to zoom only while the first has drawn no farther than this: a palm does not, px."""


class Surface(Protocol):
    """What fingers act upon."""

    def press_at(self, spot: QPointF) -> None:
        """A press begins."""
        ...

    def move_to(self, spot: QPointF) -> None:
        """The pointer goes on."""
        ...

    def lift(self) -> None:
        """The press ends."""
        ...

    def cancel_stroke(self) -> bool:
        """The press comes to nothing."""
        ...

    def zoom_by(self, by: float, at: QPointF) -> None:
        """Nearer or farther about a spot."""
        ...

    def pan_by(self, across: float, down: float) -> None:
        """The page moves."""
        ...


class Fingers:
    """Follows the fingers of one touch from the first that comes down to the last that goes up."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._drawing: int | None = None
        self._began = QPointF()
        self._pinch: QLineF | None = None

    def touched(self, event: QTouchEvent) -> None:
        """Take one event of the touch."""
        down = [one for one in event.points() if one.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._surface.cancel_stroke()
            self._forget()
        elif event.type() == QEvent.Type.TouchBegin:
            self._forget()
            self._begin(event.points()[0])
        elif self._pinch is not None or (len(down) > 1 and self._may_pinch(event.points())):
            self._pinched(down)
        else:
            self._follow(event)
        if event.type() == QEvent.Type.TouchEnd:
            self._forget()

    def _begin(self, first: QEventPoint) -> None:
        self._drawing = first.id()
        self._began = first.position()
        self._surface.press_at(first.position())

    def _follow(self, event: QTouchEvent) -> None:
        for one in event.points():
            if one.id() != self._drawing:
                continue
            self._surface.move_to(one.position())
            if one.state() == QEventPoint.State.Released:
                self._surface.lift()
                self._drawing = None

    def _may_pinch(self, points: list[QEventPoint]) -> bool:
        first = next((one for one in points if one.id() == self._drawing), None)
        return first is not None and QLineF(self._began, first.position()).length() < PINCH_PX

    def _pinched(self, down: list[QEventPoint]) -> None:
        if len(down) < 2:
            return
        line = QLineF(down[0].position(), down[1].position())
        if self._pinch is None:
            self._surface.cancel_stroke()
            self._drawing = None
        else:
            shift = line.center() - self._pinch.center()
            self._surface.pan_by(shift.x(), shift.y())
            if self._pinch.length() > 1 and line.length() > 1:
                self._surface.zoom_by(line.length() / self._pinch.length(), line.center())
        self._pinch = line

    def _forget(self) -> None:
        self._drawing = None
        self._pinch = None
