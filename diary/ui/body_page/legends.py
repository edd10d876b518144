"""What shades and patterns mean: the scale with its numbers, and the five turns with their words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.anatomy.drawing import TENTHS
from diary.anatomy.heat import MOST_LEVEL, TURN_TOKENS, turn_sample
from diary.anatomy.layout import Placement
from diary.ui.body.painter import Look, paint, prepared
from diary.ui.body_page.view import DAYS
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say

CELL = (33, 21)
SAMPLE = 20


class ScaleBar(Painted):
    """Eleven shades with a number under each."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def numbers(self) -> tuple[str, ...]:
        """What stands under the shades."""
        return self._numbers

    def show_numbers(self, numbers: tuple[str, ...]) -> None:
        """Write these under the shades."""
        self._numbers = numbers
        self.update()

    def sizeHint(self) -> QSize:
        """Eleven cells and the line of numbers."""
        line = self.theme.metrics("note").height()
        return QSize(self.theme.px(CELL[0]) * (MOST_LEVEL + 1), self.theme.px(CELL[1]) + line + 2)

    def minimumSizeHint(self) -> QSize:
        """The cells may be narrower, as long as their numbers do not touch."""
        width = self.theme.metrics("note").horizontalAdvance("000") * (MOST_LEVEL + 1)
        return QSize(width, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells, then the numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall = self.width() / (MOST_LEVEL + 1), float(self.theme.px(CELL[1]))
        painter.setFont(self.theme.text("note"))
        for level, number in enumerate(self._numbers):
            cell = QRectF(level * wide + 1, 0, wide - 2, tall)
            pen = QPen(self.theme.color("skin_outline"), 0.8)
            box(painter, cell, 3, self.theme.color(f"severity.{level}"), pen)
            painter.setPen(self.theme.color("ink"))
            under = QRectF(level * wide, tall + 2, wide, self.height() - tall - 2)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, number)


class ScaleLegend(Card):
    """The scale of both maps."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.numbers = Label("", "note_strong"), Label("", "note_strong")
        self.unit, self.note = Label("", "note", "quiet"), Label("", "note", "quiet")
        self.bar = ScaleBar()
        room = QWidget()
        row = FlowLayout(room, gap=16, line_gap=4)
        for one in (_stacked(self.words, self.numbers), self.bar, _stacked(self.unit, self.note)):
            row.addWidget(one)
        self.add(room)
        self.show_how(DAYS)

    def show_how(self, how: str) -> None:
        """Explain the shades and the numbers of "days" or of "severity"."""
        self.words.setText(say(f"bodymap.legend.{how}"))
        self.numbers.setText(say(f"bodymap.legend.{how}_numbers"))
        self.note.setText(say(f"bodymap.legend.{how}_note"))
        self.unit.setText(say(f"bodymap.legend.{how}_unit"))
        step = 10 if how == DAYS else 1
        self.bar.show_numbers(tuple(str(level * step) for level in range(MOST_LEVEL + 1)))
        self.bar.setAccessibleName(say(f"bodymap.legend.{how}_spoken"))


def _stacked(*labels: Label) -> QWidget:
    """Lines of words one under another."""
    told = QWidget()
    column = QVBoxLayout(told)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for label in labels:
        column.addWidget(label)
    return told


class TurnSample(Painted):
    """A small square in the pattern of a turn."""

    def __init__(self, turn: str) -> None:
        super().__init__()
        self._turn = turn
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square as high as a line of words."""
        return QSize(self.theme.px(SAMPLE), self.theme.px(SAMPLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pattern as the figure does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        items = turn_sample(self._turn, self.width(), TENTHS * self.theme.scale)
        look = Look(
            colours=self.theme.palette, text=self.theme.scale, pattern=1.0, ratio=1.0, font=self.theme.font
        )
        paint(
            painter,
            prepared("front", items),
            Placement(view="front", x=0, y=0, scale=1 / TENTHS, title=(0, 0)),
            look,
        )


class TurnLegend(Card):
    """The five turns, each with its pattern and its word."""

    def __init__(self) -> None:
        super().__init__()
        self.labels = {turn: Label("", "note") for turn in TURN_TOKENS}
        room = QWidget()
        row = FlowLayout(room, gap=14, line_gap=4)
        for turn, label in self.labels.items():
            pair = QWidget()
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(6)
            inside.addWidget(TurnSample(turn))
            inside.addWidget(label)
            row.addWidget(pair)
        self.add(room)
        self.show_how(DAYS)

    def show_how(self, how: str) -> None:
        """Explain the turns by "days" or by "severity"."""
        for turn, label in self.labels.items():
            label.setText(say(f"bodymap.turn_legend.{how}.{turn}"))

    @property
    def words(self) -> dict[str, str]:
        """What each turn is called."""
        return {turn: label.text() for turn, label in self.labels.items()}
