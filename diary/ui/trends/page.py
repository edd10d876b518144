"""The Trends page: charts on one time axis, the same as a table, and what they say in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from diary.models.codes import Noun
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.trends import saving
from diary.ui.trends.canvas import ChartCanvas
from diary.ui.trends.cards import ChartCard, SentenceCards
from diary.ui.trends.dates import DatesPanel
from diary.ui.trends.reading import Read, Reading
from diary.ui.trends.sentences import said_of
from diary.ui.trends.spans import (
    DEFAULT,
    LONG_AGO,
    RANGES,
    Span,
    inside,
    panned,
    period_words,
    span_of,
    widest_period_words,
    zoomed,
)
from diary.ui.trends.steady import hold_width
from diary.ui.trends.table import DaysTable
from diary.ui.trends.view import PAIN, View, available, make_view, numbers_of, panels_of
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.insight.held import Held
    from diary.store.store import Store

CHOSEN: Final = "trends/panels"
SIDE: Final = 312
"""Width of the sentences, px at 100 %."""

LEAST: Final = 880
"""Below this width, px at 100 %, the sentences stand under the chart."""

KEPT_VIEWS: Final = 24

NARROW: Final = 2 * 366
"""Days that are read so quickly that reading more of them than needed is never felt."""


class TrendsPage(Page):
    """Shows a span of days; `today_requested` asks for the Today page from an empty diary."""

    today_requested = Signal()
    shown = Signal()
    touched_by: ClassVar[frozenset[Noun]] = frozenset((Noun.ENTRY, Noun.MEASURE))

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("trends.title"))
        self._held: Held | None = None
        self._views: dict[tuple[Span, tuple[str, ...]], View] = {}
        self._view: View | None = None
        self._range: str | None = DEFAULT
        self._span: Span | None = None
        self._today = 0
        self._first: int | None = None
        self._last: int | None = None
        self._begun = False
        self._reading = Reading(store, self._on_read, self._on_problem, self._on_rows)
        self._build()

    def _build(self) -> None:
        ranges = [(key, say(f"trends.range.{key}")) for key in RANGES]
        self.ranges = SegmentedChoice(say("trends.range"), ranges, DEFAULT)
        self.days_button = Button("", "down", trailing=True)
        self.measures_button = Button(say("trends.measures"), "down", trailing=True)
        self.table_button = Button(say("trends.table"))
        self.table_button.setCheckable(True)
        self.save_button = Button(say("trends.save_picture"))
        self.menu = QMenu(self)
        self.dates = DatesPanel(self)
        self.canvas = ChartCanvas()
        self.table = DaysTable()
        self.message = InlineMessage("")
        self.empty = EmptyState(
            say("trends.empty.title"), say("trends.empty.text"), say("trends.empty.action")
        )
        self.nothing = EmptyState(
            say("trends.nothing_shown"), say("trends.nothing_text"), say("trends.show_all")
        )
        self.cards = SentenceCards()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.ranges.changed.connect(self._on_range)
        self.days_button.clicked.connect(self._on_days)
        self.dates.chosen.connect(self._on_dates)
        self.measures_button.clicked.connect(self._on_measures)
        self.menu.triggered.connect(self._on_measure)
        self.table_button.toggled.connect(self._on_table)
        self.save_button.clicked.connect(self._on_save)
        self.message.closed.connect(self.message.hide)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.canvas.panned.connect(self._on_panned)
        self.canvas.reset.connect(self._on_reset)
        self.empty.acted.connect(self.today_requested)
        self.nothing.acted.connect(self._on_all)

    def _lay_out(self) -> None:
        for control in self.controls():
            self.add_to_header(control)
        self.chart = ChartCard()
        self.stack = QStackedWidget()
        for face in (self.canvas, self.table, self.nothing):
            self.stack.addWidget(face)
        self.chart.add(self.stack, 1)
        self.columns = Columns([self.chart, self.cards], [1, 0], least=LEAST)
        self.whole = QStackedWidget()
        for whole in (self.columns, self.empty):
            self.whole.addWidget(whole)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.whole, 1)
        self.add(column, 1)
        self.message.hide()
        for control in self.controls():
            control.setEnabled(False)
        self._fit()

    @property
    def view(self) -> View | None:
        """What is shown now, or None before anything was read."""
        return self._view

    def controls(self) -> tuple[QWidget, ...]:
        """The controls in the header, from left to right."""
        return (self.ranges, self.days_button, self.measures_button, self.table_button, self.save_button)

    # --- reading

    def is_complete(self) -> bool:
        """Whether what was read is shown."""
        return super().is_complete() and self._view is not None

    def _refresh(self) -> None:
        """Read the days at hand anew; what is shown stays until they are there."""
        self._today = self.store.today().toordinal()
        if self._range is not None or self._span is None:
            self._span = span_of(self._range or DEFAULT, self._today, self._first, self._last)
        if self._view is None:
            self.days_button.set_words(period_words(self._span.since, self._span.until))
            self._fit()
            if (row := self.columns.layout()) is not None:
                row.activate()  # so that the first figure has its size
        held = self._held.rows if self._held is not None else None
        whole = Span(held.since, held.until) if held is not None and self._held_is_narrow() else self._span
        self._read(Span(min(whole.since, self._span.since), max(whole.until, self._span.until)), self._span)

    def _read(self, span: Span, shown: Span) -> None:
        self._reading.ask(span, self._today, shown, self._kept(), self.canvas.dress())

    def _with_held(self, span: Span) -> Span:
        """The days to read so that stepping back needs no reading: both, while that is not long."""
        assert self._held is not None  # asked only then
        rows = self._held.rows
        both = Span(min(rows.since, span.since), max(rows.until, span.until))
        return both if both.days <= max(span.days, NARROW) else span

    def _held_is_narrow(self) -> bool:
        """Whether reading all that is at hand again is quick enough to do after every change."""
        assert self._held is not None  # asked only then
        return self._held.rows.until - self._held.rows.since <= NARROW

    @Slot(object)
    def _on_rows(self, held: Held) -> None:
        """Say what the days come to while their first picture is still being drawn."""
        if held.first is None:
            self._show_empty()
        elif self._view is None and self._span is not None and (held.rows.last or 0) >= self._span.since:
            panels = panels_of(held, self._kept())
            numbers = numbers_of(held, self._span.since, self._span.until, panels)
            self.cards.show_said(said_of(numbers, panels))

    @Slot(object)
    def _on_read(self, read: Read) -> None:
        """Show what was read; where the range turned out longer than what was read, read the rest."""
        held = self._held = read.held
        self._views.clear()
        self._views[read.span, read.panels] = read.view
        if read.figure is not None:
            self.canvas.adopt(read.figure)
        self._first, self._last = held.first, held.rows.last
        if self._range is not None:
            self._span = span_of(self._range, self._today, self._first, self._last)
        self._begin_where_entries_are()
        self._offer_measures()
        self._show_span()

    def _begin_where_entries_are(self) -> None:
        """Open an old diary, such as one just imported, on its own last three months."""
        if not self._begun and self._last is not None and self._last < self._today - LONG_AGO:
            self._range = None
            self._span = Span(self._last - LONG_AGO + 1, self._last)
        self._begun = self._begun or self._last is not None

    @Slot(object)
    def _on_problem(self, error: Exception) -> None:
        self.message.set_text(str(error))
        self.message.show()

    def show_span(self, span: Span, range_key: str | None = None) -> None:
        """Show these days: at once when they are at hand, else as soon as they are read."""
        self._range = range_key
        self._span = span
        self._show_span()

    def _show_span(self) -> None:
        if self._held is None or self._span is None:
            return
        if self.ranges.value != self._range:
            self.ranges.blockSignals(True)
            self.ranges.set_value(self._range)
            self.ranges.blockSignals(False)
        if not self._held.covers(self._span.since, self._span.until):
            self._read(self._with_held(self._span), self._span)
            return
        self._show_view(self._view_of(self._span))

    def _view_of(self, span: Span) -> View:
        """The view of these days, kept while the diary stays as it is."""
        assert self._held is not None  # _show_span saw to it
        key = (span, self.panels)
        if key not in self._views:
            if len(self._views) >= KEPT_VIEWS:
                self._views.pop(next(iter(self._views)))
            self._views[key] = make_view(self._held, span.since, span.until, self.panels)
        return self._views[key]

    def _show_view(self, view: View) -> None:
        self._view = view
        if self._first is None:
            self._show_empty()
            return
        for control in self.controls():
            control.setVisible(True)
            control.setEnabled(True)
        self.whole.setCurrentWidget(self.columns)
        self.canvas.show_view(view)
        self._choose_face()
        if self.stack.currentWidget() is self.table:
            self.table.show_view(view)
        self.cards.show_said(view.said)
        self.days_button.set_words(period_words(view.picture.since, view.picture.until))
        self._fit()
        self.shown.emit()

    def _choose_face(self) -> None:
        """The chart, the table, or words where there is nothing on these days."""
        has_panels = self._view is not None and bool(self._view.picture.panels)
        face: QWidget = self.table if self.table_button.isChecked() else self.canvas
        self.stack.setCurrentWidget(face if has_panels else self.nothing)
        self.save_button.setEnabled(has_panels)

    def _show_empty(self) -> None:
        for control in self.controls():
            control.setVisible(False)
        self.whole.setCurrentWidget(self.empty)

    # --- size

    def _fit(self) -> None:
        """Keep the chart tall enough to read, and the sentences in their column while there are two."""
        scale = self.theme.scale
        hold_width(self.days_button, widest_period_words())
        hold_width(self.table_button, (say("trends.table"), say("trends.chart")))
        panels = self.panels if self._held is not None else (PAIN,)
        stacked = self.columns.width() < self.theme.px(LEAST)
        heights = sum(190 if panel == PAIN else 92 for panel in panels)
        self.stack.setMinimumHeight(round((heights + 110) * (scale if not stacked else scale * 1.15)))
        self.cards.setMinimumWidth(0 if stacked else self.theme.px(SIDE))
        self.cards.setMaximumWidth(16777215 if stacked else self.theme.px(SIDE))

    def restyle(self) -> None:
        """Fit the column widths to the text size."""
        super().restyle()
        if hasattr(self, "cards"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self._fit()

    # --- measures

    @property
    def panels(self) -> tuple[str, ...]:
        """The panels shown: those chosen that have data, else pain, sleep, mood and fatigue."""
        return () if self._held is None else panels_of(self._held, self._kept())

    def _kept(self) -> str:
        return self.store.looks.value(CHOSEN, "")

    def _offer_measures(self) -> None:
        """Fill the menu with what has data in this diary."""
        assert self._held is not None  # called after reading
        self.menu.clear()
        shown = self.panels
        for panel in available(self._held.codes):
            words = say("chart.pain") if panel == PAIN else measure_words(panel, self._held.rows.measures)
            action = self.menu.addAction(words.replace("&", "&&"))
            action.setData(panel)
            action.setCheckable(True)
            action.setChecked(panel in shown)

    @Slot()
    def _on_measures(self) -> None:
        corner = self.measures_button.rect().bottomLeft()
        self.menu.popup(self.measures_button.mapToGlobal(corner))

    @Slot(QAction)
    def _on_measure(self, _action: QAction) -> None:
        chosen = [action.data() for action in self.menu.actions() if action.isChecked()]
        self.choose_panels(chosen)

    def choose_panels(self, panels: list[str]) -> None:
        """Show these panels, in the diary's order; none means the usual ones."""
        self.store.looks.set_value(CHOSEN, ",".join(panels))
        if self._held is not None:
            self._offer_measures()
        self._show_span()

    # --- time

    @Slot(object)
    def _on_range(self, key: str) -> None:
        self.show_span(span_of(key, self._today, self._first, self._last), key)

    @Slot()
    def _on_days(self) -> None:
        if self._span is not None:
            self.dates.open_under(self.days_button, self._span, self._today)

    @Slot(object)
    def _on_dates(self, span: Span) -> None:
        self.show_span(span)

    @Slot()
    def _on_all(self) -> None:
        self._on_range("all")

    @Slot(float, int)
    def _on_zoomed(self, factor: float, day: int) -> None:
        if self._span is not None:
            self.show_span(zoomed(self._span, factor, day, self._today, self._first))

    @Slot(int)
    def _on_panned(self, days: int) -> None:
        if self._span is not None:
            self.show_span(
                inside(panned(self._span, days, self._today, self._first), self._today, self._first)
            )

    @Slot()
    def _on_reset(self) -> None:
        self._on_range(DEFAULT)

    # --- table and picture

    @Slot(bool)
    def _on_table(self, shown: bool) -> None:
        self.table_button.set_words(say("trends.chart" if shown else "trends.table"))
        if shown:
            self.table.show_view(self._view)
        self._choose_face()

    @Slot()
    def _on_save(self) -> None:
        if self._view is not None:
            path = saving.ask_where(self)
            if path is not None:
                self.save_picture(path)

    def save_picture(self, path: str) -> None:
        """Write the chart as PNG, or as SVG where `path` ends in ".svg"."""
        assert self._view is not None  # the button is off before
        words = saving.save(path, self._view.picture, self.theme, self.canvas.size(), self.store)
        self.message.set_text(words)
        self.message.show()
