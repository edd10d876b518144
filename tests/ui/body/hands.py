"""A hand for tests: drags, pens and fingers as real events on a figure, and what the figure says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.records import Stroke
    from diary.ui.body.figure_view import FigureView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Heard:
    """What a figure said."""

    def __init__(self, figure: FigureView) -> None:
        self.strokes: list[Stroke] = []
        self.taps: list[tuple[str, str]] = []
        self.named: list[str] = []
        figure.strokeDrawn.connect(self.strokes.append)
        figure.regionTapped.connect(self._on_tapped)
        figure.regionHovered.connect(self.named.append)

    def _on_tapped(self, view: str, region: str) -> None:
        self.taps.append((view, region))


def line_to(start: QPointF, across: float, down: float, steps: int = 8) -> list[QPointF]:
    """Spots of a straight line."""
    return [start + QPointF(across, down) * (at / steps) for at in range(steps + 1)]


def drag(figure: FigureView, spots: Sequence[QPointF], *, release: bool = True) -> None:
    """Press the mouse at the first spot, go along the others."""
    QTest.mousePress(figure, LEFT, pos=spots[0].toPoint())
    for spot in spots[1:]:
        QTest.mouseMove(figure, spot.toPoint())
    if release:
        QTest.mouseRelease(figure, LEFT, pos=spots[-1].toPoint())


def tap(figure: FigureView, spot: QPointF) -> None:
    """Press and release the mouse at a spot."""
    QTest.mouseClick(figure, LEFT, pos=spot.toPoint())


def pen(figure: FigureView, spots: Sequence[QPointF], pressure: float = 0.4) -> list[bool]:
    """Draw with a pen; tells which of its events were accepted."""
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        2,
    )
    moves = [(QEvent.Type.TabletMove, spot, NONE, LEFT) for spot in spots[1:]]
    begin = (QEvent.Type.TabletPress, spots[0], LEFT, LEFT)
    end = (QEvent.Type.TabletRelease, spots[-1], LEFT, NONE)
    taken = []
    for kind, spot, button, held in (begin, *moves, end):
        there = figure.mapToGlobal(spot)
        keys = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, device, spot, there, pressure, 0, 0, 0, 0, 0, keys, button, held)
        QApplication.sendEvent(figure, event)
        taken.append(event.isAccepted())
    return taken


class Hand:
    """The fingers of a hand on a touch screen."""

    def __init__(self, figure: FigureView) -> None:
        self._figure = figure
        self._screen = QTest.createTouchDevice()

    def act(self, **fingers: tuple[str, QPointF]) -> None:
        """What each finger does at once: first=("press", spot), second=("move", spot)."""
        touch = QTest.touchEvent(self._figure, self._screen)
        for number, name in enumerate(("first", "second")):
            if name in fingers:
                act, spot = fingers[name]
                getattr(touch, act)(number, spot.toPoint(), self._figure)
        touch.commit()
