"""How often each value came on the days shown, with the mean and both halves of the days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.charts.value_words import name_words
from diary.errors import DiaryError
from diary.insight.day_values import WORST, DayValues, day_values
from diary.ui.theme import current
from diary.ui.trends.block import Block, save_blocks
from diary.ui.trends.face import Context, Face
from diary.ui.trends.measure_choice import MeasureChoice
from diary.ui.trends.spread import words
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.marked import MarkedFigure
    from diary.charts.spread_picture import SpreadPicture
    from diary.charts.style import Style
    from diary.insight.held import Held
    from diary.insight.statistics.mean import Mean
    from diary.store.store import Store

CHOSEN: Final = "trends/spread_measure"
USUAL: Final = "pain_average"


def _make(style: Style, width: float, height: float, ratio: float) -> MarkedFigure[Any]:
    from diary.charts.spread_figure import SpreadFigure

    return SpreadFigure(style, width, height, ratio)


class Spread(Face):
    """Shows the bars of one measure; `picture` is what is shown now."""

    key = "spread"
    uses_span: ClassVar[bool] = True
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self._held: Held | None = None
        self._context: Context | None = None
        self.picture: SpreadPicture | None = None
        self.which = MeasureChoice(say("spread.measure"), store.looks, CHOSEN, USUAL)
        self.block = Block(say("spread.chart"), _make, say("spread.table"))
        self.block.chart.header.addWidget(self.which)
        self.which.measure_chosen.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block)
        column.addStretch(1)

    def show_context(self, context: Context) -> None:
        """Show the days of the header; what the analysis knows of the mean comes when it is there."""
        if context.held is not self._held:
            self._held = context.held
            self.which.offer_measures(context.held)
        self._context = context
        self._show()

    @Slot()
    def _show(self) -> None:
        context, code = self._context, self.which.code
        if context is None:
            return
        measures = context.held.rows.measures
        values = day_values(context.held, code, context.span.since, context.span.until) if code else None
        if values is None or not values.values:
            self.picture = None
            told = words.nothing_told(name_words(code, measures) if code else "")
            self.block.show_told(told, say("spread.nothing"))
            return
        key = "spread.left" if context.analysis_left else "spread.waiting"
        waits = say(key) if context.analysis is None else ""
        level = words.level_of(values, _mean_of(values, context), waits)
        self.picture = words.picture_of(values, measures, level)
        self.block.show_told(words.spread_told(self.picture, level))

    def show_table(self, shown: bool) -> None:
        """Change between the bars and the table of their counts."""
        self.block.show_table(shown)

    def spoken(self) -> str:
        """The measure, its mean and how its days lie about it."""
        return self.block.words()

    @property
    def has_picture(self) -> bool:
        """Whether there are bars to save."""
        return self.picture is not None

    def save_picture(self, path: Path) -> None:
        """Write the bars as PNG or SVG; DiaryError where there are none."""
        from diary.charts.spread_figure import SpreadFigure

        if not self.has_picture:
            do = say("spread.no_picture_do")
            raise DiaryError(say("spread.no_picture"), say("error.nothing_changed"), do)
        width = max(self.block.canvas.width(), self.theme.px(560))
        save_blocks(path, (self.block,), SpreadFigure, self.theme, width)


def _mean_of(values: DayValues, context: Context) -> Mean | None:
    """The mean with its range as the analysis has it, once it is there; of the worst days worked out here."""
    if context.analysis is None:
        return None
    if values.code != WORST:
        figures = context.analysis.figures.get(values.code)
        return figures.mean if figures is not None else None
    from diary.insight.statistics.day_array import dense
    from diary.insight.statistics.mean import mean_of

    last = values.from_day + values.days - 1
    return mean_of(dense(((one.day, one.value) for one in values.counted()), values.from_day, last))
