"""Several maps of the body beside each other as one SVG: titles, figures, and what the shades mean."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from diary.anatomy.drawing import TENTHS
from diary.anatomy.heat import MOST_LEVEL, turn_sample
from diary.anatomy.layout import Placement
from diary.anatomy.sides import wide_px
from diary.charts.figure_svg import FONT, figure_svg, items_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.anatomy.figure import Colours, Item

WIDE, TALL = 380, 400
"""Room of one figure, px."""

MARGIN, HEAD, FOOT = 16, 56, 64

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
    """The eleven shades: what they are, the number under each, and what is counted."""

    words: str
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
    size = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" {size}>']
    out.append(f'<rect width="{wide}" height="{tall}" fill="{colours.color("card")}"/>')
    for number, one in enumerate(maps):
        left = MARGIN + number * WIDE
        out.append(_words(left, 26, one.title, colours.color("ink"), size=18, weight=600))
        out.append(_words(left, 46, one.note, colours.color("quiet")))
        figure = figure_svg(views, one.items, colours, height=TALL, width=WIDE - MARGIN)
        # One document has one set of names: each figure's clips are told apart by its number.
        figure = figure.replace('id="', f'id="m{number}').replace("url(#", f"url(#m{number}")
        inside = figure[figure.index(">") + 1 : figure.rindex("</svg>")]
        out.append(f'<g transform="translate({left} {HEAD})">{inside}</g>')
    out += _scale(scale, colours, HEAD + TALL + 8)
    out += _turns(turns, colours, MARGIN + (len(maps) - 1) * WIDE, HEAD + TALL + 8)
    return "".join(out) + "</svg>\n"


def _scale(scale: ScalePicture, colours: Colours, top: float) -> list[str]:
    out = [_words(MARGIN, top + 15, scale.words, colours.color("ink"), weight=600)]
    edge = colours.color("skin_outline")
    for level in range(MOST_LEVEL + 1):
        x = MARGIN + 240 + level * 34
        fill = colours.color(f"severity.{level}")
        out.append(f'<rect x="{x}" y="{top}" width="32" height="20" rx="3" fill="{fill}" stroke="{edge}"/>')
        number = scale.numbers[level]
        out.append(_words(x + 16, top + 36, number, colours.color("ink"), anchor="middle"))
    after = MARGIN + 240 + (MOST_LEVEL + 1) * 34 + 8
    return [*out, _words(after, top + 15, scale.unit, colours.color("quiet"))]


def _turns(turns: Sequence[tuple[str, str]], colours: Colours, left: float, top: float) -> list[str]:
    """The pattern of each turn and what it means, in as many lines as they need."""
    out: list[str] = []
    x, y = left, top
    for number, (turn, words) in enumerate(turns):
        wide = SAMPLE + 6 + wide_px(words)
        if x > left and x + wide > left + WIDE - MARGIN:
            x, y = left, y + SAMPLE + 6
        out += items_svg(turn_sample(turn, SAMPLE), _place(x, y), colours, name=1000 + number)
        out.append(_words(x + SAMPLE + 6, y + 14, words, colours.color("ink")))
        x += wide + 14
    return out


def _place(x: float, y: float) -> Placement:
    """Ten units are a px, from this corner on."""
    return Placement(view="front", x=x, y=y, scale=1 / TENTHS, title=(x, y))


def _words(
    x: float, y: float, words: str, color: str, *, size: int = 13, weight: int = 400, anchor: str = "start"
) -> str:
    look = f'font-family="{FONT}" font-size="{size}" font-weight="{weight}" fill="{color}"'
    return f'<text x="{x:g}" y="{y:g}" {look} text-anchor="{anchor}">{escape(words)}</text>'
