"""Kinds of pain: its words over time, how long places have hurt, attacks, and medicines as needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from diary.errors import DiaryError
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.block import Block, save_blocks
from diary.ui.trends.face import Context, Face
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.marked import MarkedFigure
    from diary.charts.style import Style
    from diary.store.store import Store


def _make(style: Style, width: float, height: float, ratio: float) -> MarkedFigure[Any]:
    from diary.charts.kinds_figure import KindsFigure

    return KindsFigure(style, width, height, ratio)


class KindsOfPain(Face):
    """Shows four pictures of the days chosen, one below the other."""

    key = "kinds"
    uses_span: ClassVar[bool] = True
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.theme = current()
        self.waiting = Label(say("kinds.waiting"), "body", "quiet", wrap=True)
        self.words = Block(say("kinds.words"), _make, say("kinds.words_table"))
        self.places = Block(say("kinds.places"), _make, say("kinds.places_table"))
        self.attacks = Block(say("kinds.attacks"), _make, say("kinds.attacks_table"))
        self.use = Block(say("kinds.use"), _make, say("kinds.use_table"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        for one in self.blocks:
            column.addWidget(one)
            one.hide()
        column.addStretch(1)

    @property
    def blocks(self) -> tuple[Block, Block, Block, Block]:
        """The pictures with their sentences, from top to bottom."""
        return (self.words, self.places, self.attacks, self.use)

    def show_context(self, context: Context) -> None:
        """Show what the analysis found of these days; what was shown before stays until it is there."""
        found = context.analysis
        shown = any(one.told.headline for one in self.blocks)
        self.waiting.setVisible(found is None and (context.analysis_left or not shown))
        self.waiting.setText(say("trends.engine.cancelled" if context.analysis_left else "kinds.waiting"))
        for one in self.blocks:
            one.setVisible((found is not None or shown) and self.waiting.isHidden())
        if found is None:
            return
        from diary.ui.trends.kinds.words import all_told

        for block, told in zip(self.blocks, all_told(found), strict=True):
            block.show_told(told, say("kinds.no_picture"))

    def show_table(self, shown: bool) -> None:
        """Change between the pictures and their tables."""
        for one in self.blocks:
            one.show_table(shown)

    def spoken(self) -> str:
        """All four in sentences."""
        if not self.waiting.isHidden():
            return self.waiting.text()
        return "\n".join(one.words() for one in self.blocks)

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to draw."""
        return any(one.told.part is not None for one in self.blocks)

    def save_picture(self, path: Path) -> None:
        """Write the pictures one under the other; DiaryError where there is none."""
        from diary.charts.kinds_figure import KindsFigure

        if not self.has_picture:
            raise DiaryError(
                say("kinds.no_picture"), say("error.nothing_changed"), say("kinds.no_picture_do")
            )
        width = max(*(one.canvas.width() for one in self.blocks), self.theme.px(560))
        save_blocks(path, self.blocks, KindsFigure, self.theme, width)
