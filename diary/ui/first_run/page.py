"""The first page: open, look at a sample, or restore; nothing must be answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui.files import asked_file
from diary.ui.first_run.figure_panel import FigurePanel
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.option_row import OptionRow
from diary.ui.parts.page_frame import PageFrame
from diary.ui.parts.painted import Label, Painted, box
from diary.ui.settings.looks import Appearance, Labelled, TextSize
from diary.wording import say

if TYPE_CHECKING:
    from diary.errors import DiaryError
    from diary.store.looks import Looks
    from diary.ui.theme import Theme

CARD_WIDTH, FIGURE_WIDTH, FIGURE_NEEDS = 1120, 440, 1000
"""Widths in px at 100 %; below `FIGURE_NEEDS` times the text size the figure gives its room to the words."""


class FirstRunPage(PageFrame):
    """Says what the diary is and how to begin; the window carries out what is asked for."""

    open_requested = Signal()
    sample_requested = Signal()
    restore_requested = Signal(Path)
    help_requested = Signal()

    def __init__(
        self, looks: Looks, theme: Theme, *, makes: Path | None = None, parent: QWidget | None = None
    ) -> None:
        """`makes` is where a new diary would be made, said where the person named that place."""
        super().__init__(name=say("first_run.title"), parent=parent)
        self._looks = looks
        self.place = InlineMessage(say("first_run.new_here", file=makes or ""), closable=False)
        self.place.setVisible(makes is not None)
        self._build_ways()
        self._build_foot(looks, theme)
        self._connect()
        self._lay_out()

    def _build_ways(self) -> None:
        self.heading = Heading(say("first_run.title"), "number")
        self._record = Label(say("first_run.record"), "lead", "quiet", wrap=True)
        self._give = Label(say("first_run.give"), "lead", "quiet", wrap=True)
        self.open_row = OptionRow("book", say("first_run.open"), say("first_run.open_about"), primary=True)
        self.sample_row = OptionRow("trends", say("first_run.sample"), say("first_run.sample_about"))
        self.restore_row = OptionRow("restore", say("first_run.restore"), say("first_run.restore_about"))
        self.message: InlineMessage | None = None
        self._lock = _LockLine()

    def _build_foot(self, looks: Looks, theme: Theme) -> None:
        self.text_size = TextSize(looks, theme)
        self.appearance = Appearance(looks, theme)
        self._advice = Label(say("first_run.no_advice"), "note", "quiet")
        self.help_button = Button(say("first_run.when_not_to_wait"), kind="link")

    def _connect(self) -> None:
        self.open_row.clicked.connect(self.open_requested)
        self.sample_row.clicked.connect(self.sample_requested)
        self.restore_row.clicked.connect(self._on_restore)
        self.help_button.clicked.connect(self.help_requested)

    def _lay_out(self) -> None:
        self._figure = FigurePanel()
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self.heading)
        words.addWidget(self._record)
        words.addWidget(self._give)
        words.addSpacing(16)
        words.addWidget(self.place)
        words.addSpacing(0 if self.place.isHidden() else 12)
        for widget in (self.open_row, self.sample_row, self.restore_row):
            words.addWidget(widget)
            words.addSpacing(4)
        words.addSpacing(16)
        words.addWidget(self._lock)
        words.addStretch(1)
        self._words = words
        self._card = _TwoPartCard(self._figure, words)
        foot = QWidget()
        advice = QWidget()
        line = QHBoxLayout(advice)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._advice)
        line.addWidget(self.help_button)
        row = FlowLayout(foot, gap=16, line_gap=8)
        row.addWidget(Labelled(say("settings.text_size"), self.text_size))
        row.addWidget(Labelled(say("settings.appearance"), self.appearance))
        row.addStretch()
        row.addWidget(advice)
        self._top.hide()
        self.content.addStretch(1)
        self.content.addWidget(self._card, 20)
        self.content.addSpacing(4)
        self.content.addWidget(foot)
        self.content.addStretch(1)
        self._fit()

    def restyle(self) -> None:
        """Keep the card in the middle, no wider than 1120 px at 100 %."""
        super().restyle()
        side = max(24, (self.width() - self.theme.px(CARD_WIDTH)) // 2)
        self._column.setContentsMargins(side, 16, side, 16)
        if hasattr(self, "_card"):
            self._fit()

    def _fit(self) -> None:
        self._figure.setVisible(self.width() >= self.theme.px(FIGURE_NEEDS))
        side = self.theme.px(48 if self._figure.isVisibleTo(self) else 24)
        self._words.setContentsMargins(side, self.theme.px(24), side, self.theme.px(24))
        self._words.setSpacing(self.theme.px(6))
        self._card.setMaximumHeight(self.theme.px(760))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figure's room to the words where there is little."""
        super().resizeEvent(event)
        self.restyle()

    @Slot()
    def _on_restore(self) -> None:
        chosen = asked_file(self, self._looks, say("first_run.choose_export"), say("first_run.exports"))
        if chosen is not None:
            self._hush()
            self.restore_requested.emit(chosen)

    def show_problem(self, error: DiaryError) -> None:
        """Say what stood in the way, on the page; the ways to begin stay as they were."""
        self._hush()
        self.message = InlineMessage(str(error), "problem")
        self.message.closed.connect(self._hush)
        self._words.insertWidget(self._words.indexOf(self.restore_row) + 1, self.message)
        self.restore_row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _hush(self) -> None:
        if self.message is not None:
            self._words.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
            self.message = None

    def set_busy(self, busy: bool) -> None:
        """While a diary is being brought back the three ways wait."""
        for row in (self.open_row, self.sample_row, self.restore_row):
            row.setEnabled(not busy)
        self._lock.show_words(say("first_run.working") if busy else say("app.private"))


class _LockLine(Painted):
    """The sentence about where everything stays, under a line and beside a lock."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = QLabel()
        self._words = Label(say("app.private"), "body", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self.restyle()

    def show_words(self, words: str) -> None:
        """Show other words there."""
        self._words.setText(words)

    def restyle(self) -> None:
        """Keep the sign at the text size."""
        self._row.setContentsMargins(0, self.theme.px(16), 0, 0)
        self._row.setSpacing(self.theme.px(12))
        self._sign.setPixmap(self.theme.pixmap("lock", "accent", 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)


class _TwoPartCard(Painted):
    """A card with a picture at its leading side."""

    def __init__(self, picture: FigurePanel, words: QVBoxLayout) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(picture, FIGURE_WIDTH)
        row.addLayout(words, CARD_WIDTH - FIGURE_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("control" if self.theme.contrast else "line"), 1)
        box(painter, QRectF(self.rect()), self.theme.px(12), self.theme.color("card"), pen)
