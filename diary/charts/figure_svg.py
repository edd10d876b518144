"""Writes the figure's display list as SVG: plain shapes and clips, the same text for the same marks."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from diary.anatomy.badges import BADGE_R
from diary.anatomy.figure import Badge, Path, Text, arrange, view_list
from diary.anatomy.patterns import TILE, Ring, color_token, pattern_of, tiles
from diary.anatomy.views import STANDING, load_view
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy import views as drawn
    from diary.anatomy.figure import Colours, Mark, Placement

FONT = "Atkinson Hyperlegible Next"


def figure_svg(
    views: Sequence[str],
    marks: Mapping[str, Mark],
    colours: Colours,
    *,
    height: float,
    width: float | None = None,
    words: bool = True,
    print_style: bool = False,
) -> str:
    """The views side by side as one SVG text of `height` px; `width` follows from them when not given.

    In `print_style` areas are told apart by pattern alone. What the picture shows in words is the caller's to say.
    """
    wide = width if width is not None else natural_width(views, height, words=words)
    out: list[str] = []
    for number, placement in enumerate(arrange(views, wide, height, words=words)):
        out += _view(placement, marks, colours, number=number, words=words, print_style=print_style)
    size = f'width="{_n(wide)}" height="{_n(height)}" viewBox="0 0 {_n(wide)} {_n(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>' + "".join(out) + "</svg>\n"


def natural_width(views: Sequence[str], height: float, *, words: bool = True) -> float:
    """The width in px that the views need to be `height` px high."""
    placed = arrange(views, 100 * height, height, words=words)
    lefts = [placement.box[0] if placement.box else placement.x for placement in placed]
    rights = [
        placement.box[0] + placement.box[2]
        if placement.box
        else placement.x + load_view(placement.view).width * placement.scale
        for placement in placed
    ]
    if all(name not in STANDING for name in views):
        shape = max(load_view(name).width / load_view(name).height for name in views)
        return height * shape / len(views)
    return round(max(rights) - min(lefts), 2)


def _view(
    placement: Placement,
    marks: Mapping[str, Mark],
    colours: Colours,
    *,
    number: int,
    words: bool,
    print_style: bool,
) -> list[str]:
    out: list[str] = []
    if words:
        out += _frame(placement, colours)
    items = view_list(placement.view, marks, px=1 / placement.scale, words=words, print_style=print_style)
    for order, item in enumerate(items):
        if isinstance(item, Path):
            out += _path(item, placement, colours, clip=f"a{number}-{order}")
        elif isinstance(item, Badge):
            out += _badge(item, placement, colours)
        else:
            out += _text(item, placement, colours)
    return out


def _frame(placement: Placement, colours: Colours) -> list[str]:
    out: list[str] = []
    if placement.box is not None:
        x, y, wide, tall = placement.box
        place = f'x="{_n(x + 0.5)}" y="{_n(y + 0.5)}" width="{_n(wide - 1)}" height="{_n(tall - 1)}" rx="8"'
        out.append(f'<rect {place} fill="{colours.color("well")}" stroke="{colours.color("line")}"/>')
    size = 15 if placement.box is None else 13
    title = escape(say(f"view.{placement.view}"))
    out.append(_words(title, *placement.title, size=size, color=colours.color("ink"), anchor="start", strong=True))
    return out


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _d(rings: Sequence[drawn.Ring], placement: Placement, *, closed: bool) -> str:
    """Path data in px with two decimals."""
    scale, left, top = placement.scale, placement.x, placement.y
    runs = []
    for ring in rings:
        dots = [f"{_n(left + x * scale)} {_n(top + y * scale)}" for x, y in zip(ring[::2], ring[1::2], strict=True)]
        runs.append("M" + "L".join(dots) + ("Z" if closed else ""))
    return "".join(runs)


def _path(item: Path, placement: Placement, colours: Colours, *, clip: str) -> list[str]:
    data = _d(item.rings, placement, closed=item.closed)
    out: list[str] = []
    if item.fill is not None and item.share > 0:
        share = f' fill-opacity="{_n(item.share)}"' if item.share < 1 else ""
        out.append(f'<path d="{data}" fill="{colours.color(item.fill)}" fill-rule="evenodd"{share}/>')
    if item.pattern:
        out.append(f'<clipPath id="{clip}"><path d="{data}" clip-rule="evenodd"/></clipPath><g clip-path="url(#{clip})">')
        out += _pattern(item, placement, colours)
        out.append("</g>")
    if item.stroke is not None:
        dash = ' stroke-dasharray="4 3"' if item.dashed else ""
        look = f'stroke="{colours.color(item.stroke)}" stroke-width="{_n(item.width)}" stroke-linejoin="round"{dash}'
        out.append(f'<path d="{data}" fill="none" {look}/>')
    return out


def _pattern(item: Path, placement: Placement, colours: Colours) -> list[str]:
    """Every tile that touches the shape, drawn out: one path of lines, one of dots per quality."""
    xs = [placement.x + x * placement.scale for ring in item.rings for x in ring[::2]]
    ys = [placement.y + y * placement.scale for ring in item.rings for y in ring[1::2]]
    tall = load_view(placement.view).height * placement.scale
    size = TILE * (min(1.0, max(0.5, tall / 388)) if placement.view in STANDING else 0.8)
    turns = {(column, row): quality for quality, column, row in tiles(item.pattern)}
    count = len(item.pattern)
    drawn: dict[tuple[str, float], list[str]] = {}
    for row in range(int(min(ys) // size), int(max(ys) // size) + 1):
        for column in range(int(min(xs) // size), int(max(xs) // size) + 1):
            quality = turns[column % count, row % count]
            _tile(drawn, quality, column * size, row * size, size / TILE)
    out: list[str] = []
    for (quality, width), runs in sorted(drawn.items()):
        color = colours.color(color_token(quality))
        look = f'fill="none" stroke="{color}" stroke-width="{_n(width)}"' if width else f'fill="{color}"'
        out.append(f'<path d="{"".join(runs)}" {look}/>')
    return out


def _tile(drawn: dict[tuple[str, float], list[str]], quality: str, left: float, top: float, scale: float) -> None:
    for part in pattern_of(quality):
        runs = drawn.setdefault((quality, part.width * scale), [])
        if isinstance(part, Ring):
            x, y, r = left + part.x * scale, top + part.y * scale, _n(part.r * scale)
            arc, back = f"a{r} {r} 0 1 0 {_n(2 * part.r * scale)} 0", f"a{r} {r} 0 1 0 -{_n(2 * part.r * scale)} 0"
            runs.append(f"M{_n(x - part.r * scale)} {_n(y)}{arc}{back}Z")
        else:
            dots = [(left + x * scale, top + y * scale) for x, y in part.points]
            dots = _within(dots, left, top, TILE * scale) if part.width else dots
            runs.append("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in dots) + ("" if part.width else "Z"))


def _within(dots: list[tuple[float, float]], left: float, top: float, edge: float) -> list[tuple[float, float]]:
    """Lines end at the tile's edge, so that one tile never runs into a neighbour of another quality."""
    kept: list[tuple[float, float]] = []
    for (x0, y0), (x1, y1) in pairwise(dots):
        low, high = 0.0, 1.0
        for start, step, near in ((x0, x1 - x0, left), (y0, y1 - y0, top)):
            if abs(step) < 1e-9:
                low, high = (low, high) if near <= start <= near + edge else (1.0, 0.0)
                continue
            one, other = sorted(((near - start) / step, (near + edge - start) / step))
            low, high = max(low, one), min(high, other)
        if low < high:
            for share in (low, high):
                dot = (x0 + share * (x1 - x0), y0 + share * (y1 - y0))
                if not kept or abs(kept[-1][0] - dot[0]) + abs(kept[-1][1] - dot[1]) > 1e-6:
                    kept.append(dot)
    return kept


def _badge(item: Badge, placement: Placement, colours: Colours) -> list[str]:
    x, y = placement.x + item.x * placement.scale, placement.y + item.y * placement.scale
    ground, ink = colours.color(f"severity.{item.severity}"), colours.color("ink")
    look = f'fill="{ground}" stroke="{ink}" stroke-width="1.4"'
    number = _words(
        str(item.severity), x, y + 4.6, size=13, color=colours.on_severity(item.severity), anchor="middle", strong=True
    )
    return [f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(BADGE_R)}" {look}/>', number]


def _text(item: Text, placement: Placement, colours: Colours) -> list[str]:
    x, y = placement.x + item.x * placement.scale, placement.y + item.y * placement.scale
    rows = item.words.split("\n")
    return [
        _words(
            escape(row),
            x,
            y + number * 1.25 * item.size,
            size=item.size,
            color=colours.color(item.token),
            anchor=item.anchor,
            strong=item.strong or (len(rows) > 1 and number == len(rows) - 1),
        )
        for number, row in enumerate(rows)
    ]


def _words(words: str, x: float, y: float, *, size: int, color: str, anchor: str, strong: bool) -> str:
    weight = 600 if strong else 400
    place = f'x="{_n(x)}" y="{_n(y)}" font-family="{FONT}" font-size="{size}" font-weight="{weight}"'
    return f'<text {place} fill="{color}" text-anchor="{anchor}">{words}</text>'
