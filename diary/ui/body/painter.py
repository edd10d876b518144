"""Paints the figure's display list; outlines and pattern tiles are made once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from diary.anatomy.badges import BADGE_R
from diary.anatomy.figure import Badge, Path
from diary.anatomy.patterns import TILE, Ring, color_token, pattern_of, tiles
from diary.anatomy.sides import Text
from diary.anatomy.views import load_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.anatomy import views
    from diary.anatomy.figure import Colours, Item
    from diary.anatomy.layout import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a painting needs beside the list: colours, text size (1: 100 %), pattern size, pixels, fonts."""

    colours: Colours
    text: float
    pattern: float
    ratio: float
    font: Callable[[int, int], QFont]


def painter_path(rings: Sequence[views.Ring], *, closed: bool = True) -> QPainterPath:
    """The rings (in units) as one path, filled by the even and odd rule."""
    path = QPainterPath()
    for ring in rings:
        numbers = iter(ring)
        dots = [QPointF(x, y) for x, y in zip(numbers, numbers, strict=True)]
        path.addPolygon(QPolygonF(dots))
        if closed:
            path.closeSubpath()
    return path


@cache
def _outline(view: str) -> QPainterPath:
    return painter_path(load_view(view).outline)


@cache
def _lines(view: str) -> QPainterPath:
    return painter_path(load_view(view).lines, closed=False)


Ready = tuple["Item", "QPainterPath | None", "QPainterPath | None"]
"""An item of the display list, the path of its shape, and the path that it is clipped by."""


def prepared(view: str, items: Sequence[Item]) -> list[Ready]:
    """The list with the path of each shape; the body's own outline and lines are made once for all."""
    return [
        (item, _path(view, item.rings, closed=item.closed), _path(view, item.clip))
        if isinstance(item, Path)
        else (item, None, None)
        for item in items
    ]


def _path(view: str, rings: Sequence[views.Ring] | None, *, closed: bool = True) -> QPainterPath | None:
    drawn = load_view(view)
    if rings is None:
        return None
    if rings is drawn.outline:
        return _outline(view)
    if rings is drawn.lines:
        return _lines(view)
    return painter_path(rings, closed=closed)


def paint(painter: QPainter, ready: Sequence[Ready], placement: Placement, look: Look) -> None:
    """Paint one view at its place; shapes first, then numbers and words in their own size."""
    painter.save()
    painter.translate(placement.x, placement.y)
    painter.scale(placement.scale, placement.scale)
    for item, path, clip in ready:
        if not isinstance(item, Path) or path is None:
            continue
        painter.save()
        if clip is not None:
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        _paint_path(painter, item, path, placement.scale, look)
        painter.restore()
    painter.restore()
    for item, _, _ in ready:
        if isinstance(item, Badge):
            _paint_badge(painter, item, placement, look)
        elif isinstance(item, Text):
            _paint_text(painter, item, placement, look)


def _paint_path(painter: QPainter, item: Path, path: QPainterPath, scale: float, look: Look) -> None:
    if item.fill is not None and item.share > 0:
        color = QColor(look.colours.color(item.fill))
        color.setAlphaF(min(1.0, item.share))
        painter.fillPath(path, color)
    if item.pattern:
        tile = pattern_tile(item.pattern, look)
        brush = QBrush(tile)
        size = TILE * len(item.pattern) * look.pattern / tile.width() / scale
        brush.setTransform(QTransform.fromScale(size, size))
        painter.fillPath(path, brush)
    if item.stroke is not None:
        pen = QPen(QColor(look.colours.color(item.stroke)), item.width * look.text / scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if item.dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.0, 2.2])
        painter.strokePath(path, pen)


def _paint_badge(painter: QPainter, item: Badge, placement: Placement, look: Look) -> None:
    radius = BADGE_R * look.text
    center = QPointF(placement.x + item.x * placement.scale, placement.y + item.y * placement.scale)
    painter.setPen(QPen(QColor(look.colours.color("ink")), 1.4 * look.text))
    painter.setBrush(QColor(look.colours.color(f"severity.{item.severity}")))
    painter.drawEllipse(center, radius, radius)
    painter.setPen(QColor(look.colours.on_severity(item.severity)))
    painter.setFont(look.font(13, 700))
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(item.severity))


def _paint_text(painter: QPainter, item: Text, placement: Placement, look: Look) -> None:
    y = placement.y + item.y * placement.scale
    painter.setPen(QColor(look.colours.color(item.token)))
    rows = item.words.split("\n")
    for number, row in enumerate(rows):
        last_of_many = len(rows) > 1 and number == len(rows) - 1
        painter.setFont(look.font(item.size, 600 if item.strong or last_of_many else 400))
        width = painter.fontMetrics().horizontalAdvance(row)
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.anchor]
        x = placement.x + item.x * placement.scale - width * shift
        painter.drawText(QPointF(x, y + number * 1.25 * item.size * look.text), row)


_TILES: dict[tuple[tuple[str, ...], tuple[str, ...], float, float], QImage] = {}


def pattern_tile(qualities: tuple[str, ...], look: Look) -> QImage:
    """The repeating square of up to three qualities, each in its own colour, sharp at the screen's pixels."""
    colors = tuple(look.colours.color(color_token(quality)) for quality in qualities)
    key = (qualities, colors, look.pattern, look.ratio)
    if key not in _TILES:
        _TILES[key] = _draw_tile(qualities, colors, look)
    return _TILES[key]


def _draw_tile(qualities: tuple[str, ...], colors: tuple[str, ...], look: Look) -> QImage:
    across = round(TILE * len(qualities) * look.pattern * look.ratio)
    image = QImage(across, across, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(across / TILE / len(qualities), across / TILE / len(qualities))
        for quality, column, row in tiles(qualities):
            painter.save()
            painter.translate(column * TILE, row * TILE)
            painter.setClipRect(QRectF(0, 0, TILE, TILE))
            paint_tile(painter, quality, QColor(colors[qualities.index(quality)]))
            painter.restore()
    return image


def paint_tile(painter: QPainter, quality: str, color: QColor) -> None:
    """One tile of a quality's pattern at the origin, in units of a tile."""
    for part in pattern_of(quality):
        pen = QPen(color, part.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen if part.width else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if part.width else color)
        if isinstance(part, Ring):
            painter.drawEllipse(QPointF(part.x, part.y), part.r, part.r)
        elif part.width:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in part.points]))
        else:
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in part.points]))


def swatch(quality: str, colours: Colours, *, size: int, ratio: float) -> QImage:
    """A small square of a quality's pattern on its own pale ground, for chips and legends (`size` in px)."""
    across = round(size * ratio)
    image = QImage(across, across, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    color = QColor(colours.color(color_token(quality)))
    look = Look(
        colours=colours, text=1.0, pattern=size / 18, ratio=ratio, font=lambda _size, _weight: QFont()
    )
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(0.7 * ratio, 0.7 * ratio, across - 1.4 * ratio, across - 1.4 * ratio)
        shape = QPainterPath()
        shape.addRoundedRect(edge, 4 * ratio, 4 * ratio)
        painter.fillPath(shape, QColor(colours.color("skin")))
        ground = QColor(color)
        ground.setAlphaF(0.15)
        painter.fillPath(shape, ground)
        tile = pattern_tile((quality,), look)
        middle = (across - tile.width()) / 2
        painter.setBrushOrigin(QPointF(middle, middle))
        painter.fillPath(shape, QBrush(tile))
        painter.strokePath(shape, QPen(color, 1.2 * ratio))
    image.setDevicePixelRatio(ratio)
    return image
