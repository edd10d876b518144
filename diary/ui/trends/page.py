"""The Trends page: one row of tabs, each another way to look at the same days, under one header."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.ui.files import asked_picture, note_given
from diary.ui.help import keys
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.trends import faces
from diary.ui.trends.dates import DatesPanel
from diary.ui.trends.engine import Engine, State
from diary.ui.trends.engine_line import EngineLine
from diary.ui.trends.face import Context, Face
from diary.ui.trends.over_time.face import OverTime
from diary.ui.trends.reading import Read, Reading, around, with_held
from diary.ui.trends.shown_days import ShownDays
from diary.ui.trends.spans import DEFAULT, RANGES, Span, period_words, widest_period_words
from diary.ui.trends.steady import hold_width
from diary.ui.trends.tabs import FaceTabs
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.care_strip import Care
    from diary.insight.held import Held
    from diary.store.store import Store
    from diary.ui.trends.canvas import ChartCanvas
    from diary.ui.trends.view import View

CHOSEN_FACE: Final = "trends/face"


class TrendsPage(Page):
    """Shows one face of a span of days; `today_requested` asks for the Today page from an empty diary."""

    today_requested = Signal()
    day_requested = Signal(object)
    shown = Signal()
    touched_by: ClassVar[frozenset[Noun]] = frozenset(
        (
            *(Noun.ENTRY, Noun.MEASURE, Noun.TREATMENT, Noun.DOSE_STEP, Noun.DOSE, Noun.RELIEF),
            *(Noun.SESSION, Noun.PROCEDURE, Noun.LIFE_EVENT, Noun.SITE, Noun.ATTRIBUTION),
            *(Noun.LINK_QUESTION, Noun.TRIAL),
        )
    )

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("trends.title"))
        self._held: Held | None = None
        self._care: Care | None = None
        self._fresh: Read | None = None
        self._awaited = False
        self._reading = Reading(store, self._on_read, self._on_problem, self._on_rows)
        self.days = ShownDays(self)
        self.engine = Engine(store, self)
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        ranges = [(key, say(f"trends.range.{key}")) for key in RANGES]
        self.ranges = SegmentedChoice(say("trends.range"), ranges, DEFAULT)
        self.days_button = Button("", "down", trailing=True)
        self.measures_button = Button(say("trends.measures"), "down", trailing=True)
        self.table_button = Button(say("trends.table"))
        self.table_button.setCheckable(True)
        self.save_button = Button(say("trends.save_picture"))
        self.dates = DatesPanel(self)
        self.message = InlineMessage("")
        self.empty = EmptyState(
            say("trends.empty.title"), say("trends.empty.text"), say("trends.empty.action")
        )
        self.over_time = OverTime(self.store)
        self.faces: dict[str, Face] = {OverTime.key: self.over_time}
        names = faces.there()
        kept = self.store.looks.value(CHOSEN_FACE, OverTime.key)
        self.tabs = FaceTabs(
            say("trends.faces"),
            [(name, say(f"trends.face.{name}")) for name in names],
            kept if kept in names else OverTime.key,
        )
        self.line = EngineLine(self.engine)
        self._next_key = QShortcut(QKeySequence(keys.NEXT_TAB), self)
        self._back_key = QShortcut(QKeySequence(keys.TAB_BEFORE), self)

    def _connect(self) -> None:
        self.days.changed.connect(self._show_span)
        self.ranges.changed.connect(self.days.show_range)
        self.days_button.clicked.connect(self._on_days)
        self.dates.chosen.connect(self.days.show)
        self.measures_button.clicked.connect(self._on_measures)
        self.table_button.toggled.connect(self._on_table)
        self.save_button.clicked.connect(self._on_save)
        self.message.closed.connect(self.message.hide)
        self.tabs.changed.connect(self._on_tab)
        self._next_key.activated.connect(self.tabs.go_on)
        self._back_key.activated.connect(self.tabs.go_back)
        self.canvas.zoomed.connect(self.days.zoom)
        self.canvas.panned.connect(self.days.pan)
        self.canvas.reset.connect(self.days.reset)
        self.over_time.all_wanted.connect(self.days.show_all)
        self.over_time.measures_changed.connect(self._show_span)
        self.empty.acted.connect(self.today_requested)
        self.engine.found.connect(self._on_found)
        self.engine.turned.connect(self._on_turned)
        self.engine.troubled.connect(self._on_problem)
        self._hear(self.over_time)

    def _hear(self, face: Face) -> None:
        face.saved.connect(self.announce)
        face.span_wanted.connect(self.days.show)
        face.day_wanted.connect(self.day_requested)
        face.analysis_wanted.connect(self._on_analysis_wanted)
        face.picture_changed.connect(self._on_picture_changed)

    def _lay_out(self) -> None:
        for control in self.controls():
            self.add_to_header(control)
        self.stage = QWidget()
        self._faces_column = QVBoxLayout(self.stage)
        self._faces_column.setContentsMargins(0, 0, 0, 0)
        self._faces_column.addWidget(self.over_time)
        column = QVBoxLayout()
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.line)
        column.addLayout(top)
        column.addWidget(self.message)
        column.addWidget(self.stage, 1)
        column.addWidget(self.empty, 1)
        self.add(column, 1)
        self.message.hide()
        self.empty.hide()
        self._enable(False)
        self._choose_face()
        self._fit()

    def _enable(self, enabled: bool) -> None:
        for control in (*self.controls(), self.tabs):
            control.setEnabled(enabled)

    # --- what is there

    @property
    def canvas(self) -> ChartCanvas:
        """The chart of the days over time."""
        return self.over_time.canvas

    @property
    def view(self) -> View | None:
        """What the face over time shows now, or None before anything was read."""
        return self.over_time.view

    @property
    def face(self) -> Face:
        """The face that is shown, made when it is first looked at."""
        name = self.tabs.value
        if name not in self.faces:
            face = self.faces[name] = faces.make_face(name, self.store)
            self._faces_column.addWidget(face)
            self._hear(face)
        return self.faces[name]

    def controls(self) -> tuple[QWidget, ...]:
        """The controls in the header, from left to right."""
        return (self.ranges, self.days_button, self.measures_button, self.table_button, self.save_button)

    def is_complete(self) -> bool:
        """Whether what was read is shown."""
        return super().is_complete() and self._held is not None and not self._awaited

    # --- faces

    def open_face(self, name: str) -> None:
        """Show the face of this name, where it is there."""
        if name in faces.there():
            self.tabs.choose(name)

    @Slot(str)
    def _on_tab(self, name: str) -> None:
        self.store.looks.set_value(CHOSEN_FACE, name)
        self._choose_face()
        if self.face.uses_whole and self._held is not None and not self._holds_all():
            self._read(None)
        else:
            self._show_span()

    def _choose_face(self) -> None:
        """The face of the tab, and what of the header applies to it."""
        face = self.face
        self.tabs.take_focus([one for one in self.faces.values() if one is not face])
        for one in self.faces.values():
            one.setVisible(one is face)
        for control in (self.ranges, self.days_button):
            control.setVisible(face.uses_span)
        self.measures_button.setVisible(face.has_measures)
        self.line.set_wanted(face.uses_analysis)
        self.table_button.setVisible(face.has_table)
        face.show_table(self.table_button.isChecked())
        self._on_picture_changed()

    # --- reading

    @Slot()
    def _owe_refresh(self) -> None:
        """The diary changed: what was being worked out is no longer wanted."""
        self.engine.renew()
        super()._owe_refresh()

    def _refresh(self) -> None:
        """Read the days at hand anew; what is shown stays until they are there."""
        span = self.days.begin(self.store.today().toordinal())
        if self._held is None:
            self.days_button.set_words(period_words(span.since, span.until))
            self._fit()
            self.over_time.make_ready()
        self._read(span if self._held is None else around(self._held, span))

    def _read(self, span: Span | None) -> None:
        assert self.days.span is not None  # asked only then
        self._awaited = True
        over = self.face is self.over_time
        wanted = None if self.face.uses_whole else span
        kept = self.over_time.kept if over else None
        self._reading.ask(
            wanted, self.days.today, self.days.span, kept, self.canvas.dress() if over else None
        )

    def _holds_all(self) -> bool:
        assert self._held is not None  # asked only then
        return self.days.first is None or self._held.covers(self.days.first, self.days.today)

    @Slot(object)
    def _on_rows(self, held: Held) -> None:
        """Say what the days come to while their first picture is still being drawn."""
        if held.first is None:
            self._show_empty()
        elif self.days.span is not None:
            self.over_time.show_first(held, self.days.span)

    @Slot(object)
    def _on_read(self, read: Read) -> None:
        """Show what was read; where the range turned out longer than what was read, read the rest."""
        held = self._held = read.held
        self._awaited = False
        self._care, self._fresh = read.care, read
        if read.figure is not None:
            self.canvas.adopt(read.figure)
        self.days.know(held.first, held.rows.last)
        self._show_span()

    @Slot(object)
    def _on_problem(self, error: Exception) -> None:
        self._awaited = False
        self._tell(str(error))

    def _tell(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    @Slot()
    def _show_span(self) -> None:
        if self._held is None or self.days.span is None:
            return
        if self.ranges.value != self.days.range:
            self.ranges.blockSignals(True)
            self.ranges.set_value(self.days.range)
            self.ranges.blockSignals(False)
        if self.face.uses_whole and not self._holds_all():  # chosen while fewer days were being read
            self._read(None)
            return
        span = self.days.span
        if self.face.uses_span and not self._held.covers(span.since, span.until):
            self._read(with_held(self._held, span))
            return
        if self.days.first is None:
            self._show_empty()
            return
        self._show_face()

    def _show_face(self) -> None:
        """Have the face show the days, and the header what applies to it."""
        assert self.days.span is not None  # _show_span saw to it
        self.tabs.show()
        self.stage.show()
        self.save_button.show()
        self.empty.hide()
        self._enable(True)
        self.days_button.set_words(period_words(self.days.span.since, self.days.span.until))
        if self.face.uses_analysis:
            self.engine.ask(self.days.span, self.days.today)
        self._show_context()
        self._choose_face()
        self._fit()
        self.shown.emit()

    def _show_context(self) -> None:
        assert self._held is not None  # _show_span saw to it
        assert self.days.span is not None  # _show_span saw to it
        face, fresh = self.face, self._fresh
        own = fresh is not None and fresh.held is self._held and fresh.span == self.days.span
        found = self.engine.of(self.days.span) or (None if face.uses_span else self.engine.latest)
        face.show_context(
            Context(
                held=self._held,
                span=self.days.span,
                today=self.days.today,
                analysis=found,
                analysis_left=self.engine.state is State.CANCELLED,
                care=self._care,
                view=fresh.view if own and fresh is not None else None,
            )
        )

    @Slot()
    def _on_analysis_wanted(self) -> None:
        self.engine.renew()
        if self.days.span is not None and self.face.uses_analysis:
            self.engine.ask(self.days.span, self.days.today)

    @Slot()
    def _on_found(self) -> None:
        """The analysis is there, or was left: the face says so."""
        if self._held is not None and self.days.first is not None and self.face.uses_analysis:
            self._show_context()
            self._on_picture_changed()

    @Slot()
    def _on_picture_changed(self) -> None:
        self.save_button.setEnabled(self._held is not None and self.face.has_picture)

    @Slot()
    def _on_turned(self) -> None:
        if self.engine.state is State.CANCELLED:
            self._on_found()

    def _show_empty(self) -> None:
        for control in (*self.controls(), self.tabs, self.stage):
            control.hide()
        self.empty.show()

    # --- size

    def _fit(self) -> None:
        """Give each button of the header room for all its words."""
        hold_width(self.days_button, widest_period_words())
        hold_width(self.table_button, (say("trends.table"), say("trends.chart")))

        self.over_time.set_tall(self.room().height() - self.tabs.height() - 8)

    def restyle(self) -> None:
        """Fit the header to the text size."""
        super().restyle()
        if hasattr(self, "stage"):
            self._fit()

    # --- days, measures, table and picture

    @Slot()
    def _on_days(self) -> None:
        if self.days.span is not None:
            self.dates.open_under(self.days_button, self.days.span, self.days.today)

    @Slot()
    def _on_measures(self) -> None:
        self.face.open_measures(self.measures_button)

    @Slot(bool)
    def _on_table(self, shown: bool) -> None:
        self.table_button.set_words(say("trends.chart" if shown else "trends.table"))
        self.face.show_table(shown)

    @Slot()
    def _on_save(self) -> None:
        path = asked_picture(self, self.store.looks, say("trends.save_title"), say("trends.save_name"))
        if path is not None:
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """Write the face's picture as PNG, or as SVG where `path` ends so; what became of it is told."""
        try:
            self.face.save_picture(path)
        except DiaryError as error:
            self._tell(str(error))
            return
        note_given(self.store, path)
        self._tell(say("trends.saved", name=path.name))
