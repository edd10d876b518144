"""The days over time: charts on one axis, the same as a table, and what they say in sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.theme import current
from diary.ui.trends import saving
from diary.ui.trends.canvas import ChartCanvas
from diary.ui.trends.face import Context, Face
from diary.ui.trends.links.asked import Asked
from diary.ui.trends.over_time.cards import ChartCard, SentenceCards
from diary.ui.trends.over_time.findings import enriched, found_of, spoken_words, told_links, waiting
from diary.ui.trends.over_time.measures import MeasuresMenu
from diary.ui.trends.sentences import said_of
from diary.ui.trends.spans import Span
from diary.ui.trends.table import DaysTable
from diary.ui.trends.view import PAIN, View, make_view, numbers_of, panels_of
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.care_strip import Care
    from diary.insight.findings.analysis import Analysis
    from diary.insight.held import Held
    from diary.store.store import Store

SIDE: Final = 312
"""Width of the sentences, px at 100 %."""

LEAST: Final = 880
"""Below this width, px at 100 %, the sentences stand under the chart."""

KEPT_VIEWS: Final = 24


class OverTime(Face):
    """Shows a span of days; `view` is what is shown now."""

    key = "over_time"
    uses_span: ClassVar[bool] = True
    uses_analysis: ClassVar[bool] = True
    has_measures: ClassVar[bool] = True

    all_wanted = Signal()
    measures_changed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self.asked = Asked(store, self)
        self._held: Held | None = None
        self._care: Care | None = None
        self._views: dict[tuple[Span, tuple[str, ...]], View] = {}
        self.view: View | None = None
        self._table_shown = False
        self._tall = 0
        self._spoken = ""
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        self.menu = MeasuresMenu(self.store.looks, self)
        self.canvas = ChartCanvas()
        self.table = DaysTable()
        self.nothing = EmptyState(
            say("trends.nothing_shown"), say("trends.nothing_text"), say("trends.show_all")
        )
        self.cards = SentenceCards()

    def _connect(self) -> None:
        self.nothing.acted.connect(self.all_wanted)
        self.menu.chosen.connect(self._on_measures)
        self.theme.changed.connect(self.fit)

    def _lay_out(self) -> None:
        self.chart = ChartCard()
        self.stack = QStackedWidget()
        for one in (self.canvas, self.table, self.nothing):
            self.stack.addWidget(one)
        self.chart.add(self.stack, 1)
        side = QWidget()
        under = QVBoxLayout(side)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.chart, 1)
        under.addStretch(0)
        self.columns = Columns([side, self.cards], [1, 0], least=LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns, 1)
        self.fit()

    # --- what is shown

    @property
    def kept(self) -> str:
        """The panels chosen once, as `panels_of` takes them."""
        return self.menu.kept

    @property
    def panels(self) -> tuple[str, ...]:
        """The panels shown: those chosen that have data, else pain, sleep, mood and fatigue."""
        return () if self._held is None else panels_of(self._held, self.kept)

    def make_ready(self) -> None:
        """Give the canvas its size, before the first figure is made off the screen's thread."""
        self.fit()
        if (row := self.columns.layout()) is not None:
            row.activate()

    def show_first(self, held: Held, span: Span) -> None:
        """Say what the days come to while their first picture is still being drawn."""
        if self.view is None and (held.rows.last or 0) >= span.since:
            panels = panels_of(held, self.kept)
            said = said_of(numbers_of(held, span.since, span.until, panels), panels)
            self.cards.show_said(said, waiting(left=False))

    def show_context(self, context: Context) -> None:
        """Show these days."""
        if context.held is not self._held or context.care is not self._care:
            self._held, self._care = context.held, context.care
            self._views.clear()
            self.menu.offer(context.held)
        if context.view is not None:
            self._views[context.span, context.view.panels] = context.view
        before, view = self.view, self._view_of(context.span)
        if view is not before:
            self.view = view
            self.canvas.show_view(view)
            self._choose()
            if self._table_shown:
                self.table.show_view(view)
        self._say(context, view)
        self.fit()

    def _say(self, context: Context, view: View) -> None:
        """The sentences, with what the analysis adds to them."""
        rows, analysis = context.held.rows, context.analysis
        if analysis is None:
            said, found = view.said, waiting(left=context.analysis_left)
        else:
            first, last = rows.first or context.today, rows.last or context.today
            said, looked = enriched(view.said, analysis), self._has_looked(analysis, context.today)
            found = found_of(analysis, rows.measures, first, last, looked=looked)
        self.cards.show_said(said, found)
        self._spoken = spoken_words(view, said, found)
        self.cards.show_words(self._spoken)
        self.canvas.describe(self._spoken)

    def _has_looked(self, analysis: Analysis, today: int) -> bool:
        """Whether all pairs may be told of; what is told now is noted as seen."""
        self.asked.read()
        found = analysis.links
        looked = found is None or self.asked.is_open(found)
        if found is not None and self.isVisible():
            told = told_links(analysis, looked=looked)[:1]
            self.asked.note_seen(replace(found, questions=(), others=told), today)
        return looked

    def _view_of(self, span: Span) -> View:
        """The view of these days, kept while the diary stays as it is."""
        assert self._held is not None  # show_context saw to it
        key = (span, self.panels)
        if key not in self._views:
            if len(self._views) >= KEPT_VIEWS:
                self._views.pop(next(iter(self._views)))
            self._views[key] = make_view(self._held, span.since, span.until, self.panels, self._care)
        return self._views[key]

    def forget_views(self) -> None:
        """Work every view out anew, as after a change of the diary."""
        self._views.clear()

    def _choose(self) -> None:
        """The chart, the table, or words where there is nothing on these days."""
        face: QWidget = self.table if self._table_shown else self.canvas
        self.stack.setCurrentWidget(self.nothing if self.view is not None and not self.has_picture else face)

    def show_table(self, shown: bool) -> None:
        """Change between the chart and the table."""
        self._table_shown = shown
        if shown:
            self.table.show_view(self.view)
        self._choose()

    def open_measures(self, button: QWidget) -> None:
        """Open the choice of measures."""
        self.menu.open_under(button)

    @Slot()
    def _on_measures(self) -> None:
        self.measures_changed.emit()

    @property
    def has_picture(self) -> bool:
        """Whether any measure has values on these days."""
        return self.view is not None and bool(self.view.picture.panels)

    def spoken(self) -> str:
        """The days, the sentences, each measure shown, treatments and events."""
        return self._spoken

    def save_picture(self, path: Path) -> None:
        """Write the chart as PNG or SVG; DiaryError where that cannot be."""
        assert self.view is not None  # the button is off before
        saving.save(path, self.view.picture, self.theme, self.canvas.size())

    # --- size

    def set_tall(self, tall: int) -> None:
        """How much of the page is seen at a time, px: beside longer sentences the chart is no taller."""
        if tall != self._tall:
            self._tall = tall
            self.fit()

    @Slot()
    def fit(self) -> None:
        """Keep the chart tall enough to read, and the sentences in their column while there are two."""
        scale = self.theme.scale
        panels = self.panels if self._held is not None else (PAIN,)
        stacked = self.columns.width() < self.theme.px(LEAST)
        heights = sum(190 if panel == PAIN else 92 for panel in panels)
        self.stack.setMinimumHeight(round((heights + 110) * (scale if not stacked else scale * 1.15)))
        most = max(self._tall, self.stack.minimumHeight() + 8)
        self.chart.setMaximumHeight(16777215 if stacked else most)
        self.cards.setMinimumWidth(0 if stacked else self.theme.px(SIDE))
        self.cards.setMaximumWidth(16777215 if stacked else self.theme.px(SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit()
