"""A year drawn: weeks across, weekdays down, a box for each day in the colour of its level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from diary.charts.key_flow import GAP, LINE, SWATCH, Placed, placed
from diary.charts.layout import Box
from diary.charts.marked import Spot
from diary.charts.palette import contrast, mixed
from diary.charts.stacked import StackedFigure
from diary.charts.year_picture import APART, MONTHS, NAMES, SIDE, DayCell, Look, Scale, YearPicture
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.sheet import Part

WEEK = 7
FAINTEST, STRONGEST = 0.08, 1.0
"""How much of the accent the lowest and the highest level wear."""

PRINTED = 14.5
"""From this size on a day has its number printed in it, px at 100 %."""

LONG_PRINTED = 20.0
"""From this size on numbers of three signs are printed too, px at 100 %."""

ALL_NAMES = 15.0
"""From this size on every weekday is named, px at 100 %."""

LONG_NAMES = 24.0
"""From this size on months are named in full, px at 100 %."""

FRAME = 3.0
"""How thick the border of a day written late is, px at 100 %."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Days `since` to `until` from px `left`, `top`, each `cell` px."""

    since: int
    until: int
    left: float
    top: float
    cell: float

    def box(self, day: int, apart: float) -> Box:
        """Where a day is, `apart` px from the next."""
        x, y = self.corner(day)
        return Box(x + apart / 2, y + apart / 2, self.cell - apart, self.cell - apart)

    def corner(self, day: int) -> tuple[float, float]:
        """The upper left of a day's place."""
        monday = self.since - (self.since - 1) % WEEK
        week, weekday = divmod(day - monday, WEEK)
        return self.left + week * self.cell, self.top + weekday * self.cell


class YearFigure(StackedFigure):
    """Draws `YearPicture`s; its spots are their days by date, grouped by weekday."""

    def _draw_part(self, part: Part, top: float) -> None:
        assert isinstance(part, YearPicture)  # the only kind that is given
        px, cell = self.style.px, part.cell(self.wide)
        y = top
        for since, until in part.bands(self.wide):
            band = _Band(since, until, px(SIDE + NAMES), y + px(MONTHS), px(cell))
            self._draw_names(part, band, cell)
            self._draw_days(part, band, cell)
            y += px(MONTHS + WEEK * cell + APART)
        self._draw_legend(part, y + px(6))

    # --- names

    def _draw_names(self, part: YearPicture, band: _Band, cell: float) -> None:
        px = self.style.px
        for weekday in range(0, WEEK, 1 if cell >= ALL_NAMES else 2):
            y = band.top + (weekday + 0.5) * band.cell
            right = band.left - px(8)
            self.say(right, y, say(f"weekday.short.{weekday}"), color="quiet", ha="right")
        form, steps = "long" if cell >= LONG_NAMES else "short", []
        for month in range(1, 13):
            first = date(part.year, month, 1).toordinal()
            if not band.since <= first <= band.until:
                continue
            x, y = band.corner(first)
            steps.append((x, y))
            named = px(2) + (x if y == band.top else x + band.cell)
            words = say(f"month.{form}.{month}")
            self.say(named, band.top - px(11), words, weight=600)
        self._draw_steps(band, steps)

    def _draw_steps(self, band: _Band, steps: list[tuple[float, float]]) -> None:
        """A line between months, along the borders of their days."""
        bottom = band.top + WEEK * band.cell
        lines = []
        for x, y in steps:
            if x <= band.left:
                continue
            over = [(x + band.cell, band.top), (x + band.cell, y)] if y > band.top else []
            lines.append([*over, (x, y), (x, bottom)])
        self.lines(lines, self.style.color("quiet"), 1.2, zorder=1)

    # --- days

    def _draw_days(self, part: YearPicture, band: _Band, cell: float) -> None:
        px = self.style.px
        apart = max(2.0, px(min(4.0, cell * 0.16)))
        days = [one for one in part.cells if band.since <= one.day <= band.until]
        boxes = [band.box(one.day, apart) for one in days]
        self._draw_boxes(part.scale, days, boxes)
        if cell >= PRINTED:
            most = 3 if cell >= LONG_PRINTED else 2
            some = [(one, box) for one, box in zip(days, boxes, strict=True) if len(one.printed) <= most]
            shown, there = [one for one, _ in some], [box for _, box in some]
            self._print(part.scale, shown, there, self._printed_size(cell * 0.45))
        for one, box in zip(days, boxes, strict=True):
            self.spots.append(Spot(box=box, title=one.title, line=one.line, group=(one.day - 1) % WEEK))

    def _draw_boxes(self, scale: Scale, days: list[DayCell], boxes: list[Box]) -> None:
        for look in Look:
            chosen = [(one, box) for one, box in zip(days, boxes, strict=True) if one.look is look]
            if chosen:
                self._draw_look(look, scale, chosen)

    def _draw_look(self, look: Look, scale: Scale, chosen: list[tuple[DayCell, Box]]) -> None:
        style, boxes = self.style, [box for _, box in chosen]
        colors = [self.color(scale, one.level or 0) for one, _ in chosen]
        card, edge = style.color("card"), style.color("control")
        if look is Look.FULL:
            self._boxes(boxes, colors, edge, 0.8)
        elif look is Look.HOLLOW:
            self._boxes(boxes, colors, edge, 0.8)
            inner = [_smaller(box, min(style.px(FRAME), box.width * 0.22)) for box in boxes]
            self._boxes(inner, card, style.color("ink"), 1.2)
        elif look is Look.NO_VALUE:
            self._boxes(boxes, "none", edge, 0.8)
            self._boxes([_smaller(box, box.width * 0.4) for box in boxes], edge, "none", 0)
        else:
            self._boxes(boxes, "none", edge, 0.8, linestyle=(0, (2, 2.5)))

    def _boxes(self, boxes: list[Box], fill: Any, edge: str, width: float, **more: Any) -> None:
        corners = [
            (
                (one.x, one.y),
                (one.x + one.width, one.y),
                (one.x + one.width, one.y + one.height),
                (one.x, one.y + one.height),
            )
            for one in boxes
        ]
        line = self.style.line(width)
        made = PolyCollection(corners, facecolors=fill, edgecolors=edge, linewidths=line, zorder=2, **more)
        self.sheet.add_collection(made, autolim=False)

    def color(self, scale: Scale, level: int) -> str:
        """The colour of a level, "#RRGGBB"."""
        if scale.severity:
            return self.style.palette.severity(level)
        share = FAINTEST + (STRONGEST - FAINTEST) * scale.share(level)
        return mixed(self.style.color("accent"), self.style.color("card"), share)

    def _ink(self, ground: str) -> str:
        palette = self.style.palette
        inks = (palette.color("severity_dark_ink"), palette.color("severity_light_ink"))
        return max(inks, key=lambda ink: contrast(ink, ground))

    def _printed_size(self, size: float) -> float:
        """The size of numbers in days from that at 100 %: on paper as large as other notes."""
        wanted = self.style.px(min(13.0, size))
        return max(wanted, self.style.note_size) if self.style.on_paper else wanted

    def _print(self, scale: Scale, days: list[DayCell], boxes: list[Box], size: float) -> None:
        """The numbers of all days as one shape for each ink: hundreds of texts would take long to draw."""
        font, shapes = self.style.note(600), {}
        found: dict[str, list[tuple[Any, Any]]] = {}
        for one, box in zip(days, boxes, strict=True):
            if not one.printed:
                continue
            if one.printed not in shapes:
                shapes[one.printed] = _centred(TextPath((0, 0), one.printed, size=size, prop=font))
            full = one.look is Look.FULL
            ink = self._ink(self.color(scale, one.level or 0)) if full else self.style.color("ink")
            points, codes = shapes[one.printed]
            middle = (box.x + box.width / 2, box.y + box.height / 2)
            found.setdefault(ink, []).append((points + np.array(middle), codes))
        for ink, drawn in found.items():
            whole = Path(np.concatenate([one for one, _ in drawn]), np.concatenate([one for _, one in drawn]))
            letters = PathCollection([whole], facecolors=ink, edgecolors="none", zorder=3)
            letters.set_transform(self.sheet.transData)
            self.sheet.add_collection(letters, autolim=False)

    # --- legend

    def _draw_legend(self, part: YearPicture, top: float) -> None:
        words, signs = part.legend
        places = placed(words, self.wide - 2 * SIDE, signs)
        for at, place in enumerate(places):
            if at >= part.levels:
                self._legend_box(part, part.marks[at - part.levels], None, place, top)
            elif part.scale.strip and at == 0:
                self._legend_strip(part, place, top)
            elif not part.scale.strip:
                self._legend_box(part, Look.FULL, at, place, top)
            x = self.style.px(SIDE + place.x + signs[at] + GAP)
            y = top + self.style.px(LINE * place.line + LINE / 2)
            self.write(x, y, words[at], self.style.px(place.room), color="quiet")

    def _legend_strip(self, part: YearPicture, place: Placed, top: float) -> None:
        levels = range(len(part.scale.words))
        cells = [_sample(Look.FULL, level, part.scale.words[level]) for level in levels]
        boxes = [self._legend_place(place, top, SWATCH * level) for level in levels]
        self._draw_boxes(part.scale, cells, boxes)
        self._print(part.scale, cells, boxes, self._printed_size(11))

    def _legend_box(
        self, part: YearPicture, look: Look, level: int | None, place: Placed, top: float
    ) -> None:
        shown = len(part.scale.words) - 1 if level is None else level
        self._draw_look(look, part.scale, [(_sample(look, shown, ""), self._legend_place(place, top))])

    def _legend_place(self, place: Placed, top: float, right: float = 0) -> Box:
        px = self.style.px
        return Box(
            px(SIDE + place.x + right), top + px(LINE * place.line + 2), px(SWATCH - 3), px(SWATCH - 3)
        )


def _sample(look: Look, level: int, printed: str) -> DayCell:
    """A day of no date, for the legend."""
    return DayCell(day=0, look=look, level=level, printed=printed, title="", line="")


def _smaller(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _centred(shape: Path) -> tuple[Any, Any]:
    """The points of letters about their middle, downward as the sheet's, and what each point is."""
    bounds = shape.get_extents()
    middle = np.array(((bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2))
    return (np.asarray(shape.vertices) - middle) * np.array((1.0, -1.0)), np.asarray(shape.codes)
