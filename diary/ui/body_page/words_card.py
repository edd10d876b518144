"""The words that were used in the second period: each with its pattern and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from diary.anatomy.naming import quality_name
from diary.anatomy.patterns import OWN, color_token
from diary.models.records import AreaQuality
from diary.ui.body.painter import Look, pattern_tile, swatch
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label, Painted
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.insight.body_days import BodyDays

MOST_WORDS = 4
SWATCH = 20


class PatternBar(Painted):
    """A bar as long as `share` of its room in a quality's pattern; without a share a small square."""

    def __init__(self, quality: str, share: float | None = None) -> None:
        super().__init__()
        self._quality = quality
        self._share = share
        across = QSizePolicy.Policy.Fixed if share is None else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of words."""
        side = self.theme.px(SWATCH)
        return QSize(side if self._share is None else 3 * side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pattern and edge."""
        painter = QPainter(self)
        ratio = painter.deviceTransform().m11()
        if self._share is None:
            painter.drawImage(0, 0, swatch(self._quality, self.theme.palette, size=self.width(), ratio=ratio))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self.theme.palette.color(color_token(self._quality)))
        wide = max(6.0, (self.width() - 2) * self._share)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(1, 1, wide, self.height() - 2), 3, 3)
        ground = QColor(color)
        ground.setAlphaF(0.12)
        painter.fillPath(shape, ground)
        look = Look(
            colours=self.theme.palette, text=1.0, pattern=self.theme.scale, ratio=ratio, font=self.theme.font
        )
        brush = QBrush(pattern_tile((self._quality,), look))
        transform = brush.transform()
        transform.scale(1 / ratio, 1 / ratio)
        brush.setTransform(transform)
        painter.fillPath(shape, brush)
        painter.strokePath(shape, QPen(color, 1.2))


class WordsCard(Card):
    """The most used words, of all marks whatever the filter."""

    def __init__(self) -> None:
        super().__init__(say("bodymap.words"), spacing=6)
        self.lines: tuple[str, ...] = ()
        self._rows = QWidget()
        self.more = Label("", "note", "quiet")
        self.add(self._rows)
        self.add(self.more)
        self.body.addStretch(1)

    def show_days(self, days: BodyDays) -> None:
        """Show the words of a period."""
        places = days.places
        found = [(n, code, quality_name(AreaQuality(code=code))) for code, n in places.qualities]
        found += [(n, OWN, word) for word, n in places.own_words]
        found.sort(key=lambda one: (-one[0], one[2]))
        old, self._rows = self._rows, self._filled(found[:MOST_WORDS], places.n)
        self.body.replaceWidget(old, self._rows)
        self._rows.show()
        old.hide()
        old.deleteLater()
        rest = len(found) - MOST_WORDS
        self.more.setText(say_n("bodymap.words_more", rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)
        if not found:
            self.more.setText(say("bodymap.words_none"))
            self.more.show()

    def _filled(self, found: list[tuple[int, str, str]], n: int) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        told = []
        for row, (days, code, word) in enumerate(found):
            words = say_n("bodymap.of_days", n, some=days)
            told.append(f"{word}: {words}")
            grid.addWidget(PatternBar(code), row, 0)
            grid.addWidget(Label(word, "body"), row, 1)
            grid.addWidget(PatternBar(code, days / n if n else 0.0), row, 2)
            grid.addWidget(Label(words, "note"), row, 3)
        grid.setColumnStretch(2, 1)
        self.lines = tuple(told)
        return rows
