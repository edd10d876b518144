"""The pieces an entry is shown in: a place, the answers, a version, a thin line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.anatomy.patterns import OWN
from diary.models.records import Area
from diary.ui.body.painter import swatch
from diary.ui.history.cells import ink_token, severity_ground
from diary.ui.history.entry_words import place_words
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say

LEAST_ANSWER, WIDEST_ANSWER = 82, 170
"""How wide one answer is at least and at most, px at 100 %."""


def plain(text: str, role: str = "body", token: str = "ink", *, selectable: bool = False) -> Label:
    """Words of the person's own: shown as they are, never as markup, in their own direction."""
    label = Label("", role, token, wrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Divider(Painted):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The line and the room around it, px."""
        return QSize(10, self.theme.px(13))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line in the middle."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)


class _Mark(Painted):
    """A quality's pattern, or a severity, or a dot, painted into a fixed size."""

    def __init__(self, wide: int, tall: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(wide, tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size, px."""
        return QSize(self.theme.px(self._size.width()), self.theme.px(self._size.height()))


class _Swatch(_Mark):
    def __init__(self, quality: str) -> None:
        super().__init__(22, 22)
        self._quality = quality

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pattern."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        image = swatch(self._quality, self.theme.palette, size=self.width(), ratio=ratio)
        painter.drawImage(QRectF(self.rect()), image)


class _Severity(_Mark):
    def __init__(self, severity: int) -> None:
        super().__init__(32, 28)
        self._severity = severity
        self.setAccessibleName(say("history.severity_name", severity=severity))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number on its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = severity_ground(self.theme, self._severity)
        box(painter, QRectF(self.rect()), self.theme.px(6), ground, None)
        painter.setFont(self.theme.font(15, 700))
        painter.setPen(self.theme.color(ink_token(self.theme, self._severity)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._severity))


class _Dot(_Mark):
    def __init__(self, *, full: bool) -> None:
        super().__init__(14, 20)
        self._full = full

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a full dot for what counts, an open one for what was before."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("accent" if self._full else "control"), 1.5))
        painter.setBrush(self.theme.color("accent" if self._full else "card"))
        reach = self.theme.px(4)
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), reach, reach)


class PlaceRow(QWidget):
    """A place: the pattern of its first quality, its name, how it feels, and its severity if it hurts."""

    def __init__(self, area: Area, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, line = place_words(area)
        first = area.qualities[0].code or OWN if area.qualities else OWN
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain(name, "strong"))
        if line:
            words.addWidget(plain(line, "note", "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(_Swatch(first), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if area.severity is not None:
            row.addWidget(_Severity(area.severity), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)


class AnswerGrid(Painted):
    """All answers in columns as wide as the longest name; what was asked and left empty says so."""

    def __init__(self, answers: Sequence[tuple[str, str | None]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = tuple(answers)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(f"{name} {said or say('not_answered')}" for name, said in answers))

    def _columns(self, width: int) -> int:
        note, px = self.theme.metrics("note"), self.theme.px
        names = [text for name, said in self._answers for text in (name, said or say("not_answered"))]
        widest = max((note.horizontalAdvance(text) for text in names), default=0)
        wide = min(max(px(LEAST_ANSWER), widest), px(WIDEST_ANSWER))
        return max(1, min(len(self._answers), (width + px(4)) // (wide + px(4))))

    def _tall(self) -> int:
        return self.theme.metrics("note").height() + self.theme.px(26)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at `width` px."""
        rows = -(-len(self._answers) // self._columns(width)) if self._answers else 0
        return rows * self._tall()

    def sizeHint(self) -> QSize:
        """As wide as it gets, px."""
        return QSize(self.theme.px(300), self.heightForWidth(max(self.width(), self.theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(self.theme.px(LEAST_ANSWER), self._tall())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, and below them what was answered."""
        painter = QPainter(self)
        theme, columns = self.theme, self._columns(self.width())
        wide, note = self.width() / columns, theme.metrics("note")
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for at, (name, said) in enumerate(self._answers):
            row, column = divmod(at, columns)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                column = columns - 1 - column
            where = QRectF(column * wide, row * self._tall(), wide - theme.px(4), note.height())
            painter.setFont(theme.text("note"))
            painter.setPen(theme.color("quiet"))
            painter.drawText(where, side, _short(note, name, where))
            where = QRectF(where.left(), where.bottom(), where.width(), theme.px(22))
            if said is None:
                painter.drawText(where, side, _short(note, say("not_answered"), where))
                continue
            painter.setFont(theme.font(18, 700))
            painter.setPen(theme.color("ink"))
            painter.drawText(where, side, _short(painter.fontMetrics(), said, where))


def _short(metrics: QFontMetrics, text: str, where: QRectF) -> str:

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()) + 1)


class VersionRow(QWidget):
    """A version: when and by whom, what was different, and Read for what does not count any more."""

    read = Signal(int)

    def __init__(
        self, number: int, when: str, lines: str, *, live: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number = number
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain(when))
        words.addWidget(plain(lines, "note", "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(_Dot(full=live), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.button = Button(say("history.read"), kind="small")
        self.button.setAccessibleName(say("history.read_name", when=when))
        self.button.clicked.connect(self._on_read)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.setVisible(not live)

    @Slot()
    def _on_read(self) -> None:
        self.read.emit(self._number)
