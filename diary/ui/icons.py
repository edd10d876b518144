"""Our own line icons, drawn from their svg in any colour and size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from diary.paths import resource


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def svg(name: str, color: str) -> bytes:
    """The svg of icon `name` stroked in `color` ("#RRGGBB"); FileNotFoundError for an unknown icon."""
    return _source(name).replace("currentColor", color).encode()


def draw(painter: QPainter, name: str, color: str, where: QRectF) -> None:
    """Paint icon `name` in `color` into the square `where`."""
    QSvgRenderer(QByteArray(svg(name, color))).render(painter, where)


def pixmap(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    """Icon `name` as a square of `size` px, sharp on a screen of device pixel ratio `ratio`."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, color.name(), QRectF(0, 0, size, size))
    painter.end()
    return picture
