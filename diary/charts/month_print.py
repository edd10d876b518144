"""Months side by side for paper: a box for each day with its date and its number, as SVG text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from diary.charts.figure_svg import document, words_svg
from diary.charts.year_picture import DayCell, Look
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.palette import Palette

WIDTH: Final = 527.0
"""Of the text of a page, points."""

SIDE_BY_SIDE: Final = 3
"""Months in one row."""

APART, CELL, TALL, HEAD = 17.0, 23.4, 29.0, 32.0
"""Room between months, width and height of a day, height of a month's names; points."""

WEEK = 7
DATE, NUMBER = 9, 11
"""Sizes of the date and of the number in a box, points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPicture:
    """One month: its year and number, and its days (those of the report) by their ordinal."""

    year: int
    month: int
    cells: Mapping[int, DayCell]

    @property
    def weeks(self) -> int:
        """How many rows of weeks it takes."""
        first, days = monthrange(self.year, self.month)
        return -(-(first + days) // WEEK)


def row_height(months: Sequence[MonthPicture]) -> float:
    """The height of months side by side, points."""
    return HEAD + TALL * max(one.weeks for one in months) + 2


def months_svg(months: Sequence[MonthPicture], palette: Palette, *, title: str) -> str:
    """Up to three months side by side, `WIDTH` points wide."""
    out: list[str] = []
    for at, one in enumerate(months):
        out += _month(one, at * (WEEK * CELL + APART) + 1, palette)
    return document(WIDTH, row_height(months), out, title=title)


def legend_svg(looks: Sequence[Look], palette: Palette, *, title: str) -> str:
    """What the boxes mean, `WIDTH` points wide and as high as `legend_height`."""
    out: list[str] = []
    for at, look in enumerate(looks):
        x, y = 1 + (at % 2) * WIDTH / 2, 1 + (at // 2) * (TALL + 4)
        printed = "6" if look in (Look.FULL, Look.HOLLOW) else ""
        level = 6 if printed else None
        out += _box(DayCell(day=0, look=look, level=level, printed=printed, title="", line=""), x, y, palette)
        words = say(f"annex.calendar.legend.{look}")
        out.append(words_svg(x + CELL + 8, y + TALL / 2 + 3, words, palette.color("ink"), size=DATE))
    return document(WIDTH, legend_height(looks), out, title=title)


def legend_height(looks: Sequence[Look]) -> float:
    """The height of the legend, points."""
    return -(-len(looks) // 2) * (TALL + 4)


def _month(one: MonthPicture, left: float, palette: Palette) -> list[str]:
    name = say("annex.calendar.month", month=say(f"month.long.{one.month}"), year=one.year)
    out = [words_svg(left, 11, name, palette.color("ink"), size=11, weight=600)]
    for weekday in range(WEEK):
        x = left + (weekday + 0.5) * CELL
        words = say(f"weekday.short.{weekday}")
        out.append(words_svg(x, 27, words, palette.color("quiet"), size=DATE, anchor="middle"))
    first, days = monthrange(one.year, one.month)
    for number in range(days):
        week, weekday = divmod(first + number, WEEK)
        day = date(one.year, one.month, 1) + timedelta(days=number)
        x, y = left + weekday * CELL, HEAD + week * TALL
        cell = one.cells.get(day.toordinal())
        ink = palette.color("quiet")
        if cell is not None:
            out += _box(cell, x, y, palette)
            ink = _ink(cell, palette)
        out.append(words_svg(x + 3, y + 10, str(number + 1), ink, size=DATE))
    return out


def _box(cell: DayCell, x: float, y: float, palette: Palette) -> list[str]:
    """One day's box: filled by its number, thick and white where late, dashed where there is no entry."""
    fill, edge, look = "none", palette.color("control"), 'stroke-width="0.6"'
    if cell.look is Look.FULL:
        fill = palette.severity(cell.level or 0)
    elif cell.look is Look.HOLLOW:
        edge, look = palette.color("ink"), 'stroke-width="2"'
    elif cell.look is Look.NO_ENTRY:
        look = 'stroke-width="0.6" stroke-dasharray="2 2.5"'
    inset = 1.6 if cell.look is Look.HOLLOW else 0.8
    size = f'width="{CELL - 2 * inset:g}" height="{TALL - 2 * inset:g}"'
    place = f'x="{x + inset:g}" y="{y + inset:g}"'
    out = [f'<rect class="{cell.look}" {place} {size} fill="{fill}" stroke="{edge}" {look}/>']
    middle = x + CELL - 4
    if cell.printed:
        ink = _ink(cell, palette)
        weight = 600 if cell.look is Look.FULL else 400
        number = words_svg(middle, y + TALL - 4, cell.printed, ink, size=NUMBER, weight=weight, anchor="end")
        out.append(number)
    elif cell.look is Look.NO_VALUE:
        dot = f'<circle cx="{x + CELL / 2:g}" cy="{y + TALL - 9:g}" r="1.6" fill="{edge}"/>'
        out.append(dot)
    return out


def _ink(cell: DayCell, palette: Palette) -> str:
    if cell.look is Look.FULL:
        return palette.on_severity(cell.level or 0)
    return palette.color("ink")
