"""Trials: plan one with a clinician, see where it stands, and at the end what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError
from diary.models.care import Treatment
from diary.models.codes import Verb
from diary.models.records import Replace
from diary.ui.forms.naming import short_name
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.effects.known import SaidCard
from diary.ui.trends.effects.sheet import SheetCanvas, SheetView, WordTable
from diary.ui.trends.effects.starts import RowList
from diary.ui.trends.face import Context, Face
from diary.ui.trends.trials import words
from diary.ui.trends.trials.asking import Asking
from diary.ui.trends.trials.form import PlanForm
from diary.ui.trends.view import row_words
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.insight.findings.trials import TrialFinding
    from diary.insight.period import MeasureNumbers
    from diary.models.inquiry import Trial
    from diary.store.store import Store

LEAST: Final = 880
SIDE: Final = 300
"""Least width for two columns, and the width of the list, px at 100 %."""

FORM: Final = 1010
"""Width of the form, px at 100 %: its lines are no longer than that."""

COLUMNS: Final = ("stretch", "what", "days", "mean", "of")


class Trials(Face):
    """Shows one trial of all, or the form of its plan."""

    key = "trials"
    uses_whole: ClassVar[bool] = True
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self._context: Context | None = None
        self._trials: Sequence[TrialFinding] = ()
        self._chosen = ""
        self._view: SheetView | None = None
        self._table_shown = False
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        self.list = RowList(say("trial.list"))
        self.plan = Button(say("trial.plan"), "plus", "primary")
        self.waiting = Label(say("trial.waiting"), "body", "quiet", wrap=True)
        self.empty = EmptyState(say("trial.none"), say("trial.none_text"), say("trial.plan"))
        self.message = InlineMessage("")
        self.form = PlanForm(self.store)
        self.said = SaidCard()
        self.canvas = SheetCanvas(say("trial.chart_name"))
        self.table = WordTable([say(f"trial.table.{one}") for one in COLUMNS], say("trial.table_name"))
        self.advice = Label(say("trial.advice"), "note", "quiet", wrap=True)
        self.change = Button(say("trial.change"))
        self.stop = Button(say("trial.stop"))
        self.delete = Button(say("trial.delete"))
        self.asking = Asking()

    def _connect(self) -> None:
        self.plan.clicked.connect(self.begin)
        self.empty.acted.connect(self.begin)
        self.form.kept.connect(self._on_kept)
        self.form.left.connect(self._on_left)
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self.change.clicked.connect(self._on_change)
        self.stop.clicked.connect(self._on_stop)
        self.delete.clicked.connect(self._on_delete)
        self.asking.answered.connect(self._on_answered)
        self.message.closed.connect(self.message.hide)
        self.theme.changed.connect(self.fit)

    def _lay_out(self) -> None:
        self.side = Card(say("trial.list"), spacing=8)
        self.side.add(self.list, 1)
        self.side.add(self.plan)
        self.chart = Card(spacing=4)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.table)
        self.chart.add(self.stack, 1)
        acts = QWidget()
        row = FlowLayout(acts, gap=8, line_gap=8)
        for one in (self.change, self.stop, self.delete):
            row.addWidget(one)
        self.detail = QWidget()
        self._down = QVBoxLayout(self.detail)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        for part, stretch in ((self.asking, 0), (self.said, 0), (self.chart, 1), (acts, 0), (self.advice, 0)):
            self._down.addWidget(part, stretch)
        self.columns = Columns([self.side, self.detail], [0, 1], least=LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part, stretch in (
            (self.message, 0),
            (self.waiting, 0),
            (self.empty, 1),
            (self.columns, 1),
        ):
            column.addWidget(part, stretch)
        beside = QHBoxLayout()
        beside.addWidget(self.form, 1)
        beside.addStretch(0)
        column.addLayout(beside)
        for hidden in (self.message, self.empty, self.columns, self.form):
            hidden.hide()
        self.fit()

    # --- what is shown

    def show_context(self, context: Context) -> None:
        """Show the trials; the one chosen stays, and a form that is open stays open."""
        self._context = context
        if context.analysis is not None:
            self._trials = context.analysis.trials
        self._show_parts(waiting=context.analysis is None and not self._trials)
        self._show_list()

    def _show_parts(self, *, waiting: bool = False) -> None:
        form = not self.form.isHidden()
        self.waiting.setVisible(waiting and not form)
        self.empty.setVisible(not waiting and not form and not self._trials)
        self.columns.setVisible(bool(self._trials) and not form)
        for act in (self.plan, self.empty.button, self.change, self.stop, self.delete):
            act.setEnabled(not self.store.read_only)
        self.picture_changed.emit()

    def _show_list(self) -> None:
        uids = [one.trial.uid for one in self._trials]
        if self._chosen not in uids:
            self._chosen = uids[0] if uids else ""
        self.list.selectionModel().blockSignals(True)
        at = uids.index(self._chosen) if uids else -1
        self.list.show_rows([words.row_words(one) for one in self._trials], at)
        self.list.selectionModel().blockSignals(False)
        self._show_chosen()

    @property
    def found(self) -> TrialFinding | None:
        """The trial that is shown, with what is known of it."""
        return next((one for one in self._trials if one.trial.uid == self._chosen), None)

    def _show_chosen(self) -> None:
        found, context = self.found, self._context
        if found is None or context is None:
            self._view = None
            return
        measures, today = context.held.rows.measures, context.today
        numbers = self._numbers(found, context)
        effects = context.analysis.effects if context.analysis is not None else ()
        beside = words.beside_of(found, self._trials, effects)
        said = words.sentences(found, measures, today, _answers(found, numbers, today), beside)
        over = bool(found.result.pairs) or found.result.stopped_early or today > found.result.ends
        self.said.show_said(found.trial.name, said, words.known_of(found, measures) if over else None)
        self._view = self._view_of(found, numbers, context, said)
        self.canvas.show_view(self._view)
        self.table.show_rows(words.table_rows(found))
        started = found.trial.start.toordinal() <= today
        self.change.set_words(say("trial.change_words" if started else "trial.change"))
        self.stop.setVisible(started and not over)
        self.advice.setVisible(not over)
        self._choose()

    def _numbers(self, found: TrialFinding, context: Context) -> MeasureNumbers | None:
        since, until = found.blocks[0].since, min(found.blocks[-1].until, context.today)
        code = found.trial.outcome
        return context.held.numbers(since, max(until, since), [code]).measures.get(code)

    def _view_of(
        self, found: TrialFinding, numbers: MeasureNumbers | None, context: Context, said: Sequence[str]
    ) -> SheetView:
        from diary.charts.trial_picture import trial_picture

        title = measure_words(found.trial.outcome, context.held.rows.measures)
        picture = trial_picture(found, numbers, title, context.today)
        by_day = {row.day: row for row in numbers.series.values} if numbers else {}
        told: dict[int, list[str]] = {}
        for at, block in enumerate(found.blocks):
            for day in range(block.since, block.until + 1):
                told[day] = [say("trial.told.stretch", n=at + 1, letter=block.treatment)]
                if day < block.counted_since:
                    told[day].append(say("trial.told.washing"))
        for dot in picture.dots:
            measure = numbers.measure if numbers else None
            told[dot.day] += [row_words(by_day[dot.day], measure), say(f"effect.legend.{dot.mark}")]
        return SheetView(picture=picture, told=told, said=said[0], tall=360 if picture.over else 190)

    def _choose(self) -> None:
        self.stack.setCurrentWidget(self.table if self._table_shown else self.canvas)
        self.fit()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, row: QModelIndex, _before: QModelIndex) -> None:
        if row.isValid() and row.row() < len(self._trials):
            self._hush()
            self._chosen = self._trials[row.row()].trial.uid
            self._show_chosen()

    # --- planning

    @Slot()
    def begin(self) -> None:
        """Open the form of a new plan."""
        self._open_form(None)

    @Slot()
    def _on_change(self) -> None:
        if self.found is not None:
            self._open_form(self.found.trial)

    def _open_form(self, before: Trial | None) -> None:
        from diary.insight.findings.days import NUMBERS
        from diary.storage import life_queries

        if self._context is None:
            return
        self._hush()
        measures = self._context.held.rows.measures
        trials = [one.trial for one in self._trials]
        outcomes = [
            (code, measure_words(code, measures))
            for code, one in measures.items()
            if one.kind in NUMBERS and not one.hidden
        ]
        names = sorted({one.name for one in self.store.ask(life_queries.all_of, Treatment)}, key=str.casefold)
        self.form.show()
        self._show_parts()
        self.form.show_plan(before, outcomes, names, trials)

    @Slot()
    def _on_left(self) -> None:
        waits, is_new = self.form.drafting.kept() is not None, self.form.is_new
        self.form.hide()
        self._show_parts()
        back = self.change if not is_new else self.plan if self._trials else self.empty.button
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        if waits:
            self._tell(say("trial.typing_kept", button=back.text()))

    @Slot(object, object)
    def _on_kept(self, before: Trial | None, after: Trial) -> None:
        text = say("form.act", what=say("form.noun.trial"), name=short_name(after))
        if not self._save(before, after, text, Verb.EDIT if before else Verb.SAVE, self.form.drafting.key):
            self.form.drafting.wait()
            return
        self._chosen = after.uid
        self.form.hide()
        self._show_parts(waiting=not self._trials)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        day = words.date_words(after.start.toordinal())
        name = short_name(after)
        self.saved.emit(say("trial.changed", name=name) if before else say("trial.saved", name=name, day=day))

    def _save(
        self, before: Trial | None, after: Trial | None, text: str, verb: Verb, draft: str | None = None
    ) -> bool:
        try:
            self.store.save([Replace(before=before, after=after)], text=text, verb=verb, drop_draft=draft)
        except ConflictError:
            self._tell(say("story.conflict"))
        except DiaryError as error:
            self._tell(str(error))
        else:
            self.analysis_wanted.emit()
            return True
        return False

    def _tell(self, said: str) -> None:
        self.message.set_text(said)
        self.message.show()

    # --- stopping and deleting

    @Slot()
    def _on_stop(self) -> None:
        self._ask("stop")

    @Slot()
    def _on_delete(self) -> None:
        self._ask("delete")

    def _ask(self, act: str) -> None:
        self._hush()
        if self.found is not None:
            self.asking.ask(act, short_name(self.found.trial))

    def _hush(self) -> None:
        self.message.hide()
        self.asking.hush()

    @Slot(str, bool, str)
    def _on_answered(self, act: str, agreed: bool, why: str) -> None:
        found = self.found
        if not agreed or found is None:
            (self.stop if act == "stop" else self.delete).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        trial, name = found.trial, short_name(found.trial)
        text = say("form.act", what=say("form.noun.trial"), name=name)
        if act == "stop":
            after = replace(trial, stopped=self.store.today(), stop_words=why)
            if self._save(trial, after, text, Verb.EDIT):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.saved.emit(say("trial.stopped_said", name=name))
        elif self._save(trial, None, say("form.deleted_act", what=text), Verb.DELETE):
            self._trials = [one for one in self._trials if one.trial.uid != trial.uid]
            self._show_parts()
            self._show_list()
            (self.list if self._trials else self.empty.button).setFocus(Qt.FocusReason.OtherFocusReason)
            self.saved.emit(say("trial.deleted_said", name=name))

    # --- what every face does

    def show_table(self, shown: bool) -> None:
        """Change between the picture and the table."""
        self._table_shown = shown
        self._choose()

    @property
    def has_picture(self) -> bool:
        """Whether a trial is shown."""
        return self._view is not None and self.form.isHidden()

    def spoken(self) -> str:
        """The trial that is shown, in sentences."""
        if self.found is None:
            return say("trial.none_text")
        return say("trial.spoken", name=self.found.trial.name, said=self.said.words)

    def save_picture(self, path: Path) -> None:
        """Write the picture of the trial that is shown; DiaryError."""
        if self._view is None:
            raise DiaryError(say("trial.no_picture"), say("error.nothing_changed"), say("trial.choose"))
        self.canvas.save(path)

    # --- size

    @Slot()
    def fit(self) -> None:
        """Keep the list in its column, and the picture tall enough."""
        px = self.theme.px
        stacked = self.columns.width() < px(LEAST)
        self.side.setMinimumWidth(0 if stacked else px(SIDE))
        self.side.setMaximumWidth(16777215 if stacked else px(SIDE))
        self.form.setMaximumWidth(px(FORM))
        self.list.setMinimumHeight(px(120 if stacked else 200))
        self.list.setMaximumHeight(px(220) if stacked else 16777215)
        self.stack.setMinimumHeight(max(self.canvas.minimumHeight(), px(240) if self._table_shown else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit()


def _answers(found: TrialFinding, numbers: MeasureNumbers | None, today: int) -> tuple[int, int]:
    """The counted days with a value so far, and all counted days so far."""
    days = {day for one in found.blocks for day in range(one.counted_since, one.until + 1) if day <= today}
    rows = numbers.series.counted() if numbers else ()
    return sum(row.day in days and row.value is not None for row in rows), len(days)
