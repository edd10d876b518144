"""Writes the figure's display list as SVG: plain shapes and clips, the same text for the same areas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from math import ceil, sqrt
from typing import TYPE_CHECKING

from diary.anatomy.badges import BADGE_R
from diary.anatomy.figure import THIN_BELOW, Badge, Path, mark_list, still_list
from diary.anatomy.layout import arrange
from diary.anatomy.patterns import TILE, Ring, color_token, pattern_of, tiles
from diary.anatomy.sides import Text
from diary.anatomy.views import STANDING, load_view
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diary.anatomy import views
    from diary.anatomy.figure import Colours, Drawn, Item
    from diary.anatomy.layout import Placement

    Items = Callable[[str, float, float], Sequence[Item]]

FONT = "Atkinson Hyperlegible Next, Noto Sans, sans-serif"
"""The diary's own letters, and what stands in for them where they are not at hand."""


def figure_svg(
    views: Sequence[str],
    drawn: Sequence[Drawn] | Items,
    colours: Colours,
    *,
    height: float,
    width: float | None = None,
    text: float = 1.0,
    words: bool = True,
    print_style: bool = False,
    title: str = "",
) -> str:
    """The views side by side as one SVG text of `height` px; `width` follows from them when not given.

    `text` is the size of words, numbers, lines and patterns (1: words of 13 px, circles of 23 px).
    In `print_style` areas are told apart by pattern alone. `title` is what screen readers say of it.
    Instead of areas it writes any items: `drawn` is then called with a view, its units
    per pixel, and the free room at its sides in pixels.
    """
    wide = width if width is not None else natural_width(views, height, text=text, words=words)
    out: list[str] = []
    for number, placement in enumerate(arrange(views, wide, height, text=text, words=words)):
        hand = _Hand(placement=placement, colours=colours, text=text, number=number)
        items = _on_body(drawn, placement, text, views, words=words, print_style=print_style)
        out += hand.view(items, words=words)
    return document(wide, height, out, title=title or ", ".join(say(f"view.{view}") for view in views))


def document(wide: float, tall: float, content: Sequence[str], *, title: str) -> str:
    """A whole SVG of so many px with a title for screen readers."""
    size = f'width="{_n(wide)}" height="{_n(tall)}" viewBox="0 0 {_n(wide)} {_n(tall)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{escape(title)}</title>'
    return head + "".join(content) + "</svg>\n"


def inside(figure: str, name: str) -> str:
    """What a document holds, for another one: its clips are told apart by `name`, its title is left out."""
    figure = figure.replace('id="', f'id="{name}').replace("url(#", f"url(#{name}")
    return figure[figure.index("</title>") + len("</title>") : figure.rindex("</svg>")]


def words_svg(
    x: float, y: float, words: str, color: str, *, size: int = 13, weight: int = 400, anchor: str = "start"
) -> str:
    """A line of words at a point, px."""
    look = f'font-family="{FONT}" font-size="{size}" font-weight="{weight}" fill="{color}"'
    return f'<text x="{x:g}" y="{y:g}" {look} text-anchor="{anchor}">{escape(words)}</text>'


def items_svg(items: Sequence[Item], placement: Placement, colours: Colours, *, name: int) -> list[str]:
    """Items alone at a place, without a body under them; `name` tells their clips from others'."""
    hand = _Hand(placement=placement, colours=colours, text=1.0, number=name)
    return hand.items(items)


def _on_body(
    drawn: Sequence[Drawn] | Items,
    placement: Placement,
    text: float,
    shown: Sequence[str],
    *,
    words: bool,
    print_style: bool,
) -> Sequence[Item]:
    """What lies on the bare body of one of the views that are shown together."""
    px, air = text / placement.scale, placement.air / text
    if callable(drawn):
        return drawn(placement.view, px, air)
    style = {"words": words, "print_style": print_style}
    return mark_list(placement.view, drawn, px=px, air=air, shown=shown, **style)


def natural_width(views: Sequence[str], height: float, *, text: float = 1.0, words: bool = True) -> float:
    """The width in px that the views need to be `height` px high."""
    placed = arrange(views, 100 * height, height, text=text, words=words)
    lefts = [placement.box[0] if placement.box else placement.x for placement in placed]
    rights = [
        placement.box[0] + placement.box[2]
        if placement.box
        else placement.x + load_view(placement.view).width * placement.scale
        for placement in placed
    ]
    if all(name not in STANDING for name in views):
        shape = max(load_view(name).width / load_view(name).height for name in views)
        columns = ceil(sqrt(len(views)))
        return height / ceil(len(views) / columns) * shape * columns
    return round(max(rights) - min(lefts), 2)


def _drawn(runs: Mapping[tuple[str, float], list[str]], colours: Colours) -> list[str]:
    """One path for each quality and width of line; width 0 is filled."""
    out: list[str] = []
    for (quality, width), data in sorted(runs.items()):
        color = colours.color(color_token(quality))
        look = f'fill="none" stroke="{color}" stroke-width="{_n(width)}"' if width else f'fill="{color}"'
        out.append(f'<path d="{"".join(data)}" {look}/>')
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hand:
    """Writes one view at its place; lengths given for 100 % grow and shrink with `text`."""

    placement: Placement
    colours: Colours
    text: float
    number: int

    def view(self, items: Sequence[Item], *, words: bool) -> list[str]:
        """The view's frame, the bare body and the items on it."""
        out = self._frame() if words else []
        px, air = self.text / self.placement.scale, self.placement.air / self.text
        still = still_list(self.placement.view, px=px, air=air, words=words)
        return [*out, *self.items((*still, *items))]

    def items(self, items: Sequence[Item]) -> list[str]:
        """The items in their order."""
        out: list[str] = []
        for order, item in enumerate(items):
            if isinstance(item, Path):
                out += self._clipped(item, name=f"{self.number}-{order}")
            elif isinstance(item, Badge):
                out += self._badge(item)
            else:
                out += self._text(item)
        return out

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.placement.x + x * self.placement.scale, self.placement.y + y * self.placement.scale

    def _frame(self) -> list[str]:
        out: list[str] = []
        if self.placement.box is not None:
            x, y, wide, tall = self.placement.box
            place = f'x="{_n(x + 0.5)}" y="{_n(y + 0.5)}" width="{_n(wide - 1)}" height="{_n(tall - 1)}"'
            fill, stroke = self.colours.color("well"), self.colours.color("line")
            out.append(f'<rect {place} rx="{_n(8 * self.text)}" fill="{fill}" stroke="{stroke}"/>')
        title = Text(
            x=0, y=0, words=say(f"view.{self.placement.view}"), token="ink", strong=True, anchor="start"
        )
        size = 15 if self.placement.box is None else 13
        out.append(self._words(title, title.words, self.placement.title, size=size, strong=True))
        return out

    def _d(self, rings: Sequence[views.Ring], *, closed: bool = True) -> str:
        """Path data in px with two decimals."""
        place = self.placement
        body = load_view(place.view)
        for part in ("outline", "lines", "features"):
            if rings is getattr(body, part):
                return _body_data(place.view, part, place.x, place.y, place.scale, closed=closed)
        return _data(rings, place.x, place.y, place.scale, closed=closed)

    def _clipped(self, item: Path, *, name: str) -> list[str]:
        """A shape, within its clip if it has one."""
        if item.clip is None:
            return self._path(item, clip=f"a{name}")
        return [
            f'<clipPath id="c{name}"><path d="{self._d(item.clip)}" clip-rule="evenodd"/></clipPath>',
            f'<g clip-path="url(#c{name})">',
            *self._path(item, clip=f"a{name}"),
            "</g>",
        ]

    def _path(self, item: Path, *, clip: str) -> list[str]:
        data = self._d(item.rings, closed=item.closed)
        out: list[str] = []
        if item.fill is not None and item.share > 0:
            share = f' fill-opacity="{_n(item.share)}"' if item.share < 1 else ""
            out.append(
                f'<path d="{data}" fill="{self.colours.color(item.fill)}" fill-rule="evenodd"{share}/>'
            )
        if item.pattern:
            out.append(f'<clipPath id="{clip}"><path d="{data}" clip-rule="evenodd"/></clipPath>')
            out += [f'<g clip-path="url(#{clip})">', *self._pattern(item), "</g>"]
        if item.stroke is not None:
            dash = f' stroke-dasharray="{_n(4 * self.text)} {_n(3 * self.text)}"' if item.dashed else ""
            width = f'stroke-width="{_n(item.width * self.text)}"'
            color = f'stroke="{self.colours.color(item.stroke)}"'
            out.append(f'<path d="{data}" fill="none" {color} {width} stroke-linejoin="round"{dash}/>')
        return out

    def _pattern(self, item: Path) -> list[str]:
        """Every tile that touches the shape, drawn out: one path of lines, one of dots per quality."""
        dots = [self._at(x, y) for ring in item.rings for x, y in zip(ring[::2], ring[1::2], strict=True)]
        tall = load_view(self.placement.view).height * self.placement.scale
        small = self.placement.view in STANDING and tall < THIN_BELOW * self.text
        size = TILE * self.text * (0.65 if small else 0.9)
        turns = {(column, row): quality for quality, column, row in tiles(item.pattern)}
        count = len(item.pattern)
        runs: dict[tuple[str, float], list[str]] = {}
        rows = range(int(min(y for _, y in dots) // size), int(max(y for _, y in dots) // size) + 1)
        columns = range(int(min(x for x, _ in dots) // size), int(max(x for x, _ in dots) // size) + 1)
        for row in rows:
            for column in columns:
                _tile(runs, turns[column % count, row % count], column * size, row * size, size / TILE)
        return _drawn(runs, self.colours)

    def _badge(self, item: Badge) -> list[str]:
        x, y = self._at(item.x, item.y)
        ground = self.colours.color("card" if item.plain else f"severity.{item.severity}")
        color = self.colours.color("ink") if item.plain else self.colours.on_severity(item.severity)
        look = f'fill="{ground}" stroke="{self.colours.color("ink")}" stroke-width="{_n(1.4 * self.text)}"'
        circle = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(BADGE_R * self.text)}" {look}/>'
        number = Text(x=item.x, y=item.y, words=str(item.severity))
        at = (x, y + 4.6 * self.text)
        return [circle, self._words(number, number.words, at, size=13, strong=True, color=color)]

    def _text(self, item: Text) -> list[str]:
        x, y = self._at(item.x, item.y)
        rows = item.words.split("\n")
        return [
            self._words(
                item,
                row,
                (x, y + number * 1.25 * item.size * self.text),
                size=item.size,
                strong=item.strong or (len(rows) > 1 and number == len(rows) - 1),
            )
            for number, row in enumerate(rows)
        ]

    def _words(
        self, item: Text, row: str, at: tuple[float, float], *, size: int, strong: bool, color: str = ""
    ) -> str:
        place = f'x="{_n(at[0])}" y="{_n(at[1])}" font-family="{FONT}" font-size="{_n(size * self.text)}"'
        look = f'font-weight="{600 if strong else 400}" fill="{color or self.colours.color(item.token)}"'
        return f'<text {place} {look} text-anchor="{item.anchor}">{escape(row)}</text>'


@lru_cache(maxsize=64)
def _body_data(view: str, part: str, x: float, y: float, scale: float, *, closed: bool) -> str:
    """The bare body, which is the same in one figure after the other."""
    return _data(getattr(load_view(view), part), x, y, scale, closed=closed)


def _data(rings: Sequence[views.Ring], left: float, top: float, scale: float, *, closed: bool) -> str:
    runs = []
    for ring in rings:
        dots = ((left + x * scale, top + y * scale) for x, y in zip(ring[::2], ring[1::2], strict=True))
        runs.append("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in dots) + ("Z" if closed else ""))
    return "".join(runs)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _tile(
    found: dict[tuple[str, float], list[str]], quality: str, left: float, top: float, scale: float
) -> None:
    for part in pattern_of(quality):
        runs = found.setdefault((quality, part.width * scale), [])
        if isinstance(part, Ring):
            x, y, r = left + part.x * scale, top + part.y * scale, _n(part.r * scale)
            arc, back = (
                f"a{r} {r} 0 1 0 {_n(2 * part.r * scale)} 0",
                f"a{r} {r} 0 1 0 -{_n(2 * part.r * scale)} 0",
            )
            runs.append(f"M{_n(x - part.r * scale)} {_n(y)}{arc}{back}Z")
        else:
            dots = [(left + x * scale, top + y * scale) for x, y in part.points]
            dots = _within(dots, left, top, TILE * scale) if part.width else dots
            if not dots:
                continue
            runs.append("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in dots) + ("" if part.width else "Z"))


def _within(
    dots: list[tuple[float, float]], left: float, top: float, edge: float
) -> list[tuple[float, float]]:
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
