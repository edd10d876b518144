"""A day's drawing as a picture: SVG from the display list, PNG from the figure at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.history.drawn import drawn_areas, views_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.palette import Palette
    from diary.models.records import Area

WIDE, TALL = 1000, 560
"""Size of the picture, px at 100 %."""


def drawing(areas: Sequence[Area], palette: Palette, ending: str) -> bytes:
    """The places as the content of a file with that ending, ".svg" or ".png"."""
    views, drawn = views_shown(areas), drawn_areas(areas)
    if ending == ".svg":
        from diary.charts.figure_svg import figure_svg

        return figure_svg(views, drawn, palette, height=TALL, width=WIDE).encode()
    from diary.ui.body.figure_view import FigureView
    from diary.ui.body_page.saving import png

    figure = FigureView(views, interactive=False)
    figure.resize(WIDE, TALL)
    figure.set_areas(drawn)
    return png([figure], figure)
