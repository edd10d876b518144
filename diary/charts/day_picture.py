"""The drawing of one day as one SVG: the day, the figure, and what its patterns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.drawing import TENTHS
from diary.anatomy.figure import Path
from diary.anatomy.layout import Placement
from diary.anatomy.patterns import color_token
from diary.anatomy.sides import wide_px
from diary.charts.figure_svg import document, figure_svg, inside, items_svg, words_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.figure import Colours, Drawn

MARGIN, HEAD, LINE = 24, 36, 28
"""Room around all, for the title, and for a line of the legend, px."""

SAMPLE = 20
"""Edge of a pattern's square, px."""


def day_svg(
    views: Sequence[str],
    drawn: Sequence[Drawn],
    legend: Sequence[tuple[str, str]],
    colours: Colours,
    *,
    title: str,
    size: tuple[int, int],
) -> str:
    """The figure of `size` px under its title; `legend` has each quality that is drawn, and its word."""
    wide, tall = size
    figure = figure_svg(views, drawn, colours, height=tall, width=wide)
    below, lines = _legend(legend, colours, wide, MARGIN + HEAD + tall + 12)
    whole = (wide + 2 * MARGIN, MARGIN + HEAD + tall + lines * LINE + MARGIN)
    return document(
        *whole,
        [
            f'<rect width="{whole[0]}" height="{whole[1]}" fill="{colours.color("card")}"/>',
            words_svg(MARGIN, MARGIN + 18, title, colours.color("ink"), size=18, weight=600),
            f'<g transform="translate({MARGIN} {MARGIN + HEAD})">{inside(figure, "d")}</g>',
            *below,
        ],
        title=title,
    )


def _legend(
    legend: Sequence[tuple[str, str]], colours: Colours, wide: float, top: float
) -> tuple[list[str], int]:
    """Each pattern with its word in as many lines as they need, and how many these are."""
    out: list[str] = []
    x, y, lines = float(MARGIN), top, 1 if legend else 0
    for number, (quality, words) in enumerate(legend):
        across = SAMPLE + 8 + wide_px(words)
        if x > MARGIN and x + across > MARGIN + wide:
            x, y, lines = float(MARGIN), y + LINE, lines + 1
        place = Placement(view="front", x=x, y=y, scale=1 / TENTHS, title=(x, y))
        out += items_svg([_sample(quality)], place, colours, name=1000 + number)
        out.append(words_svg(x + SAMPLE + 8, y + 15, words, colours.color("ink")))
        x += across + 20
    return out, lines


def _sample(quality: str) -> Path:
    near, far = TENTHS, TENTHS * (SAMPLE - 1)
    square = [near, near, far, near, far, far, near, far]
    token = color_token(quality)
    return Path(rings=[square], fill=token, share=0.12, stroke=token, width=1.2, pattern=(quality,))
