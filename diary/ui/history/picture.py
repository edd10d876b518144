"""A day's drawing as a picture with its date and what its patterns mean: SVG, or PNG at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.entry_figure import drawn_areas, legend_of, views_shown
from diary.ui.body_page.periods import long_day_words
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.palette import Palette
    from diary.models.records import Entry

WIDE, TALL = 1000, 560
"""Size of the figure, px at 100 %."""


def drawing(entry: Entry, palette: Palette, ending: str) -> bytes:
    """An entry's places under its day as the content of a file with that ending, ".svg" or ".png"."""
    areas, title = entry.areas, say("picture.day_heading", day=long_day_words(entry.day.toordinal()))
    views, drawn, legend = views_shown(areas), drawn_areas(areas), legend_of(areas)
    if ending == ".svg":
        from diary.charts.day_picture import day_svg

        return day_svg(views, drawn, legend, palette, title=title, size=(WIDE, TALL)).encode()
    from diary.ui.body_page.saving import png
    from diary.ui.history.day_card import DayCard

    card = DayCard(title, views, drawn, legend, (WIDE, TALL))
    return png([card], card)
