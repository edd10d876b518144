"""The body of one stretch of days on paper: front, back, and what lies where these show little, enlarged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.anatomy.badges import BADGE_R, PAIRS, numbered_parts, place_badges
from diary.anatomy.drawing import views_of
from diary.anatomy.figure import Badge, Drawn, mark_list, still_list
from diary.anatomy.layout import Placement
from diary.anatomy.regions import all_regions
from diary.anatomy.sides import taken_by_words, wide_px
from diary.anatomy.views import MIRRORED, load_view
from diary.charts.figure_svg import document, items_svg, words_svg
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.palette import Palette

SIZE = (144.0, 112.0)
"""Width and height of one figure in points: two of them fill the column of page one."""

PX = 13 / 9
"""Pixels in a point: words and numbers of 13 px are 9 pt on paper."""

UPRIGHT = ("front", "back")
"""What always stands there."""

MOST_ENLARGED = 2
"""So many views fit beside the figures."""

LABEL = 17.0
"""What a view's name takes below it, px."""

MARGIN, GAP = 8.0, 2.0
"""Free room at the left for numbers, and between front and back, px."""

AIR = 6.0
"""How far numbers may stand out beside a figure, px."""

COLUMN = 54.0
"""Width of the enlarged views' column, px."""

SLOTS = ((0.0, 0.43), (0.52, 0.48))
"""Where in the height the enlarged views begin and how high they are: the hand is between them."""

SMALL = frozenset({"sole", "palm", "mouth", "head_front", "head_left", "head_right", "head_back"})
"""What the upright figures show too small to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One place on the figure: the regions it wears, the patterns it wears them in, its number or None.

    `home` are the regions by which its number finds its stand, the same in figures that are compared;
    None where these are its own.
    """

    regions: tuple[str, ...]
    qualities: tuple[str, ...] = ()
    severity: int | None = None
    home: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Enlarged:
    """A view beside the figures; of a pair only the "left" or "right" one of the person."""

    view: str
    side: str = ""


def apart(places: Sequence[Marked]) -> tuple[Marked, ...]:
    """The places with each region worn once, by the first of them."""
    taken: set[str] = set()
    found = []
    for one in places:
        found.append(replace(one, regions=tuple(name for name in one.regions if name not in taken)))
        taken.update(one.regions)
    return tuple(found)


def enlarged(places: Sequence[Marked]) -> tuple[Enlarged, ...]:
    """The views beside the figures: first those without which a place is not seen at all, by importance."""
    known, upright = all_regions(), _shown_upright()
    wanted: dict[Enlarged, tuple[int, int]] = {}
    for order, one in enumerate(places):
        for name in one.regions:
            main = next((view for view in views_of(name) if view in SMALL), "") if name in known else ""
            if not main or (main.startswith("head") and not _is_all_there(one, main)):
                continue
            view = Enlarged(main, known[name].side if main in PAIRS else "")
            need = (0 if name not in upright else 1, order)
            wanted[view] = min(need, wanted.get(view, need))
    return tuple(sorted(wanted, key=lambda view: (wanted[view], view.view, view.side))[:MOST_ENLARGED])


def _is_all_there(one: Marked, view: str) -> bool:
    return all(name in load_view(view).regions for name in one.regions)


def _shown_upright() -> frozenset[str]:
    return frozenset(name for view in UPRIGHT for name in load_view(view).regions)


def body_svg(places: Sequence[Marked], beside: Sequence[Enlarged], colours: Palette, title: str) -> str:
    """The figure of these places with the views `beside` it as SVG text, `SIZE` on paper."""
    wide, tall = SIZE[0] * PX, SIZE[1] * PX
    worn = apart(places)
    hand = _Hand(worn=worn, colours=colours, enlarged=tuple(beside))
    out = list(hand.upright(wide, tall - LABEL, narrow=bool(beside)))
    for at, (view, (top, share)) in enumerate(zip(beside, SLOTS, strict=False)):
        room = (wide - COLUMN, top * tall, COLUMN, share * tall)
        out += hand.beside(view, room, number=len(UPRIGHT) + at)
    return document(wide, tall, out, title=title)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hand:
    """Draws the same places in every view; a place has its number where most of it is seen."""

    worn: tuple[Marked, ...]
    colours: Palette
    enlarged: tuple[Enlarged, ...] = ()

    def upright(self, wide: float, tall: float, *, narrow: bool) -> Iterator[str]:
        """Front and back side by side with their names below, at the left of so many px."""
        shape = load_view("front").width / load_view("front").height
        each = tall * shape
        gap = GAP if narrow else (wide - 2 * each) / 3
        taken: list[tuple[float, float]] = []
        for at, view in enumerate(UPRIGHT):
            x = (MARGIN if narrow else gap) + at * (each + gap)
            yield from self._figure(view, x, tall, taken, number=at)
            yield self._words(x + each / 2, tall + LABEL - 4, say(f"sheet.view.{view}"))

    def _figure(
        self, view: str, x: float, tall: float, taken: list[tuple[float, float]], *, number: int
    ) -> list[str]:
        """One figure; its numbers keep off those `taken` (px) beside it, and are added to them."""
        body = load_view(view)
        scale = tall / body.height
        badges = self._badges(view, 1 / scale, [((left - x) / scale, top / scale) for left, top in taken])
        taken += [(x + one.x * scale, one.y * scale) for one in badges]
        placement = Placement(view=view, x=x, y=0.0, scale=scale, title=(x, 0.0), air=AIR)
        items = (
            *still_list(view, px=1 / scale, air=AIR, words="letters"),
            *mark_list(view, self._drawn(), px=1 / scale, air=AIR, words="letters", print_style=True),
            *badges,
        )
        return items_svg(items, placement, self.colours, name=number)

    def _drawn(self) -> list[Drawn]:
        return [
            Drawn(area=f"{at:03}", regions=one.regions, qualities=one.qualities)
            for at, one in enumerate(self.worn)
        ]

    def _badges(self, view: str, px: float, others: Sequence[tuple[float, float]]) -> list[Badge]:
        """The numbers of the places that are seen best in this view, clear of `others` (units)."""
        body = load_view(view)
        parts = []
        for one in self.worn:
            seen = [name for name in one.regions if name in body.regions]
            if one.severity is not None and seen and self._best(one) == view:
                parts += [(part, one.severity) for part in numbered_parts(body, seen)]
        marked = frozenset(name for one in self.worn for name in one.regions)
        taken = taken_by_words(body, px, AIR, letters=True)
        taken += [(x, y, 1.4 * BADGE_R * px) for x, y in others]
        placed = place_badges(body, parts, px * BADGE_R, marked=marked, taken=taken, air=AIR)
        return [Badge(x=x, y=y, severity=severity, plain=True) for x, y, severity in placed]

    def _best(self, one: Marked) -> str:
        """The upright view that shows most of it, "" where none does or an enlarged one shows all of it."""
        home = one.regions if one.home is None else one.home
        for names in (home, one.regions):
            if any(_shows_all(view, names) for view in self.enlarged):
                break
            counts, own = _upright_counts(names), _upright_counts(one.regions)
            if shown := [view for view in UPRIGHT if counts[view] and own[view]]:
                return max(shown, key=lambda view: counts[view])
        return ""

    def beside(self, one: Enlarged, room: tuple[float, float, float, float], *, number: int) -> Iterator[str]:
        """One enlarged view in its room (x, y, width, height), with its name below it."""
        x, y, wide, tall = room
        body, (left, width) = load_view(one.view), _half(one)
        head = 2.0
        scale = min((wide - 8) / width, (tall - LABEL - head) / body.height)
        start = x + (wide - width * scale) / 2
        down = y + head + (tall - LABEL - head - body.height * scale) / 2
        placement = Placement(
            view=one.view, x=start - left * scale, y=down, scale=scale, title=(start, down), air=0.0
        )
        items = (
            *still_list(one.view, px=1 / scale, words=False),
            *mark_list(one.view, self._drawn(), px=1 / scale, words=False, print_style=True),
        )
        clip, edge = f"h{number}", 1.5
        box = f'x="{start - edge:.2f}" y="{down - edge:.2f}" width="{width * scale + 2 * edge:.2f}"'
        yield f'<clipPath id="{clip}"><rect {box} height="{body.height * scale + 2 * edge:.2f}"/></clipPath>'
        yield f'<g clip-path="url(#{clip})">'
        yield from items_svg(items, placement, self.colours, name=number)
        yield "</g>"
        words = say(f"sheet.view.{one.view}{one.side and '_' + one.side}")
        middle = min(x + wide / 2, x + wide - wide_px(words) * 0.46)
        yield self._words(middle, y + tall - 4, words)
        yield from self._beside_badge(one, placement, (start, down + body.height * scale), number=number)

    def _beside_badge(
        self, view: Enlarged, placement: Placement, corner: tuple[float, float], *, number: int
    ) -> list[str]:
        """The number of a place that the upright figures do not show, at the left of the drawing's foot."""
        regions = load_view(view.view).regions
        known = all_regions()
        found = [
            one.severity
            for one in self.worn
            if one.severity is not None
            and not self._best(one)
            and any(name in regions and view.side in ("", known[name].side) for name in one.regions)
        ]
        items = [
            Badge(
                x=(corner[0] - BADGE_R + 5 - placement.x) / placement.scale,
                y=(corner[1] - BADGE_R - 2 - at * 2.1 * BADGE_R - placement.y) / placement.scale,
                severity=severity,
                plain=True,
            )
            for at, severity in enumerate(found[:2])
        ]
        return items_svg(items, placement, self.colours, name=100 + number)

    def _words(self, x: float, y: float, words: str) -> str:
        return words_svg(round(x, 2), round(y, 2), words, self.colours.color("ink"), anchor="middle")


def _upright_counts(names: Sequence[str]) -> Counter[str]:
    """How many of these regions each upright view shows."""
    return Counter(view for view in UPRIGHT for name in names if name in load_view(view).regions)


def _shows_all(view: Enlarged, names: Sequence[str]) -> bool:
    regions, known = load_view(view.view).regions, all_regions()
    return bool(names) and all(name in regions and view.side in ("", known[name].side) for name in names)


def _half(one: Enlarged) -> tuple[float, float]:
    """Where in a view the drawn side begins, and how wide it is, in units."""
    body = load_view(one.view)
    if not one.side:
        return 0.0, body.width
    is_left = (one.side == "left") == (one.view in MIRRORED)
    return (0.0, body.width / 2) if is_left else (body.width / 2, body.width / 2)
