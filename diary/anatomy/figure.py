"""The figure as one display list: what is painted on the screen and written as SVG, in the same order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from diary.anatomy.badges import BADGE_R, numbered_parts, place_badges
from diary.anatomy.drawing import tapped_regions
from diary.anatomy.patterns import color_token
from diary.anatomy.views import MIRRORED, ONE_SIDE, STANDING, View, joined, load_view
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import Ring
    from diary.models.records import Stroke


class Colours(Protocol):
    """What resolves colour tokens: `diary.charts.palette.Palette` does."""

    def color(self, token: str) -> str:
        """The colour of `token` as "#RRGGBB"."""
        ...

    def on_severity(self, score: int) -> str:
        """The colour of a number on the ground of a severity 0 to 10."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One area as the figure shows it: the regions that count, and the strokes they were derived from.

    Without strokes its regions are marked whole.
    """

    area: str
    regions: tuple[str, ...]
    strokes: tuple[Stroke, ...] = ()
    qualities: tuple[str, ...] = ()
    severity: int | None = None
    carried: bool = False
    selected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Rings in units; fill and stroke are colour tokens, `share` is the fill's opacity, `width` in px.

    Nothing of it shows outside the rings of `clip`.
    """

    rings: Sequence[Ring]
    closed: bool = True
    fill: str | None = None
    share: float = 1.0
    stroke: str | None = None
    width: float = 0.0
    dashed: bool = False
    pattern: tuple[str, ...] = ()
    clip: Sequence[Ring] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A severity in a circle of `BADGE_R` px about a point in units; `plain` on white paper."""

    x: float
    y: float
    severity: int
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words at a point in units; `anchor` is "start", "middle" or "end"; `y` is the first baseline."""

    x: float
    y: float
    words: str
    token: str = "quiet"
    size: int = 13
    strong: bool = False
    anchor: str = "middle"


Item = Path | Badge | Text


def view_list(
    view: str, drawn: Sequence[Drawn], *, px: float, words: bool = True, print_style: bool = False
) -> tuple[Item, ...]:
    """The display list of one view; `px` is units per pixel at 100 %; unknown regions are passed over."""
    still = still_list(view, px=px, words=words)
    return (*still, *mark_list(view, drawn, px=px, words=words, print_style=print_style))


def still_list(view: str, *, px: float, words: bool = True) -> tuple[Item, ...]:
    """What never changes: skin, lines between regions, features of a face, outline, whose left and right."""
    drawn = load_view(view)
    thin = min(1.0, max(0.5, drawn.height / (LETTERS_BELOW * px))) if view in STANDING else 1.0
    features = Path(rings=drawn.features, closed=False, stroke="skin_outline", width=0.8 * thin)
    return (
        Path(rings=drawn.outline, fill="skin"),
        Path(rings=drawn.lines, closed=False, stroke="region_line", width=thin),
        *((features,) if drawn.features else ()),
        Path(rings=drawn.outline, stroke="skin_outline", width=1.2 * thin),
        *(side_words(drawn, px) if words else ()),
    )


def mark_list(
    view: str, drawn: Sequence[Drawn], *, px: float, words: bool = True, print_style: bool = False
) -> tuple[Item, ...]:
    """What lies on the bare body: areas, the selected one on top, then their numbers."""
    body = load_view(view)
    areas = [area for one in sorted(drawn, key=_order) if (area := _shown(body, one)).seen]
    paths = [path for area in areas for path in _area_paths(body, area, print_style)]
    numbered = [
        (part, area.drawn.severity)
        for area in areas
        if area.drawn.severity is not None
        for part in numbered_parts(body, area.whole, area.rings)
    ]
    written = [(text.x, text.y) for text in side_words(body, px)] if words else []
    if words and view in STANDING:
        written += [(body.width * (TITLE_AT.get(view, 0.0) + share), 10 * px) for share in (0.05, 0.13)]
    marked = frozenset(region for one in drawn for region in one.regions)
    badges = place_badges(body, numbered, px * BADGE_R, marked=marked, taken=written)
    return (*paths, *(Badge(x=x, y=y, severity=severity, plain=print_style) for x, y, severity in badges))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What one view shows of an area: whole regions, and rings of paint that run over the body's edge."""

    drawn: Drawn
    whole: tuple[str, ...]
    rings: tuple[Ring, ...] = ()

    @property
    def seen(self) -> bool:
        return bool(self.whole or self.rings)


def _order(one: Drawn) -> tuple[bool, str]:
    """Selected areas last, so that they lie on top."""
    return one.selected, one.area


def _shown(view: View, one: Drawn) -> _Shown:
    """Paint as it was painted in this view; regions that count by another view's paint are whole."""
    counted = view.regions.keys() & set(one.regions)
    tapped = tapped_regions(view.name, one.strokes)
    if tapped is not None:
        return _Shown(drawn=one, whole=tuple(sorted(counted | tapped)))
    from diary.anatomy.painted import painted

    paint = painted(view.name, one.strokes)
    whole = counted - paint.touched
    if paint.whole:
        return _Shown(drawn=one, whole=tuple(sorted(whole | paint.touched)))
    return _Shown(drawn=one, whole=tuple(sorted(whole)), rings=paint.rings)


def _area_paths(view: View, area: _Shown, print_style: bool) -> list[Path]:
    """Whole regions with their exact outline; paint cut by the body's, which is drawn where it is painted."""
    one, paths = area.drawn, []
    token = color_token(one.qualities[0]) if one.qualities else "accent"
    share = 0.0 if print_style else 0.10 + 0.055 * (one.severity or 0)
    stroke, width = ("accent", 2.2) if one.selected else (token, 1.4)
    edge = Path(rings=view.outline, stroke=stroke, width=width, dashed=one.carried, clip=area.rings)
    inside = replace(edge, fill=token, share=share, pattern=one.qualities[:3])
    if area.whole:
        rings = joined(view.regions[region_id] for region_id in area.whole)
        paths.append(replace(inside, rings=rings, clip=None))
    if area.rings:
        paths += [replace(inside, rings=area.rings, clip=view.outline), edge]
    return paths


LETTERS_BELOW = 330
"""A standing figure lower than this (px at 100 %) has R and L beside it instead of words."""


CLEAR_OF_ARM = {"left": 0.3, "right": 0.7}
"""Where in the width of a side view its words stand: below the arm, before the leg."""


TITLE_AT = {"right": 0.42}
"""Where in the width of a standing view its title begins, if not at the left: clear of the head."""


def side_words(view: View, px: float) -> list[Text]:
    """Whose left and right: beside the standing figure, under each one of a pair, once under a side."""
    standing = view.name in STANDING
    kind = ("letter" if view.height < LETTERS_BELOW * px else "your") if standing else "one"
    if side := ONE_SIDE.get(view.name):
        share, y = (CLEAR_OF_ARM[view.name], 0.76 * view.height) if standing else (0.5, view.height + 19 * px)
        return [Text(x=view.width * share, y=y, words=say(f"side.{kind}_{side}"))]
    first, second = ("left", "right") if view.name in MIRRORED else ("right", "left")
    shares = (0.125, 0.875) if standing else (0.25, 0.75)
    y = view.height * 0.76 if standing else view.height + 19 * px
    spots = zip(shares, (first, second), strict=True)
    return [Text(x=view.width * share, y=y, words=say(f"side.{kind}_{side}")) for share, side in spots]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one view stands: corner and scale in px, title, the box of an enlarged pair (x, y, w, h)."""

    view: str
    x: float
    y: float
    scale: float
    title: tuple[float, float]
    box: tuple[float, float, float, float] | None = None


def arrange(
    views: Sequence[str], width: float, height: float, *, text: float = 1.0, words: bool = True
) -> tuple[Placement, ...]:
    """Stand the views in a space of px: whole figures side by side, enlarged ones in boxes at their right.

    Without whole figures the boxes share the space in as many columns as make the drawings largest.
    `text` is the text size (1 is 100 %); without `words` no room is kept for titles and sides.
    """
    big = [name for name in views if name in STANDING]
    small = [name for name in views if name not in STANDING]
    gap = (12 if words else 6) * text
    shape = sum(load_view(name).width / load_view(name).height for name in big)
    boxes = 0.45 if small and big else 0.0
    gaps = [gap * (4 if name in ONE_SIDE else 1) for name in big[:-1]] + [gap] * bool(big and small)
    room = width - sum(gaps)
    tall = min(height, room / (shape + boxes)) if big else height
    box_wide = (tall * boxes if big else room) if small else 0.0
    used = tall * shape + box_wide + sum(gaps)
    x, top = max(0.0, (width - used) / 2), max(0.0, (height - tall) / 2)
    placed: list[Placement] = []
    for name, after in zip(big, [*gaps, 0.0], strict=False):
        scale = tall / load_view(name).height
        wide = load_view(name).width * scale
        title = (x + wide * TITLE_AT.get(name, 0.0), top + 15 * text)
        placed.append(Placement(view=name, x=x, y=top, scale=scale, title=title))
        x += wide + after
    space = (x, top, box_wide, tall)
    tried = range(1, len(small) + 1 if not big else 2)
    grids = [_boxes(small, space, columns=columns, text=text, words=words) for columns in tried]
    largest = max(grids, key=lambda grid: min(box.scale for box in grid)) if small else []
    return (*placed, *largest)


def _boxes(
    small: Sequence[str],
    space: tuple[float, float, float, float],
    *,
    columns: int,
    text: float,
    words: bool,
) -> list[Placement]:
    """Rows of boxes as high as each other; the boxes of a row share its width."""
    x, top, wide, tall = space
    gap = 8 * text if words else 4
    rows = [small[first : first + columns] for first in range(0, len(small), columns)]
    each = (tall - gap * (len(rows) - 1)) / max(1, len(rows))
    placed: list[Placement] = []
    for number, row in enumerate(rows):
        share = (wide - gap * (len(row) - 1)) / len(row)
        for place, name in enumerate(row):
            box = (x + place * (share + gap), top + number * (each + gap), share, each)
            placed.append(_boxed(name, box, text=text, words=words))
    return placed


def _boxed(name: str, box: tuple[float, float, float, float], *, text: float, words: bool) -> Placement:
    x, y, wide, tall = box
    drawn = load_view(name)
    head, foot, side = (28 * text, 26 * text, 10 * text) if words else (6, 6, 6)
    scale = max(1e-6, min((wide - 2 * side) / drawn.width, (tall - head - foot) / drawn.height))
    left = x + (wide - drawn.width * scale) / 2
    upper = y + head + (tall - head - foot - drawn.height * scale) / 2
    return Placement(view=name, x=left, y=upper, scale=scale, title=(x + side, y + 20 * text), box=box)
