"""A day's drawing as a picture with its date and what its patterns mean: SVG, or PNG at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.naming import quality_name
from diary.anatomy.patterns import OWN
from diary.models.records import AreaQuality
from diary.ui.body_page.periods import long_day_words
from diary.ui.history.drawn import drawn_areas, views_shown
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.palette import Palette
    from diary.models.records import Area, Entry

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


def legend_of(areas: Sequence[Area]) -> tuple[tuple[str, str], ...]:
    """Each quality of the places and its word, own words among them, once each."""
    found = {
        (quality.code or OWN, quality_name(AreaQuality(code=quality.code, own_word=quality.own_word)))
        for area in areas
        for quality in area.qualities
    }
    order = [quality.code or OWN for area in areas for quality in area.qualities]
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), one[1])))
