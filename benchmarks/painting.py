"""A long stroke on the figure: what one more move of the pointer costs, event and painting together."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measure import Found, percentile, ratio
from benchmarks.room import Room, the_application
from diary.anatomy.figure import Drawn
from diary.ui.body.figure_view import FigureView
from diary.ui.theme import Theme

PART = "painting"
POINTS = 10_000
MEASURED = 200
FRAME_MS = 1000 / 60
SIZE = (608, 388)
"""The figure on Today in a window of 1280 × 800, px."""


class Bare(QWidget):
    """A picture that a line is drawn into, and nothing else."""

    def __init__(self, figure: QWidget) -> None:
        super().__init__()
        self.resize(figure.size())
        self._picture = QPixmap(figure.size())
        self._picture.fill(Qt.GlobalColor.white)

    def draw(self, start: QPointF, end: QPointF, radius: float) -> None:
        """One bit of line, and its place painted again."""
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(Qt.GlobalColor.darkRed, 2 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)
        painter.end()
        reach = radius + 3
        self.update(QRectF(start, end).normalized().adjusted(-reach, -reach, reach, reach).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the picture on the screen."""
        QPainter(self).drawPixmap(event.rect(), self._picture, event.rect())


def run(room: Room, runs: int) -> Iterator[Found]:
    """A stroke that scribbles over the back, measured at its beginning and at its end."""
    Theme().apply(the_application())
    points = POINTS // 20 if room.quick else POINTS
    early: list[float] = []
    late: list[float] = []
    bare: list[float] = []
    for _ in range(max(1, runs // 5)):
        scribble = Scribble()
        early += scribble.moves(MEASURED)
        scribble.hurry(points - MEASURED)
        late += scribble.moves(MEASURED)
        bare += scribble.bare(MEASURED)
        scribble.end()
    yield Found(
        part=PART,
        what=f"one pointer move at {points} points, in frames of 60 Hz, 99th percentile",
        value=percentile(late, 0.99) / FRAME_MS,
        goal=1.0,
        told=f"{percentile(late, 0.99):.2f} ms of {FRAME_MS:.1f} ms, n={len(late)}",
    )
    yield ratio(PART, f"one pointer move at {points} points, against the first ones", late, early, 1.5)
    yield ratio(PART, "one pointer move, against a bare line in a picture", late, bare, None)


class Scribble:
    """A figure with two areas, on which a stroke has begun."""

    def __init__(self) -> None:
        self._figure = FigureView()
        self._figure.resize(*SIZE)
        self._figure.set_areas(
            [
                Drawn(area="a", regions=("back_2_L",), qualities=("burning",), severity=6, selected=True),
                Drawn(area="b", regions=("heel_L", "sole_inner_L"), qualities=("tingling",), severity=3),
            ]
        )
        self._figure.show()
        self._bare = Bare(self._figure)
        self._bare.show()
        QApplication.processEvents()
        self._middle = self._figure.place_of("back_4_L", "back")
        self._at = 0
        self._send(QEvent.Type.MouseButtonPress)

    def moves(self, count: int) -> list[float]:
        """So many moves, each painted; their times in ms."""
        return [_timed(self._move) for _ in range(count)]

    def hurry(self, count: int) -> None:
        """So many moves that are painted together."""
        for _ in range(count):
            self._at += 1
            self._send(QEvent.Type.MouseMove)

    def bare(self, count: int) -> list[float]:
        """The same bits of line, drawn barely; their times in ms."""
        line = list(pairwise(self._spot(self._at + more) for more in range(count + 1)))

        def draw(start: QPointF, end: QPointF) -> float:
            return _timed(lambda: self._draw_bare(start, end))

        return [draw(start, end) for start, end in line]

    def end(self) -> None:
        """The stroke is done."""
        self._send(QEvent.Type.MouseButtonRelease)
        for widget in (self._figure, self._bare):
            widget.close()
            widget.deleteLater()
        QApplication.processEvents()

    def _move(self) -> None:
        self._at += 1
        self._send(QEvent.Type.MouseMove)
        QApplication.processEvents()

    def _draw_bare(self, start: QPointF, end: QPointF) -> None:
        self._bare.draw(start, end, 6.0)
        QApplication.processEvents()

    def _spot(self, number: int) -> QPointF:
        """A pointer that goes round and round, 5 px at a time."""
        turn = number * 2 * pi / 37
        reach = 30 + 8 * sin(number / 11)
        return self._middle + QPointF(reach * cos(turn), 1.6 * reach * sin(turn))

    def _send(self, kind: QEvent.Type) -> None:
        spot = self._spot(self._at)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        there = self._figure.mapToGlobal(spot)
        event = QMouseEvent(kind, spot, there, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._figure, event)


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
