"""The first line of the card of medicines: what one tap can answer, folded or open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from diary.ui.medicines.day import MedicineDay
from diary.ui.medicines.words import dose_name
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import PaintedButton
from diary.wording import say, say_n

QUICK = 104
"""Widest button of a single medicine in the folded line, px at 100 %: a longer name is cut there."""


class FoldButton(PaintedButton):
    """A heading that opens and folds what it stands over."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The arrow and the word, px."""
        px = self.theme.px
        return QSize(self.theme.metrics("strong").horizontalAdvance(self.text()) + px(16 + 4 + 4), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow and the word."""
        theme, side = self.theme, self.theme.px(16)
        painter = QPainter(self)
        arrow = theme.pixmap("down" if self.isChecked() else "next", "quiet", 16)
        words = self.rect().adjusted(side + theme.px(4), 0, 0, 0)
        left = 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = self.rect().adjusted(0, 0, -side - theme.px(4), 0)
            left = self.width() - side
        painter.drawPixmap(left, (self.height() - side) // 2, arrow)
        painter.setFont(theme.text("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())


class MedicineLine(QWidget):
    """Heading and quick answers; the card joins their signals."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = FoldButton(say("medicine.title"))
        self.add_first = Button(say("medicine.add_first"), "plus", "link")
        self.all_planned = Chip(say("medicine.all_planned"))
        self.not_quite = Chip(say("medicine.not_quite"))
        self.quick = Chip("", icon="plus", checkable=False)
        self.nothing = Chip(say("dose.nothing"))
        self.count = Chip("", checkable=False)
        self.more = IconButton("more", say("medicine.more"))
        flow = FlowLayout(self, gap=5, line_gap=4)
        for one in (self.heading, self.add_first, self.all_planned, self.not_quite):
            flow.addWidget(one)
        for one in (self.quick, self.count, self.nothing):
            flow.addWidget(one)
        flow.addStretch()
        flow.addWidget(self.more)

    def show_day(self, day: MedicineDay, *, unfolded: bool) -> None:
        """Shows what can be answered of a day."""
        bare, needed, n = day.is_bare, bool(day.as_needed), day.doses
        self.heading.setChecked(unfolded)
        self.heading.setAccessibleName(say("medicine.fold" if unfolded else "medicine.open"))
        self.heading.setVisible(not bare)
        self.add_first.setVisible(bare)
        self.more.setVisible(bare or unfolded)
        self.all_planned.setVisible(bool(day.regular))
        self.not_quite.setVisible(bool(day.regular) and unfolded)
        self.quick.setVisible(needed and not unfolded)
        self.nothing.setVisible(needed and not unfolded and not n)
        self.count.setVisible(bool(n) and not unfolded)
        self._show_words(day, n)

    def _show_words(self, day: MedicineDay, n: int) -> None:
        self.count.setText(say_n("dose.count_short", n))
        self.count.setAccessibleName(say_n("dose.count_short_name", n))
        self.count.updateGeometry()
        if len(day.as_needed) == 1:
            treatment = day.as_needed[0].treatment
            words = dose_name(treatment)
            self.quick.setText(treatment.name)
            self.quick.setAccessibleName(say("dose.add_name", words=words))
            self.quick.setToolTip(words)
        else:
            self.quick.setText(say("dose.plus"))
            self.quick.setAccessibleName(say("dose.plus"))
            self.quick.setToolTip("")
        narrow = len(day.as_needed) == 1 and bool(day.regular)
        self.quick.setMaximumWidth(self.quick.theme.px(QUICK) if narrow else self.quick.sizeHint().width())
        self.quick.updateGeometry()
