"""Weekdays and hours: whether pain differs between the days of the week, and between parts of the day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from diary.errors import DiaryError
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.block import Block, save_blocks
from diary.ui.trends.face import Context, Face
from diary.ui.trends.when import words
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.marked import MarkedFigure
    from diary.charts.style import Style
    from diary.store.store import Store


def _make(style: Style, width: float, height: float, ratio: float) -> MarkedFigure[Any]:
    from diary.charts.when_figure import WhenFigure

    return WhenFigure(style, width, height, ratio)


class When(Face):
    """Shows the seven weekdays, and under them the four parts of the day, of one fixed period."""

    key = "when"
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self.waiting = Label(say("when.waiting"), "body", "quiet", wrap=True)
        self.weekdays = Block(say("when.weekdays"), _make, say("when.weekdays_table"))
        self.hours = Block(say("when.hours"), _make, say("when.hours_table"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        for one in self.blocks:
            column.addWidget(one)
            one.hide()
        column.addStretch(1)

    @property
    def blocks(self) -> tuple[Block, Block]:
        """Both pictures with their sentences."""
        return (self.weekdays, self.hours)

    def show_context(self, context: Context) -> None:
        """Show what the analysis found; before it is there, say that it is being worked out."""
        found = context.analysis
        self.waiting.setVisible(found is None)
        self.waiting.setText(say("trends.engine.cancelled" if context.analysis_left else "when.waiting"))
        for one in self.blocks:
            one.setVisible(found is not None)
        if found is None:
            return
        none = say("when.no_picture")
        self.weekdays.show_told(words.weekdays_told(found.weekdays, found.tested), none)
        self.hours.show_told(words.hours_told(found.hours, found.tested), none)

    def show_table(self, shown: bool) -> None:
        """Change between the pictures and their tables."""
        for one in self.blocks:
            one.show_table(shown)

    def spoken(self) -> str:
        """Both findings in sentences."""
        if not self.waiting.isHidden():
            return self.waiting.text()
        return "\n".join(one.words() for one in self.blocks)

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to draw."""
        return any(one.told.part is not None for one in self.blocks)

    def save_picture(self, path: Path) -> None:
        """Write both pictures, one under the other; DiaryError where there is none."""
        from diary.charts.when_figure import WhenFigure

        if not self.has_picture:
            raise DiaryError(say("when.no_picture"), say("error.nothing_changed"), say("when.no_picture_do"))
        width = max(self.weekdays.canvas.width(), self.theme.px(560))
        save_blocks(path, self.blocks, WhenFigure, self.theme, width)
