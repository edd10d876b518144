"""The chart of treatments: the canvas of Trends with another figure and other words for each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from diary.ui.treatments.view import View, day_words, summary_words
from diary.ui.trends.canvas import ChartCanvas, Pictured
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.charts.trends_figure import TrendsFigure

LEAST = 300
"""Least height before anything was read, px at 100 %."""


class TimelineCanvas(ChartCanvas):
    """Paints a `View`; it is as tall as its lanes need, and its description is a summary of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("treatments.chart_name"))
        self.setMinimumHeight(self.theme.px(LEAST))

    def show_view(self, view: Pictured) -> None:
        """Show another view."""
        assert isinstance(view, View)  # what this canvas is given
        super().show_view(view)
        self._fit()
        keys = say("trends.chart_keys")
        self.setAccessibleDescription(say("treatments.sentences", first=summary_words(view), rest=keys))

    def restyle(self) -> None:
        """Wear the theme of now, at the height it needs."""
        super().restyle()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As tall as the lanes need."""
        return QSize(self.theme.px(320), self.minimumHeight())

    def sizeHint(self) -> QSize:
        """The least height: what is left over is given by the page."""
        return QSize(self.theme.px(560), self.minimumHeight())

    def _fit(self) -> None:
        if not isinstance(self._view, View):
            return
        from diary.charts.treatment_layout import least_height

        self.setMinimumHeight(round(least_height(self._view.picture, self._style())))

    def _new_figure(self, ratio: float) -> TrendsFigure:
        from diary.charts.treatment_figure import TreatmentFigure

        return TreatmentFigure(self._style(), self.width(), self.height(), ratio)

    def _readout_spot(
        self, figure: TrendsFigure, x: float, width: float, height: float
    ) -> tuple[float, float]:
        """Beside the cursor and above the pain, so that neither is covered."""
        assert figure.layout is not None  # painted just before
        plot, gap = figure.plot, self.theme.px(10)
        after = x + gap + width <= plot.x + plot.width
        left = x + gap if after else x - gap - width
        return left, figure.layout.panels[0].y - height - self.theme.px(4)

    def _said(self, day: int) -> list[str]:
        assert isinstance(self._view, View)  # what this canvas is given
        return day_words(self._view, day)
