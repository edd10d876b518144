"""Saving what the Body page shows: the maps as an SVG drawing, or as a picture at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.palette import Palette
    from diary.ui.body_page.legends import ScaleLegend, TurnLegend
    from diary.ui.body_page.map_card import MapCard

TWICE = 2


def svg(maps: Sequence[MapCard], scale: ScaleLegend, turns: TurnLegend, palette: Palette) -> bytes:
    """The maps of these cards, their scale, and what their patterns mean as one drawing."""
    from diary.charts.body_picture import MapPicture, ScalePicture, maps_svg

    pictures = [MapPicture(title=card.title.text(), note=card.note.text(), items=card.items) for card in maps]
    told = ScalePicture(
        words=(scale.words.text(), scale.numbers.text()), numbers=scale.bar.numbers, unit=scale.unit.text()
    )
    return maps_svg(maps[0].views, pictures, told, tuple(turns.words.items()), palette).encode()


def png(widgets: Sequence[QWidget], page: QWidget) -> bytes:
    """These widgets of a page as they stand on it, at twice their size."""
    places = [widget.geometry() for widget in widgets]
    whole = places[0]
    for place in places[1:]:
        whole = whole.united(place)
    image = QImage(whole.size() * TWICE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(TWICE)
    image.fill(page.palette().window().color())
    painter = QPainter(image)
    for widget, place in zip(widgets, places, strict=True):
        at = place.topLeft() - whole.topLeft()
        widget.render(painter, QPoint(at), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants words
    return bytes(buffer.data().data())
