"""One picture of a face with its sentences beside it, and the table of the same numbers in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.how_known import HowKnown, Known
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.marked_canvas import Make, MarkedCanvas
from diary.ui.trends.rows_table import RowsTable
from diary.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from diary.charts.sheet import Part, Sheet
    from diary.charts.stacked import StackedFigure
    from diary.ui.theme import Theme

LEAST: Final = 900
"""Below this width, px at 100 %, the sentences stand under the picture."""

SIDE: Final = 312
"""Width of the sentences, px at 100 %."""

ROW: Final = 32
ROWS_SHOWN: Final = 14
"""How many rows of a table are seen without scrolling; each is `ROW` px tall at 100 %."""

UNBOUND: Final = 16777215
"""Qt's own greatest size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a block shows: a picture where there is one, the same as rows, its sentences and how known."""

    headline: str
    sentences: Sequence[str] = ()
    known: Known | None = None
    part: Part | None = None
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()

    def words(self) -> str:
        """All that is said."""
        return say("trends.told_all", first=self.headline, rest=" ".join(self.sentences)).strip()


class SheetCanvas(MarkedCanvas):
    """Paints a sheet at the height it needs at its width."""

    def __init__(self, name: str, make: Make) -> None:
        super().__init__(name, make)
        self._sheet: Sheet | None = None

    def show_sheet(self, sheet: Sheet, said: str) -> None:
        """Show other parts."""
        self._sheet = sheet
        self.fit()
        self.show_picture(sheet, said)

    def fit(self) -> None:
        """Take the height that the sheet needs."""
        if self._sheet is not None:
            self.set_tall(round(self._sheet.tall(self.width() / self.theme.scale)))
            self.setMaximumHeight(self.minimumHeight())

    def restyle(self) -> None:
        """Wear the theme of now, at the height it needs."""
        super().restyle()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names may go above their rows now."""
        super().resizeEvent(event)
        self.fit()


class SaidCard(Card):
    """A headline, sentences under it, and how they are known."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.headline = Label("", "strong", wrap=True)
        self._lines: list[Label] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.how = HowKnown()
        self.add(self.headline)
        self.add(self._column)
        self.add(self.how)

    def show_said(self, headline: str, sentences: Sequence[str], known: Known | None) -> None:
        """Show other sentences."""
        self.headline.setText(headline)
        self.setAccessibleName(headline)
        for at, words in enumerate(sentences):
            if at == len(self._lines):
                self._lines.append(Label("", "body" if at == 0 else "note", wrap=True))
                self._column.addWidget(self._lines[at])
            self._lines[at].setText(words)
            self._lines[at].show()
        for line in self._lines[len(sentences) :]:
            line.hide()
        self.how.show_known(known)
        self.how.name(headline)


class Block(QWidget):
    """A card with a picture or its table, and sentences at the right, or under it where it is narrow."""

    def __init__(
        self, title: str, make: Make, table_name: str, canvas: type[SheetCanvas] = SheetCanvas
    ) -> None:
        super().__init__()
        self.theme = current()
        self.told = Told(headline="")
        self._table_shown = False
        self.canvas = canvas(title, make)
        self.table = RowsTable(table_name)
        self.none = Label("", "body", "quiet", wrap=True)
        self.said = SaidCard()
        self._lay_out(title)
        self.theme.changed.connect(self.fit)

    def _lay_out(self, title: str) -> None:
        self.chart = Card(title)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for one in (self.canvas, self.table):
            self.stack.addWidget(one)
        self.chart.add(self.none)
        self.chart.add(self.stack)
        self.chart.body.addStretch(1)
        self.side = QWidget()
        down = QVBoxLayout(self.side)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.said)
        down.addStretch(1)
        self.columns = Columns([self.chart, self.side], [1, 0], least=LEAST, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.fit()

    @property
    def title(self) -> str:
        """What the picture is called."""
        return self.chart.title.text()

    def show_told(self, told: Told, no_picture: str = "") -> None:
        """Show other numbers; `no_picture` stands in the picture's place where there is none."""
        self.told = told
        self.said.show_said(told.headline, told.sentences, told.known)
        self.none.setText(no_picture)
        self.none.setVisible(told.part is None)
        self.stack.setVisible(told.part is not None)
        if told.part is not None:
            from diary.charts.sheet import Sheet

            self.canvas.show_sheet(Sheet(parts=(told.part,)), told.words())
            self.table.show_rows(told.columns, told.rows)
        self.fit()

    def show_table(self, shown: bool) -> None:
        """Change between the picture and the table."""
        self._table_shown = shown
        self.stack.setCurrentWidget(self.table if shown else self.canvas)
        self.fit()

    def words(self) -> str:
        """All that it says."""
        return say("trends.told_all", first=self.title, rest=self.told.words())

    @Slot()
    def fit(self) -> None:
        """Keep the sentences in their column, and what is shown as tall as it needs."""
        px = self.theme.px
        stacked = self.columns.width() < px(LEAST)
        self.side.setMinimumWidth(0 if stacked else px(SIDE))
        self.side.setMaximumWidth(UNBOUND if stacked else px(SIDE))
        tall = px(ROW) * (min(len(self.told.rows), ROWS_SHOWN) + 1) + px(24)
        self.table.setMinimumHeight(tall if self._table_shown else 0)
        self.table.setMaximumHeight(tall if self._table_shown else UNBOUND)
        self.stack.setFixedHeight(tall if self._table_shown else self.canvas.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the width."""
        super().resizeEvent(event)
        self.fit()


def save_blocks(
    path: Path, blocks: Sequence[Block], figure: type[StackedFigure], theme: Theme, width: int
) -> None:
    """Write the pictures of blocks one under another, in the colours of now; DiaryError."""
    from diary.charts.sheet import Sheet
    from diary.charts.stacked import sheet_file
    from diary.charts.style import screen_style
    from diary.exchange.whole_file import written_whole

    parts = tuple(one.told.part for one in blocks if one.told.part is not None)
    style = screen_style(theme.palette, theme.scale)
    content = sheet_file(figure, Sheet(parts=parts, titled=True), style, width, suffix=path.suffix.lower())
    with written_whole(path) as stream:
        stream.write(content)
