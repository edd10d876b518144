"""Before and after: each start in a list, its days with their means, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from diary.charts import effect_words as words
from diary.errors import DiaryError
from diary.models.care import Treatment
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.theme import current
from diary.ui.treatments.relief_card import ReliefCard
from diary.ui.trends.effects.known import SaidCard
from diary.ui.trends.effects.sheet import SheetCanvas, SheetView, WordTable
from diary.ui.trends.effects.starts import RowList
from diary.ui.trends.effects.words import known_of
from diary.ui.trends.face import Context, Face
from diary.ui.trends.view import row_words
from diary.wording import say

if TYPE_CHECKING:
    from diary.insight.findings.effects import Outcome, TreatmentEffect
    from diary.store.store import Store

LEAST: Final = 880
"""Below this width, px at 100 %, the list stands over the picture."""

SIDE: Final = 300
"""Width of the list, px at 100 %."""

COLUMNS: Final = ("what", "days", "value", "of")
OUTCOMES: Final = ("pain_average", "sleep_min")


class Effects(Face):
    """Shows one start of all, and relief around doses as needed."""

    key = "effects"
    uses_whole: ClassVar[bool] = True
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self._context: Context | None = None
        self._effects: Sequence[TreatmentEffect] = ()
        self._chosen = ""
        self._view: SheetView | None = None
        self._table_shown = False
        self._build()
        self._lay_out()
        self.outcome.changed.connect(self._on_outcome)
        self.list.selectionModel().currentChanged.connect(self._on_start)
        self.theme.changed.connect(self.fit)

    def _build(self) -> None:
        self.list = RowList(say("effect.starts"))
        self.outcome = SegmentedChoice(
            say("effect.outcome"), [(one, words.outcome_words(one)) for one in OUTCOMES], OUTCOMES[0]
        )
        self.said = SaidCard()
        self.canvas = SheetCanvas(say("effect.chart_name"))
        names = [say(f"effect.column.{one}") for one in COLUMNS]
        self.table = WordTable(names, say("effect.table_name"))
        self.no_chart = Label(say("effect.no_chart"), "body", "quiet", wrap=True)
        self.no_chart.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.relief = ReliefCard()
        self.waiting = Label(say("effect.waiting"), "body", "quiet", wrap=True)
        self.empty = EmptyState(say("effect.none"), say("effect.none_text"))

    def _lay_out(self) -> None:
        self.starts = Card(say("effect.starts"), spacing=8)
        self.starts.add(self.list, 1)
        self.chart = Card(spacing=4)
        self.chart.add(self.outcome)
        self.stack = QStackedWidget()
        for shown in (self.canvas, self.table, self.no_chart):
            self.stack.addWidget(shown)
        self.chart.add(self.stack, 1)
        self.right = QWidget()
        down = QVBoxLayout(self.right)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.said)
        down.addWidget(self.chart, 1)
        self.columns = Columns([self.starts, self.right], [0, 1], least=LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        column.addWidget(self.empty, 1)
        column.addWidget(self.columns, 1)
        column.addWidget(self.relief)
        self.columns.hide()
        self.relief.hide()
        self.empty.hide()
        self.fit()

    # --- what is shown

    def show_context(self, context: Context) -> None:
        """Show the starts of the whole diary; the one chosen stays."""
        self._context = context
        found = context.analysis
        self.waiting.setVisible(found is None and not self._effects)
        if found is None:
            self.columns.setVisible(bool(self._effects))
            self.empty.hide()
            return
        self._effects = found.effects
        self.columns.setVisible(bool(self._effects))
        self.empty.setVisible(not self._effects and not found.relief)
        self.relief.setVisible(bool(found.relief))
        if found.relief:
            from diary.storage import life_queries

            self.relief.show_numbers(found.relief, self.store.ask(life_queries.all_of, Treatment))
        self._show_list()

    def _show_list(self) -> None:
        ends = self._ends()
        rows = [
            (
                words.happening_words(one.start),
                say(
                    "effect.row", when=words.when_words(one.start), standing=words.standing_words(one, *ends)
                ),
            )
            for one in self._effects
        ]
        keys = [_key(one) for one in self._effects]
        if self._chosen not in keys:
            pictured = (_key(one) for one in self._effects if one.outcomes)
            self._chosen = next(pictured, keys[0] if keys else "")
        self.list.selectionModel().blockSignals(True)
        self.list.show_rows(rows, keys.index(self._chosen) if keys else -1)
        self.list.selectionModel().blockSignals(False)
        self._show_chosen()

    def _ends(self) -> tuple[int, int]:
        """The first and last day of the diary with an entry."""
        assert self._context is not None  # shown before anything is listed
        rows, today = self._context.held.rows, self._context.today
        return rows.first or today, min(rows.last or today, today)

    @property
    def effect(self) -> TreatmentEffect | None:
        """The start that is shown."""
        return next((one for one in self._effects if _key(one) == self._chosen), None)

    @property
    def compared(self) -> Outcome | None:
        """The measure that is shown of it."""
        return self.effect.outcomes.get(self.outcome.value or OUTCOMES[0]) if self.effect else None

    def _show_chosen(self) -> None:
        effect, context = self.effect, self._context
        if effect is None or context is None:
            return
        first, last = self._ends()
        outcome = self.compared
        title = words.title_words(effect)
        said = words.sentences(effect, outcome, first, last)
        self.said.show_said(title, said, known_of(outcome))
        self._view = self._view_of(effect, outcome, context, (first, last))
        if self._view is not None:
            self.canvas.show_view(self._view)
        self.chart.setVisible(bool(effect.outcomes))
        self.picture_changed.emit()
        self.table.show_rows(words.table_rows(effect, outcome) if outcome is not None else [])
        self._choose()

    def _view_of(
        self, effect: TreatmentEffect, outcome: Outcome | None, context: Context, ends: tuple[int, int]
    ) -> SheetView | None:
        if outcome is None:
            return None
        from diary.charts.effect_picture import effect_picture, reach

        since, until = reach(effect, outcome, *ends)
        numbers = context.held.numbers(since, until, [outcome.measure]).measures.get(outcome.measure)
        if numbers is None or not numbers.series.values:
            return None
        others = [(one, words.happening_words(one)) for one in words.others_of(effect)]
        name = words.title_words(effect)
        picture = effect_picture(effect, outcome, numbers, others, name)
        told: dict[int, list[str]] = {}
        by_day = {row.day: row for row in numbers.series.values}
        for dot in picture.dots:
            value = row_words(by_day[dot.day], numbers.measure)
            told[dot.day] = [value, say(f"effect.zone.{dot.zone}"), say(f"effect.legend.{dot.mark}")]
        for day, what in picture.others:
            told.setdefault(day, []).append(what)
        told.setdefault(picture.start, []).append(name)
        said = " ".join(words.sentences(effect, outcome, *ends)[:2])
        return SheetView(picture=picture, told=told, said=said, tall=340)

    def _choose(self) -> None:
        """The picture, the table, or words where there is neither."""
        if self._view is None:
            self.stack.setCurrentWidget(self.no_chart)
        else:
            self.stack.setCurrentWidget(self.table if self._table_shown else self.canvas)
        self.fit()

    @Slot(QModelIndex, QModelIndex)
    def _on_start(self, row: QModelIndex, _before: QModelIndex) -> None:
        if row.isValid() and row.row() < len(self._effects):
            self._chosen = _key(self._effects[row.row()])
            self._show_chosen()

    @Slot(object)
    def _on_outcome(self, _value: object) -> None:
        self._show_chosen()

    # --- what every face does

    def show_table(self, shown: bool) -> None:
        """Change between the picture and the table."""
        self._table_shown = shown
        self._choose()

    @property
    def has_picture(self) -> bool:
        """Whether the start that is shown has one."""
        return self._view is not None

    def spoken(self) -> str:
        """The start that is shown, in sentences."""
        if self.effect is None:
            return self.waiting.text() if not self.waiting.isHidden() else say("effect.none")
        return say("effect.spoken", title=words.title_words(self.effect), said=self.said.words)

    def save_picture(self, path: Path) -> None:
        """Write the picture of the start that is shown; DiaryError where it has none."""
        if self._view is None:
            raise DiaryError(say("effect.no_chart"), say("error.nothing_changed"), say("effect.choose_other"))
        self.canvas.save(path)

    # --- size

    @Slot()
    def fit(self) -> None:
        """Keep the list in its column, and the picture tall enough."""
        px = self.theme.px
        stacked = self.columns.width() < px(LEAST)
        self.starts.setMinimumWidth(0 if stacked else px(SIDE))
        self.starts.setMaximumWidth(16777215 if stacked else px(SIDE))
        self.list.setMinimumHeight(px(150 if stacked else 300))
        self.list.setMaximumHeight(px(240) if stacked else 16777215)
        self.stack.setMinimumHeight(self.canvas.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit()


def _key(effect: TreatmentEffect) -> str:
    return f"{effect.start.kind}:{effect.start.uid}:{effect.day}"
