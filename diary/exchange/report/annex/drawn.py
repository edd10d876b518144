"""Drawings of existing charts for paper: black, grey and white, as wide as the text of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from diary.exchange.report.words import period_words

if TYPE_CHECKING:
    from diary.charts.effect_picture import EffectPicture
    from diary.charts.picture import Picture
    from diary.charts.sheet import Part, Sheet
    from diary.charts.stacked import StackedFigure
    from diary.exchange.report.data import Drawing

WIDTH = 527.0
"""Of the text of a page, points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart: its key, title, finding with its days, method, numbers, drawing and height in points."""

    key: str
    title: str
    said: str
    how: str
    numbers: Any
    drawn: Drawing
    height: float


def span_words(since: int, until: int) -> str:
    """Ordinal days as a period, "25 Aug to 22 Nov 2026"."""
    return period_words(date.fromordinal(since), date.fromordinal(until))


def sheet_chart(
    key: str, title: str, said: str, how: str, numbers: Any, figure: type[StackedFigure], shown: Part
) -> Chart:
    """The chart of one part of a sheet."""
    from diary.charts.sheet import Sheet

    drawn, height = sheet_drawing(figure, Sheet(parts=(shown,)))
    return Chart(key=key, title=title, said=said, how=how, numbers=numbers, drawn=drawn, height=height)


def sheet_drawing(figure: type[StackedFigure], sheet: Sheet) -> tuple[Drawing, float]:
    """Draws a sheet as wide as the page; and its height in points."""
    from diary.charts.style import print_style

    style = print_style()
    return partial(_sheet, figure, sheet), style.px(sheet.tall(WIDTH / style.scale))


def _sheet(figure: type[StackedFigure], sheet: Sheet) -> str:
    from diary.charts.stacked import sheet_file
    from diary.charts.style import print_style

    return sheet_file(figure, sheet, print_style(), WIDTH, suffix=".svg").decode("utf-8")


def panels_drawing(picture: Picture, height: float) -> Drawing:
    """Draws panels over time as wide as the page and `height` points high."""
    return partial(_panels, picture, height)


def _panels(picture: Picture, height: float) -> str:
    from diary.charts.export import svg
    from diary.charts.style import print_style

    return svg(print_style(), picture, WIDTH, height).decode("utf-8")


def effect_drawing(picture: EffectPicture, height: float) -> Drawing:
    """Draws a before and after as wide as the page and `height` points high."""
    return partial(_effect, picture, height)


def _effect(picture: EffectPicture, height: float) -> str:
    from diary.charts.effect_sheet import file_of, sheet_for
    from diary.charts.style import print_style

    return file_of(sheet_for(picture, print_style(), WIDTH, height), picture, ".svg").decode("utf-8")
