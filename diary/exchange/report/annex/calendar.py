"""Every day of the report with its worst pain: month by month, or year by year where it is long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from diary.exchange.report.annex.drawn import WIDTH, sheet_drawing
from diary.exchange.report.data import AnnexPart, Figure, Paragraph, Picture
from diary.exchange.report.words import number_words, sentences
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.month_print import MonthPicture
    from diary.charts.year_picture import DayCell, YearPicture
    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.day_values import DayValues
    from diary.insight.held import Held
    from diary.storage.reading import Reader

CODE = "calendar"

MOST_DAYS = 366
"""More days than this are shown year by year."""

LEAST_MEAN = 4
"""A month with fewer days is not averaged, as a week is not."""


def read(_reader: Reader, _asked: Asked) -> None:
    """Nothing besides the rows of the report."""


def part(rows: ReportRows, asked: Asked, _found: object) -> tuple[AnnexPart | None, Drawings]:
    """The calendar, None where no day has an entry."""
    from diary.insight.held import Held

    if not rows.period.entries:
        return None, {}
    held = Held(rows.period)
    since = max(asked.since.toordinal(), rows.period.first or 0)
    until = min(asked.until, asked.today).toordinal()
    if asked.days > MOST_DAYS:
        figures, drawings = _years(held, since, until)
    else:
        figures, drawings = _months(held, since, until)
    about = [say("annex.calendar.about"), say("year.worst_how")]
    if asked.days > MOST_DAYS:
        about.append(say("annex.calendar.years", n=MOST_DAYS))
    blocks: tuple[Block, ...] = (Paragraph(words=sentences(*about), small=True), *figures)
    return AnnexPart(code=CODE, title=say("annex.calendar"), blocks=blocks), drawings


def _years(held: Held, since: int, until: int) -> tuple[list[Block], dict[str, Any]]:
    from diary.charts.sheet import Sheet
    from diary.charts.year_figure import YearFigure

    blocks: list[Block] = []
    drawings: dict[str, Any] = {}
    for shown in _pictures(held, since, until):
        key, sheet = f"calendar.{shown.year}", Sheet(parts=(shown,))
        drawn, height = sheet_drawing(YearFigure, sheet)
        first, last = shown.cells[0].day, shown.cells[-1].day
        picture = Picture(
            key=key,
            alt=_told(str(shown.year), shown.values, first, last),
            width=WIDTH,
            height=height,
            numbers=_numbers(shown.cells),
        )
        blocks.append(Paragraph(words=shown.title, strong=True))
        blocks.append(Figure(picture=picture, caption=picture.alt))
        drawings[key] = drawn
    return blocks, drawings


def _pictures(held: Held, since: int, until: int) -> list[YearPicture]:
    """The years of these days with the days of the report alone, those with none left out."""
    from diary.charts.year_picture import year_picture
    from diary.insight.day_values import WORST

    found = []
    for year in range(date.fromordinal(since).year, date.fromordinal(until).year + 1):
        whole = year_picture(held, WORST, year)
        cells = tuple(one for one in whole.cells if since <= one.day <= until)
        if cells:
            found.append(replace(whole, cells=cells))
    return found


def _months(held: Held, since: int, until: int) -> tuple[list[Block], dict[str, Any]]:
    from diary.charts.month_print import SIDE_BY_SIDE, MonthPicture, legend_height, row_height
    from diary.charts.year_picture import Look

    years = _pictures(held, since, until)
    found: dict[tuple[int, int], dict[int, DayCell]] = {}
    for year in years:
        for cell in year.cells:
            found.setdefault((year.year, date.fromordinal(cell.day).month), {})[cell.day] = cell
    values = {year.year: year.values for year in years}
    there = {cell.look for cells in found.values() for cell in cells.values()}
    looks = tuple(one for one in Look if one in there)
    legend = Picture(
        key="calendar.legend",
        alt=sentences(*(say("annex.sentence", words=say(f"annex.calendar.legend.{one}")) for one in looks)),
        width=WIDTH,
        height=legend_height(looks),
        numbers=[str(one) for one in looks],
    )
    blocks: list[Block] = [Figure(picture=legend)]
    drawings: dict[str, Any] = {legend.key: partial(_draw_legend, looks, legend.alt)}
    months = [MonthPicture(year=year, month=month, cells=cells) for (year, month), cells in found.items()]
    for at in range(0, len(months), SIDE_BY_SIDE):
        row = months[at : at + SIDE_BY_SIDE]
        told = sentences(*(_month_told(one, values[one.year]) for one in row))
        picture = Picture(
            key=f"calendar.{row[0].year}-{row[0].month:02d}",
            alt=told,
            width=WIDTH,
            height=row_height(row),
            numbers=_numbers([cell for one in row for cell in one.cells.values()]),
        )
        blocks.append(Figure(picture=picture, caption=told))
        drawings[picture.key] = partial(_draw, row, told)
    return blocks, drawings


def _draw(row: Sequence[MonthPicture], title: str) -> str:
    from diary.charts.month_print import months_svg
    from diary.charts.palette import load

    return months_svg(row, load("print"), title=title)


def _draw_legend(looks: Sequence[Any], title: str) -> str:
    from diary.charts.month_print import legend_svg
    from diary.charts.palette import load

    return legend_svg(looks, load("print"), title=title)


def _numbers(cells: Sequence[DayCell]) -> list[Any]:
    return [[date.fromordinal(one.day).isoformat(), str(one.look), one.printed] for one in cells]


def _month_told(one: MonthPicture, values: DayValues) -> str:
    name = say("annex.calendar.month", month=say(f"month.short.{one.month}"), year=one.year)
    return _told(name, values, min(one.cells), max(one.cells))


def _told(name: str, values: DayValues, since: int, until: int) -> str:
    """The finding of some days: the mean of their worst, and on how many days."""
    inside = [one.value for one in values.between(since, until)]
    days = say_n("n_of_days", until - since + 1, some=len(inside))
    if len(inside) < LEAST_MEAN:
        return say("annex.calendar.few", name=name, days=days)
    mean = number_words(sum(inside) / len(inside))
    return say("annex.calendar.told", name=name, mean=mean, days=days)
