"""The page Treatments: what was taken and done over the pain line, what is taken now, doses, relief."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from diary.models.codes import Noun
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.treatments.giving import ListGiving
from diary.ui.treatments.more_card import MoreCard
from diary.ui.treatments.now_card import NowCard
from diary.ui.treatments.reading import TreatmentReading
from diary.ui.treatments.relief_card import ReliefCard
from diary.ui.treatments.sheet_card import SheetCard
from diary.ui.treatments.timeline_card import TimelineCard
from diary.ui.trends.spans import Span, panned, zoomed
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.errors import DiaryError
    from diary.store.store import Store
    from diary.ui.treatments.view import HeldTreatments, View

RANGES: Final = {"4w": 28, "3m": 90, "1y": 365, "all": None}
"""Days of each period; None is from the diary's first day."""

DEFAULT: Final = "3m"
KEPT_RANGE: Final = "treatments/range"
LEAST: Final = 1000
"""Below this width, px at 100 %, the cards stand one under another."""

SIDE: Final = 344
KEPT_VIEWS: Final = 12


class TreatmentsPage(Page):
    """Treatments beside pain; `record_requested` asks for a form: noun, uid ("" for a new one), preset."""

    record_requested = Signal(object, str, object)
    shown = Signal()
    touched_by: ClassVar[frozenset[Noun]] = frozenset(
        (
            *(Noun.ENTRY, Noun.TREATMENT, Noun.DOSE_STEP, Noun.DOSE, Noun.RELIEF, Noun.SIDE_EFFECT),
            *(Noun.SESSION, Noun.PROCEDURE, Noun.TRIED_BEFORE, Noun.INTOLERANCE, Noun.IMPLANT),
        )
    )

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("treatments.title"))
        self._held: HeldTreatments | None = None
        self._view: View | None = None
        self._views: dict[Span, View] = {}
        kept = store.looks.value(KEPT_RANGE, DEFAULT)
        self._range: str | None = kept if kept in RANGES else DEFAULT
        self._span: Span | None = None
        self._reading = TreatmentReading(store, self._on_read, self._on_problem)
        self._build()

    def _build(self) -> None:
        ranges = [(key, say(f"treatments.range.{key}")) for key in RANGES]
        self.ranges = SegmentedChoice(say("treatments.range"), ranges, self._range)
        self.table_button = Button(say("treatments.table"))
        self.table_button.setCheckable(True)
        self.give = Button(say("treatments.print"), "print")
        self.add_button = Button(say("treatments.add"), "plus", "primary")
        self.timeline = TimelineCard()
        self.now = NowCard()
        self.sheet = SheetCard()
        self.relief = ReliefCard()
        self.more = MoreCard()
        self.message = InlineMessage("")
        self.problem = InlineMessage("", "problem")
        self.giving = ListGiving(self.store, self.give, self)
        self.empty = EmptyState(
            say("treatments.empty_title"), say("treatments.empty_text"), say("treatments.empty_action")
        )
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        canvas = self.timeline.canvas
        self.ranges.changed.connect(self._on_range)
        self.table_button.toggled.connect(self.timeline.show_table)
        self.add_button.clicked.connect(self._on_add)
        self.empty.acted.connect(self._on_add)
        self.giving.told.connect(self._on_told)
        self.now.record_requested.connect(self.record_requested)
        self.more.record_requested.connect(self.record_requested)
        canvas.zoomed.connect(self._on_zoomed)
        canvas.panned.connect(self._on_panned)
        canvas.reset.connect(self._on_reset)

    def _lay_out(self) -> None:
        for control in (self.ranges, self.table_button, self.give, self.add_button):
            self.add_to_header(control)
        self.above = Columns([self.timeline, self.now], [1, 0], least=LEAST)
        self.below = Columns([self.sheet, self.relief], [1, 0], least=LEAST)
        self.cards = QWidget()
        column = QVBoxLayout(self.cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, stretch in ((self.above, 3), (self.below, 2)):
            column.addWidget(widget, stretch)
        self.whole = QStackedWidget()
        for whole in (self.cards, self.empty):
            self.whole.addWidget(whole)
        for message in (self.message, self.problem):
            self.add(message)
        self.add(self.whole, 1)
        self.add(self.more)
        for message in (self.message, self.problem):
            message.hide()
        self._fit()

    # --- reading

    @property
    def view(self) -> View | None:
        """What is shown now, or None before anything was read."""
        return self._view

    @property
    def held(self) -> HeldTreatments | None:
        """What was read, or None before."""
        return self._held

    def is_complete(self) -> bool:
        """Whether what was read is shown."""
        return super().is_complete() and self._held is not None

    def _refresh(self) -> None:
        """Read anew; what is shown stays until it is there."""
        self._reading.ask()

    def _on_read(self, held: HeldTreatments) -> None:
        self._held = held
        self._views.clear()
        if self._range is not None or self._span is None:
            self._span = self.span_of(self._range or DEFAULT)
        empty = held.empty
        self.whole.setCurrentWidget(self.empty if empty else self.cards)
        for control in (self.ranges, self.table_button, self.give, self.add_button):
            control.setVisible(not empty)
        self.now.show_lists(held.lists, self.store.today())
        self.sheet.show_held(held)
        self.more.show_held(held)
        self._show_span()

    def _on_problem(self, error: DiaryError) -> None:
        self._on_told(str(error), well=False)

    def span_of(self, key: str) -> Span:
        """The days of a period, which ends today; *all* is never shorter than four weeks."""
        assert self._held is not None  # asked only once something was read
        today, days = self._held.today, RANGES[key]
        since = min(self._held.first, today - 27) if days is None else today - days + 1
        return Span(since, today)

    def show_span(self, span: Span, range_key: str | None = None) -> None:
        """Show these days."""
        self._range, self._span = range_key, span
        self._show_span()

    def _show_span(self) -> None:
        if self._held is None or self._span is None:
            return
        if self.ranges.value != self._range:
            self.ranges.blockSignals(True)
            self.ranges.set_value(self._range)
            self.ranges.blockSignals(False)
        self._view = self._view_of(self._held, self._span)
        self.timeline.show_view(self._view)
        self.relief.show_numbers(self._held.relief(self._span), self._held.treatments)
        self._fit()
        self.shown.emit()

    def _view_of(self, held: HeldTreatments, span: Span) -> View:
        """The view of these days, kept while the diary stays as it is."""
        from diary.ui.treatments.view import make_view

        if span not in self._views:
            if len(self._views) >= KEPT_VIEWS:
                self._views.pop(next(iter(self._views)))
            self._views[span] = make_view(held, span)
        return self._views[span]

    # --- what is asked

    @Slot()
    def _on_add(self) -> None:
        self.record_requested.emit(Noun.TREATMENT, "", {})

    @Slot(object)
    def _on_range(self, key: str) -> None:
        if self._held is not None:
            self.store.looks.set_value(KEPT_RANGE, key)
            self.show_span(self.span_of(key), key)

    @Slot(float, int)
    def _on_zoomed(self, factor: float, day: int) -> None:
        if self._span is not None and self._held is not None:
            self.show_span(zoomed(self._span, factor, day, self._held.today, self._held.first))

    @Slot(int)
    def _on_panned(self, days: int) -> None:
        if self._span is not None and self._held is not None:
            self.show_span(panned(self._span, days, self._held.today, self._held.first))

    @Slot()
    def _on_reset(self) -> None:
        if self._held is not None:
            self.show_span(self.span_of(DEFAULT), DEFAULT)

    @Slot(str, bool)
    def _on_told(self, words: str, well: bool) -> None:
        said, other = (self.message, self.problem) if well else (self.problem, self.message)
        other.hide()
        said.set_text(words)
        said.show()

    # --- size

    def _fit(self) -> None:
        """Keep the side column at its width while there are two columns."""
        stacked = self.above.width() < self.theme.px(LEAST)
        self.now.show_whole(stacked)
        for card in (self.now, self.relief):
            card.setMinimumWidth(0 if stacked else self.theme.px(SIDE))
            card.setMaximumWidth(16777215 if stacked else self.theme.px(SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the width."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Fit the column widths to the text size."""
        super().restyle()
        if hasattr(self, "above"):
            self._fit()
