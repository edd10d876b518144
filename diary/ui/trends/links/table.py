"""Every pair as a table, found or not: in the order of factors or of outcomes, never of what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from diary.charts.forest_picture import PAIN, SLEEP, step_words
from diary.charts.link_words import lag_phrase, p_words, plus_minus
from diary.insight.findings.links import LinkFound, Tier
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.trends.rows_table import RowsTable
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.models.records import Measure

COLUMNS: Final = (
    *("factor", "outcome", "lag", "n", "step", "coefficient"),
    *("range", "standing", "p", "adjusted"),
)
ORDERS: Final = ("factor", "outcome")
"""The columns by whose names the table can be put in order."""

TALL: Final = 520
"""Height of the table, px at 100 %."""


class PairsCard(Card):
    """The table of pairs with the choice of its order; a press on a column's name of these two sorts too."""

    def __init__(self) -> None:
        super().__init__(say("links.table"), title_role="title", spacing=6)
        self._found: Sequence[LinkFound] = ()
        self._measures: Mapping[str, Measure] = {}
        options = [(key, say(f"links.sort.{key}")) for key in ORDERS]
        self.order = SegmentedChoice(say("links.sort"), options, ORDERS[0])
        self.note = Label(say("links.table_mine"), "note", "quiet", wrap=True)
        self.table = RowsTable(say("links.table"))
        self.order.changed.connect(self._on_order)
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._on_column)
        row = QHBoxLayout()
        row.addWidget(Label(say("links.sort"), "note", "quiet"))
        row.addWidget(self.order)
        row.addStretch(1)
        self.add(row)
        self.add(self.note)
        self.add(self.table)
        self.restyle()

    def show_pairs(self, found: Sequence[LinkFound], measures: Mapping[str, Measure], *, only: bool) -> None:
        """Show these pairs; `only` says that they are the person's questions alone."""
        self._found, self._measures = found, measures
        self.note.setVisible(only)
        self._show()

    def restyle(self) -> None:
        """Keep the table's height at the text size."""
        super().restyle()
        if hasattr(self, "table"):
            self.table.setMinimumHeight(self.theme.px(TALL))

    def _show(self) -> None:
        rows = pair_rows(self._found, self._measures, by=self.order.value or ORDERS[0])
        self.table.show_rows([say(f"links.column.{key}") for key in COLUMNS], rows)

    @Slot(object)
    def _on_order(self, _key: str) -> None:
        self._show()

    @Slot(int)
    def _on_column(self, column: int) -> None:
        if COLUMNS[column] in ORDERS:
            self.order.set_value(COLUMNS[column])


def pair_rows(found: Sequence[LinkFound], measures: Mapping[str, Measure], *, by: str) -> list[list[str]]:
    """The words of every pair, in the order of the names of `by` ("factor" or "outcome")."""
    rows = [(one, _cells(one, measures)) for one in found]
    first, second = (0, 1) if by == "factor" else (1, 0)
    rows.sort(key=lambda row: (row[1][first].casefold(), row[1][second].casefold(), row[0].lag))
    return [cells for _, cells in rows]


def _cells(one: LinkFound, measures: Mapping[str, Measure]) -> list[str]:
    factor = measure_words(one.factor, measures)
    if one.tier is Tier.MINE:
        factor = say("links.cell.mine", factor=factor)
    n = str(one.n)
    if one.n_yes is not None and one.n_no is not None:
        n = say("links.cell.n_yes", n=n, yes=one.n_yes, no=one.n_no)
    standing, told = say(f"links.standing.{one.standing}"), ["", ""]
    if one.coefficient is not None and one.low is not None and one.high is not None:
        low, high = (plus_minus(one.outcome, value) for value in (one.low, one.high))
        told = [
            plus_minus(one.outcome, one.coefficient),
            say("links.cell.range", low=low, high=high),
        ]
    return [
        factor,
        _outcome(one.outcome, measures),
        lag_phrase(one.factor, one.outcome, one.lag, measures),
        n,
        step_words(one),
        *told,
        standing,
        *("" if p is None else p_words(p) for p in (one.p, one.adjusted_p)),
    ]


def _outcome(code: str, measures: Mapping[str, Measure]) -> str:
    if code == PAIN or code in SLEEP:
        words = say("links.outcome.pain" if code == PAIN else f"links.outcome.{code}")
        return words[:1].upper() + words[1:]
    return measure_words(code, measures)
