"""What the pointer and the keyboard point at: a line about a region, and the ring of the brush."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from diary.anatomy.views import load_view
from diary.ui.body.painter import painter_path

if TYPE_CHECKING:
    from diary.anatomy.layout import Placement
    from diary.ui.body.painter import Look


def region_path(placement: Placement, region: str) -> QPainterPath:
    """A region of a view as it stands in the widget, px."""
    path = painter_path(load_view(placement.view).regions[region].rings)
    scale = placement.scale
    return QTransform(scale, 0, 0, scale, placement.x, placement.y).map(path)


def paint_hovered(painter: QPainter, path: QPainterPath, look: Look) -> None:
    """A thin line about what the pointer is over: no area has one in ink."""
    _stroke(painter, path, look, "ink", 1.2)


def paint_focused(painter: QPainter, path: QPainterPath, look: Look) -> None:
    """A ring about the place of the keyboard, with a pale one on both sides: seen on any pattern."""
    _stroke(painter, path, look, "card", 6.0)
    _stroke(painter, path, look, "ink", 2.0)


def _stroke(painter: QPainter, path: QPainterPath, look: Look, token: str, width: float) -> None:
    pen = QPen(QColor(look.colours.color(token)), width * look.text)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def paint_ring(painter: QPainter, spot: QPointF, radius: float, look: Look, *, dashed: bool) -> None:
    """The brush in its real size: a dark and a pale line, to be seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width in (("card", 3.0), ("ink", 1.4)):
        pen = QPen(QColor(look.colours.color(token)), width)
        if dashed and token == "ink":
            pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawEllipse(spot, radius, radius)
