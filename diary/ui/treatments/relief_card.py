"""The card of pain around doses: median and middle half before, and 30, 60, 120 minutes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy

from diary.insight.relief import ReliefAt, ReliefNumbers
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label, Painted
from diary.wording import say, say_n
from diary.wording.treatment_words import lane_words, listed, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from diary.models.care import Treatment

LEFT, BELOW, ABOVE = 24, 40, 8
LEAST = 140
"""The least height of the chart, px at 100 %: ten steps of pain stay 9 px apart."""

LAST_MIN = 120


def time_words(after_min: int) -> str:
    """When around a dose: "before", "30 min"."""
    return (
        say("treatments.relief_before") if not after_min else say("treatments.relief_min", minutes=after_min)
    )


def told_words(one: ReliefAt) -> str:
    """One time as it is read aloud."""
    when = time_words(one.after_min)
    if one.median is None:
        return say("treatments.relief_told_none", when=when)
    middle = number(one.median)
    if one.low is None or one.high is None:
        return say("treatments.relief_told", when=when, median=middle, n=one.n)
    return say(
        "treatments.relief_told_half",
        when=when,
        median=middle,
        low=number(one.low),
        high=number(one.high),
        n=one.n,
    )


class ReliefChart(Painted):
    """Dots for medians, bars for middle halves, on a line of minutes."""

    def __init__(self) -> None:
        super().__init__()
        self._times: tuple[ReliefAt, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_times(self, name: str, times: tuple[ReliefAt, ...]) -> None:
        """Show the answers around the doses of one medicine."""
        self._times = times
        self.setAccessibleName(name)
        self.setAccessibleDescription(listed([told_words(one) for one in times], "treatments.sentences"))
        self.update()

    def sizeHint(self) -> QSize:
        """As low as it can be read; what is left over is given by the page."""
        return QSize(self.theme.px(300), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the scale and the words under it."""
        return QSize(self.theme.px(240), self.theme.px(LEAST))

    def spot(self, after_min: int, pain: float) -> QPointF:
        """Where a pain at a time stands."""
        px = self.theme.px
        left, right = px(LEFT + 18), self.width() - px(26)
        top, bottom = px(ABOVE), self.height() - px(BELOW)
        x = left + (right - left) * after_min / LAST_MIN
        return QPointF(x, bottom - (bottom - top) * pain / 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, then each time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.theme, self.theme.px
        painter.setFont(theme.text("note"))
        for pain in (0, 5, 10):
            y = self.spot(0, pain).y()
            painter.setPen(QPen(theme.color("chart.grid"), 1))
            painter.drawLine(QPointF(px(LEFT), y), QPointF(self.width() - 1, y))
            painter.setPen(theme.color("quiet"))
            room = QRectF(0, y - px(10), px(LEFT - 6), px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(pain))
        for one in self._times:
            self._paint_time(painter, one)

    def _paint_time(self, painter: QPainter, one: ReliefAt) -> None:
        theme, px = self.theme, self.theme.px
        x, floor = self.spot(one.after_min, 0).x(), self.spot(0, 0).y()
        words = (time_words(one.after_min), say("treatments.relief_n", n=one.n))
        painter.setFont(theme.text("note"))
        painter.setPen(theme.color("quiet"))
        for line, said in enumerate(words):
            wide = painter.fontMetrics().horizontalAdvance(said) + 4
            left = min(max(x - wide / 2, 0), self.width() - wide)
            room = QRectF(left, floor + px(3 + 17 * line), wide, px(18))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)
        if one.median is None:
            return
        spot = self.spot(one.after_min, one.median)
        if one.low is not None and one.high is not None:
            pen = QPen(theme.color("chart.band"), px(7))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(self.spot(one.after_min, one.low), self.spot(one.after_min, one.high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("chart.pain"))
        painter.drawEllipse(spot, px(6), px(6))
        painter.setFont(theme.text("strong"))
        painter.setPen(theme.color("ink"))
        said, right = number(one.median), spot.x() + px(10)
        wide = painter.fontMetrics().horizontalAdvance(said)
        left = right if right + wide <= self.width() else spot.x() - px(10) - wide
        painter.drawText(
            QRectF(left, spot.y() - px(11), wide + 2, px(22)), Qt.AlignmentFlag.AlignVCenter, said
        )


class ReliefCard(Card):
    """One medicine at a time; a choice where several have answers."""

    def __init__(self) -> None:
        super().__init__(say("treatments.relief_plain"), title_role="title", spacing=2)
        self._numbers: Mapping[str, ReliefNumbers] = {}
        self._names: dict[str, str] = {}
        self.which = QComboBox()
        self.which.setAccessibleName(say("treatments.relief_which"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(12)
        self.of = Label("", "note", "quiet", wrap=True)
        self.chart = ReliefChart()
        self.caveat = Label("", "note", wrap=True)
        self.which.currentIndexChanged.connect(self._on_chosen)
        self.header.addWidget(self.which)
        self.add(self.of)
        self.add(self.chart, 1)
        self.add(self.caveat)
        self.which.hide()
        self.of.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_numbers(self, numbers: Mapping[str, ReliefNumbers], treatments: Sequence[Treatment]) -> None:
        """Show the medicines with answers; the one chosen stays while it has any."""
        chosen = self.which.currentData()
        self._numbers = {uid: one for uid, one in numbers.items() if one.any or one.n_memory}
        self._names = {one.uid: lane_words(one) for one in treatments if one.uid in self._numbers}
        self.which.blockSignals(True)
        self.which.clear()
        for uid, name in self._names.items():
            self.which.addItem(name, uid)
        most = max(self._names, key=self._n, default=None)
        found = self.which.findData(chosen if chosen in self._names else most)
        self.which.setCurrentIndex(found)
        self.which.blockSignals(False)
        self.which.setVisible(len(self._names) > 1)
        self._show(self.which.currentData())

    def _n(self, uid: str) -> int:
        return self._numbers[uid].n

    @Slot(int)
    def _on_chosen(self, _at: int) -> None:
        self._show(self.which.currentData())

    def _show(self, uid: str | None) -> None:
        one = self._numbers.get(uid or "")
        self.chart.setVisible(one is not None)
        self.caveat.setVisible(one is not None)
        if one is None or uid is None:
            self.set_title(say("treatments.relief_plain"))
            self.of.setText(say("treatments.relief_none"))
            return
        title = say("treatments.relief", name=self._names[uid])
        self.set_title(say("treatments.relief_after") if len(self._names) > 1 else title)
        said = [say_n("treatments.relief_of", one.n, taken=one.taken)]
        if one.n_memory:
            said.append(say_n("treatments.relief_late", one.n_memory))
        self.of.setText(listed(said, "treatments.sentences"))
        self.caveat.setText(" ".join((say("treatments.relief_caveat"), say("treatments.relief_bars"))))
        self.chart.show_times(title, one.times)
