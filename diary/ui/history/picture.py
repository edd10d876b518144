"""A day's drawing as a picture: SVG from the display list, PNG from the figure at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.drawing import views_of
from diary.anatomy.regions import all_regions
from diary.anatomy.views import load_view
from diary.ui.body.sheets import SHEETS
from diary.ui.history.entry_view import drawn_areas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.palette import Palette
    from diary.models.records import Area

WIDE, TALL = 1000, 560
"""Size of the picture, px at 100 %."""


def views_shown(areas: Sequence[Area]) -> tuple[str, ...]:
    """The views of the whole body, and those that places need which cannot be seen in them."""
    views = list(SHEETS["body"])
    for region in (one.region for area in areas for one in area.regions):
        seen = any(region in load_view(view).regions for view in views)
        if region in all_regions() and not seen:
            views += views_of(region)[:1]
    return tuple(views)


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
