"""Several maps of the body beside each other as one SVG: titles, figures, and what the shades mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.anatomy.drawing import TENTHS
from diary.anatomy.heat import MOST_LEVEL, turn_sample
from diary.anatomy.layout import Placement
from diary.anatomy.sides import wide_px
from diary.charts.figure_svg import document, figure_svg, inside, items_svg, words_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.anatomy.figure import Colours, Item

WIDE, TALL = 380, 400
"""Room of one figure, px."""

MARGIN, HEAD, FOOT = 16, 56, 64

SCALE = 250
"""How far from the margin the shades begin, behind what they mean, px."""

SAMPLE = 20
"""Edge of the square in a turn's pattern, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """One map: its title, a line under it, and what `anatomy.heat` gives for a view."""

    title: str
    note: str
    items: Callable[[str, float, float], Sequence[Item]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalePicture:
    """The eleven shades: what they and the numbers on the body are, the number under each, and its unit."""

    words: Sequence[str]
    numbers: Sequence[str]
    unit: str


def maps_svg(
    views: Sequence[str],
    maps: Sequence[MapPicture],
    scale: ScalePicture,
    turns: Sequence[tuple[str, str]],
    colours: Colours,
) -> str:
    """The maps from left to right, under them the scale and each turn with its words; all at 100 %."""
    wide, tall = len(maps) * WIDE + MARGIN, HEAD + TALL + FOOT
    out: list[str] = []
    out.append(f'<rect width="{wide}" height="{tall}" fill="{colours.color("card")}"/>')
    for number, one in enumerate(maps):
        left = MARGIN + number * WIDE
        out.append(words_svg(left, 26, one.title, colours.color("ink"), size=18, weight=600))
        out.append(words_svg(left, 46, one.note, colours.color("quiet")))
        figure = figure_svg(views, one.items, colours, height=TALL, width=WIDE - MARGIN)
        out.append(f'<g transform="translate({left} {HEAD})">{inside(figure, f"m{number}")}</g>')
    out += _scale(scale, colours, HEAD + TALL + 8)
    out += _turns(turns, colours, MARGIN + (len(maps) - 1) * WIDE, HEAD + TALL + 8)
    title = ", ".join(words for one in maps for words in (one.title, one.note))
    return document(wide, tall, out, title=title)


def _scale(scale: ScalePicture, colours: Colours, top: float) -> list[str]:
    ink = colours.color("ink")
    out = [
        words_svg(MARGIN, top + 15 + 21 * line, words, ink, weight=600)
        for line, words in enumerate(scale.words)
    ]
    edge = colours.color("skin_outline")
    for level in range(MOST_LEVEL + 1):
        x = MARGIN + SCALE + level * 34
        fill = colours.color(f"severity.{level}")
        out.append(f'<rect x="{x}" y="{top}" width="32" height="20" rx="3" fill="{fill}" stroke="{edge}"/>')
        number = scale.numbers[level]
        out.append(words_svg(x + 16, top + 36, number, ink, anchor="middle"))
    after = MARGIN + SCALE + (MOST_LEVEL + 1) * 34 + 8
    return [*out, words_svg(after, top + 15, scale.unit, colours.color("quiet"))]


def _turns(turns: Sequence[tuple[str, str]], colours: Colours, left: float, top: float) -> list[str]:
    """The pattern of each turn and what it means, in as many lines as they need."""
    out: list[str] = []
    x, y = left, top
    for number, (turn, words) in enumerate(turns):
        wide = SAMPLE + 6 + wide_px(words)
        if x > left and x + wide > left + WIDE - MARGIN:
            x, y = left, y + SAMPLE + 6
        out += items_svg(turn_sample(turn, SAMPLE), _place(x, y), colours, name=1000 + number)
        out.append(words_svg(x + SAMPLE + 6, y + 14, words, colours.color("ink")))
        x += wide + 14
    return out


def _place(x: float, y: float) -> Placement:
    """Ten units are a px, from this corner on."""
    return Placement(view="front", x=x, y=y, scale=1 / TENTHS, title=(x, y))
