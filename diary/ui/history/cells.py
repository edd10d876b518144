"""Paints what calendar, list and legend share: a severity on its ground, hollow, dashed, or a night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from diary.charts.palette import mixed
from diary.models.codes import Lateness
from diary.models.history import What
from diary.ui.history.event_words import ICONS
from diary.ui.parts.painted import box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from diary.models.history import EventRow
    from diary.ui.theme import Theme

HOLLOW = 3
"""Width of the border of a day that was written late, px."""

OUTSIDE = 0.32
"""How much of its colour a day outside the month keeps."""


def severity_ground(theme: Theme, severity: int, *, faint: bool = False) -> QColor:
    """The ground of a severity 0 to 10; faint: mixed into the card."""
    color = theme.palette.severity(severity)
    return QColor(mixed(color, theme.palette.color("card"), OUTSIDE) if faint else color)


def ink_token(theme: Theme, severity: int) -> str:
    """The token of the ink that reads best on a severity's ground."""
    dark = theme.palette.color("severity_dark_ink")
    return "severity_dark_ink" if theme.palette.on_severity(severity) == dark else "severity_light_ink"


def paint_hollow(painter: QPainter, theme: Theme, where: QRectF, radius: float, severity: int | None) -> None:
    """A day written late: the card inside a border of its severity."""
    color = theme.color("dash") if severity is None else severity_ground(theme, severity)
    box(painter, where, radius, theme.color("card"), QPen(color, HOLLOW))


def paint_dashed(painter: QPainter, theme: Theme, where: QRectF, radius: float) -> None:
    """A day without an entry."""
    pen = QPen(theme.color("dash"), 1)
    pen.setDashPattern([3, 3])
    box(painter, where, radius, None, pen)


def paint_diamond(painter: QPainter, color: QColor, middle: QPointF, reach: float) -> None:
    """The mark of a moment: a hollow diamond about `middle`."""
    x, y = middle.x(), middle.y()
    corners = [QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)]
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))


def paint_bar(painter: QPainter, theme: Theme, where: QRectF, token: str) -> None:
    """The mark of a day that has other records than an entry: a short bar."""
    box(painter, where, theme.px(1), theme.color(token), None)


def paint_badge(
    painter: QPainter, theme: Theme, where: QRectF, severity: int | None, *, round_: bool, hollow: bool
) -> None:
    """A list row's mark: a square for a day, a circle for a moment, with its severity or a dash."""
    radius = where.height() / 2 if round_ else theme.px(6)
    token = "ink"
    if severity is None:
        box(painter, where, radius, theme.color("well"), QPen(theme.color("control"), 1))
    elif hollow:
        paint_hollow(painter, theme, where, radius, severity)
    else:
        box(painter, where, radius, severity_ground(theme, severity), None)
        token = ink_token(theme, severity)
    painter.setFont(theme.font(18, 700))
    painter.setPen(theme.color(token))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "–" if severity is None else str(severity))


def paint_event(painter: QPainter, theme: Theme, where: QRectF, row: EventRow) -> None:
    """The sign of a record other than an entry, in a frame that is hollow where it was written late."""
    late = row.lateness == Lateness.MEMORY
    if late:
        paint_hollow(painter, theme, where, theme.px(6), None)
    else:
        box(painter, where, theme.px(6), theme.color("well"), QPen(theme.color("line"), 1))
    side = theme.px(20)
    spot = where.center() - QPointF(side / 2, side / 2)
    painter.drawPixmap(spot, theme.pixmap(ICONS[What(row.what)], "quiet", 20))
