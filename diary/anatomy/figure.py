"""The figure as one display list: what is painted on the screen and written as SVG, in the same order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from diary.anatomy.badges import BADGE_R, Part, numbered_parts, place_badges
from diary.anatomy.drawing import tapped_regions
from diary.anatomy.patterns import color_token
from diary.anatomy.sides import Text, Words, side_words, taken_by_words
from diary.anatomy.views import STANDING, View, joined, load_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import Ring
    from diary.models.records import Stroke


FAINTER = 0.6
"""What is shown of an area's ground and line where it was drawn in another view."""

THIN_BELOW = 330
"""A standing figure lower than this (px at 100 %) has thinner lines."""


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


Item = Path | Badge | Text


def view_list(
    view: str,
    drawn: Sequence[Drawn],
    *,
    px: float,
    air: float = 0.0,
    words: Words = True,
    print_style: bool = False,
    shown: Sequence[str] = (),
) -> tuple[Item, ...]:
    """The display list of one view; `px` is units per pixel at 100 %; unknown regions are passed over.

    `air` is the free room at either side of the drawing, px at 100 %; `shown` are all views shown together.
    """
    still = still_list(view, px=px, air=air, words=words)
    return (
        *still,
        *mark_list(view, drawn, px=px, air=air, words=words, print_style=print_style, shown=shown),
    )


def still_list(view: str, *, px: float, air: float = 0.0, words: Words = True) -> tuple[Item, ...]:
    """What never changes: skin, lines between regions, features of a face, outline, whose left and right."""
    drawn = load_view(view)
    thin = min(1.0, max(0.5, drawn.height / (THIN_BELOW * px))) if view in STANDING else 1.0
    features = Path(rings=drawn.features, closed=False, stroke="skin_outline", width=0.8 * thin)
    return (
        Path(rings=drawn.outline, fill="skin"),
        Path(rings=drawn.lines, closed=False, stroke="region_line", width=thin),
        *((features,) if drawn.features else ()),
        Path(rings=drawn.outline, stroke="skin_outline", width=1.2 * thin),
        *(side_words(drawn, px, air, letters=words == "letters") if words else ()),
    )


def mark_list(
    view: str,
    drawn: Sequence[Drawn],
    *,
    px: float,
    air: float = 0.0,
    words: Words = True,
    print_style: bool = False,
    shown: Sequence[str] = (),
) -> tuple[Item, ...]:
    """What lies on the bare body: areas, the selected one on top, then their numbers.

    An area that was drawn in one of the views `shown` together has its number only where it was drawn.
    """
    body = load_view(view)
    areas = [area for one in sorted(drawn, key=_order) if (area := _shown(body, one)).seen]
    paths = [path for area in areas for path in _area_paths(body, area, print_style)]
    numbered = [
        (part, area.drawn.severity)
        for area in areas
        if area.drawn.severity is not None
        for part in _numbered(body, area, shown)
    ]
    written = taken_by_words(body, px, air, letters=words == "letters") if words else []
    marked = frozenset(region for one in drawn for region in one.regions)
    badges = place_badges(body, numbered, px * BADGE_R, marked=marked, taken=written, air=air)
    return (*paths, *(Badge(x=x, y=y, severity=severity, plain=print_style) for x, y, severity in badges))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What one view shows of an area: whole regions, and rings of paint that run over the body's edge.

    Regions that are whole because of what was drawn in another view are `derived`.
    """

    drawn: Drawn
    whole: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    rings: tuple[Ring, ...] = ()

    @property
    def seen(self) -> bool:
        return bool(self.whole or self.derived or self.rings)


def _order(one: Drawn) -> tuple[bool, str]:
    """Selected areas last, so that they lie on top."""
    return one.selected, one.area


def _shown(view: View, one: Drawn) -> _Shown:
    """Paint as it was painted in this view; regions that count by another view's paint are whole."""
    counted = view.regions.keys() & set(one.regions)
    if not one.strokes:
        return _Shown(drawn=one, whole=tuple(sorted(counted)))
    tapped = tapped_regions(view.name, one.strokes)
    if tapped is not None:
        return _Shown(drawn=one, whole=tuple(sorted(tapped)), derived=tuple(sorted(counted - tapped)))
    from diary.anatomy.painted import painted

    paint = painted(view.name, one.strokes)
    derived = tuple(sorted(counted - paint.touched))
    if paint.whole:
        return _Shown(drawn=one, whole=tuple(sorted(paint.touched)), derived=derived)
    return _Shown(drawn=one, derived=derived, rings=paint.rings)


def _numbered(view: View, area: _Shown, shown: Sequence[str]) -> list[Part]:
    """The parts that get the area's number: drawn ones; derived ones where none of it is seen drawn."""
    if area.whole or area.rings:
        return numbered_parts(view, area.whole, area.rings)
    strokes = area.drawn.strokes
    others = (name for name in shown if name != view.name and any(one.view == name for one in strokes))
    if any(_drawn_in(name, strokes) for name in others):
        return []
    return numbered_parts(view, area.derived)


def _drawn_in(view: str, strokes: tuple[Stroke, ...]) -> bool:
    """Whether strokes leave anything in a view."""
    tapped = tapped_regions(view, strokes)
    if tapped is not None:
        return bool(tapped)
    from diary.anatomy.painted import painted

    return bool(painted(view, strokes).touched)


def _area_paths(view: View, area: _Shown, print_style: bool) -> list[Path]:
    """Whole regions with their exact outline; paint cut by the body's, which is drawn where it is painted.

    What was drawn in another view is a little fainter.
    """
    one, paths = area.drawn, []
    token = color_token(one.qualities[0]) if one.qualities else "accent"
    share = 0.0 if print_style else 0.10 + 0.055 * (one.severity or 0)
    stroke, width = ("accent", 2.2) if one.selected else (token, 1.4)
    edge = Path(rings=view.outline, stroke=stroke, width=width, dashed=one.carried, clip=area.rings)
    inside = replace(edge, fill=token, share=share, pattern=one.qualities[:3])
    if area.derived:
        rings = joined(view.regions[region_id] for region_id in area.derived)
        thin = width * FAINTER
        paths.append(replace(inside, rings=rings, clip=None, share=share * FAINTER, width=thin))
    if area.whole:
        rings = joined(view.regions[region_id] for region_id in area.whole)
        paths.append(replace(inside, rings=rings, clip=None))
    if area.rings:
        paths += [replace(inside, rings=area.rings, clip=view.outline), edge]
    return paths
