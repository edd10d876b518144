"""A calendar year: weeks across, weekdays down, each day in the colour of its value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from diary.errors import DiaryError
from diary.insight.day_values import WORST
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.block import Block, save_blocks
from diary.ui.trends.face import Context, Face
from diary.ui.trends.measure_choice import MeasureChoice, PlainChoice
from diary.ui.trends.year import words
from diary.ui.trends.year.canvas import YearCanvas
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.marked import MarkedFigure
    from diary.charts.style import Style
    from diary.charts.year_picture import YearPicture
    from diary.insight.held import Held
    from diary.store.store import Store

CHOSEN: Final = "trends/year_measure"
DIGITS: Final = 5


def _make(style: Style, width: float, height: float, ratio: float) -> MarkedFigure[Any]:
    from diary.charts.year_figure import YearFigure

    return YearFigure(style, width, height, ratio)


class Year(Face):
    """Shows one year of one measure; `picture` is what is shown now."""

    key = "year"
    uses_whole: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self._held: Held | None = None
        self._year: int | None = None
        self._pictures: dict[tuple[str, int], YearPicture] = {}
        self.picture: YearPicture | None = None
        self._build()
        self.which.measure_chosen.connect(self._show)
        self.years.currentIndexChanged.connect(self._on_year)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.canvas.opened.connect(self._on_opened)

    def _build(self) -> None:
        self.which = MeasureChoice(say("year.measure"), self.store.looks, CHOSEN, WORST)
        self.previous = Button(say("year.previous"), "previous", "icon")
        self.years = PlainChoice(say("year.which"), DIGITS)
        self.next = Button(say("year.next"), "next", "icon")
        self.block = Block(say("year.chart"), _make, say("year.table"), YearCanvas)
        for one in (self.which, self.previous, self.years, self.next):
            self.block.chart.header.addWidget(one)
        self.hint = Label(say("year.hint"), "note", "quiet", wrap=True)
        self.block.chart.add(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block)
        column.addStretch(1)

    @property
    def canvas(self) -> YearCanvas:
        """The picture of the year."""
        assert isinstance(self.block.canvas, YearCanvas)  # _build made no other
        return self.block.canvas

    # --- what is shown

    def show_context(self, context: Context) -> None:
        """Show the year chosen, at first that of the last entry; it stays while the diary has it."""
        if context.held is not self._held:
            self._held = context.held
            self._pictures.clear()
            self.which.offer_measures(context.held)
            rows = context.held.rows
            last = min(rows.last or context.today, context.today)
            years = range(_year_of(rows.first or last), max(_year_of(last), _year_of(context.today)) + 1)
            if self._year not in years:
                self._year = _year_of(last)
            self.years.offer([(year, str(year)) for year in years], self._year)
            self._show()

    @Slot()
    def _show(self) -> None:
        code, held, year = self.which.code, self._held, self._year
        self.previous.setEnabled(self.years.currentIndex() > 0)
        self.next.setEnabled(self.years.currentIndex() < self.years.count() - 1)
        self.hint.setVisible(bool(code))
        if held is None or year is None:
            return
        if not code:
            self.picture = None
            self.block.show_told(words.nothing_told(), say("year.nothing_text"))
            return
        if (code, year) not in self._pictures:
            from diary.charts.year_picture import year_picture

            self._pictures[code, year] = year_picture(held, code, year)
        self.picture = self._pictures[code, year]
        self.block.show_told(words.year_told(self.picture))

    def show_table(self, shown: bool) -> None:
        """Change between the year and the table of its days."""
        self.block.show_table(shown)

    def spoken(self) -> str:
        """The year, its months with their means and n."""
        return self.block.words()

    @property
    def has_picture(self) -> bool:
        """Whether there is a year to save."""
        return self.picture is not None

    def save_picture(self, path: Path) -> None:
        """Write the year as PNG or SVG; DiaryError where there is none."""
        from diary.charts.year_figure import YearFigure

        if not self.has_picture:
            raise DiaryError(say("year.no_picture"), say("error.nothing_changed"), say("year.no_picture_do"))
        width = max(self.canvas.width(), self.theme.px(560))
        save_blocks(path, (self.block,), YearFigure, self.theme, width)

    # --- years and days

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down change the year, as in calendars."""
        if event.key() == Qt.Key.Key_PageUp:
            self._step(-1)
        elif event.key() == Qt.Key.Key_PageDown:
            self._step(1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = self.years.currentIndex() + by
        if 0 <= at < self.years.count():
            self.years.setCurrentIndex(at)
            self.saved.emit(self.block.told.headline)

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot(int)
    def _on_year(self, _at: int) -> None:
        found = self.years.currentData()
        if isinstance(found, int):
            self._year = found
            self._show()

    @Slot(int)
    def _on_opened(self, at: int) -> None:
        if self.picture is not None:
            self.day_wanted.emit(date.fromordinal(self.picture.cells[at].day))


def _year_of(day: int) -> int:
    return date.fromordinal(day).year
