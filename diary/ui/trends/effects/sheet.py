"""A figure of one measure on the screen: the cursor tells each day, a table holds the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from diary.ui.theme import current
from diary.ui.trends.canvas import ChartCanvas, Pictured
from diary.ui.trends.rows_table import RowsModel
from diary.ui.trends.table import DayTable
from diary.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from diary.charts.effect_sheet import DaySheet
    from diary.charts.picture import Picture
    from diary.charts.trends_figure import TrendsFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A picture, what is told of each day (ordinal), what it says in all, and how tall it is at 100 %."""

    picture: Picture
    told: Mapping[int, Sequence[str]] = field(default_factory=dict)
    said: str = ""
    tall: int = 320


class SheetCanvas(ChartCanvas):
    """Paints a `SheetView`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._fit()

    @property
    def view(self) -> SheetView | None:
        """What is shown."""
        return self._view if isinstance(self._view, SheetView) else None

    def show_view(self, view: Pictured) -> None:
        """Show another view; the figure is made anew where it is of another kind."""
        if self._view is not None and type(self._view.picture) is not type(view.picture):
            self._figure = None
        super().show_view(view)
        self._fit()
        keys = say("effect.keys")
        said = self.view.said if self.view is not None else ""
        self.setAccessibleDescription(say("trends.told_all", first=said, rest=keys) if said else keys)

    def restyle(self) -> None:
        """Wear the theme of now, at the height it needs."""
        super().restyle()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the panel and its words."""
        return QSize(self.theme.px(280), self.minimumHeight())

    def _fit(self) -> None:
        self.setMinimumHeight(self.theme.px(self.view.tall if self.view is not None else 220))

    def _new_figure(self, ratio: float) -> TrendsFigure:
        from diary.charts.effect_sheet import sheet_for

        assert self._view is not None  # nothing is painted before
        return sheet_for(self._view.picture, self._style(), self.width(), self.height(), ratio)

    def _said(self, day: int) -> list[str]:
        return list(self.view.told.get(day, ())) if self.view is not None else []

    def _readout_spot(
        self, figure: TrendsFigure, x: float, width: float, height: float
    ) -> tuple[float, float]:
        """Beside the cursor at the top of the panel."""
        plot, gap = figure.plot, self.theme.px(10)
        after = x + gap + width <= self.width()
        left = x + gap if after else max(x - gap - width, 0)
        return left, min(plot.y + gap, max(self.height() - height - 2, 0))

    def save(self, path: Path) -> None:
        """Write the picture as PNG or SVG at its size of now; DiaryError."""
        from diary.charts.effect_sheet import file_of, sheet_for
        from diary.exchange.whole_file import written_whole

        assert self._view is not None  # asked only with a picture
        size = (max(self.width(), self.theme.px(560)), max(self.height(), self.minimumHeight()))
        figure: DaySheet = sheet_for(self._view.picture, self._style(), *size)
        content = file_of(figure, self._view.picture, path.suffix)
        with written_whole(path) as stream:
            stream.write(content)


class WordTable(DayTable):
    """A table of words; arrows move through its cells."""

    def __init__(self, columns: Sequence[str], name: str) -> None:
        self.words = RowsModel()
        self.words.show_rows(columns, ())
        super().__init__(self.words, name)
        self.horizontalHeader().setStretchLastSection(False)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, the first on top, each column as wide as its words."""
        self.words.show_rows(self.words.columns, rows)
        self.fit_columns()
        self.resizeColumnsToContents()
        theme = current()
        for column in range(self.words.columnCount()):
            self.setColumnWidth(column, self.columnWidth(column) + theme.px(12))
