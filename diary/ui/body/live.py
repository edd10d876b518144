"""What a stroke shows while it is drawn: each move lays only its own bit of the goal over the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap, QTransform

from diary.anatomy.figure import Path
from diary.anatomy.patterns import color_token
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.figure import Drawn
    from diary.anatomy.layout import Placement
    from diary.ui.body.picture import FigurePicture


class LivePicture:
    """A picture that a brush turns, bit by bit, into the one it would be if all of it were brushed.

    So paint never lies on itself twice, an eraser shows what lies beneath, and a move costs the same
    however long the stroke is.
    """

    def __init__(self, shown: QPixmap, goal: QPixmap) -> None:
        self.picture = QPixmap(shown)
        ratio = goal.devicePixelRatio()
        cloth = QPixmap(goal)
        cloth.setDevicePixelRatio(1.0)
        self._brush = QBrush(cloth)
        self._brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))

    def line(self, start: QPointF, end: QPointF, radius: float) -> QRect:
        """Brush a straight line, px; tells what changed."""
        with QPainter(self.picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self._brush, 2 * radius)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(start, end)
        return around(start, end, radius)

    def shape(self, path: QPainterPath) -> QRect:
        """Brush a whole shape, px; tells what changed."""
        with QPainter(self.picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, self._brush)
        return path.boundingRect().adjusted(-2, -2, 2, 2).toAlignedRect()


def around(start: QPointF, end: QPointF, radius: float) -> QRect:
    """The pixels that a line with round ends may touch."""
    reach = radius + 3
    return QRectF(start, end).normalized().adjusted(-reach, -reach, reach, reach).toAlignedRect()


def live_picture(
    figure: FigurePicture, placement: Placement, areas: Sequence[Drawn], mode: StrokeMode
) -> LivePicture:
    """What a stroke in one view begins with; it changes the selected area, an eraser all where none is."""
    selected = [one for one in areas if one.selected]
    rest = [one for one in areas if not one.selected] if selected or mode is not StrokeMode.ERASE else []
    over = [] if mode is StrokeMode.ERASE else [painted_all_over(placement.view, selected)]
    return LivePicture(figure.kept_picture(), figure.goal_picture(placement, rest, over))


def painted_all_over(view: str, selected: Sequence[Drawn]) -> Path:
    """The whole body of a view in the look of the selected area, or of one without a quality yet."""
    area = selected[0] if selected else None
    qualities = area.qualities[:3] if area is not None else ()
    severity = area.severity if area is not None else None
    # Without a pattern or a line about it, a pale ground alone is hard to see.
    least = 0.10 if qualities else 0.30
    return Path(
        rings=load_view(view).outline,
        fill=color_token(qualities[0]) if qualities else "accent",
        share=max(least, 0.10 + 0.055 * (severity or 0)),
        pattern=qualities,
    )
