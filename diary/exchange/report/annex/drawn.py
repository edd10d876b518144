"""Drawings of existing charts for paper: black, grey and white, as wide as the text of a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.charts.picture import Picture
    from diary.charts.sheet import Sheet
    from diary.charts.stacked import StackedFigure
    from diary.exchange.report.data import Drawing

WIDTH = 527.0
"""Of the text of a page, points."""


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
