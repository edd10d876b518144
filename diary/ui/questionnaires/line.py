"""A small line over time, painted in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy

from diary.charts.small_line import HEIGHT, WIDTH, small_line
from diary.ui.parts.painted import Painted
from diary.ui.parts.spoken import speak_as


class LinePicture(Painted):
    """One value a slot, None where there is none; the same numbers stand in a table beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.values: tuple[float | None, ...] = ()
        self.hollow: tuple[float | None, ...] = ()
        self.cut: float | None = None
        self._ends = (0.0, 10.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        speak_as(self, QAccessible.Role.Graphic)

    def show_values(
        self,
        values: Sequence[float | None],
        low: float,
        high: float,
        name: str,
        *,
        hollow: Sequence[float | None] = (),
        cut: float | None = None,
    ) -> None:
        """Shows a course between the ends of its scale; `name` is what it is told as.

        `hollow` are late notes by the same places; at `cut` a thin line runs across.
        """
        self.hollow, self.cut = tuple(hollow), cut
        self.values = tuple(values)
        self._ends = (low, high)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The size of a small line, px."""
        return QSize(self.theme.px(WIDTH), self.theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        color = self.theme.palette.color("accent")
        svg = small_line(self.values, *self._ends, color, hollow=self.hollow, cut=self.cut)
        QSvgRenderer(QByteArray(svg.encode())).render(QPainter(self), QRectF(self.rect()))
