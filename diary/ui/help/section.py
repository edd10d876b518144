"""One section of Get help: a card with headings, sentences, points, and the keyboard's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from diary.ui.help.keys import RANGES, TABLE, Key, native
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.help.contents import Part

KEYS_WIDTH = 232
"""Room for the keys of one row, px at 100 %."""


class Section(Card):
    """A titled card whose heading can take the focus, so that reading begins there."""

    def __init__(self, key: str, parts: Sequence[Part] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(spacing=6, parent=parent)
        self.key = key
        self.heading = Heading(say(f"help.{key}"), "title")
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.heading.text())
        self.add(self.heading)
        for part in parts:
            self._add_part(part)

    def _add_part(self, part: Part) -> None:
        if part.heading:
            self.body.addSpacing(6)
            self.add(Heading(say(part.heading), "strong"))
        for sentence in part.sentences:
            self.add(readable(say(sentence)))
        for point in part.points:
            self.add(_point(say(point)))


class KeyboardSection(Section):
    """Every key there is, from the table that the window uses."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("keys", parent=parent)
        self._caps: list[QWidget] = []
        for part in dict.fromkeys(key.of for key in TABLE):
            self.body.addSpacing(6)
            self.add(Heading(say(f"help.keys.{part}"), "strong"))
            self.add(self._grid([key for key in TABLE if key.of == part]))
        self.restyle()

    def _grid(self, keys: Sequence[Key]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for row, key in enumerate(keys):
            caps = _caps(key)
            self._caps.append(caps)
            grid.addWidget(caps, row, 0)
            grid.addWidget(readable(say(key.words)), row, 1)
        return grid

    def restyle(self) -> None:
        """Keep the keys in one column at the text size."""
        super().restyle()
        for caps in getattr(self, "_caps", ()):
            caps.setFixedWidth(self.theme.px(KEYS_WIDTH))


class KeyCap(Painted):
    """One key, drawn as a key."""

    def __init__(self, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = native(key)
        self.setAccessibleName(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word and room around it, px."""
        words = self.theme.metrics("note_strong").horizontalAdvance(self.words)
        return QSize(max(words + self.theme.px(14), self.theme.px(26)), self.theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("control"), 1)
        box(painter, QRectF(self.rect()), self.theme.px(6), self.theme.color("well"), pen)
        painter.setFont(self.theme.text("note_strong"))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)


def _caps(key: Key) -> QWidget:
    line = QWidget()
    row = FlowLayout(line, gap=4, line_gap=4)
    for number, one in enumerate(key.keys):
        if number and key.keys in RANGES:
            row.addWidget(Label(say("help.keys.to"), "note", "quiet"))
        row.addWidget(KeyCap(one))
    return line


def readable(text: str) -> Label:
    """A sentence that wraps and can be copied."""
    label = Label(text, "body", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _point(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label("•", "body", "quiet"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(readable(text), 1)
    return row
