"""What the pointer and the keyboard point at: a region made bright, and the ring of the brush."""

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


def paint_place(painter: QPainter, path: QPainterPath, look: Look, *, width: float, share: float) -> None:
    """Make a region bright: a ground of so much of the accent, and a line about it."""
    accent = QColor(look.colours.color("accent"))
    pen = QPen(accent, width * look.text)
    accent.setAlphaF(share)
    painter.fillPath(path, accent)
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
